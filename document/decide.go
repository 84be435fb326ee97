package document

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/telaah/telaah/document/internal/scan"
)

// vote is one reading of a line: by which model, its words, and what it says.
type vote struct {
	model string
	words []scan.Word
	text  string
}

// decide chooses among readings of a line. It returns the words that stand for
// it, nil for those of the page, and what other readings say where they say
// something else.
func decide(kind lineKind, votes []vote) (chosen []scan.Word, others []string) {
	if kind == lineName {
		return decideName(votes)
	}
	t := count(votes, func(text string) (string, bool) { return value(kind, text) })
	best, conf := t.best()
	year, yearConf := count(votes, yearOf).best()
	whole := false // what was chosen has the year, too
	for _, v := range votes {
		s, _ := value(kind, v.text)
		text := textOf(v.words)
		own, _ := value(kind, text)
		if y, _ := yearOf(text); s == best && len(v.words) > 0 && (s == "" || own == s) && (chosen == nil || !whole && y == year) {
			chosen, whole = rated(v.words, conf), y == year
		}
		if t := squeeze(v.text); s != best && t != "" && !slices.Contains(others, t) {
			others = append(others, t)
		}
	}
	if kind == lineNumber {
		if best != "" {
			chosen = plainNumber(chosen)
		}
		for i := range chosen {
			if yearLabel.MatchString(chosen[i].Text) {
				copy(chosen[i:], rated(chosen[i:], yearConf))
				break
			}
		}
	}
	return chosen, others
}

// tally counts the votes for the values of one thing.
type tally struct {
	by     map[string][2]int // by value: votes of the model of figures, and of that of words
	values []string          // in the order of the votes
	read   [2]int            // votes for any value
}

// count has each vote read. Letters that were taken for digits count where no
// reading of the same model has digits.
func count(votes []vote, read func(string) (value string, shaped bool)) tally {
	t := tally{by: map[string][2]int{}}
	plain := [2]bool{}
	for pass := range 2 {
		for _, v := range votes {
			m := 0
			if v.model == Indonesian {
				m = 1
			}
			s, shaped := read(v.text)
			if s == "" || shaped != (pass == 1) || shaped && plain[m] {
				continue
			}
			plain[m] = plain[m] || !shaped
			n, ok := t.by[s]
			if !ok {
				t.values = append(t.values, s)
			}
			n[m]++
			t.by[s] = n
			t.read[m]++
		}
	}
	return t
}

// best returns the value that most speaks for, "" without any, and how sure it
// is. Figures are for the model of figures to read: the other counts alone
// where that reads none.
func (t tally) best() (best string, conf float64) {
	conf = guessed
	for _, s := range t.values {
		n, c := t.by[s], guessed
		switch {
		case n[0] > 0 && n[1] > 0 && len(t.values) == 1:
			c = sure
		case n[0] > 0 && n[1] > 0, n[0] > 1, n[1] > 1 && t.read[0] == 0:
			c = unsure
		}
		if best == "" || c > conf || c == conf && n[0]+n[1] > t.by[best][0]+t.by[best][1] {
			best, conf = s, c
		}
	}
	return best, conf
}

// rated returns words with a confidence.
func rated(words []scan.Word, conf float64) []scan.Word {
	out := slices.Clone(words)
	for i := range out {
		out[i].Conf, out[i].Agreed = conf, conf >= sure
	}
	return out
}

var (
	numberLabel = regexp.MustCompile(`(?i)^\W*(?:SURAT\s*EDARAN\s*)?N[O0]M[O0]R\s*[:.]?`)
	numberValue = regexp.MustCompile(`^([^:]*?)\s*(?:TAHUN\s*(.*))?$`)
	dateValue   = regexp.MustCompile(`(\d{1,2}|\d \d)\s*[-–./]?\s*([\pL]{3,9}|\d{1,2})\s*[-–./]?\s*(\d{4})\W*$`)
)

// value returns what a reading of a line of a number or day says, without what
// does not matter, or "" where it cannot be one. shaped says that letters were
// taken for digits.
func value(kind lineKind, text string) (s string, shaped bool) {
	if kind == lineDate {
		m := dateValue.FindStringSubmatch(text)
		if m == nil {
			return "", false
		}
		return strings.ToUpper(strings.TrimLeft(scan.Skeleton(m[1]), "0") + " " + m[2] + " " + m[3]), false
	}
	label := numberLabel.FindString(text)
	m := numberValue.FindStringSubmatch(strings.ToUpper(strings.TrimSpace(text[len(label):])))
	if label == "" || m == nil {
		return "", false
	}
	number := strings.Trim(m[1], "_., ")
	digits := asDigits(number)
	odd := func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune(" /.-–()_", r)
	}
	if !strings.ContainsAny(digits, "0123456789") || strings.ContainsFunc(digits, odd) {
		return "", false
	}
	return strings.TrimLeft(scan.Skeleton(digits), "0"), digits != number
}

var (
	yearLabel = regexp.MustCompile(`(?i)^TAHUN\b`)
	yearValue = regexp.MustCompile(`(?i)TAHUN\s*(\d{4})\b`)
)

// yearOf returns the year at the end of a line of a number, or "".
func yearOf(text string) (year string, shaped bool) {
	if m := yearValue.FindStringSubmatch(text); m != nil {
		return m[1], false
	}
	return "", false
}

// shapes are letters that stand for the digit that looks like them.
var shapes = strings.NewReplacer("O", "0", "o", "0", "I", "1", "l", "1", "S", "5", "s", "5", "Z", "2", "z", "2", "B", "8", "G", "6")

// asDigits returns a short word of digits and letters that look like digits as
// digits; any other as it is.
func asDigits(s string) string {
	if d := shapes.Replace(s); len(s) <= 3 && strings.Trim(d, "0123456789") == "" {
		return d
	}
	return s
}

// plainNumber parts the label of a number from the number, and writes its
// digits as digits.
func plainNumber(words []scan.Word) (out []scan.Word) {
	for i, w := range words {
		label := numberLabel.FindString(w.Text)
		switch {
		case i == 0 && label != "" && label != w.Text:
			first, rest := w, w
			first.Text, rest.Text = label, asDigits(strings.Trim(w.Text[len(label):], "_"))
			first.W = w.W * len(label) / len(w.Text)
			rest.X, rest.W = w.X+first.W, w.W-first.W
			out = append(out, first, rest)
			continue
		case i > 0 && i < 3:
			w.Text = asDigits(strings.Trim(w.Text, "_"))
		}
		if w.Text != "" {
			out = append(out, w)
		}
	}
	return out
}

// decideName chooses among readings of a line that may be a name. Seals and
// signatures leave marks beside it: what is no word is dropped. Readings agree
// that have the same words; a comma at the end says that a degree is missing.
func decideName(votes []vote) (chosen []scan.Word, others []string) {
	say := map[string]int{} // readings by what they say
	keys, cut := make([]string, len(votes)), false
	for i, v := range votes {
		var b strings.Builder
		last := ""
		for _, w := range v.words {
			if k := nameKey(w.Text); k != "" {
				b.WriteString(k)
				last = strings.Trim(w.Text, junk)
			}
		}
		cut = cut || strings.HasSuffix(last, ",")
		if keys[i] = b.String(); keys[i] != "" {
			say[keys[i]]++
		}
	}
	best := -1
	for i, k := range keys {
		if k != "" && (best < 0 || say[k] > say[keys[best]]) {
			best = i
		}
	}
	if best < 0 {
		return nil, nil
	}
	conf := guessed
	switch {
	case len(say) == 1 && say[keys[best]] > 1 && !cut:
		conf = sure
	case say[keys[best]] > 1:
		conf = unsure
	}
	for _, w := range votes[best].words {
		if nameKey(w.Text) != "" {
			w.Text = strings.Trim(w.Text, junk)
			chosen = append(chosen, w)
		}
	}
	for i, v := range votes {
		if t := squeeze(v.text); keys[i] != keys[best] && t != "" && !slices.Contains(others, t) {
			others = append(others, t)
		}
	}
	return rated(chosen, conf), others
}

// junk are the marks that a seal or a signature leaves at the ends of a word.
const junk = "~` '\"“”‘’«»*_|^°<>=-—–{}[]/\\:;"

// nameKey returns the letters of a word by which readings of a name are
// compared, "" where it is a mark: no word, no title and no initial.
func nameKey(s string) string {
	s = strings.Trim(s, junk)
	k := strings.ToUpper(scan.Skeleton(s))
	if n := len([]rune(k)); n < 3 && !(n > 0 && strings.HasSuffix(strings.TrimRight(s, ","), ".") && unicode.IsUpper([]rune(s)[0])) {
		return ""
	}
	return k
}
