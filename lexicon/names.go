package lexicon

import (
	"strings"
	"unicode"
)

// nameTree finds names of several words in a row of tokens. Each name carries
// the values that were added under it, in the order of adding.
type nameTree[T any] struct {
	next   map[string]*nameTree[T]
	values []T
}

// add puts v under name. A name with hyphens is also found where a tokenizer
// kept the hyphened word whole ("toli-toli").
func (t *nameTree[T]) add(name string, v T) {
	t.insert(nameWords(name), v)
	if strings.Contains(name, "-") {
		t.insert(nameWords(strings.ReplaceAll(name, "-", "\x00")), v)
	}
}

func (t *nameTree[T]) insert(words []string, v T) {
	for _, w := range words {
		if t.next == nil {
			t.next = make(map[string]*nameTree[T])
		}
		child := t.next[w]
		if child == nil {
			child = new(nameTree[T])
			t.next[w] = child
		}
		t = child
	}
	t.values = append(t.values, v)
}

// nameMatch is one name found: it covers the tokens up to end.
type nameMatch[T any] struct {
	end    int
	values []T
}

// matches returns every name that begins at tokens[i], the longest first.
// Points, hyphens and commas between the words of a name do not matter.
func (t *nameTree[T]) matches(tokens []string, i int) []nameMatch[T] {
	var found []nameMatch[T]
	for i < len(tokens) {
		child := t.next[tokens[i]]
		if child == nil {
			break
		}
		t, i = child, i+1
		if len(t.values) > 0 {
			found = append(found, nameMatch[T]{i, t.values})
		}
		for i < len(tokens) && (tokens[i] == "-" || tokens[i] == "." || tokens[i] == "," && i+1 < len(tokens) && t.next[tokens[i+1]] != nil) {
			i++
		}
	}
	for a, b := 0, len(found)-1; a < b; a, b = a+1, b-1 {
		found[a], found[b] = found[b], found[a]
	}
	return found
}

// nameWords splits a name into lower-cased words. A NUL stands for a hyphen
// that stays inside its word.
func nameWords(s string) []string {
	words := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != 0
	})
	for i, w := range words {
		words[i] = strings.ReplaceAll(w, "\x00", "-")
	}
	return words
}

// wordless reports whether a token has neither letter nor digit.
func wordless(token string) bool {
	return !strings.ContainsFunc(token, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}
