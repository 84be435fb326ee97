// Package mention finds what a text names: dates, places, offices with their
// holders, and acts. Each is a small grammar over the tokens of a reading, with
// a typed result, and each can be used alone. None decides what a mention is
// for: that is left to the stages behind.
package mention

import (
	"strconv"

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
