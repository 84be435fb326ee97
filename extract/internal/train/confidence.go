package main

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"os"
	"slices"

	"github.com/telaah/telaah/extract/internal/gold"
	"github.com/telaah/telaah/extract/internal/loglinear"
	"github.com/telaah/telaah/extract/internal/second"
)

// probe is one value of a record as the second reader sees it that has not seen
// its fold.
type probe struct {
	reading second.Reading
	right   bool
	fold    int
	set     string
	p       float64 // measured probability, by a model that has not seen its fold
}

// probes returns the values of the texts by kind.
func probes(all []sample, models func(fold int) map[string]loglinear.Model) map[second.Value][]probe {
	out := map[second.Value][]probe{}
	for i := range all {
		s := &all[i]
		a := second.Read(second.Answered(s.questions, models(s.fold)), &s.rec)
		for _, c := range s.claims {
			v := second.Value(c.Kind)
			out[v] = append(out[v], probe{reading: of(a, s, c), right: c.Right, fold: s.fold, set: s.set})
		}
	}
	return out
}

// of returns the reading of the value that a claim is about.
func of(a *second.Account, s *sample, c gold.Claim) second.Reading {
	if c.Clause != nil {
		for i := range s.rec.Clauses {
			if c.Clause == &s.rec.Clauses[i] {
				return a.Clauses[i]
			}
		}
	}
	for i := range s.rec.Circulars {
		if c.Circular == &s.rec.Circulars[i] {
			return a.Circulars[i][second.Value(c.Kind)]
		}
	}
	return second.Reading{}
}

// sureness are the options for confidence, which has few examples.
var sureness = loglinear.Options{L2: 3, Least: 6, Rounds: 150}

// calibrate fits the confidence of one kind, and sets that of each probe by a
// model that has not seen its fold.
func calibrate(ps []probe) loglinear.Model {
	ex := make([]loglinear.Example, len(ps))
	for i, p := range ps {
		ex[i] = loglinear.Example{Candidates: [][]string{nil, p.reading.Signals}, Fold: p.fold}
		if p.right {
			ex[i].Right = 1
		}
	}
	for i, p := range loglinear.CrossValidate(ex, nfolds, sureness) {
		ps[i].p = p[1]
	}
	return loglinear.Train(ex, sureness)
}

// cost is what a wrong value that is called certain weighs against right ones:
// one in more than twenty of those near the limit is too many.
const cost = 20

// limit returns the least confidence from which on agreed values are certain: the
// one at which right values of real texts outweigh wrong ones most: invented texts are
// read better than any other.
func limit(ps []probe) float64 {
	xs := slices.DeleteFunc(agreed(ps), func(p probe) bool { return p.set == "synth" })
	best, most, sum := 1.01, 0, 0
	for i, p := range xs {
		if p.right {
			sum++
		} else {
			sum -= cost
		}
		if last := i+1 == len(xs) || xs[i+1].p < p.p; last && sum > most {
			best, most = p.p, sum
		}
	}
	return best
}

// agreed returns the probes on which both readers agree, the surest first.
func agreed(ps []probe) []probe {
	xs := slices.DeleteFunc(slices.Clone(ps), func(p probe) bool { return !p.reading.Sure() })
	slices.SortStableFunc(xs, func(a, b probe) int { return cmp.Compare(b.p, a.p) })
	return xs
}

// tell prints how the values of a kind came out, by set.
func tell(w io.Writer, v second.Value, ps []probe, least float64) {
	sets := []string{}
	for _, p := range ps {
		if !slices.Contains(sets, p.set) {
			sets = append(sets, p.set)
		}
	}
	for _, set := range sets {
		n, right, a, aRight, sure, sureRight := 0, 0, 0, 0, 0, 0
		for _, p := range ps {
			if p.set != set {
				continue
			}
			add := func(n, right *int) {
				*n++
				if p.right {
					*right++
				}
			}
			add(&n, &right)
			if p.reading.Agrees {
				add(&a, &aRight)
			}
			if p.reading.Sure() && p.p >= least {
				add(&sure, &sureRight)
			}
		}
		fmt.Fprintf(w, "%-10s %-6s right %d of %d; agreed %d of %d; certain from %.2f: %d of %d\n", v, set, right, n, aRight, a, least, sureRight, sure)
	}
}

// hold prints how the values of texts come out that nothing was fitted to.
func hold(dir string, weights []byte) error {
	models, err := loglinear.Read(bytes.NewReader(weights))
	if err != nil {
		return err
	}
	all, err := load(dir)
	if err != nil {
		return err
	}
	ps := probes(all, func(int) map[string]loglinear.Model { return models })
	for _, v := range second.Values {
		for i := range ps[v] {
			ps[v][i].p, _ = second.Confidence(models, v, ps[v][i].reading)
		}
		tell(os.Stdout, v, ps[v], models["certain"][string(v)])
		xs := agreed(ps[v])
		for _, part := range []int{20, 40, 60} {
			n := len(ps[v]) * part / 100
			right := 0
			for _, p := range xs[:min(n, len(xs))] {
				if p.right {
					right++
				}
			}
			fmt.Printf("  of the surest %d%%: %d of %d right", part, right, min(n, len(xs)))
		}
		fmt.Println()
	}
	return nil
}
