package document

import (
	"errors"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/document/internal/layout"
	"github.com/telaah/telaah/document/internal/pdfium"
)

// engines holds the one PDFium of the process.
var engines struct {
	sync.Once
	engine *pdfium.Engine
	err    error
}

// engine starts PDFium once a process, with the cache of the first caller.
func engine(cache string) (*pdfium.Engine, error) {
	e := &engines
	e.Do(func() {
		if cache == "" {
			cache = DefaultCache()
		}
		e.engine, e.err = pdfium.New(cache)
	})
	return e.engine, e.err
}

// Warm readies the PDF reader with a cache folder, "" for [DefaultCache]: what
// comes after needs no file. That it cannot be readied shows when it is used.
func Warm(cache string) { _, _ = engine(cache) }

// DefaultCache returns the folder in the user's cache in which compiled code is
// kept, or "" where the system names none.
func DefaultCache() string {
	dir, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	return filepath.Join(dir, "telaah", "pdfium")
}

// maxPages bounds the pages of one document.
const maxPages = 5000

// readPDF reads a PDF page by page with PDFium; a file that it cannot open is
// tried with a second reader.
func (j *job) readPDF(data []byte) (Document, error) {
	if err := inflates(data); err != nil {
		return Document{}, err
	}
	e, err := engine(j.Cache)
	if err != nil {
		return Document{}, err
	}
	f, err := e.Open(data, j.Password)
	switch {
	case errors.Is(err, pdfium.ErrPassword):
		return Document{}, ErrEncrypted
	case err != nil:
		return readPlainPDF(data, j.Password, err)
	}
	defer f.Close()
	if n := f.Pages(); n > maxPages {
		return Document{}, fmt.Errorf("%w: %d pages", ErrTooLarge, n)
	}
	if f.Dynamic() {
		return Document{}, ErrForm
	}
	d := Document{Title: squeeze(clean(f.Title()))}
	var warned warnings
	pages := make([]sheet, f.Pages())
	j.progress.add(Progress{Pages: len(pages)})
	var todo []picture // pages to be recognised
	for i := range pages {
		if err := j.ctx.Err(); err != nil {
			return Document{}, err
		}
		j.progress.add(Progress{Read: 1})
		p, ok := f.Page(i)
		pages[i] = newSheet(p)
		layer := judge(p, pages[i].rows)
		if layer != layerOCR { // which its picture is read against
			if hidden := hide(f, i, &p); hidden != nil {
				pages[i] = newSheet(p)
				pages[i].hidden = hidden
				layer = judge(p, pages[i].rows)
			}
		}
		if !ok {
			pages[i].page = circular.Page{Method: circular.MethodNone, Note: "Halaman rusak; tidak dapat dibaca."}
			continue
		}
		typed := seen(p)
		switch layer {
		case layerGood:
			continue
		case layerOver:
			if !unread(f, i, typed) {
				continue
			}
			pages[i].page.Note = "Gambar di bawah teks halaman ini belum terbaca; perlu OCR."
		case layerMissing:
			pages[i] = sheet{page: circular.Page{Method: circular.MethodNone, Note: needsOCR}, w: p.W, h: p.H}
		case layerBad:
			pages[i].page.Note = "Lapisan teks halaman ini meragukan; perlu OCR."
			typed = nil
		case layerOCR:
			pages[i].doubt()
		}
		pages[i].picture = true
		todo = append(todo, picture{page: i, typed: typed})
		j.progress.add(Progress{Scans: 1})
	}
	if j.OCR != nil {
		j.recognise(pages, func() (picture, bool) {
			for len(todo) > 0 {
				p := todo[0]
				todo = todo[1:]
				if err := p.draw(f, drawnAt(pages[p.page].w, pages[p.page].h)); err == nil {
					return p, true
				}
				j.progress.add(Progress{Recognised: 1}) // it cannot be shown
			}
			return picture{}, false
		})
	}
	if err := f.Err(); err != nil {
		d.Warnings = append(d.Warnings, circular.Warning{Code: "pdf-damaged", Message: "Pembaca PDF berhenti di tengah berkas; sebagian halaman tidak terbaca."})
	}
	for i := range pages {
		warned.leave(warnStruck, pages[i].struck)
		if p := pages[i].page; p.Method == circular.MethodText && p.Note != "" {
			warned.add(warnText, fmt.Sprintf("Teks halaman %d tidak dapat diandalkan. %s", i+1, p.Note))
		}
	}
	j.warnScans(pages, &warned)
	d.attach(f.Attachments(), &warned)
	j.otherwise(f, pages, &warned)
	d.Source.Signature = j.signed(data, e, f, pages)
	d.Text = assemble(pages)
	d.Warnings = append(d.Warnings, hiddenWarnings(&d.Text)...)
	d.Warnings = append(d.Warnings, signatureWarnings(d.Source.Signature)...)
	d.Warnings = append(d.Warnings, warned.list()...)
	d.Warnings = append(d.Warnings, witness(&d, data, j.Password, pages)...)
	for _, s := range pages {
		if s.picture {
			d.pictures++
		}
	}
	return d, nil
}

// drawnAt returns the resolution at which a page of so many points is drawn for
// recognition. One larger than A2 is a picture whose size nobody knew: it is
// taken for A4.
func drawnAt(w, h float64) float64 {
	if short := min(w, h) / 72; short > 17 {
		return ocrDPI * 8.27 / short
	}
	return ocrDPI
}

// sheet is one page on its way from words to text.
type sheet struct {
	page  circular.Page
	w, h  float64
	rows  []layout.Row
	rules []layout.Rule
	aside []layout.Row // set at another angle than the page

	hidden   []layout.Row // what the page does not show
	unsigned []layout.Row // what was put there after the file was signed

	struck string // text that is struck out

	quarters int                            // by which the page was turned to be read
	beside   *sheet                         // the page at its right on the same sheet, or nil
	readings []reading                      // of lines that were read again
	picture  bool                           // the page shows a picture of text
	inked    bool                           // and something is written there
	place    func(layout.Word) circular.Box // finds the box of a word; nil where boxes are not kept
}

// newSheet makes words of the characters of a page and rows of the words. A
// page whose text runs up or down is turned first.
func newSheet(p pdfium.Page) sheet {
	turn := turned(&p)
	s := sheet{page: circular.Page{Method: circular.MethodText}, w: p.W, h: p.H, quarters: int(turn / 90)}
	var words, aside []layout.Word
	open, added := false, false // the last word may go on; it was put on the page
	for _, c := range p.Chars {
		open, added = open && c.Added == added, c.Added
		text := glyph(c.R)
		if text == "" {
			open = open && c.R > ' ' && c.R != 0xA0
			continue
		}
		w := layout.Word{Text: text, X0: c.Box.X0, Y0: c.Box.Y0, X1: c.Box.X1, Y1: c.Box.Y1, Base: c.Y, Size: c.Box.Y1 - c.Box.Y0, Added: c.Added}
		if w.Size <= 0 || math.IsNaN(w.Size+w.X0+w.Base) {
			continue
		}
		if d := math.Abs(math.Mod(c.Angle-turn+540, 360) - 180); d > 10 {
			aside, open = append(aside, w), false
			continue
		}
		if isStruck(&p, c) {
			s.struck += text
			w.Text = nothing
			words, open = append(words, w), false
			continue
		}
		words = appendGlyph(words, w, open)
		open = true
	}
	raiseNotes(words)
	s.rows = pageRows(append(words, typedWords(p.Typed)...))
	var run []layout.Word
	for i, w := range aside { // letters of one stamp follow each other
		if i == 0 {
			run = append(run, w)
		} else {
			run[0].Text += w.Text
		}
	}
	if len(run) > 0 {
		s.aside = []layout.Row{{Words: run}}
	}
	for _, r := range p.Rules {
		s.rules = append(s.rules, layout.Rule(r))
	}
	return s
}

// glyph returns the text of one character, "" for white space and what shows
// nothing.
func glyph(r rune) string {
	switch {
	case r == pdfium.Hyphen || r == 0xAD || r == 0xFFFE:
		return "-"
	case r <= ' ', r == 0xFFFF, 0xD800 <= r && r <= 0xDFFF:
		return ""
	case 0xFB00 <= r && r <= 0xFB04:
		return [...]string{"ff", "fi", "fl", "ffi", "ffl"}[r-0xFB00]
	}
	return strings.TrimSpace(clean(string(r)))
}

// spacing is the least gap between two words as a share of the height of the
// font: narrower than any space, wider than kerning.
const spacing = 0.12

// appendGlyph adds a character to words in the order of the page's content: it
// goes on with the last word where open, and where it stands close behind it.
func appendGlyph(words []layout.Word, g layout.Word, open bool) []layout.Word {
	if n := len(words); n > 0 && open {
		w := &words[n-1]
		if d := g.X0 - w.X1; math.Abs(g.Base-w.Base) < 0.3*w.Size && d < spacing*w.Size && d > -0.5*w.Size {
			w.Text += g.Text
			w.X1, w.Y0, w.Y1 = max(w.X1, g.X1), min(w.Y0, g.Y0), max(w.Y1, g.Y1)
			if g.Size > w.Size {
				w.Size, w.Base = g.Size, g.Base
			}
			return words
		}
	}
	return append(words, g)
}

// turned returns the angle of most characters, a multiple of 90 degrees, and
// turns the page where it is not 0.
func turned(p *pdfium.Page) float64 {
	var count [4]int
	for _, c := range p.Chars {
		if c.R > ' ' {
			count[int(math.Round(c.Angle/90))&3]++
		}
	}
	q := 0
	for i := range count {
		if count[i] > count[q] {
			q = i
		}
	}
	if q == 0 {
		return 0
	}
	w, h := p.W, p.H
	point := func(x, y float64) (float64, float64) {
		switch q {
		case 1:
			return y, w - x
		case 2:
			return w - x, h - y
		}
		return h - y, x
	}
	rect := func(r pdfium.Rect) pdfium.Rect {
		x0, y0 := point(r.X0, r.Y0)
		x1, y1 := point(r.X1, r.Y1)
		return pdfium.Rect{X0: min(x0, x1), Y0: min(y0, y1), X1: max(x0, x1), Y1: max(y0, y1)}
	}
	for i := range p.Chars {
		c := &p.Chars[i]
		c.Box = rect(c.Box)
		c.X, c.Y = point(c.X, c.Y)
	}
	for _, list := range [][]pdfium.Rect{p.Rules, p.Struck} {
		for i := range list {
			list[i] = rect(list[i])
		}
	}
	for i := range p.Typed {
		p.Typed[i].Rect = rect(p.Typed[i].Rect)
	}
	if q != 2 {
		p.W, p.H = p.H, p.W
	}
	return float64(q) * 90
}

// assemble writes the pages into one text.
func assemble(pages []sheet) circular.Text {
	var parts []*sheet // the pages, and those beside them
	var lp []layout.Page
	for i := range pages {
		for s := &pages[i]; s != nil; s = s.beside {
			parts = append(parts, s)
			lp = append(lp, layout.Page{Rows: s.rows, Height: s.h})
		}
	}
	layout.Furniture(lp)
	flows := make([]layout.Flow, len(parts))
	for i, s := range parts {
		flows[i] = layout.Order(s.rows, s.rules)
	}
	seams(flows)
	var b builder
	page := 0
	for i, s := range parts {
		b.line()
		b.flow(flows[i], s)
		for _, apart := range []struct {
			rows []layout.Row
			kind circular.MarkKind
		}{{s.aside, circular.MarkTextBox}, {s.hidden, circular.MarkHidden}, {s.unsigned, circular.MarkUnsigned}} {
			for _, r := range apart.rows {
				b.line()
				start := len(b.body)
				b.add(r.Text() + "\n")
				b.mark(start, apart.kind)
			}
		}
		if s.beside == nil {
			b.page(pages[page].page)
			page++
		}
	}
	return b.text()
}

// flow adds the pieces of a page with their marks, and where OCR read them
// with their boxes and what other readings say.
func (b *builder) flow(f layout.Flow, s *sheet) {
	starts, ends := make([]int, len(f.Pieces)), make([]int, len(f.Pieces))
	lines := map[int]circular.Span{} // by the number that OCR gave them
	for i, p := range f.Pieces {
		if !strings.HasPrefix(p.Sep, "\n") || len(b.body) > b.start {
			b.add(p.Sep)
		}
		starts[i] = len(b.body)
		b.add(p.Text)
		ends[i] = len(b.body)
		if p.Word.Hidden {
			b.mark(starts[i], circular.MarkHidden)
		}
		if s.place == nil || ends[i] == starts[i] {
			continue
		}
		at := circular.Span{Start: starts[i], End: ends[i]}
		b.words = append(b.words, circular.Word{Span: at, Box: s.place(p.Word), Confidence: p.Word.Conf})
		if l, ok := lines[p.Word.Line]; ok {
			at = circular.Span{Start: min(l.Start, at.Start), End: max(l.End, at.End)}
		}
		lines[p.Word.Line] = at
	}
	for _, r := range s.readings {
		if at, ok := lines[r.line]; ok {
			b.other = append(b.other, circular.Reading{Span: at, Text: squeeze(clean(r.text))})
		}
	}
	b.put(f, starts, ends)
	for _, m := range f.Marks {
		if s := (circular.Span{Start: starts[m.First], End: ends[m.Last-1]}); s.End > s.Start {
			b.marks = append(b.marks, circular.Mark{Span: s, Kind: m.Kind})
		}
	}
}
