package extract_test

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/extract"
	"github.com/telaah/telaah/extract/internal/gold"
)

// unseenFloors are the least F1 of each field over the texts of testdata/unseen, and the least and most of the
// rates of rules. They may only get stricter.
var unseenFloors = map[string]float64{
	"number": 0.95, "subject": 0.93, "signatory": 0.81, "signed": 0.89, "period": 0.79, "quota": 0.81, "quota+who": 0.64,
	"exemption": 0.55, "basis": 0.96, "macro": 0.81,
	"recall": 0.56, "silent": 0.43, "kind": 0.64, "force": 0.83, "path": 0.56, "noise": 0.09,
}

var genres = []string{"news", "release", "official", "scan"}

// TestUnseen scores the extractor on the 60 texts of testdata/unseen, which were written without sight of the
// extractor, and holds the figures in docs/accuracy.md. With -update it writes them there. Gold may fit weights,
// never words.
func TestUnseen(t *testing.T) {
	all, by := gold.Sheet{}, map[string]*gold.Sheet{}
	rules, byRules := ruleSheet{}, map[string]*ruleSheet{}
	records := map[string]*circular.Record{}
	genre := map[string]string{}
	for _, g := range readGold[gold.Text](t, "testdata/unseen/gold.jsonl") {
		rec := extracted(t, filepath.Join("testdata/unseen/texts", g.ID+".txt"))
		records[g.ID], genre[g.ID] = rec, g.Genre
		if by[g.Genre] == nil {
			by[g.Genre] = &gold.Sheet{}
		}
		all.Score(g, rec)
		by[g.Genre].Score(g, rec)
	}
	for _, g := range readGold[ruleGold](t, "testdata/unseen/rules.jsonl") {
		if byRules[genre[g.ID]] == nil {
			byRules[genre[g.ID]] = &ruleSheet{}
		}
		rules.score(g, records[g.ID])
		byRules[genre[g.ID]].score(g, records[g.ID])
	}
	var b strings.Builder
	fmt.Fprintf(&b, "\n| field | precision | recall | F1 | right | invented | missed | floor | %s |\n|%s\n", strings.Join(genres, " | "), strings.Repeat("---|", 8+len(genres)))
	for _, f := range gold.Fields {
		x := all.Of(f)
		fmt.Fprintf(&b, "| %s | %.3f | %.3f | %.3f | %d | %d | %d | %.2f |", f, rate(x.Right, x.Right+x.Invented), rate(x.Right, x.Right+x.Missed), x.F1(), x.Right, x.Invented, x.Missed, unseenFloors[f])
		for _, g := range genres {
			fmt.Fprintf(&b, " %.2f |", by[g].Of(f).F1())
		}
		b.WriteByte('\n')
		if x.F1() < unseenFloors[f] {
			t.Errorf("F1 of %s is %.3f, below %.2f", f, x.F1(), unseenFloors[f])
		}
	}
	fmt.Fprintf(&b, "\nMacro F1 %.3f. Quotas invented in texts without one: %d. Traps taken: %d.\n", all.Macro(), all.Distractors, all.Traps)
	if all.Macro() < unseenFloors["macro"] {
		t.Errorf("macro F1 is %.3f, below %.2f", all.Macro(), unseenFloors["macro"])
	}
	b.WriteString("\n| rules of | rules | found | listed | crooked | silent | recall | kind | force | path | noise |\n|" + strings.Repeat("---|", 11) + "\n")
	line := func(name string, s *ruleSheet) {
		fmt.Fprintf(&b, "| %s | %d | %d | %d | %d | %d | %.3f | %.3f | %.3f | %.3f | %.3f |\n", name, s.rules, s.found, s.listed, s.crooked, s.silent,
			rate(s.found, s.rules), s.kind/float64(max(1, s.found)), rate(s.force, s.found), rate(s.path, s.paths), rate(s.noise, s.clauses))
	}
	line("official", byRules["official"])
	line("scan", byRules["scan"])
	line("both", &rules)
	for name, got := range map[string]float64{"recall": rate(rules.found, rules.rules), "kind": rules.kind / float64(rules.found),
		"force": rate(rules.force, rules.found), "path": rate(rules.path, rules.paths)} {
		if got < unseenFloors[name] {
			t.Errorf("%s of rules is %.3f, below %.2f", name, got, unseenFloors[name])
		}
	}
	for name, got := range map[string]float64{"silent": rate(rules.silent, rules.rules), "noise": rate(rules.noise, rules.clauses)} {
		if got > unseenFloors[name] {
			t.Errorf("%s of rules is %.3f, above %.2f", name, got, unseenFloors[name])
		}
	}
	t.Log(b.String())
	keep(t, "TestUnseen", b.String())
}

// extracted extracts a text file.
func extracted(t *testing.T, path string) *circular.Record {
	t.Helper()
	body, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	rec := extract.Extract(circular.Source{Path: path}, circular.Plain(string(body)))
	if err := rec.Check(); err != nil {
		t.Errorf("%s: %v", path, err)
	}
	return &rec
}

// keep holds the figures of a test in their place of docs/accuracy.md, or with -update writes them there.
func keep(t *testing.T, test, figures string) {
	t.Helper()
	page, err := os.ReadFile(accuracy)
	if err != nil {
		t.Fatal(err)
	}
	mark := "<!-- begin: go test ./extract -run " + test + " -update -->\n"
	head, rest, ok := strings.Cut(string(page), mark)
	_, tail, ok2 := strings.Cut(rest, end)
	if !ok || !ok2 {
		t.Fatalf("%s has no place for the figures of %s", accuracy, test)
	}
	now := head + mark + figures + "\n" + end + tail
	if f := flag.Lookup("update"); f != nil && f.Value.String() == "true" {
		if err := os.WriteFile(accuracy, []byte(now), 0o644); err != nil {
			t.Fatal(err)
		}
	} else if now != string(page) && !testing.Short() { // one update serves many changes
		t.Errorf("%s does not hold the figures of today: go test ./extract -run %s -update", accuracy, test)
	}
}

// TestScorer holds the scorer in Go to the one in Python, field by field.
func TestScorer(t *testing.T) {
	if testing.Short() {
		t.Skip("scores some hundred texts twice")
	}
	if _, err := os.Stat(shared); errors.Is(err, os.ErrNotExist) {
		t.Skip("the annotated texts are not beside this checkout")
	}
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("python3 is not installed")
	}
	for _, set := range []struct{ texts, gold, rules string }{
		{"testdata/unseen/texts", "testdata/unseen/gold.jsonl", "testdata/unseen/rules.jsonl"},
		{shared + "/eval/dev2/texts", shared + "/eval/dev2/gold.jsonl", shared + "/eval/rules/dev2.jsonl"},
	} {
		s, r := gold.Sheet{}, ruleSheet{}
		for _, g := range readGold[gold.Text](t, set.gold) {
			s.Score(g, extracted(t, filepath.Join(set.texts, g.ID+".txt")))
		}
		for _, g := range readGold[ruleGold](t, set.rules) {
			r.score(g, extracted(t, filepath.Join(set.texts, g.ID+".txt")))
		}
		want := score(t, python, set.texts+"/*.txt", set.gold)
		for _, f := range gold.Fields {
			x := s.Of(f)
			if w := want[f]; *x != (gold.Tally{Right: w.TP, Invented: w.FP, Missed: w.FN}) {
				t.Errorf("%s %s: right, invented, missed %v, want %v", set.gold, f, *x, w)
			}
		}
		if s.Distractors != want["distractor"].Count || s.Traps != want["trap"].Count {
			t.Errorf("%s: %d distractors, %d traps, want %d, %d", set.gold, s.Distractors, s.Traps, want["distractor"].Count, want["trap"].Count)
		}
		path := filepath.Join(t.TempDir(), "records.jsonl")
		writeRecords(t, set.texts, path)
		out, err := exec.Command(python, shared+"/eval/rules/score_rules.py", "--gold", set.rules, "--records", path, "--json").Output()
		if err != nil {
			t.Fatal(err)
		}
		var of struct {
			Counts struct {
				Rules, Found, Listed, Crooked, Silent, Force, Path, Paths, Clauses, Noise int
				Kind                                                                      float64
			}
		}
		if err := json.Unmarshal(out, &of); err != nil {
			t.Fatal(err)
		}
		c := of.Counts
		if w := (ruleSheet{c.Rules, c.Found, c.Listed, c.Crooked, c.Silent, c.Kind, c.Force, c.Paths, c.Path, c.Clauses, c.Noise}); r != w {
			t.Errorf("%s: %+v, want %+v", set.rules, r, w)
		}
	}
}

// writeRecords extracts the texts of a folder into a file of records.
func writeRecords(t *testing.T, texts, path string) {
	t.Helper()
	files, err := filepath.Glob(texts + "/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no texts in %s: %v", texts, err)
	}
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	enc := json.NewEncoder(f)
	for _, name := range files {
		if err := enc.Encode(extracted(t, name)); err != nil {
			t.Fatal(err)
		}
	}
}

// readGold reads a file of gold.
func readGold[G any](t *testing.T, path string) []G {
	t.Helper()
	all, err := gold.Read[G](path)
	if err != nil {
		t.Fatal(err)
	}
	return all
}
