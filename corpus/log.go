package corpus

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"time"
)

// Action is what an event of the log did.
type Action string

// The actions.
const (
	ActionSave    Action = "save"    // a new document
	ActionRenew   Action = "renew"   // a document that was there, read and extracted again
	ActionCorrect Action = "correct" // a field corrected by a person
	ActionRemove  Action = "remove"  // a document with everything that belongs to it
)

// Event is one line of the log.
type Event struct {
	At     time.Time   `json:"at"` // UTC, whole seconds
	Action Action      `json:"action"`
	ID     string      `json:"id"`             // full id of the document
	Path   string      `json:"path,omitempty"` // where it came from, for save and renew
	Field  *Correction `json:"correction,omitempty"`
}

// maxLogLine bounds one event; a longer line is damage.
const maxLogLine = 1 << 20

// append adds an event to the log, durably. The rest of a line that a crash
// cut off is cut away first: it was never acknowledged.
func (s *Store) append(e Event) (err error) {
	defer func() {
		if err != nil {
			err = fmt.Errorf("writing the log: %w", err)
		}
	}()
	e.At = s.now().UTC().Truncate(time.Second)
	b, err := json.Marshal(e)
	if err != nil {
		return err
	}
	_, statErr := os.Stat(s.path(logFile))
	f, err := os.OpenFile(s.path(logFile), os.O_CREATE|os.O_RDWR, 0o666)
	if err != nil {
		return err
	}
	defer f.Close()
	end, err := wholeLines(f)
	if err != nil {
		return err
	}
	if err := f.Truncate(end); err != nil {
		return err
	}
	if err := s.at("log"); err != nil {
		return err
	}
	if _, err := f.WriteAt(append(b, '\n'), end); err != nil {
		return err
	}
	if err := f.Sync(); err != nil {
		return err
	}
	if errors.Is(statErr, fs.ErrNotExist) {
		return syncDir(s.dir)
	}
	return nil
}

// wholeLines returns the offset behind the last line break of f.
func wholeLines(f *os.File) (int64, error) {
	end, err := f.Seek(0, io.SeekEnd)
	if err != nil {
		return 0, err
	}
	buf := make([]byte, 4096)
	for end > 0 {
		n := min(end, int64(len(buf)))
		if _, err := f.ReadAt(buf[:n], end-n); err != nil {
			return 0, err
		}
		if i := bytes.LastIndexByte(buf[:n], '\n'); i >= 0 {
			return end - n + int64(i) + 1, nil
		}
		end -= n
	}
	return 0, nil
}

// Log returns the events in the order in which they happened. A last line
// without its line break was never acknowledged and is left out; any other
// line that cannot be read is a *DamageError, returned beside the events that
// could.
func (s *Store) Log() ([]Event, error) {
	f, err := os.Open(s.path(logFile))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("reading the log: %w", err)
	}
	defer f.Close()
	end, err := wholeLines(f)
	if err != nil {
		return nil, fmt.Errorf("reading the log: %w", err)
	}
	var (
		events []Event
		errs   []error
	)
	lines := bufio.NewScanner(io.NewSectionReader(f, 0, end))
	lines.Buffer(nil, maxLogLine)
	for n := 1; lines.Scan(); n++ {
		var e Event
		if err := json.Unmarshal(lines.Bytes(), &e); err != nil {
			errs = append(errs, &DamageError{File: logFile, Err: fmt.Errorf("line %d: %w", n, err)})
			continue
		}
		events = append(events, e)
	}
	if err := lines.Err(); err != nil {
		errs = append(errs, &DamageError{File: logFile, Err: err})
	}
	return events, errors.Join(errs...)
}
