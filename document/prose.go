package document

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"

	"github.com/telaah/telaah/circular"
)

// prose writes what the walkers of office documents meet: paragraphs with
// their numbers, tables, and what stands beside them.
type prose struct {
	b        builder
	para     strings.Builder // text of the current paragraph
	boxes    []string        // text boxes anchored in the current paragraph
	notes    []string        // notes that the current paragraph refers to
	pages    []int           // pictures in the current paragraph that are pages
	pictures *pagePictures
	numbered bool // the paragraph before has an automatic number
	tables   []*officeTable
	flat     bool // no pages: a header, a footer, a box
}

// officeTable is a table that is being read.
type officeTable struct {
	rows  [][]tableCell
	below map[int][]string // lines of tables in the cells of a row
	cell  tableCell
	paras []string // of the current cell
}

// write adds text to the current paragraph as a look shows it; what is hidden or
// struck out is left out and said.
func (p *prose) write(l *look, s string, warned *warnings) {
	switch {
	case l.hidden:
		warned.leave(warnHidden, s)
	case l.struck:
		warned.leave(warnStruck, s)
	default:
		p.para.WriteString(l.write(s))
	}
}

// cite puts the number of a note into the current paragraph, and its words below
// it.
func (p *prose) cite(number int, text string) {
	mark := raise(fmt.Sprint(number))
	p.para.WriteString(mark)
	p.notes = append(p.notes, mark+" "+text)
}

// running adds the text of a header or footer unless it was seen. A letterhead
// is read as text.
func (p *prose) running(s string, k circular.MarkKind, letterhead bool, seen map[string]bool) {
	if s = strings.TrimSpace(s); s == "" || seen[s] {
		return
	}
	seen[s] = true
	start := len(p.b.body)
	p.b.add(s + "\n")
	switch {
	case !strings.ContainsFunc(s, unicode.IsLetter):
		p.b.mark(start, circular.MarkPageNumber)
	case k != circular.MarkHeader || !letterhead:
		p.b.mark(start, k)
	}
}

// paragraph adds a paragraph with its number, to the current cell where there
// is one. changes are the ranges of text that tracked insertions cover.
func (p *prose) paragraph(label, text string, changes [][2]int) {
	if n := len(p.tables); n > 0 {
		if s := squeeze(clean(label + text)); s != "" {
			t := p.tables[n-1]
			t.paras = append(t.paras, s)
		}
		return
	}
	p.line(label, text, changes)
	p.aside()
}

// line adds a paragraph outside tables. One without a number that follows one
// with an automatic number stands apart from it.
func (p *prose) line(label, text string, changes [][2]int) {
	if strings.TrimSpace(text) == "" {
		p.blank()
		return
	}
	if label == "" && p.numbered {
		p.blank()
	}
	p.numbered = label != ""
	p.b.add(label)
	at := 0
	for _, c := range changes {
		if c[1] <= c[0] || c[0] < at {
			continue
		}
		p.b.add(text[at:c[0]])
		start := len(p.b.body)
		p.b.add(text[c[0]:c[1]])
		p.b.mark(start, circular.MarkInserted)
		at = c[1]
	}
	p.b.add(text[at:])
	p.b.line()
}

// blank sets an empty line, unless there is one.
func (p *prose) blank() {
	if n := len(p.b.body); n > 0 && !bytes.HasSuffix(p.b.body, []byte("\n\n")) {
		p.b.add("\n")
	}
}

// aside adds what stands beside the paragraphs before: text boxes and notes.
func (p *prose) aside() {
	add := func(list []string, k circular.MarkKind) {
		for _, s := range list {
			start := len(p.b.body)
			p.b.add(s + "\n")
			p.b.mark(start, k)
		}
	}
	add(p.boxes, circular.MarkTextBox)
	add(p.notes, circular.MarkNote)
	p.boxes, p.notes = nil, nil
	for _, k := range p.pages {
		p.pictures.place(&p.b, k)
	}
	p.pages = nil
}

// picture looks at a picture in the current paragraph; see pagePictures.
func (p *prose) picture(a *archive, pages *pagePictures, name string, w, h float64, warned *warnings) error {
	if p.flat {
		return nil
	}
	k, err := pages.meet(a, name, w, h, warned)
	if k >= 0 {
		p.pictures, p.pages = pages, append(p.pages, k)
	}
	return err
}

// pageBreak ends the page, unless it has no text or a paragraph or table is
// open.
func (p *prose) pageBreak(open bool) {
	if !open && !p.flat && len(p.tables) == 0 && len(bytes.TrimSpace(p.b.body[p.b.start:])) > 0 {
		p.b.page(circular.Page{Method: circular.MethodText})
	}
}

// table returns the innermost table, or nil.
func (p *prose) table() *officeTable {
	if n := len(p.tables); n > 0 {
		return p.tables[n-1]
	}
	return nil
}

func (p *prose) beginTable() {
	p.numbered = false
	p.tables = append(p.tables, &officeTable{below: map[int][]string{}})
}

func (t *officeTable) beginRow() { t.rows = append(t.rows, nil) }

func (t *officeTable) beginCell() { t.cell, t.paras = tableCell{}, nil }

// endCell adds the current cell to the current row.
func (t *officeTable) endCell() {
	if k := len(t.rows); k > 0 {
		t.cell.text = strings.Join(t.paras, " ")
		t.rows[k-1] = append(t.rows[k-1], t.cell)
	}
	t.cell, t.paras = tableCell{}, nil
}

// endTable writes the innermost table. One inside a cell follows the row of
// that cell as rows of its own.
func (p *prose) endTable() {
	n := len(p.tables)
	if n == 0 {
		return
	}
	t := p.tables[n-1]
	p.tables = p.tables[:n-1]
	if n == 1 {
		p.b.table(t.rows, t.below)
		p.aside()
		return
	}
	outer := p.tables[n-2]
	row := max(0, len(outer.rows)-1)
	outer.below[row] = append(outer.below[row], tableLines(t.rows, t.below)...)
}
