package extract

import (
	"strings"

	"github.com/telaah/telaah/circular"
)

// cell is one cell of a row: its tokens, none where first == end.
type cell struct{ first, end int }

// tables adds the quotas of tables whose head names the modes: one row a group
// of staff, one column a mode.
func (d *doc) tables() {
	for i := 0; i < len(d.paras); {
		if d.paras[i].part != partRow {
			i++
			continue
		}
		end := i
		for end < len(d.paras) && d.paras[end].part == partRow {
			end++
		}
		d.table(i, end)
		i = end
	}
}

// table reads the rows from first up to end. Columns take their mode from the
// last row above that names one in a cell without a figure.
func (d *doc) table(first, end int) {
	var head []circular.Mode
	for r := first; r < end; r++ {
		cells := d.cells(d.paras[r])
		figures := false
		for _, c := range cells {
			_, ok := d.cellFigure(c)
			figures = figures || ok
		}
		if !figures {
			modes := make([]circular.Mode, len(cells))
			named := false
			for k, c := range cells {
				if c.first < c.end {
					if ms := d.modesIn(c.first, c.end); len(ms) == 1 && !ms[0].weak {
						modes[k], named = ms[0].mode, true
					}
				}
			}
			if named {
				head = modes
			}
			continue
		}
		modes := head
		if modes == nil {
			modes = d.above(first, len(cells))
		}
		d.row(d.paras[r], cells, modes)
	}
}

// above returns the mode that the paragraph over a table without a head names,
// for every column.
func (d *doc) above(row, columns int) []circular.Mode {
	out := make([]circular.Mode, columns)
	for p := row - 1; p >= max(0, row-2); p-- {
		for _, m := range d.modesIn(d.lead(p)) {
			if !m.weak && !m.neg {
				for k := range out {
					out[k] = m.mode
				}
				return out
			}
		}
	}
	return out
}

// cells parts a row at its tabs.
func (d *doc) cells(p para) []cell {
	out := []cell{{p.first, p.first}}
	for i := p.first; i < p.end; i++ {
		if i > p.first {
			for range strings.Count(d.Gap(i), "\t") {
				out = append(out, cell{i, i})
			}
		}
		out[len(out)-1].end = i + 1
	}
	return out
}

// cellFigure returns the percentage or the head count that a cell gives.
func (d *doc) cellFigure(c cell) (figure, bool) {
	for i := c.first; i < c.end; i++ {
		if f, ok := d.figureAt(i, c.end); ok && (f.percent && f.hi <= 100 || f.unit == "orang" && f.lo >= 1) {
			return f, true
		}
	}
	return figure{}, false
}

// row adds the clauses of one row.
func (d *doc) row(p para, cells []cell, head []circular.Mode) {
	var gs []group
	for _, c := range cells {
		if c.first == c.end {
			continue
		}
		if _, ok := d.cellFigure(c); ok {
			continue
		}
		for _, g := range d.groupsIn(c.first, c.end) {
			gs = append(gs, group{first: c.first, end: c.end, cats: g.cats, open: g.open, specific: g.specific})
		}
		if len(gs) > 0 {
			break
		}
	}
	kept := false // the row keeps its group in the office
	for k := len(cells) - 1; k >= 0; k-- {
		f, ok := d.cellFigure(cells[k])
		if !ok {
			continue
		}
		var mode circular.Mode
		if k < len(head) {
			mode = head[k]
		}
		if own := d.modesIn(cells[k].first, cells[k].end); len(own) > 0 && !own[0].weak {
			mode = own[0].mode
		}
		if mode == "" {
			continue
		}
		bound, rule := d.bound(nil, [2]int{cells[k].first, cells[k].end}, f)
		c := claim{Clause: circular.Clause{Kind: circular.KindQuota, Path: p.path, Rule: rule, Confidence: 0.85}}
		open := d.name(&c, gs)
		v := f.lo
		m := modeRef{mode: mode, rule: "mode/" + string(mode)}
		if d.fullOffice(f, m, bound, c) {
			kept = true
			c.Kind, c.Rule = circular.KindExemption, m.rule
			c.Exemption = &circular.Exemption{Effect: circular.EffectMustWFO, Percent: &v, Open: open}
			d.claim(p.first, p.end, c)
			continue
		}
		if kept && f.percent && f.lo == 0 {
			continue // "0%" beside "100%" says the same
		}
		q := &circular.Quota{Mode: mode, Bound: bound}
		switch {
		case !f.percent:
			q.Count, q.Unit = int(f.lo), f.unit
		case f.lo != f.hi:
			lo, hi := f.lo, f.hi
			q.PercentLo, q.PercentHi, q.Bound = &lo, &hi, circular.BoundRange
		default:
			q.Percent = &v
		}
		c.Quota = q
		d.claim(p.first, p.end, c)
	}
}
