package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"sync"
	"sync/atomic"
	"time"

	"golang.org/x/sync/errgroup"

	"github.com/telaah/telaah/ingest"
)

// telaah returns a run of the program under test.
func telaah(args ...string) (*exec.Cmd, error) {
	exe, err := os.Executable()
	if err != nil {
		return nil, err
	}
	cmd := exec.Command(exe, append([]string{underTest}, args...)...)
	cmd.Env = append(os.Environ(), "PATH=") // without tesseract
	return cmd, nil
}

// letters writes n letters into a folder.
func letters(folder string, n int) error {
	for i := range n {
		text := fmt.Sprintf("SURAT EDARAN\nNOMOR %d TAHUN 2024\nTENTANG\nJAM KERJA\n\n1. Pegawai melaksanakan WFH paling banyak %d%%.\n", i+1, i%100)
		if err := os.WriteFile(filepath.Join(folder, fmt.Sprintf("%04d.txt", i)), []byte(text), 0o666); err != nil {
			return err
		}
	}
	return nil
}

// workplace makes a folder of n letters below a new temporary one.
func workplace(n int) (tmp, folder string, err error) {
	if tmp, err = os.MkdirTemp("", "telaah-faults-*"); err != nil {
		return "", "", err
	}
	folder = filepath.Join(tmp, "surat")
	return tmp, folder, errors.Join(os.Mkdir(folder, 0o777), letters(folder, n))
}

// nothingMore adds nothing to what was acknowledged; a test does.
func nothingMore(acknowledged []string) []string { return acknowledged }

// saved are the documents that a run has acknowledged so far.
type saved struct {
	mu  sync.Mutex
	ids []string
}

// list returns them.
func (s *saved) list() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]string(nil), s.ids...)
}

// follow reads the lines of "telaah ingest --format json" until they end, and
// tells how many documents are acknowledged after each.
func (s *saved) follow(r io.Reader, each func(n int)) {
	for lines := bufio.NewScanner(r); lines.Scan(); {
		var line struct{ Status, SHA256 string }
		if err := json.Unmarshal(lines.Bytes(), &line); err != nil {
			return // cut off
		}
		if line.Status != "saved" && line.Status != "known" {
			continue
		}
		s.mu.Lock()
		s.ids = append(s.ids, line.SHA256)
		n := len(s.ids)
		s.mu.Unlock()
		each(n)
	}
}

// kills kills an ingest at a random moment, again and again: what it said is
// saved must be there, sound, and found by a search.
func kills(short bool, more func([]string) []string) (runs int, err error) {
	runs, documents := 100, 60
	if short {
		runs, documents = 3, 20
	}
	tmp, folder, err := workplace(documents)
	if err != nil {
		return 0, err
	}
	defer os.RemoveAll(tmp)
	rnd := rand.New(rand.NewPCG(3, 5))
	var done atomic.Int64
	var g errgroup.Group
	g.SetLimit(runtime.GOMAXPROCS(0))
	for run := range runs {
		dir := filepath.Join(tmp, fmt.Sprint("korpus", run))
		after, moment := rnd.IntN(documents), time.Duration(rnd.IntN(20))*time.Millisecond
		g.Go(func() error {
			defer os.RemoveAll(dir)
			acknowledged, err := killedAfter(dir, folder, after, moment)
			if err == nil {
				err = allThere(dir, more(acknowledged))
			}
			if err != nil {
				return fmt.Errorf("kill %d: %w", run, err)
			}
			done.Add(1)
			return nil
		})
	}
	err = g.Wait()
	return int(done.Load()), err
}

// killedAfter runs an ingest, kills it a moment after so many documents are
// acknowledged, and returns the ids of all that were.
func killedAfter(dir, folder string, after int, moment time.Duration) ([]string, error) {
	cmd, err := telaah("ingest", "--corpus", dir, "--format", "json", "--jobs", "1", folder)
	if err != nil {
		return nil, err
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	var s saved
	s.follow(out, func(n int) {
		if n == after+1 {
			time.Sleep(moment)
			_ = cmd.Process.Kill() // it may be done
		}
	})
	_ = cmd.Wait()
	return s.list(), nil
}

// indexDamage is how damage of an index is looked for.
func indexDamage(dir string) (found bool, err error) {
	h, err := ingest.Check(context.Background(), dir)
	return len(h.Index) > 0 || h.Behind, err
}

// indexFlips flips bits of each file of an index: a check names the file, and a
// search gives what it gave before.
func indexFlips(short bool, look func(dir string) (bool, error)) (flips int, err error) {
	tmp, folder, err := workplace(10)
	if err != nil {
		return 0, err
	}
	defer os.RemoveAll(tmp)
	dir := filepath.Join(tmp, "korpus")
	cmd, err := telaah("ingest", "--corpus", dir, folder)
	if err != nil {
		return 0, err
	}
	if out, err := cmd.CombinedOutput(); err != nil {
		return 0, fmt.Errorf("%w: %s", err, out)
	}
	want := 200
	if short {
		want = 8
	}
	rnd := rand.New(rand.NewPCG(11, 12))
	for flips < want {
		files, err := filesOf(filepath.Join(dir, "index"))
		if err != nil {
			return flips, err
		}
		for _, file := range files {
			if flips == want {
				break
			}
			good, err := os.ReadFile(file)
			if err != nil {
				break // the index was built anew: list it again
			}
			bad := bytes.Clone(good)
			bad[rnd.IntN(len(bad))] ^= 1 << rnd.IntN(8)
			if err := os.WriteFile(file, bad, 0o666); err != nil {
				return flips, err
			}
			flips++
			found, err := look(dir)
			if err != nil {
				return flips, err
			}
			if !found {
				return flips, fmt.Errorf("a flipped bit of %s is not found", file)
			}
			if err := allThere(dir, nil); err != nil {
				return flips, fmt.Errorf("a search after a flipped bit of %s: %w", file, err)
			}
		}
	}
	return flips, nil
}

func filesOf(folder string) (files []string, err error) {
	err = filepath.WalkDir(folder, func(p string, d fs.DirEntry, err error) error {
		if err == nil && d.Type().IsRegular() {
			files = append(files, p)
		}
		return err
	})
	return files, err
}
