package extract

import (
	"os"
	"sort"

	"github.com/telaah/telaah/circular"
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

func (d *doc) workplace() []workplace.Clause {
	t := &workplace.Text{Reading: d.Reading}
	for i, p := range d.paras {
		body := p.first
		if p.marker != "" {
			_, body = d.marker(p.first, p.end)
		}
		t.Blocks = append(t.Blocks, workplace.Block{First: p.first, Body: body, End: p.end, Path: p.path, Parent: p.parent, Stem: p.colon})
		if p.parent >= 0 {
			t.Blocks[p.parent].Children = append(t.Blocks[p.parent].Children, i)
		}
	}
	for k := range d.sents {
		st := d.sents[k]
		p := d.paras[st.para]
		b := &t.Blocks[st.para]
		if b.Units[1] == 0 {
			b.Units = [2]int{len(t.Units), len(t.Units)}
		}
		if p.part == partFurniture || p.part == partFrame || p.part == partRow || d.official && preamble(p.section) {
			continue
		}
		s := d.scene(k)
		u := workplace.Unit{First: st.first, End: st.end, Block: st.para, Voice: d.said(s), Question: d.asks(s)}
		v := voice.Sentence{First: st.first, End: st.end, Headline: p.part == partHeadline || p.part == partHeading, Ruled: d.official, Question: d.asks(s), Foreign: u.Voice == circular.AssertReported}
		if u.Voice == circular.AssertRule || v.Headline {
			u.Voice = voice.Of(d.Reading, v)
		}
		u.Statements = statement.Parse(d.Reading, st.first, st.end, d.heldDate, d.heldAct)
		t.Units = append(t.Units, u)
		b.Units[1] = len(t.Units)
	}
	return workplace.Of(t)
}
