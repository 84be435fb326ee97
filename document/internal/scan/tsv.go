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
