package extract

import (
	"fmt"
	"slices"
	"strings"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/extract/internal/outline"
	"github.com/telaah/telaah/extract/internal/second"
	"github.com/telaah/telaah/extract/internal/statement"
	"github.com/telaah/telaah/extract/internal/voice"
	"github.com/telaah/telaah/lexicon"
)

// Explanation is the way of one sentence through the stages of the extractor.
type Explanation struct {
	Sentence   circular.Span       `json:"sentence"`
	Text       string              `json:"text"`
	Part       string              `json:"part"`           // what its block is to the text: "operative", "prose", "headline"
	Path       string              `json:"path,omitempty"` // place in the numbered tree
	Mentions   []Mentioned         `json:"mentions,omitempty"`
	Statements []Stated            `json:"statements,omitempty"`
	Voice      circular.Assertion  `json:"voice,omitempty"` // whose statement it is; "" where its part does not rule
	Clauses    []ExplainedClause   `json:"clauses,omitempty"`
	Unclaimed  bool                `json:"unclaimed,omitempty"` // it rules, as far as its words tell, and no clause stands on it
	Warnings   []circular.Warning  `json:"warnings,omitempty"`
	Circulars  []circular.Circular `json:"circulars,omitempty"` // named in it
}

// Mentioned is a phrase of the lexicon that was found in the sentence.
type Mentioned struct {
	Entry string `json:"entry"` // class and id: "bound/max"
	Text  string `json:"text"`
}

// Stated is a statement with its slots, as printed.
type Stated struct {
	Text    string         `json:"text"`
	Who     []string       `json:"who,omitempty"`
	Target  []string       `json:"target,omitempty"`
	Force   circular.Force `json:"force,omitempty"`
	Negated bool           `json:"negated,omitempty"`
	Modes   []string       `json:"modes,omitempty"`
	Figures []string       `json:"figures,omitempty"` // with their bound
	Except  []string       `json:"except,omitempty"`
}

// ExplainedClause is a clause that stands on the sentence, with how it reads to the
// second reader.
type ExplainedClause struct {
	Clause  circular.Clause `json:"clause"`
	Judged  bool            `json:"judged"`           // a kind of which the second reader asks
	Agrees  bool            `json:"agrees,omitempty"` // both readings agree
	Second  string          `json:"second,omitempty"` // where they do not: its reading, in words
	Signals []Signal        `json:"signals,omitempty"`
}

// Signal is a named fact with its weight for the confidence of a clause.
type Signal struct {
	Name   string  `json:"name"`
	Weight float64 `json:"weight"`
}

// Explain tells how the sentence of text that holds the byte at was read, and
// whether there is one.
func Explain(src circular.Source, text circular.Text, at int) (Explanation, bool) {
	return New(lexicon.Default()).Explain(src, text, at)
}

// Explain is [Explain] with the lexicon of x.
func (x *Extractor) Explain(src circular.Source, text circular.Text, at int) (Explanation, bool) {
	d := x.run(src, &text)
	o := d.o
	i := d.TokenAt(at)
	k := slices.IndexFunc(o.Sents, func(s outline.Sentence) bool { return s.First <= i && i < s.End })
	if k < 0 {
		return Explanation{}, false
	}
	s := o.Sents[k]
	e := Explanation{Sentence: d.Span(s.First, s.End), Text: d.Printed(s.First, s.End), Part: s.Part.String(), Path: o.Blocks[s.Block].Path}
	for _, m := range d.whole.Within(s.First, s.End) {
		e.Mentions = append(e.Mentions, Mentioned{m.Entry.Rule(), d.Printed(m.First, m.End)})
	}
	if rules(s.Part) {
		r := d.blind()
		for _, st := range statement.Parse(r, s.First, s.End, d.dateEnd, d.actEnd) {
			e.Statements = append(e.Statements, d.stated(&st))
		}
		e.Voice = voice.Of(r, d.heard(o, s))
	}
	account := second.Read(second.Answered(second.Questions(d.whole, d.Dates, d.rec, false), second.Weights()), d.rec)
	for n, c := range d.rec.Clauses {
		if c.Span.Overlaps(e.Sentence) {
			e.Clauses = append(e.Clauses, explained(c, account.Clauses[n]))
		}
	}
	for _, c := range d.rec.Circulars {
		if c.Span.Len() > 0 && c.Span.Overlaps(e.Sentence) {
			e.Circulars = append(e.Circulars, c)
		}
	}
	for _, w := range d.rec.Warnings {
		if w.Span.Overlaps(e.Sentence) {
			e.Warnings = append(e.Warnings, w)
		}
	}
	e.Unclaimed = slices.ContainsFunc(d.rec.Coverage.Unclaimed, e.Sentence.Overlaps)
	return e, true
}

// stated prints the slots of a statement.
func (d *doc) stated(st *statement.Statement) Stated {
	groups := func(gs []statement.Group) (out []string) {
		for _, g := range gs {
			out = append(out, d.Printed(g.First, g.End))
		}
		return out
	}
	s := Stated{Text: d.Printed(st.First, st.End), Who: groups(st.Who), Target: groups(st.Target), Force: st.Force.Force, Negated: st.Negated}
	for _, m := range st.Modes {
		s.Modes = append(s.Modes, fmt.Sprintf("%s (%s)", m.Mode, d.Printed(m.First, m.End)))
	}
	for _, f := range st.Figures {
		s.Figures = append(s.Figures, strings.TrimSpace(fmt.Sprintf("%s (%s)", d.Printed(f.First, f.End), f.Bound)))
	}
	for _, x := range st.Except {
		s.Except = append(s.Except, d.Printed(x.First, x.End))
	}
	return s
}

// explained adds the reading of the second reader to a clause.
func explained(c circular.Clause, r second.Reading) ExplainedClause {
	v, ok := judged[c.Kind]
	out := ExplainedClause{Clause: c, Judged: ok, Agrees: r.Agrees}
	if !ok {
		return out
	}
	if !r.Agrees && len(r.Says) > 0 {
		out.Second = inWords(r.Says)
	}
	model := second.Weights()["sure "+string(v)]
	for _, f := range model.Top(r.Signals, 12) {
		out.Signals = append(out.Signals, Signal{f, model[f]})
	}
	return out
}
