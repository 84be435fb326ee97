package web

import (
	"cmp"
	"slices"
	"strings"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/compare"
	"github.com/telaah/telaah/corpus"
	"github.com/telaah/telaah/internal/say"
)

// change tells of one document.
func (t *teller) change(c touched) (out change, err error) {
	about := c.record().Subject()
	out = change{page: t.page, Kind: c.kind, Name: t.Lang.Name(about), When: when(t.page, c.last.At), Sources: c.sources, By: c.last.By, Why: c.last.Why}
	if about != nil {
		out.Region = cmp.Or(about.Region.Name, about.Issuer)
	}
	if c.now != nil {
		out.Href = "/dokumen/" + c.id[:12]
	}
	var notes []remark
	switch c.kind {
	case changeNew:
		before := t.predecessor(c.now)
		if before == nil {
			notes = t.rules(&c.now.Record, out.Href)
			break
		}
		out.Before, out.BeforeAt = t.Lang.Name(before.Record.Subject()), "/dokumen/"+before.ID()[:12]
		notes, err = t.versions(before.Record, c.now.Record, out.Href)
	case changeRemoved:
		notes = t.rules(&c.was.Record, "")
	case changeCorrected:
		var cells []remark
		cells, err = t.cells(&c)
		notes = append(t.corrections(&c), cells...)
	}
	out.Notes = notes[:min(len(notes), maxNotes)]
	out.More = len(notes) - len(out.Notes)
	return out, err
}

// predecessor returns the circular of the same office that a new one follows:
// the one that it revokes, else the latest before it that answers the same
// baseline; nil where there is none.
func (t *teller) predecessor(e *entry) (found *entry) {
	c := e.Record.Subject()
	if c == nil || c.Region.Code == "" {
		return nil
	}
	for _, o := range t.sh.entries { // the latest signed first
		oc := o.Record.Subject()
		if o == e || oc == nil || oc.Region.Code != c.Region.Code || oc.Key() == c.Key() && oc.Year == c.Year {
			continue
		}
		if e.Record.Revokes(oc) {
			return o
		}
		if found == nil && oc.DateSigned.Compare(c.DateSigned) < 0 {
			if m, ok := o.compared(t.key.judging); ok && m.Comparable {
				found = o
			}
		}
	}
	return found
}

// versions tells what a circular rules otherwise than one before it.
func (t *teller) versions(old, new circular.Record, base string) (out []remark, err error) {
	v, err := compare.Versions(old, new, string(t.Lang))
	if err != nil {
		return nil, err
	}
	for _, c := range v.Changes {
		n := remark{Kind: string(c.Change), Text: c.Why}
		if c.New != nil && c.New.Span != nil {
			n.Page, n.Href = c.New.Span.Page, placeOf(base, *c.New.Span)
		}
		out = append(out, n)
	}
	return out, nil
}

// rules tells the figures and days that a circular rules.
func (t *teller) rules(rec *circular.Record, base string) (out []remark) {
	for _, kind := range []circular.Kind{circular.KindPeriod, circular.KindQuota, circular.KindExemption, circular.KindDeadline, circular.KindRevocation} {
		for _, c := range rec.Rules(kind) {
			n := remark{Kind: "rule", Text: t.Word("kind", c.Kind) + ": " + say.Join(" (", t.Lang.Value(&c), strings.Join(c.Groups, "; ")), Page: c.Span.Page}
			if len(c.Groups) > 0 {
				n.Text += ")"
			}
			if base != "" {
				n.Href = placeOf(base, c.Span)
			}
			out = append(out, n)
		}
	}
	return out
}

// corrections tells the values that people entered or took back since the day.
func (t *teller) corrections(c *touched) (out []remark) {
	tell := func(key string, list, others []corpus.Correction) {
		for _, o := range list {
			if slices.Contains(others, o) {
				continue
			}
			kind, text := key, ""
			field := t.T("field." + o.Field[strings.LastIndexByte(o.Field, '.')+1:])
			switch {
			case o.Confirms():
				kind, text = "confirmed", say.Shorten(say.OneLine(o.Text), 90)
			case key == "undone":
				text = t.T("news.value", field, cmp.Or(o.Value, t.T("correct.nothing")), cmp.Or(o.Old, t.T("correct.nothing")))
			default:
				text = t.T("news.value", field, cmp.Or(o.Old, t.T("correct.nothing")), cmp.Or(o.Value, t.T("correct.nothing")))
			}
			if text != "" && o.Text != "" && !o.Confirms() {
				text += " (“" + say.Shorten(say.OneLine(o.Text), 90) + "”)"
			}
			if key != "undone" {
				text = say.Join(", ", text, o.By) + why(o.Why)
			}
			n := remark{Kind: kind, Text: text}
			if i := clauseAt(&c.now.Record, o.Field); i > 0 {
				n.Page = c.now.Record.Clauses[i-1].Span.Page
				n.Href = placeOf("/dokumen/"+c.id[:12], c.now.Record.Clauses[i-1].Span)
			}
			out = append(out, n)
		}
	}
	tell("corrected", c.now.Corrections, c.was.Corrections)
	tell("undone", c.was.Corrections, c.now.Corrections)
	return out
}

func why(s string) string {
	if s == "" {
		return ""
	}
	return ": “" + s + "”"
}

// cells tells which cells of the matrix a correction changed.
func (t *teller) cells(c *touched) (out []remark, err error) {
	i := slices.IndexFunc(t.s.baselines, func(b circular.Baseline) bool { return b.ID == t.key.baseline })
	now, err := c.now.compare(t.s.baselines, t.key.judging)
	if err != nil {
		return nil, err
	}
	was, err := compare.Compare(t.s.baselines, c.was.Record, compare.Options{Baseline: t.key.baseline, Lang: string(t.Lang)})
	if err != nil || !was.Comparable || !now.Comparable {
		return nil, err
	}
	row := func(m circular.Comparison) []circular.MatrixCell {
		return compare.NewMatrix(t.s.baselines[i], []circular.Comparison{m}, nil, nil).Rows[0].Cells
	}
	before, after := row(was), row(now)
	for k, col := range t.columns {
		if k >= len(before) || k >= len(after) || before[k].Result == after[k].Result && before[k].Level == after[k].Level {
			continue
		}
		out = append(out, remark{Kind: "cell", Text: t.T("news.cell", col.Title, t.cell(before[k]), t.cell(after[k]))})
	}
	return out, nil
}

// cell says what stands in a cell.
func (t *teller) cell(c circular.MatrixCell) string {
	s := t.T("result." + string(c.Result))
	if c.Level != circular.SeverityNone && c.Level != "" {
		s += ", " + t.Word("level", c.Level)
	}
	return s
}
