package indextest

import (
	"fmt"
	"strings"
	"testing"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/index"
	"github.com/telaah/telaah/internal/national"

	"golang.org/x/sync/errgroup"
)

// Numbered returns a record with so many duties of the given words.
func Numbered(id, words string, n int) *circular.Record {
	var body strings.Builder
	body.WriteString("SURAT EDARAN\n")
	r := &circular.Record{Schema: circular.RecordSchema,
		Source: circular.Source{Path: id + ".txt", SHA256: strings.Repeat(id, 64/len(id)), Grade: circular.GradePrimary, Pages: 1}}
	for i := range n {
		text := fmt.Sprintf("Pegawai ke-%d wajib %s setiap hari.", i, words)
		start := body.Len()
		body.WriteString(text + "\n")
		r.Clauses = append(r.Clauses, circular.Clause{Kind: circular.KindObligation, Text: text, Duty: &circular.Duty{What: text},
			Span: circular.Span{Start: start, End: start + len(text), Page: 1}, Assertion: circular.AssertRule, Confidence: 1, Rule: "test/rule"})
	}
	text := circular.Plain(body.String())
	r.Text = &text
	r.Circulars = []circular.Circular{{Role: circular.RoleSubject, Type: "SE", Number: "1/" + id, Year: 2024, Title: "Contoh", Issuer: "Bupati " + id,
		Span: circular.Span{End: 12, Page: 1}}}
	return r
}

// Everything returns all that an index has, in pages.
func Everything(t *testing.T, x *index.Index) string {
	t.Helper()
	n, err := x.Count()
	if err != nil {
		t.Fatal(err)
	}
	return fmt.Sprintf("%d documents\n", n) + Answer(t, x, index.Query{Limit: 1000, Facets: true}) + Answer(t, x, index.Query{Terms: []index.Term{{Text: "pegawai"}}, Limit: 100})
}

// repeated holds that the same records put in again, alone or twice at once, change
// nothing, and that fewer clauses leave none behind.
func repeated(t *testing.T, open Open) {
	a, b := Numbered("aa11", "hadir", 6), Numbered("bb22", "melapor", 3)
	x := open(t, a, b)
	want := Everything(t, x)
	for range 2 {
		if err := x.Update(a, b, a); err != nil {
			t.Fatal(err)
		}
		if got := Everything(t, x); got != want {
			t.Errorf("the same batch again: %s", Difference(got, want))
		}
	}
	shorter := Numbered("aa11", "hadir", 2)
	if err := x.Update(shorter); err != nil {
		t.Fatal(err)
	}
	if got, want := Everything(t, x), Everything(t, memory(t, shorter, b)); got != want {
		t.Errorf("with fewer clauses: %s", Difference(got, want))
	}
}

// removed holds that a source that goes is gone, and can come back.
func removed(t *testing.T, open Open) {
	a, b := Numbered("aa11", "hadir", 6), Numbered("bb22", "melapor", 3)
	x := open(t, a, b)
	want := Everything(t, x)
	if err := x.Delete(a.Source.SHA256, "ffffffffffff"); err != nil {
		t.Fatal(err)
	}
	if got, want := Everything(t, x), Everything(t, memory(t, b)); got != want {
		t.Errorf("removed: %s", Difference(got, want))
	}
	if err := x.Update(a); err != nil {
		t.Fatal(err)
	}
	if got := Everything(t, x); got != want {
		t.Errorf("back again: %s", Difference(got, want))
	}
}

// hostile holds that words are data, whatever signs they have.
func hostile(t *testing.T, open Open) {
	words := []string{strings.Repeat("x", 200), `"}}]}`, "a|b|7", "\x00\x01\x7f", "\u2028\u202e", "𝒳𝒴", "İI", "${x}", "../../etc", "é́́́", "<script>", "OR 1=1", "\xff\xfe", "a@9", "*", "?"}
	r := Numbered("cc33", strings.Join(words, " hadir "), 2)
	x, want := open(t, r), memory(t, r)
	for _, w := range append(words, "hadir") {
		q := index.Query{Text: w, Terms: []index.Term{{Text: w}}, Facets: true}
		if got, want := Answer(t, x, q), Answer(t, want, q); got != want {
			t.Errorf("%q: %s", w, Difference(got, want))
		}
		q = index.Query{Issuers: []string{w}, Groups: []string{w}, Numbers: []string{w}, Regions: []string{w}}
		if got, want := Answer(t, x, q), Answer(t, want, q); got != want {
			t.Errorf("filters %q: %s", w, Difference(got, want))
		}
	}
}

// whole holds that a search sees a source as it was or as it is, never some of each,
// while it is written.
func whole(t *testing.T, open Open) {
	x := open(t, national.Record(1), Numbered("dd44", "alfa", 20))
	states := []*circular.Record{Numbered("dd44", "alfa", 20), Numbered("dd44", "beta", 35)}
	sizes := map[string]int{"alfa": 20, "beta": 35}
	stop := make(chan struct{})
	var group errgroup.Group
	for range 3 {
		group.Go(func() error {
			for {
				select {
				case <-stop:
					return nil
				default:
				}
				q, err := index.ParseQuery("alfa ATAU beta")
				if err != nil {
					return err
				}
				q.Limit = 100
				res, err := x.Search(t.Context(), q)
				if err != nil {
					return err
				}
				seen := map[string]int{}
				for _, h := range res.Hits {
					for word := range sizes {
						if strings.Contains(h.Text, word) {
							seen[word]++
						}
					}
				}
				if len(seen) != 1 || res.Total != seen["alfa"]+seen["beta"] || seen["alfa"] != 0 && seen["alfa"] != 20 || seen["beta"] != 0 && seen["beta"] != 35 {
					return fmt.Errorf("seen %v, total %d", seen, res.Total)
				}
			}
		})
	}
	for i := range 12 {
		if err := x.Update(states[i%2]); err != nil {
			t.Error(err)
		}
	}
	close(stop)
	if err := group.Wait(); err != nil {
		t.Error(err)
	}
}
