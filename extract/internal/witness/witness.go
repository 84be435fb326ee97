// Package witness is a second reader of the head fields of a circular. It knows
// nothing of the stages: it looks at the words around a value in the raw text.
// Where it and the stages agree, a value is certain.
package witness

import (
	_ "embed"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/lexicon"
)

//go:embed patterns.txt
var patternData string

// patterns returns the patterns of patterns.txt by field; a test keeps the file
// well formed.
var patterns = sync.OnceValue(func() map[string][]*regexp.Regexp {
	out := map[string][]*regexp.Regexp{}
	for line := range strings.Lines(patternData) {
		if field, p, ok := strings.Cut(strings.TrimRight(line, "\n"), "\t"); ok && line[0] != '#' {
			out[field] = append(out[field], regexp.MustCompile(p))
		}
	}
	return out
})

// Bounds of what is looked at: heads stand at the beginning of a text,
// signatures at its end.
const (
	maxHead = 24 << 10
	maxFoot = 6 << 10
)

// Account is what the witness saw.
type Account struct {
	numbers []number // by position
	dates   []circular.Date
	windows []string // words that hold the name of a signatory
}

// number is the number of a circular as the witness read it.
type number struct {
	at       int
	key      string
	year     int // 0 where none stands with it
	followed bool
}

// Read looks at a text.
func Read(body string) Account {
	head, foot := body, ""
	if len(body) > maxHead+maxFoot {
		head, foot = body[:maxHead], body[len(body)-maxFoot:]
	}
	a := Account{}
	a.readNumbers(head)
	for _, part := range []string{head, foot} {
		a.readDates(part)
		for _, p := range patterns()["signer"] {
			for _, m := range p.FindAllStringSubmatch(part, -1) {
				a.windows = append(a.windows, plain(m[p.SubexpIndex("w")]))
			}
		}
	}
	return a
}

// readNumbers reads the numbers of circulars, and whether a word in front of
// them in their sentence says that they are only followed.
func (a *Account) readNumbers(text string) {
	for _, p := range patterns()["number"] {
		n, y := p.SubexpIndex("n"), p.SubexpIndex("y")
		for _, m := range p.FindAllStringSubmatchIndex(text, -1) {
			read := number{at: m[0], key: key(text[m[2*n]:m[2*n+1]])}
			if m[2*y] >= 0 {
				read.year, _ = strconv.Atoi(text[m[2*y]:m[2*y+1]])
			}
			start := strings.LastIndexAny(text[:m[0]], ".\n!?\u201c\u201d") + 1
			read.followed = slices.ContainsFunc(patterns()["follow"], func(p *regexp.Regexp) bool { return p.MatchString(text[start:m[2*n]]) })
			a.numbers = append(a.numbers, read)
		}
	}
	slices.SortStableFunc(a.numbers, func(x, y number) int { return x.at - y.at })
}

// readDates reads the days of signing.
func (a *Account) readDates(text string) {
	for _, p := range patterns()["date"] {
		for _, m := range p.FindAllStringSubmatch(text, -1) {
			if d, ok := day(m[p.SubexpIndex("d")]); ok {
				a.dates = append(a.dates, d)
			}
		}
	}
}

// Number reports whether the witness read the number and year too.
func (a *Account) Number(s string, year int) bool {
	k := key(s)
	return slices.ContainsFunc(a.numbers, func(n number) bool {
		return n.key == k && (n.year == year || n.year == 0 && strings.Contains(k, strconv.Itoa(year)))
	})
}

// Subject reports whether the witness too holds that the text is about the
// circular with the number: it is the first that is not merely followed.
func (a *Account) Subject(s string) bool {
	for _, n := range a.numbers {
		if !n.followed {
			return n.key == key(s)
		}
	}
	return false
}

// Date reports whether the witness read the day as one of signing.
func (a *Account) Date(d circular.Date) bool { return slices.Contains(a.dates, d) }

// Name reports whether the witness saw the name where signatories stand.
func (a *Account) Name(s string) bool {
	name := plain(s)
	return len(strings.Fields(name)) > 1 && slices.ContainsFunc(a.windows, func(w string) bool { return strings.Contains(w, name) })
}

// key is the number in the form in which its spellings agree.
func key(s string) string {
	s = strings.TrimRight(strings.ToUpper(strings.Join(strings.Fields(s), "")), "./-\u2013")
	return circular.NumberKey(strings.TrimPrefix(strings.TrimPrefix(s, "SE-"), "SE."))
}

// plain returns the words of s in small letters, without the marks around them.
func plain(s string) string {
	words := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return strings.ContainsRune(" \t\n.,()\"\u201c\u201d", r) })
	return strings.Join(words, " ")
}

// day returns the day that s prints: "5 Mei 2020", "5/5/2020".
func day(s string) (circular.Date, bool) {
	if f := strings.Split(s, "/"); len(f) == 3 {
		d, _ := strconv.Atoi(f[0])
		m, _ := strconv.Atoi(f[1])
		y, _ := strconv.Atoi(f[2])
		return circular.NewDate(y, time.Month(m), d)
	}
	digits := strings.IndexFunc(s, func(r rune) bool { return r < '0' || r > '9' })
	if digits <= 0 || len(s) < 5 {
		return circular.Date{}, false
	}
	d, _ := strconv.Atoi(s[:digits])
	y, _ := strconv.Atoi(s[len(s)-4:])
	month := strings.ToLower(strings.TrimSpace(s[digits : len(s)-4]))
	for m := time.January; m <= time.December; m++ {
		if strings.ToLower(lexicon.MonthName(m)) == month {
			return circular.NewDate(y, m, d)
		}
	}
	return circular.Date{}, false
}
