// Package loglinear chooses between candidates by the sum of the weights of
// their features: P(c) is proportional to exp(w·f(c)). Features have names, so
// that people can read why a candidate was chosen.
package loglinear

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
)

// Model holds the weights of features by name; a feature without one weighs 0.
type Model map[string]float64

// Score returns the sum of the weights of the features.
func (m Model) Score(features []string) float64 {
	sum := 0.0
	for _, f := range features {
		sum += m[f]
	}
	return sum
}

// Choose returns the probability of each candidate, given by its features.
func (m Model) Choose(candidates [][]string) []float64 {
	p := make([]float64, len(candidates))
	for i, c := range candidates {
		p[i] = m.Score(c)
	}
	normalise(p)
	return p
}

// Probability returns that of the features against having none of them.
func (m Model) Probability(features []string) float64 { return 1 / (1 + math.Exp(-m.Score(features))) }

// normalise turns scores into probabilities.
func normalise(p []float64) {
	if len(p) == 0 {
		return
	}
	top, sum := slices.Max(p), 0.0
	for i := range p {
		p[i] = math.Exp(p[i] - top)
		sum += p[i]
	}
	for i := range p {
		p[i] /= sum
	}
}

// Top returns the features that weigh most in the sum, by weight, at most n.
func (m Model) Top(features []string, n int) []string {
	known := slices.DeleteFunc(slices.Clone(features), func(f string) bool { return m[f] == 0 })
	slices.SortStableFunc(known, func(a, b string) int {
		return cmp.Or(cmp.Compare(math.Abs(m[b]), math.Abs(m[a])), cmp.Compare(a, b))
	})
	return known[:min(n, len(known))]
}

// Read reads models by name: a line "[name]" begins one, "weight<TAB>feature"
// adds to it, and a line that begins with "#" is a comment.
func Read(r io.Reader) (map[string]Model, error) {
	out, now, n := map[string]Model{}, Model(nil), 0
	sc := bufio.NewScanner(r)
	for sc.Scan() {
		n++
		line := sc.Text()
		if line == "" || line[0] == '#' {
			continue
		}
		if name, ok := strings.CutPrefix(line, "["); ok {
			now = Model{}
			out[strings.TrimSuffix(name, "]")] = now
			continue
		}
		weight, feature, ok := strings.Cut(line, "\t")
		w, err := strconv.ParseFloat(weight, 64)
		if !ok || err != nil || now == nil {
			return nil, fmt.Errorf("line %d: no weight and feature: %q", n, line)
		}
		now[feature] = w
	}
	return out, sc.Err()
}

// Write writes a model as Read reads it, by feature.
func (m Model) Write(w io.Writer, name string) error {
	features := make([]string, 0, len(m))
	for f := range m {
		features = append(features, f)
	}
	slices.Sort(features)
	if _, err := fmt.Fprintf(w, "\n[%s]\n", name); err != nil {
		return err
	}
	for _, f := range features {
		if _, err := fmt.Fprintf(w, "%.2f\t%s\n", m[f], f); err != nil {
			return err
		}
	}
	return nil
}
