package index

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/RoaringBitmap/roaring/v2"
	bleveindex "github.com/blevesearch/bleve_index_api"
)

// maxLimit is the most hits one search returns, maxOffset how many it may pass
// over.
const (
	maxLimit  = 1000
	maxOffset = 100_000
)

// Search answers the query. Hits come best first. Where the context ends before the answer is whole, there is an error and
// no answer.
func (x *Index) Search(ctx context.Context, q Query) (*Result, error) {
	if q.Offset < 0 || q.Limit < 0 || q.Limit > maxLimit || q.Offset > maxOffset {
		return nil, fmt.Errorf("searching: %d hits behind %d: at most %d at once, behind %d", q.Limit, q.Offset, maxLimit, maxOffset)
	}
	if q.Limit == 0 {
		q.Limit = 10
	}
	p := newPlan(&q)
	res := &Result{Query: q.Text, Hits: []Hit{}}
	err := x.read(func(r bleveindex.IndexReader) error {
		s, err := x.session(ctx, r)
		if err != nil {
			return err
		}
		prog, unknown, err := s.compile(p, &q)
		res.Unknown = unknown
		if err != nil {
			return err
		}
		hits, err := s.page(prog, &q, res)
		if err == nil && res.Total == 0 && !prog.any && len(prog.units) > 1 {
			prog.any = true
			hits, err = s.page(prog, &q, res)
			res.Relaxed = res.Total > 0
		}
		if err != nil {
			return err
		}
		res.Suggestion, err = s.suggest(q.Text, p)
		for _, h := range hits {
			h.Highlight = highlight(h.Text, p)
			res.Hits = append(res.Hits, h)
		}
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("searching: %w", err)
	}
	return res, nil
}

// session is one search over one view of the index.
type session struct {
	ctx    context.Context
	reader bleveindex.IndexReader
	parts  []*part
	cols   *columns
	docs   uint64 // in the whole index
}

// found is one document that a query found.
type found struct {
	id    docKey
	score float64
	rank  uint64
	num   uint64 // of the engine
}

// better reports the order of results: the higher score, then the rank, then the
// lower id.
func better(a, b found) int {
	return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.rank, b.rank), cmp.Compare(a.id, b.id))
}

// page finds the hits from the offset on. Documents that say the same of the
// same circular are one hit, in the place of the best of them.
func (s *session) page(prog *program, q *Query, res *Result) ([]Hit, error) {
	want := q.Offset + q.Limit
	if q.Sort == SortDate {
		return s.dated(prog, q, res)
	}
	for n := 2*want + 50; ; n *= 2 {
		best, err := s.run(prog, q, n, res)
		if err != nil {
			return nil, err
		}
		hits, whole, err := s.fold(best, want, res)
		if err != nil {
			return nil, err
		}
		if whole || len(best) < n {
			return hits[min(q.Offset, len(hits)):], nil
		}
	}
}

// dated is page in the order of the days of signing, the latest first; what has
// no day comes last.
func (s *session) dated(prog *program, q *Query, res *Result) ([]Hit, error) {
	best, err := s.run(prog, q, maxSorted, res)
	if err != nil {
		return nil, err
	}
	hits, _, err := s.fold(best, maxSorted, res)
	if err != nil {
		return nil, err
	}
	slices.SortStableFunc(hits, func(a, b Hit) int { return b.Circular.Signed.Compare(a.Circular.Signed) })
	from := min(q.Offset, len(hits))
	to := min(from+q.Limit, len(hits))
	res.More = to < len(hits)
	return hits[from:to], nil
}

// fold loads up to so many hits. It reports whether all that are copies of them
// were among the best: these stand next to each other, by their rank.
func (s *session) fold(best []found, want int, res *Result) (hits []Hit, whole bool, err error) {
	res.More = false
	same := map[string][]int{} // hits by what they say of which circular
	var last found             // the last hit
	for i, f := range best {
		if i&0xff == 0 && s.ctx.Err() != nil {
			return nil, false, s.ctx.Err()
		}
		if len(hits) == want {
			if f.score != last.score || f.rank>>gradeBits != last.rank>>gradeBits {
				res.More = true
				return hits, true, nil
			}
			if f.id.source() == last.id.source() {
				res.More = true
				continue
			}
		}
		h, err := s.hit(f)
		if err != nil {
			return nil, false, err
		}
		key := string(h.Kind) + "\x00" + identity(f.id.source(), &h.Circular) + "\x00" + strings.ToLower(strings.Join(strings.Fields(h.Text), " "))
		switch {
		case slices.ContainsFunc(same[key], func(at int) bool { return hits[at].add(&h) }):
		case len(hits) == want:
			res.More = true
		default:
			same[key] = append(same[key], len(hits))
			hits = append(hits, h)
			last = f
		}
	}
	return hits, false, nil
}

// add notes that the same stands in another document, unless one in the same
// document is noted already: what stands twice in one is two hits.
func (h *Hit) add(other *Hit) bool {
	if h.Source.SHA256 == other.Source.SHA256 ||
		slices.ContainsFunc(h.Also, func(c Copy) bool { return c.Source.SHA256 == other.Source.SHA256 }) {
		return false
	}
	h.Also = append(h.Also, Copy{other.ID, other.Source, other.Span})
	return true
}

// behind is what the score of a passage counts beside that of a clause: next to
// nothing, so that it comes behind them.
const behind = 1e-3

// run finds the best n documents and counts all.
func (s *session) run(prog *program, q *Query, n int, res *Result) ([]found, error) {
	best := newTop(n)
	res.Total = 0
	var counts *tally
	if q.Facets {
		counts = &tally{cols: s.cols}
	}
	findings := make([]*finding, len(s.parts))
	for i, p := range s.parts {
		var err error
		if findings[i], err = p.find(s.ctx, prog); err != nil {
			return nil, err
		}
	}
	weights := s.weights(prog, findings)
	var mem scores
	for i, p := range s.parts {
		if err := s.ctx.Err(); err != nil {
			return nil, err
		}
		docs := mem.documents(findings[i].set)
		res.Total += len(docs)
		if len(docs) == 0 {
			continue
		}
		if counts != nil {
			if err := counts.add(p, docs); err != nil {
				return nil, err
			}
		}
		score, err := p.score(s.ctx, prog, weights, findings[i].set, docs, &mem)
		if err != nil {
			return nil, err
		}
		for k, n := range docs {
			// Six digits are enough, and part no equals by an error of rounding.
			v := score[k]
			if p.column.order[n]&sunk != 0 {
				v *= behind
			}
			v = math.Round(v*1e6) / 1e6
			if best.wants(v) {
				best.add(found{p.column.keys[n], v, p.column.order[n], p.offset + uint64(n)})
			}
		}
	}
	if counts != nil {
		res.Facets = counts.facets()
	}
	return best.sorted(), nil
}

// weights returns what each unit counts: the more, the fewer documents have it,
// by whichever of its branches. So a word counts the same as its synonyms.
func (s *session) weights(prog *program, findings []*finding) []float64 {
	out := make([]float64, len(prog.units))
	for u := range out {
		var n uint64
		for _, f := range findings {
			n += f.units[u]
		}
		out[u] = math.Log1p((float64(s.docs) - float64(n) + 0.5) / (float64(n) + 0.5))
	}
	return out
}

// finding is what a program finds in one part.
type finding struct {
	set   *roaring.Bitmap
	units []uint64 // how many documents have each unit
}

// find returns the documents of a part that the program finds.
func (p *part) find(ctx context.Context, prog *program) (*finding, error) {
	f := &finding{units: make([]uint64, len(prog.units))}
	var must []*roaring.Bitmap
	for i, n := range prog.units {
		all, err := p.node(ctx, n)
		if err != nil {
			return nil, err
		}
		f.units[i] = p.count(all)
		must = append(must, all)
	}
	if prog.any && len(must) > 0 {
		must = []*roaring.Bitmap{or(must)}
	}
	for _, n := range prog.filters {
		all, err := p.node(ctx, n)
		if err != nil {
			return nil, err
		}
		must = append(must, all)
	}
	if len(must) > 0 {
		f.set = and(must)
	} else {
		f.set = roaring.New()
		f.set.AddRange(0, uint64(len(p.column.keys)))
	}
	if p.deleted != nil {
		f.set = roaring.AndNot(f.set, p.deleted)
	}
	for _, n := range prog.nots {
		all, err := p.node(ctx, n)
		if err != nil {
			return nil, err
		}
		f.set = roaring.AndNot(f.set, all)
	}
	return f, nil
}

// count returns how many documents of a set are not gone.
func (p *part) count(set *roaring.Bitmap) uint64 {
	n := set.GetCardinality()
	if p.deleted != nil {
		n -= set.AndCardinality(p.deleted)
	}
	return n
}

// hit loads what a result shows of a document.
func (s *session) hit(f found) (Hit, error) {
	i := len(s.parts) - 1
	for s.parts[i].offset > f.num {
		i--
	}
	h, err := s.parts[i].hit(uint32(f.num - s.parts[i].offset))
	h.ID, h.Score = f.id.String(), f.score
	return h, err
}

// hit loads what a result shows of a document by its local number.
func (p *part) hit(n uint32) (Hit, error) {
	c, err := p.content(n)
	if err != nil {
		return Hit{}, err
	}
	card, err := p.card(n)
	if err != nil {
		return Hit{}, err
	}
	h := Hit{Kind: c.Kind, Text: c.Text, Span: c.Span, Circular: *card.Circular, Source: *card.Source}
	if c.Circular != nil {
		h.Circular = *c.Circular
	}
	return h, nil
}

// card returns the first card of the source of a document. The documents of a
// source are written at once and stay in one part.
func (p *part) card(n uint32) (*content, error) {
	key := p.column.keys[n] &^ 0xffff
	if c := p.cache.card(p.column, key); c != nil {
		return c, nil
	}
	list, err := p.list(leaf{fieldID, key.String()})
	if err != nil {
		return nil, err
	}
	at, err := list.Iterator(false, false, false, nil).Next()
	if err != nil || at == nil {
		return nil, errors.Join(fmt.Errorf("%w: it has no card %s", ErrRebuild, key), err)
	}
	c, err := p.content(uint32(at.Number()))
	if err == nil && (c.Circular == nil || c.Source == nil) {
		err = fmt.Errorf("%w: %s is no card", ErrRebuild, key)
	}
	if err == nil {
		p.cache.keepCard(p.column, key, c)
	}
	return c, err
}

// content loads what is stored of a document.
func (p *part) content(n uint32) (c *content, err error) {
	c = new(content)
	visit := p.segment.VisitStoredFields(uint64(n), func(field string, _ byte, value []byte, _ []uint64) bool {
		if field == fieldHit {
			err = json.Unmarshal(value, c)
		}
		return field != fieldHit
	})
	if err = errors.Join(visit, err); err != nil {
		return nil, fmt.Errorf("%w: a document cannot be read: %w", ErrRebuild, err)
	}
	return c, nil
}

// top keeps the best n of what it is shown.
type top struct {
	n    int
	list []found // a heap with the worst at its root once it is full
}

func newTop(n int) *top { return &top{n: n} }

// wants reports whether a document with this score may be among the best.
func (t *top) wants(score float64) bool {
	return len(t.list) < t.n || t.n > 0 && score >= t.list[0].score
}

// add puts a document among the best if it belongs there.
func (t *top) add(f found) {
	if len(t.list) < t.n {
		t.list = append(t.list, f)
		for i := len(t.list) - 1; i > 0; {
			up := (i - 1) / 2
			if better(t.list[up], t.list[i]) >= 0 {
				break
			}
			t.list[up], t.list[i] = t.list[i], t.list[up]
			i = up
		}
		return
	}
	if better(f, t.list[0]) >= 0 {
		return
	}
	t.list[0] = f
	for i := 0; ; {
		worst := i
		for _, k := range []int{2*i + 1, 2*i + 2} {
			if k < len(t.list) && better(t.list[worst], t.list[k]) < 0 {
				worst = k
			}
		}
		if worst == i {
			return
		}
		t.list[i], t.list[worst] = t.list[worst], t.list[i]
		i = worst
	}
}

// sorted returns what was kept, the best first.
func (t *top) sorted() []found {
	slices.SortFunc(t.list, better)
	return t.list
}
