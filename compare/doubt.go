package compare

import (
	"fmt"
	"slices"
	"strings"

	"github.com/telaah/telaah/circular"
)

// doubts lists what may hold a rule that was not read: pages and parts that the
// reader could not take in, and operative sentences with a figure, a way of
// working or a limit on which no clause stands. Nothing passes in silence.
func (j *judge) doubts() {
	for _, w := range j.rec.Warnings {
		for _, code := range j.Unread {
			if strings.HasPrefix(w.Code, code) {
				j.file(j.build("tidak-dapat-dinilai.bagian", j.passage(w.Span), "daerah", w.Message))
			}
		}
	}
	if j.rec.Text == nil {
		return
	}
	for i, p := range j.rec.Text.Pages {
		if p.Method == circular.MethodNone {
			j.file(j.build("tidak-dapat-dinilai.halaman", nil, "daerah", fmt.Sprint(i+1)))
		}
	}
	for _, s := range j.rec.Coverage.Unclaimed {
		side := j.passage(s)
		if slices.ContainsFunc(j.out.NotJudged, func(d circular.Deviation) bool { return samePlace(d.Other, side) }) {
			continue // named already, beside the rule it may be
		}
		if what := j.limits(side.Text); len(what) > 0 {
			j.file(j.build("tidak-dapat-dinilai.kalimat", side, "daerah", j.list(what), "ringkas", brief(side.Text)))
		}
	}
}

// limits tells what of a rule on staff a sentence holds: a percentage, a way of
// working, the word of a limit.
func (v *voice) limits(text string) []string {
	var out []string
	for _, w := range []struct {
		ok   bool
		term string
	}{{anyPercent.MatchString(text), "has-percent"}, {has(text, v.Places), "has-mode"},
		{has(text, v.Limits[circular.BoundMax]) || has(text, v.Limits[circular.BoundMin]), "has-bound"}} {
		if w.ok {
			out = append(out, v.term(w.term))
		}
	}
	return out
}

// passage returns the words at a place, or nil for the zero place.
func (j *judge) passage(s circular.Span) *circular.Side {
	if s == (circular.Span{}) {
		return nil
	}
	side := &circular.Side{Span: &s}
	if t := j.rec.Text; t != nil && 0 <= s.Start && s.Start < s.End && s.End <= len(t.Body) {
		side.Text = strings.Join(strings.Fields(t.Slice(s)), " ")
	}
	return side
}
