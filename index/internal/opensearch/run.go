package opensearch

import (
	"context"
	"encoding/json"
	"regexp/syntax"
	"slices"
	"strings"

	"github.com/telaah/telaah/index/bahasa"
	"github.com/telaah/telaah/index/internal/engine"
)

// view is one search. It reads a point that may be replaced by a later one when a
// node dies, but each Run reads one.
type view struct {
	x      *Index
	loaded map[engine.Key]engine.Stored
}

// Close ends the search.
func (v *view) Close() error { return nil }

// Load returns what is stored of a document, which Run has read.
func (v *view) Load(f engine.Found) (engine.Stored, error) { return v.loaded[f.Key], nil }

// document is one that a search found.
type document struct {
	ID     string          `json:"_id"`
	Sort   json.RawMessage `json:"sort"`
	Source struct {
		Manifest manifest `json:"manifest"`
		Hit      hit      `json:"hit"`
		Key      int64    `json:"key"`
		Order    int64    `json:"order"`
		values
	} `json:"_source"`
}

// page is the most documents that are asked for at once.
const page = 2000

// Run finds the n best documents and counts all.
func (v *view) Run(ctx context.Context, p *engine.Program, n int, facets bool) (out *engine.Answer, err error) {
	err = v.x.on(ctx, func(at *point) error {
		out, err = v.run(ctx, at, p, n, facets)
		return err
	})
	return out, err
}

func (v *view) run(ctx context.Context, at *point, p *engine.Program, n int, facets bool) (*engine.Answer, error) {
	units, err := v.x.count(ctx, at, p.Units)
	if err != nil {
		return nil, err
	}
	weights := engine.Weights(at.docs, units)
	res := &engine.Answer{Units: units, Best: []engine.Found{}}
	body := clause{"query": programQuery(p, weights, at.hide), "_source": clause{"excludes": []string{"version"}}}
	if len(p.Units) > 0 {
		body["sort"] = []any{clause{"_score": "desc"}, clause{fieldOrder: "asc"}, clause{fieldKey: "asc"}}
		body["track_scores"] = true
	} else {
		body["sort"] = []any{clause{fieldOrder: "asc"}, clause{fieldKey: "asc"}}
	}
	for first := true; first || n > len(res.Best); first = false {
		body["size"] = min(page, n-len(res.Best))
		body["track_total_hits"] = first
		if facets && first {
			body["aggs"] = facetAggregations
		}
		got, err := v.x.search(ctx, at, body)
		if err != nil {
			return nil, err
		}
		if first {
			res.Total = got[0].Hits.Total.Value
			if facets {
				res.Facets = got[0].Aggregations.facets()
			}
		}
		delete(body, "aggs")
		hits := got[0].Hits.Hits
		for i := range hits {
			res.Best = append(res.Best, v.found(&hits[i], p, weights))
		}
		if len(hits) < body["size"].(int) {
			break
		}
		body["search_after"] = hits[len(hits)-1].Sort
	}
	if len(p.Units) > 0 {
		slices.SortFunc(res.Best, engine.Better)
	}
	return res, nil
}

// found keeps what a hit holds and scores it.
func (v *view) found(h *document, p *engine.Program, weights []float64) engine.Found {
	f := engine.Found{Key: engine.Key(unsigned(h.Source.Key)), Rank: unsigned(h.Source.Order)}
	v.loaded[f.Key] = engine.Stored{Content: &h.Source.Hit.Content, Card: h.Source.Hit.Card}
	if len(p.Units) > 0 { // the cluster's numbers have seven digits only
		f.Score = engine.Rounded(newScored(h).score(p, weights), f.Rank&engine.Sunk != 0)
	}
	return f
}

// count returns how many documents have each unit.
func (x *Index) count(ctx context.Context, at *point, units []engine.Node) ([]uint64, error) {
	out := make([]uint64, len(units))
	var ask []map[string]any
	var place []int
	at.mu.Lock()
	for i, n := range units {
		if known, ok := at.counted[n.Key()]; ok {
			out[i] = known
			continue
		}
		place = append(place, i)
		ask = append(ask, clause{"size": 0, "track_total_hits": true, "query": visible(nodeQuery(n), at.hide)})
	}
	at.mu.Unlock()
	if len(ask) == 0 {
		return out, nil
	}
	got, err := x.search(ctx, at, ask...)
	if err != nil {
		return nil, err
	}
	at.mu.Lock()
	defer at.mu.Unlock()
	for k, a := range got {
		out[place[k]] = uint64(a.Hits.Total.Value)
		at.counted[units[place[k]].Key()] = out[place[k]]
	}
	return out, nil
}

// Counts returns for each leaf how many documents have it.
func (v *view) Counts(ctx context.Context, leaves []engine.Leaf) (out []uint64, err error) {
	nodes := make([]engine.Node, len(leaves))
	for i, l := range leaves {
		nodes[i] = engine.Node{{Leaves: []engine.Leaf{l}}}
	}
	err = v.x.on(ctx, func(at *point) error {
		out, err = v.x.count(ctx, at, nodes)
		return err
	})
	return out, err
}

// manyTerms is how many terms a shard is asked for, so that those that are common
// in all of the index are among them.
const manyTerms = 5000

// Terms lists terms of a field.
func (v *view) Terms(ctx context.Context, q engine.TermQuery) (out []engine.TermCount, err error) {
	body := clause{"size": 0, "track_total_hits": false}
	if q.Like != "" {
		body["suggest"] = clause{"like": clause{"text": q.Like, "term": clause{"field": q.Field, "suggest_mode": "always", "max_edits": 2,
			"prefix_length": 0, "min_word_length": 1, "size": 500, "shard_size": manyTerms, "max_inspections": manyTerms, "accuracy": 0, "string_distance": "damerau_levenshtein"}}}
	} else {
		terms := clause{"field": q.Field, "size": q.Limit, "shard_size": manyTerms}
		if q.Prefix != "" {
			terms["include"] = quoted(q.Prefix) + ".*"
		}
		body["aggs"] = clause{"terms": clause{"terms": terms}}
	}
	err = v.x.on(ctx, func(at *point) error {
		body["query"] = visible(clause{"exists": clause{"field": q.Field}}, at.hide)
		got, err := v.x.search(ctx, at, body)
		if err != nil {
			return err
		}
		out = nil
		for _, b := range got[0].Aggregations.Terms.Buckets {
			out = append(out, engine.TermCount{Term: b.Key, Count: uint64(b.Count)})
		}
		for _, s := range got[0].Suggest.Like {
			for _, o := range s.Options {
				out = append(out, engine.TermCount{Term: o.Text, Count: o.Freq})
			}
		}
		slices.SortFunc(out, engine.Commoner)
		return nil
	})
	return out, err
}

// quoted makes every sign of a text mean itself in the cluster's expressions.
func quoted(s string) string {
	var b strings.Builder
	for _, r := range s {
		if !syntax.IsWordChar(r) && r < 0x80 {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// values are the whole values of a hit, by which its branches are told.
type values struct {
	About    []string `json:"about"`
	Issuer   []string `json:"issuer"`
	Origin   []string `json:"source"`
	Kind     []string `json:"kind"`
	Number   []string `json:"number"`
	Cites    []string `json:"cites"`
	Year     []string `json:"year"`
	Region   []string `json:"region"`
	Level    []string `json:"level"`
	Mode     []string `json:"mode"`
	Percent  []string `json:"percent"`
	Highest  []string `json:"highest"`
	From     []string `json:"from"`
	To       []string `json:"to"`
	Category []string `json:"category"`
	Signed   []string `json:"signed"`
}

// of returns the values of a field.
func (v *values) of(field string) []string {
	switch field {
	case engine.FieldAbout:
		return v.About
	case engine.FieldIssuer:
		return v.Issuer
	case engine.FieldSource:
		return v.Origin
	case engine.FieldKind:
		return v.Kind
	case engine.FieldNumber:
		return v.Number
	case engine.FieldCites:
		return v.Cites
	case engine.FieldYear:
		return v.Year
	case engine.FieldRegion:
		return v.Region
	case engine.FieldLevel:
		return v.Level
	case engine.FieldMode:
		return v.Mode
	case engine.FieldPercent:
		return v.Percent
	case engine.FieldHighest:
		return v.Highest
	case engine.FieldFrom:
		return v.From
	case engine.FieldTo:
		return v.To
	case engine.FieldCategory:
		return v.Category
	case engine.FieldSigned:
		return v.Signed
	}
	return nil
}

// scored is a hit with the words of its text, to be scored by our own formula.
type scored struct {
	hit    *document
	tokens []bahasa.Token
	words  map[string]int
}

func newScored(h *document) *scored {
	tokens := bahasa.Analyze(h.Source.Hit.Text)
	return &scored{h, tokens, frequencies(tokens)}
}

// score is what the embedded engine works out: the sum over the units of the
// weight of each times its best branch, and something for words side by side.
func (s *scored) score(p *engine.Program, weights []float64) float64 {
	total := 0.0
	for u, n := range p.Units {
		best := 0.0
		for i := range n {
			best = max(best, s.branch(&n[i], weights[u]))
		}
		total += best
	}
	for _, n := range p.Near {
		a, b, _ := strings.Cut(n.Pair.Term, " ")
		if s.inRow([]engine.Leaf{{Term: a}, {Term: b}}) {
			total += engine.BoostNear * min(weights[n.Unit], weights[n.Unit+1])
		}
	}
	return total
}

// branch returns the score of a branch, 0 where the hit has it not.
func (s *scored) branch(b *engine.Branch, weight float64) float64 {
	if len(b.Leaves) == 0 {
		return 0
	}
	weight *= b.Quality / float64(len(b.Leaves))
	sum := 0.0
	for _, l := range b.Leaves {
		if l.Field != engine.FieldText {
			if !slices.Contains(s.hit.Source.of(l.Field), l.Term) {
				return 0
			}
			sum += weight
			continue
		}
		n := s.words[l.Term]
		if n == 0 {
			return 0
		}
		sum += weight / 100 * float64(factor(n, len(s.tokens)))
	}
	if b.Phrase && len(b.Leaves) > 1 && !s.inRow(b.Leaves) {
		return 0
	}
	return sum
}

// inRow reports whether words stand in a row.
func (s *scored) inRow(leaves []engine.Leaf) bool {
	at := map[int]bool{}
	for i, l := range leaves {
		next := map[int]bool{}
		for _, t := range s.tokens {
			if t.Term == l.Term && (i == 0 || at[t.Pos-1]) {
				next[t.Pos] = true
			}
		}
		at = next
	}
	return len(at) > 0
}
