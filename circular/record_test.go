package circular

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"
)

// sound returns a record that passes Check, with a clause of each shape.
func sound() Record {
	body := "WFH maksimal 50 persen.\fASN wajib masuk."
	text := Text{Body: body, Pages: []Page{{End: 24, Method: MethodText}, {Start: 24, End: len(body), Method: MethodText}}}
	fifty := 50.0
	clause := func(kind Kind, start, end int) Clause {
		return Clause{Kind: kind, Span: text.Span(start, end), Text: body[start:end], Assertion: AssertRule, Confidence: 0.9, Rule: "bound/max"}
	}
	quota, exemption, period, basis, duty := clause(KindQuota, 0, 23), clause(KindExemption, 0, 23), clause(KindPeriod, 0, 23), clause(KindLegalBasis, 0, 23), clause(KindObligation, 24, len(body))
	quota.Quota = &Quota{Mode: ModeWFH, Bound: BoundMax, Percent: &fifty}
	exemption.Exemption = &Exemption{Effect: EffectMustWFO}
	period.Period = &Period{Start: Date{2024, 4, 16}}
	basis.LegalBasis = &LegalBasis{Type: "UU", Number: "20", Year: 2023}
	duty.Duty = &Duty{Who: "ASN", What: "masuk"}
	return Record{Schema: RecordSchema, Text: &text, Circulars: []Circular{{Role: RoleSubject, Type: "SE", Number: "1", Year: 2024, Span: text.Span(0, 3)}},
		Clauses: []Clause{quota, exemption, period, basis, duty}}
}

func TestCheckTakesASoundRecord(t *testing.T) {
	r := sound()
	if err := r.Check(); err != nil {
		t.Fatal(err)
	}
	if p := r.Clauses[4].Span.Page; p != 2 {
		t.Errorf("the last clause stands on page %d, want 2", p)
	}
}

func TestCheckNamesWhatIsBroken(t *testing.T) {
	hundredOne := 101.0
	for want, spoil := range map[string]func(*Record){
		"schema is":             func(r *Record) { r.Schema = "x" },
		"not a range of runes":  func(r *Record) { r.Clauses[0].Span.End = 999 },
		"says page":             func(r *Record) { r.Clauses[0].Span.Page = 2 },
		"not the bytes":         func(r *Record) { r.Clauses[0].Text = "WFO" },
		"percentage outside":    func(r *Record) { r.Clauses[0].Quota.Percent = &hundredOne },
		"exactly one figure":    func(r *Record) { r.Clauses[0].Quota.Count = 2 },
		"with 2 details":        func(r *Record) { r.Clauses[0].Period = &Period{} },
		"without start and end": func(r *Record) { r.Clauses[2].Period.Start = Date{} },
		"ends before it starts": func(r *Record) { r.Clauses[2].Period.End = Date{2024, 4, 15} },
		"without type":          func(r *Record) { r.Clauses[3].LegalBasis.Type = "" },
		"duty without act":      func(r *Record) { r.Clauses[4].Duty.What = "" },
		"confidence":            func(r *Record) { r.Clauses[0].Confidence = 1.5 },
		"assertion or rule":     func(r *Record) { r.Clauses[0].Rule = "" },
		"role":                  func(r *Record) { r.Circulars[0].Role = "x" },
		"year 24":               func(r *Record) { r.Circulars[0].Year = 24 },
		"out of order":          func(r *Record) { r.Clauses[0], r.Clauses[4] = r.Clauses[4], r.Clauses[0] },
	} {
		r := sound()
		spoil(&r)
		if err := r.Check(); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", want, err)
		}
	}
}

func TestClausesAreFlatInJSON(t *testing.T) {
	r := sound()
	b, err := json.Marshal(r.Clauses)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`"kind":"quota"`, `"mode":"WFH"`, `"bound":"max"`, `"percent":50`, `"start":"2024-04-16","end":null`, `"number":"20"`, `"what":"masuk"`} {
		if !strings.Contains(string(b), want) {
			t.Errorf("no %s in %s", want, b)
		}
	}
	var back []Clause
	if err := json.Unmarshal(b, &back); err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(back, r.Clauses) {
		t.Errorf("read back %+v", back)
	}
}

func TestNumberKey(t *testing.T) {
	for in, want := range map[string]string{"01": "1", "Nomor 01": "1", "No. 1": "1", "061 / 0510": "61/0510", "000.8.3/SE.XX-ORG": "000.8.3/SE.XX-ORG", "0": "0", "e-0021/SE": "E-0021/SE"} {
		if got := NumberKey(in); got != want {
			t.Errorf("NumberKey(%q) is %q, want %q", in, got, want)
		}
	}
}

func TestDatesOfTheCalendar(t *testing.T) {
	if _, ok := NewDate(2024, 4, 31); ok {
		t.Error("31 April was taken")
	}
	d, ok := NewDate(2024, 2, 29)
	if !ok || d.AddDays(1).String() != "2024-03-01" || d.Weekday().String() != "Thursday" {
		t.Errorf("29 February 2024 is %v, %v", d, ok)
	}
	if _, err := ParseDate("16-04-2024"); err == nil {
		t.Error("16-04-2024 was taken")
	}
}
