package workplace

import (
	"slices"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/extract/internal/statement"
	"github.com/telaah/telaah/lexicon"
)

// groups returns whom the k-th statement of unit i concerns: its own groups, those
// of the statement it shares its subject with, those listed below it, else those
// of the frame above.
func (r *reader) groups(i, k int) []statement.Group {
	u := &r.Units[i]
	s := &u.Statements[k]
	own := append(ruled(s), s.Target...)
	if gs := narrow(own); len(gs) > 0 {
		below := r.below(i, k, false)
		if len(below) > 0 { // "Perangkat Daerah berikut": those of the list
			gs = slices.DeleteFunc(gs, func(g statement.Group) bool {
				m, ok := r.Find(g.First, g.End, "leadin")
				return ok && m.End == g.End
			})
		}
		return append(gs, below...)
	}
	if slices.ContainsFunc(own, func(g statement.Group) bool { return g.Whole }) {
		return own
	}
	if gs := r.below(i, k, false); len(gs) > 0 {
		return gs
	}
	if k+1 < len(u.Statements) && len(u.Statements[k+1].Who) == 0 {
		if gs := u.Statements[k+1].Target; slices.ContainsFunc(gs, r.says) && len(u.Statements[k+1].Figures) > 0 && !slices.ContainsFunc(own, r.says) {
			return gs // "WFO 50 persen dan WFH 50 persen bagi X"
		}
	}
	if s.Same && k > 0 {
		if gs := r.groups(i, k-1); len(gs) > 0 {
			return gs
		}
	}
	if gs := r.topic.groups; s.Them && len(gs) > 0 && i-r.topic.named <= recent && !slices.ContainsFunc(gs, statement.Group.Official) {
		return gs
	}
	if _, ok := r.Find(s.First, s.End, "measureof"); ok && len(s.Figures) > 0 && r.topic.named == i-1 {
		return r.topic.groups // "Jumlahnya paling banyak 50 persen"
	}
	if gs := r.above(i, k); len(gs) > 0 {
		return gs
	}
	if gs := r.offices(i); len(gs) > 0 && len(s.Figures) > 0 {
		return gs
	}
	return own
}

// offices returns the offices that the sentence right before unit i, in its block,
// rules: what is limited next is limited for each of them.
func (r *reader) offices(i int) []statement.Group {
	if i == 0 || r.Units[i-1].Block != r.Units[i].Block {
		return nil
	}
	for _, s := range r.Units[i-1].Statements {
		for _, g := range ruled(&s) {
			if m, ok := r.Find(g.First, g.End, "org"); ok && m.Entry.ID == "opd" && !g.Official() {
				return []statement.Group{g}
			}
		}
	}
	return nil
}

// ruled returns whom the statement is about: not the official who orders it.
func ruled(s *statement.Statement) []statement.Group {
	if !s.Agent {
		return slices.Clone(s.Who)
	}
	if len(s.Target) > 0 {
		return nil // a government that applies it to somebody
	}
	var out []statement.Group
	for _, g := range s.Who {
		if !g.Official() {
			out = append(out, g)
		}
	}
	return out
}

// person reports whether the group names people or offices.
func (r *reader) person(g statement.Group) bool {
	for _, m := range r.Within(g.First, g.End) {
		switch m.Entry.Class {
		case "group", "person", "org", "subject":
			return true
		}
	}
	return g.Narrow
}

// below returns the members that a stem leads to: of those excepted from it, or of
// whom it rules.
func (r *reader) below(i, k int, except bool) []statement.Group {
	u := &r.Units[i]
	b := r.Blocks[u.Block]
	for _, x := range u.Statements[k].Except {
		if !except && len(x.Groups) == 0 {
			return nil // they are the excepted
		}
	}
	if !b.Stem || k != len(u.Statements)-1 || i+1 != b.Units[1] {
		return nil
	}
	var out []statement.Group
	for _, c := range b.Children {
		child := r.Blocks[c]
		if child.Units[1]-child.Units[0] != 1 {
			return nil
		}
		for _, s := range r.Units[child.Units[0]].Statements {
			if len(s.Modes)+len(s.Figures) > 0 || s.Force.Force != "" {
				return nil // the items rule on their own
			}
			out = append(out, s.Who...)
			out = append(out, s.Target...)
		}
	}
	return out
}

// above returns the groups of the label before the statement, or of the nearest
// stem or heading above that names any.
func (r *reader) above(i, k int) []statement.Group {
	u := &r.Units[i]
	for j := k - 1; j >= 0; j-- {
		if s := u.Statements[j]; s.Label {
			gs := narrow(append(slices.Clone(s.Who), s.Target...))
			if s.Verbal { // "Pj Sekda X membatasi: ..."
				gs = slices.DeleteFunc(gs, statement.Group.Official)
			}
			if len(gs) > 0 {
				return gs
			}
		}
	}
	if gs := r.title(u.Block); len(gs) > 0 {
		return gs
	}
	for p := r.Blocks[u.Block].Parent; p >= 0; p = r.Blocks[p].Parent {
		b := r.Blocks[p]
		for j := b.Units[1] - 1; j >= b.Units[0]; j-- {
			for _, s := range r.Units[j].Statements {
				if gs := r.people(narrow(append(slices.Clone(s.Who), s.Target...))); len(gs) > 0 && !s.Force.Cause {
					return gs
				}
			}
		}
	}
	return nil
}

// title returns the groups of the few words that stand as a block of their own over
// block b: "Zona hijau".
func (r *reader) title(b int) []statement.Group {
	if b == 0 {
		return nil
	}
	p := r.Blocks[b-1]
	if p.Units[1]-p.Units[0] != 1 || p.Row {
		return nil
	}
	ss := r.Units[p.Units[0]].Statements
	if len(ss) != 1 || len(ss[0].Modes)+len(ss[0].Figures) > 0 || ss[0].Force.Force != "" || ss[0].Verbal || r.Toks[p.End-1].Kind != lexicon.Word {
		return nil
	}
	return r.people(narrow(ss[0].Who))
}

// people returns the groups that a word for people or offices names, not only their
// shape: "Zona hijau", not "Pelaporan yang Diatur Ketat".
func (r *reader) people(gs []statement.Group) []statement.Group {
	return slices.DeleteFunc(gs, func(g statement.Group) bool {
		return !slices.ContainsFunc(r.Within(g.First, g.End), func(m lexicon.Match) bool {
			switch m.Entry.Class {
			case "group", "person", "org", "subject", "condition":
				return true
			}
			return false
		})
	})
}

// name fills the group fields of a clause, and reports whether its list is open.
func (r *reader) name(c *Clause, gs []statement.Group) (open bool) {
	for _, g := range gs {
		if p := r.Printed(g.First, g.End); p != "" && !slices.Contains(c.Groups, p) && r.says(g) {
			c.Groups = append(c.Groups, p)
		}
		c.Categories = append(c.Categories, g.Categories...)
		c.Narrow = c.Narrow || g.Narrow
		open = open || g.Open
	}
	slices.Sort(c.Categories)
	c.Categories = slices.Compact(c.Categories)
	return open
}

// says reports whether the words of the group tell more than that it is staff.
func (r *reader) says(g statement.Group) bool { return g.Narrow || r.tells(g) }

// tells reports whether a general group says more than "pegawai" and more than the
// name of the government itself.
func (r *reader) tells(g statement.Group) bool {
	if _, owned := r.Find(g.First, g.End, "owned"); owned {
		return false
	}
	for _, m := range r.Within(g.First, g.End) {
		if g.End-g.First < 2 && m.Entry.Class != "org" {
			continue
		}
		switch {
		case m.Entry.Class == "subject", m.Entry.Class == "org" && m.Entry.ID != "gov":
			return true
		}
	}
	return false
}

// add adds a clause that the k-th statement of unit i makes.
func (r *reader) add(i, k int, c Clause) {
	u := &r.Units[i]
	c.First, c.End, c.Unit, c.Statement = u.First, u.End, i, k
	c.Path = r.Blocks[u.Block].Path
	if c.Assertion == "" {
		c.Assertion = u.Voice
	}
	if c.Assertion == "" {
		c.Assertion = circular.AssertRule
	}
	r.out = append(r.out, c)
}
