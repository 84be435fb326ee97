package workplace

import (
	"slices"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/extract/internal/statement"
)

// implicit adds the quota of a statement that sends all staff home without a
// figure, "seluruh pegawai bekerja dari rumah", or tells a whole share in words,
// "WFH secara penuh".
func (r *reader) implicit(i, k int) bool {
	u := &r.Units[i]
	s := &u.Statements[k]
	if slices.ContainsFunc(s.Figures, func(f statement.Figure) bool { return f.Percent || f.Unit != "hari" || !r.Is(f.First-1, "subclause") }) || s.NotAll || s.Others || undecided(s) || u.Voice != "" && u.Voice != circular.AssertRule {
		return false
	}
	for _, m := range s.Modes {
		if m.Weak || m.Negated || m.Rel || m.Noun {
			continue
		}
		rule := r.all(s, m)
		if rule == "" || s.Force.Relief || s.Only {
			return false
		}
		gs := r.groups(i, k)
		if r.revokes(s, m) {
			return false
		}
		if afflicted(gs) || m.Mode == circular.ModeWFO && len(narrow(gs)) > 0 {
			return false
		}
		hundred := 100.0
		c := Clause{Clause: circular.Clause{Kind: circular.KindQuota, Force: s.Force.Force, Rule: rule, Confidence: 0.75}}
		r.name(&c, gs)
		c.Quota = &circular.Quota{Mode: m.Mode, Bound: circular.BoundExact, Percent: &hundred, Implicit: true}
		r.add(i, k, c)
		return true
	}
	return false
}

// revokes reports whether the statement ends the mode: "menginstruksikan seluruh dinas
// mencabut kebijakan WFH".
func (r *reader) revokes(s *statement.Statement, m statement.Mode) bool {
	x, ok := r.Find(s.First, m.First, "revoked")
	for i := x.End; ok && i < m.First; i++ {
		ok = r.Is(i, "matter") || r.Is(i, "mode")
	}
	return ok
}

// all returns the rule id of the word that makes mode m hold for everybody:
// "seluruh" before whom it concerns, "secara penuh" beside the mode.
func (r *reader) all(s *statement.Statement, m statement.Mode) string {
	for _, g := range append(append([]statement.Group{}, s.Who...), s.Target...) {
		for i := g.First; i <= g.First+1 && i < g.End; i++ {
			if x, ok := r.Entry(i, "all", "all"); ok && m.Mode != circular.ModeWFO {
				return x.Entry.Rule()
			}
		}
	}
	for _, x := range r.Within(s.First, s.End) {
		if x.Entry.Class == "all" && x.Entry.ID == "full" && r.beside(x.First, m) {
			return x.Entry.Rule()
		}
	}
	return ""
}

// beside reports whether the word at token i stands beside mode m: nobody and nothing
// else is named between, as in "puskesmas buka penuh selama WFH".
func (r *reader) beside(i int, m statement.Mode) bool {
	first, end := m.End, i
	if i < m.First {
		first, end = i+1, m.First
	}
	for ; first < end; first++ {
		if r.Is(first, "subclause") || r.Is(first, "locative") || r.Is(first, "noun") {
			return false
		}
		for _, x := range r.At(first) {
			switch x.Entry.Class {
			case "group", "person", "org", "subject", "keep":
				return false
			}
		}
	}
	return true
}
