package compare

import (
	"cmp"
	"slices"
	"strings"

	"github.com/telaah/telaah/circular"
)

// judgeLimit judges an atom that limits a share of a group: ceiling, floor,
// exact. The quotas for the group itself count; where there are none, those for
// all staff do.
func judgeLimit(p *paper, a *circular.Atom) verdict {
	var v verdict
	hits := quotasFor(p, a)
	decided := false
	var pending []finding // told only where no quota decides
	reported := map[string]bool{}
	for _, c := range hits {
		v.answer(c)
		lo, hi, ok := c.share()
		if !ok {
			pending = append(pending, otherReckoning(p, a, c))
			continue
		}
		if c.Quota.Mode != a.Mode {
			if p.modes != 2 || opposite[c.Quota.Mode] != a.Mode {
				pending = append(pending, found("tidak-dapat-dinilai.moda", c, "kelompok", p.name(c), "daerah", p.printed(c.Quota), "mode", string(a.Mode)))
				continue
			}
			lo, hi = 100-hi, 100-lo
		}
		decided = true
		key := against(a, c.Quota, lo, hi)
		if c.Quota.Implicit && c.unsure && p.findings[key].Level == circular.SeverityError {
			key = "tidak-dapat-dinilai.tersirat" // no figure is printed, and one reader alone infers it
		}
		if once := key + c.Text; key != "" && !reported[once] {
			reported[once] = true
			v.find(found(key, c, "kelompok", p.name(c), "daerah", p.printed(c.Quota), "pusat", p.limitText(a)).settledBy(figure(a, c)))
		}
	}
	switch {
	case len(hits) == 0:
		unlimited(p, a, &v)
	case !decided:
		v.findings = append(v.findings, pending...)
	case len(a.Categories) > 0:
		partOf(p, a, hits, &v)
	}
	return v
}

// quotasFor returns the quotas that an atom answers to.
func quotasFor(p *paper, a *circular.Atom) []*clause {
	var direct, general []*clause
	for _, c := range p.clauses {
		if c.Quota == nil || a.Condition != "" && !p.sameCondition(c.Quota.Condition, a.Condition) {
			continue
		}
		switch {
		case len(a.Categories) == 0 && p.sameGroup(c, a):
			direct = append(direct, c)
		case c.inverse && !c.touches(a.Categories) || c.general():
			general = append(general, c)
		case !c.inverse && c.touches(a.Categories):
			direct = append(direct, c)
		}
	}
	if len(direct) > 0 {
		return direct
	}
	return general
}

// sameCondition reports whether two conditions are told in like words.
func (k *knowledge) sameCondition(a, b string) bool { return cosine(k.bag(a), k.bag(b)) >= 0.5 }

// sameGroup reports whether an atom without categories concerns the group of
// a clause: both all staff, or groups in like words.
func (k *knowledge) sameGroup(c *clause, a *circular.Atom) bool {
	if len(a.Groups) == 0 {
		return c.general()
	}
	return cosine(k.bag(strings.Join(c.Groups, " ")), k.bag(strings.Join(a.Groups, " "))) >= 0.6
}

// against compares the interval lo..hi, in the mode of the atom, with what the
// atom allows, and returns the key of the finding or "".
func against(a *circular.Atom, q *circular.Quota, lo, hi float64) string {
	p := *a.Percent
	switch a.Polarity {
	case circular.PolarityFloor: // a floor is the ceiling of the rest
		lo, hi, p = 100-hi, 100-lo, 100-p
	case circular.PolarityExact:
		switch {
		case lo == p && hi == p:
			return ""
		case lo <= p && p <= hi, lo > p:
			return "lebih-longgar.batas"
		}
		return "lebih-ketat.batas"
	}
	switch {
	case hi > p && lo > 0 && hi == 100 && (q.Bound == circular.BoundMin || q.Bound == circular.BoundMax):
		return "bertentangan.batas" // "paling sedikit" for "paling banyak", in this mode or told of the other
	case hi > p:
		return "lebih-longgar.batas"
	case hi < p:
		return "lebih-ketat.batas"
	case lo > 0 && p < 100:
		return "lebih-ketat.pasti"
	}
	return ""
}

// otherReckoning is the finding about a quota that counts something else than a
// share of staff.
func otherReckoning(p *paper, a *circular.Atom, c *clause) finding {
	key := "basis-hitung-berubah.orang"
	switch {
	case c.Quota.Bound == circular.BoundApprox:
		key = "tidak-dapat-dinilai.kira"
	case strings.Contains(c.Quota.Unit, "hari"):
		key = "basis-hitung-berubah.hari"
	}
	return found(key, c, "kelompok", p.name(c), "daerah", p.printed(c.Quota), "pusat", p.limitText(a))
}

// unlimited judges an atom that no quota answers: the group is kept in the
// office, the permission is not used, or the limit is missing.
func unlimited(p *paper, a *circular.Atom, v *verdict) {
	for _, c := range p.clauses {
		if c.Exemption == nil || c.inverse || !keeps(c.Exemption.Effect) || len(a.Categories) == 0 || !c.covers(a.Categories) {
			continue
		}
		v.answer(c)
		v.find(found("lebih-ketat.kelompok", c, "kelompok", p.name(c), "daerah", p.term("full")))
		return
	}
	switch {
	case p.optOut != nil || p.permit == nil:
		v.needless(p)
	case p.absent() && a.Weight != circular.WeightPermissive && (a.Condition == "" || len(a.Categories) > 0):
		v.find(missing(p, a, foundAt("ketentuan-tidak-ada.batas", nil, "kelompok", a.Title, "mode", string(a.Mode), "pusat", p.limitText(a))))
	case !p.absent():
		v.find(untold(a))
	default:
		v.needless(p)
	}
}

// partOf reports a limit that covers only a part of the atom's group. The
// members of an open list are examples: a shorter list under the heading is
// no finding.
func partOf(p *paper, a *circular.Atom, hits []*clause, v *verdict) {
	var parts []string
	for _, c := range hits {
		if c.general() || c.inverse || c.covers(a.Categories) {
			return
		}
		for _, s := range c.scope {
			if !slices.Contains(parts, s) {
				parts = append(parts, s)
			}
		}
	}
	for _, m := range a.Members {
		if !slices.Contains(parts, m) {
			v.find(found("ruang-lingkup-berubah.sebagian", hits[0], "daerah", p.name(hits[0]), "kelompok", strings.Join(a.Groups, ", ")))
			return
		}
	}
}

// missing is the finding that an atom has no counterpart; where a figure of the
// document, or whom one is for, was not read, only that it cannot be judged.
func missing(p *paper, a *circular.Atom, f finding) finding {
	for _, c := range p.clauses {
		if c.Quota != nil && c.unknown && c.Quota.Mode == a.Mode { // it may be the limit of this group
			return found("tidak-dapat-dinilai.kelompok", c, "kelompok", p.name(c), "daerah", p.printed(c.Quota))
		}
	}
	if side := cmp.Or(p.unread(a), p.unreadFigure()); side != nil {
		return foundAt("tidak-dapat-dinilai.angka", side, "judul", a.Title, "daerah", side.Text)
	}
	return f
}

// untold is the finding that news does not tell of an atom.
func untold(a *circular.Atom) finding {
	return foundAt("tidak-dapat-dinilai.berita", nil, "judul", a.Title)
}
