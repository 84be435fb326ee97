package compare_test

import (
	"bufio"
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/compare"
	"github.com/telaah/telaah/document"
	"github.com/telaah/telaah/extract"
)

// updating reports whether -update was given.
func updating() bool { return flag.Lookup("update").Value.String() == "true" }

const (
	reviewedFile  = "testdata/reviewed.tsv"
	reviewedTable = "../docs/accuracy.md"
	reviewedBegin = "<!-- begin: go test ./compare -run TestReviewed -update -->\n"
	reviewedEnd   = "<!-- end -->\n"
)

// aFinding is one finding on a real text: where it stands and what a person who
// read that place says of it.
type aFinding struct {
	key          string // source, baseline, code, atom and bytes, tabs between them
	code         circular.Code
	level, grave circular.Severity // as told; as told of a circular itself
}

// findingsOn returns what is found on a text: against the baseline that is
// chosen, and against the one that is offered where that one does not fit.
func findingsOn(t *testing.T, shipped []circular.Baseline, id, file string) []aFinding {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	d, err := document.Read(context.Background(), file, data, document.Options{})
	if err != nil {
		t.Fatal(err)
	}
	rec := extract.Extract(d.Source, d.Text)
	asText := rec
	asText.Source.Grade = circular.GradePrimary
	var out []aFinding
	for asked := ""; ; {
		c := check(t, shipped, rec, asked)
		grave := map[string]circular.Severity{}
		for _, f := range check(t, shipped, asText, c.Baseline.ID).Deviations {
			grave[placed(id, c.Baseline.ID, f)] = f.Level
		}
		for _, f := range slices.Concat(c.Deviations, c.NotJudged) {
			key := placed(id, c.Baseline.ID, f)
			level, ok := grave[key]
			if !ok || f.Level == circular.SeverityNone {
				level = f.Level
			}
			out = append(out, aFinding{key, f.Code, f.Level, level})
		}
		if asked != "" || c.Baseline.Suggested == "" {
			return out
		}
		asked = c.Baseline.Suggested
	}
}

func check(t *testing.T, shipped []circular.Baseline, rec circular.Record, asked string) circular.Comparison {
	t.Helper()
	c, err := compare.Check(shipped, rec, compare.Options{Baseline: asked})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// placed names a finding by its place.
func placed(id, baseline string, f circular.Deviation) string {
	at := "-"
	if f.Other != nil && f.Other.Span != nil {
		at = fmt.Sprintf("%d-%d", f.Other.Span.Start, f.Other.Span.End)
	}
	return strings.Join([]string{id, baseline, string(f.Code), f.Atom, at}, "\t")
}

// TestReviewed holds every finding that is an error or a warning, or would be one
// if the text were the circular itself and not news of it, on the real texts and
// on those written unseen, against what a person said of it who read its place,
// and the table of docs/accuracy.md against the counts. A finding that nobody
// read is an error. With -update it lists such findings, marked "?", and writes
// the table.
func TestReviewed(t *testing.T) {
	shared := filepath.Join("..", "..", "shared")
	if _, err := os.Stat(shared); err != nil {
		t.Skip("the real texts are not beside this checkout")
	}
	if testing.Short() {
		t.Skip("reads hundreds of texts")
	}
	verdicts, shipped := readVerdicts(t), loadShipped(t)
	var keep []string
	counts := map[circular.Code]*tally{}
	for _, set := range []struct{ name, files string }{
		{"dev", shared + "/eval/dev/texts/*.txt"},
		{"dev2", shared + "/eval/dev2/texts/*.txt"},
		{"pdf", shared + "/pdf/se-0[56]*.pdf"}, // those that hold their text
		{"unseen", "../extract/testdata/unseen/texts/*.txt"},
	} {
		files, err := filepath.Glob(set.files)
		if err != nil || len(files) == 0 {
			t.Fatalf("no texts at %s: %v", set.files, err)
		}
		for _, file := range files {
			name := strings.TrimSuffix(filepath.Base(file), filepath.Ext(file))
			if set.name == "pdf" {
				name = name[:len("se-0000")]
			}
			seen := map[string]int{}
			for _, f := range findingsOn(t, shipped, set.name+"/"+name, file) {
				n := counts[f.code]
				if n == nil {
					n = &tally{told: map[circular.Severity]int{}}
					counts[f.code] = n
				}
				n.told[f.level]++
				if !f.grave.AtLeast(circular.SeverityWarning) {
					continue
				}
				if seen[f.key]++; seen[f.key] > 1 {
					f.key += fmt.Sprintf(" (%d)", seen[f.key])
				}
				v := verdicts[f.key]
				n.count(f.grave, v)
				if v == "" && !updating() {
					t.Errorf("nobody read this finding: %s", f.key)
				}
				if v == "" {
					v = "?"
				}
				keep = append(keep, f.key+"\t"+v)
			}
		}
	}
	table := tabled(counts)
	t.Log(table)
	page, err := os.ReadFile(reviewedTable)
	if err != nil {
		t.Fatal(err)
	}
	head, rest, ok := strings.Cut(string(page), reviewedBegin)
	_, tail, ok2 := strings.Cut(rest, reviewedEnd)
	if !ok || !ok2 {
		t.Fatalf("%s has no place for the counts", reviewedTable)
	}
	now := head + reviewedBegin + table + reviewedEnd + tail
	switch {
	case updating():
		if err := os.WriteFile(reviewedTable, []byte(now), 0o644); err != nil {
			t.Fatal(err)
		}
		writeVerdicts(t, keep)
	case now != string(page):
		t.Errorf("%s does not hold the counts of today: run the test with -update", reviewedTable)
	}
}

// tally counts the findings of a code.
type tally struct {
	told         map[circular.Severity]int
	errR, errW   int // right and wrong, of those that are errors on the circular itself
	warnR, warnW int
}

func (n *tally) count(s circular.Severity, verdict string) {
	right, wrong := &n.warnR, &n.warnW
	if s == circular.SeverityError {
		right, wrong = &n.errR, &n.errW
	}
	switch verdict {
	case "right":
		*right++
	case "wrong":
		*wrong++
	}
}

// tabled prints the counts of each code, in the order of circular.Codes.
func tabled(counts map[circular.Code]*tally) string {
	var b strings.Builder
	b.WriteString("\n| code | error | warning | note | not judged | error: right | wrong | warning: right | wrong |\n|---|---|---|---|---|---|---|---|---|\n")
	var all tally
	for _, code := range circular.Codes {
		n := counts[code]
		if n == nil {
			continue
		}
		fmt.Fprintf(&b, "| `%s` | %d | %d | %d | %d | %d | %d | %d | %d |\n", code, n.told[circular.SeverityError], n.told[circular.SeverityWarning],
			n.told[circular.SeverityNote], n.told[circular.SeverityNone], n.errR, n.errW, n.warnR, n.warnW)
		all.errR, all.errW, all.warnR, all.warnW = all.errR+n.errR, all.errW+n.errW, all.warnR+n.warnR, all.warnW+n.warnW
	}
	share := func(right, wrong int) float64 { return float64(right) / float64(max(1, right+wrong)) }
	fmt.Fprintf(&b, "\nRight of errors: %d of %d (%.3f); of warnings: %d of %d (%.3f); of both: %.3f.\n\n", all.errR, all.errR+all.errW, share(all.errR, all.errW),
		all.warnR, all.warnR+all.warnW, share(all.warnR, all.warnW), share(all.errR+all.warnR, all.errW+all.warnW))
	return b.String()
}

// readVerdicts reads the reviewed findings.
func readVerdicts(t *testing.T) map[string]string {
	t.Helper()
	out := map[string]string{}
	f, err := os.Open(reviewedFile)
	if os.IsNotExist(err) {
		return out
	}
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for s := bufio.NewScanner(f); s.Scan(); {
		if i := strings.LastIndexByte(s.Text(), '\t'); i > 0 && !strings.HasPrefix(s.Text(), "#") && !strings.HasSuffix(s.Text(), "\t?") {
			out[s.Text()[:i]] = s.Text()[i+1:]
		}
	}
	return out
}

func writeVerdicts(t *testing.T, lines []string) {
	t.Helper()
	head := "# Findings on real texts and on those written unseen, read by a person at their place.\n# source, baseline, code, atom, bytes of the passage (\"-\": none), right or wrong; parted by tabs\n"
	if err := os.WriteFile(reviewedFile, []byte(head+strings.Join(lines, "\n")+"\n"), 0o644); err != nil {
		t.Fatal(err)
	}
}
