package compare_test

import (
	"testing"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/compare"
	"github.com/telaah/telaah/extract"
)

// BenchmarkCompare holds 500 regional circulars against one baseline; the
// metric ms/doc is the time for each.
func BenchmarkCompare(b *testing.B) {
	all := loadShipped(b)
	records := make([]circular.Record, 500)
	for n := range records {
		records[n] = extract.Extract(circular.Source{Path: "salinan.txt", Grade: circular.GradePrimary, Pages: 1}, circular.Plain(newVariant(n).text()))
	}
	b.ReportAllocs()
	for b.Loop() {
		for _, rec := range records {
			if _, err := compare.Compare(all, rec, compare.Options{}); err != nil {
				b.Fatal(err)
			}
		}
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/1000/float64(b.N*len(records)), "ms/doc")
}
