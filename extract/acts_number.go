package extract

import (
	"strings"

	"github.com/telaah/telaah/lexicon"
)

// maxChunks bounds how many pieces parted by spaces one number may have.
const maxChunks = 8

// maxChunk bounds the tokens of one piece.
const maxChunk = 32

// actNumber parses the number of an act at token i. Numbers come with codes,
// months in Roman figures, placeholders and stray spaces:
//
//	number = chunk { space chunk }         joined where a slash or hyphen shows that it goes on
//	chunk  = { digits | letters | "/" | "." | "-" }
//
// It returns the token behind the number and the year that the number itself
// holds, as in "17/2023" or "10/SE/2025"; end is i where no number stands.
func (d *doc) actNumber(i int) (end, year int) {
	for i < len(d.Toks) && (d.Toks[i].Norm == ":" || d.Toks[i].Norm == "." || d.Toks[i].Norm == "=") {
		i++
	}
	end = i
	for n := 0; n < maxChunks; n++ {
		stop := d.chunk(end)
		if stop == end {
			break
		}
		start := end
		end = stop
		if !d.numberGoesOn(i, start, end) {
			break
		}
	}
	for end > i && strings.Contains("./-\u2013", d.Toks[end-1].Norm) {
		end--
	}
	if i < end && d.Toks[i].Kind == lexicon.Punct || !d.numeric(i, end) {
		return i, 0
	}
	if end-i >= 3 && d.Toks[end-2].Norm == "/" {
		year = d.year(end - 1)
	}
	return end, year
}

// chunk returns the token behind the glued piece of a number that begins at i.
func (d *doc) chunk(i int) int {
	j := i
	for ; j < len(d.Toks) && j < i+maxChunk; j++ {
		t := d.Toks[j]
		if j > i && t.Space {
			break
		}
		if t.Kind == lexicon.Number {
			continue
		}
		if t.Kind == lexicon.Word {
			if d.Is(j, "actyear") || j == i && !d.Capital(j) && (j+1 >= len(d.Toks) || d.Toks[j+1].Space || d.Toks[j+1].Norm != "-" && d.Toks[j+1].Norm != "/" && d.Toks[j+1].Norm != ".") {
				break
			}
			continue
		}
		if !strings.Contains("/.-\u2013_$\u00a7&", t.Norm) {
			break
		}
	}
	return j
}

// numberGoesOn reports whether the number that begins at i, with the chunk
// from start to end last, goes on behind the space at end.
func (d *doc) numberGoesOn(i, start, end int) bool {
	if end >= len(d.Toks) {
		return false
	}
	last, next := d.Toks[end-1].Norm, d.Toks[end]
	glued := end+1 < len(d.Toks) && !d.Toks[end+1].Space
	switch {
	case last == "/":
		return next.Kind != lexicon.Punct
	case next.Line:
		return false
	case next.Norm == "/":
		return true
	case last == "-" && end-start > 1:
		return next.Kind != lexicon.Punct
	case end-start > 1 && !d.digits(i, end) && next.Kind == lexicon.Number:
		return true // "SE-SJ 4"
	case (next.Norm == "-" || next.Norm == "\u2013") && glued:
		return d.Toks[end+1].Kind != lexicon.Punct
	case last == "." && !d.digits(start, end):
		return next.Kind == lexicon.Number // "SE. 21", "BO. 800/1034"
	case end-start == 1 && d.Toks[start].Kind == lexicon.Number && next.Kind == lexicon.Number && glued:
		return d.Toks[end+1].Norm == "/" // "443 2/147/SETDA"
	case next.Kind == lexicon.Number && glued && d.Toks[end+1].Kind == lexicon.Word && end-i > 2:
		return true // a figure that OCR took for a letter: "-61 7a3"
	case next.Kind == lexicon.Word && d.Is(end, "unitword") && end-i > 2 && strings.ToUpper(d.Raw(end)) == d.Raw(end) && d.Toks[end-1].Kind != lexicon.Punct:
		n, _ := lexicon.DefaultRegions().MatchAt(d.norms, end+1)
		return n == 0 // a unit's code, not an issuer: "800.1/61 BKPSDM"
	}
	return false
}

// digits reports whether one of the tokens is a number.
func (d *doc) digits(first, end int) bool {
	for i := first; i < end; i++ {
		if d.Toks[i].Kind == lexicon.Number {
			return true
		}
	}
	return false
}

// numeric reports whether the tokens can be the number of an act: a figure is
// in them, or a placeholder for one such as "XX".
func (d *doc) numeric(first, end int) bool {
	if first >= end {
		return false
	}
	if d.digits(first, end) {
		return true
	}
	for i := first; i < end; i++ {
		if n := d.Toks[i].Norm; len(n) > 1 && strings.Trim(n, "x") == "" {
			return end-first > 1
		}
	}
	return false
}

// numberAndYear parses "NUMBER [Tahun YEAR]" at token i into a, and reports
// whether a number stands there.
func (d *doc) numberAndYear(a *act, i int) (end int, ok bool) {
	for i < len(d.Toks) && (d.Toks[i].Norm == ":" || d.Toks[i].Norm == "." || d.Toks[i].Norm == "=") {
		i++
	}
	end, year := d.actNumber(i)
	if end == i {
		return i, false
	}
	last := end
	if year > 0 && end-i == 3 && d.Toks[i].Kind == lexicon.Number {
		last = end - 2 // "17/2023" is number 17 of 2023
	}
	at := d.skip(end, ",", ".") // "13.A.Tahun 2020"
	if m, is := d.Starts(at, "actyear"); is {
		if y := d.year(m.End); y > 0 {
			if year != y {
				last = end // "800/2024 Tahun 2025": the figures are all number
			}
			year, end = y, m.End+1
		} else if m.End < len(d.Toks) && d.Toks[m.End].Kind == lexicon.Number {
			a.garbled, end = m.End, d.chunk(m.End)
		}
	} else if y := d.year(at); y > 0 && year == 0 && (at > end && last-i > 1 || at == end && last-i == 1 && len(d.Toks[i].Norm) <= 3) {
		year, end = y, at+1 // "Nomor 17 2023", "800/233/E.3/II, 2025"
	}
	a.number, a.year = d.Printed(i, last), year
	a.numFirst, a.numEnd = i, last
	return end, true
}

// numberOf parses a number with a slash that is told of the circular last, in a
// later sentence, as in "nomornya 800/5/ORG", or in its own, as in "SE yang
// terbit kemarin dengan nomor 800/5/ORG".
func (d *doc) numberOf(i int, last *act) []act {
	m, ok := d.Starts(i, "actnumber")
	if !ok || !last.circ() || d.furnitureAt(i) {
		return nil
	}
	own := last.number == "" && last.sent == d.sentAt(i) && (d.norms[i] == "dengan" || d.norms[i] == "bernomor")
	if m.Entry.Attrs["back"] == "" && !own {
		return nil
	}
	a := act{first: i, entry: last.entry, by: -1, back: true}
	end, ok := d.numberAndYear(&a, m.End)
	if !ok || !strings.Contains(a.number, "/") {
		return nil
	}
	a.end = end
	return []act{a}
}

// dropNumbers drops what looks like a date but is part of the number of an
// act: "HK.01/8/2023".
func (d *doc) dropNumbers(acts []act) {
	k, keep := 0, d.dates[:0]
	for _, m := range d.dates {
		for k < len(acts) && acts[k].numEnd <= m.First {
			k++
		}
		if k < len(acts) && acts[k].numFirst < m.End && m.First < acts[k].numEnd {
			continue
		}
		keep = append(keep, m)
	}
	d.dates = keep
}
