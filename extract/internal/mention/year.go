package mention

import (
	"fmt"
	"sort"
	"time"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/extract/internal/reading"
	"github.com/telaah/telaah/lexicon"
)

// Year is a year of this calendar, printed at a token.
type Year struct {
	At, Year int
	Full     bool // printed as part of a full date
}

// printedYears returns every year that the text prints, by position. Years of
// the Hijri and Saka calendars are none.
func printedYears(r *reading.Reading, lists [][]dateItem) []Year {
	var out []Year
	k := 0
	var flat []dateItem
	for _, l := range lists {
		flat = append(flat, l...)
	}
	for i := range r.Toks {
		for k < len(flat) && flat[k].end <= i {
			k++
		}
		if k < len(flat) && flat[k].first <= i {
			if flat[k].year > 0 && i == flat[k].end-1 {
				out = append(out, Year{i, flat[k].year, true})
			}
			continue
		}
		y := ReadYear(r, i)
		if y == 0 || i > 0 && r.Is(i-1, "calendar") || decimals(r, i) {
			continue
		}
		out = append(out, Year{i, y, false})
	}
	return out
}

// decimals reports whether the number at token i stands behind the point of
// an amount, as in 12.2024.
func decimals(r *reading.Reading, i int) bool {
	if i < 2 || r.Toks[i].Space || r.Toks[i-1].Space {
		return false
	}
	mark := r.Toks[i-1].Norm
	return (mark == "." || mark == ",") && r.Toks[i-2].Kind == lexicon.Number
}

// contextYear returns the year of an item that prints none: that of the
// nearest full date, else of the nearest other year in the text. Where the
// item names its weekday, only a year in which they agree will do; if no
// printed year does, the year after the nearest is tried, since texts of
// January cite acts of the year before. It is 0 where nothing tells.
func contextYear(p datePart, years []Year) int {
	agrees := func(y int) bool {
		date, ok := p.date(y)
		return ok && (p.weekday < 0 || date.Weekday() == time.Weekday(p.weekday))
	}
	for _, full := range []bool{true, false} {
		if y := nearestYear(p.first, years, full, agrees); y != 0 {
			return y
		}
	}
	any := func(int) bool { return true }
	near := nearestYear(p.first, years, true, any)
	if near == 0 {
		near = nearestYear(p.first, years, false, any)
	}
	if near != 0 && agrees(near+1) {
		return near + 1
	}
	return near
}

// maxYears bounds how far a search for a year looks, in printed years.
const maxYears = 64

// nearestYear returns the year nearest to token at that ok accepts, or 0.
func nearestYear(at int, years []Year, full bool, ok func(int) bool) int {
	hi := sort.Search(len(years), func(i int) bool { return years[i].At >= at })
	lo := hi - 1
	for range maxYears {
		var y Year
		switch {
		case lo < 0 && hi >= len(years):
			return 0
		case lo < 0 || hi < len(years) && years[hi].At-at < at-years[lo].At:
			y = years[hi]
			hi++
		default:
			y = years[lo]
			lo--
		}
		if y.Full == full && ok(y.Year) {
			return y.Year
		}
	}
	return 0
}

// complete fills months and years that a list leaves to its neighbours, and
// reports for each item whether its year is printed.
func complete(items []dateItem, years []Year) (printed []bool) {
	n := len(items)
	printed = make([]bool, n)
	for i := n - 1; i >= 0; i-- {
		it := &items[i]
		printed[i] = it.year > 0
		if i+1 == n {
			continue
		}
		if next := items[i+1]; it.month == 0 {
			it.month = next.month
			if it.year == 0 {
				it.year, printed[i] = next.year, printed[i+1]
			}
		} else if it.year == 0 && next.year > 0 {
			it.year, printed[i] = next.year, printed[i+1]
			if items[i+1].through && it.month > next.month {
				it.year-- // 28 Desember - 3 Januari 2025
			}
		}
	}
	for i := range items {
		it := &items[i]
		if it.year == 0 && i > 0 && items[i-1].year > 0 {
			it.year = items[i-1].year
			if it.through && it.month < items[i-1].month {
				it.year++
			}
		}
		if it.year == 0 {
			it.year = contextYear(it.datePart, years)
		}
	}
	return printed
}

// resolve turns a list of items into dates: days in a row become one, and what
// the calendar does not have becomes a doubt.
func (g *dateGrammar) resolve(items []dateItem) {
	printed := complete(items, g.out.Years)
	var run []Date
	for i := range items {
		it := &items[i]
		if it.garbled {
			g.doubt(it.first, it.end, "year-unreadable", fmt.Sprintf("Tahun pada \u201c%s\u201d tidak terbaca sebagai tahun; tahun diambil dari konteks bila ada.", g.Printed(it.first, it.end)))
		}
		year := it.year
		if year == 0 {
			year = 2000 // a leap year: only to see whether any year has the day
		}
		date, ok := it.date(year)
		if !ok {
			g.doubt(it.first, it.end, "impossible-date", fmt.Sprintf("\u201c%s\u201d bukan tanggal yang ada dalam kalender.", g.Printed(it.first, it.end)))
		}
		if !ok || it.year == 0 {
			continue
		}
		if it.weekday >= 0 && date.Weekday() != time.Weekday(it.weekday) {
			g.doubt(it.first, it.end, "weekday-date", fmt.Sprintf("%s jatuh pada hari %s, bukan %s.",
				lexicon.Day(date, "id"), dayNames[date.Weekday()], dayNames[it.weekday]))
		}
		m := Date{First: it.first, End: it.end, From: date, To: date, Weekday: it.weekday >= 0, Inferred: !printed[i]}
		if k := len(run) - 1; k >= 0 && i > 0 {
			last := &run[k]
			switch {
			case it.through && last.To.Compare(date) > 0:
				g.doubt(last.First, it.end, "range-reversed", fmt.Sprintf("Rentang \u201c%s\u201d berakhir sebelum mulai.", g.Printed(last.First, it.end)))
			case it.through || last.To.AddDays(1) == date:
				last.To, last.End = date, it.end
				last.Inferred = last.Inferred || m.Inferred
				continue
			}
		}
		run = append(run, m)
	}
	for i := range run {
		run[i].Clock = g.clock(run[i].End)
	}
	g.out.All = append(g.out.All, run...)
}

// doubt adds a doubt about the tokens from first up to end.
func (g *dateGrammar) doubt(first, end int, code, message string) {
	g.out.Doubts = append(g.out.Doubts, circular.Warning{Code: code, Message: message, Span: g.Span(first, end)})
}

// dayNames are the names of the days in messages, from Sunday.
var dayNames = [...]string{"Minggu", "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu"}
