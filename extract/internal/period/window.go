package period

import (
	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/extract/internal/mention"
	"github.com/telaah/telaah/extract/internal/outline"
)

// windows returns the periods that single dates and ranges state. A date of a
// list is what the one before it is.
func (r *reader) windows() []Period {
	var out []Period
	was := false
	for k, m := range r.Dates {
		if k > 0 && r.follows(k) && (!was || m.Single() && r.Dates[k-1].Single()) {
			if was {
				p := out[len(out)-1]
				p.First, p.End, p.Start, p.Period.End = m.First, m.End, m.From, m.To
				out = append(out, p)
			}
			continue
		}
		p, ok := r.window(k)
		if was = ok; ok {
			out = append(out, p)
		}
	}
	return out
}

// weak is the confidence in a period that a headline tells, or the days of an
// event in which the rule holds: it counts where nothing tells one plainly.
const weak = 0.7

// during reports whether the date at token first is that of an event in which
// something holds: "selama KTT ASEAN, 5-7 September".
func (r *reader) during(s outline.Sentence, first int) bool {
	for i := first - 1; i >= s.First; i-- {
		for _, m := range r.At(i) {
			if m.Entry.Class == "dateuse" && m.End <= first {
				return m.Entry.ID == "noun" && r.joined(m.End, first) && r.around(i)
			}
		}
	}
	return false
}

// follows reports whether date k is the next of a list.
func (r *reader) follows(k int) bool {
	_, end := mention.Link(r.Reading, r.Dates[k-1].End)
	return end > r.Dates[k-1].End && end == r.Dates[k].First
}

// window returns the period that date k states, if it states one.
func (r *reader) window(k int) (Period, bool) {
	m := r.Dates[k]
	p := Period{First: m.First, End: m.End, Period: circular.Period{Start: m.From, End: m.To}, Rule: "dateuse/window", Confidence: 0.85}
	s, ok := r.sentence(m.First)
	if !ok || m.Single() && r.Signed[m.First] || m.Clock && m.Single() || !bounds(s.Part) || r.Other(s) || r.superseded(s, m.First) || r.unrelated(s, m.First) {
		return p, false
	}
	if s.Part == outline.Headline || s.Part == outline.Subhead || r.Blocks[s.Block].Heading {
		p.Confidence = weak
	}
	u := r.use(s, m.First)
	if u.entry == nil {
		u = r.lead(s)
	}
	if u.is("event", "happens", "noun", "host", "past", "trial", "deadline", "limit", "other") || u.entry == nil && r.onEvent(s, m.First) {
		return p, false
	}
	if s.Part == outline.Headline && m.Single() && u.end <= r.LineStart(m.First) && r.opening(m.First) == nil {
		return p, false // the day of the press under a headline
	}
	if r.during(s, m.First) {
		p.Confidence = weak
	}
	if u.entry != nil && u.entry.Class == "dateuse" {
		p.Rule = u.entry.Rule()
	}
	if !m.Single() {
		return p, true
	}
	open := r.opening(m.First)
	if r.untold(m.End, s.End) {
		p.Period.End, p.Rule = circular.Date{}, "dateopen/untold"
		if open != nil {
			p.Rule = open.Rule()
		}
		return p, true
	}
	if open != nil {
		p.Rule = open.Rule()
		if open.ID == "until" {
			p.Start = r.sinceToday(s, m.First)
			p.Derived = !p.Start.IsZero()
			return p, (!r.Is(r.opens(s), "earlier") || r.dateFrom(s.First) < k) && r.stands(s, u)
		}
		if r.back(s, u) || !r.ruled(s) && (u.is("first") || r.firstDay(m.End, s.End)) {
			return p, false
		}
		p.Period.End = r.lasting(s, m)
		p.Derived = !p.Period.End.IsZero()
		return p, true
	}
	begins := r.begins(s, &p)
	switch {
	case r.apposed(m.First) && r.recurs(s):
		return p, true
	case u.entry == nil || u.entry.Class == "press" || u.entry.Class == "issue" || u.is("first"):
		return p, begins
	case r.leads(m.First) && (u.away() || u.is("window")), u.away() && r.today(m.First), u.is("window") && r.joined(u.end, m.First) && !r.comma(u.end):
		return p, true
	}
	return p, begins
}
