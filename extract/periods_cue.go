package extract

import (
	"strconv"

	"telaah/circular"
	"telaah/lexicon"
)

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
				if near := m.Entry.Attrs["near"]; near != "" && (first-m.End > attrInt(near) || d.comma(m.End, first)) {
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
	if m := d.endsAt(i, "dateopen"); m != nil || i == first {
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
		return attrInt(m.Entry.Attrs["days"])
	}
	switch m, ok := d.starts(i, "numword"); {
	case i < end && d.number4(i) > 0 && d.number4(i) <= 366:
		n = d.number4(i)
		i++
	case ok && (m.Entry.Attrs["kind"] == "unit" || m.Entry.Attrs["kind"] == "whole"):
		n = attrInt(m.Entry.Attrs["v"])
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
	return n * attrInt(m.Entry.Attrs["days"])
}

// attrInt returns the value of a decimal attribute, 0 for none.
func attrInt(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}
