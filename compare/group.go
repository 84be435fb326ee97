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

// group judges an atom that rules for a set of groups.
func (j *judge) group(a *circular.Atom) {
	if !keeps(a.Effect) {
		j.otherEffect(a)
		return
	}
	var kept []*clause
	for _, c := range j.clauses {
		switch {
		case j.releasesOf(a, c):
			j.show(c)
		case j.keepsOf(a, c):
			j.show(c)
			kept = append(kept, c)
		}
	}
	j.kept(a, kept)
}

// releasesOf reports a clause that takes a group, or a part of it, out of the
// set, and whether it did.
func (j *judge) releasesOf(a *circular.Atom, c *clause) bool {
	if c.inverse || !c.touches(a.Categories) {
		return false
	}
	if !slices.ContainsFunc(c.scope, func(s string) bool {
		return !slices.Contains(j.Doubtful, s) && (under(s, a.Categories[0]) || under(a.Categories[0], s))
	}) {
		return j.doubtful(c)
	}
	must := j.term("full")
	if a.Percent == nil {
		must = j.term("none")
	}
	switch {
	case c.Exemption != nil && c.Exemption.Effect == circular.EffectMustWFH:
		j.report("bertentangan.kelompok", c, "kelompok", j.name(c), "daerah", "WFH", "pusat", must)
		return true
	case c.Exemption != nil && releases(c.Exemption.Effect):
		j.report("lebih-longgar.dilepas", c, "kelompok", j.name(c), "daerah", "WFH", "pusat", must)
		return true
	case c.Quota != nil:
		lo, hi, ok := c.share()
		if !ok || c.Quota.Mode == circular.ModeWFO && lo == 100 || c.Quota.Mode != circular.ModeWFO && hi == 0 {
			return false
		}
		key := "lebih-longgar.dilepas"
		if c.Quota.Mode == circular.ModeWFO && hi == 0 || c.Quota.Mode != circular.ModeWFO && lo > 0 && (hi == 100 && lo < 100 || lo == 100) {
			key = "bertentangan.kelompok"
		}
		j.report(key, c, "kelompok", j.name(c), "daerah", j.printed(c.Quota), "pusat", must)
		return true
	}
	return false
}

// doubtful reports a sector let go of which the centre does not say that it
// belongs to the set.
func (j *judge) doubtful(c *clause) bool {
	lo, hi, ok := c.share()
	switch {
	case c.Exemption != nil && releases(c.Exemption.Effect):
		j.report("ruang-lingkup-berubah.dilepas", c, "kelompok", j.name(c), "daerah", "WFH", "pusat", j.term("full"))
		return true
	case ok && (c.Quota.Mode == circular.ModeWFO && lo < 100 || c.Quota.Mode != circular.ModeWFO && hi > 0):
		j.report("ruang-lingkup-berubah.dilepas", c, "kelompok", j.name(c), "daerah", j.printed(c.Quota), "pusat", j.term("full"))
		return true
	}
	return false
}

// keepsOf reports whether a clause holds the set, or a part of it.
func (j *judge) keepsOf(a *circular.Atom, c *clause) bool {
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

// kept judges how much of the set the clauses that hold it cover.
func (j *judge) kept(a *circular.Atom, kept []*clause) {
	heading := strings.Join(a.Groups, ", ")
	var parts, names []string
	for _, c := range kept {
		if c.general() || c.inverse || c.covers(a.Categories) {
			j.officesForSectors(a, kept, heading)
			return
		}
		for _, s := range c.scope {
			if under(s, a.Categories[0]) && !slices.Contains(parts, s) {
				parts = append(parts, s)
			}
		}
		names = append(names, j.name(c))
	}
	missing := func(m string) bool { return !slices.Contains(parts, m) }
	switch {
	case len(kept) > 0 && len(a.Members) > 0 && !slices.ContainsFunc(a.Members, missing):
		j.officesForSectors(a, kept, heading)
	case len(kept) > 0 && j.officesForSectors(a, kept, heading):
	case len(kept) > 0:
		j.report("ruang-lingkup-berubah.daftar", kept[0], "kelompok", heading, "daerah", strings.Join(names, "; "), "pusat", j.term("full"))
	case len(j.row.Others) > 0: // released: said already
	case j.permit == nil || j.optOut != nil:
		j.moot()
	case j.absent():
		if side := j.unread(a); side != nil {
			j.file(j.build("tidak-dapat-dinilai.angka", side, "judul", a.Title, "daerah", side.Text))
			return
		}
		j.report("ketentuan-tidak-ada.layanan", nil, "kelompok", heading, "mode", "WFH", "pusat", j.term("full"))
	default:
		j.report("tidak-dapat-dinilai.berita", nil, "judul", a.Title)
	}
}

// officesForSectors reports, once, a list of offices that stands for the
// sectors of the baseline.
func (j *judge) officesForSectors(a *circular.Atom, kept []*clause, heading string) bool {
	if len(a.Members) == 0 {
		return false
	}
	for _, c := range kept {
		offices := 0
		for _, g := range c.Groups {
			if has(g, j.Offices) {
				offices++
			}
		}
		if offices == 0 && len(c.Groups) == 1 {
			offices = j.count(c.Groups[0], j.Offices) / 2 // one group holding a list
		}
		if offices > 0 && 2*offices >= len(c.Groups) && !c.general() {
			j.report("kategori-berubah.perangkat-daerah", c, "kelompok", heading, "daerah", j.name(c))
			return true
		}
	}
	return false
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
func (j *judge) otherEffect(a *circular.Atom) {
	found := false
	for _, c := range j.clauses {
		if c.Exemption == nil || !(len(c.scope) > 0 && c.touches(a.Categories) || len(c.scope) == 0 && j.sameGroup(c, a)) {
			continue
		}
		j.show(c)
		found = true
		switch e := c.Exemption.Effect; {
		case e == a.Effect || releases(e) && releases(a.Effect):
		case a.Effect == circular.EffectMustWFH && keeps(e):
			j.report("bertentangan.kelompok", c, "kelompok", j.name(c), "daerah", "WFO", "pusat", "WFH")
		case releases(a.Effect) && keeps(e):
			j.report("lebih-ketat.kelompok", c, "kelompok", j.name(c), "daerah", j.term("full"))
		default:
			j.report("kategori-berubah.digabung", c, "kelompok", strings.Join(a.Groups, ", "), "daerah", j.name(c))
		}
	}
	if !found {
		j.unsaid(a)
	}
}

// unsaid judges an atom that nothing in the document answers and that need
// not be restated. Where the permission is not used, its duties are moot.
func (j *judge) unsaid(a *circular.Atom) {
	switch {
	case a.Weight == circular.WeightPermissive || a.Polarity == circular.PolarityPermission || j.optOut != nil || j.permit == nil:
		j.moot()
	case j.absent():
		j.report("ketentuan-tidak-ada.kewajiban", nil, "judul", a.Title)
	default:
		j.report("tidak-dapat-dinilai.berita", nil, "judul", a.Title)
	}
}
