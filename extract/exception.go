package extract

import (
	"strings"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/lexicon"
)

// exceptions adds the groups of "kecuali" and "dikecualikan". Their direction
// comes from the rule that governs them.
func (d *doc) exceptions(s *scene, seg [2]int) bool {
	if len(s.aside) > 0 && seg[0] == s.first {
		return false // exceptAside has it
	}
	m, ok := d.Find(seg[0], seg[1], "except")
	if !ok || m.Entry.ID == "unless" && !d.but(s, seg, m) {
		return false
	}
	if a, ok := d.Find(seg[0], seg[1], "away"); ok && a.First < m.First {
		return false
	}
	if m.Entry.ID == "except" && d.otherRule(s, seg, m.First) {
		return false
	}
	effect, percent := d.governing(s, m.First)
	if (m.Entry.ID == "outside" || strings.HasPrefix(d.Toks[m.End-1].Norm, "b") && d.Toks[m.First].Norm != "kecuali") && !d.modeBefore(s, m.First) {
		effect, percent = circular.EffectNotEligible, false // "SE ini tidak berlaku bagi ..."
	}
	if m.Entry.ID == "except" && len(s.modes) == 0 {
		if q := d.lastQuota(); q != nil && q.Mode != circular.ModeWFO {
			effect, percent = circular.EffectNotEligible, false
		}
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
	if f, ok := d.Find(m.End, seg[1], "force"); ok && f.Entry.ID == "dapat" { // "kecuali X, yang dapat WFA"
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

// lastQuota returns the quota that was told last, if that was three clauses ago
// at most, or nil.
func (d *doc) lastQuota() *circular.Quota {
	for i := len(d.claims) - 1; i >= max(0, len(d.claims)-3); i-- {
		if q := d.claims[i].Quota; q != nil {
			return q
		}
	}
	return nil
}

// but reports whether "selain" at the head of a stretch takes somebody out of
// all who were named before it: "semua ASN boleh WFH selain petugas pemadam".
func (d *doc) but(s *scene, seg [2]int, m lexicon.Match) bool {
	from := m.End
	if p, ok := d.Starts(from, "prep"); ok {
		from = p.End
	}
	_, all := d.Find(s.first, seg[0], "all")
	_, also := d.Find(from, seg[1], "also")
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
	if n, ok := d.Find(seg[0], i, "neg"); ok && n.End <= i {
		return true // "cuti tidak diberikan, kecuali ..."
	}
	f, ok := d.Find(seg[0], i, "force")
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
			if d.Toks[k].Norm == "dari" {
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
