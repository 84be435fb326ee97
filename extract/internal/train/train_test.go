package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"
	"testing"

	"github.com/telaah/telaah/extract/internal/second"
)

var update = flag.Bool("update", false, "write the figures to docs/accuracy.md")

const (
	shared   = "../../../../shared/eval"
	accuracy = "../../../docs/accuracy.md"
	begin    = "<!-- begin: go test ./extract/internal/train -update -->\n"
	end      = "<!-- end -->\n"
)

// TestReliability holds claimed confidence against how often values were right, by
// cross-validation: the weights behind each claim have seen neither the text nor
// another about the same circular or event. With -update it writes the tables to
// docs/accuracy.md.
func TestReliability(t *testing.T) {
	if testing.Short() {
		t.Skip("fits all weights anew for each fold")
	}
	if _, err := os.Stat(shared); errors.Is(err, os.ErrNotExist) {
		t.Skip("the annotated texts are not beside this checkout")
	}
	all, err := loadAll([]string{shared + "/dev", shared + "/dev2"})
	if err != nil {
		t.Fatal(err)
	}
	f := fit(all, io.Discard)
	for v, ps := range f.values { // invented circulars teach; what is told is of real ones
		keep := ps[:0]
		for _, p := range ps {
			if p.set != "synth" {
				keep = append(keep, p)
			}
		}
		f.values[v] = keep
	}
	var b strings.Builder
	b.WriteString("\n| claimed |")
	shown := []second.Value{second.ValueQuota, second.ValueExemption, second.ValuePeriod, second.ValueSignatory}
	for _, v := range shown {
		fmt.Fprintf(&b, " %s: claimed | right | of |", v)
	}
	b.WriteString("\n|---|" + strings.Repeat("---|", 3*len(shown)) + "\n")
	for d := range 10 {
		lo, hi := float64(d)/10, float64(d+1)/10
		fmt.Fprintf(&b, "| %.1f to %.1f |", lo, hi)
		for _, v := range shown {
			n, right, sum := 0, 0, 0.0
			for _, p := range f.values[v] {
				if p.p < lo || p.p >= hi && d < 9 {
					continue
				}
				n, sum = n+1, sum+p.p
				if p.right {
					right++
				}
			}
			if n == 0 {
				b.WriteString(" - | - | 0 |")
				continue
			}
			fmt.Fprintf(&b, " %.2f | %.2f | %d |", sum/float64(n), float64(right)/float64(n), n)
		}
		b.WriteByte('\n')
	}
	b.WriteString("\n| kind | values | right | called certain | share | right | not certain: right |\n|---|---|---|---|---|---|---|\n")
	for _, v := range second.Values {
		n, right, sure, sureRight := 0, 0, 0, 0
		for _, p := range f.values[v] {
			n++
			certain := p.reading.Sure() && p.p >= f.limits[string(v)]
			if certain {
				sure++
			}
			if p.right {
				right++
				if certain {
					sureRight++
				}
			}
		}
		fmt.Fprintf(&b, "| %s | %d | %s | %d | %s | %s | %s |\n", v, n, share(right, n), sure, share(sure, n), share(sureRight, sure), share(right-sureRight, n-sure))
		if sure > 0 && float64(sureRight) < 0.94*float64(sure) {
			t.Errorf("%s: of %d called certain %d were right", v, sure, sureRight)
		}
	}
	t.Log(b.String())
	keep(t, b.String())
}

func share(a, of int) string {
	if of == 0 {
		return "-"
	}
	return fmt.Sprintf("%.2f", float64(a)/float64(of))
}

// keep writes the figures into docs/accuracy.md with -update.
func keep(t *testing.T, figures string) {
	page, err := os.ReadFile(accuracy)
	if err != nil {
		t.Fatal(err)
	}
	head, rest, ok := strings.Cut(string(page), begin)
	_, tail, ok2 := strings.Cut(rest, end)
	if !ok || !ok2 {
		t.Fatalf("%s has no place for the figures", accuracy)
	}
	if *update {
		if err := os.WriteFile(accuracy, []byte(head+begin+figures+"\n"+end+tail), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// TestFoldsKeepEventsTogether: two texts about one circular are in one fold.
func TestFoldsKeepEventsTogether(t *testing.T) {
	all := invented()[:12]
	twin := all[3]
	twin.gold.URL = "another page"
	all = append(all, twin)
	folds(all, 4)
	if all[3].fold != all[12].fold {
		t.Errorf("folds %d and %d", all[3].fold, all[12].fold)
	}
	sizes := map[int]int{}
	for _, s := range all {
		sizes[s.fold]++
	}
	if len(sizes) != 4 {
		t.Errorf("folds %v", sizes)
	}
}

// TestLimit: certainty begins where right values outweigh wrong ones.
func TestLimit(t *testing.T) {
	var ps []probe
	for i := range 40 {
		ps = append(ps, probe{reading: second.Reading{Agrees: true}, right: i != 35, p: 1 - float64(i)/100})
	}
	if got := limit(ps); got != ps[34].p {
		t.Errorf("limit %v, want %v", got, ps[34].p)
	}
	if got := limit([]probe{{reading: second.Reading{Agrees: false}, right: true, p: 1}}); got <= 1 {
		t.Errorf("certain without agreement from %v on", got)
	}
}
