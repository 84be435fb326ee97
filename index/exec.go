package index

import (
	"context"
	"fmt"

	"github.com/RoaringBitmap/roaring/v2"
	segment "github.com/blevesearch/scorch_segment_api/v2"
)

// part is one of the engine's segments, with what is gone from it.
type part struct {
	segment segment.Segment
	deleted *roaring.Bitmap
	column  *column
	offset  uint64
	dicts   map[string]segment.TermDictionary
}

// list returns the documents of the segment that have a term.
func (p *part) list(field, term string) (segment.PostingsList, error) {
	d := p.dicts[field]
	if d == nil {
		var err error
		if d, err = p.segment.Dictionary(field); err != nil {
			return nil, fmt.Errorf("reading field %s: %w", field, err)
		}
		p.dicts[field] = d
	}
	return d.PostingsList([]byte(term), p.deleted, nil)
}

// bitmap returns the local numbers of the documents that have a term. The caller
// must not change it.
func (p *part) bitmap(field, term string) (*roaring.Bitmap, error) {
	list, err := p.list(field, term)
	if err != nil {
		return nil, err
	}
	it, ok := list.Iterator(false, false, false, nil).(segment.OptimizablePostingsIterator)
	if !ok {
		return nil, fmt.Errorf("reading field %s: unknown kind of postings", field)
	}
	if n, ok := it.DocNum1Hit(); ok {
		return roaring.BitmapOf(uint32(n)), nil
	}
	if b := it.ActualBitmap(); b != nil {
		return b, nil
	}
	return roaring.New(), nil
}

// node returns the documents for which the node holds, and those of each of its
// branches.
func (p *part) node(ctx context.Context, n node) (all *roaring.Bitmap, each []*roaring.Bitmap, err error) {
	each = make([]*roaring.Bitmap, len(n))
	for i, b := range n {
		if each[i], err = p.branch(ctx, b); err != nil {
			return nil, nil, err
		}
	}
	switch len(each) {
	case 0:
		return roaring.New(), nil, nil
	case 1:
		return each[0], each, nil
	}
	return roaring.FastOr(each...), each, nil
}

// branch returns the documents for which the branch holds.
func (p *part) branch(ctx context.Context, b branch) (*roaring.Bitmap, error) {
	sets := make([]*roaring.Bitmap, len(b.leaves))
	for i, l := range b.leaves {
		var err error
		if sets[i], err = p.bitmap(l.field, l.term); err != nil {
			return nil, err
		}
	}
	if len(sets) == 0 {
		return roaring.New(), nil
	}
	all := sets[0]
	if len(sets) > 1 {
		all = roaring.FastAnd(sets...)
	}
	if b.phrase && !all.IsEmpty() {
		return p.inRow(ctx, b.leaves, all)
	}
	return all, nil
}

// inRow returns those of the candidates in which the leaves stand in a row.
func (p *part) inRow(ctx context.Context, leaves []leaf, candidates *roaring.Bitmap) (*roaring.Bitmap, error) {
	its := make([]segment.PostingsIterator, len(leaves))
	for i, l := range leaves {
		var err error
		if its[i], err = p.over(l, candidates, true); err != nil {
			return nil, err
		}
	}
	var found []uint32
	var starts, next []uint64
	for n := 0; ; n++ {
		if n&0xfff == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		starts = starts[:0]
		var doc uint64
		for i, it := range its {
			post, err := it.Next()
			if err != nil {
				return nil, err
			}
			if post == nil {
				return roaring.BitmapOf(found...), nil
			}
			doc = post.Number()
			if i == 0 {
				for _, l := range post.Locations() {
					starts = append(starts, l.Pos())
				}
				continue
			}
			if len(starts) == 0 {
				continue
			}
			next = next[:0]
			for _, l := range post.Locations() {
				for _, s := range starts {
					if l.Pos() == s+uint64(i) {
						next = append(next, s)
					}
				}
			}
			starts, next = next, starts
		}
		if len(starts) > 0 {
			found = append(found, uint32(doc))
		}
	}
}

// over returns an iterator over the postings of a leaf that are in a set. All of
// the set must have the term.
func (p *part) over(l leaf, set *roaring.Bitmap, places bool) (segment.PostingsIterator, error) {
	list, err := p.list(l.field, l.term)
	if err != nil {
		return nil, err
	}
	it := list.Iterator(true, true, places, nil)
	o, ok := it.(segment.OptimizablePostingsIterator)
	if !ok {
		return nil, fmt.Errorf("reading field %s: unknown kind of postings", l.field)
	}
	if o.ActualBitmap() != nil && o.ActualBitmap().GetCardinality() != set.GetCardinality() {
		o.ReplaceActual(set)
	}
	return it, nil
}

// The parameters of BM25, the formula of scores.
const (
	bm25K = 1.2
	bm25B = 0.5 // clauses are short: length says little

	// averageLength is the length of a text in words that scores take for the
	// average. It is fixed, so that a score does not depend on other documents'
	// lengths, of which the engine does not know which are gone.
	averageLength = 20
)

// lengthFactor returns what BM25 adds to the frequency for a field of the length
// that the engine's norm, 1/sqrt(length), stands for.
func lengthFactor(norm float64) float64 {
	if norm <= 0 {
		return bm25K
	}
	return bm25K * (1 - bm25B + bm25B/(norm*norm*averageLength))
}

// scores keeps the memory of scoring from part to part.
type scores struct {
	total, unit, branch []float64
}

func grow(s []float64, n int) []float64 {
	if cap(s) < n {
		return make([]float64, n)
	}
	s = s[:n]
	clear(s)
	return s
}

// score returns the scores of the documents, which are in order: the sum over
// the units of the best branch of each.
func (p *part) score(ctx context.Context, units []node, each [][]*roaring.Bitmap, docs []uint32, set *roaring.Bitmap, mem *scores) ([]float64, error) {
	mem.total = grow(mem.total, len(docs))
	for u, n := range units {
		mem.unit = grow(mem.unit, len(docs))
		for i, b := range n {
			mine := each[u][i]
			if set.GetCardinality() < mine.GetCardinality() || !set.Intersects(mine) {
				mine = roaring.And(mine, set)
			} else {
				mine = roaring.And(set, mine)
			}
			if mine.IsEmpty() {
				continue
			}
			mem.branch = grow(mem.branch, len(docs))
			for _, l := range b.leaves {
				if err := p.leaf(ctx, l, mine, docs, mem.branch); err != nil {
					return nil, err
				}
			}
			for k, s := range mem.branch {
				if s > mem.unit[k] {
					mem.unit[k] = s
				}
			}
		}
		for k, s := range mem.unit {
			mem.total[k] += s
		}
	}
	return mem.total, nil
}

// leaf adds the scores of a leaf for the documents of a set, which are all among
// docs and all have its term.
func (p *part) leaf(ctx context.Context, l leaf, set *roaring.Bitmap, docs []uint32, out []float64) error {
	k := 0
	if l.field != fieldText {
		for it := set.Iterator(); it.HasNext(); k++ {
			for n := it.Next(); docs[k] != n; k++ {
			}
			out[k] += l.weight
		}
		return nil
	}
	it, err := p.over(l, set, false)
	if err != nil {
		return err
	}
	for n := 0; ; n++ {
		if n&0xffff == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		post, err := it.Next()
		if err != nil {
			return err
		}
		if post == nil {
			return nil
		}
		for num := uint32(post.Number()); docs[k] != num; k++ {
		}
		tf := float64(post.Frequency())
		out[k] += l.weight * tf * (bm25K + 1) / (tf + lengthFactor(post.Norm()))
		k++
	}
}
