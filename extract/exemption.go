package extract

import (
	"github.com/telaah/telaah/circular"
)

// exemptions adds who departs from the rule: the grammar looks for a cue - kept
// in the office, shut out, let in, excepted - and then for the group it governs.
func (d *doc) exemptions(s *scene) {
	said := d.said(s)
	if said == circular.AssertReported {
		// What the cited circular lets others do is no rule here; that this
		// issuer does without it is one.
		if d.elsewhere(s) || d.outsider(s) {
			return
		}
		for _, seg := range d.spread(s) {
			d.byMode(s, seg, true)
		}
		return
	}
	if said != circular.AssertRule || d.paras[s.para].part == partHeading {
		return
	}
	d.exceptAside(s)
	for _, seg := range d.spread(s) {
		if d.exceptions(s, seg) {
			continue
		}
		d.byMode(s, seg, false)
		d.elliptic(s, seg)
	}
	d.others(s)
}

// spread parts a sentence for exemptions: at semicolons and at words of
// contrast that open a new statement.
func (d *doc) spread(s *scene) [][2]int {
	var out [][2]int
	from := s.first
	for i := s.first + 1; i < s.end; i++ {
		if m, ok := d.Starts(i, "except"); ok && m.Entry.ID == "unless" && i > from+3 {
			out = append(out, [2]int{from, i})
			from = i
			continue
		}
		if d.Toks[i].Norm == ";" || d.Is(i, "contrast") && i > from+3 && (d.Toks[i-1].Norm == "," || d.Toks[i-1].Norm == ".") {
			out = append(out, [2]int{from, i})
			from = i
		}
	}
	return append(out, [2]int{from, s.end})
}

// hasQuota reports whether a clause with a figure already stands on the
// stretch of the sentence.
func (d *doc) hasQuota(s *scene, seg [2]int) bool {
	for _, f := range s.figs {
		if f.first >= seg[0] && f.end <= seg[1] && (f.percent || f.unit == "orang") {
			return true
		}
	}
	return false
}

// counts reports whether the figures of the stretch count heads.
func (d *doc) counts(s *scene, seg [2]int) bool {
	for _, f := range s.figs {
		if seg[0] <= f.first && f.end <= seg[1] && f.percent {
			return false
		}
	}
	return true
}

// took reports whether a figure of the stretch has become a clause.
func (s *scene) took(seg [2]int) bool {
	for _, i := range s.taken {
		if seg[0] <= i && i < seg[1] {
			return true
		}
	}
	return false
}

// holds reports whether the first group stands in the stretch itself.
func (d *doc) holds(seg [2]int, gs []group) bool {
	return len(gs) > 0 && seg[0] <= gs[0].first && gs[0].end <= seg[1]
}

// ownedAny reports whether some group names a government.
func (d *doc) ownedAny(gs []group) bool {
	for _, g := range gs {
		if d.owned(g) {
			return true
		}
	}
	return false
}

// byMode adds the exemption that a mode and the words around it make, or only
// one that denies the mode.
func (d *doc) byMode(s *scene, seg [2]int, denial bool) bool {
	for _, m := range s.modes {
		if m.first < seg[0] || m.end > seg[1] || m.rel {
			continue
		}
		effect, rule := d.effect(s, seg, m)
		if m.weak && effect != circular.EffectMustWFO && effect != circular.EffectMustWFH {
			continue // "di rumah" alone opens nothing
		}
		if effect == "" || denial && !d.denies(effect) {
			continue
		}
		c := claim{Clause: circular.Clause{Kind: circular.KindExemption, Path: d.paras[s.para].path, Force: d.force(seg[0], seg[1]), Rule: rule, Confidence: 0.85}}
		gs, far := d.groupsFor(s, seg, m.first, m.end)
		if d.denies(effect) {
			if t := d.target(m.end, seg[1]); len(t) > 0 {
				gs, far = append(t, d.below(s, seg)...), 0
			}
		}
		c.Confidence -= far
		open := d.name(&c, gs)
		if g, ok := d.regionSubject(seg[0], m.first); ok && d.denies(effect) && len(specific(gs)) == 0 {
			gs, c.Groups, c.Categories = []group{g}, nil, nil
			d.name(&c, gs)
		}
		wide := len(specific(gs)) == 0 || d.staff != nil && gs[0].first == d.staff.first && !d.holds(seg, gs)
		if effect == circular.EffectMustWFO && (len(specific(gs)) == 0 || !d.holds(seg, gs)) {
			if g, ok := d.subjectOf(seg[0], m.first); ok {
				gs, far = []group{g}, 0.1
				c.Groups, c.Categories = nil, nil
				d.name(&c, gs)
				wide = false
			}
		}
		if s.took(seg) && !(rule == "keep/keep" && d.counts(s, seg)) || d.hasQuota(s, seg) && !m.neg && !(d.full(s, seg) && inOffice(effect)) && !(rule == "keep/keep" && d.counts(s, seg)) {
			continue
		}
		if _, first := d.Find(seg[0], seg[1], "priority"); first && !inOffice(effect) {
			continue // first among those whom the quota takes
		}
		switch effect {
		case circular.EffectMustWFO:
			if wide && (d.full(s, seg) || !d.ownedAny(gs) || !d.holds(seg, gs) || d.event(s)) {
				continue
			}
		case circular.EffectNotEligible:
			if wide {
				effect = circular.EffectWFHNotApplied
			}
		default:
			if wide {
				continue
			}
		}
		e := &circular.Exemption{Effect: effect, Open: open}
		if d.full(s, seg) && inOffice(effect) {
			hundred := 100.0
			e.Percent = &hundred
		}
		c.Exemption = e
		d.claim(s.first, s.end, c)
		return true
	}
	return false
}
