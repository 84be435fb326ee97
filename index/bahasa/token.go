// Package bahasa reads Indonesian text for search: it parts text into tokens,
// keeps numbers of acts, percentages and short forms whole, passes over
// function words and reduces common words to their stems. It knows nothing of
// the engine behind the search.
package bahasa

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Kind says what a token is.
type Kind uint8

// The kinds of tokens.
const (
	Word     Kind = iota // letters; may be stemmed
	Number               // digits, with dots and commas
	Percent              // a number and its unit: "50%" for "50 %" and "50 persen"
	Compound             // words or numbers joined by "-" or "/", whole: "menpan-rb", "800/1234/sj"
	Part                 // one part of a compound
)

// Token is one token of a text.
type Token struct {
	Term  string // lower case, numbers without leading zeros
	Start int    // offset of its first byte
	End   int    // offset behind its last byte
	Pos   int    // place in the row of words, from 1; a compound stands where its first part does
	Kind  Kind
}

// maxTerm is the length in bytes beyond which a token is cut: no word of the
// language is so long, and a hostile text must not fill the dictionary.
const maxTerm = 64

// Tokens parts text into tokens in the order of their places.
//
// A compound is followed by its parts, except where a word is doubled
// ("sekolah-sekolah"), which is one token of the single word. The unit behind a
// percentage is a token "persen" of its own, however it is printed.
func Tokens(text string) []Token {
	out := make([]Token, 0, len(text)/6+1)
	var parts []Token
	pos := 0
	add := func(k Kind, start, end int, term string) {
		out = append(out, Token{Term: cut(term), Start: start, End: end, Pos: pos, Kind: k})
	}
	for at := 0; at < len(text); {
		start, end := chunk(text, at)
		if start == end {
			break
		}
		at = end
		parts = split(parts[:0], text, start, end)
		if len(parts) == 2 && doubled(parts[0].Term, parts[1].Term) {
			pos++
			add(Word, start, end, parts[0].Term)
			continue
		}
		if len(parts) > 1 {
			var whole strings.Builder
			for i, p := range parts {
				if i > 0 {
					whole.WriteByte(text[p.Start-1])
				}
				whole.WriteString(p.Term)
			}
			pos++
			add(Compound, start, end, whole.String())
			pos--
		}
		for i, p := range parts {
			pos++
			k := p.Kind
			if unit := unitEnd(text, end); i == len(parts)-1 && k == Number && unit > end {
				add(Percent, p.Start, unit, p.Term+"%")
				pos++
				add(Word, unitStart(text, end), unit, "persen")
				at = unit
				continue
			}
			if len(parts) > 1 {
				k = Part
			}
			add(k, p.Start, p.End, p.Term)
		}
	}
	return out
}

// cut shortens an overlong term at the start of a rune.
func cut(term string) string {
	if len(term) <= maxTerm {
		return term
	}
	n := maxTerm
	for n > 0 && !utf8.RuneStart(term[n]) {
		n--
	}
	return term[:n]
}

// isWord reports whether r stands in words and numbers.
func isWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r)
}

// chunk returns the next run of letters, digits and the signs between them from
// offset at on; start == end where there is none.
func chunk(text string, at int) (start, end int) {
	for at < len(text) {
		r, n := utf8.DecodeRuneInString(text[at:])
		if isWord(r) && !unicode.Is(unicode.Mn, r) {
			break
		}
		at += n
	}
	start, end = at, at
	for at < len(text) {
		r, n := utf8.DecodeRuneInString(text[at:])
		if isWord(r) {
			at += n
			end = at
			continue
		}
		if !joins(text, start, at, r, n) {
			break
		}
		at += n
	}
	return start, end
}

// joins reports whether the sign r of n bytes at offset at joins what stands
// around it to one chunk that began at start.
func joins(text string, start, at int, r rune, n int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[start:at])
	after, _ := utf8.DecodeRuneInString(text[at+n:])
	if !isWord(before) || !isWord(after) {
		return false
	}
	digits := unicode.IsDigit(before) && unicode.IsDigit(after)
	switch r {
	case '/', '-', '\'', '’', '_':
		return true
	case ',':
		return digits
	case '.':
		// "000.8.3" and "B.Org", but not "libur.Kemudian": a missing space.
		return digits || initial(text, start, at)
	}
	return false
}

// initial reports whether a single letter, or a digit, stands in front of at.
func initial(text string, start, at int) bool {
	r, n := utf8.DecodeLastRuneInString(text[start:at])
	if unicode.IsDigit(r) {
		return true
	}
	if at-n == start {
		return true
	}
	before, _ := utf8.DecodeLastRuneInString(text[start : at-n])
	return !unicode.IsLetter(before)
}

// split appends the parts of the chunk text[start:end] between "-" and "/".
func split(out []Token, text string, start, end int) []Token {
	for from := start; from < end; {
		to := from
		for to < end && text[to] != '-' && text[to] != '/' && text[to] != '_' {
			to++
		}
		if term, k := normal(text[from:to]); term != "" { // "" is signs alone
			out = append(out, Token{Term: term, Start: from, End: to, Kind: k})
		}
		from = to + 1
	}
	return out
}

// normal returns the form in which two spellings of a word or number agree:
// lower case, without apostrophes, dots between letters and leading zeros.
func normal(s string) (string, Kind) {
	if plain := strings.IndexFunc(s, func(r rune) bool { return r|0x20 < 'a' || r|0x20 > 'z' }) < 0; plain {
		return strings.ToLower(s), Word
	}
	kind := Number
	var b strings.Builder
	for _, r := range s {
		switch {
		case unicode.IsDigit(r):
			b.WriteRune(r)
		case r == '.' || r == ',':
			b.WriteRune(r)
		case r == '\'' || r == '’' || unicode.Is(unicode.Mn, r):
		default:
			kind = Word
			b.WriteRune(unicode.ToLower(r))
		}
	}
	term := b.String()
	if kind == Word {
		if !strings.ContainsAny(term, "0123456789") {
			term = strings.ReplaceAll(term, ".", "") // "M.Si", "a.n"
		}
		return term, Word
	}
	// "01" is "1"; the code "000.8.3" keeps its zeros.
	if t := strings.TrimLeft(term, "0"); t != term && !strings.Contains(term, ".") {
		if term = t; t == "" || t[0] == ',' {
			term = "0" + t
		}
	}
	return term, Number
}

// doubled reports whether b is a said twice, with or without a suffix:
// "sekolah-sekolah", "masing-masing", "sebaik-baiknya".
func doubled(a, b string) bool {
	if a == b {
		return len(a) > 2 && a[0] > '9'
	}
	if len(a) < 3 || a[0] <= '9' {
		return false
	}
	for _, suffix := range []string{"nya", "an", "kan"} {
		if rest, ok := strings.CutSuffix(b, suffix); ok && len(rest) > 2 && strings.HasSuffix(a, rest) {
			return true
		}
	}
	return false
}

// units are the printed units of a percentage.
var units = []string{"%", "persen", "prosen", "per cent", "percent"}

// unitStart returns the offset of the first byte behind at that is no space.
func unitStart(text string, at int) int {
	for at < len(text) && (text[at] == ' ' || text[at] == '\n' || text[at] == '\t') {
		at++
	}
	return at
}

// unitEnd returns the offset behind the unit of a percentage that stands behind
// the number that ends at offset at, or at.
func unitEnd(text string, at int) int {
	from := unitStart(text, at)
	if from-at > 3 {
		return at
	}
	for _, u := range units {
		if len(text)-from < len(u) || !strings.EqualFold(text[from:from+len(u)], u) {
			continue
		}
		if r, _ := utf8.DecodeRuneInString(text[from+len(u):]); u == "%" || !isWord(r) {
			return from + len(u)
		}
	}
	return at
}
