package compare

import (
	"math"
	"strings"
	"unicode"
)

// fold splits text into words in lower case, without punctuation.
func fold(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '%'
	})
}

// foldAll folds each of some phrases.
func foldAll(phrases []string) []string {
	out := make([]string, len(phrases))
	for i, p := range phrases {
		out[i] = strings.Join(fold(p), " ")
	}
	return out
}

// bag counts the words of a text that carry meaning, synonyms under one name.
func (k *knowledge) bag(text string) map[string]int {
	out := map[string]int{}
	for _, w := range fold(text) {
		if k.stop[w] {
			continue
		}
		if s, ok := k.same[w]; ok {
			w = s
		}
		out[w]++
	}
	return out
}

// cosine returns the likeness of two bags, 0 with no word in common to 1.
func cosine(a, b map[string]int) float64 {
	dot, na, nb := 0, 0, 0
	for w, n := range a {
		dot += n * b[w]
		na += n * n
	}
	for _, n := range b {
		nb += n * n
	}
	if na == 0 || nb == 0 {
		return 0
	}
	return float64(dot) / math.Sqrt(float64(na)*float64(nb))
}

// assign pairs rows with columns one to one so that the sum of the scores is
// greatest, and returns the column of each row or -1. Pairs that score 0 or
// less are never made. It is the Hungarian algorithm on costs 1-score, padded
// to a square; among equal sums the lower columns go to the lower rows.
func assign(score [][]float64) []int {
	rows, cols := len(score), 0
	for _, r := range score {
		cols = max(cols, len(r))
	}
	n := max(rows, cols)
	cost := func(i, j int) float64 {
		if i < rows && j < len(score[i]) && score[i][j] > 0 {
			return -score[i][j]
		}
		return 0
	}
	u, v := make([]float64, n+1), make([]float64, n+1)
	owner, way := make([]int, n+1), make([]int, n+1) // owner[j]: row of column j, from 1
	for i := 1; i <= n; i++ {
		owner[0] = i
		j0 := 0
		low, used := make([]float64, n+1), make([]bool, n+1)
		for j := range low {
			low[j] = math.Inf(1)
		}
		for {
			used[j0] = true
			i0, delta, j1 := owner[j0], math.Inf(1), 0
			for j := 1; j <= n; j++ {
				if used[j] {
					continue
				}
				if c := cost(i0-1, j-1) - u[i0] - v[j]; c < low[j] {
					low[j], way[j] = c, j0
				}
				if low[j] < delta {
					delta, j1 = low[j], j
				}
			}
			for j := 0; j <= n; j++ {
				if used[j] {
					u[owner[j]] += delta
					v[j] -= delta
				} else {
					low[j] -= delta
				}
			}
			j0 = j1
			if owner[j0] == 0 {
				break
			}
		}
		for j0 != 0 {
			j1 := way[j0]
			owner[j0] = owner[j1]
			j0 = j1
		}
	}
	out := make([]int, rows)
	for i := range out {
		out[i] = -1
	}
	for j := 1; j <= n; j++ {
		if i := owner[j] - 1; i >= 0 && i < rows && j-1 < len(score[i]) && score[i][j-1] > 0 {
			out[i] = j - 1
		}
	}
	return out
}
