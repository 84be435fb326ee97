package circulars

import (
	"cmp"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/extract/internal/mention"
)

// years gives circulars with a number but no year the year of their date, else
// one printed right in front of them, else the only year of the text: of its
// dates, else of anything but an act, else of anything.
func (b *builder) years() {
	text := b.onlyYear()
	for i := range b.acts {
		a := &b.acts[i]
		switch {
		case a.Garbled > 0:
			b.out.Doubts = append(b.out.Doubts, circular.Warning{Code: "year-unreadable",
				Message: "Tahun pada nomor ini tidak terbaca.", Span: b.Span(a.Garbled, a.Garbled+1)})
		case a.Year == 0 && !a.Date.IsZero():
			a.Year = a.Date.Year
		case a.Year == 0 && a.Number != "" && (a.Circular() || a.Letter()):
			a.Year = cmp.Or(b.yearBefore(a), text)
		}
	}
	for i := range b.acts { // the day of signing has the year of the act where it prints none
		a := &b.acts[i]
		if a.DateAt >= 0 && a.Year > 0 {
			a.Date = ofYear(b.Dates[a.DateAt], a.Year)
		}
	}
}

// ofYear returns the day of d, in the given year where the text prints none
// with it.
func ofYear(d mention.Date, year int) circular.Date {
	if !d.Inferred || year == 0 {
		return d.From
	}
	if day, ok := circular.NewDate(year, d.From.Month, d.From.Day); ok {
		return day
	}
	return d.From
}

// onlyYear returns the year of the text, where it has only one.
func (b *builder) onlyYear() int {
	dated, other, any := map[int]bool{}, map[int]bool{}, map[int]bool{}
	for _, d := range b.Dates {
		if !d.Inferred {
			dated[d.From.Year], dated[d.To.Year] = true, true
		}
	}
	k := 0
	for _, y := range b.Years {
		for k < len(b.acts) && b.acts[k].End <= y.At {
			k++
		}
		any[y.Year] = true
		if k == len(b.acts) || y.At < b.acts[k].First {
			other[y.Year] = true
		}
	}
	for _, set := range []map[int]bool{dated, other, any} {
		if len(set) == 1 {
			for y := range set {
				return y
			}
		}
	}
	return 0
}

// yearBefore returns the year that leads to a, as in "pada 2023 lewat SE Nomor
// 5", or 0.
func (b *builder) yearBefore(a *Act) int {
	k := a.First - 1
	if m, ok := b.Starts(k, "issue"); ok && m.Entry.Attrs["voice"] == "via" || b.Is(k, "within") {
		k--
	}
	if y := mention.ReadYear(b.Reading, k); y > 0 && b.Is(k-1, "yearword") {
		return y
	}
	return 0
}
