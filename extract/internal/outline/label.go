package outline

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/telaah/telaah/lexicon"
)

// style is the look of a label: the row its number is counted in, and whether a
// parenthesis closes it. Labels of one list share their style.
type style uint8

const (
	bullet style = iota
	digits
	lower
	upper
	roman
	lowRoman
	dotted // 1.1
	styles = 2 * (dotted + 1)
)

// paren is added to the style of a label that a parenthesis closes.
const paren = dotted + 1

// mark is one way to read a label: as the n-th of its style. major is the number
// before the point of a dotted one.
type mark struct {
	style style
	n     int
	major int
	set   bool
}

// label is what numbers a point, with every way to read it, the likeliest first.
type label struct {
	text  string
	marks []mark
	body  int  // token behind it
	loose bool // its point is lost or damaged: it counts only where it continues a list
	tight bool // the text follows without a blank
}

// parse reads a label at token i of a line that reaches to end.
//
//	label = bullet | "(" number ")" | number { "." number } sep
//	sep   = "." | ")" | ")." | damaged: "," | "-" | nothing
func (b *builder) parse(i, end int) (label, bool) {
	t := b.Toks[i]
	if t.Kind == lexicon.Punct {
		if t.Norm == "(" && i+2 < end && b.Toks[i+2].Norm == ")" && !b.Toks[i+1].Space {
			if l, ok := b.count(i + 1); ok {
				return b.closed(l, i+3, paren), i+3 < end
			}
			return label{}, false
		}
		if bulleted(t.Norm) && i+1 < end && (b.Toks[i+1].Space || t.Norm != "-" && t.Norm != "*" && t.Norm != "/" && t.Norm != ">") {
			return label{text: "-", marks: []mark{{style: bullet, major: int(t.Norm[len(t.Norm)-1]), set: true}}, body: i + 1}, true
		}
		return label{}, false
	}
	if b.Raw(i) == "o" && i+1 < end && b.Toks[i+1].Space { // a hollow point
		return label{text: "-", marks: []mark{{style: bullet, major: 'o', set: true}}, body: i + 1}, true
	}
	l, ok := b.count(i)
	if !ok {
		return l, false
	}
	if i+1 >= len(b.Toks) || i+1 >= end {
		return l, false
	}
	next := b.Toks[i+1]
	switch {
	case next.Space:
		l.loose = true
		return b.closed(l, i+1, 0), true
	case next.Norm == ")":
		j := i + 2
		if j < end && b.Toks[j].Norm == "." && !b.Toks[j].Space {
			j++
		}
		return b.closed(l, j, paren), true
	case next.Norm == "." && i+2 < end && b.Toks[i+2].Kind == lexicon.Number && !b.Toks[i+2].Space:
		return b.dotted(l, i, end)
	case next.Norm == ".":
		return b.closed(l, i+2, 0), true
	case (next.Norm == "," || next.Norm == "-") && i+2 < end && b.Toks[i+2].Space:
		l.loose = true
		return b.closed(l, i+2, 0), true
	}
	return l, false
}

// closed completes a label whose body begins at token body.
func (b *builder) closed(l label, body int, add style) label {
	for k := range l.marks {
		l.marks[k].style += add
	}
	l.body = body
	l.tight = body < len(b.Toks) && !b.Toks[body].Space
	return l
}

// dotted reads "1.1" at token i: two numbers without leading zeros, as no clock
// time has.
func (b *builder) dotted(l label, i, end int) (label, bool) {
	minor := b.Toks[i+2]
	body := i + 3
	if body < end && b.Toks[body].Norm == "." && !b.Toks[body].Space {
		body++
	}
	if l.marks[0].style != digits || minor.Norm[0] == '0' || len(minor.Norm) > 2 || body >= end || !b.Toks[body].Space || b.Toks[body].Kind != lexicon.Word {
		return l, false
	}
	l.text += "." + minor.Norm
	l.marks = []mark{{style: dotted, n: number(minor.Norm), major: l.marks[0].n, set: true}}
	l.body = body
	return l, true
}

// count reads the number of a label at token i.
func (b *builder) count(i int) (label, bool) {
	t, raw := b.Toks[i], b.Raw(i)
	l := label{text: raw}
	if t.Kind == lexicon.Number {
		if len(raw) > 3 || raw[0] == '0' {
			return l, false
		}
		l.marks = []mark{{style: digits, n: number(raw), set: true}}
		return l, true
	}
	if t.Kind != lexicon.Word || len(raw) > 6 {
		return l, false
	}
	if len(raw) == 1 {
		switch c := raw[0]; {
		case 'a' <= c && c <= 'z':
			l.marks = append(l.marks, mark{style: lower, n: int(c-'a') + 1, set: true})
		case 'A' <= c && c <= 'Z':
			l.marks = append(l.marks, mark{style: upper, n: int(c-'A') + 1, set: true})
		}
	}
	if n := romanNumber(strings.ToUpper(raw)); n > 0 {
		s := roman
		if raw == strings.ToLower(raw) {
			s = lowRoman
		} else if raw != strings.ToUpper(raw) {
			return l, false
		}
		l.marks = append(l.marks, mark{style: s, n: n, set: true})
	}
	if n := lookalike(raw); n > 0 {
		l.marks = append(l.marks, mark{style: digits, n: n, set: true})
	}
	return l, len(l.marks) > 0
}

// lookalike returns the digit that OCR reads as the letter, or 0.
func lookalike(raw string) int {
	switch raw {
	case "l", "I":
		return 1
	case "J":
		return 3
	case "S":
		return 5
	}
	return 0
}

func bulleted(s string) bool {
	switch s {
	case "\u2022", "-", "*", ">", "/", "\u2013", "\u2014", "\u25cf", "\u25cb", "\u25aa", "\u00b7", "\u2043", "\u25e6", "\uf0b7", "\uf0a7", "\u2714", "\u00a7", "\u27a2", "\u25a0":
		return true
	}
	return false
}

func number(s string) int {
	n := 0
	for _, c := range s {
		n = n*10 + int(c-'0')
	}
	return n
}

// romanNumber returns the value of a Roman number below forty, or 0.
func romanNumber(s string) int {
	tens := len(s) - len(strings.TrimLeft(s, "X"))
	for n, unit := range [...]string{"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"} {
		if s[tens:] == unit && tens <= 3 {
			return 10*tens + n
		}
	}
	return 0
}

// follows reports whether m goes on with the list whose last label was prev,
// at most skip numbers lost.
func (m mark) follows(prev mark, skip int) bool {
	return prev.set && m.style == prev.style && m.major == prev.major && m.n > prev.n && m.n <= prev.n+1+skip
}

// opens reports whether the mark is the first of a list.
func (m mark) opens() bool { return m.style%paren == bullet || m.n == 1 }

// capital reports whether token i begins with a capital.
func (b *builder) capital(i int) bool {
	r, _ := utf8.DecodeRuneInString(b.Text.Body[b.Toks[i].Start:])
	return unicode.IsUpper(r)
}

// small reports whether token i begins with a small letter.
func (b *builder) small(i int) bool {
	r, _ := utf8.DecodeRuneInString(b.Text.Body[b.Toks[i].Start:])
	return unicode.IsLower(r)
}

// caps reports whether every letter of token i is a capital.
func (b *builder) caps(i int) bool {
	return b.Toks[i].Kind == lexicon.Word && strings.ToUpper(b.Raw(i)) == b.Raw(i)
}
