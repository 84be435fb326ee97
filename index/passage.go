package index

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/index/internal/engine"
)

// KindText is the kind of a passage that no clause stands on: what a search
// finds in the words of a document alone.
const KindText = engine.KindText

// maxPassage is about how long a passage is, in bytes; a longer stretch is parted
// where a sentence or a line ends.
const maxPassage = 600

// passages returns the parts of a text that no clause stands on, in reading
// order, without headers, footers and page numbers: together with the clauses
// they hold every word of it. There are at most so many as most says.
func passages(r *circular.Record, most int) []circular.Span {
	if r.Text == nil {
		return nil
	}
	taken := make([]circular.Span, 0, len(r.Clauses)+len(r.Text.Marks))
	for i := range r.Clauses {
		taken = append(taken, r.Clauses[i].Span)
	}
	for _, m := range r.Text.Marks {
		switch m.Kind {
		case circular.MarkHeader, circular.MarkFooter, circular.MarkPageNumber:
			taken = append(taken, m.Span)
		}
	}
	for _, p := range r.Text.Pages { // no passage goes over the end of a page
		taken = append(taken, circular.Span{Start: p.End, End: p.End})
	}
	slices.SortFunc(taken, func(a, b circular.Span) int { return a.Start - b.Start })
	var out []circular.Span
	at := 0
	free := func(to int) {
		for at < to && len(out) < most {
			end := passageEnd(r.Text.Body, at, to)
			if s, ok := wordsOf(r.Text.Body, at, end); ok {
				out = append(out, r.Text.Span(s.Start, s.End))
			}
			at = end
		}
	}
	for _, s := range taken {
		free(min(s.Start, len(r.Text.Body)))
		at = max(at, min(s.End, len(r.Text.Body)))
	}
	free(len(r.Text.Body))
	return out
}

// passageEnd returns where the passage that begins at from ends, at most to: at
// a blank line, else behind the last sentence or line within maxPassage.
func passageEnd(body string, from, to int) int {
	window := body[from:to]
	start := len(window) - len(strings.TrimLeftFunc(window, unicode.IsSpace))
	if i := strings.Index(window[start:], "\n\n"); i >= 0 && i < maxPassage {
		return from + start + i + 2
	}
	if len(window)-start <= maxPassage {
		return to
	}
	cut := window[:start+maxPassage]
	for _, sep := range []string{". ", ".\n", "; ", ";\n", "\n", " "} {
		if i := strings.LastIndex(cut, sep); i > start+maxPassage/4 {
			return from + i + len(sep)
		}
	}
	end := len(cut)
	for end > start+1 && !utf8.RuneStart(window[end]) {
		end--
	}
	return from + end
}

// wordsOf trims a range to its words and reports whether it has any.
func wordsOf(body string, from, to int) (circular.Span, bool) {
	s := body[from:to]
	start := len(s) - len(strings.TrimLeftFunc(s, unicode.IsSpace))
	s = strings.TrimSpace(s)
	return circular.Span{Start: from + start, End: from + start + len(s)}, strings.ContainsFunc(s, unicode.IsLetter)
}
