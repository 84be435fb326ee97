package command

import (
	"bytes"
	"context"
	"encoding/json"
	"iter"
	"os"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/telaah/telaah/circular"
)

// schema compiles a published schema.
func schema(t *testing.T, name string) *jsonschema.Schema {
	t.Helper()
	s, err := jsonschema.NewCompiler().Compile(filepath.Join("..", "..", "circular", "schema", name))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// conforms checks every JSON value in out against a schema and returns how
// many there were.
func conforms(t *testing.T, s *jsonschema.Schema, out []byte) (n int) {
	t.Helper()
	for dec := json.NewDecoder(bytes.NewReader(out)); dec.More(); n++ {
		var raw json.RawMessage
		if err := dec.Decode(&raw); err != nil {
			t.Fatal(err)
		}
		v, err := jsonschema.UnmarshalJSON(bytes.NewReader(raw))
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Validate(v); err != nil {
			t.Errorf("%v\nin %.400s", err, raw)
		}
	}
	return n
}

// call runs a command and returns what it printed; its status must be want.
func call(t *testing.T, want int, args ...string) []byte {
	t.Helper()
	var out, errs bytes.Buffer
	if status := run(context.Background(), args, strings.NewReader(""), &out, &errs); status != want {
		t.Fatalf("%v: status %d, want %d\n%s", args, status, want, errs.String())
	}
	return out.Bytes()
}

// What the commands print as JSON is what docs/format.md and the published
// schemas say, for every sample document.
func TestRecordsConform(t *testing.T) {
	samples := filepath.Join("..", "..", "corpus", "samples")
	record := schema(t, "record.json")
	if n := conforms(t, record, call(t, statusDone, "extract", "--format", "json", samples)); n < 20 {
		t.Errorf("%d records, want those of all samples", n)
	}
	conforms(t, record, call(t, statusDone, "extract", "--format", "json", "--no-text", samples))

	dir := filepath.Join(t.TempDir(), "korpus")
	call(t, statusDone, "ingest", "--corpus", dir)
	conforms(t, record, call(t, statusDone, "list", "--corpus", dir, "--format", "json"))
	search := schema(t, "search.json")
	for _, query := range [][]string{{"kuota"}, {"layanan"}, {"penandatangan"}, {"xyzzy"}, {"--year", "2024", "--limit", "1000"}} {
		args := append([]string{"search", "--corpus", dir, "--format", "json"}, query...)
		if conforms(t, search, call(t, statusDone, args...)) != 1 {
			t.Errorf("%v: not one object", query)
		}
	}
}

// Every field of a record is in the schema: a field that is added to the types
// must be described there.
func TestSchemaIsComplete(t *testing.T) {
	pct := 50.0
	span := circular.Span{Start: 0, End: 4, Page: 1}
	day := circular.Date{Year: 2024, Month: 4, Day: 16}
	base := circular.Clause{Text: "teks", Span: span, Path: "E.2", Groups: []string{"guru"}, Categories: []string{"guru"}, Force: circular.ForceWajib,
		Assertion: circular.AssertRule, Confidence: 1, Certain: true, Rule: "r"}
	clause := func(kind circular.Kind, set func(*circular.Clause)) circular.Clause {
		c := base
		c.Kind = kind
		set(&c)
		return c
	}
	rec := circular.Record{
		Schema: circular.RecordSchema,
		Source: circular.Source{Path: "p", URL: "u", SHA256: strings.Repeat("0", 64), MediaType: "text/plain", Grade: circular.GradeScan, GradeReason: "r", Pages: 1,
			Signature: circular.Signature{State: circular.SignatureTrusted, Signer: "s", Issuer: "i"}},
		Text: &circular.Text{Body: "teks", Pages: []circular.Page{{End: 4, Method: circular.MethodOCR, Confidence: 0.5, Note: "n"}},
			Readings: []circular.Reading{{Span: span, Text: "tekz"}},
			Words:    []circular.Word{{Span: span, Box: circular.Box{X: 1, Y: 1, W: 1, H: 1}, Confidence: 0.5}},
			Marks:    []circular.Mark{{Span: span, Kind: circular.MarkTable}}},
		Document: &circular.Document{Kind: circular.DocumentAct, Type: "t", Number: "1", Year: 2024, Title: "t", Span: span},
		Circulars: []circular.Circular{{Role: circular.RoleSubject, Type: "SE", Number: "1", Year: 2024, Title: "t", Issuer: "i",
			Region: circular.Region{Name: "Kota Cilegon", Code: "36.72"}, Level: circular.LevelCity, DateSigned: day, Span: span,
			Signatory: circular.Signatory{Name: "n", Office: "o", Capacity: circular.CapacityPj, OnBehalf: &circular.OnBehalf{Form: "a.n.", Office: "o"},
				NIP: "1", Evidence: circular.EvidenceSigned, Certain: true, Span: span},
			Certain: circular.Certain{Subject: true, Number: true, Date: true}}},
		Clauses: []circular.Clause{
			clause(circular.KindQuota, func(c *circular.Clause) {
				c.Quota = &circular.Quota{Mode: circular.ModeWFH, Bound: circular.BoundRange, Percent: &pct, PercentLo: &pct, PercentHi: &pct,
					Count: 1, Unit: "orang", Condition: "c", Recurrence: "r", Implicit: true}
			}),
			clause(circular.KindExemption, func(c *circular.Clause) {
				c.Exemption = &circular.Exemption{Effect: circular.EffectMustWFO, Percent: &pct, Condition: "c", Open: true, Leaves: "E.1"}
			}),
			clause(circular.KindPeriod, func(c *circular.Clause) { c.Period = &circular.Period{Start: day, Derived: true} }),
			clause(circular.KindReporting, func(c *circular.Clause) { c.Duty = &circular.Duty{Who: "w", What: "w", Topic: "t", Date: day, By: "b"} }),
			clause(circular.KindSchedule, func(c *circular.Clause) {
				c.Schedule = &circular.Schedule{Who: "w", What: "w", Days: "Senin", From: "08:00", To: "16:00", Break: "12:00-13:00"}
			}),
			clause(circular.KindDeadline, func(c *circular.Clause) {
				c.Deadline = &circular.Deadline{Who: "w", What: "w", Date: day, By: "b"}
			}),
			clause(circular.KindRevocation, func(c *circular.Clause) {
				c.Revocation = &circular.Revocation{Acts: []string{"a"}, Change: circular.ChangeRevoked}
			}),
			clause(circular.KindLegalBasis, func(c *circular.Clause) {
				c.LegalBasis = &circular.LegalBasis{Type: "PP", Number: "1", Year: 2023, Title: "t", Date: day}
			}),
		},
		Coverage: circular.Coverage{Operative: 4, Claimed: 4, Unclaimed: []circular.Span{span}},
		Warnings: []circular.Warning{{Code: "c", Message: "m", Span: span,
			Correction: &circular.Correction{Field: "f", Old: "o", Value: "v", By: "b", Why: "w"}}},
	}
	for v := range zeroes(reflect.ValueOf(rec), "record") {
		t.Errorf("the test leaves %s empty", v)
	}
	b, err := json.Marshal(rec)
	if err != nil {
		t.Fatal(err)
	}
	conforms(t, schema(t, "record.json"), b)
}

// zeroes yields the paths of fields that hold nothing, but for the detail
// pointers of clauses, of which only one is ever set, and offsets.
func zeroes(v reflect.Value, path string) iter.Seq[string] {
	return func(yield func(string) bool) {
		switch v.Kind() {
		case reflect.Pointer:
			if !v.IsNil() {
				zeroes(v.Elem(), path)(yield)
			} else if !strings.Contains(path, "Clauses") {
				yield(path)
			}
		case reflect.Struct:
			for i := range v.NumField() {
				if f := v.Type().Field(i); f.Name != "Start" && f.Name != "End" {
					zeroes(v.Field(i), path+"."+f.Name)(yield)
				}
			}
		case reflect.Slice:
			if v.Len() == 0 {
				yield(path)
			}
			for i := range v.Len() {
				zeroes(v.Index(i), path+"."+strconv.Itoa(i))(yield)
			}
		default:
			if v.IsZero() {
				yield(path)
			}
		}
	}
}

// Comparisons conform, too, for every sample against every shipped baseline.
func TestComparisonsConform(t *testing.T) {
	samples := filepath.Join("..", "..", "corpus", "samples")
	comparison := schema(t, "comparison.json")
	for _, args := range [][]string{
		{"compare", "--fail-on", "none", samples},
		{"compare", "--fail-on", "none", "--baseline", "panrb-17-2023", samples},
		{"compare", "--fail-on", "none", "--baseline", "panrb-19-2020", "--lang", "en", samples},
		{"check", "--lenient", "--fail-on", "none", samples},
	} {
		if conforms(t, comparison, call(t, statusDone, append(args, "--format", "json")...)) != 1 {
			t.Errorf("%v: not one object", args)
		}
	}
}

// The schema knows every code.
func TestCodesAreInSchema(t *testing.T) {
	b, err := os.ReadFile(filepath.Join("..", "..", "circular", "schema", "comparison.json"))
	if err != nil {
		t.Fatal(err)
	}
	for _, code := range circular.Codes {
		if !bytes.Contains(b, []byte(`"`+code+`"`)) {
			t.Errorf("no code %s", code)
		}
	}
}
