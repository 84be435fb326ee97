package period

import (
	"strings"

	"github.com/telaah/telaah/extract/internal/outline"
	"github.com/telaah/telaah/lexicon"
)

// use is what the words in front of a date say it is printed for.
type use struct {
	entry      *lexicon.Entry // of class dateuse, press, issue or mode; nil for none
	first, end int            // its tokens
}

// is reports whether the use is one of the ids of class dateuse.
func (u use) is(ids ...string) bool {
	if u.entry == nil || u.entry.Class != "dateuse" {
		return false
	}
	for _, id := range ids {
		if kind(u.entry) == id {
			return true
		}
	}
	return false
}

// kind returns what an entry of class dateuse says a date is for.
func kind(e *lexicon.Entry) string {
	k, _, _ := strings.Cut(e.ID, ".")
	return k
}

// away reports whether the use is a way of working away from the office.
func (u use) away() bool { return u.entry != nil && away(u.entry) }

// away reports whether e names a way of working away from the office.
func away(e *lexicon.Entry) bool {
	return e.Class == "mode" && (e.ID == "WFH" || e.ID == "WFA")
}

// use returns what a date at token first of s is printed for: the nearest
// phrase to its left that tells. A date told of a stretch of days beside an
// event, "dua hari sebelum libur Nyepi, 16-17 Maret", is told of what holds on
// these days.
func (r *reader) use(s outline.Sentence, first int) use {
	apposed := r.apposed(first)
	from := first
	if at, ok := r.beside(s, first); ok {
		from, apposed = at, true
	}
	for i := from - 1; i >= s.First; i-- {
		if u := r.useAt(s, i, first, apposed); u.entry != nil {
			return u
		}
	}
	return use{}
}

// useAt returns what a phrase at token i says the date at token first is for. A
// phrase for dates counts before others that begin there, the longest first.
func (r *reader) useAt(s outline.Sentence, i, first int, apposed bool) use {
	best := use{}
	for _, m := range r.At(i) {
		if m.End > first {
			continue
		}
		switch m.Entry.Class {
		case "dateuse":
			if m.Entry.Attrs["who"] != "" && r.Is(i-1, "rel") { // "bagi yang mengambil cuti pada 16-19 April"
				return use{r.Lex.Entry("dateuse", "event"), m.First, m.End}
			}
			event := m.Entry.ID == "noun" || m.Entry.ID == "event"
			if m.Entry.Attrs["near"] != "" && !r.joined(m.End, first) || event && (apposed || r.around(i) || r.endsAt(i, "norm") != nil && lexicon.Verbal(r.Norms[i-1])) || m.Entry.ID == "trial" && r.ownTrial(m, first) {
				continue
			}
			if best.entry == nil || best.entry.Class != "dateuse" || m.End > best.end {
				best = use{r.bySubject(s, m), m.First, m.End}
			}
		case "issue", "press", "mode":
			if best.entry == nil && (m.Entry.Class != "issue" || m.Entry.Attrs["voice"] != "via") {
				best = use{m.Entry, m.First, m.End}
			}
		}
	}
	if e := r.done(i); e != nil && (best.is("window") || best.away()) {
		best.entry = e
	}
	return best
}

// done returns the verb of an event whose object begins with token i, or nil:
// "meninjau pelaksanaan WFH pada Selasa".
func (r *reader) done(i int) *lexicon.Entry {
	for j := i - 1; j >= 0 && r.Toks[j].Kind == lexicon.Word; j-- {
		m, ok := r.Starts(j, "dateuse")
		if !ok || m.End != i {
			continue
		}
		switch m.Entry.ID {
		case "event":
			return m.Entry
		case "window":
			return r.done(j)
		}
		return nil
	}
	return nil
}

// beside returns the token with which a stretch of days beside an event begins,
// where the date at token first says which days they are: "tiga hari setelah
// libur Lebaran, yaitu ...". Behind an event, no stretch need be told.
func (r *reader) beside(s outline.Sentence, first int) (int, bool) {
	from := s.First
	if k := r.dateFrom(first); k > 0 && !r.follows(k) {
		from = max(from, r.Dates[k-1].End)
	}
	for i := first - 1; i >= from; i-- {
		m, ok := r.Starts(i, "datebeside")
		if !ok {
			continue
		}
		if !r.apart(m.End, first) {
			return 0, false
		}
		if at, ok := r.stretch(from, i); ok {
			return at, true
		}
		return i, m.Entry.ID == "after"
	}
	return 0, false
}

// stretch returns the token with which a number of days begins that ends before
// token end: "dua hari", "3 (tiga) hari".
func (r *reader) stretch(from, end int) (int, bool) {
	for i := end - 1; i >= from; i-- {
		if m, ok := r.Starts(i, "duration"); ok {
			if m.End != end {
				return 0, false
			}
			for i > from && (r.Toks[i-1].Kind == lexicon.Number || r.Is(i-1, "numword") || r.bracket(i-1)) {
				i--
			}
			return i, true
		}
	}
	return 0, false
}

// apart reports whether a date at token first stands in apposition: a comma, a
// bracket, a colon or "yaitu" parts it from what ends before token end.
func (r *reader) apart(end, first int) bool {
	for i := end; i <= first; i++ {
		if r.comma(i) || r.bracket(i) || r.mark(i, ":") || r.Is(i, "apposes") {
			return true
		}
	}
	return false
}

// joined reports whether what ends before token end has a date at token first
// of its own: no verb and no comma parts them but that of a weekday or of an
// apposed proper name.
func (r *reader) joined(end, first int) bool {
	for i := end; i < first; i++ {
		if r.comma(i) && (i+1 < first || !r.Capital(i-1)) || lexicon.Verbal(r.Norms[i]) || r.Is(i, "month") || strings.Count(r.Gap(i), "\n") > 1 {
			return false
		}
	}
	return true
}

// onEvent reports whether the clause of a date at token first begins with an
// event, and no rule is named in front of the date: "Libur sekolah dimajukan
// menjadi 21 Maret".
func (r *reader) onEvent(s outline.Sentence, first int) bool {
	if m, ok := r.Starts(r.opens(s), "dateuse"); !ok || m.Entry.ID != "noun" {
		return false
	}
	for _, m := range r.Within(s.First, first) {
		switch m.Entry.Class {
		case "ruleword", "mode", "selfact":
			return false
		}
	}
	return true
}

// apposed reports whether "yaitu" or "yakni" leads to the date at token first.
func (r *reader) apposed(first int) bool {
	i := first
	for i > 0 && (r.Is(i-1, "datefill") || r.Is(i-1, "dateword")) {
		i--
	}
	return r.Is(i-1, "apposes")
}

// ownTrial reports whether the trial m, in front of a date at token first, is
// what the circular orders: its title says so, the text points to it, or what is
// tried is a way of working, "uji coba WFH".
func (r *reader) ownTrial(m lexicon.Match, first int) bool {
	if w, ok := r.Starts(m.End, "mode"); ok && away(w.Entry) && w.End <= first {
		return true
	}
	for i := m.End; i < first && !lexicon.Verbal(r.Norms[i]) && !r.comma(i); i++ {
		if r.Is(i, "this") {
			return true
		}
	}
	return r.Trial
}

// bySubject returns what a verb of taking place or of effect tells of a date,
// which depends on its subject: "masa penyesuaian berlangsung" is a window,
// "pemungutan suara dilaksanakan" an event.
func (r *reader) bySubject(s outline.Sentence, m lexicon.Match) *lexicon.Entry {
	takes := m.Entry.Attrs["subject"] != ""
	if !takes && kind(m.Entry) != "window" {
		return m.Entry
	}
	for i := m.First - 1; i >= s.First && !r.comma(i) && !r.mark(i, ";"); i-- {
		for _, c := range r.At(i) {
			switch {
			case c.End > m.First:
			case c.Entry.Class == "ruleword" || away(c.Entry) || c.Entry.Class == "selfact":
				if e := r.done(i); e != nil {
					return e // "rapat membahas WFH digelar"
				}
				if takes {
					return r.Lex.Entry("dateuse", "window")
				}
				return m.Entry
			case c.Entry.Class == "dateuse" && c.Entry.ID == "noun" && !r.around(i):
				if takes {
					return m.Entry
				}
				return r.Lex.Entry("dateuse", "event")
			}
		}
	}
	return m.Entry
}

// around reports whether a word in front of the event at token i makes it the
// measure of other days: "selama libur", "pasca-Lebaran", "periode Nyepi". The
// event may be named in several words.
func (r *reader) around(i int) bool {
	for again := true; again; {
		again = false
		for j := i - 1; j >= 0 && r.Toks[j].Kind == lexicon.Word && !again; j-- {
			if m, ok := r.Starts(j, "dateuse"); ok && m.Entry.ID == "noun" && m.End == i {
				i, again = j, true
			}
		}
	}
	if r.mark(i-1, "-") {
		i--
	}
	return r.Is(i-1, "datearound")
}
