package web

import (
	"bytes"
	"net/http"
	"net/url"
	"path"
	"slices"
	"strings"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/compare"
	"github.com/telaah/telaah/report"
)

// comparePage is the table of comparison (tabel persandingan) of a document
// with a baseline.
type comparePage struct {
	page
	circular.Comparison
	ID        string // of the document, "" where none is chosen
	Against   string // the baseline that the reader chose, "" the one it cites
	Only      string // rows of this result alone, "" all
	Redline   bool   // the words of both sides are set against each other
	Documents []choice
	Baselines []circular.Baseline
	Rows      []pairRow
	Folded    []pairRow // central rules that need not be restated, where the reader asked for all rows
	Pending   bool      // it is still being compared
	Files     string    // address of downloads, to be followed by a name
}

// choice is a document to choose.
type choice struct{ ID, Name string }

// pairRow is one row of the table.
type pairRow struct {
	page
	circular.Pair
	N       int
	Base    *circular.Side
	Remarks []circular.Deviation
	Places  []passage // of the passages of the document
	Edits   []circular.Edit
	Marked  []run // the first passage with its deviating words set apart
}

// Heading says what a row is about: of a clause without counterpart, its kind.
func (r pairRow) Heading() string {
	if r.Atom == "" {
		return r.Word("kind", r.Pair.Title)
	}
	return r.Pair.Title
}

// results are the verdicts of rows that a reader can ask for.
var results = []circular.Result{circular.ResultDeviates, circular.ResultMissing, circular.ResultAdded, circular.ResultUnknown, circular.ResultNarrower, circular.ResultSame}

// Results are the verdicts to choose from.
func (p comparePage) Results() []circular.Result { return results }

// comparisonOf returns the document and the comparison that a request names;
// entry is nil where it names none, and ready false where a long document is still
// being compared.
func (s *Server) comparisonOf(r *http.Request, p page) (sh *shelf, e *entry, c circular.Comparison, ready bool, err error) {
	if sh, err = s.library.shelf(); err != nil || r.FormValue("dokumen") == "" {
		return sh, nil, c, false, err
	}
	if e, err = sh.find(r.FormValue("dokumen")); err != nil {
		return sh, nil, c, false, err
	}
	c, ready, err = e.compareSoon(s.baselines, judging{r.FormValue("acuan"), p.Lang, r.FormValue("beda") != ""})
	return sh, e, c, ready, err
}

func (s *Server) compare(w http.ResponseWriter, r *http.Request) {
	p := comparePage{page: s.page(r, "compare", ""), Baselines: s.baselines, Against: r.FormValue("acuan"), Only: r.FormValue("hasil"), Redline: r.FormValue("beda") != ""}
	p.Title = p.T("nav.compare")
	sh, e, c, ready, err := s.comparisonOf(r, p.page)
	if err != nil {
		s.failWith(w, r, err)
		return
	}
	for _, o := range sh.entries {
		p.Documents = append(p.Documents, choice{o.ID()[:12], p.Lang.Name(o.Record.Subject()) + " (" + path.Base(o.Record.Source.Path) + ")"})
	}
	if e != nil {
		p.ID, p.Comparison, p.Pending = e.ID()[:12], c, !ready
		p.rows()
		p.Files = "/banding/unduh/"
	}
	s.render(w, http.StatusOK, "compare", p)
}

// Query returns the address of the same comparison for a download.
func (p comparePage) File(name string) string {
	return p.Files + name + "?" + url.Values{"dokumen": {p.ID}, "acuan": {p.Against}}.Encode()
}

// rows puts the rows that the reader asked for on the page.
func (p *comparePage) rows() {
	for i, pair := range p.Pairs {
		if p.Only != "" && string(pair.Result) != p.Only {
			continue
		}
		row := pairRow{page: p.page, Pair: pair, N: i + 1, Base: pair.Base, Remarks: p.About(pair)}
		for _, o := range pair.Others {
			pl := passage{Text: o.Text}
			if o.Span != nil && o.Span.Len() > 0 {
				pl.Page = o.Span.Page
				pl.Href = placeOf("/dokumen/"+p.ID, *o.Span)
			}
			row.Places = append(row.Places, pl)
		}
		if pair.Result == circular.ResultDeviates && len(pair.Others) > 0 {
			if p.Redline {
				row.Edits = pair.Redline
			}
			row.Marked = deviating(pair.Others[0].Text, row.Remarks)
		}
		if p.Only == "" && pair.Result == circular.ResultMissing && !pair.Level.AtLeast(circular.SeverityWarning) {
			p.Folded = append(p.Folded, row)
			continue
		}
		p.Rows = append(p.Rows, row)
	}
}

// deviating returns a passage with the words set apart that one of its findings
// would replace; nil where none names them.
func deviating(text string, found []circular.Deviation) []run {
	for _, d := range found {
		if d.Replace == nil || d.Replace.Old == "" {
			continue
		}
		if before, after, ok := strings.Cut(text, d.Replace.Old); ok {
			return []run{{before, false}, {d.Replace.Old, true}, {after, false}}
		}
	}
	return nil
}

// compareFile gives a comparison as a file.
func (s *Server) compareFile(w http.ResponseWriter, r *http.Request) {
	p := s.page(r, "compare", "")
	_, e, c, ready, err := s.comparisonOf(r, p)
	if err != nil {
		s.failWith(w, r, err)
		return
	}
	name := r.PathValue("file")
	if e != nil && !ready {
		s.fail(w, r, http.StatusServiceUnavailable, "fail.comparing")
		return
	}
	if e == nil || !slices.Contains([]string{"persandingan.docx", "persandingan.xlsx", "persandingan.html"}, name) {
		s.missing(w, r)
		return
	}
	var b bytes.Buffer
	how := report.Recipe{Command: "compare", Format: strings.TrimPrefix(path.Ext(name), "."), Lang: string(p.Lang), Paper: p.Paper, Redline: r.FormValue("beda") != ""}
	if err := report.Write(&b, how.Format, []circular.Comparison{c}, p.Report()); err != nil {
		s.fail(w, r, http.StatusInternalServerError, "fail.report")
		return
	}
	file, err := s.seal(&b, how, r.FormValue("acuan"), []compared{{&e.Record, c, true}})
	if err != nil {
		s.fail(w, r, http.StatusInternalServerError, "fail.report")
		return
	}
	stem := strings.TrimSuffix(path.Base(e.Record.Source.Path), path.Ext(e.Record.Source.Path))
	attach(w, stem+"-"+name, file)
}

// defaultBaseline is what a matrix is held against where the reader chose none.
const defaultBaseline = compare.Default
