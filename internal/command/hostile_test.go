package command

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"github.com/xuri/excelize/v2"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/index"
)

// hostile returns the strings that reports are tested with.
func hostile(t *testing.T) []string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "..", "report", "testdata", "hostile.txt"))
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for line := range strings.Lines(string(data)) {
		if s, err := strconv.Unquote(strings.TrimSpace(line)); err == nil {
			out = append(out, s)
		}
	}
	if len(out) < 50 {
		t.Fatalf("%d strings", len(out))
	}
	return out
}

// found returns a result with s wherever a document or a file name can put it.
func found(s string) *index.Result {
	region := circular.Region{Name: s, Code: s}
	n := index.Count{Value: s, Circulars: 1, Hits: 1}
	hit := index.Hit{ID: s, Kind: circular.KindQuota, Text: s, Highlight: []index.Range{{Start: 0, End: len(s)}},
		Circular: index.HitCircular{Number: s, Title: s, Issuer: s, Region: region}, Source: index.HitSource{Path: s, SHA256: strings.Repeat("a", 64)}, Span: circular.Span{Page: 1}}
	return &index.Result{Query: s, Total: 1, Hits: []index.Hit{hit}, Suggestion: s, Facets: &index.Facets{Circulars: 1, Kinds: []index.Count{n},
		Regions: []index.RegionCount{{Region: region, Count: n, Kinds: []index.Count{n}}}, Levels: []index.Count{n}, Years: []index.Count{n}, Issuers: []index.Count{n}}}
}

// What a document says is text in every format of a search.
func TestHostileHits(t *testing.T) {
	render := func(format, s string) string {
		var b bytes.Buffer
		a := &app{lang: "id", raw: &b, out: &inert{w: &b}}
		res := found(s)
		var err error
		switch format {
		case "json":
			err = encoder(a.out).Encode(res)
		case "xlsx":
			err = a.writeHits(a.raw, res, 0)
		default:
			a.writeResult(a.out, res, 0, func(s string) string { return "*" + s + "*" })
		}
		if err != nil {
			t.Fatalf("%s of %q: %v", format, s, err)
		}
		return b.String()
	}
	lines := strings.Count(render("text", "x"), "\n")
	for _, s := range hostile(t) {
		for _, format := range []string{"text", "json", "xlsx"} {
			out := render(format, s)
			if format == "xlsx" {
				f, err := excelize.OpenReader(strings.NewReader(out))
				if err != nil {
					t.Fatal(err)
				}
				for _, sheet := range f.GetSheetList() {
					rows, err := f.GetRows(sheet)
					if err != nil {
						t.Fatal(err)
					}
					for _, row := range rows {
						for _, text := range row {
							if text != "" && strings.ContainsAny(text[:1], "=+-@\t\r\n") {
								t.Errorf("xlsx of %q: %q is a formula once it is edited", s, text)
							}
						}
					}
				}
				continue
			}
			for _, r := range out {
				if r != '\n' && (unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || r == '\u2028' || r == '\u2029') {
					t.Errorf("%s of %q: character %U", format, s, r)
				}
			}
			if format == "json" && !json.Valid([]byte(out)) {
				t.Errorf("json of %q: %s", s, out)
			}
			if format == "text" && strings.Count(out, "\n") != lines {
				t.Errorf("text of %q has more lines: %s", s, out)
			}
		}
	}
}
