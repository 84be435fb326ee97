package report

import (
	"slices"
	"strings"

	"github.com/telaah/telaah/circular"
)

// markdown writes a report for a merge request or a wiki.
func (p *printer) markdown(list []circular.Comparison) {
	if len(list) > 1 {
		s := p.summarize(list)
		p.printf("# %s\n\n%s\n", p.label("summary"), md(p.counts(s)))
		for _, part := range p.parts(s) {
			p.printf("\n**%s**\n\n", part.Title)
			for _, h := range part.Lines {
				p.printf("- %s: %s\n", md(h.Who), md(h.line()))
			}
		}
		p.printf("\n")
	}
	for i := range list {
		if i > 0 {
			p.printf("\n")
		}
		p.mdOne(&list[i])
	}
}

// mdOne writes what was found about one circular.
func (p *printer) mdOne(c *circular.Comparison) {
	p.printf("# %s: %s\n\n", p.label("comparison"), md(p.name(c.Circular)))
	p.printf("- %s: %s\n", p.label("source"), md(p.sources(c)))
	p.printf("- %s: %s\n", p.label("baseline"), md(p.reference(c.Baseline)))
	for _, r := range c.Reasons {
		p.printf("- %s: %s\n", p.label("reason"), md(r))
	}
	for _, s := range p.corrections(c) {
		p.printf("- %s: %s\n", p.label("correction"), md(s))
	}
	for _, f := range c.Figures {
		p.printf("- %s: %s\n", p.label("figures"), md(p.figure(f)))
	}
	p.printf("\n## %s\n\n", p.label("findings"))
	if len(c.Deviations) == 0 {
		p.printf("%s\n", p.label("nofindings"))
	}
	for _, d := range c.Deviations {
		if d.Level != circular.SeverityNote {
			p.printf("- **%s** `%s`: %s %s: %s\n", p.label(string(d.Level)), d.Code, md(p.headline(c, d).line()), p.label("advice"), md(d.Advice))
		}
	}
	p.mdList("notes", p.folded(c))
	p.mdTable(c)
	var unjudged, waived []string
	for _, h := range p.unjudged(c) {
		unjudged = append(unjudged, h.line())
	}
	for _, d := range c.Suppressed {
		waived = append(waived, plain(d.Why)+p.waiver(d))
	}
	p.mdList("notjudged", unjudged)
	p.mdList("suppressed", waived)
	p.printf("\n*%s*\n", p.label("footer"))
}

// mdTable writes the table of comparison.
func (p *printer) mdTable(c *circular.Comparison) {
	if len(c.Pairs) == 0 {
		return
	}
	p.printf("\n## %s\n\n| %s | %s | %s | %s | %s |\n|---|---|---|---|---|\n", p.label("table"),
		p.label("no"), p.label("central"), p.label("regional"), p.label("result"), p.label("remark"))
	for i, row := range c.Pairs {
		p.printf("| %d | %s | %s | %s | %s |\n", i+1, p.mdBase(row), p.mdOther(c, row), md(p.result(row)), p.mdRemark(c, row))
	}
}

func (p *printer) mdBase(row circular.Pair) string {
	if row.Base == nil {
		return "-"
	}
	s := "**" + md(row.Title) + "** " + md(p.words(row.Base))
	if at := p.place(row.Base); at != "" {
		s += " *(" + md(at) + ")*"
	}
	return s
}

// mdOther writes the passages of the document, the words that deviate in bold.
func (p *printer) mdOther(c *circular.Comparison, row circular.Pair) string {
	var cells []string
	for i := range row.Others {
		var b strings.Builder
		for _, s := range stretches(c, row, i) {
			switch s.Op {
			case circular.EditDelete:
				b.WriteString("~~" + md(s.Text) + "~~ ")
			case circular.EditInsert:
				b.WriteString("**" + md(s.Text) + "** ")
			default:
				b.WriteString(md(s.Text) + " ")
			}
		}
		s := strings.TrimSpace(b.String())
		if at := p.place(&row.Others[i]); at != "" {
			s += " *(" + md(at) + ")*"
		}
		cells = append(cells, s)
	}
	if len(cells) == 0 {
		return "-"
	}
	return strings.Join(cells, "<br>")
}

// stretches returns a passage of a row in runs of words: its redline where it
// deviates and has one, else the words that deviate as inserted ones.
func stretches(c *circular.Comparison, row circular.Pair, i int) []circular.Edit {
	if i == 0 && row.Result == circular.ResultDeviates && len(row.Redline) > 0 {
		return row.Redline
	}
	text := row.Others[i].Text
	for _, d := range c.About(row) {
		if d.Mark == "" || d.Other == nil || d.Other.Text != text {
			continue
		}
		if before, after, ok := strings.Cut(text, d.Mark); ok {
			all := []circular.Edit{{Op: circular.EditSame, Text: before}, {Op: circular.EditInsert, Text: d.Mark}, {Op: circular.EditSame, Text: after}}
			return slices.DeleteFunc(all, func(e circular.Edit) bool { return strings.TrimSpace(e.Text) == "" })
		}
	}
	return []circular.Edit{{Op: circular.EditSame, Text: text}}
}

// mdRemark writes the sentences of the findings of a row.
func (p *printer) mdRemark(c *circular.Comparison, row circular.Pair) string {
	var out []string
	for _, d := range c.About(row) {
		out = append(out, "**"+p.label(string(d.Level))+"** `"+string(d.Code)+"` "+md(d.Why))
	}
	if row.Remark != "" {
		out = append(out, md(row.Remark))
	}
	return strings.Join(out, "<br>")
}

func (p *printer) mdList(label string, items []string) {
	if len(items) == 0 {
		return
	}
	p.printf("\n## %s\n\n", p.label(label))
	for _, s := range items {
		p.printf("- %s\n", md(s))
	}
}

// mdEscape puts a backslash before every character that Markdown or HTML
// inside it could read as markup.
var mdEscape = strings.NewReplacer(`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "<", "&lt;", ">", "&gt;",
	"&", "&amp;", "|", `\|`, "~", `\~`, "#", `\#`, "!", `\!`, "://", ":&#47;/", "www.", "www&#46;", "@", "&#64;")

// md makes text inert in Markdown.
func md(s string) string { return mdEscape.Replace(plain(s)) }
