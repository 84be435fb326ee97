package workplace

import (
	"fmt"
	"slices"
	"strings"

	"github.com/telaah/telaah/circular"
)

// settle returns the clauses without what a text says twice.
func settle(in []Clause) []Clause {
	var keep []Clause
	seen := map[string][]int{}
	for _, c := range in {
		k := gist(&c)
		at := seen[k]
		if n := slices.IndexFunc(at, func(i int) bool { return same(&keep[i], &c) }); n >= 0 {
			if better(&c, &keep[at[n]]) {
				keep[at[n]] = c
			}
			continue
		}
		if len(at) < maxAlike {
			seen[k] = append(at, len(keep))
		}
		keep = append(keep, c)
	}
	return keep
}

// maxAlike bounds how many clauses of one gist a new one is compared with.
const maxAlike = 64

// gist returns what a clause says, without of whom and how firmly.
func gist(c *Clause) string {
	if q := c.Quota; q != nil {
		v, lo := -1.0, -1.0
		if q.Percent != nil {
			v = *q.Percent
		}
		if q.PercentLo != nil {
			lo = *q.PercentLo
		}
		return fmt.Sprint("q", q.Mode, v, lo, q.Count)
	}
	if inOffice(c.Exemption.Effect) {
		return "in_office"
	}
	return string(c.Exemption.Effect)
}

// same reports whether two clauses of one gist can be of the same people.
func same(a, b *Clause) bool {
	if a.Quota != nil && a.Quota.Condition != b.Quota.Condition && a.Assertion == b.Assertion {
		return false
	}
	if a.Quota != nil && a.Quota.Bound != b.Quota.Bound && a.Narrow == b.Narrow && a.Assertion == b.Assertion {
		return false
	}
	if !a.Narrow || !b.Narrow {
		return a.Quota != nil || a.Narrow == b.Narrow
	}
	for _, x := range a.Categories {
		for _, y := range b.Categories {
			if x == y && !strings.HasPrefix(x, "kondisi.") && !strings.HasPrefix(x, "wilayah.") || a.Quota != nil && (strings.HasPrefix(x, y+".") || strings.HasPrefix(y, x+".")) {
				return true
			}
		}
	}
	return strings.EqualFold(strings.Join(a.Groups, " "), strings.Join(b.Groups, " "))
}

// better reports whether c should stand for both.
func better(c, o *Clause) bool {
	if (c.Assertion == circular.AssertRule) != (o.Assertion == circular.AssertRule) {
		return c.Assertion == circular.AssertRule
	}
	if c.Narrow != o.Narrow {
		return c.Narrow
	}
	if c.Quota != nil {
		return limits(c.Quota.Bound) && !limits(o.Quota.Bound)
	}
	return len(c.Categories) > len(o.Categories)
}

func limits(b circular.Bound) bool { return b == circular.BoundMax || b == circular.BoundMin }

// inOffice reports whether the effect keeps its group in the office.
func inOffice(e circular.Effect) bool {
	switch e {
	case circular.EffectMustWFO, circular.EffectNotEligible, circular.EffectWFHNotApplied, circular.EffectMustBeAvailable:
		return true
	}
	return false
}
