package bleve

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"github.com/telaah/telaah/index/internal/engine"

	"github.com/RoaringBitmap/roaring/v2"
	segment "github.com/blevesearch/scorch_segment_api/v2"
)

// part is one of the engine's segments, with what is gone from it. Sets of its
// documents hold also those that are gone, until find takes them out.
type part struct {
	segment segment.Segment
	deleted *roaring.Bitmap // nil: none
	column  *column
	offset  uint64
	cache   *cache
	dicts   map[string]segment.TermDictionary
}

// dictionary returns the terms of a field.
func (p *part) dictionary(field string) (segment.TermDictionary, error) {
	d := p.dicts[field]
	if d == nil {
		var err error
		if d, err = p.segment.Dictionary(field); err != nil {
			return nil, fmt.Errorf("reading field %s: %w", field, err)
		}
		p.dicts[field] = d
	}
	return d, nil
}

// list returns the postings of a leaf.
func (p *part) list(l engine.Leaf) (segment.PostingsList, error) {
	d, err := p.dictionary(l.Field)
	if err != nil {
		return nil, err
	}
	list, err := d.PostingsList([]byte(l.Term), nil, nil)
	if err != nil {
		return nil, fmt.Errorf("reading field %s: %w", l.Field, err)
	}
	return list, nil
}

// kept returns the set with a key from the cache, or makes and keeps it.
func (p *part) kept(key string, make func() (*roaring.Bitmap, error)) (*roaring.Bitmap, error) {
	if set := p.cache.set(p.column, key); set != nil {
		return set, nil
	}
	set, err := make()
	if err == nil {
		p.cache.keepSet(p.column, key, set)
	}
	return set, err
}

// leaf returns the documents that have a term. As of all sets, the caller must
// not change it.
func (p *part) leaf(l engine.Leaf) (*roaring.Bitmap, error) {
	return p.kept(l.Key(), func() (*roaring.Bitmap, error) {
		if l.Range {
			return p.inRange(l)
		}
		return p.documents(l)
	})
}

// inRange reads the documents that have any term of a range.
func (p *part) inRange(l engine.Leaf) (*roaring.Bitmap, error) {
	dict, err := p.dictionary(l.Field)
	if err != nil {
		return nil, err
	}
	all := roaring.New()
	var end []byte
	if l.To != "" {
		end = append([]byte(l.To), 0) // behind it
	}
	for terms := dict.AutomatonIterator(nil, []byte(l.Term), end); ; {
		entry, err := terms.Next()
		if err != nil {
			return nil, fmt.Errorf("reading field %s: %w", l.Field, err)
		}
		if entry == nil {
			return all, nil
		}
		set, err := p.leaf(engine.Leaf{Field: l.Field, Term: entry.Term})
		if err != nil {
			return nil, err
		}
		all.Or(set)
	}
}

// documents reads the documents that have a term.
func (p *part) documents(l engine.Leaf) (*roaring.Bitmap, error) {
	list, err := p.list(l)
	if err != nil {
		return nil, err
	}
	it, ok := list.Iterator(false, false, false, nil).(segment.OptimizablePostingsIterator)
	if !ok {
		return nil, fmt.Errorf("reading field %s: unknown kind of postings", l.Field)
	}
	if n, ok := it.DocNum1Hit(); ok {
		return roaring.BitmapOf(uint32(n)), nil
	}
	if b := it.ActualBitmap(); b != nil {
		return b, nil
	}
	return roaring.New(), nil
}

// branch returns the documents for which the branch holds.
func (p *part) branch(ctx context.Context, b *engine.Branch) (*roaring.Bitmap, error) {
	switch len(b.Leaves) {
	case 0:
		return roaring.New(), nil
	case 1:
		return p.leaf(b.Leaves[0])
	}
	return p.kept(b.Key(), func() (*roaring.Bitmap, error) {
		find := b.Leaves
		if b.Phrase {
			find = b.Pairs()
		}
		sets := make([]*roaring.Bitmap, len(find))
		for i, l := range find {
			var err error
			if sets[i], err = p.leaf(l); err != nil {
				return nil, err
			}
		}
		all := and(sets)
		if len(b.Leaves) > 2 && b.Phrase && !all.IsEmpty() {
			return p.inRow(ctx, b.Leaves, all)
		}
		return all, nil
	})
}

// node returns the documents for which the node holds.
func (p *part) node(ctx context.Context, n engine.Node) (*roaring.Bitmap, error) {
	switch len(n) {
	case 0:
		return roaring.New(), nil
	case 1:
		return p.branch(ctx, &n[0])
	}
	return p.kept(n.Key(), func() (*roaring.Bitmap, error) {
		each := make([]*roaring.Bitmap, len(n))
		for i := range n {
			var err error
			if each[i], err = p.branch(ctx, &n[i]); err != nil {
				return nil, err
			}
		}
		return or(each), nil
	})
}

// and returns what is in all the sets, of which there is at least one: the
// smallest leads, so that the others are only looked into. It changes their
// order.
func and(sets []*roaring.Bitmap) *roaring.Bitmap {
	if len(sets) == 1 {
		return sets[0]
	}
	slices.SortFunc(sets, func(a, b *roaring.Bitmap) int { return cmp.Compare(a.GetCardinality(), b.GetCardinality()) })
	return roaring.FastAnd(sets...)
}

// or returns what is in any of the sets, of which there is at least one.
func or(sets []*roaring.Bitmap) *roaring.Bitmap {
	if len(sets) == 1 {
		return sets[0]
	}
	return roaring.FastOr(sets...)
}

// inRow returns those of the candidates in which the leaves stand in a row.
func (p *part) inRow(ctx context.Context, leaves []engine.Leaf, candidates *roaring.Bitmap) (*roaring.Bitmap, error) {
	its := make([]segment.PostingsIterator, len(leaves))
	for i, l := range leaves {
		var err error
		if its[i], err = p.over(l, candidates); err != nil {
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

// over returns an iterator over the places of a leaf in the documents of a set,
// which must all have the term.
func (p *part) over(l engine.Leaf, set *roaring.Bitmap) (segment.PostingsIterator, error) {
	list, err := p.list(l)
	if err != nil {
		return nil, err
	}
	it := list.Iterator(true, true, true, nil)
	o, ok := it.(segment.OptimizablePostingsIterator)
	if !ok {
		return nil, fmt.Errorf("reading field %s: unknown kind of postings", l.Field)
	}
	if o.ActualBitmap() != nil && o.ActualBitmap().GetCardinality() != set.GetCardinality() {
		o.ReplaceActual(set)
	}
	return it, nil
}
