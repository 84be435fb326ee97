package report

import (
	"strings"

	"github.com/telaah/telaah/circular"
)

// markdown writes a report for a merge request or a wiki.
func (p *printer) markdown(list []circular.Comparison) {
	for i := range list {
		c := &list[i]
		if i > 0 {
			p.printf("\n")
		}
		p.printf("# %s: %s\n\n", p.label("comparison"), md(p.name(c.Circular)))
		p.printf("- %s: %s\n", p.label("source"), md(c.Source.Path))
		if g := string(c.Source.Grade); g != "" {
			p.printf("- %s: %s\n", p.label("grade"), p.label(g))
		}
		p.printf("- %s: %s\n", p.label("baseline"), md(p.reference(c.Baseline)))
		for _, r := range c.Reasons {
			p.printf("- %s: %s\n", p.label("reason"), md(r))
		}
		for _, f := range c.Figures {
			p.printf("- %s: %s\n", p.label("figures"), md(p.figure(f)))
		}
		p.printf("\n## %s\n\n", p.label("findings"))
		if len(c.Deviations) == 0 {
			p.printf("%s\n", p.label("nofindings"))
		}
		for _, d := range c.Deviations {
			p.printf("- **%s** `%s`: %s %s: %s\n", p.label(string(d.Level)), d.Code, md(d.Why), p.label("advice"), md(d.Advice))
		}
		p.mdTable(c)
		p.mdList("notjudged", c.NotJudged)
		p.mdList("suppressed", c.Suppressed)
		p.printf("\n*%s*\n", p.label("footer"))
	}
}

// mdTable writes the table of comparison.
func (p *printer) mdTable(c *circular.Comparison) {
	if len(c.Pairs) == 0 {
		return
	}
	p.printf("\n## %s\n\n| %s | %s | %s | %s | %s |\n|---|---|---|---|---|\n", p.label("table"),
		p.label("no"), p.label("central"), p.label("regional"), p.label("result"), p.label("remark"))
	for i, row := range c.Pairs {
		p.printf("| %d | %s | %s | %s | %s |\n", i+1, p.mdBase(row), p.mdOther(row), p.label(string(row.Result)), p.mdRemark(c, row))
	}
}

func (p *printer) mdBase(row circular.Pair) string {
	if row.Base == nil {
		return "-"
	}
	return "**" + md(row.Title) + "** " + md(row.Base.Text) + " *(" + md(p.place(row.Base)) + ")*"
}

// mdOther writes the passages of the document, the first with its redline
// where it deviates.
func (p *printer) mdOther(row circular.Pair) string {
	var cells []string
	for i := range row.Others {
		s := md(row.Others[i].Text)
		if i == 0 && row.Result == circular.ResultDeviates && len(row.Redline) > 0 {
			s = redline(row.Redline, mdMarks, md)
		}
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

func (p *printer) mdList(label string, list []circular.Deviation) {
	if len(list) == 0 {
		return
	}
	p.printf("\n## %s\n\n", p.label(label))
	for _, d := range list {
		p.printf("- `%s`: %s\n", d.Code, md(d.Why))
	}
}

// mdEscape puts a backslash before every character that Markdown or HTML
// inside it could read as markup.
var mdEscape = strings.NewReplacer(`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "<", "&lt;", ">", "&gt;",
	"&", "&amp;", "|", `\|`, "~", `\~`, "#", `\#`, "!", `\!`, "://", ":&#47;/", "www.", "www&#46;", "@", "&#64;")

// md makes text inert in Markdown.
func md(s string) string { return mdEscape.Replace(plain(s)) }
