package synth

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/lexicon"
)

// Draw invents a circular of some region and year.
func Draw(seed uint64) Spec {
	d := dice(seed)
	return DrawIn(seed, pick(d, "region", lexicon.Regions()), 2018+d.roll("year", 9), 0)
}

// DrawIn invents a circular of a region and year with about extra rules more
// than the few of a common one.
func DrawIn(seed uint64, region lexicon.Region, year, extra int) Spec {
	d := dice(seed)
	s := Spec{Seed: seed, Region: region, Year: year, Layout: Layout(d.roll("layout", int(layouts)))}
	s.Annex = (s.Layout == LayoutA || s.Layout == LayoutC) && d.chance("annex", 3)
	if s.Layout != News && !s.Annex && d.chance("wrap", 2) {
		s.Wrap = 78 + d.roll("columns", 20)
	}
	s.Period.Start, _ = circular.NewDate(year, time.January, 10)
	s.Period.Start = s.Period.Start.AddDays(d.roll("start", 340))
	if !d.chance("open", 10) {
		s.Period.End = s.Period.Start.AddDays(pick(d, "length", []int{0, 1, 1, 2, 3, 4, 6, 9, 13, 30}))
	}
	if s.Period.End.Year > year {
		s.Period.End = circular.Date{Year: year, Month: time.December, Day: 31}
	}
	s.Signed = s.Period.Start.AddDays(-1 - d.roll("signed", 9))
	occasion := d.phrase("occasion", "frame/occasion", "y", strconv.Itoa(year))
	s.Title = titleCase(d.phrase("title", "frame/title", "occasion", occasion))
	s.Number = d.number(s.Signed)
	d.sign(&s)
	if d.chance("follows", 2) {
		s.Follows = d.follows(s.Signed)
	}
	if d.chance("revokes", 8) {
		s.Revokes = &Act{Number: strconv.Itoa(500 + d.roll("revoked", 300)), Year: year - 1}
	}
	s.Laws = d.laws(region, year)
	s.Rules = d.rules(extra)
	return s
}

// titleCase capitalises the words of a title but for the small ones.
func titleCase(s string) string {
	words := strings.Fields(s)
	for i, w := range words {
		if i == 0 || !slices.Contains([]string{"dan", "di", "pada", "dalam", "atas", "bagi", "akibat"}, w) {
			words[i] = capital(w)
		}
	}
	return strings.Join(words, " ")
}

// number prints a number of a circular of the year of signing.
func (d dice) number(signed circular.Date) string {
	n := strconv.Itoa(1 + d.roll("n", 480))
	if d.chance("zero", 4) && len(n) < 3 {
		n = "0" + n
	}
	s := d.phrase("number", "frame/numbercode", "n", n, "y", strconv.Itoa(signed.Year), "rom", romans[signed.Month-1],
		"c", d.phrase("class", "frame/classification"), "u", d.phrase("unit", "frame/unit"))
	return strings.TrimSuffix(s, " TAHUN "+strconv.Itoa(signed.Year))
}

// sign chooses who signs: the head of the region or its secretary, in full or
// acting, the secretary sometimes on behalf of the head.
func (d dice) sign(s *Spec) {
	sig := &s.Signatory
	sig.Name = d.name()
	sig.Evidence = circular.EvidenceSigned
	if d.chance("acting", 3) {
		sig.Capacity = pick(d, "capacity", []circular.Capacity{circular.CapacityPj, circular.CapacityPlt, circular.CapacityPlh})
	}
	if !d.chance("secretary", 2) {
		sig.Office, s.Issuer = head(s.Region), head(s.Region)
		return
	}
	sig.Office = "Sekretaris Daerah " + inFull(s.Region)
	s.Issuer = sig.Office
	if s.Layout != News && d.chance("behalf", 2) {
		sig.OnBehalf = &circular.OnBehalf{Form: "a.n.", Office: head(s.Region)}
	}
	if s.Layout != News && sig.Capacity == "" && d.chance("nip", 2) {
		// A year of birth that nobody living has.
		sig.NIP = fmt.Sprintf("18%02d%02d%02d 18%02d%02d %d %03d", 60+d.roll("birth", 25), 1+d.roll("bm", 12), 1+d.roll("bd", 28),
			88+d.roll("entry", 12), 1+d.roll("em", 12), 1+d.roll("sex", 2), 1+d.roll("serial", 20))
	}
}

// name invents a person, with degrees.
func (d dice) name() string {
	name := d.phrase("given", "frame/given") + " " + d.phrase("family", "frame/family")
	if front := d.phrase("front", "frame/front"); front != "" {
		name = front + " " + name
	}
	if back := d.phrase("back", "frame/back"); back != "" {
		name += ", " + back
	}
	return name
}

// follows returns a central circular made in that year by then, or nil where
// none is known. A title that the register doubts is left out.
func (d dice) follows(by circular.Date) *Act {
	var acts []Act
	for _, a := range lexicon.DefaultActs().Acts() {
		if a.Type == "SE" && a.Year == by.Year && a.Date <= by.String() && a.Issuer == "Menteri PANRB" && a.Certainty == "certain" {
			act := Act{a.Number, a.Year, a.Title}
			if a.Doubts("title") {
				act.Title = ""
			}
			acts = append(acts, act)
		}
	}
	if len(acts) == 0 {
		return nil
	}
	return &acts[d.roll("act", len(acts))]
}

// laws returns up to three legal bases: national acts of the register that
// were made by then, and acts of the region.
func (d dice) laws(r lexicon.Region, year int) []Law {
	var all []Law
	for _, a := range lexicon.DefaultActs().Acts() {
		if a.Issuer == "" && a.Year <= year && !slices.Contains(a.Doubt, "title") && len(a.Amends) == 0 {
			all = append(all, Law{Type: a.Type, Number: a.Number, Year: a.Year, Title: a.Title})
		}
	}
	all = shuffled(d, "laws", all)[:d.roll("nlaws", 3)]
	if d.chance("own law", 3) {
		for _, line := range shuffled(d, "own", phrases()["frame/law"]) {
			f := strings.Split(line, "|")
			if !slices.Contains(strings.Fields(f[1]), r.Level) {
				continue
			}
			l := Law{Type: f[0], Office: head(r), Number: strconv.Itoa(1 + d.roll("own n", 90)), Year: year - d.roll("own y", 5), Title: f[2]}
			if l.Type == "Perda" {
				l.Office = inFull(r)
			}
			all = append(all, l)
			break
		}
	}
	return all
}

// rules invents what the circular rules. No group gets two quotas or two
// exemptions in the first few rules; extra ones repeat groups.
func (d dice) rules(extra int) []Rule {
	var rules []Rule
	add := func(r Rule) {
		r.ID = len(rules)
		rules = append(rules, r)
	}
	if extra == 0 && d.chance("opt out", 15) {
		add(Rule{Exemption: &circular.Exemption{Effect: circular.EffectWFHNotApplied}})
		for i := range 2 + d.roll("duties", 4) {
			add(d.duty(fmt.Sprint("duty", i)))
		}
		return rules
	}
	quotas := slices.Concat(d.groupsOf("q", "service"), d.groupsOf("q", "office"))
	ranks := d.groupsOf("r", "rank")
	for i := range 1 + d.roll("quotas", 3) {
		g := quotas[:1]
		if d.chance(fmt.Sprint("two", i), 4) {
			g = quotas[:2]
		}
		quotas = quotas[len(g):]
		add(d.limit(fmt.Sprint("quota", i), g))
	}
	if d.chance("head count", 4) {
		add(Rule{Groups: ranks[:1], Quota: &circular.Quota{Mode: circular.ModeWFO, Bound: circular.BoundMin, Count: 1 + d.roll("heads", 5), Unit: "orang"}})
		ranks = ranks[1:]
	}
	public := d.groupsOf("p", "public")
	n := 1 + d.roll("sectors", 4)
	add(d.exempt("public", public[:n], circular.EffectMustWFO))
	if d.chance("ranks", 2) {
		add(d.exempt("rank", ranks[:1+d.roll("nranks", 2)], pick(d, "rank effect", []circular.Effect{circular.EffectMustWFO, circular.EffectNotEligible})))
	}
	if d.chance("personal", 3) {
		add(d.exempt("personal", d.groupsOf("k", "personal")[:1+d.roll("npersonal", 2)], circular.EffectMayWFH))
	}
	for i := range 2 + d.roll("duties", 4) {
		add(d.duty(fmt.Sprint("duty", i)))
	}
	if d.chance("school", 6) {
		add(d.exempt("school", []Group{{"satuan pendidikan", "layanan.masyarakat.pendidikan"}}, circular.EffectOwnSchedule))
	}
	if extra > 0 {
		d.further(extra, add)
	}
	return rules
}

// further invents more rules. Quotas and exemptions fall on parts of offices,
// each of which gets one until they run out.
func (d dice) further(n int, add func(Rule)) {
	var parts []Group
	for _, office := range d.groupsOf("further", "office") {
		for _, part := range phrases()["groups/division"] {
			parts = append(parts, Group{part + " " + office.Name, office.Category})
		}
	}
	parts = shuffled(d, "parts", parts)
	for i := range n {
		q := fmt.Sprint("extra", i)
		part := parts[i%len(parts) : i%len(parts)+1]
		switch d.roll(q, 6) {
		case 0:
			add(Rule{Groups: part, Quota: d.quota(q)})
		case 1:
			effect := pick(d, q+"e", []circular.Effect{circular.EffectMustWFO, circular.EffectNotEligible, circular.EffectMustBeAvailable})
			add(d.exempt(q, part, effect))
		default:
			add(d.duty(q))
		}
	}
}

// limit invents a limit in per cent for some groups: mostly a plain one, at
// times a ratio, or everybody.
func (d dice) limit(q string, groups []Group) Rule {
	switch d.roll(q+"form", 10) {
	case 0:
		v := float64(5 * (2 + d.roll(q+"value", 17)))
		return Rule{Groups: groups, Ratio: true, Quota: &circular.Quota{Mode: circular.ModeWFO, Bound: circular.BoundExact, Percent: &v}}
	case 1:
		v := 100.0
		return Rule{Groups: groups, Quota: &circular.Quota{Mode: circular.ModeWFH, Bound: circular.BoundExact, Percent: &v, Implicit: true}}
	}
	return Rule{Groups: groups, Quota: d.quota(q)}
}

// quota invents a percentage limit.
func (d dice) quota(q string) *circular.Quota {
	out := &circular.Quota{
		Mode:  pick(d, q+"mode", []circular.Mode{circular.ModeWFH, circular.ModeWFH, circular.ModeWFO, circular.ModeWFA}),
		Bound: pick(d, q+"bound", []circular.Bound{circular.BoundMax, circular.BoundMax, circular.BoundMin, circular.BoundExact, circular.BoundRange}),
	}
	v := float64(5 * (2 + d.roll(q+"value", 17))) // 10..90
	switch d.roll(q+"limit", 12) {
	case 0:
		out.Recurrence = d.phrase(q+"rec", "rules/limit")
	case 1:
		out.Condition = d.phrase(q+"cond", "rules/condition")
	}
	if out.Bound == circular.BoundRange {
		hi := min(v+float64(5*(1+d.roll(q+"width", 5))), 95)
		out.PercentLo, out.PercentHi = &v, &hi
		return out
	}
	if d.chance(q+"odd", 8) {
		v = pick(d, q+"odd value", []float64{12.5, 33, 37.5, 62.5, 66, 72})
	}
	out.Percent = &v
	return out
}

// exempt invents how some groups depart from the rule.
func (d dice) exempt(q string, groups []Group, effect circular.Effect) Rule {
	e := &circular.Exemption{Effect: effect}
	if effect == circular.EffectMustWFO && d.chance(q+"full", 2) {
		full := 100.0
		e.Percent = &full
	}
	return Rule{Groups: groups, Exemption: e}
}

// duty invents an obligation, permission, prohibition or reporting line.
func (d dice) duty(q string) Rule {
	kind := pick(d, q+"kind", []circular.Kind{circular.KindObligation, circular.KindObligation, circular.KindObligation,
		circular.KindPermission, circular.KindProhibition, circular.KindReporting})
	who := d.phrase(q+"who", "rules/who")
	act := d.phrase(q+"act", "rules/act "+string(kind))
	r := Rule{Kind: kind, Force: pick(d, q+"force", []circular.Force{circular.ForceWajib, circular.ForceDiminta, circular.ForceDiimbau})}
	switch kind {
	case circular.KindPermission:
		r.Force = circular.ForceDapat
	case circular.KindProhibition:
		r.Force = circular.ForceDilarang
		r.Duty = &circular.Duty{Who: who, What: act + " " + d.phrase(q+"manner", "rules/manner prohibition")}
		return r
	case circular.KindReporting:
		act += " " + d.phrase(q+"to", "rules/to")
	}
	r.Duty = &circular.Duty{Who: who, What: act + " " + d.phrase(q+"manner", "rules/manner")}
	return r
}
