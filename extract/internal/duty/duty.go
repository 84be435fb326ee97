// Package duty makes clauses of what news tells of a circular beside the place of
// work: what is ordered, forbidden, allowed or reported. News tells much else; a
// statement counts where a word of force or a standing duty of the lexicon says so.
package duty

import (
	"strings"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/extract/internal/reading"
	"github.com/telaah/telaah/extract/internal/statement"
	"github.com/telaah/telaah/lexicon"
)

// Clause is a duty with the tokens it stands on.
type Clause struct {
	circular.Clause
	First, End int
}

// Of returns the duties that a sentence with the tokens from first up to end words, each of
// its statements at most one. taken tells of a statement whether another clause
// stands on it already.
func Of(r *reading.Reading, first, end int, statements []statement.Statement, voice circular.Assertion, taken func(n int) bool) []Clause {
	var out []Clause
	for n := range statements {
		s := inherited(statements, n)
		topic, known := r.Find(s.First, s.End, "topic")
		_, sanctions := r.Find(s.First, s.End, "sanction")
		if sanctions && s.Force.Force == "" && !known && !s.Negated && !taken(n) {
			m, _ := r.Find(s.First, s.End, "sanction")
			out = append(out, Clause{First: first, End: end, Clause: circular.Clause{Kind: circular.KindSanction, Assertion: voice, Confidence: 0.5,
				Rule: m.Entry.Rule(), Duty: &circular.Duty{What: what(r, s), Who: who(r, s)}}})
			continue
		}
		if taken(n) || r.Is(s.First, "except") || s.Force.Force == "" && !known || s.Force.Relief || bounds(r, s) {
			continue
		}
		c := circular.Clause{Kind: kind(r, s, topic), Force: s.Force.Force, Assertion: voice, Confidence: 0.6, Duty: &circular.Duty{What: what(r, s)}}
		switch {
		case known:
			c.Duty.Topic, c.Rule = topic.Entry.ID, topic.Entry.Rule()
			c.Confidence = 0.85
		default:
			c.Rule = s.Force.Entry.Rule()
		}
		if s.Force.Force == "" {
			if topic.Entry.Attrs["news"] != "" {
				continue // told, not ruled
			}
			c.Confidence = 0.6
		}
		if c.Duty.What == "" {
			continue
		}
		c.Duty.Who = who(r, s)
		out = append(out, Clause{Clause: c, First: first, End: end})
	}
	return out
}

// inherited returns the n-th statement with the subject and the force of the one
// before it where it has none: "Kepala OPD diminta memantau ..., membuka ...".
func inherited(statements []statement.Statement, n int) *statement.Statement {
	s := statements[n]
	for k := n - 1; k >= 0 && s.Same && len(s.Who) == 0; k-- {
		s.Who = statements[k].Who
		if s.Force.Force == "" && !statements[k].Force.Relief {
			s.Force = statements[k].Force
		}
		if !statements[k].Same {
			break
		}
	}
	return &s
}

// who returns the printed subject of the statement.
func who(r *reading.Reading, s *statement.Statement) string {
	if len(s.Who) == 0 || s.Force.Cause && s.Who[0].End <= s.Force.First {
		return "" // who orders is not who is ordered
	}
	return r.Printed(s.Who[0].First, s.Who[0].End)
}

// bounds reports whether the force of the statement belongs to a limit: "tidak boleh
// lebih dari" limits, and forbids nothing else.
func bounds(r *reading.Reading, s *statement.Statement) bool {
	if s.Force.Entry == nil {
		return false
	}
	m, ok := r.Starts(s.Force.First, "bound")
	return ok && m.End > s.Force.First+1
}

// kind returns the kind of clause that the statement makes.
func kind(r *reading.Reading, s *statement.Statement, topic lexicon.Match) circular.Kind {
	if topic.Entry != nil {
		if k := topic.Entry.Attrs["kind"]; k != "" {
			return circular.Kind(k)
		}
	}
	if _, ok := r.Find(s.First, s.End, "sanction"); ok && !s.Negated {
		return circular.KindSanction
	}
	switch {
	case s.Force.Sense == statement.Ban, s.Negated && s.Force.Sense != statement.May && topic.Entry == nil:
		return circular.KindProhibition
	case s.Force.Sense == statement.May:
		return circular.KindPermission
	}
	return circular.KindObligation
}

// what returns the printed act of the statement.
func what(r *reading.Reading, s *statement.Statement) string {
	end := s.End
	for _, a := range s.Aside {
		if a.First >= s.End {
			end = max(end, a.End)
		}
	}
	return strings.Trim(r.Printed(s.First, end), " ,;.:\"\u201c\u201d")
}
