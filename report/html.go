package report

import (
	_ "embed"
	"fmt"
	"html/template"
	"sync"

	"github.com/telaah/telaah/circular"
)

//go:embed report.html
var htmlSource string

// htmlTemplate parses report.html once.
var htmlTemplate = sync.OnceValues(func() (*template.Template, error) {
	t, err := template.New("report").Parse(htmlSource)
	if err != nil {
		return nil, fmt.Errorf("parsing report.html: %w", err)
	}
	return t, nil
})

// page is what report.html sees.
type page struct {
	*printer
	List []circular.Comparison
}

// html writes one page without scripts, made to be read and printed. The
// template escapes what it is given.
func (p *printer) html(list []circular.Comparison) {
	t, err := htmlTemplate()
	if err == nil {
		err = t.Execute(p.w, page{p, list})
	}
	p.err = err
}

// Lang returns the language of the page.
func (p page) Lang() string { return p.lang }

// L returns a fixed word.
func (p page) L(key string) string { return p.label(key) }

// Plain makes document text safe for a line.
func (p page) Plain(s string) string { return plain(s) }

// Name returns a circular in short.
func (p page) Name(c *circular.Circular) string { return p.name(c) }

// Reference names the baseline.
func (p page) Reference(b circular.BaselineRef) string { return p.reference(b) }

// Place tells where a passage stands.
func (p page) Place(s circular.Side) string { return p.place(&s) }

// Figure writes a quota with what it means for the other way of working.
func (p page) Figure(f circular.Figure) string { return p.figure(f) }

// Remarks returns the findings of a row.
func (p page) Remarks(c circular.Comparison, row circular.Pair) []circular.Deviation {
	return c.About(row)
}

// Number numbers rows from 1.
func (p page) Number(i int) int { return i + 1 }

// count is how many findings have a level.
type count struct {
	N     int
	Level string
}

// Counts returns how many findings have each level, the gravest first.
func (p page) Counts(c circular.Comparison) []count {
	var out []count
	for _, level := range []circular.Severity{circular.SeverityError, circular.SeverityWarning, circular.SeverityNote, circular.SeverityNone} {
		n := 0
		for _, d := range c.Deviations {
			if d.Level == level {
				n++
			}
		}
		if n > 0 {
			out = append(out, count{n, string(level)})
		}
	}
	return out
}
