// Package compare holds a record against a baseline and says where they
// differ. It is pure: no files, no clock, no index, and the same arguments
// always give the same comparison.
//
// The work of [Compare] in order: choose the baseline (choose.go), bring the
// clauses of the record into a common form (clause.go), judge each atom by its
// kind (quota.go, group.go, period.go, duty.go, cite.go), list what no atom
// claimed, and cap every level by what the source and the atom can bear.
// Findings come from atoms; the redline of each pair only shows words.
//
// The sentences of findings, their levels and directions are data:
// words/findings.yaml. [Inspect] gives the findings that need no baseline;
// Compare adds those about content, [Check] those about form too.
package compare

import (
	"cmp"
	"errors"
	"fmt"
	"regexp"
	"slices"
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
	j, err := newJudge(&rec, o)
	if err != nil {
		return circular.Comparison{}, err
	}
	choice, err := j.chooser(o).choose(baselines)
	if err != nil {
		return circular.Comparison{}, err
	}
	j.base, j.out.Baseline, j.out.Reasons, j.out.Comparable = choice.base, choice.ref, choice.reasons, choice.stop == nil
	j.figures()
	if choice.stop != nil {
		j.out.Deviations = append(j.out.Deviations, *choice.stop)
		return j.out, nil
	}
	j.vague()
	for i := range j.base.Atoms {
		j.open(&j.base.Atoms[i])
		j.judge(j.atom)
		j.close()
	}
	j.rest()
	j.doubts()
	j.inspect()
	j.finish()
	return j.out, nil
}

// judge gives the atom at hand its verdict.
func (j *judge) judge(a *circular.Atom) {
	switch a.Polarity {
	case circular.PolarityCeiling, circular.PolarityFloor, circular.PolarityExact:
		j.limit(a)
	case circular.PolaritySetOpen, circular.PolaritySetClosed:
		j.group(a)
	case circular.PolarityPeriod:
		j.period(a)
	case circular.PolarityDuty, circular.PolarityPermission, circular.PolarityActor:
		j.duty(a)
	case circular.PolarityCitation:
		j.citation(a)
	}
}

// newJudge starts a comparison of rec.
func newJudge(rec *circular.Record, o Options) (*judge, error) {
	know, err := words()
	if err != nil {
		return nil, err
	}
	if o.Floor == 0 {
		o.Floor = DefaultFloor
	}
	if o.Lang == "" {
		o.Lang = "id"
	}
	j := &judge{voice: &voice{know, o.Lang}, redlines: o.Redline, floor: o.Floor, rec: rec, reading: know.read(rec, o.Floor)}
	if s := rec.Subject(); s != nil {
		own := *s
		own.Signatory.NIP = "" // it encodes a birth date
		j.subject = &own
	}
	j.out = circular.Comparison{Source: rec.Source, Circular: j.subject, Deviations: []circular.Deviation{}, NotJudged: []circular.Deviation{}, Corrections: rec.Corrections()}
	return j, nil
}

// chooser returns what looks for the baseline of the document.
func (j *judge) chooser(o Options) *chooser {
	rules := j.places && len(j.rec.Rules(circular.KindQuota))+len(j.rec.Rules(circular.KindExemption)) > 0
	return &chooser{voice: j.voice, rec: j.rec, subject: j.subject, asked: o.Baseline, asOf: o.AsOf, rules: rules}
}

// finish puts the findings in order and tells the lines of their passages.
func (j *judge) finish() {
	sortFindings(j.out.Deviations)
	j.lines(j.out.Deviations)
	j.lines(j.out.NotJudged)
}

// sortFindings puts the gravest findings first and keeps the order of equals.
func sortFindings(list []circular.Deviation) {
	slices.SortStableFunc(list, func(a, b circular.Deviation) int {
		switch {
		case a.Level == b.Level:
			return 0
		case a.Level.AtLeast(b.Level):
			return -1
		}
		return 1
	})
}

// judge is the state of one comparison: what was read, the baseline, and what
// was found so far.
type judge struct {
	*voice
	reading
	redlines bool    // word differences for every pair
	floor    float64 // confidence below which nothing is judged
	rec      *circular.Record
	subject  *circular.Circular
	base     circular.Baseline
	out      circular.Comparison

	astray *circular.Circular // cited with the title of the baseline and another number
	duties [][]*clause        // by atom of the baseline, filled at the first duty

	atom *circular.Atom // atom at hand, nil outside
	row  circular.Pair  // its row
}

// absent reports whether the source proves that a rule it does not hold is
// absent from the circular. News and releases do not.
func (j *judge) absent() bool {
	return j.rec.Source.Grade == circular.GradePrimary || j.rec.Source.Grade == circular.GradeScan || j.rec.Source.Grade == ""
}

// anyPercent matches a percentage.
var anyPercent = regexp.MustCompile(`(?i)\d\s*(%|persen|per\s?cent)`)

// unread returns a sentence with a percentage and a word of the atom's title that
// no clause stands on: the text may hold there what seems to be absent, as in a
// table that lost its columns.
func (j *judge) unread(a *circular.Atom) *circular.Side {
	if j.rec.Text == nil {
		return nil
	}
	title := strings.Fields(strings.ToLower(a.Title))
	for _, s := range j.rec.Coverage.Unclaimed {
		side := j.passage(s)
		low := strings.ToLower(side.Text)
		if anyPercent.MatchString(low) && slices.ContainsFunc(title, func(w string) bool { return len(w) > 6 && strings.Contains(low, strings.Trim(w, ",.")) }) {
			return side
		}
	}
	return nil
}

// open starts the row of an atom.
func (j *judge) open(a *circular.Atom) {
	j.atom = a
	j.row = circular.Pair{Atom: a.ID, Title: a.Title, Base: baseSide(a), Level: circular.SeverityNone, Result: circular.ResultSame}
}

// close files the row of the atom at hand, with its redline.
func (j *judge) close() {
	if len(j.row.Others) > 0 && j.row.Base != nil && (j.redlines || j.versions(j.row.Base.Text, j.row.Others[0].Text)) {
		j.row.Redline = j.redline(j.row.Base.Text, j.row.Others[0].Text)
	}
	j.out.Pairs = append(j.out.Pairs, j.row)
	j.atom = nil
}

// show puts the clause into the row at hand and marks it as answered.
func (j *judge) show(c *clause) {
	c.used = true
	s := c.side()
	if !slices.ContainsFunc(j.row.Others, func(o circular.Side) bool { return o.Text == s.Text && *o.Span == *s.Span }) {
		j.row.Others = append(j.row.Others, *s)
	}
	j.corrected(c)
}

// beside puts a clause that does not answer the atom at hand, but on which its
// verdict rests, into the row, and a remark of words/vocabulary.yaml.
func (j *judge) beside(c *clause, remark string) {
	if c != nil {
		j.row.Others = append(j.row.Others, *c.side())
	}
	j.row.Remark = j.Remarks[remark].in(j.lang)
}

// moot gives the row of an atom that nothing answers, and need not, its
// verdict.
func (j *judge) moot() {
	j.row.Result = circular.ResultNarrower
	switch {
	case j.optOut != nil:
		j.beside(j.optOut, "unused")
	case j.permit == nil:
		j.beside(nil, "unmentioned")
	default:
		j.beside(nil, "optional")
	}
}

// report files a finding of words/findings.yaml about the atom at hand, with
// the passage it stands on (nil: none) and the values of its sentences.
func (j *judge) report(key string, c *clause, values ...string) circular.Deviation {
	var other *circular.Side
	if c != nil {
		other = c.side()
	}
	d := j.build(key, other, values...)
	if c != nil && d.Level == circular.SeverityError && j.rec.Source.Grade == circular.GradeScan {
		if sure := j.legible(c.Span); sure < ocrFloor {
			d = j.build("tidak-dapat-dinilai.ocr", other, "sebab", d.Why, "daerah", percent(100*sure))
		}
	}
	j.file(d)
	return d
}

// file puts a finding into the comparison and into the row at hand.
func (j *judge) file(d circular.Deviation) {
	list := &j.out.Deviations
	if d.Level == circular.SeverityNone {
		list = &j.out.NotJudged
	}
	for _, old := range *list {
		if old.Code == d.Code && old.Why == d.Why && samePlace(old.Other, d.Other) && (d.Other != nil || old.Atom == d.Atom) {
			j.mark(d) // one finding for one sentence, however many rows bear it
			return
		}
	}
	*list = append(*list, d)
	j.mark(d)
}

// mark lets the row at hand, if there is one, bear a finding.
func (j *judge) mark(d circular.Deviation) {
	if j.atom == nil {
		return
	}
	if !slices.Contains(j.row.Codes, d.Code) {
		j.row.Codes = append(j.row.Codes, d.Code)
	}
	if d.Level.AtLeast(j.row.Level) {
		j.row.Level = d.Level
	}
	switch {
	case d.Level == circular.SeverityNone:
		if j.row.Result == circular.ResultSame {
			j.row.Result = circular.ResultUnknown
		}
	case d.Direction == circular.DirectionMissing:
		j.row.Result = circular.ResultMissing
	default:
		j.row.Result = circular.ResultDeviates
	}
}

// samePlace reports whether two passages stand at one place.
func samePlace(a, b *circular.Side) bool {
	if a == nil || b == nil || a.Span == nil || b.Span == nil {
		return a == b
	}
	return *a.Span == *b.Span
}

// build makes a finding, its level capped by the grade of the source and the
// certainty of the atom at hand.
func (j *judge) build(key string, other *circular.Side, values ...string) circular.Deviation {
	d := j.deviation(key, j.lang, other, values)
	if d.Level != circular.SeverityNone {
		if capped := capByGrade(d.Level, j.rec.Source.Grade); capped != d.Level {
			d.Level, d.Advice = capped, j.term("check")+d.Advice
		}
		if j.atom != nil && j.atom.Certainty == circular.CertaintyUncertain {
			d.Level = d.Level.Cap(circular.SeverityNote)
		}
	}
	if j.atom != nil {
		d.Atom, d.Base = j.atom.ID, baseSide(j.atom)
	}
	return d
}

// deviation builds a finding from its entry in words/findings.yaml.
func (k *knowledge) deviation(key, lang string, other *circular.Side, values []string) circular.Deviation {
	f, code := k.findings[key], key
	for i := range key {
		if key[i] == '.' {
			code = key[:i]
			break
		}
	}
	d := circular.Deviation{Code: circular.Code(code), Level: f.Level, Direction: f.Direction,
		Why: f.Why.fill(lang, values), Advice: f.Advice.fill(lang, values), Other: other}
	for i := 0; i+1 < len(values); i += 2 {
		if values[i] == "daerah" {
			d.Value = values[i+1]
		}
	}
	return d
}

// capByGrade limits a level to what a source of the grade can bear: news at
// most a note, a release at most a warning.
func capByGrade(s circular.Severity, g circular.Grade) circular.Severity {
	switch g {
	case circular.GradeNews:
		return s.Cap(circular.SeverityNote)
	case circular.GradeRelease:
		return s.Cap(circular.SeverityWarning)
	}
	return s
}

// legible returns the lowest OCR confidence among the words of a span, or of
// its page where no words are known.
func (j *judge) legible(s circular.Span) float64 {
	t, low := j.rec.Text, 1.0
	if t == nil {
		return 0
	}
	first, _ := slices.BinarySearchFunc(t.Words, s.Start, func(w circular.Word, at int) int { return cmp.Compare(w.Span.End, at+1) })
	found := false
	for _, w := range t.Words[first:] {
		if w.Span.Start >= s.End {
			break
		}
		low, found = min(low, w.Confidence), true
	}
	if p := t.PageAt(s.Start); !found && p > 0 && t.Pages[p-1].Method == circular.MethodOCR {
		return t.Pages[p-1].Confidence
	}
	return low
}

// lines tells the line of each passage of a text file.
func (j *judge) lines(list []circular.Deviation) {
	if j.rec.Text == nil || j.rec.Source.MediaType != "text/plain" {
		return
	}
	for _, d := range list {
		if d.Other != nil && d.Other.Span != nil && d.Other.Span.Start <= len(j.rec.Text.Body) {
			d.Other.Line = 1 + strings.Count(j.rec.Text.Body[:d.Other.Span.Start], "\n")
		}
	}
}

// baseSide returns the words of an atom as one side of a finding.
func baseSide(a *circular.Atom) *circular.Side {
	s := &circular.Side{Text: a.Words, Reconstructed: !a.Real, Path: a.Path, Force: a.Force}
	if a.Real && a.Span != (circular.Span{}) {
		span := a.Span
		s.Span = &span
	}
	return s
}
