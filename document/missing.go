package document

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"

	"github.com/telaah/telaah/circular"
)

// catchword matches a line at the foot of a page with the words that the next
// page begins with, as office letters have it: "2. Satuan ...".
var catchword = regexp.MustCompile(`^\W*(.{1,40}?)\s*(?:…|\.{3,})[….]*\s*$`)

// missingPages warns of pages whose last line announces other words than the
// next page begins with.
func missingPages(t *circular.Text) (out []circular.Warning) {
	const near = 200 // letters at the top of a page, with its number and header
	for i := 0; i+1 < len(t.Pages); i++ {
		p, next := t.Pages[i], t.Pages[i+1]
		body := strings.TrimRightFunc(t.Body[p.Start:p.End], unicode.IsSpace)
		from := strings.LastIndexByte(body, '\n') + 1
		m := catchword.FindStringSubmatch(body[from:])
		if m == nil || next.Method == circular.MethodNone {
			continue
		}
		word, top := small(m[1]), small(t.Body[next.Start:next.End])
		if len(word) < 4 || len(top) < near/4 {
			continue
		}
		top = top[:min(len(top), near)]
		if strings.Contains(top, word[:4]) || strings.Contains(top, word[len(word)-4:]) { // OCR may have missed a letter
			continue
		}
		out = append(out, circular.Warning{Code: circular.UnreadPrefix + "pages",
			Message: fmt.Sprintf("Halaman %d berakhir dengan “%s”, tetapi halaman sesudahnya tidak dimulai demikian; mungkin ada halaman yang hilang.", i+1, strings.TrimSpace(m[0])),
			Span:    t.Span(p.Start+from, p.Start+len(body))})
	}
	return out
}

// small returns the ASCII letters of s, made small.
func small(s string) string {
	return strings.Map(func(r rune) rune {
		if r < unicode.MaxASCII && unicode.IsLetter(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}
