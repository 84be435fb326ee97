package extract

import (
	"fmt"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/extract/internal/duty"
	"github.com/telaah/telaah/extract/internal/mention"
	"github.com/telaah/telaah/extract/internal/outline"
	"github.com/telaah/telaah/extract/internal/reading"
	"github.com/telaah/telaah/extract/internal/statement"
	"github.com/telaah/telaah/extract/internal/voice"
	"github.com/telaah/telaah/extract/internal/workplace"
	"github.com/telaah/telaah/lexicon"
)

// findRules adds the quotas, exemptions and, of news, the duties that the text
// rules.
func (d *doc) findRules(o *outline.Outline) {
	t, statements, voices := d.heardRules(o)
	r := t.Reading
	placed := workplace.Of(t)
	for _, c := range placed {
		d.clause(c.First, c.End, c.Clause)
	}
	if o.Official {
		return // findClauses has the rest
	}
	on := map[[2]int]bool{} // by first token of the sentence and number of the statement: a clause stands on it
	for _, c := range placed {
		on[[2]int{c.First, c.Statement}] = true
	}
	for k, s := range o.Sents {
		if voices[k] == circular.AssertHeadline {
			continue
		}
		taken := func(n int) bool { return on[[2]int{s.First, n}] }
		for _, c := range duty.Of(r, s.First, s.End, statements[k], voices[k], taken) {
			d.clause(c.First, c.End, c.Clause)
		}
	}
}

// heardRules returns the text with its statements and voices, by sentence of o.
func (d *doc) heardRules(o *outline.Outline) (*workplace.Text, [][]statement.Statement, []circular.Assertion) {
	r := d.blind()
	statements := make([][]statement.Statement, len(o.Sents))
	voices := make([]circular.Assertion, len(o.Sents))
	for k, s := range o.Sents {
		if !rules(s.Part) {
			continue
		}
		statements[k] = statement.Parse(r, s.First, s.End, d.dateEnd, d.actEnd)
		d.doubt(statements[k])
		voices[k] = voice.Of(r, d.heard(o, s))
	}
	return workplace.New(d.Reading, r, o, statements, voices), statements, voices
}

// rules reports whether a sentence of the part may rule.
func rules(p outline.Part) bool {
	switch p {
	case outline.Prose, outline.Headline, outline.Subhead, outline.Operative:
		return true
	}
	return false
}

// heard returns what tells whose statement a sentence is.
func (d *doc) heard(o *outline.Outline, s outline.Sentence) voice.Sentence {
	v := voice.Sentence{First: s.First, End: s.End, Ruled: o.Official, Question: d.asks(s.First, s.End)}
	v.Headline = s.Part == outline.Headline || s.Part == outline.Subhead || o.Blocks[s.Block].Heading && !o.Official
	v.Foreign = d.foreign(s) || !o.Official && d.cited[o.SentAt(s.First)] == circular.RoleCited
	return v
}

// foreign reports whether a sentence of news tells of other regions only.
func (d *doc) foreign(s outline.Sentence) bool { return !d.o.Official && d.elsewhere(s) }

// asks reports whether the range ends as a question does.
func (d *doc) asks(first, end int) bool {
	for i := end - 1; i > first && d.Toks[i].Kind == lexicon.Punct; i-- {
		if d.Toks[i].Norm == "?" {
			return true
		}
	}
	return false
}

// blind returns the reading without the phrases inside the acts that the text
// names: the title of an act rules nothing here.
func (d *doc) blind() *reading.Reading {
	inside := make([]bool, len(d.Toks))
	for _, a := range d.found.Acts {
		for i := a.First; i < a.Behind() && i < len(inside); i++ {
			inside[i] = true
		}
	}
	return d.Except(inside)
}

// dateEnd returns the token behind the date that holds token i.
func (d *doc) dateEnd(i int) (int, bool) {
	k := d.DateFrom(i + 1)
	for k > 0 && d.Dates[k-1].End > i {
		k--
	}
	if k < len(d.Dates) && d.Dates[k].First <= i && i < d.Dates[k].End {
		return d.Dates[k].End, true
	}
	return 0, false
}

// actEnd returns the token behind the act that holds token i.
func (d *doc) actEnd(i int) (int, bool) {
	for _, a := range d.found.Acts {
		if a.First > i {
			break
		}
		if i < a.End {
			return a.End, true
		}
	}
	return 0, false
}

// figureDoubts say why the value of a figure is unsure.
var figureDoubts = map[mention.Doubt]string{
	mention.DoubtWords:  "angka dan bilangan di dalam kurung berbeda",
	mention.DoubtSpaced: "angka tertulis berjarak; periksa nilainya",
	mention.DoubtSign:   "tanda persen tidak terbaca jelas; periksa nilainya",
	mention.DoubtRange:  "persentase lebih dari seratus; tidak dicatat sebagai kuota",
}

// doubt warns of figures whose value is unsure.
func (d *doc) doubt(ss []statement.Statement) {
	for _, s := range ss {
		for _, f := range s.Figures {
			if f.Doubt != "" {
				d.warn(f.First, f.End, string(f.Doubt), fmt.Sprintf("“%s”: %s.", d.Printed(f.First, f.End), figureDoubts[f.Doubt]))
			}
		}
	}
}
