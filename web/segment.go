package web

import (
	"slices"
	"strconv"
	"unicode/utf8"

	"github.com/telaah/telaah/circular"
)

// maxShownText is how many bytes of a text are shown at once.
const maxShownText = 200_000

// segment is a run of text that the same clauses stand on.
type segment struct {
	Text   string
	IDs    []string // passages that begin here
	To     string   // the clause that it leads to, "" none
	Kind   string
	Chosen bool // it belongs to the clause that the reader asked for
}

// segments cuts a page of a text where passages begin and end. Of a page that
// is too long, the part around the chosen clause (from 1; 0 none) is given, and
// cut is true.
func segments(rec *circular.Record, page, chosen int) (out []segment, cut bool) {
	t := rec.Text
	if page > len(t.Pages) {
		return nil, false
	}
	from, to := t.Pages[page-1].Start, t.Pages[page-1].End
	if to-from > maxShownText {
		cut = true
		if chosen >= 1 && chosen <= len(rec.Clauses) {
			from = max(from, rec.Clauses[chosen-1].Span.Start-maxShownText/4)
		}
		to = min(to, from+maxShownText)
		for from < to && !utf8.RuneStart(t.Body[from]) {
			from++
		}
		for to < len(t.Body) && !utf8.RuneStart(t.Body[to]) {
			to++
		}
	}
	type mark struct {
		circular.Span
		to, kind string
		chosen   bool
	}
	var marks []mark
	cuts := []int{from, to}
	add := func(m mark) {
		if m.End <= from || m.Start >= to {
			return
		}
		marks = append(marks, m)
		cuts = append(cuts, max(from, m.Start), min(to, m.End))
	}
	for i := range rec.Clauses {
		c := &rec.Clauses[i]
		add(mark{c.Span, "b" + strconv.Itoa(i+1), string(c.Kind), i+1 == chosen})
	}
	for _, s := range rec.Coverage.Unclaimed {
		add(mark{s, "terbuka", "open", false})
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	slices.SortStableFunc(marks, func(a, b mark) int { return a.Start - b.Start })
	first := 0 // marks before it have ended
	seen := map[string]bool{}
	for i := 0; i+1 < len(cuts); i++ {
		s := segment{Text: t.Body[cuts[i]:cuts[i+1]]}
		for first < len(marks) && marks[first].End <= cuts[i] {
			first++
		}
		for _, m := range marks[first:] {
			if m.Start >= cuts[i+1] {
				break
			}
			if m.End <= cuts[i] {
				continue
			}
			if s.To == "" || m.chosen {
				s.To, s.Kind = m.to, m.kind
			}
			s.Chosen = s.Chosen || m.chosen
			if id := spanID(m.Span); !seen[id] {
				seen[id] = true
				s.IDs = append(s.IDs, id)
			}
		}
		out = append(out, s)
	}
	return out, cut
}
