package index

import (
	"context"
	"errors"
	"fmt"
	"iter"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/index/internal/bleve"
	"github.com/telaah/telaah/index/internal/engine"
	"github.com/telaah/telaah/lexicon"
)

// Errors that callers tell apart with errors.Is.
var (
	// ErrRebuild says that there is no usable index: it is missing, damaged, or
	// of another version. Call [Rebuild] with the records.
	ErrRebuild = engine.ErrRebuild

	// ErrLocked says that another process reads the index in place.
	ErrLocked = engine.ErrLocked

	// ErrReadOnly says that an index opened by [OpenView] was to be changed.
	ErrReadOnly = engine.ErrReadOnly

	// ErrTooLarge says that a record has more clauses than an index takes.
	ErrTooLarge = errors.New("record has too many clauses")
)

// fieldsVersion names the fields and the analysis in code: raise it with every
// change that makes an older index answer otherwise.
const fieldsVersion = 7

// version names all that an index depends on, the words of the lexicon too, so
// that a longer list of roots is enough to have the index rebuilt.
func version() string { return fmt.Sprintf("v%d.%s", fieldsVersion, lexicon.Search().Digest) }

// Index is an open index. Its methods may be called from many goroutines.
type Index struct{ engine engine.Engine }

// folder is the place of an index on this machine.
func folder(dir string) bleve.Folder { return bleve.Folder{Dir: dir, Version: version()} }

// Open opens the index in dir for writing; that nobody else does is for the
// caller to see to. The error is [ErrRebuild] where there is none that can be
// used: it is missing, damaged, of another version, or was not closed. It is
// [ErrLocked] where a reader that could make no view has it open.
func Open(dir string) (*Index, error) { return opened(folder(dir).Open()) }

// OpenView opens the index in dir for reading, as it stands. It writes nothing
// there and waits for nobody: Close removes the view, a folder of links beside
// the temporary files of the system. Later changes do not show. An index that
// was not closed is taken only where open says so, because another process is
// known to write it; else the error is [ErrRebuild].
func OpenView(dir string, open bool) (*Index, error) { return opened(folder(dir).OpenView(open)) }

// Create makes an empty index in dir, which must hold none, and opens it.
func Create(dir string) (*Index, error) {
	if err := Rebuild(context.Background(), dir, func(func(*circular.Record, error) bool) {}, nil); err != nil {
		return nil, err
	}
	return Open(dir)
}

// Rebuild replaces the index in dir by one of the given records, which may come
// in any order; an error among them ends it and leaves the old index. progress,
// if not nil, is called after each record with how many are done. It never
// opens the old index, which may be damaged: that nobody writes to it meanwhile
// is for the caller to see to.
func Rebuild(ctx context.Context, dir string, records iter.Seq2[*circular.Record, error], progress func(done int)) error {
	return folder(dir).Rebuild(ctx, sources(records, progress))
}

// InMemory returns an index of the records that lives in memory, for reading:
// where there is none on disk and none can be written. progress, if not nil, is
// told how many records are done.
func InMemory(ctx context.Context, records iter.Seq2[*circular.Record, error], progress func(done int)) (*Index, error) {
	return opened(bleve.InMemory(ctx, sources(records, progress)))
}

// Verify reads every file of the index in dir, which nobody may have open for
// writing, and returns the names below dir of those that are not what was
// written. An index that is missing, of another version or was not closed gives
// [ErrRebuild]. It does not open the index.
func Verify(dir string) (bad []string, err error) { return folder(dir).Verify() }

func opened(e *bleve.Index, err error) (*Index, error) {
	if err != nil {
		return nil, err
	}
	return &Index{e}, nil
}

// sources turns records into what an engine is filled with.
func sources(records iter.Seq2[*circular.Record, error], progress func(done int)) engine.Sources {
	return func(yield func(engine.Make, error) bool) {
		done := 0
		for r, err := range records {
			if err != nil {
				yield(nil, err)
				return
			}
			if !yield(func() (engine.Source, error) { return source(r) }, nil) {
				return
			}
			if done++; progress != nil {
				progress(done)
			}
		}
	}
}

// source returns what an engine is to have of a record.
func source(r *circular.Record) (engine.Source, error) {
	docs, err := documents(r)
	return engine.Source{ID: r.Source.ID(), Path: r.Source.Path, Documents: docs}, err
}

// Close releases the index.
func (x *Index) Close() error { return x.engine.Close() }

// Count returns the number of documents: clauses and cards.
func (x *Index) Count() (int, error) { return x.engine.Count(context.Background()) }

// Update puts the records into the index, each in place of what the index had
// from the same source. It returns after all of it is durable and found by
// searches. On error, the index has all records of it or none.
func (x *Index) Update(records ...*circular.Record) error {
	list := make([]engine.Source, len(records))
	for i, r := range records {
		var err error
		if list[i], err = source(r); err != nil {
			return err
		}
	}
	return x.engine.Apply(context.Background(), list)
}

// Delete takes everything from the given sources out of the index. A source is
// named by its id or its SHA-256. One that the index does not have is no error.
func (x *Index) Delete(ids ...string) error {
	list := make([]engine.Source, len(ids))
	for i, id := range ids {
		list[i].ID = circular.Source{SHA256: id}.ID()
	}
	return x.engine.Apply(context.Background(), list)
}
