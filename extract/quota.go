package extract

import (
	"math"

	"telaah/circular"
)

// quotas adds the quotas of a sentence, and the exemptions that are printed as

// a figure ("100 persen WFO").

func (d *doc) quotas(s *scene) {
	found := false
	for i, f := range s.figs {
		if d.quota(s, i, f) {
			found = true
		}
	}
	if !found {
		d.implicit(s)
	}
	d.inheritsQuota(s, found)
}

// quota adds what figure f, the i-th of the sentence, limits.

func (d *doc) quota(s *scene, i int, f figure) bool {
	seg := s.seg(f)
	if f.percent && (f.hi > 100 || f.lo*2 != math.Trunc(f.lo*2) && !f.words) {
		return false // a share with decimals is a count of what happened
	}
	if _, ok := d.find(max(seg[0], f.first-3), f.first, "rest"); ok || d.is(seg[0], "rest") {
		return false // "sisanya 50 persen" says nothing new
	}
	if f.unit == "hari" && !d.daysRule(s, f) || f.first > s.first && d.toks[f.first-1].Norm == "bukan" || d.asks(s) {
		return false
	}
	modes, minus := d.modesFor(s, seg, f)
	if len(modes) == 0 || d.measured(s, seg, f, modes) {
		return false
	}
	bound, rule := d.bound(s, seg, f)
	if f.unit == "pegawai" && !limits(bound) {
		return false // "1.249 pegawai" counts, and limits nothing
	}
	if i > 0 && bound == circular.BoundExact && s.rough && !f.ratio {
		bound, rule = circular.BoundApprox, "bound/approx" // "sekitar 75 persen WFO dan 25 persen WFH"
	}
	s.rough = bound == circular.BoundApprox
	if modes[0].weak && !d.rules(seg) && bound == circular.BoundExact && !d.shares(s, f) {
		return false // "15 persen hadir" is no rule
	}
	c := claim{Clause: circular.Clause{Kind: circular.KindQuota, Path: d.paras[s.para].path, Force: d.force(seg[0], seg[1]),
		Assertion: d.standing(s, seg, f, bound), Rule: rule}}
	gs, far := d.addressed(modes[0].end, seg[1]), 0.0
	if len(gs) == 0 {
		gs, far = d.groupsFor(s, seg, f.first, f.end)
	}
	c.Confidence = max(0.3, 0.95-minus-far)
	open := d.name(&c, gs)
	for k, m := range modes {
		q := c
		pct := f.lo
		if k == 1 && f.ratio {
			pct = f.hi
		}
		if d.fullOffice(f, m, bound, q) {
			q.Kind, q.Rule = circular.KindExemption, m.rule
			q.Exemption = &circular.Exemption{Effect: circular.EffectMustWFO, Percent: &pct, Open: open}
			d.claim(s.first, s.end, q)
			s.taken = append(s.taken, f.first)
			continue
		}
		mode := m.mode
		if m.neg && f.percent && !f.ratio && f.lo == 100 {
			return false // "100% tidak boleh WFH": the exemption grammar has it
		}
		quota := &circular.Quota{Mode: mode, Bound: bound, Condition: d.condition(s, seg), Recurrence: d.recurrence(s), Implicit: false}
		switch {
		case !f.percent:
			quota.Count, quota.Unit = int(f.lo), f.unit
			if quota.Count < 1 {
				return false
			}
		case f.lo != f.hi && !f.ratio:
			lo, hi := f.lo, f.hi
			quota.PercentLo, quota.PercentHi, quota.Bound = &lo, &hi, circular.BoundRange
		default:
			quota.Percent = &pct
		}
		if quota.Percent != nil && bound == circular.BoundMin && *quota.Percent == 100 {
			quota.Bound = circular.BoundExact
		}
		q.Quota = quota
		d.claim(s.first, s.end, q)
		s.taken = append(s.taken, f.first)
	}
	return true
}

// shares reports whether a figure with a weak mode is part of a division of

// staff: the sentence has another figure that makes a hundred with it, or it

// is a head count of every unit, or the item of a labelled list.

// asks reports whether the sentence is a question.

// daysRule reports whether a number of days is a quota: so many a week, or

// shared between two modes. Else it is a length of time.

// fullOffice reports whether the figure keeps a group wholly in the office:

// that is an exemption from working elsewhere, not a quota.

func (d *doc) fullOffice(f figure, m modeRef, bound circular.Bound, c claim) bool {
	return f.percent && !f.ratio && f.lo == 100 && f.hi == 100 && m.mode == circular.ModeWFO && !m.neg &&
		bound != circular.BoundMax && c.narrow
}

// modesFor returns the mode that figure f limits - two for a ratio and for

// "WFH dan WFO 50 persen" - and what fetching it from afar costs in confidence.

// ofStaff reports whether a figure without a mode of its own reads as a share

// of staff: it is bounded or commanded, staff stand right behind it, or it is an

// item of a list.

// labelled reports whether the sentence is a label with a figure: "Esensial: 50

// persen".

// attached returns the mode of the stretch that goes with f: one that follows

// it closely, else the nearest before it, else the nearest behind it. A

// negated mode is taken only for the figure zero, or where there is no other.

// firstTwo returns the first mentions of two different modes.

// pairBefore returns the last two different modes before f.

// joined reports whether only "dan" or a slash stands between.

// anyMode reports whether the text names a mode at all.

// nearMode reports whether the text right above the sentence speaks of a mode.

// modeAbove returns the mode that the sentence hangs on: of the point above

// it, or of the two sentences before it.

// bound returns the bound of f and the id of the entry that says so: the

// nearest bound word before it in its stretch, or right behind it.

// rules reports whether the stretch rules something: a deontic word stands in it.

// force returns the strongest force in the tokens from first up to end.

// measured reports whether the figure measures something else than a share of

// staff in a mode: attendance, a discount, visitors.

// modeBetween reports whether one of the modes stands between the tokens.

// standing returns why a figure is no rule, or that it is one.

// condition returns the level, zone or other state that the stretch names.

// recurrence returns the weekly or daily rhythm that the sentence names.

// implicit adds the quota of a sentence that sends all staff home without a

// figure: "seluruh pegawai bekerja dari rumah", "WFH secara penuh".

// allOf returns the rule id of the word that makes the mode hold for all staff:

// "seluruh" before a staff word, or "secara penuh" beside the mode.

// inheritsQuota adds the quotas of the sentence before for the group that

// "hal ini turut berlaku bagi ..." names.
