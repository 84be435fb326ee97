// Package synth writes circulars that never were, together with the record
// that a perfect reader would make of them: for tests, benchmarks and search
// corpora. Nothing outside tests imports it.
//
// A [Spec] holds the facts of one circular and a seed that chooses the words.
// [Draw] invents one; its facts may be altered freely, by hand or with
// [Mutations]. [Spec.Render] gives the text and the expected record. Every
// choice of words depends only on the seed and on the place it is made for, so
// that an altered fact changes the words that state it and no others. The same
// Spec gives the same bytes on every machine.
//
// The language stands in the files under phrases/. It was written for this
// package and not taken from the documents the reader was developed on, so
// that results on it say something about texts nobody has seen.
package synth

import (
	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/lexicon"
)

// Spec is what one circular says.
type Spec struct {
	Seed   uint64 // chooses the words, not the facts
	Layout Layout
	Region lexicon.Region
	Annex  bool // quotas in per cent stand in a table at the end; for LayoutA and LayoutC
	Wrap   int  // columns at which lines are broken, as text from a PDF is; 0: a paragraph a line

	Number    string // as printed
	Year      int
	Title     string
	Signed    circular.Date
	Signatory circular.Signatory
	Issuer    string // office whose rule it is
	Follows   *Act   // central circular it carries out, or nil
	Revokes   *Act   // earlier circular of the same office that it ends, or nil
	Laws      []Law
	Period    circular.Period
	Rules     []Rule
}

// Layout is the form of a document.
type Layout int

// The layouts: a circular with lettered sections, a letter with two columns at
// its head, a plain one with its foot at the left, and news about a circular.
const (
	LayoutA Layout = iota
	LayoutB
	LayoutC
	News
	layouts
)

// Act is a circular that another names.
type Act struct {
	Number string
	Year   int
	Title  string
}

// Law is an act named as a legal basis. Its type is the short form ("UU",
// "Perbup"); Office stands behind a regional type ("Bupati Magetan").
type Law struct {
	Type   string
	Office string
	Number string
	Year   int
	Title  string
}

// Rule is one sentence that rules something: exactly one of the pointers is
// set. ID fixes its choice of words while rules are added and removed.
type Rule struct {
	ID        int
	Groups    []Group
	Force     circular.Force
	Quota     *circular.Quota
	Ratio     bool // Quota is the share in the office, exact, and the rest at home is said with it
	Exemption *circular.Exemption
	Duty      *circular.Duty
	Kind      circular.Kind // of a duty
}

// Group is whom a rule concerns.
type Group struct {
	Name     string // as printed inside a sentence
	Category string // id in the taxonomy of package lexicon
}

// head returns the office that heads the region: "Bupati Magetan".
func head(r lexicon.Region) string {
	switch circular.Level(r.Level) {
	case circular.LevelProvince:
		return "Gubernur " + r.Name
	case circular.LevelRegency:
		return "Bupati " + place(r)
	}
	return "Wali Kota " + place(r)
}

// place returns the name of a region without its tier: "Magetan".
func place(r lexicon.Region) string {
	for _, tier := range []string{"Kabupaten Administrasi ", "Kota Administrasi ", "Kabupaten ", "Kota "} {
		if len(r.Name) > len(tier) && r.Name[:len(tier)] == tier {
			return r.Name[len(tier):]
		}
	}
	return r.Name
}

// inFull returns the name of a region with its tier: "Provinsi Banten".
func inFull(r lexicon.Region) string {
	if circular.Level(r.Level) == circular.LevelProvince {
		return "Provinsi " + r.Name
	}
	return r.Name
}
