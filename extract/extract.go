// Package extract reads what a circular, or prose about one, rules: it turns a
// [circular.Text] into a [circular.Record]. It is pure: no file, no clock, no
// network, and the same text gives the same record.
//
// A text is cut into tokens once; phrases of the lexicon are found in one pass
// of an automaton; paragraphs, numbered points and sentences follow; then small
// grammars over those phrases find dates, acts, groups and figures, and join
// them to clauses. Nothing is filled in that the text does not say.
package extract

import (
	"cmp"
	"slices"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/lexicon"
)

// Extractor extracts with one lexicon. It may be used from many goroutines.
type Extractor struct{ lex *lexicon.Lexicon }

// New returns an extractor that uses lex.
func New(lex *lexicon.Lexicon) *Extractor { return &Extractor{lex} }

// Extract extracts with the embedded lexicon.
func Extract(src circular.Source, text circular.Text) circular.Record {
	return New(lexicon.Default()).Extract(src, text)
}

// Extract returns the record of text. Its Check is nil for every text that is
// valid UTF-8 and whose pages are in order.
func (x *Extractor) Extract(src circular.Source, text circular.Text) circular.Record {
	return *x.run(src, &text).rec
}

// run takes a text through the stages.
func (x *Extractor) run(src circular.Source, text *circular.Text) *doc {
	rec := circular.Record{Schema: circular.RecordSchema, Source: src, Text: text,
		Circulars: []circular.Circular{}, Clauses: []circular.Clause{}}
	d := read(x.lex, src, text)
	d.rec = &rec
	if len(d.Toks) == 0 {
		return d
	}
	d.findActs()
	d.findPeriods(d.o)
	d.findRules(d.o)
	d.findClauses(d.o)
	d.findDoubts()
	slices.SortStableFunc(rec.Clauses, func(a, b circular.Clause) int {
		return cmp.Or(cmp.Compare(a.Span.Start, b.Span.Start), cmp.Compare(a.Span.End, b.Span.End))
	})
	d.findUnsure()
	d.findCertain()
	slices.SortStableFunc(rec.Warnings, func(a, b circular.Warning) int {
		return cmp.Or(cmp.Compare(a.Span.Start, b.Span.Start), cmp.Compare(a.Code, b.Code))
	})
	d.coverage()
	return d
}

// clause adds a clause that stands on the tokens from first up to end.
func (d *doc) clause(first, end int, c circular.Clause) {
	d.rec.Clauses = append(d.rec.Clauses, d.placed(first, end, c))
}

// placed returns the clause with its place, its words and its confidence.
func (d *doc) placed(first, end int, c circular.Clause) circular.Clause {
	c.Span = d.Span(first, end)
	c.Text = d.Text.Slice(c.Span)
	if c.Assertion == "" {
		c.Assertion = circular.AssertRule
	}
	c.Confidence *= d.legible(c.Span)
	return c
}

// legible returns how sure OCR was of the span, 0..1: of the worst word with a
// digit in it, for a figure read wrongly is worse than any other word. It is 1
// where nothing was read by OCR.
func (d *doc) legible(s circular.Span) float64 {
	_, conf := d.worst(s)
	return conf
}

// warn adds a doubt about the tokens from first up to end.
func (d *doc) warn(first, end int, code, message string) {
	d.rec.Warnings = append(d.rec.Warnings, circular.Warning{Code: code, Message: message, Span: d.Span(first, end)})
}
