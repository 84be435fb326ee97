package web

import (
	"cmp"
	"errors"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"sync"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/compare"
	"github.com/telaah/telaah/corpus"
	"github.com/telaah/telaah/lexicon"
)

// rowsPerPage is how many circulars of a matrix one page shows.
const rowsPerPage = 50

// matrixPage shows every circular of the corpus against one baseline.
type matrixPage struct {
	page
	circular.Matrix
	Against   string
	Province  string            // code, "" for all
	Since     string            // ISO day, "" none
	Wrong     bool              // Since is no day
	Query     string            // words of the names of the rows that are shown
	Only      circular.Severity // of the rows that are shown, as their gravest; "" all
	Order     string            // of the rows, one of matrixOrders
	Baselines []circular.Baseline
	Provinces []circular.Region
	Tiles     []tile
	Lines     []matrixLine // of this page
	Pager     pager
	News      news
	Pending   int // documents that are still being compared
}

// matrixOrders are the orders of rows, the usual one first.
var matrixOrders = []string{"region", "gravest", "signed", "review"}

// Orders are the orders to choose from.
func (p matrixPage) Orders() []string { return matrixOrders }

// Levels are the gravest findings to choose from.
func (p matrixPage) Levels() []circular.Severity { return levels }

// levels are the levels of findings, the gravest first.
var levels = []circular.Severity{circular.SeverityError, circular.SeverityWarning, circular.SeverityNote, circular.SeverityNone}

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

// On returns the day of the review in words.
func (l matrixLine) On() string { return when(l.page, l.By.At) }

// matrixCell is one cell with the way to its evidence.
type matrixCell struct {
	circular.MatrixCell
	Title string
	Href  string
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

// File returns the address of the same matrix for a download.
func (p matrixPage) File(name string) string {
	return "/matriks/unduh/" + name + "?" + url.Values{"acuan": {p.Against}, "provinsi": {p.Province}}.Encode()
}

// Letter returns the address of the letter that asks a region for its circular.
func (p matrixPage) Letter(r circular.Region) string {
	return "/matriks/surat?" + url.Values{"acuan": {p.Against}, "wilayah": {r.Code}}.Encode()
}

// provinces are all provinces.
var provinces = sync.OnceValue(func() (out []circular.Region) {
	for _, r := range lexicon.Regions() {
		if len(r.Code) == 2 {
			out = append(out, circular.Region{Name: r.Name, Code: r.Code})
		}
	}
	return out
})

// regionNames are the names of regions by their codes.
var regionNames = sync.OnceValue(func() map[string]string {
	out := map[string]string{}
	for _, r := range lexicon.Regions() {
		out[r.Code] = r.Name
	}
	return out
})

// matrices keeps the matrices of one state of the corpus.
type matrices struct {
	mu   sync.Mutex
	made map[judging]circular.Matrix
}

// matrix returns the whole matrix of a baseline, and how many documents are
// still being compared.
func (s *shelf) matrix(baselines []circular.Baseline, b circular.Baseline, how judging) (circular.Matrix, int) {
	s.matrices.mu.Lock()
	m, ok := s.matrices.made[how]
	s.matrices.mu.Unlock()
	if ok {
		return m, 0
	}
	list, pending := s.compareAll(baselines, how)
	m = compare.NewMatrix(b, list, nil, nil)
	if pending == 0 {
		s.matrices.mu.Lock()
		defer s.matrices.mu.Unlock()
		if s.matrices.made == nil {
			s.matrices.made = map[judging]circular.Matrix{}
		}
		s.matrices.made[how] = m
	}
	return m, pending
}

// matrixOf makes the matrix that a request asks for.
func (s *Server) matrixOf(r *http.Request, base page) (p matrixPage, sh *shelf, err error) {
	p = matrixPage{page: base, Against: cmp.Or(r.FormValue("acuan"), defaultBaseline), Province: r.FormValue("provinsi"), Since: r.FormValue("sejak"),
		Query: r.FormValue("q"), Only: circular.Severity(r.FormValue("hasil")), Order: cmp.Or(r.FormValue("urut"), matrixOrders[0]), Baselines: s.baselines, Provinces: provinces()}
	i := slices.IndexFunc(s.baselines, func(b circular.Baseline) bool { return b.ID == p.Against })
	if i < 0 {
		return p, nil, compare.ErrUnknownBaseline
	}
	if sh, err = s.library.shelf(); err != nil {
		return p, nil, err
	}
	expected, err := compare.Addressees(p.Province)
	if err != nil {
		return p, nil, err
	}
	p.Matrix, p.Pending = sh.matrix(s.baselines, s.baselines[i], judging{baseline: p.Against, lang: p.Lang})
	p.Tiles = tileMap(p.page, p.Rows, p.Province, p.Against)
	p.Expected, p.NotFound = len(expected), append([]circular.Region{}, compare.Absent(p.Rows, expected)...)
	p.Rows, p.Others = within(p.Rows, p.Province), within(p.Others, p.Province)
	return p, sh, nil
}

// inProvince reports whether a region is a province or in it; "" has all.
func inProvince(region circular.Region, province string) bool {
	return province == "" || region.Code == province || strings.HasPrefix(region.Code, province+".")
}

// within returns the rows of a province, with its regencies and cities.
func within(rows []circular.MatrixRow, province string) []circular.MatrixRow {
	out := []circular.MatrixRow{}
	for _, row := range rows {
		if inProvince(row.Circular.Region, province) {
			out = append(out, row)
		}
	}
	return out
}

// lines puts the rows that the reader asks for on the page, in the order that
// they ask for.
func (p *matrixPage) lines(r *http.Request, sh *shelf) {
	words := strings.Fields(strings.ToLower(p.Query))
	var all []matrixLine
	for _, row := range p.Rows {
		if p.Only != "" && row.Worst != p.Only || !hasWords(row.Circular.Region.Name+" "+p.Called(row), words) {
			continue
		}
		l := matrixLine{page: p.page, MatrixRow: row, ID: row.Source.ID(), State: corpus.ReviewOpen}
		if e := sh.byID[row.Source.SHA256]; e != nil {
			l.State, l.By = e.State()
			l.Stale = e.Stale()
		}
		all = append(all, l)
	}
	slices.SortStableFunc(all, func(a, b matrixLine) int {
		switch p.Order {
		case "gravest":
			return cmp.Compare(slices.Index(levels, a.Worst), slices.Index(levels, b.Worst))
		case "signed":
			return b.Circular.DateSigned.Compare(a.Circular.DateSigned)
		case "review":
			return cmp.Compare(slices.Index(documentStates, a.State), slices.Index(documentStates, b.State))
		}
		return 0 // they come in the order of their regions
	})
	p.Lines, p.Pager = rowsOf(r, all, rowsPerPage)
	for i := range p.Lines {
		l := &p.Lines[i]
		l.Signed = p.Lang.Day(l.Circular.DateSigned)
		for k, c := range l.MatrixRow.Cells {
			l.Cells = append(l.Cells, matrixCell{c, p.Columns[k].Title,
				"/banding?" + url.Values{"dokumen": {l.ID}, "acuan": {p.Against}}.Encode() + "#a-" + p.Columns[k].Atom})
		}
	}
}

func (s *Server) matrix(w http.ResponseWriter, r *http.Request) {
	p, sh, err := s.matrixOf(r, s.page(r, "matrix", ""))
	if err == nil {
		p.lines(r, sh)
		err = s.news(&p, sh)
	}
	if err != nil {
		s.failMatrix(w, r, err)
		return
	}
	p.Title = p.T("nav.matrix")
	s.render(w, http.StatusOK, "matrix", p)
}

// failMatrix answers for a matrix that cannot be made.
func (s *Server) failMatrix(w http.ResponseWriter, r *http.Request, err error) {
	if errors.Is(err, compare.ErrUnknownBaseline) || errors.Is(err, compare.ErrUnknownProvince) {
		s.fail(w, r, http.StatusBadRequest, "fail.matrix")
		return
	}
	s.failWith(w, r, err)
}
