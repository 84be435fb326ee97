package index

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"

	"github.com/telaah/telaah/circular"

	"github.com/blevesearch/bleve/v2"
	bleveindex "github.com/blevesearch/bleve_index_api"
)

// Errors that callers tell apart with errors.Is.
var (
	// ErrRebuild says that there is no usable index: it is missing, damaged, or
	// of another version. Call [Rebuild] with the records.
	ErrRebuild = errors.New("index must be rebuilt")

	// ErrLocked says that another process reads the index in place.
	ErrLocked = errors.New("index is in use by another process")

	// ErrTooLarge says that a record has more clauses than an index takes.
	ErrTooLarge = errors.New("record has too many clauses")
)

// Index is an open index. Its methods may be called from many goroutines.
type Index struct {
	dir    string
	engine bleve.Index
	path   string     // folder of an index that is open for writing, "" of a view
	sums   []fileSum  // of its segments when it was opened
	view   string     // folder to remove at the end; "" for none
	write  sync.Mutex // one update at a time: it reads before it writes
	cols   columns
	cache  cache
}

// Open opens the index in dir for writing; that nobody else does is for the
// caller to see to. The error is [ErrRebuild] where there is none that can be
// used: it is missing, damaged, of another version, or was not closed. It is
// [ErrLocked] where a reader that could make no view has it open.
func Open(dir string) (*Index, error) {
	name, err := current(dir)
	if err != nil {
		return nil, err
	}
	path := filepath.Join(dir, name)
	sums, err := sound(dir, path)
	if err != nil {
		return nil, err
	}
	engine, err := openEngine(dir, name)
	if err != nil {
		return nil, err
	}
	if err := os.Remove(filepath.Join(path, sumsFile)); err != nil { // until it is closed
		return nil, errors.Join(fmt.Errorf("opening index: %w", err), engine.Close())
	}
	return &Index{dir: dir, path: path, sums: sums, engine: engine}, nil
}

// Create makes an empty index in dir, which must hold none, and opens it.
func Create(dir string) (*Index, error) {
	if err := Rebuild(context.Background(), dir, func(func(*circular.Record, error) bool) {}, nil); err != nil {
		return nil, err
	}
	return Open(dir)
}

// Close releases the index; one that was open for writing can then be held to
// its sums.
func (x *Index) Close() error {
	err := x.engine.Close()
	if x.view != "" {
		err = errors.Join(err, os.RemoveAll(x.view))
	}
	if err == nil && x.path != "" {
		err = seal(x.path, x.sums)
	}
	if err != nil {
		return fmt.Errorf("closing index: %w", err)
	}
	return nil
}

// Count returns the number of documents: clauses and cards.
func (x *Index) Count() (int, error) {
	n, err := x.engine.DocCount()
	if err != nil {
		return 0, fmt.Errorf("counting documents: %w", err)
	}
	return int(n), nil
}

// Update puts the records into the index, each in place of what the index had
// from the same source. It returns after all of it is durable and found by
// searches. On error, the index has all records of it or none.
func (x *Index) Update(records ...*circular.Record) error {
	if x.path == "" {
		return ErrReadOnly
	}
	x.write.Lock()
	defer x.write.Unlock()
	batch := x.engine.NewBatch()
	for _, r := range records {
		docs, err := documents(r)
		if err != nil {
			return err
		}
		if err := x.drop(batch, r.Source.ID()); err != nil {
			return err
		}
		for _, d := range docs {
			if err := batch.IndexAdvanced(d); err != nil {
				return fmt.Errorf("indexing %s: %w", r.Source.Path, err)
			}
		}
	}
	if err := x.engine.Batch(batch); err != nil {
		return fmt.Errorf("writing index: %w", err)
	}
	return nil
}

// Delete takes everything from the given sources out of the index. A source is
// named by its id or its SHA-256. One that the index does not have is no error.
func (x *Index) Delete(sources ...string) error {
	if x.path == "" {
		return ErrReadOnly
	}
	x.write.Lock()
	defer x.write.Unlock()
	batch := x.engine.NewBatch()
	for _, s := range sources {
		if err := x.drop(batch, circular.Source{SHA256: s}.ID()); err != nil {
			return err
		}
	}
	if err := x.engine.Batch(batch); err != nil {
		return fmt.Errorf("writing index: %w", err)
	}
	return nil
}

// drop adds to the batch the removal of every document of the source.
func (x *Index) drop(batch *bleve.Batch, id string) error {
	return x.read(func(r bleveindex.IndexReader) error {
		reader, err := r.TermFieldReader(context.Background(), []byte(id), fieldSource, false, false, false)
		if err != nil {
			return fmt.Errorf("looking up %s: %w", id, err)
		}
		defer reader.Close()
		for {
			doc, err := reader.Next(nil)
			if err != nil {
				return fmt.Errorf("looking up %s: %w", id, err)
			}
			if doc == nil {
				return nil
			}
			name, err := r.ExternalID(doc.ID)
			if err != nil {
				return fmt.Errorf("looking up %s: %w", id, err)
			}
			batch.Delete(name)
		}
	})
}

// read calls f with a view of the index as it stands now.
func (x *Index) read(f func(bleveindex.IndexReader) error) (err error) {
	engine, err := x.engine.Advanced()
	if err != nil {
		return fmt.Errorf("reading index: %w", err)
	}
	reader, err := engine.Reader()
	if err != nil {
		return fmt.Errorf("reading index: %w", err)
	}
	defer func() {
		if e := reader.Close(); e != nil && err == nil {
			err = fmt.Errorf("reading index: %w", e)
		}
	}()
	return f(reader)
}
