// Package report writes comparisons in the formats that people and programs
// read. It decides nothing: levels, codes and sentences come from the
// comparison, and the format never changes them.
//
// Text from documents is hostile: each format escapes it for where it goes,
// and control and direction-changing characters are made visible everywhere.
package report

import (
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"sync"
	"unicode"

	"github.com/goccy/go-yaml"

	"github.com/telaah/telaah/circular"
)

// ErrFormat is wrapped by the error for a format that Write does not know.
var ErrFormat = errors.New("format laporan tidak dikenal")

// Options tunes a report. The zero value is the default of the commands.
type Options struct {
	Lang string // "id" (also "") or "en"
}

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
		p.text(list)
	case "json":
		return writeJSON(w, list)
	case "markdown":
		p.markdown(list)
	case "html":
		p.html(list)
	case "sarif":
		return writeSARIF(w, list)
	case "junit":
		return writeJUnit(w, list)
	case "github":
		p.github(list)
	case "xlsx":
		return p.writeXLSX(w, list)
	case "docx":
		return p.writeDOCX(w, list)
	default:
		return fmt.Errorf("%w: %q; pilihan: %s", ErrFormat, format, strings.Join(Formats, ", "))
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
	labels map[string]map[string]string
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
	return &printer{w: w, lang: o.Lang, labels: labels}, nil
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

// name returns the circular of a comparison in short.
func (p *printer) name(c *circular.Circular) string {
	if c == nil {
		return p.label("unknown")
	}
	issuer, number := c.Issuer, c.Number
	if issuer == "" {
		issuer = p.label("unknown")
	}
	if number == "" {
		number = p.label("unknown")
	}
	s := "SE " + issuer + " Nomor " + number
	if year := strconv.Itoa(c.Year); c.Year != 0 && !strings.Contains(number, year) {
		s += " Tahun " + year
	}
	return plain(s)
}

// figure returns a quota with what it means for the other way of working.
func (p *printer) figure(f circular.Figure) string {
	s := f.Group + ": " + f.Printed
	if f.Equivalent != "" {
		s += " (" + p.label("equals") + " " + f.Equivalent + ")"
	}
	return plain(s)
}

// reference names the baseline of a comparison with what must be known of it.
func (p *printer) reference(b circular.BaselineRef) string {
	s := plain(b.Name) + " (" + plain(b.ID) + ")"
	if b.Amended != "" {
		s += ", " + p.label("amended") + " " + plain(b.Amended)
	}
	if b.Revoked != "" {
		s += ", " + p.label("revoked") + " " + plain(b.Revoked)
	}
	if b.Reconstructed {
		s += "; " + p.label("reconstructed")
	}
	return s
}

// place tells where a passage stands: page, path, force of its verb, or that
// it is a reconstruction.
func (p *printer) place(s *circular.Side) string {
	var parts []string
	if s.Reconstructed {
		parts = append(parts, p.label("reconstructed"))
	}
	if s.Span != nil && s.Span.Page > 0 {
		parts = append(parts, p.label("page")+" "+strconv.Itoa(s.Span.Page))
	}
	if s.Path != "" {
		parts = append(parts, plain(s.Path))
	}
	if s.Force != "" {
		parts = append(parts, p.label("force")+": "+plain(string(s.Force)))
	}
	return strings.Join(parts, ", ")
}
