package statement

import (
	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/extract/internal/reading"
	"github.com/telaah/telaah/lexicon"
)

// Predicate is what the words of a piece of an official sentence say of what is
// done in it. Token indices are -1 where it has none.
type Predicate struct {
	First, End int // behind a clause of purpose, up to the piece's end
	Modal      Modal
	Bound      bool // Modal is set
	Which      bool // Modal stands in a relative clause
	Orders     bool // Modal is an order that the subject gives to others
	Negated    int  // the negation right before the main verb
	Verb       int  // the main verb, else one in a subordinate clause
	Main       bool // Verb is the main one
	Active     bool // it is one of somebody who acts
	Leads      bool // the piece begins with it
	Subject    [2]int
}

// Sense returns what the predicate does, its negations counted.
func (p Predicate) Sense() Sense {
	switch {
	case !p.Bound && p.Negated >= 0:
		return Ban
	case !p.Bound:
		return None
	case p.Negated < 0 || p.Modal.Denied && p.Modal.Sense != Ban:
		return p.Modal.Sense
	case p.Modal.Sense == Must && (p.Modal.Joins || p.Verb > p.Modal.First):
		return Ban // "diharapkan pegawai tidak meninggalkan ..."
	case p.Modal.Sense == May && p.Verb > p.Modal.First:
		return Free
	}
	return p.Modal.Sense
}

// Force returns the strength that a record prints.
func (p Predicate) Force() circular.Force {
	if !p.Bound || p.Sense() == Free {
		return ""
	}
	return p.Modal.Force
}

// Is reports whether the predicate has a modal of that sense.
func (p Predicate) Is(s Sense) bool { return p.Bound && p.Sense() == s }

// Allows reports whether the predicate allows by its own word, not by denying that
// something is forbidden.
func (p Predicate) Allows() bool { return p.Is(May) && !p.Modal.Denied }

// Binds returns the word of force of an official text that begins at token i: not
// an order that somebody gives to others.
func Binds(r *reading.Reading, i, end int) (Modal, bool) {
	m, ok := ModalAt(r, i, end, Official)
	return m, ok && !m.Cause
}

// PredicateOf reads the predicate of the tokens from first up to end. A modal or verb
// in a relative or subordinate clause is not that of the piece, unless the piece
// has no other; "agar" only joins where another modal governs it.
func PredicateOf(r *reading.Reading, first, end int) Predicate {
	p := predicates{Reading: r, Predicate: Predicate{First: BehindPurpose(r, first, end), End: end, Negated: -1, Verb: -1}, hiddenVerb: -1, hiddenNeg: -1, neg: -1}
	for i := p.First; i < end; i = p.token(i) {
	}
	p.settle()
	return p.Predicate
}

// predicates is a predicate while it is read.
type predicates struct {
	*reading.Reading
	Predicate
	sub, rel   bool  // in a subordinate, a relative clause
	relVerb    bool  // the relative clause has its verb
	hidden     Modal // the first modal inside a subordinate clause
	relative   bool  // it stands right behind "yang"
	hiddenVerb int
	hiddenNeg  int
	neg        int  // a negation right before
	far        bool // the sentence is denied as a whole
	none       bool // there is nobody who: "tidak ada pegawai yang boleh"
	copular    bool // a noun is denied: "bukan hal yang dilarang"
	noun       bool // the predicate is a noun: "adalah hal yang dilarang"
}

// token reads token i and returns the one to go on with.
func (p *predicates) token(i int) int {
	norm := p.Toks[i].Norm
	if norm == "," || norm == ";" || p.Reading.Is(i, "then") {
		p.sub, p.rel = false, false
		p.far, p.none = p.far && norm != ";", false
		p.neg = -1
		return i + 1
	}
	if m, ok := p.Starts(i, "subordinate"); ok {
		if m.Entry.ID != "which" {
			p.sub = true
		} else if !p.Reading.Is(m.End, "asnoun") { // "yang bersangkutan"
			p.rel, p.relVerb = true, false
		}
		return m.End
	}
	if m, ok := Binds(p.Reading, i, p.End); ok {
		p.modal(i, m)
		return m.End
	}
	if k, all, ok := Denies(p.Reading, i); ok && !p.sub && !p.rel {
		p.far, p.none = p.far || all, p.none || !all
		p.neg = -1
		return k
	}
	if m, ok := p.Starts(i, "neg"); ok && (m.Entry.ID == "not" || m.Entry.ID == "no") {
		p.neg = i
		if !p.sub && !p.rel {
			p.copular = true
		}
		return i + 1
	}
	p.noun = p.noun || p.Reading.Is(i, "isnoun") && !p.sub && !p.rel
	if active, ok := Verbal(p.Reading, i); ok {
		p.verb(i, active)
	}
	p.neg = -1
	return i + 1
}

// modal takes the modal m at token i.
func (p *predicates) modal(i int, m Modal) {
	direct := p.rel && i > 0 && p.Reading.Is(i-1, "subordinate") // "yang wajib ..."
	if (p.far || p.none && direct) && !p.sub {
		m = m.deny()
		p.far, p.none = false, false
	}
	switch {
	case direct || p.sub && p.hiddenVerb < 0:
		if p.hidden.Entry == nil {
			if direct && p.copular {
				m = m.deny()
			}
			p.hidden, p.relative = m, direct
		}
	case !p.Bound:
		p.Modal, p.Bound = m, true
		p.Subject = [2]int{p.First, i}
	case p.Modal.Joins && p.Verb < 0 && m.Sense != May:
		p.Modal = m // "agar Camat wajib melapor"
	default:
		p.Modal = stronger(p.Modal, m)
	}
	p.rel = p.rel && direct
	if !direct && p.Bound {
		p.sub = false
	}
	p.neg = -1
}

// verb takes the verb at token i.
func (p *predicates) verb(i int, active bool) {
	inside := p.sub || p.rel || i > p.First && Prepared(p.Reading, i-1)
	before := i - 1
	if p.neg >= 0 {
		before = p.neg - 1
		inside = p.sub || p.rel || p.neg > p.First && Prepared(p.Reading, p.neg-1)
	}
	joined := Prepared(p.Reading, before) || p.Reading.Is(before, "conj")
	switch {
	case p.sub && !p.rel && p.hiddenVerb >= 0 && !joined:
		p.sub, inside = false, false // the subordinate clause had its verb
	case p.rel && !p.sub && p.relVerb && !joined && !p.Reading.Is(before, "subordinate"):
		p.rel, inside = false, false // the relative clause had its verb
	}
	p.relVerb = p.relVerb || p.rel
	switch {
	case inside && p.hiddenVerb < 0:
		p.hiddenVerb, p.hiddenNeg = i, p.neg
	case !inside && p.Verb < 0:
		p.Verb, p.Active, p.Main, p.Negated = i, active, true, p.neg
		if !p.Bound {
			to := i
			if p.neg >= 0 {
				to = p.neg
			}
			p.Subject = [2]int{p.First, max(p.First, to)}
		}
	}
}

// settle decides what the piece rests on once its words are read.
func (p *predicates) settle() {
	if !p.Bound && p.Verb > p.First {
		p.orders() // "Bupati melarang pegawainya ..."
	}
	if !p.Bound {
		p.lapses() // "Kewajiban ... ditiadakan"
	}
	if !p.Bound && p.hidden.Entry != nil && (p.Verb < 0 || p.noun && p.relative) {
		p.Modal, p.Bound, p.Which = p.hidden, true, p.relative
		if (p.Modal.Denied || p.noun) && p.relative {
			p.Which = false // "tidak ada pegawai yang boleh": the clause is the predicate
		}
	}
	if p.Verb < 0 {
		p.Verb, p.Negated = p.hiddenVerb, p.hiddenNeg
		p.Active = p.hiddenVerb >= 0 && p.Bound
		p.Main = p.Active && !p.Which
	}
	start := p.First
	if p.Negated == start {
		start++
	}
	p.Leads = p.Verb >= 0 && p.Verb == start || p.Bound && p.Modal.First == start
}

// orders takes the main verb as modal where it is an order to others.
func (p *predicates) orders() {
	at := p.Verb
	if p.Negated >= 0 {
		at = p.Negated
	}
	if m, ok := ModalAt(p.Reading, at, p.End, Official); ok && m.Cause {
		p.Modal, p.Bound, p.Orders, p.Negated = m, true, true, -1
	}
}

// lapses takes the noun of force that leads the piece as modal where its rule stops.
func (p *predicates) lapses() {
	head, ok := Headed(p.Reading, p.First)
	if !ok {
		return
	}
	if m, ok := p.Find(p.First, p.End, "lapse"); ok {
		p.Modal = head.deny()
		p.Modal.First, p.Modal.End = m.First, m.End
		p.Bound, p.Negated = true, -1
		p.Subject = [2]int{p.First, m.First}
	}
}

// deny returns the modal of a sentence that is denied as a whole.
func (m Modal) deny() Modal {
	m.Sense, m.Denied = m.Sense.Deny(), !m.Denied
	m.Force = strengthOf(m)
	return m
}

// stronger returns which of two modals in a row rules: one that forbids, frees,
// orders or asks over one that allows behind it; "agar" yields.
func stronger(a, b Modal) Modal {
	switch {
	case a.Joins && b.Sense != May && b.First <= a.End:
		return b
	case a.Sense == May && b.Sense == Ban && b.First <= a.End:
		return b
	}
	return a
}

// Prepared reports whether token i makes the verb behind it no main one: a
// preposition, or a word that joins it to another.
func Prepared(r *reading.Reading, i int) bool {
	if r.Is(i, "prep") {
		return true
	}
	if m, ok := r.Starts(i, "neg"); ok {
		return m.Entry.ID == "lacking" // "tanpa menunggu"
	}
	_, binds := Binds(r, i, len(r.Toks))
	return r.Is(i, "unfinished") && !r.Is(i, "conj") && !binds
}

// Verbal reports whether token i is a verb by its shape, and whether an active
// one. Nouns of that shape are in the lexicon.
func Verbal(r *reading.Reading, i int) (active, ok bool) {
	s := r.Toks[i].Norm
	if r.Is(i, "imperative") {
		return true, true
	}
	if r.Toks[i].Kind != lexicon.Word || r.Is(i, "asnoun") || r.Is(i, "noun") {
		return false, false
	}
	return lexicon.Verb(s)
}

// BehindPurpose returns the token behind a clause of purpose with which a range
// opens: "Agar ... dapat berjalan, atasan mengawasi". It ends at the comma behind
// which a subject and its own verb stand.
func BehindPurpose(r *reading.Reading, first, end int) int {
	m, ok := Binds(r, first, end)
	if !(ok && m.Joins) && !r.Is(first, "purpose") {
		return first
	}
	for i := first + 1; i < end; i++ {
		if r.Toks[i].Norm != "," || i+1 == end {
			continue
		}
		if _, verb := Verbal(r, i+1); verb || r.Is(i+1, "conj") {
			continue
		}
		for j := i + 1; j < end && r.Toks[j].Norm != ","; j++ {
			if _, ok := Binds(r, j, end); ok {
				return i + 1
			}
			if _, verb := Verbal(r, j); verb {
				if !Prepared(r, j-1) && !r.Is(j-1, "subordinate") {
					return i + 1
				}
				break
			}
		}
	}
	return first
}
