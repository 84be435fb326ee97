// Package strict is a file system in memory that keeps only what was synced:
// [FS.Crash] gives what a power cut may leave. It makes operations fail, too.
// Tests use it in place of disk.OS.
package strict

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"maps"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"sync"
	"time"

	"github.com/telaah/telaah/internal/disk"
)

// node is a file: what it holds, and what it would hold after a power cut.
type node struct {
	data, durable []byte
}

// change is a change of names that is not durable yet.
type change struct {
	dirs     []string // the folders whose sync makes it durable
	from, to string   // "" for none: a rename has both, a removal only from
	node     *node    // for a new file
	folder   bool     // for a new folder
}

// FS is the file system. Its methods may be called by several goroutines.
type FS struct {
	// Before, if not nil, is called before each operation that changes
	// something, with its name; the operation fails with the error it returns.
	Before func(op, name string) error
	// After, if not nil, is called after each such operation that was done.
	After func(op, name string)

	mu      sync.Mutex
	files   map[string]*node
	folders map[string]bool
	durable struct {
		files   map[string]*node
		folders map[string]bool
	}
	pending []change
	locks   map[string]bool
}

// New returns an empty file system with a folder "/".
func New() *FS {
	f := &FS{files: map[string]*node{}, folders: map[string]bool{"/": true}, locks: map[string]bool{}}
	f.durable.files, f.durable.folders = map[string]*node{}, map[string]bool{"/": true}
	return f
}

// Crash returns the file system as it may be found after a power cut now: what
// was synced is there; of the rest rnd decides. Changes of names in one folder
// survive in their order; of what was written to a file a part may. With rnd
// nil nothing survives that was not synced.
func (f *FS) Crash(rnd *rand.Rand) *FS {
	f.mu.Lock()
	defer f.mu.Unlock()
	c := New()
	files, folders := maps.Clone(f.durable.files), maps.Clone(f.durable.folders)
	lost := map[string]bool{} // folders of which the rest of the changes is lost
	for _, ch := range f.pending {
		keep := rnd != nil && rnd.IntN(3) > 0
		for _, d := range ch.dirs {
			keep = keep && !lost[d]
		}
		if keep {
			apply(files, folders, ch)
			continue
		}
		for _, d := range ch.dirs {
			lost[d] = true
		}
	}
	for name, n := range files {
		if !folders[filepath.Dir(name)] {
			continue // its folder is lost
		}
		b := survivors(n, rnd)
		c.files[name] = &node{b, b}
	}
	c.folders = folders
	c.durable.files, c.durable.folders = maps.Clone(c.files), maps.Clone(folders)
	return c
}

// survivors returns what a power cut leaves of a file.
func survivors(n *node, rnd *rand.Rand) []byte {
	if bytes.Equal(n.data, n.durable) || rnd == nil {
		return bytes.Clone(n.durable)
	}
	switch rnd.IntN(4) {
	case 0:
		return bytes.Clone(n.durable)
	case 1:
		return bytes.Clone(n.data)
	}
	// Some of the bytes, the rest as before, or zero where nothing was.
	b := make([]byte, len(n.data))
	copy(b, n.durable)
	same := 0
	for same < len(b) && same < len(n.durable) && n.data[same] == n.durable[same] {
		same++
	}
	at := same + rnd.IntN(len(b)-same+1)
	copy(b[:at], n.data[:at])
	if rnd.IntN(2) == 0 {
		b = b[:max(at, min(len(n.durable), len(b)))]
	}
	return b
}

// apply makes a change of names.
func apply(files map[string]*node, folders map[string]bool, c change) {
	switch {
	case c.folder:
		folders[c.to] = true
	case c.node != nil:
		files[c.to] = c.node
	case c.to == "":
		delete(files, c.from)
		delete(folders, c.from)
	default:
		if n := files[c.from]; n != nil {
			delete(files, c.from)
			files[c.to] = n
		}
	}
}

// do runs an operation that changes something, with the hooks around it.
func (f *FS) do(op, name string, run func() error) error {
	if f.Before != nil {
		if err := f.Before(op, name); err != nil {
			return &fs.PathError{Op: op, Path: name, Err: err}
		}
	}
	f.mu.Lock()
	err := run()
	f.mu.Unlock()
	if err != nil {
		return &fs.PathError{Op: op, Path: name, Err: err}
	}
	if f.After != nil {
		f.After(op, name)
	}
	return nil
}

// note makes a change of names that is not durable yet.
func (f *FS) note(c change) {
	apply(f.files, f.folders, c)
	f.pending = append(f.pending, c)
}

// Open implements disk.FS.
func (f *FS) Open(name string) (disk.File, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	n := f.files[name]
	if n == nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return &file{fs: f, node: n, name: name}, nil
}

// Create implements disk.FS.
func (f *FS) Create(name string) (disk.File, error) {
	n := new(node)
	err := f.do("open", name, func() error {
		switch {
		case f.files[name] != nil:
			return fs.ErrExist
		case !f.folders[filepath.Dir(name)]:
			return fs.ErrNotExist
		}
		f.note(change{dirs: []string{filepath.Dir(name)}, to: name, node: n})
		return nil
	})
	if err != nil {
		return nil, err
	}
	return &file{fs: f, node: n, name: name}, nil
}

// Append implements disk.FS.
func (f *FS) Append(name string) (disk.File, error) {
	if file, err := f.Open(name); err == nil {
		return file, nil
	}
	return f.Create(name)
}

// Rename implements disk.FS.
func (f *FS) Rename(from, to string) error {
	return f.do("rename", to, func() error {
		if f.files[from] == nil || !f.folders[filepath.Dir(to)] {
			return fs.ErrNotExist
		}
		dirs := []string{filepath.Dir(from)}
		if d := filepath.Dir(to); d != dirs[0] {
			dirs = append(dirs, d)
		}
		f.note(change{dirs: dirs, from: from, to: to})
		return nil
	})
}

// Remove implements disk.FS.
func (f *FS) Remove(name string) error {
	return f.do("remove", name, func() error {
		if f.files[name] == nil && !f.folders[name] {
			return fs.ErrNotExist
		}
		if f.folders[name] {
			for other := range f.files {
				if filepath.Dir(other) == name {
					return errors.New("folder is not empty")
				}
			}
		}
		f.note(change{dirs: []string{filepath.Dir(name)}, from: name})
		return nil
	})
}

// Mkdir implements disk.FS.
func (f *FS) Mkdir(name string) error {
	return f.do("mkdir", name, func() error {
		switch {
		case f.folders[name]:
			return fs.ErrExist
		case !f.folders[filepath.Dir(name)]:
			return fs.ErrNotExist
		}
		f.note(change{dirs: []string{filepath.Dir(name)}, to: name, folder: true})
		return nil
	})
}

// SyncDir implements disk.FS.
func (f *FS) SyncDir(name string) error {
	return f.do("fsync", name, func() error {
		var rest []change
		for _, c := range f.pending {
			if !slices.Contains(c.dirs, name) {
				rest = append(rest, c)
				continue
			}
			apply(f.durable.files, f.durable.folders, c)
		}
		f.pending = rest
		return nil
	})
}

// Size implements disk.FS.
func (f *FS) Size(name string) (int64, bool, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.folders[name] {
		return 0, true, nil
	}
	if n := f.files[name]; n != nil {
		return int64(len(n.data)), false, nil
	}
	return 0, false, &fs.PathError{Op: "stat", Path: name, Err: fs.ErrNotExist}
}

// List implements disk.FS.
func (f *FS) List(name string) ([]string, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if !f.folders[name] {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	var names []string
	for other := range f.files {
		if filepath.Dir(other) == name {
			names = append(names, filepath.Base(other))
		}
	}
	for other := range f.folders {
		if filepath.Dir(other) == name && other != name {
			names = append(names, filepath.Base(other))
		}
	}
	slices.Sort(names)
	return names, nil
}

// Lock implements disk.FS.
func (f *FS) Lock(name string, _ time.Duration) (io.Closer, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.locks[name] {
		return nil, disk.ErrLocked
	}
	f.locks[name] = true
	return unlock{f, name}, nil
}

type unlock struct {
	fs   *FS
	name string
}

func (u unlock) Close() error {
	u.fs.mu.Lock()
	defer u.fs.mu.Unlock()
	delete(u.fs.locks, u.name)
	return nil
}

// Flip changes one bit of a file, as decay does.
func (f *FS) Flip(name string, bit int) {
	n := f.files[name]
	b := bytes.Clone(n.data)
	b[bit/8] ^= 1 << (bit % 8)
	n.data, n.durable = b, b
}

// Names returns the names of all files, sorted.
func (f *FS) Names() []string { return slices.Sorted(maps.Keys(f.files)) }

// file is an open file.
type file struct {
	fs   *FS
	node *node
	name string
	at   int64
}

func (f *file) Close() error { return nil }

func (f *file) Read(p []byte) (int, error) {
	n, err := f.ReadAt(p, f.at)
	f.at += int64(n)
	if n > 0 {
		err = nil
	}
	return n, err
}

func (f *file) ReadAt(p []byte, at int64) (int, error) {
	f.fs.mu.Lock()
	defer f.fs.mu.Unlock()
	if at >= int64(len(f.node.data)) {
		return 0, io.EOF
	}
	n := copy(p, f.node.data[at:])
	if n < len(p) {
		return n, io.EOF
	}
	return n, nil
}

func (f *file) Write(p []byte) (int, error) {
	n, err := f.WriteAt(p, f.at)
	f.at += int64(n)
	return n, err
}

func (f *file) WriteAt(p []byte, at int64) (int, error) {
	err := f.fs.do("write", f.name, func() error {
		b := make([]byte, max(int64(len(f.node.data)), at+int64(len(p))))
		copy(b, f.node.data)
		copy(b[at:], p)
		f.node.data = b
		return nil
	})
	if err != nil {
		return 0, err
	}
	return len(p), nil
}

func (f *file) Truncate(size int64) error {
	if int64(len(f.node.data)) == size {
		return nil
	}
	return f.fs.do("truncate", f.name, func() error {
		b := make([]byte, size)
		copy(b, f.node.data)
		f.node.data = b
		return nil
	})
}

func (f *file) Sync() error {
	return f.fs.do("fsync", f.name, func() error {
		f.node.durable = f.node.data
		return nil
	})
}
