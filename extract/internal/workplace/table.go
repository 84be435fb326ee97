package workplace

import (
	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/extract/internal/mention"
	"github.com/telaah/telaah/extract/internal/outline"
	"github.com/telaah/telaah/extract/internal/statement"
	"github.com/telaah/telaah/lexicon"
)

// row adds the clauses of a table row: the first cell that names somebody is its
// group, and each other cell with a figure takes its mode and bound from its own
// words, else from the heads of its column, else from the text above the table.
func (r *reader) row(i int) {
	u := &r.Units[i]
	b := r.Blocks[u.Block]
	var gs []statement.Group
	var cells []outline.Cell
	limits := map[int]lexicon.Match{} // words of limit in the cell before a figure, by its first token
	for n, c := range b.Cells {
		if c.Empty() {
			continue
		}
		if _, ok := r.cellFigure(c); ok {
			cells = append(cells, c)
			if n > 0 {
				if m, ok := r.Starts(b.Cells[n-1].First, "bound"); ok && m.End == b.Cells[n-1].End {
					limits[c.First] = m
				}
			}
		} else if len(gs) == 0 {
			g, ok := statement.Phrase(r.Reading, c.First, c.End)
			if !ok && n == 0 && r.Toks[c.First].Kind == lexicon.Word {
				g, ok = statement.Group{First: c.First, End: c.End}, true // the head of a row tells whom it is for
			}
			if g.Narrow = g.Narrow || n == 0; ok {
				gs = []statement.Group{g}
			}
		}
	}
	kept := false // the row keeps its group in the office
	for n := len(cells) - 1; n >= 0; n-- {
		c := cells[n]
		f, _ := r.cellFigure(c)
		m, ok := r.columnMode(i, c)
		if !ok {
			continue
		}
		bound, rule := r.columnBound(c)
		if m, ok := limits[c.First]; ok {
			bound, rule = limit(m)
		}
		x := Clause{Clause: circular.Clause{Kind: circular.KindQuota, Rule: rule, Confidence: 0.85}}
		open := r.name(&x, gs)
		v := f.Lo
		switch {
		case f.Percent && v == 100 && m.Mode == circular.ModeWFO && bound != circular.BoundMax && x.Narrow:
			kept = true
			x.Kind = circular.KindExemption
			x.Exemption = &circular.Exemption{Effect: circular.EffectMustWFO, Percent: &v, Open: open}
		case kept && f.Percent && v == 0:
			continue // "0%" beside "100%" says the same
		case !f.Percent:
			x.Quota = &circular.Quota{Mode: m.Mode, Bound: bound, Count: int(v), Unit: f.Unit}
		case f.Lo != f.Hi:
			lo, hi := f.Lo, f.Hi
			x.Quota = &circular.Quota{Mode: m.Mode, Bound: circular.BoundRange, PercentLo: &lo, PercentHi: &hi}
		default:
			x.Quota = &circular.Quota{Mode: m.Mode, Bound: bound, Percent: &v}
		}
		r.add(i, 0, x)
	}
}

// cellFigure returns the percentage or the head count that a cell gives.
func (r *reader) cellFigure(c outline.Cell) (mention.Figure, bool) {
	for i := c.First; i < c.End; i++ {
		if f, ok := mention.FigureAt(r.Reading, i, c.End); ok && (f.Percent && f.Hi <= 100 || f.Unit == "orang" && f.Lo >= 1) {
			return f, true
		}
	}
	return mention.Figure{}, false
}

// columnMode returns the mode of a cell: its own, that of the nearest head of its
// column that names one, or that of the text over the table.
func (r *reader) columnMode(i int, c outline.Cell) (statement.Mode, bool) {
	if m, ok := r.modeIn(c.Range); ok {
		return m, true
	}
	for n := len(c.Heads) - 1; n >= 0; n-- {
		if m, ok := r.modeIn(c.Heads[n]); ok {
			return m, true
		}
	}
	return r.modeAbove(i)
}

// modeIn returns the mode that the range names, if it names one only.
func (r *reader) modeIn(g outline.Range) (statement.Mode, bool) {
	var out statement.Mode
	found := false
	for _, m := range statement.Modes(r.Reading, g.First, g.End) {
		if found && m.Mode != out.Mode || m.Weak {
			return statement.Mode{}, false
		}
		out, found = m, true
	}
	return out, found
}

// columnBound returns the bound of a cell, in its own words or those of the heads of
// its column, and the rule that says so.
func (r *reader) columnBound(c outline.Cell) (circular.Bound, string) {
	for _, g := range append([]outline.Range{c.Range}, c.Heads...) {
		if m, ok := r.Find(g.First, g.End, "bound"); ok {
			if b, rule := limit(m); b != circular.BoundExact {
				return b, rule
			}
		}
	}
	return circular.BoundExact, "percent/percent"
}

// limit returns the bound that a word says, and the rule that says so.
func limit(m lexicon.Match) (circular.Bound, string) {
	switch b := statement.LimitOf(m.Entry); b {
	case circular.BoundMax, circular.BoundMin:
		return b, m.Entry.Rule()
	}
	return circular.BoundExact, "percent/percent"
}
