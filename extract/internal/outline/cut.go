package outline

import (
	"slices"
	"strings"

	"github.com/telaah/telaah/lexicon"
)

// measure finds how wide a full line of the page is. In a text whose paragraphs
// are one line each no line of ordinary length is full.
func (b *builder) measure() {
	var lens []int
	for i := 0; i < len(b.Toks); {
		end := b.LineEnd(i)
		lens = append(lens, b.Toks[end-1].End-b.Toks[i].Start)
		i = end
	}
	slices.Sort(lens)
	b.width = lens[len(lens)*9/10]
	if len(lens) < 16 {
		b.width = max(b.width, 90) // too few lines to tell
	}
}

// cut makes blocks of lines, and cuts lines at labels and parts of the frame
// that stand inside them.
func (b *builder) cut() {
	b.Blocks = make([]Block, 0, 64)
	cur := -1 // the last block that is no furniture
	for i := 0; i < len(b.Toks); {
		end := b.LineEnd(i)
		cur = b.line(cur, i, end)
		i = end
	}
}

// line adds the line of tokens i up to end, and returns the block that the next
// line may go on with.
func (b *builder) line(cur, i, end int) int {
	if b.note(i, end) {
		b.add(Block{First: i, Body: i, End: end, Part: Furniture}, label{})
		return cur
	}
	if b.row(i, end) {
		b.add(Block{First: i, Body: i, End: end, Row: true}, label{})
		return len(b.Blocks) - 1
	}
	from := b.unmarked(i, end)
	l, ok := b.leading(cur, from, end)
	switch {
	case ok:
		b.add(Block{First: i, Body: l.body, End: end}, l)
	case cur >= 0 && b.continues(cur, i, end):
		b.Blocks, b.labels = b.Blocks[:cur+1], b.labels[:cur+1] // notes in between are run over
		if c := &b.Blocks[cur]; c.Body == c.End {
			c.Body = i
		}
		b.Blocks[cur].End = end
		from--
	default:
		b.add(Block{First: i, Body: from, End: end, Heading: from > i}, label{})
	}
	b.inside(max(from, b.Blocks[len(b.Blocks)-1].Body-1), end)
	return len(b.Blocks) - 1
}

// unmarked returns the first token behind the marks of Markdown for headings,
// quotations and bold type.
func (b *builder) unmarked(i, end int) int {
	for j := i; j < end; j++ {
		switch n := b.Toks[j].Norm; {
		case n == "#" || n == "*" && j+1 < end && b.Toks[j+1].Norm == "*", n == "*" && j > i && b.Toks[j-1].Norm == "*":
		case (n == "\"" || n == "\u201c") && j+1 < end && b.quoted(j+1, end): // a point of the text that an amendment puts in
		default:
			return j
		}
	}
	return i
}

// quoted reports whether a label stands behind an opening quotation mark.
func (b *builder) quoted(i, end int) bool {
	l, ok := b.parse(i, end)
	return ok && !l.loose && !l.tight && l.marks[0].style != bullet && l.body < end
}

// add appends a block.
func (b *builder) add(bl Block, l label) {
	bl.Parent = -1
	bl.Label = l.text
	b.toward = b.addressed(&bl) || b.toward && bl.Label != ""
	b.Blocks = append(b.Blocks, bl)
	b.labels = append(b.labels, l)
}

// split ends the last block at token j and begins another there.
func (b *builder) split(j int, l label) {
	last := &b.Blocks[len(b.Blocks)-1]
	end := last.End
	last.End = j
	body := j
	if l.body > j {
		body = l.body
	}
	b.add(Block{First: j, Body: min(body, end), End: end}, l)
}

// inside cuts the last block, which reaches to end, behind token i.
func (b *builder) inside(i, end int) {
	long := end-i > 60 // a page that was extracted as one line
	for j := i + 1; j < end; j++ {
		last := &b.Blocks[len(b.Blocks)-1]
		if j <= last.First {
			continue
		}
		if j == last.Body && last.Label != "" {
			if l, ok := b.parse(j, end); ok && !l.loose && !l.tight && l.body < end && l.marks[0].style%paren != bullet && l.marks[0].opens() && b.Toks[j].Space {
				b.split(j, l) // "4. a."
				b.remember(l)
			}
			continue
		}
		if l, ok := b.inner(j, end, long); ok {
			b.split(j, l)
			b.remember(l)
			continue
		}
		if b.frameCut(last, j, end, long) {
			b.split(j, label{})
		}
	}
}

// frameCut reports whether a part of the frame, or the text behind one, begins
// with token j inside a line.
func (b *builder) frameCut(last *Block, j, end int, long bool) bool {
	if b.Toks[j].Kind != lexicon.Word || !b.Toks[j].Space && (b.Toks[j-1].Kind != lexicon.Punct || !b.Toks[j-1].Space) {
		return false
	}
	if m, ok := b.Starts(j, "address"); ok && m.Entry.ID == "open" && b.capital(j) && !b.addressed(last) && !b.addressed(&Block{First: j - 1}) {
		return true
	}
	if m, ok := b.Starts(j, "closer"); ok && m.Entry.ID == "formula" && b.capital(j) {
		return true
	}
	if m, ok := b.Starts(j, "frame"); ok && b.capital(j) {
		switch m.Entry.ID {
		case "place":
			return true
		case "copies":
			return m.End < end && (b.Toks[m.End].Kind == lexicon.Punct || b.Is(m.End, "address")) || long
		case "annex":
			return long && b.Upper(m.First, m.End) && b.Toks[j-1].Norm != ":"
		case "heading":
			return b.Upper(m.First, m.End) && !b.Is(j-1, "frame") && b.titled(m.End, end)
		}
	}
	if b.Is(last.First, "frame") && last.End > last.First+1 && b.Upper(last.First, last.First+2) {
		return b.capital(j) && !b.caps(j) && b.behindTitle(last.First, j)
	}
	if !long {
		return false
	}
	if m, ok := b.Starts(j, "recital"); ok && m.Entry.ID == "greeting" && b.capital(j) {
		return !b.Is(j-1, "recital")
	}
	if b.addressed(last) || b.toward {
		return b.capital(j) && (b.Is(j, "recital") || b.closesAddress(j))
	}
	if b.Is(last.First, "closer") {
		return b.caps(j) && j+2 < end && b.Upper(j, j+3)
	}
	return b.capital(j) && b.Is(j, "recital") && !b.ended(j-1) && b.Upper(max(last.First, j-3), j)
}

// titled reports whether a number and then TENTANG in capitals follow, as in a
// title.
func (b *builder) titled(i, end int) bool {
	number := false
	for j := i; j < min(end, i+maxTitle); j++ {
		m, ok := b.Starts(j, "frame")
		if !ok {
			continue
		}
		switch m.Entry.ID {
		case "number":
			number = true
		case "about":
			return number && b.Upper(j, m.End)
		case "heading":
			return false
		}
	}
	return false
}

// maxTitle bounds how many tokens a title has before its subject.
const maxTitle = 60

// behindTitle reports whether the title that begins with token first has told
// its subject before token j.
func (b *builder) behindTitle(first, j int) bool {
	for i := first; i < j; i++ {
		if m, ok := b.Starts(i, "frame"); ok && m.Entry.ID == "about" {
			return j > m.End+1 && b.caps(m.End)
		}
	}
	return false
}

// addressed reports whether the block opens a list of addressees.
func (b *builder) addressed(bl *Block) bool {
	m, ok := b.Starts(bl.First, "address")
	return ok && m.Entry.ID == "open"
}

// closesAddress reports whether the phrase that ends a list of addressees, such
// as "di Tempat", ends right before token j.
func (b *builder) closesAddress(j int) bool {
	for i := j - 1; i >= max(0, j-4); i-- {
		if m, ok := b.Starts(i, "address"); ok && m.Entry.ID == "end" && m.End == j {
			return true
		}
	}
	return false
}

// row reports whether tabs or bars part the line into cells.
func (b *builder) row(i, end int) bool {
	if b.bars(i, end) >= 2 {
		return true
	}
	if l, ok := b.parse(i, end); ok && l.body < end {
		i = l.body // "a.<tab>Pegawai ..." is a point
	}
	return strings.ContainsRune(b.Text.Body[b.Toks[i].Start:b.Toks[end-1].End], '\t')
}

// bars counts the bars with blanks on both sides.
func (b *builder) bars(i, end int) int {
	n := 0
	for j := i; j < end; j++ {
		if b.Toks[j].Norm == "|" && (b.Toks[j].Space || j == end-1) {
			n++
		}
	}
	return n
}

// note reports whether the line is a page number, a catchword of the next page,
// or a note of a site or scanner.
func (b *builder) note(i, end int) bool {
	if m, ok := b.Starts(i, "pagenote"); ok {
		return m.Entry.ID == "line" || m.End == end
	}
	words, digits := 0, 0
	for j := i; j < end && words < 2; j++ {
		switch b.Toks[j].Kind {
		case lexicon.Word:
			words++
		case lexicon.Number:
			digits++
		case lexicon.Punct:
			if n := b.Toks[j].Norm; n == "." && j == i+1 || strings.ContainsAny(n, "|:%/,;)") {
				words += 2
			}
		}
	}
	if words == 0 && digits <= 1 && end-i <= 4 {
		return digits == 0 || len(b.Raw(i)) <= 3
	}
	return b.catchword(i, end)
}

// catchword reports whether the line gives the first words of the next page:
// it ends in dots, and a line soon after begins with the same words.
func (b *builder) catchword(i, end int) bool {
	last := end - 1
	dots := 0
	for last > i && (b.Toks[last].Norm == "." || b.Toks[last].Norm == "\u2026") {
		dots += len(b.Toks[last].Norm)
		last--
	}
	if dots < 3 || last-i > 6 {
		return false
	}
	if end-i <= 8 {
		return true
	}
	for k, next := 0, end; k < 3 && next < len(b.Toks); k, next = k+1, b.LineEnd(next) {
		if b.Toks[next].Norm == b.Toks[i].Norm {
			return true
		}
	}
	return false
}
