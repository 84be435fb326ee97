package web

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/compare"
	"github.com/telaah/telaah/document"
	"github.com/telaah/telaah/ingest"
	"github.com/telaah/telaah/internal/say"
)

// parses is how many documents are read at the same time.
const parses = 2

// What the queue keeps in memory: beyond it, the oldest that are done go.
const (
	maxDrafts     = 300
	maxDraftBytes = 400 << 20
)

// maxDepth bounds how deep documents are read that others bring along.
const maxDepth = 3

// errFull says that nothing more can be taken before something is done.
var errFull = errors.New("the queue is full")

// state is how far a draft has come.
type state string

const (
	stateQueued  state = "queued"
	stateReading state = "reading"
	stateDone    state = "done"
	stateFailed  state = "failed"
	stateSkipped state = "skipped" // found in an archive, but no document
)

// draft is one document that was given to be checked. It is a value: the queue
// hands out copies.
type draft struct {
	ID       string
	Name     string
	State    state
	Progress document.Progress
	Err      error           // of failed and skipped
	Record   circular.Record // of done
	Against  string          // baseline chosen by the reader, "" the one it cites
	Stored   bool            // in the corpus
	From     string          // id of what it was found in, "" none
	Owner    string          // login of who gave it, "" where nobody logs in; others do not see it
	Parts    []string        // ids of what it held or brought along
	Box      bool            // an archive or a mail: no draft itself

	data   []byte
	broken error                           // why it holds no document of its own
	opened bool                            // it is no archive to be opened
	depth  int                             // documents around it
	judged map[judging]circular.Comparison // never changed, but replaced
}

// Live reports whether the state will change by itself.
func (d draft) Live() bool { return d.State == stateQueued || d.State == stateReading }

// queue holds the drafts of this run, and hands them to those who read them.
type queue struct {
	mu      sync.Mutex
	ready   sync.Cond
	drafts  map[string]*draft
	order   []string // ids, the oldest first
	waiting []string
	closed  bool
}

func newQueue() *queue {
	q := &queue{drafts: map[string]*draft{}}
	q.ready.L = &q.mu
	return q
}

func (q *queue) close() {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.closed = true
	q.ready.Broadcast()
}

// add puts documents of somebody into the queue, from another draft (nil: given
// by the reader), and returns their ids; opened says that archives among them are not
// to be opened. All are taken or none.
func (q *queue) add(files []document.File, owner string, from *draft, opened bool) ([]string, error) {
	q.mu.Lock()
	defer q.mu.Unlock()
	size := 0
	for _, f := range files {
		size += len(f.Data)
	}
	if !q.room(len(files), size) {
		return nil, errFull
	}
	var ids []string
	for _, f := range files {
		d := &draft{ID: strings.ToLower(rand.Text()), Name: f.Name, State: stateQueued, Owner: owner, data: f.Data, broken: f.Err, opened: opened}
		if from != nil {
			d.From, d.depth = from.ID, from.depth+1
		}
		q.drafts[d.ID] = d
		q.order = append(q.order, d.ID)
		q.waiting = append(q.waiting, d.ID)
		ids = append(ids, d.ID)
	}
	q.ready.Broadcast()
	return ids, nil
}

// room drops the oldest drafts that are done until n more of so many bytes fit,
// and reports whether they do.
func (q *queue) room(n, size int) bool {
	for {
		held := 0
		for _, d := range q.drafts {
			held += len(d.data)
		}
		if len(q.order)+n <= maxDrafts && held+size <= maxDraftBytes {
			return true
		}
		i := slices.IndexFunc(q.order, func(id string) bool { return !q.drafts[id].Live() })
		if i < 0 {
			return false
		}
		delete(q.drafts, q.order[i])
		q.order = slices.Delete(q.order, i, i+1)
	}
}

// take waits for a draft to read; ok is false when the queue was closed.
func (q *queue) take() (d draft, ok bool) {
	q.mu.Lock()
	defer q.mu.Unlock()
	for {
		for len(q.waiting) > 0 && !q.closed {
			id := q.waiting[0]
			q.waiting = q.waiting[1:]
			if d := q.drafts[id]; d != nil {
				d.State = stateReading
				return *d, true
			}
		}
		if q.closed {
			return draft{}, false
		}
		q.ready.Wait()
	}
}

// change changes a draft, unless it is gone.
func (q *queue) change(id string, f func(d *draft)) bool {
	q.mu.Lock()
	defer q.mu.Unlock()
	d := q.drafts[id]
	if d != nil {
		f(d)
	}
	return d != nil
}

// again puts a draft that failed back into the queue.
func (q *queue) again(id string) {
	q.change(id, func(d *draft) {
		if d.State == stateFailed || d.State == stateSkipped {
			d.State, d.Err = stateQueued, nil
			q.waiting = append(q.waiting, id)
			q.ready.Broadcast()
		}
	})
}

// drop forgets a draft.
func (q *queue) drop(id string) {
	q.mu.Lock()
	defer q.mu.Unlock()
	delete(q.drafts, id)
	q.order = slices.DeleteFunc(q.order, func(o string) bool { return o == id })
}

// get returns a draft of somebody by its id.
func (q *queue) get(id, owner string) (draft, bool) {
	q.mu.Lock()
	defer q.mu.Unlock()
	d := q.drafts[id]
	if d == nil || d.Owner != owner {
		return draft{}, false
	}
	return *d, true
}

// list returns the drafts of somebody, the newest first; archives and mails only
// while they are being opened.
func (q *queue) list(owner string) []draft {
	q.mu.Lock()
	defer q.mu.Unlock()
	var out []draft
	for _, id := range slices.Backward(q.order) {
		if d := q.drafts[id]; d.Owner == owner && !d.Box {
			out = append(out, *d)
		}
	}
	return out
}

// parse reads drafts until the queue is closed.
func (s *Server) parse() {
	for {
		d, ok := s.queue.take()
		if !ok {
			return
		}
		s.parseOne(d)
	}
}

// parseOne reads one draft. What an archive or a mail holds, and what a document
// brings along, goes into the queue.
func (s *Server) parseOne(d draft) {
	fail := func(err error) {
		s.queue.change(d.ID, func(d *draft) { d.State, d.Err = stateFailed, err })
	}
	defer func() { // a document that breaks the extractor is one line, not the end
		if r := recover(); r != nil {
			fail(fmt.Errorf("reading %s: %v", d.Name, r))
		}
		if s.ctx.Err() != nil {
			fail(context.Canceled)
		}
	}()
	o := s.o.Read
	o.Progress = func(_ string, p document.Progress) { s.queue.change(d.ID, func(d *draft) { d.Progress = p }) }
	if !d.opened {
		files, err := ingest.Open(s.ctx, o, d.Name, d.data)
		if err != nil {
			fail(err)
			return
		}
		if len(files) != 1 || files[0].Name != d.Name {
			ids, err := s.queue.add(once(files), d.Owner, &d, true)
			if err != nil {
				fail(err)
				return
			}
			s.queue.change(d.ID, func(d *draft) { d.State, d.Parts, d.Box, d.data = stateDone, ids, true, nil })
			return
		}
	}
	r, brought := ingest.One(s.ctx, o, document.File{Name: d.Name, Data: d.data, Err: d.broken}, d.From != "")
	if r.Err == nil { // judged before it is done, so that no page waits for it
		d.Record = r.Record
		if _, r.Err = s.check(&d, s.o.Lang); r.Err != nil {
			r.Status = ingest.StatusFailed
		}
	}
	var ids []string
	if d.depth < maxDepth && len(brought) > 0 {
		for i := range brought {
			brought[i].Name = d.Name + "/" + brought[i].Name
		}
		var err error
		if ids, err = s.queue.add(once(brought), d.Owner, &d, false); err != nil {
			fail(err)
			return
		}
	}
	s.queue.change(d.ID, func(d *draft) {
		d.State, d.Err, d.Record, d.Parts = stateDone, r.Err, r.Record, ids
		switch r.Status {
		case ingest.StatusSkipped:
			d.State = stateSkipped
		case ingest.StatusFailed:
			d.State = stateFailed
		}
	})
}

// once marks files that are copies of one before them.
func once(files []document.File) []document.File {
	seen := map[[32]byte]bool{}
	for i := range files {
		sum := sha256.Sum256(files[i].Data)
		if seen[sum] && files[i].Err == nil {
			files[i].Err = fmt.Errorf("reading %s: %w", files[i].Name, ingest.ErrTwin)
		}
		seen[sum] = true
	}
	return files
}

// check holds a draft against its baseline, once.
func (s *Server) check(d *draft, l say.Lang) (circular.Comparison, error) {
	how := judging{baseline: d.Against, lang: l}
	if c, ok := d.judged[how]; ok {
		return c, nil
	}
	c, err := compare.Check(s.baselines, d.Record, compare.Options{Baseline: d.Against, Lang: string(l)})
	if err == nil {
		s.queue.change(d.ID, func(d *draft) {
			all := maps.Clone(d.judged)
			if all == nil {
				all = map[judging]circular.Comparison{}
			}
			all[how] = c
			d.judged = all
		})
	}
	return c, err
}
