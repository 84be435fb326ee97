package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/telaah/telaah/lexicon"
)

// part says what a paragraph is to the text.
type part uint8

const (
	partBody      part = iota // running text
	partHeadline              // headline of a news text: its figures are told again in the body
	partHeading               // heading inside the text
	partFurniture             // link, caption, page furniture: never a rule
	partFrame                 // letterhead, number block, addressees, signature, tembusan
	partRow                   // row of a table, its cells parted by tabs
)

// para is one paragraph or numbered point.
type para struct {
	first, end int    // its tokens
	part       part   //
	marker     string // "A", "1", "b", "-", "" without the dot or parenthesis
	path       string // place in the numbered tree, such as "E.2.b"
	section    string // id of the section it stands under, such as "dasar"
	parent     int    // index of the point it stands under, or -1
	colon      bool   // it ends with a colon: what follows belongs to it
}

// sent is one sentence: tokens first up to, not including, end, of one paragraph.
type sent struct {
	first, end int
	para       int
}

// cut finds the paragraphs and sentences of d.
func (d *doc) cut() {
	d.paragraphs()
	d.classify()
	d.number()
	d.sentences()
}

// paragraphs groups the lines of d. A line goes on with the paragraph above
// unless a blank line, a list marker, or a finished sentence parts them.
func (d *doc) paragraphs() {
	for i := 0; i < len(d.Toks); {
		end := d.LineEnd(i)
		if n := d.Toks[i].Norm; (n == "\"" || n == "\u201c") && i+1 < end {
			if mark, _ := d.marker(i+1, end); mark != "" {
				i++ // a point of the text that an amendment puts in
			}
		}
		mark, _ := d.marker(i, end)
		row := d.tabbed(i, end)
		if n := len(d.paras); n > 0 && mark == "" && !row && d.paras[n-1].part != partRow && d.continues(d.paras[n-1], i, end) {
			d.paras[n-1].end = end
		} else {
			p := para{first: i, end: end, marker: mark, parent: -1}
			if row {
				p.part, p.marker = partRow, ""
			}
			d.paras = append(d.paras, p)
		}
		i = end
	}
	for i := range d.paras {
		p := &d.paras[i]
		p.colon = d.Toks[p.end-1].Norm == ":"
	}
}

// tabbed reports whether a tab parts the tokens from first up to end: they are
// a row of a table.
func (d *doc) tabbed(first, end int) bool {
	if mark, body := d.marker(first, end); mark != "" && body < end {
		first = body // "a.<tab>Pegawai ..." is a point
	}
	return strings.ContainsRune(d.Text.Body[d.Toks[first].Start:d.Toks[end-1].End], '\t')
}

// continues reports whether the line of tokens i up to end goes on with p.
func (d *doc) continues(p para, i, end int) bool {
	if g := d.Gap(i); strings.Count(g, "\n") > 1 && !strings.Contains(g, "\f") {
		return false
	}
	last := d.Toks[p.end-1]
	if strings.ContainsAny(last.Norm, ".:;!?\u201d\"") && !d.shortened(p.end-1) {
		return false
	}
	start := d.LineStart(p.end - 1)
	a, b := d.Upper(start, p.end), d.Upper(i, end)
	if a != b {
		return false // a line in capitals is a heading
	}
	r, _ := utf8.DecodeRuneInString(d.Text.Body[d.Toks[i].Start:])
	if a || unicode.IsLower(r) || unicode.IsDigit(r) || last.Norm == "," || last.Norm == "-" {
		return true
	}
	// A capital may go on only under a line that is full, as in a typeset page.
	return d.Toks[p.end-1].End-d.Toks[start].Start >= 60
}

// shortened reports whether token i is the point of a word written short:
// "maks.", "No.".
func (d *doc) shortened(i int) bool {
	m, ok := d.Starts(i-1, "abbr")
	return ok && m.Entry.ID == "writing" && d.Toks[i].Norm == "."
}

// marker returns the list marker with which the line of tokens i up to end
// begins, without dot or parenthesis, and the token behind it.
func (d *doc) marker(i, end int) (string, int) {
	t := d.Toks[i]
	raw := d.Text.Body[t.Start:t.End]
	if i+1 >= end {
		return "", i
	}
	switch raw {
	case "\u2022", "-", "*", ">", "\u2013", "\u25cf", "\u25aa", "\u00b7", "\u2043", "\u25e6", "\uf0b7", "\u2714", "\u00a7":
		return "-", i + 1
	case "(":
		if i+3 < end && d.Toks[i+2].Norm == ")" && len(d.Toks[i+1].Norm) <= 3 && d.enumerates(i+1) {
			return d.Raw(i + 1), i + 3
		}
		return "", i
	}
	next := d.Toks[i+1]
	if next.Space || next.Norm != "." && next.Norm != ")" || !d.enumerates(i) {
		return "", i
	}
	if next.Norm == "." && i+2 < end && !d.Toks[i+2].Space {
		return "", i // 07.30, a.n.
	}
	return raw, i + 2
}

// enumerates reports whether token i can number a point: up to three digits,
// one letter, or a Roman number.
func (d *doc) enumerates(i int) bool {
	t := d.Toks[i]
	if t.Kind == lexicon.Number {
		return len(t.Norm) <= 3
	}
	return t.Kind == lexicon.Word && (len(t.Norm) == 1 || len(t.Norm) <= 5 && strings.Trim(t.Norm, "ivxl") == "")
}

// number gives each point its path and parent, and each paragraph its section.
func (d *doc) number() {
	var stack []int // open points
	section := ""
	for i := range d.paras {
		p := &d.paras[i]
		if p.part == partFurniture || p.part == partFrame || p.part == partRow {
			stack = stack[:0]
			continue
		}
		dep := d.depth(*p)
		if dep < 0 {
			// Text without a marker stands under the open point when that
			// point's heading is all it has; else it closes lists of bullets.
			for len(stack) > 0 && d.closed(stack[len(stack)-1]) {
				stack = stack[:len(stack)-1]
			}
		} else {
			for len(stack) > 0 && d.depth(d.paras[stack[len(stack)-1]]) >= dep {
				stack = stack[:len(stack)-1]
			}
		}
		if len(stack) > 0 {
			p.parent = stack[len(stack)-1]
			p.path = d.paras[p.parent].path
		} else if dep > 0 && i > 0 && d.paras[i-1].colon && d.paras[i-1].part != partFurniture {
			p.parent = i - 1 // a list under a sentence that ends with a colon
		} else if dep > 0 && i > 0 && p.marker != "" && d.paras[i-1].marker != "" {
			p.parent = d.paras[i-1].parent
		}
		if dep >= 0 {
			if p.marker != "-" {
				if p.path != "" {
					p.path += "."
				}
				p.path += p.marker
			}
			stack = append(stack, i)
		}
		if s := d.sectionOf(*p); s != "" && dep <= 2 || dep == 0 || dep == 1 {
			section = s
		}
		p.section = section
	}
}

// closed reports whether a paragraph without a marker no longer belongs to the
// point i: a bullet, or a point that is a whole sentence. The heading of a
// section and the name of a service stay open.
func (d *doc) closed(i int) bool {
	p := d.paras[i]
	return d.depth(p) == 10 || !d.official || d.depth(p) > 1 && !p.colon && d.complete(p)
}

// sectionOf returns the id of the section that p heads, or "".
func (d *doc) sectionOf(p para) string {
	from := p.first
	if p.marker != "" {
		_, from = d.marker(p.first, p.end)
	}
	for _, m := range d.Within(from, p.end) {
		if m.Entry.Class == "section" && m.First == from && (m.End == p.end || d.Toks[m.End].Norm == ":" || d.Toks[m.End].Line) {
			return m.Entry.ID
		}
	}
	return ""
}

// maxSentence bounds the tokens of a sentence: work on a sentence may grow with
// the square of its length.
const maxSentence = 500

// sentences cuts each paragraph at full stops, question and exclamation marks.
func (d *doc) sentences() {
	for pi := range d.paras {
		p := d.paras[pi]
		first := p.first
		if p.marker != "" {
			_, first = d.marker(p.first, p.end)
		}
		for i := first; i < p.end; i++ {
			if i+1 == p.end || d.stops(i, p.end) || i-first >= maxSentence {
				end := i + 1
				for end < p.end && !d.Toks[end].Space && closer(d.Toks[end].Norm) {
					end++ // a quotation mark behind the full stop
				}
				d.sents = append(d.sents, sent{first, end, pi})
				first, i = end, end-1
			}
		}
	}
}

func closer(s string) bool {
	return s == "\"" || s == "\u201d" || s == "\u2019" || s == ")" || s == "]" || s == "'"
}

// stops reports whether a sentence of the paragraph that reaches to end can
// end with token i.
func (d *doc) stops(i, end int) bool {
	t := d.Toks[i]
	if t.Norm != "." && t.Norm != "!" && t.Norm != "?" && t.Norm != "\u2026" {
		return false
	}
	j := i + 1
	for j < end && !d.Toks[j].Space && closer(d.Toks[j].Norm) {
		j++
	}
	if j >= end {
		return true
	}
	next := d.Toks[j]
	r, _ := utf8.DecodeRuneInString(d.Text.Body[next.Start:])
	if !next.Space {
		// A stop glued to the next sentence: "persen.Baca: ..."
		return t.Norm == "." && i > 0 && d.Toks[i-1].Kind == lexicon.Word && len(d.Toks[i-1].Norm) > 3 &&
			unicode.IsUpper(r) && next.Kind == lexicon.Word && len(next.Norm) > 3 && !d.Is(i-1, "abbr")
	}
	if unicode.IsLower(r) {
		return false
	}
	if t.Norm == "." && i > 0 {
		prev := d.Toks[i-1]
		if i > 1 && (prev.Norm == "h" || prev.Norm == "m") && d.Toks[i-2].Kind == lexicon.Number {
			return true // "1445 H." is a year
		}
		if d.Is(i-1, "abbr") || prev.Kind == lexicon.Word && d.initial(i-1) {
			return false // an abbreviation or an initial
		}
	}
	return true
}

// initial reports whether the word at token i is a name cut short: one letter,
// or a capital and a small one as in "Ch.", "Dj.".
func (d *doc) initial(i int) bool {
	w := []rune(d.Raw(i))
	return len(w) == 1 || len(w) == 2 && unicode.IsUpper(w[0]) && unicode.IsLower(w[1])
}

// depth ranks the style of a marker: A < I < 1 < a < 1) < a) < bullet.
func (d *doc) depth(p para) int {
	if p.marker == "" {
		return -1
	}
	paren := 0
	if end := p.first + 1; end < len(d.Toks) && d.Toks[end].Norm == ")" || d.Toks[p.first].Norm == "(" {
		paren = 3
	}
	r := rune(p.marker[0])
	switch {
	case p.marker == "-":
		return 10
	case len(p.marker) > 1 && strings.Trim(p.marker, "IVXL") == "":
		return 1
	case unicode.IsUpper(r):
		return 0 + paren
	case unicode.IsDigit(r):
		return 2 + paren
	case unicode.IsLower(r):
		return 3 + paren
	}
	return 10
}
