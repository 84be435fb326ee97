package extract

import (
	_ "embed"
	"fmt"
	"regexp"
	"slices"
	"sort"
	"strings"
	"sync"
	"unicode"

	"github.com/telaah/telaah/circular"
)

// OCR confidence below which a value is doubted, and below which it is left
// out of the record: then it would be a guess.
const (
	sureOCR  = 0.8
	guessOCR = 0.5
)

// codeUnsure is the code of warnings about what OCR read with doubt.
const codeUnsure = "ocr-unsure"

//go:embed data/filled.txt
var filledData string

// blank is a kind of line that people fill in: see data/filled.txt.
type blank struct {
	field, what string
	line        *regexp.Regexp
}

// blanks returns the lines of data/filled.txt; a test keeps it well formed.
var blanks = sync.OnceValue(func() (out []blank) {
	for _, line := range strings.Split(filledData, "\n") {
		if f := strings.Split(line, "\t"); len(f) == 3 && line[0] != '#' {
			out = append(out, blank{f[0], f[1], regexp.MustCompile(f[2])})
		}
	}
	return out
})

// findUnsure warns of numbers, dates and figures that OCR read with doubt, and
// of signatures that it read in part. What cannot be the value - letters among
// its digits, another sign, nothing at all - or was hardly read is left out of
// the subject circular.
func (d *doc) findUnsure() {
	if !slices.ContainsFunc(d.Text.Pages, func(p circular.Page) bool { return p.Method == circular.MethodOCR }) {
		return
	}
	c := d.rec.Subject()
	numbered := false // the line of the subject's number was judged
	for _, p := range d.Text.Pages {
		if p.Method != circular.MethodOCR {
			continue
		}
		for at := p.Start; at < p.End; {
			end := at + strings.IndexByte(d.Text.Body[at:p.End]+"\n", '\n')
			for _, b := range blanks() {
				m := b.line.FindStringSubmatchIndex(d.Text.Body[at:end])
				if m == nil {
					continue
				}
				for i := range m {
					if m[i] >= 0 {
						m[i] += at
					}
				}
				if b.field == "number" {
					numbered = d.doubtNumber(b, m, c) || numbered
				} else {
					d.doubtDate(b, m, c)
				}
				break
			}
			at = end + 1
		}
	}
	if c != nil && d.scanned(c.Span) {
		if conf := d.legible(c.Span); !numbered && c.Number != "" && conf < sureOCR {
			d.unsure(c.Span, "number", true, fmt.Sprintf("Nomor %q terbaca OCR dengan keyakinan %.0f%%", c.Number, 100*conf))
		}
		d.doubtSignature(c)
	}
	d.doubtFigures()
}

// unsure adds a warning that ends with how to enter the value of the field,
// which the record has or lacks.
func (d *doc) unsure(s circular.Span, field string, has bool, message string) {
	if d.rec.Subject() == nil && !strings.HasPrefix(field, "clauses.") { // no circular to be corrected
		d.rec.Warnings = append(d.rec.Warnings, circular.Warning{Code: codeUnsure, Span: s, Message: message + "; periksa pada berkas aslinya."})
		return
	}
	id := d.src.ID()
	if id == "" {
		id = "ID"
	}
	do := "isi dengan"
	if has {
		do = "periksa, dan bila keliru"
	}
	d.rec.Warnings = append(d.rec.Warnings, circular.Warning{Code: codeUnsure, Span: s,
		Message: fmt.Sprintf("%s; %s: telaah correct %s %s=... --by NAMA --why ALASAN", message, do, id, field)})
}

// doubtNumber judges a line with the number of a circular, whose parts m gives
// as regexp does. It reports whether the line is that of the subject c.
func (d *doc) doubtNumber(b blank, m []int, c *circular.Circular) bool {
	value, start := d.content(m[2], m[3])
	line := d.Text.Span(m[0], m[1])
	subject := c != nil && (c.Span.Overlaps(line) || d.inFrame(line.Start))
	conf, whole := d.confidence(start, start+len(value)), numberShaped(value)
	year := 0
	if len(m) > 4 && m[4] >= 0 {
		y, at := d.content(m[4], m[5])
		year = yearShaped(y)
		if year == 0 || d.confidence(at, at+len(y)) < guessOCR {
			year, whole = 0, false
		}
	}
	glued := start > 0 && unicode.IsLetter(rune(d.Text.Body[start-1])) // "NOMOR05": written into too small a gap
	if whole && conf >= sureOCR && !glued {
		return subject
	}
	says := d.says(b.what, line, value, conf, whole) + d.otherwise(line)
	if subject && (!whole || conf < guessOCR) && (c.Number == "" || strings.Contains(value, c.Number)) {
		if !numberShaped(value) || conf < guessOCR {
			c.Number = ""
		}
		if len(m) > 4 && m[4] >= 0 {
			c.Year = year
		}
	}
	if own := d.rec.Document; own != nil && own.Span.Overlaps(line) && (!whole || conf < guessOCR) {
		own.Number, own.Year = "", year
	}
	d.unsure(line, b.field, whole && conf >= guessOCR, says)
	return subject
}

// doubtDate judges a line with the day of signing.
func (d *doc) doubtDate(b blank, m []int, c *circular.Circular) {
	value, start := d.content(m[2], m[3])
	line := d.Text.Span(m[0], m[1])
	framed := d.inFrame(line.Start)
	if !framed && len(strings.Fields(value)) > 4 {
		return // a sentence
	}
	conf, whole := d.confidence(start, start+len(value)), false
	var read []circular.Date
	for k := range d.Dates {
		if t := &d.Dates[k]; t.Single() && d.Toks[t.First].Start >= line.Start && d.Toks[t.End-1].End <= line.End {
			read = append(read, t.From)
			whole = !t.Inferred && !strings.ContainsAny(d.Text.Body[d.Toks[t.End-1].End:line.End], "0123456789")
			if c != nil && c.Year != 0 && framed && t.From.Year != c.Year {
				whole = false // the year of a stamp is easily misread
			}
		}
	}
	if whole && conf >= sureOCR {
		return
	}
	if c != nil && (!whole || conf < guessOCR) && slices.Contains(read, c.DateSigned) {
		c.DateSigned = circular.Date{}
	}
	d.unsure(line, b.field, whole && conf >= guessOCR, d.says(b.what, line, value, conf, whole)+d.otherwise(line))
}

// says words the doubt about a value that was filled in.
func (d *doc) says(what string, s circular.Span, value string, conf float64, whole bool) string {
	switch {
	case value == "":
		return fmt.Sprintf("%s di halaman %d tidak terbaca OCR, mungkin tulisan tangan atau cap", what, s.Page)
	case !whole || conf < guessOCR:
		return fmt.Sprintf("%s di halaman %d terbaca OCR “%s” (keyakinan %.0f%%), mungkin tulisan tangan atau cap; tidak dicatat", what, s.Page, value, 100*conf)
	}
	return fmt.Sprintf("%s di halaman %d terbaca OCR “%s” dengan keyakinan %.0f%%, mungkin tulisan tangan atau cap", what, s.Page, value, 100*conf)
}

// otherwise says what other readings of a place say, as the end of a clause.
func (d *doc) otherwise(s circular.Span) string {
	var other []string
	for _, r := range d.Text.Readings {
		if r.Span.Overlaps(s) {
			other = append(other, "“"+r.Text+"”")
		}
	}
	if len(other) == 0 {
		return ""
	}
	return "; pembacaan lain: " + strings.Join(other, ", ")
}

// content returns what is filled in between two offsets: up to the next column,
// without the marks around it.
func (d *doc) content(start, end int) (string, int) {
	s := d.Text.Body[start:end]
	if i := strings.IndexByte(s, '\t'); i > 0 && strings.TrimSpace(s[:i]) != "" {
		s = s[:i]
	}
	t := strings.TrimLeft(s, " \t:.,;_-–—")
	return strings.TrimRight(t, " \t:.,;_-–—"), start + len(s) - len(t)
}

// numberShaped reports whether s can be the number of a circular: it has a
// digit, no odd sign, and no digits mixed with letters that look like some.
func numberShaped(s string) bool {
	if !strings.ContainsAny(s, "0123456789") {
		return false
	}
	odd := func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune(" /.-–()", r)
	}
	if strings.ContainsFunc(s, odd) {
		return false
	}
	apart := func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }
	return !slices.ContainsFunc(strings.FieldsFunc(s, apart), func(w string) bool {
		return strings.Trim(w, "0123456789OolISBZ") == "" && strings.Trim(w, "0123456789") != "" && strings.ContainsAny(w, "0123456789")
	})
}

// yearShaped returns the year that s begins with, or 0.
func yearShaped(s string) int {
	year := 0
	for i, r := range s {
		if r < '0' || r > '9' {
			if i != 4 || unicode.IsLetter(r) {
				return 0
			}
			break
		}
		year = 10*year + int(r-'0')
	}
	if year < 1945 || year > 2099 {
		return 0
	}
	return year
}

// inFrame reports whether the byte at offset off stands in the head, the title
// or the signature block of the circular itself.
func (d *doc) inFrame(off int) bool {
	i := sort.Search(len(d.Toks), func(i int) bool { return d.Toks[i].End > off })
	return d.frame.Head.Has(i) || d.frame.Title.Has(i) || d.frame.Sign.Has(i)
}

// scanned reports whether a span stands on a page that OCR read.
func (d *doc) scanned(s circular.Span) bool {
	return s.Page > 0 && s.Page <= len(d.Text.Pages) && d.Text.Pages[s.Page-1].Method == circular.MethodOCR
}

// confidence returns the least confidence of the words between two offsets, 0
// where there is none.
func (d *doc) confidence(start, end int) float64 {
	ws := d.Text.Words
	least, some := 1.0, false
	for i := sort.Search(len(ws), func(i int) bool { return ws[i].Span.End > start }); i < len(ws) && ws[i].Span.Start < end; i++ {
		least, some = min(least, ws[i].Confidence), true
	}
	if !some {
		return 0
	}
	return least
}
