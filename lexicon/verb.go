package lexicon

import "strings"

// Nominal reports whether a word in small letters has the form of a noun made of
// a verb or adjective, pe-...-an or ke-...-an, as the names of offices are full of.
func Nominal(word string) bool {
	return (strings.HasPrefix(word, "pe") || strings.HasPrefix(word, "ke")) && strings.HasSuffix(word, "an") && len(word) >= 8
}

// Active reports whether a word in small letters has the form of an active
// verb: the prefix me-, and a root behind it.
func Active(word string) bool { return strings.HasPrefix(word, "me") && len(word) > 7 }

// Verbal reports whether a word in small letters has the form of a verb: active,
// of state, or passive.
func Verbal(word string) bool {
	return Active(word) || strings.HasPrefix(word, "ber") && len(word) > 6 || strings.HasPrefix(word, "di") && len(word) > 5
}

// Verb reports whether a word in small letters has the form of a verb - the prefix
// me-, ber- or di- before a stem - and whether of an active one.
func Verb(word string) (active, ok bool) {
	switch {
	case strings.HasSuffix(word, "nya"):
	case strings.HasPrefix(word, "me") && len(word) >= 6, strings.HasPrefix(word, "ber") && len(word) >= 7:
		return true, true
	case strings.HasPrefix(word, "di") && len(word) >= 6:
		return false, true
	}
	return false, false
}
