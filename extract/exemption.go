package extract

import (
	"strings"

	"telaah/circular"
)

// exemptions adds who departs from the rule: the grammar looks for a cue - kept
// in the office, shut out, let in, excepted - and then for the group it governs.
func (d *doc) exemptions(s *scene) {
	said := d.said(s)
	if said == circular.AssertReported {
		// What the cited circular lets others do is no rule here; that this
		// issuer does without it is one.
		for _, seg := range d.spread(s) {
			d.byMode(s, seg, true)
		}
		return
	}
	if said != circular.AssertRule || d.paras[s.para].part == partHeading {
		return
	}
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
		if m, ok := d.starts(i, "except"); ok && m.Entry.ID == "unless" && i > from+3 {
			out = append(out, [2]int{from, i})
			from = i
			continue
		}
		if d.toks[i].Norm == ";" || d.is(i, "contrast") && i > from+3 && (d.toks[i-1].Norm == "," || d.toks[i-1].Norm == ".") {
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

// elliptic adds the exemption of a stretch that leaves out the mode of the
// sentences before it: "Yang berhak hanya ...", "OPD yang tidak diizinkan antara
// lain ...".
func (d *doc) elliptic(s *scene, seg [2]int) {
	if len(s.modes) > 0 || len(s.figs) > 0 {
		return
	}
	for _, m := range d.within(seg[0], seg[1]) {
		if m.Entry.Class != "force" || m.Entry.ID != "dapat" && m.Entry.ID != "dilarang" {
			continue
		}
		effect, from := circular.Effect(""), 0
		if o, ok := d.find(m.End, min(seg[1], m.End+4), "only"); ok && m.Entry.ID == "dapat" {
			effect, from = circular.EffectEligible, o.End
		}
		if l, ok := d.find(m.End, min(seg[1], m.End+2), "list"); ok && effect == "" {
			effect, from = circular.EffectNotEligible, l.End
			if m.Entry.ID == "dapat" {
				effect = circular.EffectEligible
			}
		}
		if effect == "" {
			continue
		}
		if !d.spokenOf(s) {
			continue
		}
		gs := append(specific(d.groupsIn(from, seg[1])), d.below(s, seg)...)
		if len(gs) == 0 {
			continue
		}
		c := claim{Clause: circular.Clause{Kind: circular.KindExemption, Path: d.paras[s.para].path, Force: circular.Force(m.Entry.ID), Rule: m.Entry.Rule(), Confidence: 0.7}}
		c.Exemption = &circular.Exemption{Effect: effect, Open: d.name(&c, gs)}
		d.claim(s.first, s.end, c)
		return
	}
}

// spokenOf reports whether the latest mode named in the four sentences above
// is one that lets staff stay away.
func (d *doc) spokenOf(s *scene) bool {
	for k := s.index - 1; k >= max(0, s.index-4); k-- {
		ms := d.modesIn(d.sents[k].first, d.sents[k].end)
		for i := len(ms) - 1; i >= 0; i-- {
			if !ms[i].weak {
				return ms[i].mode != circular.ModeWFO
			}
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
		wide := len(specific(gs)) == 0 || d.staff != nil && gs[0].first == d.staff.first && !d.holds(seg, gs)
		if effect == circular.EffectMustWFO && (len(specific(gs)) == 0 || !d.holds(seg, gs)) {
			if g, ok := d.subjectOf(seg[0], m.first); ok {
				gs, far = []group{g}, 0.1
				c.Groups, c.Categories = nil, nil
				d.name(&c, gs)
				wide = false
			}
		}
		if s.took(seg) && !(rule == "keep/keep" && d.counts(s, seg)) || d.hasQuota(s, seg) && !(d.full(s, seg) && inOffice(effect)) && !(rule == "keep/keep" && d.counts(s, seg)) {
			continue
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

func (d *doc) denies(e circular.Effect) bool { return e == circular.EffectNotEligible }

// full reports whether "100 persen" stands in the stretch.
func (d *doc) full(s *scene, seg [2]int) bool {
	for _, f := range s.figs {
		if f.first >= seg[0] && f.end <= seg[1] && f.percent && f.lo == 100 && f.hi == 100 {
			return true
		}
	}
	return false
}

// below returns the groups of the list that the sentence leads to.
func (d *doc) below(s *scene, seg [2]int) []group {
	if d.paras[s.para].colon && seg[1] == s.end && s.end == d.paras[s.para].end {
		return d.bullets(s.para)
	}
	return nil
}

// target returns the groups behind "berlaku bagi", "untuk" and the like.
func (d *doc) target(first, end int) []group {
	for i := first; i < min(end, first+8); i++ {
		if m, ok := d.starts(i, "list"); ok {
			return specific(d.groupsIn(m.End, end))
		}
		if m, ok := d.starts(i, "prep"); ok {
			if gs := specific(d.groupsIn(m.End, end)); len(gs) > 0 && gs[0].first-m.End <= 3 {
				return gs
			}
		}
	}
	return nil
}

// event reports whether the sentence tells of an event or of the end of the
// leave rather than of a rule.
func (d *doc) event(s *scene) bool {
	_, ok := d.find(s.first, s.end, "practice")
	return ok
}

// effect returns what the words around mode m do, and the rule that says so.
func (d *doc) effect(s *scene, seg [2]int, m modeRef) (circular.Effect, string) {
	if m.rule == "mode/presence" {
		return "", ""
	}
	if m.neg || d.deniedAfter(m.end, seg[1]) {
		if m.mode == circular.ModeWFO {
			return "", ""
		}
		if a, ok := d.find(max(seg[0], m.first-4), m.first, "discourage"); ok {
			return circular.EffectDiscouraged, a.Entry.Rule()
		}
		return circular.EffectNotEligible, "neg/not"
	}
	var force, keep, only bool
	rule := m.rule
	ought := circular.Force("")
	for _, x := range d.within(max(seg[0], m.first-16), m.first) {
		switch x.Entry.Class {
		case "force":
			if _, sub := d.find(x.End, m.first, "subord"); sub {
				continue
			}
			if m.first-x.End <= 6 || x.Entry.ID == "dapat" && len(specific(d.groupsIn(x.End, m.first))) > 0 {
				force, rule = true, x.Entry.Rule()
				ought = circular.Force(x.Entry.ID)
			}
		case "keep":
			if m.first-x.End <= 4 {
				keep, rule = true, x.Entry.Rule()
			}
		}
	}
	if x, ok := d.find(seg[0], seg[1], "only"); ok {
		only = d.toks[x.First].Norm == "hanya"
	}
	if m.rule == "mode/kept" {
		return circular.EffectMustWFO, m.rule
	}
	if m.rule == "mode/place" && !keep && !d.is(m.first-1, "force") && !d.is(m.first-2, "force") {
		return "", "" // "harus diparkir di kantor"
	}
	if m.mode == circular.ModeWFO {
		switch {
		case keep, force && (ought == circular.ForceWajib || ought == circular.ForceDiminta):
			return circular.EffectMustWFO, rule
		case force && ought == circular.ForceDapat:
			return circular.EffectMayWFO, rule
		case d.full(s, seg) && !m.weak:
			return circular.EffectMustWFO, rule
		case d.allOf(s, m) != "" && !m.weak:
			return circular.EffectMustWFO, d.allOf(s, m)
		}
		return "", ""
	}
	switch {
	case force && ought == circular.ForceDapat, only:
		return circular.EffectEligible, rule
	case force && (ought == circular.ForceWajib || ought == circular.ForceDiminta):
		return circular.EffectMustWFH, rule
	case m.mode == circular.ModeWFH && d.afflicted(seg[0], m.first):
		return circular.EffectEligible, rule
	}
	return "", ""
}

// afflicted reports whether a group told by a personal condition stands right
// before token i: "ASN yang terdampak WFH".
func (d *doc) afflicted(first, i int) bool {
	gs := d.groupsIn(first, i)
	if len(gs) == 0 {
		return false
	}
	g := gs[len(gs)-1]
	return i-g.end <= 1 && len(g.cats) > 0 && strings.HasPrefix(g.cats[0], "kondisi.")
}

// deniedAfter reports whether a denial follows the mode: "WFH tidak berlaku".
func (d *doc) deniedAfter(i, end int) bool {
	for j := i; j < min(end, i+8); j++ {
		if d.toks[j].Norm == "yang" || d.is(j, "only") || d.heads(j) {
			return false
		}
		if m, ok := d.starts(j, "neg"); ok {
			return m.Entry.ID == "without" || m.Entry.ID == "none"
		}
		if m, ok := d.starts(j, "force"); ok && m.Entry.ID == "dilarang" {
			return true
		}
		if n := d.toks[j].Norm; n == "," || n == "." || n == ";" {
			return false
		}
	}
	return false
}

// exceptions adds the groups of "kecuali" and "dikecualikan". Their direction
// comes from the rule that governs them.
func (d *doc) exceptions(s *scene, seg [2]int) bool {
	m, ok := d.find(seg[0], seg[1], "except")
	if !ok || m.Entry.ID == "unless" {
		return false
	}
	if a, ok := d.find(seg[0], seg[1], "away"); ok && a.First < m.First {
		return false
	}
	if m.Entry.ID == "except" && d.otherRule(s, seg, m.First) {
		return false
	}
	effect, percent := d.governing(s, m.First)
	if (m.Entry.ID == "outside" || strings.HasPrefix(d.toks[m.End-1].Norm, "b") && d.toks[m.First].Norm != "kecuali") && !d.modeBefore(s, m.First) {
		effect, percent = circular.EffectNotEligible, false // "SE ini tidak berlaku bagi ..."
	}
	if effect == "" {
		return false
	}
	gs := specific(d.groupsIn(m.End, seg[1]))
	if before := specific(d.groupsIn(seg[0], m.First)); m.Entry.ID == "outside" && len(before) > 0 {
		gs = before
	}
	if len(gs) == 0 && d.paras[s.para].colon {
		gs = d.bullets(s.para)
	}
	if len(gs) == 0 {
		gs = specific(d.groupsIn(seg[0], m.First))
	}
	if len(gs) == 0 {
		return false
	}
	if s.took(seg) && !d.full(s, seg) {
		return true // "kecuali X yang paling banyak 70 persen": a quota of its own
	}
	if f, ok := d.find(m.End, seg[1], "force"); ok && f.Entry.ID == "dapat" { // "kecuali X, yang dapat WFA"
		for _, o := range s.modes {
			if o.first >= f.End && o.mode != circular.ModeWFO && !o.neg {
				effect, percent = circular.EffectEligible, false
			}
		}
	}
	c := claim{Clause: circular.Clause{Kind: circular.KindExemption, Path: d.paras[s.para].path, Force: d.force(seg[0], seg[1]), Rule: m.Entry.Rule(), Confidence: 0.8}}
	open := d.name(&c, gs)
	c.Exemption = &circular.Exemption{Effect: effect, Open: open}
	if percent || d.full(s, seg) {
		hundred := 100.0
		c.Exemption.Percent = &hundred
		c.Exemption.Effect = circular.EffectMustWFO
	}
	d.claim(s.first, s.end, c)
	return true
}

// otherRule reports whether the exception at token i is one to a command of
// the same sentence that names no mode: "cuti dilarang, kecuali ...".
func (d *doc) otherRule(s *scene, seg [2]int, i int) bool {
	for _, m := range s.modes {
		if m.first < i && !m.rel {
			return false
		}
	}
	f, ok := d.find(seg[0], i, "force")
	return ok && f.Entry.ID != "dapat"
}

// modeBefore reports whether the sentence names a mode before token i.
func (d *doc) modeBefore(s *scene, i int) bool {
	return len(s.modes) > 0 && s.modes[0].first < i
}

// governing returns what an exception at token i does, from the rule it is an
// exception to: the nearest mode before it, in this sentence or the ones above.
func (d *doc) governing(s *scene, i int) (circular.Effect, bool) {
	pick := func(ms []modeRef) (circular.Effect, bool) {
		for k := len(ms) - 1; k >= 0; k-- {
			m := ms[k]
			if m.weak || m.rel && m.first < i && len(ms) == len(s.modes) {
				continue
			}
			switch {
			case m.mode == circular.ModeWFO && !m.neg:
				return circular.EffectMayWFH, true
			case m.neg:
				return circular.EffectEligible, true
			}
			return circular.EffectNotEligible, true
		}
		return "", false
	}
	var before, behind []modeRef
	for _, m := range s.modes {
		if m.first < i {
			before = append(before, m)
		} else {
			behind = append(behind, m)
		}
	}
	if len(behind) > 0 && behind[0].first-i <= 6 { // "dikecualikan dari pelaksanaan WFH"
		for k := i; k < behind[0].first; k++ {
			if d.toks[k].Norm == "dari" {
				return pick(behind[:1])
			}
		}
	}
	for _, m := range behind { // "dikecualikan, atau 100% diharuskan bekerja WFO"
		if m.mode == circular.ModeWFO && !m.neg && !m.weak {
			return circular.EffectMustWFO, d.full(s, [2]int{s.first, s.end})
		}
	}
	if e, ok := pick(before); ok {
		return e, false
	}
	for k := s.index - 1; k >= max(0, s.index-6); k-- {
		if d.paras[d.sents[k].para].part == partFurniture {
			continue
		}
		if e, ok := pick(d.modesIn(d.sents[k].first, d.sents[k].end)); ok {
			return e, false
		}
	}
	return "", false
}

// others adds the exemptions that no mode tells: leaving the house, standing
// by, an own schedule.
func (d *doc) others(s *scene) {
	add := func(effect circular.Effect, rule string, gs []group, conf float64) {
		c := claim{Clause: circular.Clause{Kind: circular.KindExemption, Path: d.paras[s.para].path, Force: d.force(s.first, s.end), Rule: rule, Confidence: conf}}
		open := d.name(&c, gs)
		c.Exemption = &circular.Exemption{Effect: effect, Open: open}
		d.claim(s.first, s.end, c)
	}
	if m, ok := d.find(s.first, s.end, "away"); ok {
		from := m.End
		for _, x := range d.within(m.First, s.end) {
			if x.Entry.Class == "except" || x.Entry.Class == "only" {
				from = x.End
			}
		}
		if from < s.end && (from > m.End || d.toks[from-1].Norm == "untuk" || d.toks[from-1].Norm == "kecuali") {
			if n := d.toks[from].Norm; n == "untuk" || n == "dalam" {
				from++
			}
			end := from
			for end < s.end && d.toks[end].Norm != "." && d.toks[end].Norm != ";" {
				end++
			}
			if end > from {
				add(circular.EffectMayLeaveHome, m.Entry.Rule(), []group{{first: from, end: end, specific: true}}, 0.75)
			}
		}
	}
	if m, ok := d.find(s.first, s.end, "ready"); ok {
		if gs := services(d.groupsIn(s.first, m.First)); len(gs) > 0 && d.force(s.first, s.end) != "" {
			add(circular.EffectMustBeAvailable, m.Entry.Rule(), gs, 0.75)
		}
	}
	if m, ok := d.find(s.first, s.end, "excused"); ok {
		if _, tells := d.find(s.first, s.end, "report"); tells {
			if gs := d.groupsIn(s.first, s.end); len(gs) > 0 && gs[0].first <= m.First && d.staysAway(s) {
				add(circular.EffectExcusedIfReported, m.Entry.Rule(), gs[:1], 0.7)
			}
		}
	}
	if m, ok := d.find(s.first, s.end, "report"); ok {
		for _, o := range s.modes { // "tidak diperkenankan datang ke kantor dan harus melapor"
			if gs := specific(d.groupsIn(s.first, o.first)); o.neg && o.mode == circular.ModeWFO && len(gs) > 0 {
				add(circular.EffectExcusedIfReported, m.Entry.Rule(), gs, 0.7)
				break
			}
		}
	}
	if m, ok := d.find(s.first, s.end, "schedule"); ok {
		if gs := services(d.groupsIn(s.first, m.First)); len(gs) > 0 {
			add(circular.EffectOwnSchedule, m.Entry.Rule(), gs, 0.7)
		}
	}
}

// staysAway reports whether the sentence lets somebody stay away from work.
func (d *doc) staysAway(s *scene) bool {
	if _, ok := d.find(s.first, s.end, "neg"); ok {
		return true
	}
	for _, m := range s.modes {
		if m.mode == circular.ModeWFH || m.neg {
			return true
		}
	}
	return false
}

// services returns the groups that name a public service.
func services(gs []group) []group {
	var out []group
	for _, g := range gs {
		for _, c := range g.cats {
			if strings.HasPrefix(c, "layanan.") || strings.HasPrefix(c, "sektor.") {
				out = append(out, g)
				break
			}
		}
	}
	return out
}
