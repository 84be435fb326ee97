package second

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/telaah/telaah/circular"
)

//go:embed general.txt
var generalData string

// general returns the words of general.txt.
var general = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for line := range strings.Lines(generalData) {
		if line[0] != '#' {
			for _, w := range strings.Fields(line) {
				out[w] = true
			}
		}
	}
	return out
})

// bag is a set of the words that tell a group from others.
type bag map[string]bool

func bagOf(s string) bag {
	out := bag{}
	odd := func(r rune) bool { return (r < 'a' || r > 'z') && (r < '0' || r > '9') }
	for _, w := range strings.FieldsFunc(strings.ToLower(s), odd) {
		if !general()[w] {
			out[w] = true
		}
	}
	return out
}

// like reports whether two bags mean one group: both none in particular, or a
// third of the one or half of the other shared.
func (b bag) like(c bag) bool {
	if len(b) == 0 || len(c) == 0 {
		return len(b) == len(c)
	}
	n := 0
	for w := range b {
		if c[w] {
			n++
		}
	}
	return n > 0 && (3*n >= len(b) || 2*n >= len(c))
}

// The classes of effects: what they do to the place of work.
const (
	InOffice = "in_office"
	StayHome = "may_stay_home"
	Other    = "other"
)

// Class returns the class of an effect.
func Class(e circular.Effect) string {
	switch e {
	case circular.EffectMustWFO, circular.EffectNotEligible, circular.EffectWFHNotApplied, circular.EffectMustBeAvailable:
		return InOffice
	case circular.EffectEligible, circular.EffectMayWFH, circular.EffectMustWFH, circular.EffectExcusedIfReported, circular.EffectMayLeaveHome:
		return StayHome
	}
	return Other
}
