package scan

import (
	"bytes"
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// Word is one recognised word, in pixels from the upper left corner.
type Word struct {
	Text       string
	X, Y, W, H int
	Conf       float64 // 0..1
	Line       int     // from 1, in reading order
	Agreed     bool    // two readings say so

	// What the two readings of a page say at this place, set on the first
	// word of those that stand there.
	ByWords, ByFigures string
}

// ParseTSV reads the table that tesseract writes, one line a word, of a picture
// of so many pages. Lines that are not of the table are left out. Lines of text
// are numbered from 1.
func ParseTSV(tsv []byte, pages int) [][]Word {
	out := make([][]Word, pages)
	line, last := 0, ""
	for _, l := range bytes.Split(tsv, []byte{'\n'}) {
		f := strings.Split(strings.TrimRight(string(l), "\r"), "\t")
		if len(f) != 12 || f[0] != "5" || strings.TrimSpace(f[11]) == "" {
			continue
		}
		var n [4]int
		page, err := strconv.Atoi(f[1])
		ok := err == nil && page >= 1 && page <= pages
		for i := range n {
			v, err := strconv.Atoi(f[6+i])
			n[i], ok = v, ok && err == nil && v >= 0 && v < 1<<20
		}
		conf, err := strconv.ParseFloat(f[10], 64)
		if !ok || err != nil || conf < 0 {
			continue
		}
		if id := strings.Join(f[1:5], "."); id != last {
			line, last = line+1, id
		}
		out[page-1] = append(out[page-1], Word{Text: strings.TrimSpace(f[11]), X: n[0], Y: n[1], W: n[2], H: n[3], Conf: min(conf/100, 1), Line: line})
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

// Lines returns the words line by line, from top to bottom, those of a line
// from left to right.
func Lines(words []Word) (out [][]Word) {
	at := map[int]int{}
	for _, w := range words {
		i, ok := at[w.Line]
		if !ok {
			i = len(out)
			at[w.Line] = i
			out = append(out, nil)
		}
		out[i] = append(out[i], w)
	}
	for _, l := range out {
		slices.SortStableFunc(l, func(a, b Word) int { return cmp.Compare(a.X, b.X) })
	}
	slices.SortStableFunc(out, func(a, b []Word) int { return cmp.Compare(a[0].Y, b[0].Y) })
	return out
}
