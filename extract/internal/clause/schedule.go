package clause

import (
	"fmt"
	"sort"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/extract/internal/mention"
	"github.com/telaah/telaah/lexicon"
)

// timed reports whether the piece fixes when something is: hours; a day and
// what is worn or happens on it; a number of hours.
func (r reader) timed() bool {
	if len(r.clocks()) > 0 || r.hours() {
		return true
	}
	_, dated := r.date(r.p.First, r.p.End)
	day := r.has("weekday")
	month := r.has("month") || r.has("monthword")
	dress := r.has("dress")
	switch {
	case r.Is(r.v.First, "weekday") && r.v.Verb < 0, day && (dress || r.has("event") || r.colon()):
		return true
	case dated && (dress || r.has("event") && (r.v.Verb < 0 || r.Is(r.v.Verb, "event"))):
		return true
	case dress && (r.has("dayname") && r.v.Verb < 0 || r.numbered2()):
		return true
	case (month || r.has("dayname")) && r.id("event", "held") && r.v.Verb >= 0 && r.Is(r.v.Verb, "event") && (month || r.has("calendar")):
		return true
	}
	return r.id("event", "held") && r.resumed()
}

// numbered2 reports whether a day of the month without a year stands in the
// piece: "tanggal 2 Oktober".
func (r reader) numbered2() bool {
	for i := r.p.First; i+1 < r.p.End; i++ {
		if r.Toks[i].Kind == lexicon.Number && r.Is(i+1, "month") {
			return true
		}
	}
	return false
}

// resumed reports whether hours go back to what they were.
func (r reader) resumed() bool {
	_, ok := r.Find(r.p.First, r.p.End, "resume")
	return ok
}

// colon reports whether a colon parts the day from what is on it.
func (r reader) colon() bool {
	for i := r.p.First + 1; i < r.p.End-1; i++ {
		if r.Toks[i].Norm == ":" {
			return true
		}
	}
	return false
}

// clock is a time of day as printed: minutes after midnight.
type clock struct{ at, end, minutes int }

func (c clock) String() string { return fmt.Sprintf("%02d:%02d", c.minutes/60, c.minutes%60) }

// clocks returns the times of day in the piece: "08.00", "pukul 8.30", "jam 7".
func (r reader) clocks() []clock {
	var out []clock
	for i := r.p.First; i < r.p.End; i++ {
		if r.Toks[i].Kind != lexicon.Number || len(r.Toks[i].Norm) > 2 {
			continue
		}
		h := atoi(r.Toks[i].Norm)
		told := i > r.p.First && r.Is(i-1, "clockhour")
		if i+2 < r.p.End && (r.Toks[i+1].Norm == "." || r.Toks[i+1].Norm == ":") && !r.Toks[i+1].Space && !r.Toks[i+2].Space &&
			r.Toks[i+2].Kind == lexicon.Number && len(r.Toks[i+2].Norm) == 2 {
			m := atoi(r.Toks[i+2].Norm)
			near := told || len(out) > 0 || i+3 < r.p.End && r.Is(i+3, "clockhour") || r.span(i+3) || r.Blocks[r.s.Block].Row
			if h <= 24 && m < 60 && near && !r.unit(i+3) {
				out = append(out, clock{i, i + 3, h*60 + m})
				i += 2
				continue
			}
		}
		if told && h <= 24 && !r.unit(i+1) {
			out = append(out, clock{i, i + 1, h * 60})
		}
	}
	return out
}

// span reports whether a hyphen or "s.d." and another number stand at token i,
// as between two times.
func (r reader) span(i int) bool {
	if i >= r.p.End {
		return false
	}
	_, end := mention.Link(r.Reading, i)
	return end > i && end < r.p.End && (r.Toks[end].Kind == lexicon.Number || r.Is(end, "clockhour"))
}

// unit reports whether token i makes the number before it an amount: "7.30 jam".
func (r reader) unit(i int) bool {
	if i >= r.p.End {
		return false
	}
	m, ok := r.Starts(i, "clockhour")
	return ok && m.Entry.ID == "at" || r.Is(i, "percent") || r.Is(i, "month")
}

// hours reports whether the piece fixes a number of hours: "7 jam", "32,5 jam per
// minggu".
func (r reader) hours() bool {
	for i := r.p.First + 1; i < r.p.End; i++ {
		if m, ok := r.Starts(i, "clockhour"); ok && m.Entry.ID == "at" && r.Toks[i-1].Kind == lexicon.Number {
			return r.has("workhours") || r.v.Verb < 0 || r.has("deemed")
		}
	}
	return false
}

// date returns the first date in the range.
func (r reader) date(first, end int) (mention.Date, bool) {
	k := sort.Search(len(r.dates), func(k int) bool { return r.dates[k].First >= first })
	if k < len(r.dates) && r.dates[k].End <= end {
		return r.dates[k], true
	}
	return mention.Date{}, false
}

// dateAt returns the date that begins with token i, or holds it.
func (w *writer) dateAt(i int) (mention.Date, bool) {
	k := sort.Search(len(w.dates), func(k int) bool { return w.dates[k].End > i })
	if k < len(w.dates) && w.dates[k].First <= i {
		return w.dates[k], true
	}
	return mention.Date{}, false
}

// schedule reads days, hours and break of the piece.
func (r reader) schedule() *circular.Schedule {
	out := &circular.Schedule{Who: r.who, What: r.words(r.p.First, r.p.End), Days: r.days()}
	cs := r.clocks()
	k := -1 // the first time behind or before the word for break
	for i, c := range cs {
		if r.breaks(c) {
			k = i
			break
		}
	}
	var work []clock
	for i := 0; i < len(cs); i++ {
		if i == k && i+1 < len(cs) {
			out.Break = cs[i].String() + "-" + cs[i+1].String()
			i++
			continue
		}
		work = append(work, cs[i])
	}
	if len(work) > 0 {
		out.From = work[0].String()
	}
	if len(work) > 1 {
		out.To = work[len(work)-1].String()
	}
	return out
}

// joins adds a line that gives the break alone to the hours on the line above,
// and reports whether it was one.
func (r reader) joins() bool {
	n := len(r.out) - 1
	bl := &r.Blocks[r.s.Block]
	if n < 0 || bl.Label != "" || !r.has("pause") || r.has("weekday") || r.out[n].Kind != circular.KindSchedule || r.out[n].stem != bl.First {
		return false
	}
	c := &r.out[n]
	if cs := r.clocks(); len(cs) > 1 && c.Schedule.Break == "" {
		c.Schedule.Break = cs[0].String() + "-" + cs[1].String()
	}
	c.End, c.stem = r.p.End, r.p.End
	return true
}

// fromHeading returns the first token of the point that gives the day of a line
// right below it, "a. Senin s/d Kamis", else that of the piece.
func (r reader) fromHeading() int {
	bl := &r.Blocks[r.s.Block]
	if up := bl.Parent; bl.Label == "" && up == r.s.Block-1 && r.Blocks[up].Heading && r.up.days != "" && !r.has("weekday") {
		return r.Blocks[up].Body
	}
	return r.p.First
}

// breaks reports whether a time opens the break: the word stands between the
// end of the time before it and this one, or right behind the pair.
func (r reader) breaks(c clock) bool {
	for i := c.at - 1; i >= r.p.First && r.Toks[i].Kind != lexicon.Number; i-- {
		if r.Is(i, "pause") {
			return true
		}
	}
	seen := 0
	for i := c.end; i < r.p.End; i++ {
		if r.Toks[i].Kind == lexicon.Number {
			if seen++; seen > 2 {
				return false
			}
		}
		if r.Is(i, "pause") {
			return seen >= 1 && r.Toks[i-1].Norm == "("
		}
	}
	return false
}

// days returns the days of the piece as printed: weekdays, a date, else those
// of the stem above.
func (r reader) days() string {
	for i := r.p.First; i < r.p.End; i++ {
		if !r.Is(i, "weekday") {
			continue
		}
		end := i + 1
		for j := i + 1; j < r.p.End; j++ {
			_, link := mention.Link(r.Reading, j)
			switch {
			case r.Is(j, "weekday"):
				end = j + 1
				continue
			case link > j:
				j = link - 1
				continue
			case r.Is(j, "conj"), r.Is(j, "dayname"):
				continue
			}
			break
		}
		return r.words(i, end)
	}
	if d, ok := r.date(r.p.First, r.p.End); ok {
		return r.words(d.First, d.End)
	}
	return r.up.days
}

func atoi(s string) int {
	n := 0
	for _, c := range s {
		n = n*10 + int(c-'0')
	}
	return n
}
