// Package worker reads documents in processes of their own, so that a file
// that hangs, crashes or swells the reader costs one line in a summary and not
// the run. A reader is this program, started again; it has no environment, and
// is watched by time and memory.
//
// A library does not start processes: only commands use this package, and call
// [Main] before anything else. Others call document.Read.
package worker

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/document"
	"github.com/telaah/telaah/internal/process"
)

// Why a reader was ended. Errors of [Pool.Read] wrap one of them, or one of the
// sentinels of package document.
var (
	ErrTimeout = errors.New("reading took too long")
	ErrMemory  = errors.New("reading took too much memory")
	ErrCrash   = errors.New("the reader crashed")
)

// explanations says what each sentinel means, in Indonesian and in English.
var explanations = []struct {
	err    error
	id, en string
}{
	{ErrTimeout, "pembacaan melampaui batas waktu", "reading took too long"},
	{ErrMemory, "pembacaan melampaui batas memori", "reading took too much memory"},
	{ErrCrash, "pembaca berhenti mendadak pada berkas ini", "the reader crashed on this file"},
}

// Explain returns what went wrong in one clause and what to do about it, as
// document.Explain does, for errors of this package too.
func Explain(err error, lang string) (what, hint string) {
	for _, e := range explanations {
		if errors.Is(err, e.err) {
			if lang == "en" {
				return e.en, "the file may be damaged or made to do harm; save it anew, or split it"
			}
			return e.id, "berkas mungkin rusak atau dibuat untuk mengganggu; simpan ulang atau pecah berkas itu"
		}
	}
	return document.Explain(err, lang)
}

// Pool keeps readers, one document at a time each. Its methods may be called
// by several goroutines.
type Pool struct {
	Memory  int64  // bytes of resident memory at which a reader is ended; 0 for 900 MB
	Lexicon []byte // an archive (.zip) of the user's own lexicon, for Extract; nil for none

	peak  atomic.Int64  // resident memory seen
	base  time.Duration // least time for a file
	slots chan *reader  // idle readers, nil for one that was not started yet
	ocr   chan struct{}
	spawn func(pdf bool) (*reader, error)
	close sync.Once
	ended chan struct{}
}

// New returns a pool of n readers, started as they are needed; with n < 1 as
// many as there are processors, but no more than 8.
func New(n int) *Pool {
	if n < 1 {
		n = min(runtime.GOMAXPROCS(0), 8)
	}
	p := &Pool{base: baseTime, slots: make(chan *reader, n), ocr: make(chan struct{}, runtime.GOMAXPROCS(0)), spawn: start, ended: make(chan struct{})}
	for range n {
		p.slots <- nil
	}
	return p
}

// Close ends all readers. No Read may be under way.
func (p *Pool) Close() error {
	p.close.Do(func() {
		close(p.ended)
		for range cap(p.slots) {
			if r := <-p.slots; r != nil {
				r.end()
			}
		}
	})
	return nil
}

// Peak returns the most resident memory that was seen of a reader, in bytes.
func (p *Pool) Peak() int64 { return p.peak.Load() }

// The time a reader may compute for a file: a base, and more for each page. It
// may live for process.Patience times that, since it may have to wait for its
// turn, and for what recognises its pictures.
const (
	baseTime = 15 * time.Second
	pageTime = 100 * time.Millisecond
	ocrTime  = 5 * time.Second
	maxTold  = 5000 // pages that are believed
)

// allowance returns how long a reader may compute for a file of so many pages.
func (p *Pool) allowance(pages, ocr int) time.Duration {
	return p.base + time.Duration(pages)*pageTime + time.Duration(ocr)*ocrTime
}

// Limits after which a reader is retired though it behaves.
const (
	maxServed  = 200
	defaultRSS = 900 << 20
	restingRSS = 400 << 20
	watchEvery = 20 * time.Millisecond
)

// Read reads a file as document.Read does, in a reader. o.OCR runs in this
// process, beside the reader, and o.Progress is called from it.
func (p *Pool) Read(ctx context.Context, name string, data []byte, o document.Options) (d document.Document, err error) {
	err = p.ask(ctx, request{Do: workRead, Name: name, Options: o}, data, &d, nil)
	return d, err
}

// Extract reads and extracts a file in a reader, as [Extract] does. The record
// is checked: what killed no reader may have taken it over.
func (p *Pool) Extract(ctx context.Context, name string, data []byte, o document.Options) (circular.Record, []document.File, error) {
	var e extracted
	err := p.ask(ctx, request{Do: workExtract, Name: name, Options: o, Lexicon: p.Lexicon}, data, &e, nil)
	if err != nil {
		return circular.Record{}, nil, err
	}
	sum := sha256.Sum256(data)
	if err := e.Record.Check(); err != nil || e.Record.Source.SHA256 != hex.EncodeToString(sum[:]) || e.Record.Text == nil {
		return circular.Record{}, nil, fmt.Errorf("reading %s: %w: its record is none of this file (%v)", name, ErrCrash, err)
	}
	return e.Record, e.Attached, nil
}

// Expand opens an archive or a mail as document.Expand does, in a reader.
func (p *Pool) Expand(ctx context.Context, name string, data []byte) (files []document.File, err error) {
	for _, magic := range []string{"%PDF-", "\x89PNG", "\xFF\xD8\xFF"} { // most files are no such thing
		if bytes.HasPrefix(data, []byte(magic)) {
			return []document.File{{Name: name, Data: data}}, nil
		}
	}
	left := int64(maxUnpacked)
	err = p.ask(ctx, request{Do: workExpand, Name: name}, data, new(struct{}), func(f document.File) error {
		if left -= int64(len(f.Data)) + 1<<10; left < 0 {
			return badFrame()
		}
		files = append(files, f)
		return nil
	})
	return files, err
}

// maxUnpacked bounds what is believed to be in an archive.
const maxUnpacked = 300 << 20

// Show draws a page as document.Show does, in a reader.
func (p *Pool) Show(ctx context.Context, name string, data []byte, page, width int, o document.Options) (v document.View, err error) {
	err = p.ask(ctx, request{Do: workShow, Name: name, Options: o, Page: page, Width: width}, data, &v, nil)
	return v, err
}

// Do has a task of the program done with some bytes, in a reader, and puts its
// answer, as JSON, into answer. name is what an error is to name.
func (p *Pool) Do(ctx context.Context, task, name string, ask any, data []byte, answer any) error {
	b, err := json.Marshal(ask)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return p.ask(ctx, request{Do: workTask, Name: name, Task: task, Ask: b}, data, answer, nil)
}

// ask puts a request to the next reader that is free, and its answer into
// answer; part, if not nil, gets the files of an archive.
func (p *Pool) ask(ctx context.Context, q request, data []byte, answer any, part func(document.File) error) error {
	var r *reader
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-p.ended:
		return errors.New("the pool of readers is closed")
	case r = <-p.slots:
	}
	keep := false
	defer func() {
		if !keep && r != nil {
			r.end()
			r = nil
		}
		p.slots <- r
	}()
	if len(data) > maxFrame {
		keep = true
		return fmt.Errorf("reading %s: %w: %d bytes", q.Name, document.ErrTooLarge, len(data))
	}
	pdf := q.Do != workExpand && q.Do != workTask && bytes.Contains(data[:min(len(data), 1024)], []byte("%PDF-"))
	if r != nil && pdf && !r.pdf {
		r.end()
		r = nil
	}
	if r == nil {
		var err error
		if r, err = p.spawn(pdf); err != nil {
			return fmt.Errorf("reading %s: %w", q.Name, err)
		}
	}
	err := p.run(ctx, r, q, data, answer, part)
	var said *remote
	if err == nil || errors.As(err, &said) {
		r.served++
		rss, ok := process.Resident(r.cmd.Process.Pid)
		keep = r.served < maxServed && (!ok || rss < restingRSS)
	} else if ctx.Err() == nil {
		err = fmt.Errorf("reading %s: %w", q.Name, err)
	}
	return err
}

// run has r answer one request, and watches it.
func (p *Pool) run(ctx context.Context, r *reader, q request, data []byte, answer any, part func(document.File) error) (err error) {
	o := q.Options
	if o.OCR != nil {
		q.Models = o.OCR.Models()
	}
	go func() { // a hung reader does not take its file; its end ends this too
		if r.in.sendJSON(kindRequest, q) == nil {
			r.in.send(frame{kind: kindFile, body: data})
		}
	}()
	ctx, stop := context.WithCancel(ctx)
	var pictures sync.WaitGroup
	defer func() {
		stop()
		if said := (*remote)(nil); err != nil && !errors.As(err, &said) {
			r.kill() // so that nobody goes on waiting for it
		}
		pictures.Wait()
	}()
	var head *partHead // of the bytes that come next
	begun := time.Now()
	before, _ := process.CPU(r.cmd.Process.Pid) // for other files
	allowed := p.allowance(0, 0)
	watch := time.NewTicker(watchEvery)
	defer watch.Stop()
	limit := p.Memory
	if limit == 0 {
		limit = defaultRSS
	}
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-watch.C:
			cpu, known := process.CPU(r.cmd.Process.Pid)
			if wall := time.Since(begun); process.Over(allowed, cpu-before, known, wall) {
				return fmt.Errorf("%w (%v)", ErrTimeout, wall.Round(time.Second))
			}
			rss, ok := process.Resident(r.cmd.Process.Pid)
			if ok && rss > p.peak.Load() {
				p.peak.Store(rss)
			}
			if ok && rss > limit {
				return fmt.Errorf("%w (%d MB)", ErrMemory, rss>>20)
			}
		case f, ok := <-r.frames:
			if !ok {
				words := r.lastWords()
				if strings.Contains(words, "out of memory") || strings.Contains(words, "cannot allocate memory") {
					return fmt.Errorf("%w: %s", ErrMemory, words)
				}
				return fmt.Errorf("%w: %s", ErrCrash, words)
			}
			switch {
			case f.kind == kindDone:
				if err := json.Unmarshal(f.body, answer); err != nil {
					return fmt.Errorf("%w: %v", ErrCrash, err)
				}
				return nil
			case f.kind == kindFailed:
				var e failure
				if err := json.Unmarshal(f.body, &e); err != nil {
					return fmt.Errorf("%w: %v", ErrCrash, err)
				}
				return e.unpack()
			case f.kind == kindProgress:
				told, ok := unpackProgress(f.body, maxTold)
				if !ok {
					return badFrame()
				}
				allowed = p.allowance(told.Pages, 0)
				if o.OCR != nil {
					allowed = p.allowance(told.Pages, told.Scans)
				}
				if o.Progress != nil {
					o.Progress(told)
				}
			case f.kind == kindPart && part != nil:
				head = new(partHead)
				if err := json.Unmarshal(f.body, head); err != nil {
					return badFrame()
				}
				if head.Whole {
					if err := part(document.File{Name: q.Name, Data: data}); err != nil {
						return err
					}
				}
			case f.kind == kindBytes && head != nil:
				file := document.File{Name: head.Name, Data: f.body}
				if head.Err != nil {
					file.Err = head.Err.unpack()
				}
				if err := part(file); err != nil {
					return err
				}
				head = nil
			case f.kind == kindPicture && o.OCR != nil:
				pictures.Go(func() { p.recognise(ctx, r, f, o.OCR) })
			default:
				return badFrame()
			}
		}
	}
}

// badFrame is the error of a reader that speaks nonsense.
func badFrame() error { return fmt.Errorf("%w: it sent a frame that is not of the protocol", ErrCrash) }

// recognise has one picture read and sends its words to the reader, unless ctx
// ends first.
func (p *Pool) recognise(ctx context.Context, r *reader, f frame, ocr document.Recognizer) {
	select {
	case p.ocr <- struct{}{}:
		defer func() { <-p.ocr }()
	case <-ctx.Done():
		return
	}
	head, picture, _ := bytes.Cut(f.body, []byte{'\n'})
	var ask document.Ask
	var tsv []byte
	err := json.Unmarshal(head, &ask)
	if err == nil {
		tsv, err = ocr.Recognize(ctx, picture, ask)
	}
	if err != nil {
		r.in.send(frame{kind: kindNoWords, id: f.id, body: []byte(err.Error())})
		return
	}
	r.in.send(frame{kind: kindWords, id: f.id, body: tsv})
}
