package command

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/lexicon"
)

// name returns how a circular is called: "SE Gubernur Banten Nomor 12 Tahun 2024".
func (a *app) name(c *circular.Circular) string {
	if c == nil {
		return a.t("record.none")
	}
	parts := []string{cmp.Or(c.Type, "SE"), c.Issuer}
	if c.Number != "" {
		parts = append(parts, a.t("record.number"), c.Number)
	} else {
		parts = append(parts, a.t("record.unnumbered"))
	}
	if y := strconv.Itoa(c.Year); c.Year != 0 && !strings.HasSuffix(c.Number, y) {
		parts = append(parts, a.t("record.year", c.Year))
	}
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), " ")
}

// day returns a date in words: "15 April 2024".
func (a *app) day(d circular.Date) string {
	return lexicon.Day(d, string(a.lang))
}

// period returns a period in words: "16 April 2024 s.d. 17 April 2024".
func (a *app) period(p *circular.Period) string {
	switch {
	case p.Start == p.End:
		return a.day(p.Start)
	case p.End.IsZero():
		return a.t("record.from", a.day(p.Start))
	case p.Start.IsZero():
		return a.t("record.until", a.day(p.End))
	}
	return a.t("record.fromto", a.day(p.Start), a.day(p.End))
}

// percent returns a percentage with a decimal comma: "37,5%".
func (a *app) percent(f float64) string {
	s := strconv.FormatFloat(f, 'f', -1, 64)
	if a.lang == indonesian {
		s = strings.Replace(s, ".", ",", 1)
	}
	return s + "%"
}

// value returns what a clause rules, in short: "WFH paling banyak 50%".
func (a *app) value(c *circular.Clause) string {
	switch {
	case c.Quota != nil:
		q := c.Quota
		var figure string
		switch {
		case q.PercentLo != nil:
			figure = a.percent(*q.PercentLo) + " - " + a.percent(*q.PercentHi)
		case q.Percent != nil:
			figure = a.percent(*q.Percent)
		default:
			figure = fmt.Sprintf("%d %s", q.Count, q.Unit)
		}
		return join(" ", string(q.Mode), a.word("bound", q.Bound), figure, q.Condition, q.Recurrence)
	case c.Exemption != nil:
		s := a.word("effect", c.Exemption.Effect)
		if c.Exemption.Percent != nil {
			s += " " + a.percent(*c.Exemption.Percent)
		}
		return join(" ", s, c.Exemption.Condition)
	case c.Period != nil:
		return a.period(c.Period)
	case c.LegalBasis != nil:
		b := c.LegalBasis
		s := b.Type
		if b.Number != "" {
			s += " " + a.t("record.number") + " " + b.Number
		}
		if b.Year != 0 {
			s += " " + a.t("record.year", b.Year)
		}
		return s
	case c.Schedule != nil:
		s := c.Schedule
		hours := s.From
		if s.To != "" {
			hours += "-" + s.To
		}
		if s.Break != "" {
			hours += ", " + a.t("record.break") + " " + s.Break
		}
		return join(": ", s.Who, join(" ", oneLine(s.Days), hours), oneLine(s.What))
	case c.Deadline != nil:
		by := c.Deadline.By
		if !c.Deadline.Date.IsZero() {
			by = a.day(c.Deadline.Date)
		}
		return join(": ", by, join(" ", c.Deadline.Who, oneLine(c.Deadline.What)))
	case c.Revocation != nil:
		return join(": ", a.word("change", c.Revocation.Change), strings.Join(c.Revocation.Acts, "; "))
	case c.Duty != nil:
		what := strings.TrimRight(c.Duty.What, " ,;:.")
		if strings.Contains(strings.ToLower(what), strings.ToLower(c.Duty.Who)) {
			return what
		}
		return join(": ", c.Duty.Who, what)
	}
	return ""
}

// join joins the parts that are not empty.
func join(sep string, parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return strings.TrimSpace(s) == "" }), sep)
}

// oneLine returns s on one line.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// shorten returns s on one line of at most n characters.
func shorten(s string, n int) string {
	r := []rune(oneLine(s))
	if len(r) <= n {
		return string(r)
	}
	cut := n - 1
	for i := cut; i > n*2/3; i-- {
		if r[i] == ' ' {
			cut = i
			break
		}
	}
	return strings.TrimRight(string(r[:cut]), " ,;:") + "…"
}

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
	fmt.Fprintln(w, bold(oneLine(a.name(c))))
	if c != nil {
		row(w, a.t("record.title"), c.Title)
		row(w, a.t("record.signed"), a.signed(c))
	}
	page := a.t("record.pages", rec.Source.Pages)
	row(w, a.t("record.source"), fmt.Sprintf("%s (%s, %s) id %s", rec.Source.Path, a.word("grade", rec.Source.Grade), page, rec.Source.ID()))
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
	line := a.value(c)
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
