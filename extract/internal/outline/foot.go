package outline

import "github.com/telaah/telaah/lexicon"

// foot marks the closing formula, the signature block, the copies and the heads
// of annexes behind block k:
//
//	foot   = [closing] [place] [date] { behalf OFFICE } office name [copies]
//	place  = "Ditetapkan di" Place
//	date   = [Place ","] ["pada"] ["tanggal"] D month Y
func (b *builder) foot(k int) {
	in := Prose // Closing, Foot, Copies, or Title of an annex
	annex := false
	for ; k < len(b.Blocks); k++ {
		bl := &b.Blocks[k]
		if bl.Part == Furniture {
			continue
		}
		m, ok := b.Starts(bl.First, "frame")
		c, closing := b.Starts(bl.Body, "closer")
		switch {
		case ok && m.Entry.ID == "annex" && b.Upper(m.First, m.End) && (m.End == bl.End || in != Prose):
			in, annex = Title, true
		case ok && m.Entry.ID == "heading" && (in == Copies || in == Foot) && b.Upper(m.First, m.End):
			in = Title
		case closing && b.capital(bl.Body) && (c.Entry.ID == "formula" || bl.Label == ""):
			in = Closing
		case ok && m.Entry.ID == "copies" && b.capital(bl.First) && !b.prose(bl) && (in != Prose || b.firstLine(bl)-bl.First <= 4):
			in = Copies
		case ok && m.Entry.ID == "place" && bl.Label == "" || b.dateline(bl) || in == Prose && b.signs(k):
			in = Foot
		case in == Copies && !b.sentencelike(bl) || in == Foot && bl.Label == "" && !(b.prose(bl) && b.ended(bl.End-1)), in == Foot && !b.prose(bl) && b.signed(k):
		case in == Closing && (bl.Label != "" || b.prose(bl)):
			in = Prose
		case in == Closing:
			in = Foot
		case in == Title && (bl.Label != "" || !b.Upper(bl.First, bl.End) && !b.Is(bl.First, "block") && !ok):
			in = Prose
		case in != Title:
			in = Prose
		}
		bl.Part, bl.Annex = in, annex
		switch in {
		case Foot:
			b.Sign = joined(b.Sign, bl, annex)
		case Copies:
			b.Copies = joined(b.Copies, bl, annex)
		}
	}
}

// joined returns r with the block added, unless that stands in an annex.
func joined(r Range, bl *Block, annex bool) Range {
	if annex && !r.Empty() {
		return r
	}
	if r.Empty() {
		r.First = bl.First
	}
	r.End = bl.End
	return r
}

// dateline reports whether the block begins with a line that holds nothing but
// a date, with the place in front of it or without.
func (b *builder) dateline(bl *Block) bool {
	if bl.Label != "" {
		return false
	}
	end := b.firstLine(bl)
	if end-bl.First < 3 || end-bl.First > 18 {
		return false
	}
	for i := bl.First; i < end; i++ {
		if b.Toks[i].Kind == lexicon.Number {
			m, ok := b.Starts(i+1, "month")
			return ok && len(b.Toks[i].Norm) <= 2 && m.End < end && len(b.Raw(m.End)) == 4 && (m.End+2 >= end || b.eras(m.End+1, end))
		}
		if b.Toks[i].Kind == lexicon.Word && !b.capital(i) && !b.Is(i, "dateword") && !b.Is(i, "unfinished") {
			return false
		}
	}
	return false
}

// eras reports whether what stands behind a date is its calendar, and the same day in
// another one: "2023 M / 8 Zulhijah 1444 H".
func (b *builder) eras(i, end int) bool {
	era := false
	for ; i < end; i++ {
		if b.Toks[i].Kind == lexicon.Word && !b.capital(i) {
			return false
		}
		era = era || b.Is(i, "era")
	}
	return era
}

// signs reports whether block k is the line of the office that signs: in
// capitals before a comma, or behind "a.n." or an acting title, with nothing
// but short lines after it.
func (b *builder) signs(k int) bool {
	bl := &b.Blocks[k]
	if bl.Label != "" || bl.Row || b.firstLine(bl)-bl.First > 14 {
		return false
	}
	_, behalf := b.Starts(bl.First, "behalf")
	_, acting := b.Starts(bl.First, "acting")
	_, office := b.Starts(bl.First, "office")
	if n, _ := lexicon.DefaultInstitutions().MatchAt(b.Norms, bl.First); n > 0 && b.Upper(bl.First, b.firstLine(bl)) {
		office = true // "BANK INDONESIA", above the name
	}
	if !behalf && !(acting || office) || !behalf && !b.officeLines(bl) {
		return false
	}
	for j := k; j < min(len(b.Blocks), k+maxSign); j++ {
		next := &b.Blocks[j]
		if b.frameWord(next.First, "copies") || b.frameWord(next.First, "annex") {
			return true
		}
		if next.Part != Furniture && (next.Label != "" || next.Row || b.prose(next)) {
			return false
		}
	}
	return true
}

// officeLines reports whether the first lines of a block name an office as the
// signature block does: in capitals, or up to a comma at the end of a line, or
// with a mark of signing below it.
func (b *builder) officeLines(bl *Block) bool {
	if b.Upper(bl.First, b.firstLine(bl)) {
		return true
	}
	for i, n := bl.First, 0; i < len(b.Toks) && n < maxOffice; n++ {
		if b.Is(i, "signline") || b.Is(i, "nip") {
			return true
		}
		end := b.LineEnd(i)
		if small := b.smallWords(&Block{Body: i, End: end}); small >= fewWords {
			return false
		}
		if b.Toks[end-1].Norm == "," {
			return true
		}
		i = end
	}
	return false
}

// maxOffice bounds the lines of the name of an office and what may stand between
// it and the mark of signing.
const maxOffice = 4

// maxSign bounds how many blocks a signature block has.
const maxSign = 60

// signed reports whether a labelled block of a signature block is a name with
// an initial: "A. Hartono", not a point.
func (b *builder) signed(k int) bool {
	bl := &b.Blocks[k]
	return b.labels[k].marks[0].style == upper && bl.End-bl.First <= 16 && b.smallWords(bl) == 0
}
