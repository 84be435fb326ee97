package bleve

import (
	"context"

	"github.com/telaah/telaah/index/internal/engine"

	"github.com/RoaringBitmap/roaring/v2"
)

// scores keeps the memory of scoring from part to part.
type scores struct {
	docs                []uint32
	total, unit, branch []float64
}

// documents lists a set.
func (m *scores) documents(set *roaring.Bitmap) []uint32 {
	n := int(set.GetCardinality())
	if cap(m.docs) < n {
		m.docs = make([]uint32, n)
	}
	m.docs = m.docs[:n]
	set.ManyIterator().NextMany(m.docs)
	return m.docs
}

func grow(s []float64, n int) []float64 {
	if cap(s) < n {
		return make([]float64, n)
	}
	s = s[:n]
	clear(s)
	return s
}

// score returns the scores of the documents, which are those of the set: the
// sum over the units of the weight of each times its best branch, and something
// for words that stand side by side as in the query.
func (p *part) score(ctx context.Context, prog *engine.Program, weights []float64, set *roaring.Bitmap, docs []uint32, mem *scores) ([]float64, error) {
	mem.total = grow(mem.total, len(docs))
	for u, n := range prog.Units {
		mem.unit = grow(mem.unit, len(docs))
		for i := range n {
			if err := p.branchScore(ctx, &n[i], weights[u], set, docs, mem); err != nil {
				return nil, err
			}
		}
		for k, s := range mem.unit {
			mem.total[k] += s
		}
	}
	for _, n := range prog.Near {
		all, err := p.leaf(n.Pair)
		if err != nil {
			return nil, err
		}
		bonus := engine.BoostNear * min(weights[n.Unit], weights[n.Unit+1])
		places(roaring.And(all, set).ToArray(), docs, func(k, _ int) { mem.total[k] += bonus })
	}
	return mem.total, nil
}

// places calls do with the place in docs of each of some of them, and its place
// among those.
func places(some, docs []uint32, do func(k, i int)) {
	k := 0
	for i, n := range some {
		for docs[k] != n {
			k++
		}
		do(k, i)
	}
}

// branchScore raises the scores of a unit to those of a branch, the mean of its
// leaves, for those of the documents that have it.
func (p *part) branchScore(ctx context.Context, b *engine.Branch, weight float64, set *roaring.Bitmap, docs []uint32, mem *scores) error {
	weight *= b.Quality / float64(len(b.Leaves))
	if len(b.Leaves) == 1 && b.Leaves[0].Field == engine.FieldText { // the factors tell who has it
		f, err := p.factors(ctx, b.Leaves[0])
		if err != nil {
			return err
		}
		f.each(docs, func(k int, factor uint8) { mem.unit[k] = max(mem.unit[k], weight/100*float64(factor)) })
		return nil
	}
	all, err := p.branch(ctx, b)
	if err != nil {
		return err
	}
	mine := roaring.And(all, set).ToArray()
	mem.branch = grow(mem.branch, len(mine))
	for _, l := range b.Leaves {
		if l.Field != engine.FieldText {
			for i := range mine {
				mem.branch[i] += weight
			}
			continue
		}
		f, err := p.factors(ctx, l)
		if err != nil {
			return err
		}
		f.each(mine, func(i int, factor uint8) { mem.branch[i] += weight / 100 * float64(factor) })
	}
	places(mine, docs, func(k, i int) { mem.unit[k] = max(mem.unit[k], mem.branch[i]) })
	return nil
}

// factors are those of a word in the documents of a part.
type factors struct {
	docs   []uint32 // in order; nil where there is a value for every document of the part
	values []uint8
}

// commonWord is the share of the documents of a part, 1 of so many, from which
// on the factors of a word stand in a list of all.
const commonWord = 64

// each calls do with the place in docs, which are in order, and the factor of
// each document that has the word.
func (f *factors) each(docs []uint32, do func(k int, factor uint8)) {
	if f.docs == nil {
		for k, n := range docs {
			do(k, f.values[n])
		}
		return
	}
	at := 0
	for k, n := range docs {
		for at < len(f.docs) && f.docs[at] < n {
			at++
		}
		if at == len(f.docs) {
			return
		}
		if f.docs[at] == n {
			do(k, f.values[at])
		}
	}
}

// factors returns the factors of a word. They are kept: the engine would unpack
// its postings again for every query, however few of them it asks for.
func (p *part) factors(ctx context.Context, l engine.Leaf) (*factors, error) {
	if kept := p.cache.factors(p.column, l.Term); kept != nil {
		return kept, nil
	}
	list, err := p.list(l)
	if err != nil {
		return nil, err
	}
	f := &factors{docs: []uint32{}}
	if count := int(list.Count()); count*commonWord >= len(p.column.keys) {
		f = &factors{values: make([]uint8, len(p.column.keys))}
	}
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
		value := engine.Factor(post.Frequency(), post.Norm())
		if f.docs == nil {
			f.values[post.Number()] = value
		} else {
			f.docs, f.values = append(f.docs, uint32(post.Number())), append(f.values, value)
		}
	}
	p.cache.keepFactors(p.column, l.Term, f)
	return f, nil
}
