package report

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"telaah/circular"
)

// maxCell is the longest text that a cell of a workbook holds, in characters.
const maxCell = 32767

// writeXLSX writes a workbook: an overview with a row for each document, and a
// sheet for each with the table of comparison. Every cell is a string, or a
// number that we counted; none begins a formula.
func (p *printer) writeXLSX(w io.Writer, list []circular.Comparison) (err error) {
	f := excelize.NewFile()
	defer func() {
		if cerr := f.Close(); err == nil && cerr != nil {
			err = fmt.Errorf("closing workbook: %w", cerr)
		}
	}()
	b := &book{f: f, columns: map[string][]column{}}
	overview := p.label("overview")
	b.do(f.SetSheetName("Sheet1", overview))
	b.do(f.SetDocProps(&excelize.DocProperties{Creator: "telaah", Title: p.label("table"), Created: "2024-01-01T00:00:00Z", Modified: "2024-01-01T00:00:00Z"})) // no clock
	b.styles()
	b.table(overview, []column{{p.label("no"), 5}, {p.label("source"), 34}, {p.label("grade"), 16}, {p.label("circular"), 44}, {p.label("baseline"), 40},
		{p.label("error"), 14}, {p.label("warning"), 12}, {p.label("note"), 12}, {p.label("none"), 12}, {p.label("result"), 22}, {p.label("sheet"), 12}})
	for i := range list {
		c := &list[i]
		sheet := fmt.Sprintf("%s %d", p.label("circular"), i+1)
		n := map[circular.Severity]int{circular.SeverityNone: len(c.NotJudged)}
		for _, d := range c.Deviations {
			n[d.Level]++
		}
		b.row(overview, i+2, "", i+1, c.Source.Path, p.label(string(c.Source.Grade)), p.name(c.Circular), p.reference(c.Baseline), n[circular.SeverityError],
			n[circular.SeverityWarning], n[circular.SeverityNote], n[circular.SeverityNone], p.verdict(c), sheet)
		p.sheet(b, sheet, c)
	}
	b.finish(overview, len(list)+1, 11)
	if b.err == nil {
		b.err = f.Write(w)
	}
	if b.err != nil {
		return fmt.Errorf("writing report as a workbook: %w", b.err)
	}
	return nil
}

// verdict says in words what came of a document as a whole.
func (p *printer) verdict(c *circular.Comparison) string {
	switch {
	case !c.Comparable:
		return string(circular.CodeNotComparable)
	case len(c.Deviations) == 0:
		return p.label("nofindings")
	}
	return p.label(string(c.Worst()))
}

// sheet writes the table of comparison of one document.
func (p *printer) sheet(b *book, sheet string, c *circular.Comparison) {
	if b.err == nil {
		_, b.err = b.f.NewSheet(sheet)
	}
	b.table(sheet, []column{{p.label("no"), 5}, {p.label("central"), 48}, {p.label("place"), 16}, {p.label("regional"), 48}, {p.label("place"), 16},
		{p.label("result"), 16}, {p.label("level"), 16}, {p.label("code"), 22}, {p.label("direction"), 14}, {p.label("remark"), 44}, {p.label("advice"), 40}})
	at := 2
	put := func(base, basePlace, other, otherPlace, result string, found []circular.Deviation) {
		var codes, directions, whys, advice []string
		worst := circular.SeverityNone
		for _, d := range found {
			codes = append(codes, string(d.Code))
			if d.Direction != circular.DirectionNone {
				directions = append(directions, p.label("to-"+string(d.Direction)))
			}
			whys, advice = append(whys, plain(d.Why)), append(advice, plain(d.Advice))
			if d.Level.AtLeast(worst) {
				worst = d.Level
			}
		}
		level := ""
		if len(found) > 0 {
			level = p.label(string(worst))
		}
		join := func(s []string) string { return strings.Join(s, "\n") }
		b.row(sheet, at, worst, at-1, base, basePlace, other, otherPlace, result, level, join(codes), join(directions), join(whys), join(advice))
		at++
	}
	shown := map[string]bool{}
	for _, row := range c.Pairs {
		found := remarks(c, row)
		for _, d := range found {
			shown[string(d.Code)+d.Why] = true
		}
		base, basePlace, other, otherPlace := "", "", []string{}, []string{}
		if row.Base != nil {
			base, basePlace = plain(row.Title)+": "+plain(row.Base.Text), p.place(row.Base)
		}
		for i := range row.Others {
			other, otherPlace = append(other, plain(row.Others[i].Text)), append(otherPlace, p.place(&row.Others[i]))
		}
		put(base, basePlace, strings.Join(other, "\n"), strings.Join(otherPlace, "\n"), p.label(string(row.Result)), found)
	}
	for _, group := range [][]circular.Deviation{c.Deviations, c.NotJudged} {
		for _, d := range group { // those that stand in no row
			if shown[string(d.Code)+d.Why] {
				continue
			}
			other, place := "", ""
			if d.Other != nil {
				other, place = plain(d.Other.Text), p.place(d.Other)
			}
			put("", "", other, place, "", []circular.Deviation{d})
		}
	}
	b.finish(sheet, at-1, 11)
}

// column is a column of a table with its width in characters.
type column struct {
	title string
	width float64
}

// book writes cells until the first error, which it keeps.
type book struct {
	f              *excelize.File
	err            error
	head, body     int
	error, warning int
	columns        map[string][]column // of the table of each sheet
}

func (b *book) do(err error) {
	if b.err == nil {
		b.err = err
	}
}

// styles makes the styles of the workbook: wrapped cells with a border, a
// shaded head, and the two levels that need somebody.
func (b *book) styles() {
	border := []excelize.Border{}
	for _, side := range []string{"left", "top", "right", "bottom"} {
		border = append(border, excelize.Border{Type: side, Color: "B5B5B5", Style: 1})
	}
	style := func(font *excelize.Font, fill string) int {
		s := &excelize.Style{Border: border, Font: font, Alignment: &excelize.Alignment{WrapText: true, Vertical: "top"}}
		if fill != "" {
			s.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{fill}}
		}
		id, err := b.f.NewStyle(s)
		b.do(err)
		return id
	}
	b.head = style(&excelize.Font{Family: "Calibri", Size: 11, Bold: true}, "F2F2EF")
	b.body = style(nil, "")
	b.error = style(&excelize.Font{Family: "Calibri", Size: 11, Color: "8C1D18"}, "")
	b.warning = style(&excelize.Font{Family: "Calibri", Size: 11, Color: "7A4B00"}, "")
}

// table starts a table with a frozen head.
func (b *book) table(sheet string, columns []column) {
	for i, c := range columns {
		name, err := excelize.ColumnNumberToName(i + 1)
		b.do(err)
		b.do(b.f.SetColWidth(sheet, name, name, c.width))
		b.do(b.f.SetCellStr(sheet, name+"1", cell(c.title)))
		b.do(b.f.SetCellStyle(sheet, name+"1", name+"1", b.head))
	}
	b.do(b.f.SetPanes(sheet, &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}))
	landscape, a4, width, height := "landscape", 9, 1, 0
	b.do(b.f.SetPageLayout(sheet, &excelize.PageLayoutOptions{Orientation: &landscape, Size: &a4, FitToWidth: &width, FitToHeight: &height}))
	b.do(b.f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: "'" + sheet + "'!$1:$1", Scope: sheet}))
	b.columns[sheet] = columns
	var titles []any
	for _, c := range columns {
		titles = append(titles, c.title)
	}
	b.do(b.f.SetRowHeight(sheet, 1, b.height(sheet, titles)))
}

// height returns the height of a row, in points, that shows its wrapped cells:
// not every program works it out when it opens a workbook.
func (b *book) height(sheet string, values []any) float64 {
	const line, highest = 15, 409
	most := 1
	for i, v := range values {
		n := 0
		for part := range strings.Lines(fmt.Sprint(v)) {
			n += 1 + int(float64(utf8.RuneCountInString(part))*1.15/b.columns[sheet][i].width) // words wrap early
		}
		most = max(most, n)
	}
	return float64(min(most*line, highest))
}

// row writes one row: ints as numbers, the rest as strings.
func (b *book) row(sheet string, at int, level circular.Severity, values ...any) {
	style := b.body
	switch level {
	case circular.SeverityError:
		style = b.error
	case circular.SeverityWarning:
		style = b.warning
	}
	b.do(b.f.SetRowHeight(sheet, at, b.height(sheet, values)))
	for i, v := range values {
		name, err := excelize.CoordinatesToCellName(i+1, at)
		b.do(err)
		if n, ok := v.(int); ok {
			b.do(b.f.SetCellInt(sheet, name, int64(n)))
		} else {
			b.do(b.f.SetCellStr(sheet, name, cell(fmt.Sprint(v))))
		}
		b.do(b.f.SetCellStyle(sheet, name, name, style))
	}
}

// finish sets the filter over a table that ends in a row.
func (b *book) finish(sheet string, last, columns int) {
	name, err := excelize.CoordinatesToCellName(columns, max(last, 2))
	b.do(err)
	b.do(b.f.AutoFilter(sheet, "A1:"+name, nil))
	fit := true
	b.do(b.f.SetSheetProps(sheet, &excelize.SheetPropsOptions{FitToPage: &fit})) // a filter resets it
}

// cell makes text safe for a cell: no formula, also not after it is edited,
// no control characters but line breaks, not too long.
func cell(s string) string {
	lines := strings.Split(s, "\n")
	for i, l := range lines {
		lines[i] = plain(l)
	}
	s = strings.Join(lines, "\n")
	if s != "" && strings.ContainsRune("=+-@", rune(s[0])) {
		s = "'" + s
	}
	if utf8.RuneCountInString(s) > maxCell {
		s = string([]rune(s)[:maxCell-4]) + " ..."
	}
	return s
}
