package period

import (
	"github.com/telaah/telaah/extract/internal/outline"
	"github.com/telaah/telaah/lexicon"
)

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
	if r.counted(s) {
		return false
	}
	return told || r.Official || u.is("window") && u.first == r.opens(s)
}

// counted reports whether the sentence counts what was up to a day with which it
// begins: "Hingga Senin (5/7), tercatat 90 kasus".
func (r *reader) counted(s outline.Sentence) bool {
	i := r.opens(s)
	m, ok := r.Starts(i, "dateopen")
	if !ok || m.Entry.ID != "until" {
		return false
	}
	k := r.dateFrom(i)
	if k == len(r.Dates) || r.Dates[k].First > m.End {
		return false
	}
	end := r.Dates[k].End
	for r.comma(end) || r.bracket(end) {
		end++
	}
	return r.Is(end, "counts")
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

// lawAt reports whether an act that is no circular is named at token i: when it
// holds is not when the circular does.
func (r *reader) lawAt(i int) bool {
	m, ok := r.Starts(i, "act")
	return ok && m.Entry.Attrs["type"] != "SE" && m.Entry.Attrs["letter"] == "" && !r.Is(m.End, "actthis")
}

// unrelated reports whether the sentence speaks, in front of a date at token
// first, of something that is no rule for staff, such as a discount.
func (r *reader) unrelated(s outline.Sentence, first int) bool {
	if r.lawAt(r.opens(s)) {
		return true
	}
	if k := r.dateFrom(first); k < len(r.Dates) {
		if m, ok := r.Starts(r.Dates[k].End, "dateuse"); ok && m.Entry.ID == "window" && r.lawAt(m.End) {
			return true // "sejak 1 Januari 1995 berlaku Undang-Undang ..."
		}
	}
	m, other := r.Find(s.First, first, "otherrule")
	other = other && (m.Entry.Attrs["subject"] == "" || m.First == r.opens(s))
	if !other {
		return false
	}
	_, before := r.Find(s.First, m.First, "ruleword")
	_, behind := r.Find(m.End, first, "ruleword")
	return !before && !behind && !r.ruled(s)
}
