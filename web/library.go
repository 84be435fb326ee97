package web

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/compare"
	"github.com/telaah/telaah/corpus"
	"github.com/telaah/telaah/index"
	"github.com/telaah/telaah/ingest"
	"github.com/telaah/telaah/internal/say"
)

// library is the corpus as the pages read it: in memory, brought up to date
// when the log has grown, by whatever process. A corpus of a bureau fits: a
// circular takes some tens of kilobytes.
type library struct {
	dir       string
	engine    *index.Remote // that carries the index; nil: it lies in the folder
	baselines []circular.Baseline

	reading sync.Mutex // held while the next state is read

	mu   sync.Mutex
	now  *shelf
	size int64 // of the log that now stands for
	busy bool  // the next state is being read
}

// shelf is one state of the corpus. It never changes.
type shelf struct {
	entries []*entry // the latest signed first
	byID    map[string]*entry
	log     []corpus.Event // that it stands for
	damaged []error
	enders  []*entry // documents that end circulars

	doubtLists doubtLists
	matrices   matrices
	news       newsLists

	dir       string
	engine    *index.Remote
	searching sync.RWMutex // held for reading while somebody searches
	opening   sync.Mutex
	comparing map[judging]chan struct{} // closed when all are compared
	idx       *index.Index              // nil until it is needed
	gone      bool
}

// entry is one document, with what was worked out from it so far.
type entry struct {
	corpus.Document
	Made     []corpus.Event // what people made of it and can take back, in its order
	mu       sync.Mutex
	judged   map[judging]circular.Comparison
	underWay map[judging]chan error // comparisons that are being made
}

// judging is one way to hold a document against a baseline.
type judging struct {
	baseline string // "" the one that it cites
	lang     say.Lang
	redline  bool // word differences for every pair
}

// shelf returns the present state of the corpus, an empty one where there is
// none. While another reader brings it up to date, it is the state before:
// nobody waits for what is being taken in. Whoever changes the corpus calls
// fresh, so that they see their change.
func (l *library) shelf() (*shelf, error) {
	st, err := corpus.Open(l.dir)
	if errors.Is(err, corpus.ErrNoCorpus) {
		l.mu.Lock()
		defer l.mu.Unlock()
		l.replace(newShelf(l.dir, l.engine), 0)
		return l.now, nil
	}
	if err != nil {
		return nil, err
	}
	size := st.LogSize()
	l.mu.Lock()
	now := l.now
	if now != nil && (size == l.size || l.busy) {
		l.mu.Unlock()
		return now, nil
	}
	l.mu.Unlock()
	return l.fresh()
}

// fresh reads what changed and returns the state of the corpus that has it.
func (l *library) fresh() (*shelf, error) {
	l.reading.Lock()
	defer l.reading.Unlock()
	l.setBusy(true)
	defer l.setBusy(false)
	st, err := corpus.Open(l.dir)
	if err != nil {
		return nil, err
	}
	size := st.LogSize()
	l.mu.Lock()
	now, same := l.now, l.now != nil && size == l.size
	l.mu.Unlock()
	if same {
		return now, nil
	}
	log, err := st.Log()
	if err != nil && len(log) == 0 {
		return nil, err
	}
	next, err := load(l.dir, l.engine, st, log, now)
	if err != nil {
		return nil, err
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	l.replace(next, size)
	return next, nil
}

func (l *library) setBusy(b bool) {
	l.mu.Lock()
	l.busy = b
	l.mu.Unlock()
}

// replace puts another state in place of the present one, whose index is closed
// when nobody searches it any more.
func (l *library) replace(next *shelf, size int64) {
	if old := l.now; old != nil && old != next {
		go old.close()
	}
	l.now, l.size = next, size
}

// close gives back the index of the present state.
func (l *library) close() {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.now != nil {
		l.now.close()
		l.now = nil
	}
}

func newShelf(dir string, engine *index.Remote) *shelf {
	return &shelf{dir: dir, engine: engine, byID: map[string]*entry{}}
}

// load reads the documents that changed since a state of the corpus, which may be
// nil; the others are shared with it.
func load(dir string, engine *index.Remote, st *corpus.Store, log []corpus.Event, now *shelf) (*shelf, error) {
	next := newShelf(dir, engine)
	next.log = log
	changed := map[string]bool{}
	if now != nil && len(now.log) > len(log) {
		now = nil // not the log that it stands for
	}
	if now != nil {
		for _, e := range log[len(now.log):] {
			changed[e.ID] = true
		}
	}
	ids, err := st.IDs()
	if err != nil {
		return nil, err
	}
	undoable, err := st.Undoable()
	if err != nil {
		return nil, err
	}
	made := map[string][]corpus.Event{}
	for _, e := range slices.Backward(undoable) {
		made[e.ID] = append(made[e.ID], e)
	}
	for _, id := range ids {
		if now != nil && !changed[id] {
			if old := now.byID[id]; old != nil {
				next.add(old)
				continue
			}
		}
		d, err := st.Load(id)
		if err != nil {
			next.damaged = append(next.damaged, err)
			continue
		}
		next.add(&entry{Document: d, Made: made[id], judged: map[judging]circular.Comparison{}})
	}
	slices.SortFunc(next.entries, later)
	slices.SortFunc(next.enders, later)
	return next, nil
}

func (s *shelf) add(e *entry) {
	s.entries = append(s.entries, e)
	s.byID[e.ID()] = e
	if slices.ContainsFunc(e.Record.Circulars, func(c circular.Circular) bool { return c.Role == circular.RoleRevoked }) {
		s.enders = append(s.enders, e)
	}
}

// later orders documents: the latest signed first, those without a day last,
// then by name and id.
func later(x, y *entry) int {
	var dx, dy circular.Date
	if c := x.Record.Subject(); c != nil {
		dx = c.DateSigned
	}
	if c := y.Record.Subject(); c != nil {
		dy = c.DateSigned
	}
	if c := dy.Compare(dx); c != 0 {
		return c
	}
	if c := strings.Compare(x.Record.Source.Path, y.Record.Source.Path); c != 0 {
		return c
	}
	return strings.Compare(x.ID(), y.ID())
}

// find returns the document with an id or the beginning of one.
func (s *shelf) find(id string) (*entry, error) {
	if e := s.byID[id]; e != nil {
		return e, nil
	}
	var found *entry
	if len(id) >= 6 {
		for full, e := range s.byID {
			if strings.HasPrefix(full, id) {
				if found != nil {
					return nil, fmt.Errorf("id %q: %w", id, corpus.ErrNotFound)
				}
				found = e
			}
		}
	}
	if found == nil {
		return nil, fmt.Errorf("id %q: %w", id, corpus.ErrNotFound)
	}
	return found, nil
}

// revoked returns the document that says that another one is revoked, or nil.
func (s *shelf) revoked(c *circular.Circular) *entry {
	if c == nil {
		return nil
	}
	for _, e := range s.enders {
		if e.Record.Revokes(c) {
			return e
		}
	}
	return nil
}

// compare holds a document against a baseline, once.
func (e *entry) compare(baselines []circular.Baseline, how judging) (circular.Comparison, error) {
	if c, ok := e.compared(how); ok {
		return c, nil
	}
	c, err := compare.Compare(baselines, e.Record, compare.Options{Baseline: how.baseline, Lang: string(how.lang), Redline: how.redline})
	if err == nil {
		e.mu.Lock()
		defer e.mu.Unlock()
		e.judged[how] = c
	}
	return c, err
}

// compareSoon is compare within the patience of a page: where ok is false, the
// comparison goes on behind it.
func (e *entry) compareSoon(baselines []circular.Baseline, how judging) (c circular.Comparison, ok bool, err error) {
	if c, ok := e.compared(how); ok {
		return c, true, nil
	}
	e.mu.Lock()
	if e.underWay == nil {
		e.underWay = map[judging]chan error{}
	}
	done := e.underWay[how]
	if done == nil {
		done = make(chan error, 1)
		e.underWay[how] = done
		go func() {
			_, err := e.compare(baselines, how)
			done <- err
			close(done)
		}()
	}
	e.mu.Unlock()
	select {
	case err := <-done:
		c, ok := e.compared(how)
		return c, ok, err
	case <-time.After(patience):
		return c, false, nil
	}
}

// compared returns a comparison that was made before.
func (e *entry) compared(how judging) (circular.Comparison, bool) {
	e.mu.Lock()
	defer e.mu.Unlock()
	c, ok := e.judged[how]
	return c, ok
}

// patience is how long a page waits for comparisons of the whole corpus. Those
// that take longer go on behind it.
const patience = 1500 * time.Millisecond

// compareAll holds every document against a baseline and returns the
// comparisons that are there within the page's patience, and how many are not
// yet. Documents that cannot be compared are left out.
func (s *shelf) compareAll(baselines []circular.Baseline, how judging) (list []circular.Comparison, pending int) {
	s.opening.Lock()
	if s.comparing == nil {
		s.comparing = map[judging]chan struct{}{}
	}
	done := s.comparing[how]
	if done == nil {
		done = make(chan struct{})
		s.comparing[how] = done
		go func() {
			defer close(done)
			for _, e := range s.entries {
				e.compare(baselines, how) // one that fails is not there
			}
		}()
	}
	s.opening.Unlock()
	over := false
	select {
	case <-done:
		over = true
	case <-time.After(patience):
	}
	for _, e := range s.entries {
		if c, ok := e.compared(how); ok {
			list = append(list, c)
		} else if !over {
			pending++
		}
	}
	return list, pending
}

// errGone says that the corpus has changed since this state of it.
var errGone = errors.New("the corpus has changed")

// search answers a query from the index as it stands.
func (s *shelf) search(ctx context.Context, q index.Query) (*index.Result, error) {
	s.searching.RLock()
	defer s.searching.RUnlock()
	idx, err := s.open()
	if err != nil {
		return nil, err
	}
	return idx.Search(ctx, q)
}

// open opens a view of the index, so that others may write it meanwhile.
func (s *shelf) open() (*index.Index, error) {
	s.opening.Lock()
	defer s.opening.Unlock()
	if s.gone {
		return nil, errGone
	}
	if s.idx != nil {
		return s.idx, nil
	}
	idx, err := ingest.OpenIndex(context.Background(), s.dir, s.engine, nil)
	if err == nil {
		s.idx = idx
	}
	return idx, err
}

// close waits for those who search and closes the index.
func (s *shelf) close() {
	s.searching.Lock()
	defer s.searching.Unlock()
	s.gone = true
	if s.idx != nil {
		s.idx.Close() // only a view: nothing is lost
		s.idx = nil
	}
}
