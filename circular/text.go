// Package circular holds the domain types of Telaah: what was read, what it
// rules, what it is compared with and what came of that. It does no I/O and
// imports only the standard library, so that every other package can share it.
//
// The invariants between the fields are stated beside them and enforced by
// [Record.Check].
package circular

import (
	"sort"
	"unicode/utf8"
)

// Text is a document in reading order.
type Text struct {
	Body  string `json:"body"`            // UTF-8, NFC; pages follow each other
	Pages []Page `json:"pages"`           // in order; together they cover Body
	Words []Word `json:"words,omitempty"` // of pages read by OCR, in reading order
	Marks []Mark `json:"marks,omitempty"` // parts of Body that are not running text, by position

	Readings []Reading `json:"readings,omitempty"` // what else OCR read in places where it counts, by position
}

// Page says which bytes of Body stand on one page and how they were read.
type Page struct {
	Start      int     `json:"start"`                // byte offset of its first byte in Body
	End        int     `json:"end"`                  // byte offset behind its last byte
	Method     Method  `json:"method"`               // how it was read
	Confidence float64 `json:"confidence,omitempty"` // mean OCR confidence, 0..1; 0 where Method is not OCR
	Note       string  `json:"note,omitempty"`       // why it could not be read, in one sentence
}

// Method says how a page was read.
type Method string

// The ways to read a page.
const (
	MethodText Method = "text" // typed text or the text layer of a PDF
	MethodOCR  Method = "ocr"  // recognised from a picture
	MethodNone Method = "none" // not read: needs OCR, or is damaged
)

// Word is one word that OCR read, with its place on the page and its doubt.
type Word struct {
	Span       Span    `json:"span"`
	Box        Box     `json:"box"`
	Confidence float64 `json:"confidence"` // 0..1
}

// Reading is what another, independent reading of a scanned page says in a
// place of Body: lines of the number, the day and the name are read more than
// once. Where all readings agree there is none; where they do not, the words of
// the place have a confidence below 0.8, and below 0.5 where no two agree.
type Reading struct {
	Span Span   `json:"span"`
	Text string `json:"text"`
}

// Box is a rectangle on a page in points (1/72 inch), from the upper left corner.
type Box struct {
	X float64 `json:"x"`
	Y float64 `json:"y"`
	W float64 `json:"w"`
	H float64 `json:"h"`
}

// Mark sets a part of the body apart from the running text.
type Mark struct {
	Span Span     `json:"span"`
	Kind MarkKind `json:"kind"`
}

// MarkKind says what a marked part is.
type MarkKind string

// The kinds of marks that readers set.
const (
	MarkHeader     MarkKind = "header"      // repeated at the top of pages
	MarkFooter     MarkKind = "footer"      // repeated at the bottom of pages
	MarkPageNumber MarkKind = "page_number" // the number of a page
	MarkTitle      MarkKind = "title"       // headline of a web page or news item
	MarkTable      MarkKind = "table"       // rows of a table, one a line, cells parted by tabs
	MarkTextBox    MarkKind = "text_box"    // text outside the flow
	MarkInserted   MarkKind = "inserted"    // tracked insertion in a draft
	MarkNote       MarkKind = "note"        // footnote or endnote, below the paragraph that refers to it
	MarkHidden     MarkKind = "hidden"      // in the file, but not to be seen on its page: no rule
	MarkUnsigned   MarkKind = "unsigned"    // put into the file after it was signed: no rule
	MarkAnnotation MarkKind = "annotation"  // put on a page: the value of a form field, a typed note
)

// Span is a range of bytes of Text.Body, half open, on rune boundaries.
type Span struct {
	Start int `json:"start"`          // offset of the first byte
	End   int `json:"end"`            // offset behind the last byte
	Page  int `json:"page,omitempty"` // page of the first byte, from 1; 0 where the text has no pages
}

// Len returns the length of the span in bytes.
func (s Span) Len() int { return s.End - s.Start }

// Contains reports whether the span o lies inside s.
func (s Span) Contains(o Span) bool { return s.Start <= o.Start && o.End <= s.End }

// Overlaps reports whether s and o share a byte.
func (s Span) Overlaps(o Span) bool { return s.Start < o.End && o.Start < s.End }

// PageAt returns the number, from 1, of the page that holds the byte at offset
// off, or 0 where no page does.
func (t *Text) PageAt(off int) int {
	i := sort.Search(len(t.Pages), func(i int) bool { return t.Pages[i].End > off })
	if i == len(t.Pages) || t.Pages[i].Start > off {
		return 0
	}
	return i + 1
}

// Span returns the span of Body from start to end with its page.
func (t *Text) Span(start, end int) Span {
	return Span{Start: start, End: end, Page: t.PageAt(start)}
}

// Slice returns the bytes of Body that s covers. The span must be in range.
func (t *Text) Slice(s Span) string { return t.Body[s.Start:s.End] }

// onRune reports whether s is a non-empty range of body on rune boundaries.
func onRune(body string, s Span) bool {
	return 0 <= s.Start && s.Start < s.End && s.End <= len(body) &&
		utf8.RuneStart(body[s.Start]) && (s.End == len(body) || utf8.RuneStart(body[s.End]))
}

// Plain returns a Text of one typed page that holds body.
func Plain(body string) Text {
	return Text{Body: body, Pages: []Page{{End: len(body), Method: MethodText}}}
}
