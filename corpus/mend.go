package corpus

import (
	"errors"
	"fmt"
	"path"
	"reflect"
	"slices"

	"github.com/telaah/telaah/internal/disk"
)

// Mended says what became of one damaged file.
type Mended struct {
	File string
	How  How
}

// How is what was done about a damaged file.
type How string

// What can be done.
const (
	Rebuilt     How = "rebuilt"     // made anew from the rest of the corpus
	Noted       How = "noted"       // lines of the log: what they said is lost, and the log says so
	Quarantined How = "quarantined" // set aside: nothing in the corpus tells what it held
	Missing     How = "missing"     // nothing in the corpus tells what it held, and nothing is there
)

// Mend repairs what Check found, as far as the corpus itself allows, and sets
// aside what nothing can be made of. again are the documents whose records are
// to be read from their originals once more; the caller does so. The corpus is
// the one that Check was asked of, open for writing.
func (s *Store) Mend(found []*DamageError) (done []Mended, again []string, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	m := mender{s: s}
	err = s.change(func() error {
		if err := m.log(); err != nil {
			return err
		}
		byID := map[string][]*DamageError{}
		for _, d := range found {
			switch {
			case d.File == logFile:
			case d.ID != "":
				byID[d.ID] = append(byID[d.ID], d)
			case d.File == markerFile:
				m.note(d.File, Rebuilt)
				if err := s.writeMarker(); err != nil {
					return err
				}
			case d.File == behindFile:
				m.note(d.File, Rebuilt)
				if err := s.markBehind(0); err != nil {
					return err
				}
			}
		}
		ids := make([]string, 0, len(byID))
		for id := range byID {
			ids = append(ids, id)
		}
		slices.Sort(ids)
		for _, id := range ids {
			if err := m.document(id, byID[id]); err != nil {
				return err
			}
		}
		return nil
	})
	return m.done, m.again, err
}

// mender gathers what was done.
type mender struct {
	s     *Store
	done  []Mended
	again []string
}

func (m *mender) note(file string, how How) { m.done = append(m.done, Mended{file, how}) }

// log notes the damaged lines, and has the log vouch again for the records
// whose events were lost with them.
func (m *mender) log() error {
	s := m.s
	var lines []brokenLine
	for _, b := range s.ledger.damage {
		if !s.ledger.noted[b] {
			lines = append(lines, b)
		}
	}
	if len(lines) == 0 {
		return nil
	}
	m.note(logFile, Noted)
	ids, err := s.IDs()
	if err != nil {
		return err
	}
	for _, id := range ids {
		var head struct{ Source struct{ Path, SHA256 string } }
		digest, err := s.unseal(id, recordName(id), &head)
		h := s.ledger.history[id]
		if err != nil || head.Source.SHA256 != id || h != nil && h.live && h.records[digest] {
			continue
		}
		if _, err := s.append(Event{Action: ActionRenew, ID: id, Path: head.Source.Path, Record: digest, Why: "repair"}); err != nil {
			return err
		}
	}
	_, err = s.append(Event{Action: ActionRepair, Why: "damaged lines", Lines: lines})
	return err
}

// document mends the files of one document.
func (m *mender) document(id string, found []*DamageError) error {
	s := m.s
	names := map[string]bool{}
	for _, d := range found {
		names[d.File] = true
	}
	h, _, err := s.toldLocked(id)
	switch {
	case err != nil:
		return err
	case h.removed > 0 && !h.live && s.Has(id): // a removal that was cut off
		m.note(recordName(id), Rebuilt)
		return s.intoBin(id)
	case h.removed > 0:
		return m.binned(id)
	}
	b, originalErr := disk.ReadFile(s.disk, s.path(originalName(id)), MaxOriginal)
	original := originalErr == nil && hash(b) == id
	record := !names[recordName(id)]
	switch {
	case !record && original:
		m.again = append(m.again, id)
	case !record: // nothing is left of it
		for _, name := range []string{recordName(id), originalName(id)} {
			if err := m.quarantine(id, name); err != nil {
				return err
			}
		}
		if _, err := s.append(Event{Action: ActionRepair, ID: id, Why: "quarantined"}); err != nil {
			return err
		}
		return s.removeFile(editName(id))
	case !original:
		if err := m.quarantine(id, originalName(id)); err != nil {
			return err
		}
	}
	if names[editName(id)] {
		m.note(editName(id), Rebuilt)
		return m.edits(id, h)
	}
	return nil
}

// edits makes the file of edits what the log says; what a sound file has beyond
// a damaged log goes back into the log.
func (m *mender) edits(id string, h history) error {
	s := m.s
	var e edits
	if _, err := s.unseal(id, editName(id), &e); err == nil && len(s.ledger.damage) > 0 {
		made := h.made()
		for i := range e.Corrections {
			if c := &e.Corrections[i]; !slices.Contains(made.Corrections, *c) {
				if _, err := s.append(Event{Action: ActionCorrect, ID: id, Correction: c, Why: "repair"}); err != nil {
					return err
				}
			}
		}
		for i := range e.Reviews {
			if r := &e.Reviews[i]; !slices.ContainsFunc(made.Reviews, func(o Review) bool { return reflect.DeepEqual(o, *r) }) {
				if _, err := s.append(Event{Action: ActionReview, ID: id, Review: r, Why: "repair"}); err != nil {
					return err
				}
			}
		}
	}
	return s.writeEdits(id)
}

// binned sets aside what cannot be taken out of the bin any more.
func (m *mender) binned(id string) error {
	for _, f := range binned(id) {
		if err := m.quarantine(id, f[1]); err != nil {
			return err
		}
	}
	_, err := m.s.append(Event{Action: ActionRepair, ID: id, Why: "quarantined"})
	return err
}

// quarantine moves a file out of the way, under its own name and a number.
func (m *mender) quarantine(id, name string) error {
	s := m.s
	if !disk.Exists(s.disk, s.path(name)) {
		m.note(name, Missing)
		return nil
	}
	for n := 1; ; n++ {
		to := fmt.Sprintf("%s/%s.%d", quarantineDir, path.Base(name), n)
		if disk.Exists(s.disk, s.path(to)) {
			continue
		}
		m.note(name, Quarantined)
		return s.moveFile(name, to)
	}
}

// Leftover moves a file that no document needs to the quarantine.
func (s *Store) Leftover(name string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.lock == nil {
		return ErrReadOnly
	}
	m := mender{s: s}
	return m.quarantine("", name)
}

// CreateDamaged is Create for a corpus whose marker is damaged: Mend writes it
// anew.
func CreateDamaged(dir string) (*Store, error) {
	s, err := Create(dir)
	var d *DamageError
	if !errors.As(err, &d) || d.File != markerFile {
		return s, err
	}
	if s, err = Inspect(dir); err != nil {
		return nil, err
	}
	if err := s.begin(lockPatience); err != nil {
		return nil, err
	}
	if err := s.recover(true); err != nil {
		s.Close()
		return nil, err
	}
	return s, nil
}
