// Package report writes comparisons in the formats that people and programs
// read. It decides nothing: levels, codes and sentences come from the
// comparison, and the format never changes them.
//
// Text from documents is hostile: each format escapes it for where it goes,
// and control and direction-changing characters are made visible everywhere.
package report

import (
	"cmp"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"sync"
	"unicode"

	"github.com/goccy/go-yaml"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/compare"
)

// ErrFormat is wrapped by the error for a format that Write does not know.
var ErrFormat = errors.New("unknown report format")

// Options tunes a report. The zero value is the default of the commands.
type Options struct {
	Lang       string // "id" (also "") or "en"
	Paper      string // "A4" (also "") or "F4", for html and docx
	Short      bool   // text: the summary alone
	Suppressed bool   // sarif: findings that a suppression took out, too, marked as such

	// Clip returns the picture of a passage of a source as PNG, or nil where there
	// is none: html and docx show it of what could not be judged. nil: no pictures.
	Clip func(circular.Source, circular.Span) []byte `json:"-"`
}

// Papers lists the sizes that Options.Paper takes.
var Papers = []string{"A4", "F4"}

// Formats lists the formats that Write knows, in the order of the help.
var Formats = []string{"text", "json", "markdown", "html", "sarif", "junit", "github", "xlsx", "docx"}

// Write writes comparisons in the named format.
func Write(w io.Writer, format string, list []circular.Comparison, o Options) error {
	p, err := newPrinter(w, o)
	if err != nil {
		return err
	}
	switch format {
	case "text":
		p.text(list, o.Short)
	case "json":
		return writeJSON(w, list)
	case "markdown":
		p.markdown(list)
	case "html":
		p.html(list)
	case "sarif":
		return p.writeSARIF(w, list, o.Suppressed)
	case "junit":
		return p.writeJUnit(w, list)
	case "github":
		p.github(list)
	case "xlsx":
		return p.writeXLSX(w, list)
	case "docx":
		return p.writeDOCX(w, list)
	default:
		return fmt.Errorf("%w: %q; known: %s", ErrFormat, format, strings.Join(Formats, ", "))
	}
	if p.err != nil {
		return fmt.Errorf("writing report: %w", p.err)
	}
	return nil
}

// document is the JSON form of a report.
type document struct {
	Schema      string                `json:"schema"`
	Comparisons []circular.Comparison `json:"comparisons"`
}

// writeJSON writes one object, indented, with a newline at its end.
func writeJSON(w io.Writer, list []circular.Comparison) error {
	if list == nil {
		list = []circular.Comparison{}
	}
	enc := json.NewEncoder(w)
	enc.SetIndent("", "  ")
	enc.SetEscapeHTML(false)
	if err := enc.Encode(document{circular.ComparisonSchema, list}); err != nil {
		return fmt.Errorf("writing report as JSON: %w", err)
	}
	return nil
}

//go:embed labels.yaml
var labelData []byte

// loadLabels reads labels.yaml once.
var loadLabels = sync.OnceValues(func() (map[string]map[string]string, error) {
	var out map[string]map[string]string
	if err := yaml.Unmarshal(labelData, &out); err != nil {
		return nil, fmt.Errorf("reading labels of reports: %w", err)
	}
	return out, nil
})

// printer writes until the first error, which it keeps.
type printer struct {
	w      io.Writer
	lang   string
	paper  string
	labels map[string]map[string]string
	rules  map[circular.Code]compare.Rule
	clip   func(circular.Source, circular.Span) []byte
	err    error
}

func newPrinter(w io.Writer, o Options) (*printer, error) {
	labels, err := loadLabels()
	if err != nil {
		return nil, err
	}
	if o.Lang == "" {
		o.Lang = "id"
	}
	rules, err := compare.Rules(o.Lang)
	if err != nil {
		return nil, err
	}
	p := &printer{w: w, lang: o.Lang, paper: cmp.Or(o.Paper, "A4"), labels: labels, rules: map[circular.Code]compare.Rule{}, clip: o.Clip}
	for _, r := range rules {
		p.rules[r.Code] = r
	}
	return p, nil
}

// label returns a fixed word in the language of the report.
func (p *printer) label(key string) string {
	if s, ok := p.labels[key][p.lang]; ok {
		return s
	}
	return p.labels[key]["id"]
}

func (p *printer) printf(format string, a ...any) {
	if p.err == nil {
		_, p.err = fmt.Fprintf(p.w, format, a...)
	}
}

// plain makes text safe for a line: blanks run together, control characters
// and those that change the direction of writing become U+FFFD, and what has no
// shape at all is left out.
func plain(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r), unicode.Is(unicode.Bidi_Control, r), unicode.Is(unicode.Noncharacter_Code_Point, r):
			return unicode.ReplacementChar
		case unicode.Is(unicode.Cf, r):
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
	return strings.Join(strings.Fields(s), " ")
}
