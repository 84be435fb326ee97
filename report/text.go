package report

import (
	"strings"

	"github.com/telaah/telaah/circular"
)

// text writes a report for a terminal or a mail: the summary, where there are
// several circulars or nothing else is wanted, and then a part for each.
func (p *printer) text(list []circular.Comparison, short bool) {
	if short || len(list) > 1 {
		p.textSummary(p.summarize(list))
	}
	if short {
		return
	}
	for i := range list {
		if i > 0 || len(list) > 1 {
			p.printf("\n")
		}
		p.textOne(&list[i])
	}
}

// textSummary writes the summary.
func (p *printer) textSummary(s summary) {
	p.printf("%s: %s\n", p.label("summary"), p.counts(s))
	for _, part := range p.parts(s) {
		p.printf("\n%s\n", part.Title)
		for i, h := range part.Lines {
			p.printf("  %d. %s: %s [%s]\n", i+1, h.Who, h.line(), h.Code)
		}
	}
}

// textOne writes what was found about one circular.
func (p *printer) textOne(c *circular.Comparison) {
	p.printf("%s: %s\n", plain(c.Source.Path), p.name(c.Circular))
	p.printf("  %s: %s\n", p.label("baseline"), p.reference(c.Baseline))
	if len(c.Reasons) > 0 {
		p.printf("  %s: %s\n", p.label("reason"), plain(strings.Join(c.Reasons, " ")))
	}
	if c.Source.Grade != "" || len(c.Others) > 0 {
		p.printf("  %s: %s\n", p.label("source"), p.sources(c))
	}
	for _, s := range p.corrections(c) {
		p.printf("  %s: %s\n", p.label("correction"), s)
	}
	for _, f := range c.Figures {
		p.printf("  %s: %s\n", p.label("figures"), p.figure(f))
	}
	if len(c.Deviations) == 0 {
		p.printf("  %s\n", p.label("nofindings"))
	}
	for _, d := range c.Deviations {
		if d.Level != circular.SeverityNote {
			p.printf("\n  [%s] %s: %s\n", p.label(string(d.Level)), d.Code, plain(d.Why))
			p.sides(c, d)
		}
	}
	p.bullets(p.label("notes"), p.folded(c))
	p.rows(c)
	var unjudged, waived []string
	for _, h := range p.unjudged(c) {
		unjudged = append(unjudged, string(h.Code)+": "+h.line())
	}
	for _, d := range c.Suppressed {
		waived = append(waived, string(d.Code)+": "+plain(d.Why)+p.waiver(d))
	}
	p.bullets(p.label("notjudged"), unjudged)
	p.bullets(p.label("suppressed"), waived)
}

// bullets writes a list under its title, if it has any.
func (p *printer) bullets(title string, items []string) {
	if len(items) == 0 {
		return
	}
	p.printf("\n  %s:\n", title)
	for _, s := range items {
		p.printf("    - %s\n", s)
	}
}

// waiver tells why and until when a finding was taken out.
func (p *printer) waiver(d circular.Deviation) string {
	if d.Waived == nil {
		return ""
	}
	return " (" + plain(d.Waived.Reason) + "; " + p.label("until") + " " + d.Waived.Expires.String() + ")"
}

// sides writes both texts of a finding, what differs between them and the
// advice.
func (p *printer) sides(c *circular.Comparison, d circular.Deviation) {
	for _, s := range []struct {
		label string
		side  *circular.Side
	}{{"central", d.Base}, {"regional", d.Other}} {
		if s.side == nil {
			continue
		}
		p.printf("      %-7s \"%s\"", p.label(s.label), p.words(s.side))
		if at := p.place(s.side); at != "" {
			p.printf(" (%s)", at)
		}
		p.printf("\n")
	}
	if s := p.differs(c, d); s != "" {
		p.printf("      %-7s %s\n", p.label("redline"), s)
	}
	p.printf("      %-7s %s\n", p.label("advice"), plain(d.Advice))
}

// differs tells in words what the passage of a finding has otherwise: the words
// that deviate, else every change against the baseline where the two are
// versions of each other.
func (p *printer) differs(c *circular.Comparison, d circular.Deviation) string {
	if d.Mark != "" {
		return "\"" + plain(d.Mark) + "\""
	}
	if d.Base == nil || d.Other == nil {
		return ""
	}
	for _, row := range c.Pairs {
		if row.Atom == d.Atom && len(row.Others) > 0 && row.Others[0].Text == d.Other.Text {
			return p.edits(row.Redline)
		}
	}
	return ""
}

// edits tells a redline in words: "50%" menjadi "60%"; tanpa "dan"; ditambah "lama".
func (p *printer) edits(list []circular.Edit) string {
	var out []string
	quote := func(s string) string { return "\"" + plain(s) + "\"" }
	for i := 0; i < len(list); i++ {
		switch e := list[i]; {
		case e.Op == circular.EditDelete && i+1 < len(list) && list[i+1].Op == circular.EditInsert:
			i++
			out = append(out, quote(e.Text)+" "+p.label("becomes")+" "+quote(list[i].Text))
		case e.Op == circular.EditDelete:
			out = append(out, p.label("without")+" "+quote(e.Text))
		case e.Op == circular.EditInsert:
			out = append(out, p.label("with")+" "+quote(e.Text))
		}
	}
	return strings.Join(out, "; ")
}

// rows writes one line for each row of the table of comparison.
func (p *printer) rows(c *circular.Comparison) {
	if len(c.Pairs) == 0 {
		return
	}
	p.printf("\n  %s:\n", p.label("table"))
	for i, row := range c.Pairs {
		title := plain(row.Title)
		if row.Atom == "" && len(row.Others) > 0 {
			title = plain(row.Others[0].Text)
		}
		p.printf("    %2d. %s: %s%s\n", i+1, title, p.result(row), p.aside(row))
	}
}

// result tells the verdict of a row, with its level where that asks for
// somebody.
func (p *printer) result(row circular.Pair) string {
	s := p.label(string(row.Result))
	if row.Level == circular.SeverityError || row.Level == circular.SeverityWarning {
		s += ", " + p.label(string(row.Level))
	}
	return s
}

// aside tells what else a row shows: the force of its verb, what people
// entered, why nothing answers it.
func (p *printer) aside(row circular.Pair) string {
	s := ""
	if len(row.Others) > 0 && row.Others[0].Force != "" {
		s = " (" + p.label("force") + ": " + p.label("force-"+string(row.Others[0].Force)) + ")"
	}
	for i := range row.Others {
		if fixed := p.corrected(row.Others[i].Corrections); fixed != "" {
			s += " (" + fixed + ")"
		}
	}
	if row.Remark != "" {
		s += ". " + plain(row.Remark)
	}
	return s
}
