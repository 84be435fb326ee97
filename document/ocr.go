package document

import (
	"fmt"
	"image"
	"math"
	"runtime"
	"slices"
	"strings"

	"golang.org/x/sync/errgroup"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/document/internal/layout"
	"github.com/telaah/telaah/document/internal/scan"
)

// Resolution of the pictures that are recognised, in dots an inch, and the
// most pixels one may have.
const (
	ocrDPI    = 300
	maxPixels = 50_000_000 // of a file
	maxRender = 25_000_000 // of a page that is drawn, A2
)

// needsOCR is the note of a page that no program was there to recognise.
const needsOCR = "Halaman berupa gambar; perlu OCR."

// picture is a page that waits for recognition.
type picture struct {
	scan.Picture
	page  int
	dpi   float64
	typed []layout.Word // words of the page that are text, on its picture
}

// recognise reads pictures into sheets as next hands them out, several at a
// time, until it hands out none. Each sheet is written by one goroutine only,
// so that the result does not depend on their order.
func (j *job) recognise(sheets []sheet, next func() (picture, bool)) {
	var g errgroup.Group
	g.SetLimit(runtime.GOMAXPROCS(0))
	for j.ctx.Err() == nil {
		p, ok := next()
		if !ok {
			break
		}
		g.Go(func() error {
			sheets[p.page] = j.ocrSheet(p)
			j.progress.add(Progress{Recognised: 1})
			return nil
		})
	}
	g.Wait() // its functions return no error
}

// ocrSheet recognises one picture: that of a page, or of two side by side.
func (j *job) ocrSheet(p picture) sheet {
	x, two := p.Gutter()
	if !two {
		return j.ocrPage(p, 0)
	}
	left, right := p, p
	left.Picture, right.Picture = p.Columns(0, x), p.Columns(x, p.Grey.Rect.Dx())
	s, t := j.ocrPage(left, 0), j.ocrPage(right, float64(x)*72/p.dpi)
	s.beside = &t
	s.page.Confidence = math.Round(500*(s.page.Confidence+t.page.Confidence)) / 1000
	return s
}

// ocrPage recognises the picture of one page, whose left edge is at x0 on the
// sheet. A page that lies on its side is turned; one that reads badly is tried
// upside down.
func (j *job) ocrPage(p picture, x0 float64) sheet {
	page := scan.Clean(p.Picture)
	rules := page.Tables(p.dpi)
	scale := 72 / p.dpi
	s := sheet{picture: true, w: float64(page.W) * scale, h: float64(page.H) * scale}
	s.inked = page.Noise || page.Ink() >= leastInk
	words, err := j.readTwice(&page, p.dpi)
	if err != nil {
		s.page = circular.Page{Method: circular.MethodNone, Note: "OCR gagal pada halaman ini: " + oneLine(err.Error())}
		return s
	}
	words, s.readings = j.reread(&page, p.dpi, words)
	s.page = circular.Page{Method: circular.MethodOCR, Confidence: math.Round(scan.Mean(words)*1000) / 1000}
	if page.Quarters >= 2 {
		for i, r := range rules {
			rules[i] = image.Rect(page.W-r.Max.X, page.H-r.Max.Y, page.W-r.Min.X, page.H-r.Min.Y)
		}
	}
	for _, r := range rules {
		s.rules = append(s.rules, layout.Rule{X0: float64(r.Min.X) * scale, Y0: float64(r.Min.Y) * scale, X1: float64(r.Max.X) * scale, Y1: float64(r.Max.Y) * scale})
	}
	read := ocrWords(scan.Strokes(words, rules), scale)
	if page.Quarters == 0 { // else nobody knows where they stand
		read = withTyped(read, p.typed, x0, s.w)
	}
	s.rows = layout.Rows(read)
	s.place = placer(s.w, s.h, page.Quarters, page.Angle, x0)
	return s
}

// readTwice reads a page in two ways that have little in common: as it is with
// the model of figures, and its print with the model of words. It turns a page
// that stands on its head.
func (j *job) readTwice(page *scan.Page, dpi float64) ([]scan.Word, error) {
	if page.Ink() < leastInk {
		return nil, nil
	}
	figures, err := j.readPage(page.PBM(), dpi, English)
	if err != nil {
		return nil, err
	}
	const doubt = 0.6
	if mean := scan.Mean(figures); mean < doubt || len(figures) < 5 {
		over := page.Overturn()
		if other, err := j.readPage(over.PBM(), dpi, English); err == nil && scan.Mean(other) > mean+0.1 && len(other) >= 5 {
			*page, figures = over, other
		}
	}
	words, err := j.readPage(scan.PGM(page.Print), dpi, Indonesian)
	if err != nil {
		return nil, err
	}
	return scan.Combine(words, figures), nil
}

// leastInk is the share of black on a page below which nothing is written on
// it.
const leastInk = 0.0002

func (j *job) readPage(picture []byte, dpi float64, model string) ([]scan.Word, error) {
	tsv, err := j.OCR.Recognize(j.ctx, picture, Ask{DPI: int(math.Round(dpi)), Model: model})
	if err != nil {
		return nil, err
	}
	return scan.ParseTSV(tsv, 1)[0], nil
}

// oneLine returns the first line of s, shortened.
func oneLine(s string) string {
	s, _, _ = strings.Cut(s, "\n")
	return s[:min(len(s), 120)]
}

// ocrWords gives recognised words their places in points. Marks without a
// letter or digit that the recogniser itself doubts, and whole lines of words
// that it doubts, are dirt or pictures, and left out.
func ocrWords(words []scan.Word, scale float64) []layout.Word {
	heights, lines := scan.Height(words), map[int][]scan.Word{}
	for _, w := range words {
		lines[w.Line] = append(lines[w.Line], w)
	}
	out := make([]layout.Word, 0, len(words))
	for _, w := range words {
		if w.Conf < 0.35 && !strings.ContainsFunc(w.Text, isAlnum) || scan.Mean(lines[w.Line]) < 0.3 {
			continue
		}
		text := clean(w.Text)
		if strings.TrimSpace(text) == "" {
			continue
		}
		size := float64(heights[w.Line]) * 1.4 * scale
		base := float64(w.Y+w.H) * scale
		out = append(out, layout.Word{Text: text, X0: float64(w.X) * scale, Y0: float64(w.Y) * scale,
			X1: float64(w.X+w.W) * scale, Y1: base, Base: base, Size: size, Conf: math.Round(w.Conf*1000) / 1000, Line: w.Line})
	}
	return out
}

// placer returns the function that finds the box of a word on the page as it
// was before it was turned by quarters and then by an angle. w and h are the
// size of the turned page in points, x0 the place of its left edge on the sheet.
func placer(w, h float64, quarters int, angle, x0 float64) func(layout.Word) circular.Box {
	sin, cos := math.Sincos(angle * math.Pi / 180)
	if quarters&2 != 0 { // turned on its head last, about the same centre
		sin, cos = -sin, -cos
	}
	back := func(x, y float64) (float64, float64) {
		dx, dy := x-w/2, y-h/2
		x, y = cos*dx+sin*dy+w/2, -sin*dx+cos*dy+h/2
		if quarters&1 != 0 {
			return y, w - x
		}
		return x, y
	}
	return func(word layout.Word) circular.Box {
		left, y0, x1, y1 := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
		for _, c := range [][2]float64{{word.X0, word.Y0}, {word.X1, word.Y0}, {word.X0, word.Y1}, {word.X1, word.Y1}} {
			x, y := back(c[0], c[1])
			left, y0, x1, y1 = min(left, x), min(y0, y), max(x1, x), max(y1, y)
		}
		tenth := func(v float64) float64 { return math.Round(v*10) / 10 }
		return circular.Box{X: tenth(x0 + left), Y: tenth(y0), W: tenth(x1 - left), H: tenth(y1 - y0)}
	}
}

// warnScans says which pages OCR got nothing from although something is written
// there, and that a model is missing.
func (j *job) warnScans(sheets []sheet, w *warnings) {
	read := false
	for i := range sheets {
		s := &sheets[i]
		read = read || s.inked
		if s.inked && len(s.rows) == 0 && (s.beside == nil || len(s.beside.rows) == 0) {
			w.add(circular.UnreadPrefix+"page", fmt.Sprintf("Halaman %d bertulisan atau bernoda, tetapi OCR tidak membaca satu kata pun; mohon diperiksa pada berkas aslinya.", i+1))
		}
	}
	if read && j.OCR != nil && !slices.Contains(j.OCR.Models(), Indonesian) {
		w.add("ocr-model", "Pindaian dibaca dengan model bahasa Inggris saja; nama dan kata lebih tepat dengan model bahasa Indonesia (Debian/Ubuntu: sudo apt install tesseract-ocr-ind; Windows: ind.traineddata di folder tessdata).")
	}
}
