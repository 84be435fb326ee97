package extract_test

import (
	"regexp"
	"strings"

	"github.com/telaah/telaah/circular"
)

// The scorer of gold at the level of rules: which statements of a circular stand in its record. It is the same
// measure as ../shared/eval/rules/score_rules.py, which TestScorer holds it to.

// ruleGold is what people read as rules in one text.
type ruleGold struct {
	ID    string
	Rules []quoted
}

// quoted is a rule by its words.
type quoted struct {
	Quote, After, Kind, Force, Path string
}

// ruleSheet counts rules, clauses and their agreement over texts.
type ruleSheet struct {
	rules, found, listed, crooked, silent int
	kind                                  float64 // obligation and provision count half for each other
	force, paths, path                    int
	clauses, noise                        int
}

func rate(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return float64(a) / float64(b)
}

// locate returns the bytes of the body that a quote covers; white space may differ.
func (q quoted) locate(body string) (circular.Span, bool) {
	if at := strings.Index(body, q.After+q.Quote); at >= 0 {
		at += len(q.After)
		return circular.Span{Start: at, End: at + len(q.Quote)}, true
	}
	words := strings.Fields(q.Quote)
	for i, w := range words {
		words[i] = regexp.QuoteMeta(w)
	}
	m := regexp.MustCompile(strings.Join(words, `\s+`)).FindStringIndex(body)
	if m == nil {
		return circular.Span{}, false
	}
	return circular.Span{Start: m[0], End: m[1]}, true
}

func overlap(a, b circular.Span) int { return max(0, min(a.End, b.End)-max(a.Start, b.Start)) }

// finds reports whether the clause covers half of the quote and does not reach far beyond.
func finds(q, c circular.Span) bool {
	size, both := q.End-q.Start, overlap(q, c)
	return size > 0 && 2*both >= size && c.End-c.Start-both <= max(400, 3*size)
}

func kindScore(a, b string) float64 {
	switch {
	case a == b:
		return 1
	case a == "obligation" && b == "provision" || a == "provision" && b == "obligation":
		return 0.5
	}
	return 0
}

func pathKey(s string) string {
	keep := func(r rune) rune {
		if r == '.' || r >= '0' && r <= '9' || r >= 'a' && r <= 'z' {
			return r
		}
		return -1
	}
	return strings.Trim(strings.Map(keep, strings.ToLower(s)), ".")
}

// score adds what one record got right and wrong.
func (s *ruleSheet) score(g ruleGold, rec *circular.Record) {
	var all, ruling []circular.Clause
	for _, c := range rec.Clauses {
		if c.LegalBasis == nil {
			all = append(all, c)
			if c.Assertion == circular.AssertRule {
				ruling = append(ruling, c)
			}
		}
	}
	var spans []circular.Span
	for _, r := range g.Rules {
		s.rules++
		q, ok := r.locate(rec.Text.Body)
		if !ok {
			s.silent++
			continue
		}
		spans = append(spans, q)
		best := r.best(q, ruling)
		switch {
		case best != nil:
			s.found++
			s.kind += kindScore(r.Kind, string(best.Kind))
			if r.Force == string(best.Force) {
				s.force++
			}
			if r.Path != "" {
				s.paths++
				if pathKey(r.Path) == pathKey(best.Path) {
					s.path++
				}
			}
		case touches(q, rec.Coverage.Unclaimed):
			s.listed++
		case half(q, all):
			s.crooked++
		default:
			s.silent++
		}
	}
	for _, c := range ruling {
		s.clauses++
		most := 0
		for _, q := range spans {
			most = max(most, overlap(c.Span, q))
		}
		if most < 10 {
			s.noise++
		}
	}
}

// best returns the clause that finds the rule: of the right kind, then the one that reaches least beyond.
func (q quoted) best(span circular.Span, ruling []circular.Clause) *circular.Clause {
	var best *circular.Clause
	better := func(a, b *circular.Clause) bool {
		ka, kb := kindScore(q.Kind, string(a.Kind)), kindScore(q.Kind, string(b.Kind))
		if ka != kb {
			return ka > kb
		}
		return overlap(span, a.Span)-(a.Span.End-a.Span.Start) > overlap(span, b.Span)-(b.Span.End-b.Span.Start)
	}
	for i := range ruling {
		if finds(span, ruling[i].Span) && (best == nil || better(&ruling[i], best)) {
			best = &ruling[i]
		}
	}
	return best
}

func touches(q circular.Span, spans []circular.Span) bool {
	for _, u := range spans {
		if overlap(q, u) > 0 {
			return true
		}
	}
	return false
}

func half(q circular.Span, clauses []circular.Clause) bool {
	for _, c := range clauses {
		if 2*overlap(q, c.Span) >= q.End-q.Start {
			return true
		}
	}
	return false
}
