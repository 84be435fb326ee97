package compare

import (
	"slices"
	"strconv"
	"strings"

	"github.com/telaah/telaah/circular"
)

// clause is a clause of the record in the form in which atoms are compared.
type clause struct {
	*circular.Clause
	scope   []string // categories that narrow the group, without pegawai.*
	unknown bool     // its group has words but no category, and is not staff in general
	inverse bool     // its group is named by what it is not
	used    bool     // some atom answered it
	bag     map[string]int
}

// side returns the clause as one side of a finding.
func (c *clause) side() *circular.Side {
	span := c.Span
	return &circular.Side{Text: c.Text, Path: c.Path, Span: &span, Force: c.Force}
}

// general reports whether the clause concerns all staff.
func (c *clause) general() bool { return len(c.scope) == 0 && !c.unknown && !c.inverse }

// name returns the group in the text's own words, or a word for all staff.
func (j *judge) name(c *clause) string {
	if len(c.Groups) > 0 {
		return strings.Join(c.Groups, ", ")
	}
	return j.term("staff")
}

// touches reports whether the scope of the clause and one of the categories
// lie on one line of the taxonomy: the same, above or below.
func (c *clause) touches(cats []string) bool {
	return slices.ContainsFunc(c.scope, func(s string) bool {
		return slices.ContainsFunc(cats, func(k string) bool { return under(s, k) || under(k, s) })
	})
}

// covers reports whether the scope holds one of the categories whole.
func (c *clause) covers(cats []string) bool {
	return slices.ContainsFunc(c.scope, func(s string) bool {
		return slices.ContainsFunc(cats, func(k string) bool { return under(k, s) })
	})
}

// read collects the clauses that the subject rules and learns what the
// document as a whole does: which ways of working it knows, whether it uses
// the permission or keeps everybody in the office.
func (j *judge) read() {
	announced := j.subject != nil && j.subject.Number == "" && len(j.rec.Rules(circular.KindExemption))+len(j.rec.Rules(circular.KindQuota)) == 0
	j.modes = 2
	for i := range j.rec.Clauses {
		c := &j.rec.Clauses[i]
		if c.Assertion != circular.AssertRule && !(announced && c.Assertion == circular.AssertPlan) {
			if c.Kind == circular.KindQuota && c.Assertion != circular.AssertReported && c.Assertion != circular.AssertHeadline {
				j.unsure(c)
			}
			continue
		}
		if c.Confidence < j.opts.Floor {
			k := &clause{Clause: c}
			j.report("tidak-dapat-dinilai.yakin", k, "daerah", percent(100*c.Confidence), "pusat", percent(100*j.opts.Floor))
			continue
		}
		k := &clause{Clause: c}
		for _, cat := range c.Categories {
			if !under(cat, "pegawai") {
				k.scope = append(k.scope, cat)
			}
		}
		group := strings.Join(c.Groups, " ")
		k.inverse = len(c.Groups) > 0 && has(group, j.Negation)
		k.unknown = len(k.scope) == 0 && len(c.Groups) > 0 && !k.inverse && !has(group, j.General)
		j.clauses = append(j.clauses, k)
		if q := c.Quota; q != nil && q.Mode == circular.ModeWFA || has(c.Text, j.Anywhere) {
			j.modes = 3
		}
	}
	for _, c := range j.clauses {
		switch c.Kind {
		case circular.KindQuota:
			if lo, hi, ok := c.share(); ok && (c.Quota.Mode != circular.ModeWFO && hi > 0 || c.Quota.Mode == circular.ModeWFO && lo < 100) {
				j.allows(c)
			}
		case circular.KindExemption:
			switch c.Exemption.Effect {
			case circular.EffectMayWFH, circular.EffectMustWFH, circular.EffectEligible, circular.EffectMayWFO:
				j.allows(c)
			case circular.EffectWFHNotApplied, circular.EffectMustWFO:
				if j.optOut == nil && c.general() {
					j.optOut = c
				}
			}
		case circular.KindPermission, circular.KindObligation:
			if c.Duty.Topic == "bagi-pegawai" || c.Kind == circular.KindPermission && has(c.Text, j.Away) {
				j.allows(c)
			}
		}
	}
}

// allows keeps the first clause that lets somebody work away from the office.
func (j *judge) allows(c *clause) {
	if j.permit == nil {
		j.permit = c
	}
}

// unsure lists a quota that is no definite rule.
func (j *judge) unsure(c *circular.Clause) {
	k := &clause{Clause: c}
	if c.Assertion == circular.AssertApprox {
		j.report("tidak-dapat-dinilai.kira", k, "kelompok", j.name(k), "daerah", j.printed(c.Quota))
		return
	}
	j.report("tidak-dapat-dinilai.pernyataan", k, "daerah", string(c.Assertion)+": "+j.printed(c.Quota))
}

// share returns the quota as an interval of its own mode in per cent, and
// whether it is one: head counts, days and rough figures are not.
func (c *clause) share() (lo, hi float64, ok bool) {
	q := c.Quota
	switch {
	case q == nil:
		return 0, 0, false
	case q.PercentLo != nil && q.PercentHi != nil:
		return *q.PercentLo, *q.PercentHi, true
	case q.Percent == nil:
		return 0, 0, false
	}
	switch p := *q.Percent; q.Bound {
	case circular.BoundMax:
		return 0, p, true
	case circular.BoundMin:
		return p, 100, true
	case circular.BoundExact:
		return p, p, true
	}
	return 0, 0, false
}

// term returns one of the short words of sentences.
func (j *judge) term(key string) string { return j.Terms[key].in(j.opts.Lang) }

// printed returns a quota in short: "WFH paling banyak 50%".
func (j *judge) printed(q *circular.Quota) string {
	s := string(q.Mode) + " " + j.Bounds[q.Bound].in(j.opts.Lang)
	switch {
	case q.PercentLo != nil && q.PercentHi != nil:
		s += percent(*q.PercentLo) + j.term("to") + percent(*q.PercentHi)
	case q.Percent != nil:
		s += percent(*q.Percent)
	default:
		s += strings.TrimSpace(strconv.Itoa(q.Count) + " " + q.Unit)
	}
	if q.Condition != "" {
		s += " (" + q.Condition + ")"
	}
	return s
}

// percent prints a percentage with a decimal comma and no needless zeros.
func percent(p float64) string {
	return strings.Replace(strconv.FormatFloat(p, 'f', -1, 64), ".", ",", 1) + "%"
}

// limitText prints the limit of an atom: "WFH paling banyak 50%".
func (j *judge) limitText(a *circular.Atom) string {
	b := map[circular.Polarity]circular.Bound{circular.PolarityCeiling: circular.BoundMax, circular.PolarityFloor: circular.BoundMin}[a.Polarity]
	return j.printed(&circular.Quota{Mode: a.Mode, Bound: b, Percent: a.Percent, Condition: a.Condition})
}

// figures lists the quotas of the document as intervals.
func (j *judge) figures() {
	for _, c := range j.clauses {
		lo, hi, ok := c.share()
		if !ok {
			continue
		}
		f := circular.Figure{Group: j.name(c), Mode: c.Quota.Mode, Lo: lo, Hi: hi, Printed: j.printed(c.Quota), Span: c.Span}
		if other, ok := opposite[c.Quota.Mode]; ok && j.modes == 2 {
			q := circular.Quota{Mode: other, Bound: mirror[c.Quota.Bound], Condition: c.Quota.Condition}
			l, h := 100-hi, 100-lo
			switch c.Quota.Bound {
			case circular.BoundMax:
				q.Percent = &l
			case circular.BoundRange:
				q.PercentLo, q.PercentHi = &l, &h
			default:
				q.Percent = &h
			}
			f.Equivalent = j.printed(&q)
		}
		j.out.Figures = append(j.out.Figures, f)
	}
}

// opposite gives the other one of two ways of working; mirror the bound that a
// bound becomes when it is told of the other one.
var (
	opposite = map[circular.Mode]circular.Mode{circular.ModeWFH: circular.ModeWFO, circular.ModeWFO: circular.ModeWFH}
	mirror   = map[circular.Bound]circular.Bound{circular.BoundMax: circular.BoundMin, circular.BoundMin: circular.BoundMax,
		circular.BoundExact: circular.BoundExact, circular.BoundRange: circular.BoundRange}
)
