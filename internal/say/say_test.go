package say

import (
	"regexp"
	"slices"
	"testing"

	"github.com/telaah/telaah/circular"
)

// What a record can hold has a word for the user.
func TestValuesHaveWords(t *testing.T) {
	want := map[string][]string{
		"role":  {"subject", "basis", "cited", "amended", "revoked"},
		"grade": {"primary", "scan", "release", "news"},
		"level": {"error", "warning", "note", "none"},
		"bound": {"max", "min", "exact", "range", "approx"},
		"effect": {"must_wfo", "not_eligible", "wfh_not_applied", "eligible", "may_wfo", "may_wfh", "must_wfh", "must_be_available",
			"may_leave_home", "excused_if_reported", "own_schedule", "discouraged", "exempt_from_rule"},
		"change":    {"revoked", "amended", "replaced", "prolonged"},
		"assertion": {"reported", "example", "plan", "practice", "headline", "misquote", "contradicted", "approx", "unclear"},
	}
	for _, k := range circular.Kinds {
		want["kind"] = append(want["kind"], string(k))
	}
	for class, values := range want {
		for _, v := range values {
			if _, ok := words[class+"."+v]; !ok {
				t.Errorf("no word for %s %s", class, v)
			}
		}
	}
}

var verbs = regexp.MustCompile(`%[-+#0-9.]*[a-zA-Z%]`)

// Both languages have every word, with the same arguments.
func TestWordsAreComplete(t *testing.T) {
	for key, p := range words {
		if (p.id == "" || p.en == "") && p.id != p.en {
			t.Errorf("%s: one language lacks it: %q, %q", key, p.id, p.en)
		}
		if i, e := verbs.FindAllString(p.id, -1), verbs.FindAllString(p.en, -1); !slices.Equal(i, e) {
			t.Errorf("%s: arguments %v and %v differ", key, i, e)
		}
	}
}

func TestValue(t *testing.T) {
	half, day := 37.5, circular.Date{Year: 2024, Month: 4, Day: 19}
	for _, tt := range []struct {
		c      circular.Clause
		id, en string
	}{
		{circular.Clause{Quota: &circular.Quota{Mode: circular.ModeWFH, Bound: circular.BoundMax, Percent: &half}}, "WFH paling banyak 37,5%", "WFH at most 37.5%"},
		{circular.Clause{Deadline: &circular.Deadline{Who: "OPD", What: "melapor", Date: day}}, "19 April 2024: OPD melapor", "19 April 2024: OPD melapor"},
		{circular.Clause{Schedule: &circular.Schedule{Days: "Senin", From: "07:30", To: "16:00", Break: "12:00-13:00"}}, "Senin 07:30-16:00, istirahat 12:00-13:00", "Senin 07:30-16:00, break 12:00-13:00"},
		{circular.Clause{Revocation: &circular.Revocation{Change: circular.ChangeRevoked, Acts: []string{"SE 1/2020"}}}, "dicabut: SE 1/2020", "revoked: SE 1/2020"},
	} {
		if id, en := Indonesian.Value(&tt.c), English.Value(&tt.c); id != tt.id || en != tt.en {
			t.Errorf("%q, %q; want %q, %q", id, en, tt.id, tt.en)
		}
	}
}
