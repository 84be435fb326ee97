// Package say puts into words what records hold: what a circular is called,
// what a clause rules, in Indonesian or English. The commands and the page say
// the same of the same record.
package say

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/lexicon"
)

// Lang is a language in which things are said.
type Lang string

// The languages. Any other counts as Indonesian.
const (
	Indonesian Lang = "id"
	English    Lang = "en"
)

func (l Lang) t(key string, args ...any) string { return words["say."+key].in(l, args...) }

// Word returns the word for a value of the domain, such as a kind of clause, or
// the value itself where there is none.
func (l Lang) Word(class string, value any) string {
	p, ok := words[class+"."+fmt.Sprint(value)]
	if !ok {
		return fmt.Sprint(value)
	}
	return p.in(l)
}

// Signature says what the electronic signature of a document proves, and whose it
// is: "utuh, penerbit tepercaya: Sari Wijaya"; "" where it has none.
func (l Lang) Signature(s circular.Signature) string {
	if s.State == "" {
		return ""
	}
	return Join(": ", l.Word("signature", s.State), s.Signer)
}

// Name returns how a circular is called: "SE Gubernur Banten Nomor 12 Tahun 2024".
func (l Lang) Name(c *circular.Circular) string {
	if c == nil {
		return l.t("none")
	}
	parts := []string{cmp.Or(c.Type, "SE"), c.Issuer}
	if c.Number != "" {
		parts = append(parts, l.t("number"), c.Number)
	} else {
		parts = append(parts, l.t("unnumbered"))
	}
	if y := strconv.Itoa(c.Year); c.Year != 0 && !strings.HasSuffix(c.Number, y) {
		parts = append(parts, l.t("year", c.Year))
	}
	return Join(" ", parts...)
}

// Title returns how a document is called: the circular it is or tells of, else
// what it is itself.
func (l Lang) Title(r *circular.Record) string {
	if c := r.Subject(); c != nil || r.Document == nil {
		return l.Name(c)
	}
	return l.Own(r.Document)
}

// Own returns how a document is called that is no circular: "Pergub Banten Nomor
// 11 Tahun 2016 (bukan surat edaran)".
func (l Lang) Own(d *circular.Document) string {
	parts := []string{d.Type}
	if d.Kind != circular.DocumentAct {
		parts[0] = l.t(string(d.Kind))
	}
	if d.Number != "" {
		parts = append(parts, l.t("number"), d.Number)
	}
	if y := strconv.Itoa(d.Year); d.Year != 0 && !strings.HasSuffix(d.Number, y) {
		parts = append(parts, l.t("year", d.Year))
	}
	return Join(" ", append(parts, l.t("no-circular"))...)
}

// Day returns a date in words: "15 April 2024".
func (l Lang) Day(d circular.Date) string { return lexicon.Day(d, string(l)) }

// Period returns a period in words: "16 April 2024 s.d. 17 April 2024".
func (l Lang) Period(p *circular.Period) string {
	switch {
	case p.Start == p.End:
		return l.Day(p.Start)
	case p.End.IsZero():
		return l.t("from", l.Day(p.Start))
	case p.Start.IsZero():
		return l.t("until", l.Day(p.End))
	}
	return l.t("fromto", l.Day(p.Start), l.Day(p.End))
}

// Percent returns a percentage, in Indonesian with a decimal comma: "37,5%".
func (l Lang) Percent(f float64) string {
	s := strconv.FormatFloat(f, 'f', -1, 64)
	if l != English {
		s = strings.Replace(s, ".", ",", 1)
	}
	return s + "%"
}

// Value returns what a clause rules, in short: "WFH paling banyak 50%".
func (l Lang) Value(c *circular.Clause) string {
	switch {
	case c.Quota != nil:
		q := c.Quota
		return Join(" ", string(q.Mode), l.Word("bound", q.Bound), l.figure(q), q.Condition, q.Recurrence)
	case c.Exemption != nil:
		s := l.Word("effect", c.Exemption.Effect)
		if c.Exemption.Percent != nil {
			s += " " + l.Percent(*c.Exemption.Percent)
		}
		return Join(" ", s, c.Exemption.Condition)
	case c.Period != nil:
		return l.Period(c.Period)
	case c.LegalBasis != nil:
		return l.basis(c.LegalBasis)
	case c.Schedule != nil:
		return l.schedule(c.Schedule)
	case c.Deadline != nil:
		by := c.Deadline.By
		if !c.Deadline.Date.IsZero() {
			by = l.Day(c.Deadline.Date)
		}
		return Join(": ", by, Join(" ", c.Deadline.Who, OneLine(c.Deadline.What)))
	case c.Revocation != nil:
		return Join(": ", l.Word("change", c.Revocation.Change), strings.Join(c.Revocation.Acts, "; "))
	case c.Duty != nil:
		what := strings.TrimRight(c.Duty.What, " ,;:.")
		if strings.Contains(strings.ToLower(what), strings.ToLower(c.Duty.Who)) {
			return what
		}
		return Join(": ", c.Duty.Who, what)
	}
	return ""
}

func (l Lang) figure(q *circular.Quota) string {
	switch {
	case q.PercentLo != nil:
		return l.Percent(*q.PercentLo) + " - " + l.Percent(*q.PercentHi)
	case q.Percent != nil:
		return l.Percent(*q.Percent)
	}
	return fmt.Sprintf("%d %s", q.Count, q.Unit)
}

func (l Lang) basis(b *circular.LegalBasis) string {
	s := b.Type
	if b.Number != "" {
		s += " " + l.t("number") + " " + b.Number
	}
	if b.Year != 0 {
		s += " " + l.t("year", b.Year)
	}
	return s
}

func (l Lang) schedule(s *circular.Schedule) string {
	hours := s.From
	if s.To != "" {
		hours += "-" + s.To
	}
	if s.Break != "" {
		hours += ", " + l.t("break") + " " + s.Break
	}
	return Join(": ", s.Who, Join(" ", OneLine(s.Days), hours), OneLine(s.What))
}

// Join joins the parts that are not empty.
func Join(sep string, parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return strings.TrimSpace(s) == "" }), sep)
}

// OneLine returns s on one line.
func OneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// Shorten returns s on one line of at most n characters.
func Shorten(s string, n int) string {
	r := []rune(OneLine(s))
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
