package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/telaah/telaah/circular"
)

// writeXLSX writes a workbook: an overview with a row for each document, and a
// sheet for each with the table of comparison.
func (p *printer) writeXLSX(w io.Writer, list []circular.Comparison) error {
	b := NewBook(p.label("table"))
	overview := b.Table(p.label("overview"), Column{p.label("no"), 5}, Column{p.label("source"), 34}, Column{p.label("grade"), 16}, Column{p.label("circular"), 44},
		Column{p.label("baseline"), 40}, Column{p.label("error"), 14}, Column{p.label("warning"), 12}, Column{p.label("note"), 12}, Column{p.label("none"), 12},
		Column{p.label("result"), 22}, Column{p.label("sheet"), 12}, Column{p.label("correction"), 40})
	for i := range list {
		c := &list[i]
		sheet := fmt.Sprintf("%s %d", p.label("circular"), i+1)
		n := map[circular.Severity]int{circular.SeverityNone: len(c.NotJudged)}
		for _, d := range c.Deviations {
			n[d.Level]++
		}
		overview.Row(c.Worst(), i+1, p.sources(c), p.label(string(c.Source.Grade)), p.name(c.Circular), p.reference(c.Baseline), n[circular.SeverityError],
			n[circular.SeverityWarning], n[circular.SeverityNote], n[circular.SeverityNone], p.verdict(c), sheet, strings.Join(p.corrections(c), "\n"))
	}
	p.headlines(b, p.summarize(list))
	for i := range list {
		p.sheet(b, fmt.Sprintf("%s %d", p.label("circular"), i+1), &list[i])
	}
	return b.Write(w)
}

// headlines writes the sheet of what needs somebody, one line each.
func (p *printer) headlines(b *Book, s summary) {
	t := b.Table(p.label("summary"), Column{p.label("level"), 18}, Column{p.label("circular"), 44}, Column{p.label("findings"), 90}, Column{p.label("place"), 30})
	for _, part := range p.parts(s) {
		for _, h := range part.Lines {
			what := h
			what.Where = ""
			t.Row(part.Level, part.Title, h.Who, what.line(), h.Where)
		}
	}
}

// verdict says in words what came of a document as a whole.
func (p *printer) verdict(c *circular.Comparison) string {
	switch {
	case !c.Comparable:
		return p.label("others-all")
	case len(c.Deviations) == 0:
		return p.label("nofindings")
	}
	return p.label(string(c.Worst()))
}

// sheet writes the table of comparison of one document.
func (p *printer) sheet(b *Book, sheet string, c *circular.Comparison) {
	t := b.Table(sheet, Column{p.label("no"), 5}, Column{p.label("central"), 48}, Column{p.label("place"), 16}, Column{p.label("regional"), 48}, Column{p.label("place"), 16},
		Column{p.label("result"), 16}, Column{p.label("level"), 16}, Column{p.label("code"), 22}, Column{p.label("direction"), 14}, Column{p.label("remark"), 44}, Column{p.label("advice"), 40})
	rows := 0
	put := func(base, basePlace, other, otherPlace, result, remark string, found []circular.Deviation) {
		var codes, directions, whys, advice []string
		worst := circular.SeverityNone
		for _, d := range found {
			codes = append(codes, p.code(d.Code))
			if d.Direction != circular.DirectionNone {
				directions = append(directions, p.label("to-"+string(d.Direction)))
			}
			whys, advice = append(whys, plain(d.Why)), append(advice, plain(d.Advice))
			if d.Level.AtLeast(worst) {
				worst = d.Level
			}
		}
		if remark != "" {
			whys = append(whys, plain(remark))
		}
		level := ""
		if len(found) > 0 {
			level = p.label(string(worst))
		}
		join := func(s []string) string { return strings.Join(s, "\n") }
		rows++
		t.Row(worst, rows, base, basePlace, other, otherPlace, result, level, join(codes), join(directions), join(whys), join(advice))
	}
	shown := map[string]bool{}
	for _, row := range c.Pairs {
		found := c.About(row)
		for _, d := range found {
			shown[string(d.Code)+d.Why] = true
		}
		base, basePlace, other, otherPlace := "", "", []string{}, []string{}
		if row.Base != nil {
			base, basePlace = plain(row.Title)+": "+p.words(row.Base), p.place(row.Base)
		}
		for i := range row.Others {
			other, otherPlace = append(other, plain(row.Others[i].Text)), append(otherPlace, p.place(&row.Others[i]))
		}
		put(base, basePlace, strings.Join(other, "\n"), strings.Join(otherPlace, "\n"), p.label(string(row.Result)), row.Remark, found)
	}
	for _, group := range [][]circular.Deviation{c.Deviations, c.NotJudged} {
		for _, d := range group { // those that stand in no row
			if shown[string(d.Code)+d.Why] {
				continue
			}
			other, place := "", ""
			if d.Other != nil {
				other, place = plain(d.Other.Text), p.place(d.Other)
			}
			put("", "", other, place, "", "", []circular.Deviation{d})
		}
	}
}

// matrixXLSX writes a matrix as a workbook: the table, and on a second sheet
// the lists behind it.
func (p *printer) matrixXLSX(w io.Writer, m *circular.Matrix) error {
	b := NewBook(p.label("matrix"))
	columns := []Column{{p.label("no"), 5}, {p.label("circular"), 44}, {p.label("grade"), 16}}
	for _, c := range m.Columns {
		columns = append(columns, Column{plain(c.Title), 18})
	}
	t := b.Table(p.label("matrix"), append(columns, Column{p.label("added"), 12})...)
	for i := range m.Rows {
		row := &m.Rows[i]
		values := []any{i + 1, p.rowName(row), p.label(string(row.Source.Grade))}
		for _, c := range row.Cells {
			values = append(values, p.verdictOf(c)+p.cellNote(c))
		}
		t.Row(row.Worst, append(values, row.Added)...)
	}
	rest := b.Table(p.label("remark"), Column{p.label("remark"), 44}, Column{p.label("circular"), 70})
	p.matrixRest(m, func(title string, items []string) {
		for _, item := range items {
			rest.Row("", title, item)
		}
	})
	rest.Row("", p.label("baseline"), p.reference(m.Baseline))
	return b.Write(w)
}
