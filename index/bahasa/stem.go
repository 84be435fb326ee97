package bahasa

import (
	"slices"
	"strings"
	"sync"

	"github.com/telaah/telaah/lexicon"
)

// regionWords are the words in names of regions: they keep their form.
var regionWords = sync.OnceValue(func() map[string]bool {
	m := map[string]bool{}
	for _, r := range lexicon.Regions() {
		for _, w := range strings.Fields(strings.ToLower(r.Name)) {
			m[w] = true
		}
	}
	return m
})

// Stem returns the stem of a word in lower case, after the rules of Nazief and
// Adriani: affixes come off only where a root of the lexicon remains. Any other
// word, a name or a region above all, is returned as it is.
func Stem(word string) string {
	words := lexicon.Search()
	if stem, ok := words.Stems[word]; ok {
		return stem
	}
	if len(word) < 4 || len(word) > 40 || words.Roots[word] || regionWords()[word] {
		return word
	}
	if stem := find(word, words.Roots); stem != "" {
		return stem
	}
	// "-nya" comes off any longer word, and leaves one that is known or not.
	if rest, ok := strings.CutSuffix(word, "nya"); ok && len(rest) > 4 {
		return Stem(rest)
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
	if roots[word] || last+suffix != "" && compound(word, roots) {
		return word
	}
	if depth == 3 || len(word) < 5 {
		return ""
	}
	for _, p := range prefixes(word) {
		if p.kind == last || last == "" && slices.Contains(forbidden[p.kind], suffix) {
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

// compound reports whether a word is two roots in a row, as they are written
// between affixes: "sebar luas", but "menyebarluaskan".
func compound(word string, roots map[string]bool) bool {
	const shortest = 4
	for i := shortest; i <= len(word)-shortest; i++ {
		if roots[word[:i]] && roots[word[i:]] {
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

// nasal returns what may stand behind "me" or "pe": in front of a vowel the nasal
// sound belongs to the root, or stands for its p, t, s or k; in front of a
// consonant, and "ng" in front of a vowel too, it was put in.
func nasal(w string) []string {
	vowel := func(s string) bool { return s != "" && strings.IndexByte("aeiou", s[0]) >= 0 }
	switch {
	case strings.HasPrefix(w, "nge"): // mengecat, mengesahkan
		return []string{w[2:], "k" + w[2:], w[3:]}
	case strings.HasPrefix(w, "ng"):
		return []string{w[2:], "k" + w[2:], w}
	case strings.HasPrefix(w, "ny"):
		return []string{w, "s" + w[2:]}
	case strings.HasPrefix(w, "n") && vowel(w[1:]):
		return []string{w, "t" + w[1:]}
	case strings.HasPrefix(w, "m") && vowel(w[1:]):
		return []string{w, "p" + w[1:]}
	case strings.HasPrefix(w, "n"), strings.HasPrefix(w, "m"):
		return []string{w[1:], w}
	}
	return []string{w}
}
