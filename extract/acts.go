package extract

import (
	"github.com/telaah/telaah/extract/internal/circulars"
	"github.com/telaah/telaah/extract/internal/mention"
)

// names is what the text names, and what its acts are to it.
type names struct {
	*mention.Mentions
	dated  map[int]bool    // by first token: a date that tells when an act was signed
	acts   []circulars.Act // every act
	head   circulars.Frame // see frameOf
	framed frameParts      // the frame, where the text is the circular itself
}

// layout returns what the grammars of mentions need of the structure of d.
func (d *doc) layout() *mention.Layout {
	l := &mention.Layout{Sentences: make([]mention.Sentence, len(d.sents)), Lead: -1}
	for i, s := range d.sents {
		kind := mention.Running
		switch d.paras[s.para].part {
		case partHeadline:
			kind = mention.Headline
		case partFurniture:
			kind = mention.Furniture
		}
		l.Sentences[i] = mention.Sentence{First: s.first, End: s.end, Kind: kind}
	}
	for _, p := range d.paras {
		if p.part == partBody {
			l.Lead, l.LeadEnd = p.first, p.end
			break
		}
	}
	return l
}

// findMentions finds what the text names.
func (d *doc) findMentions() {
	d.frameOf()
	from := 0
	if d.head.Letter {
		from = d.head.Head.End
	}
	d.Mentions = mention.Find(d.Reading, d.layout(), from)
	d.rec.Warnings = append(d.rec.Warnings, d.Doubts...)
	d.dated = map[int]bool{}
}

// findActs adds the circulars that the text names, and its legal bases.
func (d *doc) findActs() {
	in := circulars.Input{Reading: d.Reading, Mentions: d.Mentions, Layout: d.layout(), Other: d.otherAct(), Frame: d.head}
	for _, s := range d.sents {
		if d.paras[s.para].section == "dasar" {
			in.Bases = append(in.Bases, circulars.Range{First: s.first, End: s.end})
		}
	}
	found := circulars.Read(in)
	d.acts, d.dated = found.Acts, found.Dated
	d.rec.Circulars = append(d.rec.Circulars, found.Circulars...)
	for _, c := range found.Bases {
		c.Confidence *= d.legible(c.Span)
		d.rec.Clauses = append(d.rec.Clauses, c)
	}
	d.rec.Warnings = append(d.rec.Warnings, found.Doubts...)
}

// otherAct reports whether the text is itself an act that is no circular.
func (d *doc) otherAct() bool { return d.ownTitle() >= 0 }

// frameOf takes the frame that the paragraphs show, or else looks for it in the
// tokens.
func (d *doc) frameOf() {
	f := d.framed
	if f.title[1] > 0 {
		in := func(r [2]int) circulars.Range { return circulars.Range{First: r[0], End: r[1]} }
		d.head = circulars.Frame{Head: in(f.head), Title: in(f.title), Sign: in(f.sign), Letter: f.letter}
		if d.head.Addressee = circulars.Addressee(d.Reading, d.head.Head); d.head.Addressee.Empty() {
			d.head.Addressee = in(f.to)
		}
		if h, ok := circulars.FindFrame(d.Reading); ok && d.head.Sign.Empty() {
			d.head.Sign = h.Sign
		}
	} else if h, ok := circulars.FindFrame(d.Reading); ok {
		d.head = h
		pair := func(r circulars.Range) [2]int { return [2]int{r.First, r.End} }
		d.framed = frameParts{head: pair(h.Head), title: pair(h.Title), sign: pair(h.Sign), letter: h.Letter}
	}
}

// Bounds of names, in tokens.
const maxName, maxUnit, maxIssuer = 10, 12, 16
