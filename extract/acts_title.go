package extract

import (
	"strings"

	"github.com/telaah/telaah/lexicon"
)

// maxTitle bounds the tokens of a title.
const maxTitle = 90

// titleOf parses "tentang ..." at token at into a.
func (d *doc) titleOf(a *act, at int) {
	i := d.skip(at, ",")
	m, ok := d.Starts(i, "acttitle")
	if !ok || m.Entry.Attrs["weak"] != "" && a.number == "" && a.by < 0 {
		return
	}
	if m.End >= len(d.Toks) {
		return
	}
	first := m.End
	limit := min(len(d.Toks), first+maxTitle)
	if k := d.sentAt(first); k >= 0 {
		limit = min(limit, d.sents[k].end)
	}
	quoted := d.Toks[first].Norm == "\"" || d.Toks[first].Norm == "\u201c"
	if quoted {
		first++
	}
	end := first
	for end < limit && !d.titleStops(a, first, end, quoted) {
		end++
	}
	for end > first && (d.norms[end-1] == "dan" || d.norms[end-1] == "yang" || d.norms[end-1] == "pada" || d.norms[end-1] == "hari" && end < limit || d.norms[end-1] == "serta" || d.Toks[end-1].Norm == "," || d.Toks[end-1].Norm == "." || d.Toks[end-1].Norm == "\"" || d.Toks[end-1].Norm == "\u201d") {
		end--
	}
	a.titleFirst, a.titleEnd = first, end
}

// titleStops reports whether the title that began at first cannot go on with
// token i.
func (d *doc) titleStops(a *act, first, i int, quoted bool) bool {
	t := d.Toks[i]
	if quoted {
		return t.Norm == "\"" || t.Norm == "\u201d"
	}
	switch t.Norm {
	case ";", ":", "\u201c", "\u201d", "\"":
		return true
	}
	if t.Kind == lexicon.Number && i > first && d.norms[i-1] == "pada" && d.issuedOn(a, i) {
		return true
	}
	comma := i > first && d.Toks[i-1].Norm == ","
	for _, m := range d.At(i) {
		switch m.Entry.Class {
		case "titleend":
			if i > first && (m.Entry.ID != "verb" || comma || !d.Capital(i)) {
				return true
			}
		case "issue":
			if i > first && m.Entry.ID != "via" && m.Entry.Attrs["date"] == "" && !d.Capital(i) {
				return true
			}
		case "press":
			if i > first && comma {
				return true
			}
		case "weekday":
			// A title never prints a single day with its weekday.
			if k := d.mentionAt(i); i > first && k >= 0 && (comma || d.dates[k].Single()) {
				return true
			}
		case "act":
			if prev := d.norms[max(i-1, 0)]; i > first && (comma || prev == "serta" || prev == "dan" && d.namedAnew(i)) {
				return true
			}
		case "actnumber":
			if a.number == "" && !d.actBetween(first, i) && i > first {
				if end, _ := d.actNumber(m.End); end > m.End {
					return true
				}
			}
		}
	}
	if comma && !d.Capital(i) && strings.HasPrefix(t.Norm, "me") && len(t.Norm) > 7 {
		return true // a verb: the sentence goes on
	}
	return comma && d.officeAt[i] >= 0
}

// issuedOn reports whether a single day at token i tells when a was issued: it
// ends its clause, and a verb of issuing stands in front of a.
func (d *doc) issuedOn(a *act, i int) bool {
	k := d.mentionAt(i)
	if k < 0 || !d.dates[k].Single() {
		return false
	}
	if end := d.dates[k].End; end < len(d.Toks) && d.norms[end] != "." && d.norms[end] != "," {
		return false
	}
	for j := a.first - 1; j >= max(0, a.first-12); j-- {
		if m, ok := d.Starts(j, "issue"); ok {
			return m.Entry.Attrs["voice"] == "active"
		}
	}
	return false
}

// namedAnew reports whether the act phrase at token i names an act with a
// number of its own.
func (d *doc) namedAnew(i int) bool {
	m, ok := d.Starts(i, "act")
	if !ok {
		return false
	}
	_, ok = d.Find(m.End, min(len(d.Toks), m.End+10), "actnumber")
	return ok
}

// actBetween reports whether an act is named in the tokens from first up to end.
func (d *doc) actBetween(first, end int) bool {
	_, ok := d.Find(first, end, "act")
	return ok
}
