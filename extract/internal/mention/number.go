package mention

import (
	"strings"
	"unicode"

	"github.com/telaah/telaah/extract/internal/reading"
	"github.com/telaah/telaah/lexicon"
)

// Bounds of one number, so that hostile text costs no more than its length.
const (
	maxChunks = 10 // pieces parted by spaces
	maxChunk  = 32 // tokens of one piece
)

// Number is the printed number of an act with its year.
type Number struct {
	First, End int    // tokens of the number itself
	Behind     int    // the token behind number and year
	Text       string // as printed; "" where none stands there
	Year       int    // 0 where it has none
	Garbled    int    // token of an unreadable year, or 0
}

// Shaped reports whether the number has the form that only acts have: several
// parts, or a year of its own.
func (n *Number) Shaped() bool { return strings.ContainsAny(n.Text, "/") || n.Year > 0 }

// NumberAt parses "NUMBER [Tahun YEAR]" at token i.
func NumberAt(r *reading.Reading, i int) Number {
	g := numberGrammar{r}
	i = g.lead(i)
	end, year := g.number(i)
	n := Number{First: i, End: end, Behind: end, Year: year}
	if end == i {
		return n
	}
	if year > 0 && end-i == 3 && g.Toks[i].Kind == lexicon.Number {
		n.End = end - 2 // "17/2023" is number 17 of 2023
	}
	at := g.Skip(end, ",", ".", "/") // "13.A.Tahun 2020", "12/V/Tahun 2021"
	if m, is := g.Starts(at, "actyear"); is {
		if y, behind := YearAt(r, m.End); y > 0 {
			if year != y {
				n.End = end // "800/2024 Tahun 2025": the figures are all number
			}
			n.Year, n.Behind = y, behind
		} else if m.End < len(g.Toks) && g.Toks[m.End].Kind == lexicon.Number {
			n.Garbled, n.Behind = m.End, g.chunk(m.End)
		}
	} else if y := ReadYear(r, at); y > 0 && year == 0 && (at > end && n.End-i > 1 || at == end && n.End-i == 1 && len(g.Toks[i].Norm) <= 3) {
		n.Year, n.Behind = y, at+1 // "Nomor 17 2023", "800/233/E.3/II, 2025"
	}
	n.Text = g.Printed(i, n.End)
	return n
}

// YearAt returns the year printed at token i, where OCR may have torn it apart
// or read letters for digits - "202 1", "2O21" -, and the token behind it.
func YearAt(r *reading.Reading, i int) (year, end int) {
	if y := ReadYear(r, i); y > 0 {
		return y, i + 1
	}
	digits := ""
	for end = i; end < len(r.Toks) && len(digits) < 4; end++ {
		t := r.Toks[end]
		if t.Line && end > i {
			break
		}
		part := t.Norm
		if t.Kind == lexicon.Word {
			if t.Space || digits == "" {
				break
			}
			part = lookalike.Replace(r.Raw(end))
		}
		if strings.Trim(part, "0123456789") != "" {
			break
		}
		digits += part
	}
	if len(digits) != 4 {
		return 0, i
	}
	for _, c := range digits {
		year = 10*year + int(c-'0')
	}
	if year < firstYear || year > lastYear {
		return 0, i
	}
	return year, end
}

// lookalike turns letters that OCR reads for digits into those.
var lookalike = strings.NewReplacer("O", "0", "o", "0", "l", "1", "I", "1", "i", "1")

// numberGrammar reads the numbers of acts. They come with codes, months in
// Roman figures, placeholders and stray spaces:
//
//	number = chunk { space chunk }         joined where a slash or hyphen shows that it goes on
//	chunk  = { digits | letters | "/" | "." | "-" }
type numberGrammar struct{ *reading.Reading }

// dashes, and the signs that OCR puts for a slash, are parts of numbers.
const (
	dashes = "-\u2013~"
	signs  = "/.-\u2013_$\u00a7&|~\u25a0"
)

// is reports whether token i is one of the marks, each one rune.
func (g *numberGrammar) is(i int, marks string) bool {
	return i < len(g.Toks) && g.Toks[i].Kind == lexicon.Punct && strings.Contains(marks, g.Toks[i].Norm)
}

// kind reports whether token i is of the kind.
func (g *numberGrammar) kind(i int, k lexicon.TokenKind) bool {
	return i < len(g.Toks) && g.Toks[i].Kind == k
}

// glued reports whether no blank stands before token i.
func (g *numberGrammar) glued(i int) bool { return i < len(g.Toks) && !g.Toks[i].Space }

// lead steps over the marks between the word and its number.
func (g *numberGrammar) lead(i int) int {
	for g.is(i, ":.=") {
		i++
	}
	return i
}

// number parses a number at token i, behind its lead. It returns the token
// behind and the year that the number itself holds, as in "17/2023" or
// "10/SE/2025"; end is i where no number stands.
func (g *numberGrammar) number(i int) (end, year int) {
	end = i
	for range maxChunks {
		stop := g.chunk(end)
		if stop == end && !(end > i && g.is(end, dashes)) {
			break
		}
		start := end
		end = max(stop, end+1)
		if !g.goesOn(i, start, end) {
			break
		}
	}
	for end > i && g.is(end-1, "./|"+dashes) {
		end--
	}
	if g.is(i, signs) || !g.numeric(i, end) {
		return i, 0
	}
	for j := end - 1; j > i+1 && year == 0; j-- { // the last part, else one within: "800/BKD/2018/2212"
		if y := ReadYear(g.Reading, j); g.is(j-1, "/") && (j == end-1 || y >= firstInner && g.is(j+1, "/")) {
			year = y
		}
	}
	return end, year
}

// firstInner is the first year that counts within a number: before it such
// figures are codes.
const firstInner = 2000

// chunk returns the token behind the glued piece of a number that begins at i.
func (g *numberGrammar) chunk(i int) int {
	j := i
	for ; j < len(g.Toks) && j < i+maxChunk; j++ {
		if j > i && g.Toks[j].Space {
			break
		}
		switch g.Toks[j].Kind {
		case lexicon.Number:
			continue
		case lexicon.Word:
			small := j == i && !g.Capital(j) && !(g.glued(j+1) && g.is(j+1, "-/."))
			if small || g.Is(j, "actyear") {
				return j
			}
			continue
		}
		if !g.is(j, signs) {
			break
		}
	}
	return j
}

// goesOn reports whether the number that begins at i, with the chunk from start
// to end last, goes on behind the space at end.
func (g *numberGrammar) goesOn(i, start, end int) bool {
	if end >= len(g.Toks) {
		return false
	}
	next, parted := g.Toks[end], strings.Contains(g.Printed(i, end), "/")
	switch {
	case g.is(end-1, "/"):
		return next.Kind != lexicon.Punct
	case next.Line:
		// "360/259/BPBD-" on one line, "Bkt/VIII/2021" on the next
		return parted && g.is(end-1, "-.") && next.Kind == lexicon.Word && g.glued(end+1) && g.is(end+1, "/")
	case next.Norm == "/" || next.Norm == "|":
		return true
	case g.is(end-1, dashes) && end-start > 1:
		return next.Kind != lexicon.Punct
	case g.is(end-1, dashes): // a dash by itself: "800/123 - BKD/2020"
		return next.Kind == lexicon.Number || g.code(end)
	case end-start > 1 && !g.digits(i, end) && next.Kind == lexicon.Number:
		return true // "SE-SJ 4"
	case g.is(end, dashes) && g.glued(end+1):
		return !g.kind(end+1, lexicon.Punct)
	case g.is(end, dashes):
		return !g.digits(i, end) && g.kind(end+1, lexicon.Number) || parted && (g.code(end+1) || g.digits(end+1, end+2) && g.is(end+2, "/"))
	case g.is(end, ".") && parted || g.is(end, ".") && end-i == 1: // "0008 .E/DIR/2020"
		return g.glued(end+1) && g.slashed(end+1)
	case g.is(end-1, ".") && !g.digits(start, end):
		return next.Kind == lexicon.Number // "SE. 21", "BO. 800/1034"
	case end-start == 1 && g.kind(start, lexicon.Number) && next.Kind == lexicon.Number && g.glued(end+1):
		return g.is(end+1, "/") // "443 2/147/SETDA"
	case next.Kind == lexicon.Number && g.glued(end+1) && g.kind(end+1, lexicon.Word) && end-i > 2:
		return true // a figure that OCR took for a letter: "-61 7a3"
	case g.letter(end-1) && g.letter(end) && parted:
		return true // letters set apart: "4/S E /2016"
	case next.Kind == lexicon.Number && parted && g.kind(end-1, lexicon.Word) && g.is(end-2, "/"):
		return g.glued(end+1) && g.slashed(end+1) // "194/KS 02.02/KESRA"
	}
	return next.Kind == lexicon.Word && end-i > 2 && g.code(end)
}

// letter reports whether token i is one capital letter.
func (g *numberGrammar) letter(i int) bool {
	return g.kind(i, lexicon.Word) && len(g.Raw(i)) == 1 && g.Capital(i)
}

// slashed reports whether the piece of which token i is part goes on with a slash.
func (g *numberGrammar) slashed(i int) bool {
	for j := i; g.glued(j) && j < i+maxChunk; j++ {
		if g.is(j, "/") {
			return true
		}
	}
	return false
}

// code reports whether the word at token i, parted from the number by a blank,
// is a code in it: capitals that a slash or hyphen follows, or the code of a
// unit that no name of a region follows ("800.1/61 BKPSDM", not the issuer).
func (g *numberGrammar) code(i int) bool {
	if !g.kind(i, lexicon.Word) || !g.Capital(i) || g.Is(i, "actyear") || g.Is(i, "acttitle") || g.Is(i, "month") {
		return false
	}
	if g.is(i+1, "/") || g.glued(i+1) && g.is(i+1, "-") && g.glued(i+2) && (g.caps(i) || g.slashed(i+1)) {
		return true
	}
	if g.Is(i, "codeword") || g.Is(i, "unitword") && g.caps(i) && !g.is(i-1, ".,") {
		n, _ := lexicon.DefaultRegions().MatchAt(g.Norms, i+1)
		return n == 0
	}
	return false
}

// caps reports whether token i is all in capitals.
func (g *numberGrammar) caps(i int) bool {
	return !strings.ContainsFunc(g.Raw(i), func(c rune) bool { return !unicode.IsUpper(c) })
}

// digits reports whether one of the tokens is a number.
func (g *numberGrammar) digits(first, end int) bool {
	for i := first; i < min(end, len(g.Toks)); i++ {
		if g.Toks[i].Kind == lexicon.Number {
			return true
		}
	}
	return false
}

// numeric reports whether the tokens can be the number of an act: a figure is
// in them, or a placeholder for one such as "XX".
func (g *numberGrammar) numeric(first, end int) bool {
	if g.digits(first, end) {
		return true
	}
	for i := first; i < end; i++ {
		if n := g.Toks[i].Norm; len(n) > 1 && strings.Trim(n, placeholder) == "" {
			return end-first > 1
		}
	}
	return false
}

// placeholder is the letter that stands for digits that are not filled in.
const placeholder = "x"
