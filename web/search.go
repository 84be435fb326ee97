package web

import (
	"bytes"
	"cmp"
	"errors"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/corpus"
	"github.com/telaah/telaah/index"
	"github.com/telaah/telaah/report"
)

// hitsPerPage is how many hits one page shows.
const hitsPerPage = 20

// maxSheetHits is how many hits a workbook holds.
const maxSheetHits = 1000

// searchPage is a query and what it found. The query is its address.
type searchPage struct {
	page
	Query    string
	Wrong    string // what is wrong with the query
	Pointer  string
	Result   *index.Result // nil where nothing was asked
	Hits     []hit         // clauses and circulars
	Passages []hit         // plain text that no clause covers
	Facets   []facet
	From     int // number of the first hit, from 0
	Pager    pager
	Empty    bool // the corpus holds nothing
	Saved    []savedSearch
}

// hit is one thing that was found.
type hit struct {
	page
	index.Hit
	N    int
	Href string
}

// run is a part of a hit's text.
type run struct {
	Text string
	Mark bool
}

// facet is one way to narrow a search, with its values.
type facet struct {
	Name   string
	Values []facetValue
}

type facetValue struct {
	Label string
	N     int
	Href  string
}

// Name returns what the circular of a hit is called.
func (h hit) Name() string {
	c := h.Circular
	if c.Type != "" {
		return h.Lang.Own(&circular.Document{Kind: circular.DocumentAct, Type: c.Type, Number: c.Number, Year: c.Year})
	}
	if c.Number == "" && c.Issuer == "" {
		return h.T("search.unnamed")
	}
	return h.Lang.Name(&circular.Circular{Number: c.Number, Year: c.Year, Issuer: c.Issuer})
}

// Runs returns the text of a hit with what the query found set apart.
func (h hit) Runs() (out []run) {
	at := 0
	for _, r := range h.Highlight {
		if r.Start < at || r.End > len(h.Hit.Text) {
			continue
		}
		out = append(out, run{h.Hit.Text[at:r.Start], false}, run{h.Hit.Text[r.Start:r.End], true})
		at = r.End
	}
	return append(out, run{h.Hit.Text[at:], false})
}

// searchRanges are the filters of which a reader gives both ends, with the
// signs that the query language has for them.
var searchRanges = []struct{ key, filter, between, example, mode string }{
	{"year", "tahun", "-", "2024", "numeric"},
	{"percent", "persen", "-", "50", "decimal"},
	{"day", "berlaku", "..", "2024-04-16", "text"},
}

// rangeField is one end of a range to be filled in.
type rangeField struct{ Name, Label, Example, Mode string }

// Ranges are the fields of all ranges.
func (p searchPage) Ranges() (out []rangeField) {
	for _, r := range searchRanges {
		for _, end := range []string{"from", "to"} {
			out = append(out, rangeField{end + "-" + r.key, p.T("search." + end + "-" + r.key), r.example, r.mode})
		}
	}
	return out
}

// ranged returns the query of a request with the ranges that were filled in; ok is
// false where none was.
func ranged(r *http.Request) (query string, ok bool) {
	query = strings.TrimSpace(r.FormValue("q"))
	for _, f := range searchRanges {
		from, to := strings.TrimSpace(r.FormValue("from-"+f.key)), strings.TrimSpace(r.FormValue("to-"+f.key))
		if from == "" && to == "" {
			continue
		}
		ok = true
		value := from + f.between + to
		switch {
		case from == to:
			value = from
		case f.key == "year":
			value = cmp.Or(from, "1945") + "-" + cmp.Or(to, "2199")
		case f.key == "percent" && to == "":
			value = ">=" + from
		case f.key == "percent" && from == "":
			value = "<=" + to
		}
		query = strings.TrimSpace(query + " " + f.filter + ":" + value)
	}
	return query, ok
}

func (s *Server) search(w http.ResponseWriter, r *http.Request) {
	p := searchPage{page: s.page(r, "search", ""), Query: strings.TrimSpace(r.FormValue("q")), From: max(0, number(r.FormValue("dari")))}
	p.Title = p.T("nav.search")
	if query, ok := ranged(r); ok { // the query is the address
		http.Redirect(w, r, "/cari?"+url.Values{"q": {query}}.Encode(), http.StatusSeeOther)
		return
	}
	if sh, err := s.library.shelf(); err == nil {
		p.Saved = sh.saved()
	}
	if p.Query != "" {
		typed := r.Header.Get("HX-Request") != ""
		if err := s.find(r, &p, typed); err != nil {
			s.failWith(w, r, err)
			return
		}
	}
	s.render(w, http.StatusOK, "search", p)
}

// find answers the query of a page. While it is being typed, its last word may
// be the beginning of one.
func (s *Server) find(r *http.Request, p *searchPage, typed bool) error {
	q, err := index.ParseQuery(p.Query)
	var syntax *index.SyntaxError
	if errors.As(err, &syntax) {
		p.Wrong, p.Pointer = syntax.Message(string(p.Lang)), syntax.Pointer()
		return nil
	}
	if err != nil {
		return err
	}
	q.Limit, q.Offset, q.Facets = hitsPerPage, min(p.From, 100_000), true
	res, err := s.ask(r, q)
	if err == nil && res.Total == 0 && typed {
		if again, parseErr := index.ParseQuery(p.Query + "*"); parseErr == nil {
			again.Limit, again.Facets = hitsPerPage, true
			res, err = s.ask(r, again)
		}
	}
	if errors.Is(err, corpus.ErrNoCorpus) {
		p.Empty = true
		return nil
	}
	if err != nil {
		return err
	}
	p.Result = res
	for i, h := range res.Hits {
		view := hit{p.page, h, p.From + i + 1, placeOf("/dokumen/"+h.Source.SHA256[:12], h.Span)}
		if slices.Contains(circular.Kinds, h.Kind) || h.Kind == index.KindCircular || h.Kind == index.KindDocument {
			p.Hits = append(p.Hits, view)
		} else {
			p.Passages = append(p.Passages, view)
		}
	}
	p.Facets = p.facets(res.Facets)
	p.Pager = pagerAt(r, p.From, len(res.Hits), hitsPerPage, res.Total)
	return nil
}

// ask searches the present state of the corpus; one that was left behind while
// it was asked is asked anew.
func (s *Server) ask(r *http.Request, q index.Query) (*index.Result, error) {
	for {
		sh, err := s.library.shelf()
		if err != nil {
			return nil, err
		}
		res, err := sh.search(r.Context(), q)
		if !errors.Is(err, errGone) {
			return res, err
		}
	}
}

// facets returns the ways to narrow a result, as addresses.
func (p *searchPage) facets(f *index.Facets) (out []facet) {
	if f == nil {
		return nil
	}
	narrow := func(filter string) string {
		return "/cari?" + url.Values{"q": {p.Query + " " + filter}}.Encode()
	}
	add := func(key, filter string, list []index.Count, label func(string) string) {
		fc := facet{Name: p.T(key)}
		for _, c := range list[:min(len(list), 8)] {
			fc.Values = append(fc.Values, facetValue{label(c.Value), c.Hits, narrow(filter + ":\"" + c.Value + "\"")})
		}
		if len(fc.Values) > 1 {
			out = append(out, fc)
		}
	}
	word := func(class string) func(string) string {
		return func(v string) string { return p.Word(class, v) }
	}
	same := func(v string) string { return v }
	add("search.kinds", "jenis", f.Kinds, word("kind"))
	var regions []index.Count
	for _, rc := range f.Regions {
		if rc.Region.Name != "" {
			regions = append(regions, index.Count{Value: rc.Region.Name, Circulars: rc.Circulars, Hits: rc.Hits})
		}
	}
	add("search.regions", "wilayah", regions, same)
	add("search.years", "tahun", f.Years, same)
	add("search.levels", "tingkat", f.Levels, func(v string) string { return p.T("level." + v) })
	return out
}

// searchSheet gives what a query found as a workbook.
func (s *Server) searchSheet(w http.ResponseWriter, r *http.Request) {
	p := s.page(r, "search", "")
	q, err := index.ParseQuery(r.FormValue("q"))
	if err == nil {
		q.Limit = maxSheetHits
		var res *index.Result
		if res, err = s.ask(r, q); err == nil {
			var b bytes.Buffer
			if err = hitBook(p, res).Write(&b); err == nil {
				attach(w, "cari.xlsx", b.Bytes())
				return
			}
		}
	}
	s.failWith(w, r, err)
}

// hitBook puts hits into a workbook.
func hitBook(p page, res *index.Result) *report.Book {
	b := report.NewBook(p.T("nav.search"))
	t := b.Table(p.T("search.hits"), report.Column{Title: "No", Width: 5}, report.Column{Title: p.T("list.circular"), Width: 44},
		report.Column{Title: p.T("list.region"), Width: 22}, report.Column{Title: p.T("search.kinds"), Width: 16}, report.Column{Title: p.T("search.words"), Width: 80},
		report.Column{Title: p.T("doc.page-of"), Width: 9}, report.Column{Title: p.T("list.source"), Width: 34})
	for i, h := range res.Hits {
		page := ""
		if h.Span.Page > 0 {
			page = strconv.Itoa(h.Span.Page)
		}
		t.Row("", i+1, hit{page: p, Hit: h}.Name(), h.Circular.Region.Name, p.Word("kind", h.Kind), h.Text, page, h.Source.Path)
	}
	return b
}
