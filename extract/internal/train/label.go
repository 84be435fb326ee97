package main

import (
	"strings"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/extract/internal/gold"
	"github.com/telaah/telaah/extract/internal/second"
)

// unknown is the label of a question that gold does not answer.
const unknown = -1

// Answers of labels: no value; gold does not tell.
const (
	none   = "none"
	unsure = "?"
)

// label finds the right answers of the questions of a text.
func (s *sample) label() {
	s.right = make([]int, len(s.questions))
	for i := range s.questions {
		s.right[i] = s.answer(&s.questions[i])
	}
}

// answer returns the index of the right answer, or unknown.
func (s *sample) answer(q *second.Question) int {
	says := ""
	switch q.Kind {
	case second.Mode:
		says = s.mode(q)
	case second.Bound:
		says = s.bound(q)
	case second.Effect:
		says = s.effect(q)
	case second.Group:
		says = s.group(q)
	case second.Window:
		says = s.window(q)
	case second.Signer:
		says = s.signer(q)
	case second.Own:
		says = s.own(q)
	}
	for i, a := range q.Answers {
		if a == says {
			return i
		}
	}
	return unknown
}

// places returns where a quotation stands in the text, its blanks aside.
func (s *sample) places(quote string) []circular.Span {
	words := strings.Fields(strings.ToLower(quote))
	if len(words) == 0 {
		return nil
	}
	var out []circular.Span
	body := strings.ToLower(s.text.Body)
	if len(body) != len(s.text.Body) {
		return nil
	}
	for from := 0; ; {
		i := strings.Index(body[from:], words[0])
		if i < 0 {
			return out
		}
		start := from + i
		from = start + 1
		at, ok := start+len(words[0]), true
		for _, w := range words[1:] {
			k := at
			for k < len(body) && strings.ContainsRune(" \t\n\r\f", rune(body[k])) {
				k++
			}
			if ok = k > at && strings.HasPrefix(body[k:], w); !ok {
				break
			}
			at = k + len(w)
		}
		if ok {
			out = append(out, circular.Span{Start: start, End: at})
		}
	}
}

func within(spans []circular.Span, in circular.Span) bool {
	for _, s := range spans {
		if s.Overlaps(in) {
			return true
		}
	}
	return false
}

// mode answers what a percentage is: a rule of one way of working, or none.
func (s *sample) mode(q *second.Question) string {
	found, equal := "", false
	for _, g := range s.gold.Quotas {
		if g.Percent == nil || *g.Percent != q.Value {
			continue
		}
		equal = true
		if !within(s.places(g.Quote), q.Span) {
			continue
		}
		if g.Asserted != "" || found != "" && found != g.Mode {
			return unsure
		}
		found = g.Mode
	}
	if found != "" {
		return found
	}
	for _, e := range s.gold.Exemptions {
		if e.Percent != nil && *e.Percent == q.Value {
			equal = true
			if within(s.places(e.Quote), q.Span) {
				return map[string]string{"must_wfo": "WFO", "must_wfh": "WFH"}[e.Effect]
			}
		}
	}
	for _, o := range s.gold.Others {
		if within(s.places(o.Context), q.Span) {
			if o.Why == "dup" {
				return unsure
			}
			return none
		}
	}
	if equal {
		return unsure
	}
	return none
}

func (s *sample) bound(q *second.Question) string {
	found := ""
	for _, g := range s.gold.Quotas {
		if g.Percent == nil || *g.Percent != q.Value || !within(s.places(g.Quote), q.Span) {
			continue
		}
		b := g.Bound
		if b == "approx" {
			b = "exact"
		}
		if found != "" && found != b {
			return unsure
		}
		found = b
	}
	return found
}

// effect answers what a sentence does to whom a phrase names.
func (s *sample) effect(q *second.Question) string {
	found, near := "", false
	for _, e := range s.gold.Exemptions {
		if !gold.SameGroup(e.Group, q.Text) {
			continue
		}
		near = true
		for _, p := range s.places(e.Quote) {
			if p.Overlaps(q.Around) || within(s.places(e.Group), q.Span) {
				c := gold.EffectClass(e.Effect)
				if found != "" && found != c {
					return unsure
				}
				found = c
			}
		}
	}
	switch {
	case found != "":
		return found
	case near:
		return unsure
	}
	return none
}

// group answers whether a phrase is whom a figure of its stretch concerns.
func (s *sample) group(q *second.Question) string {
	found := none
	for _, g := range s.gold.Quotas {
		if gold.Content(q.Text) == 0 || !gold.SameGroup(g.Group, q.Text) {
			continue
		}
		if within(s.places(g.Quote), q.Around) {
			return "yes"
		}
		found = unsure
	}
	return found
}

// window answers what a date is for.
func (s *sample) window(q *second.Question) string {
	from, to := q.From.String(), q.To.String()
	says := none
	for _, e := range s.gold.Effective {
		switch {
		case e.Start == from && e.End == to:
			return "window"
		case from == to && e.Start == from:
			says = "start"
		case from == to && e.End == from:
			says = "end"
		}
	}
	return says
}

// signer answers whether the name of a question is that of who signed.
func (s *sample) signer(q *second.Question) string {
	says := none
	for _, c := range s.gold.Circulars {
		if c.Role == "subject" && c.Signatory != nil && gold.SameName(c.Signatory.Name, s.rec.Circulars[q.Circular].Signatory.Name) {
			says = "yes"
		}
	}
	return says
}

// own answers whether the text is about the circular of a question.
func (s *sample) own(q *second.Question) string {
	for _, c := range s.gold.Circulars {
		if c.Role == "subject" && c.Number != "" && gold.SameAct(c.Number, s.rec.Circulars[q.Circular].Number) {
			return "yes"
		}
	}
	return none
}
