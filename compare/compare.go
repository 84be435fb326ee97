// Package compare holds a record against a baseline and says where they
// differ. It is pure: no files, no clock, no index, and the same arguments
// always give the same comparison.
//
// The work of [Compare] in order: choose the baseline (choose.go), bring the
// clauses of the record into a common form (clause.go), judge each atom in the
// room for its kind, list what no atom claimed (added.go), and look at the
// document alone. A room is a function from a paper, which it does not change,
// to a verdict or findings: quota.go, group.go, period.go, duty.go with align.go,
// cite.go; clash.go, times.go, penalty.go, register.go, form.go, doubt.go,
// correction.go. The desk (desk.go) files findings: each once, at a level that
// source and atom can bear. Findings come from atoms; the redline of each pair
// only shows words.
//
// The sentences of findings, their levels and directions are data:
// words/findings.yaml. [Inspect] gives the findings that need no baseline;
// Compare adds those about content, [Check] those about form too.
package compare

import (
	"errors"
	"fmt"
	"strings"

	"github.com/telaah/telaah/circular"
)

// Default is the id of the baseline that documents are held against where
// nothing else is asked for.
const Default = "panrb-1-2024"

// DefaultFloor is the confidence below which a clause is not judged: it is a
// measured probability, and four of five such values were wrong. What is above
// it and not certain is judged and said to be unsure.
const DefaultFloor = 0.2

// ocrFloor is the confidence of every word of a clause above which a scan may
// bear a finding of its own level.
const ocrFloor = 0.8

// ErrUnknownBaseline is what an *UnknownBaselineError wraps; ErrNoBaseline says
// that no baseline was given.
var (
	ErrUnknownBaseline = errors.New("unknown baseline")
	ErrNoBaseline      = errors.New("no baseline given")
)

// UnknownBaselineError is the error for an id that is not among the baselines
// given.
type UnknownBaselineError struct {
	Asked string
	Known []string // ids of the baselines given
}

func (e *UnknownBaselineError) Error() string {
	return fmt.Sprintf("%v: %q; known: %s", ErrUnknownBaseline, e.Asked, strings.Join(e.Known, ", "))
}

// Unwrap returns ErrUnknownBaseline.
func (e *UnknownBaselineError) Unwrap() error { return ErrUnknownBaseline }

// Options tunes a comparison. The zero value is the default of the commands.
type Options struct {
	// Baseline is the id of the baseline to use. "" or "auto" takes the one
	// that the circular itself cites as its ground, else Default: what only
	// subject or period suggest is offered, never put in silently.
	Baseline string
	Lang     string        // "id" (also "") or "en"
	Redline  bool          // word differences for every pair, however unlike its texts are
	AsOf     circular.Date // day for which amendments are worked in; zero: the circular's own date
	Floor    float64       // confidence below which nothing is judged; 0: DefaultFloor
}

// Compare holds rec against one of the baselines. Errors: *UnknownBaselineError
// for an id that is not among them, ErrNoBaseline where there are none.
func Compare(baselines []circular.Baseline, rec circular.Record, o Options) (circular.Comparison, error) {
	return hold(baselines, rec, o, false)
}

// Check returns the comparison of a draft with every finding of [Inspect],
// comparable or not: layout, consistency, citations and baseline in one answer.
func Check(baselines []circular.Baseline, rec circular.Record, o Options) (circular.Comparison, error) {
	return hold(baselines, rec, o, true)
}

// Inspect returns the findings about a record that need no baseline: dates and
// figures at odds with themselves, force before signing, penalties, the
// authority of the signatory, citations against the register of acts, and form
// where the source is the circular itself. Those of level none could not be
// judged. The gravest stand first.
func Inspect(rec circular.Record, o Options) ([]circular.Deviation, error) {
	p, err := newPaper(&rec, o)
	if err != nil {
		return nil, err
	}
	d := newDesk(p, false)
	d.add(doubts(p, nil))
	d.add(inspect(p))
	d.add(formed(p))
	out := d.finish()
	all := append(out.Deviations, out.NotJudged...)
	sortFindings(all)
	return all, nil
}

// hold is Compare, or Check where the document itself is looked at too.
func hold(baselines []circular.Baseline, rec circular.Record, o Options, draft bool) (circular.Comparison, error) {
	p, err := newPaper(&rec, o)
	if err != nil {
		return circular.Comparison{}, err
	}
	chosen, err := choose(p, o, baselines)
	if err != nil {
		return circular.Comparison{}, err
	}
	d := newDesk(p, o.Redline)
	d.out.Baseline, d.out.Reasons, d.out.Comparable, d.out.Figures = chosen.ref, chosen.reasons, chosen.stop == nil, figures(p)
	if chosen.stop == nil {
		p.base = chosen.base
		judgeAll(d, chosen.self && !p.absent())
	} else {
		d.out.Deviations = append(d.out.Deviations, *chosen.stop)
	}
	if chosen.stop == nil || draft {
		d.add(doubts(p, d.out.NotJudged))
		d.add(inspect(p))
	}
	if draft {
		d.add(formed(p))
	}
	return d.finish(), nil
}

// judgeAll gives each atom of the baseline its verdict, and files what none of
// them claimed; a retelling of the act itself adds nothing to it.
func judgeAll(d *desk, retold bool) {
	p := d.paper
	d.add(vague(p))
	answers := align(p)
	for i := range p.base.Atoms {
		a := &p.base.Atoms[i]
		d.row(a, judge(p, a, answers[i]))
	}
	if retold {
		return
	}
	for _, x := range added(p, d.out.Pairs) {
		row := circular.Pair{Title: string(x.clause.Kind), Others: []circular.Side{*x.clause.side()}, Level: circular.SeverityNone}
		d.file(x.finding, nil, &row)
		row.Result = circular.ResultAdded
		d.out.Pairs = append(d.out.Pairs, row)
	}
}

// judge gives an atom its verdict, in the room for its kind; answers are the
// duties that were paired with it.
func judge(p *paper, a *circular.Atom, answers []*clause) verdict {
	switch a.Polarity {
	case circular.PolarityCeiling, circular.PolarityFloor, circular.PolarityExact:
		return judgeLimit(p, a)
	case circular.PolaritySetOpen, circular.PolaritySetClosed:
		return judgeGroup(p, a)
	case circular.PolarityPeriod:
		return judgePeriod(p, a)
	case circular.PolarityDuty, circular.PolarityPermission, circular.PolarityActor:
		return judgeDuty(p, a, answers)
	case circular.PolarityCitation:
		return judgeCitation(p, a)
	}
	return verdict{}
}

// inspect returns the findings about content that need no baseline.
func inspect(p *paper) []finding {
	var out []finding
	for _, c := range p.clauses {
		out = append(out, corrected(p, c)...)
	}
	for _, room := range []func(*paper) []finding{retroactive, inText, dayCounts, clashes, penalties, byAuthority, byRegister} {
		out = append(out, room(p)...)
	}
	return out
}
