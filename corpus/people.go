package corpus

import (
	"errors"
	"fmt"
	"io/fs"
	"reflect"
	"time"
)

// edits is what people made of a document, as kept in its file.
type edits struct {
	Corrections []Correction `json:"corrections"`
	Reviews     []Review     `json:"reviews"`
}

// edits returns what the log says that people made of a document.
func (h *history) made() edits {
	e := edits{Corrections: []Correction{}, Reviews: []Review{}}
	for _, one := range h.edits {
		switch {
		case one.correction != nil:
			e.Corrections = append(e.Corrections, *one.correction)
		case one.review != nil:
			e.Reviews = append(e.Reviews, *one.review)
		}
	}
	return e
}

// loadEdits returns what people made of a document.
func (s *Store) loadEdits(id string) (edits, error) {
	var e edits
	_, err := s.unseal(id, editName(id), &e)
	if errors.Is(err, fs.ErrNotExist) {
		h, _, err := s.told(id) // written at the next change: layout 1, or cut off
		return h.made(), err
	}
	return e, err
}

// writeEdits makes the file of a document's edits what the log says.
func (s *Store) writeEdits(id string) error {
	h, _, err := s.toldLocked(id)
	if err != nil {
		return err
	}
	e := h.made()
	if len(e.Corrections)+len(e.Reviews) == 0 {
		return s.removeFile(editName(id))
	}
	var old edits
	if _, err := s.unseal(id, editName(id), &old); err == nil && reflect.DeepEqual(old, e) {
		return nil
	}
	b, _, err := seal(e)
	if err != nil {
		return err
	}
	return s.writeFile(editName(id), b)
}

// Correct sets a field of the document with this full id and keeps who did so
// and why. It returns the correction as kept, or a *FieldError.
func (s *Store) Correct(id string, c Correction) (Correction, error) {
	d, err := s.Load(id)
	if err != nil {
		return c, err
	}
	rec := clone(d.Record)
	item, field, err := locate(&rec, c.Field)
	if err != nil {
		return c, err
	}
	c.Kind, c.Text = anchor(item)
	c.At = s.now().UTC().Truncate(time.Second)
	if c.Old, err = setField(item, field, c.Value); err == nil {
		err = rec.Check()
	}
	if err != nil {
		return c, &FieldError{Field: c.Field, Reason: reason(err), Err: err}
	}
	return c, s.edit(Event{Action: ActionCorrect, ID: id, Correction: &c})
}

// Undo takes back the n-th correction of the document, counted from 1, and
// returns it; who did so goes into the log. It fails with ErrNotFound where
// there is no such correction.
func (s *Store) Undo(id string, n int, by string) (Correction, error) {
	h, _, err := s.told(id)
	if err != nil {
		return Correction{}, err
	}
	for _, e := range h.edits {
		if e.correction == nil {
			continue
		}
		if n--; n == 0 {
			_, err := s.UndoEvent(e.n, by, "")
			return *e.correction, err
		}
	}
	return Correction{}, fmt.Errorf("correction of %s: %w", id, ErrNotFound)
}

// edit logs what a person made of a document and writes its file anew.
func (s *Store) edit(e Event) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	current := !s.IndexBehind()
	err := s.change(func() error {
		if _, err := s.append(e); err != nil {
			return err
		}
		return s.writeEdits(e.ID)
	})
	if err == nil && current && e.Action == ActionReview && !s.upsets { // the index has no reviews
		err = s.removeFile(behindFile)
		s.upsets = err != nil
	}
	return err
}

// Remove puts the document with this full id into the bin, with its original
// and all that people made of it; by and why are kept. UndoEvent takes it out again
// within BinTime.
func (s *Store) Remove(id, by, why string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if !isID(id) {
		return fmt.Errorf("id %q: %w", id, ErrNotFound)
	}
	return s.change(func() error {
		if _, err := s.append(Event{Action: ActionRemove, ID: id, By: by, Why: why}); err != nil {
			return err
		}
		return s.intoBin(id)
	})
}

// UndoEvent takes back the event with number n: a correction, a review or a removal
// that stands. It fails with ErrUndo where that is not so, or where the
// document was removed and went in again. It returns the event taken back.
func (s *Store) UndoEvent(n int, by, why string) (Event, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := s.ledger.read(s); err != nil {
		return Event{}, err
	}
	for _, e := range s.ledger.events {
		if e.N != n {
			continue
		}
		if !s.ledger.undoable(e) || e.Action == ActionRemove && !s.inBin(e.ID) {
			return e, fmt.Errorf("event %d: %w", n, ErrUndo)
		}
		return e, s.change(func() error {
			if _, err := s.append(Event{Action: ActionUndo, ID: e.ID, By: by, Why: why, Undoes: n}); err != nil {
				return err
			}
			if e.Action == ActionRemove {
				if err := s.outOfBin(e.ID); err != nil {
					return err
				}
			}
			return s.writeEdits(e.ID)
		})
	}
	return Event{}, fmt.Errorf("event %d: %w", n, ErrUndo)
}

// undoable reports whether an event is a change of a person that stands.
func (l *ledger) undoable(e Event) bool {
	h := l.history[e.ID]
	if h == nil {
		return false
	}
	if e.Action == ActionRemove {
		return h.removed == e.N && !h.live
	}
	for _, one := range h.edits {
		if one.n == e.N {
			return h.live
		}
	}
	return false
}

// Undoable returns the changes of people that UndoEvent can take back, the latest
// first.
func (s *Store) Undoable() ([]Event, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := s.ledger.read(s); err != nil {
		return nil, err
	}
	var list []Event
	for i := len(s.ledger.events) - 1; i >= 0; i-- {
		if e := s.ledger.events[i]; s.ledger.undoable(e) {
			list = append(list, e)
		}
	}
	return list, nil
}
