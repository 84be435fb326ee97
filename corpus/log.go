package corpus

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"time"

	"github.com/telaah/telaah/internal/disk"
)

// Action is what an event of the log did.
type Action string

// The actions.
const (
	ActionSave    Action = "save"    // a new document
	ActionRenew   Action = "renew"   // a document that was there, read and extracted again
	ActionCorrect Action = "correct" // a field corrected by a person
	ActionReview  Action = "review"  // what people decided about a document
	ActionRemove  Action = "remove"  // a document put into the bin by a person
	ActionUndo    Action = "undo"    // a correction, review or removal taken back by a person
	ActionPurge   Action = "purge"   // a removed document deleted from the bin after BinTime
	ActionSearch  Action = "search"  // a search that people keep under a name, or drop
	ActionRepair  Action = "repair"  // damage noted: of lines of the log, or a document set aside
)

// Event is one line of the log. Its lines form a chain: each holds its own
// SHA-256 and that of the line before, so that a line that was changed, left
// out or put in is noticed. There is no secret in it: who rewrites the whole
// log from there on is not found out by the log alone.
type Event struct {
	N      int       `json:"n"`  // number of its line, from 1
	At     time.Time `json:"at"` // UTC, whole seconds
	Action Action    `json:"action"`
	ID     string    `json:"id,omitempty"`     // full id of the document
	Path   string    `json:"path,omitempty"`   // where it came from, for save and renew
	Record string    `json:"record,omitempty"` // SHA-256 of its record, for save and renew

	Correction *Correction  `json:"correction,omitempty"`
	Review     *Review      `json:"review,omitempty"`
	Search     *SavedSearch `json:"search,omitempty"`

	By     string       `json:"by,omitempty"`     // who did it, for save, renew, remove, search and undo
	Why    string       `json:"why,omitempty"`    // for remove, undo and repair
	Undoes int          `json:"undoes,omitempty"` // number of the event that an undo takes back
	Lines  []brokenLine `json:"lines,omitempty"`  // lines of the log that were found damaged, for repair
}

// brokenLine says which line is damaged, and what stands there now.
type brokenLine struct {
	N   int    `json:"n"`
	Sum string `json:"sum"`
}

// chained is an event as it is written: the rest of the line follows its prev.
type chained struct {
	Prev string `json:"prev"` // Sum of the line before, "" for the first
	Event
}

// maxLogLine bounds one event; a longer line is damage.
const maxLogLine = 1 << 20

// sumField comes last in a line: it holds the SHA-256 of all before it.
const sumField = `,"sum":"`

// encode returns the line of an event behind the one with the sum prev.
func encode(e Event, prev string) (line []byte, sum string, err error) {
	b, err := json.Marshal(chained{prev, e})
	if err != nil {
		return nil, "", err
	}
	b = b[:len(b)-1]
	sum = hash(b)
	return append(b, sumField+sum+"\"}\n"...), sum, nil
}

// decode reads a line without its break. Lines of layout 1 have no sum.
func decode(line []byte) (e chained, sum string, err error) {
	if err := json.Unmarshal(line, &e); err != nil {
		return e, "", err
	}
	head, tail, ok := cutLast(line, sumField)
	if !ok {
		return e, "", nil
	}
	if sum = hash(head); string(tail) != sum+`"}` {
		return e, "", errors.New("its bytes do not match their checksum")
	}
	return e, sum, nil
}

func cutLast(b []byte, sep string) (head, tail []byte, ok bool) {
	i := bytes.LastIndex(b, []byte(sep))
	if i < 0 {
		return b, nil, false
	}
	return b[:i], b[i+len(sep):], true
}

// append adds an event to the log, durably, and to what the store knows of it.
// The rest of a line that a crash cut off is cut away first: it was never
// acknowledged.
func (s *Store) append(e Event) (_ Event, err error) {
	defer func() {
		if err != nil {
			err = fmt.Errorf("writing the log: %w", err)
		}
	}()
	if err := s.ledger.read(s); err != nil {
		return e, err
	}
	e.N, e.At = s.ledger.lines+1, s.now().UTC().Truncate(time.Second)
	line, sum, err := encode(e, s.ledger.sum)
	if err != nil {
		return e, err
	}
	if len(line) > maxLogLine {
		return e, fmt.Errorf("an event of %d bytes is too long", len(line))
	}
	isNew := !disk.Exists(s.disk, s.path(logFile))
	f, err := s.disk.Append(s.path(logFile))
	if err != nil {
		return e, err
	}
	defer f.Close()
	if err := f.Truncate(s.ledger.end); err != nil {
		return e, err
	}
	if _, err := f.WriteAt(line, s.ledger.end); err != nil {
		return e, s.unwrite(f, err)
	}
	if err := f.Sync(); err != nil {
		return e, s.unwrite(f, err)
	}
	if isNew {
		if err := s.disk.SyncDir(s.dir); err != nil {
			return e, s.unwrite(f, err)
		}
	}
	s.ledger.end += int64(len(line))
	s.ledger.sum, s.ledger.gap = sum, false
	s.ledger.add(e)
	return e, nil
}

// unwrite takes a line back that could not be made durable, so that the next
// one does not stand on it. Where that fails too, the line is whole or torn,
// and whoever reads the log next finds out.
func (s *Store) unwrite(f disk.File, err error) error {
	if e := f.Truncate(s.ledger.end); e != nil {
		s.ledger = ledger{} // read it anew
	}
	return err
}

// ledger is what the log says, read as far as end.
type ledger struct {
	end     int64  // offset behind the last line that was read
	sum     string // of that line
	torn    bool   // more follows that is no whole line
	gap     bool   // that line could not be read: nothing can follow it
	lines   int    // number of that line
	events  []Event
	damage  []brokenLine // lines that cannot be read or do not follow the one before
	why     map[int]error
	noted   map[brokenLine]bool // damage that a repair has noted
	history map[string]*history
}

// history is what the log says of one document.
type history struct {
	live    bool
	path    string
	records map[string]bool // sums of its records since it went in
	known   bool            // every one of them has a sum: none is from layout 1
	edits   []edit
	removed int // number of the event that put it into the bin, 0 for none
}

// edit is a correction or review that stands.
type edit struct {
	n          int // number of its event
	correction *Correction
	review     *Review
}

// read brings the ledger up to date with the log, which others may have
// appended to. The mutex must be held.
func (l *ledger) read(s *Store) error {
	if l.history == nil {
		*l = ledger{history: map[string]*history{}, noted: map[brokenLine]bool{}, why: map[int]error{}}
	}
	size, _, err := s.disk.Size(s.path(logFile))
	if errors.Is(err, fs.ErrNotExist) {
		if l.lines > 0 {
			*l = ledger{}
			return l.read(s)
		}
		return nil
	}
	if err != nil {
		return fmt.Errorf("reading the log: %w", err)
	}
	if size == l.end {
		return nil
	}
	if size < l.end { // not the log that was read
		*l = ledger{}
		return l.read(s)
	}
	f, err := s.disk.Open(s.path(logFile))
	if err != nil {
		return fmt.Errorf("reading the log: %w", err)
	}
	defer f.Close()
	r := bufio.NewReaderSize(io.NewSectionReader(f, l.end, size-l.end), 1<<16)
	for {
		line, err := r.ReadSlice('\n')
		var long []byte
		for errors.Is(err, bufio.ErrBufferFull) {
			long = append(long, line...)
			line, err = r.ReadSlice('\n')
		}
		if long != nil {
			line = append(long, line...)
		}
		if err == io.EOF {
			l.torn = len(line) > 0
			if l.torn && !tornOff(line) { // a whole line whose break is damaged
				l.line(line)
				l.end += int64(len(line))
			}
			return nil
		}
		if err != nil {
			return fmt.Errorf("reading the log: %w", err)
		}
		l.line(line[:len(line)-1])
		l.end += int64(len(line))
	}
}

// tornOff reports whether the end of the log is what a crash leaves of a line,
// and not a line whose break was changed: a file may have grown before its last
// byte was written, and end in zeros.
func tornOff(tail []byte) bool {
	if tail[len(tail)-1] == 0 {
		return true
	}
	_, sum, err := decode(tail[:len(tail)-1])
	return err != nil || sum == ""
}

// line takes one line in. One that is whole counts even where the line before
// it is missing.
func (l *ledger) line(line []byte) {
	e, sum, err := decode(line)
	whole := err == nil && len(line) <= maxLogLine
	switch {
	case err != nil:
	case !whole:
		err = errors.New("too long")
	case sum == "" && l.sum != "":
		err, whole = errors.New("without its checksum"), false
	case sum != "" && !l.gap && (e.Prev != l.sum || e.N != l.lines+1):
		err = errors.New("does not follow the line before")
	}
	if sum == "" && whole {
		e.N = l.lines + 1
	}
	if err != nil {
		b := brokenLine{l.lines + 1, hash(line)}
		l.damage, l.why[b.N] = append(l.damage, b), err
	}
	if l.gap = !whole; l.gap {
		l.lines++
		l.sum = hash(line) // the next event stands on what is found here
		return
	}
	l.sum = sum
	l.add(e.Event)
}

// add takes an event in.
func (l *ledger) add(e Event) {
	l.lines = max(e.N, 1)
	l.events = append(l.events, e)
	for _, b := range e.Lines {
		l.noted[b] = true
	}
	if e.ID == "" {
		return
	}
	h := l.history[e.ID]
	if h == nil {
		h = &history{records: map[string]bool{}, known: true}
		l.history[e.ID] = h
	}
	switch e.Action {
	case ActionSave, ActionRenew:
		if !h.live && e.Action == ActionSave {
			*h = history{records: map[string]bool{}, known: true}
		}
		h.live, h.path = true, e.Path
		if e.Record == "" {
			h.known = false
		}
		h.records[e.Record] = true
	case ActionCorrect:
		h.edits = append(h.edits, edit{n: e.N, correction: e.Correction})
	case ActionReview:
		h.edits = append(h.edits, edit{n: e.N, review: e.Review})
	case ActionRemove:
		h.live, h.removed = false, e.N
	case ActionPurge, ActionRepair:
		h.live, h.removed = false, 0
	case ActionUndo:
		h.undo(e.Undoes)
	}
}

func (h *history) undo(n int) {
	if n == h.removed {
		h.live, h.removed = true, 0
	}
	for i, e := range h.edits {
		if e.n == n {
			h.edits = append(h.edits[:i:i], h.edits[i+1:]...)
			return
		}
	}
}

// faults returns the damage of the log that no repair has noted.
func (l *ledger) faults() (list []*DamageError) {
	for _, b := range l.damage {
		if !l.noted[b] {
			list = append(list, &DamageError{File: logFile, Err: fmt.Errorf("line %d: %w", b.N, l.why[b.N])})
		}
	}
	return list
}

// Log returns the events in the order in which they happened. A last line
// without its line break was never acknowledged and is left out; any other
// line that cannot be read or does not follow the one before is a
// *DamageError, returned beside the events that could.
func (s *Store) Log() ([]Event, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := s.ledger.read(s); err != nil {
		return nil, err
	}
	var errs []error
	for _, d := range s.ledger.faults() {
		errs = append(errs, d)
	}
	return append([]Event(nil), s.ledger.events...), errors.Join(errs...)
}

// LogSize returns the length of the log in bytes. It grows with every change of
// the corpus, by whatever process.
func (s *Store) LogSize() int64 {
	size, _, err := s.disk.Size(s.path(logFile))
	if err != nil {
		return 0
	}
	return size
}

// told returns a copy of what the log says of a document; ok is false where it
// says nothing.
func (s *Store) told(id string) (h history, ok bool, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.toldLocked(id)
}

func (s *Store) toldLocked(id string) (h history, ok bool, err error) {
	if err := s.ledger.read(s); err != nil {
		return h, false, err
	}
	p := s.ledger.history[id]
	if p == nil {
		return h, false, nil
	}
	return *p, true, nil
}
