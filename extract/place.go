package extract

import (
	"os"
	"sort"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/extract/internal/outline"
	"github.com/telaah/telaah/extract/internal/statement"
	"github.com/telaah/telaah/extract/internal/voice"
	"github.com/telaah/telaah/extract/internal/workplace"
)

var useNew = os.Getenv("TELAAH_NEW") != ""

func (d *doc) heldDate(i int) (int, bool) {
	k := sort.Search(len(d.Dates), func(k int) bool { return d.Dates[k].End > i })
	if k < len(d.Dates) && d.Dates[k].First <= i {
		return d.Dates[k].End, true
	}
	return 0, false
}

func (d *doc) heldAct(i int) (int, bool) {
	for _, a := range d.acts {
		if a.First <= i && i < a.End {
			return a.End, true
		}
	}
	return 0, false
}

// workplace returns the rules about the place of work.
func (d *doc) workplace() []workplace.Clause {
	o := outline.Of(d.whole)
	statements := make([][]statement.Statement, len(o.Sents))
	voices := make([]circular.Assertion, len(o.Sents))
	for k, s := range o.Sents {
		if !rules(o, s) {
			continue
		}
		statements[k] = statement.Parse(d.Reading, s.First, s.End, d.heldDate, d.heldAct)
		v := voice.Sentence{First: s.First, End: s.End, Ruled: o.Official, Headline: s.Part == outline.Headline || s.Part == outline.Subhead || o.Blocks[s.Block].Heading && !o.Official}
		if old := d.sentAt(s.First); old >= 0 {
			sc := d.scene(old)
			v.Question, v.Foreign = d.asks(sc), d.said(sc) == circular.AssertReported
		}
		voices[k] = voice.Of(d.Reading, v)
	}
	return workplace.Of(workplace.New(d.Reading, o, statements, voices))
}

// rules reports whether the sentence may rule.
func rules(o *outline.Outline, s outline.Sentence) bool {
	switch s.Part {
	case outline.Prose, outline.Headline, outline.Subhead, outline.Operative:
		return true
	}
	return false
}
