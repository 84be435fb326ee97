package compare

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/lexicon"
)

// ErrUnknownProvince is wrapped by the error for a province that no table has.
var ErrUnknownProvince = errors.New("unknown province")

// Addressees returns who should have a circular of its own: every province
// for "", else the regencies and cities of the province with that code or
// name. The error names a province that is not known.
func Addressees(province string) ([]circular.Region, error) {
	code := ""
	if province != "" {
		for _, r := range lexicon.Regions() {
			if r.Parent == "" && (r.Code == province || strings.EqualFold(r.Name, province)) {
				code = r.Code
			}
		}
		if code == "" {
			return nil, fmt.Errorf("%w: %q", ErrUnknownProvince, province)
		}
	}
	var out []circular.Region
	for _, r := range lexicon.Regions() {
		if r.Parent == code {
			out = append(out, circular.Region{Name: r.Name, Code: r.Code})
		}
	}
	return out, nil
}

// NewMatrix puts comparisons with one baseline side by side. Of several
// documents about one circular the best source counts. Expected are the
// addressees to look for (see [Addressees]); before is an earlier matrix of
// the same baseline, or nil. The order of list does not matter.
func NewMatrix(b circular.Baseline, list []circular.Comparison, expected []circular.Region, before *circular.Matrix) circular.Matrix {
	m := circular.Matrix{Schema: circular.MatrixSchema, Rows: []circular.MatrixRow{}, NotFound: []circular.Region{}, Expected: len(expected),
		Baseline: circular.BaselineRef{ID: b.ID, Name: b.Name}}
	for _, a := range b.Atoms {
		m.Columns = append(m.Columns, circular.MatrixColumn{Atom: a.ID, Title: a.Title})
	}
	groups := map[string][]*circular.Comparison{}
	for i := range list {
		if c := &list[i]; c.Circular != nil && c.Baseline.ID == b.ID {
			groups[actKey(c.Circular)] = append(groups[actKey(c.Circular)], c)
		}
	}
	for _, group := range groups {
		slices.SortFunc(group, func(x, y *circular.Comparison) int { return bySource(x.Source, y.Source) })
		row := rowOf(&m, group[0])
		row.Sources = len(group) + len(group[0].Others)
		for _, o := range group[1:] {
			dispute(&row, rowOf(&m, o))
		}
		if group[0].Comparable {
			m.Rows = append(m.Rows, row)
		} else {
			m.Others = append(m.Others, row)
		}
	}
	slices.SortFunc(m.Rows, byRegion)
	slices.SortFunc(m.Others, byRegion)
	m.NotFound = append(m.NotFound, Absent(m.Rows, expected)...)
	if before != nil {
		m.Changes = changes(before, &m)
	}
	return m
}

// Absent returns those of the expected addressees that no row of a matrix is of.
func Absent(rows []circular.MatrixRow, expected []circular.Region) (out []circular.Region) {
	found := map[string]bool{}
	for _, row := range rows {
		found[row.Circular.Region.Code] = true
	}
	for _, r := range expected {
		if !found[r.Code] {
			out = append(out, r)
		}
	}
	return out
}

// rowOf turns a comparison into a row.
func rowOf(m *circular.Matrix, c *circular.Comparison) circular.MatrixRow {
	row := circular.MatrixRow{Circular: *c.Circular, Source: c.Source, Worst: c.Worst(), Cells: []circular.MatrixCell{}}
	if !c.Comparable {
		return row
	}
	for _, col := range m.Columns {
		cell := circular.MatrixCell{Result: circular.ResultUnknown, Level: circular.SeverityNone}
		for _, p := range c.Pairs {
			if p.Atom == col.Atom {
				cell = circular.MatrixCell{Result: p.Result, Level: p.Level, Codes: p.Codes}
				for _, o := range p.Others {
					cell.Corrections = append(cell.Corrections, o.Corrections...)
				}
			}
		}
		row.Cells = append(row.Cells, cell)
	}
	for _, p := range c.Pairs {
		if p.Atom == "" {
			row.Added++
		}
	}
	return row
}

// dispute puts what a further source of the same circular says into a row: of
// two sources of one grade none rules, and where they differ nothing can be said.
func dispute(row *circular.MatrixRow, other circular.MatrixRow) {
	if other.Source.Grade != row.Source.Grade {
		return
	}
	for i := range min(len(row.Cells), len(other.Cells)) {
		if mine, theirs := &row.Cells[i], other.Cells[i]; mine.Result != theirs.Result || mine.Level != theirs.Level {
			mine.Result, mine.Level = circular.ResultUnknown, circular.SeverityNone
			mine.Codes = append(mine.Codes, circular.CodeSourcesDiffer)
			mine.Corrections = append(mine.Corrections, theirs.Corrections...)
		}
	}
}

// actKey is the same for two spellings of one circular: its region, else its
// issuer, with number and year.
func actKey(c *circular.Circular) string {
	who := c.Region.Code
	if who == "" {
		who = strings.ToLower(c.Issuer)
	}
	return who + "\x00" + c.Key() + "\x00" + fmt.Sprint(c.Year)
}

// bySource puts the source nearest to the circular first.
func bySource(a, b circular.Source) int {
	grades := []circular.Grade{circular.GradePrimary, circular.GradeScan, circular.GradeRelease, circular.GradeNews}
	return cmp.Or(cmp.Compare(slices.Index(grades, a.Grade), slices.Index(grades, b.Grade)), cmp.Compare(a.Path, b.Path), cmp.Compare(a.SHA256, b.SHA256))
}

func byRegion(a, b circular.MatrixRow) int {
	return cmp.Or(cmp.Compare(a.Circular.Region.Code, b.Circular.Region.Code), cmp.Compare(a.Circular.Issuer, b.Circular.Issuer),
		cmp.Compare(a.Circular.Year, b.Circular.Year), cmp.Compare(a.Circular.Number, b.Circular.Number))
}

// changes lists where a matrix differs from an earlier one.
func changes(before, after *circular.Matrix) []circular.MatrixChange {
	var out []circular.MatrixChange
	old := map[string]*circular.MatrixRow{}
	for i := range before.Rows {
		old[actKey(&before.Rows[i].Circular)] = &before.Rows[i]
	}
	for i := range after.Rows {
		row := &after.Rows[i]
		c := circular.MatrixChange{Region: row.Circular.Region, Number: row.Circular.Number}
		was := old[actKey(&row.Circular)]
		delete(old, actKey(&row.Circular))
		if was == nil {
			out = append(out, c)
			continue
		}
		for k, col := range after.Columns {
			j := slices.IndexFunc(before.Columns, func(b circular.MatrixColumn) bool { return b.Atom == col.Atom })
			if j < 0 || j >= len(was.Cells) || was.Cells[j].Result == row.Cells[k].Result && was.Cells[j].Level == row.Cells[k].Level {
				continue
			}
			c.Atom, c.Before, c.After = col.Atom, was.Cells[j].Result, row.Cells[k].Result
			out = append(out, c)
		}
	}
	for i := range before.Rows {
		if row := &before.Rows[i]; old[actKey(&row.Circular)] != nil {
			out = append(out, circular.MatrixChange{Region: row.Circular.Region, Number: row.Circular.Number, Before: circular.ResultSame, After: circular.ResultMissing})
		}
	}
	return out
}
