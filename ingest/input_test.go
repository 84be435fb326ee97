package ingest

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/document"
	"github.com/telaah/telaah/extract"
	"github.com/telaah/telaah/lexicon"
)

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
