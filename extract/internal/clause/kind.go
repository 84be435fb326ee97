package clause

import (
	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/extract/internal/outline"
	"github.com/telaah/telaah/lexicon"
)

// piece adds the clause of one piece of sentence s. v is what it says, up what
// stands above it, last the piece before it.
func (w *writer) piece(s outline.Sentence, p piece, v scan, up stem, last scan) {
	c := circular.Clause{Path: w.Blocks[s.Block].Path, Rule: "clause/sentence"}
	id, own := w.modal(p, v, up, last)
	if w.Is(v.first, "banned") && !v.is("relief") && !v.is("exclude") && !v.is("allow") { // "Larangan ... berlaku bagi"
		id, own = w.Lex.Entry("binds", "dilarang"), true
	}
	c.Force = forceOf(id)
	if id != nil {
		c.Rule = id.Rule()
	}
	r := reader{writer: w, s: s, p: p, v: v, up: up, who: w.who(p.First, p.End, v, up)}
	if v.orders {
		r.who = w.told(v.binds.End, p.End)
	}
	c.Kind = r.kind(id, own)
	if c.Kind == circular.KindSchedule && r.joins() {
		return
	}
	r.fill(&c)
	first := p.First
	if c.Kind == circular.KindSchedule {
		first = r.fromHeading()
	}
	w.add(first, p.End, c)
	if w.Blocks[s.Block].Stem && s.End == w.Blocks[s.Block].End {
		w.stems[s.Block].claim = len(w.out)
	}
}

// modal returns the modal that rules a piece, and whether that is its own: its
// own word; of the verb before, for another verb of the same subject; or of the
// stem above, for an item that goes on with its sentence.
func (w *writer) modal(p piece, v scan, up stem, last scan) (*lexicon.Entry, bool) {
	if v.bound {
		e := v.binds.Entry
		if e.ID == "join" && up.binds != nil && !up.which && up.binds.ID != "dapat" && up.binds.ID != "dilarang" {
			return up.binds, true // "diimbau ...: agar menyiapkan"
		}
		return e, true
	}
	if p.as == further && last.bound {
		return last.binds.Entry, true
	}
	if p.as == exception {
		return nil, false
	}
	if up.binds != nil && !up.conditions && (v.leads || !v.main) {
		return up.binds, false
	}
	return nil, false
}

// told returns whom an order that begins before token i is given to: the words
// up to a verb or "untuk", "agar".
func (w *writer) told(i, end int) string {
	for i < end && (w.Is(i, "toward") || w.Is(i, "specially")) {
		i++
	}
	to := i
	for to < end && !w.Is(to, "binds") && !w.Is(to, "unfinished") && w.Toks[to].Norm != "," {
		if _, verb := w.verbal(to); verb {
			break
		}
		to++
	}
	return w.words(i, to)
}

// reader is one piece with what its kind is decided from.
type reader struct {
	*writer
	s   outline.Sentence
	p   piece
	v   scan
	up  stem
	who string
}

// has reports whether a phrase of the class stands in the piece.
func (r reader) has(class string) bool {
	_, ok := r.Find(r.p.First, r.p.End, class)
	return ok
}

// id reports whether the phrase class/id stands in the piece.
func (r reader) id(class, id string) bool {
	for _, m := range r.Within(r.p.First, r.p.End) {
		if m.Entry.Class == class && m.Entry.ID == id {
			return true
		}
	}
	return false
}

// kind decides what the piece rules; modal is the word of force that rules it,
// own whether that is its own.
func (r reader) kind(modal *lexicon.Entry, own bool) circular.Kind {
	is := func(id string) bool { return modal != nil && modal.ID == id }
	orders := own && (is("wajib") || is("diminta") || is("diimbau") || is("join"))
	switch {
	case r.p.as == exception:
		return circular.KindExemption
	case r.revokes():
		return circular.KindRevocation
	case is("relief"), is("exclude"):
		return circular.KindExemption
	case r.has("ownway") && r.people(r.p.First, r.p.End) && !orders && !is("dilarang"):
		return circular.KindExemption
	case r.id("punish", "verb"), r.has("punish") && !r.has("tells"):
		return circular.KindSanction
	case r.valid():
		return circular.KindPeriod
	case r.id("deemed", "fixed") && !orders:
		return circular.KindProvision
	case is("dilarang"):
		return circular.KindProhibition
	case is("allow"):
		return circular.KindPermission
	case r.up.conditions && !own:
		if r.timed() {
			return circular.KindSchedule
		}
		return circular.KindCondition
	case r.v.negated >= 0:
		return circular.KindProhibition
	case r.timed() && !orders && !(modal != nil && r.v.leads && r.v.active) && !(own && is("dapat")):
		return circular.KindSchedule
	case r.has("tells") && !is("dapat") && r.v.verb >= 0:
		return circular.KindReporting
	case r.has("limitday") && !orders && !r.v.active:
		return circular.KindDeadline
	case r.has("proviso2") && !own:
		return circular.KindCondition
	case is("dapat"):
		if r.up.which && !own {
			return circular.KindObligation
		}
		return circular.KindPermission
	case modal != nil:
		return circular.KindObligation
	}
	return r.bare()
}

// bare decides between obligation and provision for a piece without a modal:
// somebody acts, or something is done; a state of things is fixed.
func (r reader) bare() circular.Kind {
	switch {
	case r.v.verb < 0, r.has("deemed") && !(r.v.leads && r.v.active):
		return circular.KindProvision
	case r.v.main:
		return circular.KindObligation
	}
	return circular.KindProvision
}

// fill sets the fields of the kind.
func (r reader) fill(c *circular.Clause) {
	what := r.words(r.p.First, r.trim(r.p.First, r.p.End))
	if what == "" {
		what = r.Raw(r.p.First)
	}
	switch c.Kind {
	case circular.KindRevocation:
		c.Revocation = r.revocation()
		c.Force = ""
	case circular.KindExemption:
		r.exempt(c)
	case circular.KindPeriod:
		if p, ok := r.period(); ok {
			c.Period = &p
			c.Force = ""
			return
		}
		c.Kind = circular.KindProvision
		c.Duty = &circular.Duty{Who: r.who, What: what}
	case circular.KindSchedule:
		c.Schedule = r.schedule()
		c.Force = ""
	case circular.KindDeadline:
		c.Deadline = &circular.Deadline{Who: r.who, What: what, Date: r.limit(), By: r.by()}
	default:
		c.Duty = &circular.Duty{Who: r.who, What: what}
		if c.Duty.By = r.by(); c.Duty.By != "" {
			c.Duty.Date = r.limit()
		}
		if m, ok := r.Find(r.p.First, r.p.End, "topic"); ok {
			c.Duty.Topic = m.Entry.ID
		}
	}
}
