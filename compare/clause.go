package compare

import (
	"math"
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

	corrections []circular.Correction // values of it that people entered
	unsure      bool                  // no second reading agrees on its values
}

// side returns the clause as one side of a finding.
func (c *clause) side() *circular.Side {
	span := c.Span
	return &circular.Side{Text: c.Text, Path: c.Path, Span: &span, Force: c.Force, Corrections: c.corrections, Unsure: c.unsure}
}

// general reports whether the clause concerns all staff.
func (c *clause) general() bool { return len(c.scope) == 0 && !c.unknown && !c.inverse }

// name returns the group in the text's own words, or a word for all staff.
func (v *voice) name(c *clause) string {
	if len(c.Groups) > 0 {
		return strings.Join(c.Groups, ", ")
	}
	return v.term("staff")
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

// reading is what the subject rules and what the document as a whole does.
type reading struct {
	clauses []*clause // what the subject rules, by position
	unsure  []*clause // quotas that are no definite rule
	faint   []*clause // read with less confidence than the floor
	places  bool      // the text speaks of where people work
	modes   int       // ways of working that the text knows: 2, or 3 with WFA
	permit  *clause   // the first that lets somebody work away from the office
	optOut  *clause   // the first that keeps everybody in it
}

// read collects the clauses that the subject rules and learns what the
// document as a whole does: which ways of working it knows, whether it uses
// the permission or keeps everybody in the office.
func (k *knowledge) read(rec *circular.Record, floor float64) reading {
	subject := rec.Subject()
	announced := subject != nil && subject.Number == "" && len(rec.Rules(circular.KindExemption))+len(rec.Rules(circular.KindQuota)) == 0
	r := reading{modes: 2, places: k.speaksOfPlaces(rec)}
	for i := range rec.Clauses {
		c := &clause{Clause: &rec.Clauses[i]}
		c.corrections, c.unsure = rec.CorrectionsAt(c.Span), !c.Certain
		switch {
		case c.Assertion != circular.AssertRule && !(announced && c.Assertion == circular.AssertPlan):
			if c.Quota != nil && c.Assertion != circular.AssertReported && c.Assertion != circular.AssertHeadline {
				r.unsure = append(r.unsure, c)
			}
		case c.Confidence < floor:
			r.faint = append(r.faint, c)
		default:
			k.place(c, r.places)
			r.clauses = append(r.clauses, c)
			if q := c.Quota; q != nil && q.Mode == circular.ModeWFA || has(c.Text, k.Anywhere) {
				r.modes = 3
			}
		}
	}
	for _, c := range r.clauses {
		switch {
		case r.permit == nil && k.permits(c):
			r.permit = c
		case r.optOut == nil && c.Exemption != nil && c.general() && (c.Exemption.Effect == circular.EffectWFHNotApplied || c.Exemption.Effect == circular.EffectMustWFO):
			r.optOut = c
		}
	}
	return r
}

// speaksOfPlaces reports whether a text is about where people work. Without a
// word of it an exemption is one from another rule.
func (k *knowledge) speaksOfPlaces(rec *circular.Record) bool {
	if slices.ContainsFunc(rec.Clauses, func(c circular.Clause) bool { return c.Quota != nil }) {
		return true
	}
	if rec.Text != nil {
		return has(rec.Text.Body, k.Places)
	}
	return slices.ContainsFunc(rec.Clauses, func(c circular.Clause) bool { return c.Exemption != nil })
}

// place finds whom a clause concerns, and turns an effect on the place of work
// into a plain exemption where the text does not speak of places.
func (k *knowledge) place(c *clause, places bool) {
	for _, cat := range c.Categories {
		if !under(cat, "pegawai") {
			c.scope = append(c.scope, cat)
		}
	}
	group := strings.Join(c.Groups, " ")
	c.inverse = len(c.Groups) > 0 && has(group, k.Negation)
	c.unknown = len(c.scope) == 0 && len(c.Groups) > 0 && !c.inverse && !has(group, k.General)
	if c.Exemption != nil && !places && (keeps(c.Exemption.Effect) || releases(c.Exemption.Effect)) {
		plain, other := *c.Clause, *c.Exemption
		other.Effect = circular.EffectExemptFromRule
		plain.Exemption = &other
		c.Clause = &plain
	}
}

// permits reports whether a clause lets somebody work away from the office.
func (k *knowledge) permits(c *clause) bool {
	switch c.Kind {
	case circular.KindQuota:
		lo, hi, ok := c.share()
		return ok && (c.Quota.Mode != circular.ModeWFO && hi > 0 || c.Quota.Mode == circular.ModeWFO && lo < 100)
	case circular.KindExemption:
		return releases(c.Exemption.Effect)
	case circular.KindPermission, circular.KindObligation:
		return c.Duty.Topic == "bagi-pegawai" || c.Kind == circular.KindPermission && has(c.Text, k.Away)
	}
	return false
}

// vague returns what was read too faintly, and quotas that are no definite rule.
func vague(p *paper) []finding {
	var out []finding
	for _, c := range p.faint {
		out = append(out, found("tidak-dapat-dinilai.yakin", c, "daerah", percent(math.Round(100*c.Confidence)), "pusat", percent(100*p.floor)))
	}
	for _, c := range p.unsure {
		key, values := "tidak-dapat-dinilai.pernyataan", []string{"daerah", string(c.Assertion) + ": " + p.printed(c.Quota)}
		if c.Assertion == circular.AssertApprox {
			key, values = "tidak-dapat-dinilai.kira", []string{"kelompok", p.name(c), "daerah", p.printed(c.Quota)}
		}
		out = append(out, found(key, c, values...))
	}
	return out
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
func (v *voice) term(key string) string { return v.Terms[key].in(v.lang) }

// printed returns a quota in short: "WFH paling banyak 50%".
func (v *voice) printed(q *circular.Quota) string {
	s := string(q.Mode) + " " + v.Bounds[q.Bound].in(v.lang)
	switch {
	case q.PercentLo != nil && q.PercentHi != nil:
		s += percent(*q.PercentLo) + v.term("to") + percent(*q.PercentHi)
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
func (v *voice) limitText(a *circular.Atom) string {
	b := map[circular.Polarity]circular.Bound{circular.PolarityCeiling: circular.BoundMax, circular.PolarityFloor: circular.BoundMin}[a.Polarity]
	return v.printed(&circular.Quota{Mode: a.Mode, Bound: b, Percent: a.Percent, Condition: a.Condition})
}

// figures lists the quotas of the document as intervals.
func figures(p *paper) []circular.Figure {
	var out []circular.Figure
	for _, c := range p.clauses {
		lo, hi, ok := c.share()
		if !ok {
			continue
		}
		f := circular.Figure{Group: p.name(c), Mode: c.Quota.Mode, Lo: lo, Hi: hi, Printed: p.printed(c.Quota), Span: c.Span}
		if other, ok := opposite[c.Quota.Mode]; ok && p.modes == 2 {
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
			f.Equivalent = p.printed(&q)
		}
		out = append(out, f)
	}
	return out
}

// opposite gives the other one of two ways of working; mirror the bound that a
// bound becomes when it is told of the other one.
var (
	opposite = map[circular.Mode]circular.Mode{circular.ModeWFH: circular.ModeWFO, circular.ModeWFO: circular.ModeWFH}
	mirror   = map[circular.Bound]circular.Bound{circular.BoundMax: circular.BoundMin, circular.BoundMin: circular.BoundMax,
		circular.BoundExact: circular.BoundExact, circular.BoundRange: circular.BoundRange}
)
