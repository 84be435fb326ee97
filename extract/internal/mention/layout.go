package mention

import (
	"sort"

	"github.com/telaah/telaah/extract/internal/outline"
)

// Kind says what a sentence is to the text.
type Kind uint8

// The kinds of sentences that the grammars tell apart.
const (
	Running   Kind = iota // running text
	Headline              // headline of a news text: capitals do not show names there
	Furniture             // link, caption, page furniture: names nothing
)

// Sentence is one sentence of the text: the tokens from First up to End.
type Sentence struct {
	First, End int
	Kind       Kind
}

// Layout is what the grammars need to know of the structure of a text.
type Layout struct {
	Sentences []Sentence // by position
	Lead      int        // first token of the running text of news, -1 where it has none
	LeadEnd   int        // the token behind its first paragraph
}

// LayoutOf returns the layout of a text with its outline.
func LayoutOf(o *outline.Outline) *Layout {
	l := &Layout{Sentences: make([]Sentence, len(o.Sents)), Lead: -1}
	for i, s := range o.Sents {
		kind := Running
		switch s.Part {
		case outline.Headline:
			kind = Headline
		case outline.Furniture:
			kind = Furniture
		}
		l.Sentences[i] = Sentence{First: s.First, End: s.End, Kind: kind}
		if l.Lead < 0 && s.Part == outline.Prose {
			l.Lead, l.LeadEnd = s.First, o.Blocks[s.Block].End
		}
	}
	return l
}

// At returns the index of the sentence that holds token i, or -1.
func (l *Layout) At(i int) int {
	k := sort.Search(len(l.Sentences), func(k int) bool { return l.Sentences[k].End > i })
	if k == len(l.Sentences) || l.Sentences[k].First > i {
		return -1
	}
	return k
}

// Is reports whether token i stands in a sentence of the kind.
func (l *Layout) Is(i int, kind Kind) bool {
	k := l.At(i)
	return k >= 0 && l.Sentences[k].Kind == kind
}

// KindAt returns the kind of the sentence that holds token i; running text
// where none does.
func (l *Layout) KindAt(i int) Kind {
	if k := l.At(i); k >= 0 {
		return l.Sentences[k].Kind
	}
	return Running
}
