package lexicon

import "strings"

// Bounds of a word that Mend puts together, so that hostile text costs no more
// than its length.
const (
	leastMended = 5  // letters: shorter ones could be anything
	mostMended  = 14 // letters, and parts
)

// Mend puts words together that OCR set with their letters apart, in place:
// "S U R A T", "T ahun", "E DAR AN". A word is put together only where it is one
// of the lexicon's, its parts stand on one line, and they are no words
// themselves: a single capital letter leads, or all is in capitals.
func (l *Lexicon) Mend(body string, toks []Token) []Token {
	out := toks[:0]
	for i := 0; i < len(toks); {
		if end, year := l.year(body, toks, i); end > i {
			t := toks[i]
			t.End, t.Norm, t.word = toks[end-1].End, year, l.number([]byte(year))
			out = append(out, t)
			i = end
			continue
		}
		end, word := l.torn(body, toks, i)
		t := toks[i]
		if end > i+1 {
			t.End, t.Norm, t.word = toks[end-1].End, l.words[word], word
		}
		out = append(out, t)
		i = end
	}
	return out
}

// torn returns the token behind the longest torn word that begins at token i,
// and that word; the token behind i where none does.
func (l *Lexicon) torn(body string, toks []Token, i int) (end int, word int32) {
	t := &toks[i]
	if t.Kind != Word || t.End-t.Start > 3 || !upper(body[t.Start:t.End]) || i+1 == len(toks) {
		return i + 1, -1
	}
	single, unknown, letters, end, word := false, false, 0, i+1, int32(-1)
	var joined [mostMended]byte
	for j := i; j < len(toks) && j-i < mostMended; j++ {
		p := &toks[j]
		n := p.End - p.Start
		if p.Kind != Word || j > i && (p.Line || !p.Space) || letters+n > mostMended || len(p.Norm) != n {
			break
		}
		if j > i && !upper(body[p.Start:p.End]) && (j > i+1 || toks[i].End-toks[i].Start > 1) {
			break
		}
		letters += copy(joined[letters:], p.Norm)
		single, unknown = single || n == 1, unknown || p.word < 0
		if j > i && letters >= leastMended && (single || unknown) {
			if w := l.number(joined[:letters]); w >= 0 {
				end, word = j+1, w
			}
		}
		if j > i && !upper(body[p.Start:p.End]) {
			break // "T ahun": nothing follows small letters
		}
	}
	return end, word
}

// upper reports whether s is in capitals.
func upper(s string) bool { return strings.ToUpper(s) == s && strings.ToLower(s) != s }

// year returns the token behind a year that begins at token i behind the name of a month
// or "tahun" and in which OCR read a letter for a digit, "20 Maret 2O23", and that year;
// 0 where none does.
func (l *Lexicon) year(body string, toks []Token, i int) (end int, year string) {
	if toks[i].Kind != Number || i == 0 || toks[i-1].Kind != Word || toks[i-1].Norm != "tahun" && !monthNames()[toks[i-1].Norm] {
		return 0, ""
	}
	for end = i; end < len(toks) && (end == i || !toks[end].Space) && toks[end].Kind != Punct; end++ {
	}
	s := body[toks[i].Start:toks[end-1].End]
	if len(s) != 4 || end == i+1 || s[0] != '1' && s[0] != '2' {
		return 0, ""
	}
	s = letters.Replace(s)
	for _, c := range []byte(s) {
		if c < '0' || c > '9' {
			return 0, ""
		}
	}
	return end, s
}

// letters puts the digits in the place of the letters that OCR reads for them.
var letters = strings.NewReplacer("O", "0", "o", "0", "D", "0", "l", "1", "I", "1", "Z", "2", "z", "2", "S", "5", "B", "8")
