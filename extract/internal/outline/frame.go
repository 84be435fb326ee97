package outline

import (
	"strings"

	"github.com/telaah/telaah/lexicon"
)

// frame tells whether the text is an official one, and marks its frame:
//
//	layout A   letterhead; yth. ...; SURAT EDARAN / NOMOR / TENTANG / title
//	layout B   letterhead; place and date; nomor, sifat, lampiran, hal beside
//	           the addressee; SURAT EDARAN
//	letter     letterhead; the same block; no title
//
// and at the foot of each: place and date, office, name, NIP; tembusan.
func (b *builder) frame() {
	t := b.title()
	b.Letter = t < 0 && b.isLetter()
	b.Official = t >= 0 || b.Letter || b.looksOfficial()
	if !b.Official {
		return
	}
	at := 0
	if t >= 0 {
		b.markHead(0, t)
		at = b.markTitle(t)
		b.Head = Range{0, b.Blocks[t].First}
		b.Title = Range{b.Blocks[t].First, b.Blocks[at-1].End}
	} else {
		at = b.bodyStart()
		b.markHead(0, at)
		if at > 0 {
			b.Head = Range{0, b.Blocks[at-1].End}
			b.Title = b.numberBlock(b.Head.End)
		}
	}
	b.foot(b.behindTitleAddress(at))
}

// behindTitleAddress marks the addressees that stand at block k, or a line or
// two behind it, and returns the first block of the body.
func (b *builder) behindTitleAddress(k int) int {
	for j := k; j < min(len(b.Blocks), k+3) && !b.prose(&b.Blocks[j]) && b.Blocks[j].Label == ""; j++ {
		if end := b.markAddress(j, len(b.Blocks)); end > j {
			for ; k < j; k++ {
				if b.Blocks[k].Part == Prose {
					b.Blocks[k].Part = Title
				}
			}
			return end
		}
	}
	return k
}

// title returns the block with which the title begins, or -1. The title of an
// annex, which names its circular again, is none.
func (b *builder) title() int {
	for k := range b.Blocks {
		bl := &b.Blocks[k]
		m, ok := b.Starts(bl.Body, "frame")
		if !ok || bl.Label != "" {
			continue
		}
		if m.Entry.ID == "annex" && b.Upper(m.First, m.End) && m.End < len(b.Toks) && b.Toks[m.End].Line {
			return -1
		}
		if m.Entry.ID == "heading" && b.entitles(k, m) {
			return k
		}
	}
	return -1
}

// entitles reports whether the words SURAT EDARAN that open block k are a title:
// in capitals, alone on their line or before a number; or with the issuer on a
// line above the number.
func (b *builder) entitles(k int, m lexicon.Match) bool {
	bl := &b.Blocks[k]
	up := b.Upper(m.First, m.End)
	if up && (m.End == bl.End || b.Toks[m.End].Line || b.frameWord(m.End, "number") || b.frameWord(m.End, "about")) {
		return true
	}
	line := b.firstLine(bl)
	if up && b.Upper(m.First, line) && (b.titled(m.End, line+maxTitle) || line < len(b.Toks) && (b.frameWord(line, "number") || b.keyed(line))) {
		return true
	}
	if line != bl.End || line-bl.Body > 16 || line >= len(b.Toks) {
		return false
	}
	for i := bl.Body; i < line; i++ {
		if b.small(i) && !b.Is(i, "conj") {
			return false
		}
	}
	return b.Is(line, "block") && b.titleFollows(line)
}

// titleFollows reports whether the word TENTANG stands alone on one of the next
// lines.
func (b *builder) titleFollows(i int) bool {
	for n := 0; n < 4 && i < len(b.Toks); n++ {
		if b.frameWord(i, "about") {
			return true
		}
		i = b.LineEnd(i)
	}
	return false
}

func (b *builder) frameWord(i int, id string) bool {
	_, ok := b.Entry(i, "frame", id)
	return ok
}

// markTitle marks the blocks of the title that begins with block t and returns
// the block behind it.
func (b *builder) markTitle(t int) int {
	b.Blocks[t].Part = Title
	k := t + 1
	for ; k < len(b.Blocks); k++ {
		bl := &b.Blocks[k]
		about := b.frameWord(b.Blocks[k-1].End-1, "about")
		key := b.frameWord(bl.First, "number") || b.frameWord(bl.First, "about") || b.Is(bl.First, "block")
		if bl.Part != Furniture && (bl.Label != "" || !about && !key && !b.Upper(bl.First, bl.End) || b.chapterAt(k) || b.addressed(bl)) {
			break
		}
		bl.Part = Title
	}
	return k
}

// markHead marks the blocks from k up to end as letterhead, number block and
// addressees.
func (b *builder) markHead(k, end int) {
	for k < end {
		if next := b.markAddress(k, end); next > k {
			k = next
			continue
		}
		bl := &b.Blocks[k]
		switch {
		case bl.Part == Furniture:
		case b.keyed(bl.First):
			bl.Part = Number
		default:
			bl.Part = Letterhead
		}
		k++
	}
}

// keyed reports whether a key of the number block begins with token i.
func (b *builder) keyed(i int) bool {
	m, ok := b.Starts(i, "block")
	return ok && m.End < len(b.Toks) && (b.Toks[m.End].Norm == ":" || m.Entry.ID == "number" && b.Toks[m.End].Kind == lexicon.Number || b.capital(i) && !b.frameWord(i, "number"))
}

// maxAddressees bounds how many blocks a list of addressees may have.
const maxAddressees = 60

// markAddress marks a list of addressees that opens with block k, below end, and
// returns the block behind it; k where none opens.
func (b *builder) markAddress(k, end int) int {
	if k >= end || !b.addressed(&b.Blocks[k]) && !b.addressAlone(k) {
		return k
	}
	j := k
	for ; j < end && j < k+maxAddressees; j++ {
		bl := &b.Blocks[j]
		if j > k && bl.Part != Furniture && b.leavesAddress(j) {
			break
		}
		if bl.Part != Furniture {
			bl.Part = Addressee
		}
		if b.closesAddress(bl.End) || b.Toks[bl.End-1].Kind == lexicon.Punct && b.closesAddress(bl.End-1) {
			j++
			break
		}
	}
	for j < end && b.placeAlone(j) { // the place under "di"
		b.Blocks[j].Part = Addressee
		j++
	}
	return j
}

// firstLine returns the token behind the first line of the block.
func (b *builder) firstLine(bl *Block) int {
	i := bl.First + 1
	for i < bl.End && !b.Toks[i].Line {
		i++
	}
	return i
}

// addressAlone reports whether block k is the word "kepada" on a line of its own.
func (b *builder) addressAlone(k int) bool {
	bl := &b.Blocks[k]
	_, ok := b.Entry(bl.First, "frame", "addressee")
	return ok && b.firstLine(bl)-bl.First <= 2
}

// leavesAddress reports whether block j is no line of a list of addressees.
func (b *builder) leavesAddress(j int) bool {
	bl := &b.Blocks[j]
	m, ok := b.Starts(bl.Body, "frame")
	if key, is := b.Starts(bl.Body, "block"); is && key.Entry.ID == "about" && b.capital(bl.Body) && b.keyed(bl.Body) {
		return true
	}
	if bl.Label == "" && b.smallWords(bl) >= fewWords && b.Toks[bl.End-1].Norm == "." && !b.shortened(bl.End-1) {
		return true
	}
	return ok && m.Entry.ID == "heading" || b.Is(bl.Body, "recital") && bl.Label == "" || b.chapterAt(j) || bl.Label == "" && b.prose(bl) || bl.Label != "" && b.sentencelike(bl)
}

// fewWords is how many words in small letters make a line with a full stop a
// sentence, not an addressee.
const fewWords = 3

// placeAlone reports whether block j is a short line behind the addressees that
// says where they are.
func (b *builder) placeAlone(j int) bool {
	bl := &b.Blocks[j]
	m, ok := b.Starts(bl.First, "address")
	if ok && m.Entry.ID == "end" && bl.End-bl.First <= 8 {
		return true
	}
	above := &b.Blocks[j-1]
	m, ok = b.Starts(above.First, "address")
	return ok && m.Entry.ID == "at" && above.End-above.First <= 3 && bl.Label == "" && bl.End-bl.First <= 6 && b.capital(bl.First) && !b.frameWord(bl.First, "heading")
}

// prose reports whether the block is running text: no line of the frame has so
// many words in small letters.
func (b *builder) prose(bl *Block) bool { return b.smallWords(bl) >= 6 }

// sentencelike reports whether the block is longer than any addressee.
func (b *builder) sentencelike(bl *Block) bool { return b.smallWords(bl) >= 14 }

// maxLook bounds how many tokens of a block are looked at to see what it is.
const maxLook = 200

func (b *builder) smallWords(bl *Block) int {
	n := 0
	for i := bl.Body; i < min(bl.End, bl.Body+maxLook) && n < 20; i++ {
		if b.Toks[i].Kind == lexicon.Word && b.small(i) {
			n++
		}
	}
	return n
}

// isLetter reports whether a number block opens the text, of a letter that has
// the force of a circular: Nomor and Hal, with Sifat or Lampiran. Letters about
// something else, such as an invitation, are none.
func (b *builder) isLetter() bool {
	seen := map[string]bool{}
	for i, n := 0, 0; n < maxHead && i < len(b.Toks); i, n = b.LineEnd(i), n+1 {
		m, ok := b.Starts(i, "block")
		if !ok || m.End >= len(b.Toks) || b.Toks[m.End].Norm != ":" {
			continue
		}
		seen[m.Entry.ID] = true
		if m.Entry.ID == "about" && b.Is(m.End+1, "letter") {
			return false
		}
	}
	return seen["number"] && seen["about"] && (seen["kind"] || seen["annex"])
}

// maxHead bounds how many lines from the top the number block of a letter is
// looked for.
const maxHead = 60

// looksOfficial reports whether two marks of an official text come together,
// where it has neither title nor number block: addressees, a closing formula,
// sections, a list that is announced, the line of the place at the foot.
func (b *builder) looksOfficial() bool {
	marks := map[string]bool{}
	chapters, listed := 0, false
	for k := range b.Blocks {
		bl := &b.Blocks[k]
		if bl.Part == Furniture {
			continue
		}
		if m, ok := b.Starts(bl.First, "closer"); ok && m.Entry.ID == "formula" && b.capital(bl.First) {
			marks["closing"] = true
		}
		if b.addressed(bl) {
			marks["address"] = true
		}
		if b.frameWord(bl.First, "place") {
			marks["place"] = true
		}
		if m, ok := b.Starts(bl.First, "recital"); ok && m.Entry.ID == "greeting" {
			marks["greeting"] = true
		}
		if b.chapterAt(k) && bl.Label != "" {
			chapters++
		}
		if bl.Label != "" && listed {
			marks["list"] = true
		}
		if k < maxHead && b.contact(bl) {
			marks["letterhead"] = true
		}
		listed = bl.Label == "" && b.leads(k) && b.leadsTo(b.trimmed(bl))
	}
	return len(marks) >= 2 || chapters >= 2
}

// contact reports whether a line of the block is one of a letterhead: street,
// telephone, site.
func (b *builder) contact(bl *Block) bool {
	for i := bl.First; i < bl.End; i++ {
		if b.Toks[i].Line && b.Is(i, "letterhead") {
			return true
		}
	}
	return false
}

// trimmed returns the token behind the last word of the block.
func (b *builder) trimmed(bl *Block) int {
	end := bl.End
	for end > max(bl.First+1, bl.End-maxTail) && b.Toks[end-1].Kind == lexicon.Punct {
		end--
	}
	return end
}

// bodyStart returns the first block of a text without title that is not its
// head: running text, a section, or what opens one.
func (b *builder) bodyStart() int {
	from := 0
	for k := range b.Blocks[:min(len(b.Blocks), maxHead)] {
		if b.addressed(&b.Blocks[k]) || b.addressAlone(k) {
			from = k + 1
			break
		}
	}
	for k := from; k < len(b.Blocks); k++ {
		bl := &b.Blocks[k]
		if bl.Part == Furniture || bl.Row {
			continue
		}
		if b.chapterAt(k) || b.Is(bl.First, "recital") && b.capital(bl.First) || bl.Label == "" && b.prose(bl) && b.ended(bl.End-1) && !b.addressed(bl) {
			return k
		}
	}
	return from
}

// numberBlock returns the number block of a letter up to token end, which is its
// title: from the key of the number to the lines of what it is about.
func (b *builder) numberBlock(end int) Range {
	r := Range{}
	if !b.Letter {
		return r
	}
	for i := 0; i < end; i = b.LineEnd(i) {
		m, ok := b.Starts(i, "block")
		if !ok || m.End >= len(b.Toks) || b.Toks[m.End].Norm != ":" {
			continue
		}
		if m.Entry.ID == "number" && r.Empty() {
			r = Range{i, b.LineEnd(i)}
		}
		if m.Entry.ID == "about" && !r.Empty() {
			for r.End = b.LineEnd(i); r.End < end && strings.Count(b.Gap(r.End), "\n") < 2; r.End = b.LineEnd(r.End) {
			}
			return r
		}
	}
	return r
}
