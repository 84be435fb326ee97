package report

import (
	"strings"

	"github.com/telaah/telaah/circular"
)

// text writes a report for a terminal or a mail.
func (p *printer) text(list []circular.Comparison) {
	for i := range list {
		c := &list[i]
		if i > 0 {
			p.printf("\n")
		}
		p.printf("%s: %s\n", plain(c.Source.Path), p.name(c.Circular))
		p.printf("  %s: %s\n", p.label("baseline"), p.reference(c.Baseline))
		if len(c.Reasons) > 0 {
			p.printf("  %s: %s\n", p.label("reason"), plain(strings.Join(c.Reasons, "; ")))
		}
		if g := string(c.Source.Grade); g != "" {
			p.printf("  %s: %s\n", p.label("grade"), p.label(g))
		}
		p.figures(c)
		if len(c.Deviations) == 0 {
			p.printf("  %s\n", p.label("nofindings"))
		}
		for _, d := range c.Deviations {
			p.printf("\n  [%s] %s: %s\n", p.label(string(d.Level)), d.Code, plain(d.Why))
			p.sides(c, d)
		}
		p.rows(c)
		if len(c.NotJudged) > 0 {
			p.printf("\n  %s:\n", p.label("notjudged"))
			for _, d := range c.NotJudged {
				p.printf("    - %s: %s\n", d.Code, plain(d.Why))
			}
		}
		if len(c.Suppressed) > 0 {
			p.printf("\n  %s:\n", p.label("suppressed"))
			for _, d := range c.Suppressed {
				p.printf("    - %s: %s\n", d.Code, plain(d.Why))
			}
		}
	}
}

// figures writes the quotas as intervals, with what they mean for the other
// way of working.
func (p *printer) figures(c *circular.Comparison) {
	for _, f := range c.Figures {
		p.printf("  %s: %s\n", p.label("figures"), p.figure(f))
	}
}

// sides writes both texts of a finding, their redline and the advice.
func (p *printer) sides(c *circular.Comparison, d circular.Deviation) {
	for _, s := range []struct {
		label string
		side  *circular.Side
	}{{"central", d.Base}, {"regional", d.Other}} {
		if s.side == nil {
			continue
		}
		p.printf("      %-7s \"%s\"", p.label(s.label), plain(s.side.Text))
		if at := p.place(s.side); at != "" {
			p.printf(" (%s)", at)
		}
		p.printf("\n")
	}
	if d.Base != nil && d.Other != nil {
		for _, row := range c.Pairs {
			if row.Atom == d.Atom && len(row.Others) > 0 && row.Others[0].Text == d.Other.Text {
				p.printf("      %-7s %s\n", p.label("redline"), redline(row.Redline, textMarks, plain))
			}
		}
	}
	p.printf("      %-7s %s\n", p.label("advice"), plain(d.Advice))
}

// marks stand around the words of a redline that only one text has.
type marks struct{ del, ins [2]string }

// The marks of a redline in a text, and in Markdown.
var (
	textMarks = marks{[2]string{"[-", "-]"}, [2]string{"{+", "+}"}}
	mdMarks   = marks{[2]string{"~~", "~~"}, [2]string{"**", "**"}}
)

// redline writes a redline with marks, its words made safe.
func redline(edits []circular.Edit, m marks, safe func(string) string) string {
	around := map[circular.EditOp][2]string{circular.EditDelete: m.del, circular.EditInsert: m.ins}
	var out []string
	for _, e := range edits {
		mark := around[e.Op]
		out = append(out, mark[0]+safe(e.Text)+mark[1])
	}
	return strings.Join(out, " ")
}

// rows writes one line for each row of the table of comparison.
func (p *printer) rows(c *circular.Comparison) {
	if len(c.Pairs) == 0 {
		return
	}
	p.printf("\n  %s:\n", p.label("table"))
	for i, row := range c.Pairs {
		forces := ""
		if len(row.Others) > 0 && row.Others[0].Force != "" {
			forces = " (" + p.label("force") + ": " + plain(string(row.Others[0].Force)) + ")"
		}
		if row.Remark != "" {
			forces += ". " + plain(row.Remark)
		}
		title := plain(row.Title)
		if row.Atom == "" && len(row.Others) > 0 {
			title = plain(row.Others[0].Text)
		}
		p.printf("    %2d. %s: %s%s\n", i+1, title, p.label(string(row.Result)), forces)
	}
}
