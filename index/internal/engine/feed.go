package engine

import (
	"context"
	"runtime"

	"golang.org/x/sync/errgroup"
)

// maxWorkers is the most that fill an engine at once: more only wait for it.
const maxWorkers = 4

// Feed hands sources to workers, one a processor, each of which works until the
// channel is closed. The first error ends all.
func Feed(ctx context.Context, sources Sources, work func(context.Context, <-chan Make) error) error {
	workers := min(runtime.GOMAXPROCS(0), maxWorkers)
	group, ctx := errgroup.WithContext(ctx)
	queue := make(chan Make, workers)
	for range workers {
		group.Go(func() error { return work(ctx, queue) })
	}
	group.Go(func() error {
		defer close(queue)
		for make, err := range sources {
			if err != nil {
				return err
			}
			select {
			case queue <- make:
			case <-ctx.Done():
				return ctx.Err()
			}
		}
		return nil
	})
	return group.Wait()
}
