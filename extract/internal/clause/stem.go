package clause

import (
	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/extract/internal/outline"
	"github.com/telaah/telaah/extract/internal/statement"
	"github.com/telaah/telaah/lexicon"
)

// stem is what a block gives to those under it.
type stem struct {
	rules      bool            // its sentence is itself a rule
	binds      statement.Modal // its modal, without entry where it has none
	which      bool            // that stands in a relative clause: "hal yang dapat dilakukan"
	conditions bool            // its items are conditions of a permission
	members    bool            // its items may be mere members
	listed     bool            // they are, also with a verb: "antara lain dengan", "dengan cara"
	who        string          // whom it speaks of
	days       string          // the day it names: "Jumat:"
	place      circular.Effect // what being shut out means for its items: "WFH tidak berlaku bagi:"
	claim      int             // index behind that of its own clause, 0 for none
}

// above returns what the block that k stands under gives.
func (w *writer) above(k int) stem {
	if up := w.Blocks[k].Parent; up >= 0 {
		s := w.stems[up]
		s.rules, s.claim = false, 0
		return s
	}
	return stem{}
}

// stem reads the sentence s with which block k leads to its items.
func (w *writer) stem(k int, s outline.Sentence) stem {
	up := w.above(k)
	t := w.tail(s)
	v := w.predicate(s.First, t.start)
	st := stem{who: w.who(s.First, t.start, v, up), days: up.days}
	switch {
	case v.Bound:
		st.binds, st.which = v.Modal, v.Which
	case v.Main || t.start == s.First: // a statement of its own takes nothing over
		if v.Leads || t.start == s.First {
			st.binds, st.which = up.binds, up.which
		}
	default:
		st.binds, st.which = up.binds, up.which
	}
	st.rules = w.ruling(v, t)
	st.conditions = t.terms && v.Allows()
	st.members = t.members || st.rules && !t.follows
	st.listed = t.members || t.how
	st.place = reader{writer: w, s: s, p: piece{First: s.First, End: s.End}, v: v, up: up}.fromPlace()
	if !v.Main && !v.Bound {
		if m, ok := w.Find(s.First, t.start, "weekday"); ok {
			st.days = w.words(m.First, t.start)
		}
	}
	return st
}

// tail is the end of a sentence that leads to a list.
type tail struct {
	start   int  // first token of it
	terms   bool // "dengan ketentuan", "dengan syarat"
	members bool // "meliputi", "yaitu"
	how     bool // "dengan cara"
	follows bool // "sebagai berikut"
}

// tail finds the words at the end of s that only announce its list.
func (w *writer) tail(s outline.Sentence) tail {
	t := tail{start: s.End}
	for t.start > s.First {
		i := t.start - 1
		switch {
		case !w.word(i):
			t.start = i
			continue
		}
		if m, ok := w.endsAt(s.First, t.start, "leadin"); ok {
			t.start, t.follows = m.First, true
			continue
		}
		if m, ok := w.endsAt(s.First, t.start, "tail"); ok {
			t.start = m.First
			switch m.Entry.ID {
			case "terms":
				t.terms = true
			case "members":
				t.members = true
			case "how":
				t.how = true
			}
			continue
		}
		break
	}
	return t
}

// endsAt returns the phrase of the class that ends right before token j.
func (w *writer) endsAt(first, j int, class string) (lexicon.Match, bool) {
	for i := max(first, j-maxPhrase); i < j; i++ {
		if m, ok := w.Starts(i, class); ok && m.End == j {
			return m, true
		}
	}
	return lexicon.Match{}, false
}

// maxPhrase bounds the tokens of a phrase of the lexicon.
const maxPhrase = 6

// ruling reports whether a sentence that leads to a list rules something
// itself: it has a verb that does more than announce, or names members.
func (w *writer) ruling(v statement.Predicate, t tail) bool {
	if !v.Main {
		return t.members && !t.follows && !v.Bound && t.start > v.First
	}
	if v.Bound && v.Modal.End >= t.start {
		return false // "Pegawai dilarang:"
	}
	if v.Bound && t.terms {
		return true // "dapat dilaksanakan dengan syarat:"
	}
	m, ok := w.Starts(v.Verb, "announcing")
	if !ok {
		return true
	}
	if m.Entry.ID == "tell" {
		return false
	}
	for i := m.End; i < t.start; i++ {
		if h, ok := w.Starts(i, "announcing"); ok {
			i = h.End - 1
			continue
		}
		if w.word(i) && !w.Is(i, "conj") && !w.Is(i, "act") {
			return true
		}
	}
	return false
}

// member reports whether the item of block k is a mere member of what its stem
// rules: it has no predicate, hour or figure of its own.
func (w *writer) member(k int) bool {
	up := w.Blocks[k].Parent
	if up < 0 || !w.stems[up].rules || !w.stems[up].members {
		return false
	}
	bl := &w.Blocks[k]
	if bl.Stem {
		return false
	}
	v := w.predicate(bl.Body, bl.End)
	if v.Bound && !v.Which || v.Main && !w.stems[up].listed || v.Negated >= 0 {
		return false
	}
	if _, ok := w.Find(bl.Body, bl.End, "percent"); ok {
		return false
	}
	if (reader{writer: w, p: piece{First: bl.Body, End: bl.End}, v: v}).timed() {
		return false
	}
	return w.stems[up].claim > 0
}

// maxMembers bounds the bytes by which members lengthen the clause of their stem.
const maxMembers = 300

// extend lets the clause of the stem above s reach over the member s.
func (w *writer) extend(s outline.Sentence) {
	up := w.stems[w.Blocks[s.Block].Parent]
	c := &w.out[up.claim-1]
	w.held = append(w.held, outline.Range{First: s.First, End: s.End})
	if w.Toks[s.End-1].End-w.Toks[c.stem-1].End <= maxMembers {
		c.End = s.End
	}
}

// who returns the words for whom a range speaks of: its subject, or who stands
// behind "kepada", "bagi"; else whom the stem above speaks of.
func (w *writer) who(first, end int, v statement.Predicate, up stem) string {
	a, b := first, end
	switch {
	case v.Leads:
		a, b = first, first
	case v.Verb < 0 && !v.Bound:
		for _, m := range w.Within(first, end) {
			if m.Entry.Class == "deemed" || m.Entry.Class == "ownway" || m.Entry.Class == "revoke" {
				b = m.First
				break
			}
		}
	case v.Subject[1] > v.Subject[0]:
		a, b = w.behindSource(v.Subject[0], v.Subject[1]), v.Subject[1]
	}
	if at, ok := w.inserted(a, b); ok {
		b = at
	}
	for a < b && (w.Is(a, "specially") || w.Is(a, "conj") || w.Is(a, "then") || w.Toks[a].Norm == ",") {
		a++
	}
	if w.people(a, b) && b-a <= maxWho && !w.Is(a, "abstract") {
		return w.words(a, b)
	}
	if v.Leads && up.who != "" {
		return up.who
	}
	for i := first; i < end; i++ {
		m, ok := w.Starts(i, "specially")
		if ok && i > first && !v.Active && !w.Is(i-1, "except") && !w.Is(i-1, "aside") || w.Is(i, "toward") && w.addresses(first, i) {
			from := i + 1
			if ok {
				from = m.End
			}
			to := from
			for to < end && !w.forces(to) && w.Toks[to].Norm != "," {
				if _, verb := w.verbal(to); verb && !w.Is(to-1, "subordinate") {
					break
				}
				to++
			}
			if w.people(from, to) && to-from <= maxWho {
				return w.words(from, to)
			}
		}
	}
	return up.who
}

// inserted returns where the people end who open the range when a comma closes it:
// what stands between two commas before the predicate is inserted, as in "ASN, atas
// perintah Bupati, tidak boleh ...".
func (w *writer) inserted(first, end int) (int, bool) {
	if end-1 <= first || w.Toks[end-1].Norm != "," {
		return 0, false
	}
	for i := first + 1; i < end-1; i++ {
		if w.Toks[i].Norm == "," {
			return i, w.people(first, i)
		}
	}
	return 0, false
}

// addresses reports whether "kepada" at token i names whom an order is for: it
// opens its sentence, or stands right behind the word of the order.
func (w *writer) addresses(first, i int) bool {
	return i <= first+1 || w.forces(i-1) || w.Is(i-1, "announcing")
}

// behindSource returns the token behind a phrase that tells whence an order
// comes, with which a subject opens: "Oleh Bupati Sleman, seluruh ASN".
func (w *writer) behindSource(first, end int) int {
	if !w.Is(first, "unfinished") && !w.Is(first, "recital") {
		return first
	}
	for i := end - 1; i > first; i-- {
		if w.Toks[i].Norm == "," {
			if w.people(i+1, end) {
				return i + 1
			}
			break
		}
	}
	return first
}

// maxWho bounds the tokens of a name of people.
const maxWho = 30

// people reports whether the range names people or offices.
func (w *writer) people(first, end int) bool {
	for _, m := range w.Within(first, end) {
		switch m.Entry.Class {
		case "group", "actor", "person", "subject", "office", "unitword", "folk":
			return true
		}
	}
	return false
}
