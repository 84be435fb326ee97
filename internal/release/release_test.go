package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
)

// copyModule copies the module as a folder of its own, without its history.
func copyModule(t *testing.T, to string) {
	t.Helper()
	root := filepath.Join("..", "..")
	entries, err := os.ReadDir(root)
	if err == nil {
		err = os.MkdirAll(to, 0o777)
	}
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), ".") || e.Name() == "telaah-data" || e.Name() == "dist" {
			continue
		}
		source, target := filepath.Join(root, e.Name()), filepath.Join(to, e.Name())
		if e.IsDir() {
			err = os.CopyFS(target, os.DirFS(source))
		} else {
			var b []byte
			if b, err = os.ReadFile(source); err == nil {
				err = os.WriteFile(target, b, 0o666)
			}
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}

// entry is a file of an archive.
type entry struct {
	size int64
	mode os.FileMode
	when time.Time
}

// entries returns the files of an archive by their names below its folder.
func entries(t *testing.T, name string) map[string]entry {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]entry{}
	below := func(name string) string {
		_, rest, _ := strings.Cut(name, "/")
		return path.Clean(rest)
	}
	if strings.HasSuffix(name, ".zip") {
		z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range z.File {
			out[below(f.Name)] = entry{int64(f.UncompressedSize64), f.Mode(), f.Modified}
		}
		return out
	}
	g, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	for r := tar.NewReader(g); ; {
		h, err := r.Next()
		if errors.Is(err, io.EOF) {
			return out
		}
		if err != nil {
			t.Fatal(err)
		}
		out[below(h.Name)] = entry{h.Size, h.FileInfo().Mode(), h.ModTime}
	}
}

// TestReleaseIsReproducible: two copies of the module in different folders
// give the same archives, and each holds the program, as the platform calls it,
// its manual, completions and licences, all of one time.
func TestReleaseIsReproducible(t *testing.T) {
	if os.Getenv("TELAAH_SLOW") == "" {
		t.Skip("builds the program four times: set TELAAH_SLOW=1")
	}
	var sums [2]bytes.Buffer
	var out string
	modules := [2]string{t.TempDir(), filepath.Join(t.TempDir(), "deeper", "down")}
	for _, m := range modules { // both now: somebody may be at work
		copyModule(t, m)
	}
	for i := range sums {
		out = t.TempDir()
		if err := run([]string{"-C", modules[i], "-o", out, "-platforms", "linux/arm64,windows/amd64", "-tesseract", "none"}, &sums[i], os.Stderr); err != nil {
			t.Fatal(err)
		}
	}
	if sums[0].String() != sums[1].String() || sums[0].Len() == 0 {
		t.Errorf("two builds differ:\n%s%s", sums[0].String(), sums[1].String())
	}
	own := map[string][]string{"telaah": {"completions/telaah.bash", "man/man1/telaah.1", "man/man1/telaah-compare.1", "man/man1/telaah-baseline-check.1"}, "telaah.exe": {"BACA-DAHULU.txt"}}
	for pattern, program := range map[string]string{"*_linux_arm64.tar.gz": "telaah", "*_windows_amd64.zip": "telaah.exe"} {
		names, err := filepath.Glob(filepath.Join(out, pattern))
		if err != nil || len(names) != 1 {
			t.Fatalf("archives %v, %v", names, err)
		}
		has := entries(t, names[0])
		for _, want := range append([]string{program, "LICENSE", "README.md", "docs/panduan.md", "docs/laporan-html.png", "completions/telaah.ps1",
			"licenses/go/LICENSE", "licenses/github.com/blevesearch/bleve/v2/LICENSE", "licenses/github.com/spf13/cobra/LICENSE.txt"}, own[program]...) {
			if has[want].size == 0 {
				t.Errorf("%s lacks %s", pattern, want)
			}
		}
		if has[program].mode&0o111 == 0 || has["LICENSE"].mode&0o111 != 0 {
			t.Errorf("%s: modes %v, %v", pattern, has[program].mode, has["LICENSE"].mode)
		}
		for name, e := range has {
			if !e.when.Equal(time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)) { // a copy without history
				t.Errorf("%s: %s is of %s", pattern, name, e.when)
			}
		}
	}
}

// TestDocuments: the same every time, and they tell neither day nor machine.
func TestDocuments(t *testing.T) {
	first, err := documents(filepath.Join("..", ".."))
	if err != nil {
		t.Fatal(err)
	}
	second, err := documents(filepath.Join("..", ".."))
	if err != nil {
		t.Fatal(err)
	}
	here, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for i, f := range first {
		if !bytes.Equal(f.data, second[i].data) {
			t.Errorf("%s differs", f.name)
		}
		if bytes.Contains(f.data, []byte(here)) || bytes.Contains(f.data, []byte(runtime.Version())) {
			t.Errorf("%s tells where it was made", f.name)
		}
	}
}
