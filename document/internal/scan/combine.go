package scan

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
)

// Confidence of what only one of two readings says.
const (
	doubted = 0.75 // at most: the other says something else
	alone   = 0.6  // at least, so that a word the other does not have is kept
)

// Combine makes one reading of two of the same page: one with the model of
// words, one with the model of figures. Words are those of the first, figures
// those of the second, and marks that the model of words does not know too. The
// lines are those of the reading that holds more. What the two agree on is as
// sure as both together, and marked so; figures on which they differ are in
// doubt.
func Combine(words, figures []Word) []Word {
	first, second := words, figures
	swapped := held(figures) > 1.15*held(words)
	if swapped {
		first, second = figures, words
	}
	var out []Word
	line := map[int]int{} // of the second reading: the line of the first where it stands
	groups, rest := match(first, second)
	for _, g := range groups {
		w, f := g[0], g[1]
		if len(f) == 0 && Skeleton(joined(w)) == "" { // a speck
			continue
		}
		if len(w) > 0 && len(f) > 0 {
			for _, o := range f {
				line[o.Line] = w[0].Line
			}
		}
		if swapped {
			w, f = f, w
		}
		for i, c := range choose(w, f) {
			c.Line = g[0][0].Line
			if i == 0 {
				c.ByWords, c.ByFigures = spaced(w), spaced(f)
			}
			out = append(out, c)
		}
	}
	return slices.Concat(out, added(first, rest, line))
}

// held returns how much a reading holds: its letters by their confidence,
// without those that are hardly read.
func held(words []Word) (sum float64) {
	for _, w := range words {
		if w.Conf > 0.5 {
			sum += w.Conf * float64(len(w.Text))
		}
	}
	return sum
}

// match puts the words of two readings together that stand on one place:
// groups hold words of the first, and those of the second that overlap them.
// rest are those of the second without a counterpart.
func match(first, second []Word) (groups [][2][]Word, rest []Word) {
	group := make([]int, len(first)) // by word of the first
	for i := range group {
		group[i] = i
	}
	find := func(i int) int {
		for group[i] != i {
			i = group[i]
		}
		return i
	}
	of := make([]int, len(second)) // a word of the first that each overlaps, or -1
	for k, o := range second {
		of[k] = -1
		for i := range first {
			if !first[i].overlaps(o) {
				continue
			}
			if of[k] >= 0 {
				if a, b := find(of[k]), find(i); first[a].Line == first[b].Line {
					group[max(a, b)] = min(a, b)
				}
				continue
			}
			of[k] = i
		}
	}
	at := map[int]int{}
	for i, w := range first {
		r := find(i)
		if _, ok := at[r]; !ok {
			at[r] = len(groups)
			groups = append(groups, [2][]Word{})
		}
		groups[at[r]][0] = append(groups[at[r]][0], w)
	}
	for k, o := range second {
		if of[k] < 0 {
			rest = append(rest, o)
			continue
		}
		g := &groups[at[find(of[k])]]
		g[1] = append(g[1], o)
	}
	for _, g := range groups {
		for _, ws := range g {
			slices.SortStableFunc(ws, func(a, b Word) int { return cmp.Compare(a.X, b.X) })
		}
	}
	return groups, rest
}

// choose returns what two readings of one place come to.
func choose(words, figures []Word) []Word {
	if len(figures) == 0 || len(words) == 0 {
		out := slices.Concat(words, figures)
		for i := range out {
			if HasFigure(out[i].Text) {
				out[i].Conf = min(out[i].Conf, doubted)
			}
		}
		return out
	}
	if len(words) != len(figures) { // specks beside the words of one
		words, figures = withoutSpecks(words), withoutSpecks(figures)
	}
	w, f := joined(words), joined(figures)
	kw, kf := Skeleton(w), Skeleton(f)
	switch {
	case kw == "" && kf == "" && w != f: // a speck, or the end of a rule
		return nil
	case kw == kf:
		out := figures
		if odd(f) && !odd(w) || len(words) > len(figures) && withFigures(words) == withFigures(figures) {
			out = words
		}
		return agreed(out, words, figures)
	case HasFigure(f) && (digits(w) == digits(f) || strings.HasSuffix(strings.TrimRight(f, ".,;:)"), "%") && strings.HasPrefix(digits(w), digits(f))):
		if lettersOf(kw) == "" || lettersOf(kf) == "" || digits(f) == "" {
			return agreed(figures, words, figures)
		}
		return doubt(figures) // "12A" and "12B"
	case HasFigure(f):
		return doubt(figures)
	case HasFigure(w) && lookalike(f):
		return doubt(words)
	case HasFigure(w) && least(figures) > least(words)-0.1:
		return figures
	case HasFigure(w):
		return doubt(words)
	case strings.ContainsAny(f, "qQ") && least(figures) > 0.8: // the model of words has none
		return figures
	case least(words) < 0.4 && least(figures) > least(words)+0.3:
		return figures
	}
	return words
}

// agreed returns the words out, which two readings agree on.
func agreed(out, a, b []Word) []Word {
	conf := 1 - (1-least(a))*(1-least(b))
	out = slices.Clone(out)
	for i := range out {
		out[i].Conf, out[i].Agreed = max(out[i].Conf, min(conf, 0.99)), true
	}
	return out
}

// doubt returns words of which another reading says otherwise.
func doubt(words []Word) []Word {
	words = slices.Clone(words)
	for i := range words {
		words[i].Conf = min(words[i].Conf, doubted)
	}
	return words
}

// added returns the words that only the second reading has, on the lines of
// the first where their neighbours stand. Those of doubtful lines are dirt.
func added(first, rest []Word, line map[int]int) (out []Word) {
	last := 0
	for _, w := range first {
		last = max(last, w.Line)
	}
	lines := map[int][]Word{}
	for _, w := range rest {
		lines[w.Line] = append(lines[w.Line], w)
	}
	for _, w := range rest {
		l, known := line[w.Line]
		if w.Conf < alone || Skeleton(w.Text) == "" || !known && (Mean(lines[w.Line]) < alone || len([]rune(w.Text)) < 2) {
			continue
		}
		if w.Line += last; known {
			w.Line = l
		}
		if HasFigure(w.Text) {
			w.Conf = min(w.Conf, doubted)
		}
		w.ByFigures = w.Text
		out = append(out, w)
	}
	return out
}

// overlaps reports whether two words share half of the smaller one's box.
func (w Word) overlaps(o Word) bool {
	dx := min(w.X+w.W, o.X+o.W) - max(w.X, o.X)
	dy := min(w.Y+w.H, o.Y+o.H) - max(w.Y, o.Y)
	return dx > 0 && dy > 0 && 2*dx*dy > min(w.W*w.H, o.W*o.H)
}

func joined(words []Word) string { return strings.ReplaceAll(spaced(words), " ", "") }

func spaced(words []Word) string {
	s := make([]string, len(words))
	for i, w := range words {
		s[i] = w.Text
	}
	return strings.Join(s, " ")
}

func least(words []Word) float64 {
	conf := 1.0
	for _, w := range words {
		conf = min(conf, w.Conf)
	}
	return conf
}

// Skeleton returns the letters and digits of s, and its per cent signs: by
// which two readings are compared.
func Skeleton(s string) string {
	return keep(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '%' })
}

func digits(s string) string { return keep(s, unicode.IsDigit) }

func lettersOf(s string) string { return keep(s, unicode.IsLetter) }

func keep(s string, ok func(rune) bool) string {
	return strings.Map(func(r rune) rune {
		if ok(r) {
			return r
		}
		return -1
	}, s)
}

// HasFigure reports whether s holds a digit or a per cent sign.
func HasFigure(s string) bool { return strings.ContainsAny(s, "0123456789%") }

// withoutSpecks returns words without marks that have no letter or digit, unless
// that leaves none.
func withoutSpecks(words []Word) []Word {
	out := slices.DeleteFunc(slices.Clone(words), func(w Word) bool { return Skeleton(w.Text) == "" })
	if len(out) == 0 {
		return words
	}
	return out
}

// withFigures counts the words that hold figures.
func withFigures(words []Word) (n int) {
	for _, w := range words {
		if HasFigure(w.Text) {
			n++
		}
	}
	return n
}

// lookalike reports whether s is short and made of letters that are taken for
// digits, and the other way round.
func lookalike(s string) bool {
	s = Skeleton(s)
	return len(s) <= 4 && strings.Trim(s, "OolIiSBZzgsbDQJTA") == ""
}

// odd reports whether s has a mark that no circular prints.
func odd(s string) bool {
	return strings.ContainsAny(s, "_|~^\\{}<>=*¢£¥©®«»°§") ||
		strings.Count(s, "[") != strings.Count(s, "]") || strings.Count(s, "(") < strings.Count(s, ")") && len(s) > 4
}
