// Package reading holds a text as words: its tokens, and the phrases of the
// lexicon found in them. Every stage of extraction looks at the same reading
// and none changes it.
package reading

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/lexicon"
)

// Reading is a text, its tokens, and the phrases found in them. A range of
// tokens is written first, end: from first up to, not including, end.
type Reading struct {
	Text    *circular.Text
	Lex     *lexicon.Lexicon
	Toks    []lexicon.Token
	Norms   []string        // Norm of every token, for the tables of names
	Matches []lexicon.Match // by first token

	from []int32 // by token: the first of Matches that begins there or behind it; one more at the end
}

// Of reads text with the words of lex. Tokens of running heads, feet, page
// numbers and hidden text are left out: they stand in the way of sentences that
// go on over the page, and rule nothing.
func Of(lex *lexicon.Lexicon, text *circular.Text) *Reading {
	r := &Reading{Text: text, Lex: lex, Toks: lex.Mend(text.Body, lex.Tokens(text.Body))}
	r.strip()
	r.Matches = lex.Find(r.Toks)
	r.Norms = make([]string, len(r.Toks))
	for i, t := range r.Toks {
		r.Norms[i] = t.Norm
	}
	r.index()
	return r
}

// Except returns the reading without the phrases that begin where hidden is
// true: the words in the title of an act say nothing of their own.
func (r *Reading) Except(hidden []bool) *Reading {
	out := &Reading{Text: r.Text, Lex: r.Lex, Toks: r.Toks, Norms: r.Norms, Matches: make([]lexicon.Match, 0, len(r.Matches))}
	for _, m := range r.Matches {
		if !hidden[m.First] {
			out.Matches = append(out.Matches, m)
		}
	}
	out.index()
	return out
}

// index fills r.from.
func (r *Reading) index() {
	r.from = make([]int32, len(r.Toks)+1)
	k := 0
	for i := range r.from {
		for k < len(r.Matches) && r.Matches[k].First < i {
			k++
		}
		r.from[i] = int32(k)
	}
}

// strip drops the tokens under marks that are no running text.
func (r *Reading) strip() {
	marks := r.Text.Marks
	keep := r.Toks[:0]
	for _, t := range r.Toks {
		for len(marks) > 0 && marks[0].Span.End <= t.Start {
			marks = marks[1:]
		}
		if len(marks) > 0 && marks[0].Span.Start <= t.Start {
			switch marks[0].Kind {
			case circular.MarkHeader, circular.MarkFooter, circular.MarkPageNumber, circular.MarkHidden, circular.MarkUnsigned:
				continue
			}
		}
		keep = append(keep, t)
	}
	r.Toks = keep
}

// At returns the phrases that begin at token i.
func (r *Reading) At(i int) []lexicon.Match {
	if i < 0 || i >= len(r.Toks) {
		return nil
	}
	return r.Matches[r.from[i]:r.from[i+1]]
}

// Within returns the phrases that lie in the range.
func (r *Reading) Within(first, end int) []lexicon.Match {
	first, end = max(first, 0), min(end, len(r.Toks))
	if first >= end {
		return nil
	}
	ms := r.Matches[r.from[first]:r.from[end]]
	for i, m := range ms {
		if m.End > end { // rare: a phrase that runs over the border
			out := append([]lexicon.Match(nil), ms[:i]...)
			for _, m := range ms[i:] {
				if m.End <= end {
					out = append(out, m)
				}
			}
			return out
		}
	}
	return ms
}

// Find returns the first phrase of the class that lies in the range.
func (r *Reading) Find(first, end int, class string) (lexicon.Match, bool) {
	for _, m := range r.Within(first, end) {
		if m.Entry.Class == class {
			return m, true
		}
	}
	return lexicon.Match{}, false
}

// Starts returns the phrase of the class that begins at token i.
func (r *Reading) Starts(i int, class string) (lexicon.Match, bool) {
	for _, m := range r.At(i) {
		if m.Entry.Class == class {
			return m, true
		}
	}
	return lexicon.Match{}, false
}

// Is reports whether a phrase of the class begins at token i.
func (r *Reading) Is(i int, class string) bool {
	_, ok := r.Starts(i, class)
	return ok
}

// Entry returns the phrase class/id that begins at token i.
func (r *Reading) Entry(i int, class, id string) (lexicon.Match, bool) {
	m, ok := r.Starts(i, class)
	return m, ok && m.Entry.ID == id
}

// Span returns the place of the range, which is not empty.
func (r *Reading) Span(first, end int) circular.Span {
	return r.Text.Span(r.Toks[first].Start, r.Toks[end-1].End)
}

// Printed returns the printed words of the range on one line.
func (r *Reading) Printed(first, end int) string {
	if first >= end {
		return ""
	}
	return strings.Join(strings.Fields(r.Text.Body[r.Toks[first].Start:r.Toks[end-1].End]), " ")
}

// Raw returns the bytes of token i.
func (r *Reading) Raw(i int) string { return r.Text.Body[r.Toks[i].Start:r.Toks[i].End] }

// Gap returns the white space before token i.
func (r *Reading) Gap(i int) string {
	if i == 0 {
		return ""
	}
	return r.Text.Body[r.Toks[i-1].End:r.Toks[i].Start]
}

// LineEnd returns the token behind the line that holds token i.
func (r *Reading) LineEnd(i int) int {
	for i++; i < len(r.Toks) && !r.Toks[i].Line; i++ {
	}
	return i
}

// LineStart returns the first token of the line that holds token i.
func (r *Reading) LineStart(i int) int {
	for i > 0 && !r.Toks[i].Line {
		i--
	}
	return i
}

// Upper reports whether the words of the range are in capitals: four letters
// or more, and hardly one small.
func (r *Reading) Upper(first, end int) bool {
	up, low := 0, 0
	for _, c := range r.Text.Body[r.Toks[first].Start:r.Toks[end-1].End] {
		switch {
		case unicode.IsUpper(c):
			up++
		case unicode.IsLower(c):
			low++
		}
	}
	return up >= 4 && low*10 <= up
}

// TokenAt returns the first token that ends behind byte offset at.
func (r *Reading) TokenAt(at int) int {
	lo, hi := 0, len(r.Toks)
	for lo < hi {
		if mid := (lo + hi) / 2; r.Toks[mid].End > at {
			hi = mid
		} else {
			lo = mid + 1
		}
	}
	return lo
}

// Capital reports whether token i begins with a capital letter.
func (r *Reading) Capital(i int) bool {
	if i < 0 || i >= len(r.Toks) {
		return false
	}
	c, _ := utf8.DecodeRuneInString(r.Text.Body[r.Toks[i].Start:])
	return unicode.IsUpper(c)
}

// Skip returns the index behind token i if that is one of the marks, else i.
func (r *Reading) Skip(i int, marks ...string) int {
	if i < len(r.Toks) && slices.Contains(marks, r.Toks[i].Norm) {
		return i + 1
	}
	return i
}

// Behind returns the token behind the phrase of the class that begins at token
// i, else i.
func (r *Reading) Behind(i int, class string) int {
	if m, ok := r.Starts(i, class); ok {
		return m.End
	}
	return i
}
