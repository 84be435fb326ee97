// Package bleve carries an index in a folder of this machine, with the library
// Bleve as the store of postings. Sets of documents, scores and counts are worked
// out here, from columns and caches beside the library.
package bleve

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"

	"github.com/telaah/telaah/index/internal/engine"

	"github.com/blevesearch/bleve/v2"
	bleveindex "github.com/blevesearch/bleve_index_api"
)

// Index is an open index.
type Index struct {
	lib   bleve.Index
	path  string     // folder of an index that is open for writing, "" of a view
	sums  []fileSum  // of its segments when it was opened
	view  string     // folder to remove at the end; "" for none
	write sync.Mutex // one update at a time: it reads before it writes
	cols  columns
	cache cache
}

var _ engine.Engine = (*Index)(nil)

// Open opens the index for writing; that nobody else does is for the caller to
// see to. The error is engine.ErrRebuild where there is none that can be used: it
// is missing, damaged, of another version, or was not closed. It is
// engine.ErrLocked where a reader that could make no view has it open.
func (f Folder) Open() (*Index, error) {
	name, err := f.Current()
	if err != nil {
		return nil, err
	}
	path := filepath.Join(f.Dir, name)
	sums, err := sound(f.Dir, path)
	if err != nil {
		return nil, err
	}
	lib, err := openEngine(f.Dir, name)
	if err != nil {
		return nil, err
	}
	if err := os.Remove(filepath.Join(path, SumsFile)); err != nil { // until it is closed
		return nil, errors.Join(fmt.Errorf("opening index: %w", err), lib.Close())
	}
	return &Index{path: path, sums: sums, lib: lib}, nil
}

// Close releases the index; one that was open for writing can then be held to
// its sums.
func (x *Index) Close() error {
	err := x.lib.Close()
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

// Count returns the number of documents.
func (x *Index) Count(context.Context) (int, error) {
	n, err := x.lib.DocCount()
	if err != nil {
		return 0, fmt.Errorf("counting documents: %w", err)
	}
	return int(n), nil
}

// Apply replaces what the index has of each source. On error, the index has all
// of it or none.
func (x *Index) Apply(ctx context.Context, sources []engine.Source) error {
	if x.path == "" {
		return engine.ErrReadOnly
	}
	x.write.Lock()
	defer x.write.Unlock()
	batch := x.lib.NewBatch()
	reader, err := x.reader()
	if err != nil {
		return err
	}
	for i := range sources {
		if err = drop(ctx, reader, batch, sources[i].ID); err != nil {
			break
		}
		if err = add(batch, &sources[i]); err != nil {
			break
		}
	}
	if err := errors.Join(err, reader.Close()); err != nil {
		return err
	}
	if err := x.lib.Batch(batch); err != nil {
		return fmt.Errorf("writing index: %w", err)
	}
	return nil
}

// drop adds to the batch the removal of every document of the source.
func drop(ctx context.Context, r bleveindex.IndexReader, batch *bleve.Batch, id string) error {
	reader, err := r.TermFieldReader(ctx, []byte(id), engine.FieldSource, false, false, false)
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
}

// reader returns the index as it stands now.
func (x *Index) reader() (bleveindex.IndexReader, error) {
	lib, err := x.lib.Advanced()
	if err != nil {
		return nil, fmt.Errorf("reading index: %w", err)
	}
	reader, err := lib.Reader()
	if err != nil {
		return nil, fmt.Errorf("reading index: %w", err)
	}
	return reader, nil
}

// View returns the index as it stands now.
func (x *Index) View(context.Context) (engine.View, error) {
	reader, err := x.reader()
	if err != nil {
		return nil, err
	}
	s, err := x.session(reader)
	if err != nil {
		return nil, errors.Join(err, reader.Close())
	}
	return s, nil
}
