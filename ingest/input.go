package ingest

import (
	"context"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/telaah/telaah/corpus"
	"github.com/telaah/telaah/document"
)

// Input is one document to read.
type Input struct {
	Name string                 // as the user named it
	Read func() ([]byte, error) // its bytes, at most corpus.MaxOriginal

	found bool // found in a folder: no document is no failure
}

// part is a document with its bytes, or why there is none.
type part struct {
	Input
	data []byte
	err  error
}

// expand returns the documents in a file: itself, or those of an archive or a
// mail. A file in one that is no document is no failure.
func expand(ctx context.Context, o Options, in Input, data []byte) []part {
	files, err := o.reader().Expand(ctx, in.Name, data)
	if err != nil {
		return []part{{Input: in, err: err}}
	}
	if len(files) == 1 && files[0].Name == in.Name {
		return []part{{Input: in, data: files[0].Data, err: files[0].Err}}
	}
	var parts []part
	for _, f := range files {
		parts = append(parts, part{Input{Name: f.Name, found: true}, f.Data, f.Err})
	}
	return parts
}

// Pages returns the one input whose pages are the pictures that the inputs
// are, in their order.
func Pages(pictures []Input) Input {
	var names []string
	for _, in := range pictures {
		names = append(names, in.Name)
	}
	return Input{Name: strings.Join(names, "+"), Read: func() ([]byte, error) {
		var files []document.File
		for _, in := range pictures {
			data, err := in.Read()
			if err != nil {
				return nil, err
			}
			files = append(files, document.File{Name: in.Name, Data: data})
		}
		return document.Bundle(files)
	}}
}

// Files returns the inputs that paths name, in their order: a file, a folder
// (every file in it and below, by name, without hidden ones; what is no document,
// or by its name data, gives StatusSkipped), a glob pattern
// where no such file exists, or "-" for stdin. A file named twice is one
// input. A link in a folder is not followed, since it may lead anywhere: it gives
// StatusSkipped. A path that names nothing is an input whose Read fails, so that
// it becomes one line of the summary.
func Files(paths []string, stdin io.Reader) []Input {
	var inputs []Input
	seen := map[string]bool{}
	add := func(name string, found bool) {
		if key := filepath.Clean(name); !seen[key] {
			seen[key] = true
			inputs = append(inputs, Input{Name: name, Read: func() ([]byte, error) { return readFile(name) }, found: found})
		}
	}
	for _, p := range paths {
		if p == "-" {
			inputs = append(inputs, Input{Name: "-", Read: func() ([]byte, error) { return readAll(stdin) }})
			continue
		}
		info, err := os.Stat(p)
		switch {
		case err == nil && info.IsDir():
			addFolder(p, add, func(in Input) { inputs = append(inputs, in) })
		case err == nil:
			add(p, false)
		default:
			matches, globErr := filepath.Glob(p)
			if globErr != nil || len(matches) == 0 {
				add(p, false)
			}
			for _, m := range matches {
				if info, err := os.Stat(m); err == nil && info.IsDir() {
					addFolder(m, add, func(in Input) { inputs = append(inputs, in) })
				} else {
					add(m, false)
				}
			}
		}
	}
	return inputs
}

// addFolder adds the files in and below a folder, by name. A folder that
// cannot be listed becomes an input that fails.
func addFolder(dir string, add func(name string, found bool), broken func(Input)) {
	root := dir
	if info, err := os.Lstat(dir); err == nil && info.Mode()&fs.ModeSymlink != 0 {
		root += string(filepath.Separator) // a link that the user names is followed
	}
	_ = filepath.WalkDir(root, func(p string, d fs.DirEntry, err error) error { // every error is handed on as an input
		switch {
		case err != nil:
			broken(Input{Name: p, Read: func() ([]byte, error) { return nil, err }})
			if d != nil && d.IsDir() {
				return filepath.SkipDir
			}
		case p != root && strings.HasPrefix(d.Name(), "."):
			if d.IsDir() {
				return filepath.SkipDir
			}
		case d.Type()&fs.ModeSymlink != 0:
			broken(Input{Name: p, Read: func() ([]byte, error) { return nil, ErrLink }, found: true})
		case d.Type().IsRegular():
			add(p, true)
		}
		return nil
	})
}

// Embedded returns an input for every file of fsys, by name.
func Embedded(fsys fs.FS) ([]Input, error) {
	var inputs []Input
	err := fs.WalkDir(fsys, ".", func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		inputs = append(inputs, Input{Name: p, Read: func() ([]byte, error) { return fs.ReadFile(fsys, p) }})
		return nil
	})
	slices.SortFunc(inputs, func(a, b Input) int { return strings.Compare(a.Name, b.Name) })
	return inputs, err
}

func readFile(name string) ([]byte, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return readAll(f)
}

// readAll reads r to its end, but no more than the corpus keeps.
func readAll(r io.Reader) ([]byte, error) {
	b, err := io.ReadAll(io.LimitReader(r, corpus.MaxOriginal+1))
	if err != nil {
		return nil, fmt.Errorf("reading: %w", err)
	}
	if len(b) > corpus.MaxOriginal {
		return nil, corpus.ErrTooLarge
	}
	return b, nil
}
