// Package statement turns the sentences of a text into statements: who does
// what, with what force, in which mode of work, within which figures, and who is
// excepted. A slot is filled by its place in the clause - before the predicate,
// behind "bagi" and "kepada", in the list behind "adalah" or a colon - or by the
// frame above the sentence; else it stays empty. It is never filled by the
// nearest phrase.
package statement

import (
	"strings"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/extract/internal/mention"
	"github.com/telaah/telaah/lexicon"
)

// Statement is one predicate of a sentence with its slots.
type Statement struct {
	First, End int // its tokens
	Sent       int // index of its sentence

	Who    []Group // before the predicate
	Target []Group // behind "bagi", "kepada", or listed behind the predicate
	Same   bool    // Who was left out and is that of the statement before

	Force   Force
	Negated bool // its predicate is denied, whatever the force
	Keep    bool // "tetap"
	Only    bool // "hanya"
	Rest    bool // "sisanya": tells the complement of what was said

	Modes     []Mode
	Figures   []Figure
	Except    []Exception // who is excepted from it
	Aside     []Aside     // when, why, on what condition
	Label     bool        // a few words before a colon: they head what follows
	Issue     bool        // its verb makes an act: its subject is who rules
	Grant     bool        // its verb gives something to its target: "berlaku bagi", "diberikan kepada"
	Agent     bool        // Who makes, applies or orders: a government, or an official who is not ruled himself
	Outside   bool        // "tidak mengikuti WFH": it stays out of the rule
	NotAll    bool        // "tidak semua": the denial is of all, not of each
	Unapplied bool        // "tidak diterapkan": the rule that was spoken of is not used
	Verbal    bool        // it has a predicate of its own that grants nothing
	Foreign   bool        // it is about a matter other than the policy that is spoken of
	Elect     bool        // "Yang boleh WFH adalah X": the predicate names, the list tells
	Them      bool        // "keduanya", "mereka": the last group
	Others    bool        // "selain itu", "di luar itu": everybody but the last group
}

// Force is the strength of a statement; the zero value is none.
type Force struct {
	circular.Force
	Sense  Sense          // what it does, its negations counted
	Relief bool           // it frees from a duty: "tidak perlu", "dibebaskan dari"
	Cause  bool           // its subject orders, its object obeys
	Entry  *lexicon.Entry // the word that says so
	First  int            // its tokens, negations and all
	End    int
}

// Mode is a way of working that a statement names.
type Mode struct {
	First, End int
	Mode       circular.Mode
	Weak       bool // "masuk", "di kantor": counts only in a rule about staff
	Noun       bool // "kehadiran": gives a figure its mode, and rules nothing
	Negated    bool
	Rel        bool // in a relative clause: tells who, not what
	Entry      *lexicon.Entry
}

// Figure is a number of a statement with its bound.
type Figure struct {
	mention.Figure
	Bound circular.Bound
	Rule  string // lexicon entry of the bound
	Start int    // first token of the figure or of the bound before it
	Rest  bool   // "sisanya 50 persen"
	Whole bool   // of which another is a part: "dari 100 persen pegawai, hanya 30 persen"
	From  bool   // what was before: "dari 50 persen menjadi 75 persen"
	Rel   bool

	Before, After string // what stands beside it and its bound, see kind
}

// Group is a phrase that names whom a rule concerns.
type Group struct {
	First, End int
	Categories []string // ids of the taxonomy, sorted
	Narrow     bool     // less than all staff
	Told       bool     // a relative clause tells them
	Whole      bool     // a figure is a share of them: "50 persen dari pegawai di tiap bidang"
	Open       bool     // its list goes on: "dan lain-lain", "antara lain"
}

// Exception is who or what is excepted from a statement.
type Exception struct {
	First, End int // its tokens, cue and all
	Groups     []Group
	Entry      *lexicon.Entry // the cue
	From       bool           // "dari ...": the words behind the cue are the rule that is left
	Own        *Statement     // the predicate it has of its own, or nil
}

// Aside is a clause that tells when, why or on what condition.
type Aside struct {
	First, End int
	Entry      *lexicon.Entry
}

// Official reports whether the group is officials by their office.
func (g Group) Official() bool {
	for _, c := range g.Categories {
		if !strings.HasPrefix(c, "jabatan.") {
			return false
		}
	}
	return len(g.Categories) > 0
}
