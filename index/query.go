package index

import (
	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/index/internal/engine"
)

// Query says what to search for. All that is given must hold at once; within a
// list, one is enough. [ParseQuery] makes one of what people type, flags add to
// its fields.
type Query struct {
	Text    string // as typed; what it asks for stands in Terms and the filters
	Terms   []Term // words and phrases
	Kinds   []circular.Kind
	Modes   []circular.Mode
	Regions []string // names, short forms ("jateng") or codes; a province takes in its regencies and cities
	Levels  []circular.Level
	Years   []Years
	Numbers []string // of circulars, in any spelling
	Issuers []string // words of the issuer, such as "gubernur"
	Groups  []string // ids of categories

	MinPercent *float64 // clauses whose percentage reaches it
	MaxPercent *float64 // clauses whose percentage does not pass it

	From circular.Date // in force on any day from From to To; zero is open
	To   circular.Date

	Offset int  // hits to pass over
	Limit  int  // most hits to return; 0 is 10, at most 1000
	Sort   Sort // order of the hits
	Any    bool // one of the terms is enough
	Facets bool // count what was found by region, kind, level, year and issuer
}

// Sort is an order of hits.
type Sort string

// The orders. By date the latest signed circular comes first; the best
// maxSorted hits take part.
const (
	SortBest Sort = ""
	SortDate Sort = "date"
)

// maxSorted is how many of the best hits are put in another order.
const maxSorted = 5000

// Years is a range of years, both ends included.
type Years struct{ First, Last int }

// Term is one word or phrase of a query.
type Term struct {
	Text   string // words, as typed
	Phrase bool   // in this order, without others between
	Not    bool   // must not stand there
	Prefix bool   // a word that begins so
	Or     bool   // an alternative to the term before it
	Start  int    // offset of its first byte in Query.Text
	End    int    // offset behind its last byte
}

// Result is the answer to a query.
type Result struct {
	Query      string    `json:"query"`
	Total      int       `json:"total"`                // all hits, also those not returned
	Hits       []Hit     `json:"hits"`                 // best first; of equals, the latest year, and of a circular what is nearest to it
	More       bool      `json:"more,omitempty"`       // there are hits behind these
	Relaxed    bool      `json:"relaxed,omitempty"`    // nothing has all the words: these have some
	Unknown    []Unknown `json:"unknown,omitempty"`    // values of filters that nothing knows
	Suggestion string    `json:"suggestion,omitempty"` // the query with words that nothing has corrected
	Facets     *Facets   `json:"facets,omitempty"`
}

// Hit is one clause or card that a query found.
type Hit struct {
	ID        string        `json:"id"` // of the document: source id, "-", place
	Kind      circular.Kind `json:"kind"`
	Text      string        `json:"text"`
	Highlight []Range       `json:"highlight"` // the parts of Text that the query found, in order
	Score     float64       `json:"score"`
	Circular  HitCircular   `json:"circular"`
	Source    HitSource     `json:"source"`
	Span      circular.Span `json:"span"`
	Also      []Copy        `json:"also,omitempty"` // where other documents say the same of the same circular
}

// Copy is a hit in another document with the same words about the same circular:
// a circular that is there as DOCX and as PDF.
type Copy struct {
	ID     string        `json:"id"`
	Source HitSource     `json:"source"`
	Span   circular.Span `json:"span"`
}

// Range is a range of bytes, half open.
type Range struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// HitCircular names the circular of a hit.
type HitCircular = engine.HitCircular

// HitSource names the document of a hit.
type HitSource = engine.HitSource

// Facets counts what a query found. A circular counts once, however many of its
// clauses and of its sources were found; a text that is about none does not count.
type Facets = engine.Facets

// Count is how much was found for one value.
type Count = engine.Count

// RegionCount is how much was found for one region, and how much of each kind.
type RegionCount = engine.RegionCount
