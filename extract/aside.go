package extract

import (
	"strings"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/lexicon"
)

// setAside finds the groups that a sentence excepts before it tells the rule,
// "Selain puskesmas dan RSUD, seluruh OPD boleh WFH", and mutes them: the rule
// is not theirs.
func (d *doc) setAside(s *scene) {
	first := s.first
	for first < s.end && (d.Toks[first].Kind == lexicon.Punct || d.Is(first, "contrast")) {
		first++
	}
	m, ok := d.Starts(first, "aside")
	if !ok {
		return
	}
	from := m.End
	if p, ok := d.Starts(from, "prep"); ok {
		from = p.End
	}
	rule := s.end // the first token of what is ruled
	for _, o := range s.modes {
		if !o.rel {
			rule = min(rule, o.first)
		}
	}
	if len(s.figs) > 0 {
		rule = min(rule, s.figs[0].first)
	}
	if _, also := d.Find(from, s.end, "also"); also && d.Toks[m.First].Norm == "selain" || rule == s.end {
		return
	}
	if a, ok := d.Starts(from, "all"); ok {
		from = a.End
	}
	if !d.heads(from) {
		return
	}
	end := d.phrase(from, s.end).end
	if end >= rule || d.Toks[end].Norm != "," {
		end = d.listEnd(from, rule) // the list ran on into the subject
	}
	if end == 0 || d.Toks[end+1].Norm == "yang" || len(d.groupsIn(end, s.end)) == 0 {
		return // it has no rule of its own: "Kecuali RSUD, yang tetap masuk."
	}
	for _, g := range d.groupsIn(from, end) {
		if !strings.HasPrefix(strings.Join(g.cats, ""), "wilayah.") { // "di luar Jawa-Bali" is a place
			s.aside = append(s.aside, g)
		}
	}
	for _, g := range s.aside {
		for i := g.first; i < g.end; i++ {
			d.muted[i] = true
		}
	}
}

// listEnd returns the comma that closes the list of tokens first up to end: the
// one behind "A, B, dan C", else the last one, or 0.
func (d *doc) listEnd(first, end int) int {
	comma, and := 0, false
	for i := first; i < end; i++ {
		switch d.Toks[i].Norm {
		case "dan", "serta", "maupun", "atau":
			and = true
		case ",":
			if comma = i; and {
				return comma
			}
		}
	}
	return comma
}

// exceptAside adds the exemption of the groups set aside.
func (d *doc) exceptAside(s *scene) {
	if len(s.aside) == 0 {
		return
	}
	for _, m := range s.modes {
		if m.weak || m.rel {
			continue
		}
		c := claim{Clause: circular.Clause{Kind: circular.KindExemption, Path: d.paras[s.para].path, Rule: "aside/aside", Confidence: 0.8}}
		c.Exemption = &circular.Exemption{Effect: exceptTo(m), Open: d.name(&c, s.aside)}
		d.claim(s.first, s.end, c)
		return
	}
}

// exceptTo returns what an exception to the rule that mode m tells does.
func exceptTo(m modeRef) circular.Effect {
	switch {
	case m.mode == circular.ModeWFO && !m.neg:
		return circular.EffectMayWFH
	case m.neg:
		return circular.EffectEligible
	}
	return circular.EffectNotEligible
}
