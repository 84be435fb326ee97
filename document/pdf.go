package document

import (
	"bytes"
	"errors"
	"fmt"

	"github.com/ledongthuc/pdf"

	"telaah/circular"
)

// readPDF reads the text layer of a PDF page by page.
func readPDF(data []byte, o Options) (Document, error) {
	pages, err := plainPDF(data, o.Password)
	if err != nil {
		return Document{}, err
	}
	var d Document
	var b builder
	for _, words := range pages {
		p := circular.Page{Method: circular.MethodText}
		if len(words) == 0 {
			p = circular.Page{Method: circular.MethodNone, Note: "Halaman tanpa lapisan teks; perlu OCR."}
		}
		writeLines(&b, lines(words))
		b.page(p)
	}
	d.Text = b.text()
	return d, nil
}

// plainPDF reads the words of each page through ledongthuc/pdf.
func plainPDF(data []byte, password string) (pages [][]word, err error) {
	defer func() {
		if r := recover(); r != nil {
			pages, err = nil, fmt.Errorf("%w: %v", ErrDamaged, r)
		}
	}()
	tried := false
	r, err := pdf.NewReaderEncrypted(bytes.NewReader(data), int64(len(data)), func() string {
		if tried {
			return ""
		}
		tried = true
		return password
	})
	if errors.Is(err, pdf.ErrInvalidPassword) {
		return nil, ErrEncrypted
	}
	if err != nil {
		return nil, fmt.Errorf("%w: %v", ErrDamaged, err)
	}
	for i := range r.NumPage() {
		pages = append(pages, plainPage(r.Page(i+1)))
	}
	return pages, nil
}

// plainPage returns the words of one page, none where it cannot be read.
func plainPage(p pdf.Page) (words []word) {
	defer func() {
		if recover() != nil {
			words = nil
		}
	}()
	if p.V.IsNull() {
		return nil
	}
	height := 842.0 // A4
	for v, hops := p.V, 0; !v.IsNull() && hops < 50; v, hops = v.Key("Parent"), hops+1 {
		if box := v.Key("MediaBox"); box.Len() == 4 {
			height = box.Index(3).Float64()
			break
		}
	}
	for _, t := range p.Content().Text {
		size := max(t.FontSize, 1)
		words = appendGlyph(words, word{s: t.S, x0: t.X, x1: t.X + t.W, base: height - t.Y, size: size})
	}
	return words
}
