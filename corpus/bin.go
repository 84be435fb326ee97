package corpus

import (
	"fmt"
	"path/filepath"
	"slices"
	"time"

	"github.com/telaah/telaah/internal/disk"
)

// BinTime is how long a removed document can be taken back.
const BinTime = 30 * 24 * time.Hour

// binned are the files of a document with their names in the bin. The record
// goes first and comes back last: a document is there when its record is.
func binned(id string) [3][2]string {
	in := binDir + "/" + id[:2] + "/" + id
	return [3][2]string{{recordName(id), in + ".json"}, {editName(id), in + ".edits.json"}, {originalName(id), in}}
}

// intoBin moves the files of a document into the bin. It can be repeated.
func (s *Store) intoBin(id string) error {
	for _, f := range binned(id) {
		if err := s.moveFile(f[0], f[1]); err != nil {
			return err
		}
	}
	return nil
}

// outOfBin moves them back. It can be repeated.
func (s *Store) outOfBin(id string) error {
	f := binned(id)
	for i := len(f) - 1; i >= 0; i-- {
		if err := s.moveFile(f[i][1], f[i][0]); err != nil {
			return err
		}
	}
	return nil
}

// inBin reports whether a document, or what of it was there, is in the bin.
func (s *Store) inBin(id string) bool {
	for _, f := range binned(id) {
		if disk.Exists(s.disk, s.path(f[1])) {
			return true
		}
	}
	return false
}

// emptyBin deletes what has been in the bin for longer than BinTime, or went in
// again since. What cannot be deleted now is the next time.
func (s *Store) emptyBin() {
	s.mu.Lock()
	defer s.mu.Unlock()
	ids, err := s.names(binDir, "")
	if err != nil || len(ids) == 0 || s.ledger.read(s) != nil {
		return
	}
	at := map[int]time.Time{}
	for _, e := range s.ledger.events {
		at[e.N] = e.At
	}
	for _, id := range ids {
		h := s.ledger.history[id]
		switch {
		case h == nil || h.live && !s.Has(id):
			continue // no word of it in the log: Check names it
		case h.removed > 0 && s.now().Sub(at[h.removed]) < BinTime:
			continue
		case h.removed > 0:
			if _, err := s.append(Event{Action: ActionPurge, ID: id}); err != nil {
				return
			}
		}
		if s.deleteBinned(id) != nil {
			return
		}
	}
}

func (s *Store) deleteBinned(id string) error {
	for _, f := range binned(id) {
		if err := s.removeFile(f[1]); err != nil {
			return err
		}
	}
	return nil
}

// recover ends what an earlier writer began and did not end: from the mark
// index-behind on, it does again what the log says. all begins at the first
// event.
func (s *Store) recover(all bool) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if !all && !s.IndexBehind() {
		return nil
	}
	if err := s.ledger.read(s); err != nil {
		return err
	}
	from := 0
	var mark behind
	if _, err := s.unseal("", behindFile, &mark); err == nil && !all {
		from = mark.Events
	} else if err := s.markBehind(0); err != nil { // none, or a damaged one: all is done again
		return err
	}
	seen := map[string]bool{}
	for _, e := range slices.Clone(s.ledger.events) {
		if e.N <= from || !isID(e.ID) || seen[e.ID] {
			continue
		}
		seen[e.ID] = true
		if err := s.redo(e.ID); err != nil {
			return fmt.Errorf("ending what an earlier run began with %s: %w", e.ID[:12], err)
		}
	}
	return nil
}

// redo brings the files of a document to what the log says of it.
func (s *Store) redo(id string) error {
	h, ok, err := s.toldLocked(id)
	switch {
	case err != nil || !ok:
		return err
	case !h.live && h.removed > 0:
		return s.intoBin(id)
	case !h.live:
		return s.deleteBinned(id)
	}
	if !s.Has(id) {
		var any struct{}
		if digest, err := s.unseal(id, binned(id)[0][1], &any); err == nil && h.records[digest] { // an undo was cut off
			if err := s.outOfBin(id); err != nil {
				return err
			}
		} else if last := s.ledger.events[len(s.ledger.events)-1]; last.ID == id && last.Action == ActionSave {
			return s.notSaved(id) // its record did not get its name
		}
	}
	for _, name := range []string{originalName(id), recordName(id)} { // their names may not be durable
		if disk.Exists(s.disk, s.path(name)) {
			if err := s.disk.SyncDir(filepath.Dir(s.path(name))); err != nil {
				return err
			}
		}
	}
	return s.writeEdits(id)
}

// notSaved notes that a document whose event is in the log was never
// acknowledged: its record could not get its name.
func (s *Store) notSaved(id string) error {
	_, err := s.append(Event{Action: ActionRepair, ID: id, Why: "not completed"})
	return err
}
