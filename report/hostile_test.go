package report

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"telaah/circular"
)

// hostile are strings that try to be more than text somewhere.
var hostile = []string{
	"=1+1", "+1", "-1", "@SUM(A1)", "=HYPERLINK(\"http://x\",\"y\")", "=cmd|' /C calc'!A0", "\t=1", "\r=1",
	"<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "</td></table>", "<!--", "]]>", "&lt;b&gt;", "&#x41;", "\"><svg onload=x>", "' onmouseover='x",
	"javascript:alert(1)", "{{.}}", "${x}", "`x`", "**tebal**", "[a](http://x)", "![a](http://x)", "| a | b |", "# judul", "> kutip", "- butir", "~~x~~", "http://jahat.example", "www.jahat.example", "orang@jahat.example",
	"\x1b[31mmerah\x1b[0m", "\x1b]8;;http://x\x07klik", "\x00", "\x07", "\x08", "a\rb", "a\nb", "a\n::error::palsu", "::error file=x::palsu", "%0A::error::x",
	"\u202Eterbalik", "\u2066isolat", "\u200Fkanan", "\uFEFFbom", "\xff\xfe", "\u2028baris", "\u0085baris", strings.Repeat("A", 5000), "%s%d%!",
}

// TestHostile: no string of a document is more than text in any format.
func TestHostile(t *testing.T) {
	if len(hostile) < 50 {
		t.Fatalf("%d strings", len(hostile))
	}
	for _, format := range Formats {
		for _, s := range hostile {
			span := circular.Span{Start: 0, End: 1, Page: 1}
			side := circular.Side{Text: s, Path: s, Span: &span}
			d := circular.Deviation{Code: circular.CodeAdded, Level: circular.SeverityError, Why: s, Advice: s, Base: &side, Other: &side, Atom: "a"}
			c := circular.Comparison{Source: circular.Source{Path: s, Grade: circular.GradePrimary}, Circular: &circular.Circular{Number: s, Title: s, Issuer: s},
				Baseline: circular.BaselineRef{ID: "x", Name: s}, Comparable: true, Reasons: []string{s},
				Deviations: []circular.Deviation{d}, NotJudged: []circular.Deviation{d}, Suppressed: []circular.Deviation{d},
				Pairs:   []circular.Pair{{Atom: "a", Title: s, Base: &side, Others: []circular.Side{side}, Result: circular.ResultDeviates, Redline: []circular.Edit{{Op: circular.EditInsert, Text: s}}}},
				Figures: []circular.Figure{{Group: s, Printed: s, Equivalent: s}}}
			var b bytes.Buffer
			if err := Write(&b, format, []circular.Comparison{c}, Options{}); err != nil {
				t.Fatalf("%s of %q: %v", format, s, err)
			}
			inert(t, format, s, b.String())
		}
	}
}

// inert reports markup, control characters or commands in out that came from s.
func inert(t *testing.T, format, s, out string) {
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
		tags(out, func(tag string, attrs []html.Attribute) {
			if tag == "script" || tag == "img" || tag == "svg" || tag == "a" {
				bad("tag " + tag)
			}
			for _, a := range attrs {
				if strings.HasPrefix(a.Key, "on") {
					bad("attribute " + a.Key)
				}
			}
		})
	case "markdown":
		if strings.Contains(strings.ReplaceAll(out, "<br>", ""), "<") || strings.Contains(strings.ReplaceAll(out, `\](`, ""), "](") || strings.Contains(out, "://") {
			bad("markup")
		}
	case "github":
		if strings.Count(out, "\n") != 2 || strings.Count("\n"+out, "\n::") != 2 {
			bad("another command: " + out)
		}
	}
	for _, r := range "\x1b\x00\x07\x08\u202E\u2066\u200F\uFEFF" {
		if strings.ContainsRune(out, r) {
			bad("control character")
		}
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
