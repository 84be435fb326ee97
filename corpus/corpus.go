// Package corpus keeps documents on disk: the original bytes under their
// SHA-256, the record that was extracted from them, what people corrected in
// it, and a log of every change. It holds the embedded sample documents and
// baselines too.
//
// # Layout
//
//	telaah-corpus.json         marks the folder and names the version of this layout
//	lock                       held by the one process that writes; "writer" says who that is
//	originals/ab/ab12...       the bytes of a document, named by their SHA-256
//	records/ab/ab12....json    line 1 the record, line 2 {"sha256": of line 1}
//	edits/ab/ab12....json      the same two lines around what people corrected and reviewed
//	log.jsonl                  one event a line, chained by their sums, only ever appended
//	index-behind               there while the search index lacks a change, and from where in the log
//	index/                     the search index; it can be thrown away
//	bin/ab/ab12..., .json, .edits.json   what was removed, for 30 days
//	quarantine/                damaged files that were set aside
//
// # Protocol
//
// A file is written under a temporary name in its own folder and synced; then
// it gets its name, and its folder and every new parent are synced. A change
// writes the mark index-behind, then the original, then the record under its
// temporary name, then its event to the log, and gives the record its name
// last: what has its name has its event. Only then is it acknowledged. A crash
// or an error between any two steps leaves a corpus that reads as before or
// after the change; the mark stays, and from it the next writer does again what
// the log says was begun. Readers take no lock.
//
// docs/store.md tells the whole protocol, what each failure leaves and what
// mends it.
package corpus

import (
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/telaah/telaah/internal/disk"
)

// Schema names the version of the layout on disk.
const Schema = "telaah.corpus/2"

// schema1 is the layout before: corrections in a folder of their own, a log
// without a chain. It is read, and becomes Schema when it is written to.
const schema1 = "telaah.corpus/1"

// MaxOriginal is the size in bytes up to which a document is kept.
const MaxOriginal = 256 << 20

// maxStored bounds what is read back of a record or a list of corrections.
const maxStored = 1 << 30

// The folders and files of a corpus.
const (
	markerFile    = "telaah-corpus.json"
	lockFile      = "lock"
	writerFile    = "writer"
	logFile       = "log.jsonl"
	behindFile    = "index-behind"
	indexDir      = "index"
	originalDir   = "originals"
	recordDir     = "records"
	editDir       = "edits"
	binDir        = "bin"
	quarantineDir = "quarantine"
	tempPrefix    = ".tmp-"
)

// shardedDirs are the folders whose files stand in folders named by the first
// two digits of their ids.
var shardedDirs = []string{originalDir, recordDir, editDir, binDir}

// lockPatience is how long a writer waits for another one.
const lockPatience = 1500 * time.Millisecond

// minPrefixChars is the least length of an abbreviated id.
const minPrefixChars = 4

// The errors that callers tell apart with errors.Is.
var (
	ErrNoCorpus = errors.New("no corpus in this folder")                 // nothing there yet, or an empty folder
	ErrForeign  = errors.New("folder holds something else")              // not empty and not a corpus
	ErrBusy     = errors.New("another process writes this corpus")       // the lock was not free in time
	ErrReadOnly = errors.New("corpus is open for reading only")          // Open was used where Create is needed
	ErrNotFound = errors.New("no such document in the corpus")           // unknown id
	ErrTooLarge = errors.New("document is larger than the corpus keeps") // above MaxOriginal
	ErrUndo     = errors.New("this event cannot be undone")              // no change of a person, undone already, or out of the bin
)

// BusyError says who writes the corpus; it wraps ErrBusy.
type BusyError struct {
	Who string // program, process and begin, as that one told; "" where it did not
}

func (e *BusyError) Error() string { return ErrBusy.Error() + ": " + e.Who }

// Unwrap returns ErrBusy.
func (e *BusyError) Unwrap() error { return ErrBusy }

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
	By string // who saves, for the log; "" where nobody says so

	dir  string
	disk disk.FS
	lock io.Closer // nil where the corpus is open for reading

	mu     sync.Mutex
	ledger ledger
	upsets bool // a change failed: the index may lack it

	now func() time.Time // clock of the log
}

// Open opens the corpus in dir for reading. It fails with ErrNoCorpus where
// there is none. It writes nothing.
func Open(dir string) (*Store, error) { return OpenOn(disk.OS{}, dir) }

// OpenOn is Open on another file system, for tests.
func OpenOn(fsys disk.FS, dir string) (*Store, error) {
	s := &Store{dir: dir, disk: fsys, now: time.Now}
	_, err := s.readMarker()
	return s, err
}

// Create opens the corpus in dir for writing and makes it where there is none.
// What a writer before it began and did not end, it ends. It fails with
// ErrForeign where dir holds other files, so that a mistyped folder is never
// littered, and with a *BusyError where another process keeps the lock for
// about two seconds. Close releases the lock.
func Create(dir string) (*Store, error) { return CreateOn(disk.OS{}, dir) }

// CreateOn is Create on another file system, for tests.
func CreateOn(fsys disk.FS, dir string) (*Store, error) {
	return createOn(fsys, dir, lockPatience)
}

// TryCreate is Create that does not wait for the lock.
func TryCreate(dir string) (*Store, error) { return createOn(disk.OS{}, dir, 0) }

func createOn(fsys disk.FS, dir string, patience time.Duration) (*Store, error) {
	s := &Store{dir: dir, disk: fsys, now: time.Now}
	schema, err := s.readMarker()
	isNew := errors.Is(err, ErrNoCorpus)
	if err != nil && !isNew {
		return nil, err
	}
	if err := s.begin(patience); err != nil {
		return nil, err
	}
	if isNew || schema != Schema {
		err = s.writeMarker()
	} else {
		err = nil
	}
	if err == nil {
		err = s.recover(schema == schema1)
	}
	if err != nil {
		s.Close()
		return nil, err
	}
	s.emptyBin()
	return s, nil
}

// begin takes the lock, says who has it, and sweeps.
func (s *Store) begin(patience time.Duration) (err error) {
	if err := disk.MkdirAll(s.disk, s.dir); err != nil {
		return fmt.Errorf("making corpus folder: %w", err)
	}
	s.lock, err = s.disk.Lock(s.path(lockFile), patience)
	if errors.Is(err, disk.ErrLocked) {
		who, _ := disk.ReadFile(s.disk, s.path(writerFile), 1<<10) // it may say nothing
		return fmt.Errorf("locking corpus %s: %w", s.dir, &BusyError{strings.TrimSpace(string(who))})
	}
	if err != nil {
		return fmt.Errorf("locking corpus %s: %w", s.dir, err)
	}
	if err = s.sweep(); err != nil {
		s.Close()
		return err
	}
	s.sayWho()
	return nil
}

// sayWho leaves a line for those who find the corpus locked. It is a courtesy:
// that it cannot be written stops nobody.
func (s *Store) sayWho() {
	_ = s.disk.Remove(s.path(writerFile))
	f, err := s.disk.Create(s.path(writerFile))
	if err != nil {
		return
	}
	host, _ := os.Hostname()
	fmt.Fprintf(f, "%s %d@%s %s\n", filepath.Base(os.Args[0]), os.Getpid(), host, s.now().Format("2006-01-02 15:04:05"))
	_ = f.Close()
}

func (s *Store) writeMarker() error {
	b, err := json.Marshal(marker{Schema})
	if err != nil {
		return err
	}
	return s.writeFile(markerFile, append(b, '\n'))
}

// Close releases the lock of a corpus that is open for writing.
func (s *Store) Close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.lock == nil {
		return nil
	}
	_ = s.disk.Remove(s.path(writerFile))
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
	_, _, err := s.disk.Size(s.path(behindFile))
	return !errors.Is(err, fs.ErrNotExist)
}

// Indexed notes that the search index has every change. After a change that
// failed it notes nothing, since what became of that is not known: the next
// writer finds out.
func (s *Store) Indexed() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.lock == nil {
		return ErrReadOnly
	}
	if s.upsets {
		return nil
	}
	return s.removeFile(behindFile)
}

// behind is what the mark index-behind holds.
type behind struct {
	Events int `json:"events"` // number of the last event that the index has
}

// change runs a change: it must be possible, and the index is behind from now
// on. The mutex must be held.
func (s *Store) change(run func() error) (err error) {
	if s.lock == nil {
		return ErrReadOnly
	}
	if err := s.ledger.read(s); err != nil {
		return err
	}
	defer func() { s.upsets = s.upsets || err != nil }()
	if !s.IndexBehind() {
		if err := s.markBehind(s.ledger.lines); err != nil {
			return err
		}
	}
	return run()
}

// markBehind writes the mark index-behind.
func (s *Store) markBehind(events int) error {
	b, _, err := seal(behind{events})
	if err != nil {
		return err
	}
	return s.writeFile(behindFile, b)
}

type marker struct {
	Schema string `json:"schema"`
}

// readMarker tells a corpus from an empty folder and from something else.
func (s *Store) readMarker() (schema string, err error) {
	b, err := disk.ReadFile(s.disk, s.path(markerFile), 1<<10)
	if errors.Is(err, fs.ErrNotExist) {
		names, err := s.disk.List(s.dir)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return "", fmt.Errorf("opening corpus: %w", err)
		}
		for _, n := range names {
			if n != lockFile && n != writerFile && !strings.HasPrefix(n, tempPrefix) {
				return "", fmt.Errorf("opening corpus %s: %w", s.dir, ErrForeign)
			}
		}
		return "", fmt.Errorf("opening corpus %s: %w", s.dir, ErrNoCorpus)
	}
	if err != nil {
		return "", fmt.Errorf("opening corpus: %w", err)
	}
	var m marker
	err = json.Unmarshal(b, &m)
	if want := fmt.Sprintf("{\"schema\":%q}\n", m.Schema); err == nil && string(b) != want || err == nil && !strings.HasPrefix(m.Schema, "telaah.corpus/") {
		err = errors.New("it is not what was written")
	}
	if err != nil {
		return "", fmt.Errorf("opening corpus %s: %w", s.dir, &DamageError{File: markerFile, Err: err})
	}
	if m.Schema != Schema && m.Schema != schema1 {
		return "", fmt.Errorf("opening corpus %s: its layout is %q, this program knows %q", s.dir, m.Schema, Schema)
	}
	return m.Schema, nil
}

// IDs returns the full ids (SHA-256, 64 hex digits) of the documents, sorted.
func (s *Store) IDs() ([]string, error) { return s.names(recordDir, ".json") }

// names lists the ids that have a file in one of the sharded folders. Other
// names are left alone: they are no documents.
func (s *Store) names(dir, ext string) ([]string, error) {
	shards, err := s.disk.List(s.path(dir))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("listing corpus: %w", err)
	}
	var ids []string
	for _, shard := range shards {
		if !isShard(shard) {
			continue
		}
		files, err := s.disk.List(filepath.Join(s.path(dir), shard))
		if err != nil {
			return nil, fmt.Errorf("listing corpus: %w", err)
		}
		for _, f := range files {
			if id, ok := strings.CutSuffix(f, ext); ok && isID(id) && id[:2] == shard {
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
		files, err := s.disk.List(filepath.Join(s.path(dir), p[:2]))
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return "", fmt.Errorf("resolving id: %w", err)
		}
		for _, f := range files {
			if id := strings.TrimSuffix(f, ".json"); isID(id) && strings.HasPrefix(id, p) {
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
func (s *Store) Has(id string) bool { return isID(id) && disk.Exists(s.disk, s.path(recordName(id))) }

func (s *Store) path(name string) string { return filepath.Join(s.dir, filepath.FromSlash(name)) }

func originalName(id string) string { return originalDir + "/" + id[:2] + "/" + id }
func recordName(id string) string   { return recordDir + "/" + id[:2] + "/" + id + ".json" }
func editName(id string) string     { return editDir + "/" + id[:2] + "/" + id + ".json" }

// isID reports whether s is a SHA-256 in lower-case hex.
func isID(s string) bool {
	_, err := hex.DecodeString(s)
	return err == nil && len(s) == 64 && strings.ToLower(s) == s
}

// isShard reports whether s is the name of a folder of ids.
func isShard(s string) bool {
	_, err := hex.DecodeString(s)
	return err == nil && len(s) == 2 && strings.ToLower(s) == s
}
