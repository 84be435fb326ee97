package loglinear

import (
	"math"
	"slices"
	"sync"
)

// Example is a choice of which the right candidate is known.
type Example struct {
	Candidates [][]string // features of each
	Right      int        // index of the right one
	Fold       int        // examples of one fold are never parted by cross-validation
	Of         int        // for the caller: what the example is about
}

// Options say how weights are fitted.
type Options struct {
	L2     float64 // strength that draws weights to 0
	Least  int     // a feature that occurs in fewer examples is left out
	Rounds int     // passes over the examples
}

// rounded is the precision of weights, least the smallest that is kept.
const rounded, least = 0.01, 0.06

// Train fits weights to the examples by gradient steps of adapted length. The
// same examples in the same order give the same weights.
func Train(examples []Example, o Options) Model {
	index, names := number(examples, o.Least)
	sets := make([][][]int32, len(examples))
	for i, e := range examples {
		sets[i] = make([][]int32, len(e.Candidates))
		for k, c := range e.Candidates {
			for _, f := range c {
				if n, ok := index[f]; ok {
					sets[i][k] = append(sets[i][k], n)
				}
			}
		}
	}
	w, grad, seen := make([]float64, len(names)), make([]float64, len(names)), make([]float64, len(names))
	for round := range o.Rounds {
		step := 0.1 / (1 + float64(round)/30)
		clear(grad)
		for i, e := range examples {
			p := make([]float64, len(sets[i]))
			for k, fs := range sets[i] {
				for _, f := range fs {
					p[k] += w[f]
				}
			}
			normalise(p)
			for k, fs := range sets[i] {
				d := -p[k]
				if k == e.Right {
					d++
				}
				for _, f := range fs {
					grad[f] += d
				}
			}
		}
		for f := range w {
			g := grad[f] - o.L2*w[f]
			seen[f] = 0.9*seen[f] + 0.1*g*g
			w[f] += step * g / (math.Sqrt(seen[f]) + 0.1)
		}
	}
	m := Model{}
	for f, x := range w {
		if math.Abs(x) >= least {
			m[names[f]] = math.Round(x/rounded) * rounded
		}
	}
	return m
}

// number gives a number to each feature that occurs in enough examples.
func number(examples []Example, atLeast int) (map[string]int32, []string) {
	in, last := map[string]int{}, map[string]int{}
	for i, e := range examples {
		for _, c := range e.Candidates {
			for _, f := range c {
				if last[f] != i+1 {
					last[f] = i + 1
					in[f]++
				}
			}
		}
	}
	var names []string
	for f, n := range in {
		if n >= atLeast {
			names = append(names, f)
		}
	}
	slices.Sort(names)
	index := make(map[string]int32, len(names))
	for i, f := range names {
		index[f] = int32(i)
	}
	return index, names
}

// CrossValidate returns for each example the probabilities that a model gives
// its candidates which was fitted to the other folds.
func CrossValidate(examples []Example, folds int, o Options) [][]float64 {
	out := make([][]float64, len(examples))
	for _, m := range Folds(examples, folds, o) {
		for i, e := range examples {
			if e.Fold == m.Fold {
				out[i] = m.Choose(e.Candidates)
			}
		}
	}
	return out
}

// Held is a model that has not seen one fold.
type Held struct {
	Model
	Fold int
}

// Folds fits one model for each fold, to the examples of the others.
func Folds(examples []Example, folds int, o Options) []Held {
	out := make([]Held, folds)
	var done sync.WaitGroup
	for k := range folds {
		done.Go(func() {
			rest := slices.DeleteFunc(slices.Clone(examples), func(e Example) bool { return e.Fold == k })
			out[k] = Held{Train(rest, o), k}
		})
	}
	done.Wait()
	return out
}
