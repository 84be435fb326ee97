package document

import (
	"encoding/xml"
	"maps"
	"strings"
)

// startTable begins a table, row or cell, or notes how far a cell reaches.
func (w *docxWalker) startTable(e xml.StartElement) {
	if e.Name.Local == "tbl" {
		if len(w.tables) == 0 {
			if w.para.Len() > 0 {
				w.endParagraph()
			}
			w.numbered = false
		}
		w.tables = append(w.tables, &docxTable{below: map[int][]string{}})
		return
	}
	if len(w.tables) == 0 {
		return
	}
	t := w.tables[len(w.tables)-1]
	switch e.Name.Local {
	case "tr":
		t.rows = append(t.rows, nil)
	case "tc":
		t.cell, t.paras = tableCell{}, nil
	case "gridSpan":
		t.cell.cols = atoi(val(e, "val"))
	case "gridBefore": // columns that the row leaves out
		if n := len(t.rows); n > 0 {
			t.rows[n-1] = append(t.rows[n-1], tableCell{cols: atoi(val(e, "val"))})
		}
	case "vMerge":
		t.cell.joined = val(e, "val") != "restart"
	}
}

// endTable ends what startTable began. A table inside a cell follows the row
// of the cell as rows of its own.
func (w *docxWalker) endTable(e xml.EndElement) {
	n := len(w.tables)
	if n == 0 {
		return
	}
	t := w.tables[n-1]
	switch e.Name.Local {
	case "tc":
		if k := len(t.rows); k > 0 {
			t.cell.text = strings.Join(t.paras, " ")
			t.rows[k-1] = append(t.rows[k-1], t.cell)
		}
		t.cell, t.paras = tableCell{}, nil
	case "tbl":
		w.tables = w.tables[:n-1]
		if n == 1 {
			w.b.table(t.rows, t.below)
			w.addAside()
			return
		}
		outer := w.tables[n-2]
		row := max(0, len(outer.rows)-1)
		below := maps.Clone(outer.below)
		below[row] = append(below[row], tableLines(t.rows, t.below)...)
		outer.below = below
	}
}
