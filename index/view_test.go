package index

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/telaah/telaah/index/internal/bleve"
	"github.com/telaah/telaah/internal/national"
)

// views lists the folders of views in the folder of temporary files, which the
// test has for itself.
func views(t *testing.T) []string {
	t.Helper()
	list, err := filepath.Glob(filepath.Join(os.TempDir(), "telaah-view-*"))
	if err != nil {
		t.Fatal(err)
	}
	return list
}

// Reading goes on while the index is open elsewhere and being written, and what
// is read is one whole state of it.
func TestViewWhileWriting(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	dir := t.TempDir()
	x, err := Create(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	if err := x.Update(national.Record(0)); err != nil {
		t.Fatal(err)
	}
	if _, err := OpenView(dir, false); !errors.Is(err, ErrRebuild) {
		t.Fatalf("an index that was not closed: %v", err)
	}
	written := make(chan error)
	go func() {
		for i := 1; i < 30; i++ {
			if err := x.Update(national.Record(i)); err != nil {
				written <- err
				return
			}
		}
		written <- nil
	}()
	sizes := map[int]bool{1: true}
	total := size(t, national.Record(0))
	for i := 1; i < 30; i++ {
		total += size(t, national.Record(i))
		sizes[total] = true
	}
	sizes[size(t, national.Record(0))] = true
	for range 5 {
		v, err := OpenView(dir, true)
		if err != nil {
			t.Fatal(err)
		}
		n, err := v.Count()
		if err != nil {
			t.Fatal(err)
		}
		if !sizes[n] {
			t.Errorf("a view has %d documents, which no state of the index had", n)
		}
		if res := find(t, v, "pegawai", true); res.Total == 0 {
			t.Error("a view finds nothing")
		}
		if err := v.Update(banten); !errors.Is(err, ErrReadOnly) {
			t.Errorf("updating a view: %v", err)
		}
		if err := v.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if err := <-written; err != nil {
		t.Fatal(err)
	}
	if left := views(t); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

func TestViewErrors(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	dir := t.TempDir()
	if _, err := OpenView(dir, true); !errors.Is(err, ErrRebuild) {
		t.Errorf("missing: %v", err)
	}
	if err := Rebuild(t.Context(), dir, seq(banten), nil); err != nil {
		t.Fatal(err)
	}
	name, err := folder(dir).Current()
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(filepath.Join(dir, name, "store", "root.bolt")); err != nil {
		t.Fatal(err)
	}
	if _, err := OpenView(dir, true); err == nil || !strings.Contains(err.Error(), "root.bolt") {
		t.Errorf("damaged: %v", err)
	}
	if left := views(t); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

// count returns how many documents a view of the index in dir has.
func count(t *testing.T, dir string) int {
	t.Helper()
	v, err := OpenView(dir, false)
	if err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	n, err := v.Count()
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// A flipped bit of any file of an index is found when it is opened and by
// Verify, and never ends the process.
func TestFlippedBit(t *testing.T) {
	dir := t.TempDir()
	if err := Rebuild(t.Context(), dir, seq(banten, central, jateng), nil); err != nil {
		t.Fatal(err)
	}
	if bad, err := Verify(dir); err != nil || len(bad) > 0 {
		t.Fatalf("a good index: %v, %v", bad, err)
	}
	name, err := folder(dir).Current()
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, name)
	files, err := bleve.Files(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range append(files, bleve.SumsFile) {
		full := filepath.Join(path, filepath.FromSlash(file))
		good, err := os.ReadFile(full)
		if err != nil {
			t.Fatal(err)
		}
		for i := range 25 {
			b := bytes.Clone(good)
			at := i * (len(b) - 1) / 24
			b[at] ^= 1 << (i % 8)
			if err := os.WriteFile(full, b, 0o600); err != nil {
				t.Fatal(err)
			}
			if bad, err := Verify(dir); err != nil || len(bad) != 1 || bad[0] != name+"/"+file {
				t.Errorf("byte %d of %s: Verify = %v, %v", at, file, bad, err)
			}
			if _, err := Open(dir); !errors.Is(err, ErrRebuild) {
				t.Errorf("byte %d of %s: Open = %v", at, file, err)
			}
			if _, err := OpenView(dir, false); !errors.Is(err, ErrRebuild) {
				t.Errorf("byte %d of %s: OpenView = %v", at, file, err)
			}
		}
		if err := os.WriteFile(full, good, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Truncate(filepath.Join(path, "store", "root.bolt"), 100); err != nil {
		t.Fatal(err)
	}
	if err := Rebuild(t.Context(), dir, seq(banten, central, jateng), nil); err != nil {
		t.Errorf("rebuilding beside a damaged index: %v", err)
	}
	if n := count(t, dir); n == 0 {
		t.Error("the new index is empty")
	}
}

// What lives in memory finds what an index on disk does.
func TestInMemory(t *testing.T) {
	dir := t.TempDir()
	if err := Rebuild(t.Context(), dir, seq(banten, central, jateng), nil); err != nil {
		t.Fatal(err)
	}
	x, err := InMemory(t.Context(), seq(banten, central, jateng), nil)
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	v, err := OpenView(dir, false)
	if err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	for _, q := range []string{"pegawai", "jenis:kuota", "WFH", "banten"} {
		a, b := find(t, x, q, true), find(t, v, q, true)
		if a.Total == 0 || a.Total != b.Total || len(a.Hits) != len(b.Hits) || a.Hits[0].Text != b.Hits[0].Text {
			t.Errorf("%s: %d hits in memory, %d on disk", q, a.Total, b.Total)
		}
	}
	if err := x.Update(banten); !errors.Is(err, ErrReadOnly) {
		t.Errorf("updating an index in memory: %v", err)
	}
}
