package extract

import (
	"slices"
	"strings"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/extract/internal/circulars"
)

// maxAbove bounds how many paragraphs may stand above the title of an act.
const maxAbove = 12

// ownTitle returns the token at which the title of the text itself begins where
// it is an act that is no circular: its first lines in capitals say so,
// "PERATURAN GUBERNUR ...". It is -1 where none does.
func (d *doc) ownTitle() int {
	for _, p := range d.paras[:min(maxAbove, len(d.paras))] {
		for at := p.first; at < p.end && d.Upper(p.first, p.end); at = d.LineEnd(at) {
			if m, ok := d.Starts(at, "act"); ok {
				if m.Entry.Attrs["type"] != "SE" && m.Entry.Attrs["letter"] == "" {
					return at
				}
				return -1
			}
		}
	}
	return -1
}

// findDocument says what the text is that is no circular: an act, which then is
// no basis of itself, a letter or a form.
func (d *doc) findDocument() {
	if d.rec.Subject() != nil {
		return
	}
	if at := d.ownTitle(); at >= 0 {
		d.ownAct(at)
		return
	}
	if d.rec.Document = d.ownLetter(); d.rec.Document == nil {
		d.rec.Document = d.ownForm()
	}
}

// ownAct takes the act that is named at token at for the text itself.
func (d *doc) ownAct(at int) {
	i := slices.IndexFunc(d.acts, func(a circulars.Act) bool { return a.First == at })
	if i < 0 {
		return
	}
	a := &d.acts[i]
	own := &circular.Document{Kind: circular.DocumentAct, Number: a.Number, Year: a.Year, Title: d.Printed(a.TitleFirst, a.TitleEnd), Span: d.Span(at, a.Behind())}
	own.Type = strings.ReplaceAll(a.Entry.Attrs["type"], "_", " ")
	d.rec.Clauses = slices.DeleteFunc(d.rec.Clauses, func(c circular.Clause) bool {
		if c.LegalBasis == nil || c.Span != own.Span {
			return false
		}
		own.Type = c.LegalBasis.Type
		return true
	})
	d.rec.Clauses = slices.DeleteFunc(d.rec.Clauses, func(c circular.Clause) bool { // "perlu menetapkan Peraturan Gubernur"
		return c.LegalBasis != nil && c.LegalBasis.Number == "" && c.LegalBasis.Type == own.Type
	})
	d.rec.Document = own
}

// ownLetter returns the letter that the block of its head makes the text, with
// its number and what it is about; nil where there is none.
func (d *doc) ownLetter() *circular.Document {
	number, about := "", ""
	first, end := -1, 0
	for i, n := 0, 0; n < maxBlock && i < len(d.Toks); n, i = n+1, d.LineEnd(i) {
		m, ok := d.Starts(i, "block")
		if !ok || m.End >= len(d.Toks) || d.norm(m.End) != ":" {
			continue
		}
		value := d.Printed(m.End+1, d.LineEnd(i))
		switch m.Entry.ID {
		case "number":
			if number == "" {
				number, first = value, i
			}
		case "about":
			if about == "" && first >= 0 {
				about, end = value, d.LineEnd(i)
			}
		}
	}
	if number == "" || about == "" {
		return nil
	}
	return &circular.Document{Kind: circular.DocumentLetter, Type: "surat", Number: number, Title: about, Span: d.Span(first, end)}
}

// ownForm returns the form that the first line makes the text, or nil.
func (d *doc) ownForm() *circular.Document {
	if _, ok := d.Starts(0, "ownform"); !ok {
		return nil
	}
	end := d.LineEnd(0)
	return &circular.Document{Kind: circular.DocumentForm, Type: "formulir", Title: d.Printed(0, end), Span: d.Span(0, end)}
}
