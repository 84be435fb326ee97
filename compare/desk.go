package compare

import (
	"slices"
	"strings"

	"github.com/telaah/telaah/circular"
)

// desk puts what the rooms find into a comparison: each finding once, at a level
// that the source and the atom can bear, and in the row of its atom.
type desk struct {
	*paper
	redlines bool // word differences for every pair
	out      circular.Comparison
}

func newDesk(p *paper, redlines bool) *desk {
	return &desk{p, redlines, circular.Comparison{Source: p.rec.Source, Circular: p.subject, Deviations: []circular.Deviation{},
		NotJudged: []circular.Deviation{}, Corrections: p.rec.Corrections()}}
}

// row files the verdict on an atom.
func (d *desk) row(a *circular.Atom, v verdict) {
	row := circular.Pair{Atom: a.ID, Title: a.Title, Base: baseSide(a), Level: circular.SeverityNone, Result: circular.ResultSame,
		Remark: d.Remarks[v.remark].in(d.lang)}
	if v.moot {
		row.Result = circular.ResultNarrower
	}
	var findings []finding
	for _, c := range v.answers {
		c.used = true
		s := c.side()
		if !slices.ContainsFunc(row.Others, func(o circular.Side) bool { return o.Text == s.Text && *o.Span == *s.Span }) {
			row.Others = append(row.Others, *s)
		}
		findings = append(findings, corrected(d.paper, c)...)
	}
	row.Others = append(row.Others, v.beside...)
	for _, f := range append(findings, v.findings...) {
		d.file(f, a, &row)
	}
	if len(row.Others) > 0 && row.Base != nil && (d.redlines || d.versions(row.Base.Text, row.Others[0].Text)) {
		row.Redline = d.redline(row.Base.Text, row.Others[0].Text)
	}
	d.out.Pairs = append(d.out.Pairs, row)
}

// add files findings that concern no atom.
func (d *desk) add(findings []finding) {
	for _, f := range findings {
		d.file(f, nil, nil)
	}
}

// file puts a finding into the comparison, once for one passage, and marks the
// row of the atom, where it concerns one.
func (d *desk) file(f finding, a *circular.Atom, row *circular.Pair) {
	if d.findings[f.key].TextOnly && !d.absent() {
		return
	}
	dev := d.deviationOf(f, a)
	list := &d.out.Deviations
	if dev.Level == circular.SeverityNone {
		list = &d.out.NotJudged
	}
	same := func(old circular.Deviation) bool {
		return old.Code == dev.Code && old.Why == dev.Why && samePlace(old.Other, dev.Other) && (dev.Other != nil || old.Atom == dev.Atom)
	}
	if !slices.ContainsFunc(*list, same) {
		*list = append(*list, dev)
	}
	if row != nil {
		mark(row, dev)
	}
}

// deviationOf makes the deviation of a finding, its level capped by the source
// and by the certainty of the atom it concerns (nil: none). Letters that were
// read badly bear no error.
func (d *desk) deviationOf(f finding, a *circular.Atom) circular.Deviation {
	dev := d.capped(f, a)
	if span := placeOf(f.other); span != nil && dev.Level == circular.SeverityError && d.rec.Source.Grade == circular.GradeScan {
		if sure := d.legible(*span); sure < ocrFloor {
			return d.capped(foundAt("tidak-dapat-dinilai.ocr", f.other, "sebab", dev.Why, "daerah", percent(100*sure)), a)
		}
	}
	if f.edit != nil && dev.Level != circular.SeverityNone {
		dev.Mark = f.edit.Old
		if dev.Direction == circular.DirectionLooser || dev.Direction == circular.DirectionChanged {
			dev.Replace = f.edit
		}
	}
	return dev
}

func (d *desk) capped(f finding, a *circular.Atom) circular.Deviation {
	dev := d.deviation(f.key, d.lang, f.other, f.values)
	if dev.Level != circular.SeverityNone {
		if level := capByGrade(dev.Level, d.rec.Source.Grade); level != dev.Level {
			dev.Level, dev.Advice = level, d.term("check")+dev.Advice
		}
		if a != nil && a.Certainty == circular.CertaintyUncertain {
			dev.Level = dev.Level.Cap(circular.SeverityNote)
		}
	}
	if a != nil {
		dev.Atom, dev.Base = a.ID, baseSide(a)
	}
	return dev
}

// finish puts the findings in order and tells the lines of their passages.
func (d *desk) finish() circular.Comparison {
	sortFindings(d.out.Deviations)
	d.lines(d.out.Deviations)
	d.lines(d.out.NotJudged)
	return d.out
}

// lines tells the line of each passage of a text file.
func (d *desk) lines(list []circular.Deviation) {
	if d.rec.Text == nil || d.rec.Source.MediaType != "text/plain" {
		return
	}
	for _, dev := range list {
		if span := placeOf(dev.Other); span != nil && span.Start <= len(d.rec.Text.Body) {
			dev.Other.Line = 1 + strings.Count(d.rec.Text.Body[:span.Start], "\n")
		}
	}
}

// mark lets a row bear a finding.
func mark(row *circular.Pair, d circular.Deviation) {
	if !slices.Contains(row.Codes, d.Code) {
		row.Codes = append(row.Codes, d.Code)
	}
	if d.Level.AtLeast(row.Level) {
		row.Level = d.Level
	}
	switch {
	case d.Level == circular.SeverityNone:
		if row.Result == circular.ResultSame {
			row.Result = circular.ResultUnknown
		}
	case d.Direction == circular.DirectionMissing:
		row.Result = circular.ResultMissing
	default:
		row.Result = circular.ResultDeviates
	}
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

// placeOf returns where a passage stands, or nil.
func placeOf(s *circular.Side) *circular.Span {
	if s == nil {
		return nil
	}
	return s.Span
}

// samePlace reports whether two passages stand at one place.
func samePlace(a, b *circular.Side) bool {
	x, y := placeOf(a), placeOf(b)
	if x == nil || y == nil {
		return a == b
	}
	return *x == *y
}

// deviation builds a finding from its entry in words/findings.yaml.
func (k *knowledge) deviation(key, lang string, other *circular.Side, values []string) circular.Deviation {
	f := k.findings[key]
	code, _, _ := strings.Cut(key, ".")
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

// baseSide returns the words of an atom as one side of a finding.
func baseSide(a *circular.Atom) *circular.Side {
	s := &circular.Side{Text: a.Words, Reconstructed: !a.Real, Path: a.Path, Force: a.Force}
	if a.Real && a.Span != (circular.Span{}) {
		span := a.Span
		s.Span = &span
	}
	return s
}
