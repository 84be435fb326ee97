package compare

import (
	"slices"
	"strings"

	"github.com/sergi/go-diff/diffmatchpatch"

	"github.com/telaah/telaah/circular"
)

// maxRedline bounds each side of a redline in words; a longer pair is shown as
// replaced whole.
const maxRedline = 2000

// versionsFrom is the likeness of two texts from which they can be versions of
// each other, so that a word difference between them can be read.
const versionsFrom = 0.6

// versions reports whether two texts can be versions of each other.
func (k *knowledge) versions(a, b string) bool { return cosine(k.bag(a), k.bag(b)) >= versionsFrom }

// redline returns the words that two texts share and those that only one has.
// Words are the units, so that no verdict can hide inside one; spaces count as
// one blank. The same texts always give the same edits.
func (k *knowledge) redline(base, other string) []circular.Edit {
	a, b := k.split(base), k.split(other)
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

// split returns the units of a text: what a redline never splits - a
// percentage with its words in brackets, a number with its word, a date, a
// bound phrase - and else single words with the punctuation that clings to
// them.
func (k *knowledge) split(text string) []string {
	var out []string
	words := strings.Fields(text)
	for i := 0; i < len(words); {
		n := k.unit(words[i:])
		if n == 0 {
			out = append(out, words[i])
			i++
			continue
		}
		u := strings.Join(words[i:i+n], " ")
		bare := strings.TrimRight(u, ".,;:")
		out = append(out, bare)
		if rest := u[len(bare):]; rest != "" {
			out = append(out, rest)
		}
		i += n
	}
	return out
}

// unit returns how many of the first words are one unit, or 0 where the first
// is a word by itself.
func (k *knowledge) unit(w []string) int {
	first := strings.ToLower(strings.TrimRight(w[0], ".,;:"))
	next := func(i int) string {
		if i < len(w) {
			return strings.ToLower(strings.TrimRight(w[i], ".,;:"))
		}
		return ""
	}
	switch first {
	case "paling":
		return 2 * btoi(slices.Contains(k.Units.Extremes, next(1)))
	case "sampai":
		return 2 * btoi(next(1) == "dengan")
	case "tidak":
		n := 1 + btoi(next(1) == "boleh")
		return (n + 2) * btoi((next(n) == "lebih" || next(n) == "kurang") && next(n+1) == "dari")
	}
	d := 0 // words before the day of a date
	if slices.Contains(k.Units.Weekdays, first) {
		d++
	}
	if next(d) == "tanggal" {
		d++
	}
	if isNumber(next(d)) && slices.Contains(k.Units.Months, next(d+1)) && !strings.ContainsAny(w[d][len(next(d)):], ".;:") {
		year := btoi(len(next(d+2)) == 4 && isNumber(next(d+2)) && !strings.HasSuffix(w[d+1], ","))
		return d + 2 + year
	}
	switch number, percent := strings.CutSuffix(first, "%"); {
	case !isNumber(number):
		return 0
	case percent, next(1) == "persen":
		n := 1 + btoi(!percent)
		return n + bracket(w[min(n, len(w)):])
	default:
		return (1 + bracket(w[1:])) * btoi(bracket(w[1:]) > 0)
	}
}

// bracket returns the number of words of an expression in round brackets that
// stands first and is short, or 0.
func bracket(w []string) int {
	if len(w) == 0 || !strings.HasPrefix(w[0], "(") {
		return 0
	}
	for i := range min(len(w), 8) {
		if strings.HasSuffix(strings.TrimRight(w[i], ".,;:"), ")") {
			return i + 1
		}
	}
	return 0
}

func isNumber(s string) bool {
	return s != "" && s[0] >= '0' && s[0] <= '9' && strings.Trim(s, "0123456789.,") == ""
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
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
