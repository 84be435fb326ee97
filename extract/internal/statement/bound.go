package statement

import (
	"slices"

	"github.com/telaah/telaah/circular"
)

// figuresOf returns the figures of the items with their bounds: of the word of
// limit before the figure with nothing but adverbs and verbs between, or right
// behind it.
func figuresOf(items []item) []Figure {
	var out []Figure
	for j, it := range items {
		if it.class != figure {
			continue
		}
		f := Figure{Figure: *it.figure, Bound: circular.BoundExact, Rule: "percent/percent", Start: it.first, Rel: it.rel}
		f.limit(items, j)
		out = append(out, f)
	}
	return out
}

// limit sets the bound of the figure at j.
func (f *Figure) limit(items []item, j int) {
	if f.Ratio {
		f.Rule = "ratio/each"
		return
	}
	if f.Lo != f.Hi {
		f.Bound = circular.BoundRange
	}
	f.Whole = j > 0 && items[j-1].class == locative && !slices.ContainsFunc(items, func(x item) bool { return x.class == mode })
	f.From = j > 0 && items[j-1].class == locative && becomes(items[j+1:])
	approx := false
	for k := j - 1; k >= 0; k-- {
		it := items[k]
		switch it.class {
		case bound:
			f.Start = it.first
			if f.take(it, &approx) {
				return
			}
			continue
		case only:
			if approx {
				f.Bound, f.Rule = circular.BoundApprox, "bound/approx"
				return
			}
			f.set(circular.BoundMax, it)
			return
		case rest:
			f.Rest = true
		case adverb, verb, noun, modal, locative, pronoun, quote, copula, head, quantity, target, keep:
			continue
		}
		break
	}
	f.Rest = f.Rest || j+1 < len(items) && items[j+1].class == rest
	if j+1 < len(items) && items[j+1].class == bound && (j+2 >= len(items) || items[j+2].class != figure) {
		f.take(items[j+1], &approx)
	}
	if approx && f.Bound == circular.BoundExact {
		f.Bound, f.Rule = circular.BoundApprox, "bound/approx"
	}
}

// take takes the bound that a word says, and reports whether it settles it.
func (f *Figure) take(it item, approx *bool) bool {
	switch it.entry.ID {
	case "approx":
		*approx = true
		return false
	case "exact", "optimal":
		f.Rule = it.entry.Rule()
		return false
	case "upto":
		f.set(circular.BoundMax, it)
		return true
	}
	f.set(circular.Bound(it.entry.ID), it)
	return true
}

func (f *Figure) set(b circular.Bound, it item) {
	if f.Lo == f.Hi {
		f.Bound = b
	}
	if it.entry != nil {
		f.Rule = it.entry.Rule()
	}
}

// becomes reports whether another figure follows that the first one has become:
// "dari 50 persen menjadi 75 persen".
func becomes(items []item) bool {
	for k, it := range items {
		if it.class == figure {
			return k > 0 && (items[k-1].is("bound", "exact") || items[k-1].class == only)
		}
	}
	return false
}
