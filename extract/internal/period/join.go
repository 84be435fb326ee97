package period

import (
	"slices"

	"github.com/telaah/telaah/circular"
)

// ends joins a start and an end that the text gives apart, when it gives one of
// each and no closed window: "mulai 25 Maret ... berlaku hingga 8 April".
func ends(ps []Period) []Period {
	from, to := -1, -1
	for i, p := range ps {
		switch {
		case p.Confidence < 0.8 || p.Start == p.Period.End:
		case p.Start.IsZero():
			if to >= 0 && ps[to].Period.End != p.Period.End {
				return ps
			}
			to = i
		case p.Period.End.IsZero():
			if from >= 0 && ps[from].Start != p.Start {
				return ps
			}
			from = i
		default:
			return ps
		}
	}
	if from < 0 || to < 0 || ps[from].Start.Compare(ps[to].Period.End) > 0 {
		return ps
	}
	p := ps[from]
	p.Period.End, p.Confidence = ps[to].Period.End, 0.75
	return append(ps, p)
}

// distinct returns ps without those that another already says: the same days
// twice, an open or single one inside a closed one, a single day that an open
// one begins or ends with.
func distinct(ps []Period) []Period {
	type days struct{ from, to circular.Date }
	best := map[days]int{}
	var closed []Period // of more than one day
	for i, p := range ps {
		k := days{p.Start, p.Period.End}
		if j, ok := best[k]; !ok || p.Confidence > ps[j].Confidence {
			best[k] = i
		}
		if !p.Start.IsZero() && p.Period.End.Compare(p.Start) > 0 {
			closed = append(closed, p)
		}
	}
	inside := within(closed)
	var out []Period
	for i, p := range ps {
		if best[days{p.Start, p.Period.End}] != i {
			continue
		}
		switch {
		case p.Start.IsZero():
			if inside(p.Period.End) {
				continue
			}
		case p.Period.End.IsZero():
			if inside(p.Start) {
				continue
			}
		case p.Start == p.Period.End:
			_, begins := best[days{from: p.Start}]
			_, stops := best[days{to: p.Period.End}]
			if begins || stops || inside(p.Start) {
				continue
			}
		}
		out = append(out, p)
	}
	return out
}

// plain returns ps without the weak ones, where there are others.
func plain(ps []Period) []Period {
	isWeak := func(p Period) bool { return p.Confidence <= weak }
	if !slices.ContainsFunc(ps, func(p Period) bool { return !isWeak(p) }) {
		return ps
	}
	return slices.DeleteFunc(ps, isWeak)
}

// within returns whether a day lies in one of the closed periods, in time that
// grows with the logarithm of their number.
func within(closed []Period) func(circular.Date) bool {
	slices.SortStableFunc(closed, func(a, b Period) int { return a.Start.Compare(b.Start) })
	last := make([]circular.Date, len(closed)) // the latest end up to each
	for i, p := range closed {
		last[i] = p.Period.End
		if i > 0 && last[i-1].Compare(p.Period.End) > 0 {
			last[i] = last[i-1]
		}
	}
	return func(x circular.Date) bool {
		n, _ := slices.BinarySearchFunc(closed, x, func(p Period, x circular.Date) int {
			if p.Start.Compare(x) <= 0 {
				return -1
			}
			return 1
		})
		return n > 0 && last[n-1].Compare(x) >= 0
	}
}
