package period

import (
	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/extract/internal/outline"
	"github.com/telaah/telaah/lexicon"
)

// dayLists returns the periods that lists of days state: points that hold
// nothing but one date each, days in a row joined. What leads to the list tells
// what its days are for.
func (r *reader) dayLists() []Period {
	var out []Period
	last := -1 // the point before
	for k := range r.Blocks {
		bl := &r.Blocks[k]
		m := r.dateFrom(bl.Body)
		if bl.Label == "" || !bounds(bl.Part) || m == len(r.Dates) || r.Dates[m].End > bl.End || !r.bare(bl.Body, r.Dates[m].First) || !r.bare(r.Dates[m].End, bl.End) || bl.Parent < 0 || r.lead(outline.Sentence{Block: k}).is("event", "noun", "past") {
			continue
		}
		day := r.Dates[m]
		if n := len(out); last == k-1 && n > 0 && out[n-1].Period.End.AddDays(1) == day.From {
			out[n-1].Period.End, out[n-1].End = day.To, day.End
		} else {
			out = append(out, Period{First: day.First, End: day.End, Period: circular.Period{Start: day.From, End: day.To}, Rule: "dateuse/window", Confidence: 0.85})
		}
		last = k
	}
	return out
}

// bare reports whether only punctuation and words that lead to a date stand in
// the range.
func (r *reader) bare(first, end int) bool {
	for i := first; i < end; i++ {
		if r.Toks[i].Kind != lexicon.Punct && !r.Is(i, "dateword") && !r.Is(i, "dateleads") && !r.Is(i, "weekday") {
			return false
		}
	}
	return true
}

// referred returns the periods that point back to the last date: "hari itu juga
// ditetapkan", "mulai hari itu".
func (r *reader) referred() []Period {
	var out []Period
	for _, m := range r.Matches {
		if m.Entry.Class != "dateref" {
			continue
		}
		k := r.dateFrom(m.First) - 1
		s, ok := r.sentence(m.First)
		if k < 0 || !ok || !bounds(s.Part) {
			continue
		}
		day := r.Dates[k]
		p := Period{First: m.First, End: m.End, Period: circular.Period{Start: day.From, End: day.To}, Rule: m.Entry.Rule(), Confidence: 0.75}
		switch {
		case m.Entry.Attrs["use"] == "from":
			p.Start, p.Period.End = day.To, circular.Date{}
		case m.Entry.ID == "during" && day.Single() || m.Entry.ID != "during" && !day.Single():
			continue
		}
		out = append(out, p)
	}
	return out
}
