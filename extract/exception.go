package extract

import (
	"strings"

	"telaah/circular"
	"telaah/lexicon"
)

// setAside finds the groups that a sentence excepts before it tells the rule,
// "Selain puskesmas dan RSUD, seluruh OPD boleh WFH", and mutes them: the rule
// is not theirs.
func (d *doc) setAside(s *scene) {
	first := s.first
	for first < s.end && (d.toks[first].Kind == lexicon.Punct || d.is(first, "contrast")) {
		first++
	}
	m, ok := d.starts(first, "aside")
	if !ok {
		return
	}
	from := m.End
	if p, ok := d.starts(from, "prep"); ok {
		from = p.End
	}
	rule := s.end // the first token of what is ruled
	for _, o := range s.modes {
		if !o.rel {
			rule = min(rule, o.first)
		}
	}
	if len(s.figs) > 0 {
		rule = min(rule, s.figs[0].first)
	}
	if _, also := d.find(from, s.end, "also"); also && d.toks[m.First].Norm == "selain" || rule == s.end {
		return
	}
	if a, ok := d.starts(from, "all"); ok {
		from = a.End
	}
	if !d.heads(from) {
		return
	}
	end := d.phrase(from, s.end).end
	if end >= rule || d.toks[end].Norm != "," {
		end = d.listEnd(from, rule) // the list ran on into the subject
	}
	if end == 0 || d.toks[end+1].Norm == "yang" || len(d.groupsIn(end, s.end)) == 0 {
		return // it has no rule of its own: "Kecuali RSUD, yang tetap masuk."
	}
	for _, g := range d.groupsIn(from, end) {
		if !strings.HasPrefix(strings.Join(g.cats, ""), "wilayah.") { // "di luar Jawa-Bali" is a place
			s.aside = append(s.aside, g)
		}
	}
	for _, g := range s.aside {
		for i := g.first; i < g.end; i++ {
			d.muted[i] = true
		}
	}
}

// listEnd returns the comma that closes the list of tokens first up to end: the
// one behind "A, B, dan C", else the last one, or 0.
func (d *doc) listEnd(first, end int) int {
	comma, and := 0, false
	for i := first; i < end; i++ {
		switch d.toks[i].Norm {
		case "dan", "serta", "maupun", "atau":
			and = true
		case ",":
			if comma = i; and {
				return comma
			}
		}
	}
	return comma
}

// exceptAside adds the exemption of the groups set aside.
func (d *doc) exceptAside(s *scene) {
	if len(s.aside) == 0 {
		return
	}
	for _, m := range s.modes {
		if m.weak || m.rel {
			continue
		}
		c := claim{Clause: circular.Clause{Kind: circular.KindExemption, Path: d.paras[s.para].path, Rule: "aside/aside", Confidence: 0.8}}
		c.Exemption = &circular.Exemption{Effect: exceptTo(m), Open: d.name(&c, s.aside)}
		d.claim(s.first, s.end, c)
		return
	}
}

// exceptTo returns what an exception to the rule that mode m tells does.
func exceptTo(m modeRef) circular.Effect {
	switch {
	case m.mode == circular.ModeWFO && !m.neg:
		return circular.EffectMayWFH
	case m.neg:
		return circular.EffectEligible
	}
	return circular.EffectNotEligible
}

// exceptions adds the groups of "kecuali" and "dikecualikan". Their direction
// comes from the rule that governs them.
func (d *doc) exceptions(s *scene, seg [2]int) bool {
	if len(s.aside) > 0 && seg[0] == s.first {
		return false // exceptAside has it
	}
	m, ok := d.find(seg[0], seg[1], "except")
	if !ok || m.Entry.ID == "unless" && !d.but(s, seg, m) {
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
	if s.took([2]int{m.First, seg[1]}) && !d.full(s, seg) {
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

// but reports whether "selain" at the head of a stretch takes somebody out of
// all who were named before it: "semua ASN boleh WFH selain petugas pemadam".
func (d *doc) but(s *scene, seg [2]int, m lexicon.Match) bool {
	from := m.End
	if p, ok := d.starts(from, "prep"); ok {
		from = p.End
	}
	_, all := d.find(s.first, seg[0], "all")
	_, also := d.find(from, seg[1], "also")
	return m.First == seg[0] && all && !also && d.heads(from)
}

// otherRule reports whether the exception at token i is one to a command of
// the same sentence that names no mode: "cuti dilarang, kecuali ...".
func (d *doc) otherRule(s *scene, seg [2]int, i int) bool {
	for _, m := range s.modes {
		if m.first < i && !m.rel {
			return false
		}
	}
	if n, ok := d.find(seg[0], i, "neg"); ok && n.End <= i {
		return true // "cuti tidak diberikan, kecuali ..."
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
			return exceptTo(m), true
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
