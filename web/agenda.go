package web

import (
	"bytes"
	"net/http"
	"slices"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/report"
)

// agendaDays is how far ahead the agenda looks.
const agendaDays = 14

// agendaItem is a day on which something is due or begins.
type agendaItem struct {
	Day   circular.Date
	When  string // the day in words
	Kind  string // "deadline" or "start"
	What  string // what is due, or the circular that comes into force
	Whose string // the circular
	Href  string
}

// agenda returns what is due and what begins from today on, the next first, one
// line for each day of a circular, however many documents are about it.
func (s *Server) agenda(sh *shelf, p page) (list []agendaItem) {
	today := s.today()
	last := today.AddDays(agendaDays)
	soon := func(d circular.Date) bool {
		return !d.IsZero() && d.Compare(today) >= 0 && d.Compare(last) <= 0
	}
	seen := map[agendaItem]bool{}
	add := func(e *entry, c *circular.Clause, kind, what string, day circular.Date) {
		it := agendaItem{Day: day, When: p.Lang.Day(day), Kind: kind, What: what, Whose: p.Lang.Name(e.Record.Subject())}
		if seen[it] {
			return
		}
		seen[it] = true
		it.Href = placeOf("/dokumen/"+e.ID()[:12], c.Span)
		list = append(list, it)
	}
	for _, e := range sh.entries {
		for i := range e.Record.Clauses {
			c := &e.Record.Clauses[i]
			if c.Assertion != circular.AssertRule {
				continue
			}
			if day, _, what := c.Due(); soon(day) {
				add(e, c, "deadline", what, day)
			}
			if c.Period != nil && soon(c.Period.Start) {
				add(e, c, "start", "", c.Period.Start)
			}
		}
	}
	slices.SortStableFunc(list, func(a, b agendaItem) int { return a.Day.Compare(b.Day) })
	return list
}

// calendar gives the deadlines and starts of the corpus as a calendar.
func (s *Server) calendar(w http.ResponseWriter, r *http.Request) {
	sh, err := s.library.shelf()
	if err != nil {
		s.failWith(w, r, err)
		return
	}
	var records []circular.Record
	for _, e := range sh.entries {
		records = append(records, e.Record)
	}
	var b bytes.Buffer
	if err := report.WriteCalendar(&b, records, report.Options{Lang: string(s.lang(r))}); err != nil {
		s.fail(w, r, http.StatusInternalServerError, "fail.report")
		return
	}
	w.Header().Set("Content-Type", "text/calendar; charset=utf-8")
	b.WriteTo(w)
}
