package document

import (
	"image"
	"slices"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/document/internal/layout"
	"github.com/telaah/telaah/document/internal/pdfium"
	"github.com/telaah/telaah/document/internal/scan"
)

// Text and pictures on one page: services for electronic signatures put typed
// lines on a scan, programs for OCR put words below it that nobody sees, and
// letterheads are pictures below typed text.

// draw draws the page of a PDF that waits for recognition.
func (p *picture) draw(f *pdfium.Doc, dpi float64) (err error) {
	p.dpi, err = f.Render(p.page, dpi, maxRender, func(bgrx []byte, w, h int) { p.Picture = scan.FromBGRX(bgrx, w, h) })
	return err
}

// seen returns the words of a page that people see.
func seen(p pdfium.Page) []layout.Word {
	if len(p.Images) == 0 {
		return nil
	}
	p.Chars = slices.Clone(p.Chars)
	for i := range p.Chars {
		if p.Chars[i].Hidden {
			p.Chars[i].R = ' '
		}
	}
	var out []layout.Word
	for _, r := range newSheet(p).rows {
		out = append(out, r.Words...)
	}
	for i := range out {
		out[i].Conf = 1
	}
	return out
}

// unread reports whether the picture of a page shows lines that are no typed
// words: black in places where none of these stands.
func unread(f *pdfium.Doc, page int, typed []layout.Word) bool {
	const (
		dpi  = 100
		more = 0.004 // share of the page: two lines of print
	)
	p := picture{page: page}
	if err := p.draw(f, dpi); err != nil {
		return false
	}
	places := make([]image.Rectangle, len(typed))
	for i, w := range typed {
		const scale = dpi / 72.0
		places[i] = image.Rect(int((w.X0-2)*scale), int((w.Y0-2)*scale), int((w.X1+2)*scale), int((w.Y1+2)*scale))
	}
	return p.InkBeside(places) > more
}

// withTyped puts typed words among those that OCR read, in the place of what it
// read there. x0 is the left edge of the part of the page that was read, w its
// width, in points.
func withTyped(read, typed []layout.Word, x0, w float64) []layout.Word {
	for _, t := range typed {
		mid := (t.X0+t.X1)/2 - x0
		if mid < 0 || mid > w {
			continue
		}
		t.X0, t.X1, t.Line = t.X0-x0, t.X1-x0, 0
		read = slices.DeleteFunc(read, func(o layout.Word) bool {
			dx, dy := min(o.X1, t.X1)-max(o.X0, t.X0), min(o.Y1, t.Y1)-max(o.Y0, t.Y0)
			return dx > 0 && dy > 0 && 2*dx*dy > min((o.X1-o.X0)*(o.Y1-o.Y0), (t.X1-t.X0)*(t.Y1-t.Y0))
		})
		read = append(read, t)
	}
	return read
}

// What a layer of words by somebody's OCR is trusted with, until it is read
// again: figures less than words, and less than what is sure.
const (
	layerWords   = 0.85
	layerFigures = 0.6
)

// doubt makes a page whose words are somebody's OCR one that OCR read.
func (s *sheet) doubt() {
	s.page = circular.Page{Method: circular.MethodOCR, Confidence: layerWords, Note: "Lapisan teks halaman ini hasil OCR pihak lain; perlu OCR ulang."}
	for i := range s.rows {
		for k := range s.rows[i].Words {
			w := &s.rows[i].Words[k]
			if w.Conf = layerWords; scan.HasFigure(w.Text) {
				w.Conf = layerFigures
			}
		}
	}
	s.place = unturned(s.w, s.h, s.quarters)
}
