package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
)

const samples = "../../corpus/samples"

// The samples in the repository are what this program writes.
func TestSamplesAreGenerated(t *testing.T) {
	files, err := generate(os.DirFS(filepath.Join(samples, "src")))
	if err != nil {
		t.Fatal(err)
	}
	if len(files) == 0 {
		t.Fatal("no sources")
	}
	for _, f := range files {
		data, err := os.ReadFile(filepath.Join(samples, f.name))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(data, f.data) {
			t.Errorf("%s differs from its source; run go run ./internal/samplegen", f.name)
		}
	}
}

// Every word of a source stands in the text made of it.
func TestPlainKeepsEveryWord(t *testing.T) {
	names, err := filepath.Glob(filepath.Join(samples, "src", "*.surat"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		src, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		l, err := parse("x", string(src))
		if err != nil {
			t.Fatal(err)
		}
		text := l.plain()
		for _, p := range l.lines {
			for _, part := range append(p.cells, strings.TrimSpace(p.right), p.label) {
				if !strings.Contains(text, part) {
					t.Errorf("%s: %q is lost", name, part)
				}
			}
		}
	}
}

func TestGenerateRefuses(t *testing.T) {
	const mark = "% mark CONTOH\n"
	for src, want := range map[string]string{
		"words":                        "has no mark",
		mark + "% colour red":          "a.surat:2: unknown setting",
		mark + "|12 No. |wide Layanan": "a.surat:2: column 2: want a width",
		mark + "|12 No. |30 B\n| 1":    "a row of 1 cells in a table of 2 columns",
	} {
		if _, err := generate(fstest.MapFS{"a.surat": {Data: []byte(src)}}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("source %q: error %v, want %s", src, err, want)
		}
	}
	if _, err := generate(fstest.MapFS{drafts[0] + ".surat": {Data: []byte(mark + "|12 No.\n| 1")}}); err == nil || !strings.Contains(err.Error(), "DOCX") {
		t.Errorf("draft with a table: error %v", err)
	}
}
