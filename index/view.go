package index

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/blevesearch/bleve/v2"
)

// ErrReadOnly says that an index opened by [OpenView] was to be changed.
var ErrReadOnly = errors.New("index is open for reading only")

// viewTries is how often a view is begun again when the index changes under it.
const viewTries = 10

// OpenView opens the index in dir for reading, as it stands, also while another
// process has it open and goes on writing: where [Open] says [ErrLocked], a
// search need not wait. Later changes do not show. Close removes the view, a
// folder of hard links beside the index.
func OpenView(dir string) (*Index, error) {
	var err error
	for range viewTries {
		var x *Index
		if x, err = openView(dir); err == nil || errors.Is(err, ErrRebuild) && noCurrent(dir) {
			return x, err
		}
		time.Sleep(20 * time.Millisecond)
	}
	return nil, err
}

// noCurrent reports whether there is no index to view.
func noCurrent(dir string) bool {
	_, err := current(dir)
	return err != nil
}

// openView opens a view once. It fails where the index changes meanwhile.
func openView(dir string) (_ *Index, err error) {
	name, err := current(dir)
	if err != nil {
		return nil, err
	}
	tmp, err := os.MkdirTemp(dir, "view-*")
	if err != nil {
		return nil, fmt.Errorf("viewing index: %w", err)
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, os.RemoveAll(tmp))
		}
	}()
	if err := linkFiles(filepath.Join(dir, name), tmp); err != nil {
		return nil, fmt.Errorf("viewing index: %w", err)
	}
	engine, err := bleve.OpenUsing(tmp, map[string]any{"bolt_timeout": lockTimeout, "read_only": true})
	if err != nil {
		return nil, fmt.Errorf("%w: the one in %s is damaged (%w)", ErrRebuild, dir, err)
	}
	return &Index{dir: dir, engine: engine, view: tmp}, nil
}

// linkFiles makes a second index of the files of one that may be in use: links
// to the segments, which never change, and copies of the rest.
func linkFiles(from, to string) error {
	if err := os.Mkdir(filepath.Join(to, "store"), 0o777); err != nil {
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
			if err := os.Link(filepath.Join(from, "store", e.Name()), filepath.Join(to, "store", e.Name())); err != nil {
				return err
			}
		}
	}
	// Last, so that it names no segment that came later than the links. If it
	// does, opening fails, and the view is begun again.
	return copyStill(filepath.Join(from, "store", "root.bolt"), filepath.Join(to, "store", "root.bolt"))
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
	return os.WriteFile(to, second, 0o666)
}
