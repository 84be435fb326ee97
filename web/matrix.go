package web

import (
	"bytes"
	"net/http"
	"net/url"
	"path"
	"slices"
	"strings"
	"time"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/compare"
	"github.com/telaah/telaah/corpus"
	"github.com/telaah/telaah/lexicon"
	"github.com/telaah/telaah/report"
)

// matrixPage shows every circular of the corpus against one baseline.
type matrixPage struct {
	page
	circular.Matrix
	Against   string
	Province  string // code, "" for all
	Since     string // ISO day, "" none
	Wrong     bool   // Since is no day
	Baselines []circular.Baseline
	Provinces []circular.Region
	Tiles     []tile
	Lines     []matrixLine
	News      []change
	Pending   int // documents that are still being compared

	compared []compared // what the table was made of
}

// matrixLine is one row with what people decided about it.
type matrixLine struct {
	page
	circular.MatrixRow
	ID     string
	Cells  []matrixCell
	State  corpus.ReviewState
	By     *corpus.Review
	Stale  bool
	Signed string
}

// matrixCell is one cell with the way to its evidence.
type matrixCell struct {
	circular.MatrixCell
	Title string
	Href  string
}

// change is something that came into the corpus or was changed since a day.
type change struct {
	When, What, Name, Href string
}

// Size returns the size of the map.
func (p matrixPage) Size() (out struct{ W, H int }) {
	for _, t := range p.Tiles {
		out.W, out.H = max(out.W, t.X+tileW), max(out.H, t.Y+tileH)
	}
	return out
}

// levelCount is how many circulars have a level as their gravest.
type levelCount struct {
	Level circular.Severity
	N     int
	Label string
}

// Summary counts the rows by their gravest finding.
func (p matrixPage) Summary() (out []levelCount) {
	for _, level := range []circular.Severity{circular.SeverityError, circular.SeverityWarning} {
		n := 0
		for _, row := range p.Rows {
			if row.Worst == level {
				n++
			}
		}
		out = append(out, levelCount{level, n, p.Word("level", level)})
	}
	return out
}

// Called returns what the circular of a row is called.
func (p matrixPage) Called(row circular.MatrixRow) string { return p.Lang.Name(&row.Circular) }

// regionName returns the name of a region by its code.
func regionName(code string) string {
	for _, r := range lexicon.Regions() {
		if r.Code == code {
			return r.Name
		}
	}
	return code
}

// provinces returns all provinces.
func provinces() (out []circular.Region) {
	for _, r := range lexicon.Regions() {
		if len(r.Code) == 2 {
			out = append(out, circular.Region{Name: r.Name, Code: r.Code})
		}
	}
	return out
}

// matrixOf makes the matrix that a request asks for.
func (s *Server) matrixOf(r *http.Request, base page) (matrixPage, error) {
	p := matrixPage{page: base, Against: r.FormValue("acuan"), Province: r.FormValue("provinsi"), Since: r.FormValue("sejak"), Baselines: s.baselines, Provinces: provinces()}
	if p.Against == "" {
		p.Against = defaultBaseline
	}
	i := slices.IndexFunc(s.baselines, func(b circular.Baseline) bool { return b.ID == p.Against })
	if i < 0 {
		return p, compare.ErrUnknownBaseline
	}
	sh, err := s.library.shelf()
	if err != nil {
		return p, err
	}
	list, pending := sh.compareAll(s.baselines, judging{baseline: p.Against, lang: p.Lang})
	p.Pending = pending
	expected, err := compare.Addressees(p.Province)
	if err != nil {
		return p, err
	}
	for _, c := range list {
		e, err := sh.find(c.Source.SHA256)
		if err != nil {
			return p, err
		}
		p.compared = append(p.compared, compared{&e.Record, c, true})
	}
	whole := compare.NewMatrix(s.baselines[i], list, expected, nil)
	p.Tiles = tileMap(p.page, whole.Rows, p.Province, p.Against)
	p.Matrix = whole
	p.Rows, p.Others = within(whole.Rows, p.Province), within(whole.Others, p.Province)
	p.lines(sh)
	p.news(sh)
	return p, nil
}

// within returns the rows of a province, with its regencies and cities.
func within(rows []circular.MatrixRow, province string) []circular.MatrixRow {
	out := []circular.MatrixRow{}
	for _, row := range rows {
		if code := row.Circular.Region.Code; province == "" || code == province || strings.HasPrefix(code, province+".") {
			out = append(out, row)
		}
	}
	return out
}

// lines adds to the rows what people decided and where the evidence stands.
func (p *matrixPage) lines(sh *shelf) {
	for _, row := range p.Rows {
		l := matrixLine{page: p.page, MatrixRow: row, ID: row.Source.ID(), Signed: p.Lang.Day(row.Circular.DateSigned), State: corpus.ReviewOpen}
		if e := sh.byID[row.Source.SHA256]; e != nil {
			l.State, l.By = e.State()
			l.Stale = e.Stale()
		}
		for i, c := range row.Cells {
			l.Cells = append(l.Cells, matrixCell{c, p.Columns[i].Title,
				"/banding?" + url.Values{"dokumen": {l.ID}, "acuan": {p.Against}}.Encode() + "#a-" + p.Columns[i].Atom})
		}
		p.Lines = append(p.Lines, l)
	}
}

// news lists what changed in the corpus since the day that the reader named.
func (p *matrixPage) news(sh *shelf) {
	if p.Since == "" {
		return
	}
	day, err := lexicon.ParseDay(p.Since)
	if err != nil {
		p.Wrong = true
		return
	}
	from := time.Date(day.Year, day.Month, day.Day, 0, 0, 0, 0, time.Local)
	for _, ev := range slices.Backward(sh.log) {
		if ev.At.Before(from) || len(p.News) == 200 {
			break
		}
		e := sh.byID[ev.ID]
		if e == nil {
			continue
		}
		c := e.Record.Subject()
		if p.Province != "" && (c == nil || c.Region.Code != p.Province && !strings.HasPrefix(c.Region.Code, p.Province+".")) {
			continue
		}
		p.News = append(p.News, change{when(p.page, ev.At), p.T("news." + string(ev.Action)), p.Lang.Name(c), "/dokumen/" + ev.ID[:12]})
	}
}

func (s *Server) matrix(w http.ResponseWriter, r *http.Request) {
	p, err := s.matrixOf(r, s.page(r, "matrix", ""))
	if err != nil {
		s.fail(w, r, http.StatusBadRequest, "fail.matrix")
		return
	}
	p.Title = p.T("nav.matrix")
	s.render(w, http.StatusOK, "matrix", p)
}

// matrixFile gives the matrix as a file.
func (s *Server) matrixFile(w http.ResponseWriter, r *http.Request) {
	p, err := s.matrixOf(r, s.page(r, "matrix", ""))
	if err != nil {
		s.fail(w, r, http.StatusBadRequest, "fail.matrix")
		return
	}
	name := r.PathValue("file")
	if name != "matriks.xlsx" && name != "matriks.html" {
		s.missing(w, r)
		return
	}
	var b bytes.Buffer
	how := report.Recipe{Command: "matrix", Format: strings.TrimPrefix(path.Ext(name), "."), Lang: string(p.Lang), Province: p.Province}
	if err := report.WriteMatrix(&b, how.Format, p.Matrix, report.Options{Lang: how.Lang}); err != nil {
		s.fail(w, r, http.StatusInternalServerError, "fail.report")
		return
	}
	file, err := s.seal(&b, how, p.Against, p.compared)
	if err != nil {
		s.fail(w, r, http.StatusInternalServerError, "fail.report")
		return
	}
	attach(w, name, file)
}
