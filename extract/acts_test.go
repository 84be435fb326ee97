package extract

import (
	"fmt"
	"strings"
	"testing"

	"github.com/telaah/telaah/circular"
)

// TestActs runs the texts of testdata/acts: each file holds a text, a line
// "-- want --", and the circulars, legal bases, periods and warnings in it.
// Persons and circulars of these texts are made up.
func TestActs(t *testing.T) { goldens(t, "testdata/acts", named) }

// named prints what the record says of acts, persons and dates, one a line.
func named(rec *circular.Record) string {
	var b strings.Builder
	for _, c := range rec.Circulars {
		fmt.Fprintf(&b, "%s %q %d by %q (%s, %s, %s)", c.Role, c.Number, c.Year, c.Issuer, c.Region.Name, c.Region.Code, c.Level)
		if !c.DateSigned.IsZero() {
			fmt.Fprintf(&b, " on %s", c.DateSigned)
		}
		if c.Title != "" {
			fmt.Fprintf(&b, " about %q", c.Title)
		}
		b.WriteByte('\n')
		if s := c.Signatory; !s.IsZero() {
			fmt.Fprintf(&b, "  %s %q %s %q", s.Evidence, s.Name, s.Capacity, s.Office)
			if s.OnBehalf != nil {
				fmt.Fprintf(&b, " %s %q", s.OnBehalf.Form, s.OnBehalf.Office)
			}
			if s.NIP != "" {
				fmt.Fprintf(&b, " nip %s", s.NIP)
			}
			b.WriteByte('\n')
		}
	}
	for _, c := range rec.Clauses {
		switch {
		case c.LegalBasis != nil:
			fmt.Fprintf(&b, "basis %s %q %d %s %q\n", c.LegalBasis.Type, c.LegalBasis.Number, c.LegalBasis.Year, c.LegalBasis.Date, c.LegalBasis.Title)
		case c.Period != nil:
			fmt.Fprintf(&b, "period %s..%s %v %s\n", c.Period.Start, c.Period.End, c.Period.Derived, c.Rule)
		}
	}
	for _, w := range rec.Warnings {
		switch w.Code {
		case "weekday-date", "impossible-date", "year-unreadable", "range-reversed":
			fmt.Fprintf(&b, "! %s: %s\n", w.Code, rec.Text.Slice(w.Span))
		}
	}
	return b.String()
}
