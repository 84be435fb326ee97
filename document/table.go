package document

import (
	"strings"

	"github.com/telaah/telaah/circular"
)

// tableCell is one cell of a row as a file tells it.
type tableCell struct {
	text   string
	cols   int  // columns it covers; below 1 is one
	joined bool // part of the cell above it
}

// Limits of one table: beyond them cells are not spread over the columns that
// they cover.
const (
	maxSpan    = 64
	maxColumns = 1024
	maxRepeat  = 1 << 20 // bytes of text that is written again
	maxSpread  = 200_000 // cells that stand for parts of others
)

// tableLines returns a line for each row that has text, cells parted by tabs,
// so that a column has the same place in all of them. A cell over several rows
// stands in each; one over several columns stands over each where it is part of
// the head, so that whoever reads a column downwards meets all its heads, and
// else in the first. below holds lines that follow those of a row.
func tableLines(rows [][]tableCell, below map[int][]string) []string {
	width := 0
	for _, row := range rows {
		width = max(width, columns(row))
	}
	var out []string
	var above []string
	left := maxRepeat
	again := func(s string) string {
		if len(s) > left {
			return ""
		}
		left -= len(s)
		return s
	}
	head := headRows(rows)
	for i, row := range rows {
		var line []string
		for _, c := range row {
			n := span(c)
			text := c.text
			if k := len(line); c.joined && k < len(above) {
				text = again(above[k])
			}
			line = append(line, text)
			for k := 1; k < n && len(line) < maxColumns; k++ {
				if i < head && n < width {
					line = append(line, again(text))
				} else {
					line = append(line, "")
				}
			}
		}
		above = line
		if strings.Join(line, "") != "" {
			out = append(out, strings.TrimRight(strings.Join(line, "\t"), "\t"))
		}
		out = append(out, below[i]...)
	}
	return out
}

// span returns the columns that a cell covers.
func span(c tableCell) int { return min(max(c.cols, 1), maxSpan) }

// columns returns the columns of a row.
func columns(row []tableCell) int {
	n := 0
	for _, c := range row {
		n += span(c)
	}
	return n
}

// headRows returns how many rows make the head of a table: the first, and as
// many as its cells reach down to.
func headRows(rows [][]tableCell) int {
	head := 1
	for head < len(rows) {
		joined := false
		for _, c := range rows[head] {
			joined = joined || c.joined
		}
		if !joined {
			break
		}
		head++
	}
	return head
}

// table adds a table, marked.
func (b *builder) table(rows [][]tableCell, below map[int][]string) {
	start := len(b.body)
	for _, line := range tableLines(rows, below) {
		b.add(line + "\n")
	}
	b.mark(start, circular.MarkTable)
}

// spread turns cells that say how many rows they cover into ones that say that
// they are part of the cell above. It is given rows one after the other.
type spread struct {
	open []int // by column: rows that the cell above still covers
	made int   // cells so far that are part of one above
}

// row returns the cells of the next row, whose cells cover so many rows.
func (s *spread) row(cells []tableCell, rows []int) []tableCell {
	var out []tableCell
	col := 0
	grow := func(n int) {
		for len(s.open) < n {
			s.open = append(s.open, 0)
		}
	}
	covered := func() {
		for col < len(s.open) && s.open[col] > 0 {
			s.open[col]--
			if s.made++; s.made <= maxSpread {
				out = append(out, tableCell{joined: true})
			}
			col++
		}
	}
	for i, c := range cells {
		covered()
		n := span(c)
		if col+n > maxColumns {
			break
		}
		grow(col + n)
		for k := range n {
			s.open[col+k] = max(rows[i], 1) - 1
		}
		out = append(out, c)
		col += n
	}
	covered()
	return out
}
