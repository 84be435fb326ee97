package circular

import "slices"

// Baseline is an act that other circulars are compared with, taken apart into
// atoms: the smallest statements about which a verdict is possible.
type Baseline struct {
	ID       string      `json:"id"`                 // "panrb-1-2024"
	Name     string      `json:"name"`               // as reports name it
	Circular Circular    `json:"circular"`           // the act itself
	Subject  []string    `json:"subject,omitempty"`  // phrases, lower-case, any of which shows the same subject
	Aim      string      `json:"aim,omitempty"`      // background and purpose in words: a sentence that only repeats them rules nothing
	Window   Period      `json:"window,omitzero"`    // days in which circulars on this subject fall; zero where unknown
	Modes    []Mode      `json:"modes,omitempty"`    // the ways of working its text knows
	Atoms    []Atom      `json:"atoms"`              // in the order of the text
	Chain    []Amendment `json:"chain,omitempty"`    // later acts that change it, the oldest first
	Revoked  *ActRef     `json:"revoked,omitempty"`  // the act that ended it, if any
	AsOf     Date        `json:"as_of,omitzero"`     // day for which the chain was worked in; zero: none was
	Notes    string      `json:"notes,omitempty"`    // what a reader must know about its sources
	Derived  bool        `json:"derived,omitempty"`  // made from a document by machine: a draft to be checked
	Reissued bool        `json:"reissued,omitempty"` // its words come from a document given in place of the shipped ones
}

// Atom is one statement of a baseline. Which of its value fields have a
// meaning follows from Polarity.
type Atom struct {
	ID         string    `json:"id"`                   // unique in its baseline, stable between releases
	Path       string    `json:"path,omitempty"`       // place in the act, such as "e1"
	Title      string    `json:"title"`                // short name for tables
	Polarity   Polarity  `json:"polarity"`             // what kind of limit it sets
	Weight     Weight    `json:"weight"`               // how binding it is
	Certainty  Certainty `json:"certainty"`            // how sure it is that the act says so
	Words      string    `json:"words"`                // the statement in words
	Real       bool      `json:"real,omitempty"`       // Words are those of a document; else they are a reconstruction, no quotation
	Span       Span      `json:"span,omitzero"`        // place in that document, where Real
	Sources    []string  `json:"sources,omitempty"`    // what the certainty stands on
	Mode       Mode      `json:"mode,omitempty"`       // ceiling, floor, exact: of which mode
	Percent    *float64  `json:"percent,omitempty"`    // ceiling, floor, exact: 0..100
	Condition  string    `json:"condition,omitempty"`  // level or zone it holds under
	Effect     Effect    `json:"effect,omitempty"`     // set_open, set_closed: what holds for the set
	Groups     []string  `json:"groups,omitempty"`     // whom it concerns, in words
	Categories []string  `json:"categories,omitempty"` // the same as taxonomy ids, the heading first
	Members    []string  `json:"members,omitempty"`    // set_open, set_closed: taxonomy ids under the heading that the act lists
	Period     *Period   `json:"period,omitempty"`     // period: the days
	Who        string    `json:"who,omitempty"`        // duty, permission, actor: the actor
	Topic      string    `json:"topic,omitempty"`      // duty, permission: id of the standing duty in the lexicon
	Force      Force     `json:"force,omitempty"`      // strength of its verb
	VerbKnown  bool      `json:"verb_known,omitempty"` // Force is that of the act's own verb
}

// Amendment is a later act that changes a baseline.
type Amendment struct {
	Act      ActRef   `json:"act"`
	From     Date     `json:"from"`               // first day on which the change holds
	Replaces bool     `json:"replaces,omitempty"` // the whole text gives way to Atoms
	Drops    []string `json:"drops,omitempty"`    // ids of atoms it ends
	Atoms    []Atom   `json:"atoms,omitempty"`    // new ones, or those that take the place of the same id
	Window   Period   `json:"window,omitzero"`    // new window; zero: unchanged
	Note     string   `json:"note,omitempty"`
}

// ActRef names an act in short.
type ActRef struct {
	Name   string `json:"name"`             // "SE Menteri PANRB Nomor 34 Tahun 2020"
	Number string `json:"number,omitempty"` // "34"
	Year   int    `json:"year,omitempty"`
	Date   Date   `json:"date,omitzero"` // day of signing
}

// Polarity says what kind of limit an atom sets.
type Polarity string

// The polarities.
const (
	PolarityCeiling    Polarity = "ceiling"    // at most Percent in Mode
	PolarityFloor      Polarity = "floor"      // at least Percent in Mode
	PolarityExact      Polarity = "exact"      // Percent in Mode, neither more nor less
	PolaritySetOpen    Polarity = "set_open"   // Effect for a heading; the members are examples
	PolaritySetClosed  Polarity = "set_closed" // Effect for the members and nobody else
	PolarityPeriod     Polarity = "period"     // the days on which the rule holds
	PolarityDuty       Polarity = "duty"       // somebody is to do something
	PolarityPermission Polarity = "permission" // somebody may do something, or not use it
	PolarityActor      Polarity = "actor"      // who acts, or to whom it is addressed
	PolarityCitation   Polarity = "citation"   // the act that a circular under it names as its ground
)

// Polarities lists every polarity.
var Polarities = []Polarity{PolarityCeiling, PolarityFloor, PolarityExact, PolaritySetOpen, PolaritySetClosed,
	PolarityPeriod, PolarityDuty, PolarityPermission, PolarityActor, PolarityCitation}

// Weight says how binding an atom is.
type Weight string

// The weights, the most binding first.
const (
	WeightMandatory  Weight = "mandatory"
	WeightDefault    Weight = "default"    // holds where nothing else is ruled
	WeightPermissive Weight = "permissive" // may be used or left
)

// Certainty says how sure it is that the act says what the atom says.
type Certainty string

// The certainties. An uncertain atom never yields more than a note.
const (
	CertaintyCertain   Certainty = "certain"   // several independent sources agree
	CertaintyLikely    Certainty = "likely"    // one good source, or a close derivative
	CertaintyUncertain Certainty = "uncertain" // assumed
)

// Atom returns the atom with the given id, or nil.
func (b *Baseline) Atom(id string) *Atom {
	for i := range b.Atoms {
		if b.Atoms[i].ID == id {
			return &b.Atoms[i]
		}
	}
	return nil
}

// At returns the baseline as it stood on day d, with every amendment worked in
// that held by then, and the acts that were. A zero day works in the whole
// chain. The receiver is left as it is.
func (b Baseline) At(d Date) (Baseline, []ActRef) {
	out, done := b, []ActRef(nil)
	out.Atoms = slices.Clone(b.Atoms)
	for _, am := range b.Chain {
		if !d.IsZero() && am.From.Compare(d) > 0 {
			continue
		}
		done = append(done, am.Act)
		if am.Replaces {
			out.Atoms = nil
		}
		out.Atoms = slices.DeleteFunc(out.Atoms, func(a Atom) bool { return slices.Contains(am.Drops, a.ID) })
		for _, a := range am.Atoms {
			if old := out.Atom(a.ID); old != nil {
				*old = a
			} else {
				out.Atoms = append(out.Atoms, a)
			}
		}
		if am.Window != (Period{}) {
			out.Window = am.Window
		}
	}
	if len(done) > 0 {
		out.AsOf = d
	}
	return out, done
}
