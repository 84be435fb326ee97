// Command train fits the weights of the second reader, and the measured
// probabilities of the record, to texts with gold:
//
//	go run ./extract/internal/train DEV DEV2
//
// Each folder holds gold.jsonl and texts/. It writes extract/internal/second/weights.txt
// and prints how well each choice is made by cross-validation, whose folds part
// circulars and events.
package main

import (
	"bytes"
	"flag"
	"fmt"
	"io"
	"os"

	"github.com/telaah/telaah/extract/internal/loglinear"
	"github.com/telaah/telaah/extract/internal/second"
)

const nfolds = 6

// choices are the options for what the second reader chooses.
var choices = loglinear.Options{L2: 1, Least: 3, Rounds: 60}

func main() {
	transfer := flag.String("transfer", "", "folder of texts to hold the weights against that they were not fitted to")
	out := flag.String("out", "extract/internal/second/weights.txt", "file of weights to write")
	flag.Parse()
	if err := run(*out, *transfer, flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(out, transfer string, dirs []string) error {
	all, err := loadAll(dirs)
	if err != nil {
		return err
	}
	f := fit(all, os.Stdout)
	if transfer != "" {
		if err := hold(transfer, f.file); err != nil {
			return err
		}
	}
	return os.WriteFile(out, f.file, 0o644)
}

// loadAll reads the folders, adds invented circulars and deals all into folds.
func loadAll(dirs []string) ([]sample, error) {
	var all []sample
	for _, d := range dirs {
		s, err := load(d)
		if err != nil {
			return nil, err
		}
		all = append(all, s...)
	}
	all = append(all, invented()...)
	folds(all, nfolds)
	return all, nil
}

// fitted is what training makes.
type fitted struct {
	file   []byte                   // weights, as package second reads them
	values map[second.Value][]probe // every value with its confidence by cross-validation
	limits loglinear.Model          // by kind of value: the confidence of certainty
}

// fit fits all weights, and tells w how they do by cross-validation.
func fit(all []sample, w io.Writer) fitted {
	var file bytes.Buffer
	file.WriteString(about)
	held := make([]map[string]loglinear.Model, nfolds)
	for k := range held {
		held[k] = map[string]loglinear.Model{}
	}
	for _, kind := range second.Kinds {
		ex := examples(all, kind)
		for _, m := range loglinear.Folds(ex, nfolds, choices) {
			held[m.Fold][string(kind)] = m.Model
		}
		confusion(w, string(kind), ex, func(fold int) loglinear.Model { return held[fold][string(kind)] })
		loglinear.Train(ex, choices).Write(&file, string(kind)) // a Buffer never fails
	}
	f := fitted{values: probes(all, func(fold int) map[string]loglinear.Model { return held[fold] }), limits: loglinear.Model{}}
	for _, v := range second.Values {
		calibrate(f.values[v]).Write(&file, "sure "+string(v))
		f.limits[string(v)] = limit(f.values[v])
		tell(w, v, f.values[v], f.limits[string(v)])
	}
	f.limits.Write(&file, "certain")
	f.file = file.Bytes()
	return f
}

// about heads the file of weights.
const about = `# Weights of the second reader and of confidence, fitted by
#
#	go run ./extract/internal/train DEV DEV2
#
# to annotated texts; never edit them by hand. One line is a weight and a feature.
# What is chosen is the answer whose features weigh most; P(answer) is
# exp(sum) over the sum of exp(sum) of all answers.
#
# [mode] [bound] [group] [effect] [window] [signer] [own]: the questions of package
# second. "left1 maksimal": the word right before it; "left maksimal": a word up to
# twelve before it; "left: bound/max": a phrase of the lexicon before it in its
# sentence. In front of it stands the answer it speaks for, where there are more than two.
#
# [sure KIND]: how likely a value of the record is right, by named signals.
# [certain]: the confidence from which on a value is certain when both readers agree.
`

// examples returns the questions of a kind whose answer is known.
func examples(all []sample, kind second.Kind) []loglinear.Example {
	var out []loglinear.Example
	for i, s := range all {
		for k, q := range s.questions {
			if q.Kind == kind && s.right[k] != unknown {
				out = append(out, loglinear.Example{Candidates: q.Features, Right: s.right[k], Fold: s.fold, Of: i})
			}
		}
	}
	return out
}

// confusion prints how often each answer was given, by the right one.
func confusion(w io.Writer, name string, ex []loglinear.Example, model func(fold int) loglinear.Model) {
	n := map[[2]int]int{}
	answers := 0
	for _, e := range ex {
		p := model(e.Fold).Choose(e.Candidates)
		best := 0
		for k := range p {
			if p[k] > p[best] {
				best = k
			}
		}
		answers = max(answers, len(p))
		n[[2]int{e.Right, best}]++
	}
	fmt.Fprintf(w, "%s: %d questions; a row each right answer, a column each given\n", name, len(ex))
	for r := range answers {
		for b := range answers {
			fmt.Fprintf(w, "%6d", n[[2]int{r, b}])
		}
		fmt.Fprintln(w)
	}
}
