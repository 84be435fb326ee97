package web

import (
	"net/http"
	"strings"
	"time"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/corpus"
)

// perPage is how many rows of a list one page shows.
const perPage = 100

// documentsPage lists the documents of the corpus.
type documentsPage struct {
	page
	Query   string
	Rows    []documentRow
	Total   int
	From    int    // number of the first row, from 0
	Next    string // address of the rows behind these, "" none
	Before  string
	Damaged []string
	Loading loadingState
}

// documentRow is one document of the list.
type documentRow struct {
	page
	ID       string
	Rec      *circular.Record
	C        *circular.Circular
	Validity validity
	State    corpus.ReviewState
	Stale    bool
	Rules    int
	Open     int // sentences that were not understood
}

// Signed returns the day of signing in words.
func (d documentRow) Signed() string {
	if d.C == nil {
		return ""
	}
	return d.Lang.Day(d.C.DateSigned)
}

func (s *Server) documents(w http.ResponseWriter, r *http.Request) {
	sh, err := s.library.shelf()
	if err != nil {
		s.failWith(w, r, err)
		return
	}
	p := documentsPage{page: s.page(r, "documents", ""), Query: r.FormValue("q"), From: max(0, number(r.FormValue("dari"))), Loading: s.loading.state()}
	p.Title = p.T("list.title")
	words := strings.Fields(strings.ToLower(p.Query))
	for _, e := range sh.entries {
		if !named(e, p.page, words) {
			continue
		}
		p.Total++
		if p.Total <= p.From || len(p.Rows) == perPage {
			continue
		}
		row := documentRow{page: p.page, ID: e.ID()[:12], Rec: &e.Record, C: e.Record.Subject(), Validity: s.validity(&e.Record, sh, p.page), Stale: e.Stale(), Open: len(e.Record.Coverage.Unclaimed)}
		row.State, _ = e.State()
		for i := range e.Record.Clauses {
			if e.Record.Clauses[i].Assertion == circular.AssertRule {
				row.Rules++
			}
		}
		p.Rows = append(p.Rows, row)
	}
	p.Next, p.Before = neighbours("/dokumen", p.Query, p.From, len(p.Rows), perPage, p.Total)
	for _, err := range sh.damaged {
		p.Damaged = append(p.Damaged, err.Error())
	}
	s.render(w, http.StatusOK, "documents", p)
}

// named reports whether what a document is called has all the words.
func named(e *entry, p page, words []string) bool {
	if len(words) == 0 {
		return true
	}
	c := e.Record.Subject()
	name := e.Record.Source.Path + " " + p.Lang.Name(c)
	if c != nil {
		name += " " + c.Title + " " + c.Region.Name
	}
	name = strings.ToLower(name)
	for _, w := range words {
		if !strings.Contains(name, w) {
			return false
		}
	}
	return true
}

// when returns a moment as a day in words, "" for none.
func when(p page, t time.Time) string {
	if t.IsZero() {
		return ""
	}
	t = t.Local()
	return p.Lang.Day(circular.Date{Year: t.Year(), Month: t.Month(), Day: t.Day()})
}
