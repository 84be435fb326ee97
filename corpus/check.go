package corpus

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"reflect"
	"slices"
	"strings"

	"github.com/telaah/telaah/internal/disk"
)

// Inspect opens a corpus to be checked or repaired: like Open, but a damaged
// marker is no hindrance where the rest of the folder is that of a corpus.
func Inspect(dir string) (*Store, error) {
	s, err := Open(dir)
	var d *DamageError
	if errors.As(err, &d) && disk.Exists(s.disk, s.path(logFile)) {
		return s, nil
	}
	return s, err
}

// Check reads every file of the corpus but the index and returns one error for
// each that is damaged, missing, or not what the log says. leftovers are files
// that no document needs: what a crash left behind, or somebody put there.
func (s *Store) Check() (found []*DamageError, leftovers []string, err error) {
	c := checker{s: s}
	if _, err := s.readMarker(); err != nil {
		c.note("", markerFile, err)
	}
	if _, err := s.Log(); err != nil && firstDamage(err) == err {
		return nil, nil, err
	}
	s.mu.Lock()
	c.found = append(c.found, s.ledger.faults()...)
	c.damagedLog = len(c.found) > 0
	told := make(map[string]history, len(s.ledger.history))
	for id, h := range s.ledger.history {
		told[id] = *h
	}
	s.mu.Unlock()
	if s.IndexBehind() {
		if _, err := s.unseal("", behindFile, new(behind)); err != nil {
			c.note("", behindFile, err)
		}
	}
	if err := c.documents(told); err != nil {
		return nil, nil, err
	}
	if err := c.bin(told); err != nil {
		return nil, nil, err
	}
	if err := c.strangers(); err != nil {
		return nil, nil, err
	}
	return c.found, c.leftovers, nil
}

// checker gathers what is wrong.
type checker struct {
	s          *Store
	damagedLog bool
	found      []*DamageError
	leftovers  []string
}

func (c *checker) note(id, name string, err error) {
	var d *DamageError
	if !errors.As(err, &d) {
		d = &DamageError{ID: id, File: name, Err: err}
	}
	c.found = append(c.found, d)
}

var errMissing = errors.New("it is missing")

// documents checks record, edits and original of each document.
func (c *checker) documents(told map[string]history) error {
	s := c.s
	ids, err := s.IDs()
	if err != nil {
		return err
	}
	has := map[string]bool{}
	for _, id := range ids {
		has[id] = true
		h := told[id]
		if _, err := s.loadRecord(id, recordName(id)); err != nil {
			c.note(id, recordName(id), err)
		} else if !h.live && !c.damagedLog {
			c.note(id, recordName(id), errors.New("the log says that it was removed"))
		}
		var e edits
		_, err := s.unseal(id, editName(id), &e)
		switch {
		case errors.Is(err, fs.ErrNotExist) && len(h.edits) > 0:
			c.note(id, editName(id), errMissing)
		case errors.Is(err, fs.ErrNotExist):
		case err != nil:
			c.note(id, editName(id), err)
		case !reflect.DeepEqual(e, h.made()):
			c.note(id, editName(id), errors.New("it is not what the log says that people made"))
		}
		if _, err := s.Original(id); errors.Is(err, ErrNotFound) {
			c.note(id, originalName(id), errMissing)
		} else if err != nil {
			c.note(id, originalName(id), err)
		}
	}
	for id, h := range told {
		if h.live && !has[id] {
			c.note(id, recordName(id), errMissing)
		}
	}
	for _, dir := range []struct{ name, ext string }{{originalDir, ""}, {editDir, ".json"}} {
		ids, err := s.names(dir.name, dir.ext)
		if err != nil {
			return err
		}
		for _, id := range ids {
			if !has[id] && !told[id].live {
				c.leftovers = append(c.leftovers, dir.name+"/"+id[:2]+"/"+id+dir.ext)
			}
		}
	}
	slices.SortStableFunc(c.found, func(a, b *DamageError) int { return strings.Compare(a.ID, b.ID) })
	return nil
}

// bin checks what was removed and can be taken back.
func (c *checker) bin(told map[string]history) error {
	s := c.s
	for id, h := range told {
		if h.removed == 0 {
			continue
		}
		names := binned(id)
		var any struct{}
		if _, err := s.unseal(id, names[0][1], &any); err != nil {
			if errors.Is(err, fs.ErrNotExist) {
				err = errMissing
			}
			c.note(id, names[0][1], err)
		}
		if _, err := s.unseal(id, names[1][1], &any); err != nil && !errors.Is(err, fs.ErrNotExist) {
			c.note(id, names[1][1], err)
		}
		b, err := disk.ReadFile(s.disk, s.path(names[2][1]), MaxOriginal)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			c.note(id, names[2][1], errMissing)
		case err != nil:
			c.note(id, names[2][1], err)
		case hash(b) != id:
			c.note(id, names[2][1], errors.New("its bytes do not match its name"))
		}
	}
	return nil
}

// strangers lists files whose names are none of a corpus.
func (c *checker) strangers() error {
	s := c.s
	top, err := s.disk.List(s.dir)
	if err != nil {
		return fmt.Errorf("listing corpus: %w", err)
	}
	known := append([]string{markerFile, lockFile, writerFile, logFile, behindFile, indexDir, quarantineDir, "corrections"}, shardedDirs...)
	for _, n := range top {
		if !slices.Contains(known, n) {
			c.leftovers = append(c.leftovers, n)
		}
	}
	for _, dir := range shardedDirs {
		shards, err := s.disk.List(s.path(dir))
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return fmt.Errorf("listing corpus: %w", err)
		}
		for _, shard := range shards {
			files, err := s.disk.List(filepath.Join(s.path(dir), shard))
			if !isShard(shard) || err != nil {
				c.leftovers = append(c.leftovers, dir+"/"+shard)
				continue
			}
			for _, f := range files {
				id := strings.TrimSuffix(strings.TrimSuffix(f, ".json"), ".edits")
				if !isID(id) || id[:2] != shard {
					c.leftovers = append(c.leftovers, dir+"/"+shard+"/"+f)
				}
			}
		}
	}
	return nil
}
