package extract

import (
	"sort"
	"strings"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/lexicon"
)

// doc is a text on its way to a record: its tokens, the phrases found in them,
// and its structure. It lives for one call of Extract.
type doc struct {
	src     circular.Source
	text    *circular.Text
	lex     *lexicon.Lexicon
	toks    []lexicon.Token
	matches []lexicon.Match // by first token
	from    []int32         // by token: the first of matches that begins there or behind it; one more at the end
	paras   []para
	sents   []sent

	muted    []bool // by token: it names a speaker
	noGroup  []bool // by token: it names no group though its words do elsewhere
	staff    *group // the staff the text rules, by its fullest name
	official bool   // the circular itself, not prose about it

	names
	cited  map[int]circular.Role // by sentence: see cite
	claims []claim               // what the sentences rule, in order
	rec    *circular.Record
}

// read cuts text and finds its phrases and structure.
func read(lex *lexicon.Lexicon, src circular.Source, text *circular.Text) *doc {
	d := &doc{src: src, text: text, lex: lex, toks: lex.Tokens(text.Body)}
	d.strip()
	d.norms = make([]string, len(d.toks))
	for i, t := range d.toks {
		d.norms[i] = t.Norm
	}
	d.matches = lex.Find(d.toks)
	d.index()
	d.cut()
	return d
}

// strip drops the tokens of running heads, feet and page numbers, which stand
// in the way of sentences that go on over the page.
func (d *doc) strip() {
	k, keep := 0, d.toks[:0]
	for _, t := range d.toks {
		for k < len(d.text.Marks) && d.text.Marks[k].Span.End <= t.Start {
			k++
		}
		if k < len(d.text.Marks) && d.text.Marks[k].Span.Start <= t.Start {
			switch d.text.Marks[k].Kind {
			case circular.MarkHeader, circular.MarkFooter, circular.MarkPageNumber:
				continue
			}
		}
		keep = append(keep, t)
	}
	d.toks = keep
}

// index fills d.from from d.matches.
func (d *doc) index() {
	d.from = make([]int32, len(d.toks)+1)
	k := 0
	for i := range d.from {
		for k < len(d.matches) && d.matches[k].First < i {
			k++
		}
		d.from[i] = int32(k)
	}
}

// at returns the matches that begin at token i.
func (d *doc) at(i int) []lexicon.Match { return d.matches[d.from[i]:d.from[i+1]] }

// within returns the matches that lie in the tokens from first up to end.
func (d *doc) within(first, end int) []lexicon.Match {
	first = max(first, 0)
	end = min(end, len(d.toks))
	if first >= end {
		return nil
	}
	lo, hi := d.from[first], d.from[end]
	ms := d.matches[lo:hi]
	for i, m := range ms {
		if m.End > end { // rare: a phrase that runs over the border
			out := append([]lexicon.Match(nil), ms[:i]...)
			for _, m := range ms[i:] {
				if m.End <= end {
					out = append(out, m)
				}
			}
			return out
		}
	}
	return ms
}

// find returns the first match of the class that begins in the tokens from
// first up to end and lies in them.
func (d *doc) find(first, end int, class string) (lexicon.Match, bool) {
	for _, m := range d.within(first, end) {
		if m.Entry.Class == class {
			return m, true
		}
	}
	return lexicon.Match{}, false
}

// starts returns the match of the class that begins at token i.
func (d *doc) starts(i int, class string) (lexicon.Match, bool) {
	if i < 0 || i >= len(d.toks) {
		return lexicon.Match{}, false
	}
	for _, m := range d.at(i) {
		if m.Entry.Class == class {
			return m, true
		}
	}
	return lexicon.Match{}, false
}

// span returns the place of the tokens from first up to end.
func (d *doc) span(first, end int) circular.Span {
	return d.text.Span(d.toks[first].Start, d.toks[end-1].End)
}

// words returns the printed words of the tokens from first up to end, on one line.
func (d *doc) words(first, end int) string {
	if first >= end {
		return ""
	}
	return strings.Join(strings.Fields(d.text.Body[d.toks[first].Start:d.toks[end-1].End]), " ")
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
	for last > p.first && closer(d.toks[last].Norm) {
		last--
	}
	if p.end-p.first > 32 || d.toks[last].Norm == "." || d.toks[last].Norm == ":" {
		return false
	}
	for i := p.first + 1; i < p.end-1; i++ {
		if n := d.toks[i].Norm; (n == "-" || n == "\u2013" || n == "\u2014") && d.toks[i].Space && d.toks[i+1].Space {
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
	_, ok := d.starts(first, "furniture")
	return ok && !d.official
}

// complete reports whether p ends as a sentence does, or leads to a list.
func (d *doc) complete(p para) bool {
	last := p.end - 1
	if d.toks[last].Norm == ")" { // a credit behind the last sentence: (*/Red)
		for i := last; i > max(p.first, last-8); i-- {
			if d.toks[i].Norm == "(" {
				last = i - 1
				break
			}
		}
	}
	for i := last; i > p.first; i-- {
		switch n := d.toks[i].Norm; {
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
