package extract

import (
	"slices"

	"telaah/circular"
	"telaah/lexicon"
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
	for i := range d.dates {
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

// cue is what the words in front of a date say it is printed for.
type cue struct {
	entry *lexicon.Entry // of class dateuse, press or issue; nil for none
	gap   int            // tokens between it and the date
}

// maxLeft bounds how far left of a date its cue may stand, in tokens.
const maxLeft = 30

// cueLeft returns the nearest cue on the left of a date at token first, in its
// sentence.
func (d *doc) cueLeft(first int) cue {
	k := d.sentAt(first)
	if k < 0 {
		return cue{}
	}
	for i := first - 1; i >= max(d.sents[k].first, first-maxLeft); i-- {
		var best *lexicon.Entry
		for _, m := range d.at(i) {
			if m.End > first {
				continue
			}
			switch m.Entry.Class {
			case "dateuse":
				if near := m.Entry.Attrs["near"]; near != "" && (first-m.End > d.int(near) || d.comma(m.End, first)) {
					continue
				}
				best = m.Entry
			case "press", "issue":
				if m.Entry.Class == "issue" && m.Entry.Attrs["voice"] == "via" {
					continue
				}
				if best == nil {
					best = m.Entry
				}
			case "mode":
				if best == nil {
					best = m.Entry
				}
			}
		}
		if best != nil {
			return cue{best, first - i}
		}
	}
	return cue{}
}

// opening returns the phrase that opens or closes a period right in front of
// the date at token first, such as "mulai besok," or "hingga tanggal", or nil.
func (d *doc) opening(first int) *lexicon.Entry {
	i := first
	for i > 0 && first-i < 8 {
		if d.norms[i-1] == "," || d.is(i-1, "datefill") || d.norms[i-1] == "(" {
			if m := d.endsAt(i, "dateopen"); m != nil {
				return m
			}
			i--
			continue
		}
		break
	}
	if m := d.endsAt(i, "dateopen"); m != nil || d.norms[max(i, 1)-1] == "" || i == first {
		return m
	}
	// "berlaku mulai hari pertama puasa, Selasa (12/3/2024)"
	for j := i - 1; j > max(0, i-6) && d.toks[j].Kind == lexicon.Word; j-- {
		if m, ok := d.starts(j, "dateopen"); ok && m.Entry.ID == "from" && d.is(j-1, "dateuse") {
			return m.Entry
		}
	}
	return nil
}

// endsAt returns the entry of the class of which a phrase ends before token i.
func (d *doc) endsAt(i int, class string) *lexicon.Entry {
	for j := i - 1; j >= max(0, i-4); j-- {
		for _, m := range d.at(j) {
			if m.Entry.Class == class && m.End == i {
				return m.Entry
			}
		}
	}
	return nil
}

// window returns the window that the date d.dates[i] states, if it states one.
func (d *doc) window(i int) (window, bool) {
	m := d.dates[i]
	w := window{first: m.first, end: m.end, from: m.from, to: m.to, rule: "dateuse/window", sure: 0.85}
	k := d.sentAt(m.first)
	if k < 0 || m.use == useAct || m.clock {
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
	if d.superseded(s, m.first) {
		return w, false
	}
	c := d.cueLeft(m.first)
	id := ""
	if c.entry != nil {
		id = c.entry.Rule()
		if c.entry.Class == "dateuse" {
			w.rule = id
		}
	}
	switch id {
	case "dateuse/event", "dateuse/noun", "dateuse/host", "dateuse/past", "dateuse/trial", "dateuse/deadline":
		return w, false
	}
	open := d.opening(m.first)
	switch {
	case !m.single():
		return w, true
	case open != nil && open.ID == "from":
		if !d.ruled(s, m.first) && (id == "dateuse/first" || d.firstDay(m.end, min(s.end, m.end+8))) {
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
		return w, d.starting(s, &w)
	}
	before := d.norms[max(m.first-1, 0)]
	switch before {
	case "pada", "untuk", "tanggal", "selama", "yaitu", "yakni", "di":
		if c.gap <= 12 && (away(c.entry) || id == "dateuse/window") {
			return w, true
		}
	}
	if id == "dateuse/window" && c.gap <= 2 {
		return w, true
	}
	return w, d.starting(s, &w)
}

// ruled reports whether the sentence s speaks, around token at, of work away
// from the office.
func (d *doc) ruled(s sent, at int) bool {
	for _, m := range d.within(max(s.first, at-2*maxLeft), min(s.end, at+2*maxLeft)) {
		if away(m.Entry) {
			return true
		}
	}
	return false
}

// before reports whether the sentence opens with a word such as "sebelumnya".
func (d *doc) before(s sent) bool {
	i := d.skip(s.first, "\"", "\u201c", "'")
	return i < s.end && d.is(i, "earlier")
}

// away reports whether e names a way of working away from the office.
func away(e *lexicon.Entry) bool {
	return e.Class == "mode" && (e.ID == "WFH" || e.ID == "WFA")
}

// firstDay reports whether the tokens from first up to end speak of the return
// to the office.
func (d *doc) firstDay(first, end int) bool {
	for _, m := range d.within(first, end) {
		if m.Entry.Class == "dateuse" && m.Entry.ID == "first" {
			return true
		}
	}
	return false
}

// comma reports whether a comma stands in the tokens from first up to end.
func (d *doc) comma(first, end int) bool {
	for i := first; i < end; i++ {
		if d.norms[i] == "," {
			return true
		}
	}
	return false
}

// superseded reports whether the date at token first belongs to a rule that
// was before, or to a trial: a word for it stands on its left, no comma between.
func (d *doc) superseded(s sent, first int) bool {
	from := max(s.first, first-maxLeft)
	if k := d.nextDate(first) - 1; k >= 0 {
		from = max(from, d.dates[k].end) // "semula sampai 31 Maret, kini sampai 21 April"
	}
	for i := first - 1; i >= from && d.norms[i] != ","; i-- {
		for _, m := range d.at(i) {
			if m.Entry.Class == "dateuse" && (m.Entry.ID == "past" || m.Entry.ID == "trial") && m.End <= first {
				return true
			}
		}
	}
	return false
}

// starting reports whether "mulai" in front of a way of working makes the day
// of w a start: "mulai bekerja dari rumah pada hari ini, Senin (4/9/2023)".
func (d *doc) starting(s sent, w *window) bool {
	for i := max(s.first, w.first-maxLeft); i+1 < w.first; i++ {
		m, ok := d.starts(i, "dateopen")
		if !ok || m.Entry.ID != "from" {
			continue
		}
		mode, ok := d.starts(m.End, "mode")
		if use, is := d.starts(m.End, "dateuse"); !ok && is && use.Entry.ID == "window" {
			mode, ok = use, true
		}
		if ok && w.first-mode.End <= 8 {
			for j := mode.End; j < w.first; j++ {
				if d.is(j, "press") {
					return false
				}
			}
			w.to, w.rule = circular.Date{}, m.Entry.Rule()
			return true
		}
	}
	return false
}

// lasting returns the last day of a period that starts on the day of m and
// lasts as long as the sentence s says, or no date.
func (d *doc) lasting(s sent, m dateMention) circular.Date {
	for i := max(s.first, m.first-maxLeft); i < min(s.end, m.end+maxLeft); i++ {
		c, ok := d.starts(i, "span")
		if !ok {
			if c, ok = d.starts(i, "dateuse"); !ok || c.Entry.ID != "window" {
				continue
			}
		}
		if n := d.days(c.End, s.end); n > 0 {
			return m.from.AddDays(n - 1)
		}
	}
	return circular.Date{}
}

// days returns how many days the duration at token i stands for, 0 for none:
// "14 hari", "dua pekan", "14 (empat belas) hari kalender". Working days have
// no fixed length.
func (d *doc) days(i, end int) int {
	n := 0
	if m, ok := d.starts(i, "duration"); ok && m.Entry.Attrs["n"] != "" {
		return d.int(m.Entry.Attrs["days"])
	}
	switch m, ok := d.starts(i, "numword"); {
	case i < end && d.number4(i) > 0 && d.number4(i) <= 366:
		n = d.number4(i)
		i++
	case ok && (m.Entry.Attrs["kind"] == "unit" || m.Entry.Attrs["kind"] == "whole"):
		n = d.int(m.Entry.Attrs["v"])
		i = m.End
	default:
		return 0
	}
	if i < end && d.norms[i] == "(" {
		for j := i + 1; j < end && j < i+6; j++ {
			if d.norms[j] == ")" {
				i = j + 1
				break
			}
		}
	}
	m, ok := d.starts(i, "duration")
	if !ok || m.End < end && (d.norms[m.End] == "kerja" || d.norms[m.End] == "dalam") {
		return 0
	}
	return n * d.int(m.Entry.Attrs["days"])
}

// int returns the value of a short decimal attribute.
func (d *doc) int(s string) int {
	n := 0
	for _, c := range s {
		n = n*10 + int(c-'0')
	}
	return n
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
			for k < len(d.dates) && d.dates[k].first < p.first {
				k++
			}
			if k == len(d.dates) || p.marker == "" || d.dates[k].end < p.end-1 || d.dates[k].first > p.first+3 || p.part == partFurniture {
				break
			}
			m := d.dates[k]
			if c := d.listCue(i); c == "dateuse/event" || c == "dateuse/noun" || c == "dateuse/past" {
				break
			}
			if n := len(out); run && out[n-1].to.AddDays(1) == m.from {
				out[n-1].to, out[n-1].end = m.to, m.end
			} else {
				out = append(out, window{first: m.first, end: m.end, from: m.from, to: m.to, rule: "dateuse/window", sure: 0.85})
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
	for _, m := range d.matches {
		if m.Entry.Class != "dateref" {
			continue
		}
		k := d.nextDate(m.First) - 1
		if k < 0 || d.furnitureAt(m.First) {
			continue
		}
		w := window{first: m.First, end: m.End, from: d.dates[k].to, to: d.dates[k].to, rule: m.Entry.Rule(), sure: 0.7}
		if m.Entry.Attrs["use"] == "from" {
			w.to = circular.Date{}
		}
		out = append(out, w)
	}
	return out
}
