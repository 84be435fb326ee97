package ingest

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/corpus"
	"github.com/telaah/telaah/index"
)

const letter = "SURAT EDARAN\nNOMOR %d TAHUN 2024\nTENTANG\nPENYESUAIAN SISTEM KERJA\n\n" +
	"1. Pegawai layanan administrasi pemerintahan melaksanakan WFH paling banyak %d%%.\n"

// letters returns inputs of n different circulars.
func letters(n int) []Input {
	var inputs []Input
	for i := range n {
		inputs = append(inputs, Input{Name: fmt.Sprintf("%03d.txt", i), Read: func() ([]byte, error) {
			return fmt.Appendf(nil, letter, i+1, i%100), nil
		}})
	}
	return inputs
}

func create(t *testing.T, dir string) *corpus.Store {
	t.Helper()
	st, err := corpus.Create(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { st.Close() })
	return st
}

// into puts inputs into a corpus and returns their statuses in order.
func into(t *testing.T, st *corpus.Store, inputs []Input, o Options) []Status {
	t.Helper()
	var got []Status
	err := Into(t.Context(), st, inputs, o, func(r Result) { got = append(got, r.Status) })
	if err != nil {
		t.Fatal(err)
	}
	return got
}

// hits counts what a word finds in the index of the corpus in dir.
func hits(t *testing.T, dir, query string) int {
	t.Helper()
	idx, err := OpenIndex(t.Context(), dir, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer idx.Close()
	q, err := index.ParseQuery(query)
	if err != nil {
		t.Fatal(err)
	}
	res, err := idx.Search(t.Context(), q)
	if err != nil {
		t.Fatal(err)
	}
	return res.Total
}

// Results come in the order of the inputs, however long each one takes.
func TestOrder(t *testing.T) {
	inputs := letters(20)
	for i := range inputs {
		read := inputs[i].Read
		inputs[i].Read = func() ([]byte, error) {
			time.Sleep(time.Duration((20-i)%7) * time.Millisecond)
			return read()
		}
	}
	i := 0
	for r := range Read(t.Context(), inputs, Options{Jobs: 8}) {
		if r.Name != inputs[i].Name || r.Status != StatusRead || r.Err != nil {
			t.Fatalf("result %d is %s, %s, %v", i, r.Name, r.Status, r.Err)
		}
		i++
	}
	if i != len(inputs) {
		t.Errorf("%d results for %d inputs", i, len(inputs))
	}
}

// No more inputs are held in memory than are read at the same time and wait.
func TestBounded(t *testing.T) {
	const jobs = 3
	var begun atomic.Int32
	inputs := letters(50)
	for i := range inputs {
		read := inputs[i].Read
		inputs[i].Read = func() ([]byte, error) { begun.Add(1); return read() }
	}
	done := int32(0)
	for range Read(t.Context(), inputs, Options{Jobs: jobs}) {
		done++
		time.Sleep(time.Millisecond)
		if ahead := begun.Load() - done; ahead > 2*jobs {
			t.Fatalf("%d inputs are ahead of the reader", ahead)
		}
		if done == 30 { // the rest is left: nothing hangs
			break
		}
	}
}

func TestStopped(t *testing.T) {
	st := create(t, t.TempDir())
	ctx, stop := context.WithCancel(t.Context())
	n := 0
	err := Into(ctx, st, letters(40), Options{Jobs: 2}, func(Result) {
		if n++; n == 5 {
			stop()
		}
	})
	if !errors.Is(err, context.Canceled) {
		t.Fatalf("Into = %v", err)
	}
	ids, err := st.IDs()
	if err != nil || len(ids) != n {
		t.Errorf("%d documents saved, %d reported, %v", len(ids), n, err)
	}
	if damage, _, err := st.Check(); err != nil || len(damage) > 0 {
		t.Errorf("Check = %v, %v", damage, err)
	}
	st.Close()
	if got := hits(t, st.Dir(), "jenis:kuota"); got != n {
		t.Errorf("%d documents are found, want %d", got, n)
	}
}

func TestInto(t *testing.T) {
	dir := t.TempDir()
	st := create(t, dir)
	inputs := letters(3)
	inputs = append(inputs, inputs[0], // the same content twice in a batch
		Input{Name: "gone", Read: func() ([]byte, error) { return nil, os.ErrNotExist }},
		Input{Name: "noise", Read: func() ([]byte, error) { return []byte("\x00\x01\x02\x03\xff\xfe\x00"), nil }},
		Input{Name: "noise", Read: func() ([]byte, error) { return []byte("\x00\x01\x02\x03\xff\xfe\x00"), nil }, found: true},
	)
	got := into(t, st, inputs, Options{})
	want := []Status{StatusSaved, StatusSaved, StatusSaved, StatusKnown, StatusFailed, StatusFailed, StatusSkipped}
	if !slices.Equal(got, want) {
		t.Errorf("statuses %v, want %v", got, want)
	}
	if got := into(t, st, letters(4), Options{}); !slices.Equal(got, []Status{StatusKnown, StatusKnown, StatusKnown, StatusSaved}) {
		t.Errorf("the second time: %v", got)
	}
	if got := into(t, st, letters(1), Options{Again: true}); !slices.Equal(got, []Status{StatusRenewed}) {
		t.Errorf("again: %v", got)
	}
	if st.IndexBehind() {
		t.Error("the index is behind after a whole run")
	}
	st.Close()
	if got := hits(t, dir, "jenis:kuota"); got != 4 {
		t.Errorf("%d documents are found, want 4", got)
	}
}

// A corpus whose writer died before the index had everything is searched whole.
func TestIndexCatchesUp(t *testing.T) {
	dir := t.TempDir()
	st := create(t, dir)
	into(t, st, letters(2), Options{})
	third := letters(3)[2]
	data, err := third.Read()
	if err != nil {
		t.Fatal(err)
	}
	for r := range Read(t.Context(), []Input{third}, Options{}) { // saved, never indexed
		if err := st.Save(data, r.Record); err != nil {
			t.Fatal(err)
		}
	}
	st.Close()
	if got := hits(t, dir, "jenis:kuota"); got != 3 {
		t.Errorf("%d documents are found, want 3", got)
	}
	if st, err := corpus.Open(dir); err != nil || st.IndexBehind() {
		t.Errorf("the index is still behind, %v", err)
	}
}

func TestRemoveAndCorrect(t *testing.T) {
	dir := t.TempDir()
	st := create(t, dir)
	into(t, st, letters(2), Options{})
	ids, err := st.IDs()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Correct(t.Context(), st, nil, ids[0], corpus.Correction{Field: "number", Value: "77", By: "B", Why: "w"}); err != nil {
		t.Fatal(err)
	}
	if err := Remove(t.Context(), st, nil, "B", "w", ids[1]); err != nil {
		t.Fatal(err)
	}
	if st.IndexBehind() {
		t.Error("the index is behind")
	}
	st.Close()
	if got := hits(t, dir, "nomor:77 jenis:kuota"); got != 1 {
		t.Errorf("the correction is found %d times", got)
	}
	if got := hits(t, dir, "jenis:kuota"); got != 1 {
		t.Errorf("%d documents are found, want 1", got)
	}
}

// A sample says the same as PDF, Word document or web page and as text.
func TestTwins(t *testing.T) {
	facts := func(name string) (out []string) {
		for r := range Read(t.Context(), Files([]string{name}, nil), Options{}) {
			if r.Err != nil {
				t.Fatal(r.Err)
			}
			for _, c := range r.Record.Clauses {
				c.Span, c.Text, c.Confidence = circular.Span{}, "", 0
				b, err := json.Marshal(c)
				if err != nil {
					t.Fatal(err)
				}
				out = append(out, string(b))
			}
			for _, c := range r.Record.Circulars {
				out = append(out, fmt.Sprint(c.Role, c.Number, c.Year, c.Title, c.Issuer, c.Region, c.DateSigned, c.Signatory.Name, c.Signatory.Office))
			}
		}
		return out
	}
	n := 0
	for _, ext := range []string{".pdf", ".docx", ".html"} {
		names, err := filepath.Glob(filepath.Join("..", "corpus", "samples", "*"+ext))
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			n++
			got, want := facts(name), facts(strings.TrimSuffix(name, ext)+".txt")
			if len(want) < 5 {
				t.Errorf("%s: the text has %d facts", name, len(want))
			}
			for _, f := range want {
				if !slices.Contains(got, f) {
					t.Errorf("%s lacks %s", name, f)
				}
			}
			for _, f := range got {
				if !slices.Contains(want, f) {
					t.Errorf("%s has beyond its text %s", name, f)
				}
			}
		}
	}
	if n < 10 {
		t.Errorf("%d samples have a twin", n)
	}
}
