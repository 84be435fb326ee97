package document

import (
	"bytes"
	"errors"
	"fmt"

	"github.com/ledongthuc/pdf"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/document/internal/layout"
)

// readPlainPDF reads a file that PDFium could not open, for the reason first.
func readPlainPDF(data []byte, password string, first error) (d Document, err error) {
	defer func() { // this reader panics on much that is damaged
		if r := recover(); r != nil {
			d, err = Document{}, fmt.Errorf("%w: %w", ErrDamaged, first)
		}
	}()
	r, err := openPlain(data, password)
	if errors.Is(err, pdf.ErrInvalidPassword) {
		return Document{}, ErrEncrypted
	}
	if err != nil {
		return Document{}, fmt.Errorf("%w: %w", ErrDamaged, first)
	}
	if n := r.NumPage(); n > maxPages {
		return Document{}, fmt.Errorf("%w: %d pages", ErrTooLarge, n)
	}
	var pages []sheet
	some := false
	for i := range r.NumPage() {
		s := plainSheet(r.Page(i + 1))
		some = some || len(s.rows) > 0
		pages = append(pages, s)
	}
	if !some {
		return Document{}, fmt.Errorf("%w: %w", ErrDamaged, first)
	}
	d.Text = assemble(pages)
	d.Warnings = []circular.Warning{{Code: "pdf-damaged", Message: "Berkas PDF rusak; dibaca dengan pembaca cadangan, urutan teks dapat keliru."}}
	return d, nil
}

// openPlain opens a PDF with the second reader; it asks for a password until
// it gets an empty one.
func openPlain(data []byte, password string) (*pdf.Reader, error) {
	tries := []string{password}
	return pdf.NewReaderEncrypted(bytes.NewReader(data), int64(len(data)), func() string {
		if len(tries) == 0 {
			return ""
		}
		tries = nil
		return password
	})
}

// plainSheet reads one page; it is marked unread where that fails.
func plainSheet(p pdf.Page) (s sheet) {
	s = sheet{page: circular.Page{Method: circular.MethodNone, Note: "Halaman rusak; tidak dapat dibaca."}, w: 595, h: 842}
	defer func() { _ = recover() }()
	if p.V.IsNull() {
		return s
	}
	for v, hops := p.V, 0; !v.IsNull() && hops < 50; v, hops = v.Key("Parent"), hops+1 {
		if box := v.Key("MediaBox"); box.Len() == 4 {
			s.w, s.h = box.Index(2).Float64(), box.Index(3).Float64()
			break
		}
	}
	var words []layout.Word
	open := false
	var line, end float64 // baseline and right end of the glyph before
	for _, t := range p.Content().Text {
		size := max(t.FontSize, 1)
		x, width, base := t.X, t.W, s.h-t.Y
		if width <= 0 { // fonts that the file does not hold have no widths: all stands at one place
			width = 0.5 * size
			if base == line && x < end {
				x = end
			}
		}
		line, end = base, x+width
		var text string
		for _, r := range t.S {
			text += glyph(r)
		}
		if text == "" {
			open = false
			continue
		}
		words = appendGlyph(words, layout.Word{Text: text, X0: x, X1: x + width, Y0: base - 0.8*size, Y1: base + 0.2*size, Base: base, Size: size}, open)
		open = true
	}
	s.rows = layout.Rows(words)
	if len(s.rows) > 0 {
		s.page = circular.Page{Method: circular.MethodText}
	}
	return s
}
