package document

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/telaah/telaah/circular"
)

// builder collects the body of a document with its pages and marks. The body
// stays valid UTF-8 in NFC; offsets are bytes of it.
type builder struct {
	body  []byte
	pages []circular.Page
	marks []circular.Mark
	words []circular.Word
	other []circular.Reading
	start int // of the current page
}

// add appends s, without the characters that carry no text.
func (b *builder) add(s string) {
	b.body = norm.NFC.AppendString(b.body, clean(s))
}

// line ends the line, unless the body is at the start of one.
func (b *builder) line() {
	if n := len(b.body); n > 0 && b.body[n-1] != '\n' {
		b.body = append(b.body, '\n')
	}
}

// mark sets the bytes from start to the end of the body apart; the line end
// behind them is not part of the mark. Nothing is marked where they are blank.
func (b *builder) mark(start int, k circular.MarkKind) {
	if s := strings.TrimRight(string(b.body[start:]), "\n"); strings.TrimSpace(s) != "" {
		b.marks = append(b.marks, circular.Mark{Span: circular.Span{Start: start, End: start + len(s)}, Kind: k})
	}
}

// page ends the current page, which was read as p says, on a line end.
func (b *builder) page(p circular.Page) {
	b.line()
	p.Start, p.End = b.start, len(b.body)
	b.pages = append(b.pages, p)
	b.start = len(b.body)
}

// text returns what was collected. The last page ends with the body; marks
// and words know their pages and stand in order.
func (b *builder) text() circular.Text {
	if b.start < len(b.body) || len(b.pages) == 0 {
		b.page(circular.Page{Method: circular.MethodText})
	}
	t := circular.Text{Body: string(b.body), Pages: b.pages, Marks: b.marks, Words: b.words, Readings: b.other}
	for i := range t.Marks {
		t.Marks[i].Span = fit(&t, t.Marks[i].Span)
	}
	for i := range t.Words {
		t.Words[i].Span = fit(&t, t.Words[i].Span)
	}
	for i := range t.Readings {
		t.Readings[i].Span = fit(&t, t.Readings[i].Span)
	}
	slices.SortStableFunc(t.Readings, func(a, b circular.Reading) int { return a.Span.Start - b.Span.Start })
	slices.SortStableFunc(t.Marks, func(a, b circular.Mark) int { return a.Span.Start - b.Span.Start })
	return t
}

// fit widens a span to whole runes, which composition at a seam may have
// moved, and sets its page.
func fit(t *circular.Text, s circular.Span) circular.Span {
	for s.Start > 0 && s.Start < len(t.Body) && !utf8.RuneStart(t.Body[s.Start]) {
		s.Start--
	}
	s.End = min(s.End, len(t.Body))
	for s.End < len(t.Body) && !utf8.RuneStart(t.Body[s.End]) {
		s.End++
	}
	return t.Span(s.Start, s.End)
}

// clean makes s valid UTF-8, turns odd spaces into plain ones and drops what
// shows nothing: controls, byte-order marks, zero-width and soft-hyphen
// characters, and the private characters of symbol fonts.
func clean(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n', r == '\t':
			return r
		case r == '\u00AD', r == '\uFEFF', '\u200B' <= r && r <= '\u200F', '\u202A' <= r && r <= '\u202E', '\u2060' <= r && r <= '\u206F':
			return -1
		case unicode.Is(unicode.Co, r):
			return '•'
		case unicode.IsControl(r):
			return -1
		case unicode.Is(unicode.Zs, r):
			return ' '
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
}

// squeeze puts one space for each run of white space, none at the ends.
func squeeze(s string) string { return strings.Join(strings.Fields(s), " ") }
