package opensearch

import (
	"strings"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/index/internal/engine"
)

// How many circulars are counted almost exactly: beyond, a count may be some per
// cent off. Each costs the cluster memory, of which regions by kind take most.
const (
	exactAll    = 40_000
	exactValue  = 10_000
	exactRegion = 1_000
	exactKind   = 250 // of a region
)

// circulars counts distinct circulars.
func circulars(exact int) clause {
	return clause{"circulars": clause{"cardinality": clause{"field": fieldAct, "precision_threshold": exact}}}
}

func byValue(field string, size int, below clause) clause {
	return clause{"terms": clause{"field": field, "size": size}, "aggs": below}
}

// facetAggregations asks for all facets.
var facetAggregations = clause{
	"circulars": circulars(exactAll)["circulars"],
	"kinds":     byValue(engine.FieldKind, 50, circulars(exactValue)),
	"levels":    byValue(fieldTier, 50, circulars(exactValue)),
	"years":     byValue(fieldSince, 300, circulars(exactValue)),
	"issuers":   byValue(fieldOffice, 500, circulars(exactRegion)),
	"regions": byValue(fieldPlace, 2000, clause{"circulars": circulars(exactRegion)["circulars"],
		"kinds": byValue(engine.FieldKind, 50, circulars(exactKind))}),
}

// aggregations is what the cluster counts.
type aggregations struct {
	Size      number  `json:"size"`
	Terms     buckets `json:"terms"`
	Circulars number  `json:"circulars"`
	Kinds     buckets `json:"kinds"`
	Levels    buckets `json:"levels"`
	Years     buckets `json:"years"`
	Issuers   buckets `json:"issuers"`
	Regions   buckets `json:"regions"`
}

type number struct {
	Value float64 `json:"value"`
}

type buckets struct {
	Buckets []bucket `json:"buckets"`
}

type bucket struct {
	Key       string   `json:"key"`
	Count     int      `json:"doc_count"`
	Circulars number   `json:"circulars"`
	Kinds     *buckets `json:"kinds"`
}

// facets puts what was counted in order.
func (a *aggregations) facets() *engine.Facets {
	f := &engine.Facets{Circulars: int(a.Circulars.Value), Kinds: named(&a.Kinds), Regions: []engine.RegionCount{}}
	f.Approximate = f.Circulars > exactAll
	for _, b := range a.Regions.Buckets {
		code, name, _ := strings.Cut(b.Key, "\t")
		r := engine.RegionCount{Region: circular.Region{Code: code, Name: name}, Count: b.count(), Kinds: named(b.Kinds)}
		r.Value = code
		f.Approximate = f.Approximate || r.Circulars > exactKind
		f.Regions = append(f.Regions, r)
	}
	values := [3]map[string]*engine.Count{{}, {}, {}}
	for i, list := range []buckets{a.Levels, a.Years, a.Issuers} {
		for _, b := range list.Buckets {
			n := b.count()
			values[i][b.Key] = &n
			f.Approximate = f.Approximate || n.Circulars > exactValue || i == 2 && (n.Circulars > exactRegion || len(list.Buckets) == 500)
		}
	}
	f.Sort(values)
	return f
}

func (b *bucket) count() engine.Count {
	return engine.Count{Value: b.Key, Circulars: int(b.Circulars.Value), Hits: b.Count}
}

// named returns the counts of kinds in their order.
func named(b *buckets) []engine.Count {
	var row [engine.KindCount]engine.Count
	for _, n := range b.Buckets {
		for k, kind := range engine.FacetKinds {
			if string(kind) == n.Key {
				row[k] = n.count()
			}
		}
	}
	return engine.Named(row)
}
