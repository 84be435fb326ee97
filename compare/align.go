package compare

import (
	"slices"

	"github.com/telaah/telaah/circular"
)

// Likeness of two duties, 0..1, from which they can be the same one: alone,
// and as a further part of one that is already answered.
const (
	alike = 0.45
	part  = 0.6

	aboutTitle = 0.4 // likeness to the title from which a sentence only tells what the act is about
)

// align pairs the duties of the document with those of the baseline: first one
// to one, so that the sum of likeness is greatest, then what is left over as
// parts of a split duty, then duties that a longer sentence holds as well. The
// result has the clauses of each atom of the baseline, by its place.
func align(p *paper) [][]*clause {
	pairs := pairing{clauses: make([][]*clause, len(p.base.Atoms)), used: map[*clause]bool{}}
	var rows []int
	var own []*clause
	for i := range p.base.Atoms {
		switch p.base.Atoms[i].Polarity {
		case circular.PolarityDuty, circular.PolarityPermission, circular.PolarityActor:
			rows = append(rows, i)
		}
	}
	for _, c := range p.clauses {
		if c.Duty != nil {
			c.bag = p.bag(c.Text)
			own = append(own, c)
		}
	}
	bags := make([]map[string]int, len(rows))
	score := make([][]float64, len(rows))
	for r, i := range rows {
		bags[r] = p.bag(p.base.Atoms[i].Words)
		score[r] = make([]float64, len(own))
		for k, c := range own {
			score[r][k] = likeness(&p.base.Atoms[i], bags[r], c)
		}
	}
	for r, k := range assign(score) {
		if k >= 0 {
			pairs.put(rows[r], own[k])
		}
	}
	for k, c := range own {
		best := -1
		for r := range rows {
			if !pairs.used[c] && score[r][k] >= part && (best < 0 || score[r][k] > score[best][k]) {
				best = r
			}
		}
		if best >= 0 {
			pairs.put(rows[best], c)
		}
	}
	restated(p, rows, own, &pairs)
	for r, i := range rows {
		if len(pairs.clauses[i]) > 0 {
			continue
		}
		for _, c := range own {
			if held(bags[r], c.bag) >= 0.75 {
				pairs.put(i, c)
				break
			}
		}
	}
	return pairs.clauses
}

// pairing is which clauses go to which atom.
type pairing struct {
	clauses [][]*clause // by the place of the atom
	used    map[*clause]bool
}

func (m *pairing) put(atom int, c *clause) {
	m.clauses[atom] = append(m.clauses[atom], c)
	m.used[c] = true
}

// restated gives what only says again that staff may work elsewhere, or what
// the act is about, to the permission of the baseline.
func restated(p *paper, rows []int, own []*clause, pairs *pairing) {
	for _, i := range rows {
		a := &p.base.Atoms[i]
		if a.Polarity != circular.PolarityPermission || !has(a.Words, p.Away) {
			continue
		}
		titles := []map[string]int{p.bag(p.base.Circular.Title), p.bag(p.base.Aim)}
		if p.subject != nil {
			titles = append(titles, p.bag(p.subject.Title))
		}
		about := func(c *clause) bool {
			return slices.ContainsFunc(titles, func(t map[string]int) bool { return cosine(t, c.bag) >= aboutTitle })
		}
		for _, c := range own {
			again := c.Kind == circular.KindPermission && (has(c.Text, p.Away) || about(c) || dated(p, c)) || c.Kind == circular.KindObligation && about(c)
			if !pairs.used[c] && c.Duty.Topic == "" && again && len(c.scope) == 0 {
				pairs.put(i, c)
			}
		}
		return
	}
}

// dated reports whether the sentence of a clause also gives the period.
func dated(p *paper, c *clause) bool {
	return slices.ContainsFunc(p.clauses, func(o *clause) bool { return o.Period != nil && o.Span.Overlaps(c.Span) })
}

// likeness returns how far a clause says what an atom says: above 1 where both
// are the same standing duty, 0 where they cannot be the same.
func likeness(a *circular.Atom, bag map[string]int, c *clause) float64 {
	s := cosine(bag, c.bag)
	switch {
	case a.Topic != "" && a.Topic == c.Duty.Topic:
		return 1 + s
	case a.Topic != "" && c.Duty.Topic != "":
		return 0
	case c.Kind == circular.KindSanction || c.Kind == circular.KindReporting || c.Kind == circular.KindCondition && a.Polarity == circular.PolarityPermission:
		return 0
	case s < alike:
		return 0
	}
	return s
}

// held returns the share of the words of a that b has too.
func held(a, b map[string]int) float64 {
	n, all := 0, 0
	for w := range a {
		all++
		if b[w] > 0 {
			n++
		}
	}
	if all < 4 {
		return 0
	}
	return float64(n) / float64(all)
}
