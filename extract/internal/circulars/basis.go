package circulars

import (
	"github.com/telaah/telaah/circular"
)

// bases adds a legal-basis clause for every act that is no circular, once. An
// act that is revoked is none.
func (b *builder) bases() {
	type key struct {
		kind, number string
		year         int
	}
	seen := map[key]bool{}
	for i := range b.acts {
		a := &b.acts[i]
		if a.Circular() || a.Role == "none" || a.Letter() && !b.followed(a) {
			continue
		}
		l := &circular.LegalBasis{Type: b.kindOf(a), Number: a.Number, Year: a.Year, Title: b.Printed(a.TitleFirst, a.TitleEnd), Date: a.Date}
		k := key{l.Type, circular.NumberKey(l.Number), l.Year}
		if seen[k] || l.Number == "" && seen[key{kind: l.Type}] {
			continue
		}
		seen[k], seen[key{kind: l.Type}] = true, true
		sure := 0.95
		switch {
		case l.Number == "":
			sure = 0.6
		case l.Year == 0:
			sure = 0.8
		}
		first, end := a.First, a.Behind()
		span := b.Span(first, end)
		b.out.Bases = append(b.out.Bases, circular.Clause{Kind: circular.KindLegalBasis, Confidence: sure, Rule: a.Entry.Rule(), LegalBasis: l,
			Span: span, Text: b.Text.Slice(span), Assertion: circular.AssertRule})
	}
}

// followed reports whether a letter is followed, and not revoked: only then is
// it a basis.
func (b *builder) followed(a *Act) bool {
	return a.Role == "basis" || a.Role == "" && a.By >= 0 && !a.Dead
}

// kindOf returns the type of a for records: "PP", "Pergub Jawa Barat",
// "Keputusan Kepala BNPB".
func (b *builder) kindOf(a *Act) string {
	kind := spaced(a.Entry.Attrs["type"])
	switch {
	case a.Of != "":
		return kind + " " + shortRegion(a.Of)
	case a.By >= 0 && a.Entry.Attrs["of"] != "":
		o := &b.Offices[a.By]
		return kind + " " + b.Printed(o.First, o.End)
	}
	return kind
}
