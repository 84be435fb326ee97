package extract

import (
	"slices"
	"strings"

	"github.com/telaah/telaah/circular"
)

// implicit adds the quota of a sentence that sends all staff home without a
// figure, "seluruh pegawai bekerja dari rumah", or tells a whole share in words,
// "WFH secara penuh", "WFO penuh".
func (d *doc) implicit(s *scene) {
	if len(s.figs) > 0 || d.said(s) != circular.AssertRule {
		return
	}
	for _, m := range s.modes {
		if m.weak || m.neg || m.rel {
			continue
		}
		all := d.allOf(s, m)
		if all == "" || m.mode == circular.ModeWFO && all != "all/full" {
			continue // that all are in the office is how it always was; "WFO penuh" is a share
		}
		if _, ok := d.Find(s.first, m.first, "neg"); ok {
			continue
		}
		hundred := 100.0
		c := claim{Clause: circular.Clause{Kind: circular.KindQuota, Path: d.paras[s.para].path, Force: d.force(s.first, s.end), Rule: all, Confidence: 0.75}}
		gs, far := d.groupsFor(s, [2]int{s.first, s.end}, m.first, m.end)
		c.Confidence -= far
		if d.name(&c, gs); c.narrow && (m.mode == circular.ModeWFO || d.afflicts(gs)) {
			continue // the exemption grammar has it
		}
		c.Quota = &circular.Quota{Mode: m.mode, Bound: circular.BoundExact, Percent: &hundred, Implicit: true, Condition: d.condition(s, [2]int{s.first, s.end}), Recurrence: d.recurrence(s)}
		d.claim(s.first, s.end, c)
		return
	}
}

// allOf returns the rule id of the word that makes the mode hold for all staff:
// "seluruh" before a staff word, or "secara penuh" beside the mode.
func (d *doc) allOf(s *scene, m modeRef) string {
	for _, a := range d.Within(s.first, s.end) {
		if a.Entry.Class != "all" || a.First > s.first && d.Is(a.First-1, "neg") {
			continue // "tidak semuanya berkantor"
		}
		if a.Entry.ID == "full" {
			if a.First >= m.end && a.First-m.end <= 6 || a.End <= m.first && m.first-a.End <= 3 {
				return a.Entry.Rule()
			}
			continue
		}
		if a.End > m.first+6 || !(d.namesPeople(a.End) || d.Toks[a.First].Norm == "seluruhnya" || d.Toks[a.First].Norm == "semuanya") {
			continue
		}
		if a.First < m.first || a.First-m.end <= 3 {
			return a.Entry.Rule()
		}
	}
	return ""
}

// inheritsQuota adds the quotas of the sentence before for the group that
// "hal ini turut berlaku bagi ..." names.
func (d *doc) inheritsQuota(s *scene, found bool) {
	m, ok := d.Find(s.first, s.end, "inherit")
	if !ok || found || s.index == 0 || d.said(s) != circular.AssertRule {
		return
	}
	gs := d.groupsIn(m.End, s.end)
	if len(gs) == 0 {
		gs = d.groupsIn(s.first, m.First)
	}
	if len(gs) == 0 {
		return
	}
	from := max(0, s.index-3)
	for from < s.index-1 && d.sents[from].para < s.para-1 {
		from++
	}
	start := d.Toks[d.sents[from].first].Start
	var above []claim // the latest quotas of one sentence
	for i := len(d.claims) - 1; i >= 0 && d.claims[i].Span.Start >= start; i-- {
		if c := d.claims[i]; c.Kind == circular.KindQuota && c.Assertion == circular.AssertRule && (len(above) == 0 || c.Span == above[0].Span) {
			above = append(above, c)
		}
	}
	slices.Reverse(above)
	for _, c := range above {
		q := *c.Quota
		c.Quota, c.Groups, c.Categories = &q, nil, nil
		c.Rule, c.Confidence = m.Entry.Rule(), c.Confidence-0.05
		d.name(&c, gs)
		c.narrow = true
		d.claim(s.first, s.end, c)
	}
}

// namesPeople reports whether a phrase for people, not for an office, begins at token i.
func (d *doc) namesPeople(i int) bool {
	if i >= len(d.Toks) || !d.heads(i) {
		return false
	}
	m := d.headMatch(i)
	return m.Entry.Class == "subject" || m.Entry.Class == "group" && !strings.HasPrefix(m.Entry.ID, "kantor.") || m.Entry.Class == "person"
}
