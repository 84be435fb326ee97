package extract

import (
	"fmt"
	"sort"
	"time"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/lexicon"
)

// yearAt is a year printed at a token.
type yearAt struct {
	tok, year int
	full      bool // printed as part of a full date
}

// printedYears returns every year of this calendar that the text prints, by
// position. Years of the Hijri and Saka calendars are none.
func (d *doc) printedYears(lists [][]dateItem) []yearAt {
	var out []yearAt
	k := 0
	var flat []dateItem
	for _, l := range lists {
		flat = append(flat, l...)
	}
	for i := range d.toks {
		for k < len(flat) && flat[k].end <= i {
			k++
		}
		if k < len(flat) && flat[k].first <= i {
			if flat[k].year > 0 && i == flat[k].end-1 {
				out = append(out, yearAt{i, flat[k].year, true})
			}
			continue
		}
		y := d.year(i)
		if y == 0 || i > 0 && d.toks[i-1].Norm == "saka" {
			continue
		}
		if i > 1 && !d.toks[i].Space && (d.toks[i-1].Norm == "." || d.toks[i-1].Norm == ",") && !d.toks[i-1].Space && d.toks[i-2].Kind == lexicon.Number {
			continue // 12.2024 is an amount
		}
		out = append(out, yearAt{i, y, false})
	}
	return out
}

// contextYear returns the year of an item that prints none: that of the
// nearest full date, else of the nearest other year in the text. Where the
// item names its weekday, only a year in which they agree will do; if no
// printed year does, the year after the nearest is tried, since texts of
// January cite acts of the year before. It is 0 where nothing tells.
func contextYear(p datePart, years []yearAt) int {
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
func nearestYear(at int, years []yearAt, full bool, ok func(int) bool) int {
	hi := sort.Search(len(years), func(i int) bool { return years[i].tok >= at })
	lo := hi - 1
	for range maxYears {
		var y yearAt
		switch {
		case lo < 0 && hi >= len(years):
			return 0
		case lo < 0 || hi < len(years) && years[hi].tok-at < at-years[lo].tok:
			y = years[hi]
			hi++
		default:
			y = years[lo]
			lo--
		}
		if y.full == full && ok(y.year) {
			return y.year
		}
	}
	return 0
}

// resolve turns a list of items into mentions: items without month or year
// take them from the right, days in a row become one mention, and what the
// calendar does not have becomes a warning.
func (d *doc) resolve(items []dateItem, years []yearAt) {
	n := len(items)
	printed := make([]bool, n)
	for i := n - 1; i >= 0; i-- {
		it := &items[i]
		printed[i] = it.year > 0
		if i+1 < n {
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
	}
	var run []dateMention
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
		if it.garbled {
			d.warn(it.first, it.end, "year-unreadable", fmt.Sprintf("Tahun pada \u201c%s\u201d tidak terbaca sebagai tahun; tahun diambil dari konteks bila ada.", d.words(it.first, it.end)))
		}
		if it.year == 0 {
			if _, ok := it.date(2000); !ok { // no year makes it a date
				d.impossible(it.datePart)
			}
			continue
		}
		date, ok := it.date(it.year)
		if !ok {
			d.impossible(it.datePart)
			continue
		}
		if it.weekday >= 0 && date.Weekday() != time.Weekday(it.weekday) {
			d.warn(it.first, it.end, "weekday-date", fmt.Sprintf("%s jatuh pada hari %s, bukan %s.",
				longDate(date), dayNames[date.Weekday()], dayNames[it.weekday]))
		}
		m := dateMention{first: it.first, end: it.end, from: date, to: date, weekday: it.weekday >= 0, inferred: !printed[i]}
		if k := len(run) - 1; k >= 0 && i > 0 {
			last := &run[k]
			switch {
			case it.through && last.to.Compare(date) > 0:
				d.warn(last.first, it.end, "range-reversed", fmt.Sprintf("Rentang \u201c%s\u201d berakhir sebelum mulai.", d.words(last.first, it.end)))
			case it.through || last.to.AddDays(1) == date:
				last.to, last.end = date, it.end
				last.inferred = last.inferred || m.inferred
				continue
			}
		}
		run = append(run, m)
	}
	for i := range run {
		run[i].clock = d.clockAt(run[i].end)
	}
	d.dates = append(d.dates, run...)
}

// impossible warns that p is no day of the calendar.
func (d *doc) impossible(p datePart) {
	d.warn(p.first, p.end, "impossible-date", fmt.Sprintf("\u201c%s\u201d bukan tanggal yang ada dalam kalender.", d.words(p.first, p.end)))
}

// clockAt reports whether a clock time, such as ", 17:30", stands at token i.
func (d *doc) clockAt(i int) bool {
	i = d.skip(d.skip(i, ",", "|", "-", "\u2013"), "pukul", "jam")
	return i+2 < len(d.toks) && d.number4(i) >= 0 && d.number4(i) < 25 && len(d.toks[i].Norm) <= 2 &&
		(d.toks[i+1].Norm == ":" || d.toks[i+1].Norm == ".") && !d.toks[i+1].Space &&
		d.toks[i+2].Kind == lexicon.Number && len(d.toks[i+2].Norm) == 2 && !d.toks[i+2].Space
}

var dayNames = [...]string{"Minggu", "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu"}

var monthNames = [...]string{"", "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli",
	"Agustus", "September", "Oktober", "November", "Desember"}

// longDate writes a date as messages do: "16 April 2024".
func longDate(d circular.Date) string {
	return fmt.Sprintf("%d %s %d", d.Day, monthNames[d.Month], d.Year)
}
