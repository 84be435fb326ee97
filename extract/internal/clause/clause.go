// Package clause turns the operative sentences, items and rows of an official
// text into clauses: who must, may, may not do what; hours, dress and events by
// day; deadlines; acts revoked; from when it holds. What fits no kind is a
// provision: nothing that a circular rules is passed over.
//
//	pieces   a sentence cut where another rule begins            piece.go
//	force    the modal of a piece, its negation, its subject     package statement
//	stems    what a sentence above a list gives to its items     stem.go
//	kinds    what a piece rules                                  kind.go and one file a kind
package clause

import (
	"cmp"
	"slices"
	"strings"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/extract/internal/mention"
	"github.com/telaah/telaah/extract/internal/outline"
	"github.com/telaah/telaah/extract/internal/statement"
	"github.com/telaah/telaah/lexicon"
)

// Claim is a clause with the tokens it stands on.
type Claim struct {
	First, End int
	circular.Clause
	stem int // End before the members of its list were added
}

// Result is what the operative part of a text rules, by position, and which of
// its sentences only name members of a list that a clause rules.
type Result struct {
	Claims  []Claim
	Members []outline.Range
}

// Of returns the clauses of the operative part of o: of an official text, and
// in news of the points that repeat those of a circular. dates are those of the
// text, signed the day it was signed, zero where unknown.
func Of(o *outline.Outline, dates []mention.Date, signed circular.Date) Result {
	w := &writer{Outline: o, dates: dates, signed: signed}
	w.stems = make([]stem, len(o.Blocks))
	w.repeated = make([]bool, len(o.Blocks))
	for k := range o.Blocks {
		w.block(k)
	}
	slices.SortStableFunc(w.out, func(a, b Claim) int { return cmp.Or(cmp.Compare(a.First, b.First), cmp.Compare(a.End, b.End)) })
	return Result{w.out, w.held}
}

// writer makes the clauses of one text, block by block.
type writer struct {
	*outline.Outline
	dates    []mention.Date
	signed   circular.Date
	stems    []stem // by block: what it gives to those under it
	out      []Claim
	repeated []bool          // by block: news, points of the circular or their stem
	held     []outline.Range // members of lists, which their stem's clause rules
}

// operative reports whether a part of block k holds rules.
func (w *writer) operative(k int, p outline.Part) bool {
	return p == outline.Operative || p == outline.Prose && w.repeated[k]
}

// repeats reports whether block k, in news, is a point of a list that a sentence
// about the circular opens with a modal: "Dalam surat edaran ini diimbau agar:".
func (w *writer) repeats(k int) bool {
	up := w.Blocks[k].Parent
	if w.Official || up < 0 || w.Blocks[k].Label == "" {
		return false
	}
	if w.repeated[up] {
		return true
	}
	s := w.SentsOf(up)
	if len(s) == 0 || w.Blocks[up].Label != "" || w.stems[up].binds.Entry == nil {
		return false
	}
	last := s[len(s)-1]
	for _, m := range w.Within(last.First, last.End) {
		if m.Entry.Class == "act" && m.Entry.Attrs["type"] == "SE" {
			return true
		}
	}
	return false
}

// block adds the clauses of block k and notes what it gives to its items.
func (w *writer) block(k int) {
	bl := &w.Blocks[k]
	if bl.Row {
		w.row(k)
		return
	}
	w.repeated[k] = w.repeats(k)
	sents := w.SentsOf(k)
	w.stems[k] = w.above(k)
	for n, s := range sents {
		leads := bl.Stem && n == len(sents)-1
		if leads {
			w.stems[k] = w.stem(k, s)
		}
		if !w.operative(k, s.Part) || bl.Heading {
			continue
		}
		if leads && !w.stems[k].rules {
			continue
		}
		if w.member(k) {
			w.extend(s)
			continue
		}
		w.sentence(s)
	}
}

// sentence adds the clauses of the pieces of s.
func (w *writer) sentence(s outline.Sentence) {
	up := w.above(s.Block)
	var last statement.Predicate
	for _, p := range w.pieces(s) {
		v := w.predicate(p.First, p.read())
		w.piece(s, p, v, up, last)
		last = v
	}
}

// add appends a clause on the tokens from first up to end.
func (w *writer) add(first, end int, c circular.Clause) {
	end = w.trim(first, end)
	if c.Assertion == "" {
		c.Assertion = circular.AssertRule
	}
	if c.Confidence == 0 {
		c.Confidence = 0.8
	}
	w.out = append(w.out, Claim{First: first, End: end, Clause: c, stem: end})
}

// trim returns end without the joints that hang on to a piece.
func (w *writer) trim(first, end int) int {
	for end > first+1 && (w.Toks[end-1].Norm == "," || w.Is(end-1, "conj")) {
		end--
	}
	return end
}

// words returns the printed words of a range without signs at its ends.
func (w *writer) words(first, end int) string {
	return strings.Trim(w.Printed(first, end), " ,;:.*\"\u201c\u201d")
}

// predicate reads the predicate of a range.
func (w *writer) predicate(first, end int) statement.Predicate {
	return statement.PredicateOf(w.Reading, first, end)
}

// binds returns the word of force that begins at token i.
func (w *writer) binds(i int) (statement.Modal, bool) {
	return statement.Binds(w.Reading, i, len(w.Toks))
}

// forces reports whether a word of force begins at token i.
func (w *writer) forces(i int) bool {
	_, ok := w.binds(i)
	return ok
}

// verbal reports whether token i is a verb by its shape, and whether an active one.
func (w *writer) verbal(i int) (active, ok bool) { return statement.Verbal(w.Reading, i) }

// prepared reports whether token i makes the verb behind it no main one.
func (w *writer) prepared(i int) bool { return statement.Prepared(w.Reading, i) }

// word reports whether token i is a word.
func (w *writer) word(i int) bool { return w.Toks[i].Kind == lexicon.Word }
