package main

import (
	"context"
	"time"

	"github.com/telaah/telaah/index"
	"github.com/telaah/telaah/internal/national"
)

// telaah is our own index.
type telaah struct{ x *index.Index }

func (*telaah) Name() string { return "telaah" }

func (t *telaah) Build(ctx context.Context, dir string, circulars int) error {
	if err := index.Rebuild(ctx, dir, national.Records(circulars), nil); err != nil {
		return err
	}
	return t.Open(dir)
}

func (t *telaah) Open(dir string) (err error) {
	t.x, err = index.Open(dir)
	return err
}

func (t *telaah) Add(_ context.Context, i int) error { return t.x.Update(national.Record(i)) }

func (t *telaah) Query(ctx context.Context, q query) (time.Duration, int, error) {
	start := time.Now()
	parsed, err := index.ParseQuery(q.String())
	if err != nil {
		return 0, 0, err
	}
	parsed.Facets = q.facets
	res, err := t.x.Search(ctx, parsed)
	if err != nil {
		return 0, 0, err
	}
	took := time.Since(start)
	if res.Relaxed {
		return took, 0, nil
	}
	return took, res.Total, nil
}

func (t *telaah) Close() error {
	if t.x == nil {
		return nil
	}
	return t.x.Close()
}
