package worker

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"sync"
	"time"

	"github.com/telaah/telaah/document"
	"github.com/telaah/telaah/internal/process"
)

// reader is one reader process.
type reader struct {
	cmd    *exec.Cmd
	in     *writer
	pipe   io.Closer // its standard input
	frames chan frame
	quit   chan struct{}
	err    head
	served int
	pdf    bool         // it has its PDF reader ready
	wait   func() error // for the process, once
	gone   sync.WaitGroup
}

// start starts this program again as a reader, with its PDF reader ready or
// not. It inherits no environment, and
// on Unix heads a process group, so that it dies with all it may have started.
func start(pdf bool) (*reader, error) {
	exe, err := os.Executable()
	if err != nil {
		return nil, fmt.Errorf("finding the program to start as a reader: %w", err)
	}
	ready := readyRest
	if pdf {
		ready = readyPDF
	}
	r := &reader{cmd: exec.Command(exe, marker, ready, document.DefaultCache()), pdf: pdf, frames: make(chan frame), quit: make(chan struct{})}
	r.cmd.Env = environment(runtime.GOOS)
	r.cmd.Dir = os.TempDir()
	r.cmd.Stderr = &r.err
	process.Isolate(r.cmd)
	in, err := r.cmd.StdinPipe()
	if err != nil {
		return nil, fmt.Errorf("starting a reader: %w", err)
	}
	out, err := r.cmd.StdoutPipe()
	if err != nil {
		return nil, fmt.Errorf("starting a reader: %w", err)
	}
	r.in, r.pipe = &writer{w: in}, in
	r.wait = sync.OnceValue(r.cmd.Wait)
	if err := r.cmd.Start(); err != nil {
		return nil, fmt.Errorf("starting a reader: %w", err)
	}
	r.gone.Go(func() {
		defer close(r.frames)
		br := bufio.NewReaderSize(out, 1<<16)
		for {
			f, err := receive(br)
			if err != nil {
				return
			}
			select {
			case r.frames <- f:
			case <-r.quit:
				return
			}
		}
	})
	return r, nil
}

// environment returns the environment of a reader: none, but on Windows what
// the system itself needs to load a program.
func environment(system string) []string {
	if system == "windows" {
		return []string{"SystemRoot=" + os.Getenv("SystemRoot")}
	}
	return []string{}
}

// kill ends the process, unless it has ended.
func (r *reader) kill() {
	if r.cmd.ProcessState == nil {
		process.Kill(r.cmd)
	}
}

// end kills the process and waits for it.
func (r *reader) end() {
	close(r.quit)
	r.kill()
	r.pipe.Close()
	r.gone.Wait()
	r.wait()
}

// lastWords returns what the process said before it died, in one line. It
// kills a process that has closed its pipe but lives on.
func (r *reader) lastWords() string {
	late := time.AfterFunc(time.Second, func() { r.cmd.Process.Kill() })
	defer late.Stop()
	state := "it ended"
	if err := r.wait(); err != nil {
		state = err.Error()
	}
	for _, line := range strings.Split(r.err.String(), "\n") {
		for _, p := range []string{"panic: ", "fatal error: ", "runtime: goroutine stack exceeds"} {
			if strings.HasPrefix(line, p) {
				return line[:min(len(line), 200)]
			}
		}
	}
	return state
}

// head keeps the first bytes that are written to it.
type head struct {
	mu  sync.Mutex
	buf []byte
}

func (t *head) Write(p []byte) (int, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if n := 8192 - len(t.buf); n > 0 {
		t.buf = append(t.buf, p[:min(n, len(p))]...)
	}
	return len(p), nil
}

func (t *head) String() string {
	t.mu.Lock()
	defer t.mu.Unlock()
	return string(t.buf)
}
