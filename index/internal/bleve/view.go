package bleve

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/telaah/telaah/index/internal/engine"

	"github.com/blevesearch/bleve/v2"
)

// errOpen says that an index was not closed: somebody has it open, or died.
var errOpen = fmt.Errorf("%w: it was not closed", engine.ErrRebuild)

// viewTries is how often a view is begun again when the index changes under it.
const viewTries = 10

// OpenView opens the index for reading, as it stands. It writes nothing
// there and waits for nobody: Close removes the view, a folder of links beside
// the temporary files of the system. Later changes do not show. An index that
// was not closed is taken only where open says so, because another process is
// known to write it; else the error is engine.ErrRebuild.
func (f Folder) OpenView(open bool) (*Index, error) {
	var err error
	for try := range viewTries {
		if try > 0 {
			time.Sleep(20 * time.Millisecond)
		}
		var name string
		if name, err = f.Current(); err != nil {
			return nil, err
		}
		path := filepath.Join(f.Dir, name)
		if _, err = sound(f.Dir, path); err != nil && !(open && errors.Is(err, errOpen)) {
			if !open {
				return nil, err
			}
			continue
		}
		var x *Index
		if x, err = openView(f.Dir, path); err == nil {
			return x, nil
		}
	}
	return nil, err
}

// sound returns the sums of an index after holding its files to them.
func sound(dir, path string) ([]fileSum, error) {
	sums, err := readSums(path)
	if err == nil && sums == nil {
		return nil, errOpen
	}
	if err == nil {
		if bad := damaged(path, sums, verifyMost); bad != "" {
			err = fmt.Errorf("%s is not what was written", bad)
		}
	}
	if err != nil {
		return nil, fmt.Errorf("%w: the one in %s is damaged (%w)", engine.ErrRebuild, dir, err)
	}
	return sums, nil
}

// openView opens a view once: in the folder of temporary files, else, where
// that cannot be written, the index itself, shared with other readers. It fails
// where the index changes meanwhile.
func openView(dir, path string) (*Index, error) {
	tmp, err := os.MkdirTemp("", "telaah-view-*")
	if err != nil {
		lib, err := openShared(dir, path)
		return &Index{lib: lib}, err
	}
	err = linkFiles(path, tmp)
	if err == nil {
		var lib bleve.Index
		if lib, err = openShared(dir, tmp); err == nil {
			return &Index{lib: lib, view: tmp}, nil
		}
	}
	return nil, errors.Join(fmt.Errorf("viewing index: %w", err), os.RemoveAll(tmp))
}

// openShared opens the library's folder for reading.
func openShared(dir, path string) (lib bleve.Index, err error) {
	defer func() {
		if p := recover(); p != nil {
			lib, err = nil, fmt.Errorf("%w: the one in %s is damaged (%v)", engine.ErrRebuild, dir, p)
		}
	}()
	lib, err = bleve.OpenUsing(path, map[string]any{"bolt_timeout": lockTimeout, "read_only": true})
	if err != nil {
		return nil, fmt.Errorf("%w: the one in %s is damaged (%w)", engine.ErrRebuild, dir, err)
	}
	return lib, nil
}

// linkFiles makes a second index of the files of one that may be in use: links
// to the segments, which never change, and copies of the rest.
func linkFiles(from, to string) error {
	from, err := filepath.Abs(from)
	if err != nil {
		return err
	}
	if err := os.Mkdir(filepath.Join(to, "store"), 0o700); err != nil {
		return err
	}
	if err := copyStill(filepath.Join(from, "index_meta.json"), filepath.Join(to, "index_meta.json")); err != nil {
		return err
	}
	entries, err := os.ReadDir(filepath.Join(from, "store"))
	if err != nil {
		return err
	}
	for _, e := range entries {
		if strings.HasSuffix(e.Name(), ".zap") {
			if err := link(filepath.Join(from, "store", e.Name()), filepath.Join(to, "store", e.Name())); err != nil {
				return err
			}
		}
	}
	// Last, so that it names no segment that came later than the links. If it
	// does, opening fails, and the view is begun again.
	return copyStill(filepath.Join(from, "store", "root.bolt"), filepath.Join(to, "store", "root.bolt"))
}

// link makes another name for a file: a symbolic link, a hard one where the
// system lets not everybody make those, else a copy.
func link(from, to string) error {
	if os.Symlink(from, to) == nil || os.Link(from, to) == nil {
		return nil
	}
	return copyStill(from, to)
}

// copyStill copies a small file that a writer may be changing: it is whole when
// two readings agree.
func copyStill(from, to string) error {
	first, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	second, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	if !bytes.Equal(first, second) {
		return fmt.Errorf("%s is being written", from)
	}
	return os.WriteFile(to, second, 0o600)
}
