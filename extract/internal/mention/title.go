package mention

import (
	"strings"

	"github.com/telaah/telaah/lexicon"
)

// maxTitle bounds the tokens of a title.
const maxTitle = 90

// title parses "tentang ..." at token at into a.
func (g *actGrammar) title(a *Act, at int) {
	i := g.Skip(at, ",")
	m, ok := g.Starts(i, "acttitle")
	if !ok || m.Entry.Attrs["weak"] != "" && a.Number == "" && a.By < 0 || m.End >= len(g.Toks) {
		return
	}
	first := m.End
	limit := min(len(g.Toks), first+maxTitle)
	if k := g.layout.At(first); k >= 0 {
		limit = min(limit, g.layout.Sentences[k].End)
	}
	quoted := g.Skip(first, "\"", "\u201c") > first
	if quoted {
		first++
	}
	end := first
	for end < limit && !g.titleStops(a, first, end, quoted) {
		end++
	}
	for end > first && (g.Skip(end-1, ",", ".", "\"", "\u201d") == end || g.Is(end-1, "and") || g.dangles(end-1, end < limit)) {
		end--
	}
	a.TitleFirst, a.TitleEnd = first, end
}

// dangles reports whether the word at token i cannot end a title; some can
// only where the sentence does not go on.
func (g *actGrammar) dangles(i int, goesOn bool) bool {
	m, ok := g.Starts(i, "titletail")
	return ok && m.End == i+1 && (goesOn || m.Entry.Attrs["inner"] == "")
}

// titleStops reports whether the title that began at first cannot go on with
// token i.
func (g *actGrammar) titleStops(a *Act, first, i int, quoted bool) bool {
	t := g.Toks[i]
	if quoted {
		return t.Norm == "\"" || t.Norm == "\u201d"
	}
	switch t.Norm {
	case ";", ":", "\u201c", "\u201d", "\"":
		return true
	}
	if t.Kind == lexicon.Number && i > first && g.Is(i-1, "onday") && g.issuedOn(a, i) {
		return true
	}
	if i > first+1 && t.Kind == lexicon.Word && strings.ToUpper(g.Raw(i)) != g.Raw(i) && caps(g.Raw(first)) && caps(g.Raw(first+1)) {
		return true // a title in capitals, and the text behind it on its line
	}
	comma := i > first && g.Toks[i-1].Norm == ","
	if i > first && a.Number != "" && a.Date.IsZero() && g.datesAct(i, comma) {
		return true
	}
	for _, m := range g.At(i) {
		switch m.Entry.Class {
		case "titleend":
			if i > first && (m.Entry.Attrs["small"] == "" || comma || !g.Capital(i)) {
				return true
			}
		case "issue":
			if i > first && m.Entry.Attrs["voice"] != "via" && m.Entry.Attrs["date"] == "" && !g.Capital(i) {
				return true
			}
		case "press":
			if comma {
				return true
			}
		case "weekday":
			// A title never prints a single day with its weekday.
			if k := g.dateFrom(i); i > first && k >= 0 && (comma || g.dates[k].Single()) {
				return true
			}
		case "act":
			if i > first && (comma || g.Is(i-1, "and") && g.namedAnew(i)) {
				return true
			}
		case "actnumber":
			if a.Number == "" && i > first {
				if _, nested := g.Find(first, i, "act"); !nested {
					if n := NumberAt(g.Reading, m.End); n.Text != "" {
						return true
					}
				}
			}
		}
	}
	if comma && !g.Capital(i) && lexicon.Active(t.Norm) {
		return true // a verb: the sentence goes on
	}
	return comma && g.officeAt[i] >= 0
}

// caps reports whether a word of two letters or more is in capitals.
func caps(s string) bool {
	return len(s) > 1 && strings.ToUpper(s) == s && strings.ToLower(s) != s
}

// issuedOn reports whether a single day at token i tells when a was issued: it
// ends its clause, and a verb of issuing stands in front of a in its sentence.
func (g *actGrammar) issuedOn(a *Act, i int) bool {
	k := g.dateFrom(i)
	if k < 0 || !g.dates[k].Single() {
		return false
	}
	if end := g.dates[k].End; end < len(g.Toks) && g.Skip(end, ".", ",") == end {
		return false
	}
	s := g.layout.At(a.First)
	if s < 0 {
		return false
	}
	for j := a.First - 1; j >= g.layout.Sentences[s].First; j-- {
		if m, ok := g.Starts(j, "issue"); ok {
			return m.Entry.Attrs["voice"] == "active"
		}
	}
	return false
}

// datesAct reports whether a single day at token i, behind a title, tells when
// its act was signed: "tentang Jam Kerja tanggal 7 Maret 2024". Right behind an
// event it is the day of that.
func (g *actGrammar) datesAct(i int, comma bool) bool {
	k := g.dateFrom(i)
	if k < 0 || !g.dayAlone(k) || g.dates[k].Weekday || !comma && !g.Is(i, "dateword") {
		return false
	}
	for j := i - 1; j >= 0 && g.Toks[j].Kind == lexicon.Word && j >= i-maxEvent; j-- {
		for _, m := range g.At(j) {
			if m.Entry.Class == "dateuse" && m.End == i {
				return false
			}
		}
	}
	return true
}

// maxEvent bounds the words of an event.
const maxEvent = 4

// namedAnew reports whether the act phrase at token i names an act with a
// number of its own: one follows before the next title.
func (g *actGrammar) namedAnew(i int) bool {
	m, ok := g.Starts(i, "act")
	if !ok {
		return false
	}
	for j := m.End; j < len(g.Toks) && j < i+maxIssuer && !g.Is(j, "acttitle"); j++ {
		if g.Is(j, "actnumber") {
			return true
		}
	}
	return false
}
