package workplace

import (
	"slices"
	"strings"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/extract/internal/statement"
	"github.com/telaah/telaah/lexicon"
)

// others adds the exemptions that no mode tells: standing by, an own schedule,
// being excused.
func (r *reader) others(i, k int) {
	s := &r.Units[i].Statements[k]
	if u := &r.Units[i]; u.Voice != "" && u.Voice != circular.AssertRule {
		return
	}
	gs := append(slices.Clone(s.Who), s.Target...)
	end := s.End
	for _, a := range s.Aside {
		end = max(end, a.End) // "menyesuaikan berdasarkan kalender pendidikan"
	}
	for _, m := range r.Within(s.First, end) {
		switch m.Entry.Class {
		case "ready":
			if who := r.people(narrow(gs)); len(who) > 0 && s.Force.Force != "" && r.stays(m) {
				r.other(i, k, circular.EffectMustBeAvailable, m.Entry.Rule(), who)
				return
			}
			if len(services(gs)) > 0 && (s.Force.Force != "" || s.Keep || r.Is(m.First-1, "keep")) {
				r.other(i, k, circular.EffectMustBeAvailable, m.Entry.Rule(), services(gs))
				return
			}
		case "schedule":
			if gs := r.people(before(narrow(gs), m.First)); len(gs) > 0 {
				r.other(i, k, circular.EffectOwnSchedule, m.Entry.Rule(), gs)
				return
			}
		case "excused":
			if r.named(m) {
				continue // "Rumah sakit"
			}
			if report, tells := r.Find(r.Units[i].First, r.Units[i].End, "report"); tells && len(s.Who) > 0 && s.Who[0].First <= m.First {
				who := slices.Clone(s.Who)
				if end := report.First; who[0].First < end && end < who[0].End { // "yang sakit cukup melapor"
					for end > who[0].First+1 && r.Is(end-1, "adverb") {
						end--
					}
					who[0].End = end
				}
				r.other(i, k, circular.EffectExcusedIfReported, m.Entry.Rule(), who)
				return
			}
		case "freed":
			if gs := narrow(gs); len(gs) > 0 {
				r.other(i, k, circular.EffectEligible, m.Entry.Rule(), gs)
				return
			}
		}
	}
}

// stays reports whether the phrase orders somebody to be at a place: "diminta berada di
// wilayahnya".
func (r *reader) stays(m lexicon.Match) bool {
	for i := m.First; i < m.End; i++ {
		if r.Is(i, "staying") {
			return true
		}
	}
	return false
}

// named reports whether the phrase is part of the name of a service: "Rumah sakit".
func (r *reader) named(m lexicon.Match) bool {
	return slices.ContainsFunc(r.Within(m.First-1, m.End), func(x lexicon.Match) bool {
		return x.Entry.Class == "group" && x.First < m.First && x.End >= m.End
	})
}

// other adds one of them.
func (r *reader) other(i, k int, e circular.Effect, rule string, gs []statement.Group) {
	s := &r.Units[i].Statements[k]
	c := Clause{Clause: circular.Clause{Kind: circular.KindExemption, Force: printed(s), Rule: rule, Confidence: 0.7}}
	open := r.name(&c, gs)
	c.Exemption = &circular.Exemption{Effect: e, Open: open}
	r.add(i, k, c)
}

// before returns the groups that end before token i.
func before(gs []statement.Group, i int) []statement.Group {
	var out []statement.Group
	for _, g := range gs {
		if g.End <= i {
			out = append(out, g)
		}
	}
	return out
}

// services returns the groups that name a public service.
func services(gs []statement.Group) []statement.Group {
	var out []statement.Group
	for _, g := range gs {
		if slices.ContainsFunc(g.Categories, func(c string) bool { return strings.HasPrefix(c, "layanan.") || strings.HasPrefix(c, "sektor.") }) {
			out = append(out, g)
		}
	}
	return out
}
