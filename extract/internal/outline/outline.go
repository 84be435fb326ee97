// Package outline finds how a text is built: the blocks that a reader sees
// (letterhead, title, addressees, sections, points, table rows, signature), the
// numbered tree they stand in, and their sentences. It asks what a block is
// for, never what it rules.
//
//	cut      lines to blocks, labels inside a line too     cut.go, label.go
//	tree     labels to parents and paths                   tree.go
//	frame    letterhead, title, addressees, signature      frame.go, foot.go
//	parts    sections, recitals, definitions, closing      parts.go; news: news.go
//	rows     cells and their heads                         table.go
//	sentences                                              sentence.go
package outline

import (
	"sort"

	"github.com/telaah/telaah/extract/internal/reading"
)

// Range is a range of tokens: First up to, not including, End.
type Range struct{ First, End int }

// Empty reports whether the range holds no token.
func (r Range) Empty() bool { return r.First >= r.End }

// Holds reports whether token i lies in the range.
func (r Range) Holds(i int) bool { return r.First <= i && i < r.End }

// Outline is a reading with its structure. Blocks and sentences are in the
// order of the text; every token lies in exactly one block.
type Outline struct {
	*reading.Reading
	Official bool // a circular or letter itself, not prose about one
	Letter   bool // it is headed by a number block, not by the words SURAT EDARAN
	Blocks   []Block
	Sents    []Sentence

	Head   Range // letterhead, place and date, number block, addressees above the title
	Title  Range // the words of the title, number and subject; of a letter, its number block
	Sign   Range // place, date, office, name
	Copies Range // tembusan

	sentOf []int32 // by block: its first sentence, one more at the end
}

// Block is a paragraph, point, heading, row or piece of the frame.
type Block struct {
	First, Body, End int // tokens; Body is the first one behind the label
	Part             Part
	Label            string // "A", "1", "b", "1.1", "-" for a bullet, "" without one
	Path             string // place in the numbered tree, such as "E.2.b"
	Parent           int    // block it stands under, -1 none
	Stem             bool   // it leads to the blocks that follow it
	Heading          bool   // it names what stands under it and says nothing itself
	Row              bool   // row of a table
	Cells            []Cell // of a row
	Annex            bool   // it stands in an annex
}

// Cell is one cell of a table row. Heads are the heads of its column, the
// uppermost first; the head of the row is its first cell that holds words.
type Cell struct {
	Range
	Heads []Range
}

// Sentence is a range of tokens of one block, without its label. Part is that
// of the block, or closer: a background sentence in an operative block.
type Sentence struct {
	First, End, Block int
	Part              Part
}

// Part says what a block or sentence is to the text.
type Part uint8

// The parts. Prose, Headline and Byline occur in news, those from Letterhead on
// in official texts.
const (
	Prose Part = iota // running text of news
	Headline
	Byline
	Subhead   // heading inside the text
	Furniture // links, page numbers, catchwords, notes of a site or scanner
	Letterhead
	Number     // number block: nomor, sifat, lampiran, hal
	Title      // SURAT EDARAN, its number, TENTANG and the subject
	Addressee  // yth. ... di tempat
	Background // considerations and what gives rise to the circular
	Purpose
	Scope
	Basis // acts it stands on
	Definition
	Operative // what it rules
	Closing   // closing formula
	Foot      // signature block
	Copies    // tembusan
)

var partNames = [...]string{"prose", "headline", "byline", "subhead", "furniture", "letterhead", "number", "title",
	"addressee", "background", "purpose", "scope", "basis", "definition", "operative", "closing", "foot", "copies"}

// Running reports whether the part is running text: no head, foot, heading or
// furniture.
func (p Part) Running() bool { return p == Prose || p >= Background && p <= Closing }

func (p Part) String() string { return partNames[p] }

// Of finds the structure of r.
func Of(r *reading.Reading) *Outline {
	b := &builder{Outline: &Outline{Reading: r}}
	if len(r.Toks) == 0 {
		b.sentOf = []int32{0}
		return b.Outline
	}
	b.measure()
	b.cut()
	b.frame()
	b.tree()
	b.rows()
	if b.Official {
		b.parts()
	} else {
		b.news()
	}
	b.sentences()
	return b.Outline
}

// builder is an outline in the making, with what only its makers need.
type builder struct {
	*Outline
	labels []label      // by block
	width  int          // bytes of a full line of the page
	last   [styles]mark // by style: the last label met while cutting
	toward bool         // while cutting: among addressees
	listed bool         // what an official text rules stands in points or sections
}

// SentsOf returns the sentences of a block.
func (o *Outline) SentsOf(block int) []Sentence {
	return o.Sents[o.sentOf[block]:o.sentOf[block+1]]
}

// SentAt returns the index of the sentence that holds token i, or -1.
func (o *Outline) SentAt(i int) int {
	k := sort.Search(len(o.Sents), func(k int) bool { return o.Sents[k].End > i })
	if k == len(o.Sents) || o.Sents[k].First > i {
		return -1
	}
	return k
}

// BlockAt returns the index of the block that holds token i.
func (o *Outline) BlockAt(i int) int {
	lo, hi := 0, len(o.Blocks)
	for lo < hi {
		if mid := (lo + hi) / 2; o.Blocks[mid].End > i {
			hi = mid
		} else {
			lo = mid + 1
		}
	}
	return lo
}
