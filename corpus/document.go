package corpus

import (
	"errors"
	"fmt"
	"io/fs"
	"iter"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/internal/disk"
)

// Document is what the corpus knows of one document.
type Document struct {
	Record      circular.Record // as extracted, then corrected
	Corrections []Correction    // in the order in which they were made
	Reviews     []Review        // in the order in which they were made
}

// ID returns the full id of the document.
func (d *Document) ID() string { return d.Record.Source.SHA256 }

// Save keeps a document and the record extracted from it. The record must name
// the SHA-256 of the original and pass its Check. A document that is there
// already is renewed: its record is replaced, its corrections and reviews stay.
// When Save returns nil, original, record and event survive a power cut.
func (s *Store) Save(original []byte, rec circular.Record) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(original) > MaxOriginal {
		return ErrTooLarge
	}
	id := hash(original)
	if rec.Source.SHA256 != id {
		return fmt.Errorf("saving %s: its record belongs to %q", id[:12], rec.Source.SHA256)
	}
	if err := rec.Check(); err != nil {
		return fmt.Errorf("saving %s: %w", id[:12], err)
	}
	return s.change(func() error {
		if b, err := disk.ReadFile(s.disk, s.path(originalName(id)), MaxOriginal); err != nil || hash(b) != id {
			if err := s.writeFile(originalName(id), original); err != nil {
				return err
			}
		}
		b, digest, err := seal(rec)
		if err != nil {
			return fmt.Errorf("saving %s: %w", id[:12], err)
		}
		tmp, err := s.prepare(recordName(id), b)
		if err != nil {
			return err
		}
		h, _, err := s.toldLocked(id)
		if err != nil {
			return err
		}
		e := Event{Action: ActionRenew, ID: id, Path: rec.Source.Path, Record: digest, By: s.By}
		if !h.live && !s.Has(id) {
			e.Action = ActionSave
			if err := s.removeFile(editName(id)); err != nil { // of an earlier life
				return err
			}
		}
		if _, err := s.append(e); err != nil {
			_ = s.disk.Remove(tmp) // the next writer sweeps it
			return err
		}
		err = s.commit(tmp, recordName(id))
		if err != nil && !s.Has(id) {
			_ = s.notSaved(id) // else the next writer does
		}
		return err
	})
}

// Load returns the document with this full id. It fails with ErrNotFound, or
// with a *DamageError where a file is not what was written, or not what the log
// says was written.
func (s *Store) Load(id string) (Document, error) {
	var d Document
	if !isID(id) {
		return d, fmt.Errorf("id %q: %w", id, ErrNotFound)
	}
	rec, err := s.loadRecord(id, recordName(id))
	if errors.Is(err, fs.ErrNotExist) {
		return d, fmt.Errorf("id %q: %w", id, ErrNotFound)
	}
	if err != nil {
		return d, fmt.Errorf("loading %s: %w", id[:12], err)
	}
	people, err := s.loadEdits(id)
	if err != nil {
		return d, fmt.Errorf("loading %s: %w", id[:12], err)
	}
	d.Record, d.Corrections, d.Reviews = rec, people.Corrections, people.Reviews
	Apply(&d.Record, d.Corrections)
	return d, nil
}

// loadRecord reads a record as it was extracted, from the file of that name. What a record says of itself
// is checked before anything is made of it.
func (s *Store) loadRecord(id, name string) (circular.Record, error) {
	var rec circular.Record
	digest, err := s.unseal(id, name, &rec)
	if err != nil {
		return rec, err
	}
	if rec.Source.SHA256 != id {
		err = fmt.Errorf("it holds the record of %q", rec.Source.SHA256)
	} else {
		err = rec.Check()
	}
	if err == nil {
		err = s.vouched(id, digest)
	}
	if err != nil {
		return rec, &DamageError{ID: id, File: name, Err: err}
	}
	return rec, nil
}

// vouched returns an error where the log does not say that a record with this
// sum was saved. A log that is damaged itself, or of layout 1, vouches for all.
func (s *Store) vouched(id, digest string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	h, ok, err := s.toldLocked(id)
	switch {
	case err != nil:
		return err
	case ok && (!h.known || h.records[digest]) || len(s.ledger.faults()) > 0:
		return nil
	case !ok:
		return errors.New("the log does not know it")
	}
	return errors.New("it is not the record that the log says was saved")
}

// All yields every document, by id. One that cannot be loaded comes as an error
// that names it, and the next follows; damage of the log comes first.
func (s *Store) All() iter.Seq2[Document, error] {
	return func(yield func(Document, error) bool) {
		if _, err := s.Log(); err != nil && !yield(Document{}, firstDamage(err)) {
			return
		}
		ids, err := s.IDs()
		if err != nil {
			yield(Document{}, err)
			return
		}
		for _, id := range ids {
			d, err := s.Load(id)
			if errors.Is(err, ErrNotFound) {
				continue // removed meanwhile
			}
			if !yield(d, err) {
				return
			}
		}
	}
}

// firstDamage returns the first *DamageError in err, or err.
func firstDamage(err error) error {
	var d *DamageError
	if errors.As(err, &d) {
		return d
	}
	return err
}

// Original returns the bytes of the document with this full id, checked
// against it.
func (s *Store) Original(id string) ([]byte, error) {
	if !isID(id) {
		return nil, fmt.Errorf("id %q: %w", id, ErrNotFound)
	}
	b, err := disk.ReadFile(s.disk, s.path(originalName(id)), MaxOriginal)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("id %q: %w", id, ErrNotFound)
	}
	if err != nil {
		return nil, fmt.Errorf("loading %s: %w", id[:12], err)
	}
	if hash(b) != id {
		return nil, &DamageError{ID: id, File: originalName(id), Err: errors.New("its bytes do not match its name")}
	}
	return b, nil
}
