package compare

import (
	"slices"
	"strconv"

	"github.com/telaah/telaah/circular"
)

// Merge puts comparisons of several documents about one circular into one: that
// of the source nearest to the circular rules, the others are named in Others.
// Where sources of one grade give a row another verdict, nothing is said of it.
// A circular without number is never taken for another. The order of the list
// is kept, each circular at the place of its first document.
func Merge(list []circular.Comparison) []circular.Comparison {
	var keys []string
	groups := map[string][]circular.Comparison{}
	for i, c := range list {
		key := strconv.Itoa(i) + "\x00" // alone
		if c.Circular != nil && c.Circular.Number != "" {
			key = actKey(c.Circular) + "\x00" + c.Baseline.ID
		}
		if groups[key] == nil {
			keys = append(keys, key)
		}
		groups[key] = append(groups[key], c)
	}
	out := []circular.Comparison{}
	for _, key := range keys {
		group := groups[key]
		slices.SortStableFunc(group, func(a, b circular.Comparison) int { return bySource(a.Source, b.Source) })
		best := group[0]
		best.Pairs = slices.Clone(best.Pairs)
		for _, o := range group[1:] {
			best.Others = append(best.Others, o.Source)
			best.Corrections = append(slices.Clip(best.Corrections), o.Corrections...)
			unsettle(&best, &o)
		}
		out = append(out, best)
	}
	return out
}

// Acts groups records by the circular they are about: each group the source
// nearest to the circular first, at the place of its first record. A circular
// without number is never taken for another. The result has places in records.
func Acts(records []circular.Record) [][]int {
	var out [][]int
	at := map[string]int{}
	for i := range records {
		s := records[i].Subject()
		if s == nil || s.Number == "" {
			out = append(out, []int{i})
			continue
		}
		key := actKey(s)
		if _, ok := at[key]; !ok {
			at[key] = len(out)
			out = append(out, nil)
		}
		out[at[key]] = append(out[at[key]], i)
	}
	for _, group := range out {
		slices.SortStableFunc(group, func(a, b int) int { return bySource(records[a].Source, records[b].Source) })
	}
	return out
}

// unsettle takes the verdict from rows on which a second source of the same
// grade has another.
func unsettle(best, other *circular.Comparison) {
	if best.Source.Grade != other.Source.Grade {
		return
	}
	for i := range best.Pairs {
		row := &best.Pairs[i]
		k := slices.IndexFunc(other.Pairs, func(p circular.Pair) bool { return p.Atom == row.Atom })
		if row.Atom == "" || k < 0 || other.Pairs[k].Result == row.Result && other.Pairs[k].Level == row.Level {
			continue
		}
		row.Result = circular.ResultUnknown
		if !slices.Contains(row.Codes, circular.CodeSourcesDiffer) {
			row.Codes = append(slices.Clip(row.Codes), circular.CodeSourcesDiffer)
		}
	}
}
