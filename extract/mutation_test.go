package extract_test

import (
	"fmt"
	"slices"
	"sort"
	"strings"
	"testing"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/extract"
	"github.com/telaah/telaah/internal/synth"
)

// read returns the facts of the text of a rendered circular, as the extractor
// reads it.
func read(t *testing.T, r circular.Record) []synth.Fact {
	t.Helper()
	rec := extract.Extract(r.Source, circular.Plain(r.Text.Body))
	if err := rec.Check(); err != nil {
		t.Fatal(err)
	}
	return facts(&rec)
}

// facts returns the facts of a record. That a group may work from home is one
// fact, whether the record calls it eligible or says that it may.
func facts(r *circular.Record) []synth.Fact {
	fs := synth.Facts(r)
	for i := range fs {
		if fs[i].Value == string(circular.EffectMayWFH) {
			fs[i].Value = string(circular.EffectEligible)
		}
	}
	return fs
}

// TestMutations alters one fact at a time in circulars that never were, and
// wants exactly that alteration to appear in the record.
func TestMutations(t *testing.T) {
	const circulars, floor, alone = 150, 0.99, 0.98
	type tally struct{ seen, same, n int }
	by := map[string]*tally{}
	layouts := map[synth.Layout]*tally{}
	var misses []string
	for seed := uint64(1); seed <= circulars; seed++ {
		spec := synth.Draw(seed)
		want := spec.Render()
		before, expect := read(t, want), facts(&want)
		for _, m := range synth.Mutations() {
			altered := spec
			if !m.Apply(&altered) {
				continue
			}
			r := altered.Render()
			got := synth.Changed(before, read(t, r), false)
			should := synth.Changed(expect, facts(&r), false)
			c := by[m.Name]
			if c == nil {
				c = &tally{}
				by[m.Name] = c
			}
			l := layouts[spec.Layout]
			if l == nil {
				l = &tally{}
				layouts[spec.Layout] = l
			}
			c.n++
			l.n++
			seen := true
			for _, s := range should {
				seen = seen && slices.Contains(got, s)
			}
			if seen {
				c.seen++
				l.seen++
			}
			if slices.Equal(got, should) {
				c.same++
				l.same++
			} else if len(misses) < 40 {
				misses = append(misses, fmt.Sprintf("seed %d layout %d, %s: got %q, want %q", seed, spec.Layout, m.Name, got, should))
			}
		}
	}
	var all tally
	names := make([]string, 0, len(by))
	for name := range by {
		names = append(names, name)
	}
	sort.Strings(names)
	for _, name := range names {
		c := by[name]
		all.n, all.seen, all.same = all.n+c.n, all.seen+c.seen, all.same+c.same
		t.Logf("%-24s %5d altered, %6.2f%% appear, %6.2f%% appear alone", name, c.n, 100*float64(c.seen)/float64(c.n), 100*float64(c.same)/float64(c.n))
	}
	for l, c := range layouts {
		t.Logf("layout %d: %d, %.2f%% appear, %.2f%% alone", l, c.n, 100*float64(c.seen)/float64(c.n), 100*float64(c.same)/float64(c.n))
	}
	t.Logf("all %d: %.2f%% appear, %.2f%% appear alone", all.n, 100*float64(all.seen)/float64(all.n), 100*float64(all.same)/float64(all.n))
	if float64(all.seen) < floor*float64(all.n) || float64(all.same) < alone*float64(all.n) {
		t.Errorf("want %.0f%% and %.0f%%\n%s", 100*floor, 100*alone, strings.Join(misses, "\n"))
	}
}
