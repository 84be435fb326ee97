package mention

import (
	"strconv"
	"strings"
	"time"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/extract/internal/reading"
	"github.com/telaah/telaah/lexicon"
)

// Date is one date or range of dates as the text prints it.
type Date struct {
	First, End int           // its tokens
	From, To   circular.Date // equal for a single day
	Weekday    bool          // a day of the week is printed with it
	Inferred   bool          // its year is not printed with it
	Clock      bool          // a clock time follows: the stamp of a news item
}

// Single reports whether the mention is one day.
func (d Date) Single() bool { return d.From == d.To }

// Dates are the dates of a text.
type Dates struct {
	All    []Date             // by position
	Years  []Year             // every year of this calendar that is printed, by position
	Doubts []circular.Warning // days that the calendar does not have, and the like
}

// maxList bounds how many days one list of dates may name, so that a long list
// of bare numbers costs no more than its length.
const maxList = 16

// FindDates finds the dates of r. The grammar, over tokens:
//
//	mention  = [days] item { link item }          the last item has a month
//	item     = [weekday [","]] ["tanggal"] ["("] ( D/M[/Y] | D month [Y] | D ) [")"]
//	link     = "-" | "hingga" | "sampai dengan" | "s.d." ... | "dan" | ","
//	days     = weekday link weekday [","]
//
// An item without month or year takes them from the item behind it; a year that
// none prints comes from the years of the text.
func FindDates(r *reading.Reading) Dates {
	g := &dateGrammar{Reading: r}
	var lists [][]dateItem
	for i := 0; i < len(r.Toks); {
		items := g.list(i)
		if len(items) == 0 {
			i++
			continue
		}
		lists = append(lists, items)
		i = items[len(items)-1].end
	}
	g.out.Years = printedYears(r, lists)
	for _, items := range lists {
		g.resolve(items)
	}
	return g.out
}

// dateGrammar reads the dates of one text.
type dateGrammar struct {
	*reading.Reading
	out Dates
}

// datePart is one printed day: the pieces that stand there, and no more.
type datePart struct {
	first, end       int
	weekday          int  // 0 Sunday .. 6, or -1
	day, month, year int  // 0 where not printed
	garbled          bool // something like a year stands there that is none
}

// date returns the day p prints in the given year, and whether there is one.
func (p datePart) date(year int) (circular.Date, bool) {
	return circular.NewDate(year, time.Month(p.month), p.day)
}

// dateItem is one item of a list, with how it is linked to the one before.
type dateItem struct {
	datePart
	through bool // a range reaches from the item before to this one
}

// list parses the list of dates that begins at token i; it is empty when none
// does.
func (g *dateGrammar) list(i int) []dateItem {
	start, days := i, [2]int{-1, -1}
	if a, j := g.weekday(i); a >= 0 {
		if _, k := Link(g.Reading, j); k > j {
			if b, l := g.weekday(k); b >= 0 {
				days = [2]int{a, b}
				i = g.Skip(l, ",", ":")
			}
		}
	}
	paren := days[0] >= 0 && g.Skip(i, "(") > i
	if paren {
		i++
	}
	var items []dateItem
	whole := 0 // items up to the last one with a month
	through := false
	for at := i; len(items) < maxList; {
		p, ok := g.part(at, len(items) == 0)
		if !ok {
			break
		}
		items = append(items, dateItem{p, through})
		if p.month > 0 {
			whole = len(items)
		}
		var next int
		if through, next = Link(g.Reading, p.end); next == p.end {
			through, next = g.linkBehindClock(p.end)
		}
		if next == p.end {
			break
		}
		if p.month > 0 && !through && g.Toks[p.end].Norm == "," && g.Toks[next-1].Norm == "," {
			break // a comma between two full dates parts two mentions
		}
		at = next
	}
	items = items[:whole]
	if whole == 0 || g.named(start) {
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
		if end := items[whole-1].end; paren {
			items[whole-1].end = g.Skip(end, ")")
		}
	}
	return items
}

// linkBehindClock parses the link of a range behind a clock time at token i: "24
// Maret pukul 00.00 WIB sampai 8 April". It is as [Link].
func (g *dateGrammar) linkBehindClock(i int) (through bool, end int) {
	at := g.Behind(i, "clockword")
	if at == i || !g.clock(at) {
		return false, i
	}
	at = g.Behind(at+3, "zone")
	if through, end = Link(g.Reading, at); through && end > at {
		return true, end
	}
	return false, i
}

// named reports whether the date at token i is a proper name.
func (g *dateGrammar) named(i int) bool { return i > 0 && g.Is(i-1, "datename") && g.Capital(i-1) }

// weekday returns the day of the week that token i names, 0 for Sunday, and
// the token behind it; -1 when it names none.
func (g *dateGrammar) weekday(i int) (int, int) {
	if m, ok := g.Starts(i, "weekday"); ok {
		return int(m.Entry.Attrs["n"][0] - '0'), m.End
	}
	return -1, i
}

// Link parses what may stand between two items of a list at token i: whether
// it makes a range, and the token behind it, i itself when nothing links.
func Link(r *reading.Reading, i int) (through bool, end int) {
	if i >= len(r.Toks) {
		return false, i
	}
	if m, ok := r.Starts(i, "daterange"); ok {
		return true, pointBehind(r, m.End)
	}
	switch r.Toks[i].Norm {
	case "-", "\u2013", "\u2014", "\u2012", "\u2212", "~":
		if r.Toks[i].Line {
			return false, i // the mark of a list
		}
		return true, i + 1
	case ",":
		if j := r.Behind(i+1, "and"); j < len(r.Toks) {
			return false, j
		}
	}
	return false, r.Behind(i, "and")
}

// part parses one printed day at token i. Only the first of a list must
// stand apart from what precedes it.
func (g *dateGrammar) part(i int, first bool) (datePart, bool) {
	p := datePart{first: i, weekday: -1}
	at := i
	for range 3 { // "hari Selasa tanggal", "Selasa, tanggal"
		if w, j := g.weekday(at); w >= 0 && p.weekday < 0 {
			p.weekday, at = w, g.Skip(g.Behind(j, "daypart"), ",")
		} else {
			at = g.Behind(at, "dateword")
		}
	}
	paren := false
	if at < len(g.Toks) && g.Toks[at].Norm == "(" && (at > i || !first) {
		paren = true
		at++
	} else if at > 0 && at < len(g.Toks) && g.Toks[at-1].Norm == "(" {
		paren = true
	}
	if at >= len(g.Toks) || g.Toks[at].Kind != lexicon.Number {
		return p, false
	}
	if first && at > 0 && !g.Toks[at].Space && !opens(g.Toks[at-1].Norm) {
		return p, false
	}
	if first && at == i && (g.Is(at-1, "actnumber") || g.Is(at-1, "numbered")) {
		return p, false // "Nomor 12, 16 April", "Level 4 sampai 9 Agustus": no days
	}
	end, ok := g.numeric(&p, at, paren || p.weekday >= 0)
	if !ok {
		end, ok = g.words(&p, at)
	}
	if !ok {
		return p, false
	}
	if paren && at > i && g.Toks[at-1].Norm == "(" {
		end = g.Skip(end, ")")
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

// numeric parses D/M/Y, D-M-Y, D.M.Y and Y-M-D at token i into p, and D/M
// where bare allows it. It returns the token behind.
func (g *dateGrammar) numeric(p *datePart, i int, bare bool) (int, bool) {
	glued := func(j int) bool { return j < len(g.Toks) && !g.Toks[j].Space }
	if !glued(i+1) || !glued(i+2) {
		return 0, false
	}
	sep := g.Toks[i+1].Norm
	a, b := Small(g.Reading, i), Small(g.Reading, i+2)
	if sep != "/" && sep != "-" && sep != "." || b < 0 {
		return 0, false
	}
	wide := func(j int) int { return len(g.Toks[j].Norm) }
	if glued(i+3) && glued(i+4) && g.Toks[i+3].Norm == sep && Small(g.Reading, i+4) >= 0 {
		c := Small(g.Reading, i+4)
		end := i + 5
		if glued(end) && (g.Toks[end].Kind != lexicon.Punct || g.Toks[end].Norm == sep && glued(end+1) && g.Toks[end+1].Kind != lexicon.Punct) {
			return 0, false // a longer number, such as that of an act
		}
		switch {
		case wide(i+4) == 4 && wide(i) <= 2 && wide(i+2) <= 2:
			p.day, p.month, p.year = a, b, c
		case wide(i) == 4 && sep == "-":
			p.day, p.month, p.year = c, b, a
		case wide(i+4) == 2 && wide(i) <= 2 && wide(i+2) <= 2 && sep == "/" && bare:
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
	if sep != "/" || !bare || wide(i) > 2 || wide(i+2) > 2 {
		return 0, false
	}
	if glued(i+3) && (g.Toks[i+3].Norm == "/" || g.Toks[i+3].Kind != lexicon.Punct) {
		return 0, false
	}
	p.day, p.month = a, b
	return i + 3, true
}

// words parses "D month Y" at token i into p, and a bare D, which counts only
// in a list that goes on to a month. It returns the token behind.
func (g *dateGrammar) words(p *datePart, i int) (int, bool) {
	n := Small(g.Reading, i)
	if n < 1 || len(g.Toks[i].Norm) > 2 {
		return 0, false
	}
	p.day = n
	if g.split(i) {
		p.day, i = 10*n+Small(g.Reading, i+1), i+1
	}
	m, ok := g.Starts(g.Behind(g.aside(i+1), "monthword"), "month")
	if at := g.Skip(i+1, "("); !ok && at > i+1 { // "1 sampai 4 (September) 2025"
		if m, ok = g.Starts(at, "month"); ok {
			ok = g.Skip(m.End, ")") > m.End
			m.End++
		}
	}
	if !ok && g.Skip(i+1, ",") > i+1 { // "4, Juli 2022": a slip of the pen, where a year follows
		if m, ok = g.Starts(i+2, "month"); ok && ReadYear(g.Reading, m.End) == 0 {
			ok = false
		}
	}
	if !ok {
		if n > 31 {
			return 0, false
		}
		return i + 1, true
	}
	p.month, _ = strconv.Atoi(m.Entry.Attrs["n"])
	at := m.End
	if len(g.Toks[at-1].Norm) <= 4 && at < len(g.Toks) && g.Toks[at].Norm == "." && !g.Toks[at].Space && ReadYear(g.Reading, at+1) > 0 {
		at++ // "16 Apr. 2024"
	}
	y := g.Behind(g.Skip(at, ","), "actyear")
	if year := ReadYear(g.Reading, y); year > 0 {
		p.year = year
		return y + 1, true
	}
	if at < len(g.Toks) && g.Toks[at].Kind == lexicon.Number && len(g.Toks[at].Norm) == 5 {
		p.garbled = true
		return at + 1, true
	}
	return at, true
}

// split reports whether the day at token i has a blank between its two digits,
// "tanggal 1 5 April", as OCR and spaced print give it.
func (g *dateGrammar) split(i int) bool {
	if i == 0 || i+2 >= len(g.Toks) || !g.Is(i-1, "dateword") || len(g.Toks[i].Norm) != 1 || len(g.Toks[i+1].Norm) != 1 || g.Toks[i+1].Line {
		return false
	}
	tens, ones := Small(g.Reading, i), Small(g.Reading, i+1)
	if _, month := g.Starts(i+2, "month"); !month || tens < 1 || ones < 0 || 10*tens+ones > 31 {
		return false
	}
	g.out.Doubts = append(g.out.Doubts, circular.Warning{Code: string(DoubtSpaced), Span: g.Span(i, i+2),
		Message: "Tanggal tertulis berjarak; dibaca sebagai satu angka, periksa nilainya."})
	return true
}

// aside returns the token behind the words in parentheses that open at token i,
// as in "16 (enam belas) April"; it is i where none do on that line.
func (g *dateGrammar) aside(i int) int {
	if g.Skip(i, "(") == i {
		return i
	}
	for j := i + 1; j < len(g.Toks) && !g.Toks[j].Line && (g.Toks[j].Kind == lexicon.Word || g.Toks[j].Norm == ")"); j++ {
		if g.Toks[j].Norm == ")" {
			return j + 1
		}
	}
	return i
}

// clock reports whether a clock time, such as ", 17:30", stands at token i.
func (g *dateGrammar) clock(i int) bool {
	i = g.Behind(g.Skip(i, ",", "|", "-", "\u2013"), "clockword")
	return i+2 < len(g.Toks) && Small(g.Reading, i) >= 0 && Small(g.Reading, i) < 25 && len(g.Toks[i].Norm) <= 2 &&
		strings.Contains(":.", g.Toks[i+1].Norm) && !g.Toks[i+1].Space &&
		g.Toks[i+2].Kind == lexicon.Number && len(g.Toks[i+2].Norm) == 2 && !g.Toks[i+2].Space
}

// pointBehind steps over the point that ends a short form, as in "s.d.".
func pointBehind(r *reading.Reading, i int) int {
	if i < len(r.Toks) && strings.HasSuffix(r.Toks[i-1].Norm, "d") {
		return r.Skip(i, ".")
	}
	return i
}
