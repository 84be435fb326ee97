package corpus

import (
	"errors"
	"fmt"
	"io/fs"
	"time"
)

// Past is a corpus as it was before a moment.
type Past struct {
	s       *Store
	history map[string]*history
}

// Before returns the corpus as it was just before t, as far as it is kept: of a
// document that was read again since, the present record is all there is, and
// one that was deleted from the bin is gone.
func (s *Store) Before(t time.Time) (*Past, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := s.ledger.read(s); err != nil {
		return nil, err
	}
	then := ledger{history: map[string]*history{}, noted: map[brokenLine]bool{}}
	for _, e := range s.ledger.events {
		if e.At.Before(t) {
			then.add(e)
		}
	}
	return &Past{s, then.history}, nil
}

// Held reports whether the corpus held the document with this full id.
func (p *Past) Held(id string) bool {
	h := p.history[id]
	return h != nil && h.live
}

// Load returns the document with this full id as people had corrected and
// reviewed it by then. It fails with ErrNotFound where the corpus did not hold
// it, or has deleted it since.
func (p *Past) Load(id string) (Document, error) {
	var d Document
	if !p.Held(id) {
		return d, fmt.Errorf("id %q: %w", id, ErrNotFound)
	}
	rec, err := p.s.loadRecord(id, recordName(id))
	if errors.Is(err, fs.ErrNotExist) {
		rec, err = p.s.loadRecord(id, binned(id)[0][1])
	}
	if errors.Is(err, fs.ErrNotExist) {
		return d, fmt.Errorf("id %q: %w", id, ErrNotFound)
	}
	if err != nil {
		return d, fmt.Errorf("loading %s: %w", id[:12], err)
	}
	made := p.history[id].made()
	d.Record, d.Corrections, d.Reviews = rec, made.Corrections, made.Reviews
	Apply(&d.Record, d.Corrections)
	return d, nil
}
