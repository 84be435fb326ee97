package engine

import (
	"cmp"
	"fmt"
	"hash/fnv"
	"slices"
	"strconv"
	"strings"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/index/bahasa"
)

// The fields. All but the words hold whole values.
const (
	FieldText     = "text"     // the words: of a clause, or of a card (title, number, issuer, signatory)
	FieldPair     = "pair"     // every two words of the text that stand side by side
	FieldAbout    = "about"    // clauses: the words of their circular's title, issuer and region; cards of texts: of the path
	FieldIssuer   = "issuer"   // the words of the issuer
	FieldWords    = "words"    // cards: the words of all their clauses, not stemmed, for completion and corrections
	FieldSource   = "source"   // id of the source
	FieldKind     = "kind"     // a circular.Kind, or KindCircular
	FieldNumber   = "number"   // number of the circular, by circular.NumberKey
	FieldCites    = "cites"    // cards: numbers of the circulars they follow, cite, amend or revoke
	FieldYear     = "year"     // year of the circular
	FieldRegion   = "region"   // code of its region and of the province that has it
	FieldLevel    = "level"    // a circular.Level
	FieldMode     = "mode"     // quotas: a circular.Mode
	FieldPercent  = "percent"  // lowest percentage of a quota or exemption, as "050.00"
	FieldHighest  = "highest"  // highest percentage
	FieldFrom     = "from"     // first day in force, ISO, with its month and year
	FieldTo       = "to"       // last day in force; "9999-12-31" while open
	FieldCategory = "category" // ids of groups in the taxonomy
	FieldSigned   = "signed"   // cards: "1" where the signatory is known
)

// The kinds of cards in results and filters.
const (
	KindCircular circular.Kind = "circular" // of a circular
	KindDocument circular.Kind = "document" // of a text that is about no circular
	KindText     circular.Kind = "text"     // a passage on which no clause stands
)

// Field is a field of a document: whole values, of which some may be there
// twice, or the words of a text with their places. Documents of one source share
// those that are the same for all.
type Field struct {
	Name   string
	Values []string
	Tokens []bahasa.Token
}

// PairTerm is the term for two words side by side.
func PairTerm(a, b string) string { return a + " " + b }

// Key is the id of a document as a number: 48 bits of the source id, 16 of its
// place. Keys sort as ids do.
type Key uint64

// NewKey returns the key of the n-th document of a source.
func NewKey(source string, n int) Key {
	s, _ := strconv.ParseUint(source, 16, 48)
	return Key(s<<16 | uint64(n))
}

// Source returns the part that names the source.
func (k Key) Source() uint64 { return uint64(k) >> 16 }

// Place returns the place among the documents of the source.
func (k Key) Place() uint16 { return uint16(k) }

// String returns the id.
func (k Key) String() string { return fmt.Sprintf("%012x-%04x", k.Source(), k.Place()) }

// ParseKey reads a document id.
func ParseKey(id []byte) (Key, error) {
	source, place, ok := strings.Cut(string(id), "-")
	s, err := strconv.ParseUint(source, 16, 48)
	n, err2 := strconv.ParseUint(place, 16, 16)
	if !ok || err != nil || err2 != nil {
		return 0, fmt.Errorf("%w: it has a document %q", ErrRebuild, id)
	}
	return Key(s<<16 | n), nil
}

// grades are the grades of sources, the best first; what has none counts as the
// best. They take the last GradeBits of a rank.
var grades = []circular.Grade{circular.GradePrimary, circular.GradeScan, circular.GradeRelease, circular.GradeNews}

// GradeBits is how many bits of a rank name the grade of the source.
const GradeBits = 3

// Sunk marks the rank of a passage, which stands behind every clause.
const Sunk = uint64(1) << 63

// Rank orders the documents of sources where scores are equal: the latest year
// first, what is of the same circular together, and of that what is nearest to
// the circular itself first.
func Rank(source uint64, c *HitCircular, grade circular.Grade) uint64 {
	const lastYear = 1<<13 - 1 // the first bit is that of Sunk
	h := fnv.New64a()
	h.Write([]byte(Identity(source, c)))
	year := uint64(lastYear - min(max(c.Year, 0), lastYear))
	return year<<50 | h.Sum64()>>(14+GradeBits)<<GradeBits | uint64(max(0, slices.Index(grades, grade)))
}

// Identity names a circular so that every source of it gets the same name: by
// issuer, number and year. A circular without a number is known by its source.
func Identity(source uint64, c *HitCircular) string {
	if c.Number == "" || c.Issuer == "" {
		return Key(source << 16).String()
	}
	return fmt.Sprintf("%s %s %d", strings.ToLower(c.Issuer), circular.NumberKey(c.Number), c.Year)
}

// Better reports the order of results: the higher score, then the rank, then the
// lower id.
func Better(a, b Found) int {
	return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.Rank, b.Rank), cmp.Compare(a.Key, b.Key))
}

// Commoner orders terms: the commonest first, equals in alphabetical order.
func Commoner(a, b TermCount) int {
	return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Term, b.Term))
}
