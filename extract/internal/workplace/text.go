package workplace

import (
	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/extract/internal/outline"
	"github.com/telaah/telaah/extract/internal/reading"
	"github.com/telaah/telaah/extract/internal/statement"
)

// Text is what the rules are read from.
type Text struct {
	*reading.Reading
	All      *reading.Reading // with the titles of acts
	Official bool             // the circular itself
	Speaks   bool             // of ways of working: without that no weak word is one
	Units    []Unit           // the sentences that may rule, in order
	Blocks   []Block
}

// Unit is a sentence with its statements.
type Unit struct {
	First, End int // its tokens
	Block      int
	Statements []statement.Statement
	Voice      circular.Assertion // whose statement it is
}

// Block is a paragraph, point or row with its place among the others.
type Block struct {
	outline.Block
	Children []int  // those that stand under it
	Units    [2]int // its units, from first up to end
}

// New joins the structure of a text with its statements and voices, by sentence of
// o; a sentence without statements is left out. r is the reading whose phrases
// count: that of o, all, without the titles of acts.
func New(all, r *reading.Reading, o *outline.Outline, statements [][]statement.Statement, voices []circular.Assertion) *Text {
	t := &Text{Reading: r, All: all, Official: o.Official, Speaks: speaks(all), Blocks: make([]Block, len(o.Blocks))}
	for i, b := range o.Blocks {
		t.Blocks[i].Block = b
		if b.Parent >= 0 {
			t.Blocks[b.Parent].Children = append(t.Blocks[b.Parent].Children, i)
		}
	}
	for k, s := range o.Sents {
		b := &t.Blocks[s.Block]
		if b.Units[1] == 0 {
			b.Units = [2]int{len(t.Units), len(t.Units)}
		}
		if len(statements[k]) == 0 {
			continue
		}
		t.Units = append(t.Units, Unit{First: s.First, End: s.End, Block: s.Block, Statements: statements[k], Voice: voices[k]})
		b.Units[1] = len(t.Units)
	}
	return t
}

// speaks reports whether the text names a way of working by a word that means
// nothing else.
func speaks(r *reading.Reading) bool {
	for _, m := range r.Matches {
		if m.Entry.Class == "mode" && m.Entry.Attrs["weak"] == "" {
			return true
		}
	}
	return false
}
