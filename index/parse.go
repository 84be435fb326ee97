package index

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/index/bahasa"
)

// maxQuery and maxTerms bound what one query may ask for.
const (
	maxQuery = 2000 // bytes
	maxTerms = 64
)

// fieldNames lists the names of filters, in Indonesian and English.
var fieldNames = []struct{ field, id, en string }{
	{"kind", "jenis", "kind"},
	{"mode", "mode", "mode"},
	{"percent", "persen", "percent"},
	{"region", "wilayah", "region"},
	{"level", "tingkat", "level"},
	{"year", "tahun", "year"},
	{"number", "nomor", "number"},
	{"issuer", "penerbit", "issuer"},
	{"group", "kelompok", "group"},
	{"date", "berlaku", "effective"},
}

// ParseQuery reads a query as people type it:
//
//	masuk kantor             both words
//	"tetap masuk kantor"     the phrase
//	-libur  TANPA libur      not
//	wajib DAN kantor         both words
//	di atas 50 persen        a percentage above it
//	wfh ATAU wfa             one of both; OR and | say the same
//	kepega*                  words that begin so
//	jenis:kuota,pengecualian mode:wfh wilayah:banten tingkat:kota
//	tahun:2024  tahun:2020-2024  persen:>50  persen:25-50
//	berlaku:2024-04-16  berlaku:2024-04-01..2024-04-30
//	nomor:01  penerbit:"gubernur banten"
//
// Names of filters are Indonesian or English. An error is a [*SyntaxError].
func ParseQuery(text string) (Query, error) {
	q := Query{Text: text}
	if len(text) > maxQuery {
		return q, syntaxError(text, maxQuery, len(text), msgTooLong, strconv.Itoa(maxQuery))
	}
	if !utf8.ValidString(text) {
		at := strings.IndexRune(strings.ToValidUTF8(text, "\uFFFD"), '\uFFFD')
		return q, syntaxError(text, at, at+1, msgEncoding)
	}
	p := parser{text: text}
	or, without := false, false
	for {
		p.space()
		if p.at == len(text) {
			break
		}
		if len(q.Terms) == maxTerms {
			return q, syntaxError(text, p.at, len(text), msgTooMany, strconv.Itoa(maxTerms))
		}
		start := p.at
		if p.sign("DAN", "AND") { // all must hold anyway
			continue
		}
		if p.sign("TANPA", "NOT") {
			without = true
			continue
		}
		if p.or() {
			if len(q.Terms) == 0 || or || q.Terms[len(q.Terms)-1].Not {
				return q, syntaxError(text, start, p.at, msgOr)
			}
			or = true
			continue
		}
		if name, ok := p.field(); ok {
			if or {
				return q, syntaxError(text, start, p.at, msgOr)
			}
			if err := p.filter(&q, name, start); err != nil {
				return q, err
			}
			continue
		}
		t, err := p.term()
		if err != nil {
			return q, err
		}
		t.Not, without = t.Not || without, false
		if t.Not && or {
			return q, syntaxError(text, start, p.at, msgOr)
		}
		if len(bahasa.Tokens(t.Text)) == 0 {
			continue // a sign that is no word
		}
		t.Or, or = or, false
		q.Terms = append(q.Terms, t)
	}
	if or {
		return q, syntaxError(text, len(text), len(text), msgOr)
	}
	q.ask()
	return q, nil
}

// parser walks over the text of a query.
type parser struct {
	text string
	at   int
}

func (p *parser) space() {
	for p.at < len(p.text) {
		r, n := utf8.DecodeRuneInString(p.text[p.at:])
		if !unicode.IsSpace(r) && r != '(' && r != ')' {
			return
		}
		p.at += n
	}
}

// sign reads one of some operators, in capitals, with a word behind it.
func (p *parser) sign(words ...string) bool {
	for _, w := range words {
		if rest, ok := strings.CutPrefix(p.text[p.at:], w); ok && strings.HasPrefix(rest, " ") && strings.TrimSpace(rest) != "" {
			p.at += len(w)
			return true
		}
	}
	return false
}

// or reads "ATAU", "OR" or "|".
func (p *parser) or() bool {
	for _, w := range []string{"ATAU", "OR", "|"} {
		rest, ok := strings.CutPrefix(p.text[p.at:], w)
		if ok && (rest == "" || rest[0] == ' ' || w == "|") {
			p.at += len(w)
			return true
		}
	}
	return false
}

// field reads "name:" where a value follows at once.
func (p *parser) field() (string, bool) {
	end := p.at
	for end < len(p.text) && (p.text[end]|0x20 >= 'a' && p.text[end]|0x20 <= 'z' || p.text[end] == '_') {
		end++
	}
	if end-p.at < 2 || end+1 >= len(p.text) || p.text[end] != ':' {
		return "", false
	}
	if next := p.text[end+1]; next == ' ' || next == '/' {
		return "", false // "Yth: Kepala", "https://"
	}
	name := p.text[p.at:end]
	p.at = end + 1
	return name, true
}

// word reads up to the next space, or a quoted phrase.
func (p *parser) word() (text string, quoted bool, err error) {
	start := p.at
	if p.at < len(p.text) && p.text[p.at] == '"' {
		n := strings.IndexByte(p.text[start+1:], '"')
		if n < 0 {
			return "", true, syntaxError(p.text, start, len(p.text), msgQuote)
		}
		p.at = start + n + 2
		return p.text[start+1 : start+1+n], true, nil
	}
	for p.at < len(p.text) {
		r, n := utf8.DecodeRuneInString(p.text[p.at:])
		if unicode.IsSpace(r) || r == '"' || r == '(' || r == ')' {
			break
		}
		p.at += n
	}
	return p.text[start:p.at], false, nil
}

// term reads one word or phrase.
func (p *parser) term() (Term, error) {
	t := Term{Start: p.at}
	if p.text[p.at] == '-' && p.at+1 < len(p.text) && p.text[p.at+1] != ' ' && p.text[p.at+1] != '-' {
		t.Not = true
		p.at++
	}
	text, quoted, err := p.word()
	if err != nil {
		return t, err
	}
	t.Text, t.Phrase, t.End = text, quoted, p.at
	if rest, ok := strings.CutSuffix(text, "*"); ok && !quoted {
		t.Text, t.Prefix = rest, true
		if len(bahasa.Tokens(rest)) != 1 || utf8.RuneCountInString(rest) < 2 {
			return t, syntaxError(p.text, t.Start, t.End, msgPrefix)
		}
	}
	return t, nil
}

// filter reads the value of a filter into the query. start is where its name
// begins.
func (p *parser) filter(q *Query, name string, start int) error {
	i := slices.IndexFunc(fieldNames, func(f struct{ field, id, en string }) bool {
		return strings.EqualFold(f.id, name) || strings.EqualFold(f.en, name)
	})
	if i < 0 {
		return syntaxError(p.text, start, start+len(name), msgField, name, nearestField(name))
	}
	f := fieldNames[i]
	from := p.at
	value, quoted, err := p.word()
	if err != nil {
		return err
	}
	values := []string{value}
	if !quoted && f.field != "percent" { // "37,5"
		values = strings.Split(value, ",")
	}
	for n, v := range values {
		if n > 0 {
			from += len(values[n-1]) + 1
		}
		at := from
		if quoted {
			at++
		}
		if strings.TrimSpace(v) == "" {
			return syntaxError(p.text, from, p.at, msgEmpty, name)
		}
		if code, args := q.set(f.field, strings.TrimSpace(v)); code != "" {
			return syntaxError(p.text, at, at+len(v), code, append([]string{name, v}, args...)...)
		}
	}
	return nil
}

// set adds one value of a filter. It returns a message code where it cannot be.
func (q *Query) set(field, v string) (code string, args []string) {
	switch field {
	case "kind":
		k, ok := ParseKind(v)
		if !ok {
			return msgValue, []string{valueNames("kind")}
		}
		q.Kinds = append(q.Kinds, k)
	case "mode":
		m, ok := valueOf("mode", v)
		if !ok {
			return msgValue, []string{valueNames("mode")}
		}
		q.Modes = append(q.Modes, circular.Mode(strings.ToUpper(m)))
	case "level":
		l, ok := valueOf("level", v)
		if !ok {
			return msgValue, []string{valueNames("level")}
		}
		q.Levels = append(q.Levels, circular.Level(l))
	case "region":
		q.Regions = append(q.Regions, v)
	case "issuer":
		q.Issuers = append(q.Issuers, v)
	case "number":
		q.Numbers = append(q.Numbers, v)
	case "group":
		q.Groups = append(q.Groups, v)
	case "percent":
		lo, hi, ok := parsePercent(v)
		if !ok {
			return msgPercent, nil
		}
		if lo != nil {
			q.MinPercent = lo
		}
		if hi != nil {
			q.MaxPercent = hi
		}
	case "year":
		first, last, ok := parseYears(v)
		if !ok {
			return msgYear, nil
		}
		q.Years = append(q.Years, Years{first, last})
	case "date":
		from, to, ok := parseDates(v)
		if !ok {
			return msgDate, nil
		}
		q.From, q.To = from, to
	}
	return "", nil
}

// nearestField returns the name of a filter that is most like s.
func nearestField(s string) string {
	var names []string
	for _, f := range fieldNames {
		names = append(names, f.id)
		if f.en != f.id {
			names = append(names, f.en)
		}
	}
	best, distance := "", math.MaxInt
	for _, n := range names {
		if d := bahasa.Distance(strings.ToLower(s), n, 3); d < distance {
			best, distance = n, d
		}
	}
	if distance > 2 {
		best = ""
	}
	return best
}

// fieldList lists the names of the filters.
func fieldList() string {
	var names []string
	for _, f := range fieldNames {
		names = append(names, f.id)
	}
	return strings.Join(names, ", ")
}

// String returns the range as it is typed.
func (y Years) String() string {
	if y.First == y.Last {
		return strconv.Itoa(y.First)
	}
	return fmt.Sprintf("%d-%d", y.First, y.Last)
}
