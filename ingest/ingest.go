// Package ingest is the pipeline from a file to a record that can be searched:
// read, extract, save, index. [Read] goes as far as the record and touches
// nothing; [Into] puts documents into a corpus.
//
// Several documents are read at the same time; results come one by one in the
// order of the inputs, whatever order they were finished in. A document that
// fails is a result like any other, and the next one follows.
package ingest

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"iter"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"golang.org/x/sync/errgroup"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/corpus"
	"github.com/telaah/telaah/document"
	"github.com/telaah/telaah/extract"
	"github.com/telaah/telaah/index"
	"github.com/telaah/telaah/internal/worker"
	"github.com/telaah/telaah/lexicon"
)

// ErrData says that plain text found in a folder or an archive is left out: it
// is data or a program by its name. A person who means it names the file.
var ErrData = errors.New("plain text, but no letter by its name")

// ErrLink says that a link found in a folder was not followed.
var ErrLink = errors.New("a link to a file elsewhere")

// ErrTwin says that a file in an archive is a copy of one before it.
var ErrTwin = errors.New("a copy of a file before it in the same archive")

// letterNames are how the names of letters in plain text end. All other kinds
// of documents are known by their content.
var letterNames = []string{".txt", ".text", ".md", ".markdown"}

// Reader opens and reads files. Commands give one that does so in processes of
// their own, where a file can do no harm.
type Reader interface {
	// Expand returns the documents in a file, as document.Expand does.
	Expand(ctx context.Context, name string, data []byte) ([]document.File, error)

	// Extract reads a document and extracts it. It returns the documents that
	// it brings along, too.
	Extract(ctx context.Context, name string, data []byte, o document.Options) (circular.Record, []document.File, error)
}

// here is the Reader of this process.
type here struct{ *extract.Extractor }

func (here) Expand(_ context.Context, name string, data []byte) ([]document.File, error) {
	return document.Expand(name, data)
}

func (h here) Extract(ctx context.Context, name string, data []byte, o document.Options) (circular.Record, []document.File, error) {
	return worker.Extract(ctx, document.Read, h.Extractor, name, data, o)
}

// Options changes how documents are read and extracted. Its zero value is
// what most callers want.
type Options struct {
	Reader   Reader // nil: in this process, with the embedded lexicon
	Document document.Options
	Jobs     int           // documents read at the same time; 0: one a CPU
	Again    bool          // Into: read what the corpus has already, too
	Engine   *index.Remote // Into: the cluster that carries the index; nil: it lies in the folder of the corpus

	// Progress is told how far the reading of a document has come, from
	// several goroutines; it may be nil. Document.Progress is not used.
	Progress func(name string, p document.Progress)
}

// Status says what became of an input.
type Status string

// What can become of an input.
const (
	StatusRead    Status = "read"    // read and extracted, not saved
	StatusSaved   Status = "saved"   // new in the corpus
	StatusRenewed Status = "renewed" // was in the corpus, read again
	StatusKnown   Status = "known"   // is in the corpus already, not read
	StatusSkipped Status = "skipped" // found in a folder or an archive, but no document
	StatusFailed  Status = "failed"
)

// Result is what became of one input.
type Result struct {
	Name   string          // of the input
	Status Status          // what happened
	Record circular.Record // for read, saved, renewed and known, corrected where people did so
	Err    error           // for failed and skipped
}

// maxAttached bounds how deep documents are read that others bring along.
const maxAttached = 3

// work is a document on its way into a corpus.
type work struct {
	Result
	data []byte
	twin string // id of the document of which it is another copy; "" for none
}

// reader returns the reader that the options name.
func (o *Options) reader() Reader {
	if o.Reader != nil {
		return o.Reader
	}
	return here{extract.New(lexicon.Default())}
}

// all reads and extracts the documents of an input, one by one.
func (in Input) all(ctx context.Context, o Options, known func(part) (work, bool), emit func(work)) {
	data, err := in.Read()
	if err != nil {
		emit(work{Result: in.failed(err)})
		return
	}
	for _, p := range expand(ctx, o, in, data) {
		p.read(ctx, o, known, 0, emit)
	}
}

// read reads and extracts a document, and before it those that it brings along:
// when it is saved, they are. Of those that known returns, nothing is read.
func (p part) read(ctx context.Context, o Options, known func(part) (work, bool), depth int, emit func(work)) {
	if p.err == nil && known != nil {
		if w, ok := known(p); ok {
			emit(w)
			return
		}
	}
	r, attached := p.record(ctx, o)
	if depth < maxAttached {
		for _, f := range attached {
			for _, q := range expand(ctx, o, Input{Name: p.Name + "/" + f.Name, found: true}, f.Data) {
				q.read(ctx, o, known, depth+1, emit)
			}
		}
	}
	emit(work{Result: r, data: p.data})
}

// record reads and extracts one document.
func (p part) record(ctx context.Context, o Options) (Result, []document.File) {
	if p.err != nil {
		return p.failed(p.err), nil
	}
	o.Document.Progress = nil
	if o.Progress != nil {
		o.Document.Progress = func(d document.Progress) { o.Progress(p.Name, d) }
	}
	rec, attached, err := o.reader().Extract(ctx, p.Name, p.data, o.Document)
	switch {
	case err != nil:
		return p.failed(err), nil
	case p.found && rec.Source.MediaType == "text/plain" && !slices.Contains(letterNames, strings.ToLower(filepath.Ext(p.Name))):
		return p.failed(fmt.Errorf("reading %s: %w", p.Name, ErrData)), nil
	}
	return Result{Name: p.Name, Status: StatusRead, Record: rec}, attached
}

// failed returns the result of an input that gave no record. That nothing was
// there to be read is no failure where nobody named the file.
func (in Input) failed(err error) Result {
	status := StatusFailed
	if in.found {
		for _, e := range []error{ErrData, ErrLink, ErrTwin, document.ErrUnknownType, document.ErrMail, document.ErrOffice, document.ErrShortcut} {
			if errors.Is(err, e) {
				status = StatusSkipped
			}
		}
	}
	return Result{Name: in.Name, Status: status, Err: err}
}

// Read reads and extracts the inputs and yields a result for each, in their
// order; an archive gives one for each document in it. It saves nothing. It ends early when ctx does.
func Read(ctx context.Context, inputs []Input, o Options) iter.Seq[Result] {
	all := each(ctx, inputs, o.Jobs, func(in Input, emit func(Result)) {
		in.all(ctx, o, once(), func(w work) { emit(w.Result) })
	})
	return func(yield func(Result) bool) {
		for r := range all {
			if stopped(ctx, r) || !yield(r) {
				return
			}
		}
	}
}

// stopped reports whether a document was not read because ctx ended: that is
// nothing to report of it.
func stopped(ctx context.Context, r Result) bool {
	return r.Err != nil && ctx.Err() != nil && errors.Is(r.Err, ctx.Err())
}

// Into puts the inputs into a corpus that is open for writing and into its
// index, and yields a result for each, in their order. A document that the
// corpus has already, by its content, is not read again unless o.Again says so.
// When a result is reported, its document is durable. The index follows in
// groups; an error of the index ends the run, and the next one builds it anew.
func Into(ctx context.Context, st *corpus.Store, inputs []Input, o Options, report func(Result)) error {
	all := each(ctx, inputs, o.Jobs, func(in Input, emit func(work)) { in.all(ctx, o, knows(st, o.Again), emit) })
	return errors.Join(keep(ctx, st, o.Engine, all, o.Again, report), ctx.Err())
}

// keep saves what was read, with the index, and reports what became of it.
func keep(ctx context.Context, st *corpus.Store, engine *index.Remote, all iter.Seq[work], again bool, report func(Result)) error {
	idx, err := openIndex(ctx, st, engine)
	if err != nil {
		return err
	}
	pending := pendingIndex{idx: idx}
	for w := range all {
		if stopped(ctx, w.Result) {
			break
		}
		switch {
		case w.twin != "":
			w.Result = twin(st, w)
		case w.Status == StatusRead:
			w.Result = save(st, w, again)
			if w.Status == StatusSaved || w.Status == StatusRenewed {
				if err := pending.add(w.Record); err != nil {
					return errors.Join(err, idx.Close())
				}
			}
		}
		report(w.Result)
	}
	if err := errors.Join(pending.flush(), idx.Close()); err != nil {
		return err
	}
	return st.Indexed()
}

// once returns what skips the further copies of a document in the same archive:
// a short one may name the same part two thousand times.
func once() func(part) (work, bool) {
	seen := map[[32]byte]bool{}
	return func(p part) (work, bool) {
		sum := sha256.Sum256(p.data)
		if !seen[sum] {
			seen[sum] = true
			return work{}, false
		}
		return work{Result: p.failed(fmt.Errorf("reading %s: %w", p.Name, ErrTwin))}, true
	}
}

// knows returns what tells whether a document need not be read: the corpus has
// it, or it stood in the same archive before.
func knows(st *corpus.Store, again bool) func(part) (work, bool) {
	seen := map[string]bool{}
	return func(p part) (work, bool) {
		sum := sha256.Sum256(p.data)
		id := hex.EncodeToString(sum[:])
		if seen[id] {
			return work{Result: Result{Name: p.Name}, twin: id}, true
		}
		seen[id] = true
		if again || !st.Has(id) {
			return work{}, false
		}
		d, err := st.Load(id) // a damaged one is read again, which mends it
		return work{Result: Result{Name: p.Name, Status: StatusKnown, Record: d.Record}}, err == nil
	}
}

// twin is the result of a document of which the same archive has another copy,
// which has been dealt with by now.
func twin(st *corpus.Store, w work) Result {
	d, err := st.Load(w.twin)
	if err != nil {
		return Result{Name: w.Name, Status: StatusSkipped, Err: fmt.Errorf("reading %s: %w", w.Name, ErrTwin)}
	}
	return Result{Name: w.Name, Status: StatusKnown, Record: d.Record}
}

// save saves what was read. Of two equal inputs in one run, the second is
// known by now.
func save(st *corpus.Store, w work, again bool) Result {
	id := w.Record.Source.SHA256
	status := StatusSaved
	if st.Has(id) {
		status = StatusRenewed
		if d, err := st.Load(id); err == nil && !again {
			return Result{Name: w.Name, Status: StatusKnown, Record: d.Record}
		}
	}
	if err := index.Accepts(&w.Record); err != nil { // kept, it would never be found
		return Result{Name: w.Name, Status: StatusFailed, Err: err}
	}
	if err := st.Save(w.data, w.Record); err != nil {
		return Result{Name: w.Name, Status: StatusFailed, Err: err}
	}
	d, err := st.Load(id)
	if err != nil {
		return Result{Name: w.Name, Status: StatusFailed, Err: err}
	}
	return Result{Name: w.Name, Status: status, Record: d.Record}
}

// each calls f for the inputs, at most jobs at the same time, and yields what
// it emits in the order of the inputs, as it comes: of an input whose turn it is
// not yet, one result waits. It ends early when ctx does.
func each[T any](ctx context.Context, inputs []Input, jobs int, f func(in Input, emit func(T))) iter.Seq[T] {
	if jobs <= 0 {
		jobs = runtime.GOMAXPROCS(0)
	}
	return func(yield func(T) bool) {
		ctx, stop := context.WithCancel(ctx)
		var g, feed errgroup.Group
		g.SetLimit(jobs)
		queue := make(chan chan T, jobs) // in the order of the inputs
		feed.Go(func() error {
			defer close(queue)
			for _, in := range inputs {
				slot := make(chan T, 1)
				select {
				case queue <- slot:
				case <-ctx.Done():
					return nil
				}
				g.Go(func() error {
					defer close(slot)
					f(in, func(t T) {
						select {
						case slot <- t:
						case <-ctx.Done():
						}
					})
					return nil
				})
			}
			return nil
		})
		defer func() {
			stop()
			_ = feed.Wait() // neither returns an error
			_ = g.Wait()
		}()
		for slot := range queue {
			for t := range slot {
				if ctx.Err() != nil || !yield(t) {
					return
				}
			}
		}
	}
}

// Stored returns inputs that read the originals in a corpus again, of those
// documents for which want is true, in the order of their ids.
func Stored(st *corpus.Store, want func(*circular.Record) bool) ([]Input, error) {
	var inputs []Input
	for d, err := range st.All() {
		if err != nil {
			return nil, fmt.Errorf("reading the corpus: %w", err)
		}
		if want(&d.Record) {
			inputs = append(inputs, Input{Name: d.Record.Source.Path, Read: func() ([]byte, error) { return st.Original(d.ID()) }})
		}
	}
	return inputs, nil
}

// Unread reports whether a record has a page or a part that could not be read.
func Unread(rec *circular.Record) bool {
	return slices.ContainsFunc(rec.Warnings, circular.Warning.Unread) || unreadPage(rec)
}

func unreadPage(rec *circular.Record) bool {
	return rec.Text != nil && slices.ContainsFunc(rec.Text.Pages, func(p circular.Page) bool { return p.Method == circular.MethodNone })
}

// NeedsOCR reports whether a record has a page that was not read, or whose text
// is in doubt, because nothing was there to recognise it.
func NeedsOCR(rec *circular.Record) bool {
	return unreadPage(rec) || rec.Text != nil && slices.ContainsFunc(rec.Text.Pages, func(p circular.Page) bool { return p.Note != "" })
}

// Put saves a record that [Read] gave, with its original, in a corpus that is
// open for writing, and brings the index up to date. It returns the record as
// kept: of a document that was there, with its corrections.
func Put(ctx context.Context, st *corpus.Store, engine *index.Remote, original []byte, rec circular.Record) (circular.Record, error) {
	idx, err := openIndex(ctx, st, engine)
	if err != nil {
		return rec, err
	}
	defer idx.Close()
	if err := st.Save(original, rec); err != nil {
		return rec, err
	}
	d, err := st.Load(rec.Source.SHA256)
	if err != nil {
		return rec, err
	}
	if err := idx.Update(&d.Record); err != nil {
		return rec, err
	}
	return d.Record, st.Indexed()
}
