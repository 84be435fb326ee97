package document

import (
	"cmp"
	"math"
	"slices"
	"strings"
)

// word is a piece of text on a page without white space. Lengths are points
// from the upper left corner of the page.
type word struct {
	s      string
	x0, x1 float64 // left and right edge
	base   float64 // baseline
	size   float64 // height of the letters
	conf   float64 // confidence of OCR, 0..1
}

// gap is the least space between two words as a share of the letter size.
const gap = 0.15

// appendGlyph adds one glyph to words in the order of the page's content: it
// continues the last word where it stands close behind it.
func appendGlyph(words []word, g word) []word {
	if strings.TrimSpace(clean(g.s)) == "" {
		if n := len(words); n > 0 && words[n-1].s != "" {
			words = append(words, word{})
		}
		return words
	}
	n := len(words)
	if n > 0 && words[n-1].s == "" {
		words[n-1] = g
		return words
	}
	if n > 0 {
		w := &words[n-1]
		if d := g.x0 - w.x1; math.Abs(g.base-w.base) < w.size*0.3 && d < w.size*gap && d > -w.size*0.5 {
			w.s += g.s
			w.x1 = max(w.x1, g.x1)
			return words
		}
	}
	return append(words, g)
}

// lines puts words that stand on one baseline together, from top to bottom,
// each line from left to right.
func lines(words []word) [][]word {
	ws := slices.DeleteFunc(slices.Clone(words), func(w word) bool { return w.s == "" })
	slices.SortStableFunc(ws, func(a, b word) int { return cmp.Compare(a.base, b.base) })
	var out [][]word
	for _, w := range ws {
		if n := len(out); n > 0 && w.base-out[n-1][0].base < 0.5*min(w.size, out[n-1][0].size) {
			out[n-1] = append(out[n-1], w)
			continue
		}
		out = append(out, []word{w})
	}
	for _, l := range out {
		slices.SortStableFunc(l, func(a, b word) int { return cmp.Compare(a.x0, b.x0) })
	}
	return out
}

// writeLines adds the lines to b, with a blank line where the distance is
// wide.
func writeLines(b *builder, ls [][]word) {
	for i, l := range ls {
		if i > 0 && l[0].base-ls[i-1][0].base > 2*l[0].size {
			b.add("\n")
		}
		for j, w := range l {
			if j > 0 && w.x0-l[j-1].x1 > gap*w.size {
				b.add(" ")
			}
			b.add(w.s)
		}
		b.add("\n")
	}
}
