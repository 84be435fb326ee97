package period

import (
	"strconv"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/extract/internal/mention"
	"github.com/telaah/telaah/extract/internal/outline"
	"github.com/telaah/telaah/lexicon"
)

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
