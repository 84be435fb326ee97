package report

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"html/template"
	"io"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/telaah/telaah/circular"
)

// MatrixFormats lists the formats that WriteMatrix knows.
var MatrixFormats = []string{"text", "json", "markdown", "html", "xlsx"}

// WriteMatrix writes a matrix in the named format.
func WriteMatrix(w io.Writer, format string, m circular.Matrix, o Options) error {
	p, err := newPrinter(w, o)
	if err != nil {
		return err
	}
	switch format {
	case "text":
		p.matrixText(&m)
	case "json":
		enc := json.NewEncoder(w)
		enc.SetIndent("", "  ")
		enc.SetEscapeHTML(false)
		p.err = enc.Encode(m)
	case "markdown":
		p.matrixMarkdown(&m)
	case "html":
		p.matrixHTML(&m)
	case "xlsx":
		return p.matrixXLSX(w, &m)
	default:
		return fmt.Errorf("%w: %q; pilihan: %s", ErrFormat, format, strings.Join(MatrixFormats, ", "))
	}
	if p.err != nil {
		return fmt.Errorf("writing matrix: %w", p.err)
	}
	return nil
}

// signs are the marks of cells, explained by the legend of every matrix.
// A number in the last column counts rules beyond the baseline, a k behind a mark
// says that its verdict rests on a corrected value.
var signs = []struct {
	sign   string
	level  circular.Severity
	result circular.Result
}{
	{"X", circular.SeverityError, ""}, {"!", circular.SeverityWarning, ""}, {"i", circular.SeverityNote, ""},
	{"?", circular.SeverityNone, circular.ResultUnknown}, {"=", circular.SeverityNone, circular.ResultSame}, {".", circular.SeverityNone, circular.ResultNarrower},
}

// sign returns the mark of a cell.
func sign(c circular.MatrixCell) string {
	if len(c.Corrections) > 0 {
		c.Corrections = nil
		return sign(c) + "k"
	}
	for _, s := range signs {
		if c.Level == s.level && (s.result == "" || c.Result == s.result) {
			return s.sign
		}
	}
	return "?"
}

// legend explains the marks in words.
func (p *printer) legend() string {
	var out []string
	for _, s := range signs {
		word := p.label(string(s.level))
		if s.result != "" {
			word = p.label(string(s.result))
		}
		out = append(out, s.sign+" "+word)
	}
	return strings.Join(append(out, "+ "+p.label("sign-added"), "k "+p.label("sign-corrected")), ", ")
}

// cellNote tells the corrections that a cell rests on.
func (p *printer) cellNote(c circular.MatrixCell) string {
	if fixed := p.corrected(c.Corrections); fixed != "" {
		return " (" + fixed + ")"
	}
	return ""
}

// totals tells how many rows there are and how many need somebody.
func (p *printer) totals(m *circular.Matrix) string {
	s := summary{Circulars: len(m.Rows) + len(m.Others), Count: map[circular.Severity]int{}, Others: make([]headline, len(m.Others))}
	for i := range m.Rows {
		s.Sources += m.Rows[i].Sources
		if w := m.Rows[i].Worst; w != circular.SeverityNone {
			s.Count[w]++
		}
	}
	for i := range m.Others {
		s.Sources += m.Others[i].Sources
	}
	return p.counts(s)
}

// whose names the row of a circular: its province, regency or city, else its
// issuer.
func (p *printer) whose(c *circular.Circular) string {
	switch {
	case c.Region.Code == "" || c.Region.Name == "":
		return "SE " + calm(c.Issuer)
	case c.Level == circular.LevelInstitution || c.Level == circular.LevelMinistry:
		return calm(c.Issuer)
	case len(c.Region.Code) == 2 && !strings.HasPrefix(c.Region.Name, "Provinsi"):
		return p.label("province") + " " + plain(c.Region.Name)
	}
	return plain(c.Region.Name)
}

// number names a circular by number and year.
func (p *printer) number(c *circular.Circular) string {
	if c.Number == "" {
		return p.label("unknown")
	}
	if year := fmt.Sprint(c.Year); c.Year != 0 && !strings.Contains(c.Number, year) {
		return plain(c.Number) + "/" + year
	}
	return plain(c.Number)
}

// matrixText writes a matrix with numbered columns and a legend.
func (p *printer) matrixText(m *circular.Matrix) {
	p.printf("%s: %s (%s)\n", p.label("baseline"), plain(m.Baseline.Name), plain(m.Baseline.ID))
	p.printf("%s: %s\n", p.label("summary"), p.totals(m))
	for i, c := range m.Columns {
		p.printf("  %2d %s\n", i+1, plain(c.Title))
	}
	p.printf("%s: %s\n\n", p.label("legend"), p.legend())
	wide := 0
	for i := range m.Rows {
		wide = max(wide, utf8.RuneCountInString(p.rowName(&m.Rows[i])))
	}
	var head strings.Builder
	for i := range m.Columns {
		fmt.Fprintf(&head, "%3d", i+1)
	}
	if len(m.Rows) > 0 {
		p.printf("%s%s   +\n", strings.Repeat(" ", wide), head.String())
	}
	for i := range m.Rows {
		row := &m.Rows[i]
		name := p.rowName(row)
		p.printf("%s%s", name, strings.Repeat(" ", wide-utf8.RuneCountInString(name)))
		for _, c := range row.Cells {
			p.printf("%3s", sign(c))
		}
		p.printf(" %3d  %s\n", row.Added, p.label(string(row.Source.Grade)))
	}
	p.matrixRest(m, func(title string, items []string) {
		p.printf("\n%s:\n", title)
		for _, s := range items {
			p.printf("  - %s\n", s)
		}
	})
}

func (p *printer) rowName(row *circular.MatrixRow) string {
	if row.Circular.Region.Code == "" || row.Circular.Region.Name == "" {
		return p.whose(&row.Circular) + " " + p.number(&row.Circular)
	}
	return p.whose(&row.Circular) + ", " + p.number(&row.Circular)
}

// matrixRest hands over the lists behind the table: circulars that are not
// comparable, addressees not found, changes.
func (p *printer) matrixRest(m *circular.Matrix, list func(title string, items []string)) {
	var items []string
	for i := range m.Others {
		items = append(items, p.rowName(&m.Others[i]))
	}
	if len(items) > 0 {
		list(p.label("others"), items)
	}
	if m.Expected > 0 {
		items = nil
		for _, r := range m.NotFound {
			items = append(items, plain(r.Name)+p.otherActs(m, r))
		}
		list(fmt.Sprintf("%s (%d / %d)", p.label("notfound"), len(m.NotFound), m.Expected), items)
	}
	items = nil
	for _, c := range m.Changes {
		items = append(items, p.change(m, c))
	}
	if len(items) > 0 {
		list(p.label("changes"), items)
	}
}

// otherActs names the circulars of a region that are not comparable with the
// baseline: the corpus has something of it, if not this.
func (p *printer) otherActs(m *circular.Matrix, r circular.Region) string {
	var out []string
	for i := range m.Others {
		if c := &m.Others[i].Circular; r.Code != "" && c.Region.Code == r.Code {
			out = append(out, p.number(c))
		}
	}
	if len(out) == 0 {
		return ""
	}
	return " (" + p.label("other-act") + ": " + strings.Join(out, ", ") + ")"
}

// change writes one change in words.
func (p *printer) change(m *circular.Matrix, c circular.MatrixChange) string {
	name := strings.TrimPrefix(plain(c.Region.Name)+", "+plain(c.Number), ", ")
	switch {
	case c.Atom == "" && c.After == circular.ResultMissing:
		return name + ": " + p.label("gone")
	case c.Atom == "":
		return name + ": " + p.label("new")
	}
	title := c.Atom
	if i := slices.IndexFunc(m.Columns, func(col circular.MatrixColumn) bool { return col.Atom == c.Atom }); i >= 0 {
		title = m.Columns[i].Title
	}
	return name + ": " + plain(title) + ": " + p.label(string(c.Before)) + " → " + p.label(string(c.After))
}

// matrixMarkdown writes a matrix as a table.
func (p *printer) matrixMarkdown(m *circular.Matrix) {
	p.printf("# %s: %s\n\n%s\n\n", p.label("matrix"), md(m.Baseline.Name), md(p.totals(m)))
	for i, c := range m.Columns {
		p.printf("%d. %s\n", i+1, md(c.Title))
	}
	p.printf("\n%s: %s\n\n| %s |", p.label("legend"), md(p.legend()), p.label("circular"))
	for i := range m.Columns {
		p.printf(" %d |", i+1)
	}
	p.printf(" %s |\n|---|%s---|\n", p.label("added"), strings.Repeat("---|", len(m.Columns)))
	for i := range m.Rows {
		row := &m.Rows[i]
		p.printf("| %s |", md(p.rowName(row)))
		for _, c := range row.Cells {
			p.printf(" %s |", md(sign(c)))
		}
		p.printf(" %d |\n", row.Added)
	}
	p.matrixRest(m, func(title string, items []string) {
		p.printf("\n## %s\n\n", md(title))
		for _, s := range items {
			p.printf("- %s\n", md(s))
		}
	})
	p.printf("\n*%s*\n", p.label("footer"))
}

//go:embed matrix.html
var matrixSource string

// matrixTemplate parses matrix.html once.
var matrixTemplate = sync.OnceValues(func() (*template.Template, error) {
	t, err := template.New("matrix").Parse(matrixSource)
	if err != nil {
		return nil, fmt.Errorf("parsing matrix.html: %w", err)
	}
	return t, nil
})

// section is a titled list behind the table of a matrix.
type section struct {
	Title string
	Items []string
}

// matrixPage is what matrix.html sees.
type matrixPage struct {
	page
	M        *circular.Matrix
	Sections []section
}

func (p *printer) matrixHTML(m *circular.Matrix) {
	t, err := matrixTemplate()
	if err == nil {
		v := matrixPage{page: page{printer: p}, M: m}
		p.matrixRest(m, func(title string, items []string) { v.Sections = append(v.Sections, section{title, items}) })
		err = t.Execute(p.w, v)
	}
	p.err = err
}

// Row names a row.
func (p matrixPage) Row(row circular.MatrixRow) string { return p.rowName(&row) }

// Cell writes a cell in words.
func (p matrixPage) Cell(c circular.MatrixCell) string { return p.verdictOf(c) }

// Note tells the corrections of a cell.
func (p matrixPage) Note(c circular.MatrixCell) string { return p.corrected(c.Corrections) }

// Totals tells how many rows need somebody.
func (p matrixPage) Totals() string { return p.totals(p.M) }

// Title names a column of the matrix.
func (p matrixPage) Title(i int) string { return plain(p.M.Columns[i].Title) }

// verdictOf writes a cell in words: its level where it has one, else its result.
func (p *printer) verdictOf(c circular.MatrixCell) string {
	if slices.Contains(c.Codes, circular.CodeSourcesDiffer) {
		return p.code(circular.CodeSourcesDiffer)
	}
	if c.Level != circular.SeverityNone {
		return p.label(string(c.Level))
	}
	return p.label(string(c.Result))
}
