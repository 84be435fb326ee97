package lexicon

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// TokenKind says what a token is made of.
type TokenKind uint8

// The kinds of tokens.
const (
	Word   TokenKind = iota // letters, with apostrophes between them: Jum'at
	Number                  // ASCII digits only: signs, points and per cents stand apart
	Punct                   // one rune of anything else
)

// Token is the smallest piece of a text that has a place.
type Token struct {
	Start, End int    // bytes of the text
	Norm       string // lower case, apostrophes made straight
	Kind       TokenKind
	Space      bool // white space or a line end stands before it
	Line       bool // a line end stands before it

	word int32 // its number in the vocabulary of the lexicon that cut the text, or -1
}

// Tokens cuts body into tokens in one pass. Every byte that is neither white space
// nor the raised number of a note lies in exactly one token; bytes that are not UTF-8 are punctuation.
func (l *Lexicon) Tokens(body string) []Token {
	toks := make([]Token, 0, len(body)/5+1)
	space, line := false, true
	var low [64]byte
	for i := 0; i < len(body); {
		r, n := rune(body[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(body[i:])
		}
		start := i
		i += n
		t := Token{Start: start, Kind: Punct, word: -1}
		switch {
		case r == '\n' || r == '\f' || r == '\r' || r == '\u2028' || r == '\u2029':
			space, line = true, true
			continue
		case unicode.IsSpace(r) || invisible(r) || raised(r):
			space = true
			continue
		case '0' <= r && r <= '9':
			for i < len(body) && '0' <= body[i] && body[i] <= '9' {
				i++
			}
			t.Kind, t.Norm = Number, body[start:i]
		case unicode.IsLetter(r):
			i = wordEnd(body, i)
			t.Kind = Word
			if i-start <= len(low) && ascii(body[start:i], low[:]) {
				t.word = l.number(low[:i-start])
				if t.word >= 0 {
					t.Norm = l.words[t.word]
				}
			}
			if t.Norm == "" {
				t.Norm = strings.ReplaceAll(strings.ToLower(body[start:i]), "\u2019", "'")
				t.word = l.number([]byte(t.Norm))
			}
		default:
			t.Norm = body[start:i]
		}
		if t.Kind != Word {
			t.word = l.number([]byte(t.Norm))
		}
		t.End, t.Space, t.Line = i, space, line
		space, line = false, false
		toks = append(toks, t)
	}
	return toks
}

// invisible reports whether r takes no room on paper: zero-width and
// direction marks, which must not cut a word's neighbours apart differently
// than a reader sees them.
func invisible(r rune) bool {
	switch {
	case r == '\u00ad' || r == '\ufeff', '\u200b' <= r && r <= '\u200f', '\u202a' <= r && r <= '\u202e', '\u2060' <= r && r <= '\u2069':
		return true
	}
	return false
}

// raised reports whether r belongs to the raised number of a note, which stands
// beside the words and is none of their figures.
func raised(r rune) bool {
	switch {
	case r == '\u00b9' || r == '\u00b2' || r == '\u00b3', '\u2070' <= r && r <= '\u207e':
		return true
	}
	return false
}

// wordEnd returns the offset behind the word that reaches to i.
func wordEnd(body string, i int) int {
	for i < len(body) {
		c := body[i]
		if 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' {
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(body[i:])
		if unicode.IsLetter(r) || unicode.Is(unicode.Mn, r) {
			i += n
			continue
		}
		if r == '\'' || r == '\u2019' {
			if next, _ := utf8.DecodeRuneInString(body[i+n:]); unicode.IsLetter(next) {
				i += n
				continue
			}
		}
		break
	}
	return i
}

// ascii writes s in lower case to low and reports whether s is plain ASCII.
func ascii(s string, low []byte) bool {
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= utf8.RuneSelf {
			return false
		}
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		low[i] = c
	}
	return true
}
