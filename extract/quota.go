package extract

import (
	"math"
	"slices"
	"strings"

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
func (d *doc) shares(s *scene, f figure) bool {
	for _, g := range s.figs {
		if g.first != f.first && g.percent && f.percent && g.lo+f.lo == 100 && len(firstTwo(s.modes)) == 2 {
			return true
		}
	}
	if f.unit == "orang" {
		_, ok := d.find(s.first, s.end, "every")
		return ok
	}
	return f.percent && d.labelled(s, f)
}

// asks reports whether the sentence is a question.
func (d *doc) asks(s *scene) bool {
	for i := s.end - 1; i >= max(s.first, s.end-4); i-- {
		if n := d.toks[i].Norm; n == "?" || n == "tidak" && i > s.first && d.toks[i-1].Norm == "atau" {
			return true
		}
	}
	return false
}

// daysRule reports whether a number of days is a quota: so many a week, or
// shared between two modes. Else it is a length of time.
func (d *doc) daysRule(s *scene, f figure) bool {
	if _, ok := d.find(s.first, s.end, "neg"); ok {
		return false
	}
	n := 0
	for _, g := range s.figs {
		if g.unit == "hari" {
			n++
		}
	}
	if n >= 2 && len(firstTwo(s.modes)) == 2 {
		return true
	}
	m, ok := d.find(f.end, min(s.end, f.end+6), "recur")
	return ok && m.First-f.end <= 4
}

// fullOffice reports whether the figure keeps a group wholly in the office:
// that is an exemption from working elsewhere, not a quota.
func (d *doc) fullOffice(f figure, m modeRef, bound circular.Bound, c claim) bool {
	return f.percent && !f.ratio && f.lo == 100 && f.hi == 100 && m.mode == circular.ModeWFO && !m.neg &&
		bound != circular.BoundMax && c.narrow
}

// modesFor returns the mode that figure f limits - two for a ratio and for
// "WFH dan WFO 50 persen" - and what fetching it from afar costs in confidence.
func (d *doc) modesFor(s *scene, seg [2]int, f figure) ([]modeRef, float64) {
	var in []modeRef
	for _, m := range s.modes {
		if m.first >= seg[0] && m.end <= seg[1] {
			in = append(in, m)
		}
	}
	if f.ratio {
		pair := firstTwo(s.modes)
		if len(pair) < 2 {
			pair = []modeRef{{mode: circular.ModeWFH, rule: "ratio/each"}, {mode: circular.ModeWFO, rule: "ratio/each"}}
			if k := s.index + 1; k < len(d.sents) { // "porsi 70:30. Artinya 70 persen di kantor, ..."
				if next := firstTwo(d.modesIn(d.sents[k].first, d.sents[k].end)); len(next) == 2 && d.sents[k].para == s.para {
					pair = next
				}
			}
			if len(s.modes) == 0 && !d.nearMode(s) && !d.anyMode() {
				return nil, 0
			}
		}
		return pair, 0
	}
	_, each := d.find(seg[0], seg[1], "ratio")
	if p := pairBefore(in, f); len(p) == 2 && (each || d.joined(p[0].end, p[1].first)) && f.percent && len(s.figs) == 1 && f.lo == 50 {
		return p, 0
	}
	if m, ok := d.attached(in, f); ok {
		for _, o := range in { // "WFH atau WFA" leaves the place open
			if m.rel && o.rel && (m.mode == circular.ModeWFA) != (o.mode == circular.ModeWFA) && m.mode != circular.ModeWFO && o.mode != circular.ModeWFO {
				m.mode = circular.ModeWFA
				break
			}
		}
		return []modeRef{m}, 0
	}
	// The mode of the stretch before, or of the sentence before.
	for i := len(s.modes) - 1; i >= 0; i-- {
		if m := s.modes[i]; m.end <= f.first && (!m.weak || f.unit == "orang") && !m.neg {
			return []modeRef{m}, 0.1
		}
	}
	if !f.percent {
		if _, often := d.find(f.end, min(s.end, f.end+4), "every"); often && f.unit != "hari" && len(s.modes) == 0 {
			if b, _ := d.bound(s, seg, f); b == circular.BoundMin && len(specific(d.groupsIn(seg[0], f.first))) > 0 {
				return []modeRef{{mode: circular.ModeWFO, rule: "every/every"}}, 0.35 // "petugas minimal delapan orang setiap sif"
			}
		}
		return nil, 0 // a count needs a mode before it in its sentence
	}
	for _, m := range s.modes {
		if m.first >= f.end && !m.weak && !m.neg {
			return []modeRef{m}, 0.15
		}
	}
	if m, ok := d.modeAbove(s); ok && d.ofStaff(s, seg, f) {
		return []modeRef{m}, 0.2
	}
	return nil, 0
}

// ofStaff reports whether a figure without a mode of its own reads as a share
// of staff: it is bounded or commanded, staff stand right behind it, or it is an
// item of a list.
func (d *doc) ofStaff(s *scene, seg [2]int, f figure) bool {
	if b, _ := d.bound(s, seg, f); b == circular.BoundMax || b == circular.BoundMin {
		return true
	}
	if d.rules(seg) || d.paras[s.para].marker != "" && s.end-s.first <= 24 || f.end-s.first <= 8 && d.labelled(s, f) {
		return true
	}
	return f.end < seg[1] && (d.is(f.end, "subject") || d.is(f.end, "group"))
}

// labelled reports whether the sentence is a label with a figure: "Esensial: 50
// persen".
func (d *doc) labelled(s *scene, f figure) bool {
	for i := s.first; i < f.first; i++ {
		if d.toks[i].Norm == ":" {
			return true
		}
	}
	return false
}

// attached returns the mode of the stretch that goes with f: one that follows
// it closely, else the nearest before it, else the nearest behind it. A
// negated mode is taken only for the figure zero, or where there is no other.
func (d *doc) attached(in []modeRef, f figure) (modeRef, bool) {
	best, cost := modeRef{}, 1<<30
	for _, m := range in {
		c := 0
		if m.first >= f.end {
			c = m.first - f.end
			for i := f.end; i < m.first; i++ {
				switch d.toks[i].Norm {
				case ",", ":", "dan", "sedangkan", "serta":
					c += 12
				}
			}
			if d.is(m.end, "rest") {
				continue // "dan WFO menyesuaikan"
			}
			if c > 2 {
				c += 3
			}
		} else {
			c = f.first - m.end
			for i := m.end; i < f.first; i++ {
				if n := d.toks[i].Norm; n == "," {
					c += 6
				}
			}
		}
		if m.weak {
			c += 8
		}
		if m.first > 0 && (d.is(m.first-1, "subord") || d.toks[m.first-1].Norm == "hari" || d.toks[m.first-1].Norm == "jadwal" || d.toks[m.first-1].Norm == "masa") {
			c += 20
		}
		if m.neg && f.lo != 0 {
			c += 40
		}
		if c < cost {
			best, cost = m, c
		}
	}
	return best, cost < 1<<30 && !(best.weak && best.first >= f.end && cost >= 20)
}

// firstTwo returns the first mentions of two different modes.
func firstTwo(ms []modeRef) []modeRef {
	var out []modeRef
	for _, m := range ms {
		if len(out) == 0 || len(out) == 1 && out[0].mode != m.mode {
			out = append(out, m)
		}
	}
	return out
}

// pairBefore returns the last two different modes before f.
func pairBefore(in []modeRef, f figure) []modeRef {
	var before []modeRef
	for _, m := range in {
		if m.end <= f.first {
			before = append(before, m)
		}
	}
	if n := len(before); n >= 2 && before[n-2].mode != before[n-1].mode {
		return before[n-2:]
	}
	return nil
}

// joined reports whether only "dan" or a slash stands between.
func (d *doc) joined(first, end int) bool {
	return end-first == 1 && (d.toks[first].Norm == "dan" || d.toks[first].Norm == "/" || d.toks[first].Norm == "&")
}

// anyMode reports whether the text names a mode at all.
func (d *doc) anyMode() bool {
	for _, m := range d.matches {
		if m.Entry.Class == "mode" && m.Entry.Attrs["weak"] == "" {
			return true
		}
	}
	return false
}

// nearMode reports whether the text right above the sentence speaks of a mode.
func (d *doc) nearMode(s *scene) bool {
	_, ok := d.modeAbove(s)
	return ok
}

// modeAbove returns the mode that the sentence hangs on: of the point above
// it, or of the two sentences before it.
func (d *doc) modeAbove(s *scene) (modeRef, bool) {
	for p := d.paras[s.para].parent; p >= 0; p = d.paras[p].parent {
		for _, m := range d.modesIn(d.paras[p].first, d.paras[p].end) {
			if !m.weak && !m.neg {
				return m, true
			}
		}
	}
	for k := s.index - 1; k >= max(0, s.index-2); k-- {
		p := d.sents[k]
		if d.paras[p.para].part == partFurniture || s.para-p.para > 1 {
			continue
		}
		ms := d.modesIn(p.first, p.end)
		for i := len(ms) - 1; i >= 0; i-- {
			if !ms[i].weak && !ms[i].neg {
				return ms[i], true
			}
		}
	}
	return modeRef{}, false
}

// bound returns the bound of f and the id of the entry that says so: the
// nearest bound word before it in its stretch, or right behind it.
func (d *doc) bound(s *scene, seg [2]int, f figure) (circular.Bound, string) {
	b, rule, approx := circular.BoundExact, "percent/percent", false
	if f.ratio {
		return b, "ratio/each"
	}
	for i := f.first - 1; i >= seg[0] && f.first-i <= 12; i-- {
		m, ok := d.starts(i, "bound")
		if !ok || m.End > f.first {
			if n := d.toks[i].Norm; n == "," || n == ";" || n == "." {
				break
			}
			continue
		}
		tight := f.first - m.End
		switch m.Entry.ID {
		case "approx":
			if tight == 0 {
				approx = true
				continue
			}
		case "upto":
			if tight == 0 && !d.optimal(seg[0], i) {
				return circular.BoundMax, m.Entry.Rule()
			}
			continue
		case "optimal", "exact":
			rule = m.Entry.Rule()
			continue
		}
		if m.Entry.ID == "max" && d.toks[m.First].Norm == "hanya" && (tight > 2 || tight > 0 && !d.verb(m.End)) {
			continue
		}
		b, rule = circular.Bound(m.Entry.ID), m.Entry.Rule()
		break
	}
	if m, ok := d.starts(f.end, "bound"); ok && b == circular.BoundExact && (m.Entry.ID == "max" || m.Entry.ID == "min") && d.toks[m.First].Norm != "hanya" && m.End <= seg[1] {
		if _, fig := d.figureAt(m.End, seg[1]); !fig {
			b, rule = circular.Bound(m.Entry.ID), m.Entry.Rule()
		}
	}
	if approx && b == circular.BoundExact {
		return circular.BoundApprox, "bound/approx"
	}
	return b, rule
}

func (d *doc) optimal(first, end int) bool {
	for i := max(first, end-3); i < end; i++ {
		if m, ok := d.starts(i, "bound"); ok && m.Entry.ID == "optimal" {
			return true
		}
	}
	return false
}

// rules reports whether the stretch rules something: a deontic word stands in it.
func (d *doc) rules(seg [2]int) bool {
	_, ok := d.find(seg[0], seg[1], "force")
	return ok
}

// force returns the strongest force in the tokens from first up to end.
func (d *doc) force(first, end int) circular.Force {
	rank := []circular.Force{circular.ForceDapat, circular.ForceDiimbau, circular.ForceDiminta, circular.ForceWajib, circular.ForceDilarang}
	best := -1
	for _, m := range d.within(first, end) {
		if m.Entry.Class == "force" {
			for i, f := range rank {
				if string(f) == m.Entry.ID && i > best {
					best = i
				}
			}
		}
	}
	if best < 0 {
		return ""
	}
	return rank[best]
}

// measured reports whether the figure measures something else than a share of
// staff in a mode: attendance, a discount, visitors.
func (d *doc) measured(s *scene, seg [2]int, f figure, modes []modeRef) bool {
	close := false
	for _, m := range modes {
		if m.first >= s.first && m.end <= s.end && !m.weak && (abs(m.first-f.end) <= 3 || abs(f.first-m.end) <= 3) {
			close = true
		}
	}
	from, to := max(seg[0], f.first-8), min(seg[1], f.end+4)
	for _, m := range d.within(from, to) {
		if m.Entry.Class != "measure" {
			continue
		}
		switch m.Entry.Attrs["why"] {
		case "practice":
			if m.End <= f.first && f.first-m.End <= 2 {
				return true
			}
		case "attendance":
			if !close && !d.rules(seg) {
				if _, ok := d.find(max(seg[0], f.first-6), f.first, "bound"); !ok {
					return true
				}
			}
		default:
			if !close || m.End <= f.first && f.first-m.End <= 4 && !d.modeBetween(modes, m.End, f.first) || m.First >= f.end && m.First-f.end <= 1 {
				return true
			}
		}
	}
	return false
}

// modeBetween reports whether one of the modes stands between the tokens.
func (d *doc) modeBetween(modes []modeRef, first, end int) bool {
	for _, m := range modes {
		if first <= m.first && m.end <= end {
			return true
		}
	}
	return false
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}

// standing returns why a figure is no rule, or that it is one.
func (d *doc) standing(s *scene, seg [2]int, f figure, b circular.Bound) circular.Assertion {
	if a := d.said(s); a != circular.AssertRule {
		return a
	}
	for _, m := range d.within(s.first, f.first) {
		switch m.Entry.Class {
		case "practice":
			return circular.AssertPractice
		case "plan":
			if m.First >= seg[0] {
				return circular.AssertPlan
			}
		case "example":
			if m.First >= seg[0] && f.first-m.End <= 8 || m.First <= s.first+2 {
				return circular.AssertExample
			}
		}
	}
	if b == circular.BoundApprox {
		return circular.AssertApprox
	}
	return circular.AssertRule
}

// condition returns the level, zone or other state that the stretch names.
func (d *doc) condition(s *scene, seg [2]int) string {
	for _, m := range d.within(seg[0], seg[1]) {
		if m.Entry.Class != "condition" {
			continue
		}
		end := m.End
		if m.Entry.ID == "if" {
			for end < seg[1] && d.toks[end].Norm != "," && d.toks[end].Norm != "." && !d.is(end, "mode") {
				end++
			}
		} else {
			for end < seg[1] && end-m.End < 4 && (d.toks[end].Norm == "dan" || !d.bar(end) && d.toks[end].Norm != "," && d.toks[end].Norm != ":" && d.toks[end].Norm != ";" && d.toks[end].Norm != ".") {
				end++
			}
		}
		if end > m.End || m.End-m.First > 1 || d.toks[m.First].Norm == "psbb" {
			return strings.TrimSuffix(d.words(m.First, end), " dan")
		}
	}
	return ""
}

// recurrence returns the weekly or daily rhythm that the sentence names.
func (d *doc) recurrence(s *scene) string {
	if m, ok := d.find(s.first, s.end, "recur"); ok {
		return d.words(m.First, m.End)
	}
	return ""
}

// implicit adds the quota of a sentence that sends all staff home without a
// figure: "seluruh pegawai bekerja dari rumah", "WFH secara penuh".
func (d *doc) implicit(s *scene) {
	if len(s.figs) > 0 || d.said(s) != circular.AssertRule {
		return
	}
	for _, m := range s.modes {
		if m.weak || m.neg || m.mode == circular.ModeWFO {
			continue
		}
		all := d.allOf(s, m)
		if all == "" {
			continue
		}
		if _, ok := d.find(s.first, m.first, "neg"); ok {
			continue
		}
		hundred := 100.0
		c := claim{Clause: circular.Clause{Kind: circular.KindQuota, Path: d.paras[s.para].path, Force: d.force(s.first, s.end), Rule: all, Confidence: 0.75}}
		gs, far := d.groupsFor(s, [2]int{s.first, s.end}, m.first, m.end)
		c.Confidence -= far
		d.name(&c, gs)
		c.Quota = &circular.Quota{Mode: m.mode, Bound: circular.BoundExact, Percent: &hundred, Implicit: true, Condition: d.condition(s, [2]int{s.first, s.end}), Recurrence: d.recurrence(s)}
		d.claim(s.first, s.end, c)
		return
	}
}

// allOf returns the rule id of the word that makes the mode hold for all staff:
// "seluruh" before a staff word, or "secara penuh" beside the mode.
func (d *doc) allOf(s *scene, m modeRef) string {
	for _, a := range d.within(s.first, s.end) {
		if a.Entry.Class != "all" {
			continue
		}
		if a.Entry.ID == "full" {
			if a.First >= m.end && a.First-m.end <= 6 || a.End <= m.first && m.first-a.End <= 3 {
				return a.Entry.Rule()
			}
			continue
		}
		if a.End > m.first+6 || !(d.is(a.End, "subject") || d.toks[a.First].Norm == "seluruhnya" || d.toks[a.First].Norm == "semuanya") {
			continue
		}
		if a.First < m.first || a.First-m.end <= 3 {
			return a.Entry.Rule()
		}
	}
	return ""
}

// inheritsQuota adds the quotas of the sentence before for the group that
// "hal ini turut berlaku bagi ..." names.
func (d *doc) inheritsQuota(s *scene, found bool) {
	m, ok := d.find(s.first, s.end, "inherit")
	if !ok || found || s.index == 0 || d.said(s) != circular.AssertRule {
		return
	}
	gs := d.groupsIn(m.End, s.end)
	if len(gs) == 0 {
		gs = d.groupsIn(s.first, m.First)
	}
	if len(gs) == 0 {
		return
	}
	from := max(0, s.index-3)
	for from < s.index-1 && d.sents[from].para < s.para-1 {
		from++
	}
	start := d.toks[d.sents[from].first].Start
	var above []claim // the latest quotas of one sentence
	for i := len(d.claims) - 1; i >= 0 && d.claims[i].Span.Start >= start; i-- {
		if c := d.claims[i]; c.Kind == circular.KindQuota && c.Assertion == circular.AssertRule && (len(above) == 0 || c.Span == above[0].Span) {
			above = append(above, c)
		}
	}
	slices.Reverse(above)
	for _, c := range above {
		q := *c.Quota
		c.Quota, c.Groups, c.Categories = &q, nil, nil
		c.Rule, c.Confidence = m.Entry.Rule(), c.Confidence-0.05
		d.name(&c, gs)
		c.narrow = true
		d.claim(s.first, s.end, c)
	}
}
