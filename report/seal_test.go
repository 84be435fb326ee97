package report

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"reflect"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/telaah/telaah/circular"
)

// hostileManifest has a path that would end a comment, a tag and a string.
func hostileManifest() Manifest {
	return Manifest{Schema: ManifestSchema, Program: "v1", Lexicon: strings.Repeat("a", 64), Recipe: Recipe{Command: "compare", Format: "html", Lang: "id"},
		Baselines: []ManifestBaseline{}, Sources: []ManifestSource{{Path: "a --> <script>\u202e\"\\\u009b\U000E0041--\n", SHA256: strings.Repeat("b", 64), Baseline: "auto",
			Values:   []ManifestValue{{Kind: "quota", Span: circular.Span{Start: 1, End: 2, Page: 1}, Value: json.RawMessage(`{"percent":50}`)}},
			Findings: []ManifestFinding{}}}}
}

// Each format that carries a manifest gives it back, and is what it was beside
// it: XML and JSON that can be read, with nothing active in it.
func TestSeal(t *testing.T) {
	list := sample(t)
	want := hostileManifest()
	for _, format := range Formats {
		var b bytes.Buffer
		if err := Write(&b, format, list, Options{}); err != nil {
			t.Fatal(err)
		}
		sealed, err := Seal(format, b.Bytes(), want)
		if err != nil {
			t.Fatalf("%s: %v", format, err)
		}
		got, err := OpenManifest(sealed)
		switch format {
		case "text", "github":
			if !errors.Is(err, ErrNoManifest) || !bytes.Equal(sealed, b.Bytes()) {
				t.Errorf("%s: %v", format, err)
			}
			continue
		case "json", "sarif":
			if !json.Valid(sealed) {
				t.Errorf("%s: no JSON", format)
			}
		case "junit":
			for d := xml.NewDecoder(bytes.NewReader(sealed)); ; {
				if _, err := d.Token(); err == io.EOF {
					break
				} else if err != nil {
					t.Fatalf("%s: %v", format, err)
				}
			}
		case "html", "markdown":
			if bytes.Count(sealed, []byte("-->")) != bytes.Count(b.Bytes(), []byte("-->"))+1 || bytes.Contains(sealed, []byte("<script>")) {
				t.Errorf("%s: the comment does not hold its text", format)
			}
		}
		if err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %v\ngot  %+v\nwant %+v", format, err, got, want)
		}
	}
}

// What is no report, or a damaged one, is named as such.
func TestOpenManifestRefuses(t *testing.T) {
	for _, file := range []string{"", "{", "{}", `{"manifest":{}}`, `{"manifest":{"schema":"telaah.manifest/2"}}`, commentStart, commentStart + "{}\n-->", "PK\x03\x04", "teks"} {
		if _, err := OpenManifest([]byte(file)); !errors.Is(err, ErrNoManifest) {
			t.Errorf("%q: %v", file, err)
		}
	}
}

// The manifest of a comparison is what the schema says, and differs where its
// document does.
func TestManifestOfRecord(t *testing.T) {
	fifty, sixty := 50.0, 60.0
	rec := circular.Record{Source: circular.Source{Path: "a.txt", SHA256: strings.Repeat("c", 64)},
		Circulars: []circular.Circular{{Role: circular.RoleSubject, Number: "1", Signatory: circular.Signatory{Name: "N", NIP: "19700101"}}},
		Clauses: []circular.Clause{{Kind: circular.KindQuota, Rule: "bound/max", Text: "teks", Span: circular.Span{Start: 3, End: 9, Page: 2}, Confidence: 0.5,
			Quota: &circular.Quota{Mode: circular.ModeWFH, Percent: &fifty}}}}
	c := circular.Comparison{Deviations: []circular.Deviation{{Code: circular.CodeLooser, Level: circular.SeverityError, Atom: "a", Why: "w"}}}
	was, err := NewSource(&rec, &c, "auto")
	if err != nil {
		t.Fatal(err)
	}
	m := Manifest{Lexicon: strings.Repeat("a", 64), Recipe: Recipe{Command: "check", Format: "json", Lang: "id", Paper: "A4"}, Sources: []ManifestSource{was}}
	if err := m.Name([]circular.Baseline{{ID: "x"}}, map[string]string{"x": "x.yaml"}, nil); err != nil {
		t.Fatal(err)
	}
	b, err := json.Marshal(m)
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(string(b), "19700101") || strings.Contains(string(b), "0.5") || strings.Contains(string(b), "teks") {
		t.Errorf("the manifest holds what is no value: %s", b)
	}
	s, err := jsonschema.NewCompiler().Compile("../circular/schema/manifest.json")
	if err != nil {
		t.Fatal(err)
	}
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(b))
	if err == nil {
		err = s.Validate(v)
	}
	if err != nil {
		t.Error(err)
	}
	if got := was.Compare(&was); len(got) > 0 {
		t.Errorf("a document differs from itself: %v", got)
	}
	rec.Clauses[0].Quota = &circular.Quota{Mode: circular.ModeWFH, Percent: &sixty}
	is, err := NewSource(&rec, &circular.Comparison{}, "auto")
	if err != nil {
		t.Fatal(err)
	}
	got := was.Compare(&is)
	if len(got) != 2 || got[0].What != "value" || !strings.Contains(got[0].Was, "50") || !strings.Contains(got[0].Is, "60") || got[1].What != "finding" || got[1].Is != "" {
		t.Errorf("got %+v", got)
	}
}
