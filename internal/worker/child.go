package worker

import (
	"archive/zip"
	"bufio"
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/document"
	"github.com/telaah/telaah/extract"
	"github.com/telaah/telaah/internal/process"
	"github.com/telaah/telaah/lexicon"
)

// The first arguments of processes that this program starts of itself.
const (
	marker       = "telaah-reader"   // then what it is to be ready for, and the folder of its cache
	launchMarker = "telaah-launcher" // then the folders that a program may read, that program and its arguments
)

// readyPDF says that a reader is to have its PDF reader ready, which needs a
// file; ready for all else it needs none.
const (
	readyPDF  = "pdf"
	readyRest = "rest"
)

// Main runs this process as a reader or a launcher, and reports true when it is
// done, if it was started as one. Every command calls it before anything else:
//
//	if worker.Main() {
//		return
//	}
//
// tasks are what else it can be asked to do; see [Pool.Do].
func Main(tasks ...Task) bool {
	switch {
	case started():
		begin()
		serve(os.Stdin, os.Stdout, document.Read, tasks...)
	case len(os.Args) > 3 && os.Args[1] == launchMarker:
		err := process.Launch(os.Args[3:], filepath.SplitList(os.Args[2]), os.Environ())
		fmt.Fprintln(os.Stderr, err)
	default:
		return false
	}
	return true
}

// started reports whether this process was started as a reader.
func started() bool { return len(os.Args) == 4 && os.Args[1] == marker }

// begin readies a reader, and confines it before it sees its first file.
func begin() process.Confined {
	if os.Args[2] == readyPDF {
		document.Warm(os.Args[3])
	}
	time.Local = time.UTC // no file is read for it
	return process.Confine()
}

// Launcher returns the program and the arguments to be put before those of a
// program that reads pictures, so that it is confined: it can read the folders
// of libraries, its own and the given ones, and reaches no network. nil where
// the system has no such thing.
func Launcher(read ...string) []string {
	exe, err := os.Executable()
	if err != nil || !process.Launches {
		return nil
	}
	read = slices.DeleteFunc(read, func(dir string) bool { return dir == "" })
	return []string{exe, launchMarker, strings.Join(read, string(filepath.ListSeparator))}
}

// readFunc reads a file, as document.Read does.
type readFunc func(ctx context.Context, name string, data []byte, o document.Options) (document.Document, error)

// Limits that a reader sets on itself, below those that its parent enforces:
// the collector works harder before memory runs out, and endless recursion
// ends early.
const (
	softMemory = 600 << 20
	maxStack   = 64 << 20
)

// serve answers requests until in ends. Then it returns at once, even while a
// file is being read: its parent is gone, and the process is to end.
func serve(in io.Reader, out io.Writer, read readFunc, tasks ...Task) {
	debug.SetMemoryLimit(softMemory)
	debug.SetMaxStack(maxStack)
	w := &writer{w: out}
	a := &answers{w: w, open: map[uint32]chan frame{}}
	requests, gone := make(chan frame), make(chan struct{})
	go func() {
		defer close(requests)
		defer close(gone)
		r := bufio.NewReaderSize(in, 1<<16)
		for {
			f, err := receive(r)
			if err != nil {
				return
			}
			if f.kind == kindWords || f.kind == kindNoWords {
				a.deliver(f)
			} else {
				requests <- f
			}
		}
	}()
	for f := range requests {
		file := <-requests
		if f.kind != kindRequest || file.kind != kindFile {
			return
		}
		done := make(chan error, 1)
		go func() { done <- answer(w, a, f.body, file.body, read, tasks) }()
		select {
		case err := <-done:
			if err != nil {
				return
			}
		case <-gone:
			return
		}
	}
}

// answer does what is asked with one file and sends what came of it.
func answer(w *writer, a *answers, ask, file []byte, read readFunc, tasks []Task) error {
	var q request
	if err := json.Unmarshal(ask, &q); err != nil {
		return err
	}
	if len(q.Models) > 0 {
		a.models = q.Models
		q.Options.OCR = a
	}
	q.Options.Progress = func(p document.Progress) { w.send(frame{kind: kindProgress, body: packProgress(p)}) }
	done, err := do(w, &q, file, read, tasks)
	if err != nil {
		return w.sendJSON(kindFailed, packError(err))
	}
	return w.sendAnswer(done)
}

// do returns the answer to a request.
func do(w *writer, q *request, file []byte, read readFunc, tasks []Task) (any, error) {
	ctx := context.Background() // a reader that is not to go on is killed
	switch q.Do {
	case workShow:
		return document.Show(ctx, q.Name, file, q.Page, q.Width, q.Options)
	case workExpand:
		files, err := document.Expand(q.Name, file)
		for _, f := range files {
			if err := w.sendPart(f, q.Name); err != nil {
				return nil, err
			}
		}
		return struct{}{}, err
	case workTask:
		for _, t := range tasks {
			if t.Name == q.Task {
				return t.Do(q.Ask, file)
			}
		}
		return nil, fmt.Errorf("no task %q", q.Task)
	case workExtract:
		x, err := extractor(q.Lexicon)
		if err != nil {
			return nil, err
		}
		rec, attached, err := Extract(ctx, read, x, q.Name, file, q.Options)
		return extracted{rec, attached}, err
	}
	return read(ctx, q.Name, file, q.Options)
}

// Extract reads a document with read, which is document.Read, and extracts it
// with x. The doubts of both stand in the record, by position. attached are the
// documents that it brings along.
func Extract(ctx context.Context, read readFunc, x *extract.Extractor, name string, data []byte, o document.Options) (rec circular.Record, attached []document.File, err error) {
	d, err := read(ctx, name, data, o)
	if err != nil {
		return rec, nil, err
	}
	rec = x.Extract(d.Source, d.Text)
	rec.Warnings = append(rec.Warnings, d.Warnings...)
	slices.SortStableFunc(rec.Warnings, func(a, b circular.Warning) int {
		return cmp.Or(cmp.Compare(a.Span.Start, b.Span.Start), cmp.Compare(a.Code, b.Code))
	})
	return rec, d.Attached, nil
}

// extractor returns an extractor with the embedded lexicon, and with the user's
// own where there is one.
func extractor(own []byte) (*extract.Extractor, error) {
	if len(own) == 0 {
		return extract.New(lexicon.Default()), nil
	}
	z, err := zip.NewReader(bytes.NewReader(own), int64(len(own)))
	if err != nil {
		return nil, fmt.Errorf("opening the lexicon: %w", err)
	}
	lex, err := lexicon.Load(z)
	if err != nil {
		return nil, err
	}
	return extract.New(lex), nil
}

// answers is the recogniser inside a reader: it sends pictures to the parent
// and waits for their words.
type answers struct {
	w      *writer
	models []string // of the recogniser outside
	mu     sync.Mutex
	last   uint32
	open   map[uint32]chan frame
}

// Models implements document.Recognizer.
func (a *answers) Models() []string { return a.models }

// Recognize implements document.Recognizer. A reader that is not to go on is
// killed: ctx does not end before it does.
func (a *answers) Recognize(_ context.Context, picture []byte, ask document.Ask) ([]byte, error) {
	reply := make(chan frame, 1)
	a.mu.Lock()
	a.last++
	id := a.last
	a.open[id] = reply
	a.mu.Unlock()
	head, err := json.Marshal(ask)
	if err != nil {
		return nil, err
	}
	body := append(append(make([]byte, 0, len(head)+1+len(picture)), head...), '\n')
	if err := a.w.send(frame{kind: kindPicture, id: id, body: append(body, picture...)}); err != nil {
		return nil, err
	}
	f := <-reply
	if f.kind == kindNoWords {
		return nil, errors.New(string(f.body))
	}
	return f.body, nil
}

func (a *answers) deliver(f frame) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if reply := a.open[f.id]; reply != nil {
		reply <- f
		delete(a.open, f.id)
	}
}
