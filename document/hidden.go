package document

import (
	"image"
	"math"
	"slices"
	"strings"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/document/internal/layout"
	"github.com/telaah/telaah/document/internal/pdfium"
	"github.com/telaah/telaah/document/internal/scan"
)

// How text is looked for on the picture of its page.
const (
	hiddenDPI     = 72.0
	hiddenPixels  = 4_000_000
	leastContrast = 24  // between the lightest and the darkest dot of a word, of 255
	leastHeight   = 2.0 // points: smaller letters nobody reads
	leastHidden   = 4   // letters on a page: less is a glyph that stands beside its ink, as in layers over scans
)

// hide takes the words off a page that its picture does not show, whatever the
// reason: drawn invisibly or in the colour of the paper, covered, clipped,
// transparent, on a layer that is off, or too small to be read. Words of a text
// layer that stands over the picture of a scan are seen on that. It returns
// them line by line.
func hide(f *pdfium.Doc, i int, p *pdfium.Page) []layout.Row {
	if len(p.Chars) == 0 {
		return nil
	}
	var img *image.Gray
	dpi, err := f.Render(i, hiddenDPI, hiddenPixels, func(bgrx []byte, w, h int) { img = scan.FromBGRX(bgrx, w, h).Grey })
	if err != nil {
		return nil // what cannot be drawn is read as it is
	}
	var keep []pdfium.Char
	var rows []layout.Row
	for start := 0; start < len(p.Chars); {
		end := start + 1
		for end < len(p.Chars) && sameWord(p.Chars[end-1], p.Chars[end]) {
			end++
		}
		word := p.Chars[start:end]
		start = end
		if shown(img, dpi/72, word) {
			keep = append(keep, word...)
			continue
		}
		rows = addHidden(rows, word)
	}
	if len(p.Chars)-len(keep) < leastHidden {
		return nil
	}
	p.Chars = keep
	return rows
}

// sameWord reports whether b goes on with the word that a belongs to.
func sameWord(a, b pdfium.Char) bool {
	return a.R > ' ' && b.R > ' ' && a.R != 0xA0 && b.R != 0xA0 && math.Abs(a.Y-b.Y) < 1
}

// shown reports whether anything of a word is to be seen between its baseline
// and the height of small letters, where no other line reaches. Turned letters
// are taken as they are.
func shown(img *image.Gray, scale float64, word []pdfium.Char) bool {
	lightest, darkest := uint8(0), uint8(255)
	for _, c := range word {
		size := c.Box.Y1 - c.Box.Y0
		switch {
		case c.R <= ' ' || c.R == 0xA0 || c.Added || math.Abs(math.Mod(c.Angle+180, 360)-180) > 10:
			return true
		case !(size > leastHeight):
			continue
		}
		area := image.Rect(int(c.Box.X0*scale), int((c.Y-0.4*size)*scale), int(math.Ceil(c.Box.X1*scale)), int(math.Ceil(c.Y*scale))).Intersect(img.Rect)
		for y := area.Min.Y; y < area.Max.Y; y++ {
			row := img.Pix[y*img.Stride+area.Min.X : y*img.Stride+area.Max.X]
			for _, v := range row {
				lightest, darkest = max(lightest, v), min(darkest, v)
			}
		}
	}
	return int(lightest)-int(darkest) >= leastContrast || onlyMarks(word)
}

// onlyMarks reports whether a word has no letter or digit: a stroke or a dot may
// stand above or below where words are looked for.
func onlyMarks(word []pdfium.Char) bool {
	return !slices.ContainsFunc(word, func(c pdfium.Char) bool {
		return c.R >= '0' && c.R <= '9' || c.R >= 'A' && c.R <= 'Z' || c.R >= 'a' && c.R <= 'z' || c.R > 0xBF
	})
}

// addHidden adds a word to the lines of what is hidden.
func addHidden(rows []layout.Row, word []pdfium.Char) []layout.Row {
	var b strings.Builder
	for _, c := range word {
		b.WriteString(glyph(c.R))
	}
	if b.Len() == 0 {
		return rows
	}
	first := word[0]
	w := layout.Word{Text: b.String(), X0: first.Box.X0, Y0: first.Box.Y0, X1: word[len(word)-1].Box.X1, Y1: first.Box.Y1, Base: first.Y, Size: first.Box.Y1 - first.Box.Y0}
	if n := len(rows); n > 0 && math.Abs(rows[n-1].Base-w.Base) < 1 {
		rows[n-1].Words = append(rows[n-1].Words, w)
		return rows
	}
	return append(rows, layout.Row{Words: []layout.Word{w}, Base: w.Base})
}

// hiddenWarnings says of each hidden part that it is no rule.
func hiddenWarnings(t *circular.Text) (list []circular.Warning) {
	for _, m := range t.Marks {
		if m.Kind == circular.MarkHidden {
			list = append(list, circular.Warning{Code: "hidden-text", Span: t.Span(m.Span.Start, m.Span.End),
				Message: "Teks tidak sama dengan tampilan: bagian ini ada dalam berkas, tetapi tidak terlihat demikian pada halamannya; tidak dinilai."})
		}
	}
	return list
}
