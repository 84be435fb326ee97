// Package engine is the seam between the search and what carries it: the schema,
// the programs that queries become, the formula of scores, and what an engine
// must do. An engine holds sets of terms and counts; it knows nothing of the
// language or of queries as people type them.
package engine

import (
	"context"
	"errors"
	"iter"

	"github.com/telaah/telaah/circular"
)

// Errors that callers tell apart with errors.Is.
var (
	ErrRebuild  = errors.New("index must be rebuilt")
	ErrLocked   = errors.New("index is in use by another process")
	ErrReadOnly = errors.New("index is open for reading only")
)

// Engine carries one index. Its methods may be called from many goroutines.
type Engine interface {
	// Apply replaces what the index has of each source by the given documents,
	// of which there may be none. It returns after all of it is durable and found
	// by views that are opened later. A source shows whole or not at all.
	Apply(ctx context.Context, sources []Source) error

	// View returns the index as it stands now; later changes do not show in it.
	View(ctx context.Context) (View, error)

	// Count returns the number of documents.
	Count(ctx context.Context) (int, error)

	Close() error
}

// View is one state of an index, for one search: it is not for use from several
// goroutines.
type View interface {
	// Run finds the n best documents by a program and counts all.
	Run(ctx context.Context, p *Program, n int, facets bool) (*Answer, error)

	// Load returns what is stored of a document that Run found.
	Load(f Found) (Stored, error)

	// Counts returns for each leaf how many documents have it.
	Counts(ctx context.Context, leaves []Leaf) ([]uint64, error)

	// Terms lists terms of a field.
	Terms(ctx context.Context, q TermQuery) ([]TermCount, error)

	Close() error
}

// Source is all that an index has of one source.
type Source struct {
	ID        string // the first 12 hexadecimal digits of its SHA-256
	Path      string // for messages
	Documents []*Document
}

// Document is one clause, card or passage.
type Document struct {
	Key     Key
	Order   uint64 // the rank among equals, see Rank
	Fields  []*Field
	Content *Content
}

// Content is what is stored of a document. The circular and the source stand
// once for all documents of a source, in the first of them, its card; a second
// card has a circular of its own.
type Content struct {
	Kind     circular.Kind `json:"kind"`
	Text     string        `json:"text"`
	Span     circular.Span `json:"span"`
	Circular *HitCircular  `json:"circular,omitempty"`
	Source   *HitSource    `json:"source,omitempty"`
}

// Stored is a document with the card of its source. Neither may be changed.
type Stored struct {
	*Content
	Card *Content
}

// HitCircular names the circular of a hit.
type HitCircular struct {
	Type   string          `json:"type,omitempty"` // of a document that is no circular, such as "Pergub Banten"; "" for a circular
	Number string          `json:"number,omitempty"`
	Year   int             `json:"year,omitempty"`
	Title  string          `json:"title,omitempty"`
	Issuer string          `json:"issuer,omitempty"`
	Region circular.Region `json:"region,omitzero"`
	Level  circular.Level  `json:"level,omitempty"`
	Signed circular.Date   `json:"date_signed,omitzero"`
}

// HitSource names the document of a hit.
type HitSource struct {
	Path   string         `json:"path"`
	SHA256 string         `json:"sha256"`
	Grade  circular.Grade `json:"grade,omitempty"`
}

// Found is one document that a program found.
type Found struct {
	Key   Key
	Score float64
	Rank  uint64
	Num   uint64 // of the engine
}

// Answer is what a program found.
type Answer struct {
	Total  int
	Best   []Found  // in the order of Better
	Units  []uint64 // how many documents have each unit, before filters and exclusions
	Facets *Facets  // where asked for
}

// TermQuery asks for terms of a field: those that begin with Prefix, or those
// that differ from Like in at most two letters. Of both the commonest come
// first; Limit is the most that Prefix gives.
type TermQuery struct {
	Field  string
	Prefix string
	Like   string
	Limit  int
}

// TermCount is a term with the number of documents that have it.
type TermCount struct {
	Term  string
	Count uint64
}

// Make makes the documents of a source: the work of it belongs to whoever fills
// an engine, side by side.
type Make func() (Source, error)

// Sources are those that an index is filled with.
type Sources = iter.Seq2[Make, error]
