package extract_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// mechanismsFloor is the least number of cases of TestMechanisms that come out right. It may only rise.
const mechanismsFloor = 14

// TestMechanisms holds what comes of the mechanisms that failed on texts nobody had tuned to: at least two sentences
// of our own for each. Below a case stand the clauses that must come out of it, one PATTERN a line (see suite), and
// no other quota, exemption or period may: "? PATTERN" may come out, "=N PATTERN" must N times, "A or B" is a choice.
func TestMechanisms(t *testing.T) {
	right, all := 0, 0
	files, err := filepath.Glob("testdata/mechanisms/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		ok, n := 0, 0
		for _, c := range expectations(t, string(data)) {
			n++
			if faults := c.faults(t); len(faults) > 0 {
				t.Logf("wrong %s: %s\n\t%s", c.id, c.text, strings.Join(faults, "\n\t"))
			} else {
				ok++
			}
		}
		t.Logf("%s: %d right, %d wrong", filepath.Base(f), ok, n-ok)
		right, all = right+ok, all+n
	}
	t.Logf("mechanisms: %d right, %d wrong of %d", right, all-right, all)
	if right < mechanismsFloor {
		t.Errorf("%d cases come out right, below %d", right, mechanismsFloor)
	}
}

// expectation is a text with the quotas, exemptions and periods that it holds.
type expectation struct {
	sample
	want []wanted
}

// wanted is one of them.
type wanted struct {
	line     string
	any      []pattern // one of these
	optional bool
	times    int // 0: at least once
}

// expectations reads a file of cases.
func expectations(t *testing.T, data string) []expectation {
	t.Helper()
	var all []expectation
	for _, line := range strings.Split(data, "\n") {
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '\t':
			w := wanted{line: strings.TrimSpace(line)}
			rest := w.line
			if r, ok := strings.CutPrefix(rest, "? "); ok {
				w.optional, rest = true, r
			} else if rest[0] == '=' {
				n, r, _ := strings.Cut(rest, " ")
				if _, err := fmt.Sscanf(n, "=%d", &w.times); err != nil {
					t.Fatalf("%q: %v", line, err)
				}
				rest = r
			}
			for _, p := range strings.Split(rest, " or ") {
				w.any = append(w.any, parsePattern(t, p))
			}
			last := &all[len(all)-1]
			last.want = append(last.want, w)
		default:
			id, rest, _ := strings.Cut(line, " ")
			style, text, ok := strings.Cut(rest, " ")
			if !ok || !slices.Contains([]string{"n", "o", "p"}, style) {
				t.Fatalf("no case: %q", line)
			}
			all = append(all, expectation{sample: sample{id, style, strings.ReplaceAll(text, "⏎", "\n")}})
		}
	}
	return all
}

// faults returns what is missing and what came out beside.
func (e expectation) faults(t *testing.T) []string {
	var faults []string
	clauses := standing(t, e.sample)
	met := make([]bool, len(clauses))
	for _, w := range e.want {
		n := 0
		for i, c := range clauses {
			if slices.ContainsFunc(w.any, func(p pattern) bool { return p.matches(c, e.id) }) {
				met[i] = true
				n++
			}
		}
		if !w.optional && n == 0 || w.times > 0 && n != w.times {
			faults = append(faults, fmt.Sprintf("%d times: %s", n, w.line))
		}
	}
	for i, c := range clauses {
		if !met[i] && (c.Quota != nil || c.Exemption != nil || c.Period != nil) {
			faults = append(faults, "beside: "+tell(c))
		}
	}
	return faults
}
