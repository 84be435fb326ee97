package extract

import (
	"fmt"
	"slices"
	"strings"

	"github.com/telaah/telaah/circular"
)

// claim is a clause on its way to the record, with what settle must know of it.
type claim struct {
	circular.Clause
	narrow bool // its group is less than all staff
}

// claim adds a clause that a sentence rules; settle has the last word on it.
func (d *doc) claim(first, end int, c claim) {
	c.Clause = d.placed(first, end, c.Clause)
	d.claims = append(d.claims, c)
}

// settle moves what the sentences rule to the record, without what a text says
// twice.
func (d *doc) settle() {
	zero := slices.ContainsFunc(d.claims, func(c claim) bool { // "WFH nol persen", or everybody in the office with a figure
		q := c.Quota
		return q != nil && c.Assertion == circular.AssertRule && !c.narrow && q.Percent != nil &&
			(q.Mode == circular.ModeWFH && *q.Percent == 0 || q.Mode == circular.ModeWFO && *q.Percent == 100)
	})
	var keep []claim
	everybody := -1            // the one that keeps all staff in the office
	seen := map[string][]int{} // what a clause says -> the kept ones that say so
	for _, c := range d.claims {
		if c.Exemption != nil && c.Assertion == circular.AssertRule && !c.narrow && inOffice(c.Exemption.Effect) {
			if zero {
				continue
			}
			if everybody >= 0 {
				if len(keep[everybody].Groups) == 0 {
					keep[everybody].Groups = c.Groups
				}
				continue
			}
			everybody = len(keep)
		}
		k := gist(c.Clause)
		if k == "" {
			keep = append(keep, c)
			continue
		}
		at := seen[k]
		if n := slices.IndexFunc(at, func(i int) bool { return same(keep[i], c) }); n >= 0 {
			keep[at[n]] = merge(keep[at[n]], c)
			continue
		}
		if len(at) < maxAlike {
			seen[k] = append(at, len(keep))
		}
		keep = append(keep, c)
	}
	for _, c := range keep {
		d.rec.Clauses = append(d.rec.Clauses, c.Clause)
	}
}

// maxAlike bounds how many clauses of one gist a new one is compared with.
const maxAlike = 64

// gist returns what a quota or an exemption says, without of whom and how
// firmly, or "" for the other kinds.
func gist(c circular.Clause) string {
	switch c.Kind {
	case circular.KindQuota:
		q := c.Quota
		v, lo := -1.0, -1.0
		if q.Percent != nil {
			v = *q.Percent
		}
		if q.PercentLo != nil {
			lo = *q.PercentLo
		}
		return fmt.Sprint("q", q.Mode, v, lo, q.Count)
	case circular.KindExemption:
		if inOffice(c.Exemption.Effect) {
			return "in_office"
		}
		return string(c.Exemption.Effect)
	}
	return ""
}

// same reports whether two clauses of one gist say it of the same groups.
func same(a, b claim) bool {
	if a.Kind == circular.KindQuota {
		x, y := a.Quota, b.Quota
		if x.Count > 0 && x.Bound != y.Bound || x.Condition != y.Condition {
			return false
		}
		if x.Bound != y.Bound && a.Assertion == circular.AssertRule && b.Assertion == circular.AssertRule && a.narrow && b.narrow {
			return false
		}
	} else if a.narrow != b.narrow {
		return false
	}
	return overlap(a, b)
}

// overlap reports whether the groups of two clauses can be the same people.
func overlap(a, b claim) bool {
	if !a.narrow || !b.narrow {
		// A lead tells the figure of the details that follow; a government
		// named behind them is another one.
		return a.Kind != circular.KindQuota || !(!b.narrow && a.narrow && governs(b.Clause))
	}
	for _, x := range a.Categories {
		for _, y := range b.Categories {
			if x == y && !strings.HasPrefix(x, "kondisi.") || a.Kind == circular.KindQuota && (strings.HasPrefix(x, y+".") || strings.HasPrefix(y, x+".")) {
				return true
			}
		}
	}
	return strings.EqualFold(strings.Join(a.Groups, " "), strings.Join(b.Groups, " "))
}

// governs reports whether the sentence of the clause itself names the
// government whose staff it rules.
func governs(c circular.Clause) bool {
	return len(c.Groups) > 0 && strings.HasPrefix(strings.ToLower(c.Groups[0]), "pem") && strings.Contains(c.Text, c.Groups[0])
}

// merge returns the clause that stands for both.
func merge(o, c claim) claim {
	if !better(c, o) {
		return o
	}
	if c.Exemption != nil && c.Exemption.Percent == nil && o.Exemption.Percent != nil && inOffice(c.Exemption.Effect) {
		e := *c.Exemption
		e.Percent, e.Effect = o.Exemption.Percent, o.Exemption.Effect
		c.Exemption = &e
	}
	return c
}

// better reports whether c should stand for both: the rule before the
// headline, then the one that names its group, then the one that limits.
func better(c, o claim) bool {
	if (c.Assertion == circular.AssertRule) != (o.Assertion == circular.AssertRule) {
		return c.Assertion == circular.AssertRule
	}
	if c.narrow != o.narrow {
		return c.narrow
	}
	if c.Quota != nil {
		if c.Quota.Implicit != o.Quota.Implicit {
			return o.Quota.Implicit
		}
		return limits(c.Quota.Bound) && !limits(o.Quota.Bound)
	}
	return len(c.Categories) > len(o.Categories)
}

func inOffice(e circular.Effect) bool {
	switch e {
	case circular.EffectMustWFO, circular.EffectNotEligible, circular.EffectWFHNotApplied, circular.EffectMustBeAvailable:
		return true
	}
	return false
}

func limits(b circular.Bound) bool { return b == circular.BoundMax || b == circular.BoundMin }
