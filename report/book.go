package report

import (
	"fmt"
	"io"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"github.com/telaah/telaah/circular"
)

// maxCell is the longest text that a cell of a workbook holds, in characters.
const maxCell = 32767

// Book is a workbook of tables, each on a sheet of its own with a frozen head
// and a filter. Every cell is a string, or a number that we counted; none begins
// a formula. Its methods keep the first error, which Write returns. The same
// rows give the same bytes.
type Book struct {
	f              *excelize.File
	err            error
	head, body     look
	error, warning look
	tables         []*Table
}

// look is the styles of the cells of a row.
type look struct{ text, number int }

// Table is the table of one sheet.
type Table struct {
	b       *Book
	sheet   string
	columns []Column
	rows    int // with the head
}

// Column is a column of a table with its width in characters.
type Column struct {
	Title string
	Width float64
}

// NewBook makes an empty workbook.
func NewBook(title string) *Book {
	b := &Book{f: excelize.NewFile()}
	b.do(b.f.SetDocProps(&excelize.DocProperties{Creator: "telaah", Title: cell(title), Created: "2024-01-01T00:00:00Z", Modified: "2024-01-01T00:00:00Z"})) // no clock
	b.styles()
	return b
}

func (b *Book) do(err error) {
	if b.err == nil {
		b.err = err
	}
}

// styles makes the styles of the workbook: wrapped cells with a border, a
// shaded head, and the two levels that need somebody.
func (b *Book) styles() {
	border := []excelize.Border{}
	for _, side := range []string{"left", "top", "right", "bottom"} {
		border = append(border, excelize.Border{Type: side, Color: "B5B5B5", Style: 1})
	}
	style := func(font *excelize.Font, fill string) look {
		var ids [2]int
		for i, horizontal := range []string{"left", "center"} {
			s := &excelize.Style{Border: border, Font: font, Alignment: &excelize.Alignment{WrapText: true, Vertical: "top", Horizontal: horizontal}}
			if fill != "" {
				s.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{fill}}
			}
			var err error
			ids[i], err = b.f.NewStyle(s)
			b.do(err)
		}
		return look{ids[0], ids[1]}
	}
	b.head = style(&excelize.Font{Family: "Calibri", Size: 11, Bold: true}, "F2F2EF")
	b.body = style(nil, "")
	b.error = style(&excelize.Font{Family: "Calibri", Size: 11, Color: "8C1D18"}, "")
	b.warning = style(&excelize.Font{Family: "Calibri", Size: 11, Color: "7A4B00"}, "")
}

// Table adds a sheet. Its name is one that spreadsheets allow: at most 31
// characters, none of them []:*?/\.
func (b *Book) Table(sheet string, columns ...Column) *Table {
	t := &Table{b: b, sheet: sheet, columns: columns}
	if len(b.tables) == 0 {
		b.do(b.f.SetSheetName("Sheet1", sheet))
	} else {
		_, err := b.f.NewSheet(sheet)
		b.do(err)
	}
	b.tables = append(b.tables, t)
	titles := make([]any, len(columns))
	for i, c := range columns {
		titles[i] = c.Title
		name, err := excelize.ColumnNumberToName(i + 1)
		b.do(err)
		b.do(b.f.SetColWidth(sheet, name, name, c.Width))
	}
	t.row(b.head, titles)
	b.do(b.f.SetPanes(sheet, &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}))
	landscape, a4, width, height := "landscape", 9, 1, 0
	b.do(b.f.SetPageLayout(sheet, &excelize.PageLayoutOptions{Orientation: &landscape, Size: &a4, FitToWidth: &width, FitToHeight: &height}))
	b.do(b.f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: "'" + sheet + "'!$1:$1", Scope: sheet}))
	return t
}

// Row adds a row, one value a column: ints as numbers, the rest as strings.
// Its colour follows the level, "" for none.
func (t *Table) Row(level circular.Severity, values ...any) {
	style := t.b.body
	switch level {
	case circular.SeverityError:
		style = t.b.error
	case circular.SeverityWarning:
		style = t.b.warning
	}
	t.row(style, values)
}

func (t *Table) row(style look, values []any) {
	t.rows++
	b := t.b
	b.do(b.f.SetRowHeight(t.sheet, t.rows, t.height(values)))
	for i, v := range values {
		name, err := excelize.CoordinatesToCellName(i+1, t.rows)
		b.do(err)
		id := style.text
		if n, ok := v.(int); ok {
			id = style.number
			b.do(b.f.SetCellInt(t.sheet, name, int64(n)))
		} else {
			b.do(b.f.SetCellStr(t.sheet, name, cell(fmt.Sprint(v))))
		}
		b.do(b.f.SetCellStyle(t.sheet, name, name, id))
	}
}

// height returns the height of a row, in points, that shows its wrapped cells:
// not every program works it out when it opens a workbook.
func (t *Table) height(values []any) float64 {
	const line, highest = 15, 409
	most := 1
	for i, v := range values {
		n := 0
		for part := range strings.Lines(fmt.Sprint(v)) {
			n += 1 + int(float64(utf8.RuneCountInString(part))*1.15/t.columns[i].Width) // words wrap early
		}
		most = max(most, n)
	}
	return float64(min(most*line, highest))
}

// Write writes the workbook, which must have a table, and closes it.
func (b *Book) Write(w io.Writer) error {
	for _, t := range b.tables {
		last, err := excelize.CoordinatesToCellName(len(t.columns), max(t.rows, 2))
		b.do(err)
		b.do(b.f.AutoFilter(t.sheet, "A1:"+last, nil))
		fit := true
		b.do(b.f.SetSheetProps(t.sheet, &excelize.SheetPropsOptions{FitToPage: &fit})) // a filter resets it
	}
	if b.err == nil {
		b.err = b.f.Write(w)
	}
	b.do(b.f.Close())
	if b.err != nil {
		return fmt.Errorf("writing workbook: %w", b.err)
	}
	return nil
}

// coded is how a workbook writes any character, "_x003D_" for "=": in a text
// of ours it would become that character.
var coded = regexp.MustCompile(`_(x[0-9A-Fa-f]{4}_)`)

// cell makes text safe for a cell: no formula, also not after it is edited,
// no control characters but line breaks, not too long.
func cell(s string) string {
	lines := strings.Split(s, "\n")
	for i, l := range lines {
		lines[i] = plain(l)
	}
	s = strings.TrimLeft(strings.Join(lines, "\n"), "\n")
	for coded.MatchString(s) { // what one match ends may begin the next
		s = coded.ReplaceAllString(s, "_ $1")
	}
	if s != "" && strings.ContainsRune("=+-@", rune(s[0])) {
		s = "'" + s
	}
	if utf8.RuneCountInString(s) > maxCell {
		s = string([]rune(s)[:maxCell-4]) + " ..."
	}
	return s
}
