package extract_test

import (
	"bufio"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/extract"
)

// A suite is a file of short texts that are judged by one yardstick:
//
//	# comment
//	same: PATTERN     a clause that must come out of each text; of several lines one is enough
//	never: PATTERN    a clause that must come out of none
//	ID STYLE TEXT     STYLE n: in a news frame, o: in a circular, p: alone; ⏎ in TEXT is a line break
//
// A PATTERN is kinds, then fields, such as
//
//	exemption effect=must_wfo,not_eligible who=puskesmas,rumah_sakit
//
// Values are alternatives; _ is a blank. who is a part of a group or actor ("-": there is none), what a part of the
// act or else of the clause's words; whonot and whatnot are parts that they must not have; but names the texts that
// the pattern is not for. Only clauses with the assertion rule count, and only those that stand on the text itself, not on its frame.
type suite struct {
	name        string
	same, never []pattern
	cases       []sample
}

type sample struct{ id, style, text string }

type pattern struct {
	kinds  []string
	fields map[string][]string
}

// outcome is what came of one text.
type outcome string

const (
	outcomeSame    outcome = "same"    // the clause came out
	outcomeMissing outcome = "missing" // neither it nor its opposite
	outcomeWrong   outcome = "wrong"   // a clause came out that must not
)

// suites reads the suites of a folder under testdata.
func suites(t *testing.T, folder string) []suite {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("testdata", folder, "*.txt"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases in %s: %v", folder, err)
	}
	var all []suite
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		s := suite{name: strings.TrimSuffix(filepath.Base(f), ".txt")}
		seen := map[string]bool{}
		for n, line := range strings.Split(string(data), "\n") {
			head, rest, _ := strings.Cut(line, " ")
			switch {
			case line == "" || line[0] == '#':
			case head == "same:":
				s.same = append(s.same, parsePattern(t, rest))
			case head == "never:":
				s.never = append(s.never, parsePattern(t, rest))
			default:
				style, text, ok := strings.Cut(rest, " ")
				if !ok || !slices.Contains([]string{"n", "o", "p"}, style) || seen[head] {
					t.Fatalf("%s:%d: no case: %q", f, n+1, line)
				}
				seen[head] = true
				s.cases = append(s.cases, sample{head, style, strings.ReplaceAll(text, "⏎", "\n")})
			}
		}
		all = append(all, s)
	}
	return all
}

// parsePattern reads a pattern.
func parsePattern(t *testing.T, s string) pattern {
	t.Helper()
	f := strings.Fields(s)
	p := pattern{kinds: strings.Split(f[0], ","), fields: map[string][]string{}}
	for _, k := range p.kinds {
		if !slices.Contains(circular.Kinds, circular.Kind(k)) {
			t.Fatalf("pattern %q: unknown kind %q", s, k)
		}
	}
	for _, x := range f[1:] {
		key, val, ok := strings.Cut(x, "=")
		if !ok || !slices.Contains([]string{"mode", "bound", "percent", "effect", "force", "change", "start", "end", "who", "whonot", "what", "whatnot", "but"}, key) {
			t.Fatalf("pattern %q: unknown field %q", s, x)
		}
		p.fields[key] = strings.Split(strings.ToLower(strings.ReplaceAll(val, "_", " ")), ",")
		if slices.Contains([]string{"mode", "bound", "percent", "effect", "force", "change", "start", "end"}, key) {
			p.fields[key] = strings.Split(val, ",")
		}
	}
	return p
}

// matches reports whether the clause of the text is one the pattern describes.
func (p pattern) matches(c circular.Clause, id string) bool {
	if !slices.Contains(p.kinds, string(c.Kind)) || slices.Contains(p.fields["but"], id) {
		return false
	}
	for key, want := range p.fields {
		got, has := field(c, key)
		switch key {
		case "but":
		case "who", "what":
			if !slices.ContainsFunc(want, func(w string) bool { return w == "-" && got == "" || w != "-" && strings.Contains(got, w) }) {
				return false
			}
		case "whonot", "whatnot":
			if slices.ContainsFunc(want, func(w string) bool { return strings.Contains(got, w) }) {
				return false
			}
		default:
			if !has || !slices.Contains(want, got) {
				return false
			}
		}
	}
	return true
}

// field returns the value of a clause that a pattern asks for, and whether its kind has one.
func field(c circular.Clause, key string) (string, bool) {
	switch key {
	case "who", "whonot":
		who := slices.Clone(c.Groups)
		switch {
		case c.Duty != nil:
			who = append(who, c.Duty.Who)
		case c.Schedule != nil:
			who = append(who, c.Schedule.Who)
		case c.Deadline != nil:
			who = append(who, c.Deadline.Who)
		}
		return strings.ToLower(strings.TrimSpace(strings.Join(who, " "))), true
	case "what", "whatnot":
		if c.Duty != nil && c.Duty.What != "" {
			return strings.ToLower(c.Duty.What), true
		}
		return strings.ToLower(c.Text), true
	case "force":
		return string(c.Force), true
	case "mode", "bound", "percent":
		if c.Quota == nil {
			return "", false
		}
		switch {
		case key == "mode":
			return string(c.Quota.Mode), true
		case key == "bound":
			return string(c.Quota.Bound), true
		case c.Quota.Percent == nil:
			return "", true
		}
		return fmt.Sprint(*c.Quota.Percent), true
	case "effect":
		if c.Exemption == nil {
			return "", false
		}
		return string(c.Exemption.Effect), true
	case "change":
		if c.Revocation == nil {
			return "", false
		}
		return string(c.Revocation.Change), true
	case "start", "end":
		if c.Period == nil {
			return "", false
		}
		if key == "start" {
			return c.Period.Start.String(), true
		}
		return c.Period.End.String(), true
	}
	return "", false
}

// run judges the clauses that stand on a text. The clause that decided is told in words.
func (s suite) run(t *testing.T, c sample) (outcome, string) {
	t.Helper()
	got, told := outcomeMissing, ""
	for _, cl := range standing(t, c) {
		hit := func(ps []pattern) bool {
			return slices.ContainsFunc(ps, func(p pattern) bool { return p.matches(cl, c.id) })
		}
		if hit(s.never) {
			return outcomeWrong, tell(cl)
		}
		if hit(s.same) {
			got, told = outcomeSame, tell(cl)
		} else if got == outcomeMissing {
			told += tell(cl) + "; "
		}
	}
	return got, told
}

// standing extracts a text in its frame and returns the clauses with the assertion rule that stand on the text.
func standing(t *testing.T, c sample) []circular.Clause {
	t.Helper()
	frame := "{}\n"
	if c.style != "p" {
		data, err := os.ReadFile(map[string]string{"n": "testdata/frames/news.txt", "o": "testdata/frames/official.txt"}[c.style])
		if err != nil {
			t.Fatal(err)
		}
		frame = string(data)
	}
	before, after, _ := strings.Cut(frame, "{}")
	rec := extract.Extract(circular.Source{Path: c.id + ".txt"}, circular.Plain(before+c.text+after))
	if err := rec.Check(); err != nil {
		t.Errorf("%s: %v", c.text, err)
	}
	return slices.DeleteFunc(rec.Clauses, func(cl circular.Clause) bool {
		return cl.Assertion != circular.AssertRule || cl.Span.End <= len(before) || cl.Span.Start >= len(before)+len(c.text)
	})
}

// tell prints what a pattern can ask of a clause.
func tell(c circular.Clause) string {
	s := string(c.Kind)
	for _, k := range []string{"mode", "bound", "percent", "effect", "change", "start", "end", "force", "who"} {
		if v, ok := field(c, k); ok && v != "" {
			s += " " + k + "=" + v
		}
	}
	return s
}

// held runs the suites of a folder. A wrong outcome fails unless testdata/FOLDER/known names it, and so does a
// known one that is wrong no more: that list may only shrink. With -update the cured ones are struck from it.
// It returns the counts of all.
func held(t *testing.T, folder string) map[outcome]int {
	list := filepath.Join("testdata", folder, "known")
	known := map[string]bool{}
	if f, err := os.Open(list); err == nil {
		defer f.Close()
		for sc := bufio.NewScanner(f); sc.Scan(); {
			if id := strings.TrimSpace(sc.Text()); id != "" && id[0] != '#' {
				known[id] = true
			}
		}
	}
	total, still := map[outcome]int{}, []string(nil)
	for _, s := range suites(t, folder) {
		sum := map[outcome]int{}
		for _, c := range s.cases {
			id := s.name + "/" + c.id
			got, told := s.run(t, c)
			sum[got]++
			total[got]++
			if got == outcomeWrong && !known[id] {
				t.Errorf("%s: %s\n\tout of: %s", id, told, c.text)
			}
			if got == outcomeWrong && known[id] {
				still = append(still, id)
			}
			if got != outcomeSame && testing.Verbose() {
				t.Logf("%s %s: %s | %s", got, id, c.text, told)
			}
		}
		t.Logf("%-24s %3d same %3d missing %3d wrong of %d", s.name, sum[outcomeSame], sum[outcomeMissing], sum[outcomeWrong], len(s.cases))
	}
	t.Logf("%-24s %3d same %3d missing %3d wrong", folder, total[outcomeSame], total[outcomeMissing], total[outcomeWrong])
	if len(still) == len(known) {
		return total
	}
	if f := flag.Lookup("update"); f != nil && f.Value.String() == "true" {
		head := "# Cases that are still wrong. The list may only shrink.\n"
		if err := os.WriteFile(list, []byte(head+strings.Join(still, "\n")+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
		return total
	}
	for _, id := range still {
		delete(known, id)
	}
	for id := range known {
		t.Errorf("%s is wrong no more: strike it from %s", id, list)
	}
	return total
}
