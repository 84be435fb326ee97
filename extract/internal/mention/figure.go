package mention

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/telaah/telaah/extract/internal/reading"
	"github.com/telaah/telaah/lexicon"
)

// Figure is a number that can limit how many work in a mode: a percentage, or a
// count of a unit.
type Figure struct {
	First, End int     // its tokens, with the unit and the words in brackets that repeat it
	Lo, Hi     float64 // per cent, or a count; Lo == Hi but for a range or a ratio
	Percent    bool    // else a count of Unit
	Ratio      bool    // "50:50": Lo and Hi are its two parts
	Unit       string  // "orang", "pegawai", "hari"
	Words      bool    // written in words only
	Doubt      Doubt   // why its value is unsure
}

// Doubt says why the value of a figure is unsure; "" where it is not.
type Doubt string

// The doubts.
const (
	DoubtWords  Doubt = "digits-words"       // digits and the words in brackets differ
	DoubtSpaced Doubt = "digits-apart"       // "7 5 %"
	DoubtSign   Doubt = "percent-sign"       // "75°/o": a per cent sign that OCR broke
	DoubtRange  Doubt = "percent-impossible" // more than a hundred per cent
)

// Figures returns the figures that lie in the range, by position. Tokens for
// which skip is true, those of dates and acts, begin none.
func Figures(r *reading.Reading, first, end int, skip func(i int) bool) []Figure {
	var out []Figure
	for i := first; i < end; {
		if f, ok := FigureAt(r, i, end); ok && !skip(i) {
			out = append(out, f)
			i = f.End
			continue
		}
		i++
	}
	return out
}

// FigureAt returns the figure that begins at token i and ends before end.
func FigureAt(r *reading.Reading, i, end int) (Figure, bool) {
	if inNumber(r, i) {
		return Figure{}, false
	}
	if m, ok := r.Starts(i, "numword"); ok && m.Entry.Attrs["kind"] == "part" {
		return part(r, m, end), true
	}
	a, next, ok := Value(r, i, end)
	if !ok {
		return Figure{}, false
	}
	f := Figure{First: i, End: next, Lo: a, Hi: a, Words: r.Toks[i].Kind == lexicon.Word}
	if v, k, ok := apart(r, i, end); ok {
		f.Lo, f.Hi, f.End, f.Percent, f.Doubt = v, v, k, true, DoubtSpaced
		return f, true
	}
	if k, doubt, ok := percentAt(r, next, end); ok {
		f.End, f.Percent, f.Doubt = k, true, doubt
	}
	if g, ok := second(r, f, end); ok {
		return g, g.Percent || g.Ratio
	}
	f = repeated(r, f, end)
	if f.Percent {
		if f.Hi > 100 {
			f.Doubt = DoubtRange
		}
		return f, true
	}
	if m, ok := r.Starts(f.End, "unit"); ok && m.End <= end {
		f.End, f.Unit = m.End, m.Entry.ID
		return f, true
	}
	return Figure{}, false
}

// inNumber reports whether token i goes on with a longer number: "07.30", "12/2024".
func inNumber(r *reading.Reading, i int) bool {
	if i == 0 || r.Toks[i].Space || r.Toks[i].Kind != lexicon.Number {
		return false
	}
	prev := r.Toks[i-1]
	return prev.Kind != lexicon.Punct || strings.ContainsAny(prev.Norm, ".,/-:") && i > 1 && r.Toks[i-2].Kind == lexicon.Number && !prev.Space
}

// part returns a figure that is a word for a part, "separuh (50%)".
func part(r *reading.Reading, m lexicon.Match, end int) Figure {
	v, _ := strconv.ParseFloat(m.Entry.Attrs["v"], 64)
	f := Figure{First: m.First, End: m.End, Lo: v, Hi: v, Percent: true, Words: true}
	if m.End+1 < end && bracket(r, m.End) {
		if g, ok := FigureAt(r, m.End+1, end); ok && g.Percent && g.End < end && unbracket(r, g.End) {
			f.End = g.End + 1
		}
	}
	return f
}

// Value returns the number that begins at token i, in digits ("50", "32,5",
// "1.250") or in words ("lima puluh"), and the token behind it.
func Value(r *reading.Reading, i, end int) (v float64, next int, ok bool) {
	if i >= end {
		return 0, i, false
	}
	if r.Toks[i].Kind != lexicon.Number {
		return wordValue(r, i, end)
	}
	s, next := r.Toks[i].Norm, i+1
	if next+1 < end && strings.ContainsAny(r.Toks[next].Norm, ",.") && !r.Toks[next].Space &&
		r.Toks[next+1].Kind == lexicon.Number && !r.Toks[next+1].Space {
		if r.Toks[next].Norm == "." && len(r.Toks[next+1].Norm) == 3 {
			s += r.Toks[next+1].Norm // thousands
		} else {
			s += "." + r.Toks[next+1].Norm
		}
		next += 2
	}
	v, err := strconv.ParseFloat(s, 64)
	return v, next, err == nil && v < 1e9
}

// wordValue is Value for number words.
func wordValue(r *reading.Reading, i, end int) (v float64, next int, ok bool) {
	total, unit := 0.0, 0.0
	for next = i; next < end; {
		m, found := r.Starts(next, "numword")
		if !found || m.End > end {
			break
		}
		n, _ := strconv.ParseFloat(m.Entry.Attrs["v"], 64)
		switch m.Entry.Attrs["kind"] {
		case "unit":
			if unit != 0 {
				return 0, i, false // "dua tiga" is no number
			}
			unit = n
			if n == 0 {
				return 0, m.End, next == i
			}
		case "teen":
			total, unit = total+unit+10, 0
		case "ten", "hundreds":
			total, unit = total+unit*n, 0
		case "thousands":
			total, unit = (total+unit)*n, 0
		case "tens": // "tujuhpuluh", written as one
			total += n
		case "hundred", "whole", "thousand":
			total += n
		default: // a part of a hundred stands alone
			return n, m.End, next == i
		}
		next, ok = m.End, true
	}
	return total + unit, next, ok
}

// percentAt returns the token behind the per cent sign or word at token i.
func percentAt(r *reading.Reading, i, end int) (int, Doubt, bool) {
	m, ok := r.Starts(i, "percent")
	if !ok || m.End > end {
		return i, "", false
	}
	if m.Entry.ID == "broken" {
		return m.End, DoubtSign, true
	}
	return m.End, "", true
}

// apart returns the value of single digits that stand apart before a per cent
// sign, "7 5 %", and the token behind that.
func apart(r *reading.Reading, i, end int) (float64, int, bool) {
	if i+2 >= end || len(r.Toks[i].Norm) != 1 || len(r.Toks[i+1].Norm) != 1 ||
		r.Toks[i].Kind != lexicon.Number || r.Toks[i+1].Kind != lexicon.Number {
		return 0, i, false
	}
	k, _, ok := percentAt(r, i+2, end)
	v, err := strconv.ParseFloat(r.Toks[i].Norm+r.Toks[i+1].Norm, 64)
	return v, k, ok && err == nil
}

// second joins f with a figure behind it to a range ("25-50 persen", "antara 30
// dan 50 persen", "25% s.d. 50%") or a ratio whose parts make a hundred ("50:50").
func second(r *reading.Reading, f Figure, end int) (Figure, bool) {
	m, ok := r.Starts(f.End, "figurejoin")
	if !ok || m.End >= end {
		return f, false
	}
	before, between := r.Starts(f.First-1, "figurepair")
	compared := between && before.Entry.ID == "compared"
	ratio := m.Entry.ID == "ratio" || m.Entry.ID == "dash" || compared
	span := m.Entry.ID == "to" || m.Entry.ID == "dash" || m.Entry.ID == "and" && between
	b, next, ok := Value(r, m.End, end)
	if !ok || m.Entry.ID == "and" && !between {
		return f, false
	}
	g := f
	g.Hi, g.End = b, next
	if k, doubt, ok := percentAt(r, next, end); ok {
		g.End, g.Percent = k, true
		g.Doubt = max(g.Doubt, doubt)
	}
	tight := !r.Toks[m.First].Space && !r.Toks[m.End].Space || f.Percent && g.Percent || m.Entry.ID == "ratio"
	switch {
	case ratio && f.Lo+b == 100 && (compared || tight && (f.Percent || !g.Percent || f.Lo == b)):
		g.Ratio, g.Percent = true, true
		return g, true
	case span && g.Percent && f.Lo < b && b <= 100:
		g.Lo = f.Lo
		return g, true
	}
	return f, false
}

// repeated takes the words in brackets that repeat f, "50% (lima puluh persen)" or
// "2 (dua) orang", into it, with a per cent sign or word behind them.
func repeated(r *reading.Reading, f Figure, end int) Figure {
	if f.End >= end || !bracket(r, f.End) {
		return f
	}
	v, next, ok := Value(r, f.End+1, end)
	if !ok {
		return f
	}
	if k, _, ok := percentAt(r, next, end); ok {
		next, f.Percent = k, true
	}
	if next >= end || !unbracket(r, next) {
		return f
	}
	if v != f.Lo {
		f.Doubt = DoubtWords
	}
	f.End = next + 1
	if k, _, ok := percentAt(r, f.End, end); ok {
		f.End, f.Percent = k, true
	}
	return f
}

func bracket(r *reading.Reading, i int) bool   { return isRune(r, i, '(') || isRune(r, i, '[') }
func unbracket(r *reading.Reading, i int) bool { return isRune(r, i, ')') || isRune(r, i, ']') }

func isRune(r *reading.Reading, i int, want rune) bool {
	if i < 0 || i >= len(r.Toks) {
		return false
	}
	c, n := utf8.DecodeRuneInString(r.Toks[i].Norm)
	return c == want && n == len(r.Toks[i].Norm)
}
