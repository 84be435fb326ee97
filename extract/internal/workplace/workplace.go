// Package workplace makes quotas and exemptions of statements about the place of
// work: how many work from home, in the office or anywhere, and who departs from
// that. A text that does not speak of those modes has none.
package workplace

import (
	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/extract/internal/statement"
)

// Clause is a quota or an exemption with what settling must know of it.
type Clause struct {
	circular.Clause
	First, End int  // its tokens
	Narrow     bool // its group is less than all staff
	Unit       int
	Statement  int
}

// topic is what the text spoke of last.
type topic struct {
	mode   statement.Mode
	set    bool
	title  bool // only a title named the mode: no figure is counted in it
	unit   int
	groups []statement.Group
	named  int // the unit that named them
}

// reader goes over the units of a text once.
type reader struct {
	*Text
	topic topic
	out   []Clause

	candidates []Candidate
}

// Of returns the clauses of the text, by position, each rule once.
func Of(t *Text) []Clause {
	r := &reader{Text: t}
	for i := range t.Units {
		r.unit(i)
	}
	return settle(r.out, !r.Official)
}

// unit reads one sentence.
func (r *reader) unit(i int) {
	u := &r.Units[i]
	if r.Blocks[u.Block].Row {
		r.row(i)
		return
	}
	r.titled(i)
	for k := range u.Statements {
		s := &u.Statements[k]
		n := len(r.out)
		r.quotas(i, k)
		r.inherited(i, k)
		if len(r.out) == n && !lends(u, k) && !r.implicit(i, k) {
			r.exemption(i, k)
		}
		if len(r.out) == n {
			r.others(i, k)
		}
		r.exceptions(i, k)
		r.remember(i, s)
	}
}

// lends reports whether the next statement limits the mode that the k-th names:
// "Pegawai WFH bergantian, paling banyak 50 persen".
func lends(u *Unit, k int) bool {
	if k+1 >= len(u.Statements) || len(u.Statements[k].Modes) == 0 {
		return false
	}
	next := &u.Statements[k+1]
	return next.Same && len(next.Figures) > 0 && len(next.Modes) == 0 && next.Figures[0].Percent
}

// remember moves the topic on.
func (r *reader) remember(i int, s *statement.Statement) {
	for _, m := range s.Modes {
		if !m.Weak {
			r.topic.mode, r.topic.set, r.topic.title, r.topic.unit = m, true, false, i
		}
	}
	if gs := narrow(append(s.Who, s.Target...)); len(gs) > 0 {
		r.topic.groups, r.topic.named = gs, i
	}
}

// titled takes the way of working that the title of an act in unit i names for what is
// spoken of, where nothing was yet.
func (r *reader) titled(i int) {
	if r.topic.set {
		return
	}
	for _, m := range r.All.Within(r.Units[i].First, r.Units[i].End) {
		if mode := circular.Mode(m.Entry.ID); m.Entry.Class == "mode" && m.Entry.Attrs["weak"] == "" && mode != circular.ModeWFO {
			r.topic.mode = statement.Mode{First: m.First, End: m.End, Mode: mode, Entry: m.Entry}
			r.topic.set, r.topic.title, r.topic.unit = true, true, i
			return
		}
	}
}

// narrow returns the groups that are less than all staff.
func narrow(gs []statement.Group) []statement.Group {
	var out []statement.Group
	for _, g := range gs {
		if g.Narrow {
			out = append(out, g)
		}
	}
	return out
}
