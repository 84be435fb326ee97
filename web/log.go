package web

import (
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/telaah/telaah/corpus"
	"github.com/telaah/telaah/lexicon"
)

// logPage tells every change of the corpus, the latest first: what, when, and by
// whom.
type logPage struct {
	page
	Since  string // ISO day, "" none
	Wrong  bool   // Since is no day
	Rows   []logRow
	Next   string // address of the older ones, "" none
	Before string
	Total  int
}

// logRow is one change.
type logRow struct {
	N    int
	When string
	What string
	Name string // the circular, or the saved search
	Href string // "" where the document is gone
	By   string
	Why  string
}

func (s *Server) changes(w http.ResponseWriter, r *http.Request) {
	p := logPage{page: s.page(r, "documents", ""), Since: r.FormValue("sejak")}
	p.Title = p.T("log.title")
	sh, err := s.library.shelf()
	if err != nil {
		s.failWith(w, r, err)
		return
	}
	since := time.Time{}
	if p.Since != "" {
		day, err := lexicon.ParseDay(p.Since)
		if p.Wrong = err != nil; !p.Wrong {
			since = time.Date(day.Year, day.Month, day.Day, 0, 0, 0, 0, time.Local)
		}
	}
	from := max(0, number(r.FormValue("dari")))
	for _, e := range slices.Backward(sh.log) {
		if e.At.Before(since) {
			break
		}
		if p.Total++; p.Total > from && len(p.Rows) < perPage {
			p.Rows = append(p.Rows, p.row(sh, e))
		}
	}
	address := func(from int) string { return "/perubahan?sejak=" + p.Since + "&dari=" + strconv.Itoa(from) }
	if from+len(p.Rows) < p.Total {
		p.Next = address(from + len(p.Rows))
	}
	if from > 0 {
		p.Before = address(max(0, from-perPage))
	}
	s.render(w, http.StatusOK, "log", p)
}

// row tells one event of the log.
func (p page) row(sh *shelf, e corpus.Event) logRow {
	row := logRow{N: e.N, When: p.moment(e.At), What: p.T("log." + string(e.Action)), Name: e.Path, By: e.By, Why: e.Why}
	if d := sh.byID[e.ID]; d != nil {
		row.Name, row.Href = p.Lang.Name(d.Record.Subject()), "/dokumen/"+e.ID[:12]
	}
	switch {
	case e.Correction != nil:
		row.By, row.Why = e.Correction.By, e.Correction.Why
		row.What += ": " + e.Correction.Field + " " + strconv.Quote(e.Correction.Old) + " → " + strconv.Quote(e.Correction.Value)
	case e.Review != nil:
		row.By, row.Why = e.Review.By, e.Review.Note
	case e.Search != nil:
		row.Name, row.Href = e.Search.Name, "/cari?q="+url.QueryEscape(e.Search.Query)
	case e.Undoes > 0:
		row.What += " #" + strconv.Itoa(e.Undoes)
	}
	return row
}

// moment returns a moment in words, to the minute.
func (p page) moment(t time.Time) string {
	return when(p, t) + " " + t.Local().Format("15.04")
}

// changesFeed tells the latest changes of documents.
func (s *Server) changesFeed(w http.ResponseWriter, r *http.Request) {
	sh, err := s.library.shelf()
	if err != nil {
		s.failWith(w, r, err)
		return
	}
	p := s.page(r, "", "")
	var list []told
	for _, e := range slices.Backward(sh.log) {
		if e.ID == "" {
			continue
		}
		if len(list) == maxEntries {
			break
		}
		row := p.row(sh, e)
		to := row.Href
		if to == "" {
			to = "/perubahan"
		}
		list = append(list, told{Key: strconv.Itoa(e.N), Title: row.What + ": " + row.Name, Summary: strings.TrimSpace(row.By + " " + row.Why), Path: to, At: e.At})
	}
	s.feed(w, r, p.T("log.title"), "/perubahan", list)
}
