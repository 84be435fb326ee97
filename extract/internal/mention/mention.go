// Package mention finds what a text names: dates, places, offices with their
// holders, and acts. Each is a small grammar over the tokens of a reading, with
// a typed result, and each can be used alone. None decides what a mention is
// for: that is left to the stages behind.
package mention

import (
	"sort"
	"strconv"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/extract/internal/reading"
	"github.com/telaah/telaah/lexicon"
)

// firstYear and lastYear bound what counts as a year of this calendar.
const firstYear, lastYear = 1945, 2099

// ReadYear returns the year that token i prints, or 0.
func ReadYear(r *reading.Reading, i int) int {
	if i < 0 || i >= len(r.Toks) || r.Toks[i].Kind != lexicon.Number || len(r.Toks[i].Norm) != 4 {
		return 0
	}
	if n := Small(r, i); n >= firstYear && n <= lastYear {
		return n
	}
	return 0
}

// Small returns the value of the number at token i, which has up to four
// digits, or -1 if none stands there.
func Small(r *reading.Reading, i int) int {
	if i >= len(r.Toks) || r.Toks[i].Kind != lexicon.Number || len(r.Toks[i].Norm) > 4 {
		return -1
	}
	n, err := strconv.Atoi(r.Toks[i].Norm)
	if err != nil {
		return -1
	}
	return n
}

// Mentions are what a text names, by position.
type Mentions struct {
	Dates    []Date
	Years    []Year // every year of this calendar that is printed
	Offices  []Office
	OfficeAt []int32 // by token: the office that begins there, or -1
	Places   *Places
	Home     lexicon.Region // the region that the text is about; zero where it does not tell
	Acts     []Act
	Doubts   []circular.Warning
}

// Find finds what r names, acts from token from on: what stands before it heads
// a letter, which names itself.
func Find(r *reading.Reading, l *Layout, from int) *Mentions {
	dates := FindDates(r)
	m := &Mentions{Dates: dates.All, Years: dates.Years, Doubts: dates.Doubts, Places: FindPlaces(r, l)}
	m.Offices, m.OfficeAt = findOffices(r, m.Places)
	m.Home = home(r, l, m.Offices)
	g := actGrammar{Reading: r, layout: l, dates: m.Dates, offices: m.Offices, officeAt: m.OfficeAt, places: m.Places}
	m.Acts = g.find(from)
	m.dropNumbers()
	m.dropDoubts(r)
	return m
}

// dropNumbers drops what looks like a date but is part of the number of an
// act: "HK.01/8/2023".
func (m *Mentions) dropNumbers() {
	moved := make([]int, len(m.Dates)) // old index -> new
	k, keep := 0, m.Dates[:0]
	for i, d := range m.Dates {
		for k < len(m.Acts) && m.Acts[k].NumEnd <= d.First {
			k++
		}
		if k < len(m.Acts) && m.Acts[k].NumFirst < d.End && d.First < m.Acts[k].NumEnd {
			moved[i] = -1
			continue
		}
		moved[i] = len(keep)
		keep = append(keep, d)
	}
	m.Dates = keep
	for i := range m.Acts {
		if a := &m.Acts[i]; a.DateAt >= 0 {
			a.DateAt = moved[a.DateAt]
		}
	}
}

// dropDoubts drops the doubts about what is part of the number of an act.
func (m *Mentions) dropDoubts(r *reading.Reading) {
	k, keep := 0, m.Doubts[:0]
	for _, d := range m.Doubts {
		for k < len(m.Acts) && (m.Acts[k].NumEnd == 0 || r.Toks[m.Acts[k].NumEnd-1].End <= d.Span.Start) {
			k++
		}
		if k == len(m.Acts) || r.Toks[m.Acts[k].NumFirst].Start >= d.Span.End {
			keep = append(keep, d)
		}
	}
	m.Doubts = keep
}

// DateFrom returns the index of the first date that begins at token i or later.
func (m *Mentions) DateFrom(i int) int {
	return sort.Search(len(m.Dates), func(k int) bool { return m.Dates[k].First >= i })
}
