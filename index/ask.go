package index

import (
	"slices"
	"strings"

	"github.com/telaah/telaah/index/bahasa"
	"github.com/telaah/telaah/index/internal/engine"
	"github.com/telaah/telaah/lexicon"
)

// ask takes out of the terms of a query what only asks: words of a question, and
// "di atas 50 persen", which becomes a range. A query of nothing else keeps its
// words.
func (q *Query) ask() {
	words := lexicon.Search().Questions
	kept := q.Terms[:0:0]
	for i := 0; i < len(q.Terms); {
		if n, ok := q.percentAt(i, words); ok {
			i += n
			continue
		}
		if t := q.Terms[i]; !(t.plain() && !t.Or && !(i+1 < len(q.Terms) && q.Terms[i+1].Or) && slices.ContainsFunc(words["ask"], func(p []string) bool {
			return len(p) == 1 && p[0] == strings.ToLower(strings.Trim(t.Text, "?.,!"))
		})) {
			kept = append(kept, t)
		}
		i++
	}
	if len(kept) > 0 || q.MinPercent != nil || q.MaxPercent != nil {
		q.Terms = kept
	}
}

// plain reports whether a term is a word without signs.
func (t Term) plain() bool { return !t.Phrase && !t.Not && !t.Prefix }

// percentAt reads a range of percentages at the i-th term, "di atas 50 persen",
// and returns how many terms it takes.
func (q *Query) percentAt(i int, words map[string][][]string) (n int, ok bool) {
	for _, side := range []struct{ name, sign string }{{"over", ">"}, {"under", "<"}} {
		for _, phrase := range words[side.name] {
			if !q.hasAt(i, phrase) || i+len(phrase) >= len(q.Terms) {
				continue
			}
			at := i + len(phrase)
			figure, whole := strings.CutSuffix(q.Terms[at].Text, "%")
			end := at + 1
			if !whole {
				if end >= len(q.Terms) || !slices.Contains([]string{"persen", "%", "percent"}, strings.ToLower(strings.Trim(q.Terms[end].Text, "?.,"))) {
					continue
				}
				end++
			}
			lo, hi, ok := parsePercent(side.sign + figure)
			if !ok {
				continue
			}
			if lo != nil {
				q.MinPercent = lo
			} else {
				q.MaxPercent = hi
			}
			return end - i, true
		}
	}
	return 0, false
}

// hasAt reports whether the terms from the i-th on are the words of a phrase.
func (q *Query) hasAt(i int, phrase []string) bool {
	if i+len(phrase) > len(q.Terms) {
		return false
	}
	for k, w := range phrase {
		if t := q.Terms[i+k]; !t.plain() || t.Or || strings.ToLower(t.Text) != w {
			return false
		}
	}
	return true
}

// Unknown is the value of a filter that neither a table nor any document knows.
type Unknown struct {
	Filter string `json:"filter"`         // "region", "issuer" or "group"
	Value  string `json:"value"`          // as given
	Near   string `json:"near,omitempty"` // a known value that is much like it
}

// unknown returns the values of filters that nothing knows.
func (c *compiler) unknown(q *Query) []Unknown {
	var out []Unknown
	finds := func(n engine.Node) bool {
		return slices.ContainsFunc(n, func(b engine.Branch) bool { return len(b.Leaves) > 0 && c.known(b.Leaves...) })
	}
	for _, r := range q.Regions {
		if len(regionsNamed(r)) == 0 && !finds(c.region(r)) {
			out = append(out, Unknown{"region", r, nearestRegion(r)})
		}
	}
	for _, text := range q.Issuers {
		if !finds(c.issuer(text)) {
			out = append(out, Unknown{Filter: "issuer", Value: text})
		}
	}
	for _, g := range q.Groups {
		if !c.known(engine.Leaf{Field: engine.FieldCategory, Term: g}) {
			all, err := c.view.Terms(c.ctx, engine.TermQuery{Field: engine.FieldCategory, Limit: maxGroups})
			c.fail(err)
			var names []string
			for _, t := range all {
				names = append(names, t.Term)
			}
			slices.Sort(names)
			out = append(out, Unknown{"group", g, nearestTerm(g, names)})
		}
	}
	return out
}

// maxGroups is more than there are groups in the taxonomy.
const maxGroups = 1000

// known reports whether each of the leaves is in some document.
func (c *compiler) known(leaves ...engine.Leaf) bool {
	counts, err := c.view.Counts(c.ctx, leaves)
	c.fail(err)
	return err == nil && !slices.Contains(counts, 0)
}

// nearestRegion returns the name of the region that is most like a word.
func nearestRegion(s string) string {
	var names []string
	for _, r := range lexicon.Regions() {
		names = append(names, r.Name)
		if _, short, ok := strings.Cut(r.Name, " "); ok && r.Parent != "" {
			names = append(names, short)
		}
	}
	return nearestTerm(s, names)
}

// nearestTerm returns the word that differs from s in at most two letters, the
// least different first, or "".
func nearestTerm(s string, known []string) string {
	best, distance := "", 3
	for _, k := range known {
		if d := bahasa.Distance(strings.ToLower(s), strings.ToLower(k), 3); d < distance {
			best, distance = k, d
		}
	}
	return best
}
