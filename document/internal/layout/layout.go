// Package layout puts the words of a page into reading order: rows, columns,
// tables, paragraphs, and what is repeated from page to page. It knows neither
// PDF nor OCR: both give it words with boxes.
//
// Lengths are points from the upper left corner of the page.
package layout

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"github.com/telaah/telaah/circular"
)

// Word is a piece of text without white space.
type Word struct {
	Text           string
	X0, Y0, X1, Y1 float64
	Base           float64 // baseline
	Size           float64 // height of its line of letters
	Conf           float64 // confidence of OCR, 0..1
	Line           int     // line that OCR put it on, from 1; 0 where its place decides
	Added          bool    // put on the page after that was written
	Hidden         bool    // the page shows something else in its place
}

// Rule is a thin line drawn on the page, either level or upright.
type Rule struct{ X0, Y0, X1, Y1 float64 }

func (r Rule) level() bool { return r.X1-r.X0 >= r.Y1-r.Y0 }

// Row is the words on one baseline, from left to right.
type Row struct {
	Words []Word
	X0    float64
	Y0    float64
	X1    float64
	Y1    float64
	Base  float64
	Size  float64           // of its largest words
	Kind  circular.MarkKind // what it is when it is no running text, else ""
	Solid bool              // its words are spread to fill the line
}

// Text returns the words of the row with a space between two.
func (r *Row) Text() string {
	s := make([]string, len(r.Words))
	for i, w := range r.Words {
		s[i] = w.Text
	}
	return strings.Join(s, " ")
}

// row measures words, which stand from left to right.
func row(words []Word) Row {
	r := Row{Words: words, X0: math.Inf(1), Y0: math.Inf(1), X1: math.Inf(-1), Y1: math.Inf(-1)}
	for _, w := range words {
		r.X0, r.Y0 = min(r.X0, w.X0), min(r.Y0, w.Y0)
		r.X1, r.Y1 = max(r.X1, w.X1), max(r.Y1, w.Y1)
		if w.Size > r.Size {
			r.Size, r.Base = w.Size, w.Base
		}
	}
	return r
}

// Rows puts words that stand on one baseline together, from top to bottom.
// Words printed twice on one place, a common way to embolden, are kept once.
func Rows(words []Word) []Row {
	ws := slices.Clone(words)
	slices.SortStableFunc(ws, func(a, b Word) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Base, b.Base), cmp.Compare(a.X0, b.X0))
	})
	var groups [][]Word
	var base, size float64 // of the last group
	for _, w := range ws {
		n := len(groups)
		same := n > 0 && w.Line == groups[n-1][0].Line && (w.Line > 0 || w.Base-base <= 0.4*max(w.Size, size))
		if !same {
			groups, base, size = append(groups, []Word{w}), w.Base, w.Size
			continue
		}
		groups[n-1] = append(groups[n-1], w)
		if w.Size > size {
			base, size = w.Base, w.Size
		}
	}
	rows := make([]Row, 0, len(groups))
	for _, g := range groups {
		slices.SortStableFunc(g, func(a, b Word) int { return cmp.Compare(a.X0, b.X0) })
		g = slices.CompactFunc(g, func(a, b Word) bool {
			return a.Text == b.Text && math.Abs(a.X0-b.X0) < 0.2*a.Size && math.Abs(a.Base-b.Base) < 0.2*a.Size
		})
		rows = append(rows, row(unspace(g)))
	}
	slices.SortStableFunc(rows, func(a, b Row) int { return cmp.Compare(a.Base, b.Base) })
	rows = rejoin(rows)
	fill(rows)
	return rows
}

// rejoin puts rows together that OCR took for two although they stand beside
// each other at one height: the words of a name that a signature parts.
func rejoin(rows []Row) (out []Row) {
	for _, r := range rows {
		if n := len(out); n > 0 && r.Words[0].Line > 0 && out[n-1].Words[0].Line > 0 && beside(out[n-1], r) {
			words := slices.Concat(out[n-1].Words, r.Words)
			slices.SortStableFunc(words, func(a, b Word) int { return cmp.Compare(a.X0, b.X0) })
			out[n-1] = row(words)
			continue
		}
		out = append(out, r)
	}
	return out
}

// beside reports whether two rows stand at one height, one at the right of the
// other.
func beside(a, b Row) bool {
	tall, low := max(a.Y1-a.Y0, b.Y1-b.Y0), min(a.Y1-a.Y0, b.Y1-b.Y0)
	return (a.X1 <= b.X0 || b.X1 <= a.X0) && tall < 1.7*low && min(a.Y1, b.Y1)-max(a.Y0, b.Y0) > 0.7*low
}

// unspace joins letters that were set wide apart: "T E N T A N G" is a word.
// Where the letters are parted by two distances, the wider parts words.
func unspace(ws []Word) []Word {
	var out []Word
	for i := 0; i < len(ws); {
		j := i
		for j < len(ws) && oneLetter(ws[j].Text) {
			j++
		}
		if j-i < 4 {
			out = append(out, ws[i:max(j, i+1)]...)
			i = max(j, i+1)
			continue
		}
		gaps := make([]float64, 0, j-i-1)
		for k := i + 1; k < j; k++ {
			gaps = append(gaps, ws[k].X0-ws[k-1].X1)
		}
		slices.Sort(gaps)
		limit := max(1.6*gaps[len(gaps)/2], gaps[len(gaps)/2]+0.1*ws[i].Size)
		w := ws[i]
		for k := i + 1; k < j; k++ {
			if ws[k].X0-ws[k-1].X1 > limit {
				out, w = append(out, w), ws[k]
				continue
			}
			w.Text += ws[k].Text
			w.X1 = ws[k].X1
			w.Conf = min(w.Conf, ws[k].Conf)
		}
		out = append(out, w)
		i = j
	}
	return out
}

// oneLetter reports whether s is a single capital letter.
func oneLetter(s string) bool { return len(s) == 1 && s[0] >= 'A' && s[0] <= 'Z' }

// segment is a part of a row between two wide gaps.
type segment = Row

// wide is the least gap between two segments, as a share of the letter size.
const wide = 1.5

// segments cuts a row at its wide gaps, but not behind the number of a list
// item and not beside a colon: "Nomor   : 5" is one piece.
func segments(r Row) []segment {
	var out []segment
	from := 0
	for i := 1; i <= len(r.Words); i++ {
		if i < len(r.Words) && (r.Words[i].X0-r.Words[i-1].X1 <= wide*r.Size || r.Solid || bound(r.Words[from:], i-from)) {
			continue
		}
		s := row(r.Words[from:i])
		s.Kind, s.Solid = r.Kind, r.Solid
		out = append(out, s)
		from = i
	}
	return out
}

// bound reports whether the words before and at i belong together however far
// apart they stand.
func bound(words []Word, i int) bool {
	a, b := words[i-1].Text, words[i].Text
	return strings.HasPrefix(b, ":") || strings.HasSuffix(a, ":") ||
		isLabel(a) && (i == 1 || strings.HasSuffix(words[i-2].Text, ":") && strings.ContainsAny(a, ".)"))
}

// fill finds the rows whose words are spread to fill the line: both ends meet
// those of a neighbour, and no gap stands out among the others.
func fill(rows []Row) {
	for i := range rows {
		r := &rows[i]
		lo, hi := math.Inf(1), 0.0
		start := r.X0 // of the text behind the number of a list item
		for k := 1; k < len(r.Words); k++ {
			if bound(r.Words, k) {
				start = r.Words[k].X0
				continue
			}
			d := r.Words[k].X0 - r.Words[k-1].X1
			lo, hi = min(lo, d), max(hi, d)
		}
		if hi <= wide*r.Size || hi > 2.5*lo && hi > 2*wide*r.Size {
			continue
		}
		for _, j := range []int{i - 1, i + 1} {
			if j < 0 || j >= len(rows) {
				continue
			}
			o := &rows[j]
			text := o.X0
			if k := 1; len(o.Words) > 1 && bound(o.Words, k) {
				text = o.Words[k].X0
			}
			if math.Abs(o.X1-r.X1) < 2 && (math.Abs(text-start) < 2 || math.Abs(o.X0-r.X0) < 2) && math.Abs(o.Base-r.Base) < 3*r.Size {
				r.Solid = true
			}
		}
	}
}

// isLabel reports whether s is the number or bullet of a list item: "1.",
// "a)", "(2)", "iv.", "•".
func isLabel(s string) bool {
	switch s {
	case "•", "-", "–", "●", "▪", "✓", "➢", "*", "o":
		return true
	}
	t := strings.TrimPrefix(s, "(")
	u := strings.TrimRight(t, ".)")
	if u == t || u == "" {
		return false
	}
	digits := strings.Trim(u, "0123456789.") == ""
	return digits && len(u) <= 5 && !strings.Contains(u, "..") || len(u) == 1 && (u[0]|0x20 >= 'a' && u[0]|0x20 <= 'z') ||
		len(u) <= 5 && (strings.Trim(u, "ivx") == "" || strings.Trim(u, "IVX") == "")
}

// pitch returns the usual distance between the baselines of two rows, 0 where
// there is one row.
func pitch(rows []Row) float64 {
	var d []float64
	for i := 1; i < len(rows); i++ {
		if v := rows[i].Base - rows[i-1].Base; v > 0.5*rows[i].Size && v < 4*rows[i].Size {
			d = append(d, v)
		}
	}
	if len(d) == 0 {
		return 0
	}
	slices.Sort(d)
	return d[len(d)/2]
}
