package worker

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"io"
	"os"
	"runtime/debug"
	"sync"

	"github.com/telaah/telaah/document"
)

// marker is the only argument of a reader process.
const marker = "telaah-reader"

// Main runs this process as a reader, and reports true when it is done, if it
// was started as one. Every command calls it before anything else:
//
//	if worker.Main() {
//		return
//	}
func Main() bool {
	if !started() {
		return false
	}
	serve(os.Stdin, os.Stdout, document.Read)
	return true
}

// started reports whether this process was started as a reader.
func started() bool { return len(os.Args) == 2 && os.Args[1] == marker }

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
func serve(in io.Reader, out io.Writer, read readFunc) {
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
		go func() { done <- answer(w, a, f.body, file.body, read) }()
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

// answer reads or draws one file and sends what came of it.
func answer(w *writer, a *answers, ask, file []byte, read readFunc) error {
	var q request
	if err := json.Unmarshal(ask, &q); err != nil {
		return err
	}
	o := q.Options
	if q.Page > 0 {
		v, err := document.Show(context.Background(), q.Name, file, q.Page, q.Width, o)
		if err != nil {
			return w.sendJSON(kindFailed, packError(err))
		}
		return w.sendJSON(kindDone, v)
	}
	if len(q.Models) > 0 {
		a.models = q.Models
		o.OCR = a
	}
	o.Progress = func(p document.Progress) { w.send(frame{kind: kindProgress, body: packProgress(p)}) }
	d, err := read(context.Background(), q.Name, file, o)
	if err != nil {
		return w.sendJSON(kindFailed, packError(err))
	}
	return w.sendJSON(kindDone, d)
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
