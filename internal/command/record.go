package command

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/internal/say"
)

// name returns how a circular is called.
func (a *app) name(c *circular.Circular) string { return a.lang.Name(c) }

// day returns a date in words.
func (a *app) day(d circular.Date) string { return a.lang.Day(d) }

// period returns a period in words.
func (a *app) period(p *circular.Period) string { return a.lang.Period(p) }

// join joins the parts that are not empty.
func join(sep string, parts ...string) string { return say.Join(sep, parts...) }

// oneLine returns s on one line.
func oneLine(s string) string { return say.OneLine(s) }

// shorten returns s on one line of at most n characters.
func shorten(s string, n int) string { return say.Shorten(s, n) }

// row prints a label and a value under a heading.
func row(w io.Writer, label, value string) {
	if value != "" {
		fmt.Fprintf(w, "  %-12s %s\n", label, oneLine(value))
	}
}

// writeRecord prints a record to be read: what the document is, then what it
// rules. In detail, every clause comes with its number and its words.
func (a *app) writeRecord(w io.Writer, rec *circular.Record, detail bool) {
	c := rec.Subject()
	fmt.Fprintln(w, bold(oneLine(a.lang.Title(rec))))
	if own := rec.Document; own != nil {
		row(w, a.t("record.title"), own.Title)
	}
	if c != nil {
		row(w, a.t("record.title"), c.Title)
		row(w, a.t("record.signed"), a.signed(c))
	}
	page := a.t("record.pages", rec.Source.Pages)
	row(w, a.t("record.source"), fmt.Sprintf("%s (%s, %s) id %s", rec.Source.Path, a.word("grade", rec.Source.Grade), page, rec.Source.ID()))
	row(w, a.t("record.signature"), a.lang.Signature(rec.Source.Signature))
	for i := range rec.Circulars {
		if o := &rec.Circulars[i]; o != c && o.Role != circular.RoleCited {
			row(w, a.word("role", o.Role), a.name(o))
		}
	}
	rules := a.writeClauses(w, rec, detail, a.t("record.rules"), func(c *circular.Clause) bool { return c.Assertion == circular.AssertRule })
	if rules == 0 {
		row(w, a.t("record.rules"), a.t("record.nothing"))
	}
	if detail {
		a.writeClauses(w, rec, detail, a.t("record.other"), func(c *circular.Clause) bool { return c.Assertion != circular.AssertRule })
		row(w, a.t("record.coverage"), a.t("record.coverage-v", 100*rec.Coverage.Share()))
	}
	for _, warning := range rec.Warnings {
		row(w, a.t("record.warnings"), warning.Message+a.page(rec, warning.Span))
	}
}

// signed returns when and by whom a circular was signed or issued.
func (a *app) signed(c *circular.Circular) string {
	var parts []string
	if !c.DateSigned.IsZero() {
		parts = append(parts, a.day(c.DateSigned))
	}
	if s := c.Signatory; s.Name != "" || s.Office != "" {
		office := join(" ", string(s.Capacity), s.Office)
		if s.OnBehalf != nil {
			office = join(" ", s.OnBehalf.Form, s.OnBehalf.Office, office)
		}
		parts = append(parts, a.t("record.signer", join(", ", s.Name, office)))
	}
	return strings.Join(parts, " ")
}

// page returns the page of a span in brackets, where the document has several.
func (a *app) page(rec *circular.Record, s circular.Span) string {
	if s.Page == 0 || rec.Source.Pages < 2 {
		return ""
	}
	return " (" + a.t("record.page", s.Page) + ")"
}

// writeClauses prints the clauses that want takes, by kind, and returns how
// many they were.
func (a *app) writeClauses(w io.Writer, rec *circular.Record, detail bool, heading string, want func(*circular.Clause) bool) (n int) {
	for _, kind := range circular.Kinds {
		for i := range rec.Clauses {
			c := &rec.Clauses[i]
			if c.Kind != kind || !want(c) {
				continue
			}
			if n++; n == 1 {
				fmt.Fprintf(w, "  %s\n", heading)
			}
			a.writeClause(w, rec, i, detail)
		}
	}
	return n
}

// writeClause prints a clause in a line, and its words below in detail.
func (a *app) writeClause(w io.Writer, rec *circular.Record, i int, detail bool) {
	c := &rec.Clauses[i]
	line := a.lang.Value(c)
	if len(c.Groups) > 0 {
		line += ": " + strings.Join(c.Groups, "; ")
	}
	if c.Force != "" && c.Duty != nil {
		line = "[" + string(c.Force) + "] " + line
	}
	if c.Assertion != circular.AssertRule {
		line += " (" + a.word("assertion", c.Assertion) + ")"
	}
	if !detail {
		line = shorten(line, 140)
	}
	fmt.Fprintf(w, "    %-12s %s%s\n", a.word("kind", c.Kind), oneLine(line), a.page(rec, c.Span))
	if detail {
		where := join(", ", "#"+strconv.Itoa(i+1), c.Path)
		fmt.Fprintf(w, "    %12s “%s”\n", where, oneLine(c.Text))
	}
}
