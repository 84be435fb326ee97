package extract

import (
	"strings"

	"github.com/telaah/telaah/circular"
)

// elliptic adds the exemption of a stretch that leaves out the mode of the
// sentences before it: "Yang berhak hanya ...", "OPD yang tidak diizinkan antara
// lain ...".
func (d *doc) elliptic(s *scene, seg [2]int) {
	if len(s.modes) > 0 || len(s.figs) > 0 {
		return
	}
	for _, m := range d.Within(seg[0], seg[1]) {
		if m.Entry.Class != "force" || m.Entry.ID != "dapat" && m.Entry.ID != "dilarang" {
			continue
		}
		effect, from := circular.Effect(""), 0
		if o, ok := d.Find(m.End, min(seg[1], m.End+4), "only"); ok && m.Entry.ID == "dapat" {
			effect, from = circular.EffectEligible, o.End
		}
		if l, ok := d.Find(m.End, min(seg[1], m.End+2), "list"); ok && effect == "" {
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

// others adds the exemptions that no mode tells: leaving the house, standing
// by, an own schedule.
func (d *doc) others(s *scene) {
	add := func(effect circular.Effect, rule string, gs []group, conf float64) {
		c := claim{Clause: circular.Clause{Kind: circular.KindExemption, Path: d.paras[s.para].path, Force: d.force(s.first, s.end), Rule: rule, Confidence: conf}}
		open := d.name(&c, gs)
		c.Exemption = &circular.Exemption{Effect: effect, Open: open}
		d.claim(s.first, s.end, c)
	}
	if m, ok := d.Find(s.first, s.end, "away"); ok {
		from := m.End
		for _, x := range d.Within(m.First, s.end) {
			if x.Entry.Class == "except" || x.Entry.Class == "only" {
				from = x.End
			}
		}
		if from < s.end && (from > m.End || d.Toks[from-1].Norm == "untuk" || d.Toks[from-1].Norm == "kecuali") {
			if n := d.Toks[from].Norm; n == "untuk" || n == "dalam" {
				from++
			}
			end := from
			for end < s.end && d.Toks[end].Norm != "." && d.Toks[end].Norm != ";" {
				end++
			}
			if end > from {
				add(circular.EffectMayLeaveHome, m.Entry.Rule(), []group{{first: from, end: end, specific: true}}, 0.75)
			}
		}
	}
	if m, ok := d.Find(s.first, s.end, "ready"); ok {
		if gs := services(d.groupsIn(s.first, m.First)); len(gs) > 0 && (d.force(s.first, s.end) != "" || d.Is(m.First-1, "keep")) {
			add(circular.EffectMustBeAvailable, m.Entry.Rule(), gs, 0.75)
		}
	}
	if m, ok := d.Find(s.first, s.end, "freed"); ok {
		if gs := specific(d.groupsIn(s.first, m.First)); len(gs) > 0 {
			add(circular.EffectEligible, m.Entry.Rule(), gs, 0.7)
		}
	}
	if m, ok := d.Find(s.first, s.end, "excused"); ok {
		if _, tells := d.Find(s.first, s.end, "report"); tells {
			if gs := d.groupsIn(s.first, s.end); len(gs) > 0 && gs[0].first <= m.First && d.staysAway(s) && !d.counted(s, m.First) {
				add(circular.EffectExcusedIfReported, m.Entry.Rule(), gs[:1], 0.7)
			}
		}
	}
	if m, ok := d.Find(s.first, s.end, "report"); ok {
		for _, o := range s.modes { // "tidak diperkenankan datang ke kantor dan harus melapor"
			if gs := specific(d.groupsIn(s.first, o.first)); o.neg && o.mode == circular.ModeWFO && len(gs) > 0 {
				add(circular.EffectExcusedIfReported, m.Entry.Rule(), gs, 0.7)
				break
			}
		}
	}
	if m, ok := d.Find(s.first, s.end, "schedule"); ok {
		if gs := services(d.groupsIn(s.first, m.First)); len(gs) > 0 {
			add(circular.EffectOwnSchedule, m.Entry.Rule(), gs, 0.7)
		}
	}
}

// counted reports whether those told before token i are only counted: "melaporkan
// jumlah pegawai yang sakit".
func (d *doc) counted(s *scene, i int) bool {
	m, ok := d.Find(s.first, i, "report")
	return ok && m.End < len(d.Toks) && (d.Norms[m.End] == "jumlah" || d.Norms[m.End] == "data" || d.Norms[m.End] == "daftar")
}

// staysAway reports whether the sentence lets somebody stay away from work.
func (d *doc) staysAway(s *scene) bool {
	if _, ok := d.Find(s.first, s.end, "neg"); ok {
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
