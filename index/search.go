package index

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"slices"

	"github.com/RoaringBitmap/roaring/v2"
	bleveindex "github.com/blevesearch/bleve_index_api"
)

// maxLimit is the most hits one search returns.
const maxLimit = 1000

// Search answers the query. Hits come best first, equals in the order of their
// ids. Where the context ends before the answer is whole, there is an error and
// no answer.
func (x *Index) Search(ctx context.Context, q Query) (*Result, error) {
	if q.Offset < 0 || q.Limit < 0 || q.Limit > maxLimit || q.Offset > math.MaxInt32 {
		return nil, fmt.Errorf("searching: hits %d from %d on: at most %d at once", q.Limit, q.Offset, maxLimit)
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
		prog, err := s.compile(p, &q)
		if err != nil {
			return err
		}
		found, err := s.run(prog, &q, res)
		if err == nil && res.Total == 0 && !prog.any && len(prog.units) > 1 {
			prog.any = true
			found, err = s.run(prog, &q, res)
			res.Relaxed = res.Total > 0
		}
		if err != nil {
			return err
		}
		if res.Suggestion, err = s.suggest(q.Text, p); err != nil {
			return err
		}
		for _, f := range found {
			h, err := s.hit(f)
			if err != nil {
				return err
			}
			h.Highlight = highlight(h.Text, p)
			res.Hits = append(res.Hits, h)
		}
		return nil
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
	num   uint64 // of the engine
}

// better reports the order of results: the higher score, then the lower id.
func better(a, b found) int {
	if c := cmp.Compare(b.score, a.score); c != 0 {
		return c
	}
	return cmp.Compare(a.id, b.id)
}

// run finds the best documents and counts all.
func (s *session) run(prog *program, q *Query, res *Result) ([]found, error) {
	best := newTop(q.Offset + q.Limit)
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
		docs := findings[i].set.ToArray()
		res.Total += len(docs)
		if len(docs) == 0 {
			continue
		}
		if counts != nil {
			if err := counts.add(p, docs); err != nil {
				return nil, err
			}
		}
		score, err := p.score(s.ctx, prog, weights, findings[i], docs, &mem)
		if err != nil {
			return nil, err
		}
		for k, n := range docs {
			// Six digits are enough, and part no equals by an error of rounding.
			v := math.Round(score[k]*1e6) / 1e6
			if best.wants(v) {
				best.add(found{p.column.keys[n], v, p.offset + uint64(n)})
			}
		}
	}
	if counts != nil {
		res.Facets = counts.facets()
	}
	all := best.sorted()
	return all[min(q.Offset, len(all)):], nil
}

// weights returns what each unit counts: the more, the fewer documents have it,
// by whichever of its branches. So a word counts the same as its synonyms.
func (s *session) weights(prog *program, findings []*finding) []float64 {
	out := make([]float64, len(prog.units))
	for u := range out {
		var n uint64
		for _, f := range findings {
			n += f.units[u].GetCardinality()
		}
		out[u] = math.Log1p((float64(s.docs) - float64(n) + 0.5) / (float64(n) + 0.5))
	}
	return out
}

// finding is what a program finds in one part.
type finding struct {
	set   *roaring.Bitmap
	units []*roaring.Bitmap   // by unit: the documents that have it
	each  [][]*roaring.Bitmap // and those of each of its branches
}

// find returns the documents of a part that the program finds.
func (p *part) find(ctx context.Context, prog *program) (*finding, error) {
	f := &finding{units: make([]*roaring.Bitmap, len(prog.units)), each: make([][]*roaring.Bitmap, len(prog.units))}
	var err error
	for i, n := range prog.units {
		if f.units[i], f.each[i], err = p.node(ctx, n); err != nil {
			return nil, err
		}
	}
	must := slices.Clone(f.units)
	if prog.any && len(must) > 0 {
		must = []*roaring.Bitmap{roaring.FastOr(f.units...)}
	}
	for _, n := range prog.filters {
		all, _, err := p.node(ctx, n)
		if err != nil {
			return nil, err
		}
		must = append(must, all)
	}
	switch len(must) {
	case 0:
		f.set = roaring.New()
		f.set.AddRange(0, uint64(len(p.column.keys)))
		if p.deleted != nil {
			f.set.AndNot(p.deleted)
		}
	case 1:
		f.set = must[0]
	default:
		f.set = roaring.FastAnd(must...)
	}
	for _, n := range prog.nots {
		all, _, err := p.node(ctx, n)
		if err != nil {
			return nil, err
		}
		f.set = roaring.AndNot(f.set, all)
	}
	return f, nil
}

// hit loads what a result shows of a document.
func (s *session) hit(f found) (Hit, error) {
	i := len(s.parts) - 1
	for s.parts[i].offset > f.num {
		i--
	}
	h, err := s.parts[i].hit(f.num - s.parts[i].offset)
	h.ID, h.Score = f.id.String(), f.score
	return h, err
}

// hit loads what is stored of a document by its local number.
func (p *part) hit(n uint64) (h Hit, err error) {
	visit := p.segment.VisitStoredFields(n, func(field string, _ byte, value []byte, _ []uint64) bool {
		if field == fieldHit {
			err = json.Unmarshal(value, &h)
		}
		return field != fieldHit
	})
	if err = errors.Join(visit, err); err != nil {
		return h, fmt.Errorf("%w: a document cannot be read: %w", ErrRebuild, err)
	}
	return h, nil
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
