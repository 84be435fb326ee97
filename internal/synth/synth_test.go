package synth

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/lexicon"
)

const seeds = 200 // circulars that the tests draw

// Every record that is expected of a text is one that the text supports: it
// passes Check, and what it names stands in the text.
func TestRenderKeepsItsWord(t *testing.T) {
	drawn := map[Layout]int{}
	for seed := range uint64(seeds) {
		s := Draw(seed)
		drawn[s.Layout]++
		r := s.Render()
		if err := r.Check(); err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		body := r.Text.Body
		if i := strings.IndexAny(body, "{}"); i >= 0 {
			t.Fatalf("seed %d: braces left: %q", seed, body[max(0, i-30):min(len(body), i+30)])
		}
		if strings.Contains(body, "  .") || strings.Contains(body, "..") {
			t.Errorf("seed %d: stray points", seed)
		}
		if !strings.Contains(body, "NASKAH SINTETIS") && !strings.Contains(body, "Naskah sintetis") {
			t.Errorf("seed %d: does not say that it is synthetic", seed)
		}
		sig := r.Circulars[0].Signatory
		if got := r.Text.Slice(sig.Span); strings.Join(strings.Fields(got), " ") != s.Signatory.Name {
			t.Errorf("seed %d: signatory span holds %q", seed, got)
		}
		flat := strings.ToLower(strings.Join(strings.Fields(body), " "))
		if !strings.Contains(flat, strings.ToLower(s.Number)) {
			t.Errorf("seed %d: number %s is lost", seed, s.Number)
		}
		for _, c := range r.Clauses {
			words := strings.ToLower(strings.Join(strings.Fields(c.Text), " "))
			for _, g := range c.Groups {
				if !strings.Contains(words, strings.ToLower(g)) {
					t.Errorf("seed %d: group %q does not stand in %q", seed, g, c.Text)
				}
			}
		}
		want := 1 + len(s.Laws) + len(s.Rules)
		for _, rule := range s.Rules {
			if rule.Ratio {
				want++
			}
		}
		if len(r.Clauses) != want {
			t.Errorf("seed %d: %d clauses, want %d", seed, len(r.Clauses), want)
		}
	}
	for l := range layouts {
		if drawn[l] < seeds/8 {
			t.Errorf("layout %d drawn %d times of %d", l, drawn[l], seeds)
		}
	}
}

// A mutation shows in the facts of its field and nowhere else, and the rest of
// the text stays as it is.
func TestMutationsAlterOneFact(t *testing.T) {
	for _, m := range Mutations() {
		applied := 0
		for seed := range uint64(seeds) {
			s := Draw(seed)
			before := s.Render()
			mutated := s
			if !m.Apply(&mutated) {
				continue
			}
			applied++
			after := mutated.Render()
			changes := Changed(Facts(&before), Facts(&after), true)
			if len(changes) == 0 {
				t.Errorf("%s, seed %d: no fact changes", m.Name, seed)
			}
			for _, c := range changes {
				if !strings.HasPrefix(c[2:], m.Field+":") {
					t.Errorf("%s, seed %d: changes %q", m.Name, seed, c)
				}
			}
			if again := s.Render(); again.Text.Body != before.Text.Body {
				t.Fatalf("%s, seed %d: changed the circular it was made from", m.Name, seed)
			}
			if s.Wrap == 0 {
				if gone := missing(before.Text.Body, after.Text.Body); gone > 3 {
					t.Errorf("%s, seed %d: %d lines differ", m.Name, seed, gone)
				}
			}
		}
		if applied < 10 {
			t.Errorf("%s: applies to %d circulars of %d", m.Name, applied, seeds)
		}
	}
}

// Try sees every alteration through a perfect reader, and none through one
// that always reads the same.
func TestTry(t *testing.T) {
	for _, m := range Mutations() {
		for seed := range uint64(40) {
			s := Draw(seed)
			mutated := s
			if !m.Apply(&mutated) {
				continue
			}
			before, after := s.Render(), mutated.Render()
			perfect := func(text circular.Text) circular.Record {
				if text.Body == before.Text.Body {
					return before
				}
				return after
			}
			if trial, ok := Try(s, m, perfect); !ok || !trial.Seen {
				t.Errorf("%s, seed %d: a perfect reader sees %q, want %q", m.Name, seed, trial.Got, trial.Want)
			}
			if trial, _ := Try(s, m, func(circular.Text) circular.Record { return before }); trial.Seen {
				t.Errorf("%s, seed %d: a blind reader sees it", m.Name, seed)
			}
			noisy := func(text circular.Text) circular.Record {
				r := perfect(text)
				if text.Body != before.Text.Body && m.Field != "signed" {
					r.Circulars = append([]circular.Circular(nil), r.Circulars...)
					r.Circulars[0].DateSigned = circular.Date{}
				}
				return r
			}
			if trial, _ := Try(s, m, noisy); trial.Seen && m.Field != "signed" {
				t.Errorf("%s, seed %d: another change goes unnoticed", m.Name, seed)
			}
		}
	}
}

// missing counts the lines of a, without their numbers, that b does not have.
func missing(a, b string) int {
	plain := func(s string) []string {
		lines := strings.Split(s, "\n")
		for i, l := range lines {
			lines[i] = strings.TrimLeft(l, " 0123456789.")
		}
		return lines
	}
	has, n := plain(b), 0
	for _, l := range plain(a) {
		if !slices.Contains(has, l) {
			n++
		}
	}
	return n
}

func TestSameSpecSameBytes(t *testing.T) {
	var first []string
	for seed := range uint64(50) {
		first = append(first, Draw(seed).Render().Text.Body)
	}
	for seed := uint64(50); seed > 0; seed-- {
		if Draw(seed-1).Render().Text.Body != first[seed-1] {
			t.Errorf("seed %d: another text the second time", seed-1)
		}
	}
	if first[1] == first[2] {
		t.Error("two seeds, one text")
	}
}

// Every mode, bound and effect has its words in both files.
func TestPhrasesAreComplete(t *testing.T) {
	b := phrases()
	for _, file := range []string{"rules", "news"} {
		for _, mode := range []circular.Mode{circular.ModeWFH, circular.ModeWFO, circular.ModeWFA} {
			for _, bound := range []circular.Bound{circular.BoundMax, circular.BoundMin, circular.BoundExact, circular.BoundRange} {
				if len(b[fmt.Sprintf("%s/quota %s %s", file, bound, mode)]) == 0 {
					t.Errorf("%s has no words for %s %s", file, bound, mode)
				}
			}
		}
		for _, e := range []circular.Effect{circular.EffectMustWFO, circular.EffectNotEligible, circular.EffectMayWFH, circular.EffectOwnSchedule, circular.EffectMustBeAvailable} {
			if len(b[fmt.Sprintf("%s/exemption %s", file, e)]) == 0 {
				t.Errorf("%s has no words for %s", file, e)
			}
		}
	}
	for class, list := range b {
		seen := map[string]bool{}
		for _, p := range list {
			if seen[p] && p != "" && class != "frame/numbercode" {
				t.Errorf("%s: %q stands twice", class, p)
			}
			seen[p] = true
			if strings.Count(p, "{") != strings.Count(p, "}") {
				t.Errorf("%s: %q: braces do not match", class, p)
			}
		}
	}
}

// The categories of the groups are those of the lexicon.
func TestCategoriesAreKnown(t *testing.T) {
	known := map[string]bool{}
	for _, e := range lexicon.Default().Entries() {
		if e.Class == "group" {
			known[e.ID] = true
		}
	}
	for _, class := range []string{"service", "public", "office", "rank", "personal"} {
		for _, g := range dice(0).groupsOf("all", class) {
			if !known[g.Category] {
				t.Errorf("%s: category %q of %q is not in the lexicon", class, g.Category, g.Name)
			}
		}
	}
}

func TestReadBookNamesTheLine(t *testing.T) {
	for data, want := range map[string]string{
		"# head\nwords":         "phrases/a.txt:2: phrase before any class",
		"[x]\na\n[y]\nb\n[x]\n": "phrases/a.txt:5: class [x] stands twice",
	} {
		if _, err := readBook(fstest.MapFS{"phrases/a.txt": {Data: []byte(data)}}); err == nil || err.Error() != want {
			t.Errorf("readBook(%q): error %v, want %s", data, err, want)
		}
	}
}

func TestInWords(t *testing.T) {
	for n, want := range map[int]string{0: "nol", 7: "tujuh", 10: "sepuluh", 11: "sebelas", 12: "dua belas", 20: "dua puluh", 35: "tiga puluh lima",
		100: "seratus", 101: "seratus satu", 110: "seratus sepuluh", 199: "seratus sembilan puluh sembilan", 200: "dua ratus", 345: "tiga ratus empat puluh lima"} {
		if got := inWords(n); got != want {
			t.Errorf("inWords(%d) = %q, want %q", n, got, want)
		}
	}
}

func TestRecordsCoverTheCountry(t *testing.T) {
	regions := map[string]bool{}
	n, clauses := 0, 0
	for r := range Records(7, len(lexicon.Regions()), 20*len(lexicon.Regions()), false) {
		if r.Text != nil {
			t.Fatal("record with text")
		}
		if err := r.Check(); err != nil {
			t.Fatal(err)
		}
		regions[r.Circulars[0].Region.Code] = true
		n++
		clauses += len(r.Clauses)
	}
	if len(regions) != len(lexicon.Regions()) || n != len(regions) || clauses < 20*n {
		t.Errorf("%d circulars of %d regions with %d clauses", n, len(regions), clauses)
	}
	for range Records(7, 5, 10, true) {
		break // stopping early must not panic
	}
}

func TestTextHasItsSize(t *testing.T) {
	for _, size := range []int{0, 1, 1 << 10, 1 << 16} {
		s := Text(1, size)
		if len(s) < size || len(s) > size+2000 {
			t.Errorf("Text of %d bytes has %d", size, len(s))
		}
		if !strings.HasPrefix(Text(1, 2*size+1), s[:min(size, len(s))]) {
			t.Errorf("Text of %d bytes is no beginning of a longer one", size)
		}
	}
}

func BenchmarkRecords(b *testing.B) {
	clauses := 0
	for b.Loop() {
		for r := range Records(1, 100, 5000, false) {
			clauses += len(r.Clauses)
		}
	}
	b.ReportMetric(float64(clauses)/b.Elapsed().Seconds(), "clauses/s")
}
