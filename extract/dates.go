package extract

import (
	"strconv"
	"strings"
	"time"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/lexicon"
)

// dateMention is one date or range of dates as the text prints it.
type dateMention struct {
	first, end int           // its tokens
	from, to   circular.Date // equal for a single day
	weekday    bool          // a day of the week is printed with it
	inferred   bool          // its year is not printed with it
	clock      bool          // a clock time follows: the stamp of a news item
	use        dateUse       // what it is printed for, once known
}

// dateUse says what a date is printed for.
type dateUse uint8

const (
	useUnknown dateUse = iota
	useAct             // date of an act or of its signing
)

// single reports whether m is one day.
func (m dateMention) single() bool { return m.from == m.to }

// datePart is one printed day: the pieces that stand there, and no more.
type datePart struct {
	first, end       int
	weekday          int  // 0 Sunday .. 6, or -1
	day, month, year int  // 0 where not printed
	garbled          bool // something like a year stands there that is none
}

// maxList bounds how many days one list of dates may name, so that a long list
// of bare numbers costs no more than its length.
const maxList = 16

// findDates fills d.dates. The grammar, over tokens:
//
//	mention  = [days] item { link item }          the last item has a month
//	item     = [weekday [","]] ["tanggal"] ["("] ( D/M[/Y] | D month [Y] | D ) [")"]
//	link     = "-" | "hingga" | "sampai dengan" | "s.d." ... | "dan" | ","
//	days     = weekday link weekday [","]
//
// An item without month or year takes them from the item behind it.
func (d *doc) findDates() {
	var lists [][]dateItem
	for i := 0; i < len(d.toks); {
		items := d.dateList(i)
		if len(items) == 0 {
			i++
			continue
		}
		lists = append(lists, items)
		i = items[len(items)-1].end
	}
	d.years = d.printedYears(lists)
	for _, items := range lists {
		d.resolve(items, d.years)
	}
}

// dateItem is one item of a list, with how it is linked to the one before.
type dateItem struct {
	datePart
	through bool // a range reaches from the item before to this one
}

// dateList parses the list of dates that begins at token i; it is empty when
// none does.
func (d *doc) dateList(i int) []dateItem {
	start, days := i, [2]int{-1, -1}
	if a, j := d.weekdayAt(i); a >= 0 {
		if _, k := d.link(j); k > j {
			if b, l := d.weekdayAt(k); b >= 0 {
				days = [2]int{a, b}
				i = d.skip(l, ",", ":")
			}
		}
	}
	paren := i < len(d.toks) && d.toks[i].Norm == "(" && days[0] >= 0
	if paren {
		i++
	}
	var items []dateItem
	whole := 0 // items up to the last one with a month
	through := false
	for at := i; len(items) < maxList; {
		p, ok := d.datePart(at, len(items) == 0)
		if !ok {
			break
		}
		items = append(items, dateItem{p, through})
		if p.month > 0 {
			whole = len(items)
		}
		var next int
		through, next = d.link(p.end)
		if next == p.end {
			break
		}
		if p.month > 0 && !through && d.toks[p.end].Norm == "," && d.toks[next-1].Norm == "," {
			break // a comma between two full dates parts two mentions
		}
		at = next
	}
	items = items[:whole]
	if whole == 0 || d.named(start) {
		return nil
	}
	items[0].first = start
	if days[0] >= 0 {
		if whole > 1 || days[0] == days[1] {
			if items[0].weekday < 0 {
				items[0].weekday = days[0]
			}
			if items[whole-1].weekday < 0 {
				items[whole-1].weekday = days[1]
			}
		}
		if end := items[whole-1].end; paren && end < len(d.toks) && d.toks[end].Norm == ")" {
			items[whole-1].end++
		}
	}
	return items
}

// named reports whether the date at token i is a proper name.
func (d *doc) named(i int) bool { return i > 0 && d.is(i-1, "datename") && d.capital(i-1) }

// skip returns the index behind token i if that is one of the words, else i.
func (d *doc) skip(i int, words ...string) int {
	if i < len(d.toks) {
		for _, w := range words {
			if d.toks[i].Norm == w {
				return i + 1
			}
		}
	}
	return i
}

// weekdayAt returns the day of the week that token i names, 0 for Sunday, and
// the token behind it; -1 when it names none.
func (d *doc) weekdayAt(i int) (int, int) {
	if m, ok := d.starts(i, "weekday"); ok {
		return int(m.Entry.Attrs["n"][0] - '0'), m.End
	}
	return -1, i
}

// link parses what may stand between two items of a list at token i: whether
// it makes a range, and the token behind it, i itself when nothing links.
func (d *doc) link(i int) (through bool, end int) {
	if i >= len(d.toks) {
		return false, i
	}
	if m, ok := d.starts(i, "daterange"); ok {
		end = m.End
		if end < len(d.toks) && d.toks[end].Norm == "." && strings.HasSuffix(d.toks[end-1].Norm, "d") {
			end++
		}
		return true, end
	}
	switch d.toks[i].Norm {
	case "-", "\u2013", "\u2014", "\u2012", "\u2212", "~":
		if d.toks[i].Line {
			return false, i // the mark of a list
		}
		return true, i + 1
	case ",":
		if j := d.skip(i+1, "dan", "serta", "&"); j < len(d.toks) {
			return false, j
		}
	case "dan", "serta", "&":
		return false, i + 1
	}
	return false, i
}

// datePart parses one printed day at token i. Only the first of a list must
// stand apart from what precedes it.
func (d *doc) datePart(i int, first bool) (datePart, bool) {
	p := datePart{first: i, weekday: -1}
	at := i
	for range 3 { // "hari Selasa tanggal", "Selasa, tanggal"
		if w, j := d.weekdayAt(at); w >= 0 && p.weekday < 0 {
			if m, ok := d.starts(j, "daypart"); ok {
				j = m.End
			}
			p.weekday, at = w, d.skip(j, ",")
		} else if m, ok := d.starts(at, "dateword"); ok {
			at = m.End
		}
	}
	paren := false
	if at < len(d.toks) && d.toks[at].Norm == "(" && at > i {
		paren = true
		at++
	} else if at > 0 && at < len(d.toks) && d.toks[at-1].Norm == "(" {
		paren = true
	}
	if at >= len(d.toks) || d.toks[at].Kind != lexicon.Number {
		return p, false
	}
	if first && at > 0 && !d.toks[at].Space && !opens(d.toks[at-1].Norm) {
		return p, false
	}
	if first && at == i && at > 0 && d.is(at-1, "actnumber") {
		return p, false // "Nomor 12, 16 April": the 12 is no day
	}
	end, ok := d.numericDate(&p, at, paren || p.weekday >= 0)
	if !ok {
		end, ok = d.wordDate(&p, at)
	}
	if !ok {
		return p, false
	}
	if paren && at > i && d.toks[at-1].Norm == "(" && end < len(d.toks) && d.toks[end].Norm == ")" && at-1 >= i {
		end++
	}
	p.end = end
	return p, true
}

// opens reports whether a date may stand right behind the token s.
func opens(s string) bool {
	switch s {
	case "(", "[", "\"", "'", "\u201c", "\u2018", ":", "-", "\u2013", "\u2014", ",", ".", "*", "\u2022":
		return true
	}
	return false
}

// number4 returns the value of the number at token i, which has up to four
// digits, or -1 if none stands there.
func (d *doc) number4(i int) int {
	if i >= len(d.toks) || d.toks[i].Kind != lexicon.Number || len(d.toks[i].Norm) > 4 {
		return -1
	}
	n, err := strconv.Atoi(d.toks[i].Norm)
	if err != nil {
		return -1
	}
	return n
}

// numericDate parses D/M/Y, D-M-Y, D.M.Y and Y-M-D at token i into p, and D/M
// where bare allows it. It returns the token behind.
func (d *doc) numericDate(p *datePart, i int, bare bool) (int, bool) {
	glued := func(j int) bool { return j < len(d.toks) && !d.toks[j].Space }
	if !glued(i+1) || !glued(i+2) {
		return 0, false
	}
	sep := d.toks[i+1].Norm
	a, b := d.number4(i), d.number4(i+2)
	if sep != "/" && sep != "-" && sep != "." || b < 0 {
		return 0, false
	}
	if glued(i+3) && glued(i+4) && d.toks[i+3].Norm == sep && d.number4(i+4) >= 0 {
		c := d.number4(i + 4)
		end := i + 5
		if glued(end) && (d.toks[end].Kind != lexicon.Punct || d.toks[end].Norm == sep && glued(end+1) && d.toks[end+1].Kind != lexicon.Punct) {
			return 0, false // a longer number, such as that of an act
		}
		switch {
		case len(d.toks[i+4].Norm) == 4 && len(d.toks[i].Norm) <= 2 && len(d.toks[i+2].Norm) <= 2:
			p.day, p.month, p.year = a, b, c
		case len(d.toks[i].Norm) == 4 && sep == "-":
			p.day, p.month, p.year = c, b, a
		case len(d.toks[i+4].Norm) == 2 && len(d.toks[i].Norm) <= 2 && len(d.toks[i+2].Norm) <= 2 && sep == "/" && bare:
			p.day, p.month, p.year = a, b, 2000+c
		default:
			return 0, false
		}
		if p.year < firstYear || p.year > lastYear {
			p.day, p.month, p.year = 0, 0, 0
			return 0, false
		}
		return end, true
	}
	if sep != "/" || !bare || len(d.toks[i].Norm) > 2 || len(d.toks[i+2].Norm) > 2 {
		return 0, false
	}
	if glued(i+3) && (d.toks[i+3].Norm == "/" || d.toks[i+3].Kind != lexicon.Punct) {
		return 0, false
	}
	p.day, p.month = a, b
	return i + 3, true
}

// wordDate parses "D month Y" at token i into p, and a bare D, which counts
// only in a list that goes on to a month. It returns the token behind.
func (d *doc) wordDate(p *datePart, i int) (int, bool) {
	n := d.number4(i)
	if n < 1 || len(d.toks[i].Norm) > 2 {
		return 0, false
	}
	p.day = n
	at := i + 1
	if at < len(d.toks) && d.toks[at].Norm == "(" { // 16 (enam belas) April
		for j := at + 1; j < len(d.toks) && j < at+5; j++ {
			if d.toks[j].Norm == ")" {
				at = j + 1
				break
			}
		}
	}
	m, ok := d.starts(d.skip(at, "bulan"), "month")
	if !ok {
		if n > 31 {
			return 0, false
		}
		return i + 1, true
	}
	p.month, _ = strconv.Atoi(m.Entry.Attrs["n"])
	at = m.End
	if len(d.toks[at-1].Norm) <= 4 && at < len(d.toks) && d.toks[at].Norm == "." && !d.toks[at].Space && d.year(at+1) > 0 {
		at++ // "16 Apr. 2024"
	}
	y := d.skip(d.skip(at, ","), "tahun")
	if d.year(y) > 0 {
		p.year = d.year(y)
		return y + 1, true
	}
	if at < len(d.toks) && d.toks[at].Kind == lexicon.Number && len(d.toks[at].Norm) == 5 {
		p.garbled = true
		return at + 1, true
	}
	return at, true
}

// firstYear and lastYear bound what counts as a year of this calendar.
const firstYear, lastYear = 1945, 2099

// year returns the year that token i prints, or 0.
func (d *doc) year(i int) int {
	if i >= len(d.toks) || d.toks[i].Kind != lexicon.Number || len(d.toks[i].Norm) != 4 {
		return 0
	}
	if n := d.number4(i); n >= firstYear && n <= lastYear {
		return n
	}
	return 0
}

// date returns the day p prints in the given year, and whether there is one.
func (p datePart) date(year int) (circular.Date, bool) {
	return circular.NewDate(year, time.Month(p.month), p.day)
}
