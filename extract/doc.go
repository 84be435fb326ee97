package extract

import (
	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/extract/internal/circulars"
	"github.com/telaah/telaah/extract/internal/mention"
	"github.com/telaah/telaah/extract/internal/outline"
	"github.com/telaah/telaah/extract/internal/reading"
	"github.com/telaah/telaah/lexicon"
)

// doc is a text on its way to a record: its tokens, the phrases found in them,
// and its structure. It lives for one call of Extract.
type doc struct {
	*reading.Reading
	*mention.Mentions
	whole *reading.Reading // with the titles of acts
	src   circular.Source
	o     *outline.Outline
	frame circulars.Frame
	found circulars.Result

	muted []bool                // by token: it names a speaker
	cited map[int]circular.Role // by sentence: see cite
	rec   *circular.Record
}

// read cuts text and finds its phrases and structure.
func read(lex *lexicon.Lexicon, src circular.Source, text *circular.Text) *doc {
	d := &doc{src: src, Reading: reading.Of(lex, text)}
	d.whole = d.Reading
	d.o = outline.Of(d.Reading)
	return d
}

// sentAt returns the index of the sentence that holds token i, or -1.
func (d *doc) sentAt(i int) int { return d.o.SentAt(i) }

// findActs finds what the text names and adds its circulars and legal bases.
func (d *doc) findActs() {
	d.frame = circulars.FrameOf(d.o)
	d.Mentions = mention.Find(d.Reading, mention.LayoutOf(d.o), d.frame.Behind())
	d.rec.Warnings = append(d.rec.Warnings, d.Doubts...)
	d.found = circulars.Read(circulars.Input{Outline: d.o, Mentions: d.Mentions, Frame: d.frame})
	d.rec.Circulars = append(d.rec.Circulars, d.found.Circulars...)
	d.rec.Document = d.found.Document
	for _, c := range d.found.Bases {
		c.Confidence *= d.legible(c.Span)
		d.rec.Clauses = append(d.rec.Clauses, c)
	}
	d.rec.Warnings = append(d.rec.Warnings, d.found.Doubts...)
}
