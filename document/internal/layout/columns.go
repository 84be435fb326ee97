package layout

import (
	_ "embed"
	"math"
	"regexp"
	"strings"
	"sync"
)

//go:embed keys.txt
var keyData string

// keys matches the first word of a line in the block of a letter that names
// its number, kind and subject.
var keys = sync.OnceValue(func() *regexp.Regexp {
	var alt []string
	for _, line := range strings.Split(keyData, "\n") {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			alt = append(alt, regexp.QuoteMeta(line))
		}
	}
	return regexp.MustCompile(`(?i)^(` + strings.Join(alt, "|") + `)\s*[.:]`)
})

// band is a run of rows that an upright gutter parts into two columns.
type band struct {
	first, last int
	x0, x1      float64 // the gutter
}

// findBand looks for the band that begins at row i, the first that has two
// segments.
func findBand(rows []Row, segs [][]segment, i int, step float64) (band, bool) {
	best, found := band{}, false
	for k := 1; k < len(segs[i]); k++ {
		b := grow(rows, segs, i, segs[i][k-1].X1, segs[i][k].X0, step)
		if b.columns(segs) && (!found || b.last-b.first > best.last-best.first) {
			best, found = b, true
		}
	}
	return best, found
}

// grow extends a gutter from row i downwards as long as no row crosses it.
// Below the last row that has both sides it goes on only over close rows.
func grow(rows []Row, segs [][]segment, i int, x0, x1, step float64) band {
	b := band{first: i, last: i, x0: x0, x1: x1}
	for j := i + 1; j < len(rows); j++ {
		gap := rows[j].Base - rows[j-1].Base
		if rows[j].Kind != "" || gap > 8*rows[j].Size {
			break
		}
		lo, hi := b.x0, b.x1
		left, right, crosses := false, false, false
		for _, s := range segs[j] {
			switch mid := (b.x0 + b.x1) / 2; {
			case s.X1 <= b.x1 && s.X0 < mid && s.X1 < b.x1-0.5*s.Size:
				left, lo = true, max(lo, s.X1)
			case s.X0 >= b.x0 && s.X1 > mid && s.X0 > b.x0+0.5*s.Size:
				right, hi = true, min(hi, s.X0)
			default:
				crosses = true
			}
		}
		if crosses || hi-lo < rows[j].Size {
			break
		}
		if !(left && right) && step > 0 && gap > 1.6*step && !bothBelow(segs, j, b) {
			break
		}
		b.last, b.x0, b.x1 = j, lo, hi
	}
	return b
}

// bothBelow reports whether one of the next rows has a segment on each side of
// the gutter and none across.
func bothBelow(segs [][]segment, j int, b band) bool {
	for _, row := range segs[j:min(len(segs), j+6)] {
		if len(row) > 1 && b.parts(row) {
			return true
		}
		for _, s := range row {
			if s.X0 < b.x0 && s.X1 > b.x1 {
				return false
			}
		}
	}
	return false
}

// parts reports whether a row has segments on both sides and none across.
func (b band) parts(row []segment) bool {
	left, right := false, false
	for _, s := range row {
		switch {
		case s.X1 <= b.x0+1:
			left = true
		case s.X0 >= b.x1-1:
			right = true
		default:
			return false
		}
	}
	return left && right
}

// columns reports whether the two sides are columns to be read one after the
// other, and not the cells of a table: they are the block of a letter beside
// its addressee, or running text, or blocks of signatures.
func (b band) columns(segs [][]segment) bool {
	var both, keyed, full int
	var starts []float64
	left0, left1 := math.Inf(1), math.Inf(-1)
	for _, row := range segs[b.first : b.last+1] {
		for _, s := range row {
			if s.X1 <= b.x0+1 {
				left0, left1 = min(left0, s.X0), max(left1, s.X1)
			}
		}
	}
	for _, row := range segs[b.first : b.last+1] {
		if keys().MatchString(row[0].Text()) && row[0].X1 <= b.x0+1 {
			keyed++
		}
		if !b.parts(row) {
			continue
		}
		both++
		if row[0].X1-row[0].X0 > 0.8*(left1-left0) && len(row[0].Words) > 3 {
			full++
		}
		for _, s := range row {
			if s.X0 >= b.x1-1 {
				starts = append(starts, s.X0)
				break
			}
		}
	}
	switch {
	case both == 0:
		return false
	case keyed >= 2:
		return true
	case both >= 6:
		return 2*full > both
	case both < 2:
		return false
	}
	aligned := 0
	for _, x := range starts {
		if math.Abs(x-starts[0]) < 3 {
			aligned++
		}
	}
	return 2*aligned < both+1 && b.last-b.first <= 12 // blocks of signatures are centred
}

// sides returns the rows of the two columns.
func (b band) sides(rows []Row, segs [][]segment) (left, right []Row) {
	for j := b.first; j <= b.last; j++ {
		var l, r []Word
		for _, s := range segs[j] {
			if s.X0 < (b.x0+b.x1)/2 {
				l = append(l, s.Words...)
			} else {
				r = append(r, s.Words...)
			}
		}
		if len(l) > 0 {
			left = append(left, row(l))
		}
		if len(r) > 0 {
			right = append(right, row(r))
		}
	}
	return left, right
}
