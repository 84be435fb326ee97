package extract

import (
	"slices"
	"strings"

	"github.com/telaah/telaah/circular"
)

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
		if m, ok := d.Starts(i, "list"); ok {
			return specific(d.groupsIn(m.End, end))
		}
		if m, ok := d.Starts(i, "prep"); ok {
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
	_, ok := d.Find(s.first, s.end, "practice")
	return ok
}

// effect returns what the words around mode m do, and the rule that says so.
func (d *doc) effect(s *scene, seg [2]int, m modeRef) (circular.Effect, string) {
	if m.rule == "mode/presence" {
		return "", ""
	}
	if m.neg || d.deniedAfter(m.end, seg[1]) {
		if m.mode == circular.ModeWFO {
			return d.keptAway(seg, m)
		}
		if a, ok := d.Find(max(seg[0], m.first-4), m.first, "discourage"); ok {
			return circular.EffectDiscouraged, a.Entry.Rule()
		}
		return circular.EffectNotEligible, "neg/not"
	}
	var force, keep, only bool
	rule := m.rule
	ought := circular.Force("")
	for _, x := range d.Within(max(seg[0], m.first-16), m.first) {
		switch x.Entry.Class {
		case "force":
			if _, sub := d.Find(x.End, m.first, "subord"); sub {
				continue
			}
			if m.first-x.End <= 6 || x.Entry.ID == "dapat" && len(specific(d.groupsIn(x.End, m.first))) > 0 {
				force, rule = true, x.Entry.Rule()
				ought = circular.Force(x.Entry.ID)
			}
		case "keep":
			if m.first-x.End <= 4 && (d.Toks[x.First].Norm != "kembali" || m.first == x.End) {
				keep, rule = true, x.Entry.Rule()
			}
		}
	}
	if x, ok := d.Find(seg[0], seg[1], "only"); ok {
		only = x.Entry.ID == "only"
	}
	if m.rule == "mode/kept" {
		return circular.EffectMustWFO, m.rule
	}
	if m.rule == "mode/place" && !keep && !d.Is(m.first-1, "force") && !d.Is(m.first-2, "force") {
		return "", "" // "harus diparkir di kantor"
	}
	if m.mode == circular.ModeWFO {
		if x, ok := d.Starts(m.end, "force"); ok && !force && x.Entry.ID == "wajib" && x.End <= seg[1] && !d.verb(x.End) && !d.Is(x.End, "mode") {
			return circular.EffectMustWFO, x.Entry.Rule() // "kehadiran fisik bersifat wajib"
		}
		switch {
		case force && ought == circular.ForceDapat && !d.Is(m.first-1, "keep"):
			return circular.EffectMayWFO, rule
		case keep, force && (ought == circular.ForceWajib || ought == circular.ForceDiminta):
			return circular.EffectMustWFO, rule
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

// keptAway returns what denying the office does: who may not come works
// elsewhere, who need not come may.
func (d *doc) keptAway(seg [2]int, m modeRef) (circular.Effect, string) {
	if _, tells := d.Find(seg[0], seg[1], "report"); tells {
		return "", "" // excused, see others
	}
	for _, x := range d.Within(max(seg[0], m.first-6), m.first) {
		if x.Entry.Class != "force" {
			continue
		}
		if x.Entry.ID == "dilarang" {
			return circular.EffectMustWFH, x.Entry.Rule()
		}
		if x.First > seg[0] && d.Is(x.First-1, "neg") && (x.Entry.ID == "wajib" || x.Entry.ID == "diminta") {
			return circular.EffectEligible, x.Entry.Rule()
		}
	}
	return "", ""
}

// afflicted reports whether a group told by a personal condition stands right
// before token i: "ASN yang terdampak WFH".
func (d *doc) afflicted(first, i int) bool {
	gs := d.groupsIn(first, i)
	n := len(gs)
	return n > 0 && i-gs[n-1].end <= 1 && d.afflicts(gs[n-1:])
}

// afflicts reports whether the groups are told by a personal condition.
func (d *doc) afflicts(gs []group) bool {
	return slices.ContainsFunc(gs, func(g group) bool {
		return slices.ContainsFunc(g.cats, func(c string) bool { return strings.HasPrefix(c, "kondisi.") })
	})
}

// deniedAfter reports whether a denial follows the mode: "WFH tidak berlaku".
func (d *doc) deniedAfter(i, end int) bool {
	for j := i; j < min(end, i+8); j++ {
		if d.Toks[j].Norm == "yang" || d.Is(j, "only") || d.heads(j) {
			return false
		}
		if m, ok := d.Starts(j, "neg"); ok {
			return m.Entry.ID == "without" || m.Entry.ID == "none"
		}
		if m, ok := d.Starts(j, "force"); ok && m.Entry.ID == "dilarang" {
			return true
		}
		if n := d.Toks[j].Norm; n == "," || n == "." || n == ";" {
			return false
		}
	}
	return false
}
