package gold

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/telaah/telaah/circular"
)

// Sheet is the outcome over a set of texts.
type Sheet struct {
	fields             map[string]*Tally
	Distractors, Traps int
	Claimed            []Claim // every value that is scored
}

// Claim is one value of a record and whether gold agrees. Of a quota it holds
// whether its group is right too.
type Claim struct {
	Kind     string             // "quota", "exemption", "period", "signatory", "number", "subject", "date"
	Clause   *circular.Clause   // of the first three
	Circular *circular.Circular // of the others
	Right    bool
}

// Certain reports whether the record calls the value certain.
func (c Claim) Certain() bool {
	switch c.Kind {
	case "signatory":
		return c.Circular.Signatory.Certain
	case "number":
		return c.Circular.Certain.Number
	case "subject":
		return c.Circular.Certain.Subject
	case "date":
		return c.Circular.Certain.Date
	}
	return c.Clause.Certain
}

// Fields are what is scored, in the order of the tables.
var Fields = []string{"number", "subject", "signatory", "signed", "period", "quota", "quota+who", "exemption", "basis"}

// Of returns the tally of a field.
func (s *Sheet) Of(field string) *Tally {
	if s.fields == nil {
		s.fields = map[string]*Tally{}
	}
	if s.fields[field] == nil {
		s.fields[field] = &Tally{}
	}
	return s.fields[field]
}

// Macro returns the mean F1 of the fields.
func (s *Sheet) Macro() float64 {
	sum := 0.0
	for _, f := range Fields {
		sum += s.Of(f).F1()
	}
	return sum / float64(len(Fields))
}

func equal(a, b item) bool { return a.key == b.key }

// Score adds what one record got right and wrong.
func (s *Sheet) Score(g Text, rec *circular.Record) {
	s.heads(g, rec)
	var want, got []item
	for _, e := range g.Effective {
		want = append(want, item{key: e.Start + ".." + e.End, optional: e.Derived})
	}
	for i, c := range rec.Clauses {
		if c.Period != nil {
			got = append(got, item{key: c.Period.Start.String() + ".." + c.Period.End.String(), clause: &rec.Clauses[i]})
		}
	}
	s.claim("period", got, s.Of("period").add(want, got, equal))
	s.rules(g, rec)
	want, got = nil, nil
	for _, b := range g.Bases {
		number := ""
		if b.Number != nil {
			number = fmt.Sprint(b.Number)
		}
		want = append(want, law(b.Type, number, b.Year)...)
	}
	for _, c := range rec.Clauses {
		if b := c.LegalBasis; b != nil {
			got = append(got, law(b.Type, b.Number, b.Year)...)
		}
	}
	s.Of("basis").add(unique(want), unique(got), equal)
}

// heads scores what is said of circulars.
func (s *Sheet) heads(g Text, rec *circular.Record) {
	var named, subject, who, when, gotNamed, gotSubject, gotWho, gotWhen []item
	for _, c := range g.Circulars {
		key := item{key: fmt.Sprintf("%s/%d", actNumber(c.Number), c.Year)}
		if c.Number != "" {
			named = append(named, key)
		}
		if c.Role != "subject" {
			continue
		}
		if c.Number != "" {
			subject = append(subject, key)
		}
		if c.Signatory != nil && c.Signatory.Name != "" {
			who = append(who, item{key: c.Signatory.Name, optional: c.Signatory.Evidence == "inferred_office"})
		}
		if c.DateSigned != "" {
			when = append(when, item{key: c.DateSigned})
		}
	}
	of := map[string][]*circular.Circular{}
	for i := range rec.Circulars {
		c := &rec.Circulars[i]
		key := item{key: fmt.Sprintf("%s/%d", actNumber(c.Number), c.Year)}
		if c.Number != "" {
			gotNamed = append(gotNamed, key)
			of["number"] = append(of["number"], c)
		}
		if c.Role != circular.RoleSubject {
			continue
		}
		if c.Number != "" {
			gotSubject = append(gotSubject, key)
			of["subject"] = append(of["subject"], c)
		}
		if c.Signatory.Name != "" {
			gotWho = append(gotWho, item{key: c.Signatory.Name})
			of["signatory"] = append(of["signatory"], c)
		}
		if !c.DateSigned.IsZero() {
			gotWhen = append(gotWhen, item{key: c.DateSigned.String()})
			of["date"] = append(of["date"], c)
		}
	}
	heads := func(kind string, right func(k int) bool) {
		for k, c := range of[kind] {
			s.Claimed = append(s.Claimed, Claim{Kind: kind, Circular: c, Right: right(k)})
		}
	}
	among := func(want, got []item) func(int) bool {
		return func(k int) bool { return slices.ContainsFunc(want, func(w item) bool { return w.key == got[k].key }) }
	}
	heads("number", among(named, gotNamed))
	heads("subject", among(subject, gotSubject))
	s.Of("number").add(unique(named), unique(gotNamed), equal)
	s.Of("subject").add(unique(subject), unique(gotSubject), equal)
	served := s.Of("signatory").add(who, gotWho, func(a, b item) bool { return sameName(a.key, b.key) })
	heads("signatory", func(k int) bool { return served[k] })
	days := s.Of("signed").add(when, gotWhen, equal)
	heads("date", func(k int) bool { return days[k] })
}

// rules scores quotas and exemptions. A full-office duty may be given as an exemption or as a quota of exactly
// 100% WFO, whichever gold has.
func (s *Sheet) rules(g Text, rec *circular.Record) {
	const whole = "WFO exact %100"
	var quotas, exemptions, gotQ, gotX []item
	for _, q := range g.Quotas {
		lo, hi := q.Lo, q.Hi
		if lo == nil {
			lo, hi = q.ShortLo, q.ShortHi
		}
		quotas = append(quotas, item{key: quotaKey(q.Mode, q.Bound, q.Percent, lo, hi, q.Count), group: []string{q.Group}, optional: q.Asserted != ""})
	}
	for _, e := range g.Exemptions {
		exemptions = append(exemptions, item{key: effectClass(e.Effect), group: []string{e.Group}})
	}
	has := func(items []item, key string) int {
		n := 0
		for _, i := range items {
			if i.key == key {
				n++
			}
		}
		return n
	}
	duty := map[int]bool{} // indices in gotX of duties with 100 per cent printed
	for i := range rec.Clauses {
		c := &rec.Clauses[i]
		if c.Exemption != nil && c.Assertion == circular.AssertRule {
			class := effectClass(string(c.Exemption.Effect))
			duty[len(gotX)] = class == "in_office" && c.Exemption.Percent != nil && *c.Exemption.Percent == 100
			gotX = append(gotX, item{key: class, group: c.Groups, clause: c})
		}
	}
	for i := range rec.Clauses {
		c := &rec.Clauses[i]
		if c.Quota == nil || c.Assertion != circular.AssertRule {
			continue
		}
		q := c.Quota
		it := item{key: quotaKey(string(q.Mode), string(q.Bound), q.Percent, q.PercentLo, q.PercentHi, q.Count), group: c.Groups, clause: c}
		if it.key == whole && has(quotas, whole) == 0 && has(exemptions, "in_office") > 0 {
			duty[len(gotX)] = true
			gotX = append(gotX, item{key: "in_office", group: c.Groups, clause: c})
		} else {
			gotQ = append(gotQ, it)
		}
	}
	places := map[string]bool{}
	for _, c := range g.Circulars {
		for _, w := range groupWords(c.Region + " " + c.Issuer) {
			places[w] = true
		}
	}
	for _, q := range quotas {
		if q.key != whole || has(gotQ, whole) >= has(quotas, whole) {
			continue
		}
		for i, e := range gotX {
			taken := slices.ContainsFunc(exemptions, func(x item) bool { return sameGroup(x.group, e.group, nil) })
			if duty[i] && sameGroup(q.group, e.group, nil) && !taken {
				gotQ = append(gotQ, item{key: whole, group: e.group, clause: e.clause})
				gotX = slices.Delete(slices.Clone(gotX), i, i+1)
				moved := map[int]bool{}
				for j, d := range duty {
					if j < i {
						moved[j] = d
					} else if j > i {
						moved[j-1] = d
					}
				}
				duty = moved
				break
			}
		}
	}
	withGroup := func(a, b item) bool { return a.key == b.key && sameGroup(a.group, b.group, places) }
	served := s.Of("quota").add(quotas, gotQ, equal)
	s.Traps += trapped(g, gotQ, served)
	s.claim("quota", gotQ, s.Of("quota+who").add(quotas, gotQ, withGroup))
	seen := map[string]bool{}
	once := gotX[:0:0]
	for _, e := range gotX { // the same duty given twice is one
		words := groupWords(strings.Join(e.group, " "))
		slices.Sort(words)
		k := e.key + " " + strings.Join(slices.Compact(words), " ")
		if !seen[k] {
			seen[k] = true
			once = append(once, e)
		}
	}
	s.claim("exemption", once, s.Of("exemption").add(exemptions, once, withGroup))
	if len(quotas) == 0 {
		s.Distractors += len(gotQ)
	}
}

// trapped counts invented quotas whose figure gold lists as no clause.
func trapped(g Text, got []item, served []bool) int {
	figures := map[float64]bool{}
	for _, o := range g.Others {
		if !slices.Contains([]string{"dup", "complement", "headline", "other_scope"}, o.Why) {
			for _, m := range percentFigure.FindAllStringSubmatch(o.Context, -1) {
				x, _ := strconv.ParseFloat(strings.Replace(m[1], ",", ".", 1), 64)
				figures[x] = true
			}
		}
	}
	n := 0
	for i, q := range got {
		if served[i] {
			continue
		}
		figure := 100.0 // of a duty that counts as a quota
		if q.clause.Quota != nil {
			if q.clause.Quota.Percent == nil {
				continue
			}
			figure = *q.clause.Quota.Percent
		}
		if figures[figure] {
			n++
		}
	}
	return n
}

func (s *Sheet) claim(kind string, got []item, right []bool) {
	for i, it := range got {
		s.Claimed = append(s.Claimed, Claim{Kind: kind, Clause: it.clause, Right: right[i]})
	}
}
