package workplace

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/telaah/telaah/circular"
)

// settle returns the clauses without what a text says twice. News says a duty once
// for all and again by its members; the points of a circular are each a rule.
func settle(in []Clause, news bool) []Clause {
	var keep []Clause
	seen := map[string][]int{}
	for _, c := range in {
		k := gist(&c)
		at := seen[k]
		if n := slices.IndexFunc(at, func(i int) bool { return same(&keep[i], &c) || news && again(&keep[i], &c) }); n >= 0 {
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

// again reports whether two exemptions tell the same duty: the people of one are among
// those of the other, by their categories or by their words. Offices that are named
// are more than the services that were spoken of.
func again(a, b *Clause) bool {
	return a.Exemption != nil && b.Exemption.Effect == a.Exemption.Effect && a.Narrow && b.Narrow && a.Assertion == b.Assertion && (covers(a, b) || covers(b, a))
}

// covers reports whether all whom b names are among those whom a names.
func covers(a, b *Clause) bool {
	if among(a, b) {
		return among(b, a) || !named(b)
	}
	words := strings.Fields(strings.ToLower(strings.Join(b.Groups, " ")))
	of := strings.Fields(strings.ToLower(strings.Join(a.Groups, " ")))
	return len(words) > 0 && !slices.ContainsFunc(words, func(w string) bool { return !slices.Contains(of, w) })
}

// named reports whether the groups of a clause hold the name of an office: a capital
// other than that of their first word, or a short name.
func named(c *Clause) bool {
	for i, w := range strings.Fields(strings.Join(c.Groups, " ")) {
		first, size := utf8.DecodeRuneInString(w)
		next, _ := utf8.DecodeRuneInString(w[size:])
		if unicode.IsUpper(first) && (i > 0 || unicode.IsUpper(next)) {
			return true
		}
	}
	return false
}

// among reports whether each category of b is one of a or below one.
func among(a, b *Clause) bool {
	for _, y := range b.Categories {
		if strings.HasPrefix(y, "kondisi.") || strings.HasPrefix(y, "wilayah.") {
			return false
		}
		if !slices.ContainsFunc(a.Categories, func(x string) bool { return x == y || strings.HasPrefix(y, x+".") }) {
			return false
		}
	}
	return len(b.Categories) > 0
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
	if among(c, o) != among(o, c) {
		return among(c, o) // the wider one
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
