package second

import (
	"strconv"
	"strings"

	"github.com/telaah/telaah/extract/internal/mention"
	"github.com/telaah/telaah/lexicon"
)

// effects are what a sentence can do to a group, as classes: see [Class].
var effects = []string{none, InOffice, StayHome, Other}

// stops are classes of phrases that part the name of a group from the words
// around it.
var stops = classes("mode force bound percent target copula issue apply perform do grant subclause speech press neg keep except only contrast " +
	"finalmark pausemark effect agent link remainder purpose plan practice month weekday frame actnumber adverb away ready schedule excused discourage")

// naming are classes of phrases that name people or where they work.
var naming = classes("group org person office noun actor folk unitword")

// orderly are classes of phrases whose order beside a group counts.
var orderly = classes("mode force neg keep except only copula target schedule away ready bound")

func classes(s string) map[string]bool {
	out := map[string]bool{}
	for _, c := range strings.Fields(s) {
		out[c] = true
	}
	return out
}

// people asks of the phrases of a stretch that can name a group.
func (s *scene) people(k int, add func(Question)) {
	b := s.bounds[k]
	since := 0 // stretches since a way of working was named
	for since < recent && k-since > 0 && !s.hasMode(s.bounds[k-since][0], s.bounds[k-since][1]) {
		since++
	}
	fs := s.percentages(b)
	if since == recent && len(fs) == 0 {
		return
	}
	for _, p := range s.phrases(b, fs) {
		common := s.phraseFeatures(p, since)
		q := Question{First: p[0], End: p[1], Kind: Effect, Answers: effects}
		for _, e := range effects {
			q.Features = append(q.Features, each(e, common))
		}
		add(q)
		if len(fs) > 0 {
			q.Kind, q.Answers, q.Features = Group, yesNo, [][]string{nil, append(common, toFigures(p, fs)...)}
			add(q)
		}
	}
}

// yesNo are the answers to a question without a third one.
var yesNo = []string{none, yes}

const yes = "yes"

// recent is how many stretches back a way of working bears on a group.
const recent = 4

// phrases returns the runs of tokens in a stretch that can name a group.
func (s *scene) phrases(b [2]int, fs []mention.Figure) [][2]int {
	stop := make([]bool, b[1]-b[0])
	for _, m := range s.Within(b[0], b[1]) {
		if stops[m.Entry.Class] {
			for i := m.First; i < m.End; i++ {
				stop[i-b[0]] = true
			}
		}
	}
	for _, f := range fs {
		for i := max(f.First, b[0]); i < min(f.End, b[1]); i++ {
			stop[i-b[0]] = true
		}
	}
	for i := b[0]; i < b[1]; i++ {
		if t := s.Toks[i]; t.Kind == lexicon.Punct && !strings.Contains("/-().", t.Norm) {
			stop[i-b[0]] = true
		}
	}
	var out [][2]int
	for i := b[0]; i < b[1]; i++ {
		if stop[i-b[0]] {
			continue
		}
		p := [2]int{i, i + 1}
		for p[1] < b[1] && !stop[p[1]-b[0]] {
			p[1]++
		}
		i = p[1] - 1
		for _, m := range s.Within(p[0], p[1]) {
			if naming[m.Entry.Class] {
				out = append(out, p)
				break
			}
		}
	}
	return out
}

// phraseFeatures tells of a phrase and the words beside it.
func (s *scene) phraseFeatures(p [2]int, since int) []string {
	from, to := s.around(p[0])
	out := s.beside(nil, p[0], p[1])
	out = append(out, "begins "+s.word(p[0]), "ends "+s.word(p[1]-1), "length "+distance(p[1]-p[0]), "mode "+strconv.Itoa(since)+" back")
	for _, m := range s.Within(p[0], p[1]) {
		switch m.Entry.Class {
		case "group", "org", "person", "office", "all", "central", "general", "rel", "act":
			out = append(out, "holds "+name(m))
		}
	}
	out = append(out, s.setting(p[0])...)
	left, right := s.order(from, p[0]), s.order(p[1], to)
	out = append(out, "left order "+strings.Join(left[max(0, len(left)-2):], " "), "right order "+strings.Join(right[:min(2, len(right))], " "))
	if since > 0 {
		for _, m := range modes[1:] {
			if len(s.modeBefore(m, from)) > 0 {
				out = append(out, "last named "+m)
			}
		}
	}
	return out
}

// order returns the orderly phrases of a range, by class, ways of working by name.
func (s *scene) order(first, end int) []string {
	var out []string
	for _, m := range s.Within(first, end) {
		if !orderly[m.Entry.Class] {
			continue
		}
		n := m.Entry.Class
		if mode, _ := modeOf(m); mode != "" {
			n = mode
		}
		out = append(out, n)
	}
	return out
}

// toFigures tells how a phrase stands to the figures of its stretch.
func toFigures(p [2]int, fs []mention.Figure) []string {
	var out []string
	left, right := -1, -1
	for _, f := range fs {
		if f.End <= p[0] {
			left = p[0] - f.End
		} else if f.First >= p[1] && right < 0 {
			right = f.First - p[1]
		}
	}
	if left >= 0 {
		out = append(out, "figure left", "figure left gap "+distance(left))
	}
	if right >= 0 {
		out = append(out, "figure right", "figure right gap "+distance(right))
	}
	return out
}
