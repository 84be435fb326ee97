// Package second is a second reader of what a circular rules. It knows nothing of
// outline, statements or voices: it looks at the words around a figure, a date, a
// name or a phrase, and weighs them. Where this reading and that of the stages
// agree, a value can be certain; where they differ, one of them is wrong.
//
// The weights stand in weights.txt. They were fitted by extract/internal/train to
// texts that people annotated, and never by hand.
package second

import (
	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/extract/internal/loglinear"
	"github.com/telaah/telaah/extract/internal/mention"
	"github.com/telaah/telaah/extract/internal/reading"
)

// Kind says what a question asks; it is the name of the model that answers.
type Kind string

// The kinds of questions.
const (
	Mode   Kind = "mode"   // is this percentage a rule, and of which way of working?
	Bound  Kind = "bound"  // how does the figure limit?
	Group  Kind = "group"  // is this phrase whom the figures beside it concern?
	Effect Kind = "effect" // what does the sentence do to whom this phrase names?
	Window Kind = "window" // is this date the time in which the rule holds, or an end of it?
	Signer Kind = "signer" // is this name that of who signed or issued the circular?
	Own    Kind = "own"    // is this circular the one that the text is about?
)

// Kinds lists every kind of question.
var Kinds = []Kind{Mode, Bound, Group, Effect, Window, Signer, Own}

// Question is one choice that the reader makes about a place of the text.
type Question struct {
	Kind       Kind
	First, End int           // tokens it is about
	Span       circular.Span // their place
	Around     circular.Span // the stretch of words they stand in
	Text       string        // the words it is about, on one line
	Value      float64       // of Mode and Bound: the percentage
	From, To   circular.Date // of Window
	Repeats    int           // of Mode and Window: how often the text says the same figure or dates
	Setting    []string      // where it stands: see scene.setting
	Circular   int           // of Signer and Own: index among the circulars of the record
	Answers    []string      // what can be answered
	Features   [][]string    // by answer: what speaks for it
}

// Questions returns what the reader asks about the values of a record: of rules
// where the clauses about the place of work stand, of dates where periods do. With
// all it asks of every place of the text.
func Questions(r *reading.Reading, dates []mention.Date, rec *circular.Record, all bool) []Question {
	if len(r.Toks) == 0 {
		return nil
	}
	s := look(r, dates)
	var out []Question
	add := func(q Question) {
		q.Span, q.Text = r.Span(q.First, q.End), r.Printed(q.First, q.End)
		first, end := s.around(q.First)
		q.Around, q.Setting = r.Span(first, end), s.setting(q.First)
		if s.hasMode(first, end) {
			q.Setting = append(q.Setting, "mode here")
		}
		out = append(out, q)
	}
	rules, times := places(rec)
	if all {
		rules, times = nil, nil
	}
	for _, k := range s.over(rules) {
		s.figures(k, add)
		s.people(k, add)
	}
	for _, k := range s.over(times) {
		s.windows(k, add)
	}
	s.names(rec, add)
	s.numbers(rec, add)
	return out
}

// places returns where the record has clauses about the place of work, and where
// it has periods; neither is nil.
func places(rec *circular.Record) (rules, times []circular.Span) {
	rules, times = []circular.Span{}, []circular.Span{}
	for _, c := range rec.Clauses {
		switch {
		case c.Quota != nil, c.Exemption != nil:
			rules = append(rules, c.Span)
		case c.Period != nil:
			times = append(times, c.Span)
		}
	}
	return rules, times
}

// Answer is a question with the probability of each answer.
type Answer struct {
	Question
	P []float64
}

// Answered answers questions with the models of their kinds.
func Answered(qs []Question, models map[string]loglinear.Model) []Answer {
	out := make([]Answer, len(qs))
	for i, q := range qs {
		out[i] = Answer{q, models[string(q.Kind)].Choose(q.Features)}
	}
	return out
}

// Best returns the likeliest answer.
func (a *Answer) Best() string {
	best := 0
	for i, p := range a.P {
		if p > a.P[best] {
			best = i
		}
	}
	return a.Answers[best]
}

// Of returns the probability of an answer; 0 for one that cannot be given.
func (a *Answer) Of(answer string) float64 {
	for i, s := range a.Answers {
		if s == answer {
			return a.P[i]
		}
	}
	return 0
}
