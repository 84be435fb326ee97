package compare

import (
	"strings"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/lexicon"
)

// voice is the knowledge in the language of the reader: it prints days, limits
// and groups, and fills sentences.
type voice struct {
	*knowledge
	lang string // "id" or "en"
}

// reason returns a sentence of words/reasons.yaml.
func (v *voice) reason(key string, values ...string) string {
	return v.because[key].fill(v.lang, values)
}

// day prints a date: "16 April 2024".
func (v *voice) day(d circular.Date) string { return lexicon.Day(d, v.lang) }

// days prints a period: "16 April 2024 s.d. 17 April 2024", one day alone, or
// an open end in words.
func (v *voice) days(p circular.Period) string {
	switch {
	case p == (circular.Period{}):
		return "-"
	case p.Start == p.End:
		return v.day(p.Start)
	case p.End.IsZero():
		return v.day(p.Start) + v.term("until") + v.term("open")
	case p.Start.IsZero():
		return strings.TrimSpace(v.term("until") + v.day(p.End))
	}
	start := v.day(p.Start)
	if p.Start.Year == p.End.Year && p.Start.Month == p.End.Month {
		start, _, _ = strings.Cut(start, " ") // "16 s.d. 17 April 2024"
	}
	return start + v.term("until") + v.day(p.End)
}

// list joins parts to a phrase: "a, b, dan c".
func (v *voice) list(parts []string) string {
	switch n := len(parts); n {
	case 0:
		return ""
	case 1:
		return parts[0]
	case 2:
		return parts[0] + v.term("and") + parts[1]
	default:
		return strings.Join(parts[:n-1], ", ") + "," + v.term("and") + parts[n-1]
	}
}
