package bleve

import (
	"context"
	"errors"
	"fmt"

	"github.com/telaah/telaah/index/internal/engine"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/index/scorch"
)

// batchSize is about how many documents go to the library at once. A bulk build
// holds this many for each of its workers in memory.
const batchSize = 4000

// fill makes an index of the sources in a new folder.
func fill(ctx context.Context, path string, sources engine.Sources) (err error) {
	lib, err := bleve.NewUsing(path, bleve.NewIndexMapping(), scorch.Name, scorch.Name,
		map[string]any{"bolt_timeout": lockTimeout})
	if err != nil {
		return fmt.Errorf("rebuilding index: %w", err)
	}
	defer func() {
		if e := lib.Close(); e != nil && err == nil {
			err = fmt.Errorf("rebuilding index: %w", e)
		}
	}()
	return pour(ctx, lib, sources)
}

// InMemory returns an index of the sources that lives in memory, for reading.
func InMemory(ctx context.Context, sources engine.Sources) (*Index, error) {
	lib, err := bleve.NewUsing("", bleve.NewIndexMapping(), scorch.Name, scorch.Name, nil)
	if err != nil {
		return nil, fmt.Errorf("building index: %w", err)
	}
	if err := pour(ctx, lib, sources); err != nil {
		return nil, errors.Join(err, lib.Close())
	}
	return &Index{lib: lib}, nil
}

// pour puts sources into the library. Workers make them and hand them on in
// batches; the order in which they do has no influence on results.
func pour(ctx context.Context, lib bleve.Index, sources engine.Sources) error {
	err := engine.Feed(ctx, sources, func(_ context.Context, queue <-chan engine.Make) error { return work(lib, queue) })
	if err != nil {
		return fmt.Errorf("rebuilding index: %w", err)
	}
	return nil
}

// work indexes the sources of a queue.
func work(lib bleve.Index, queue <-chan engine.Make) error {
	batch := lib.NewBatch()
	for make := range queue {
		s, err := make()
		if err != nil {
			return err
		}
		if err := add(batch, &s); err != nil {
			return err
		}
		if batch.Size() >= batchSize {
			if err := lib.Batch(batch); err != nil {
				return err
			}
			batch.Reset()
		}
	}
	return lib.Batch(batch)
}

// add puts the documents of a source into a batch.
func add(batch *bleve.Batch, s *engine.Source) error {
	docs, err := documents(s)
	if err != nil {
		return err
	}
	for _, d := range docs {
		if err := batch.IndexAdvanced(d); err != nil {
			return fmt.Errorf("indexing %s: %w", s.Path, err)
		}
	}
	return nil
}
