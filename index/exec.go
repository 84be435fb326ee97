package index

import (
	"context"
	"fmt"
	"math"
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

// The parameters of BM25, the formula of scores.
const (
	bm25K = 1.2
	bm25B = 0.5 // clauses are short: length says little

	// averageLength is the length of a text in words that scores take for the
	// average. It is fixed, so that a score does not depend on other documents'
	// lengths, of which the engine does not know which are gone.
	averageLength = 20
)

// factor returns the part of a score that comes from how often a word stands in
// a text of the length that the engine's norm, 1/sqrt(length), stands for: in
// hundredths, 0 to 220, so that it fits a byte.
func factor(frequency uint64, norm float64) uint8 {
	tf := float64(frequency)
	length := 1.0
	if norm > 0 {
		length = bm25B/(norm*norm*averageLength) + 1 - bm25B
	}
	return uint8(math.Round(100 * tf * (bm25K + 1) / (tf + bm25K*length)))
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
// the units of the weight of each times its best branch.
func (p *part) score(ctx context.Context, prog *program, weights []float64, f *finding, docs []uint32, mem *scores) ([]float64, error) {
	mem.total = grow(mem.total, len(docs))
	for u, n := range prog.units {
		if len(n) == 1 && !prog.any { // all of the set has it
			if err := p.branchScore(ctx, n[0], weights[u], f.set, docs, mem.total); err != nil {
				return nil, err
			}
			continue
		}
		mem.unit = grow(mem.unit, len(docs))
		for i, b := range n {
			mine := roaring.And(f.each[u][i], f.set)
			if mine.IsEmpty() {
				continue
			}
			mem.branch = grow(mem.branch, len(docs))
			if err := p.branchScore(ctx, b, weights[u], mine, docs, mem.branch); err != nil {
				return nil, err
			}
			for k, s := range mem.branch {
				mem.unit[k] = max(mem.unit[k], s)
			}
		}
		for k, s := range mem.unit {
			mem.total[k] += s
		}
	}
	return mem.total, nil
}

// branchScore adds the scores of a branch for the documents of a set, which are
// all among docs and all satisfy it: the mean of its leaves.
func (p *part) branchScore(ctx context.Context, b branch, weight float64, set *roaring.Bitmap, docs []uint32, out []float64) error {
	weight *= b.quality / float64(len(b.leaves))
	for _, l := range b.leaves {
		if l.field != fieldText {
			add(set, docs, out, func(uint32) float64 { return weight })
			continue
		}
		factors, err := p.factors(ctx, l)
		if err != nil {
			return err
		}
		if factors != nil {
			add(set, docs, out, func(n uint32) float64 { return weight / 100 * float64(factors[n]) })
			continue
		}
		if err := p.leaf(ctx, l, weight/100, set, docs, out); err != nil {
			return err
		}
	}
	return nil
}

// add adds a score for each document of a set.
func add(set *roaring.Bitmap, docs []uint32, out []float64, score func(uint32) float64) {
	if int(set.GetCardinality()) == len(docs) {
		for k, n := range docs {
			out[k] += score(n)
		}
		return
	}
	k := 0
	for it := set.Iterator(); it.HasNext(); k++ {
		n := it.Next()
		for docs[k] != n {
			k++
		}
		out[k] += score(n)
	}
}

// leaf adds the scores of a word by reading its postings.
func (p *part) leaf(ctx context.Context, l leaf, weight float64, set *roaring.Bitmap, docs []uint32, out []float64) error {
	it, err := p.over(l, set, false)
	if err != nil {
		return err
	}
	k := 0
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
		out[k] += weight * float64(factor(post.Frequency(), post.Norm()))
		k++
	}
}

// commonWord is the number of documents of a part from which on the factors of a
// word are kept: the engine would unpack the postings of a common word again for
// every query, however few of them it asks for.
const commonWord = 2048

// factors returns the factors of a common word by document number, nil for a
// rarer one.
func (p *part) factors(ctx context.Context, l leaf) ([]uint8, error) {
	list, err := p.list(l.field, l.term)
	if err != nil || list.Count() < commonWord {
		return nil, err
	}
	if kept := p.cache.factors(p.column, l.term); kept != nil {
		return kept, nil
	}
	out := make([]uint8, len(p.column.keys))
	it := list.Iterator(true, true, false, nil)
	for n := 0; ; n++ {
		if n&0xffff == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		post, err := it.Next()
		if err != nil {
			return nil, err
		}
		if post == nil {
			break
		}
		out[post.Number()] = factor(post.Frequency(), post.Norm())
	}
	p.cache.keepFactors(p.column, l.term, out)
	return out, nil
}
