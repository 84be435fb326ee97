package index

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"slices"

	"github.com/blevesearch/bleve/v2/search"
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
		v, err := x.cols.view(r)
		if err != nil {
			return err
		}
		s := session{ctx: ctx, reader: r, view: v}
		if err := s.begin(); err != nil {
			return err
		}
		found, err := s.run(p, &q, res)
		if err != nil {
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
	view   *view
	docs   uint64
}

// averageLength is the length of a field, in words, that scores take for its
// average. It is fixed, so that a score depends neither on how the engine laid
// out its files nor on documents that are gone.
var averageLength = map[string]int{fieldText: 30, fieldAbout: 14, fieldIssuer: 4}

// begin prepares the engine's own parameters.
func (s *session) begin() error {
	n, err := s.reader.DocCount()
	if err != nil {
		return err
	}
	s.docs = n
	lengths := map[string]int{"*": int(n)} // what the engine calls the field of joined filters
	for _, f := range []string{fieldText, fieldAbout, fieldIssuer, fieldWords, fieldSource, fieldKind, fieldNumber, fieldCites, fieldYear,
		fieldRegion, fieldLevel, fieldMode, fieldPercent, fieldHighest, fieldFrom, fieldTo, fieldCategory, fieldSigned} {
		lengths[f] = max(1, averageLength[f]) * int(n)
	}
	s.ctx = context.WithValue(s.ctx, search.GetScoringModelCallbackKey,
		search.GetScoringModelCallbackFn(func() string { return bleveindex.BM25Scoring }))
	s.ctx = context.WithValue(s.ctx, search.BM25StatsKey,
		&search.BM25Stats{DocCount: float64(n), FieldCardinality: lengths})
	return nil
}

// found is one document that a query found.
type found struct {
	id    docKey
	score float64
	num   uint64
}

// better reports the order of results: the higher score, then the lower id.
func better(a, b found) int {
	if c := cmp.Compare(b.score, a.score); c != 0 {
		return c
	}
	return cmp.Compare(a.id, b.id)
}

// run collects the best documents and counts all.
func (s *session) run(p plan, q *Query, res *Result) (out []found, err error) {
	if s.docs == 0 {
		return nil, nil
	}
	root, err := s.searcher(p, q)
	if err != nil || root == nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, root.Close()) }()
	keep := q.Offset + q.Limit
	top := newTop(keep)
	sc := &search.SearchContext{
		DocumentMatchPool: search.NewDocumentMatchPool(root.DocumentMatchPoolSize()+8, 0),
		IndexReader:       s.reader,
	}
	for {
		if res.Total&1023 == 0 {
			if err := s.ctx.Err(); err != nil {
				return nil, err
			}
		}
		d, err := root.Next(sc)
		if err != nil {
			return nil, err
		}
		if d == nil {
			break
		}
		res.Total++
		num := d.IndexInternalID.Value()
		// Scores are cut to six digits, so that the order in which the engine
		// adds them up cannot part equals.
		score := math.Round(d.Score*1e6) / 1e6
		if top.wants(score) {
			top.add(found{s.view.key(num), score, num})
		}
		sc.DocumentMatchPool.Put(d)
	}
	all := top.sorted()
	return all[min(q.Offset, len(all)):], nil
}

// hit loads what a result shows of a document.
func (s *session) hit(f found) (Hit, error) {
	id, err := s.reader.ExternalID(bleveindex.NewIndexInternalID(nil, f.num))
	if err != nil {
		return Hit{}, err
	}
	doc, err := s.reader.Document(id)
	if err != nil {
		return Hit{}, err
	}
	if doc == nil {
		return Hit{}, fmt.Errorf("%w: document %s has gone", ErrRebuild, id)
	}
	var h Hit
	doc.VisitFields(func(field bleveindex.Field) {
		if field.Name() == fieldHit {
			err = json.Unmarshal(field.Value(), &h)
		}
	})
	if err != nil {
		return Hit{}, fmt.Errorf("%w: document %s: %w", ErrRebuild, id, err)
	}
	h.ID, h.Score = id, f.score
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
