package report

import (
	_ "embed"
	"encoding/base64"
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

// sheets are the sizes of paper as CSS names them; F4 is the folio of Indonesian
// offices.
var sheets = map[string]template.CSS{"A4": "210mm 297mm", "F4": "215mm 330mm"}

// Sheet returns the size of the paper, for CSS.
func (p page) Sheet() template.CSS {
	if s, ok := sheets[p.paper]; ok {
		return s
	}
	return sheets["A4"]
}

// Lang returns the language of the page.
func (p page) Lang() string { return p.lang }

// L returns a fixed word.
func (p page) L(key string) string { return p.label(key) }

// Plain makes document text safe for a line.
func (p page) Plain(s string) string { return plain(s) }

// Calm is Plain out of capitals.
func (p page) Calm(s string) string { return calm(s) }

// Name returns a circular in short.
func (p page) Name(c *circular.Circular) string { return p.name(c) }

// Code names a kind of finding.
func (p page) Code(c circular.Code) string { return p.code(c) }

// Reference names the baseline.
func (p page) Reference(b circular.BaselineRef) string { return p.reference(b) }

// Words returns what a side says, marked where it is no quotation.
func (p page) Words(s *circular.Side) string { return p.words(s) }

// Place tells where a passage stands.
func (p page) Place(s circular.Side) string { return p.place(&s) }

// Figure writes a quota with what it means for the other way of working.
func (p page) Figure(f circular.Figure) string { return p.figure(f) }

// Sources names the documents of a comparison.
func (p page) Sources(c circular.Comparison) string { return p.sources(&c) }

// Corrections tells the values that people entered.
func (p page) Corrections(c circular.Comparison) []string { return p.corrections(&c) }

// Notes are the notes in few lines.
func (p page) Notes(c circular.Comparison) []string { return p.folded(&c) }

// Line tells a finding in one line.
func (p page) Line(c circular.Comparison, d circular.Deviation) string {
	return p.headline(&c, d).line()
}

// Unjudged tells what could not be judged.
func (p page) Unjudged(c circular.Comparison) []headline { return p.unjudged(&c) }

// Waiver tells why a finding was taken out.
func (p page) Waiver(d circular.Deviation) string { return p.waiver(d) }

// Summary sums the whole list up.
func (p page) Summary() summary { return p.summarize(p.List) }

// CountsLine tells a summary in a sentence.
func (p page) CountsLine(s summary) string { return p.counts(s) }

// Parts returns the lists of a summary.
func (p page) Parts(s summary) []chapter { return p.parts(s) }

// Picture returns the clip of a headline as an address of its own, or "".
func (p page) Picture(h headline) template.URL {
	if h.Clip == nil {
		return ""
	}
	return template.URL("data:image/png;base64," + base64.StdEncoding.EncodeToString(h.Clip))
}

// HeadLine writes a headline without its circular.
func (p page) HeadLine(h headline) string { return h.line() }

// Stretches returns a passage in runs of words, those that deviate marked.
func (p page) Stretches(c circular.Comparison, row circular.Pair, i int) []circular.Edit {
	return stretches(&c, row, i)
}

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
		if level == circular.SeverityNone {
			n += len(c.NotJudged)
		}
		if n > 0 {
			out = append(out, count{n, string(level)})
		}
	}
	return out
}
