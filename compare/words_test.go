package compare

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/telaah/telaah/circular"
)

// TestWords: every code has a finding, every finding a code, a level and both
// languages with the same names in braces, and none of them blames.
func TestWords(t *testing.T) {
	k, err := words()
	if err != nil {
		t.Fatal(err)
	}
	brace := regexp.MustCompile(`\{[a-z]+\}`)
	seen := map[string]bool{}
	for key, f := range k.findings {
		code, reason, ok := strings.Cut(key, ".")
		seen[code] = true
		if !ok || reason == "" || !slices.Contains(circular.Codes, circular.Code(code)) {
			t.Errorf("%s: no code and reason", key)
		}
		levels := []circular.Severity{circular.SeverityError, circular.SeverityWarning, circular.SeverityNote, circular.SeverityNone}
		if !slices.Contains(levels, f.Level) {
			t.Errorf("%s: level %q", key, f.Level)
		}
		for _, s := range []sentence{f.Why, f.Advice} {
			id, en := brace.FindAllString(s["id"], -1), brace.FindAllString(s["en"], -1)
			slices.Sort(id)
			slices.Sort(en)
			if s["id"] == "" || s["en"] == "" || len(s) != 2 || !slices.Equal(id, en) {
				t.Errorf("%s: %v", key, s)
			}
			for _, blame := range []string{"melanggar", "kesalahan", "pelanggaran", "violat"} {
				if strings.Contains(strings.ToLower(s["id"]+s["en"]), blame) {
					t.Errorf("%s says %q", key, blame)
				}
			}
		}
	}
	for name, list := range map[string]map[string]sentence{"reasons": k.because, "errors": k.errors, "terms": k.Terms, "remarks": k.Remarks} {
		for key, s := range list {
			id, en := brace.FindAllString(s["id"], -1), brace.FindAllString(s["en"], -1)
			slices.Sort(id)
			slices.Sort(en)
			if s["id"] == "" || s["en"] == "" || len(s) != 2 || !slices.Equal(id, en) {
				t.Errorf("%s: %s: %v", name, key, s)
			}
		}
	}
	for _, code := range circular.Codes {
		if !seen[string(code)] {
			t.Errorf("no finding for %s", code)
		}
	}
	for code, key := range k.Warnings {
		if _, ok := k.findings[key]; !ok {
			t.Errorf("warning %s becomes %q, which is no finding", code, key)
		}
	}
}

// TestNoBraceLeft: the findings of the tests have every value filled in, in
// both languages.
func TestNoBraceLeft(t *testing.T) {
	for _, lang := range []string{"id", "en"} {
		rec := faithful(primary).quota(wfh, most, 60, admin).count(wfh, most, 5, "orang", leaders).exempt(circular.EffectMustWFH, health).
			exempt(circular.EffectMustWFO, "jabatan.camat").period("2024-05-01", "").ground("PP", "53", 2010, "Disiplin").done(t)
		got, err := Check(shipped(t), rec, Options{Lang: lang})
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range append(got.Deviations, got.NotJudged...) {
			if strings.ContainsAny(d.Why+d.Advice, "{}") {
				t.Errorf("%s: %s %s", d.Code, d.Why, d.Advice)
			}
		}
	}
}
