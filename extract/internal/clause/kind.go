package clause

import (
	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/extract/internal/outline"
	"github.com/telaah/telaah/extract/internal/statement"
	"github.com/telaah/telaah/lexicon"
)

// piece adds the clause of one piece of sentence s. v is what it says, up what
// stands above it, last the piece before it.
func (w *writer) piece(s outline.Sentence, p piece, v statement.Predicate, up stem, last statement.Predicate) {
	c := circular.Clause{Path: w.Blocks[s.Block].Path, Rule: "clause/sentence"}
	f := w.force(p, v, up, last)
	c.Force = f.force
	if f.entry != nil {
		c.Rule = f.entry.Rule()
	}
	r := reader{writer: w, s: s, p: p, v: v, up: up, who: w.who(p.First, p.End, v, up)}
	if v.Orders {
		r.who = w.told(v.Modal.End, p.End)
	}
	c.Kind = r.kind(f)
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

// force is what rules a piece.
type force struct {
	sense  statement.Sense
	force  circular.Force
	denied bool // it allows by denying that something is forbidden
	joins  bool // "agar" alone
	own    bool // its own word, not that of a stem
	entry  *lexicon.Entry
}

// force returns what rules a piece: its own word; that of the verb before, for
// another verb of the same subject; or that of the stem above, for an item that
// goes on with its sentence.
func (w *writer) force(p piece, v statement.Predicate, up stem, last statement.Predicate) force {
	if head, ok := statement.Headed(w.Reading, v.First); ok && head.Sense == statement.Ban && (!v.Bound || v.Is(statement.Must) || v.Allows()) { // "Larangan ... berlaku bagi"
		return force{sense: statement.Ban, force: head.Force, own: true, entry: head.Entry}
	}
	switch own := up.binds.Entry != nil && !up.which; {
	case v.Bound && v.Modal.Joins && own && up.binds.Sense != statement.May && up.binds.Sense != statement.Ban:
		return governed(v, up.binds, true) // "diimbau ...: agar menyiapkan"
	case v.Bound:
		return governed(v, v.Modal, true)
	case p.as == further && last.Bound:
		return governed(v, last.Modal, true)
	case p.as != exception && up.binds.Entry != nil && !up.conditions && (v.Leads || !v.Main):
		return governed(v, up.binds, false)
	}
	return force{sense: v.Sense()}
}

// governed returns the force of the predicate v under modal m.
func governed(v statement.Predicate, m statement.Modal, own bool) force {
	v.Modal, v.Bound = m, true
	return force{sense: v.Sense(), force: v.Force(), denied: m.Denied, joins: m.Joins, own: own, entry: m.Entry}
}

// told returns whom an order that begins before token i is given to: the words
// up to a verb or "untuk", "agar".
func (w *writer) told(i, end int) string {
	for i < end && (w.Is(i, "toward") || w.Is(i, "specially")) {
		i++
	}
	to := i
	for to < end && !w.forces(to) && !w.Is(to, "unfinished") && w.Toks[to].Norm != "," {
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
	v   statement.Predicate
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

// kind decides what the piece rules under f.
func (r reader) kind(f force) circular.Kind {
	bound := f.entry != nil
	orders := f.own && bound && f.sense == statement.Must
	allows := f.sense == statement.May && !f.denied
	switch {
	case r.p.as == exception:
		return circular.KindExemption
	case r.revokes():
		return circular.KindRevocation
	case f.sense == statement.Free, f.sense == statement.Out:
		return circular.KindExemption
	case r.has("ownway") && r.people(r.p.First, r.p.End) && !orders && !(bound && f.sense == statement.Ban):
		return circular.KindExemption
	case r.id("punish", "verb"), r.has("punish") && !r.has("tells"):
		return circular.KindSanction
	case r.valid():
		return circular.KindPeriod
	case r.id("deemed", "fixed") && !orders, f.sense == statement.Kept:
		return circular.KindProvision
	case bound && f.sense == statement.Ban:
		return circular.KindProhibition
	case f.sense == statement.May && f.denied:
		return circular.KindPermission
	case r.up.conditions && !f.own:
		if r.timed() {
			return circular.KindSchedule
		}
		return circular.KindCondition
	case f.sense == statement.Ban:
		return circular.KindProhibition
	case r.timed() && !orders && !(bound && r.v.Leads && r.v.Active) && !(f.own && allows):
		return circular.KindSchedule
	case r.has("tells") && !allows && r.v.Verb >= 0:
		return circular.KindReporting
	case r.has("limitday") && !orders && !r.v.Active:
		return circular.KindDeadline
	case r.has("proviso2") && !f.own:
		return circular.KindCondition
	case allows:
		if r.up.which && !f.own {
			return circular.KindObligation
		}
		return circular.KindPermission
	case bound:
		return circular.KindObligation
	}
	return r.bare()
}

// bare decides between obligation and provision for a piece without a modal:
// somebody acts, or something is done; a state of things is fixed.
func (r reader) bare() circular.Kind {
	switch {
	case r.v.Verb < 0, r.has("deemed") && !(r.v.Leads && r.v.Active):
		return circular.KindProvision
	case r.v.Main:
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
