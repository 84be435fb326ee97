package report

import (
	"bytes"
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	_ "github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif" // holds the official schema
	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/telaah/telaah/circular"
)

// sarifSchema returns the official schema of SARIF 2.1.0, which a module that
// tests alone depend on holds as a constant.
func sarifSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	dir, err := exec.Command("go", "list", "-f", "{{.Dir}}", "github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif").Output()
	if err != nil {
		t.Fatal(err)
	}
	file, err := parser.ParseFile(token.NewFileSet(), filepath.Join(strings.TrimSpace(string(dir)), "schema.go"), nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	text := ""
	ast.Inspect(file, func(n ast.Node) bool {
		if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
			text, _ = strconv.Unquote(lit.Value)
		}
		return true
	})
	doc, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("sarif.json", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("sarif.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// TestSARIFIsValid: what is written is what the official schema says, also
// with nothing in it, with hostile text and with suppressed findings.
func TestSARIFIsValid(t *testing.T) {
	schema := sarifSchema(t)
	lists := [][]circular.Comparison{nil, sample(t)}
	for _, s := range hostile() {
		d := circular.Deviation{Code: circular.CodeAdded, Level: circular.SeverityNote, Why: s, Advice: s}
		lists = append(lists, []circular.Comparison{{Source: circular.Source{Path: s}, Deviations: []circular.Deviation{d}, Suppressed: []circular.Deviation{d}}})
	}
	check := func(data []byte) error {
		v, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
		if err != nil {
			return err
		}
		return schema.Validate(v)
	}
	for _, list := range lists {
		var b bytes.Buffer
		if err := Write(&b, "sarif", list, Options{}); err != nil {
			t.Fatal(err)
		}
		if err := check(b.Bytes()); err != nil {
			t.Errorf("%v\n%.2000s", err, b.String())
		}
	}
	if check([]byte(`{"version":"2.1.0","runs":[{"tool":{}}]}`)) == nil {
		t.Error("the schema refuses nothing")
	}
}

// TestSARIFPlaces: a finding stands at the line of its passage, without one at
// line 1 with its page; its fingerprint is of code, atom, issuer and value
// alone.
func TestSARIFPlaces(t *testing.T) {
	at := func(change func(c *circular.Comparison, d *circular.Deviation)) sarifResult {
		d := circular.Deviation{Code: circular.CodeLooser, Level: circular.SeverityError, Atom: "a", Value: "WFH 60%", Why: "x", Advice: "y",
			Other: &circular.Side{Text: "z", Line: 22, Span: &circular.Span{Page: 1}}}
		c := circular.Comparison{Source: circular.Source{Path: "folder a/b.txt"}, Circular: &circular.Circular{Issuer: "Bupati Contoh"}}
		if change != nil {
			change(&c, &d)
		}
		c.Deviations = []circular.Deviation{d}
		var b bytes.Buffer
		if err := Write(&b, "sarif", []circular.Comparison{c}, Options{}); err != nil {
			t.Fatal(err)
		}
		var log sarifLog
		if err := json.Unmarshal(b.Bytes(), &log); err != nil {
			t.Fatal(err)
		}
		return log.Runs[0].Results[0]
	}
	first := at(nil)
	if p := first.Locations[0].Physical; p.Artifact.URI != "folder%20a/b.txt" || p.Region.StartLine != 22 {
		t.Errorf("place %+v", p)
	}
	paged := at(func(_ *circular.Comparison, d *circular.Deviation) { d.Other.Line, d.Other.Span.Page = 0, 3 })
	if paged.Locations[0].Physical.Region.StartLine != 1 || paged.Properties["page"] != 3.0 {
		t.Errorf("paged: %+v", paged)
	}
	absent := at(func(_ *circular.Comparison, d *circular.Deviation) { d.Other = nil })
	if absent.Locations[0].Physical.Region.StartLine != 1 {
		t.Errorf("absent: %+v", absent)
	}
	for name, tt := range map[string]struct {
		same   bool
		change func(*circular.Comparison, *circular.Deviation)
	}{
		"words": {true, func(_ *circular.Comparison, d *circular.Deviation) {
			d.Why, d.Other.Text, d.Other.Line = "lain", "lain", 9
		}},
		"path":   {true, func(c *circular.Comparison, _ *circular.Deviation) { c.Source.Path = "lain.txt" }},
		"code":   {false, func(_ *circular.Comparison, d *circular.Deviation) { d.Code = circular.CodeStricter }},
		"atom":   {false, func(_ *circular.Comparison, d *circular.Deviation) { d.Atom = "b" }},
		"issuer": {false, func(c *circular.Comparison, _ *circular.Deviation) { c.Circular.Issuer = "Bupati Lain" }},
		"value":  {false, func(_ *circular.Comparison, d *circular.Deviation) { d.Value = "WFH 70%" }},
	} {
		if got := at(tt.change).Fingerprints["telaah/v1"] == first.Fingerprints["telaah/v1"]; got != tt.same {
			t.Errorf("%s changed: same fingerprint %v", name, got)
		}
	}
}
