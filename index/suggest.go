package index

import (
	"cmp"
	"slices"
)

// wordCount is a word with the number of circulars that have it.
type wordCount struct {
	word  string
	count uint64
}

// commonest returns up to limit of the words, the commonest first.
func commonest(list []wordCount, limit int) []string {
	slices.SortFunc(list, func(a, b wordCount) int {
		return cmp.Or(cmp.Compare(b.count, a.count), cmp.Compare(a.word, b.word))
	})
	out := []string{}
	for _, w := range list[:min(limit, len(list))] {
		out = append(out, w.word)
	}
	return out
}
