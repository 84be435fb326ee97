package workplace

import (
	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/extract/internal/statement"
)

// standing returns why what the k-th statement of unit i says of a figure is no
// rule, or that it is one.
func (r *reader) standing(i, k int, f statement.Figure) circular.Assertion {
	u := &r.Units[i]
	if u.Voice != "" && u.Voice != circular.AssertRule {
		return u.Voice
	}
	s := &u.Statements[k]
	for _, m := range r.Within(u.First, u.End) {
		near := m.First >= s.First && m.End <= s.End || m.First <= u.First+2
		switch {
		case m.Entry.Class == "practice" && m.First < f.End:
			return circular.AssertPractice
		case m.Entry.Class == "plan" && m.Entry.ID == "judged" && m.First >= f.End && near:
			return circular.AssertPlan
		case m.Entry.Class == "plan" && m.Entry.ID != "judged" && m.First < f.First && near:
			return circular.AssertPlan
		case m.Entry.Class == "list" && m.Entry.ID == "more" && m.First >= f.End && f.Percent && near:
			return circular.AssertExample
		case m.Entry.Class == "example" && m.First < f.First && near && !r.instances(s, m.First):
			return circular.AssertExample
		}
	}
	if f.Bound == circular.BoundApprox {
		return circular.AssertApprox
	}
	return circular.AssertRule
}

// instances reports whether a word for an example at token i opens a list of
// offices, not a sum: "OPD esensial, misalnya DPMPTSP".
func (r *reader) instances(s *statement.Statement, i int) bool {
	for _, g := range append(append([]statement.Group{}, s.Who...), s.Target...) {
		if g.First < i && i < g.End {
			return true
		}
	}
	return false
}
