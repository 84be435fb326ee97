package index

import (
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/telaah/telaah/circular"
)

// SyntaxError says what is wrong with a query, and where.
type SyntaxError struct {
	Query string // as typed
	Start int    // offset of the first byte that is wrong
	End   int    // offset behind the last
	code  string
	args  []string
}

func syntaxError(query string, start, end int, code string, args ...string) *SyntaxError {
	return &SyntaxError{query, start, end, code, args}
}

// The messages, in both languages.
const (
	msgTooLong  = "too-long"
	msgTooMany  = "too-many"
	msgEncoding = "encoding"
	msgQuote    = "quote"
	msgOr       = "or"
	msgPrefix   = "prefix"
	msgField    = "field"
	msgEmpty    = "empty"
	msgValue    = "value"
	msgPercent  = "percent"
	msgYear     = "year"
	msgDate     = "date"
)

var messages = map[string]struct{ id, en string }{
	msgTooLong:  {"kueri lebih panjang dari %s huruf", "the query is longer than %s characters"},
	msgTooMany:  {"kueri lebih dari %s kata", "the query has more than %s words"},
	msgEncoding: {"huruf ini bukan UTF-8", "this is not UTF-8"},
	msgQuote:    {`tanda petik " belum ditutup`, `the quotation mark " is not closed`},
	msgOr:       {"ATAU harus berada di antara dua kata", "OR must stand between two words"},
	msgPrefix:   {"tanda * hanya di belakang satu kata yang paling sedikit dua huruf", "* may only follow one word of at least two letters"},
	msgField:    {"saringan %q tidak dikenal", "there is no filter %q"},
	msgEmpty:    {"saringan %s: tanpa nilai", "the filter %s: has no value"},
	msgValue:    {"%s: tidak mengenal %q; pilihannya %s", "%s: does not know %q; it takes %s"},
	msgPercent:  {"%s:%s bukan persentase; contoh: persen:50, persen:>50, persen:25-50", "%s:%s is no percentage; examples: percent:50, percent:>50, percent:25-50"},
	msgYear:     {"%s:%s bukan tahun; contoh: tahun:2024, tahun:2020-2024", "%s:%s is no year; examples: year:2024, year:2020-2024"},
	msgDate:     {"%s:%s bukan tanggal; contoh: berlaku:2024-04-16, berlaku:2024-04-01..2024-04-30", "%s:%s is no date; examples: effective:2024-04-16, effective:2024-04-01..2024-04-30"},
}

// Error returns the message in Indonesian.
func (e *SyntaxError) Error() string { return e.Message("id") }

// Message returns one line that says where and what, in Indonesian, or in
// English where lang is "en".
func (e *SyntaxError) Message(lang string) string {
	args := make([]any, len(e.args))
	for i, a := range e.args {
		args[i] = a
	}
	at := utf8.RuneCountInString(e.Query[:e.Start]) + 1
	m := messages[e.code]
	format, where, hint := m.id, "kueri, huruf ke-%d: ", "; maksud Anda %q?"
	none := "; yang ada: "
	if lang == "en" {
		format, where, hint, none = m.en, "query, character %d: ", "; did you mean %q?", "; there are: "
	}
	msg := fmt.Sprintf(where, at)
	if e.code == msgField {
		msg += fmt.Sprintf(format, args[0])
		if e.args[1] != "" {
			return msg + fmt.Sprintf(hint, args[1])
		}
		return msg + none + fieldList()
	}
	return msg + fmt.Sprintf(format, args...)
}

// Pointer returns the query and, on the next line, marks under what is wrong.
func (e *SyntaxError) Pointer() string {
	flat := strings.Map(func(r rune) rune {
		if r < ' ' || r == utf8.RuneError {
			return ' '
		}
		return r
	}, e.Query)
	before := utf8.RuneCountInString(e.Query[:e.Start])
	width := max(1, utf8.RuneCountInString(e.Query[e.Start:e.End]))
	return flat + "\n" + strings.Repeat(" ", before) + strings.Repeat("^", width)
}

// newDate is circular.NewDate for plain numbers.
func newDate(y, m, d int) (circular.Date, bool) { return circular.NewDate(y, time.Month(m), d) }
