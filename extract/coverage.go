package extract

import (
	"slices"

	"github.com/telaah/telaah/circular"
)

// coverage says how much of the running text stands inside some clause or
// circular, and which sentences with a deontic word or a percentage do not.
func (d *doc) coverage() {
	var claimed []circular.Span
	for _, c := range d.rec.Clauses {
		claimed = append(claimed, c.Span)
	}
	for _, c := range d.rec.Circulars {
		claimed = append(claimed, c.Span)
	}
	slices.SortFunc(claimed, func(a, b circular.Span) int { return a.Start - b.Start })
	cov := &d.rec.Coverage
	at := 0
	for _, s := range d.o.Sents {
		if !s.Part.Running() {
			continue
		}
		span := d.Span(s.First, s.End)
		cov.Operative += span.Len()
		for at < len(claimed) && claimed[at].End <= span.Start {
			at++
		}
		got := 0
		pos := span.Start
		for _, c := range claimed[at:] {
			if c.Start >= span.End {
				break
			}
			if from, to := max(pos, c.Start), min(span.End, c.End); to > from {
				got += to - from
				pos = to
			}
		}
		cov.Claimed += got
		if got == 0 {
			for _, m := range d.Within(s.First, s.End) {
				if m.Entry.Class == "modal" || m.Entry.Class == "percent" {
					cov.Unclaimed = append(cov.Unclaimed, span)
					break
				}
			}
		}
	}
}
