package extract

import (
	"github.com/telaah/telaah/extract/internal/mention"
	"github.com/telaah/telaah/lexicon"
)

// act is one place where the text names an act, with what is said of it.
type act struct {
	mention.Act
	subject string // of the number block, for want of a title
	role    string // of the cue in front: "", basis, amended, revoked, cited, none
	cue     *lexicon.Entry
}

// names is what the text names, and what its acts are to it.
type names struct {
	*mention.Mentions
	dated   map[int]bool      // by first token: a date that tells when an act was signed
	holders []*mention.Office // see people
	acts    []act             // every act
	trial   bool              // a circular of the text orders a trial
	framed  frameParts        // the frame, where the text is the circular itself
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
	from := 0
	if d.framed.letter {
		from = d.framed.head[1]
	}
	d.Mentions = mention.Find(d.Reading, d.layout(), from)
	d.rec.Warnings = append(d.rec.Warnings, d.Doubts...)
	d.dated = map[int]bool{}
}

// findActs adds the circulars that the text names, with their roles and
// signatories, and a legal-basis clause for every other act.
func (d *doc) findActs() {
	acts := make([]act, 0, len(d.Acts)+1)
	if se := d.Lex.Entry("act", "se"); se != nil && d.framed.letter {
		acts = append(acts, d.letterAct(se))
	}
	for _, a := range d.Acts {
		acts = append(acts, act{Act: a})
		if a.DateAt >= 0 {
			d.dated[d.Dates[a.DateAt].First] = true
		}
	}
	for i := range acts {
		d.cueOf(acts, i)
		if m, ok := d.Starts(acts[i].Behind(), "actbehind"); ok && acts[i].role == "" {
			acts[i].role, acts[i].cue = m.Entry.Attrs["role"], m.Entry
		}
		d.author(&acts[i])
	}
	d.framedAct(acts)
	d.ownYears(acts)
	d.acts = acts
	d.bases(acts)
	d.circulars(acts)
}

// furnitureAt reports whether token i stands in a link or other furniture.
func (d *doc) furnitureAt(i int) bool {
	k := d.sentAt(i)
	return k >= 0 && d.paras[d.sents[k].para].part == partFurniture
}

// mentionAt returns the index of the date that begins at token i, or -1.
func (d *doc) mentionAt(i int) int {
	k := d.nextDate(i)
	if k < len(d.Dates) && d.Dates[k].First == i {
		return k
	}
	return -1
}

// dateAt reports whether a date begins at token i.
func (d *doc) dateAt(i int) bool { return d.mentionAt(i) >= 0 }

// person parses a person's name at token i; end is first when there is none.
func (d *doc) person(i int) (first, end int) {
	p := mention.PersonAt(d.Reading, i)
	return p.First, p.End
}

// numberAndYear parses "NUMBER [Tahun YEAR]" at token i into a.
func (d *doc) numberAndYear(a *act, i int) (end int, ok bool) {
	n := mention.NumberAt(d.Reading, i)
	if n.Text == "" {
		return i, false
	}
	a.Number, a.Year, a.NumFirst, a.NumEnd = n.Text, n.Year, n.First, n.End
	if n.Garbled > 0 {
		a.Garbled = n.Garbled
	}
	return n.Behind, true
}

// Bounds of names, in tokens.
const maxName, maxUnit, maxIssuer = 10, 12, 16
