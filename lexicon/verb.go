package lexicon

import "strings"

// Active reports whether a word in small letters has the form of an active
// verb: the prefix me-, and a root behind it.
func Active(word string) bool { return strings.HasPrefix(word, "me") && len(word) > 7 }
