package lexicon

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
)

//go:embed case.txt
var caseData string

// caseWords reads case.txt once: the words that stay small, and those that
// stay in capitals, in lower case.
var caseWords = sync.OnceValues(func() (small, whole map[string]bool) {
	small, whole = map[string]bool{}, map[string]bool{}
	for line := range strings.Lines(caseData) {
		rule, words, _ := strings.Cut(strings.TrimSpace(line), " ")
		into := map[string]map[string]bool{"small": small, "whole": whole}[rule]
		for _, w := range strings.Fields(words) {
			if into != nil {
				into[strings.ToLower(w)] = true
			}
		}
	}
	return small, whole
})

// NormalCase returns a name or title as it stands in a sentence: what is
// printed in capitals but for degrees gets capital initials, abbreviations and
// small words as case.txt says. Any other text is returned as it is.
func NormalCase(s string) string {
	words := strings.Fields(s)
	if !inCapitals(words) {
		return s
	}
	small, whole := caseWords()
	for i, w := range words {
		words[i] = normalWord(w, i == 0, small, whole)
	}
	return strings.Join(words, " ")
}

// inCapitals reports whether every word of three letters or more that has no
// dot, as degrees do, is in capitals, and there is one.
func inCapitals(words []string) bool {
	some := false
	for _, w := range words {
		bare := strings.TrimFunc(w, func(r rune) bool { return !unicode.IsLetter(r) })
		if len(bare) < 3 || strings.Contains(strings.TrimRight(w, ","), ".") {
			continue
		}
		if strings.ToUpper(bare) != bare {
			return false
		}
		some = true
	}
	return some
}

// normalWord is NormalCase of one word with the punctuation that clings to it.
// A word of single letters and dots is a degree or an initial and stays.
func normalWord(w string, first bool, small, whole map[string]bool) string {
	bare := strings.ToLower(strings.TrimFunc(w, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }))
	letters := strings.Trim(bare, "0123456789.,-/")
	switch {
	case whole[bare], letters == "", len(letters) == 1, strings.Contains(w, ".") && !strings.HasSuffix(w, ".)"):
		return w
	case small[bare] && !first:
		return strings.ToLower(w)
	}
	var b strings.Builder
	start := true
	for _, r := range w {
		switch {
		case start && unicode.IsLetter(r):
			b.WriteRune(unicode.ToUpper(r))
			start = false
		default:
			b.WriteRune(unicode.ToLower(r))
			start = !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\'' && r != '’'
		}
	}
	return b.String()
}
