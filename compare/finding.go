package compare

import (
	"github.com/telaah/telaah/circular"
)

// finding is what a room found: an entry of words/findings.yaml, the passage it
// stands on, and the values of its sentences.
type finding struct {
	key    string                // entry of words/findings.yaml
	other  *circular.Side        // passage of the document; nil: none
	values []string              // pairs: name in braces, value
	edit   *circular.Replacement // change of a few words that settles it; nil: none
}

// found makes a finding that stands on a clause, or on none.
func found(key string, c *clause, values ...string) finding {
	if c == nil {
		return foundAt(key, nil, values...)
	}
	return foundAt(key, c.side(), values...)
}

// foundAt makes a finding that stands on a passage, or on none.
func foundAt(key string, other *circular.Side, values ...string) finding {
	return finding{key: key, other: other, values: values}
}

// settledBy returns the finding with the edit that settles it, which may be nil.
func (f finding) settledBy(edit *circular.Replacement) finding {
	f.edit = edit
	return f
}

// verdict is what a room says of one atom of the baseline.
type verdict struct {
	answers  []*clause       // clauses that answer the atom
	beside   []circular.Side // passages that it rests on without being answered by them
	remark   string          // key of the remarks in words/vocabulary.yaml; "" none
	moot     bool            // nothing answers the atom, and nothing need
	findings []finding
}

// answer notes a clause that answers the atom.
func (v *verdict) answer(c *clause) { v.answers = append(v.answers, c) }

// find notes a finding.
func (v *verdict) find(f finding) { v.findings = append(v.findings, f) }

// restOn notes a clause that does not answer the atom, but on which the verdict
// rests, and why; the clause may be nil.
func (v *verdict) restOn(c *clause, remark string) {
	if c != nil {
		v.beside = append(v.beside, *c.side())
	}
	v.remark = remark
}

// needless is the verdict on an atom that nothing answers, and need not.
func (v *verdict) needless(p *paper) {
	v.moot = true
	switch {
	case p.optOut != nil:
		v.restOn(p.optOut, "unused")
	case p.permit == nil:
		v.restOn(nil, "unmentioned")
	default:
		v.restOn(nil, "optional")
	}
}
