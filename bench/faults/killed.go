package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"

	"golang.org/x/sync/errgroup"

	"github.com/telaah/telaah/corpus"
	"github.com/telaah/telaah/index"
	"github.com/telaah/telaah/ingest"
	"github.com/telaah/telaah/internal/disk"
)

// killing is the disk of the machine; behind its operation number at, this
// process is killed.
type killing struct {
	disk.OS
	n  atomic.Int64
	at int64
}

// did counts an operation that changed something.
func (k *killing) did() {
	if k.n.Add(1) == k.at {
		if p, err := os.FindProcess(os.Getpid()); err == nil {
			_ = p.Kill() // as nothing can be done about
			select {}
		}
	}
}

// Create implements [disk.FS].
func (k *killing) Create(name string) (disk.File, error) {
	defer k.did()
	f, err := k.OS.Create(name)
	return killingFile{f, k}, err
}

// Append implements [disk.FS].
func (k *killing) Append(name string) (disk.File, error) {
	defer k.did()
	f, err := k.OS.Append(name)
	return killingFile{f, k}, err
}

// Rename implements [disk.FS].
func (k *killing) Rename(from, to string) error { defer k.did(); return k.OS.Rename(from, to) }

// Remove implements [disk.FS].
func (k *killing) Remove(name string) error { defer k.did(); return k.OS.Remove(name) }

// Mkdir implements [disk.FS].
func (k *killing) Mkdir(name string) error { defer k.did(); return k.OS.Mkdir(name) }

// SyncDir implements [disk.FS].
func (k *killing) SyncDir(name string) error { defer k.did(); return k.OS.SyncDir(name) }

type killingFile struct {
	disk.File
	k *killing
}

func (f killingFile) Write(p []byte) (int, error) { defer f.k.did(); return f.File.Write(p) }
func (f killingFile) WriteAt(p []byte, at int64) (int, error) {
	defer f.k.did()
	return f.File.WriteAt(p, at)
}
func (f killingFile) Truncate(size int64) error { defer f.k.did(); return f.File.Truncate(size) }
func (f killingFile) Sync() error               { defer f.k.did(); return f.File.Sync() }

// killed is a life of a corpus that ends behind one operation: letters are taken
// in, then the first is corrected, removed, and brought back. Each step is told
// when it is acknowledged. args: the number of the operation, the corpus, the
// folder of letters.
func killed(args []string) error {
	if len(args) != 3 {
		return errors.New("usage: NUMBER CORPUS FOLDER")
	}
	at, err := strconv.ParseInt(args[0], 10, 64)
	if err != nil {
		return err
	}
	st, err := corpus.CreateOn(&killing{at: at}, args[1])
	if err != nil {
		return err
	}
	defer st.Close()
	var ids []string
	ctx := context.Background()
	if err := ingest.Into(ctx, st, ingest.Files([]string{args[2]}, nil), ingest.Options{Jobs: 1}, func(r ingest.Result) {
		if r.Err == nil {
			ids = append(ids, r.Record.Source.SHA256)
			fmt.Println("there", r.Record.Source.SHA256)
		}
	}); err != nil {
		return err
	}
	for _, id := range ids {
		if _, err := st.Correct(id, corpus.Correction{Field: "number", Value: "koreksi", By: "B", Why: "w"}); err != nil {
			return err
		}
		fmt.Println("corrected", id)
		fmt.Println("removing", id)
		if err := st.Remove(id, "B", "w"); err != nil {
			return err
		}
		fmt.Println("removed", id)
		list, err := st.Undoable()
		if err != nil || len(list) == 0 {
			return errors.Join(err, errors.New("nothing to undo"))
		}
		if _, err := st.UndoEvent(list[0].N, "B", "w"); err != nil {
			return err
		}
		fmt.Println("there", id)
	}
	return nil
}

// killPoints kills a life of a corpus behind each of its first operations.
func killPoints(short bool, more func([]string) []string) (runs int, err error) {
	tmp, err := os.MkdirTemp("", "telaah-faults-*")
	if err != nil {
		return 0, err
	}
	defer os.RemoveAll(tmp)
	points, step := 500, 1
	if short {
		points, step = 6, 37
	}
	folder := filepath.Join(tmp, "surat")
	if err := errors.Join(os.Mkdir(folder, 0o777), letters(folder, 24)); err != nil {
		return 0, err
	}
	exe, err := os.Executable()
	if err != nil {
		return 0, err
	}
	var done atomic.Int64
	var g errgroup.Group
	g.SetLimit(runtime.GOMAXPROCS(0))
	for n := range points {
		g.Go(func() error {
			at := 1 + n*step
			dir := filepath.Join(tmp, fmt.Sprint("korpus", at))
			defer os.RemoveAll(dir)
			cmd := exec.Command(exe, killAt, strconv.Itoa(at), dir, folder)
			cmd.Env = append(os.Environ(), "PATH=")
			out, err := cmd.StdoutPipe()
			if err != nil {
				return err
			}
			if err := cmd.Start(); err != nil {
				return err
			}
			told := follow(out)
			if err := cmd.Wait(); err == nil {
				return fmt.Errorf("operation %d is not reached", at)
			}
			if err := told.hold(dir, more); err != nil {
				return fmt.Errorf("killed behind operation %d: %w", at, err)
			}
			done.Add(1)
			return nil
		})
	}
	err = g.Wait()
	return int(done.Load()), err
}

// told is what a life of a corpus acknowledged.
type told struct {
	there     []string
	corrected map[string]bool
	removing  string // may be there or not
}

// follow reads what a life tells until it ends.
func follow(r io.Reader) told {
	t := told{corrected: map[string]bool{}}
	for lines := bufio.NewScanner(r); lines.Scan(); {
		what, id, _ := strings.Cut(lines.Text(), " ")
		switch what {
		case "there":
			t.there = append(t.there, id)
			if t.removing == id {
				t.removing = ""
			}
		case "corrected":
			t.corrected[id] = true
		case "removing":
			t.there = slices.DeleteFunc(t.there, func(s string) bool { return s == id })
			t.removing = id
		}
	}
	return t
}

// hold reports what was acknowledged and is not so.
func (t *told) hold(dir string, more func([]string) []string) error {
	if err := allThere(dir, more(t.there)); err != nil {
		return err
	}
	for id := range t.corrected {
		st, err := corpus.Open(dir)
		if err != nil {
			return err
		}
		d, err := st.Load(id)
		if errors.Is(err, corpus.ErrNotFound) && id == t.removing {
			continue
		}
		if err != nil {
			return err
		}
		if len(d.Corrections) != 1 {
			return fmt.Errorf("%s lost its correction", id[:12])
		}
	}
	return nil
}

// allThere reports whether documents are in a corpus, sound, and found by a
// search, and whether the corpus is sound.
func allThere(dir string, ids []string) error {
	st, err := corpus.Open(dir)
	if errors.Is(err, corpus.ErrNoCorpus) && len(ids) == 0 {
		return nil
	}
	if err != nil {
		return err
	}
	for _, id := range ids {
		if _, err := st.Load(id); err != nil {
			return err
		}
		if _, err := st.Original(id); err != nil {
			return err
		}
	}
	found, err := count(dir)
	if err != nil {
		return err
	}
	all, err := st.IDs()
	if err != nil {
		return err
	}
	if found != len(all) || len(all) < len(ids) {
		return fmt.Errorf("%d documents are found of %d, %d were acknowledged", found, len(all), len(ids))
	}
	h, err := ingest.Check(context.Background(), dir)
	if err == nil && len(h.Damage) > 0 {
		err = h.Damage[0]
	}
	return err
}

// count returns how many documents a search finds.
func count(dir string) (int, error) {
	idx, err := ingest.OpenIndex(context.Background(), dir, nil, nil)
	if err != nil {
		return 0, err
	}
	defer idx.Close()
	q, err := index.ParseQuery("jenis:kuota")
	if err != nil {
		return 0, err
	}
	res, err := idx.Search(context.Background(), q)
	if err != nil {
		return 0, err
	}
	return res.Total, nil
}
