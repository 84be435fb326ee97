package compare

import (
	"regexp"
	"slices"
	"strings"

	"telaah/circular"
)

// Some findings are settled by changing a few words of the document. Such an
// edit is offered only where it leaves nothing else in the passage untrue.

// share is a printed percentage, with its words in brackets.
var share = regexp.MustCompile(`\d+(?:[.,]\d+)?\s?%(?:\s?\([^()%\d]{1,60}\))?`)

// figure returns the edit that puts the limit of an atom for the figure of a
// quota: the passage prints one percentage, and mode and bound are the atom's.
func figure(a *circular.Atom, c *clause) *circular.Replacement {
	q := c.Quota
	bound := map[circular.Polarity]circular.Bound{circular.PolarityCeiling: circular.BoundMax, circular.PolarityFloor: circular.BoundMin, circular.PolarityExact: circular.BoundExact}
	if q.Mode != a.Mode || q.Percent == nil || q.Bound != bound[a.Polarity] {
		return nil
	}
	found := share.FindAllString(c.Text, -1)
	if len(found) != 1 || strings.Count(c.Text, "%") != 1 {
		return nil
	}
	limit := percent(*a.Percent)
	for _, s := range share.FindAllString(a.Words, -1) {
		if strings.HasPrefix(s, limit) && strings.Contains(found[0], "(") {
			limit = s
			break
		}
	}
	return swap(c.side(), found[0], limit)
}

// swap returns the edit from old to new, or nil where old does not stand
// exactly once in the passage.
func swap(side *circular.Side, old, new string) *circular.Replacement {
	if side == nil || old == "" || new == "" || strings.Count(side.Text, old) != 1 {
		return nil
	}
	return &circular.Replacement{Old: old, New: new}
}

// settle puts an edit to a finding that was filed. What is not judged has none.
func (j *judge) settle(d circular.Deviation, edit *circular.Replacement) {
	at := slices.IndexFunc(j.out.Deviations, func(o circular.Deviation) bool {
		return o.Code == d.Code && o.Atom == d.Atom && o.Why == d.Why && samePlace(o.Other, d.Other)
	})
	if at >= 0 && d.Direction == circular.DirectionLooser {
		j.out.Deviations[at].Replace = edit
	}
}
