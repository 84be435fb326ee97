package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"time"

	"github.com/telaah/telaah/corpus"
	"github.com/telaah/telaah/index"
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

// nothingMore adds nothing to what was acknowledged; a test does.
func nothingMore(acknowledged []string) []string { return acknowledged }

// kills kills an ingest at a random moment, again and again: what it said is
// saved must be there, sound, and found by a search.
func kills(short bool, more func([]string) []string) (runs int, err error) {
	tmp, err := os.MkdirTemp("", "telaah-faults-*")
	if err != nil {
		return 0, err
	}
	defer os.RemoveAll(tmp)
	runs, documents := 100, 60
	if short {
		runs, documents = 4, 20
	}
	folder := filepath.Join(tmp, "surat")
	if err := errors.Join(os.Mkdir(folder, 0o777), letters(folder, documents)); err != nil {
		return 0, err
	}
	rnd := rand.New(rand.NewPCG(3, 5))
	for run := range runs {
		dir := filepath.Join(tmp, fmt.Sprint("korpus", run))
		acknowledged, err := killed(dir, folder, rnd.IntN(documents), time.Duration(rnd.IntN(20))*time.Millisecond)
		if err == nil {
			err = allThere(dir, more(acknowledged))
		}
		if err != nil {
			return run, fmt.Errorf("kill %d: %w", run, err)
		}
		if err := os.RemoveAll(dir); err != nil {
			return run, err
		}
	}
	return runs, nil
}

// killed runs an ingest, kills it a moment after so many documents are
// acknowledged, and returns the ids of all that were.
func killed(dir, folder string, after int, moment time.Duration) (ids []string, err error) {
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
	for lines := bufio.NewScanner(out); lines.Scan(); {
		var line struct{ Status, SHA256 string }
		if err := json.Unmarshal(lines.Bytes(), &line); err != nil {
			break // cut off
		}
		if line.Status == "saved" {
			ids = append(ids, line.SHA256)
		}
		if len(ids) == after+1 {
			time.Sleep(moment)
			_ = cmd.Process.Kill() // it may be done
		}
	}
	_ = cmd.Wait()
	return ids, nil
}

// allThere reports whether documents are in a corpus, sound, and in its index.
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
	idx, err := ingest.OpenIndex(context.Background(), dir, nil)
	if err != nil {
		return err
	}
	defer idx.Close()
	q, err := index.ParseQuery("jenis:kuota")
	if err != nil {
		return err
	}
	res, err := idx.Search(context.Background(), q)
	if err != nil {
		return err
	}
	all, err := st.IDs()
	if err != nil {
		return err
	}
	if res.Total != len(all) || len(all) < len(ids) {
		return fmt.Errorf("%d documents are found of %d, %d were acknowledged", res.Total, len(all), len(ids))
	}
	h, err := ingest.Check(context.Background(), dir)
	if err == nil && len(h.Damage) > 0 {
		err = h.Damage[0]
	}
	return err
}

// indexFlips flips bits of each file of an index: a check names the file, and a
// search gives what it gave before.
func indexFlips(short bool) (flips int, err error) {
	tmp, err := os.MkdirTemp("", "telaah-faults-*")
	if err != nil {
		return 0, err
	}
	defer os.RemoveAll(tmp)
	dir, folder := filepath.Join(tmp, "korpus"), filepath.Join(tmp, "surat")
	if err := errors.Join(os.Mkdir(folder, 0o777), letters(folder, 10)); err != nil {
		return 0, err
	}
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
			h, err := ingest.Check(context.Background(), dir)
			if err != nil {
				return flips, err
			}
			if len(h.Index) == 0 && !h.Behind {
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

// searches searches again and again while an ingest writes: no search fails or
// waits, and none finds less than one before it.
func searches(short bool) (runs int, err error) {
	tmp, err := os.MkdirTemp("", "telaah-faults-*")
	if err != nil {
		return 0, err
	}
	defer os.RemoveAll(tmp)
	dir, folder := filepath.Join(tmp, "korpus"), filepath.Join(tmp, "surat")
	documents := 300
	if short {
		documents = 40
	}
	if err := errors.Join(os.Mkdir(folder, 0o777), letters(folder, documents)); err != nil {
		return 0, err
	}
	cmd, err := telaah("ingest", "--corpus", dir, folder)
	if err != nil {
		return 0, err
	}
	if err := cmd.Start(); err != nil {
		return 0, err
	}
	done := make(chan error, 1)
	go func() { done <- cmd.Wait() }()
	last := 0
	for {
		found, err := count(dir)
		if errors.Is(err, corpus.ErrNoCorpus) {
			err = nil
		}
		if err != nil || found < last {
			<-done
			return runs, fmt.Errorf("search %d finds %d documents after %d: %v", runs, found, last, err)
		}
		last = found
		runs++
		select {
		case err := <-done:
			if err == nil {
				if found, err = count(dir); err == nil && found != documents {
					err = fmt.Errorf("%d documents are found of %d", found, documents)
				}
			}
			return runs, err
		case <-time.After(5 * time.Millisecond):
		}
	}
}

// count returns how many documents a search finds.
func count(dir string) (int, error) {
	idx, err := ingest.OpenIndex(context.Background(), dir, nil)
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
