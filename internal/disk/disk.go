// Package disk is the file system under a corpus: the few operations that a
// store needs, on the real disk ([OS]) or on one that a test makes fail or lose
// power (package strict).
package disk

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"
)

// The modes of everything a corpus holds, before the user's umask: the group
// may read it, and write it where the umask allows; others may do neither.
const (
	FileMode   = 0o660
	FolderMode = 0o770
)

// FS is a file system. Names are paths of the system. Errors wrap those of
// package fs.
type FS interface {
	Open(name string) (File, error)        // for reading
	Create(name string) (File, error)      // for writing; it must not exist
	Append(name string) (File, error)      // for reading and writing; made where it is missing
	Rename(from, to string) error          // replaces to
	Remove(name string) error              // a file or an empty folder
	Mkdir(name string) error               // its parent must exist
	SyncDir(name string) error             // makes the names in a folder durable
	Size(name string) (int64, bool, error) // of a file, and whether it is a folder
	List(name string) ([]string, error)    // names in a folder, sorted

	// Lock takes the lock that a file stands for, or fails with ErrLocked after
	// patience. The system releases it with the process, however that ends.
	Lock(name string, patience time.Duration) (io.Closer, error)
}

// File is an open file.
type File interface {
	io.Reader
	io.ReaderAt
	io.Writer
	io.WriterAt
	io.Closer
	Truncate(size int64) error
	Sync() error
}

// ErrLocked says that another process has the lock.
var ErrLocked = errors.New("locked by another process")

// lockPoll is how often a lock that is taken is tried again.
const lockPoll = 50 * time.Millisecond

// OS is the file system of the machine.
type OS struct{}

// Open implements [FS].
func (OS) Open(name string) (File, error) { return os.Open(name) }

// Create implements [FS].
func (OS) Create(name string) (File, error) {
	return os.OpenFile(name, os.O_CREATE|os.O_EXCL|os.O_WRONLY, FileMode)
}

// Append implements [FS].
func (OS) Append(name string) (File, error) {
	return os.OpenFile(name, os.O_CREATE|os.O_RDWR, FileMode)
}

// Rename implements [FS].
func (OS) Rename(from, to string) error { return os.Rename(from, to) }

// Remove implements [FS].
func (OS) Remove(name string) error { return os.Remove(name) }

// Mkdir implements [FS].
func (OS) Mkdir(name string) error { return os.Mkdir(name, FolderMode) }

// SyncDir implements [FS].
func (OS) SyncDir(name string) error { return syncDir(name) }

// Lock implements [FS].
func (OS) Lock(name string, patience time.Duration) (io.Closer, error) {
	return lock(name, patience)
}

// Size implements [FS].
func (OS) Size(name string) (int64, bool, error) {
	info, err := os.Stat(name)
	if err != nil {
		return 0, false, err
	}
	return info.Size(), info.IsDir(), nil
}

// List implements [FS].
func (OS) List(name string) ([]string, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	names, err := f.Readdirnames(-1)
	slices.Sort(names)
	return names, err
}

// Exists reports whether a name is there.
func Exists(fsys FS, name string) bool {
	_, _, err := fsys.Size(name)
	return err == nil
}

// ReadFile reads a whole file of at most limit bytes.
func ReadFile(fsys FS, name string, limit int64) ([]byte, error) {
	f, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	b, err := io.ReadAll(io.LimitReader(f, limit+1))
	if err == nil && int64(len(b)) > limit {
		err = fmt.Errorf("reading %s: more than %d bytes", name, limit)
	}
	return b, err
}

// MkdirAll makes a folder and its missing parents and makes the name of each
// one that it made durable.
func MkdirAll(fsys FS, dir string) error {
	_, folder, err := fsys.Size(dir)
	switch {
	case err == nil && !folder:
		return &fs.PathError{Op: "mkdir", Path: dir, Err: errors.New("is a file")}
	case err == nil:
		return nil
	case !errors.Is(err, fs.ErrNotExist):
		return err
	}
	parent := filepath.Dir(dir)
	if parent != dir {
		if err := MkdirAll(fsys, parent); err != nil {
			return err
		}
	}
	if err := fsys.Mkdir(dir); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	return fsys.SyncDir(parent)
}
