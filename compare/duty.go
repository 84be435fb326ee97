package compare

import (
	"slices"
	"strings"

	"github.com/telaah/telaah/circular"
)

// Likeness of two duties, 0..1, from which they can be the same one: alone,
// and as a further part of one that is already answered.
const (
	alike = 0.45
	part  = 0.6

	aboutTitle = 0.4 // likeness to the title from which a sentence only tells what the act is about
)

// duty judges something to be done, or that may be done.
func (j *judge) duty(a *circular.Atom) {
	if j.duties == nil {
		j.align()
	}
	answers := j.duties[j.index(a)]
	for _, c := range answers {
		j.show(c)
	}
	if len(answers) == 0 {
		if a.Polarity == circular.PolarityPermission && j.permit != nil && j.optOut == nil {
			j.beside(j.permit, "used")
			return
		}
		j.unsaid(a)
		return
	}
	c := answers[0]
	j.force(a, c)
	j.actor(a, c)
}

// index returns the place of an atom in the baseline.
func (j *judge) index(a *circular.Atom) int {
	return slices.IndexFunc(j.base.Atoms, func(b circular.Atom) bool { return b.ID == a.ID })
}

// align pairs the duties of the document with those of the baseline: first one
// to one, so that the sum of likeness is greatest, then what is left over as
// parts of a split duty, then duties that a longer sentence holds as well.
func (j *judge) align() {
	j.duties = make([][]*clause, len(j.base.Atoms))
	var rows []int
	var own []*clause
	for i := range j.base.Atoms {
		switch j.base.Atoms[i].Polarity {
		case circular.PolarityDuty, circular.PolarityPermission, circular.PolarityActor:
			rows = append(rows, i)
		}
	}
	for _, c := range j.clauses {
		if c.Duty != nil {
			c.bag = j.bag(c.Text)
			own = append(own, c)
		}
	}
	bags := make([]map[string]int, len(rows))
	score := make([][]float64, len(rows))
	for r, i := range rows {
		bags[r] = j.bag(j.base.Atoms[i].Words)
		score[r] = make([]float64, len(own))
		for k, c := range own {
			score[r][k] = j.likeness(&j.base.Atoms[i], bags[r], c)
		}
	}
	for r, k := range assign(score) {
		if k >= 0 {
			j.duties[rows[r]] = append(j.duties[rows[r]], own[k])
			own[k].used = true
		}
	}
	for k, c := range own {
		best := -1
		for r := range rows {
			if !c.used && score[r][k] >= part && (best < 0 || score[r][k] > score[best][k]) {
				best = r
			}
		}
		if best >= 0 {
			j.duties[rows[best]] = append(j.duties[rows[best]], c)
			c.used = true
		}
	}
	j.restated(rows, own)
	for r, i := range rows {
		if len(j.duties[i]) > 0 {
			continue
		}
		for _, c := range own {
			if held(bags[r], c.bag) >= 0.75 {
				j.duties[i] = append(j.duties[i], c)
				c.used = true
				break
			}
		}
	}
}

// restated gives what only says again that staff may work elsewhere, or what
// the act is about, to the permission of the baseline.
func (j *judge) restated(rows []int, own []*clause) {
	for _, i := range rows {
		a := &j.base.Atoms[i]
		if a.Polarity != circular.PolarityPermission || !has(a.Words, j.Away) {
			continue
		}
		titles := []map[string]int{j.bag(j.base.Circular.Title), j.bag(j.base.Aim)}
		if j.subject != nil {
			titles = append(titles, j.bag(j.subject.Title))
		}
		about := func(c *clause) bool {
			return slices.ContainsFunc(titles, func(t map[string]int) bool { return cosine(t, c.bag) >= aboutTitle })
		}
		for _, c := range own {
			again := c.Kind == circular.KindPermission && (has(c.Text, j.Away) || about(c) || j.dated(c)) || c.Kind == circular.KindObligation && about(c)
			if !c.used && c.Duty.Topic == "" && again && len(c.scope) == 0 {
				j.duties[i] = append(j.duties[i], c)
				c.used = true
			}
		}
		return
	}
}

// dated reports whether the sentence of a clause also gives the period.
func (j *judge) dated(c *clause) bool {
	return slices.ContainsFunc(j.clauses, func(o *clause) bool { return o.Period != nil && o.Span.Overlaps(c.Span) })
}

// likeness returns how far a clause says what an atom says: above 1 where both
// are the same standing duty, 0 where they cannot be the same.
func (j *judge) likeness(a *circular.Atom, bag map[string]int, c *clause) float64 {
	s := cosine(bag, c.bag)
	switch {
	case a.Topic != "" && a.Topic == c.Duty.Topic:
		return 1 + s
	case a.Topic != "" && c.Duty.Topic != "":
		return 0
	case c.Kind == circular.KindSanction || c.Kind == circular.KindReporting || c.Kind == circular.KindCondition && a.Polarity == circular.PolarityPermission:
		return 0
	case s < alike:
		return 0
	}
	return s
}

// held returns the share of the words of a that b has too.
func held(a, b map[string]int) float64 {
	n, all := 0, 0
	for w := range a {
		all++
		if b[w] > 0 {
			n++
		}
	}
	if all < 4 {
		return 0
	}
	return float64(n) / float64(all)
}

// force compares the verbs, where that of the baseline is known and the
// circular itself was read.
func (j *judge) force(a *circular.Atom, c *clause) {
	if c.Kind == circular.KindProhibition && a.Polarity == circular.PolarityDuty && !has(a.Words, j.Negation) && !has(c.Duty.What, j.Negation) {
		j.report("bertentangan.larangan", c, "judul", a.Title)
		return
	}
	if !a.VerbKnown || j.rec.Source.Grade != circular.GradePrimary {
		return
	}
	have, want := j.rank(c.Force), j.rank(a.Force)
	if have < 0 || want < 0 || have == want {
		return
	}
	key := "kadar-berubah.melemah"
	if have < want {
		key = "kadar-berubah.menguat"
	}
	j.report(key, c, "judul", a.Title, "daerah", string(c.Force), "pusat", string(a.Force))
}

// actor compares who is to act. Handing a duty down inside one government is
// usual and no finding; nor is a sentence that names the staff concerned, nor
// the free wording of news.
func (j *judge) actor(a *circular.Atom, c *clause) {
	if a.Who == "" || c.Duty.Who == "" || a.Polarity == circular.PolarityPermission || !j.absent() || has(c.Duty.Who, j.Staff) {
		return
	}
	for _, row := range j.Actors {
		if has(a.Who, row) && has(c.Duty.Who, row) {
			return
		}
	}
	if cosine(j.bag(a.Who), j.bag(c.Duty.Who)) >= 0.5 {
		return
	}
	j.report("pelaksana-berubah.lain", c, "judul", a.Title, "daerah", c.Duty.Who, "pusat", a.Who)
}

// rest files what no atom answered, once for each passage.
func (j *judge) rest() {
	var seen []circular.Span
	for _, c := range j.clauses {
		if c.used || c.Kind == circular.KindLegalBasis || c.Kind == circular.KindPeriod || j.rulesNothing(c) {
			continue
		}
		if c.Kind == circular.KindObligation && c.Duty.Topic == "" && len(c.scope)+len(c.Groups) == 0 && has(c.Text, j.InOffice) && j.joins(c) {
			continue
		}
		key, values := j.addition(c)
		if key == "" || strings.HasPrefix(key, "ketentuan-tambahan") && slices.Contains(seen, c.Span) {
			continue
		}
		seen = append(seen, c.Span)
		d := j.report(key, c, values...)
		j.out.Pairs = append(j.out.Pairs, circular.Pair{Title: string(c.Kind), Others: []circular.Side{*c.side()}, Result: circular.ResultAdded,
			Level: d.Level, Codes: []circular.Code{d.Code}})
	}
}

// rulesNothing reports whether a sentence with the verb of a duty is only the
// head of a list, or the name of an act.
func (j *judge) rulesNothing(c *clause) bool {
	if c.Duty == nil {
		return false
	}
	if strings.HasSuffix(strings.TrimSpace(c.Text), ":") {
		return true
	}
	for i := range j.rec.Circulars {
		if s := j.rec.Circulars[i].Span; s.Overlaps(c.Span) && 2*(min(s.End, c.Span.End)-max(s.Start, c.Span.Start)) > c.Span.Len() {
			return true
		}
	}
	return slices.ContainsFunc(j.rec.Clauses, func(o circular.Clause) bool { return o.LegalBasis != nil && o.Span == c.Span })
}

// joins puts a sentence that only says again that somebody works in the office
// into the row of those who must, and reports whether there is one.
func (j *judge) joins(c *clause) bool {
	for i := range j.out.Pairs {
		row := &j.out.Pairs[i]
		if a := j.base.Atom(row.Atom); a != nil && keeps(a.Effect) && len(row.Others) > 0 {
			row.Others = append(row.Others, *c.side())
			return true
		}
	}
	return false
}

// addition returns the key and values of the finding about a clause that no
// atom answers, or "" for one that only leaves a permission unused.
func (j *judge) addition(c *clause) (key string, values []string) {
	switch {
	case c.Exemption != nil && keeps(c.Exemption.Effect) && c.general():
		return "", nil
	case c.Exemption != nil && keeps(c.Exemption.Effect), c.Quota != nil && c.Quota.Mode == circular.ModeWFO && c.Quota.Bound == circular.BoundMin && !c.unknown:
		return "lebih-ketat.kelompok", []string{"kelompok", j.name(c), "daerah", j.inOffice(c)}
	case c.Quota != nil && c.unknown:
		return "tidak-dapat-dinilai.kelompok", []string{"kelompok", j.name(c), "daerah", j.printed(c.Quota)}
	case c.Kind == circular.KindSanction && j.penalty(c.Clause):
		return "sanksi-dalam-se.sanksi", nil
	case c.Duty != nil && c.Kind != circular.KindSanction && j.burdens(c):
		return "ketentuan-tambahan.beban", []string{"daerah", c.Text, "ringkas", brief(c.Text)}
	}
	return "ketentuan-tambahan.biasa", []string{"daerah", c.Text, "ringkas", brief(c.Text)}
}

// brief cuts a text to its first words.
func brief(text string) string {
	words := strings.Fields(text)
	if len(words) <= 16 {
		return strings.Join(words, " ")
	}
	return strings.Join(words[:16], " ") + " ..."
}

// inOffice returns in short what a clause that keeps people in the office asks.
func (v *voice) inOffice(c *clause) string {
	if c.Quota != nil {
		return v.printed(c.Quota)
	}
	return "WFO"
}

// burdens reports whether an additional clause burdens staff or the public.
func (v *voice) burdens(c *clause) bool {
	return slices.Contains(v.Burdens.Kinds, c.Kind) || c.Force == circular.ForceDilarang || slices.Contains(v.Burdens.Topics, c.Duty.Topic) || has(c.Text, v.Burdens.Words)
}

// penalty reports whether a sanction is a penalty or levy of the circular's own:
// a sentence that imposes one, no definition and no dispensation from it, not a
// permit that lapses, and without a higher act as its ground.
func (v *voice) penalty(c *circular.Clause) bool {
	if c.Duty == nil || c.Duty.Topic == "izin-dicabut" || has(c.Text, v.Higher) || has(c.Text, v.Lapses) {
		return false
	}
	return has(c.Text, v.Penalty) && !has(c.Text, v.Spared) && !has(c.Text, v.Defines)
}
