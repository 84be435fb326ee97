package outline

import (
	"strings"

	"github.com/telaah/telaah/lexicon"
)

// leading returns the label with which the line of tokens i up to end begins,
// if it reads as one beside the block above.
func (b *builder) leading(cur, i, end int) (label, bool) {
	l, ok := b.parse(i, end)
	if !ok || b.refers(i) {
		return label{}, false
	}
	if l.marks[0].style == bullet {
		if next, ok := b.parse(l.body, end); ok && !next.loose && next.marks[0].style%paren == digits && next.body < end {
			l = next // "- 8. Peraturan": a mark of the scanner
		}
	}
	if l.body >= end { // a label on a line of its own
		if m, ok := b.choose(l); l.loose || end >= len(b.Toks) || !ok || m.style%paren == bullet {
			return label{}, false
		}
		b.remember(l)
		return l, true
	}
	if b.Is(l.body, "month") && b.Toks[i].Kind == lexicon.Number {
		return label{}, false
	}
	if !b.plausible(cur, l, i, end) {
		return label{}, false
	}
	b.remember(l)
	return l, true
}

// plausible reports whether the label at the start of a line is one.
func (b *builder) plausible(cur int, l label, i, end int) bool {
	s := l.marks[0].style % paren
	if s == bullet || s == dotted {
		return s == bullet || b.continuesDotted(l)
	}
	m, known := b.choose(l)
	chapter := b.Is(l.body, "chapter")
	switch {
	case l.loose:
		opens := m.opens() && cur >= 0 && b.leads(cur)
		if !known || !opens && !m.follows(b.last[m.style], 0) {
			return false
		}
		apart := cur < 0 || b.ended(b.Blocks[cur].End-1) || strings.Count(b.Gap(i), "\n") > 1 || b.Blocks[cur].Label != "" || opens
		return apart && b.Toks[l.body].Kind == lexicon.Word && b.capital(l.body) && !b.Upper(l.body, l.body+1)
	case l.tight:
		return b.Toks[l.body].Kind == lexicon.Word && (b.capital(l.body) && b.Toks[l.body].End-b.Toks[l.body].Start > 1 || b.Toks[l.body].End-b.Toks[l.body].Start > 3 && s != upper) && (known || chapter)
	case s == digits:
		return true
	case s == lower || s == lowRoman:
		return known
	}
	return known || chapter || b.Upper(l.body, end)
}

// continuesDotted reports whether "1.1" goes on with an open list, or opens one
// under a point 1.
func (b *builder) continuesDotted(l label) bool {
	m := l.marks[0]
	return m.follows(b.last[dotted], 2) || m.n == 1 && (!b.last[dotted].set || m.major == b.last[dotted].major+1 || m.major == b.last[digits].n)
}

// inner reports whether a label begins with token j inside a line.
func (b *builder) inner(j, end int, long bool) (label, bool) {
	t := b.Toks[j]
	if !t.Space || t.Kind == lexicon.Word && t.End-t.Start > 5 || t.Kind == lexicon.Punct && t.Norm != "(" && !bulleted(t.Norm) {
		return label{}, false
	}
	l, ok := b.parse(j, end)
	if !ok || l.body >= end || b.refers(j) || l.loose && b.Toks[l.body-1].Norm != "," {
		return label{}, false
	}
	prev := b.Toks[j-1].Norm
	lead := prev == ":" || b.leadsTo(j) || b.addressOpens(j)
	strong := strings.ContainsAny(prev, ";.:,") || b.Is(j-1, "conj")
	m, known := b.choose(l)
	next := known && m.follows(b.last[m.style], 0)
	word := b.Toks[l.body].Kind == lexicon.Word
	switch s := l.marks[0].style % paren; {
	case s == bullet:
		return l, len(t.Norm) > 1 && t.Norm != "\u2013" && t.Norm != "\u2014" || t.Norm == "-" && prev == ";"
	case s == dotted:
		return l, lead && m.n == 1 || next && strong
	case l.loose, l.tight && m.style < paren:
		return l, next && strong && word && b.capital(l.body) || l.tight && word && b.capital(l.body) && (lead && m.opens() || b.Is(l.body, "chapter"))
	case s == upper || s == roman:
		if b.Is(l.body, "chapter") && b.capital(l.body) {
			return l, true
		}
		return l, word && b.capital(l.body) && known && (lead && m.opens() || next && strong && prev != ",")
	case t.Norm == "(":
		return l, lead && m.opens() || next && (prev == ";" || prev == "." || b.Is(j-1, "conj"))
	case s == digits && m.style < paren:
		capital := word && b.capital(l.body)
		switch {
		case lead:
			return l, m.opens() || capital
		case m.opens():
			return l, capital && (prev == "." || prev == ";")
		case next:
			return l, strong && word || long && capital
		case prev == ";":
			return l, long && capital // numbers that are out of order
		}
		return l, false
	}
	return l, known && (lead && m.opens() || next && strong)
}

// choose returns the likeliest reading of the label while cutting: the next of a
// list, the first of one, or one behind lost ones.
func (b *builder) choose(l label) (mark, bool) {
	for _, m := range l.marks {
		if m.follows(b.last[m.style], 0) {
			return m, true
		}
	}
	for k, m := range l.marks {
		if m.opens() && (k == 0 || m.style%paren != digits) {
			return m, true
		}
	}
	for _, m := range l.marks {
		if m.follows(b.last[m.style], 3) {
			return m, true
		}
	}
	return l.marks[0], false
}

// remember notes the label as the last one of its style. A letter or Roman
// number in capitals begins the numbers below it anew.
func (b *builder) remember(l label) {
	m, _ := b.choose(l)
	if m.style == upper || m.style == roman {
		for s := range b.last {
			if s := style(s); s != upper && s != roman {
				b.last[s] = mark{}
			}
		}
	}
	b.last[m.style] = m
}

// refers reports whether the word before token i is one that a number goes with:
// "angka 2", "Pasal 5". Words that also stand alone, such as "eselon", do so only
// inside a line.
func (b *builder) refers(i int) bool {
	if i == 0 {
		return false
	}
	m, ok := b.Starts(i-1, "ref")
	return ok && (m.Entry.ID == "part" || !b.Toks[i].Line)
}

// addressOpens reports whether "Yth." or its like ends right before token j.
func (b *builder) addressOpens(j int) bool {
	for i := j - 1; i >= max(0, j-4); i-- {
		if m, ok := b.Starts(i, "address"); ok && m.Entry.ID == "open" {
			return m.End == j || m.End == j-1 && b.Toks[j-1].Kind == lexicon.Punct
		}
	}
	return false
}

// maxTail bounds how many signs behind the last word of a block are looked at.
const maxTail = 8

// leads reports whether the block leads to a list.
func (b *builder) leads(k int) bool {
	last := b.Blocks[k].End
	for n := 0; n < maxTail && last > b.Blocks[k].First+1 && b.Toks[last-1].Kind == lexicon.Punct; n++ {
		if b.Toks[last-1].Norm == ":" {
			return last < 2 || !b.refers(last-1) // "Nomor:" goes on below
		}
		last--
	}
	return b.leadsTo(last) || b.addressed(&b.Blocks[k])
}

// leadsTo reports whether a phrase that announces a list ends at token j.
func (b *builder) leadsTo(j int) bool {
	for i := j - 1; i >= max(0, j-4); i-- {
		if m, ok := b.Starts(i, "leadin"); ok && m.End == j {
			return true
		}
	}
	return false
}

// ended reports whether token i ends a sentence or a part of one: a full stop
// that is not an abbreviation's, a semicolon, a colon.
func (b *builder) ended(i int) bool {
	return strings.ContainsAny(b.Toks[i].Norm, ".:;!?\u201d\"\u2026") && !b.shortened(i)
}

// shortened reports whether token i is the point of a word written short:
// "maks.", "No.".
func (b *builder) shortened(i int) bool {
	m, ok := b.Starts(i-1, "abbr")
	return ok && m.Entry.ID == "writing" && b.Toks[i].Norm == "."
}

// continues reports whether the line of tokens i up to end goes on with block k.
// A blank line or the end of a page does not end a sentence.
func (b *builder) continues(k, i, end int) bool {
	bl := &b.Blocks[k]
	if bl.Row || bl.Part == Furniture {
		return false
	}
	if bl.Body == bl.End {
		return true // the text of a label on a line of its own
	}
	last := b.Toks[bl.End-1]
	if b.Toks[i].Norm == ":" {
		return true
	}
	if b.ended(bl.End-1) || b.opensPart(i, end) || b.opensPart(bl.First, bl.End) && b.firstLine(bl) == bl.End && b.Is(bl.Body, "chapter") {
		return false
	}
	start := b.LineStart(bl.End - 1)
	above, here := b.Upper(start, bl.End), b.Upper(i, end)
	gap := b.Gap(i)
	blank := strings.Count(gap, "\n") > 1 && !strings.ContainsRune(gap, '\f')
	full := last.End-b.Toks[start].Start >= b.width*2/3
	wrapped := b.width < maxWidth // lines were broken to fit the page
	open := last.Norm == "," || last.Norm == "-" || b.Is(bl.End-1, "unfinished") && !above
	if above != here {
		return !blank && here && (open || full) && b.ended(end-1) || here && open
	}
	if above {
		return !blank && bl.Label == ""
	}
	if b.small(i) || b.Toks[i].Kind == lexicon.Number || open {
		return open || !blank || wrapped
	}
	if b.Toks[i].Kind == lexicon.Punct && b.Toks[i].Norm != "(" && !blank {
		return full
	}
	if b.frameWord(i, "number") && b.smallWords(bl) > 0 {
		return true
	}
	if blank {
		return wrapped && full && b.smallWords(bl) >= 3 || b.fragment(i, end)
	}
	return full
}

// maxWidth bounds the bytes of a line that was broken to fit a page.
const maxWidth = 130

// opensPart reports whether the line begins a part of the frame or a section.
func (b *builder) opensPart(i, end int) bool {
	if m, ok := b.Starts(i, "frame"); ok && b.capital(i) && (m.Entry.ID == "place" || m.Entry.ID == "copies" || b.Upper(m.First, m.End)) {
		return true
	}
	if m, ok := b.Starts(i, "closer"); ok && m.Entry.ID == "formula" && b.capital(i) {
		return true
	}
	if m, ok := b.Starts(i, "address"); ok && m.Entry.ID == "open" {
		return true
	}
	if m, ok := b.Starts(i, "block"); ok && m.End < end && b.Toks[m.End].Norm == ":" {
		return true
	}
	m, ok := b.Starts(i, "chapter")
	return ok && b.capital(i) && m.End == end
}

// fragment reports whether the line of tokens i up to end is a piece of a
// sentence that was broken at every word: the next line goes on in small letters.
func (b *builder) fragment(i, end int) bool {
	return end-i <= 2 && end < len(b.Toks) && b.small(end) && !b.ended(end-1)
}
