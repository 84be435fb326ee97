package compare

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/lexicon"
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

// numbered is how acts are numbered: "Nomor 94 Tahun 2021", "No. 1/2024".
var numbered = regexp.MustCompile(`(?i)\b(?:nomor|no\.?)[\s:]*([0-9A-Z][^\s,;]*?)(?:\s+tahun\s+|/)((?:19|20)\d\d)\b`)

// renumber returns the edit that puts the number and year of an act for those
// in a passage: of either alone where the other is right. The passage holds
// the citation once.
func renumber(side *circular.Side, number string, year int, realNumber string, realYear int) *circular.Replacement {
	if side == nil {
		return nil
	}
	var at []int // of the citation: whole, number, year
	for _, m := range numbered.FindAllStringSubmatchIndex(side.Text, -1) {
		if circular.NumberKey(side.Text[m[2]:m[3]]) == circular.NumberKey(number) && side.Text[m[4]:m[5]] == strconv.Itoa(year) {
			if at != nil {
				return nil
			}
			at = m
		}
	}
	if at == nil {
		return nil
	}
	start, end := at[2], at[5]
	new := realNumber + side.Text[at[3]:at[4]] + strconv.Itoa(realYear)
	switch {
	case circular.NumberKey(number) == circular.NumberKey(realNumber):
		start, new = at[4], strconv.Itoa(realYear)
	case year == realYear:
		end, new = at[3], realNumber
	}
	if edit := swap(side, side.Text[start:end], new); edit != nil {
		return edit
	}
	whole := side.Text[at[0]:at[1]] // the figure alone stands elsewhere too
	return swap(side, whole, side.Text[at[0]:start]+new+side.Text[end:at[1]])
}

// counted is a number of days, with or without its word: "2 (dua) hari".
var counted = regexp.MustCompile(`(?i)\d+\s*(?:\([^()]{1,40}\)\s*)?hari\b`)

// redate returns the edit that puts one day for another, as letters print
// days. Where the passage also names a weekday or counts the days there is
// none: it would no longer agree with them.
func (v *voice) redate(side *circular.Side, have, want circular.Date) *circular.Replacement {
	if side == nil || has(side.Text, v.Units.Weekdays) || counted.MatchString(side.Text) {
		return nil
	}
	return swap(side, lexicon.Day(have, "id"), lexicon.Day(want, "id"))
}
