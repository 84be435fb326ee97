// Package corpus keeps documents on disk: the original bytes under their
// SHA-256, the record that was extracted from them, what people corrected in
// it, and a log of every change. It holds the embedded sample documents and
// baselines too.
//
// # Layout
//
//	telaah-corpus.json        marks the folder and names the version of this layout
//	lock                      held by the one process that writes
//	originals/ab/ab12...      the bytes of a document, named by their SHA-256
//	records/ab/ab12....json   line 1 the record, line 2 {"sha256": of line 1}
//	corrections/ab/ab12....json  the same two lines around a list of corrections
//	log.jsonl                 one event a line, only ever appended
//	index-behind              there while the search index lacks a change
//	index/                    the search index; it can be thrown away
//
// # Protocol
//
// A file is written under a temporary name in its own folder, synced, renamed,
// and its folder and every new parent are synced; only then is it
// acknowledged. A document exists once its record has its name: the original
// is written before it, the log after it. A crash between any two steps leaves
// a corpus that reads as it did before or after the change; what is left
// behind is harmless: the next writer sweeps temporary files, and an original
// without a record is what Verify names. Readers take no lock.
package corpus

import (
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"
)

// Schema names the version of the layout on disk.
const Schema = "telaah.corpus/1"

// MaxOriginal is the size in bytes up to which a document is kept.
const MaxOriginal = 256 << 20

// maxStored bounds what is read back of a record or a list of corrections.
const maxStored = 1 << 30

// The folders and files of a corpus.
const (
	markerFile     = "telaah-corpus.json"
	lockFile       = "lock"
	logFile        = "log.jsonl"
	behindFile     = "index-behind"
	indexDir       = "index"
	originalDir    = "originals"
	recordDir      = "records"
	correctionDir  = "corrections"
	tempPrefix     = ".tmp-"
	lockPatience   = 1500 * time.Millisecond
	lockPoll       = 50 * time.Millisecond
	minPrefixChars = 4
)

// The errors that callers tell apart with errors.Is.
var (
	ErrNoCorpus = errors.New("no corpus in this folder")                 // nothing there yet, or an empty folder
	ErrForeign  = errors.New("folder holds something else")              // not empty and not a corpus
	ErrBusy     = errors.New("another process writes this corpus")       // the lock was not free in time
	ErrReadOnly = errors.New("corpus is open for reading only")          // Open was used where Create is needed
	ErrNotFound = errors.New("no such document in the corpus")           // unknown id
	ErrTooLarge = errors.New("document is larger than the corpus keeps") // above MaxOriginal
)

// AmbiguousError says that an abbreviated id means several documents.
type AmbiguousError struct {
	Prefix string
	IDs    []string // full ids, sorted
}

func (e *AmbiguousError) Error() string {
	return fmt.Sprintf("id %q means %d documents", e.Prefix, len(e.IDs))
}

// DamageError names a file of the corpus that is not what was written.
type DamageError struct {
	ID   string // SHA-256 of the document it belongs to; "" for a file of the corpus itself
	File string // path below the corpus folder, with slashes
	Err  error
}

func (e *DamageError) Error() string { return fmt.Sprintf("%s is damaged: %v", e.File, e.Err) }

// Unwrap returns what was found wrong.
func (e *DamageError) Unwrap() error { return e.Err }

// Store is an open corpus. Its methods may be called by several goroutines.
type Store struct {
	dir  string
	lock *os.File // nil where the corpus is open for reading
	mu   sync.Mutex

	now  func() time.Time        // clock of the log
	step func(step string) error // between the steps of a write; tests make it fail
}

// Open opens the corpus in dir for reading. It fails with ErrNoCorpus where
// there is none.
func Open(dir string) (*Store, error) {
	s := &Store{dir: dir, now: time.Now}
	return s, s.readMarker()
}

// Create opens the corpus in dir for writing and makes it where there is none.
// It fails with ErrForeign where dir holds other files, so that a mistyped
// folder is never littered, and with ErrBusy where another process keeps the
// lock for about two seconds. Close releases the lock.
func Create(dir string) (*Store, error) {
	s := &Store{dir: dir, now: time.Now}
	err := s.readMarker()
	isNew := errors.Is(err, ErrNoCorpus)
	if err != nil && !isNew {
		return nil, err
	}
	if err := s.makeDir(dir); err != nil {
		return nil, fmt.Errorf("making corpus folder: %w", err)
	}
	if s.lock, err = lockPath(filepath.Join(dir, lockFile), lockPatience); err != nil {
		return nil, fmt.Errorf("locking corpus %s: %w", dir, err)
	}
	if isNew {
		b, _ := json.Marshal(marker{Schema})
		err = s.writeFile(markerFile, append(b, '\n'))
	}
	if err == nil {
		err = s.sweep()
	}
	if err != nil {
		s.Close()
		return nil, err
	}
	return s, nil
}

// Close releases the lock of a corpus that is open for writing.
func (s *Store) Close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.lock == nil {
		return nil
	}
	err := s.lock.Close()
	s.lock = nil
	return err
}

// Dir returns the folder of the corpus.
func (s *Store) Dir() string { return s.dir }

// IndexDir returns the folder of the search index.
func (s *Store) IndexDir() string { return filepath.Join(s.dir, indexDir) }

// IndexBehind reports whether the corpus was changed since Indexed was called
// last. After a crash it says that the index must be built anew.
func (s *Store) IndexBehind() bool {
	_, err := os.Stat(s.path(behindFile))
	return err == nil
}

// Indexed notes that the search index has every change.
func (s *Store) Indexed() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.lock == nil {
		return ErrReadOnly
	}
	return s.removeFile(behindFile)
}

// change begins a change: it must be possible, and the index is behind from
// now on. The mutex must be held.
func (s *Store) change() error {
	if s.lock == nil {
		return ErrReadOnly
	}
	if s.IndexBehind() {
		return nil
	}
	return s.writeFile(behindFile, nil)
}

type marker struct {
	Schema string `json:"schema"`
}

// readMarker tells a corpus from an empty folder and from something else.
func (s *Store) readMarker() error {
	b, err := os.ReadFile(filepath.Join(s.dir, markerFile))
	if errors.Is(err, fs.ErrNotExist) {
		names, err := os.ReadDir(s.dir)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("opening corpus: %w", err)
		}
		for _, n := range names {
			if n.Name() != lockFile && !strings.HasPrefix(n.Name(), tempPrefix) {
				return fmt.Errorf("opening corpus %s: %w", s.dir, ErrForeign)
			}
		}
		return fmt.Errorf("opening corpus %s: %w", s.dir, ErrNoCorpus)
	}
	if err != nil {
		return fmt.Errorf("opening corpus: %w", err)
	}
	var m marker
	if err := json.Unmarshal(b, &m); err != nil {
		return fmt.Errorf("opening corpus %s: %w", s.dir, &DamageError{File: markerFile, Err: err})
	}
	if m.Schema != Schema {
		return fmt.Errorf("opening corpus %s: its layout is %q, this program knows %q", s.dir, m.Schema, Schema)
	}
	return nil
}

// IDs returns the full ids (SHA-256, 64 hex digits) of the documents, sorted.
func (s *Store) IDs() ([]string, error) { return s.names(recordDir, ".json") }

// names lists the ids that have a file in one of the sharded folders.
func (s *Store) names(dir, ext string) ([]string, error) {
	shards, err := os.ReadDir(filepath.Join(s.dir, dir))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("listing corpus: %w", err)
	}
	var ids []string
	for _, shard := range shards {
		files, err := os.ReadDir(filepath.Join(s.dir, dir, shard.Name()))
		if err != nil {
			return nil, fmt.Errorf("listing corpus: %w", err)
		}
		for _, f := range files {
			if id, ok := strings.CutSuffix(f.Name(), ext); ok && isID(id) && id[:2] == shard.Name() {
				ids = append(ids, id)
			}
		}
	}
	slices.Sort(ids)
	return ids, nil
}

// Resolve returns the full id that an abbreviation of at least four hex digits
// means. It fails with ErrNotFound or an *AmbiguousError.
func (s *Store) Resolve(prefix string) (string, error) {
	p := strings.ToLower(strings.TrimSpace(prefix))
	if len(p) < minPrefixChars || len(p) > 64 || strings.Trim(p, "0123456789abcdef") != "" {
		return "", fmt.Errorf("id %q: %w", prefix, ErrNotFound)
	}
	var ids []string
	for _, dir := range []string{recordDir, originalDir} {
		files, err := os.ReadDir(filepath.Join(s.dir, dir, p[:2]))
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return "", fmt.Errorf("resolving id: %w", err)
		}
		for _, f := range files {
			if id := strings.TrimSuffix(f.Name(), ".json"); isID(id) && strings.HasPrefix(id, p) {
				ids = append(ids, id)
			}
		}
	}
	slices.Sort(ids)
	ids = slices.Compact(ids)
	switch len(ids) {
	case 0:
		return "", fmt.Errorf("id %q: %w", prefix, ErrNotFound)
	case 1:
		return ids[0], nil
	}
	return "", &AmbiguousError{Prefix: prefix, IDs: ids}
}

// Has reports whether the document with this full id is in the corpus.
func (s *Store) Has(id string) bool {
	_, err := os.Stat(s.path(recordName(id)))
	return err == nil
}

func (s *Store) path(name string) string { return filepath.Join(s.dir, filepath.FromSlash(name)) }

func originalName(id string) string   { return originalDir + "/" + id[:2] + "/" + id }
func recordName(id string) string     { return recordDir + "/" + id[:2] + "/" + id + ".json" }
func correctionName(id string) string { return correctionDir + "/" + id[:2] + "/" + id + ".json" }

// isID reports whether s is a SHA-256 in lower-case hex.
func isID(s string) bool {
	_, err := hex.DecodeString(s)
	return err == nil && len(s) == 64 && strings.ToLower(s) == s
}
