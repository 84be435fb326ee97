package compare

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/telaah/telaah/circular"
)

// Inspect returns the findings about a record that need no baseline: dates and
// figures at odds with themselves, force before signing, penalties, the
// authority of the signatory, citations against the register of acts, and form
// where the source is the circular itself. Those of level none could not be
// judged. The gravest stand first.
func Inspect(rec circular.Record, o Options) ([]circular.Deviation, error) {
	j, err := newJudge(&rec, o)
	if err != nil {
		return nil, err
	}
	j.doubts()
	j.inspect()
	j.formed()
	all := append(j.out.Deviations, j.out.NotJudged...)
	sortFindings(all)
	j.lines(all)
	return all, nil
}

// Check returns the comparison of a draft with every finding of [Inspect],
// comparable or not: layout, consistency, citations and baseline in one answer.
func Check(baselines []circular.Baseline, rec circular.Record, o Options) (circular.Comparison, error) {
	out, err := Compare(baselines, rec, o)
	if err != nil {
		return out, err
	}
	own, err := Inspect(rec, o)
	if err != nil {
		return out, err
	}
	for _, d := range own {
		same := func(e circular.Deviation) bool {
			return e.Code == d.Code && e.Why == d.Why && samePlace(e.Other, d.Other)
		}
		switch {
		case d.Level == circular.SeverityNone && !slices.ContainsFunc(out.NotJudged, same):
			out.NotJudged = append(out.NotJudged, d)
		case d.Level != circular.SeverityNone && !slices.ContainsFunc(out.Deviations, same):
			out.Deviations = append(out.Deviations, d)
		}
	}
	sortFindings(out.Deviations)
	return out, nil
}

// inspect files the findings about content.
func (j *judge) inspect() {
	for _, c := range j.clauses {
		if !c.told {
			j.corrected(c)
		}
	}
	j.retroactive()
	j.warnings()
	j.dayCount()
	j.clashes()
	j.penalties()
	j.authority()
	j.register()
}

// retroactive reports a period that starts before the day of signing.
func (j *judge) retroactive() {
	if j.subject == nil || j.subject.DateSigned.IsZero() {
		return
	}
	for _, c := range j.clauses {
		if c.Period != nil && !c.Period.Derived && !c.Period.Start.IsZero() && c.Period.Start.Compare(j.subject.DateSigned) < 0 {
			j.report("berlaku-surut.tanggal", c, "pusat", j.day(j.subject.DateSigned), "daerah", j.day(c.Period.Start))
		}
	}
}

// warnings turns doubts of the extractor that tell of the text itself into
// findings.
func (j *judge) warnings() {
	for _, w := range j.rec.Warnings {
		key, ok := j.Warnings[w.Code]
		if !ok {
			continue
		}
		c := &clause{Clause: &circular.Clause{Text: w.Message, Span: w.Span}}
		if t := j.rec.Text; t != nil && 0 <= w.Span.Start && w.Span.Start < w.Span.End && w.Span.End <= len(t.Body) {
			c.Text = strings.Join(strings.Fields(t.Slice(w.Span)), " ")
		}
		j.report(key, c, "daerah", w.Message)
	}
}

// dayCount reports "selama N hari" beside dates that span another number of
// days.
func (j *judge) dayCount() {
	for _, c := range j.clauses {
		if c.Period == nil || c.Period.Start.IsZero() || c.Period.End.IsZero() {
			continue
		}
		words, days := fold(c.Text), 1
		for d := c.Period.Start; d != c.Period.End && days < 400; days++ {
			d = d.AddDays(1)
		}
		for i := 0; i+2 < len(words); i++ {
			n, err := strconv.Atoi(words[i+1])
			if err != nil || !slices.Contains(j.During, words[i]) {
				continue
			}
			unit := words[i+2]
			if unit != "hari" && i+3 < len(words) {
				unit = words[i+3] // "2 (dua) hari"
			}
			if unit == "hari" && n != days && j.alone(c) {
				j.report("tidak-konsisten.jumlah-hari", c, "daerah", fmt.Sprintf("%d hari", n), "pusat", strconv.Itoa(days))
			}
		}
	}
}

// alone reports whether no other period stands in the sentence of c: a list of
// days is counted together.
func (j *judge) alone(c *clause) bool {
	for _, o := range j.clauses {
		if o != c && o.Period != nil && o.Span.Overlaps(c.Span) {
			return false
		}
	}
	return true
}

// clashes reports two rules of the text that cannot both hold for one group.
func (j *judge) clashes() {
	for i, a := range j.clauses {
		for _, b := range j.clauses[i+1:] {
			if a.inverse || b.inverse || a.unknown || b.unknown || !slices.Equal(a.scope, b.scope) || !j.sameWords(a, b) {
				continue
			}
			x, y, ok := j.clash(a, b)
			if !ok {
				continue
			}
			key := "bertentangan.naskah"
			if annex(a) != annex(b) {
				key = "tidak-konsisten.lampiran"
			}
			j.report(key, b, "kelompok", j.name(b), "pusat", x, "daerah", y)
		}
	}
}

// sameWords reports whether two clauses of one scope name the same group: all
// staff, or groups that the taxonomy tells apart.
func (j *judge) sameWords(a, b *clause) bool {
	return len(a.scope) > 0 || a.general() && b.general() && len(a.Groups) == 0 && len(b.Groups) == 0
}

// clash reports what two clauses of one group say against each other.
func (j *judge) clash(a, b *clause) (x, y string, ok bool) {
	switch {
	case a.Quota != nil && b.Quota != nil && a.Quota.Mode == b.Quota.Mode && a.Quota.Condition == b.Quota.Condition && a.Quota.Recurrence == b.Quota.Recurrence:
		alo, ahi, aok := a.share()
		blo, bhi, bok := b.share()
		if !aok || !bok || alo == blo && ahi == bhi {
			return "", "", false
		}
		apart := ahi < blo || bhi < alo
		sameBound := a.Quota.Bound == b.Quota.Bound && annex(a) != annex(b)
		return j.printed(a.Quota), j.printed(b.Quota), apart || sameBound
	case a.Exemption != nil && b.Quota != nil:
		y, x, ok = j.clash(b, a)
		return x, y, ok
	case a.Quota != nil && b.Exemption != nil && len(a.scope) > 0:
		lo, hi, ok := a.share()
		away := ok && (a.Quota.Mode == circular.ModeWFH && hi > 0 || a.Quota.Mode == circular.ModeWFO && lo < 100)
		return j.printed(a.Quota), j.term("full"), away && keeps(b.Exemption.Effect) && b.Exemption.Condition == ""
	case a.Exemption != nil && b.Exemption != nil && len(a.scope) > 0:
		f, g := a.Exemption, b.Exemption
		if f.Condition != g.Condition {
			return "", "", false
		}
		return string(f.Effect), string(g.Effect), keeps(f.Effect) && releases(g.Effect) || releases(f.Effect) && keeps(g.Effect)
	}
	return "", "", false
}

// annex reports whether a clause stands in an annex.
func annex(c *clause) bool { return strings.HasPrefix(strings.ToLower(c.Path), "lampiran") }

// penalties reports penalties and levies without a higher ground.
func (j *judge) penalties() {
	for _, c := range j.clauses {
		if c.Kind == circular.KindSanction && j.penalty(c.Clause) {
			j.report("sanksi-dalam-se.sanksi", c)
		}
	}
}

// authority is a rule about who may sign what, from words/authority.yaml.
type authority struct {
	Capacity []circular.Capacity `yaml:"capacity"`
	Kinds    []circular.Kind     `yaml:"kinds"` // clauses that make it matter
	Why      sentence            `yaml:"why"`
	Source   string              `yaml:"source"`
}

// authority applies the rules about signatories.
func (j *judge) authority() {
	if j.subject == nil {
		return
	}
	s := j.subject.Signatory
	for _, rule := range j.offices {
		if !slices.Contains(rule.Capacity, s.Capacity) {
			continue
		}
		for _, c := range j.clauses {
			if slices.Contains(rule.Kinds, c.Kind) && (c.Kind != circular.KindSanction || j.penalty(c.Clause)) {
				j.report("wewenang.jabatan", c, "daerah", string(s.Capacity)+". "+s.Office, "sebab", rule.Why.in(j.lang), "sumber", rule.Source)
				break
			}
		}
	}
}
