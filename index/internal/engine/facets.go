package engine

import (
	"cmp"
	"slices"
	"strconv"

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
	Issuers   []Count       `json:"issuers"` // most circulars first, at most MaxIssuers

	// Approximate says that some numbers of circulars are estimates, as a cluster
	// makes them where there are many.
	Approximate bool `json:"approximate,omitempty"`
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

// MaxIssuers is how many issuers are listed.
const MaxIssuers = 50

// FacetKinds are the kinds of documents in the order in which they are listed.
var FacetKinds = append(slices.Clone(circular.Kinds), KindCircular, KindDocument, KindText)

const KindCount = 17 // of FacetKinds

// Tally is what was found of one circular.
type Tally struct {
	Source uint64 // the least of its sources, whose card is taken
	Card   *Content
	Hits   [KindCount]int
}

// Sum makes facets of what was found of each circular, by its identity.
func Sum(found map[string]*Tally) *Facets {
	f := &Facets{}
	var kinds [KindCount]Count
	type regionRow struct {
		circulars int
		kinds     [KindCount]Count
	}
	regions := map[circular.Region]*regionRow{}
	values := [3]map[string]*Count{{}, {}, {}}
	for _, c := range found {
		about, one := c.Card.Circular, 1
		if c.Card.Kind == KindDocument {
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
		for k, n := range c.Hits {
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
	f.Kinds = Named(kinds)
	f.Regions = []RegionCount{}
	for region, row := range regions {
		if region == (circular.Region{}) {
			continue
		}
		rc := RegionCount{Region: region, Count: Count{Value: region.Code, Circulars: row.circulars}, Kinds: Named(row.kinds)}
		for _, n := range rc.Kinds {
			rc.Hits += n.Hits
		}
		f.Regions = append(f.Regions, rc)
	}
	f.Sort(values)
	return f
}

// Sort puts the counts in order, with those of levels, years and issuers: maps
// have none.
func (f *Facets) Sort(values [3]map[string]*Count) {
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
	f.Issuers = f.Issuers[:min(MaxIssuers, len(f.Issuers))]
}

// Named returns the counts of the kinds that occur, with their names.
func Named(row [KindCount]Count) []Count {
	out := []Count{}
	for k, n := range row {
		if n.Hits > 0 {
			n.Value = string(FacetKinds[k])
			out = append(out, n)
		}
	}
	return out
}
