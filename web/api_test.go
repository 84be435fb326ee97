package web

import (
	"bytes"
	"encoding/json"
	"net/http"
	"path/filepath"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/telaah/telaah/circular/schema"
)

// fill puts samples into the corpus.
func (s *site) fill(names ...string) {
	s.t.Helper()
	for _, name := range names {
		s.save(name, sample(s.t, name))
	}
}

// described compiles what the description of the interface says of its answers.
type described struct {
	t        *testing.T
	compiler *jsonschema.Compiler
	paths    map[string]any
}

func describe(t *testing.T) *described {
	t.Helper()
	d := &described{t: t, compiler: jsonschema.NewCompiler()}
	entries, err := schema.FS.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		data, err := schema.FS.ReadFile(e.Name())
		if err != nil {
			t.Fatal(err)
		}
		v := value(t, data)
		delete(v.(map[string]any), "$id") // here, it stands where the description looks for it
		if err := d.compiler.AddResource("http://telaah.example/api/v1/schema/"+e.Name(), v); err != nil {
			t.Fatal(err)
		}
	}
	data, err := openAPI.ReadFile("api/openapi.json")
	if err != nil {
		t.Fatal(err)
	}
	v := value(t, data)
	if err := d.compiler.AddResource("http://telaah.example/api/v1/openapi.json", v); err != nil {
		t.Fatal(err)
	}
	d.paths = v.(map[string]any)["paths"].(map[string]any)
	return d
}

func value(t *testing.T, data []byte) any {
	t.Helper()
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatalf("%v in %.200s", err, data)
	}
	return v
}

// holds reports what is wrong with an answer of a path with a status.
func (d *described) holds(path, status, kind string, body []byte) error {
	d.t.Helper()
	var p strings.Builder
	p.WriteString("http://telaah.example/api/v1/openapi.json#/paths/" + strings.NewReplacer("~", "~0", "/", "~1", "{", "%7B", "}", "%7D").Replace(path))
	p.WriteString("/get/responses/" + status + "/content/" + strings.ReplaceAll(kind, "/", "~1") + "/schema")
	at := p.String()
	if status != "200" {
		if _, ok := d.paths[path].(map[string]any)["get"].(map[string]any)["responses"].(map[string]any)[status]; !ok {
			d.t.Errorf("%s: status %s is not described", path, status)
		}
		at = "http://telaah.example/api/v1/openapi.json#/components/schemas/Problem"
	}
	s, err := d.compiler.Compile(at)
	if err != nil {
		d.t.Fatal(err)
	}
	return s.Validate(value(d.t, body))
}

// Every answer of the interface is what its description says.
func TestAPI(t *testing.T) {
	s := newSite(t)
	s.fill("contoh-sesuai.txt", "contoh-60-persen.docx", "banten-2024.txt")
	d := describe(t)
	var list struct {
		Total     int
		Next      *int
		Documents []apiRow
	}
	if err := json.Unmarshal([]byte(s.get(apiRoot+"/documents", 200)), &list); err != nil {
		t.Fatal(err)
	}
	if list.Total != 3 || len(list.Documents) != 3 || list.Next != nil {
		t.Fatalf("the list has %d of %d", len(list.Documents), list.Total)
	}
	id := list.Documents[0].ID
	seen := map[string]bool{}
	for _, tt := range []struct {
		path, query string
		status      string
	}{
		{"/documents", "", "200"},
		{"/documents", "?limit=2", "200"},
		{"/documents", "?offset=9&q=banten", "200"},
		{"/documents", "?limit=0", "400"},
		{"/documents", "?limit=201", "400"},
		{"/documents", "?offset=-1", "400"},
		{"/documents", "?offset=x", "400"},
		{"/documents/{id}", "", "200"},
		{"/documents/{id}", "?text=false", "200"},
		{"/documents/{id}/clauses", "", "200"},
		{"/documents/{id}/clauses", "?kind=kuota&limit=1", "200"},
		{"/documents/{id}/clauses", "?kind=apa", "400"},
		{"/search", "?q=wfh", "200"},
		{"/search", "?q=wfh&facets=true&limit=1", "200"},
		{"/search", "?q=tidakadakataini", "200"},
		{"/search", "", "400"},
		{"/search", "?q=" + query("persen:>"), "400"},
		{"/compare", "?document=" + id, "200"},
		{"/compare", "?document=" + id[:12] + "&baseline=panrb-17-2023&lang=en", "200"},
		{"/compare", "?document=" + id + "&baseline=apa", "404"},
		{"/compare", "?document=ffffffffffff", "404"},
		{"/compare", "", "404"},
		{"/matrix", "", "200"},
		{"/matrix", "?province=Banten", "200"},
		{"/matrix", "?province=36&baseline=panrb-17-2023", "200"},
		{"/matrix", "?province=Atlantis", "404"},
		{"/matrix", "?baseline=apa", "404"},
		{"/baselines", "", "200"},
		{"/openapi.json", "", "200"},
		{"/schema/{name}", "", "200"},
	} {
		seen[tt.path] = true
		at := strings.NewReplacer("{id}", id, "{name}", "record.json").Replace(tt.path)
		resp, err := s.Client().Get(s.URL + apiRoot + at + tt.query)
		if err != nil {
			t.Fatal(err)
		}
		body := s.read(resp, nil, at+tt.query, resp.StatusCode)
		kind := resp.Header.Get("Content-Type")
		if got := resp.Status[:3]; got != tt.status {
			t.Errorf("%s%s: status %s, want %s: %.300s", tt.path, tt.query, got, tt.status, body)
			continue
		}
		if err := d.holds(tt.path, tt.status, kind, []byte(body)); err != nil {
			t.Errorf("%s%s: %v\nin %.600s", tt.path, tt.query, err, body)
		}
	}
	for path := range d.paths {
		if !seen[path] {
			t.Errorf("nobody asks for %s", path)
		}
	}
	for path, status := range map[string]int{"/documents/ffffffffffff": 404, "/documents/zz": 404, "/nothing": 404, "/schema/..%2fapi.go": 404, "/schema/x.json": 404} {
		s.get(apiRoot+path, status)
	}
	s.post(apiRoot+"/documents", 405)
}

// An answer that a program has already is not sent again, and another one is.
func TestAPITags(t *testing.T) {
	s := newSite(t)
	s.fill("contoh-sesuai.txt")
	ask := func(tag string) *http.Response {
		req, _ := http.NewRequest("GET", s.URL+apiRoot+"/documents", nil)
		if tag != "" {
			req.Header.Set("If-None-Match", tag)
		}
		resp, err := s.Client().Do(req)
		if err != nil {
			t.Fatal(err)
		}
		resp.Body.Close()
		return resp
	}
	tag := ask("").Header.Get("ETag")
	if r := ask("\"x\", W/" + tag); r.StatusCode != http.StatusNotModified {
		t.Errorf("the same answer again: %s", r.Status)
	}
	s.fill("banten-2024.txt")
	if r := ask(tag); r.StatusCode != http.StatusOK || r.Header.Get("ETag") == tag {
		t.Errorf("after a change: %s, %s", r.Status, r.Header.Get("ETag"))
	}
}

// A list can be read in parts that together are the whole.
func TestAPIParts(t *testing.T) {
	s := newSite(t)
	s.fill("contoh-sesuai.txt", "contoh-60-persen.docx", "banten-2024.txt")
	var ids []string
	for at := new(int); at != nil; {
		var list struct {
			Next      *int
			Documents []apiRow
		}
		q, _ := json.Marshal(*at)
		if err := json.Unmarshal([]byte(s.get(apiRoot+"/documents?limit=2&offset="+string(q), 200)), &list); err != nil {
			t.Fatal(err)
		}
		for _, d := range list.Documents {
			ids = append(ids, filepath.Base(d.Source.Path))
		}
		at = list.Next
	}
	if len(ids) != 3 {
		t.Errorf("the parts have %q", ids)
	}
}
