// Command veto fits the weights that tell figures of rules from figures of other matters
// in news, prints how they do in cross-validation, and writes them.
//
//	go run ./extract/internal/train/veto FOLDER...
//
// A folder holds gold.jsonl and texts/ID.txt. Folds keep the texts on one circular
// together. The same folders give the same weights.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"maps"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/extract"
	"github.com/telaah/telaah/extract/internal/workplace"
)

// Settings of the fit: the strength of the pull to zero, steps, their length, the
// least number of examples of a feature, and the folds.
const (
	pull   = 1.0
	steps  = 400
	length = 2.0
	least  = 3
	folds  = 8
)

const target = "extract/internal/workplace/weights.txt"

// gold is what people read in one text, as far as figures are concerned.
type gold struct {
	ID        string
	Circulars []struct {
		Number, Region, Role string
		Year                 int
	}
	Quotas []struct {
		Asserted           string
		Percent, Lo, Count *float64
		PercentLo          *float64 `json:"percent_lo"`
	}
	Exemptions []struct{ Effect circular.Effect }
	Others     []struct{ Context, Why string } `json:"non_clause_percents"`
}

// example is a figure with whether it rules.
type example struct {
	features []string
	rules    bool
	event    string // the circular its text is about
}

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

func run(folders []string) error {
	var all []example
	for _, f := range folders {
		es, err := read(f)
		if err != nil {
			return err
		}
		all = append(all, es...)
	}
	if len(all) == 0 {
		return fmt.Errorf("no example: name folders with gold.jsonl and texts")
	}
	validate(all)
	w := fit(all)
	var b strings.Builder
	b.WriteString("# Bobot: seberapa kuat sebuah ciri menunjukkan bahwa angka dalam berita adalah\n# ketentuan. Dibuat oleh go run ./extract/internal/train/veto; ciri: lihat veto.go.\n")
	for _, name := range slices.Sorted(maps.Keys(w)) {
		if math.Abs(w[name]) >= 0.05 {
			fmt.Fprintf(&b, "%s\t%.2f\n", name, w[name])
		}
	}
	return os.WriteFile(target, []byte(b.String()), 0o644)
}

// read returns the examples of a folder.
func read(folder string) ([]example, error) {
	f, err := os.Open(filepath.Join(folder, "gold.jsonl"))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []example
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<24)
	for sc.Scan() {
		var g gold
		if err := json.Unmarshal(sc.Bytes(), &g); err != nil {
			return nil, fmt.Errorf("%s: %w", f.Name(), err)
		}
		path := filepath.Join(folder, "texts", g.ID+".txt")
		body, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		for _, c := range extract.Candidates(circular.Source{Path: path}, circular.Plain(string(body))) {
			if rules, known := g.label(c); known {
				out = append(out, example{c.Features, rules, g.event()})
			}
		}
	}
	return out, sc.Err()
}

// label returns whether the figure rules; known is false where gold leaves it open.
func (g *gold) label(c workplace.Candidate) (rules, known bool) {
	open := true
	for _, q := range g.Quotas {
		for _, v := range []*float64{q.Percent, q.Lo, q.PercentLo, q.Count} {
			if v != nil && (*v == c.Lo || *v == c.Hi) {
				rules, open = true, open && q.Asserted != ""
			}
		}
	}
	if rules && open {
		return false, false
	}
	for _, e := range g.Exemptions { // "tetap WFO 100 persen"
		switch e.Effect {
		case circular.EffectMustWFO, circular.EffectNotEligible, circular.EffectWFHNotApplied, circular.EffectMustBeAvailable:
			rules = rules || c.Lo == 100 && c.Mode == circular.ModeWFO
		}
	}
	for _, o := range g.Others {
		switch o.Why {
		case "dup", "headline", "complement":
			continue
		}
		const edge = 8 // bytes of a context that may belong to the next sentence
		if s := letters(o.Context); len(s) >= 3*edge && strings.Contains(letters(c.Text), s[edge:len(s)-edge]) {
			return false, true
		}
	}
	return rules, true
}

// event names the circular that the text is about.
func (g *gold) event() string {
	for _, c := range g.Circulars {
		if c.Role == "subject" && c.Number != "" {
			return fmt.Sprint(c.Number, "/", c.Year)
		}
	}
	for _, c := range g.Circulars {
		return fmt.Sprint(c.Number, "/", c.Year, "/", c.Region)
	}
	return g.ID
}

// letters returns the letters and digits of s in lower case.
func letters(s string) string {
	return strings.Map(func(c rune) rune {
		if unicode.IsLetter(c) || unicode.IsDigit(c) {
			return unicode.ToLower(c)
		}
		return -1
	}, s)
}

// fit returns the weights of the features by gradient ascent on the likelihood of
// the examples, with a pull to zero on all but the bias.
func fit(all []example) map[string]float64 {
	count := map[string]int{}
	for _, e := range all {
		for _, f := range e.features {
			count[f]++
		}
	}
	w := map[string]float64{}
	for f, n := range count {
		if n >= least {
			w[f] = 0
		}
	}
	names := slices.Sorted(maps.Keys(w))
	for range steps {
		slope := map[string]float64{}
		for _, e := range all {
			miss := -chance(w, e.features)
			if e.rules {
				miss++
			}
			for _, f := range e.features {
				slope[f] += miss
			}
		}
		for _, f := range names {
			if f != "bias" {
				slope[f] -= pull * w[f]
			}
			w[f] += length * slope[f] / float64(len(all))
		}
	}
	return w
}

// chance returns the probability that a figure with the features rules.
func chance(w map[string]float64, features []string) float64 {
	sum := 0.0
	for _, f := range features {
		sum += w[f]
	}
	return 1 / (1 + math.Exp(-sum))
}

// validate prints how weights do on the folds that they were not fitted to.
func validate(all []example) {
	var kept, lost, stopped, passed int
	for k := range folds {
		var rest, fold []example
		for _, e := range all {
			h := fnv.New32a()
			h.Write([]byte(e.event))
			if int(h.Sum32()%folds) == k {
				fold = append(fold, e)
			} else {
				rest = append(rest, e)
			}
		}
		w := fit(rest)
		for _, e := range fold {
			switch ok := chance(w, e.features) >= 0.5; {
			case e.rules && ok:
				kept++
			case e.rules:
				lost++
			case ok:
				passed++
			default:
				stopped++
			}
		}
	}
	fmt.Printf("%d figures; cross-validated: rules kept %d, lost %d; others stopped %d, passed %d\n", len(all), kept, lost, stopped, passed)
}
