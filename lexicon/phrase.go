package lexicon

import (
	"errors"
	"fmt"
	"strings"
)

// maxPhrases bounds how many phrases one pattern may stand for.
const maxPhrases = 4096

// splitTop splits s at the separators that stand outside parentheses.
func splitTop(s string, sep byte) []string {
	var parts []string
	depth, from := 0, 0
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '(':
			depth++
		case ')':
			depth--
		case sep:
			if depth == 0 {
				parts = append(parts, s[from:i])
				from = i + 1
			}
		}
	}
	return append(parts, s[from:])
}

// expand returns every sequence of normalised words that a pattern stands for.
func expand(pattern string) ([][]string, error) {
	out := [][]string{{}}
	rest := strings.TrimSpace(pattern)
	for rest != "" {
		var alts [][]string
		if rest[0] == '(' {
			end := closing(rest)
			if end < 0 {
				return nil, errors.New("a parenthesis is not closed")
			}
			for _, alt := range splitTop(rest[1:end], '|') {
				seqs, err := expand(alt)
				if err != nil {
					return nil, err
				}
				alts = append(alts, seqs...)
			}
			rest = rest[end+1:]
		} else {
			end := strings.IndexAny(rest, " \t(?")
			if end < 0 {
				end = len(rest)
			}
			if strings.ContainsAny(rest[:end], ")|=") {
				return nil, fmt.Errorf("%q is no word", rest[:end])
			}
			alts = [][]string{normWords(rest[:end])}
			rest = rest[end:]
		}
		if r, ok := strings.CutPrefix(rest, "?"); ok {
			alts, rest = append(alts, nil), r
		}
		if len(out)*len(alts) > maxPhrases {
			return nil, fmt.Errorf("stands for more than %d phrases", maxPhrases)
		}
		next := make([][]string, 0, len(out)*len(alts))
		for _, o := range out {
			for _, a := range alts {
				next = append(next, append(append([]string(nil), o...), a...))
			}
		}
		out, rest = next, strings.TrimSpace(rest)
	}
	for _, o := range out {
		if len(o) == 0 {
			return nil, errors.New("stands for no word at all")
		}
	}
	return out, nil
}

// closing returns the index of the parenthesis that closes the one at s[0], or -1.
func closing(s string) int {
	depth := 0
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return -1
}

// normWords cuts one written word as Tokens would, hyphens left out: Find
// takes them as optional.
func normWords(w string) []string {
	var none Lexicon
	var out []string
	for _, t := range none.Tokens(w) {
		if t.Norm != "-" || len(w) == 1 {
			out = append(out, t.Norm)
		}
	}
	return out
}
