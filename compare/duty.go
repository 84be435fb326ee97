package compare

import (
	"slices"
	"strings"

	"telaah/circular"
)

// Likeness of two duties, 0..1, from which they can be the same one: alone,
// and as a further part of one that is already answered.
const (
	alike = 0.45
	part  = 0.6
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
		if a.Polarity == circular.PolarityPermission && j.permits && !j.optsOut {
			return // used, though not said in so many words
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

// likeness returns how far a clause says what an atom says: above 1 where both
// are the same standing duty, 0 where they cannot be the same.
func (j *judge) likeness(a *circular.Atom, bag map[string]int, c *clause) float64 {
	s := cosine(bag, c.bag)
	switch {
	case a.Topic != "" && a.Topic == c.Duty.Topic:
		return 1 + s
	case a.Topic != "" && c.Duty.Topic != "":
		return 0
	case c.Kind == circular.KindSanction || c.Kind == circular.KindCondition && a.Polarity == circular.PolarityPermission:
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
// usual and no finding.
func (j *judge) actor(a *circular.Atom, c *clause) {
	if a.Who == "" || c.Duty.Who == "" || strings.EqualFold(a.Who, c.Duty.Who) {
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

// rest files what no atom answered.
func (j *judge) rest() {
	for _, c := range j.clauses {
		if c.used || c.Kind == circular.KindLegalBasis || c.Kind == circular.KindPeriod {
			continue
		}
		key := "ketentuan-tambahan.biasa"
		values := []string{"daerah", c.Text}
		switch {
		case c.Exemption != nil && keeps(c.Exemption.Effect):
			if c.general() {
				continue // the permission is not used
			}
			key, values = "lebih-ketat.kelompok", []string{"kelompok", j.name(c), "daerah", "WFO"}
		case c.Quota != nil:
			if key = j.strayQuota(c); key == "" {
				continue
			}
			values = []string{"kelompok", j.name(c), "daerah", j.printed(c.Quota)}
		case c.Kind == circular.KindSanction:
			if j.penalty(c.Clause) {
				key = "sanksi-dalam-se.sanksi"
			}
		case c.Duty != nil && j.burdens(c):
			key = "ketentuan-tambahan.beban"
		}
		j.report(key, c, values...)
		d := j.last(key)
		side := c.side()
		j.out.Pairs = append(j.out.Pairs, circular.Pair{Title: string(c.Kind), Others: []circular.Side{*side}, Result: circular.ResultAdded,
			Level: d.Level, Codes: []circular.Code{d.Code}})
	}
}

// last returns the finding filed last under the code of a key.
func (j *judge) last(key string) circular.Deviation {
	code, _, _ := strings.Cut(key, ".")
	for _, list := range [][]circular.Deviation{j.out.Deviations, j.out.NotJudged} {
		for i := len(list) - 1; i >= 0; i-- {
			if string(list[i].Code) == code {
				return list[i]
			}
		}
	}
	return circular.Deviation{Code: circular.Code(code), Level: circular.SeverityNone}
}

// strayQuota returns the key for a quota that no atom answers, "" for one that
// says nothing new.
func (j *judge) strayQuota(c *clause) string {
	if c.unknown {
		return "tidak-dapat-dinilai.kelompok"
	}
	if c.Quota.Mode == circular.ModeWFO && c.Quota.Bound == circular.BoundMin {
		return "lebih-ketat.kelompok"
	}
	return "ketentuan-tambahan.biasa"
}

// burdens reports whether an additional clause burdens staff or the public.
func (j *judge) burdens(c *clause) bool {
	return slices.Contains(j.Burdens.Kinds, c.Kind) || slices.Contains(j.Burdens.Topics, c.Duty.Topic) || has(c.Text, j.Burdens.Words)
}

// penalty reports whether a sanction is a penalty or levy of the circular's
// own: not a permit that lapses, and without a higher act as its ground.
func (j *judge) penalty(c *circular.Clause) bool {
	if c.Duty == nil || c.Duty.Topic == "izin-dicabut" || has(c.Text, j.Higher) {
		return false
	}
	return !has(c.Text, j.Lapses)
}
