package extract

import (
	"sort"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/extract/internal/clause"
	"github.com/telaah/telaah/extract/internal/outline"
)

// findClauses replaces the duties of an official text, and of the points that
// news repeats, by the clauses of their sentences. A sentence that limits or excepts by the place of work keeps
// the clause that says so.
func (d *doc) findClauses(o *outline.Outline) {
	var signed circular.Date
	if s := d.rec.Subject(); s != nil {
		signed = s.DateSigned
	}
	found := clause.Of(o, d.Dates, signed)
	spans := make([]circular.Span, len(found.Claims))
	for i, c := range found.Claims {
		spans[i] = d.Span(c.First, c.End)
	}
	kept := d.rec.Clauses[:0]
	place := speaksOfPlace(o)
	for _, c := range d.rec.Clauses {
		if o.Official && (c.Duty != nil || c.Exemption != nil && !place && c.Exemption.Effect != circular.EffectOwnSchedule) || c.Duty != nil && covered(spans, c.Span) {
			continue
		}
		if o.Official {
			d.place(o, &c)
		}
		kept = append(kept, c)
	}
	d.rec.Clauses = kept
	ruled := len(kept)
	for i, c := range found.Claims {
		if said(d.rec.Clauses[:ruled], spans[i], c.Kind, d.ofRule(c.First, c.End)) {
			continue
		}
		d.clause(c.First, c.End, c.Clause)
	}
}

// place gives a clause of an official text the path of the point it stands in,
// and a period the sentence of it.
func (d *doc) place(o *outline.Outline, c *circular.Clause) {
	i := d.TokenAt(c.Span.End - 1)
	if c.Exemption != nil {
		i = d.TokenAt(c.Span.Start) // it may go on over the list that its point leads to
	}
	k := o.BlockAt(i)
	if k >= len(o.Blocks) || o.Blocks[k].Row {
		return
	}
	c.Path = o.Blocks[k].Path
	if c.Period == nil || o.Blocks[k].First <= d.TokenAt(c.Span.Start) {
		return
	}
	for _, s := range o.SentsOf(k) {
		if s.First <= i && i < s.End {
			c.Span = d.Span(s.First, s.End)
			c.Text = d.Text.Slice(c.Span)
		}
	}
}

// covered reports whether one of the spans, which are in order, overlaps s.
func covered(spans []circular.Span, s circular.Span) bool {
	k := sort.Search(len(spans), func(k int) bool { return spans[k].End > s.Start })
	return k < len(spans) && spans[k].Start < s.End
}

// speaksOfPlace reports whether the text speaks of where staff work. Where it
// does not, "tetap masuk" and the like are no exemptions from a way of working.
func speaksOfPlace(o *outline.Outline) bool {
	for _, m := range o.Matches {
		if m.Entry.Class == "mode" && m.Entry.Attrs["weak"] == "" {
			return true
		}
	}
	return false
}

// ofRule reports whether the subject of a clause is the rule itself or a way of
// working: its days are the period and no schedule.
func (d *doc) ofRule(first, end int) bool {
	for _, m := range d.Within(first, end) {
		switch m.Entry.Class {
		case "ruleword", "selfact", "mode":
			return true
		case "event":
			return false
		}
	}
	return false
}

// said reports whether a clause about the place of work, of the same period, or
// of the period of the rule itself, stands on at least half of the span.
func said(clauses []circular.Clause, s circular.Span, kind circular.Kind, rule bool) bool {
	for _, c := range clauses {
		if c.Kind == circular.KindQuota || c.Kind == circular.KindExemption || c.Kind == kind || rule && c.Kind == circular.KindPeriod {
			both := min(s.End, c.Span.End) - max(s.Start, c.Span.Start)
			if 2*both >= s.Len() {
				return true
			}
		}
	}
	return false
}
