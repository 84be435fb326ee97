package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"github.com/telaah/telaah/corpus"
)

// searches searches, and asks the page, again and again while an ingest writes:
// none fails, and none finds less than one before it.
func searches(short bool, search func(dir string) (int, error)) (runs int, err error) {
	documents := 300
	if short {
		documents = 40
	}
	tmp, folder, err := workplace(documents)
	if err != nil {
		return 0, err
	}
	defer os.RemoveAll(tmp)
	dir := filepath.Join(tmp, "korpus")
	page, end, err := serve(dir)
	if err != nil {
		return 0, err
	}
	defer end()
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
		found, err := search(dir)
		if errors.Is(err, corpus.ErrNoCorpus) {
			err = nil
		}
		if err == nil && runs%4 == 0 { // of pages, some: they are more work
			err = errors.Join(get(page), get(page+"cari?q=kuota"), get(page+"korpus"))
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
				if found, err = search(dir); err == nil && found != documents {
					err = fmt.Errorf("%d documents are found of %d", found, documents)
				}
			}
			return runs, err
		case <-time.After(5 * time.Millisecond):
		}
	}
}

// serve starts the page of a corpus and returns its address and what ends it.
func serve(dir string) (address string, end func(), err error) {
	cmd, err := telaah("serve", "--corpus", dir, "--no-open", "--listen", "127.0.0.1:0")
	if err != nil {
		return "", nil, err
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return "", nil, err
	}
	if err := cmd.Start(); err != nil {
		return "", nil, err
	}
	end = func() {
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
	}
	address, err = bufio.NewReader(out).ReadString('\n')
	if err != nil {
		end()
		return "", nil, fmt.Errorf("the page does not start: %w", err)
	}
	return strings.TrimSpace(address), end, nil
}

// get asks for a page; an answer of the server's own failure is an error.
func get(url string) error {
	client := http.Client{Timeout: 2 * time.Minute}
	r, err := client.Get(url)
	if err != nil {
		return err
	}
	defer r.Body.Close()
	if _, err := io.Copy(io.Discard, r.Body); err != nil {
		return err
	}
	if r.StatusCode >= 500 {
		return fmt.Errorf("%s: %s", url, r.Status)
	}
	return nil
}

// faithful is what a program printed; a test changes it.
func faithful(_ int, out []byte) []byte { return out }

// orders takes the same letters in, in several orders and with several numbers of
// processors; all that the corpus then says must be the same bytes.
func orders(short bool, said func(run int, out []byte) []byte) (runs int, err error) {
	processors, documents := []string{"1", "2", "8", "2", "8"}, 60
	if short {
		processors, documents = processors[1:3], 8
	}
	tmp, folder, err := workplace(documents)
	if err != nil {
		return 0, err
	}
	defer os.RemoveAll(tmp)
	files, err := filesOf(folder)
	if err != nil {
		return 0, err
	}
	var first []byte
	for run, n := range processors {
		if run > 0 {
			rand.New(rand.NewPCG(uint64(run), 1)).Shuffle(len(files), func(i, j int) { files[i], files[j] = files[j], files[i] })
		}
		dir := filepath.Join(tmp, fmt.Sprint("korpus", run))
		var all []byte
		for _, args := range [][]string{append([]string{"ingest", "--corpus", dir, "--jobs", n}, files...),
			{"list", "--format", "json", "--corpus", dir}, {"compare", "--fail-on", "none", "--format", "json", "--corpus", dir},
			{"matrix", "--fail-on", "none", "--format", "json", "--corpus", dir}, {"search", "kuota", "--limit", "1000", "--format", "json", "--corpus", dir}} {
			cmd, err := telaah(args...)
			if err != nil {
				return run, err
			}
			cmd.Env = append(cmd.Env, "GOMAXPROCS="+n)
			out, err := cmd.Output()
			if exit := (*exec.ExitError)(nil); errors.As(err, &exit) {
				return run, fmt.Errorf("%s: %w: %s", args[0], err, exit.Stderr)
			} else if err != nil {
				return run, err
			}
			if args[0] != "ingest" {
				all = append(all, out...)
			}
		}
		all = said(run, all)
		if first == nil {
			first = all
		}
		if !bytes.Equal(first, all) {
			return run, fmt.Errorf("run %d, on %s processors, says something else", run, n)
		}
	}
	return len(processors), nil
}
