package index

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/telaah/telaah/internal/national"
)

// views lists the folders of views in dir.
func views(t *testing.T, dir string) []string {
	t.Helper()
	list, err := filepath.Glob(filepath.Join(dir, "view-*"))
	if err != nil {
		t.Fatal(err)
	}
	return list
}

// Reading goes on while the index is open elsewhere and being written, and what
// is read is one whole state of it.
func TestViewWhileWriting(t *testing.T) {
	dir := t.TempDir()
	x, err := Create(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	if err := x.Update(national.Record(0)); err != nil {
		t.Fatal(err)
	}
	start := time.Now()
	if _, err := Open(dir); !errors.Is(err, ErrLocked) {
		t.Fatalf("open twice: %v", err)
	}
	if took := time.Since(start); took > 2*time.Second {
		t.Errorf("the answer that it is locked took %v", took)
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
	total := len(national.Record(0).Clauses) + 1
	for i := 1; i < 30; i++ {
		total += len(national.Record(i).Clauses) + 1
		sizes[total] = true
	}
	sizes[len(national.Record(0).Clauses)+1] = true
	for range 5 {
		v, err := OpenView(dir)
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
	if left := views(t, dir); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

func TestViewErrors(t *testing.T) {
	dir := t.TempDir()
	if _, err := OpenView(dir); !errors.Is(err, ErrRebuild) {
		t.Errorf("missing: %v", err)
	}
	if err := Rebuild(t.Context(), dir, seq(banten), nil); err != nil {
		t.Fatal(err)
	}
	name, err := current(dir)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(filepath.Join(dir, name, "store", "root.bolt")); err != nil {
		t.Fatal(err)
	}
	if _, err := OpenView(dir); err == nil || !strings.Contains(err.Error(), "root.bolt") {
		t.Errorf("damaged: %v", err)
	}
	if left := views(t, dir); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}
