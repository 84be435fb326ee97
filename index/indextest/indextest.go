// Package indextest is the contract of an index, whatever engine carries it: tests
// that each engine runs, and that hold its answers against those of the embedded
// one in memory, byte for byte.
package indextest

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"iter"
	"os"
	"strings"
	"testing"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/index"
	"github.com/telaah/telaah/internal/national"
)

// Open returns an index of the records that can be written. The test closes it.
type Open func(t *testing.T, records ...*circular.Record) *index.Index

// Run holds an engine to the contract, with so many generated queries. The folder
// of the test is that of package index, whose queries with known answers are used.
func Run(t *testing.T, open Open, n int) {
	x, reference := Answers(t, open, n)
	t.Run("Pages", func(t *testing.T) { samePages(t, x, reference) })
	t.Run("Completion", func(t *testing.T) { sameCompletions(t, x, reference) })
	t.Run("Repeated", func(t *testing.T) { repeated(t, open) })
	t.Run("Removed", func(t *testing.T) { removed(t, open) })
	t.Run("Hostile", func(t *testing.T) { hostile(t, open) })
	t.Run("Whole", func(t *testing.T) { whole(t, open) })
}

// Answers holds the answers to queries alone to those of the embedded engine, and
// returns both indexes.
func Answers(t *testing.T, open Open, n int) (x, reference *index.Index) {
	records := Records(t)
	reference = memory(t, records...)
	x = open(t, records...)
	t.Run("Queries", func(t *testing.T) { sameAnswers(t, x, reference, queries(t)) })
	t.Run("Generated", func(t *testing.T) { sameAnswers(t, x, reference, generated(records, n)) })
	return x, reference
}

// Records returns the corpus of the contract: that of the ranking, and generated
// circulars.
func Records(t testing.TB) []*circular.Record {
	t.Helper()
	f, err := os.Open("testdata/ranking/records.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var out []*circular.Record
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		r := new(circular.Record)
		if err := json.Unmarshal(lines.Bytes(), r); err != nil {
			t.Fatal(err)
		}
		out = append(out, r)
	}
	for i := range 60 {
		out = append(out, national.Record(i))
	}
	return out
}

// queries returns those of the ranking.
func queries(t *testing.T) []string {
	t.Helper()
	data, err := os.ReadFile("testdata/ranking/queries.txt")
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for line := range strings.Lines(string(data)) {
		if text, ok := strings.CutPrefix(strings.TrimSpace(line), "?"); ok {
			out = append(out, strings.TrimSpace(text))
		}
	}
	return out
}

// Seq yields records as an index is filled with them.
func Seq(records ...*circular.Record) iter.Seq2[*circular.Record, error] {
	return func(yield func(*circular.Record, error) bool) {
		for _, r := range records {
			if !yield(r, nil) {
				return
			}
		}
	}
}

// memory returns an index of the records by the embedded engine.
func memory(t *testing.T, records ...*circular.Record) *index.Index {
	t.Helper()
	x, err := index.InMemory(t.Context(), Seq(records...), nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { x.Close() })
	return x
}

// Answer returns the answer to a query as text, or the error.
func Answer(t *testing.T, x *index.Index, q index.Query) string {
	t.Helper()
	res, err := x.Search(t.Context(), q)
	if err != nil {
		return err.Error()
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetIndent("", " ")
	if err := e.Encode(res); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// Difference returns the first line in which two answers differ.
func Difference(got, want string) string {
	a, b := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range a {
		if i >= len(b) || a[i] != b[i] {
			w := "(nothing)"
			if i < len(b) {
				w = b[i]
			}
			return fmt.Sprintf("line %d: got %s, want %s", i, a[i], w)
		}
	}
	return "got less"
}

// sameAnswers asks both and compares all that they say: hits, scores, marks,
// totals, facets, corrections.
func sameAnswers(t *testing.T, x, reference *index.Index, texts []string) {
	wrong := 0
	for _, text := range texts {
		q, err := index.ParseQuery(text)
		if err != nil {
			continue // refused before any engine
		}
		q.Facets = true
		if got, want := Answer(t, x, q), Answer(t, reference, q); got != want {
			t.Errorf("%q: %s", text, Difference(got, want))
			if wrong++; wrong == 20 {
				t.Fatal("and so on")
			}
		}
	}
}

// samePages walks through results page by page, by score and by date.
func samePages(t *testing.T, x, reference *index.Index) {
	for _, text := range []string{"", "pegawai", "wfh ATAU kantor"} {
		q, err := index.ParseQuery(text)
		if err != nil {
			t.Fatal(err)
		}
		for _, q.Sort = range []index.Sort{index.SortBest, index.SortDate} {
			for _, q.Limit = range []int{7, 100} {
				for q.Offset = 0; q.Offset < 3*q.Limit; q.Offset += q.Limit {
					if got, want := Answer(t, x, q), Answer(t, reference, q); got != want {
						t.Errorf("%q %q from %d: %s", text, q.Sort, q.Offset, Difference(got, want))
					}
				}
			}
		}
		q.Offset, q.Limit, q.Sort = 1500, 1000, index.SortBest
		if got, want := Answer(t, x, q), Answer(t, reference, q); got != want {
			t.Errorf("%q, the end: %s", text, Difference(got, want))
		}
	}
}

func sameCompletions(t *testing.T, x, reference *index.Index) {
	for _, prefix := range []string{"peg", "ke", "s", "wf", "xyz", "me.*", "(", "di"} {
		for _, limit := range []int{1, 5, 50} {
			got, err := x.Complete(t.Context(), prefix, limit)
			if err != nil {
				t.Fatal(err)
			}
			want, err := reference.Complete(t.Context(), prefix, limit)
			if err != nil {
				t.Fatal(err)
			}
			if fmt.Sprint(got) != fmt.Sprint(want) {
				t.Errorf("%q: got %v, want %v", prefix, got, want)
			}
		}
	}
}
