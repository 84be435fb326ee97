package extract_test

import (
	"bytes"
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
)

const (
	shared   = "../../shared"
	accuracy = "../docs/accuracy.md"
	begin    = "<!-- begin: go test ./extract -run TestAccuracy -update -->\n"
	end      = "<!-- end -->\n"
)

// row is one field of the scorer's answer.
type row struct {
	P, R, F1   float64
	TP, FP, FN int
	Count      int // of the fields that must be 0
}

// floors are the least F1 of each field, by set of texts.
var floors = map[string]map[string]float64{
	"seeds": {"number": 1, "subject": 1, "signatory": 1, "signed": 1, "period": 1, "quota": 0.95, "quota+who": 0.85, "exemption": 0.95, "basis": 1},
	"dev":   {"number": 0.97, "subject": 0.95, "signatory": 0.95, "signed": 0.90, "period": 0.95, "quota": 0.88, "quota+who": 0.66, "exemption": 0.77, "basis": 0.95},
}

// TestAccuracy scores the extractor on texts with hand-made gold, prints the
// figures, holds them against their floors and against docs/accuracy.md. With
// -update it writes them there.
func TestAccuracy(t *testing.T) {
	if _, err := os.Stat(shared); errors.Is(err, os.ErrNotExist) {
		t.Skip("the annotated texts are not beside this checkout")
	}
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("python3 is not installed")
	}
	fields := []string{"number", "subject", "signatory", "signed", "period", "quota", "quota+who", "exemption", "basis"}
	var table strings.Builder
	for _, set := range []struct{ name, about, texts, gold string }{
		{"seeds", "five news texts", shared + "/seeds/*.txt", shared + "/seeds/gold.jsonl"},
		{"dev", "68 short news texts and releases", shared + "/eval/dev/texts/*.txt", shared + "/eval/dev/gold.jsonl"},
	} {
		rows := score(t, python, set.texts, set.gold)
		fmt.Fprintf(&table, "\n### %s: %s\n\n| field | precision | recall | F1 | right | invented | missed | floor |\n|---|---|---|---|---|---|---|---|\n", set.name, set.about)
		for _, f := range fields {
			r, floor := rows[f], floors[set.name][f]
			fmt.Fprintf(&table, "| %s | %.3f | %.3f | %.3f | %d | %d | %d | %.2f |\n", f, r.P, r.R, r.F1, r.TP, r.FP, r.FN, floor)
			if r.F1 < floor {
				t.Errorf("%s: F1 of %s is %.3f, below %.2f", set.name, f, r.F1, floor)
			}
		}
		fmt.Fprintf(&table, "\nQuotas invented in texts without one: %d. Traps taken: %d.\n", rows["distractor"].Count, rows["trap"].Count)
		if rows["distractor"].Count > 1 || rows["trap"].Count > 1 {
			t.Errorf("%s: %d invented in distractors, %d traps taken", set.name, rows["distractor"].Count, rows["trap"].Count)
		}
	}
	t.Log(table.String())
	page, err := os.ReadFile(accuracy)
	if err != nil {
		t.Fatal(err)
	}
	head, rest, ok := strings.Cut(string(page), begin)
	_, tail, ok2 := strings.Cut(rest, end)
	if !ok || !ok2 {
		t.Fatalf("%s has no place for the figures", accuracy)
	}
	now := head + begin + table.String() + "\n" + end + tail
	if f := flag.Lookup("update"); f != nil && f.Value.String() == "true" {
		if err := os.WriteFile(accuracy, []byte(now), 0o644); err != nil {
			t.Fatal(err)
		}
	} else if now != string(page) {
		t.Errorf("%s does not hold the figures of today: run the test with -update", accuracy)
	}
}

// score extracts the texts and returns what the scorer says of the records.
func score(t *testing.T, python, texts, gold string) map[string]row {
	t.Helper()
	files, err := filepath.Glob(texts)
	if err != nil || len(files) == 0 {
		t.Fatalf("no texts at %s: %v", texts, err)
	}
	var records bytes.Buffer
	enc := json.NewEncoder(&records)
	for _, f := range files {
		body, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		rec := extract.Extract(circular.Source{Path: f}, circular.Plain(string(body)))
		if err := rec.Check(); err != nil {
			t.Errorf("%s: %v", f, err)
		}
		if err := enc.Encode(rec); err != nil {
			t.Fatal(err)
		}
	}
	path := filepath.Join(t.TempDir(), "records.jsonl")
	if err := os.WriteFile(path, records.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(python, shared+"/eval/score.py", "--gold", gold, "--records", path, "--json").Output()
	if err != nil {
		t.Fatalf("scoring: %v", err)
	}
	var all map[string]json.RawMessage
	if err := json.Unmarshal(out, &all); err != nil {
		t.Fatal(err)
	}
	rows := map[string]row{}
	for k, v := range all {
		var r row
		if json.Unmarshal(v, &r) == nil {
			rows[k] = r
		}
	}
	return rows
}
