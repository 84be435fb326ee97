package extract

import (
	"strings"

	"strconv"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/extract/internal/mention"
	"github.com/telaah/telaah/lexicon"
)

// cue is what the words in front of a date say it is printed for.
type cue struct {
	entry *lexicon.Entry // of class dateuse, press or issue; nil for none
	gap   int            // tokens between it and the date
}

// maxLeft bounds how far left of a date its cue may stand, in tokens.
const maxLeft = 30

// cueLeft returns the nearest cue on the left of a date at token first, in its
// sentence. Behind "yaitu pada" the date is told of the verb of effect, not of
// the event named last.
func (d *doc) cueLeft(first int) cue {
	k := d.sentAt(first)
	if k < 0 {
		return cue{}
	}
	s := d.sents[k]
	apposed := d.apposed(first)
	for i := first - 1; i >= max(s.first, first-maxLeft); i-- {
		var best *lexicon.Entry
		end := 0
		for _, m := range d.At(i) {
			if m.End > first {
				continue
			}
			switch m.Entry.Class {
			case "dateuse":
				if m.Entry.Attrs["near"] != "" && d.far(m.End, first, attrInt(m.Entry.Attrs["near"])) || apposed && (m.Entry.ID == "noun" || m.Entry.ID == "event") || m.Entry.ID == "trial" && d.ownTrial(m, first) {
					continue
				}
				if best == nil || best.Class != "dateuse" || m.End > end {
					best, end = d.bySubject(s, m), m.End
				}
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
		if d.Norms[i-1] == "," || d.Is(i-1, "datefill") || d.Norms[i-1] == "(" {
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
	for j := i - 1; j > max(0, i-6) && d.Toks[j].Kind == lexicon.Word; j-- {
		if m, ok := d.Starts(j, "dateopen"); ok && m.Entry.ID == "from" && d.Is(j-1, "dateuse") {
			return m.Entry
		}
	}
	return nil
}

// goesOnFrom reports whether what begins on the date that ends at token i has
// no day on which it ends: "1 Maret 2025 hingga ada pemberitahuan lebih lanjut".
func (d *doc) goesOnFrom(i, end int) bool {
	for i < end && (d.Norms[i] == ")" || d.Norms[i] == ",") {
		i++
	}
	m, ok := d.Starts(i, "dateopen")
	return ok && m.Entry.ID == "untold" && m.End <= end
}

// endsAt returns the entry of the class of which a phrase ends before token i.
func (d *doc) endsAt(i int, class string) *lexicon.Entry {
	for j := i - 1; j >= max(0, i-4); j-- {
		for _, m := range d.At(j) {
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
	for _, m := range d.Within(max(s.first, at-2*maxLeft), min(s.end, at+2*maxLeft)) {
		if away(m.Entry) || m.Entry.Class == "mode" && m.First > s.first && (d.Is(m.First-1, "neg") || d.Is(m.First-2, "neg")) {
			return true // "tidak semuanya berkantor"
		}
	}
	return false
}

// before reports whether the sentence opens with a word such as "sebelumnya".
func (d *doc) before(s sent) bool {
	i := d.skip(s.first, "\"", "\u201c", "'")
	return i < s.end && d.Is(i, "earlier")
}

// away reports whether e names a way of working away from the office.
func away(e *lexicon.Entry) bool {
	return e.Class == "mode" && (e.ID == "WFH" || e.ID == "WFA")
}

// firstDay reports whether the tokens from first up to end speak of the return
// to the office.
func (d *doc) firstDay(first, end int) bool {
	for _, m := range d.Within(first, end) {
		if m.Entry.Class == "dateuse" && m.Entry.ID == "first" {
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
		from = max(from, d.Dates[k].End) // "semula sampai 31 Maret, kini sampai 21 April"
	}
	for i := first - 1; i >= from && d.Norms[i] != ","; i-- {
		for _, m := range d.At(i) {
			if m.Entry.Class == "dateuse" && (m.Entry.ID == "past" || m.Entry.ID == "trial" && !d.ownTrial(m, first)) && m.End <= first {
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
		m, ok := d.Starts(i, "dateopen")
		if !ok || m.Entry.ID != "from" {
			continue
		}
		mode, ok := d.Starts(m.End, "mode")
		if use, is := d.Starts(m.End, "dateuse"); !ok && is && use.Entry.ID == "window" {
			mode, ok = use, true
		}
		if ok && w.first-mode.End <= 8 {
			for j := mode.End; j < w.first; j++ {
				if d.Is(j, "press") {
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
func (d *doc) lasting(s sent, m mention.Date) circular.Date {
	for i := max(s.first, m.First-maxLeft); i < min(s.end, m.End+maxLeft); i++ {
		c, ok := d.Starts(i, "span")
		if !ok {
			if c, ok = d.Starts(i, "dateuse"); !ok || c.Entry.ID != "window" {
				continue
			}
		}
		if n := d.days(c.End, s.end); n > 0 {
			return m.From.AddDays(n - 1)
		}
	}
	return circular.Date{}
}

// days returns how many days the duration at token i stands for, 0 for none:
// "14 hari", "dua pekan", "14 (empat belas) hari kalender". Working days have
// no fixed length.
func (d *doc) days(i, end int) int {
	n := 0
	if m, ok := d.Starts(i, "duration"); ok && m.Entry.Attrs["n"] != "" {
		return attrInt(m.Entry.Attrs["days"])
	}
	switch m, ok := d.Starts(i, "numword"); {
	case i < end && d.number4(i) > 0 && d.number4(i) <= 366:
		n = d.number4(i)
		i++
	case ok && (m.Entry.Attrs["kind"] == "unit" || m.Entry.Attrs["kind"] == "whole"):
		n = attrInt(m.Entry.Attrs["v"])
		i = m.End
	default:
		return 0
	}
	if i < end && d.Norms[i] == "(" {
		for j := i + 1; j < end && j < i+6; j++ {
			if d.Norms[j] == ")" {
				i = j + 1
				break
			}
		}
	}
	m, ok := d.Starts(i, "duration")
	if !ok || m.End < end && (d.Norms[m.End] == "kerja" || d.Norms[m.End] == "dalam") {
		return 0
	}
	return n * attrInt(m.Entry.Attrs["days"])
}

// attrInt returns the value of a decimal attribute, 0 for none.
func attrInt(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}

// far reports whether a noun that ends before token end is too far from a date
// at token first to tell what it is for: more than limit words of small letters
// or a comma part them. The words of its proper name and its place do not count.
func (d *doc) far(end, first, limit int) bool {
	n := 0
	for i := end; i < first; i++ {
		switch {
		case d.Norms[i] == ",":
			if !d.Capital(i-1) || first-i > 2 || !d.properName(end, i) {
				return true
			}
		case d.Toks[i].Kind == lexicon.Word && d.Capital(i) || d.Norms[i] == "(" || d.Norms[i] == ")":
		default:
			n++
		}
	}
	return n > limit || n > 2 && first-end > 12
}

// properName reports whether the tokens from first up to end hold a proper name of
// two words or more.
func (d *doc) properName(first, end int) bool {
	n := 0
	for i := first; i < end; i++ {
		if d.Toks[i].Kind == lexicon.Word && d.Capital(i) {
			n++
		}
	}
	return n >= 2
}

// apposed reports whether "yaitu" or "yakni" leads to the date at token first.
func (d *doc) apposed(first int) bool {
	i := first
	for i > 0 && first-i < 4 && (d.Norms[i-1] == "pada" || d.Is(i-1, "dateword")) {
		i--
	}
	return i > 0 && (d.Norms[i-1] == "yaitu" || d.Norms[i-1] == "yakni")
}

// ownTrial reports whether the trial m, in front of a date at token first, is
// what the circular orders: its title says so, or the text points to it.
func (d *doc) ownTrial(m lexicon.Match, first int) bool {
	for i := m.End; i < min(first, m.End+4); i++ {
		if d.Norms[i] == "ini" || d.Norms[i] == "tersebut" {
			return true
		}
	}
	return d.trial
}

// maxSubject bounds how far in front of a verb its subject is looked for.
const maxSubject = 8

// bySubject returns what a verb of taking place or of effect tells of a date,
// which depends on its subject: "masa penyesuaian berlangsung" is a window,
// "pemungutan suara dilaksanakan" an event.
func (d *doc) bySubject(s sent, m lexicon.Match) *lexicon.Entry {
	takes := m.Entry.Attrs["subject"] != ""
	if !takes && m.Entry.ID != "window" {
		return m.Entry
	}
	for i := m.First - 1; i >= max(s.first, m.First-maxSubject); i-- {
		if d.Norms[i] == "," || d.Norms[i] == ";" {
			break
		}
		for _, c := range d.At(i) {
			switch {
			case c.End > m.First:
			case takes && (c.Entry.Class == "ruleword" || away(c.Entry)):
				return d.Lex.Entry("dateuse", "window")
			case !takes && c.Entry.Class == "dateuse" && c.Entry.ID == "noun" && strings.HasPrefix(d.Norms[m.First], "di") && m.First-c.End <= 2:
				return d.Lex.Entry("dateuse", "event")
			}
		}
	}
	return m.Entry
}

// unrelated reports whether the sentence s speaks, in front of a date at token
// first, of something that is no rule for staff, such as a discount.
func (d *doc) unrelated(s sent, first int) bool {
	_, other := d.Find(max(s.first, first-maxLeft), first, "otherrule")
	if !other {
		return false
	}
	_, rule := d.Find(s.first, first, "ruleword")
	return !rule && !d.ruled(s, first)
}
