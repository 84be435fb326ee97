package extract_test

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/telaah/telaah/extract/internal/gold"
)

// TestConfidence prints how often values are right that claim a confidence, and those called certain, in texts to
// which no weight was fitted, and holds the tables in docs/accuracy.md. With -update it writes them there.
func TestConfidence(t *testing.T) {
	sets := []struct{ name, texts, gold string }{
		{"unseen", "testdata/unseen/texts", "testdata/unseen/gold.jsonl"},
	}
	claims := map[string][]gold.Claim{}
	head, rule := "", ""
	for _, set := range sets {
		s := gold.Sheet{}
		for _, g := range readGold[gold.Text](t, set.gold) {
			s.Score(g, extracted(t, filepath.Join(set.texts, g.ID+".txt")))
		}
		claims[set.name] = s.Claimed
		head += " " + set.name + " right | of |"
		rule += "---|---|"
	}
	var b strings.Builder
	row := func(name string, pick func(gold.Claim) bool) {
		fmt.Fprintf(&b, "| %s |", name)
		for _, set := range sets {
			n, right := count(claims[set.name], pick)
			if n == 0 {
				b.WriteString(" - | 0 |")
			} else {
				fmt.Fprintf(&b, " %.2f | %d |", rate(right, n), n)
			}
		}
		b.WriteByte('\n')
	}
	kinds := []string{"quota", "exemption", "period"}
	fmt.Fprintf(&b, "\n| confidence claimed |%s\n|---|%s\n", head, rule)
	bounds := []float64{0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.01}
	for i, lo := range bounds[:len(bounds)-1] {
		hi := bounds[i+1]
		row(fmt.Sprintf("%.2f to %.2f", lo, min(hi, 1)), func(c gold.Claim) bool {
			return c.Clause != nil && c.Clause.Confidence >= lo && c.Clause.Confidence < hi
		})
	}
	for _, k := range kinds {
		row("all of kind "+k, func(c gold.Claim) bool { return c.Kind == k })
	}
	kinds4 := append(kinds, "signatory")
	fmt.Fprintf(&b, "\n| certain |%s\n|---|%s\n", head, rule)
	for _, k := range kinds4 {
		row(k, func(c gold.Claim) bool { return c.Kind == k && c.Certain() })
	}
	row("all four", func(c gold.Claim) bool { return c.Certain() && slices.Contains(kinds4, c.Kind) })
	row("not certain", func(c gold.Claim) bool { return !c.Certain() && slices.Contains(kinds4, c.Kind) })
	t.Log(b.String())
	keep(t, "TestConfidence", b.String())
}

// count returns how many claims are picked, and how many of them are right.
func count(claims []gold.Claim, pick func(gold.Claim) bool) (n, right int) {
	for _, c := range claims {
		if pick(c) {
			n++
			if c.Right {
				right++
			}
		}
	}
	return n, right
}
