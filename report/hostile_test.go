package report

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"

	"github.com/telaah/telaah/circular"
)

// hostile are strings that try to be more than text somewhere.
var hostile = sync.OnceValue(func() []string {
	data, err := os.ReadFile(filepath.Join("testdata", "hostile.txt"))
	if err != nil {
		panic(err)
	}
	out := []string{strings.Repeat("A", 5000), strings.Repeat("=1 ", 20000), ""}
	for line := range strings.Lines(string(data)) {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		s, err := strconv.Unquote(line)
		if err != nil {
			panic(fmt.Sprintf("%s: %v", line, err))
		}
		out = append(out, s)
	}
	return out
})

// poisoned returns a comparison and a matrix that hold s wherever a document
// or a file name can put it.
func poisoned(s string) (circular.Comparison, circular.Matrix) {
	span := circular.Span{Start: 0, End: 1, Page: 1}
	side := circular.Side{Text: s, Path: s, Span: &span}
	d := circular.Deviation{Code: circular.CodeAdded, Level: circular.SeverityError, Why: s, Advice: s, Base: &side, Other: &side, Atom: "a", Value: s}
	own := circular.Circular{Number: s, Title: s, Issuer: s}
	source := circular.Source{Path: s, Grade: circular.GradePrimary}
	base := circular.BaselineRef{ID: "x", Name: s, Amended: s, Revoked: s}
	c := circular.Comparison{Source: source, Circular: &own, Baseline: base, Comparable: true, Reasons: []string{s},
		Deviations: []circular.Deviation{d}, NotJudged: []circular.Deviation{d}, Suppressed: []circular.Deviation{d},
		Pairs: []circular.Pair{{Atom: "a", Title: s, Base: &side, Others: []circular.Side{side}, Result: circular.ResultDeviates, Remark: s,
			Redline: []circular.Edit{{Op: circular.EditDelete, Text: s}, {Op: circular.EditInsert, Text: s}, {Op: circular.EditSame, Text: s}}}},
		Figures: []circular.Figure{{Group: s, Printed: s, Equivalent: s}}}
	region := circular.Region{Name: s, Code: s}
	placed := own
	placed.Region = region
	cell := circular.MatrixCell{Result: circular.ResultSame, Level: circular.SeverityNone}
	m := circular.Matrix{Baseline: base, Columns: []circular.MatrixColumn{{Atom: "a", Title: s}}, Expected: 1, NotFound: []circular.Region{region},
		Rows:    []circular.MatrixRow{{Circular: own, Source: source, Cells: []circular.MatrixCell{cell}}, {Circular: placed, Source: source, Cells: []circular.MatrixCell{cell}}},
		Others:  []circular.MatrixRow{{Circular: own, Source: source}},
		Changes: []circular.MatrixChange{{Region: region, Number: s, Atom: "a", Before: circular.ResultSame, After: circular.ResultAdded}, {Region: region, Number: s}}}
	return c, m
}

// TestHostile: no string of a document is more than text in any format, of a
// report or of a matrix, alone or among all the others.
func TestHostile(t *testing.T) {
	if len(hostile()) < 50 {
		t.Fatalf("%d strings", len(hostile()))
	}
	var all circular.Matrix
	var list []circular.Comparison
	for _, s := range hostile() {
		c, m := poisoned(s)
		list = append(list, c)
		all.Columns = append(all.Columns, m.Columns...)
		all.Rows, all.Others = append(all.Rows, m.Rows...), append(all.Others, m.Others...)
		for _, format := range Formats {
			var b bytes.Buffer
			if err := Write(&b, format, []circular.Comparison{c}, Options{}); err != nil {
				t.Fatalf("%s of %.40q: %v", format, s, err)
			}
			inert(t, format, s, b.String(), 2)
		}
		for _, format := range MatrixFormats {
			var b bytes.Buffer
			if err := WriteMatrix(&b, format, m, Options{}); err != nil {
				t.Fatalf("matrix as %s of %.40q: %v", format, s, err)
			}
			inert(t, format, s, b.String(), 0)
		}
	}
	for _, format := range Formats {
		var b bytes.Buffer
		if err := Write(&b, format, list, Options{}); err != nil {
			t.Fatal(err)
		}
		inert(t, format, "all", b.String(), 2*len(list))
	}
	for _, format := range MatrixFormats {
		var b bytes.Buffer
		if err := WriteMatrix(&b, format, all, Options{}); err != nil {
			t.Fatal(err)
		}
		inert(t, format, "all", b.String(), 0)
	}
}

// inert reports markup, control characters or commands in out that came from s.
// Commands are those of GitHub that are meant.
func inert(t *testing.T, format, s, out string, commands int) {
	t.Helper()
	bad := func(why string) { t.Errorf("%s of %.40q: %s", format, s, why) }
	switch format {
	case "json", "sarif":
		if !json.Valid([]byte(out)) {
			bad("no JSON")
		}
		return // control characters are escaped by the encoder
	case "xlsx":
		for _, row := range cells(t, []byte(out)) {
			if strings.ContainsAny(row[:min(1, len(row))], "=+-@\t\r") {
				bad("formula " + row)
			}
		}
		return
	case "docx":
		out = strings.Join(paragraphs(t, []byte(out)), "\n")
	case "junit":
		for dec := xml.NewDecoder(strings.NewReader(out)); ; {
			if _, err := dec.Token(); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				bad(err.Error())
				break
			}
		}
	case "html":
		styles := 0
		tags(out, func(tag string, attrs []html.Attribute) {
			if tag == "style" {
				styles++
			}
			if tag == "script" || tag == "img" || tag == "svg" || tag == "a" {
				bad("tag " + tag)
			}
			for _, a := range attrs {
				if strings.HasPrefix(a.Key, "on") {
					bad("attribute " + a.Key)
				}
			}
		})
		if styles != 1 {
			bad("a style of its own")
		}
	case "markdown":
		if strings.Contains(strings.ReplaceAll(out, "<br>", ""), "<") || strings.Contains(strings.ReplaceAll(out, `\](`, ""), "](") || strings.Contains(strings.ReplaceAll(out, "\\`", ""), "```") || strings.Contains(out, "://") {
			bad("markup")
		}
	case "github":
		if strings.Count(out, "\n") != commands || strings.Count("\n"+out, "\n::") != commands {
			bad("another command: " + out)
		}
	}
	for _, r := range out {
		if r != '\n' && (unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || unicode.Is(unicode.Cf, r) || r == '\u2028' || r == '\u2029') {
			bad(fmt.Sprintf("character %U", r))
		}
	}
	if !utf8.ValidString(out) {
		bad("no UTF-8")
	}
}

// tags calls f for each tag of a page.
func tags(page string, f func(tag string, attrs []html.Attribute)) {
	z := html.NewTokenizer(strings.NewReader(page))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return
		case html.StartTagToken, html.SelfClosingTagToken:
			tok := z.Token()
			f(tok.Data, tok.Attr)
		}
	}
}
