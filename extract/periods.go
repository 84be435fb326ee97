package extract

import (
	"slices"

	"github.com/telaah/telaah/circular"
)

// window is one printed statement of when the rule holds.
type window struct {
	first, end int // its tokens
	from, to   circular.Date
	derived    bool
	rule       string // the lexicon entry that told it
	sure       float64
}

// findPeriods adds the windows in which the rule holds. Every date was printed
// for something; the nearest word on its left tells for what. Days of the
// press, of signing, of events and the first day back are no windows.
func (d *doc) findPeriods() {
	var ws []window
	d.trial = d.onTrial()
	for i := range d.Dates {
		if w, ok := d.window(i); ok {
			ws = append(ws, w)
		}
	}
	ws = append(ws, d.dayLists()...)
	ws = append(ws, d.referredDays()...)
	slices.SortStableFunc(ws, func(a, b window) int { return a.first - b.first })
	ws = ends(ws)
	for _, w := range distinct(ws) {
		k := d.sentAt(w.first)
		first, end := w.first, w.end
		if k >= 0 {
			first, end = d.sents[k].first, max(end, d.sents[k].end)
		}
		d.clause(first, end, circular.Clause{Kind: circular.KindPeriod, Confidence: w.sure, Rule: w.rule,
			Period: &circular.Period{Start: w.from, End: w.to, Derived: w.derived}})
	}
}

// ends joins a start and an end that the text gives apart, when it gives one
// of each and no closed window: "mulai 25 Maret ... berlaku hingga 8 April".
func ends(ws []window) []window {
	from, to := -1, -1
	for i, w := range ws {
		switch {
		case w.sure < 0.8 || w.from == w.to:
		case w.from.IsZero():
			if to >= 0 && ws[to].to != w.to {
				return ws
			}
			to = i
		case w.to.IsZero():
			if from >= 0 && ws[from].from != w.from {
				return ws
			}
			from = i
		default:
			return ws
		}
	}
	if from < 0 || to < 0 || ws[from].from.Compare(ws[to].to) > 0 {
		return ws
	}
	w := ws[from]
	w.to, w.sure = ws[to].to, 0.75
	return append(ws, w)
}

// distinct returns ws without those that another already says: the same days
// twice, an open or single one inside a closed one, a single day that an open
// one begins or ends with.
func distinct(ws []window) []window {
	type days struct{ from, to circular.Date }
	best := map[days]int{}
	var closed []window // of more than one day, by start
	for i, w := range ws {
		k := days{w.from, w.to}
		if j, ok := best[k]; !ok || w.sure > ws[j].sure {
			best[k] = i
		}
		if !w.from.IsZero() && w.to.Compare(w.from) > 0 {
			closed = append(closed, w)
		}
	}
	slices.SortStableFunc(closed, func(a, b window) int { return a.from.Compare(b.from) })
	last := make([]circular.Date, len(closed)) // the latest end up to each
	for i, w := range closed {
		last[i] = w.to
		if i > 0 && last[i-1].Compare(w.to) > 0 {
			last[i] = last[i-1]
		}
	}
	inside := func(x circular.Date) bool {
		n, _ := slices.BinarySearchFunc(closed, x, func(w window, x circular.Date) int {
			if w.from.Compare(x) <= 0 {
				return -1
			}
			return 1
		})
		return n > 0 && last[n-1].Compare(x) >= 0
	}
	var out []window
	for i, w := range ws {
		if best[days{w.from, w.to}] != i {
			continue
		}
		switch {
		case w.from.IsZero():
			if inside(w.to) {
				continue
			}
		case w.to.IsZero():
			if inside(w.from) {
				continue
			}
		case w.from == w.to:
			_, begins := best[days{from: w.from}]
			_, stops := best[days{to: w.to}]
			if begins || stops || inside(w.from) {
				continue
			}
		}
		out = append(out, w)
	}
	return out
}

// window returns the window that the date d.Dates[i] states, if it states one.
func (d *doc) window(i int) (window, bool) {
	m := d.Dates[i]
	w := window{first: m.First, end: m.End, from: m.From, to: m.To, rule: "dateuse/window", sure: 0.85}
	k := d.sentAt(m.First)
	if k < 0 || d.dated[m.First] || m.Clock {
		return w, false
	}
	s := d.sents[k]
	part := d.paras[s.para].part
	if part == partFurniture || part == partFrame {
		return w, false
	}
	if part == partHeadline || part == partHeading {
		w.sure = 0.7
	}
	if d.superseded(s, m.First) || d.unrelated(s, m.First) {
		return w, false
	}
	c := d.cueLeft(m.First)
	id := ""
	if c.entry != nil {
		id = c.entry.Rule()
		if c.entry.Class == "dateuse" {
			w.rule = id
		}
	}
	switch id {
	case "dateuse/event", "dateuse/happens", "dateuse/noun", "dateuse/host", "dateuse/past", "dateuse/trial", "dateuse/deadline", "dateuse/other":
		return w, false
	}
	open := d.opening(m.First)
	switch {
	case !m.Single():
		return w, true
	case d.goesOnFrom(m.End, s.end):
		w.to, w.rule = circular.Date{}, "dateopen/untold"
		return w, true
	case open != nil && open.ID == "from":
		if !d.ruled(s, m.First) && (id == "dateuse/first" || d.firstDay(m.End, min(s.end, m.End+8))) {
			return w, false
		}
		w.to = d.lasting(s, m)
		w.derived = !w.to.IsZero()
		w.rule = open.Rule()
		return w, true
	case open != nil && open.ID == "until":
		if d.nextDate(s.first) == i && d.before(s) {
			return w, false
		}
		w.from = circular.Date{}
		w.rule = open.Rule()
		return w, true
	}
	if c.entry == nil || c.entry.Class == "press" || c.entry.Class == "issue" || id == "dateuse/first" {
		ok := d.starting(s, &w)
		return w, ok
	}
	before := d.Norms[max(m.First-1, 0)]
	switch before {
	case "pada", "untuk", "tanggal", "selama", "yaitu", "yakni", "di":
		if c.gap <= 12 && (away(c.entry) || id == "dateuse/window") {
			d.starting(s, &w)
			return w, true
		}
	}
	if c.entry.Class == "mode" && away(c.entry) && c.gap <= 8 && d.today(m.First) {
		d.starting(s, &w)
		return w, true
	}
	if id == "dateuse/window" && c.gap <= 2 {
		return w, true
	}
	ok := d.starting(s, &w)
	return w, ok
}

// dayLists returns the windows that lists of days state: points that hold
// nothing but one date each, days in a row joined.
func (d *doc) dayLists() []window {
	var out []window
	k := 0
	for i := 0; i < len(d.paras); i++ {
		run := false
		for ; i < len(d.paras); i++ {
			p := d.paras[i]
			for k < len(d.Dates) && d.Dates[k].First < p.first {
				k++
			}
			if k == len(d.Dates) || p.marker == "" || d.Dates[k].End < p.end-1 || d.Dates[k].First > p.first+3 || p.part == partFurniture {
				break
			}
			m := d.Dates[k]
			if c := d.listCue(i); c == "dateuse/event" || c == "dateuse/noun" || c == "dateuse/past" {
				break
			}
			if n := len(out); run && out[n-1].to.AddDays(1) == m.From {
				out[n-1].to, out[n-1].end = m.To, m.End
			} else {
				out = append(out, window{first: m.First, end: m.End, from: m.From, to: m.To, rule: "dateuse/window", sure: 0.85})
			}
			run = true
		}
	}
	return out
}

// listCue returns what the paragraph that leads to the list of point i says
// its days are for.
func (d *doc) listCue(i int) string {
	p := d.paras[i].parent
	if p < 0 {
		return ""
	}
	if c := d.cueLeft(d.paras[p].end - 1); c.entry != nil {
		return c.entry.Rule()
	}
	return ""
}

// referredDays returns the windows that point back to the last date: "hari
// itu juga ditetapkan", "mulai hari itu".
func (d *doc) referredDays() []window {
	var out []window
	for _, m := range d.Matches {
		if m.Entry.Class != "dateref" {
			continue
		}
		k := d.nextDate(m.First) - 1
		if k < 0 || d.furnitureAt(m.First) {
			continue
		}
		w := window{first: m.First, end: m.End, from: d.Dates[k].From, to: d.Dates[k].To, rule: m.Entry.Rule(), sure: 0.7}
		switch {
		case m.Entry.Attrs["use"] == "from":
			w.from, w.to = w.to, circular.Date{}
		case m.Entry.ID == "during" && d.Dates[k].Single() || m.Entry.ID != "during" && !d.Dates[k].Single():
			continue
		}
		out = append(out, w)
	}
	return out
}

// onTrial reports whether a circular of the text has a trial in its title: then
// the days of the trial are those of the rule.
func (d *doc) onTrial() bool {
	for i := range d.acts {
		a := &d.acts[i]
		if !a.Circular() || a.TitleEnd == a.TitleFirst {
			continue
		}
		for _, m := range d.Within(a.TitleFirst, a.TitleEnd) {
			if m.Entry.Class == "dateuse" && m.Entry.ID == "trial" {
				return true
			}
		}
	}
	return false
}

// today reports whether "hari ini" or "besok" leads to the date at token first.
func (d *doc) today(first int) bool {
	i := first
	if i > 0 && d.Norms[i-1] == "," {
		i--
	}
	m := d.endsAt(i, "datefill")
	return m != nil && m.ID == "today"
}
