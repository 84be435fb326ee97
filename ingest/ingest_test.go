package ingest

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"testing/fstest"
	"time"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/corpus"
	"github.com/telaah/telaah/document"
	"github.com/telaah/telaah/extract"
	"github.com/telaah/telaah/index"
	"github.com/telaah/telaah/lexicon"
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
	idx, err := OpenIndex(t.Context(), dir, nil)
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
	if _, err := Correct(t.Context(), st, ids[0], corpus.Correction{Field: "number", Value: "77", By: "B", Why: "w"}); err != nil {
		t.Fatal(err)
	}
	if err := Remove(t.Context(), st, "B", "w", ids[1]); err != nil {
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

func TestFiles(t *testing.T) {
	dir := t.TempDir()
	t.Chdir(dir)
	for _, name := range []string{"b.txt", "a.txt", "d/2.txt", "d/1.txt", "d/e/3.txt", "d/.git/x", "d/.hidden", "[1].txt"} {
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(name), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	for _, tt := range []struct {
		paths []string
		want  string
	}{
		{[]string{"b.txt", "a.txt"}, "b.txt a.txt"},
		{[]string{"d"}, "d/1.txt d/2.txt d/e/3.txt"},
		{[]string{"?.txt"}, "a.txt b.txt"},
		{[]string{"[1].txt"}, "[1].txt"}, // a file before a pattern
		{[]string{"a.txt", "./a.txt", "*.txt"}, "a.txt [1].txt b.txt"},
		{[]string{"none.txt", "*.pdf"}, "none.txt *.pdf"},
		{[]string{"d*"}, "d/1.txt d/2.txt d/e/3.txt"},
		{[]string{"-"}, "-"},
	} {
		var names []string
		for _, in := range Files(tt.paths, strings.NewReader("stdin")) {
			names = append(names, filepath.ToSlash(in.Name))
			data, err := in.Read()
			if exists := !strings.HasPrefix(in.Name, "none") && !strings.HasSuffix(in.Name, ".pdf"); exists != (err == nil) || exists && len(data) == 0 {
				t.Errorf("%v: reading %s: %q, %v", tt.paths, in.Name, data, err)
			}
		}
		if got := strings.Join(names, " "); got != tt.want {
			t.Errorf("Files(%v) = %s, want %s", tt.paths, got, tt.want)
		}
	}
}

func TestEmbeddedAndStored(t *testing.T) {
	fsys := fstest.MapFS{"s/b.txt": {Data: fmt.Appendf(nil, letter, 2, 50)}, "s/a.txt": {Data: fmt.Appendf(nil, letter, 1, 50)}}
	inputs, err := Embedded(fsys)
	if err != nil || len(inputs) != 2 || inputs[0].Name != "s/a.txt" {
		t.Fatalf("Embedded = %v, %v", inputs, err)
	}
	st := create(t, t.TempDir())
	into(t, st, inputs, Options{})
	stored, err := Stored(st, func(rec *circular.Record) bool { return !Unread(rec) })
	if err != nil || len(stored) != 2 {
		t.Fatalf("Stored = %v, %v", stored, err)
	}
	if got := into(t, st, stored, Options{Again: true}); !slices.Equal(got, []Status{StatusRenewed, StatusRenewed}) {
		t.Errorf("read again from the corpus: %v", got)
	}
	none, err := Stored(st, Unread)
	if err != nil || len(none) != 0 {
		t.Errorf("Stored(Unread) = %v, %v", none, err)
	}
}

// A folder gives what circulars come as; data and programs in it are skipped
// and named, unless they are named themselves.
func TestFolder(t *testing.T) {
	dir := t.TempDir()
	text := fmt.Sprintf(letter, 1, 50)
	want := map[string]Status{
		"a.txt": StatusRead, "b.MD": StatusRead, "c.html": StatusRead, "d.dat": StatusRead, // a web page by its content
		"e.tsv": StatusSkipped, "f.jsonl": StatusSkipped, "g.go": StatusSkipped, "Makefile": StatusSkipped, "h.bin": StatusSkipped,
	}
	for name := range want {
		data := text
		switch filepath.Ext(name) {
		case ".html", ".dat":
			data = "<html><body><p>" + text + "</p></body></html>"
		case ".bin":
			data = "\x00\x01\x02\xff\xfe\x00"
		}
		if err := os.WriteFile(filepath.Join(dir, name), []byte(data), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	n := 0
	for r := range Read(t.Context(), Files([]string{dir}, nil), Options{}) {
		n++
		if name := filepath.Base(r.Name); r.Status != want[name] || (r.Status == StatusSkipped) != (r.Err != nil) {
			t.Errorf("%s is %s, %v, want %s", name, r.Status, r.Err, want[name])
		}
	}
	if n != len(want) {
		t.Errorf("%d results for %d files", n, len(want))
	}
	for r := range Read(t.Context(), Files([]string{filepath.Join(dir, "e.tsv")}, nil), Options{}) {
		if r.Status != StatusRead {
			t.Errorf("a file that is named is %s, %v", r.Status, r.Err)
		}
	}
}

// The documents of an archive go in one by one; what is none is skipped.
func TestArchive(t *testing.T) {
	var buf bytes.Buffer
	z := zip.NewWriter(&buf)
	for _, f := range []struct{ name, body string }{
		{"satu.txt", fmt.Sprintf(letter, 1, 50)}, {"noise.bin", "\x00\x01\x02\xff\xfe\x00"}, {"dua.txt", fmt.Sprintf(letter, 2, 50)},
	} {
		w, err := z.Create(f.name)
		if err == nil {
			_, err = w.Write([]byte(f.body))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	st := create(t, t.TempDir())
	inputs := []Input{{Name: "kiriman.zip", Read: func() ([]byte, error) { return buf.Bytes(), nil }}}
	if got := into(t, st, inputs, Options{}); !slices.Equal(got, []Status{StatusSaved, StatusSkipped, StatusSaved}) {
		t.Errorf("statuses %v", got)
	}
	if got := into(t, st, letters(0), Options{}); len(got) != 0 {
		t.Errorf("nothing gives %v", got)
	}
	var names []string
	for r := range Read(t.Context(), inputs, Options{}) {
		names = append(names, r.Name)
	}
	if got := strings.Join(names, " "); got != "kiriman.zip/satu.txt kiriman.zip/noise.bin kiriman.zip/dua.txt" {
		t.Errorf("names %s", got)
	}
}

// Several pictures are one document, in the order in which they are named.
func TestPages(t *testing.T) {
	var one bytes.Buffer
	if err := png.Encode(&one, image.NewGray(image.Rect(0, 0, 200, 300))); err != nil {
		t.Fatal(err)
	}
	picture := Input{Name: "a.png", Read: func() ([]byte, error) { return one.Bytes(), nil }}
	other := Input{Name: "b.png", Read: picture.Read}
	n := 0
	for r := range Read(t.Context(), []Input{Pages([]Input{picture, other})}, Options{}) {
		if n++; r.Err != nil || r.Name != "a.png+b.png" || r.Record.Source.Pages != 2 {
			t.Errorf("%s: %d pages, %v", r.Name, r.Record.Source.Pages, r.Err)
		}
	}
	if n != 1 {
		t.Errorf("%d results", n)
	}
	letter := letters(1)[0]
	for r := range Read(t.Context(), []Input{Pages([]Input{picture, letter})}, Options{}) {
		if !errors.Is(r.Err, document.ErrUnknownType) {
			t.Errorf("a text among the pictures: %v", r.Err)
		}
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

// bringing is a reader to which some documents bring others along.
type bringing struct{ here }

func (b bringing) Extract(ctx context.Context, name string, data []byte, o document.Options) (circular.Record, []document.File, error) {
	rec, attached, err := b.here.Extract(ctx, name, data, o)
	if bytes.HasPrefix(data, []byte("PENGANTAR")) {
		attached = []document.File{{Name: "se.txt", Data: fmt.Appendf(nil, letter, 1, 50)}, {Name: "data.csv", Data: []byte("a,b\n")},
			{Name: "lagi.txt", Data: data}}
	}
	return rec, attached, err
}

// TestAttached: what a document brings along is a document of its own, saved
// before the one that brings it, so that no crash can part them.
func TestAttached(t *testing.T) {
	st := create(t, t.TempDir())
	reader := bringing{here{extract.New(lexicon.Default())}}
	inputs := []Input{{Name: "surat.txt", Read: func() ([]byte, error) { return []byte("PENGANTAR\nTerlampir.\n"), nil }}}
	var got []string
	for range 2 {
		got = nil
		if err := Into(t.Context(), st, inputs, Options{Reader: reader, Jobs: 1}, func(r Result) { got = append(got, r.Name+" "+string(r.Status)) }); err != nil {
			t.Fatal(err)
		}
	}
	if want := []string{"surat.txt known"}; !slices.Equal(got, want) {
		t.Errorf("the second time: %q, want %q", got, want)
	}
	got = nil
	for r := range Read(t.Context(), inputs, Options{Reader: reader}) {
		got = append(got, r.Name+" "+string(r.Status))
	}
	if len(got) != 4 || got[0] != "surat.txt/se.txt read" || got[1] != "surat.txt/data.csv skipped" || got[2] != "surat.txt/lagi.txt skipped" || got[3] != "surat.txt read" {
		t.Errorf("documents %q", got)
	}
}

// Copies of a document in one archive are read once, and what comes before the
// end of an archive is reported before that.
func TestCopiesInArchive(t *testing.T) {
	var buf bytes.Buffer
	z := zip.NewWriter(&buf)
	for i := range 50 {
		w, err := z.Create(fmt.Sprintf("%03d.txt", i))
		if err == nil {
			_, err = fmt.Fprintf(w, letter, i%2, 50)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	input := []Input{{Name: "a.zip", Read: func() ([]byte, error) { return buf.Bytes(), nil }}}
	st := create(t, t.TempDir())
	counts := map[Status]int{}
	err := Into(t.Context(), st, input, Options{}, func(r Result) {
		counts[r.Status]++
		if ids, err := st.IDs(); err != nil || len(ids) != min(2, counts[StatusSaved]) {
			t.Errorf("%d documents when %v were reported, %v", len(ids), counts, err)
		}
	})
	if err != nil || counts[StatusSaved] != 2 || counts[StatusKnown] != 48 {
		t.Errorf("%v, %v", counts, err)
	}
	counts = map[Status]int{}
	for r := range Read(t.Context(), input, Options{}) {
		counts[r.Status]++
	}
	if counts[StatusRead] != 2 || counts[StatusSkipped] != 48 {
		t.Errorf("read: %v", counts)
	}
}
