package ingest

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"os"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/corpus"
	"github.com/telaah/telaah/index"
)

// groupSize is how many documents go into the index at once.
const groupSize = 64

// OpenIndex opens the index of the corpus in dir for searching. A search never
// needs to write and waits for nobody: where the index is missing, damaged or
// behind the corpus it is built anew if that can be written; while another
// process writes, it is taken as it stands; where nothing can be written, it is
// built in memory. progress, if not nil, is told how many documents are done
// where it is built. Errors: those of corpus.Open.
//
// Here and below, engine is the cluster that carries the index; where it is nil, the
// index lies in the folder of the corpus. A cluster is asked as it is, and the
// corpus need not be here.
func OpenIndex(ctx context.Context, dir string, engine *index.Remote, progress func(done int)) (*index.Index, error) {
	if engine != nil {
		return engine.Open(ctx)
	}
	st, err := corpus.Open(dir)
	if err != nil {
		return nil, err
	}
	if !st.IndexBehind() {
		if idx, err := index.OpenView(st.IndexDir(), false); err == nil {
			return idx, nil
		}
	}
	writer, err := corpus.TryCreate(dir)
	busy := errors.Is(err, corpus.ErrBusy)
	if err == nil {
		_, _, err = current(ctx, writer, progress)
		err = errors.Join(err, writer.Close())
	}
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	if err == nil || busy {
		if idx, err := index.OpenView(st.IndexDir(), busy); err == nil {
			return idx, nil
		}
	}
	return index.InMemory(ctx, records(st, new([]*corpus.DamageError)), progress)
}

// RebuildIndex builds the index of a corpus anew from its records and returns
// how many documents it has, and the damage for which it has not all. The old
// index is not looked at. progress, if not nil, is told how many are done.
func RebuildIndex(ctx context.Context, st *corpus.Store, progress func(done int)) (documents int, left []*corpus.DamageError, err error) {
	err = index.Rebuild(ctx, st.IndexDir(), records(st, &left), func(done int) {
		documents = done
		if progress != nil {
			progress(done)
		}
	})
	if err != nil {
		return 0, left, fmt.Errorf("rebuilding the index: %w", err)
	}
	return documents, left, st.Indexed()
}

// current makes the index have what the corpus has: it is built where it is
// missing, damaged or behind.
func current(ctx context.Context, st *corpus.Store, progress func(done int)) (documents int, left []*corpus.DamageError, err error) {
	if !st.IndexBehind() {
		idx, err := index.OpenView(st.IndexDir(), false)
		if err == nil {
			return 0, nil, idx.Close()
		}
		if !errors.Is(err, index.ErrRebuild) {
			return 0, nil, err
		}
	}
	return RebuildIndex(ctx, st, progress)
}

// openIndex opens the index of a corpus that is open for writing, and makes it have
// what the corpus has where it may not.
func openIndex(ctx context.Context, st *corpus.Store, engine *index.Remote) (*index.Index, error) {
	if engine != nil {
		return openEngine(ctx, st, engine)
	}
	if _, _, err := current(ctx, st, nil); err != nil {
		return nil, err
	}
	return index.Open(st.IndexDir())
}

// openEngine is openIndex for an index in a cluster. It may not have everything
// after a crash, or where the index in the folder was used meanwhile: that one is
// taken away, so that it never answers for what it has not.
func openEngine(ctx context.Context, st *corpus.Store, engine *index.Remote) (*index.Index, error) {
	_, err := os.Stat(st.IndexDir())
	if behind := st.IndexBehind(); behind || err == nil {
		var left []*corpus.DamageError
		if _, err := engine.Check(ctx, "", records(st, &left), true); err != nil {
			return nil, err
		}
		if err := os.RemoveAll(st.IndexDir()); err != nil {
			return nil, err
		}
	}
	return engine.Open(ctx)
}

// PushIndex makes a new index of the corpus in a cluster, beside the one in use, and
// where swap says so puts it in its place and adds what came meanwhile. It returns
// the name of the index and the damage for which it has not all.
func PushIndex(ctx context.Context, st *corpus.Store, engine *index.Remote, swap bool, progress func(done int)) (name string, left []*corpus.DamageError, err error) {
	name, err = engine.Fill(ctx, records(st, &left), progress)
	if err != nil || !swap {
		return name, left, err
	}
	if name, err = engine.Swap(ctx, name); err == nil {
		_, _, err = CheckIndex(ctx, st, engine, true)
	}
	return name, left, err
}

// CheckIndex holds the index in a cluster against the corpus, and makes it have the
// same where mend says so.
func CheckIndex(ctx context.Context, st *corpus.Store, engine *index.Remote, mend bool) (r *index.Report, left []*corpus.DamageError, err error) {
	r, err = engine.Check(ctx, "", records(st, &left), mend)
	return r, left, err
}

// change makes a change of the corpus and brings its index up to date with the
// documents whose full ids it returns.
func change(ctx context.Context, st *corpus.Store, engine *index.Remote, do func() (ids []string, err error)) error {
	idx, err := openIndex(ctx, st, engine)
	if err != nil {
		return err
	}
	ids, err := do()
	for _, id := range ids {
		if err != nil {
			break
		}
		var d corpus.Document
		switch d, err = st.Load(id); {
		case errors.Is(err, corpus.ErrNotFound):
			err = idx.Delete(id)
		case err == nil:
			err = idx.Update(&d.Record)
		}
	}
	if err = errors.Join(err, idx.Close()); err != nil {
		return err
	}
	return st.Indexed()
}

// Remove puts documents, by their full ids, into the bin of a corpus and takes
// them out of its index. by and why say who wants it, and the reason.
func Remove(ctx context.Context, st *corpus.Store, engine *index.Remote, by, why string, ids ...string) error {
	return change(ctx, st, engine, func() (done []string, err error) {
		for _, id := range ids {
			if err := st.Remove(id, by, why); err != nil {
				return done, err
			}
			done = append(done, id)
		}
		return done, nil
	})
}

// Correct corrects a field of a document and brings the index up to date.
func Correct(ctx context.Context, st *corpus.Store, engine *index.Remote, id string, c corpus.Correction) (kept corpus.Correction, err error) {
	err = change(ctx, st, engine, func() ([]string, error) {
		kept, err = st.Correct(id, c)
		return []string{id}, err
	})
	return kept, err
}

// Undo takes back the n-th correction of a document, counted from 1, and brings
// the index up to date.
func Undo(ctx context.Context, st *corpus.Store, engine *index.Remote, id string, n int, by string) (undone corpus.Correction, err error) {
	err = change(ctx, st, engine, func() ([]string, error) {
		undone, err = st.Undo(id, n, by)
		return []string{id}, err
	})
	return undone, err
}

// UndoEvent takes back the event of the log with the number n, as
// corpus.Store.UndoEvent does, and brings the index up to date. It returns the
// event taken back.
func UndoEvent(ctx context.Context, st *corpus.Store, engine *index.Remote, n int, by, why string) (undone corpus.Event, err error) {
	err = change(ctx, st, engine, func() ([]string, error) {
		undone, err = st.UndoEvent(n, by, why)
		return []string{undone.ID}, err
	})
	return undone, err
}

// records yields the records of a corpus as the index wants them. A damaged
// one is left out and noted.
func records(st *corpus.Store, left *[]*corpus.DamageError) iter.Seq2[*circular.Record, error] {
	return func(yield func(*circular.Record, error) bool) {
		for d, err := range st.All() {
			var damage *corpus.DamageError
			switch {
			case errors.As(err, &damage):
				*left = append(*left, damage)
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
	idx  *index.Index
	recs []*circular.Record
}

// add takes a record that was saved.
func (p *pendingIndex) add(rec circular.Record) error {
	p.recs = append(p.recs, &rec)
	if len(p.recs) < groupSize {
		return nil
	}
	return p.flush()
}

// flush puts the rest into the index.
func (p *pendingIndex) flush() error {
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
