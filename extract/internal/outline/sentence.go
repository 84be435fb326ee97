package outline

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/telaah/telaah/lexicon"
)

// maxSentence bounds the tokens of a sentence: work on a sentence may grow with
// the square of its length.
const maxSentence = 500

// sentences cuts each block at its full stops, question and exclamation marks.
// A row is one sentence.
func (b *builder) sentences() {
	b.sentOf = make([]int32, 0, len(b.Blocks)+1)
	r := recital{}
	for k := range b.Blocks {
		bl := &b.Blocks[k]
		b.sentOf = append(b.sentOf, int32(len(b.Sents)))
		first := bl.Body
		if bl.Row {
			first = bl.First
		}
		for i := first; i < bl.End; i++ {
			if i+1 == bl.End || !bl.Row && (b.stops(i, bl.End) || b.turns(i, bl.End)) || i-first >= maxSentence {
				end := i + 1
				for end < bl.End && !b.Toks[end].Space && closer(b.Toks[end].Norm) {
					end++ // a quotation mark behind the full stop
				}
				s := Sentence{First: first, End: end, Block: k, Part: bl.Part}
				if b.Official {
					r = b.refine(&s, r)
				}
				b.Sents = append(b.Sents, s)
				first, i = end, end-1
			}
		}
	}
	b.sentOf = append(b.sentOf, int32(len(b.Sents)))
}

// recital is how far the sentences before the first point have got.
type recital struct {
	open  bool // among considerations
	ruled bool // behind a sentence that rules
}

// refine sets the part of a sentence where it is not that of its block: a rule
// among considerations, a formula among rules. It returns the state behind it.
//
//	"Bahwa ..."                       opens considerations: they rule nothing
//	"Sehubungan dengan hal tersebut"  ends them
func (b *builder) refine(s *Sentence, r recital) recital {
	if m, ok := b.Starts(s.First, "closer"); ok && (m.Entry.ID == "thanks" || b.capital(s.First)) {
		if inBody(s.Part) || s.Part == Closing {
			s.Part = Closing
		}
		return r
	}
	bl := &b.Blocks[s.Block]
	switch s.Part {
	case Closing:
		if b.norm(s) {
			s.Part = Operative
		}
	case Scope:
		if _, ok := b.Find(s.First, s.End, "limits"); ok || b.norm(s) {
			s.Part = Operative
		}
	case Operative:
		if _, ok := b.Find(s.First, s.End, "define"); ok && !b.norm(s) {
			s.Part = Definition
		} else if m, ok := b.Starts(s.First, "recital"); ok && m.Entry.ID == "greeting" {
			s.Part = Background
		}
	case Background:
		if bl.Parent < 0 && !bl.Heading {
			r = b.recite(s, r)
		}
	}
	return r
}

// recite tells whether a sentence before the first point rules: one that orders
// or announces, the one that ends the considerations, and what goes on behind
// these. Where no points follow, every sentence does that only rests on no act.
func (b *builder) recite(s *Sentence, r recital) recital {
	m, recites := b.Starts(s.First, "recital")
	turns := b.Is(s.First, "turn")
	if recites && m.Entry.ID == "that" {
		r.open = true
	} else if turns {
		r.open = false
	}
	_, announces := b.Find(s.First, s.End, "announces")
	_, issues := b.Find(s.First, s.End, "issuing")
	switch {
	case r.open, s.End == b.Blocks[s.Block].End && b.leads(s.Block), b.purposeOnly(s):
	case b.norm(s), announces && !recites || announces && !b.listed:
		s.Part, r.ruled = Operative, true
	case issues:
	case turns, r.ruled && !recites, !b.listed && !recites:
		s.Part, r.ruled = Operative, true
	}
	return r
}

// inBody reports whether the part is one of the text between the frame's parts.
func inBody(p Part) bool { return p >= Background && p <= Operative }

// norm reports whether the sentence holds a word that orders, forbids or
// punishes.
func (b *builder) norm(s *Sentence) bool {
	_, ok := b.Find(s.First, s.End, "norm")
	return ok
}

// purposeOnly reports whether the sentence only tells its purpose.
func (b *builder) purposeOnly(s *Sentence) bool {
	m, ok := b.Starts(s.First, "chapter")
	return ok && m.Entry.ID == "purpose"
}

// turns reports whether the words behind the comma at token i begin a sentence:
// a capital and "Sehubungan dengan hal tersebut".
func (b *builder) turns(i, end int) bool {
	return b.Toks[i].Norm == "," && i+1 < end && b.capital(i+1) && b.Is(i+1, "turn")
}

func closer(s string) bool {
	return s == "\"" || s == "\u201d" || s == "\u2019" || s == ")" || s == "]" || s == "'"
}

// stops reports whether a sentence of a block that reaches to end can end with
// token i.
func (b *builder) stops(i, end int) bool {
	t := b.Toks[i]
	if t.Norm != "." && t.Norm != "!" && t.Norm != "?" && t.Norm != "\u2026" {
		return false
	}
	j := i + 1
	for j < end && !b.Toks[j].Space && closer(b.Toks[j].Norm) {
		j++
	}
	if j >= end {
		return true
	}
	next := b.Toks[j]
	r, _ := utf8.DecodeRuneInString(b.Text.Body[next.Start:])
	if !next.Space {
		// A stop glued to the next sentence: "persen.Baca: ..."
		return t.Norm == "." && i > 0 && b.Toks[i-1].Kind == lexicon.Word && len(b.Toks[i-1].Norm) > 3 &&
			unicode.IsUpper(r) && next.Kind == lexicon.Word && len(next.Norm) > 3 && !b.Is(i-1, "abbr")
	}
	if unicode.IsLower(r) || strings.ContainsRune(";,:", r) {
		return false
	}
	if t.Norm == "." && i > 0 {
		prev := b.Toks[i-1]
		if i > 1 && (prev.Norm == "h" || prev.Norm == "m") && b.Toks[i-2].Kind == lexicon.Number {
			return true // "1445 H." is a year
		}
		if b.Is(i-1, "abbr") || prev.Kind == lexicon.Word && b.initial(i-1) {
			return false // an abbreviation or an initial
		}
	}
	return true
}

// initial reports whether the word at token i is a name cut short: one letter,
// or a capital and a small one as in "Ch.", "Dj.".
func (b *builder) initial(i int) bool {
	w := []rune(b.Raw(i))
	return len(w) == 1 || len(w) == 2 && unicode.IsUpper(w[0]) && unicode.IsLower(w[1])
}
