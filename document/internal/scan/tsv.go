package scan

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// PBM returns the bitmap as a file of the portable bitmap format.
func (b *Bitmap) PBM() []byte {
	return append(fmt.Appendf(nil, "P4\n%d %d\n", b.W, b.H), b.Bits...)
}

// Word is one recognised word, in pixels from the upper left corner.
type Word struct {
	Text       string
	X, Y, W, H int
	Conf       float64 // 0..1
	Line       int     // from 1, in reading order
}

// ParseTSV reads the table that tesseract writes, one line a word. Lines that
// are not of the table are left out. Lines of text are numbered from 1.
func ParseTSV(tsv []byte) []Word {
	var out []Word
	line, last := 0, ""
	for _, l := range bytes.Split(tsv, []byte{'\n'}) {
		f := strings.Split(strings.TrimRight(string(l), "\r"), "\t")
		if len(f) != 12 || f[0] != "5" || strings.TrimSpace(f[11]) == "" {
			continue
		}
		var n [4]int
		ok := true
		for i := range n {
			v, err := strconv.Atoi(f[6+i])
			n[i], ok = v, ok && err == nil && v >= 0 && v < 1<<20
		}
		conf, err := strconv.ParseFloat(f[10], 64)
		if !ok || err != nil || conf < 0 {
			continue
		}
		if id := f[2] + "." + f[3] + "." + f[4]; id != last {
			line, last = line+1, id
		}
		out = append(out, Word{Text: strings.TrimSpace(f[11]), X: n[0], Y: n[1], W: n[2], H: n[3], Conf: min(conf/100, 1), Line: line})
	}
	return out
}

// Mean returns the confidence of the words by their letters, 0 without words.
func Mean(words []Word) float64 {
	sum, n := 0.0, 0
	for _, w := range words {
		l := len([]rune(w.Text))
		sum += w.Conf * float64(l)
		n += l
	}
	if n == 0 {
		return 0
	}
	return sum / float64(n)
}

// Height returns the usual height of the words of a line, by its number.
func Height(words []Word) map[int]int {
	by := map[int][]int{}
	for _, w := range words {
		by[w.Line] = append(by[w.Line], w.H)
	}
	out := make(map[int]int, len(by))
	for l, h := range by {
		slices.SortFunc(h, cmp.Compare[int])
		out[l] = h[len(h)/2]
	}
	return out
}

// Merge adds to the words of a page those that a second reading found below row
// y, where the first has none or doubts its own. below counts rows from y.
func Merge(words, below []Word, y int) []Word {
	const sure = 0.6
	last := 0
	for _, w := range words {
		last = max(last, w.Line)
	}
	lines := map[int][]Word{}
	for _, w := range below {
		lines[w.Line] = append(lines[w.Line], w)
	}
	var add []Word
	for _, w := range below {
		if w.Conf < sure || Mean(lines[w.Line]) < sure || len([]rune(w.Text)) < 2 {
			continue
		}
		w.Y, w.Line = w.Y+y, w.Line+last
		if !slices.ContainsFunc(words, func(o Word) bool { return o.Conf >= sure && o.overlaps(w) }) {
			add = append(add, w)
		}
	}
	words = slices.DeleteFunc(slices.Clone(words), func(o Word) bool {
		return o.Conf < sure && slices.ContainsFunc(add, o.overlaps)
	})
	return append(words, add...)
}

// overlaps reports whether two words share a third of the smaller one's box.
func (w Word) overlaps(o Word) bool {
	dx := min(w.X+w.W, o.X+o.W) - max(w.X, o.X)
	dy := min(w.Y+w.H, o.Y+o.H) - max(w.Y, o.Y)
	return dx > 0 && dy > 0 && 3*dx*dy > min(w.W*w.H, o.W*o.H)
}
