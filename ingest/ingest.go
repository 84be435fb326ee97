// Package ingest is the pipeline from a file to a record that can be searched:
// read, extract, save, index. [Read] goes as far as the record and touches
// nothing; [Into] puts documents into a corpus.
//
// Several documents are read at the same time; results come one by one in the
// order of the inputs, whatever order they were finished in. A document that
// fails is a result like any other, and the next one follows.
package ingest

import (
	"cmp"
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
)

// ErrData says that plain text found in a folder or an archive is left out: it
// is data or a program by its name. A person who means it names the file.
var ErrData = errors.New("plain text, but no letter by its name")

// ErrLink says that a link found in a folder was not followed.
var ErrLink = errors.New("a link to a file elsewhere")

// letterNames are how the names of letters in plain text end. All other kinds
// of documents are known by their content.
var letterNames = []string{".txt", ".text", ".md", ".markdown"}

// Reader reads a document as document.Read does. Commands give one that reads
// in a process of its own.
type Reader func(ctx context.Context, name string, data []byte, o document.Options) (document.Document, error)

// Options changes how documents are read and extracted. Its zero value is
// what most callers want.
type Options struct {
	Reader    Reader // nil: document.Read in this process
	Document  document.Options
	Extractor *extract.Extractor // nil: the embedded lexicon
	Jobs      int                // documents read at the same time; 0: one a CPU
	Again     bool               // Into: read what the corpus has already, too

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
}

// read reads and extracts a document, and before it those that it brings along:
// when it is saved, they are. Of those that known returns, nothing is read.
func (p part) read(ctx context.Context, o Options, known func(part) (work, bool), depth int) []work {
	if p.err == nil && known != nil {
		if w, ok := known(p); ok {
			return []work{w}
		}
	}
	r, attached := p.record(ctx, o)
	var list []work
	for _, f := range attached {
		if depth >= maxAttached {
			break
		}
		for _, q := range expand(Input{Name: p.Name + "/" + f.Name, found: true}, f.Data) {
			list = append(list, q.read(ctx, o, known, depth+1)...)
		}
	}
	return append(list, work{r, p.data})
}

// record reads and extracts one document.
func (p part) record(ctx context.Context, o Options) (Result, []document.File) {
	if p.err != nil {
		return p.failed(p.err), nil
	}
	if o.Reader == nil {
		o.Reader = document.Read
	}
	o.Document.Progress = nil
	if o.Progress != nil {
		o.Document.Progress = func(d document.Progress) { o.Progress(p.Name, d) }
	}
	d, err := o.Reader(ctx, p.Name, p.data, o.Document)
	switch {
	case err != nil:
		return p.failed(err), nil
	case p.found && d.Source.MediaType == "text/plain" && !slices.Contains(letterNames, strings.ToLower(filepath.Ext(p.Name))):
		return p.failed(fmt.Errorf("reading %s: %w", p.Name, ErrData)), nil
	}
	var rec circular.Record
	if o.Extractor != nil {
		rec = o.Extractor.Extract(d.Source, d.Text)
	} else {
		rec = extract.Extract(d.Source, d.Text)
	}
	rec.Warnings = append(rec.Warnings, d.Warnings...)
	slices.SortStableFunc(rec.Warnings, func(a, b circular.Warning) int {
		return cmp.Or(cmp.Compare(a.Span.Start, b.Span.Start), cmp.Compare(a.Code, b.Code))
	})
	return Result{Name: p.Name, Status: StatusRead, Record: rec}, d.Attached
}

// failed returns the result of an input that gave no record. That nothing was
// there to be read is no failure where nobody named the file.
func (in Input) failed(err error) Result {
	status := StatusFailed
	if in.found {
		for _, e := range []error{ErrData, ErrLink, document.ErrUnknownType, document.ErrMail, document.ErrOffice, document.ErrShortcut} {
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
	all := each(ctx, inputs, o.Jobs, func(in Input) (results []Result) {
		for _, p := range in.parts() {
			for _, w := range p.read(ctx, o, nil, 0) {
				results = append(results, w.Result)
			}
		}
		return results
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
	idx, err := openIndex(ctx, st)
	if err != nil {
		return err
	}
	pending := pendingIndex{idx: idx}
	for w := range each(ctx, inputs, o.Jobs, func(in Input) []work { return prepare(ctx, st, in, o) }) {
		if stopped(ctx, w.Result) {
			break
		}
		if w.Status == StatusRead {
			w.Result = save(st, w, o.Again)
			if w.Status == StatusSaved || w.Status == StatusRenewed {
				if err := pending.add(w.Record); err != nil {
					return errors.Join(err, idx.Close())
				}
			}
		}
		report(w.Result)
	}
	err = errors.Join(pending.flush(), idx.Close())
	if err == nil {
		err = st.Indexed()
	}
	return errors.Join(err, ctx.Err())
}

// prepare does what can be done at the same time for several inputs.
func prepare(ctx context.Context, st *corpus.Store, in Input, o Options) (list []work) {
	known := func(p part) (work, bool) {
		sum := sha256.Sum256(p.data)
		id := hex.EncodeToString(sum[:])
		if o.Again || !st.Has(id) {
			return work{}, false
		}
		d, err := st.Load(id) // a damaged one is read again, which mends it
		return work{Result: Result{Name: p.Name, Status: StatusKnown, Record: d.Record}}, err == nil
	}
	for _, p := range in.parts() {
		list = append(list, p.read(ctx, o, known, 0)...)
	}
	return list
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
// it returns in the order of the inputs. At most twice jobs results wait. It
// ends early when ctx does.
func each[T any](ctx context.Context, inputs []Input, jobs int, f func(Input) []T) iter.Seq[T] {
	if jobs <= 0 {
		jobs = runtime.GOMAXPROCS(0)
	}
	return func(yield func(T) bool) {
		ctx, stop := context.WithCancel(ctx)
		var g, feed errgroup.Group
		g.SetLimit(jobs)
		queue := make(chan chan []T, jobs) // in the order of the inputs
		feed.Go(func() error {
			defer close(queue)
			for _, in := range inputs {
				slot := make(chan []T, 1)
				select {
				case queue <- slot:
				case <-ctx.Done():
					return nil
				}
				g.Go(func() error { slot <- f(in); return nil })
			}
			return nil
		})
		defer func() {
			stop()
			_ = feed.Wait() // neither returns an error
			_ = g.Wait()
		}()
		for slot := range queue {
			if ctx.Err() != nil {
				return
			}
			for _, t := range <-slot {
				if !yield(t) {
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
	return unreadPage(rec) || rec.Text != nil && slices.ContainsFunc(rec.Text.Pages, func(p circular.Page) bool { return p.Method == circular.MethodText && p.Note != "" })
}

// Put saves a record that [Read] gave, with its original, in a corpus that is
// open for writing, and brings the index up to date. It returns the record as
// kept: of a document that was there, with its corrections.
func Put(ctx context.Context, st *corpus.Store, original []byte, rec circular.Record) (circular.Record, error) {
	idx, err := openIndex(ctx, st)
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
