package index

import (
	"slices"
	"strings"

	"github.com/telaah/telaah/index/bahasa"
)

// highlight returns the parts of a text that match the words of a plan, as they
// are printed, in order and without overlaps.
func highlight(text string, p plan) []Range {
	out := []Range{}
	if len(p.units) == 0 {
		return out
	}
	tokens := bahasa.Analyze(text)
	for _, u := range p.units {
		if u.not {
			continue
		}
		for _, a := range u.alts {
			for i := range tokens {
				if end, ok := matchAt(tokens, i, a); ok {
					out = append(out, Range{tokens[i].Start, end})
				}
			}
		}
	}
	slices.SortFunc(out, func(a, b Range) int {
		if a.Start != b.Start {
			return a.Start - b.Start
		}
		return b.End - a.End
	})
	merged := out[:0]
	for _, r := range out {
		if n := len(merged); n > 0 && r.Start < merged[n-1].End {
			merged[n-1].End = max(merged[n-1].End, r.End)
			continue
		}
		merged = append(merged, r)
	}
	return merged
}

// matchAt reports whether the words of the alternative begin at token i, and
// where the last of them ends.
func matchAt(tokens []bahasa.Token, i int, a alt) (end int, ok bool) {
	if len(a.words) == 0 {
		return 0, false
	}
	if a.prefix {
		return tokens[i].End, strings.HasPrefix(tokens[i].Term, a.words[0])
	}
	if tokens[i].Term != a.words[0] {
		return 0, false
	}
	pos, end := tokens[i].Pos, tokens[i].End
	for n, w := range a.words[1:] {
		found := false
		for _, t := range tokens[i:] {
			if t.Pos == pos+n+1 && t.Term == w {
				end, found = t.End, true
				break
			}
			if t.Pos > pos+n+1 {
				break
			}
		}
		if !found {
			return 0, false
		}
	}
	return end, true
}
