package compare

import (
	"slices"
	"strings"

	"github.com/telaah/telaah/circular"
)

// limit judges an atom that limits a share of a group: ceiling, floor, exact.
// The quotas for the group itself count; where there are none, those for all
// staff do.
func (j *judge) limit(a *circular.Atom) {
	hits := j.quotas(a)
	decided, pending := false, []func(){}
	reported := map[string]bool{}
	for _, c := range hits {
		j.show(c)
		lo, hi, ok := c.share()
		if !ok {
			pending = append(pending, func() { j.reckoning(a, c) })
			continue
		}
		if c.Quota.Mode != a.Mode {
			if j.modes != 2 || opposite[c.Quota.Mode] != a.Mode {
				pending = append(pending, func() {
					j.report("tidak-dapat-dinilai.moda", c, "kelompok", j.name(c), "daerah", j.printed(c.Quota), "mode", string(a.Mode))
				})
				continue
			}
			lo, hi = 100-hi, 100-lo
		}
		decided = true
		key := against(a, c.Quota, lo, hi)
		if once := key + c.Text; key != "" && !reported[once] {
			reported[once] = true
			d := j.report(key, c, "kelompok", j.name(c), "daerah", j.printed(c.Quota), "pusat", j.limitText(a))
			j.settle(d, figure(a, c))
		}
	}
	if !decided {
		for _, report := range pending {
			report()
		}
	}
	switch {
	case len(hits) == 0:
		j.unlimited(a)
	case decided && len(a.Categories) > 0:
		j.whole(a, hits)
	}
}

// quotas returns the quotas that an atom answers to.
func (j *judge) quotas(a *circular.Atom) []*clause {
	var direct, general []*clause
	for _, c := range j.clauses {
		if c.Quota == nil || a.Condition != "" && !j.sameCondition(c.Quota.Condition, a.Condition) {
			continue
		}
		switch {
		case len(a.Categories) == 0 && j.sameGroup(c, a):
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

// reckoning reports a quota that counts something else than a share of staff.
func (j *judge) reckoning(a *circular.Atom, c *clause) {
	key := "basis-hitung-berubah.orang"
	switch {
	case c.Quota.Bound == circular.BoundApprox:
		key = "tidak-dapat-dinilai.kira"
	case strings.Contains(c.Quota.Unit, "hari"):
		key = "basis-hitung-berubah.hari"
	}
	j.report(key, c, "kelompok", j.name(c), "daerah", j.printed(c.Quota), "pusat", j.limitText(a))
}

// unlimited judges an atom that no quota answers: the group is kept in the
// office, the permission is not used, or the limit is missing.
func (j *judge) unlimited(a *circular.Atom) {
	for _, c := range j.clauses {
		if c.Exemption == nil || c.inverse || !keeps(c.Exemption.Effect) || len(a.Categories) == 0 || !c.covers(a.Categories) {
			continue
		}
		j.show(c)
		j.report("lebih-ketat.kelompok", c, "kelompok", j.name(c), "daerah", j.term("full"))
		return
	}
	switch {
	case j.optOut != nil || j.permit == nil:
		j.moot()
	case j.absent() && a.Weight != circular.WeightPermissive && (a.Condition == "" || len(a.Categories) > 0):
		if side := j.unread(a); side != nil {
			j.file(j.build("tidak-dapat-dinilai.angka", side, "judul", a.Title, "daerah", side.Text))
			return
		}
		j.report("ketentuan-tidak-ada.batas", nil, "kelompok", a.Title, "mode", string(a.Mode), "pusat", j.limitText(a))
	case !j.absent():
		j.report("tidak-dapat-dinilai.berita", nil, "judul", a.Title)
	default:
		j.moot()
	}
}

// whole reports a limit that covers only a part of the atom's group. The
// members of an open list are examples: a shorter list under the heading is
// no finding.
func (j *judge) whole(a *circular.Atom, hits []*clause) {
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
			j.report("ruang-lingkup-berubah.sebagian", hits[0], "daerah", j.name(hits[0]), "kelompok", strings.Join(a.Groups, ", "))
			return
		}
	}
}
