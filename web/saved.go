package web

import (
	"errors"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/corpus"
	"github.com/telaah/telaah/index"
)

// maxFeedHits is how many hits of a query are looked at for what is new.
const maxFeedHits = 1000

// savedSearch is a query that people keep, with its addresses.
type savedSearch struct {
	corpus.SavedSearch
	Href string // of its hits
	Feed string // of what is new among them
}

// saved returns the searches that people keep.
func (sh *shelf) saved() (out []savedSearch) {
	for _, q := range corpus.Searches(sh.log) {
		out = append(out, savedSearch{q, "/cari?q=" + url.QueryEscape(q.Query), "/cari/tersimpan.atom?nama=" + url.QueryEscape(q.Name)})
	}
	return out
}

// keepSearch keeps a query under a name, or drops the name.
func (s *Server) keepSearch(w http.ResponseWriter, r *http.Request) {
	q := corpus.SavedSearch{Name: plain(r.FormValue("nama")), Query: r.FormValue("q")}
	to, news := "/cari?q="+url.QueryEscape(q.Query), "kept"
	if r.FormValue("hapus") != "" {
		to, news, q.Query = "/cari", "forgotten", ""
	} else if _, err := index.ParseQuery(q.Query); err != nil || strings.TrimSpace(q.Query) == "" {
		s.fail(w, r, http.StatusUnprocessableEntity, "fail.search")
		return
	}
	err := s.write("", func(st *corpus.Store) error { return st.KeepSearch(q, name(r)) })
	if errors.Is(err, corpus.ErrSearch) {
		s.fail(w, r, http.StatusUnprocessableEntity, "fail.search")
		return
	}
	if err != nil {
		s.failWith(w, r, err)
		return
	}
	back(w, r, to, news)
}

// savedFeed tells which documents with a hit of a saved search came in, the
// latest first.
func (s *Server) savedFeed(w http.ResponseWriter, r *http.Request) {
	sh, err := s.library.shelf()
	if err != nil {
		s.failWith(w, r, err)
		return
	}
	all := corpus.Searches(sh.log)
	i := slices.IndexFunc(all, func(q corpus.SavedSearch) bool { return q.Name == r.FormValue("nama") })
	if i < 0 {
		s.missing(w, r)
		return
	}
	q, err := index.ParseQuery(all[i].Query)
	if err == nil {
		q.Limit = maxFeedHits
		var found *index.Result
		if found, err = sh.search(r.Context(), q); err == nil {
			s.feed(w, r, all[i].Name, "/cari?q="+url.QueryEscape(all[i].Query), s.page(r, "", "").arrivals(sh, found.Hits))
			return
		}
	}
	s.failWith(w, r, err)
}

// arrivals returns the documents of hits, the latest to come in first, each with
// the best of its hits.
func (p page) arrivals(sh *shelf, hits []index.Hit) (list []told) {
	came := map[string]time.Time{}
	for _, e := range sh.log {
		if e.Action == corpus.ActionSave {
			came[e.ID] = e.At
		}
	}
	seen := map[string]bool{}
	for _, h := range hits {
		id := h.Source.SHA256
		if seen[id] || sh.byID[id] == nil {
			continue
		}
		seen[id] = true
		list = append(list, told{Key: id, Title: p.Lang.Name(&circular.Circular{Number: h.Circular.Number, Year: h.Circular.Year, Issuer: h.Circular.Issuer}),
			Summary: h.Text, Path: placeOf("/dokumen/"+id[:12], h.Span), At: came[id]})
	}
	slices.SortStableFunc(list, func(a, b told) int { return b.At.Compare(a.At) })
	return list
}
