package index

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/telaah/telaah/index/internal/engine"
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
	view, err := x.engine.View(ctx)
	if err != nil {
		return nil, fmt.Errorf("searching: %w", err)
	}
	res, err := search(ctx, view, &q)
	if err = errors.Join(err, view.Close()); err != nil {
		return nil, fmt.Errorf("searching: %w", err)
	}
	return res, nil
}

// search answers the query from a view.
func search(ctx context.Context, view engine.View, q *Query) (*Result, error) {
	p := newPlan(q)
	c := &compiler{ctx: ctx, view: view}
	prog := c.compile(p, q)
	s := &pager{ctx: ctx, view: view, query: q, prog: prog, res: &Result{Query: q.Text, Hits: []Hit{}, Unknown: c.unknown(q)}}
	if c.err != nil {
		return nil, c.err
	}
	hits, err := s.page()
	if err == nil && s.res.Total == 0 && !prog.Any && len(prog.Units) > 1 {
		prog.Any = true
		hits, err = s.page()
		s.res.Relaxed = s.res.Total > 0
	}
	if err != nil {
		return nil, err
	}
	s.res.Suggestion, err = suggest(ctx, view, q.Text, p, s.units)
	for _, h := range hits {
		h.Highlight = highlight(h.Text, p)
		s.res.Hits = append(s.res.Hits, h)
	}
	return s.res, err
}

// pager makes the page of results that a query asks for.
type pager struct {
	ctx   context.Context
	view  engine.View
	query *Query
	prog  *engine.Program
	res   *Result
	units []uint64 // how many documents have each unit
}

// run finds the best n documents and counts all.
func (s *pager) run(n int) ([]engine.Found, error) {
	a, err := s.view.Run(s.ctx, s.prog, n, s.query.Facets)
	if err != nil {
		return nil, err
	}
	s.res.Total, s.res.Facets, s.units = a.Total, a.Facets, a.Units
	return a.Best, nil
}

// page finds the hits from the offset on. Documents that say the same of the
// same circular are one hit, in the place of the best of them.
func (s *pager) page() ([]Hit, error) {
	q := s.query
	want := q.Offset + q.Limit
	if q.Sort == SortDate {
		return s.dated()
	}
	for n := 2*want + 50; ; n *= 2 {
		best, err := s.run(n)
		if err != nil {
			return nil, err
		}
		hits, whole, err := s.fold(best, want)
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
func (s *pager) dated() ([]Hit, error) {
	best, err := s.run(maxSorted)
	if err != nil {
		return nil, err
	}
	hits, _, err := s.fold(best, maxSorted)
	if err != nil {
		return nil, err
	}
	slices.SortStableFunc(hits, func(a, b Hit) int { return b.Circular.Signed.Compare(a.Circular.Signed) })
	from := min(s.query.Offset, len(hits))
	to := min(from+s.query.Limit, len(hits))
	s.res.More = to < len(hits)
	return hits[from:to], nil
}

// fold loads up to so many hits. It reports whether all that are copies of them
// were among the best: these stand next to each other, by their rank.
func (s *pager) fold(best []engine.Found, want int) (hits []Hit, whole bool, err error) {
	s.res.More = false
	same := map[string][]int{} // hits by what they say of which circular
	var last engine.Found      // the last hit
	for i, f := range best {
		if i&0xff == 0 && s.ctx.Err() != nil {
			return nil, false, s.ctx.Err()
		}
		if len(hits) == want {
			if f.Score != last.Score || f.Rank>>engine.GradeBits != last.Rank>>engine.GradeBits {
				s.res.More = true
				return hits, true, nil
			}
			if f.Key.Source() == last.Key.Source() {
				s.res.More = true
				continue
			}
		}
		h, err := s.hit(f)
		if err != nil {
			return nil, false, err
		}
		key := string(h.Kind) + "\x00" + engine.Identity(f.Key.Source(), &h.Circular) + "\x00" + strings.ToLower(strings.Join(strings.Fields(h.Text), " "))
		switch {
		case slices.ContainsFunc(same[key], func(at int) bool { return hits[at].add(&h) }):
		case len(hits) == want:
			s.res.More = true
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

// hit loads what a result shows of a document.
func (s *pager) hit(f engine.Found) (Hit, error) {
	d, err := s.view.Load(f)
	if err != nil {
		return Hit{}, err
	}
	h := Hit{ID: f.Key.String(), Score: f.Score, Kind: d.Kind, Text: d.Text, Span: d.Span, Circular: *d.Card.Circular, Source: *d.Card.Source}
	if d.Circular != nil {
		h.Circular = *d.Circular
	}
	return h, nil
}
