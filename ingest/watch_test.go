package ingest

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"github.com/telaah/telaah/corpus"
)

// watching is a watch whose clock and looks are the test's.
type watching struct {
	*Watch
	t    *testing.T
	dir  string
	time time.Time
	fail error // of writing
}

func newWatching(t *testing.T) *watching {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "masuk")
	if err := os.Mkdir(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	store := filepath.Join(t.TempDir(), "korpus")
	w := &watching{t: t, dir: dir, time: time.Date(2026, 11, 2, 8, 0, 0, 0, time.UTC)}
	w.Watch = NewWatch(dir, store, Options{}, func(f func(*corpus.Store) error) error {
		if w.fail != nil {
			return w.fail
		}
		st, err := corpus.Create(store)
		if err != nil {
			return err
		}
		defer st.Close()
		return f(st)
	})
	w.now = func() time.Time { return w.time }
	return w
}

// put writes a file below the folder.
func (w *watching) put(name, text string) string {
	w.t.Helper()
	path := filepath.Join(w.dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		w.t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		w.t.Fatal(err)
	}
	return path
}

// round is a look, and the taking in of what has settled.
func (w *watching) round() WatchState {
	w.look()
	for b := w.batch(); len(b) > 0; b = w.batch() {
		w.take(context.Background(), b)
	}
	return w.State()
}

func edict(n int) string {
	return fmt.Sprintf("SURAT EDARAN\nNOMOR %d TAHUN 2026\nTENTANG\nJAM KERJA\n\nPegawai wajib masuk pukul 07.30.\n", n)
}

func TestWatch(t *testing.T) {
	w := newWatching(t)
	w.put("a.txt", edict(1))
	if s := w.round(); s.Waiting != 1 || s.Taken != 0 {
		t.Errorf("a file that was just seen: %+v", s)
	}
	w.put("a.txt", edict(1)+edict(2)[:20]) // somebody is still writing it
	if s := w.round(); s.Waiting != 1 {
		t.Errorf("a file that grows: %+v", s)
	}
	if s := w.round(); s.Taken != 1 || s.Waiting != 0 {
		t.Errorf("a file that has settled: %+v", s)
	}

	moved := filepath.Join(t.TempDir(), "bulan ini", "dalam")
	if err := os.MkdirAll(moved, 0o755); err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{"b.txt": edict(3), "c.txt": edict(4), "data.csv": "a,b\n1,2\n", ".diam.txt": edict(5), "~$c.docx": "x", "d.txt.part": edict(6), "rusak.pdf": "%PDF-1.7 tidak utuh"} {
		if err := os.WriteFile(filepath.Join(moved, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink(moved, filepath.Join(w.dir, "taut")); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(filepath.Dir(moved), filepath.Join(w.dir, "bulan ini")); err != nil {
		t.Fatal(err)
	}
	w.round()
	s := w.round()
	if s.Taken != 3 || s.Skipped != 1 || len(s.Failed) != 1 || filepath.Base(s.Failed[0].Path) != "rusak.pdf" || s.Failed[0].Again || s.Waiting != 0 {
		t.Errorf("a folder that was moved in: %+v", s)
	}
	whole, err := os.ReadFile("../corpus/samples/contoh-60-persen.pdf")
	if err != nil {
		t.Fatal(err)
	}
	w.put("bulan ini/dalam/rusak.pdf", string(whole)) // mended
	w.round()
	if s := w.round(); len(s.Failed) != 0 {
		t.Errorf("a file that was mended: %+v", s)
	}
	for _, name := range []string{"a.txt", "bulan ini/dalam/b.txt", "bulan ini/dalam/data.csv", "bulan ini/dalam/.diam.txt"} {
		if _, err := os.Stat(filepath.Join(w.dir, filepath.FromSlash(name))); err != nil {
			t.Errorf("a file was touched: %v", err)
		}
	}
	st, err := corpus.Open(w.corpus)
	if err != nil {
		t.Fatal(err)
	}
	ids, err := st.IDs()
	if err != nil || len(ids) != 4 {
		t.Errorf("the corpus has %d documents, %v", len(ids), err)
	}
	again := NewWatch(w.dir, w.corpus, Options{}, w.write) // as after a restart
	again.look()
	again.look()
	again.take(context.Background(), again.batch())
	if s := again.State(); s.Taken != 4 {
		t.Errorf("after a restart: %+v", s)
	}
	if log, err := st.Log(); err != nil || len(log) != 4 {
		t.Errorf("the log has %d events, %v", len(log), err)
	}
}

// What failed because of the disk is tried again, later and later.
func TestWatchTriesAgain(t *testing.T) {
	w := newWatching(t)
	w.put("a.txt", edict(1))
	w.fail = &os.PathError{Op: "write", Path: "x", Err: syscall.ENOSPC}
	w.round()
	s := w.round()
	if len(s.Failed) != 1 || !s.Failed[0].Again || !errors.Is(s.Failed[0].Err, syscall.ENOSPC) {
		t.Fatalf("a full disk: %+v", s)
	}
	if len(w.batch()) != 0 {
		t.Error("it is tried again at once")
	}
	w.time = w.time.Add(retryFirst)
	if s = w.round(); len(s.Failed) != 1 {
		t.Fatalf("still full: %+v", s)
	}
	w.time = w.time.Add(retryFirst)
	if len(w.batch()) != 0 {
		t.Error("the second wait is no longer than the first")
	}
	w.time, w.fail = w.time.Add(retryFirst), nil
	if s = w.round(); s.Taken != 1 || len(s.Failed) != 0 {
		t.Errorf("there is room again: %+v", s)
	}
	os.RemoveAll(w.dir)
	if s = w.round(); s.Err == nil {
		t.Errorf("the folder is gone, and nobody says so: %+v", s)
	}
}
