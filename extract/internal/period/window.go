package period

import (
	"strconv"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/extract/internal/mention"
	"github.com/telaah/telaah/extract/internal/outline"
	"github.com/telaah/telaah/lexicon"
)

// windows returns the periods that single dates and ranges state. A date of a
// list is what the one before it is.
func (r *reader) windows() []Period {
	var out []Period
	was := false
	for k, m := range r.Dates {
		if k > 0 && r.follows(k) && (!was || m.Single() && r.Dates[k-1].Single()) {
			if was {
				p := out[len(out)-1]
				p.First, p.End, p.Start, p.Period.End = m.First, m.End, m.From, m.To
				out = append(out, p)
			}
			continue
		}
		p, ok := r.window(k)
		if was = ok; ok {
			out = append(out, p)
		}
	}
	return out
}

// weak is the confidence in a period that a headline tells, or the days of an
// event in which the rule holds: it counts where nothing tells one plainly.
const weak = 0.7

// during reports whether the date at token first is that of an event in which
// something holds: "selama KTT ASEAN, 5-7 September".
func (r *reader) during(s outline.Sentence, first int) bool {
	for i := first - 1; i >= s.First; i-- {
		for _, m := range r.At(i) {
			if m.Entry.Class == "dateuse" && m.End <= first {
				return m.Entry.ID == "noun" && r.joined(m.End, first) && r.around(i)
			}
		}
	}
	return false
}

// follows reports whether date k is the next of a list.
func (r *reader) follows(k int) bool {
	_, end := mention.Link(r.Reading, r.Dates[k-1].End)
	return end > r.Dates[k-1].End && end == r.Dates[k].First
}

// window returns the period that date k states, if it states one.
func (r *reader) window(k int) (Period, bool) {
	m := r.Dates[k]
	p := Period{First: m.First, End: m.End, Period: circular.Period{Start: m.From, End: m.To}, Rule: "dateuse/window", Confidence: 0.85}
	s, ok := r.sentence(m.First)
	if !ok || m.Single() && r.Signed[m.First] || m.Clock || !bounds(s.Part) || r.superseded(s, m.First) || r.unrelated(s, m.First) {
		return p, false
	}
	if s.Part == outline.Headline || s.Part == outline.Subhead || r.Blocks[s.Block].Heading {
		p.Confidence = weak
	}
	u := r.use(s, m.First)
	if u.entry == nil {
		u = r.lead(s)
	}
	if u.is("event", "happens", "noun", "host", "past", "trial", "deadline", "limit", "other") || u.entry == nil && r.onEvent(s, m.First) {
		return p, false
	}
	if s.Part == outline.Headline && m.Single() && u.end <= r.LineStart(m.First) && r.opening(m.First) == nil {
		return p, false // the day of the press under a headline
	}
	if r.during(s, m.First) {
		p.Confidence = weak
	}
	if u.entry != nil && u.entry.Class == "dateuse" {
		p.Rule = u.entry.Rule()
	}
	if !m.Single() {
		return p, true
	}
	open := r.opening(m.First)
	if r.untold(m.End, s.End) {
		p.Period.End, p.Rule = circular.Date{}, "dateopen/untold"
		if open != nil {
			p.Rule = open.Rule()
		}
		return p, true
	}
	if open != nil {
		p.Rule = open.Rule()
		if open.ID == "until" {
			p.Start = r.sinceToday(s, m.First)
			p.Derived = !p.Start.IsZero()
			return p, (!r.Is(r.opens(s), "earlier") || r.dateFrom(s.First) < k) && r.stands(s, u)
		}
		if r.back(s, u) || !r.ruled(s) && (u.is("first") || r.firstDay(m.End, s.End)) {
			return p, false
		}
		p.Period.End = r.lasting(s, m)
		p.Derived = !p.Period.End.IsZero()
		return p, true
	}
	begins := r.begins(s, &p)
	switch {
	case r.apposed(m.First) && r.recurs(s):
		return p, true
	case u.entry == nil || u.entry.Class == "press" || u.entry.Class == "issue" || u.is("first"):
		return p, begins
	case r.leads(m.First) && (u.away() || u.is("window")), u.away() && r.today(m.First), u.is("window") && r.joined(u.end, m.First) && !r.comma(u.end):
		return p, true
	}
	return p, begins
}

// back reports whether what begins is work at the office, for everybody: no
// share of staff and no other way of working stands beside it.
func (r *reader) back(s outline.Sentence, u use) bool {
	if u.entry == nil || u.entry.Class != "mode" || u.away() {
		return false
	}
	_, share := r.Find(s.First, s.End, "percent")
	return !share && u.entry.Attrs["weak"] == ""
}

// lead returns what the words that lead to the point of s say its days are for.
func (r *reader) lead(s outline.Sentence) use {
	up := r.Blocks[s.Block].Parent
	if up < 0 {
		return use{}
	}
	ss := r.SentsOf(up)
	if len(ss) == 0 || !bounds(r.Blocks[up].Part) {
		return use{}
	}
	above := ss[len(ss)-1]
	return r.use(above, above.End-1)
}

// stands reports whether what holds until a date is a rule: the sentence names
// one, or a way of working, or whom it binds, and does not deny it.
func (r *reader) stands(s outline.Sentence, u use) bool {
	told := false
	for _, m := range r.Within(s.First, s.End) {
		switch m.Entry.Class {
		case "neg":
			if m.Entry.ID == "notyet" || m.Entry.ID == "without" {
				return false
			}
		case "ruleword", "mode", "selfact", "act", "subject", "this":
			told = true
		}
	}
	return told || r.Official || u.is("window") && u.first == r.opens(s)
}

// recurs reports whether the sentence names days of the week: "setiap Rabu,
// yaitu 14, 21, dan 28 Januari".
func (r *reader) recurs(s outline.Sentence) bool {
	_, ok := r.Find(s.First, s.End, "every")
	return ok
}

// leads reports whether a preposition of time stands right in front of the
// date at token first.
func (r *reader) leads(first int) bool { return r.Is(first-1, "dateleads") || r.Is(first-1, "apposes") }

// opens returns the token with which the words of s begin, behind a quotation
// mark.
func (r *reader) opens(s outline.Sentence) int {
	i := s.First
	for i < s.End && r.Toks[i].Kind == lexicon.Punct {
		i++
	}
	return i
}

// opening returns the phrase that opens or closes a period right in front of
// the date at token first, such as "mulai besok," or "hingga tanggal", or nil.
// The day may be named before its date: "mulai hari pertama puasa, Selasa".
func (r *reader) opening(first int) *lexicon.Entry {
	i := first
	for {
		if m := r.endsAt(i, "dateopen"); m != nil {
			return m
		}
		if i == 0 || !r.comma(i-1) && !r.Is(i-1, "datefill") && !r.bracket(i-1) {
			break
		}
		i--
	}
	if i == first {
		return nil
	}
	for j := i - 1; j > 0 && r.Toks[j].Kind == lexicon.Word; j-- {
		if m, ok := r.Starts(j, "dateopen"); ok && m.Entry.ID == "from" && r.Is(j-1, "dateuse") {
			return m.Entry
		}
		if r.Is(j, "press") || lexicon.Verbal(r.Norms[j]) {
			return nil
		}
	}
	return nil
}

// endsAt returns the entry of the class of which a phrase ends before token i.
func (r *reader) endsAt(i int, class string) *lexicon.Entry {
	for j := i - 1; j >= 0 && r.Toks[j].Kind == lexicon.Word; j-- {
		for _, m := range r.At(j) {
			if m.Entry.Class == class && m.End == i {
				return m.Entry
			}
		}
	}
	return nil
}

// untold reports whether what begins on the date that ends at token i has no
// day on which it ends: "1 Maret 2025 hingga ada pemberitahuan lebih lanjut".
func (r *reader) untold(i, end int) bool {
	for i < end && (r.bracket(i) || r.comma(i)) {
		i++
	}
	m, ok := r.Starts(i, "daterange")
	if !ok || m.End >= end || r.Toks[m.End].Kind != lexicon.Word {
		return false
	}
	k := r.dateFrom(i)
	return (k == len(r.Dates) || r.Dates[k].First >= end) && !r.Is(m.End, "clockword") && !r.Is(m.End, "dateword") && !r.Is(m.End, "weekday")
}

// ruled reports whether the sentence speaks of work away from the office.
func (r *reader) ruled(s outline.Sentence) bool {
	for _, m := range r.Within(s.First, s.End) {
		if away(m.Entry) || m.Entry.Class == "mode" && r.denied(m.First, s.First) {
			return true // "tidak semuanya berkantor"
		}
	}
	return false
}

// denied reports whether a negation stands in front of token i, a word between
// at most.
func (r *reader) denied(i, first int) bool {
	for i--; i >= first && r.Toks[i].Kind == lexicon.Word; i-- {
		if r.Is(i, "neg") {
			return true
		}
		if lexicon.Verbal(r.Norms[i]) {
			return false
		}
	}
	return false
}

// firstDay reports whether the words behind a date, up to a comma, speak of the
// return to the office.
func (r *reader) firstDay(first, end int) bool {
	for i := first; i < end && !r.comma(i); i++ {
		if m, ok := r.Starts(i, "dateuse"); ok && m.Entry.ID == "first" {
			return true
		}
	}
	return false
}

// superseded reports whether the date at token first belongs to a rule that was
// before, or to a trial: a word for it stands on its left, neither a comma nor
// a date between.
func (r *reader) superseded(s outline.Sentence, first int) bool {
	from := s.First
	if k := r.dateFrom(first) - 1; k >= 0 {
		from = max(from, r.Dates[k].End) // "semula sampai 31 Maret, kini sampai 21 April"
	}
	for i := first - 1; i >= from && !r.comma(i); i-- {
		for _, m := range r.At(i) {
			if m.Entry.Class == "dateuse" && (m.Entry.ID == "past" || m.Entry.ID == "trial" && !r.ownTrial(m, first)) && m.End <= first {
				return true
			}
		}
	}
	return false
}

// unrelated reports whether the sentence speaks, in front of a date at token
// first, of something that is no rule for staff, such as a discount.
func (r *reader) unrelated(s outline.Sentence, first int) bool {
	_, other := r.Find(s.First, first, "otherrule")
	if !other {
		return false
	}
	_, rule := r.Find(s.First, first, "ruleword")
	return !rule && !r.ruled(s)
}

// begins reports whether "mulai" in front of a way of working makes the day of
// p a start, and makes it one: "mulai bekerja dari rumah pada hari ini, Senin
// (4/9/2023)".
func (r *reader) begins(s outline.Sentence, p *Period) bool {
	for i := s.First; i < p.First; i++ {
		m, ok := r.Starts(i, "dateopen")
		if !ok || m.Entry.ID != "from" {
			continue
		}
		what, ok := r.Starts(m.End, "mode")
		if u, is := r.Starts(m.End, "dateuse"); !ok && is && u.Entry.ID == "window" {
			what, ok = u, true
		}
		if ok && r.atOnce(what.End, p.First) {
			p.Period.End, p.Rule = circular.Date{}, m.Entry.Rule()
			return true
		}
	}
	return false
}

// atOnce reports whether no speech, other use of a date or other date stands
// between a way of working that ends before token end and the date at first.
func (r *reader) atOnce(end, first int) bool {
	for i := end; i < first; i++ {
		if r.Is(i, "press") || r.Is(i, "speech") || r.Is(i, "dateuse") || r.Is(i, "issue") || lexicon.Verbal(r.Norms[i]) {
			return false
		}
	}
	k := r.dateFrom(end)
	return k == len(r.Dates) || r.Dates[k].First >= first
}

// today reports whether "hari ini" or "besok" leads to the date at token first.
func (r *reader) today(first int) bool {
	i := first
	if r.comma(i - 1) {
		i--
	}
	m := r.endsAt(i, "datefill")
	return m != nil && m.ID == "today"
}

// sinceToday returns the day that "mulai hari ini", in front of an end at token
// first, stands for: the day of the press, or no date.
func (r *reader) sinceToday(s outline.Sentence, first int) circular.Date {
	for i := s.First; i < first; i++ {
		m, ok := r.Starts(i, "dateopen")
		if !ok || m.Entry.ID != "from" {
			continue
		}
		if day, ok := r.Starts(m.End, "datefill"); ok && day.Entry.ID == "today" {
			if press := r.press(); !press.IsZero() {
				return press.AddDays(number(day.Entry.Attrs["days"]))
			}
		}
	}
	return circular.Date{}
}

// press returns the day on which a news text was printed, or no date.
func (r *reader) press() circular.Date {
	for _, m := range r.Dates {
		s, ok := r.sentence(m.First)
		if m.Single() && (m.Clock || ok && s.Part == outline.Byline) {
			return m.From
		}
	}
	return circular.Date{}
}

// lasting returns the last day of a period that starts on the day of m and
// lasts as long as the sentence s says, or no date.
func (r *reader) lasting(s outline.Sentence, m mention.Date) circular.Date {
	for i := s.First; i < s.End; i++ {
		c, ok := r.Starts(i, "span")
		if !ok {
			if c, ok = r.Starts(i, "dateuse"); !ok || c.Entry.ID != "window" {
				continue
			}
		}
		if n := r.days(c.End, s.End); n > 0 {
			return m.From.AddDays(n - 1)
		}
	}
	return circular.Date{}
}

// maxDays bounds a duration in days.
const maxDays = 366

// days returns how many days the duration at token i stands for, 0 for none:
// "14 hari", "dua pekan", "14 (empat belas) hari kalender". Working days have no
// fixed length.
func (r *reader) days(i, end int) int {
	n := 0
	if m, ok := r.Starts(i, "duration"); ok && m.Entry.Attrs["n"] != "" {
		return number(m.Entry.Attrs["days"])
	}
	switch m, ok := r.Starts(i, "numword"); {
	case i < end && mention.Small(r.Reading, i) > 0 && mention.Small(r.Reading, i) <= maxDays:
		n = mention.Small(r.Reading, i)
		i++
	case ok && (m.Entry.Attrs["kind"] == "unit" || m.Entry.Attrs["kind"] == "whole"):
		n = number(m.Entry.Attrs["v"])
		i = m.End
	default:
		return 0
	}
	if i < end && r.bracket(i) {
		for i++; i < end && !r.bracket(i) && r.Toks[i].Kind == lexicon.Word; i++ {
		}
		i++
	}
	m, ok := r.Starts(i, "duration")
	if !ok || m.End < end && r.Is(m.End, "workday") {
		return 0
	}
	return n * number(m.Entry.Attrs["days"])
}

// number returns the value of a decimal attribute, 0 for none.
func number(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}
