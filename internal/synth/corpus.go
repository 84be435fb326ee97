package synth

import (
	"iter"
	"strings"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/lexicon"
)

// Records yields n circulars of a national corpus: every province, regency and
// city in turn, over the years 2018 to 2026, in all layouts. Each has a few
// more clauses than rules, so that together they have at least the given
// number of clauses. The text of a record is left out when texts is false.
func Records(seed uint64, n, clauses int, texts bool) iter.Seq[circular.Record] {
	return func(yield func(circular.Record) bool) {
		regions := lexicon.Regions()
		extra := 0
		if n > 0 {
			extra = max(0, (clauses+n-1)/n-minRules)
		}
		for i := range n {
			s := DrawIn(mix(seed+uint64(i)), regions[i%len(regions)], 2018+i/len(regions)%9, extra)
			r := s.Render()
			if !texts {
				r.Text = nil
			}
			if !yield(r) {
				return
			}
		}
	}
}

// minRules is the fewest clauses that a circular without extra rules has: its
// period, one quota, one exemption and two duties.
const minRules = 5

// Text returns circulars and news one after the other, parted by blank lines,
// cut behind the line on which they reach size bytes.
func Text(seed uint64, size int) string {
	var b strings.Builder
	for i := uint64(0); b.Len() < size; i++ {
		r := Draw(mix(seed + i)).Render()
		b.WriteString(r.Text.Body)
		b.WriteByte('\n')
	}
	s := b.String()
	if i := strings.IndexByte(s[size:], '\n'); i >= 0 {
		s = s[:size+i+1]
	}
	return s
}
