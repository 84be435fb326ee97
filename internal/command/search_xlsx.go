package command

import (
	"io"
	"strings"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/index"
	"github.com/telaah/telaah/report"
)

// writeHits writes a result as a workbook: a sheet of hits, and one of what was
// found by region and kind.
func (a *app) writeHits(w io.Writer, res *index.Result, offset int) error {
	column := func(key string, width float64) report.Column {
		return report.Column{Title: a.t(key), Width: width}
	}
	b := report.NewBook(a.t("search.short"))
	hits := b.Table(a.t("table.hits"), column("table.no", 5), column("table.circular", 40), column("table.issuer", 30), column("table.number", 24), column("table.year", 8),
		column("table.region", 22), column("table.kind", 14), column("table.text", 70), column("table.page", 9), column("table.file", 34), column("table.grade", 14), column("table.id", 15), column("table.also", 34))
	for i := range res.Hits {
		h := &res.Hits[i]
		var year, page any = "", ""
		if h.Circular.Year != 0 {
			year = h.Circular.Year
		}
		if h.Span.Page > 0 {
			page = h.Span.Page
		}
		hits.Row("", offset+i+1, a.hitName(h), h.Circular.Issuer, h.Circular.Number, year, h.Circular.Region.Name, a.word("kind", h.Kind),
			h.Text, page, h.Source.Path, a.word("grade", h.Source.Grade), h.Source.SHA256[:min(12, len(h.Source.SHA256))], strings.Join(a.copies(h), "\n"))
	}
	counts := b.Table(a.t("table.counts"), column("table.region", 34), column("table.code", 10), column("table.kind", 20), column("table.circulars", 10), column("table.hits", 10))
	f := res.Facets
	total := 0
	for _, k := range f.Kinds {
		total += k.Hits
	}
	rows := func(region circular.Region, all index.Count, kinds []index.Count) {
		counts.Row("", region.Name, region.Code, a.t("table.all"), all.Circulars, all.Hits)
		for _, k := range kinds {
			counts.Row("", region.Name, region.Code, a.word("kind", circular.Kind(k.Value)), k.Circulars, k.Hits)
		}
	}
	rows(circular.Region{Name: a.t("table.all")}, index.Count{Circulars: f.Circulars, Hits: total}, f.Kinds)
	for _, r := range f.Regions {
		rows(r.Region, r.Count, r.Kinds)
	}
	return b.Write(w)
}
