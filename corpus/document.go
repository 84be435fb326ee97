package corpus

import (
	"errors"
	"fmt"
	"io/fs"
	"iter"

	"github.com/telaah/telaah/circular"
)

// Document is what the corpus knows of one document.
type Document struct {
	Record      circular.Record // as extracted, then corrected
	Corrections []Correction    // in the order in which they were made
}

// ID returns the full id of the document.
func (d *Document) ID() string { return d.Record.Source.SHA256 }

// Save keeps a document and the record extracted from it. The record must name
// the SHA-256 of the original and pass its Check. A document that is there
// already is renewed: its record is replaced, its corrections stay. When Save
// returns nil, both survive a power cut.
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
	if err := s.change(); err != nil {
		return err
	}
	if b, err := readBounded(s.path(originalName(id)), MaxOriginal); err != nil || hash(b) != id {
		if err := s.writeFile(originalName(id), original); err != nil {
			return err
		}
	}
	action := ActionSave
	if s.Has(id) {
		action = ActionRenew
	}
	b, err := seal(rec)
	if err != nil {
		return fmt.Errorf("saving %s: %w", id[:12], err)
	}
	if err := s.writeFile(recordName(id), b); err != nil {
		return err
	}
	return s.append(Event{Action: action, ID: id, Path: rec.Source.Path})
}

// Load returns the document with this full id. It fails with ErrNotFound, or
// with a *DamageError where a file is not what was written.
func (s *Store) Load(id string) (Document, error) {
	var d Document
	if !isID(id) {
		return d, fmt.Errorf("id %q: %w", id, ErrNotFound)
	}
	err := s.unseal(id, recordName(id), &d.Record)
	if errors.Is(err, fs.ErrNotExist) {
		return d, fmt.Errorf("id %q: %w", id, ErrNotFound)
	}
	if err != nil {
		return d, fmt.Errorf("loading %s: %w", id[:12], err)
	}
	if d.Record.Source.SHA256 != id {
		err = fmt.Errorf("it holds the record of %q", d.Record.Source.SHA256)
	} else {
		err = d.Record.Check()
	}
	if err != nil {
		return d, fmt.Errorf("loading %s: %w", id[:12], &DamageError{ID: id, File: recordName(id), Err: err})
	}
	if d.Corrections, err = s.corrections(id); err != nil {
		return d, fmt.Errorf("loading %s: %w", id[:12], err)
	}
	apply(&d.Record, d.Corrections)
	return d, nil
}

// All yields every document, by id. One that cannot be loaded comes as an error
// that names it, and the next follows.
func (s *Store) All() iter.Seq2[Document, error] {
	return func(yield func(Document, error) bool) {
		ids, err := s.IDs()
		if err != nil {
			yield(Document{}, err)
			return
		}
		for _, id := range ids {
			if !yield(s.Load(id)) {
				return
			}
		}
	}
}

// Original returns the bytes of the document with this full id, checked
// against it.
func (s *Store) Original(id string) ([]byte, error) {
	if !isID(id) {
		return nil, fmt.Errorf("id %q: %w", id, ErrNotFound)
	}
	b, err := readBounded(s.path(originalName(id)), MaxOriginal)
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

// Remove takes the document with this full id out of the corpus, with its
// original and its corrections; the log keeps that it was there. A removal
// that was cut off can be repeated.
func (s *Store) Remove(id string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if !isID(id) {
		return fmt.Errorf("id %q: %w", id, ErrNotFound)
	}
	if err := s.change(); err != nil {
		return err
	}
	for _, name := range []string{recordName(id), correctionName(id), originalName(id)} {
		if err := s.removeFile(name); err != nil {
			return err
		}
	}
	return s.append(Event{Action: ActionRemove, ID: id})
}

// Verify reads every file of the corpus and returns one error for each that is
// damaged or missing its counterpart, in the order of the ids.
func (s *Store) Verify() ([]*DamageError, error) {
	var found []*DamageError
	note := func(id, name string, err error) {
		var d *DamageError
		if !errors.As(err, &d) {
			d = &DamageError{ID: id, File: name, Err: err}
		}
		found = append(found, d)
	}
	records, err := s.IDs()
	if err != nil {
		return nil, err
	}
	for _, id := range records {
		if _, err := s.Load(id); err != nil {
			note(id, recordName(id), err)
		}
		if _, err := s.Original(id); err != nil {
			note(id, originalName(id), err)
		}
	}
	for _, dir := range []struct{ name, ext string }{{originalDir, ""}, {correctionDir, ".json"}} {
		ids, err := s.names(dir.name, dir.ext)
		if err != nil {
			return nil, err
		}
		for _, id := range ids {
			if !s.Has(id) {
				name := dir.name + "/" + id[:2] + "/" + id + dir.ext
				note(id, name, errors.New("it belongs to a document without a record"))
			}
		}
	}
	if _, err := s.Log(); err != nil {
		note("", logFile, err)
	}
	return found, nil
}
