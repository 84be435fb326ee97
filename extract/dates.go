package extract

import (
	"sort"

	"github.com/telaah/telaah/extract/internal/mention"
)

// nextDate returns the index of the first date that begins at token i or later.
func (d *doc) nextDate(i int) int {
	return sort.Search(len(d.Dates), func(k int) bool { return d.Dates[k].First >= i })
}

// skip returns the index behind token i if that is one of the words, else i.
func (d *doc) skip(i int, words ...string) int { return d.Skip(i, words...) }

// year returns the year that token i prints, or 0.
func (d *doc) year(i int) int { return mention.ReadYear(d.Reading, i) }
