package ingest

import (
	"cmp"
	"context"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"syscall"
	"time"

	"github.com/telaah/telaah/corpus"
	"github.com/telaah/telaah/document"
)

// Times of a watch.
const (
	watchEvery = 2 * time.Second  // between two looks at the folder
	retryFirst = 15 * time.Second // until a file is tried again, doubled each time
	retryLast  = 10 * time.Minute
)

// What is read before it is saved: the corpus is locked only for the latter.
const (
	watchFiles = 16
	watchBytes = 64 << 20
)

// unfinished are the endings of names that programs give to files which they
// are still writing.
var unfinished = []string{".tmp", ".part", ".partial", ".crdownload", ".download", ".filepart"}

// Watch takes in what is put into a folder and its sub-folders. A file is read
// once its size and time have stayed the same for one look at the folder. It is
// never moved, changed or deleted; links and hidden files are left alone.
// Whatever failed for a reason that may pass, such as a full disk, is tried
// again; what cannot be read is named until the file changes.
type Watch struct {
	dir     string
	options Options
	write   func(func(*corpus.Store) error) error // opens the corpus for writing
	corpus  string                                // its folder, for reading
	every   time.Duration
	now     func() time.Time

	mu    sync.Mutex
	files map[string]*watched // by path
	err   error               // why the folder cannot be looked at
}

// watched is one file of the folder.
type watched struct {
	size    int64
	time    time.Time
	settled bool
	state   Status // "" before it was read
	err     error
	tries   int
	next    time.Time // not to be tried before
}

// WatchState says how far a watch has come.
type WatchState struct {
	Dir     string
	Err     error // why the folder cannot be looked at, nil where it can
	Waiting int   // files that are not read yet
	Taken   int   // files that are in the corpus
	Skipped int   // files that are no documents
	Failed  []WatchFailure
}

// WatchFailure is a file that could not be taken in.
type WatchFailure struct {
	Path  string
	Err   error
	Again bool // it is tried again by itself
}

// NewWatch returns a watch over dir, whose documents go into the corpus in the
// given folder; write opens that for writing. Run starts it.
func NewWatch(dir, corpusDir string, o Options, write func(func(*corpus.Store) error) error) *Watch {
	o.Again = false
	return &Watch{dir: dir, options: o, write: write, corpus: corpusDir, every: watchEvery, now: time.Now, files: map[string]*watched{}}
}

// Run looks at the folder until ctx ends.
func (w *Watch) Run(ctx context.Context) {
	for ctx.Err() == nil {
		begun := time.Now()
		w.look()
		for batch := w.batch(); len(batch) > 0 && ctx.Err() == nil; batch = w.batch() {
			w.take(ctx, batch)
		}
		select { // a large folder on a slow disk is looked at less often
		case <-ctx.Done():
		case <-time.After(max(w.every, 10*time.Since(begun))):
		}
	}
}

// State returns how far the watch has come.
func (w *Watch) State() WatchState {
	w.mu.Lock()
	defer w.mu.Unlock()
	s := WatchState{Dir: w.dir, Err: w.err}
	for _, path := range slices.Sorted(maps.Keys(w.files)) {
		switch f := w.files[path]; f.state {
		case "":
			s.Waiting++
		case StatusSkipped:
			s.Skipped++
		case StatusFailed:
			s.Failed = append(s.Failed, WatchFailure{path, f.err, !f.next.IsZero()})
		default:
			s.Taken++
		}
	}
	return s
}

// look notes which files there are and which have settled.
func (w *Watch) look() {
	found := map[string]fs.FileInfo{}
	err := filepath.WalkDir(w.dir+string(filepath.Separator), func(path string, d fs.DirEntry, err error) error {
		hidden := d != nil && strings.HasPrefix(d.Name(), ".") && filepath.Clean(path) != filepath.Clean(w.dir)
		switch {
		case err != nil && filepath.Clean(path) == filepath.Clean(w.dir):
			return err
		case err != nil: // gone meanwhile, or closed to us: the next look finds out
			return nil
		case hidden && d.IsDir():
			return filepath.SkipDir
		case hidden || !d.Type().IsRegular() || strings.HasPrefix(d.Name(), "~$") || slices.Contains(unfinished, strings.ToLower(filepath.Ext(d.Name()))):
			return nil
		}
		if info, err := d.Info(); err == nil {
			found[filepath.Clean(path)] = info
		}
		return nil
	})
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.err = err; err != nil {
		return
	}
	for path := range w.files {
		if found[path] == nil {
			delete(w.files, path)
		}
	}
	for path, info := range found {
		f := w.files[path]
		switch {
		case f == nil:
			w.files[path] = &watched{size: info.Size(), time: info.ModTime()}
		case f.size != info.Size() || !f.time.Equal(info.ModTime()):
			*f = watched{size: info.Size(), time: info.ModTime()}
		default:
			f.settled = true
		}
	}
}

// batch returns files to be read now, by name.
func (w *Watch) batch() []string {
	w.mu.Lock()
	defer w.mu.Unlock()
	var list []string
	size := int64(0)
	for _, path := range slices.Sorted(maps.Keys(w.files)) {
		f := w.files[path]
		due := f.state == "" || f.state == StatusFailed && !f.next.IsZero() && !w.now().Before(f.next)
		if !f.settled || !due || len(list) > 0 && size+f.size > watchBytes {
			continue
		}
		list, size = append(list, path), size+f.size
		if len(list) == watchFiles {
			break
		}
	}
	return list
}

// take reads files and then saves what was read.
func (w *Watch) take(ctx context.Context, paths []string) {
	var inputs []Input
	for _, path := range paths {
		inputs = append(inputs, Input{Name: path, Read: func() ([]byte, error) { return readFile(path) }, found: true})
	}
	var all []work
	origin := map[string]string{} // of each document: the file it came in
	known := func(part) (work, bool) { return work{}, false }
	if st, err := corpus.Open(w.corpus); err == nil {
		known = knows(st, false)
	}
	for _, in := range inputs { // one by one, each with the processes of the reader
		in.all(ctx, w.options, known, func(d work) {
			origin[d.Name] = in.Name
			all = append(all, d)
		})
	}
	if ctx.Err() != nil {
		return
	}
	outcome := map[string]Result{}
	note := func(r Result) {
		path := origin[r.Name]
		if before, ok := outcome[path]; !ok || rank(r) > rank(before) {
			outcome[path] = r
		}
	}
	var err error
	if slices.ContainsFunc(all, func(d work) bool { return d.Status == StatusRead || d.twin != "" }) {
		err = w.write(func(st *corpus.Store) error { return keep(ctx, st, w.options.Engine, slices.Values(all), false, note) })
	} else {
		for _, d := range all {
			note(d.Result)
		}
	}
	w.settle(paths, outcome, err)
}

// rank orders what becomes of the documents in one file: a failure is that of
// the file, and one document makes it one.
func rank(r Result) int {
	switch r.Status {
	case StatusFailed:
		return 2
	case StatusSkipped:
		return 0
	}
	return 1
}

// settle notes what became of files. err is that of saving: whatever is not
// known to be saved is tried again.
func (w *Watch) settle(paths []string, outcome map[string]Result, err error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	for _, path := range paths {
		f := w.files[path]
		if f == nil {
			continue
		}
		r, ok := outcome[path]
		if err != nil && (!ok || r.Status != StatusSkipped) || !ok {
			r = Result{Status: StatusFailed, Err: cmp.Or(err, errNothing)}
		}
		f.state, f.err, f.next = r.Status, r.Err, time.Time{}
		if r.Status == StatusFailed && passing(r.Err) {
			f.next = w.now().Add(min(retryFirst<<min(f.tries, 10), retryLast))
			f.tries++
		}
	}
}

// errNothing says that a file gave no document and no reason.
var errNothing = errors.New("nothing came of the file")

// passing reports whether an error may be gone when a file is tried again: that
// of a disk or of another process, not one of the document.
func passing(err error) bool {
	var errno syscall.Errno
	for _, e := range []error{document.ErrTooLarge, corpus.ErrTooLarge, os.ErrNotExist} {
		if errors.Is(err, e) {
			return false
		}
	}
	return errors.As(err, &errno) || errors.Is(err, corpus.ErrBusy) || errors.Is(err, fs.ErrPermission) || errors.Is(err, context.DeadlineExceeded)
}
