package main

import (
	"archive/tar"
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
)

// copyModule copies the module as a folder of its own, without its history.
func copyModule(t *testing.T, to string) {
	t.Helper()
	root := filepath.Join("..", "..")
	entries, err := os.ReadDir(root)
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

// TestReleaseIsReproducible: two copies of the module in different folders
// give the same archive, and it holds the program, its manual and completions.
func TestReleaseIsReproducible(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the program twice")
	}
	var sums [2]bytes.Buffer
	var out string
	for i := range sums {
		module := t.TempDir()
		copyModule(t, module)
		out = t.TempDir()
		if err := run([]string{"-C", module, "-o", out, "-platforms", "linux/arm64"}, &sums[i], os.Stderr); err != nil {
			t.Fatal(err)
		}
	}
	if sums[0].String() != sums[1].String() || sums[0].Len() == 0 {
		t.Errorf("two builds differ:\n%s%s", sums[0].String(), sums[1].String())
	}
	names, err := filepath.Glob(filepath.Join(out, "*_linux_arm64.tar.gz"))
	if err != nil || len(names) != 1 {
		t.Fatalf("archives %v, %v", names, err)
	}
	f, err := os.Open(names[0])
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	g, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	has := map[string]int64{}
	for r := tar.NewReader(g); ; {
		h, err := r.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		_, rest, _ := strings.Cut(h.Name, "/")
		has[path.Clean(rest)] = h.Size
	}
	for _, want := range []string{"telaah", "LICENSE", "README.md", "completions/telaah.bash", "completions/telaah.ps1", "man/man1/telaah.1", "man/man1/telaah-compare.1", "man/man1/telaah-baseline-check.1"} {
		if has[want] == 0 {
			t.Errorf("the archive lacks %s", want)
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
