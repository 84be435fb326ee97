package extract

import (
	"strconv"
	"strings"

	"github.com/telaah/telaah/lexicon"
)

// figure is a number that can limit how many work in a mode.
type figure struct {
	first, end int     // its tokens, the unit with them
	lo, hi     float64 // per cent, or a count; lo == hi but for a range or a ratio
	ratio      bool    // "50:50": lo and hi are the two parts
	percent    bool    // else a count of unit
	unit       string  // "orang", "hari"
	words      bool    // written in words only
	cut        int     // token at which its sentence turns to something else, or 0
}

// value returns the number that begins at token i, in digits ("50", "32,5") or
// in words ("lima puluh"), and the token behind it; ok is false where none does.
func (d *doc) value(i, end int) (v float64, next int, ok bool) {
	if i >= end {
		return 0, i, false
	}
	if d.Toks[i].Kind == lexicon.Number {
		s := d.Toks[i].Norm
		next = i + 1
		if next+1 < end && (d.Toks[next].Norm == "," || d.Toks[next].Norm == ".") && !d.Toks[next].Space &&
			d.Toks[next+1].Kind == lexicon.Number && !d.Toks[next+1].Space {
			if d.Toks[next].Norm == "." && len(d.Toks[next+1].Norm) == 3 {
				s += d.Toks[next+1].Norm // 1.249: thousands
			} else {
				s += "." + d.Toks[next+1].Norm
			}
			next += 2
		}
		v, err := strconv.ParseFloat(s, 64)
		return v, next, err == nil && v < 1e9
	}
	return d.wordValue(i, end)
}

// wordValue is value for number words.
func (d *doc) wordValue(i, end int) (v float64, next int, ok bool) {
	total, part := 0.0, 0.0
	for next = i; next < end; {
		m, found := d.Starts(next, "numword")
		if !found || m.End > end {
			break
		}
		n, _ := strconv.ParseFloat(m.Entry.Attrs["v"], 64)
		switch m.Entry.Attrs["kind"] {
		case "unit":
			if part != 0 {
				return 0, i, false // "dua tiga" is no number
			}
			part = n
			if n == 0 {
				return 0, m.End, next == i
			}
		case "teen":
			part += 10
			total, part = total+part, 0
		case "ten":
			total, part = total+part*10, 0
		case "hundreds":
			total, part = total+part*100, 0
		case "hundred", "whole":
			total += n
		default: // a part of a hundred stands alone
			return n, m.End, next == i
		}
		next, ok = m.End, true
	}
	return total + part, next, ok
}

// figureAt returns the figure that begins at token i.
func (d *doc) figureAt(i, end int) (figure, bool) {
	if i > 0 && !d.Toks[i].Space && (d.Toks[i-1].Kind != lexicon.Punct || strings.ContainsAny(d.Toks[i-1].Norm, ".,/-:")) &&
		d.Toks[i].Kind == lexicon.Number {
		return figure{}, false // inside a longer number
	}
	if m, ok := d.Starts(i, "numword"); ok && m.Entry.Attrs["kind"] == "part" {
		v, _ := strconv.ParseFloat(m.Entry.Attrs["v"], 64)
		f := figure{first: i, end: m.End, lo: v, hi: v, percent: true, words: true}
		if m.End+1 < end && d.Toks[m.End].Norm == "(" { // separuh (50%)
			if g, ok := d.figureAt(m.End+1, end); ok && g.percent && g.end < end && d.Toks[g.end].Norm == ")" {
				f.end = g.end + 1
			}
		}
		return f, true
	}
	a, next, ok := d.value(i, end)
	if !ok {
		return figure{}, false
	}
	f := figure{first: i, end: next, lo: a, hi: a, words: d.Toks[i].Kind == lexicon.Word}
	if m, ok := d.Starts(next, "percent"); ok && m.End <= end {
		f.end, f.percent = m.End, true
	}
	if g, ok := d.second(f, end); ok {
		return g, g.percent || g.ratio
	}
	if f.percent {
		f.end = d.inWords(f, end)
		return f, true
	}
	if next < end && d.Toks[next].Norm == "(" { // 2 (dua) orang
		if v, k, ok := d.wordValue(next+1, end); ok && k < end && d.Toks[k].Norm == ")" {
			if v != a {
				d.warn(i, k+1, "digits-words", "angka dan bilangan di dalam kurung berbeda")
			}
			next = k + 1
			if m, ok := d.Starts(next, "percent"); ok && m.End <= end {
				f.end, f.percent = m.End, true
				return f, true
			}
		}
	}
	if m, ok := d.Starts(next, "unit"); ok && m.End <= end {
		f.end, f.unit = m.End, m.Entry.ID
		return f, true
	}
	return figure{}, false
}

// second joins f with a figure behind it to a range ("25-50 persen",
// "antara 30 dan 50 persen") or a ratio whose parts make a hundred ("50:50").
func (d *doc) second(f figure, end int) (figure, bool) {
	i := f.end
	if i >= end {
		return f, false
	}
	sep := d.Toks[i].Norm
	dash := sep == "-" || sep == "\u2013" || sep == "\u2014"
	compared := sep == "dan" && f.first > 0 && d.Toks[f.first-1].Norm == "perbandingan"
	joined := dash || sep == ":" || sep == "/" || sep == "banding" || sep == "sampai" || sep == "hingga" ||
		sep == "dan" && f.first > 0 && (d.Toks[f.first-1].Norm == "antara" || compared)
	if !joined {
		return f, false
	}
	b, next, ok := d.value(i+1, end)
	if !ok {
		return f, false
	}
	g := f
	g.hi, g.end = b, next
	if m, ok := d.Starts(next, "percent"); ok && m.End <= end {
		g.end, g.percent = m.End, true
	}
	tight := !d.Toks[i].Space && !d.Toks[i+1].Space || f.percent && g.percent || sep == ":" || sep == "banding"
	switch {
	case f.lo+b == 100 && compared, f.lo+b == 100 && (dash || sep == ":" || sep == "/" || sep == "banding") && tight && (f.percent || !g.percent || f.lo == b):
		g.ratio, g.percent = true, true
		return g, true
	case g.percent && sep != ":" && sep != "/" && sep != "banding" && f.lo < b && b <= 100:
		return g, true
	}
	return f, false
}

// inWords returns the end of f with the words in parentheses that repeat it,
// "50% (lima puluh persen)"; words that say another number are a warning.
func (d *doc) inWords(f figure, end int) int {
	if f.end >= end || d.Toks[f.end].Norm != "(" {
		return f.end
	}
	v, next, ok := d.wordValue(f.end+1, end)
	if !ok {
		return f.end
	}
	if m, ok := d.Starts(next, "percent"); ok {
		next = m.End
	}
	if next >= end || d.Toks[next].Norm != ")" {
		return f.end
	}
	if v != f.lo {
		d.warn(f.first, next+1, "digits-words", "angka "+d.Printed(f.first, f.end)+" dan bilangan "+d.Printed(f.end, next+1)+" berbeda")
	}
	return next + 1
}
