package document

import (
	"strings"
	"unicode"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/document/internal/layout"
)

// seams joins sentences that go over a page: between their parts stands nothing
// but what is repeated from page to page, on the lines of the sentence, so that
// no empty line parts them. The texts keep their lengths.
func seams(flows []layout.Flow) {
	for i := 1; i < len(flows); i++ {
		above, below := &flows[i-1], &flows[i]
		last, first := lastRunning(above), firstRunning(below)
		if last < 0 || first < 0 || !goesOn(above.Pieces[last].Text, below.Pieces[first].Text) {
			continue
		}
		for k := last + 1; k < len(above.Pieces); k++ {
			flatten(&above.Pieces[k])
		}
		for k := 1; k <= first; k++ {
			flatten(&below.Pieces[k])
		}
	}
}

// flatten parts a piece from the one before by blanks.
func flatten(p *layout.Piece) { p.Sep = strings.ReplaceAll(p.Sep, "\n", " ") }

// firstRunning returns the first piece that is running text, -1 where there is
// none or it is the cell of a table.
func firstRunning(f *layout.Flow) int {
	at := 0
	for _, m := range f.Marks {
		if m.First > at {
			break
		}
		if m.First <= at && at < m.Last {
			if !furniture(m.Kind) {
				return -1
			}
			at = m.Last
		}
	}
	if at >= len(f.Pieces) {
		return -1
	}
	return at
}

// lastRunning returns the last piece that is running text, -1 where there is
// none or it is the cell of a table.
func lastRunning(f *layout.Flow) int {
	at := len(f.Pieces) - 1
	for i := len(f.Marks) - 1; i >= 0 && at >= 0; i-- {
		m := f.Marks[i]
		if m.First <= at && at < m.Last {
			if !furniture(m.Kind) {
				return -1
			}
			at = m.First - 1
		}
	}
	return at
}

func furniture(k circular.MarkKind) bool {
	return k == circular.MarkHeader || k == circular.MarkFooter || k == circular.MarkPageNumber
}

// goesOn reports whether a sentence that stops at the word last goes on with
// the word next: nothing ends it, and what follows begins small, with a figure
// or in brackets.
func goesOn(last, next string) bool {
	if strings.ContainsAny(last[len(last)-1:], ".:;!?") {
		return false
	}
	for _, r := range next {
		return unicode.IsLower(r) || r == '(' || unicode.IsDigit(r) && !strings.HasSuffix(next, ".") && !strings.HasSuffix(next, ")")
	}
	return false
}
