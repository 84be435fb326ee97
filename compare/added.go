package compare

import (
	"slices"
	"strings"

	"github.com/telaah/telaah/circular"
)

// addition is the finding about a clause that no atom answers, with its row.
type addition struct {
	clause  *clause
	finding finding
}

// added returns what no atom answered, once for each passage. A sentence that
// only says again that somebody works in the office goes into the row of those
// who must.
func added(p *paper, rows []circular.Pair) []addition {
	var out []addition
	var seen []circular.Span
	for _, c := range p.clauses {
		if c.used || c.Kind == circular.KindLegalBasis || c.Kind == circular.KindPeriod || rulesNothing(p, c) {
			continue
		}
		if c.Kind == circular.KindObligation && c.Duty.Topic == "" && len(c.scope)+len(c.Groups) == 0 && has(c.Text, p.InOffice) && joins(p, c, rows) {
			continue
		}
		f, ok := additional(p, c)
		if !ok || strings.HasPrefix(f.key, "ketentuan-tambahan") && slices.Contains(seen, c.Span) {
			continue
		}
		seen = append(seen, c.Span)
		out = append(out, addition{c, f})
	}
	return out
}

// rulesNothing reports whether a sentence with the verb of a duty is only the
// head of a list, one of the groups that a list names, or the name of an act.
func rulesNothing(p *paper, c *clause) bool {
	if c.Duty == nil {
		return false
	}
	if strings.HasSuffix(strings.TrimSpace(c.Text), ":") {
		return true
	}
	if slices.ContainsFunc(p.clauses, func(o *clause) bool { return slices.Contains(o.Groups, strings.Trim(c.Text, " .;,")) }) {
		return true
	}
	for i := range p.rec.Circulars {
		if s := p.rec.Circulars[i].Span; s.Overlaps(c.Span) && 2*(min(s.End, c.Span.End)-max(s.Start, c.Span.Start)) > c.Span.Len() {
			return true
		}
	}
	return slices.ContainsFunc(p.rec.Clauses, func(o circular.Clause) bool { return o.LegalBasis != nil && o.Span == c.Span })
}

// joins puts a sentence that only says again that somebody works in the office
// into the row of those who must, and reports whether there is one.
func joins(p *paper, c *clause, rows []circular.Pair) bool {
	for i := range rows {
		row := &rows[i]
		if a := p.base.Atom(row.Atom); a != nil && keeps(a.Effect) && len(row.Others) > 0 {
			row.Others = append(row.Others, *c.side())
			return true
		}
	}
	return false
}

// additional returns the finding about a clause that no atom answers, and none
// for one that only leaves a permission unused.
func additional(p *paper, c *clause) (finding, bool) {
	switch {
	case c.Exemption != nil && keeps(c.Exemption.Effect) && c.general():
		return finding{}, false
	case c.Exemption != nil && keeps(c.Exemption.Effect), c.Quota != nil && c.Quota.Mode == circular.ModeWFO && c.Quota.Bound == circular.BoundMin && !c.unknown:
		return found("lebih-ketat.kelompok", c, "kelompok", p.name(c), "daerah", p.inOffice(c)), true
	case c.Quota != nil && c.unknown:
		return found("tidak-dapat-dinilai.kelompok", c, "kelompok", p.name(c), "daerah", p.printed(c.Quota)), true
	case c.Kind == circular.KindSanction && p.absent() && penalty(p, c):
		return found("sanksi-dalam-se.sanksi", c), true
	case c.Duty != nil && c.Kind != circular.KindSanction && p.burdens(c) && !p.namesAct(c):
		return found("ketentuan-tambahan.beban", c, "daerah", c.Text, "ringkas", brief(c.Text)), true
	}
	return found("ketentuan-tambahan.biasa", c, "daerah", c.Text, "ringkas", brief(c.Text)), true
}

// brief cuts a text to its first words.
func brief(text string) string {
	words := strings.Fields(text)
	if len(words) <= 16 {
		return strings.Join(words, " ")
	}
	return strings.Join(words[:16], " ") + " ..."
}

// inOffice returns in short what a clause that keeps people in the office asks.
func (v *voice) inOffice(c *clause) string {
	if c.Quota != nil {
		return v.printed(c.Quota)
	}
	return "WFO"
}

// burdens reports whether an additional clause burdens staff or the public.
func (v *voice) burdens(c *clause) bool {
	return c.Force == circular.ForceDilarang || has(c.Text, v.Burdens)
}
