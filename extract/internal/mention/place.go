package mention

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/telaah/telaah/extract/internal/reading"
	"github.com/telaah/telaah/lexicon"
)

// Bounds of what is one name, so that hostile text costs no more than its length.
const (
	maxPlace  = 4   // words of a place
	maxPlaces = 128 // places that one text may teach
)

// Places are the regions that the text itself shows to be such though the table
// of regions lacks them, such as a region of tomorrow or one written in a way of
// its own.
type Places struct {
	r     *reading.Reading
	names map[string]string // words -> as printed
}

// FindPlaces learns the places of r:
//
//	place = ( "Kabupaten" | "Kota" | "Pemkab" ... ) Name       not in a headline
//	      | head Name ( number | "," titles Name | titles Name )
//	      | NAME at the very start of a news text, before a dash
func FindPlaces(r *reading.Reading, l *Layout) *Places {
	p := &Places{r, map[string]string{}}
	for _, m := range r.Matches {
		switch {
		case m.Entry.Class == "regionword":
			if r.Capital(m.First) && !l.Is(m.First, Headline) && !l.Is(m.First, Furniture) && !r.Is(m.First-1, "regent") && !r.Is(m.First-1, "datename") {
				p.learn(m.End, p.end(m.End))
			}
		case m.Entry.Class == "office" && m.Entry.Attrs["rank"] == "head" && m.Entry.Attrs["level"] != "institution" && r.Capital(m.First):
			end := p.end(m.End)
			at := r.Skip(end, ",")
			title, titled := r.Starts(at, "honorific")
			if at == end && r.Is(at, "actnumber") || titled && (at > end || title.Entry.Attrs["sure"] != "") {
				p.learn(m.End, end)
			}
		}
	}
	p.news(l)
	return p
}

// news learns the place in front of the dash that opens a news text.
func (p *Places) news(l *Layout) {
	if l.Lead < 0 {
		return
	}
	end := p.end(l.Lead)
	if end == l.Lead || !p.r.Upper(l.Lead, end) {
		return
	}
	for i := end; i+1 < l.LeadEnd && p.r.Toks[i].Norm != "."; i++ {
		switch p.r.Toks[i].Norm {
		case "-", "\u2013", "\u2014":
			if p.r.Toks[i].Space && p.r.Toks[i+1].Space {
				p.learn(l.Lead, end)
			}
			return
		}
	}
}

// end returns the token behind the words with capitals that can name the place
// that begins at token i.
func (p *Places) end(i int) int {
	end := i
	for end < len(p.r.Toks) && end < i+maxPlace {
		if t := p.r.Toks[end]; t.Kind != lexicon.Word || !p.r.Capital(end) || t.Line && end > i || StopsName(p.r, end) || p.r.Is(end, "honorific") || p.r.Is(end, "unitword") {
			break
		}
		end++
	}
	return end
}

// learn keeps the words of a place that the table of regions lacks.
func (p *Places) learn(first, end int) {
	if end == first || len(p.names) > maxPlaces {
		return
	}
	if n, _ := lexicon.DefaultRegions().MatchAt(p.r.Norms, first); n > 0 {
		return
	}
	key, name := strings.Join(p.r.Norms[first:end], " "), p.r.Printed(first, end)
	if old, ok := p.names[key]; ok && old != strings.ToUpper(old) {
		return
	}
	p.names[key] = name
}

// At returns the learned place at token i, and how many words it has; none
// where n is 0. A name that the text prints in capitals alone is given back with
// initials.
func (p *Places) At(i int) (name string, n int) {
	if len(p.names) == 0 || !p.r.Capital(i) {
		return "", 0
	}
	for end := min(len(p.r.Toks), i+maxPlace); end > i; end-- {
		if name, ok := p.names[strings.Join(p.r.Norms[i:end], " ")]; ok {
			return initials(name), end - i
		}
	}
	return "", 0
}

// initials writes a name that is all in capitals with initials only.
func initials(name string) string {
	if name != strings.ToUpper(name) {
		return name
	}
	words := strings.Fields(strings.ToLower(name))
	for k, w := range words {
		r, size := utf8.DecodeRuneInString(w)
		words[k] = string(unicode.ToUpper(r)) + w[size:]
	}
	return strings.Join(words, " ")
}
