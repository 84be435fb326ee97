package index

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/lexicon"
)

// A program is a query made ready to run over each part of the index. A document
// is found where every unit and every filter holds and no exclusion does.
type program struct {
	units   []node
	nots    []node
	filters []node
	near    []near
	any     bool // one unit is enough
}

// near is where the words of two units stand side by side, as in the query.
type near struct {
	pair leaf
	unit int // the first of the two
}

// node holds where any of its branches does.
type node []branch

// branch holds where all its leaves do; with phrase set, in a row.
type branch struct {
	leaves  []leaf
	phrase  bool
	quality float64 // how much it counts beside the other branches
}

// pairs returns the pairs of neighbours in a phrase.
func (b *branch) pairs() []leaf {
	out := make([]leaf, len(b.leaves)-1)
	for i := range out {
		out[i] = leaf{fieldPair, pairTerm(b.leaves[i].term, b.leaves[i+1].term)}
	}
	return out
}

// leaf is one term of a field.
type leaf struct{ field, term string }

// The keys name what finds the same documents in the same way. No term has a
// byte below a blank.

func (l leaf) key() string { return l.field + "\x00" + l.term }

func (b *branch) key() string {
	var key strings.Builder
	if b.phrase {
		key.WriteByte('\x03')
	}
	for _, l := range b.leaves {
		key.WriteString(l.field + "\x00" + l.term + "\x01")
	}
	return key.String()
}

func (n node) key() string {
	var key strings.Builder
	for i := range n {
		key.WriteString(n[i].key() + "\x02")
	}
	return key.String()
}

// compiler makes programs. It keeps the first error.
type compiler struct {
	*session
	err error
}

// compile makes a query ready to run.
func (s *session) compile(p plan, q *Query) (*program, []Unknown, error) {
	c := &compiler{session: s}
	prog := &program{any: q.Any}
	before := "" // the last word of the unit before
	for _, u := range p.units {
		if u.not {
			prog.nots = append(prog.nots, c.unit(u))
			continue
		}
		first, last := u.ends()
		if before != "" && first != "" {
			prog.near = append(prog.near, near{leaf{fieldPair, pairTerm(before, first)}, len(prog.units) - 1})
		}
		before = last
		prog.units = append(prog.units, c.unit(u))
	}
	prog.filters = c.filters(q)
	return prog, c.unknown(q), c.err
}

// unit returns the ways to match a unit: its words in the text or, for what must
// be there, in the circular's title, issuer and region; its values. Ways that no
// document goes are left out.
func (c *compiler) unit(u unit) node {
	var n node
	add := func(b branch) {
		for _, l := range b.leaves {
			if c.frequency(l) == 0 {
				return
			}
		}
		n = append(n, b)
	}
	for _, a := range u.alts {
		if len(a.values) > 0 {
			b := branch{quality: a.boost}
			for _, v := range a.values {
				b.leaves = append(b.leaves, leaf(v))
			}
			add(b)
		}
		switch {
		case len(a.words) == 0:
		case a.prefix:
			for _, term := range c.withPrefix(a.words[0]) {
				add(branch{leaves: leaves(fieldText, term), quality: a.boost})
			}
		default:
			add(branch{leaves: leaves(fieldText, a.words...), phrase: len(a.words) > 1, quality: a.boost})
			if !u.not {
				add(branch{leaves: leaves(fieldAbout, a.words...), quality: a.boost * boostAbout})
			}
		}
	}
	return n
}

func leaves(field string, words ...string) []leaf {
	out := make([]leaf, len(words))
	for i, w := range words {
		out[i] = leaf{field, w}
	}
	return out
}

// frequency returns the number of documents that have the term.
func (c *compiler) frequency(l leaf) uint64 {
	var n uint64
	for _, p := range c.parts {
		set, err := p.leaf(l)
		if err != nil {
			c.fail(err)
			return 0
		}
		n += p.count(set)
	}
	return n
}

// terms lists the terms of a field from lo to hi, in order; hi "" is open.
func (c *compiler) terms(field, lo, hi string) []string {
	var out []string
	var end []byte
	if hi != "" {
		end = []byte(hi)
	}
	dict, err := c.reader.FieldDictRange(field, []byte(lo), end)
	if err != nil {
		c.fail(err)
		return nil
	}
	defer func() { c.fail(dict.Close()) }()
	for {
		e, err := dict.Next()
		if err != nil || e == nil {
			c.fail(err)
			return out
		}
		out = append(out, e.Term)
	}
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
	for _, w := range complete(c.reader, prefix, maxExpansion, c.fail) {
		for _, stem := range analysed([]string{w}) {
			if !seen[stem] {
				seen[stem] = true
				out = append(out, stem)
			}
		}
	}
	return out
}

// filters returns a node for each filter of the query.
func (c *compiler) filters(q *Query) []node {
	var out []node
	add := func(field string, terms []string) {
		if len(terms) > 0 {
			out = append(out, anyOf(field, terms))
		}
	}
	add(fieldKind, texts(q.Kinds))
	add(fieldMode, texts(q.Modes))
	add(fieldLevel, texts(q.Levels))
	add(fieldCategory, q.Groups)
	var numbers, years []string
	for _, n := range q.Numbers {
		numbers = append(numbers, circular.NumberKey(n))
	}
	add(fieldNumber, numbers)
	for _, y := range q.Years {
		for n := max(y.First, 1900); n <= min(y.Last, 2200); n++ {
			years = append(years, strconv.Itoa(n))
		}
	}
	if len(q.Years) > 0 {
		out = append(out, anyOf(fieldYear, years))
	}
	if len(q.Regions) > 0 {
		var n node
		for _, r := range q.Regions {
			n = append(n, c.region(r)...)
		}
		out = append(out, n)
	}
	if len(q.Issuers) > 0 {
		var n node
		for _, text := range q.Issuers {
			n = append(n, c.issuer(text)...)
		}
		out = append(out, n)
	}
	if q.MinPercent != nil {
		out = append(out, anyOf(fieldHighest, c.terms(fieldHighest, percentKey(max(0, *q.MinPercent)), "")))
	}
	if q.MaxPercent != nil {
		out = append(out, anyOf(fieldPercent, c.terms(fieldPercent, "", percentKey(min(100, max(0, *q.MaxPercent))))))
	}
	if !q.From.IsZero() {
		out = append(out, anyOf(fieldTo, dayTerms(q.From, true)))
	}
	if !q.To.IsZero() {
		out = append(out, anyOf(fieldFrom, dayTerms(q.To, false)))
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
func anyOf(field string, terms []string) node {
	n := make(node, len(terms))
	for i, t := range terms {
		n[i] = branch{leaves: leaves(field, t)}
	}
	return n
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
func (c *compiler) region(name string) node {
	name = strings.ToLower(strings.TrimSpace(name))
	if name != "" && strings.Trim(name, "0123456789.") == "" {
		return anyOf(fieldRegion, []string{name})
	}
	found := regionsNamed(name)
	if len(found) == 0 {
		return c.issuer(name)
	}
	var codes []string
	for _, r := range found {
		codes = append(codes, r.Code)
	}
	return anyOf(fieldRegion, codes)
}

// issuer holds for documents whose issuer has all the words, in any of the
// spellings of the lexicon.
func (c *compiler) issuer(text string) node {
	n := node{{}}
	for _, u := range runUnits(tokensOf(Term{Text: text})) {
		var next node
		for _, a := range u.alts {
			if len(a.words) == 0 || len(n)*len(u.alts) > maxExpansion {
				continue
			}
			for _, b := range n {
				both := branch{leaves: append([]leaf(nil), b.leaves...)}
				for _, w := range a.words {
					both.leaves = append(both.leaves, leaf{fieldIssuer, w})
				}
				next = append(next, both)
			}
		}
		if next != nil {
			n = next
		}
	}
	if len(n[0].leaves) == 0 {
		return nil
	}
	return n
}
