package bleve

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"github.com/telaah/telaah/index/internal/engine"

	"github.com/RoaringBitmap/roaring/v2"
	bleveindex "github.com/blevesearch/bleve_index_api"
)

// session is one search over one view of the index.
type session struct {
	reader bleveindex.IndexReader
	parts  []*part
	cols   *columns
	docs   uint64 // in the whole index
}

// Close releases the view.
func (s *session) Close() error { return s.reader.Close() }

// Run finds the best n documents and counts all.
func (s *session) Run(ctx context.Context, asked *engine.Program, n int, facets bool) (*engine.Answer, error) {
	prog, err := s.pruned(ctx, asked)
	if err != nil {
		return nil, err
	}
	best := newTop(n)
	res := &engine.Answer{Units: make([]uint64, len(prog.Units))}
	var counts *tally
	if facets {
		counts = &tally{cols: s.cols}
	}
	findings := make([]*finding, len(s.parts))
	for i, p := range s.parts {
		if findings[i], err = p.find(ctx, prog); err != nil {
			return nil, err
		}
		for u, n := range findings[i].units {
			res.Units[u] += n
		}
	}
	weights := engine.Weights(s.docs, res.Units)
	var mem scores
	for i, p := range s.parts {
		if err := ctx.Err(); err != nil {
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
		score, err := p.score(ctx, prog, weights, findings[i].set, docs, &mem)
		if err != nil {
			return nil, err
		}
		for k, n := range docs {
			v := engine.Rounded(score[k], p.column.order[n]&engine.Sunk != 0)
			if best.wants(v) {
				best.add(engine.Found{Key: p.column.keys[n], Score: v, Rank: p.column.order[n], Num: p.offset + uint64(n)})
			}
		}
	}
	if counts != nil {
		res.Facets = engine.Sum(counts.byCircular())
	}
	res.Best = best.sorted()
	return res, nil
}

// pruned returns the program without the branches of units that no document can
// have, because a term of theirs is not there.
func (s *session) pruned(ctx context.Context, p *engine.Program) (*engine.Program, error) {
	out := *p
	for _, list := range []*[]engine.Node{&out.Units, &out.Nots} {
		nodes := make([]engine.Node, len(*list))
		for i, n := range *list {
			for _, b := range n {
				counts, err := s.Counts(ctx, b.Leaves)
				if err != nil {
					return nil, err
				}
				if !slices.Contains(counts, 0) {
					nodes[i] = append(nodes[i], b)
				}
			}
		}
		*list = nodes
	}
	return &out, nil
}

// Counts returns for each leaf how many documents have it.
func (s *session) Counts(_ context.Context, leaves []engine.Leaf) ([]uint64, error) {
	out := make([]uint64, len(leaves))
	for i, l := range leaves {
		for _, p := range s.parts {
			set, err := p.leaf(l)
			if err != nil {
				return nil, err
			}
			out[i] += p.count(set)
		}
	}
	return out, nil
}

// finding is what a program finds in one part.
type finding struct {
	set   *roaring.Bitmap
	units []uint64 // how many documents have each unit
}

// find returns the documents of a part that the program finds.
func (p *part) find(ctx context.Context, prog *engine.Program) (*finding, error) {
	f := &finding{units: make([]uint64, len(prog.Units))}
	var must []*roaring.Bitmap
	for i, n := range prog.Units {
		all, err := p.node(ctx, n)
		if err != nil {
			return nil, err
		}
		f.units[i] = p.count(all)
		must = append(must, all)
	}
	if prog.Any && len(must) > 0 {
		must = []*roaring.Bitmap{or(must)}
	}
	for _, n := range prog.Filters {
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
	for _, n := range prog.Nots {
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

// Load returns what is stored of a document.
func (s *session) Load(f engine.Found) (engine.Stored, error) {
	i := len(s.parts) - 1
	for s.parts[i].offset > f.Num {
		i--
	}
	p, n := s.parts[i], uint32(f.Num-s.parts[i].offset)
	c, err := p.content(n)
	if err != nil {
		return engine.Stored{}, err
	}
	card, err := p.card(n)
	return engine.Stored{Content: c, Card: card}, err
}

// card returns the first card of the source of a document. The documents of a
// source are written at once and stay in one part.
func (p *part) card(n uint32) (*engine.Content, error) {
	key := p.column.keys[n] &^ 0xffff
	if c := p.cache.card(p.column, key); c != nil {
		return c, nil
	}
	list, err := p.list(engine.Leaf{Field: fieldID, Term: key.String()})
	if err != nil {
		return nil, err
	}
	at, err := list.Iterator(false, false, false, nil).Next()
	if err != nil || at == nil {
		return nil, errors.Join(fmt.Errorf("%w: it has no card %s", engine.ErrRebuild, key), err)
	}
	c, err := p.content(uint32(at.Number()))
	if err == nil && (c.Circular == nil || c.Source == nil) {
		err = fmt.Errorf("%w: %s is no card", engine.ErrRebuild, key)
	}
	if err == nil {
		p.cache.keepCard(p.column, key, c)
	}
	return c, err
}

// content loads what is stored of a document.
func (p *part) content(n uint32) (c *engine.Content, err error) {
	c = new(engine.Content)
	visit := p.segment.VisitStoredFields(uint64(n), func(field string, _ byte, value []byte, _ []uint64) bool {
		if field == fieldHit {
			err = json.Unmarshal(value, c)
		}
		return field != fieldHit
	})
	if err = errors.Join(visit, err); err != nil {
		return nil, fmt.Errorf("%w: a document cannot be read: %w", engine.ErrRebuild, err)
	}
	return c, nil
}
