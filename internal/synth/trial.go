package synth

import (
	"slices"
	"strings"

	"github.com/telaah/telaah/circular"
)

// Trial says what came of one mutation of one circular.
type Trial struct {
	Spec     Spec
	Mutation string
	Want     []string // the changes that the mutation makes to the facts, see Changed
	Got      []string // those that the reader saw
	Seen     bool     // the reader saw the alteration and nothing else
}

// Try alters one fact of a circular and lets read read it before and after. It
// reports false where the circular has no such fact.
//
// The alteration is seen when the values of the reader's facts change as those
// of the expected records do, and no fact of another field changes, not even
// in its groups. What the reader got wrong before and after alike does not
// count: Try measures whether an alteration comes through.
func Try(s Spec, m Mutation, read func(circular.Text) circular.Record) (Trial, bool) {
	mutated := s
	if !m.Apply(&mutated) {
		return Trial{}, false
	}
	before, after := s.Render(), mutated.Render()
	gotBefore, gotAfter := read(*before.Text), read(*after.Text)
	want := [2][]Fact{Facts(&before), Facts(&after)}
	got := [2][]Fact{Facts(&gotBefore), Facts(&gotAfter)}
	t := Trial{Spec: s, Mutation: m.Name, Want: Changed(want[0], want[1], false), Got: Changed(got[0], got[1], false)}
	detail := Changed(got[0], got[1], true)
	t.Seen = slices.Equal(t.Want, t.Got)
	for _, line := range detail {
		t.Seen = t.Seen && strings.HasPrefix(line[2:], m.Field+":")
	}
	if len(t.Want) == 0 { // only a group changes: the last word of the new one must come
		t.Want, t.Got = Changed(want[0], want[1], true), detail
		other := otherGroup.Name[strings.LastIndexByte(otherGroup.Name, ' ')+1:]
		t.Seen = t.Seen && slices.ContainsFunc(detail, func(l string) bool { return l[0] == '+' && strings.Contains(l, other) })
	}
	return t, true
}
