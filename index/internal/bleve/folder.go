package bleve

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"

	"github.com/telaah/telaah/index/internal/engine"

	"github.com/blevesearch/bleve/v2"
)

// Folder is where an index lies on disk:
//
//	DIR/CURRENT      the name of the folder in use, such as "v5.5f1c09aa-000003"
//	DIR/v5.5f1c09aa-000003/
//	                 the library's files
type Folder struct {
	Dir     string
	Version string // of the fields, the analysis and the lexicon
}

// CurrentFile names the folder in use.
const CurrentFile = "CURRENT"

// lockTimeout is how long the engine waits for another process.
const lockTimeout = "500ms"

// Current returns the name of the folder in use.
func (f Folder) Current() (string, error) {
	dir := f.Dir
	b, err := os.ReadFile(filepath.Join(dir, CurrentFile))
	if errors.Is(err, fs.ErrNotExist) {
		return "", fmt.Errorf("%w: there is none in %s", engine.ErrRebuild, dir)
	}
	if err != nil {
		return "", fmt.Errorf("opening index: %w", err)
	}
	name := strings.TrimSpace(string(b))
	if !strings.HasPrefix(name, f.Version+"-") || name != filepath.Base(name) {
		return "", fmt.Errorf("%w: the one in %s is of another version", engine.ErrRebuild, dir)
	}
	return name, nil
}

// openEngine opens the engine's folder dir/name. A file that makes the engine
// panic is a damaged one.
func openEngine(dir, name string) (lib bleve.Index, err error) {
	defer func() {
		if p := recover(); p != nil {
			lib, err = nil, fmt.Errorf("%w: the one in %s is damaged (%v)", engine.ErrRebuild, dir, p)
		}
	}()
	lib, err = bleve.OpenUsing(filepath.Join(dir, name), map[string]any{"bolt_timeout": lockTimeout})
	switch {
	case err == nil:
		return lib, nil
	case strings.Contains(err.Error(), "timeout"):
		return nil, fmt.Errorf("%w: %s", engine.ErrLocked, dir)
	case errors.Is(err, fs.ErrPermission):
		return nil, fmt.Errorf("opening index: %w", err)
	}
	return nil, fmt.Errorf("%w: the one in %s is damaged (%w)", engine.ErrRebuild, dir, err)
}

// Rebuild replaces the index by one of the given sources, which may come in any
// order; an error among them ends it and leaves the old index. It never opens the
// old index, which may be damaged: that nobody writes to it meanwhile is for the
// caller to see to.
func (f Folder) Rebuild(ctx context.Context, sources engine.Sources) (err error) {
	if err := os.MkdirAll(f.Dir, 0o770); err != nil {
		return fmt.Errorf("rebuilding index: %w", err)
	}
	name, err := f.nextName()
	if err != nil {
		return err
	}
	path := filepath.Join(f.Dir, name)
	err = fill(ctx, path, sources)
	if err == nil {
		err = seal(path, nil)
	}
	if err != nil {
		return errors.Join(err, os.RemoveAll(path))
	}
	if err := syncTree(path); err != nil {
		return errors.Join(fmt.Errorf("making index durable: %w", err), os.RemoveAll(path))
	}
	if err := replaceCurrent(f.Dir, name); err != nil {
		return err
	}
	removeOthers(f.Dir, name)
	return nil
}

// nextName returns the name of a folder with the number behind the highest one.
func (f Folder) nextName() (string, error) {
	entries, err := os.ReadDir(f.Dir)
	if err != nil {
		return "", fmt.Errorf("rebuilding index: %w", err)
	}
	last := 0
	for _, e := range entries {
		_, digits, _ := strings.Cut(e.Name(), "-")
		if n, err := strconv.Atoi(digits); err == nil && n > last && n < 1e9 {
			last = n
		}
	}
	return fmt.Sprintf("%s-%06d", f.Version, last+1), nil
}

// syncTree makes every file and folder under path durable.
func syncTree(path string) error {
	return filepath.WalkDir(path, func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		return syncPath(p, d.IsDir())
	})
}

// syncPath makes a file or folder durable. Windows has no such call for folders.
func syncPath(path string, folder bool) error {
	if folder && runtime.GOOS == "windows" {
		return nil
	}
	flag := os.O_RDWR // Windows flushes only what is open for writing
	if folder {
		flag = os.O_RDONLY
	}
	f, err := os.OpenFile(path, flag, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

// replaceCurrent makes name the folder in use under dir.
func replaceCurrent(dir, name string) error {
	tmp := filepath.Join(dir, CurrentFile+".new")
	err := os.WriteFile(tmp, []byte(name+"\n"), 0o660)
	if err == nil {
		err = syncPath(tmp, false)
	}
	if err == nil {
		err = os.Rename(tmp, filepath.Join(dir, CurrentFile))
	}
	if err == nil {
		err = syncPath(dir, true)
	}
	if err != nil {
		return fmt.Errorf("putting the new index in place: %w", err)
	}
	return nil
}

// removeOthers removes the folders of earlier indexes. What cannot be removed
// now, such as files that a reader on Windows has open, goes the next time.
func removeOthers(dir, keep string) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return
	}
	for _, e := range entries {
		v, _, ok := strings.Cut(e.Name(), "-")
		if ok && e.IsDir() && e.Name() != keep && len(v) > 1 && v[0] == 'v' {
			_ = os.RemoveAll(filepath.Join(dir, e.Name()))
		}
	}
}
