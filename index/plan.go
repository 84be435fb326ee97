package index

import (
	"strings"
	"sync"

	"github.com/telaah/telaah/index/bahasa"
	"github.com/telaah/telaah/index/internal/engine"
	"github.com/telaah/telaah/lexicon"
)

// A plan is what a query asks for, in the terms of the index: every unit must
// match, each by one of its alternatives.
type plan struct {
	units []unit
}

// unit is one thing that a query asks for.
type unit struct {
	alts  []alt
	not   bool
	start int // place of its words in Query.Text
	end   int
}

// ends returns the first and the last word of a unit as typed, "" where it has
// no whole words.
func (u *unit) ends() (first, last string) {
	if len(u.alts) == 0 || len(u.alts[0].words) == 0 || u.alts[0].prefix {
		return "", ""
	}
	words := u.alts[0].words
	return words[0], words[len(words)-1]
}

// alt is one way to match a unit: words in a row, whole values, or both.
type alt struct {
	words  []string // analysed, in a row
	values []value  // all of them
	prefix bool     // the one word is the beginning of a word, not analysed
	boost  float64  // how much it counts beside the others
}

// value is a whole value of a field.
type value struct{ field, term string }

// How much an alternative counts beside the words of the query themselves.
const (
	boostSynonym = 0.7 // another phrase of the same meaning
	boostAbout   = 0.4 // the words stand in the circular's title, issuer or region
	boostValue   = 1.0 // the words name a value that the clause has
	boostRegion  = 0.3 // the words name its region, or one that has its region
	boostNumber  = 4.0 // the number of the circular
	boostCard    = 8.0 // the card of the circular with that number
)

// phraseTable finds the alternatives of known phrases by their analysed words.
type phraseTable struct {
	alts    map[string][]alt // by words joined with spaces
	longest int
}

// phrases is the table of the lexicon's synonyms and values.
var phrases = sync.OnceValue(func() *phraseTable {
	words := lexicon.Search()
	t := &phraseTable{alts: map[string][]alt{}}
	for _, group := range words.Synonyms {
		for i, from := range group {
			if !from.Asks {
				continue
			}
			for j, to := range group {
				if i != j && to.Answers {
					t.add(from.Words, alt{words: analysed(to.Words), boost: boostSynonym})
				}
			}
		}
	}
	for _, v := range words.Values {
		a := alt{values: []value{{v.Field, canonical(v.Field, v.Value)}}, boost: boostValue}
		if v.Field == engine.FieldSigned {
			a.values = append(a.values, value{engine.FieldKind, string(KindCircular)})
		}
		for _, p := range v.Phrases {
			t.add(p, a)
		}
	}
	return t
})

// canonical returns a value of the lexicon as records write it.
func canonical(field, v string) string {
	if field == engine.FieldMode {
		return strings.ToUpper(v)
	}
	return v
}

// add puts an alternative of a phrase into the table.
func (t *phraseTable) add(phrase []string, a alt) {
	words := analysed(phrase)
	if len(words) == 0 {
		return
	}
	key := strings.Join(words, " ")
	t.alts[key] = append(t.alts[key], a)
	t.longest = max(t.longest, len(words))
}

// analysed returns the terms of words without whole compounds.
func analysed(words []string) []string {
	var out []string
	for _, t := range bahasa.Analyze(strings.Join(words, " ")) {
		if t.Kind != bahasa.Compound {
			out = append(out, t.Term)
		}
	}
	return out
}

// queryToken is one word of a run of plain words in a query.
type queryToken struct {
	bahasa.Token
	raw   string // as typed, in lower case
	whole string // at the first part of a compound: the whole
	parts int    // and how many parts it has
}

// newPlan turns the terms of a query into units.
func newPlan(q *Query) plan {
	var p plan
	var run []queryToken
	flush := func() {
		p.units = append(p.units, runUnits(run)...)
		run = nil
	}
	for i, t := range q.Terms {
		next := i+1 < len(q.Terms) && q.Terms[i+1].Or
		if !t.Phrase && !t.Not && !t.Prefix && !t.Or && !next {
			run = append(run, tokensOf(t)...)
			continue
		}
		flush()
		u := termUnits(t)
		if t.Or && len(p.units) > 0 && len(u) > 0 {
			last := &p.units[len(p.units)-1]
			for _, v := range u {
				last.alts = append(last.alts, v.alts...)
			}
			last.end = t.End
			continue
		}
		p.units = append(p.units, u...)
	}
	flush()
	return p
}

// tokensOf returns the analysed words of a plain term with their places in the
// query. The unit behind a percentage is left out: it says nothing more.
func tokensOf(t Term) []queryToken {
	var out []queryToken
	var whole *bahasa.Token
	tokens := bahasa.Analyze(t.Text)
	for i := range tokens {
		k := tokens[i]
		k.Start += t.Start
		k.End += t.Start
		if k.Kind == bahasa.Compound {
			whole = &k
			continue
		}
		if i > 0 && tokens[i-1].Kind == bahasa.Percent && k.Term == "persen" {
			continue
		}
		qt := queryToken{Token: k, raw: strings.ToLower(t.Text[tokens[i].Start:tokens[i].End])}
		if whole != nil {
			qt.whole = whole.Term
			for _, o := range tokens[i:] {
				if o.Start+t.Start < whole.End && o.Kind != bahasa.Compound {
					qt.parts++
				}
			}
			whole = nil
		}
		out = append(out, qt)
	}
	return out
}

// termUnits returns the units of a phrase, a word with a sign, or one side of OR.
func termUnits(t Term) []unit {
	u := unit{not: t.Not, start: t.Start, end: t.End}
	if t.Prefix {
		u.alts = []alt{{words: []string{bahasa.Tokens(t.Text)[0].Term}, prefix: true, boost: 1}}
		return []unit{u}
	}
	if words := analysed([]string{t.Text}); (t.Phrase || t.Not) && len(words) > 0 {
		u.alts = []alt{{words: words, boost: 1}}
		return []unit{u}
	}
	return runUnits(tokensOf(t))
}

// runUnits parts a run of words into units: numbers of circulars, known
// phrases, the longest first, and single words.
func runUnits(run []queryToken) []unit {
	var out []unit
	table := phrases()
	raw := make([]string, len(run))
	for i, t := range run {
		raw[i] = t.raw
	}
	for i := 0; i < len(run); {
		if u, n := numberUnit(run[i:]); n > 0 {
			out = append(out, u)
			i += n
			continue
		}
		n := max(1, run[i].parts)
		u := unit{start: run[i].Start}
		for k := min(table.longest, len(run)-i); k > 0; k-- {
			if alts, ok := table.alts[join(run[i:i+k])]; ok && k >= n {
				u.alts, n = append(u.alts, alts...), k
				break
			}
		}
		if k, regions := lexicon.DefaultRegions().MatchAt(raw, i); k >= n && len(regions) <= maxRegions {
			if k > n {
				u.alts, n = nil, k
			}
			u.alts = append(u.alts, regionAlts(regions)...)
		}
		u.end = run[i+n-1].End
		own := alt{boost: 1}
		for _, t := range run[i : i+n] {
			own.words = append(own.words, t.Term)
		}
		u.alts = append([]alt{own}, u.alts...)
		if run[i].whole != "" {
			u.alts = append(u.alts, alt{words: []string{run[i].whole}, boost: 1})
		}
		if n == 1 {
			u.alts = append(u.alts, figures(run[i])...)
		}
		out = append(out, u)
		i += n
	}
	return out
}

// maxRegions is how many regions a name may mean and still count as one.
const maxRegions = 4

// regionAlts finds what any of the regions ruled, and their names in full.
func regionAlts(regions []lexicon.Region) []alt {
	var out []alt
	for _, r := range regions {
		name := r.Name
		if _, short, ok := strings.Cut(name, " "); ok && r.Parent != "" {
			name = short
		}
		out = append(out, alt{words: analysed([]string{name}), boost: boostSynonym},
			alt{values: []value{{engine.FieldRegion, r.Code}}, boost: boostRegion})
	}
	return out
}

func join(run []queryToken) string {
	words := make([]string, len(run))
	for i, t := range run {
		words[i] = t.Term
	}
	return strings.Join(words, " ")
}
