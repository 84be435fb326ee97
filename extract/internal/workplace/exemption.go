package workplace

import (
	"slices"
	"strings"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/extract/internal/mention"
	"github.com/telaah/telaah/extract/internal/statement"
	"github.com/telaah/telaah/lexicon"
)

// exemption adds who departs from the rule by the k-th statement of unit i.
func (r *reader) exemption(i, k int) {
	s := &r.Units[i].Statements[k]
	if slices.ContainsFunc(s.Figures, func(f statement.Figure) bool { return f.Doubt == mention.DoubtRange }) {
		return // the share that it rules is unknown
	}
	gs := r.groups(i, k)
	m, ok := r.ruling(i, k)
	if !ok {
		if gs := narrow(gs); s.Force.Relief && len(s.Modes) == 0 && len(gs) > 0 {
			effect := circular.EffectExemptFromRule
			if _, ok := r.Find(s.First, s.End, "freed"); ok {
				effect = circular.EffectEligible
			}
			r.other(i, k, effect, s.Force.Entry.Rule(), gs)
		}
		return
	}
	if s.Others || s.NotAll && len(narrow(s.Target)) == 0 || excepted(s) {
		return // everybody but those named last: nobody is named
	}
	if s.NotAll && r.foremost(s) && !m.Negated { // "tidak semua OPD boleh WFH, terutama X"
		m.Negated = true
	}
	effect, rule := r.effect(s, m, gs)
	if _, first := r.Find(s.First, s.End, "priority"); first && effect == circular.EffectEligible {
		return // "diprioritaskan bagi X" leaves the others in
	}
	if effect == "" && (r.plain(i, s) || r.staff(s, m)) && s.Verbal && !m.Weak && !m.Negated {
		effect, rule = bare(m), m.Entry.Rule() // in a circular a plain verb rules
	}
	if effect == "" {
		return
	}
	c := Clause{Clause: circular.Clause{Kind: circular.KindExemption, Force: printed(s), Rule: rule, Confidence: 0.85}}
	open := r.name(&c, gs)
	switch {
	case effect == circular.EffectNotEligible && !c.Narrow:
		effect = circular.EffectWFHNotApplied
	case !c.Narrow:
		return // a rule for everybody exempts nobody
	}
	e := &circular.Exemption{Effect: effect, Open: open}
	if effect == circular.EffectMustWFO && whole(s) {
		hundred := 100.0
		e.Percent = &hundred
	}
	c.Exemption = e
	r.add(i, k, c)
}

// excepted reports whether the statement says of whom it names that they are excepted
// from what it names: "Terhadap Satpol PP, ketentuan WFH dikecualikan".
func excepted(s *statement.Statement) bool {
	return slices.ContainsFunc(s.Except, func(x statement.Exception) bool { return len(x.Groups) == 0 && x.Own == nil && !x.From })
}

// foremost reports whether "terutama" names some of those of whom the statement denies
// that it holds for all: for them it does not.
func (r *reader) foremost(s *statement.Statement) bool {
	return slices.ContainsFunc(r.Within(s.First, s.End), func(m lexicon.Match) bool { return m.Entry.Class == "target" && m.Entry.ID == "above" })
}

// printed returns the force of the statement as a record has it: who is freed from a
// duty is under none.
func printed(s *statement.Statement) circular.Force {
	if s.Force.Relief {
		return ""
	}
	return s.Force.Force
}

// plain reports whether the verb of a statement in unit i rules by itself: in a
// circular, without a word of force. What only completes another share ("WFO
// menyesuaikan") rules nothing.
func (r *reader) plain(i int, s *statement.Statement) bool {
	if _, completes := r.Find(s.First, s.End, "rest"); completes {
		return false
	}
	return r.Official && len(s.Except) == 0 && !s.Label && !r.Blocks[r.Units[i].Block].Stem && s.Force.Force == ""
}

// staff reports whether the statement tells of a part of the staff that it works from
// home: news says a rule so, "pegawai yang rumahnya terendam bekerja dari rumah".
func (r *reader) staff(s *statement.Statement, m statement.Mode) bool {
	return m.Mode != circular.ModeWFO && s.Force.Force == "" && len(s.Figures) == 0 && len(s.Except) == 0 && !s.Label &&
		slices.ContainsFunc(s.Who, func(g statement.Group) bool { return g.Told && !r.Is(g.First, "rel") })
}

// bare returns what a predicate without a word of force does.
func bare(m statement.Mode) circular.Effect {
	if m.Mode == circular.ModeWFO {
		return circular.EffectMustWFO
	}
	return circular.EffectMustWFH
}

// whole reports whether the statement prints a hundred per cent.
func whole(s *statement.Statement) bool {
	return slices.ContainsFunc(s.Figures, func(f statement.Figure) bool { return f.Percent && f.Lo == 100 && f.Hi == 100 })
}

// full reports whether the statement says "secara penuh".
func (r *reader) full(s *statement.Statement) bool {
	return slices.ContainsFunc(r.Within(s.First, s.End), func(m lexicon.Match) bool { return m.Entry.Class == "all" && m.Entry.ID == "full" })
}

// ruling returns the mode that the statement rules on: its own, or the one the
// text spoke of last where the predicate is a modal without an act ("Puskesmas
// tidak boleh").
func (r *reader) ruling(i, k int) (statement.Mode, bool) {
	s := &r.Units[i].Statements[k]
	if undecided(s) || !r.Speaks {
		return statement.Mode{}, false
	}
	for _, weak := range []bool{false, true} {
		for _, m := range s.Modes {
			if m.Weak == weak && !m.Noun && (!m.Rel || s.Elect || r.lists(i, k)) && !within(m, s.Target) && (!weak || m.First >= s.Force.First) {
				m.Negated = m.Negated || s.Outside && m.Mode != circular.ModeWFO // "Yang dikecualikan dari WFH adalah X"
				return m, true
			}
		}
	}
	if len(s.Modes) > 0 || len(s.Figures) > 0 {
		return statement.Mode{}, false
	}
	if m, ok := r.denied(s); ok {
		return m, true
	}
	if !r.topic.set || i-r.topic.unit > recent || r.topic.mode.Mode == circular.ModeWFO {
		return statement.Mode{}, false
	}
	m := r.topic.mode
	if s.Outside || s.Unapplied && !s.Foreign {
		m.Negated = true
		return m, true
	}
	m.Negated = s.Force.Sense == statement.Ban || s.Negated
	if s.Force.Force != circular.ForceDapat && s.Force.Force != circular.ForceDilarang {
		if s.Negated && !s.Verbal && len(narrow(s.Who)) > 0 && r.Is(s.End-1, "neg") {
			return m, !s.Foreign // "sedangkan layanan publik tidak"
		}
		return m, (s.Grant || s.Only || s.Negated && !s.Verbal) && !s.Foreign && len(s.Who) == 0 && told(s.Target)
	}
	return m, !s.Foreign && (s.Elect || r.elliptic(s))
}

// lists reports whether the statement ends a stem and has no predicate but a relative
// clause: "Unsur yang tetap masuk kantor:" tells what those of the list do.
func (r *reader) lists(i, k int) bool {
	u := &r.Units[i]
	s := &u.Statements[k]
	return r.Blocks[u.Block].Stem && k == len(u.Statements)-1 && s.Force.Force == "" && !s.Verbal && !slices.ContainsFunc(s.Modes, func(m statement.Mode) bool { return !m.Rel })
}

// within reports whether the mode stands in one of the groups: it tells who they are.
func within(m statement.Mode, gs []statement.Group) bool {
	return slices.ContainsFunc(gs, func(g statement.Group) bool { return g.First <= m.First && m.End <= g.End })
}

// undecided reports whether the statement names two ways of working and chooses
// none: "sistem WFO dan WFH".
func undecided(s *statement.Statement) bool {
	modes := map[circular.Mode]bool{}
	for _, m := range s.Modes {
		if m.Negated {
			return false
		}
		if !m.Weak && !m.Rel {
			modes[m.Mode] = true
		}
	}
	return modes[circular.ModeWFO] && len(modes) > 1
}

// denied returns the mode that a phrase such as "tidak mendapatkan WFH" denies.
func (r *reader) denied(s *statement.Statement) (statement.Mode, bool) {
	if !s.Outside {
		return statement.Mode{}, false
	}
	for _, x := range r.Within(s.First, s.End) {
		if x.Entry.Class == "mode" && x.Entry.Attrs["weak"] == "" {
			return statement.Mode{First: x.First, End: x.End, Mode: circular.Mode(x.Entry.ID), Entry: x.Entry, Negated: true}, true
		}
	}
	return statement.Mode{}, false
}

// elliptic reports whether the predicate of the statement is a modal and nothing
// more: the act it allows or forbids was named before.
func (r *reader) elliptic(s *statement.Statement) bool {
	if s.Force.Entry == nil {
		return false
	}
	end := s.End
	for end > s.First && r.Toks[end-1].Kind == lexicon.Punct {
		end--
	}
	return s.Force.End >= end || r.Is(s.Force.End, "copula") || r.Is(s.Force.End, "target")
}

// effect returns what a statement about mode m does to its group, and the rule
// that says so.
func (r *reader) effect(s *statement.Statement, m statement.Mode, gs []statement.Group) (circular.Effect, string) {
	rule := m.Entry.Rule()
	if s.Force.Entry != nil {
		rule = s.Force.Entry.Rule()
	}
	force := s.Force.Force
	if m.Mode != circular.ModeWFO {
		switch {
		case m.Negated && force == circular.ForceDilarang && r.Is(m.End, "outof"):
			return "", "" // "dilarang WFH di luar kota"
		case m.Weak && force != circular.ForceWajib && force != circular.ForceDiminta:
			return "", ""
		case m.Negated && force == circular.ForceDiimbau:
			return circular.EffectDiscouraged, rule
		case s.Force.Relief && !m.Negated:
			return circular.EffectMayWFO, rule
		case m.Negated:
			return circular.EffectNotEligible, rule
		case force == circular.ForceDapat, s.Only, force == circular.ForceDiimbau:
			return circular.EffectEligible, rule
		case force == circular.ForceWajib, force == circular.ForceDiminta:
			return circular.EffectMustWFH, rule
		case told(s.Target), afflicted(gs):
			return circular.EffectEligible, rule
		}
		return "", ""
	}
	switch {
	case s.Force.Relief:
		return circular.EffectEligible, rule
	case m.Negated && force == circular.ForceDilarang:
		return circular.EffectMustWFH, rule
	case m.Negated:
		return "", ""
	case m.Entry.ID == "kept" || s.Keep:
		return circular.EffectMustWFO, rule
	case force == circular.ForceDapat:
		return circular.EffectMayWFO, rule
	case force == circular.ForceWajib, force == circular.ForceDiminta:
		return circular.EffectMustWFO, rule
	case (whole(s) || r.full(s)) && !m.Weak && !m.Noun:
		return circular.EffectMustWFO, rule
	}
	return "", ""
}

// told reports whether one of the groups is a kind of staff by its work, or told by a
// relative clause; not the officials who see to the rule.
func told(gs []statement.Group) bool {
	return slices.ContainsFunc(gs, func(g statement.Group) bool {
		return g.Told || slices.ContainsFunc(g.Categories, func(c string) bool { return !strings.HasPrefix(c, "jabatan.") && !strings.HasPrefix(c, "kantor.") })
	})
}

// afflicted reports whether the groups are told by a personal condition.
func afflicted(gs []statement.Group) bool {
	return slices.ContainsFunc(gs, func(g statement.Group) bool {
		return slices.ContainsFunc(g.Categories, func(c string) bool { return strings.HasPrefix(c, "kondisi.") })
	})
}

// exceptions adds who is excepted from the k-th statement of unit i.
func (r *reader) exceptions(i, k int) {
	s := &r.Units[i].Statements[k]
	for _, x := range s.Except {
		if _, ok := r.Find(s.First, x.First, "sanction"); ok && !slices.ContainsFunc(s.Modes, func(m statement.Mode) bool { return m.First < x.First }) {
			continue // "Sanksi tidak diterapkan bagi X"
		}
		effect := r.again(i, x, r.exceptTo(i, k, x))
		if effect == "" || x.Entry.ID == "unless" && !r.but(s, x) || r.everybody(x) {
			continue
		}
		gs := x.Groups
		if x.From && (len(gs) == 0 || len(s.Who)+len(s.Target) > 0) || x.Own != nil && len(gs) == 0 {
			gs = append(slices.Clone(s.Who), s.Target...)
		}
		listed := len(gs) == 0
		if listed {
			gs = r.below(i, k, true)
			listed = len(gs) > 0
		}
		if who := narrow(s.Who); effect == circular.EffectNotEligible && r.Is(x.First, "neg") && len(s.Modes) == 0 && len(who) > 0 {
			gs = append(who, gs...) // "Kantor layanan tidak termasuk, di antaranya puskesmas"
		}
		if len(gs) == 0 && len(s.Except) == 1 {
			gs = append(slices.Clone(s.Who), s.Target...) // "X dikecualikan"
		}
		if len(gs) == 0 {
			continue
		}
		if n := len(r.out) - 1; n >= 0 && r.out[n].Unit == i && r.out[n].Exemption != nil && r.out[n].Exemption.Effect == effect && r.out[n].Rule == x.Entry.Rule() {
			r.name(&r.out[n], gs) // "kecuali sekolah, kecuali rumah sakit"
			continue
		}
		c := Clause{Clause: circular.Clause{Kind: circular.KindExemption, Force: printed(s), Rule: x.Entry.Rule(), Confidence: 0.85}}
		open := r.name(&c, gs)
		if effect == circular.EffectNotEligible && r.Is(x.First, "neg") && !c.Narrow && r.general(gs) {
			effect = circular.EffectWFHNotApplied // "WFH tidak berlaku bagi ASN Pemkot"
		} else {
			c.Narrow = true
		}
		c.Exemption = &circular.Exemption{Effect: effect, Open: open}
		if r.add(i, k, c); listed {
			r.out[len(r.out)-1].End = r.listEnd(i)
		}
	}
}

// listEnd returns the token behind the list that unit i, a stem, leads to.
func (r *reader) listEnd(i int) int {
	end := r.Units[i].End
	for _, c := range r.Blocks[r.Units[i].Block].Children {
		end = max(end, r.Blocks[c].End)
	}
	return end
}

// general reports whether each group is the staff of a government or of an office, by
// a general word for staff.
func (r *reader) general(gs []statement.Group) bool {
	return !slices.ContainsFunc(gs, func(g statement.Group) bool {
		return g.Narrow || !slices.ContainsFunc(r.Within(g.First, g.End), func(m lexicon.Match) bool { return m.Entry.Class == "subject" })
	})
}

// again returns the effect of an exception of which the sentence goes on to tell:
// "kecuali pejabat, yang harus hadir", "X dikecualikan, mereka wajib masuk". Where
// that orders something that is no place of work, the exception is in doubt.
func (r *reader) again(i int, x statement.Exception, effect circular.Effect) circular.Effect {
	end := r.Units[i].End
	if effect != circular.EffectMayWFH {
		return effect
	}
	for at := x.First; at < end; at++ {
		m, ok := statement.ModalAt(r.Reading, at, end, statement.Prose)
		if !ok || m.Sense != statement.Must {
			continue
		}
		for _, mode := range statement.Modes(r.Reading, m.First, end) {
			if mode.Mode == circular.ModeWFO {
				return circular.EffectMustWFO
			}
		}
		return ""
	}
	return effect
}

// everybody reports whether the exception names all: "tidak berlaku untuk semua
// pegawai" leaves open for whom it does.
func (r *reader) everybody(x statement.Exception) bool {
	if len(x.Groups) != 1 || !r.Is(x.First, "neg") {
		return false
	}
	g := x.Groups[0]
	return r.Is(g.First, "all") && !g.Told && len(g.Categories) == 0
}

// but reports whether "selain" takes somebody out of all: "seluruh OPD boleh WFH selain
// puskesmas". Else it adds to them, or tells another matter.
func (r *reader) but(s *statement.Statement, x statement.Exception) bool {
	for _, g := range x.Groups {
		if r.Is(g.First, "matter") {
			return false
		}
	}
	_, all := r.Find(s.First, s.End, "all")
	_, also := r.Find(x.End, s.End, "also")
	staff := len(s.Who) > 0 && len(narrow(s.Who)) == 0 && x.First == s.First // "Selain guru, pegawai boleh WFH"
	return (all || staff) && !also
}

// exceptTo returns what an exception does, from the rule it is an exception to.
func (r *reader) exceptTo(i, k int, x statement.Exception) circular.Effect {
	s := &r.Units[i].Statements[k]
	if _, ok := r.Find(s.First, x.First+1, "away"); ok && s.Force.Force != "" {
		return circular.EffectMayLeaveHome
	}
	if x.Own != nil && len(x.Own.Modes) > 0 && x.Own.Modes[0].Mode != circular.ModeWFO && !x.Own.Modes[0].Negated {
		if len(x.Groups) > 0 && slices.ContainsFunc(s.Modes, func(m statement.Mode) bool { return m.Mode == circular.ModeWFO && !m.Negated && !m.Rel }) {
			return circular.EffectEligible // "di kantor, kecuali pegawai hamil yang dapat WFH"
		}
		return circular.EffectNotEligible // "X tidak termasuk yang boleh WFH", "mengecualikan X dari WFH"
	}
	if x.Own != nil {
		for _, m := range x.Own.Modes {
			if m.Mode == circular.ModeWFO && !m.Negated && x.From {
				return circular.EffectMayWFH // "dikecualikan dari jadwal masuk kantor"
			}
			if m.Mode == circular.ModeWFO && !m.Negated {
				return circular.EffectMustWFO
			}
		}
	}
	m, ok := statement.Mode{}, false
	for _, y := range s.Modes {
		if !y.Rel && !y.Noun {
			m, ok = y, true
		}
	}
	if ref, points := r.Find(s.First, x.First, "ref"); points && !ok && ref.Entry.ID == "part" {
		if m, ok = r.pointed(i, ref); !ok && (!r.topic.set || r.topic.mode.Mode == circular.ModeWFO) {
			return circular.EffectExemptFromRule // from which rule is unknown
		}
	}
	if !ok && !s.Verbal && !s.Foreign && !x.From && r.Is(s.First, "anaphor") && r.topic.set && i-r.topic.unit <= recent {
		m, ok = r.topic.mode, true // "Kebijakan itu mengecualikan puskesmas"
	}
	if !ok && r.Is(x.First, "neg") && len(narrow(s.Who)) > 0 && len(s.Figures) == 0 && !s.Verbal && r.topic.set && i-r.topic.unit <= recent {
		return circular.EffectNotEligible // "Kantor layanan tidak termasuk"
	}
	if !ok && x.From && r.Is(x.First+2, "anaphor") && r.topic.set && i-r.topic.unit <= recent {
		m, ok = r.topic.mode, true // "dikecualikan dari aturan tersebut"
	}
	if !ok && x.First > s.First && (s.Verbal || s.Foreign || x.From) {
		return circular.EffectExemptFromRule
	}
	if !ok {
		if m, ok = r.modeAbove(i); !ok && r.topic.set {
			m, ok = r.topic.mode, true
		}
		if ok && x.Entry.ID == "except" && r.Is(x.First, "neg") {
			return circular.EffectNotEligible // "SE ini tidak berlaku bagi X"
		}
	}
	head, headed := statement.Headed(r.Reading, s.First)
	switch {
	case !ok && (r.Speaks || x.First == s.First && r.Is(x.First, "neg")):
		return "" // from the rule on the place of work, or from another
	case !ok:
		return circular.EffectExemptFromRule
	case headed && head.Sense != statement.Must:
		return circular.EffectExemptFromRule // "Larangan ... tidak berlaku bagi X"
	case headed && m.Mode != circular.ModeWFO:
		return circular.EffectMayWFO // "Kewajiban WFH tidak berlaku bagi X"
	case m.Mode == circular.ModeWFO && !m.Negated:
		return circular.EffectMayWFH
	case m.Mode != circular.ModeWFO && m.Negated:
		return circular.EffectEligible
	}
	return circular.EffectNotEligible
}

// pointed returns the way of working of the point that a reference in unit i names:
// "Ketentuan angka 2".
func (r *reader) pointed(i int, ref lexicon.Match) (statement.Mode, bool) {
	own := r.Blocks[r.Units[i].Block].Path
	path := own[:strings.LastIndexByte(own, '.')+1] + r.Raw(ref.End)
	for _, b := range r.Blocks {
		if !strings.EqualFold(b.Path, path) {
			continue
		}
		for _, weak := range []bool{false, true} {
			for _, u := range r.Units[b.Units[0]:b.Units[1]] {
				for _, s := range u.Statements {
					for _, m := range s.Modes {
						if m.Weak == weak && !m.Rel && !m.Noun {
							return m, true
						}
					}
				}
			}
		}
	}
	return statement.Mode{}, false
}
