package compare

import (
	"slices"
	"strings"

	"github.com/telaah/telaah/circular"
)

// keeps reports whether an effect holds its group in the office.
func keeps(e circular.Effect) bool {
	return e == circular.EffectMustWFO || e == circular.EffectNotEligible || e == circular.EffectWFHNotApplied
}

// releases reports whether an effect lets its group work elsewhere.
func releases(e circular.Effect) bool {
	return e == circular.EffectMayWFH || e == circular.EffectEligible || e == circular.EffectMayWFO || e == circular.EffectMustWFH
}

// judgeGroup judges an atom that rules for a set of groups.
func judgeGroup(p *paper, a *circular.Atom) verdict {
	var v verdict
	if !keeps(a.Effect) {
		otherEffect(p, a, &v)
		return v
	}
	var kept []*clause
	for _, c := range p.clauses {
		if f := letGo(p, a, c); f != nil {
			v.answer(c)
			v.find(*f)
		} else if keepsIn(a, c) {
			v.answer(c)
			kept = append(kept, c)
		}
	}
	judgeKept(p, a, kept, &v)
	return v
}

// letGo returns the finding about a clause that takes a group, or a part of it,
// out of the set, or nil for one that does not.
func letGo(p *paper, a *circular.Atom, c *clause) *finding {
	if c.inverse || !c.touches(a.Categories) {
		return nil
	}
	if !slices.ContainsFunc(c.scope, func(s string) bool {
		return !slices.Contains(p.Doubtful, s) && (under(s, a.Categories[0]) || under(a.Categories[0], s))
	}) {
		return letGoDoubtful(p, c)
	}
	must := p.term("full")
	if a.Percent == nil {
		must = p.term("none")
	}
	switch {
	case c.Exemption != nil && c.Exemption.Effect == circular.EffectMustWFH:
		f := found("bertentangan.kelompok", c, "kelompok", p.name(c), "daerah", "WFH", "pusat", must)
		return &f
	case c.Exemption != nil && releases(c.Exemption.Effect):
		f := found("lebih-longgar.dilepas", c, "kelompok", p.name(c), "daerah", "WFH", "pusat", must)
		return &f
	case c.Quota != nil:
		lo, hi, ok := c.share()
		if !ok || c.Quota.Mode == circular.ModeWFO && lo == 100 || c.Quota.Mode != circular.ModeWFO && hi == 0 {
			return nil
		}
		key := "lebih-longgar.dilepas"
		if c.Quota.Mode == circular.ModeWFO && hi == 0 || c.Quota.Mode != circular.ModeWFO && lo > 0 && (hi == 100 && lo < 100 || lo == 100) {
			key = "bertentangan.kelompok"
		}
		f := found(key, c, "kelompok", p.name(c), "daerah", p.printed(c.Quota), "pusat", must)
		return &f
	}
	return nil
}

// letGoDoubtful is letGo for a sector of which the centre does not say that it
// belongs to the set.
func letGoDoubtful(p *paper, c *clause) *finding {
	lo, hi, ok := c.share()
	what := ""
	switch {
	case c.Exemption != nil && releases(c.Exemption.Effect):
		what = "WFH"
	case ok && (c.Quota.Mode == circular.ModeWFO && lo < 100 || c.Quota.Mode != circular.ModeWFO && hi > 0):
		what = p.printed(c.Quota)
	default:
		return nil
	}
	f := found("ruang-lingkup-berubah.dilepas", c, "kelompok", p.name(c), "daerah", what, "pusat", p.term("full"))
	return &f
}

// keepsIn reports whether a clause holds the set, or a part of it.
func keepsIn(a *circular.Atom, c *clause) bool {
	switch {
	case c.Exemption != nil && keeps(c.Exemption.Effect) && !c.inverse:
		return c.general() || c.touches(a.Categories)
	case c.Exemption != nil && c.inverse && releases(c.Exemption.Effect):
		return has(strings.Join(c.Groups, " "), foldAll(a.Groups)) || c.touches(a.Categories) // "hanya yang tidak melayani masyarakat"
	case c.Quota != nil && !c.inverse:
		lo, hi, ok := c.share()
		return ok && c.touches(a.Categories) && (c.Quota.Mode == circular.ModeWFO && lo == 100 || c.Quota.Mode == circular.ModeWFH && hi == 0)
	}
	return false
}

// judgeKept judges how much of the set the clauses that hold it cover.
func judgeKept(p *paper, a *circular.Atom, kept []*clause, v *verdict) {
	heading := strings.Join(a.Groups, ", ")
	var parts, names []string
	for _, c := range kept {
		if c.general() || c.inverse || c.covers(a.Categories) {
			officesForSectors(p, a, kept, v)
			return
		}
		for _, s := range c.scope {
			if under(s, a.Categories[0]) && !slices.Contains(parts, s) {
				parts = append(parts, s)
			}
		}
		names = append(names, p.name(c))
	}
	lost := func(m string) bool { return !slices.Contains(parts, m) }
	switch {
	case len(kept) > 0 && len(a.Members) > 0 && !slices.ContainsFunc(a.Members, lost):
		officesForSectors(p, a, kept, v)
	case len(kept) > 0 && officesForSectors(p, a, kept, v):
	case len(kept) > 0:
		v.find(found("ruang-lingkup-berubah.daftar", kept[0], "kelompok", heading, "daerah", strings.Join(names, "; "), "pusat", p.term("full")))
	case len(v.answers) > 0: // released: said already
	case p.permit == nil || p.optOut != nil:
		v.needless(p)
	case p.absent():
		v.find(missing(p, a, foundAt("ketentuan-tidak-ada.layanan", nil, "kelompok", heading, "mode", "WFH", "pusat", p.term("full"))))
	default:
		v.find(untold(a))
	}
}

// officesForSectors reports, once, a list of offices that stands for the
// sectors of the baseline.
func officesForSectors(p *paper, a *circular.Atom, kept []*clause, v *verdict) bool {
	if len(a.Members) == 0 {
		return false
	}
	for _, c := range kept {
		if namesHeading(p, c, a) {
			continue
		}
		offices := 0
		for _, g := range c.Groups {
			if has(g, p.Offices) {
				offices++
			}
		}
		if offices == 0 && len(c.Groups) == 1 {
			offices = p.count(c.Groups[0], p.Offices) / 2 // one group holding a list
		}
		if offices > 0 && 2*offices >= len(c.Groups) && !c.general() {
			v.find(found("kategori-berubah.perangkat-daerah", c, "kelompok", strings.Join(a.Groups, ", "), "daerah", p.name(c)))
			return true
		}
	}
	return false
}

// namesHeading reports whether the group of a clause also bears the name of the
// atom's: "OPD pelayanan masyarakat".
func namesHeading(p *paper, c *clause, a *circular.Atom) bool {
	own := p.bag(strings.Join(c.Groups, " "))
	return slices.ContainsFunc(a.Groups, func(g string) bool {
		for w := range p.bag(g) {
			if own[w] == 0 {
				return false
			}
		}
		return true
	})
}

// count returns how many of the words a text holds.
func (v *voice) count(text string, words []string) int {
	n := 0
	for _, w := range words {
		if has(text, []string{w}) {
			n++
		}
	}
	return n
}

// otherEffect judges a set whose effect is not to be kept in the office.
func otherEffect(p *paper, a *circular.Atom, v *verdict) {
	for _, c := range p.clauses {
		if c.Exemption == nil || !(len(c.scope) > 0 && c.touches(a.Categories) || len(c.scope) == 0 && p.sameGroup(c, a)) {
			continue
		}
		v.answer(c)
		switch e := c.Exemption.Effect; {
		case e == a.Effect || releases(e) && releases(a.Effect):
		case a.Effect == circular.EffectMustWFH && keeps(e):
			v.find(found("bertentangan.kelompok", c, "kelompok", p.name(c), "daerah", "WFO", "pusat", "WFH"))
		case releases(a.Effect) && keeps(e):
			v.find(found("lebih-ketat.kelompok", c, "kelompok", p.name(c), "daerah", p.term("full")))
		default:
			v.find(found("kategori-berubah.digabung", c, "kelompok", strings.Join(a.Groups, ", "), "daerah", p.name(c)))
		}
	}
	if len(v.answers) == 0 {
		unsaid(p, a, v)
	}
}

// unsaid judges an atom that nothing in the document answers and that need
// not be restated. Where the permission is not used, its duties are moot.
func unsaid(p *paper, a *circular.Atom, v *verdict) {
	switch {
	case a.Weight == circular.WeightPermissive || a.Polarity == circular.PolarityPermission || p.optOut != nil || p.permit == nil:
		v.needless(p)
	case p.absent():
		v.find(foundAt("ketentuan-tidak-ada.kewajiban", nil, "judul", a.Title))
	default:
		v.find(untold(a))
	}
}
