package compare

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/lexicon"
)

// A correction never hides a deviation: every passage that rests on a corrected
// value says so, and a value that its own sentence contradicts stays to be
// reviewed.

// contradicted reports whether a passage prints what was read, and not what a
// person entered in its place.
func (k *knowledge) contradicted(text string, c circular.Correction) bool {
	field := c.Field[strings.LastIndexByte(c.Field, '.')+1:]
	return c.Old != "" && k.prints(text, field, c.Old) && !k.prints(text, field, c.Value)
}

// prints reports whether a text holds the value of a field in words or digits.
func (k *knowledge) prints(text, field, value string) bool {
	switch words := fold(text); field {
	case "percent", "percent_lo", "percent_hi", "count":
		want, err := strconv.ParseFloat(strings.Replace(value, ",", ".", 1), 64)
		return err == nil && slices.ContainsFunc(numbers(text), func(n float64) bool { return n == want })
	case "start", "end", "date", "date_signed":
		d, err := circular.ParseDate(value)
		return err == nil && k.printsDay(words, d)
	case "mode":
		return has(text, map[string][]string{"WFH": k.Away, "WFO": k.InOffice, "WFA": k.Anywhere}[value])
	case "bound":
		return has(text, k.Limits[circular.Bound(value)])
	default:
		return value != "" && strings.Contains(" "+strings.Join(words, " ")+" ", " "+strings.Join(fold(value), " ")+" ")
	}
}

// printsDay reports whether words hold a day and its month, by name or number.
func (k *knowledge) printsDay(words []string, d circular.Date) bool {
	day, month := strconv.Itoa(d.Day), strconv.Itoa(int(d.Month))
	same := func(number string) func(string) bool {
		return func(w string) bool { return strings.TrimLeft(w, "0") == number }
	}
	name := strings.Fields(strings.ToLower(lexicon.Day(d, "id")))[1]
	return slices.ContainsFunc(words, same(day)) && (slices.Contains(words, name) || slices.ContainsFunc(words, same(month)))
}

// digits matches numbers printed in digits.
var digits = regexp.MustCompile(`\d+(?:[.,]\d+)?`)

// numbers returns the numbers printed in digits, with a decimal comma or dot.
func numbers(text string) []float64 {
	var out []float64
	for _, s := range digits.FindAllString(text, -1) {
		if n, err := strconv.ParseFloat(strings.Replace(s, ",", ".", 1), 64); err == nil {
			out = append(out, n)
		}
	}
	return out
}

// change tells a correction in words: "dari 60 menjadi 50".
func (v *voice) change(c circular.Correction) string {
	orNothing := func(s string) string {
		if s == "" {
			return v.term("nothing")
		}
		return s
	}
	return v.Terms["from-to"].fillRaw(v.lang, []string{"lama", orNothing(c.Old), "baru", orNothing(c.Value)})
}

// corrected returns where a corrected value of a clause stands against its
// sentence.
func corrected(p *paper, c *clause) []finding {
	var out []finding
	for _, fix := range c.corrections {
		if p.contradicted(c.Text, fix) {
			field := fix.Field[strings.LastIndexByte(fix.Field, '.')+1:]
			out = append(out, found("tidak-konsisten.koreksi", c, "judul", lexicon.FieldName(field), "daerah", p.change(fix),
				"nama", fix.By, "sebab", fix.Why, "pusat", brief(c.Text)))
		}
	}
	return out
}
