package index

import (
	"context"
	"math"

	"github.com/RoaringBitmap/roaring/v2"
)

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
