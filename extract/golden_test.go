package extract

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/telaah/telaah/circular"
)

var update = flag.Bool("update", false, "write the goldens anew")

// goldens runs the texts of a folder: each file holds a text, a line
// "-- want --", and what print says of the record of it.
func goldens(t *testing.T, dir string, print func(*circular.Record) string) {
	files, err := filepath.Glob(filepath.Join(dir, "*.txt"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, f := range files {
		t.Run(strings.TrimSuffix(filepath.Base(f), ".txt"), func(t *testing.T) {
			data, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			text, want, _ := strings.Cut(string(data), "-- want --\n")
			rec := Extract(circular.Source{Path: f}, circular.Plain(text))
			if err := rec.Check(); err != nil {
				t.Fatal(err)
			}
			got := print(&rec)
			if *update {
				if err := os.WriteFile(f, []byte(text+"-- want --\n"+got), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if got != want {
				t.Errorf("got:\n%swant:\n%s", got, want)
			}
		})
	}
}

// TestRules holds what the texts of testdata/rules rule, one clause a line, and
// the warnings, but for those of the second reader, whose weights change.
func TestRules(t *testing.T) {
	goldens(t, "testdata/rules", func(rec *circular.Record) string {
		got := ""
		for _, c := range rec.Clauses {
			got += show(c) + "\n"
		}
		for _, w := range rec.Warnings {
			if w.Code == circular.TwoReadingsCode {
				continue
			}
			got += "! " + w.Code + ": " + rec.Text.Slice(w.Span) + "\n"
		}
		return got
	})
}

// show prints a clause on one line: path, kind, what, of whom, how firmly.
func show(c circular.Clause) string {
	s := string(c.Kind)
	num := func(p *float64) string {
		if p == nil {
			return ""
		}
		return fmt.Sprintf(" %g%%", *p)
	}
	switch {
	case c.Quota != nil:
		q := c.Quota
		s += fmt.Sprintf(" %s %s%s", q.Mode, q.Bound, num(q.Percent))
		if q.PercentLo != nil {
			s += fmt.Sprintf(" %g-%g%%", *q.PercentLo, *q.PercentHi)
		}
		if q.Count > 0 {
			s += fmt.Sprintf(" %d %s", q.Count, q.Unit)
		}
		for _, x := range []string{q.Condition, q.Recurrence} {
			if x != "" {
				s += " (" + x + ")"
			}
		}
		if q.Implicit {
			s += " implicit"
		}
	case c.Exemption != nil:
		s += " " + string(c.Exemption.Effect) + num(c.Exemption.Percent)
		if c.Exemption.Open {
			s += " open"
		}
	case c.Period != nil:
		s += fmt.Sprintf(" %s..%s", c.Period.Start, c.Period.End)
		if c.Period.Derived {
			s += " derived"
		}
	case c.LegalBasis != nil:
		b := c.LegalBasis
		s += fmt.Sprintf(" %s %s/%d", b.Type, b.Number, b.Year)
	case c.Duty != nil:
		s += " " + c.Duty.Topic + " <" + c.Duty.Who + "> " + c.Duty.What
	}
	if len(c.Groups) > 0 {
		s += " [" + strings.Join(c.Groups, "; ") + "]"
	}
	if len(c.Categories) > 0 {
		s += " {" + strings.Join(c.Categories, " ") + "}"
	}
	if c.Force != "" {
		s += " " + string(c.Force)
	}
	if c.Assertion != circular.AssertRule {
		s += " =" + string(c.Assertion)
	}
	if c.Path != "" {
		s = c.Path + " " + s
	}
	return s
}
