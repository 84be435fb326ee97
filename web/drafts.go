package web

import (
	"cmp"
	"net/http"
	"slices"
	"strings"

	"github.com/telaah/telaah/circular"
)

// cardsPerPage is how many drafts the first page shows at once.
const cardsPerPage = 20

// manyDrafts is the number of drafts from which on they can be sorted and
// filtered.
const manyDrafts = 6

// draftList is the drafts of the queue as the reader asks for them.
type draftList struct {
	Total  int // drafts in the queue
	Live   int // of them, those that are still being read
	Counts []levelCount
	Query  string // words of the names that are shown
	Only   string // of the drafts that are shown: a level, "failed", "" all
	Order  string // one of cardOrders
	Cards  []card
	Pager  pager
}

// cardOrders are the orders of drafts, the usual one first.
var cardOrders = []string{"newest", "gravest", "name"}

// Orders are the orders to choose from.
func (r draftList) Orders() []string { return cardOrders }

// Many reports whether the drafts can be sorted and filtered.
func (r draftList) Many() bool { return r.Total >= manyDrafts || r.Query != "" || r.Only != "" }

// draftLevel returns the gravest level of a draft, "failed" of one that could
// not be read, "" while it is being read.
func (s *Server) draftLevel(d draft) string {
	switch d.State {
	case stateFailed, stateSkipped:
		return string(stateFailed)
	case stateDone:
		for how, c := range d.judged { // the level is the same in every language
			if how.baseline == d.Against {
				return string(worst(c))
			}
		}
		if c, err := s.check(&d, s.o.Lang); err == nil {
			return string(worst(c))
		}
		return string(stateFailed)
	}
	return ""
}

// worst returns the gravest level of a comparison; one that is not comparable
// has none.
func worst(c circular.Comparison) circular.Severity {
	if !c.Comparable {
		return circular.SeverityNone
	}
	return c.Worst()
}

// draftList returns the drafts that a request asks for.
func (s *Server) draftList(r *http.Request, p page) draftList {
	out := draftList{Query: r.FormValue("q"), Only: r.FormValue("hasil"), Order: cmp.Or(r.FormValue("urut"), cardOrders[0])}
	words := strings.Fields(strings.ToLower(out.Query))
	type rated struct {
		draft
		level string
	}
	var list []rated
	n := map[string]int{}
	for _, d := range s.queue.list(login(r)) {
		level := s.draftLevel(d)
		out.Total++
		if n[level]++; d.Live() {
			out.Live++
		}
		if (out.Only == "" || out.Only == level) && hasWords(d.Name, words) {
			list = append(list, rated{d, level})
		}
	}
	for _, level := range levels[:2] {
		out.Counts = append(out.Counts, levelCount{level, n[string(level)], p.Word("level", level)})
	}
	switch out.Order {
	case "gravest":
		slices.SortStableFunc(list, func(a, b rated) int { return cmp.Compare(rank(a.level), rank(b.level)) })
	case "name":
		slices.SortStableFunc(list, func(a, b rated) int { return strings.Compare(strings.ToLower(a.Name), strings.ToLower(b.Name)) })
	}
	list, out.Pager = rowsOf(r, list, cardsPerPage)
	for _, d := range list {
		out.Cards = append(out.Cards, s.card(p, d.draft))
	}
	return out
}

// rank orders drafts by what they need: a hand first, those still being read
// last.
func rank(level string) int {
	if level == "" {
		return len(levels) + 1
	}
	if level == string(stateFailed) {
		return -1
	}
	return slices.Index(levels, circular.Severity(level))
}

// Levels are what can be asked for.
func (r draftList) Levels() []string {
	return []string{string(circular.SeverityError), string(circular.SeverityWarning), string(circular.SeverityNote), string(circular.SeverityNone), string(stateFailed)}
}
