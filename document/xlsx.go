package document

import (
	"bytes"
	"fmt"

	"github.com/xuri/excelize/v2"

	"github.com/telaah/telaah/circular"
)

// maxRows bounds the rows that are read of one sheet.
const maxRows = 20_000

// readXLSX reads a workbook: each visible sheet is a page with its name, marked
// as a title, over its cells as they look. Hidden sheets, rows and columns are
// left out.
func readXLSX(data []byte) (d Document, err error) {
	defer func() { // the library was not written for hostile files
		if r := recover(); r != nil {
			d, err = Document{}, fmt.Errorf("%w: %v", ErrDamaged, r)
		}
	}()
	if err := unpacks(data); err != nil {
		return Document{}, err
	}
	f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{UnzipSizeLimit: maxWhole, UnzipXMLSizeLimit: maxPart})
	if err != nil {
		return Document{}, fmt.Errorf("%w: %v", ErrDamaged, err)
	}
	defer f.Close()
	var b builder
	var warned warnings
	for _, name := range f.GetSheetList() {
		if shown, err := f.GetSheetVisible(name); err == nil && !shown {
			warned.leave(warnHidden, name)
			continue
		}
		rows, err := sheetRows(f, name, &warned)
		if err != nil {
			return Document{}, fmt.Errorf("%w: %v", ErrDamaged, err)
		}
		if len(tableLines(rows, nil)) == 0 {
			continue
		}
		start := len(b.body)
		b.add(squeeze(clean(name)) + "\n")
		b.mark(start, circular.MarkTitle)
		b.add("\n")
		b.table(rows, nil)
		b.page(circular.Page{Method: circular.MethodText})
	}
	if len(b.body) == 0 {
		return Document{}, ErrEmpty
	}
	d = Document{Text: b.text(), Warnings: warned.list()}
	if p, err := f.GetDocProps(); err == nil {
		d.Title = squeeze(clean(p.Title))
	}
	return d, nil
}

// unpacks reports that a part of an archive exceeds the limits of archives: a
// workbook is unpacked whole, so that it is tried first.
func unpacks(data []byte) error {
	a, err := openArchive(data)
	if err != nil {
		return err
	}
	for _, n := range a.names {
		if _, err := a.part(n); err != nil {
			return err
		}
	}
	return nil
}

// sheetRows returns the visible cells of a sheet as they look.
func sheetRows(f *excelize.File, sheet string, warned *warnings) ([][]tableCell, error) {
	it, err := f.Rows(sheet)
	if err != nil {
		return nil, err
	}
	defer it.Close()
	merged, err := newMerges(f, sheet)
	if err != nil {
		return nil, err
	}
	unseen := map[int]bool{} // columns that are hidden
	var rows [][]tableCell
	for n := 1; it.Next(); n++ {
		values, err := it.Columns()
		if err != nil {
			return nil, err
		}
		if n > maxRows {
			warned.part(fmt.Sprintf("baris sesudah baris ke-%d pada lembar %s", maxRows, quote(sheet)))
			break
		}
		if it.GetRowOpts().Hidden {
			warned.leave(warnHidden, fmt.Sprint(values))
			continue
		}
		var row []tableCell
		for k, v := range values[:min(len(values), maxColumns)] {
			if _, known := unseen[k]; !known {
				letters, _ := excelize.ColumnNumberToName(k + 1)
				shown, err := f.GetColVisible(sheet, letters)
				unseen[k] = err == nil && !shown
			}
			r, one := merged.at(n, k+1)
			switch {
			case unseen[k]:
				warned.leave(warnHidden, v)
			case one && k+1 > r.col0: // part of the cell at its left
			default:
				row = append(row, tableCell{text: squeeze(clean(v)), cols: r.col1 - r.col0 + 1, joined: one && n > r.row0})
			}
		}
		rows = append(rows, row)
	}
	return rows, nil
}

// area is a range of cells that are one.
type area struct{ col0, row0, col1, row1 int }

// merges are those of a sheet.
type merges []area

// maxMerges bounds the merged cells of one sheet.
const maxMerges = 2000

func newMerges(f *excelize.File, sheet string) (merges, error) {
	list, err := f.GetMergeCells(sheet)
	if err != nil {
		return nil, err
	}
	var out merges
	for _, m := range list[:min(len(list), maxMerges)] {
		c0, r0, err0 := excelize.CellNameToCoordinates(m.GetStartAxis())
		c1, r1, err1 := excelize.CellNameToCoordinates(m.GetEndAxis())
		if err0 == nil && err1 == nil {
			out = append(out, area{c0, r0, c1, r1})
		}
	}
	return out, nil
}

// at returns the area that a cell is part of.
func (m merges) at(row, col int) (area, bool) {
	for _, r := range m {
		if row >= r.row0 && row <= r.row1 && col >= r.col0 && col <= r.col1 {
			return r, true
		}
	}
	return area{}, false
}
