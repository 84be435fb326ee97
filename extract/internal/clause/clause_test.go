package clause

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/extract/internal/mention"
	"github.com/telaah/telaah/extract/internal/outline"
	"github.com/telaah/telaah/extract/internal/reading"
	"github.com/telaah/telaah/lexicon"
)

var update = flag.Bool("update", false, "write the goldens anew")

// of reads a text that was signed on 4 March 2024.
func of(text string) (*outline.Outline, Result) {
	plain := circular.Plain(text)
	r := reading.Of(lexicon.Default(), &plain)
	signed, _ := circular.NewDate(2024, 3, 4)
	o := outline.Of(r)
	return o, Of(o, mention.FindDates(r).All, signed)
}

// show writes a claim on one line: path, kind, force, what its kind says, and
// the words it stands on.
func show(o *outline.Outline, c Claim) string {
	s := fmt.Sprintf("%-6s %s %s", c.Path, c.Kind, c.Force)
	switch {
	case c.Duty != nil:
		s += " <" + c.Duty.Who + ">"
	case c.Schedule != nil:
		s += fmt.Sprintf(" <%s> %s %s-%s (%s)", c.Schedule.Who, c.Schedule.Days, c.Schedule.From, c.Schedule.To, c.Schedule.Break)
	case c.Period != nil:
		s += fmt.Sprintf(" %s..%s", c.Period.Start, c.Period.End)
	case c.Exemption != nil:
		s += fmt.Sprintf(" %s %v leaves %q", c.Exemption.Effect, c.Groups, c.Exemption.Leaves)
	case c.Deadline != nil:
		s += fmt.Sprintf(" %s %q", c.Deadline.Date, c.Deadline.By)
	case c.Revocation != nil:
		s += fmt.Sprintf(" %s %q", c.Revocation.Change, c.Revocation.Acts)
	}
	return s + " | " + o.Printed(c.First, c.End)
}

// TestGolden holds the clauses of the texts of testdata: texts parted by lines
// "==", each the body of a circular unless it has a title; then "-- want --".
func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, f := range files {
		t.Run(strings.TrimSuffix(filepath.Base(f), ".txt"), func(t *testing.T) {
			data, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			texts, want, _ := strings.Cut(string(data), "-- want --\n")
			var got strings.Builder
			for _, text := range strings.Split(strings.TrimSuffix(texts, "\n"), "\n==\n") {
				if !strings.Contains(text, "SURAT EDARAN") {
					text = "SURAT EDARAN\nNOMOR 7 TAHUN 2024\nTENTANG\nTATA TERTIB\n\n" + text
				}
				o, res := of(text)
				for _, c := range res.Claims {
					got.WriteString(show(o, c) + "\n")
				}
				got.WriteString("==\n")
			}
			if *update {
				if err := os.WriteFile(f, []byte(texts+"-- want --\n"+got.String()), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if got.String() != want {
				t.Errorf("got:\n%swant:\n%s", got.String(), want)
			}
		})
	}
}
