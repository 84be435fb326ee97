package bleve

import (
	"fmt"

	"github.com/telaah/telaah/index/internal/engine"
)

// tally counts hits by source and kind: each hit is touched once, its values
// only once a source.
type tally struct {
	cols *columns
	hits [][engine.KindCount]uint32 // by number of the source
}

// add counts the documents of a part.
func (t *tally) add(p *part, docs []uint32) error {
	kinds, sources, err := t.cols.facets(p)
	if err != nil {
		return err
	}
	for _, n := range docs {
		src := sources[n]
		for int(src) >= len(t.hits) {
			t.hits = append(t.hits, make([][engine.KindCount]uint32, max(256, len(t.hits)))...)
		}
		t.hits[src][kinds[n]]++
	}
	return nil
}

// facets returns the columns of kinds and sources of a part.
func (c *columns) facets(p *part) ([]uint8, []uint32, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	col := p.column
	if col.sources != nil {
		return col.kinds, col.sources, nil
	}
	kinds := make([]uint8, len(col.keys))
	for k, kind := range engine.FacetKinds {
		set, err := p.leaf(engine.Leaf{Field: engine.FieldKind, Term: string(kind)})
		if err != nil {
			return nil, nil, err
		}
		for it := set.Iterator(); it.HasNext(); {
			kinds[it.Next()] = uint8(k)
		}
	}
	if c.numbers == nil {
		c.numbers = map[uint64]uint32{}
	}
	sources := make([]uint32, len(col.keys))
	for n, key := range col.keys {
		number, known := c.numbers[key.Source()]
		if !known {
			number = uint32(len(c.sources))
			c.numbers[key.Source()] = number
			c.sources = append(c.sources, source{})
		}
		sources[n] = number
		if key.Place() == 0 && (c.sources[number].card == nil || p.deleted == nil || !p.deleted.Contains(uint32(n))) {
			card, err := p.card(uint32(n))
			if err != nil {
				return nil, nil, err
			}
			c.sources[number] = source{key.Source(), engine.Identity(key.Source(), card.Circular), card}
		}
	}
	for n, number := range sources {
		if c.sources[number].card == nil {
			return nil, nil, fmt.Errorf("%w: it has no card for %s", engine.ErrRebuild, col.keys[n])
		}
	}
	col.kinds, col.sources = kinds, sources
	return kinds, sources, nil
}

// byCircular sums the counts of sources up.
func (t *tally) byCircular() map[string]*engine.Tally {
	t.cols.mu.Lock()
	defer t.cols.mu.Unlock()
	out := map[string]*engine.Tally{}
	for src, row := range t.hits {
		if row == ([engine.KindCount]uint32{}) {
			continue
		}
		source := t.cols.sources[src]
		c := out[source.identity]
		if c == nil {
			c = &engine.Tally{Source: source.id, Card: source.card}
			out[source.identity] = c
		}
		if source.id < c.Source {
			c.Source, c.Card = source.id, source.card
		}
		for k, n := range row {
			c.Hits[k] += int(n)
		}
	}
	return out
}
