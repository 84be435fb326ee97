package extract

import (
	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/extract/internal/workplace"
	"github.com/telaah/telaah/lexicon"
)

// Candidates returns the figures of a text that may be quotas, with what is known
// of each, for extract/internal/train to weigh; none of the text of a circular
// itself, where every figure rules.
func Candidates(src circular.Source, text circular.Text) []workplace.Candidate {
	rec := circular.Record{Schema: circular.RecordSchema, Source: src, Text: &text}
	d := read(lexicon.Default(), src, &text)
	d.rec = &rec
	if len(d.Toks) == 0 {
		return nil
	}
	o := d.o
	d.findActs()
	d.findPeriods(o)
	if o.Official {
		return nil
	}
	t, _, _ := d.heardRules(o)
	out := workplace.Candidates(t)
	for i, c := range out {
		out[i].Text = d.Printed(c.First, c.End)
	}
	return out
}
