package main

import (
	"bufio"
	"context"
	_ "embed"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

//go:embed xapian/peer.cc
var peerSource []byte

// xapian runs a small C++ program over libxapian.
type xapian struct {
	program string
	cmd     *exec.Cmd
	in      *bufio.Writer
	pipe    io.Closer
	out     *bufio.Reader
}

// newXapian compiles the program in dir.
func newXapian(dir string) (*xapian, error) {
	source := filepath.Join(dir, "peer.cc")
	program := filepath.Join(dir, "peer")
	if err := os.WriteFile(source, peerSource, 0o666); err != nil {
		return nil, err
	}
	if msg, err := exec.Command("g++", "-O2", "-o", program, source, "-lxapian").CombinedOutput(); err != nil {
		first, _, _ := strings.Cut(strings.TrimSpace(string(msg)), "\n")
		return nil, fmt.Errorf("compiling against libxapian: %w %s", err, first)
	}
	return &xapian{program: program}, nil
}

func (*xapian) Name() string { return "xapian" }

func (x *xapian) Build(_ context.Context, dir string, circulars int) error {
	if err := x.Open(dir); err != nil {
		return err
	}
	for i := range circulars {
		if err := x.send(i); err != nil {
			return err
		}
	}
	_, _, err := x.ask("commit")
	return err
}

func (x *xapian) Open(dir string) error {
	x.cmd = exec.Command(x.program, dir)
	x.cmd.Stderr = os.Stderr
	in, err := x.cmd.StdinPipe()
	if err != nil {
		return err
	}
	out, err := x.cmd.StdoutPipe()
	if err != nil {
		return err
	}
	x.pipe, x.in, x.out = in, bufio.NewWriterSize(in, 1<<20), bufio.NewReader(out)
	return x.cmd.Start()
}

func (x *xapian) Add(_ context.Context, i int) error {
	if err := x.send(i); err != nil {
		return err
	}
	_, _, err := x.ask("commit")
	return err
}

// send writes the documents of a circular.
func (x *xapian) send(i int) error {
	return docs(i, func(d doc) error {
		_, err := fmt.Fprintf(x.in, "doc\t%s\t%s\t%s\t%s\t%d\t%d\t%s\n", d.text, d.about, d.kind, d.province, d.year, d.circular, d.hit)
		return err
	})
}

// ask writes a command and reads its time in microseconds and a number.
func (x *xapian) ask(line string) (time.Duration, int, error) {
	fmt.Fprintln(x.in, line)
	if err := x.in.Flush(); err != nil {
		return 0, 0, err
	}
	answer, err := x.out.ReadString('\n')
	if err != nil {
		return 0, 0, fmt.Errorf("%s: %w", line, err)
	}
	var micros, n int
	if _, err := fmt.Sscan(answer, &micros, &n); err != nil {
		return 0, 0, fmt.Errorf("%s: answer %q", line, answer)
	}
	return time.Duration(micros) * time.Microsecond, n, nil
}

func (x *xapian) Query(_ context.Context, q query) (time.Duration, int, error) {
	terms := func(list []string) string {
		out := make([]string, len(list))
		for i, w := range list {
			out[i] = analysed(w)
		}
		return strings.Join(out, " ")
	}
	facets := 0
	if q.facets {
		facets = 1
	}
	return x.ask(fmt.Sprintf("query\t%s\t%s\t%s\t%s\t%s\t%s\t%d\t%d\t%d", terms(q.must), terms(q.any), analysed(q.phrase), terms(q.not),
		q.kind, q.province, q.firstYear, q.lastYear, facets))
}

func (x *xapian) Close() error {
	if x.cmd == nil {
		return nil
	}
	return errors.Join(x.pipe.Close(), x.cmd.Wait())
}
