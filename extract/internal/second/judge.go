package second

import (
	"strconv"
	"strings"

	"github.com/telaah/telaah/circular"
)

// Reading is how one value of the record reads to this reader.
type Reading struct {
	Agrees  bool
	Says    []string // where it does not agree: its own reading, as answers of questions or the name of a group; nil where it has none
	Signals []string // named facts that tell how likely the value of the record is right
	Doubt   float64  // the reader's own probability that the value is another, at the part it is least sure of
}

func (r *Reading) add(signals ...string) { r.Signals = append(r.Signals, signals...) }

// doubtful is the probability of no value at all up to which the reader does not
// object to one: most places that it is asked of have none, so it is slow to
// see one by itself.
const doubtful = 0.7

// steps are the probabilities that a signal tells apart.
var steps = [...]float64{0.3, 0.5, 0.7, 0.85, 0.95}

// holds adds the signals of a part of the value that the reader holds with
// probability p.
func (r *Reading) holds(name string, p float64) {
	r.Doubt = max(r.Doubt, 1-p)
	r.level(name, p)
}

// level adds a signal for each step that a probability reaches.
func (r *Reading) level(name string, p float64) {
	for _, step := range steps {
		if p >= step {
			r.add(name + " >= " + strconv.FormatFloat(step, 'f', -1, 64))
		}
	}
}

// differs says that the reader reads otherwise, and how.
func (r *Reading) differs(says string) {
	r.Agrees = false
	if says != "" {
		r.Says = append(r.Says, says)
	}
}

// Clause returns how a quota, an exemption or a period of the record reads.
func Clause(answers []Answer, rec *circular.Record, c *circular.Clause) Reading {
	r := Reading{Agrees: true}
	r.add("kind " + string(c.Kind))
	if c.Path != "" {
		r.add("point")
	}
	if c.Force != "" {
		r.add("force " + string(c.Force))
	}
	r.add("rule " + c.Rule)
	r.beside(rec, c)
	switch {
	case c.Quota != nil:
		r.quota(answers, c)
		r.group(answers, c)
	case c.Exemption != nil:
		r.exemption(answers, c)
	case c.Period != nil:
		r.period(answers, c)
	}
	return r
}

// beside tells of the other rules of the kind that the record has: a text says
// many a rule twice, and some against each other.
func (r *Reading) beside(rec *circular.Record, c *circular.Clause) {
	kin, alike := 0, false
	for i := range rec.Clauses {
		o := &rec.Clauses[i]
		if o == c || o.Kind != c.Kind || o.Assertion != circular.AssertRule {
			continue
		}
		switch {
		case c.Quota != nil && o.Quota.Mode == c.Quota.Mode, c.Exemption != nil && Class(o.Exemption.Effect) == Class(c.Exemption.Effect), c.Period != nil:
			kin++
			alike = alike || related(c.Categories, o.Categories)
		}
	}
	r.add("kin " + strconv.Itoa(min(kin, 3)))
	if alike {
		r.add("kin of related groups")
	}
	if s := rec.Subject(); s == nil {
		r.add("no subject")
	} else if s.Number == "" {
		r.add("subject without number")
	}
}

// related reports whether two lists of categories meet in the tree of groups.
func related(a, b []string) bool {
	for _, x := range a {
		for _, y := range b {
			if x == y || strings.HasPrefix(x, y+".") || strings.HasPrefix(y, x+".") {
				return true
			}
		}
	}
	return len(a) == 0 && len(b) == 0
}

// quota compares mode, bound and figure.
func (r *Reading) quota(answers []Answer, c *circular.Clause) {
	q := c.Quota
	value := -1.0
	switch {
	case q.Percent != nil:
		value = *q.Percent
	case q.PercentLo != nil:
		value = *q.PercentLo
	}
	mode, bound := string(q.Mode), string(q.Bound)
	if q.Bound == circular.BoundApprox {
		bound = string(circular.BoundExact)
	}
	r.add("bound "+bound, "mode "+mode)
	if value >= 0 {
		r.add("value " + shape(value))
	}
	var at *Answer
	figures := 0
	for i := range answers {
		a := &answers[i]
		if a.Kind != Mode || !a.Span.Overlaps(c.Span) {
			continue
		}
		figures++
		if a.Value == value && (at == nil || a.Of(mode) > at.Of(mode)) {
			at = a
		}
	}
	r.add("figures " + strconv.Itoa(min(figures, 4)))
	if at == nil {
		r.differs("")
		r.add("no figure", "unit "+q.Unit)
		return
	}
	r.holds("mode", at.Of(mode))
	r.add(at.Setting...)
	if best := at.Best(); best != mode {
		r.differs(best)
		r.add("reads " + best)
	}
	for i := range answers {
		a := &answers[i]
		if a.Kind != Bound || a.First != at.First || q.Bound == circular.BoundRange {
			continue
		}
		r.holds("bound", a.Of(bound))
		if best := a.Best(); best != bound {
			r.differs(best)
			r.add("reads other bound")
		}
	}
}

// group compares whom a quota concerns.
func (r *Reading) group(answers []Answer, c *circular.Clause) {
	own, other, says := 0.0, 0.0, ""
	words := bagOf(strings.Join(c.Groups, " "))
	for i := range answers {
		a := &answers[i]
		if a.Kind != Group || !a.Around.Overlaps(c.Span) {
			continue
		}
		p := a.Of(yes)
		switch b := bagOf(a.Text); {
		case words.like(b):
			own = max(own, p)
		case len(b) > 0 && p > other:
			other, says = p, a.Text
		}
	}
	r.whom(c, words)
	if len(words) > 0 {
		r.holds("group", own)
	}
	r.holds("no other group", 1-other)
	r.level("other group", other)
	switch {
	case len(words) > 0 && own < 1-doubtful:
		r.differs(says)
	case len(words) == 0 && other > 0.5:
		r.differs(says)
	}
}

// whom adds what kind of group a clause has.
func (r *Reading) whom(c *circular.Clause, words bag) {
	switch {
	case len(c.Groups) == 0:
		r.add("no group")
	case len(words) == 0:
		r.add("all staff")
	default:
		r.add("some staff", "groups "+strconv.Itoa(min(len(c.Groups), 3)))
		if len(c.Categories) > 0 {
			r.add("known group")
		}
		if f := strings.Fields(c.Groups[0]); len(f) > 0 && !strings.Contains(c.Text, f[0]) {
			r.add("group from above")
		}
	}
}

// exemption compares the effect on the group.
func (r *Reading) exemption(answers []Answer, c *circular.Clause) {
	class, words := Class(c.Exemption.Effect), bagOf(strings.Join(c.Groups, " "))
	r.add("effect " + string(c.Exemption.Effect))
	r.whom(c, words)
	var at *Answer
	for i := range answers {
		a := &answers[i]
		if a.Kind == Effect && a.Around.Overlaps(c.Span) && words.like(bagOf(a.Text)) && (at == nil || a.Of(class) > at.Of(class)) {
			at = a
		}
	}
	if at == nil {
		r.differs("")
		r.add("no phrase")
		return
	}
	r.holds("effect", at.Of(class))
	r.add(at.Setting...)
	r.add("length " + distance(at.End-at.First))
	r.level("any effect", 1-at.Of(none))
	if best := at.Best(); best != class {
		r.add("reads " + best)
		if best != none || at.Of(none) > doubtful {
			r.differs(best)
		}
	}
}

// period compares what the dates of a period are for.
func (r *Reading) period(answers []Answer, c *circular.Clause) {
	p, says, dates := 0.0, "", 0
	start, end := 0.0, 0.0
	var setting []string
	for i := range answers {
		a := &answers[i]
		if a.Kind != Window || !a.Span.Overlaps(c.Span) {
			continue
		}
		dates++
		of := func(use string, is bool) float64 {
			if !is {
				return 0
			}
			return a.Of(use)
		}
		w := of("window", a.From == c.Period.Start && a.To == c.Period.End)
		w = max(w, of("start", c.Period.End.IsZero() && a.From == c.Period.Start), of("end", c.Period.Start.IsZero() && a.To == c.Period.End))
		start = max(start, of("start", a.From == c.Period.Start), of("window", a.From == c.Period.Start))
		end = max(end, of("end", a.To == c.Period.End), of("window", a.To == c.Period.End))
		if w >= p && (a.From == c.Period.Start || a.To == c.Period.End) {
			p, says, setting = w, a.Best(), append(a.Setting, "said "+strconv.Itoa(min(a.Repeats, 3)))
		}
	}
	if !c.Period.Start.IsZero() && !c.Period.End.IsZero() {
		p = max(p, min(start, end))
	}
	r.add("dates " + strconv.Itoa(min(dates, 4)))
	for _, x := range []struct {
		is   bool
		name string
	}{{c.Period.Derived, "derived"}, {c.Period.End.IsZero(), "open end"}, {c.Period.Start.IsZero(), "open start"}, {c.Period.Start == c.Period.End, "one day"}} {
		if x.is {
			r.add(x.name)
		}
	}
	r.holds("window", p)
	r.add(setting...)
	if p < 1-doubtful {
		r.differs(says)
	}
}

// Signatory returns how the signatory of a circular reads; pattern tells whether
// the name stands in one of the usual formulas.
func Signatory(answers []Answer, c *circular.Circular, index int, pattern, own bool) Reading {
	r := Reading{Agrees: true}
	r.add("kind signatory", "evidence "+string(c.Signatory.Evidence), "words "+strconv.Itoa(min(len(strings.Fields(c.Signatory.Name)), 4)))
	if pattern {
		r.add("formula")
	}
	if c.Number == "" {
		r.add("no number")
	}
	if own {
		r.add("own number")
	}
	if c.Signatory.Office == "" {
		r.add("no office")
	}
	p := best(answers, Signer, index)
	r.holds("signer", p)
	if p < 0.5 && !pattern {
		r.differs(none)
	}
	return r
}

// Subject returns how it reads that the text is, or is not, about a circular;
// pattern tells whether the usual formulas say so.
func Subject(answers []Answer, c *circular.Circular, index, of int, pattern bool) Reading {
	r := Reading{Agrees: true}
	r.add("kind subject", "circulars "+strconv.Itoa(min(of, 4)))
	if pattern {
		r.add("formula")
	}
	if c.Year == 0 {
		r.add("no year")
	}
	p := best(answers, Own, index)
	r.holds("own", p)
	if p < 0.5 {
		r.differs(none)
	}
	return r
}

// best returns the highest probability of yes among the questions about a circular.
func best(answers []Answer, kind Kind, index int) float64 {
	p := 0.0
	for i := range answers {
		if a := &answers[i]; a.Kind == kind && a.Circular == index {
			p = max(p, a.Of(yes))
		}
	}
	return p
}
