package outline

import (
	"strings"

	"github.com/telaah/telaah/lexicon"
)

// rows cuts the rows of tables into cells, and gives each cell the heads of its
// column: the rows at the top of a table whose cells hold no number but that of
// a level. A row of Markdown that only draws a line is furniture.
func (b *builder) rows() {
	for k := 0; k < len(b.Blocks); {
		if !b.Blocks[k].Row {
			k++
			continue
		}
		end := k
		for end < len(b.Blocks) && b.Blocks[end].Row {
			end++
		}
		b.table(k, end)
		k = end
	}
}

// table fills the cells of the rows from block k up to end.
func (b *builder) table(k, end int) {
	var heads []int // blocks of the head rows
	open := true
	for r := k; r < end; r++ {
		bl := &b.Blocks[r]
		bl.Cells = b.cells(bl)
		if b.rule(bl) {
			bl.Part, bl.Row, bl.Cells = Furniture, false, nil
			continue
		}
		if open && b.headRow(bl) && end-k > 1 {
			bl.Heading = true
			heads = append(heads, r)
			continue
		}
		open = false
		for c := range bl.Cells {
			bl.Cells[c].Heads = b.columnHeads(heads, c)
		}
	}
}

// maxHeads bounds how many rows of heads a table has.
const maxHeads = 3

// columnHeads returns the heads above column c. A head that is empty there is
// that of the column to its left, which spans it.
func (b *builder) columnHeads(heads []int, c int) []Range {
	var out []Range
	for _, h := range heads[:min(len(heads), maxHeads)] {
		cells := b.Blocks[h].Cells
		for k := min(c, len(cells)-1); k == c || k > 0; k-- {
			if k >= 0 && !cells[k].Empty() {
				out = append(out, cells[k].Range)
				break
			}
			if k == 0 {
				break
			}
		}
	}
	return out
}

// headRow reports whether no cell of the row holds a figure: a number that is
// not part of a name such as "Level 3".
func (b *builder) headRow(bl *Block) bool {
	filled := 0
	for n, c := range bl.Cells {
		if c.Empty() {
			continue
		}
		filled++
		if n == 0 && c.End-c.First <= 2 && b.Toks[c.First].Kind == lexicon.Number {
			return false // the number of the row
		}
		for i := c.First; i < c.End; i++ {
			if b.Toks[i].Norm == "%" || b.Is(i, "percent") || b.Toks[i].Kind == lexicon.Number && !b.Is(i-1, "condition") && !b.Is(i-1, "ref") {
				return false
			}
		}
	}
	return filled >= 2
}

// rule reports whether the row draws a line: bars, hyphens and colons alone.
func (b *builder) rule(bl *Block) bool {
	for i := bl.First; i < bl.End; i++ {
		if !strings.Contains("|-:=+", b.Toks[i].Norm) {
			return false
		}
	}
	return true
}

// cells parts a row at its tabs or bars.
func (b *builder) cells(bl *Block) []Cell {
	if bars := b.Toks[bl.First].Norm == "|" || b.bars(bl.First, bl.End) >= 2; bars {
		return b.barred(bl)
	}
	out := []Cell{{Range: Range{bl.First, bl.First}}}
	for i := bl.First; i < bl.End; i++ {
		if i > bl.First {
			for range strings.Count(b.Gap(i), "\t") {
				out = append(out, Cell{Range: Range{i, i}})
			}
		}
		out[len(out)-1].End = i + 1
	}
	return out
}

// barred parts a row at its bars.
func (b *builder) barred(bl *Block) []Cell {
	var out []Cell
	from := bl.First
	if b.Toks[from].Norm == "|" {
		from++
	}
	for i := from; i <= bl.End; i++ {
		if i == bl.End || b.Toks[i].Norm == "|" {
			if i < bl.End || from < i {
				out = append(out, Cell{Range: Range{from, i}})
			}
			from = i + 1
		}
	}
	return out
}
