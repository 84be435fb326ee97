package extract

import (
	"sort"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/extract/internal/reading"
	"github.com/telaah/telaah/lexicon"
)

// doc is a text on its way to a record: its tokens, the phrases found in them,
// and its structure. It lives for one call of Extract.
type doc struct {
	*reading.Reading
	whole *reading.Reading // with the titles of acts
	src   circular.Source
	paras []para
	sents []sent

	muted    []bool // by token: it names a speaker
	official bool   // the circular itself, not prose about it

	names
	cited map[int]circular.Role // by sentence: see cite
	rec   *circular.Record
}

// read cuts text and finds its phrases and structure.
func read(lex *lexicon.Lexicon, src circular.Source, text *circular.Text) *doc {
	d := &doc{src: src, Reading: reading.Of(lex, text)}
	d.whole = d.Reading
	d.Norms = make([]string, len(d.Toks))
	for i, t := range d.Toks {
		d.Norms[i] = t.Norm
	}
	d.cut()
	return d
}

// sentAt returns the index of the sentence that holds token i, or -1.
func (d *doc) sentAt(i int) int {
	k := sort.Search(len(d.sents), func(k int) bool { return d.sents[k].end > i })
	if k == len(d.sents) || d.sents[k].first > i {
		return -1
	}
	return k
}

// classify tells running text from headlines, headings, furniture and frame.
func (d *doc) classify() {
	for _, p := range d.paras {
		_, title := d.titleIn(p)
		d.official = d.official || title
	}
	if !d.official {
		_, _, d.official = d.letter()
	}
	seen := false // some paragraph of the body was met
	for i := range d.paras {
		p := &d.paras[i]
		switch {
		case p.part == partRow:
		case d.furniture(*p):
			p.part = partFurniture
		case p.marker != "":
			seen = true
		case !seen && !d.official && i+1 < len(d.paras) && d.headline(*p):
			p.part = partHeadline
		case d.official || d.complete(*p):
			seen = true
		case !seen:
			p.part = partHeadline
		case d.titled(*p):
			p.part = partHeading
		}
	}
	if d.official {
		d.frame()
	}
}

// headline reports whether p reads as the headline of a news text: short, and
// without a full stop or the dateline of a lead.
func (d *doc) headline(p para) bool {
	last := p.end - 1
	for last > p.first && closer(d.Toks[last].Norm) {
		last--
	}
	if p.end-p.first > 32 || d.Toks[last].Norm == "." || d.Toks[last].Norm == ":" {
		return false
	}
	for i := p.first + 1; i < p.end-1; i++ {
		if n := d.Toks[i].Norm; (n == "-" || n == "\u2013" || n == "\u2014") && d.Toks[i].Space && d.Toks[i+1].Space {
			return false
		}
	}
	return true
}

// furniture reports whether p is a link, a caption or page furniture.
func (d *doc) furniture(p para) bool {
	first := p.first
	if p.marker != "" {
		_, first = d.marker(p.first, p.end)
	}
	_, ok := d.Starts(first, "furniture")
	return ok && !d.official
}

// complete reports whether p ends as a sentence does, or leads to a list.
func (d *doc) complete(p para) bool {
	last := p.end - 1
	if d.Toks[last].Norm == ")" { // a credit behind the last sentence: (*/Red)
		for i := last; i > max(p.first, last-8); i-- {
			if d.Toks[i].Norm == "(" {
				last = i - 1
				break
			}
		}
	}
	for i := last; i > p.first; i-- {
		switch n := d.Toks[i].Norm; {
		case n == "." || n == "!" || n == "?" || n == ":" || n == ";" || n == "\u2026":
			return true
		case !closer(n):
			return p.end-p.first > 40
		}
	}
	return false
}

// titled reports whether p reads as a heading: short, and without a full stop.
func (d *doc) titled(p para) bool {
	return p.end-p.first <= 24
}
