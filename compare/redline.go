package compare

import (
	"regexp"
	"strings"

	"github.com/sergi/go-diff/diffmatchpatch"

	"telaah/circular"
)

// maxRedline bounds each side of a redline in words; a longer pair is shown as
// replaced whole.
const maxRedline = 2000

// units finds what a redline never splits: a percentage with its words in
// brackets, a date, a doubled or single bound phrase; else a word with the
// punctuation that clings to it, or a space.
var units = regexp.MustCompile(`(?i)` +
	`\d+(?:[.,]\d+)?\s*(?:%|persen)(?:\s*\([^()\n]{1,60}\))?` +
	`|\d+\s*\([\pL ]{1,40}\)` +
	`|(?:(?:senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|ahad),?\s+)?(?:tanggal\s+)?\d{1,2}\s+(?:januari|februari|pebruari|maret|april|mei|juni|juli|agustus|september|oktober|november|nopember|desember)(?:\s+\d{4})?` +
	`|(?:maksimal|minimal|paling\s+(?:banyak|sedikit|tinggi|rendah|lama|cepat)|sekurang-kurangnya|sebanyak-banyaknya|tidak\s+(?:boleh\s+)?(?:lebih|kurang)\s+dari)\b` +
	`|sampai\s+dengan\b|s\.d\.?|s/d\b|sd\b` +
	`|\s+|[^\s]+`)

// Redline returns the words that two texts share and those that only one has.
// Words are the units, so that no verdict can hide inside one; spaces count as
// one blank. The same texts always give the same edits.
func Redline(base, other string) []circular.Edit {
	a, b := split(base), split(other)
	if len(a) > maxRedline || len(b) > maxRedline {
		return []circular.Edit{{Op: circular.EditDelete, Text: glue(a)}, {Op: circular.EditInsert, Text: glue(b)}}
	}
	code := map[string]rune{}
	var back []string
	encode := func(words []string) []rune {
		out := make([]rune, len(words))
		for i, w := range words {
			key := strings.ToLower(w)
			r, ok := code[key]
			if !ok {
				r = rune(0xE000 + len(back)) // private use, far from surrogates: at most 2*maxRedline of them
				code[key] = r
				back = append(back, w)
			}
			out[i] = r
		}
		return out
	}
	ra, rb := encode(a), encode(b)
	dmp := diffmatchpatch.New()
	dmp.DiffTimeout = 0
	var out []circular.Edit
	na, nb := 0, 0
	for _, d := range dmp.DiffMainRunes(ra, rb, false) {
		n := len([]rune(d.Text))
		switch d.Type {
		case diffmatchpatch.DiffEqual:
			out = append(out, circular.Edit{Op: circular.EditSame, Text: glue(b[nb : nb+n])})
			na, nb = na+n, nb+n
		case diffmatchpatch.DiffDelete:
			out = append(out, circular.Edit{Op: circular.EditDelete, Text: glue(a[na : na+n])})
			na += n
		case diffmatchpatch.DiffInsert:
			out = append(out, circular.Edit{Op: circular.EditInsert, Text: glue(b[nb : nb+n])})
			nb += n
		}
	}
	return out
}

// split returns the units of a text, blanks left out.
func split(text string) []string {
	var out []string
	for _, u := range units.FindAllString(text, -1) {
		if u = strings.Join(strings.Fields(u), " "); u != "" {
			out = append(out, u)
		}
	}
	return out
}

// glue puts units back together with a blank between them, none before
// punctuation that stands alone.
func glue(units []string) string {
	var b strings.Builder
	for i, u := range units {
		if i > 0 && strings.Trim(u, ",.;:)") != "" {
			b.WriteByte(' ')
		}
		b.WriteString(u)
	}
	return b.String()
}
