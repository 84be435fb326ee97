package document

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/telaah/telaah/circular"
)

// maxWitness bounds the pages of one document that the second reader sees.
const maxWitness = 30

var (
	percentage = regexp.MustCompile(`(?i)\d\s*(%|persen|per ?seratus)`)
	number     = regexp.MustCompile(`\d+(?:[.,]\d+)*`)
)

// witness has the second reader read the pages that hold a percentage, and
// warns of numbers on which the two differ. It knows nothing of what is struck
// out.
func witness(d *Document, data []byte, password string, sheets []sheet) (out []circular.Warning) {
	defer func() { _ = recover() }() // a witness that falls silent proves nothing
	var pages []int
	for i, p := range d.Text.Pages {
		if p.Method == circular.MethodText && sheets[i].struck == "" && percentage.MatchString(d.Text.Body[p.Start:p.End]) && len(pages) < maxWitness {
			pages = append(pages, i)
		}
	}
	if len(pages) == 0 {
		return nil
	}
	r, err := openPlain(data, password)
	if err != nil || r.NumPage() != len(d.Text.Pages) {
		return nil
	}
	for _, i := range pages {
		other, err := r.Page(i + 1).GetPlainText(nil)
		if err != nil {
			continue
		}
		p := d.Text.Pages[i]
		for _, n := range disagreements(d.Text.Body[p.Start:p.End], other) {
			out = append(out, circular.Warning{
				Code:    "digit-witness",
				Message: fmt.Sprintf("Angka di halaman %d terbaca %q oleh satu pembaca dan %q oleh pembaca lain; mohon diperiksa.", i+1, n.ours, n.theirs),
				Span:    d.Text.Span(p.Start+n.at, p.Start+n.at+len(n.ours)),
			})
		}
	}
	return out
}

// disagreement is a number that two readers read differently.
type disagreement struct {
	at           int // offset in our text
	ours, theirs string
}

// disagreements finds the numbers of one text that stand in the other, behind
// the same letters, as another number. The other text may lack spaces and parts
// of the page: a number whose surroundings it does not hold is no disagreement.
func disagreements(ours, theirs string) []disagreement {
	const context = 12 // letters before a number by which it is found again
	packed := strings.Map(letterOrDigit, theirs)
	var out []disagreement
	for _, m := range number.FindAllStringIndex(ours, -1) {
		before := strings.Map(letterOrDigit, ours[max(0, m[0]-8*context):m[0]])
		if len(before) < context {
			continue
		}
		before = before[len(before)-context:]
		if strings.ContainsAny(before[context-1:], "0123456789") || strings.Count(packed, before) != 1 {
			continue
		}
		rest := packed[strings.Index(packed, before)+context:]
		digits := rest[:len(rest)-len(strings.TrimLeft(rest, "0123456789"))]
		own := strings.Map(letterOrDigit, ours[m[0]:m[1]])
		next := strings.Map(letterOrDigit, ours[m[1]:min(len(ours), m[1]+40)])
		after := rest[len(digits):]
		if len(next) < 3 || len(after) < 3 || next[:3] != after[:3] {
			continue // what follows must be the same too
		}
		if digits != "" && digits != own && digits != own+noteBehind(ours[m[1]:]) {
			out = append(out, disagreement{m[0], ours[m[0]:m[1]], digits})
		}
	}
	return out
}

// noteBehind returns the number of a note that stands behind a number, which the
// other reader takes for its last digits.
func noteBehind(s string) string {
	var sb strings.Builder
	for _, r := range s {
		i := strings.IndexRune(raise("0123456789"), r)
		if i < 0 {
			break
		}
		sb.WriteByte('0' + byte(utf8.RuneCountInString(raise("0123456789")[:i])))
	}
	return sb.String()
}

// letterOrDigit drops all but ASCII letters, made small, and digits.
func letterOrDigit(r rune) rune {
	if r < unicode.MaxASCII && isAlnum(r) {
		return unicode.ToLower(r)
	}
	return -1
}
