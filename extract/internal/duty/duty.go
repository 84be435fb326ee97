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
		s := &statements[n]
		topic, known := r.Find(s.First, s.End, "topic")
		if taken(n) || s.Force.Force == "" && !known || s.Force.Relief || bounds(r, s) {
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
		if len(s.Who) > 0 {
			c.Duty.Who = r.Printed(s.Who[0].First, s.Who[0].End)
		}
		out = append(out, Clause{Clause: c, First: first, End: end})
	}
	return out
}

// bounds reports whether the force of the statement belongs to a limit: "tidak boleh
// lebih dari" limits, and forbids nothing else.
func bounds(r *reading.Reading, s *statement.Statement) bool {
	m, ok := r.Starts(s.Force.First, "bound")
	return ok && s.Force.Entry != nil && m.End > s.Force.First+1
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
	case s.Force.Force == circular.ForceDilarang, s.Negated && s.Force.Force != circular.ForceDapat && topic.Entry == nil:
		return circular.KindProhibition
	case s.Force.Force == circular.ForceDapat && topic.Entry == nil:
		return circular.KindPermission
	}
	return circular.KindObligation
}

// what returns the printed act of the statement.
func what(r *reading.Reading, s *statement.Statement) string {
	return strings.Trim(r.Printed(s.First, s.End), " ,;.:\"\u201c\u201d")
}
