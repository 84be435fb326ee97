// Package period reads when a circular holds: of the dates that a text prints,
// those that bound its rule, and not the days of the press, of signing, of
// events and holidays, of deadlines, or of rules that were before.
//
//	use     what a date is printed for              use.go
//	rule    whether it is of a rule that stands     rule.go
//	window  the period that a date tells            window.go
//	open    its start and end, told or left open    open.go
//	lists   points that hold days, days pointed to  list.go
//	join    one period told in several places       join.go
package period

import (
	"cmp"
	"slices"
	"sort"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/extract/internal/mention"
	"github.com/telaah/telaah/extract/internal/outline"
)

// Input is what periods are read from.
type Input struct {
	*outline.Outline
	Dates  []mention.Date
	Signed map[int]bool                // by first token: dates on which acts were signed
	Other  func(outline.Sentence) bool // whether a sentence tells of other regions only
	Trial  bool                        // a circular of the text orders a trial
}

// Period is one statement of when the rule holds, with the tokens it stands on.
type Period struct {
	First, End int
	circular.Period
	Confidence float64
	Rule       string // the lexicon entry that told it
}

// Of returns the periods that in states, by position.
func Of(in Input) []Period {
	r := &reader{Input: in}
	found := r.windows()
	found = append(found, r.dayLists()...)
	found = append(found, r.referred()...)
	slices.SortStableFunc(found, func(a, b Period) int { return cmp.Compare(a.First, b.First) })
	found = distinct(ends(plain(found)))
	for i, p := range found {
		if s, ok := r.sentence(p.First); ok {
			found[i].First, found[i].End = s.First, max(p.End, s.End)
		}
	}
	return found
}

// reader reads the periods of one text.
type reader struct{ Input }

// sentence returns the sentence that holds token i.
func (r *reader) sentence(i int) (outline.Sentence, bool) {
	k := sort.Search(len(r.Sents), func(k int) bool { return r.Sents[k].End > i })
	if k == len(r.Sents) || r.Sents[k].First > i {
		return outline.Sentence{}, false
	}
	return r.Sents[k], true
}

// dateFrom returns the index of the first date that begins at token i or later.
func (r *reader) dateFrom(i int) int {
	return sort.Search(len(r.Dates), func(k int) bool { return r.Dates[k].First >= i })
}

// bounds reports whether the days of a part may be those of the rule.
func bounds(p outline.Part) bool {
	switch p {
	case outline.Furniture, outline.Byline, outline.Letterhead, outline.Number, outline.Title, outline.Addressee, outline.Foot, outline.Copies:
		return false
	}
	return true
}

// comma reports whether token i is a comma.
func (r *reader) comma(i int) bool { return r.mark(i, ",") }

// bracket reports whether token i is a bracket.
func (r *reader) bracket(i int) bool { return r.mark(i, "(") || r.mark(i, ")") }

// mark reports whether token i is the punctuation mark.
func (r *reader) mark(i int, s string) bool { return i >= 0 && i < len(r.Toks) && r.Toks[i].Norm == s }
