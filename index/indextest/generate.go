package indextest

import (
	"math/rand/v2"
	"strings"
	"unicode"

	"github.com/telaah/telaah/circular"
)

// generated returns queries made of what the records say, always the same: words
// and phrases as printed, function words too, beginnings, misspellings,
// alternatives, exclusions and every filter.
func generated(records []*circular.Record, n int) []string {
	g := &generator{r: rand.New(rand.NewPCG(1, 2))}
	for _, r := range records {
		for _, c := range r.Clauses {
			g.texts = append(g.texts, strings.FieldsFunc(c.Text, func(r rune) bool { return unicode.IsSpace(r) || r == '"' }))
		}
		g.heads = append(g.heads, r.Circulars...)
	}
	out := make([]string, n)
	for i := range out {
		var parts []string
		for range 1 + g.r.IntN(3) {
			parts = append(parts, g.part())
		}
		out[i] = strings.Join(parts, " ")
	}
	return out
}

type generator struct {
	r     *rand.Rand
	texts [][]string
	heads []circular.Circular
}

func pick[T any](g *generator, list []T) T { return list[g.r.IntN(len(list))] }

// words returns words that stand in a row.
func (g *generator) words(n int) string {
	text := pick(g, g.texts)
	at := g.r.IntN(max(1, len(text)-n))
	return strings.Join(text[at:min(len(text), at+n)], " ")
}

// word returns one word without the signs around it.
func (g *generator) word() string {
	w := strings.TrimFunc(g.words(1), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	if w == "" {
		return "pegawai"
	}
	return strings.ReplaceAll(w, ":", "")
}

// misspelt changes a letter of a word.
func (g *generator) misspelt() string {
	w := []rune(g.word())
	w[g.r.IntN(len(w))] = rune('a' + g.r.IntN(26))
	return string(w)
}

func (g *generator) part() string {
	head := pick(g, g.heads)
	switch g.r.IntN(20) {
	case 0, 1:
		return `"` + g.words(2+g.r.IntN(3)) + `"`
	case 2:
		return "-" + g.word()
	case 3:
		return g.word() + " ATAU " + g.word()
	case 4:
		w := []rune(g.word())
		return string(w[:max(2, len(w)/2)]) + "*"
	case 5:
		return g.misspelt()
	case 6:
		return pick(g, []string{"jenis:kuota", "jenis:pengecualian,periode", "jenis:kartu", "jenis:kewajiban", "kind:text", "jenis:dokumen"})
	case 7:
		return pick(g, []string{"persen:>50", "persen:25-50", "persen:<=30", "persen:100", "di atas 50 persen", "50%", "mode:wfh", "mode:wfo"})
	case 8:
		return pick(g, []string{"berlaku:2024-04-16", "berlaku:2024", "berlaku:2020-03..2021", "berlaku:..2020", "berlaku:2023-01-01.."})
	case 9:
		return pick(g, []string{"tahun:2024", "tahun:2019-2021", "tingkat:provinsi", "tingkat:kota", "tingkat:kabupaten", "wilayah:jateng", "wilayah:31", "wilayah:antahberantah"})
	case 10:
		return pick(g, []string{"kelompok:kesehatan", "kelompok:hamil", "kelompok:kesehatam", "penerbit:gubernur", "penerbit:entah"})
	case 11:
		if head.Number != "" {
			return "nomor:" + strings.Fields(head.Number)[0]
		}
	case 12:
		if head.Number != "" && head.Year != 0 {
			return "SE " + head.Number
		}
	case 13:
		if head.Region.Name != "" {
			return head.Region.Name
		}
	case 14:
		return g.words(4)
	}
	return g.word()
}
