package compare

import (
	"slices"

	"github.com/telaah/telaah/circular"
)

// penalties returns penalties and levies without a higher ground.
func penalties(p *paper) []finding {
	var out []finding
	for _, c := range p.clauses {
		if c.Kind == circular.KindSanction && penalty(p, c) {
			out = append(out, found("sanksi-dalam-se.sanksi", c))
		}
	}
	return out
}

// authority is a rule about who may sign what, from words/authority.yaml.
type authority struct {
	Capacity []circular.Capacity `yaml:"capacity"`
	Kinds    []circular.Kind     `yaml:"kinds"` // clauses that make it matter
	Why      sentence            `yaml:"why"`
	Source   string              `yaml:"source"`
}

// byAuthority applies the rules about signatories.
func byAuthority(p *paper) []finding {
	if p.subject == nil {
		return nil
	}
	var out []finding
	s := p.subject.Signatory
	for _, rule := range p.offices {
		if !slices.Contains(rule.Capacity, s.Capacity) {
			continue
		}
		for _, c := range p.clauses {
			if slices.Contains(rule.Kinds, c.Kind) && (c.Kind != circular.KindSanction || penalty(p, c)) {
				out = append(out, found("wewenang.jabatan", c, "daerah", string(s.Capacity)+". "+s.Office, "sebab", rule.Why.in(p.lang), "sumber", rule.Source))
				break
			}
		}
	}
	return out
}

// penalty reports whether a sanction is a penalty or levy of the circular's own:
// a sentence that imposes one, no definition and no dispensation from it, not a
// permit that lapses, and without a higher act as its ground.
func penalty(p *paper, c *clause) bool {
	if c.Duty == nil || c.Duty.Topic == "izin-dicabut" || has(c.Text, p.Higher) || has(c.Text, p.Lapses) || grounded(p, c) {
		return false
	}
	return has(c.Text, p.Penalty) && !has(c.Text, p.Spared) && !has(c.Text, p.Defines)
}

// grounded reports whether a penalty of a known kind has its ground elsewhere in
// the document: a penalty of discipline where the act on discipline is named.
func grounded(p *paper, c *clause) bool {
	return slices.ContainsFunc(p.Grounds, func(row []string) bool {
		return has(c.Text, row[:1]) && (slices.ContainsFunc(p.rec.Clauses, func(o circular.Clause) bool {
			return o.LegalBasis != nil && has(o.Text, row[1:])
		}) || p.rec.Text != nil && has(p.rec.Text.Body, row[1:]))
	})
}
