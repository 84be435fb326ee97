package document

import (
	"errors"
	"path"
	"slices"

	"github.com/telaah/telaah/circular"
)

// maxEmbedded bounds how deep documents are read that lie in others as part of
// their text.
const maxEmbedded = 2

// chunk reads a part that stands for text of the document: Word shows what is
// in it at this place.
func (w *docxWalker) chunk(id string) error {
	name := w.rels[id]
	data, err := w.part(name)
	if err != nil {
		return err
	}
	text, err := w.job.embedded(data, &w.warned)
	switch {
	case errors.Is(err, ErrTooLarge):
		return err
	case err != nil:
		w.warned.part("bagian tersisip " + quote(path.Base(name)))
		return nil
	}
	w.b.line()
	w.b.include(text)
	w.b.line()
	return nil
}

// embedded reads data as part of the text of another document.
func (j *job) embedded(data []byte, warned *warnings) (circular.Text, error) {
	kind, err := sniff(data)
	if err != nil {
		return circular.Text{}, err
	}
	if kind == typeHTML {
		return wholeHTML(data, warned)
	}
	if j.depth >= maxEmbedded || kind != typePlain && kind != typeDOCX {
		return circular.Text{}, ErrUnknownType
	}
	inner := &job{Options: j.Options, ctx: j.ctx, depth: j.depth + 1}
	inner.OCR = nil
	d, err := inner.read(data)
	for _, x := range d.Warnings {
		warned.add(x.Code, x.Message)
	}
	if slices.ContainsFunc(d.Text.Pages, func(p circular.Page) bool { return p.Method == circular.MethodNone }) {
		warned.part("gambar dalam bagian tersisip")
	}
	return d.Text, err
}

// include adds a text with its marks, without its pages.
func (b *builder) include(t circular.Text) {
	at := len(b.body)
	b.body = append(b.body, t.Body...)
	for _, m := range t.Marks {
		m.Span.Start, m.Span.End = m.Span.Start+at, m.Span.End+at
		b.marks = append(b.marks, m)
	}
}

// unread reports whether a page of what was collected could not be read.
func (b *builder) unread() bool {
	for _, p := range b.pages {
		if p.Method == circular.MethodNone {
			return true
		}
	}
	return false
}
