package compare

import (
	"fmt"
	"slices"
	"strings"

	"github.com/telaah/telaah/circular"
)

// doubts lists what may hold a rule that was not read: pages and parts that the
// reader could not take in, and operative sentences with a figure, a way of
// working or a limit on which no clause stands. Nothing passes in silence. What
// stands in named already is not told again.
func doubts(p *paper, named []circular.Deviation) []finding {
	var out []finding
	for _, w := range p.rec.Warnings {
		for _, code := range p.Unread {
			if strings.HasPrefix(w.Code, code) {
				out = append(out, foundAt("tidak-dapat-dinilai.bagian", p.passage(w.Span), "daerah", w.Message))
			}
		}
	}
	if p.rec.Text == nil {
		return out
	}
	for i, p := range p.rec.Text.Pages {
		if p.Method == circular.MethodNone {
			out = append(out, foundAt("tidak-dapat-dinilai.halaman", nil, "daerah", fmt.Sprint(i+1)))
		}
	}
	for _, s := range p.rec.Coverage.Unclaimed {
		side := p.passage(s)
		if slices.ContainsFunc(named, func(d circular.Deviation) bool { return samePlace(d.Other, side) }) {
			continue // named already, beside the rule it may be
		}
		if what := p.limits(side.Text); len(what) > 0 {
			out = append(out, foundAt("tidak-dapat-dinilai.kalimat", side, "daerah", p.list(what), "ringkas", brief(side.Text)))
		}
	}
	return out
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

// inText turns doubts of the extractor that tell of the text itself into
// findings.
func inText(p *paper) []finding {
	var out []finding
	for _, w := range p.rec.Warnings {
		key, ok := p.Warnings[w.Code]
		if !ok {
			continue
		}
		side := &circular.Side{Text: w.Message, Span: &w.Span}
		if at := p.passage(w.Span); at != nil && at.Text != "" {
			side = at
		}
		out = append(out, foundAt(key, side, "daerah", w.Message))
	}
	return out
}
