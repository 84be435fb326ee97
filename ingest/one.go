package ingest

import (
	"context"

	"github.com/telaah/telaah/document"
)

// Open returns the documents in a file that was given by name: itself, or those
// of an archive or a mail, as document.Expand does.
func Open(ctx context.Context, o Options, name string, data []byte) ([]document.File, error) {
	return o.reader().Expand(ctx, name, data)
}

// One reads and extracts one document, and returns what it brings along, each of
// which is a document of its own. inside says that it was found in another
// file: if it is none, that is no failure. o.Jobs and o.Again are not used.
func One(ctx context.Context, o Options, f document.File, inside bool) (Result, []document.File) {
	return part{Input{Name: f.Name, found: inside}, f.Data, f.Err}.record(ctx, o)
}
