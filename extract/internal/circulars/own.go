package circulars

import (
	"slices"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/extract/internal/outline"
)

// Bounds of where a text says what it is: the blocks that may stand above the
// title of an act, and the lines in which a number block is looked for.
const maxAbove, maxHead = 12, 60

// ownTitle returns the token at which the title of the text itself begins where
// it is an act that is no circular: its first lines in capitals say so,
// "PERATURAN GUBERNUR ...". It is -1 where none does.
func ownTitle(o *outline.Outline) int {
	for _, bl := range o.Blocks[:min(maxAbove, len(o.Blocks))] {
		for at := bl.First; at < bl.End && o.Upper(bl.First, bl.End); at = o.LineEnd(at) {
			if m, ok := o.Starts(at, "act"); ok {
				if m.Entry.Attrs["type"] != "SE" && m.Entry.Attrs["letter"] == "" {
					return at
				}
				return -1
			}
		}
	}
	return -1
}

// document says what the text is that is no circular: an act, which then is no
// basis of itself, a letter or a form.
func (b *builder) document() *circular.Document {
	if slices.ContainsFunc(b.out.Circulars, func(c circular.Circular) bool { return c.Role == circular.RoleSubject }) {
		return nil
	}
	if b.own >= 0 {
		return b.ownAct()
	}
	if d := b.ownLetter(); d != nil {
		return d
	}
	return b.ownForm()
}

// ownAct takes the act with which the text is headed for the text itself.
func (b *builder) ownAct() *circular.Document {
	i := slices.IndexFunc(b.acts, func(a Act) bool { return a.First == b.own })
	if i < 0 {
		return nil
	}
	a := &b.acts[i]
	own := &circular.Document{Kind: circular.DocumentAct, Number: a.Number, Year: a.Year, Title: b.Printed(a.TitleFirst, a.TitleEnd), Span: b.Span(b.own, a.Behind())}
	own.Type = spaced(a.Entry.Attrs["type"])
	b.out.Bases = slices.DeleteFunc(b.out.Bases, func(c circular.Clause) bool {
		if c.Span != own.Span {
			return false
		}
		own.Type = c.LegalBasis.Type
		return true
	})
	b.out.Bases = slices.DeleteFunc(b.out.Bases, func(c circular.Clause) bool { // "perlu menetapkan Peraturan Gubernur"
		return c.LegalBasis.Number == "" && c.LegalBasis.Type == own.Type
	})
	return own
}

// ownLetter returns the letter that the block of its head makes the text, with
// its number and what it is about; nil where there is none.
func (b *builder) ownLetter() *circular.Document {
	number, about := "", ""
	first, end := -1, 0
	for i, n := 0, 0; n < maxHead && i < len(b.Toks); n, i = n+1, b.LineEnd(i) {
		m, ok := b.Starts(i, "block")
		if !ok || m.End >= len(b.Toks) || b.Norms[m.End] != ":" {
			continue
		}
		value := b.Printed(m.End+1, b.LineEnd(i))
		switch m.Entry.ID {
		case "number":
			if number == "" {
				number, first = value, i
			}
		case "about":
			if about == "" && first >= 0 {
				about, end = value, b.LineEnd(i)
			}
		}
	}
	if number == "" || about == "" {
		return nil
	}
	return &circular.Document{Kind: circular.DocumentLetter, Type: letterType, Number: number, Title: about, Span: b.Span(first, end)}
}

// ownForm returns the form that the first line makes the text, or nil.
func (b *builder) ownForm() *circular.Document {
	if _, ok := b.Starts(0, "ownform"); !ok {
		return nil
	}
	end := b.LineEnd(0)
	return &circular.Document{Kind: circular.DocumentForm, Type: "formulir", Title: b.Printed(0, end), Span: b.Span(0, end)}
}
