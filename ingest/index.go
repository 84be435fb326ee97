package ingest

import (
	"context"
	"errors"
	"fmt"
	"iter"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/corpus"
	"github.com/telaah/telaah/index"
)

// groupSize is how many documents go into the index at once.
const groupSize = 64

// OpenIndex opens the index of the corpus in dir for searching. It is built
// anew where it is missing, damaged or behind the corpus. While another process
// writes, it is opened as it stands: a search need not wait. progress, if not
// nil, is told how many documents are done where it is built. Errors: those of
// corpus.Create.
func OpenIndex(ctx context.Context, dir string, progress func(done int)) (*index.Index, error) {
	st, err := corpus.Open(dir)
	if err != nil {
		return nil, err
	}
	if !st.IndexBehind() {
		idx, err := index.Open(st.IndexDir())
		if errors.Is(err, index.ErrLocked) {
			return index.OpenView(st.IndexDir())
		}
		if !errors.Is(err, index.ErrRebuild) {
			return idx, err
		}
	}
	writer, err := corpus.Create(dir)
	if errors.Is(err, corpus.ErrBusy) {
		if idx, viewErr := index.OpenView(st.IndexDir()); viewErr == nil {
			return idx, nil
		}
	}
	if err != nil {
		return nil, err
	}
	defer writer.Close()
	return openIndex(ctx, writer, progress)
}

// RebuildIndex builds the index of a corpus anew from its records and returns
// how many documents it has. progress, if not nil, is told how many are done.
func RebuildIndex(ctx context.Context, st *corpus.Store, progress func(done int)) (documents int, err error) {
	err = index.Rebuild(ctx, st.IndexDir(), records(st), func(done int) {
		documents = done
		if progress != nil {
			progress(done)
		}
	})
	if err != nil {
		return 0, fmt.Errorf("rebuilding the index: %w", err)
	}
	return documents, st.Indexed()
}

// Remove takes documents, by their full ids, out of a corpus and its index.
func Remove(ctx context.Context, st *corpus.Store, ids ...string) error {
	idx, err := openIndex(ctx, st, nil)
	if err != nil {
		return err
	}
	defer idx.Close()
	for _, id := range ids {
		if err := st.Remove(id); err != nil {
			return err
		}
	}
	if err := idx.Delete(ids...); err != nil {
		return err
	}
	return st.Indexed()
}

// Correct corrects a field of a document and brings the index up to date.
func Correct(ctx context.Context, st *corpus.Store, id string, c corpus.Correction) (corpus.Correction, error) {
	idx, err := openIndex(ctx, st, nil)
	if err != nil {
		return c, err
	}
	defer idx.Close()
	c, err = st.Correct(id, c)
	if err != nil {
		return c, err
	}
	d, err := st.Load(id)
	if err != nil {
		return c, err
	}
	if err := idx.Update(&d.Record); err != nil {
		return c, err
	}
	return c, st.Indexed()
}

// openIndex opens the index of a corpus that is open for writing, and builds it
// where it must be.
func openIndex(ctx context.Context, st *corpus.Store, progress func(done int)) (*index.Index, error) {
	idx, err := index.Open(st.IndexDir())
	if err == nil && !st.IndexBehind() {
		return idx, nil
	}
	if err == nil {
		err = idx.Close()
	}
	if err != nil && !errors.Is(err, index.ErrRebuild) {
		return nil, err
	}
	if _, err := RebuildIndex(ctx, st, progress); err != nil {
		return nil, err
	}
	return index.Open(st.IndexDir())
}

// records yields the records of a corpus as the index wants them. A damaged
// one is left out: the corpus names it whenever it is listed.
func records(st *corpus.Store) iter.Seq2[*circular.Record, error] {
	return func(yield func(*circular.Record, error) bool) {
		for d, err := range st.All() {
			var damage *corpus.DamageError
			switch {
			case errors.As(err, &damage):
				continue
			case err != nil:
				yield(nil, err)
				return
			}
			if !yield(&d.Record, nil) {
				return
			}
		}
	}
}

// pendingIndex gathers records on their way into the index.
type pendingIndex struct {
	st   *corpus.Store
	idx  *index.Index
	recs []*circular.Record
}

// add takes a record that was saved.
func (p *pendingIndex) add(rec circular.Record) error {
	p.recs = append(p.recs, &rec)
	if len(p.recs) < groupSize {
		return nil
	}
	return p.write()
}

func (p *pendingIndex) write() error {
	if len(p.recs) == 0 {
		return nil
	}
	err := p.idx.Update(p.recs...)
	p.recs = nil
	if err != nil {
		return fmt.Errorf("bringing the index up to date: %w", err)
	}
	return nil
}

// flush puts the rest into the index and notes that it has everything.
func (p *pendingIndex) flush() error {
	if err := p.write(); err != nil {
		return err
	}
	return p.st.Indexed()
}
