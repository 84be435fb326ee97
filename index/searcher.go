package index

import (
	"errors"
	"strconv"
	"strings"

	"telaah/circular"

	"github.com/blevesearch/bleve/v2/search"
	"github.com/blevesearch/bleve/v2/search/searcher"
)

// Options of the engine's searchers.
var (
	scored   = search.SearcherOptions{}
	unscored = search.SearcherOptions{Score: "none"}
)

// searcher returns what finds the documents of a query, or nil where the index
// cannot have any.
func (s *session) searcher(p plan, q *Query) (search.Searcher, error) {
	b := &planner{session: s}
	root := b.root(p, q)
	if b.err != nil {
		for _, o := range b.open {
			b.err = errors.Join(b.err, o.Close())
		}
		return nil, b.err
	}
	return root, nil
}

// planner builds searchers. It keeps the first error, and what to close then.
type planner struct {
	*session
	err  error
	open []search.Searcher
}

// made takes the result of one of the engine's constructors.
func (b *planner) made(s search.Searcher, err error) search.Searcher {
	if err != nil {
		if b.err == nil {
			b.err = err
		}
		s, _ = searcher.NewMatchNoneSearcher(b.reader)
		return s
	}
	b.open = append(b.open, s)
	return s
}

func (b *planner) root(p plan, q *Query) search.Searcher {
	var must, not []search.Searcher
	for _, u := range p.units {
		if u.not {
			not = append(not, b.unit(u))
		} else {
			must = append(must, b.unit(u))
		}
	}
	filters := b.filters(q)
	var root search.Searcher
	switch {
	case len(must) > 1 && q.Any:
		root = b.made(searcher.NewDisjunctionSearcher(b.ctx, b.reader, must, 1, scored))
	case len(must) > 1:
		root = b.made(searcher.NewConjunctionSearcher(b.ctx, b.reader, must, scored))
	case len(must) == 1:
		root = must[0]
	}
	if len(filters) > 0 {
		f := filters[0]
		if len(filters) > 1 {
			f = b.made(searcher.NewConjunctionSearcher(b.ctx, b.reader, filters, unscored))
		}
		if root == nil {
			root = f
		} else {
			root = b.made(searcher.NewConjunctionSearcher(b.ctx, b.reader, []search.Searcher{root, f}, scored))
		}
	}
	if root == nil {
		root = b.made(searcher.NewMatchAllSearcher(b.ctx, b.reader, 1, unscored))
	}
	if len(not) > 0 {
		root = b.made(searcher.NewBooleanSearcher(b.ctx, b.reader, root, nil, newUnion(not), scored))
	}
	return root
}

// unit returns what finds any of the alternatives.
func (b *planner) unit(u unit) search.Searcher {
	var any []search.Searcher
	for _, a := range u.alts {
		if len(a.values) > 0 {
			any = append(any, b.values(a))
		}
		if len(a.words) == 0 {
			continue
		}
		if a.prefix {
			any = append(any, b.made(searcher.NewTermPrefixSearcher(b.ctx, b.reader, a.words[0], fieldText, a.boost, unscored)))
			continue
		}
		any = append(any, b.words(a))
		if !u.not {
			if s := b.about(a); s != nil {
				any = append(any, s)
			}
		}
	}
	return newUnion(any)
}

// words finds the words in a row.
func (b *planner) words(a alt) search.Searcher {
	if len(a.words) == 1 {
		return b.made(searcher.NewTermSearcher(b.ctx, b.reader, a.words[0], fieldText, a.boost, scored))
	}
	row := make([][]string, len(a.words))
	for i, w := range a.words {
		row[i] = []string{w}
	}
	return b.made(searcher.NewMultiPhraseSearcher(b.ctx, b.reader, row, 0, false, fieldText, a.boost, scored))
}

// about finds clauses whose circular has all the words in its title, issuer or
// region.
func (b *planner) about(a alt) search.Searcher {
	var all []search.Searcher
	for _, w := range a.words {
		all = append(all, b.made(searcher.NewTermSearcher(b.ctx, b.reader, w, fieldAbout, a.boost*boostAbout, scored)))
	}
	if len(all) == 1 {
		return all[0]
	}
	return b.made(searcher.NewConjunctionSearcher(b.ctx, b.reader, all, scored))
}

// values finds documents with all the values.
func (b *planner) values(a alt) search.Searcher {
	var all []search.Searcher
	for _, v := range a.values {
		all = append(all, b.made(searcher.NewTermSearcher(b.ctx, b.reader, v.term, v.field, a.boost, scored)))
	}
	if len(all) == 1 {
		return all[0]
	}
	return b.made(searcher.NewConjunctionSearcher(b.ctx, b.reader, all, scored))
}

// filters returns what finds the documents that each of the filters lets pass.
func (b *planner) filters(q *Query) []search.Searcher {
	var out []search.Searcher
	add := func(field string, terms []string) {
		if len(terms) > 0 {
			out = append(out, b.anyOf(field, terms))
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
		out = append(out, b.anyOf(fieldYear, years))
	}
	if len(q.Regions) > 0 {
		var any []search.Searcher
		for _, r := range q.Regions {
			any = append(any, b.region(r))
		}
		out = append(out, newUnion(any))
	}
	if len(q.Issuers) > 0 {
		var any []search.Searcher
		for _, i := range q.Issuers {
			any = append(any, b.issuer(i))
		}
		out = append(out, newUnion(any))
	}
	if q.MinPercent != nil {
		out = append(out, b.between(fieldHighest, percentKey(max(0, *q.MinPercent)), ""))
	}
	if q.MaxPercent != nil {
		out = append(out, b.between(fieldPercent, "", percentKey(min(100, max(0, *q.MaxPercent)))))
	}
	if !q.From.IsZero() {
		out = append(out, b.between(fieldTo, q.From.String(), ""))
	}
	if !q.To.IsZero() {
		out = append(out, b.between(fieldFrom, "", q.To.String()))
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

// anyOf finds documents with one of the values.
func (b *planner) anyOf(field string, terms []string) search.Searcher {
	if len(terms) == 1 {
		return b.made(searcher.NewTermSearcher(b.ctx, b.reader, terms[0], field, 1, unscored))
	}
	return b.made(searcher.NewMultiTermSearcher(b.ctx, b.reader, terms, field, 1, unscored, false))
}

// between finds documents with a value from lo to hi; "" is open.
func (b *planner) between(field, lo, hi string) search.Searcher {
	var min, max []byte
	if lo != "" {
		min = []byte(lo)
	}
	if hi != "" {
		max = []byte(hi)
	}
	yes := true
	return b.made(searcher.NewTermRangeSearcher(b.ctx, b.reader, min, max, &yes, &yes, field, 1, unscored))
}

// region finds documents of a region.
func (b *planner) region(name string) search.Searcher {
	name = strings.TrimSpace(name)
	if name != "" && strings.Trim(name, "0123456789.") == "" {
		return b.anyOf(fieldRegion, []string{name})
	}
	return b.issuer(name)
}

// issuer finds documents whose issuer has all the words, in any of the spellings
// of the lexicon.
func (b *planner) issuer(text string) search.Searcher {
	var all []search.Searcher
	for _, u := range runUnits(tokensOf(Term{Text: text})) {
		var any []search.Searcher
		for _, a := range u.alts {
			var words []search.Searcher
			for _, w := range a.words {
				words = append(words, b.anyOf(fieldIssuer, []string{w}))
			}
			if len(words) > 0 {
				any = append(any, b.all(words))
			}
		}
		all = append(all, newUnion(any))
	}
	if len(all) == 0 {
		return b.made(searcher.NewMatchNoneSearcher(b.reader))
	}
	return b.all(all)
}

func (b *planner) all(list []search.Searcher) search.Searcher {
	if len(list) == 1 {
		return list[0]
	}
	return b.made(searcher.NewConjunctionSearcher(b.ctx, b.reader, list, unscored))
}
