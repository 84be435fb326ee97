package web

import (
	"net/http"
	"slices"
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
	Pager   pager
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
	p := documentsPage{page: s.page(r, "documents", ""), Query: r.FormValue("q"), Loading: s.loading.state()}
	p.Title = p.T("list.title")
	words := strings.Fields(strings.ToLower(p.Query))
	var found []*entry
	for _, e := range sh.entries {
		if named(e, p.page, words) {
			found = append(found, e)
		}
	}
	found, p.Pager = rowsOf(r, found, perPage)
	for _, e := range found {
		p.Rows = append(p.Rows, s.documentRow(p.page, sh, e))
	}
	for _, err := range sh.damaged {
		p.Damaged = append(p.Damaged, err.Error())
	}
	s.render(w, http.StatusOK, "documents", p)
}

func (s *Server) documentRow(p page, sh *shelf, e *entry) documentRow {
	row := documentRow{page: p, ID: e.ID()[:12], Rec: &e.Record, C: e.Record.Subject(), Validity: s.validity(&e.Record, sh, p), Stale: e.Stale(), Open: len(e.Record.Coverage.Unclaimed)}
	row.State, _ = e.State()
	for i := range e.Record.Clauses {
		if e.Record.Clauses[i].Assertion == circular.AssertRule {
			row.Rules++
		}
	}
	return row
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
	return hasWords(name, words)
}

// hasWords reports whether a name has all of some words in small letters.
func hasWords(name string, words []string) bool {
	name = strings.ToLower(name)
	return !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(name, w) })
}

// when returns a moment as a day in words, "" for none.
func when(p page, t time.Time) string {
	if t.IsZero() {
		return ""
	}
	t = t.Local()
	return p.Lang.Day(circular.Date{Year: t.Year(), Month: t.Month(), Day: t.Day()})
}
