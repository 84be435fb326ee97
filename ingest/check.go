package ingest

import (
	"context"
	"errors"
	"fmt"

	"github.com/telaah/telaah/corpus"
	"github.com/telaah/telaah/index"
)

// Health is what was found when every file of a corpus was read.
type Health struct {
	Documents int                   // in the corpus
	Events    int                   // in its log
	Damage    []*corpus.DamageError // by document
	Index     []string              // damaged files of the index
	Behind    bool                  // the index is missing or lacks changes; the next search builds it
	Leftovers []string              // files that no document needs
}

// Check reads every file of the corpus in dir, with its index, and changes
// nothing. Errors: those of corpus.Open, but a damaged marker.
func Check(ctx context.Context, dir string) (Health, error) {
	st, err := corpus.Inspect(dir)
	if err != nil {
		return Health{}, err
	}
	return check(ctx, st)
}

func check(ctx context.Context, st *corpus.Store) (h Health, err error) {
	if h.Damage, h.Leftovers, err = st.Check(); err != nil {
		return h, err
	}
	ids, err := st.IDs()
	if err != nil {
		return h, err
	}
	events, _ := st.Log() // its damage is in h
	h.Documents, h.Events = len(ids), len(events)
	h.Index, err = index.Verify(st.IndexDir())
	if errors.Is(err, index.ErrRebuild) {
		h.Behind, err = len(ids) > 0, nil
	}
	h.Behind = h.Behind || st.IndexBehind()
	return h, errors.Join(err, ctx.Err())
}

// Repaired is what Repair did, and what is left to say.
type Repaired struct {
	Mended []corpus.Mended
	Failed []Result // documents that could not be read again
	Health          // afterwards
}

// Repair mends the corpus in dir as far as its own files allow: what can be
// derived is made anew, damaged records are read again from their originals,
// and the rest is set aside in its folder "quarantine". Nothing is deleted.
func Repair(ctx context.Context, dir string, o Options) (r Repaired, err error) {
	if _, err := corpus.Inspect(dir); err != nil { // CreateDamaged would make one
		return r, err
	}
	st, err := corpus.CreateDamaged(dir)
	if err != nil {
		return r, err
	}
	defer func() { err = errors.Join(err, st.Close()) }()
	h, err := check(ctx, st)
	if err != nil {
		return r, err
	}
	if len(h.Damage) > 0 {
		if err := r.mend(ctx, st, h.Damage, o); err != nil {
			return r, err
		}
	}
	for _, name := range h.Leftovers {
		if err := st.Leftover(name); err != nil {
			return r, err
		}
		r.Mended = append(r.Mended, corpus.Mended{File: name, How: corpus.Quarantined})
	}
	if _, _, err := current(ctx, st, nil); err != nil {
		return r, err
	}
	for _, name := range h.Index {
		r.Mended = append(r.Mended, corpus.Mended{File: "index/" + name, How: corpus.Rebuilt})
	}
	r.Health, err = check(ctx, st)
	return r, err
}

// mend has the store mend what it can and reads the other records again.
func (r *Repaired) mend(ctx context.Context, st *corpus.Store, found []*corpus.DamageError, o Options) error {
	done, again, err := st.Mend(found)
	r.Mended = append(r.Mended, done...)
	if err != nil {
		return fmt.Errorf("repairing the corpus: %w", err)
	}
	events, _ := st.Log()
	var inputs []Input
	for _, id := range again {
		name := id[:12]
		for _, e := range events {
			if e.ID == id && e.Path != "" {
				name = e.Path
			}
		}
		inputs = append(inputs, Input{Name: name, Read: func() ([]byte, error) { return st.Original(id) }})
	}
	o.Again = true
	i := 0
	return Into(ctx, st, inputs, o, func(res Result) {
		if res.Err != nil {
			r.Failed = append(r.Failed, res)
		} else {
			r.Mended = append(r.Mended, corpus.Mended{File: "records/" + again[i][:2] + "/" + again[i] + ".json", How: corpus.Rebuilt})
		}
		i++
	})
}
