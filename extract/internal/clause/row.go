package clause

import (
	"strings"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/extract/internal/outline"
)

// row adds the clause of a table row: what its cells say under the heads of
// their columns.
func (w *writer) row(k int) {
	bl := &w.Blocks[k]
	if !w.operative(k, bl.Part) || bl.Heading || len(bl.Cells) == 0 {
		return
	}
	up := w.above(k)
	p := piece{First: bl.First, End: bl.End}
	v := w.predicate(p.First, p.End)
	r := reader{writer: w, s: outline.Sentence{First: p.First, End: p.End, Block: k, Part: bl.Part}, p: p, v: v, up: up}
	c := circular.Clause{Path: bl.Path, Rule: "clause/row", Kind: circular.KindProvision}
	var words []string
	for _, cell := range bl.Cells {
		if cell.Empty() {
			continue
		}
		text := w.words(cell.First, cell.End)
		if h := cell.Heads; len(h) > 0 {
			text = w.words(h[len(h)-1].First, h[len(h)-1].End) + ": " + text
		}
		words = append(words, text)
	}
	what := strings.Join(words, "; ")
	switch {
	case what == "":
		return
	case r.has("punish"):
		c.Kind = circular.KindSanction
	case len(r.clocks()) > 0 || r.has("dress") && r.has("weekday"):
		c.Kind = circular.KindSchedule
	}
	if c.Kind == circular.KindSchedule {
		c.Schedule = r.schedule()
		c.Schedule.What = what
	} else {
		c.Duty = &circular.Duty{Who: up.who, What: what}
	}
	w.add(p.First, p.End, c)
}
