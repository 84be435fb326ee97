package statement

import (
	"slices"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/lexicon"
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
		f.Before, f.After = beside(items, j, f.Start)
		out = append(out, f)
	}
	if len(out) == 1 && out[0].Bound == circular.BoundExact {
		out[0].lone(items)
	}
	return out
}

// lone gives the only figure of a piece the only limit of it, wherever that stands:
// "Kuota maksimal WFH adalah 50 persen", "40 persen sebagai jumlah minimal".
func (f *Figure) lone(items []item) {
	var at *item
	for j := range items {
		if it := &items[j]; it.class == bound && !it.inside && limits(it.entry) {
			if at != nil {
				return
			}
			at = it
		}
	}
	if at != nil {
		f.set(LimitOf(at.entry), *at)
	}
}

// limits reports whether a bound is an upper or lower one.
func limits(e *lexicon.Entry) bool {
	b := LimitOf(e)
	return b == circular.BoundMax || b == circular.BoundMin
}

// LimitOf returns the bound that an entry says.
func LimitOf(e *lexicon.Entry) circular.Bound {
	if as := e.Attrs["as"]; as != "" {
		return circular.Bound(as)
	}
	return circular.Bound(e.ID)
}

// turned turns the limits of figures that a ban or a negation before them denies:
// "dilarang mengizinkan WFH bagi lebih dari 50 persen" allows at most that, and
// reports whether there was one.
func turned(items []item, fs []Figure) bool {
	done := false
	for n := range fs {
		deny := false
		for _, it := range items {
			if it.first >= fs[n].First {
				break
			}
			switch {
			case it.class == bound && deny && it.entry.Attrs["turn"] != "" && it.first == fs[n].Start:
				fs[n].Bound, done = circular.Bound(it.entry.Attrs["turn"]), true
			case it.rel || it.inside:
			case it.class == modal && it.modal.Sense == Ban, it.class == negation:
				deny = true
			}
		}
	}
	return done
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
	f.From = j > 0 && items[j-1].class == locative && becomes(items[j+1:]) || formerly(items[:j])
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
		case modal:
			if it.entry.Attrs["only"] != "" { // "hanya diperbolehkan 20 persen"
				f.set(circular.BoundMax, it)
				return
			}
			continue
		case adverb, verb, noun, locative, pronoun, quote, copula, head, quantity, target, keep:
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
	}
	f.set(LimitOf(it.entry), it)
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

// formerly reports whether the items before a figure say that it is what was: "semula
// paling banyak 50 persen".
func formerly(items []item) bool {
	was := false
	for _, it := range items {
		was = was && !it.is("changed", "now") || it.is("changed", "was")
	}
	return was
}

// beside returns what stands before and behind the figure at j and the words of its
// bound, which begin at token start.
func beside(items []item, j, start int) (before, after string) {
	k := j - 1
	for k >= 0 && (items[k].first >= start || !counts(items[k])) {
		k--
	}
	n := j + 1
	for n < len(items) && (items[n].class == bound || !counts(items[n])) {
		n++
	}
	before, after = "start", "end"
	if k >= 0 {
		before = items[k].kind()
	}
	if n < len(items) {
		after = items[n].kind()
	}
	return before, after
}

// counts reports whether the item is more than an adverb or a mark.
func counts(it item) bool { return it.class != adverb && it.class != quote }

// kind names what the item is: the class of its phrase, of verbs with the id, else
// its function.
func (it item) kind() string {
	switch {
	case it.entry == nil:
		return it.class.String()
	case it.entry.Class == "issue" || it.entry.Class == "bound":
		return it.entry.Class + "." + it.entry.ID
	}
	return it.entry.Class
}

// String returns the name of the class.
func (c class) String() string {
	names := [...]string{"noun", "head", "verb", "mode", "figure", "bound", "modal", "negation", "keep", "only", "except", "target", "locative",
		"conj", "relative", "copula", "outof", "subclause", "link", "adverb", "pronoun", "quantity", "rest", "when", "act", "speech", "comma", "stop", "colon", "open", "shut", "quote"}
	return names[c]
}
