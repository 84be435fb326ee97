package report

import (
	"bytes"
	"encoding/json"
	"path/filepath"
	"slices"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/compare"
)

// valid checks JSON against a published schema.
func valid(t *testing.T, schema string, data []byte) {
	t.Helper()
	s, err := jsonschema.NewCompiler().Compile(filepath.Join("..", "circular", "schema", schema))
	if err != nil {
		t.Fatal(err)
	}
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Validate(v); err != nil {
		t.Errorf("%s: %v", schema, err)
	}
}

// TestSchemas: what is written is what the published schemas say, and they
// know every code.
func TestSchemas(t *testing.T) {
	list := sample(t)
	for _, list := range [][]circular.Comparison{list, nil} {
		var b bytes.Buffer
		if err := Write(&b, "json", list, Options{}); err != nil {
			t.Fatal(err)
		}
		valid(t, "comparison.json", b.Bytes())
	}
	for _, code := range circular.Codes {
		var b bytes.Buffer
		d := circular.Deviation{Code: code, Level: circular.SeverityNote, Why: "x", Advice: "y"}
		one := list[0]
		one.Deviations = []circular.Deviation{d}
		if err := Write(&b, "json", []circular.Comparison{one}, Options{}); err != nil {
			t.Fatal(err)
		}
		valid(t, "comparison.json", b.Bytes())
	}
	all := baselines(t)
	at := slices.IndexFunc(all, func(b circular.Baseline) bool { return b.ID == compare.Default })
	provinces, err := compare.Addressees("")
	if err != nil {
		t.Fatal(err)
	}
	first := compare.NewMatrix(all[at], nil, provinces, nil)
	data, err := json.Marshal(compare.NewMatrix(all[at], list, provinces, &first))
	if err != nil {
		t.Fatal(err)
	}
	valid(t, "matrix.json", data)
}
