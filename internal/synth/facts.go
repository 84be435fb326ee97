package synth

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/telaah/telaah/circular"
)

// Fact is one thing a record says, in a form in which two records of one text
// can be compared whatever words and spans they chose.
type Fact struct {
	Field string // number, signed, signatory, capacity, period, quota, exemption, basis, follows or revoked
	Value string // normalised; without the groups concerned
	Group string // of a quota or exemption: its groups in lower case, joined by "; "
}

// Facts returns what a record says of its subject circular, sorted. Duties are
// left out: their words have no normal form. So are clauses that are no rule.
// Of an exemption counts the class of its effect.
func Facts(r *circular.Record) []Fact {
	var out []Fact
	add := func(field, value, group string) { out = append(out, Fact{field, value, group}) }
	for _, c := range r.Circulars {
		switch c.Role {
		case circular.RoleSubject:
			add("number", c.Key()+" "+strconv.Itoa(c.Year), "")
			add("signed", c.DateSigned.String(), "")
			name, _, _ := strings.Cut(c.Signatory.Name, ",")
			add("signatory", strings.ToLower(name), "")
			add("capacity", string(c.Signatory.Capacity), "")
		case circular.RoleRevoked:
			add("revoked", c.Key()+" "+strconv.Itoa(c.Year), "")
		case circular.RoleBasis:
			add("follows", c.Key()+" "+strconv.Itoa(c.Year), "")
		}
	}
	for _, c := range r.Clauses {
		if c.Assertion != circular.AssertRule {
			continue
		}
		group := strings.ToLower(strings.Join(c.Groups, "; "))
		switch {
		case c.Quota != nil:
			q := c.Quota
			value := fmt.Sprint(q.Count, " ", q.Unit)
			if q.Percent != nil {
				value = fmt.Sprint(*q.Percent, "%")
			} else if q.PercentLo != nil && q.PercentHi != nil {
				value = fmt.Sprint(*q.PercentLo, "-", *q.PercentHi, "%")
			}
			add("quota", fmt.Sprint(q.Mode, " ", q.Bound, " ", value), group)
		case c.Exemption != nil:
			add("exemption", class(c.Exemption.Effect), group)
		case c.Period != nil:
			add("period", c.Period.Start.String()+".."+c.Period.End.String(), "")
		case c.LegalBasis != nil:
			typ, _, _ := strings.Cut(c.LegalBasis.Type, " ")
			add("basis", fmt.Sprint(typ, " ", circular.NumberKey(c.LegalBasis.Number), "/", c.LegalBasis.Year), "")
		}
	}
	slices.SortFunc(out, func(a, b Fact) int {
		return strings.Compare(a.Field+"\x00"+a.Value+"\x00"+a.Group, b.Field+"\x00"+b.Value+"\x00"+b.Group)
	})
	return out
}

// class returns the class of an effect: texts do not always tell the effects
// of one class apart.
func class(e circular.Effect) string {
	switch e {
	case circular.EffectMustWFO, circular.EffectNotEligible, circular.EffectWFHNotApplied, circular.EffectMustBeAvailable:
		return "in office"
	case circular.EffectEligible, circular.EffectMayWFH, circular.EffectMustWFH, circular.EffectExcusedIfReported, circular.EffectMayLeaveHome:
		return "may stay home"
	}
	return "other"
}

// Changed returns the facts that only one of two records has, as lines that
// begin with "- " or "+ ", sorted. With groups false the groups do not count.
func Changed(before, after []Fact, groups bool) []string {
	count := make(map[string]int)
	key := func(f Fact) string {
		if !groups {
			f.Group = ""
		}
		return strings.TrimSpace(f.Field + ": " + f.Value + " " + f.Group)
	}
	for _, f := range before {
		count[key(f)]--
	}
	for _, f := range after {
		count[key(f)]++
	}
	var out []string
	for k, n := range count {
		sign := "+ "
		if n < 0 {
			sign, n = "- ", -n
		}
		for range n {
			out = append(out, sign+k)
		}
	}
	slices.Sort(out)
	return out
}
