package index

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/index/internal/engine"
	"github.com/telaah/telaah/lexicon"
)

// compiler makes programs. It keeps the first error.
type compiler struct {
	ctx  context.Context
	view engine.View
	err  error
}

// compile makes a query ready to run.
func (c *compiler) compile(p plan, q *Query) *engine.Program {
	prog := &engine.Program{Any: q.Any}
	before := "" // the last word of the unit before
	for _, u := range p.units {
		if u.not {
			prog.Nots = append(prog.Nots, c.unit(u))
			continue
		}
		first, last := u.ends()
		if before != "" && first != "" {
			prog.Near = append(prog.Near, engine.Near{Pair: engine.Leaf{Field: engine.FieldPair, Term: engine.PairTerm(before, first)}, Unit: len(prog.Units) - 1})
		}
		before = last
		prog.Units = append(prog.Units, c.unit(u))
	}
	prog.Filters = c.filters(q)
	return prog
}

// unit returns the ways to match a unit: its words in the text or, for what must
// be there, in the circular's title, issuer and region; its values.
func (c *compiler) unit(u unit) engine.Node {
	var n engine.Node
	for _, a := range u.alts {
		if len(a.values) > 0 {
			b := engine.Branch{Quality: a.boost}
			for _, v := range a.values {
				b.Leaves = append(b.Leaves, engine.Leaf{Field: v.field, Term: v.term})
			}
			n = append(n, b)
		}
		switch {
		case len(a.words) == 0:
		case a.prefix:
			for _, term := range c.withPrefix(a.words[0]) {
				n = append(n, engine.Branch{Leaves: leaves(engine.FieldText, term), Quality: a.boost})
			}
		default:
			n = append(n, engine.Branch{Leaves: leaves(engine.FieldText, a.words...), Phrase: len(a.words) > 1, Quality: a.boost})
			if !u.not {
				n = append(n, engine.Branch{Leaves: leaves(engine.FieldAbout, a.words...), Quality: a.boost * boostAbout})
			}
		}
	}
	return n
}

func leaves(field string, words ...string) []engine.Leaf {
	out := make([]engine.Leaf, len(words))
	for i, w := range words {
		out[i] = engine.Leaf{Field: field, Term: w}
	}
	return out
}

func (c *compiler) fail(err error) {
	if err != nil && c.err == nil {
		c.err = err
	}
}

// maxExpansion is how many words one beginning of a word may stand for.
const maxExpansion = 64

// withPrefix returns the stems of the words that begin so.
func (c *compiler) withPrefix(prefix string) []string {
	var out []string
	seen := map[string]bool{}
	words, err := c.view.Terms(c.ctx, engine.TermQuery{Field: engine.FieldWords, Prefix: prefix, Limit: maxExpansion})
	c.fail(err)
	for _, w := range words {
		for _, stem := range analysed([]string{w.Term}) {
			if !seen[stem] {
				seen[stem] = true
				out = append(out, stem)
			}
		}
	}
	return out
}

// filters returns a node for each filter of the query.
func (c *compiler) filters(q *Query) []engine.Node {
	var out []engine.Node
	add := func(field string, terms []string) {
		if len(terms) > 0 {
			out = append(out, anyOf(field, terms))
		}
	}
	add(engine.FieldKind, texts(q.Kinds))
	add(engine.FieldMode, texts(q.Modes))
	add(engine.FieldLevel, texts(q.Levels))
	add(engine.FieldCategory, q.Groups)
	var numbers, years []string
	for _, n := range q.Numbers {
		numbers = append(numbers, circular.NumberKey(n))
	}
	add(engine.FieldNumber, numbers)
	for _, y := range q.Years {
		for n := max(y.First, 1900); n <= min(y.Last, 2200); n++ {
			years = append(years, strconv.Itoa(n))
		}
	}
	if len(q.Years) > 0 {
		out = append(out, anyOf(engine.FieldYear, years))
	}
	if len(q.Regions) > 0 {
		var n engine.Node
		for _, r := range q.Regions {
			n = append(n, c.region(r)...)
		}
		out = append(out, n)
	}
	if len(q.Issuers) > 0 {
		var n engine.Node
		for _, text := range q.Issuers {
			n = append(n, c.issuer(text)...)
		}
		out = append(out, n)
	}
	if q.MinPercent != nil {
		out = append(out, within(engine.FieldHighest, percentKey(max(0, *q.MinPercent)), ""))
	}
	if q.MaxPercent != nil {
		out = append(out, within(engine.FieldPercent, "", percentKey(min(100, max(0, *q.MaxPercent)))))
	}
	if !q.From.IsZero() {
		out = append(out, anyOf(engine.FieldTo, dayTerms(q.From, true)))
	}
	if !q.To.IsZero() {
		out = append(out, anyOf(engine.FieldFrom, dayTerms(q.To, false)))
	}
	return out
}

func texts[T ~string](list []T) []string {
	out := make([]string, len(list))
	for i, v := range list {
		out[i] = string(v)
	}
	return out
}

// anyOf holds for documents with one of the values.
func anyOf(field string, terms []string) engine.Node {
	n := make(engine.Node, len(terms))
	for i, t := range terms {
		n[i] = engine.Branch{Leaves: leaves(field, t)}
	}
	return n
}

// within holds for documents with a value from lo to hi; hi "" is open.
func within(field, lo, hi string) engine.Node {
	return engine.Node{{Leaves: []engine.Leaf{{Field: field, Term: lo, To: hi, Range: true}}}}
}

// dayTerms returns the terms for every day from the given one on, or up to it:
// whole years, then whole months, then days.
func dayTerms(day circular.Date, from bool) []string {
	year := min(max(day.Year, firstYear), lastYear)
	var out []string
	if from {
		out = append(out, openEnd[:4])
		for y := year + 1; y <= lastYear; y++ {
			out = append(out, fmt.Sprintf("%04d", y))
		}
		for m := int(day.Month) + 1; m <= 12; m++ {
			out = append(out, fmt.Sprintf("%04d-%02d", year, m))
		}
		for d := day.Day; d <= 31; d++ {
			out = append(out, fmt.Sprintf("%04d-%02d-%02d", year, day.Month, d))
		}
		return out
	}
	out = append(out, openStart[:4])
	for y := firstYear; y < year; y++ {
		out = append(out, fmt.Sprintf("%04d", y))
	}
	for m := 1; m < int(day.Month); m++ {
		out = append(out, fmt.Sprintf("%04d-%02d", year, m))
	}
	for d := 1; d <= day.Day; d++ {
		out = append(out, fmt.Sprintf("%04d-%02d-%02d", year, day.Month, d))
	}
	return out
}

// regionsNamed returns the regions that a name or a code may mean.
func regionsNamed(name string) []lexicon.Region {
	name = strings.ToLower(strings.TrimSpace(name))
	if r, ok := lexicon.DefaultRegions().ByCode(name); ok {
		return []lexicon.Region{r}
	}
	found := lexicon.FindRegion(name)
	for _, prefix := range []string{"kabupaten ", "kota ", "provinsi "} {
		if len(found) == 0 {
			found = lexicon.FindRegion(prefix + name)
		}
	}
	return found
}

// region holds for documents of a region: by its code, or by every region that
// the name may mean. A name that no table has is looked for in the issuer.
func (c *compiler) region(name string) engine.Node {
	name = strings.ToLower(strings.TrimSpace(name))
	if name != "" && strings.Trim(name, "0123456789.") == "" {
		return anyOf(engine.FieldRegion, []string{name})
	}
	found := regionsNamed(name)
	if len(found) == 0 {
		return c.issuer(name)
	}
	var codes []string
	for _, r := range found {
		codes = append(codes, r.Code)
	}
	return anyOf(engine.FieldRegion, codes)
}

// issuer holds for documents whose issuer has all the words, in any of the
// spellings of the lexicon.
func (c *compiler) issuer(text string) engine.Node {
	n := engine.Node{{}}
	for _, u := range runUnits(tokensOf(Term{Text: text})) {
		var next engine.Node
		for _, a := range u.alts {
			if len(a.words) == 0 || len(n)*len(u.alts) > maxExpansion {
				continue
			}
			for _, b := range n {
				both := engine.Branch{Leaves: append([]engine.Leaf(nil), b.Leaves...)}
				for _, w := range a.words {
					both.Leaves = append(both.Leaves, engine.Leaf{Field: engine.FieldIssuer, Term: w})
				}
				next = append(next, both)
			}
		}
		if next != nil {
			n = next
		}
	}
	if len(n[0].Leaves) == 0 {
		return nil
	}
	return n
}
