package extract

import (
	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/extract/internal/outline"
	"github.com/telaah/telaah/extract/internal/period"
)

// findPeriods adds the windows in which the rule holds.
func (d *doc) findPeriods(o *outline.Outline) {
	d.cite()
	d.mute()
	found := period.Of(period.Input{Outline: o, Dates: d.Dates, Signed: d.found.Dated, Trial: d.onTrial(), Other: d.foreign})
	for _, p := range found {
		d.clause(p.First, p.End, circular.Clause{Kind: circular.KindPeriod, Confidence: p.Confidence, Rule: p.Rule, Period: &p.Period})
	}
}

// onTrial reports whether a circular of the text has a trial in its title: then
// the days of the trial are those of the rule.
func (d *doc) onTrial() bool {
	for i := range d.found.Acts {
		a := &d.found.Acts[i]
		if !a.Circular() || a.TitleEnd == a.TitleFirst {
			continue
		}
		for _, m := range d.Within(a.TitleFirst, a.TitleEnd) {
			if m.Entry.Class == "dateuse" && m.Entry.ID == "trial" {
				return true
			}
		}
	}
	return false
}
