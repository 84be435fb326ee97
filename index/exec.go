package index

import (
	"context"
	"fmt"
	"strings"

	"github.com/RoaringBitmap/roaring/v2"
	segment "github.com/blevesearch/scorch_segment_api/v2"
)

// part is one of the engine's segments, with what is gone from it.
type part struct {
	segment segment.Segment
	deleted *roaring.Bitmap
	column  *column
	offset  uint64
	cache   *cache
	dicts   map[string]segment.TermDictionary
	lists   map[leaf]segment.PostingsList // those already looked up
}

// list returns the documents of the segment that have a term.
func (p *part) list(field, term string) (segment.PostingsList, error) {
	key := leaf{field, term}
	if list := p.lists[key]; list != nil {
		return list, nil
	}
	d := p.dicts[field]
	if d == nil {
		var err error
		if d, err = p.segment.Dictionary(field); err != nil {
			return nil, fmt.Errorf("reading field %s: %w", field, err)
		}
		p.dicts[field] = d
	}
	list, err := d.PostingsList([]byte(term), p.deleted, nil)
	if err != nil {
		return nil, fmt.Errorf("reading field %s: %w", field, err)
	}
	p.lists[key] = list
	return list, nil
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
		return p.phrase(ctx, b.leaves, all)
	}
	return all, nil
}

// phrase is inRow with a memory: the phrases of synonyms come back with every
// other query.
func (p *part) phrase(ctx context.Context, leaves []leaf, candidates *roaring.Bitmap) (*roaring.Bitmap, error) {
	var key strings.Builder
	for _, l := range leaves {
		key.WriteString(l.term)
		key.WriteByte(' ')
	}
	if set := p.cache.phrase(p.column, key.String()); set != nil {
		if p.deleted != nil {
			set = roaring.AndNot(set, p.deleted)
		}
		return set, nil
	}
	set, err := p.inRow(ctx, leaves, candidates)
	if err == nil {
		p.cache.keepPhrase(p.column, key.String(), set)
	}
	return set, err
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
