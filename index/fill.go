package index

import (
	"context"
	"fmt"
	"iter"
	"runtime"

	"github.com/telaah/telaah/circular"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/index/scorch"
	"golang.org/x/sync/errgroup"
)

// batchSize is about how many documents go to the engine at once. A bulk build
// holds this many for each of its workers in memory.
const batchSize = 4000

// maxWorkers is the most batches in work at once: more only wait for the engine.
const maxWorkers = 4

// fill makes an index of the records in a new folder. Workers turn records into
// documents and hand them on in batches; the order in which they do has no
// influence on results.
func fill(ctx context.Context, path string, records iter.Seq2[*circular.Record, error], progress func(int)) (err error) {
	engine, err := bleve.NewUsing(path, bleve.NewIndexMapping(), scorch.Name, scorch.Name,
		map[string]any{"bolt_timeout": lockTimeout})
	if err != nil {
		return fmt.Errorf("rebuilding index: %w", err)
	}
	defer func() {
		if e := engine.Close(); e != nil && err == nil {
			err = fmt.Errorf("rebuilding index: %w", e)
		}
	}()
	return pour(ctx, engine, records, progress)
}

// pour puts records into an engine.
func pour(ctx context.Context, engine bleve.Index, records iter.Seq2[*circular.Record, error], progress func(int)) error {
	workers := min(runtime.GOMAXPROCS(0), maxWorkers)
	group, ctx := errgroup.WithContext(ctx)
	queue := make(chan *circular.Record, workers)
	for range workers {
		group.Go(func() error { return work(engine, queue) })
	}
	group.Go(func() error {
		defer close(queue)
		done := 0
		for r, err := range records {
			if err != nil {
				return err
			}
			select {
			case queue <- r:
			case <-ctx.Done():
				return ctx.Err()
			}
			if done++; progress != nil {
				progress(done)
			}
		}
		return nil
	})
	if err := group.Wait(); err != nil {
		return fmt.Errorf("rebuilding index: %w", err)
	}
	return nil
}

// work indexes the records of a queue.
func work(engine bleve.Index, queue <-chan *circular.Record) error {
	batch := engine.NewBatch()
	for r := range queue {
		docs, err := documents(r)
		if err != nil {
			return err
		}
		for _, d := range docs {
			if err := batch.IndexAdvanced(d); err != nil {
				return err
			}
		}
		if batch.Size() >= batchSize {
			if err := engine.Batch(batch); err != nil {
				return err
			}
			batch.Reset()
		}
	}
	return engine.Batch(batch)
}
