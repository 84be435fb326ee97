package extract

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/lexicon"
)

// maxDoubts bounds the warnings of one kind about characters.
const maxDoubts = 50

// findDoubts warns about characters that a reader sees as something else:
// ones that take no room or turn the direction of the text, digits of other
// scripts, letters that stand for digits ("2O24", "5O%"), and words that mix
// letters of two alphabets. Nothing is repaired.
func (d *doc) findDoubts() {
	seen := map[string]int{}
	add := func(start, end int, code, message string) {
		if seen[code]++; seen[code] <= maxDoubts {
			d.rec.Warnings = append(d.rec.Warnings, circular.Warning{Code: code, Message: message, Span: d.Text.Span(start, end)})
		}
	}
	for i, r := range d.Text.Body {
		if r < utf8.RuneSelf {
			continue
		}
		switch {
		case unicode.Is(unicode.Cf, r) && r != '\u00ad':
			code, what := "invisible-character", "tidak terlihat"
			if unicode.Is(unicode.Bidi_Control, r) {
				code, what = "bidi-character", "membalik arah baca"
			}
			add(i, i+utf8.RuneLen(r), code, fmt.Sprintf("Karakter %U %s; teks yang terlihat dapat berbeda dari isinya.", r, what))
		case unicode.Is(unicode.Nd, r):
			add(i, i+utf8.RuneLen(r), "lookalike-digit", fmt.Sprintf("Karakter %U tampak seperti angka, tetapi bukan angka biasa.", r))
		}
	}
	for i, t := range d.Toks {
		w := d.Raw(i)
		if t.Kind == lexicon.Number && w != t.Norm { // a year that was put right
			for at, r := range w {
				if unicode.IsLetter(r) {
					add(t.Start+at, t.Start+at+utf8.RuneLen(r), "lookalike-digit", fmt.Sprintf("Huruf \u201c%c\u201d (%U) berdiri di tempat angka.", r, r))
				}
			}
		}
		if t.Kind != lexicon.Word {
			continue
		}
		if r, ok := foreignLetter(w); ok {
			add(t.Start, t.End, "lookalike-letter", fmt.Sprintf("Kata \u201c%s\u201d mencampur huruf Latin dengan %U.", w, r))
		}
		if d.standsForDigit(i) {
			add(t.Start, t.End, "lookalike-digit", fmt.Sprintf("Huruf \u201c%s\u201d (%U) berdiri di tempat angka.", w, []rune(w)[0]))
		}
	}
}

// foreignLetter returns the first Cyrillic or Greek letter of a word that has
// Latin ones too.
func foreignLetter(w string) (rune, bool) {
	if strings.IndexFunc(w, func(r rune) bool { return r >= utf8.RuneSelf }) < 0 {
		return 0, false
	}
	latin, other := false, rune(0)
	for _, r := range w {
		switch {
		case unicode.Is(unicode.Latin, r):
			latin = true
		case other == 0 && (unicode.Is(unicode.Cyrillic, r) || unicode.Is(unicode.Greek, r)):
			other = r
		}
	}
	return other, latin && other != 0
}

// standsForDigit reports whether the word at token i is nothing but letters
// that look like digits, glued to a digit, where a year or a percentage stands:
// "2O24", "5O%", "l00 persen".
func (d *doc) standsForDigit(i int) bool {
	w := d.Raw(i)
	if len(w) > 3 || strings.Trim(w, "OolISB") != "" {
		return false
	}
	first, end := i, i+1
	for first > 0 && !d.Toks[first].Space && d.digitLike(first-1) {
		first--
	}
	for end < len(d.Toks) && !d.Toks[end].Space && d.digitLike(end) {
		end++
	}
	if end-first < 2 || end < len(d.Toks) && !d.Toks[end].Space && d.Toks[end].Kind == lexicon.Word {
		return false // alone, or the beginning of a word
	}
	if end < len(d.Toks) && d.Is(end, "percent") {
		return true
	}
	run := d.Text.Body[d.Toks[first].Start:d.Toks[end-1].End]
	return len(run) == 4 && (run[0] == '1' || run[0] == '2') && (first == 0 || d.Toks[first].Space)
}

// digitLike reports whether token i is a number or letters that look like one.
func (d *doc) digitLike(i int) bool {
	return d.Toks[i].Kind == lexicon.Number || d.Toks[i].Kind == lexicon.Word && strings.Trim(d.Raw(i), "OolISB") == ""
}
