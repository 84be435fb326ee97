package index

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/telaah/telaah/circular"
)

// Facets counts what a query found. A circular counts once, however many of its
// clauses and of its sources were found; a text that is about none does not count.
type Facets struct {
	Circulars int           `json:"circulars"`
	Kinds     []Count       `json:"kinds"`   // in the order of circular.Kinds, cards last
	Regions   []RegionCount `json:"regions"` // most circulars first
	Levels    []Count       `json:"levels"`  // most circulars first
	Years     []Count       `json:"years"`   // latest first
	Issuers   []Count       `json:"issuers"` // most circulars first, at most maxIssuers
}

// Count is how much was found for one value.
type Count struct {
	Value     string `json:"value"`
	Circulars int    `json:"circulars"` // with at least one hit
	Hits      int    `json:"hits"`      // clauses and cards
}

// RegionCount is how much was found for one region, and how much of each kind.
type RegionCount struct {
	Region circular.Region `json:"region"`
	Count
	Kinds []Count `json:"kinds"`
}

// maxIssuers is how many issuers are listed.
const maxIssuers = 50

// facetKinds are the kinds of documents in the order in which they are listed.
var facetKinds = append(slices.Clone(circular.Kinds), KindCircular, KindDocument, KindText)

const kindCount = 17 // of facetKinds

// tally counts hits by source and kind: each hit is touched once, its values
// only once a source.
type tally struct {
	cols *columns
	hits [][kindCount]uint32 // by number of the source
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
			t.hits = append(t.hits, make([][kindCount]uint32, max(256, len(t.hits)))...)
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
	for k, kind := range facetKinds {
		set, err := p.leaf(leaf{fieldKind, string(kind)})
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
		number, known := c.numbers[key.source()]
		if !known {
			number = uint32(len(c.sources))
			c.numbers[key.source()] = number
			c.sources = append(c.sources, source{})
		}
		sources[n] = number
		if key.place() == 0 && (c.sources[number].card == nil || p.deleted == nil || !p.deleted.Contains(uint32(n))) {
			card, err := p.card(uint32(n))
			if err != nil {
				return nil, nil, err
			}
			c.sources[number] = source{key.source(), identity(key.source(), card.Circular), card}
		}
	}
	for n, number := range sources {
		if c.sources[number].card == nil {
			return nil, nil, fmt.Errorf("%w: it has no card for %s", ErrRebuild, col.keys[n])
		}
	}
	col.kinds, col.sources = kinds, sources
	return kinds, sources, nil
}

// identity names a circular so that every source of it gets the same name: by
// issuer, number and year. A circular without a number is known by its source.
func identity(source uint64, c *HitCircular) string {
	if c.Number == "" || c.Issuer == "" {
		return docKey(source << 16).String()
	}
	return fmt.Sprintf("%s %s %d", strings.ToLower(c.Issuer), circular.NumberKey(c.Number), c.Year)
}

// counted is what was found of one circular.
type counted struct {
	source uint64 // the least of its sources, whose card is taken
	card   *content
	hits   [kindCount]int
}

// byCircular sums the counts of sources up.
func (t *tally) byCircular() map[string]*counted {
	t.cols.mu.Lock()
	defer t.cols.mu.Unlock()
	out := map[string]*counted{}
	for src, row := range t.hits {
		if row == ([kindCount]uint32{}) {
			continue
		}
		source := t.cols.sources[src]
		c := out[source.identity]
		if c == nil {
			c = &counted{source: source.id, card: source.card}
			out[source.identity] = c
		}
		if source.id < c.source {
			c.source, c.card = source.id, source.card
		}
		for k, n := range row {
			c.hits[k] += int(n)
		}
	}
	return out
}

// facets sums the counts up.
func (t *tally) facets() *Facets {
	f := &Facets{}
	var kinds [kindCount]Count
	type regionRow struct {
		circulars int
		kinds     [kindCount]Count
	}
	regions := map[circular.Region]*regionRow{}
	values := [3]map[string]*Count{{}, {}, {}}
	for _, c := range t.byCircular() {
		about, one := c.card.Circular, 1
		if c.card.Kind == KindDocument {
			one = 0 // it is about none
		}
		f.Circulars += one
		reg := regions[about.Region]
		if reg == nil {
			reg = new(regionRow)
			regions[about.Region] = reg
		}
		reg.circulars += one
		total := 0
		for k, n := range c.hits {
			if n > 0 {
				total += n
				kinds[k].Circulars += one
				kinds[k].Hits += n
				reg.kinds[k].Circulars += one
				reg.kinds[k].Hits += n
			}
		}
		year := ""
		if about.Year != 0 {
			year = strconv.Itoa(about.Year)
		}
		for i, v := range []string{string(about.Level), year, about.Issuer} {
			if v == "" {
				continue
			}
			n := values[i][v]
			if n == nil {
				n = &Count{Value: v}
				values[i][v] = n
			}
			n.Circulars += one
			n.Hits += total
		}
	}
	f.Kinds = named(kinds)
	f.Regions = []RegionCount{}
	for region, row := range regions {
		if region == (circular.Region{}) {
			continue
		}
		rc := RegionCount{Region: region, Count: Count{Value: region.Code, Circulars: row.circulars}, Kinds: named(row.kinds)}
		for _, n := range rc.Kinds {
			rc.Hits += n.Hits
		}
		f.Regions = append(f.Regions, rc)
	}
	f.sort(values)
	return f
}

// sort puts the counts in order: maps have none.
func (f *Facets) sort(values [3]map[string]*Count) {
	slices.SortFunc(f.Regions, func(a, b RegionCount) int {
		return cmp.Or(cmp.Compare(b.Circulars, a.Circulars), cmp.Compare(a.Region.Code, b.Region.Code), cmp.Compare(a.Region.Name, b.Region.Name))
	})
	most := func(a, b Count) int {
		return cmp.Or(cmp.Compare(b.Circulars, a.Circulars), cmp.Compare(a.Value, b.Value))
	}
	lists := [3]*[]Count{&f.Levels, &f.Years, &f.Issuers}
	for i, m := range values {
		list := []Count{}
		for _, n := range m {
			list = append(list, *n)
		}
		slices.SortFunc(list, most)
		*lists[i] = list
	}
	slices.SortFunc(f.Years, func(a, b Count) int { return cmp.Compare(b.Value, a.Value) })
	f.Issuers = f.Issuers[:min(maxIssuers, len(f.Issuers))]
}

// named returns the counts of the kinds that occur, with their names.
func named(row [kindCount]Count) []Count {
	out := []Count{}
	for k, n := range row {
		if n.Hits > 0 {
			n.Value = string(facetKinds[k])
			out = append(out, n)
		}
	}
	return out
}
