package circular

// MatrixSchema names the version of the matrix format.
const MatrixSchema = "telaah.matrix/1"

// Matrix shows many circulars against one baseline: a row for each circular, a
// column for each atom.
type Matrix struct {
	Schema   string         `json:"schema"`
	Baseline BaselineRef    `json:"baseline"`
	Columns  []MatrixColumn `json:"columns"`           // in the order of the baseline
	Rows     []MatrixRow    `json:"rows"`              // by code of the region, then number
	Others   []MatrixRow    `json:"others,omitempty"`  // not comparable with the baseline, without cells
	NotFound []Region       `json:"not_found"`         // addressees of whom the corpus holds nothing: belum ditemukan dalam korpus
	Expected int            `json:"expected"`          // number of addressees looked for
	Changes  []MatrixChange `json:"changes,omitempty"` // against an earlier matrix
}

// MatrixColumn is one atom.
type MatrixColumn struct {
	Atom  string `json:"atom"`
	Title string `json:"title"`
}

// MatrixRow is one circular, read from the best of its sources.
type MatrixRow struct {
	Circular Circular     `json:"circular"`
	Source   Source       `json:"source"`
	Sources  int          `json:"sources"` // documents of the corpus about it
	Worst    Severity     `json:"worst"`
	Cells    []MatrixCell `json:"cells"` // one for each column
	Added    int          `json:"added"` // clauses without counterpart
}

// MatrixCell is what one circular says on one atom.
type MatrixCell struct {
	Result Result   `json:"result"`
	Level  Severity `json:"level"`
	Codes  []Code   `json:"codes,omitempty"`

	Corrections []Correction `json:"corrections,omitempty"` // values it rests on that people entered
}

// MatrixChange is a cell, or a whole row, that an earlier matrix shows
// otherwise.
type MatrixChange struct {
	Region Region `json:"region"`
	Number string `json:"number,omitempty"`
	Atom   string `json:"atom,omitempty"` // "" where the row is new or gone
	Before Result `json:"before,omitempty"`
	After  Result `json:"after,omitempty"`
}

// Ledger tells, field by field, what each source says of one circular.
type Ledger struct {
	Circular Circular      `json:"circular"` // as the best source gives it
	Sources  []Source      `json:"sources"`  // the best first
	Fields   []LedgerField `json:"fields"`
}

// LedgerField is one thing that sources say of a circular.
type LedgerField struct {
	Field  string        `json:"field"` // "number", "date_signed", "period", "quota:layanan.administrasi", ...
	Values []LedgerValue `json:"values"`
	Agree  bool          `json:"agree"` // every source that says something says the same
}

// LedgerValue is what one source says.
type LedgerValue struct {
	Source int    `json:"source"` // index in Ledger.Sources
	Value  string `json:"value"`  // "" where it says nothing: no proof of anything
	Span   *Span  `json:"span,omitempty"`
}
