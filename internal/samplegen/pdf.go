package main

import (
	"bytes"
	"fmt"
	"strings"
	"time"

	"codeberg.org/go-pdf/fpdf"
)

// Measures of a page, in mm unless said otherwise: A4 with wide margins.
const (
	left    = 25.0
	right   = 20.0
	top     = 22.0
	bottom  = 18.0
	wide    = 210 - left - right
	leading = 4.9
	indent  = 7.0 // of one level of points
	size    = 11  // of type, in points
)

// made is the day that every sample claims to have been made, so that the same
// source gives the same bytes.
var made = time.Date(2024, time.January, 1, 0, 0, 0, 0, time.UTC)

// pdf returns the letter as PDF with a text layer. It uses the standard fonts,
// which every reader has, and leaves its streams uncompressed: they are small,
// and compressors differ between versions.
func (l *letter) pdf() ([]byte, error) {
	doc := fpdf.New("P", "mm", "A4", "")
	doc.SetCreationDate(made)
	doc.SetModificationDate(made)
	doc.SetCatalogSort(true)
	doc.SetCompression(false)
	doc.SetTitle(l.name, true)
	doc.SetProducer("Telaah samplegen", true)
	doc.SetMargins(left, top, right)
	doc.SetAutoPageBreak(true, bottom)
	doc.SetHeaderFunc(func() {
		doc.SetFont("Helvetica", "", 8)
		doc.SetTextColor(150, 0, 0)
		doc.SetXY(left, 10)
		doc.CellFormat(wide, 5, l.mark, "", 0, "C", false, 0, "")
		doc.SetTextColor(0, 0, 0)
		doc.SetXY(left, top)
		doc.SetFont("Times", "", size)
	})
	doc.AddPage()
	var columns []float64
	for i, p := range l.lines {
		doc.SetX(left)
		switch p.kind {
		case blank:
			doc.Ln(leading * 0.7)
		case page:
			doc.AddPage()
		case rule:
			y := doc.GetY() + 1
			doc.SetLineWidth(0.6)
			doc.Line(left, y, 210-right, y)
			doc.SetLineWidth(0.2)
			doc.Ln(2)
		case bold, centre:
			style := ""
			if p.kind == bold {
				style = "B"
			}
			doc.SetFont("Times", style, size)
			doc.MultiCell(wide, leading, p.text, "", "C", false)
			doc.SetFont("Times", "", size)
		case foot:
			l.keep(doc, i)
			doc.SetX(left + wide*0.45)
			doc.MultiCell(wide*0.55, leading, p.text, "", "L", false)
		case pair:
			pairRow(doc, p)
		case head:
			columns = p.width
			tableRow(doc, columns, p.cells, "B")
		case row:
			if len(columns) != len(p.cells) {
				return nil, fmt.Errorf("%s: a row of %d cells in a table of %d columns", l.name, len(p.cells), len(columns))
			}
			tableRow(doc, columns, p.cells, "")
		case point:
			x := left + float64(p.level)*indent
			doc.SetX(x)
			doc.CellFormat(indent, leading, p.label, "", 0, "L", false, 0, "")
			style := ""
			if p.level == 0 && strings.HasSuffix(p.label, ".") && p.label[0] >= 'A' {
				style = "B" // the heading of a section
			}
			doc.SetFont("Times", style, size)
			doc.MultiCell(210-right-x-indent, leading, p.text, "", "L", false)
			doc.SetFont("Times", "", size)
		case paragraph:
			x := left + float64(p.level)*indent
			doc.SetX(x)
			doc.MultiCell(210-right-x, leading, p.text, "", "L", false)
		}
	}
	var b bytes.Buffer
	if err := doc.Output(&b); err != nil {
		return nil, fmt.Errorf("%s: writing PDF: %w", l.name, err)
	}
	return b.Bytes(), nil
}

// keep starts a new page where the signature block that begins at line i does
// not fit on this one.
func (l *letter) keep(doc *fpdf.Fpdf, i int) {
	if i > 0 && l.lines[i-1].kind == foot {
		return
	}
	lines := 0
	for ; i < len(l.lines) && l.lines[i].kind == foot; i++ {
		lines++
	}
	if doc.GetY()+float64(lines)*leading > 297-bottom {
		doc.AddPage()
	}
}

// pairRow sets a line of two columns: a field at the left, the addressee at
// the right. A leading blank in the right column indents it.
func pairRow(doc *fpdf.Fpdf, p line) {
	const name, half = 20.0, 95.0
	field, value, ok := strings.Cut(p.text, " : ")
	if !ok {
		value = strings.TrimSpace(p.text)
	}
	if ok {
		doc.CellFormat(name, leading, field, "", 0, "L", false, 0, "")
		value = ": " + value
	} else {
		doc.SetX(left + name + 2)
	}
	doc.CellFormat(half-name, leading, value, "", 0, "L", false, 0, "")
	text := strings.TrimLeft(p.right, " ")
	doc.SetX(left + half + float64(len(p.right)-len(text))*1.1)
	doc.CellFormat(wide-half, leading, text, "", 1, "L", false, 0, "")
}

// tableRow sets one row of a table with its borders; its height is that of the
// highest cell.
func tableRow(doc *fpdf.Fpdf, columns []float64, cells []string, style string) {
	doc.SetFont("Times", style, size-1)
	height := 0.0
	for i, cell := range cells {
		n := len(doc.SplitText(cell, columns[i]-2))
		height = max(height, float64(max(n, 1))*leading)
	}
	if doc.GetY()+height > 297-bottom {
		doc.AddPage()
		doc.SetFont("Times", style, size-1)
	}
	x, y := left, doc.GetY()
	for i, cell := range cells {
		doc.Rect(x, y, columns[i], height, "D")
		doc.SetXY(x, y)
		doc.MultiCell(columns[i], leading, cell, "", "L", false)
		x += columns[i]
	}
	doc.SetXY(left, y+height)
	doc.SetFont("Times", "", size)
}
