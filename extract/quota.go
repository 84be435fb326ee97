package extract

import (
	"math"

	"github.com/telaah/telaah/circular"
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
	if _, ok := d.Find(max(seg[0], f.first-3), f.first, "rest"); ok || d.Is(seg[0], "rest") {
		return false // "sisanya 50 persen" says nothing new
	}
	if d.former(s, i, f) {
		return false
	}
	if f.unit == "hari" && !d.daysRule(s, f) || f.first > s.first && d.Toks[f.first-1].Norm == "bukan" || d.asks(s) {
		return false
	}
	modes, minus := d.modesFor(s, seg, f)
	if len(modes) == 0 || d.measured(s, seg, f, modes) {
		return false
	}
	if m := modes[0]; m.neg && f.lo != 0 && m.end <= f.first && f.first-m.end <= 6 {
		return false // "tidak menerapkan WFH 50 persen"
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
	force := d.force(seg[0], seg[1])
	if m := modes[0]; m.bid {
		force = d.force(f.end, m.end) // "boleh WFH asalkan 50 persen tetap di kantor"
	}
	c := claim{Clause: circular.Clause{Kind: circular.KindQuota, Path: d.paras[s.para].path, Force: force,
		Assertion: d.standing(s, seg, f, bound), Rule: rule}}
	gs, far := d.addressed(modes[0].end, seg[1]), 0.0
	if len(gs) == 0 {
		gs, far = d.groupsFor(s, seg, f.first, f.end)
	}
	c.Confidence = max(0.3, 0.95-minus-far)
	open := d.name(&c, gs)
	if n := len(d.claims); n > 0 && len(gs) == 1 && d.Norms[gs[0].end-1] == "sama" && d.claims[n-1].Quota != nil {
		c.Groups, c.Categories, c.narrow = d.claims[n-1].Groups, d.claims[n-1].Categories, d.claims[n-1].narrow // "unit yang sama"
	}
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
		if m.neg && f.lo != 0 {
			mode = opposite(mode) // "separuh pegawai tidak masuk kantor"
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

// opposite returns where those are who are not in mode m: out of the office, or
// in it.
func opposite(m circular.Mode) circular.Mode {
	if m == circular.ModeWFO {
		return circular.ModeWFH
	}
	return circular.ModeWFO
}

// former reports whether the i-th figure is what was before, or the whole of
// which another one is a part: "naik dari 50 persen menjadi 75 persen", "dari 100
// persen pegawai, hanya 30 persen".
func (d *doc) former(s *scene, i int, f figure) bool {
	if i+1 >= len(s.figs) {
		return false
	}
	m, ok := d.Find(max(s.first, f.first-5), f.first, "change")
	if b, _ := d.Starts(m.End, "bound"); !ok || m.Entry.ID != "from" || m.End != f.first && b.End != f.first {
		return false
	}
	next := s.figs[i+1]
	to, ok := d.Find(f.end, next.first, "change")
	return ok && to.Entry.ID == "to" && next.first-to.End <= 2
}

// fullOffice reports whether the figure keeps a group wholly in the office:
// that is an exemption from working elsewhere, not a quota.
func (d *doc) fullOffice(f figure, m modeRef, bound circular.Bound, c claim) bool {
	return f.percent && !f.ratio && f.lo == 100 && f.hi == 100 && m.mode == circular.ModeWFO && !m.neg &&
		bound != circular.BoundMax && c.narrow
}
