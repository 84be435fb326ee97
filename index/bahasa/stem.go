package bahasa

import (
	"strings"

	"telaah/lexicon"
)

// Stem returns the stem of a word in lower case, after the rules of Nazief and
// Adriani: affixes come off only where a root of the lexicon remains. Any other
// word, a name or a region above all, is returned as it is.
func Stem(word string) string {
	words := lexicon.Search()
	if stem, ok := words.Stems[word]; ok {
		return stem
	}
	if len(word) < 4 || len(word) > 40 || words.Roots[word] {
		return word
	}
	if stem := find(word, words.Roots); stem != "" {
		return stem
	}
	return word
}

// find tries the ways to take off suffixes, the fewest first, each with every
// row of prefixes, and returns the first root, or "".
func find(word string, roots map[string]bool) string {
	for _, particle := range []string{"", "lah", "kah", "tah", "pun"} {
		a, ok := strings.CutSuffix(word, particle)
		if !ok {
			continue
		}
		for _, own := range []string{"", "nya", "ku", "mu"} {
			b, ok := strings.CutSuffix(a, own)
			if !ok {
				continue
			}
			for _, suffix := range []string{"", "kan", "an", "i"} {
				c, ok := strings.CutSuffix(b, suffix)
				if !ok || len(c) < 3 {
					continue
				}
				if root := unprefix(c, "", suffix, roots, 0); root != "" {
					return root
				}
			}
		}
	}
	return ""
}

// forbidden lists the prefixes that no word has together with a suffix.
var forbidden = map[string][]string{
	"be": {"i"}, "di": {"an"}, "ke": {"i", "kan"}, "me": {"an"}, "se": {"i", "kan"}, "te": {"an"},
}

// unprefix returns the root of a word from which up to three prefixes have to
// come off, or "". last is the kind of the prefix that came off before.
func unprefix(word, last, suffix string, roots map[string]bool, depth int) string {
	if roots[word] {
		return word
	}
	if depth == 3 || len(word) < 5 {
		return ""
	}
	for _, p := range prefixes(word) {
		if p.kind == last || last == "" && contains(forbidden[p.kind], suffix) {
			continue
		}
		for _, rest := range p.rests {
			if len(rest) < 3 {
				continue
			}
			if root := unprefix(rest, p.kind, suffix, roots, depth+1); root != "" {
				return root
			}
		}
	}
	return ""
}

func contains(list []string, s string) bool {
	for _, l := range list {
		if l == s && s != "" {
			return true
		}
	}
	return false
}

// prefix is one reading of the prefix of a word, with what may remain.
type prefix struct {
	kind  string   // di, ke, se, te, be, me, pe
	rests []string // the likelier first
}

// prefixes returns the readings of the prefix of a word.
func prefixes(w string) []prefix {
	switch {
	case strings.HasPrefix(w, "di"):
		return []prefix{{"di", []string{w[2:]}}}
	case strings.HasPrefix(w, "ke"):
		return []prefix{{"ke", []string{w[2:]}}}
	case strings.HasPrefix(w, "se"):
		return []prefix{{"se", []string{w[2:]}}}
	case strings.HasPrefix(w, "ter"):
		return []prefix{{"te", []string{w[3:], w[2:]}}}
	case strings.HasPrefix(w, "te"):
		return []prefix{{"te", []string{w[2:]}}}
	case strings.HasPrefix(w, "belajar"):
		return []prefix{{"be", []string{w[3:]}}}
	case strings.HasPrefix(w, "ber"):
		return []prefix{{"be", []string{w[3:], w[2:]}}}
	case strings.HasPrefix(w, "be"):
		return []prefix{{"be", []string{w[2:]}}}
	case strings.HasPrefix(w, "pelajar"):
		return []prefix{{"pe", []string{w[3:]}}}
	case strings.HasPrefix(w, "per"):
		return []prefix{{"pe", []string{w[3:], w[2:]}}}
	case strings.HasPrefix(w, "me"):
		return []prefix{{"me", nasal(w[2:])}}
	case strings.HasPrefix(w, "pe"):
		return []prefix{{"pe", nasal(w[2:])}}
	}
	return nil
}

// nasal returns what may stand behind "me" or "pe": the nasal sound swallows
// p, t, k and s, or stands for itself.
func nasal(w string) []string {
	switch {
	case strings.HasPrefix(w, "nge"): // mengecat, mengesahkan
		return []string{"k" + w[2:], w[2:], w[3:]}
	case strings.HasPrefix(w, "ng"):
		return []string{w[2:], "k" + w[2:], w}
	case strings.HasPrefix(w, "ny"):
		return []string{"s" + w[2:], w, w[2:]}
	case strings.HasPrefix(w, "n"):
		return []string{w[1:], "t" + w[1:], w}
	case strings.HasPrefix(w, "m"):
		return []string{w[1:], "p" + w[1:], w}
	}
	return []string{w}
}
