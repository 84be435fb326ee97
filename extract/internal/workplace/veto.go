package workplace

import (
	_ "embed"
	"math"
	"strconv"
	"strings"
	"sync"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/extract/internal/statement"
)

// The grammar takes a figure beside a way of working for a quota. In news many such
// figures are none: who came, what was saved, what others do. Weights of named
// features, fitted by extract/internal/train, veto those; what they veto is listed
// as unclear, not as a rule.

// Candidate is a figure that may be a quota, with what is known of it.
type Candidate struct {
	First, End int    // the tokens of its sentence
	Text       string // its sentence as printed
	Lo, Hi     float64
	Mode       circular.Mode
	Features   []string
}

// Candidates returns the figures of the text that the grammar takes for quotas.
func Candidates(t *Text) []Candidate {
	r := &reader{Text: t}
	for i := range t.Units {
		r.unit(i)
	}
	return r.candidates
}

//go:embed weights.txt
var weightData string

// weights returns the weight of each feature.
var weights = sync.OnceValue(func() map[string]float64 {
	out := map[string]float64{}
	for line := range strings.Lines(weightData) {
		if name, v, ok := strings.Cut(strings.TrimSpace(line), "\t"); ok && line[0] != '#' {
			out[name], _ = strconv.ParseFloat(v, 64)
		}
	}
	return out
})

// vetoed reports whether the features tell a figure of another matter. In the text
// of a circular every figure rules.
func (r *reader) vetoed(features []string) bool {
	sum := 0.0
	for _, f := range features {
		sum += weights()[f]
	}
	return sum < 0 && !r.Official
}

// features returns what is known of a figure of the k-th statement of unit i that
// would limit mode m.
func (r *reader) features(i, k int, f statement.Figure, m statement.Mode) []string {
	u := &r.Units[i]
	s := &u.Statements[k]
	out := []string{"bias", "before=" + f.Before, "after=" + f.After, "bound=" + string(f.Bound)}
	add := func(name string, ok bool) {
		if ok {
			out = append(out, name)
		}
	}
	own := s.First <= m.First && m.End <= s.End
	add("force="+string(s.Force.Force), true)
	add("cause", s.Force.Cause)
	add("mode=inherited", !own)
	add("mode=weak", m.Weak)
	add("mode=noun", m.Noun)
	add("mode=before", own && m.End <= f.Start)
	add("mode=after", own && m.First >= f.End)
	add("mode=relative", m.Rel)
	add("figure=relative", f.Rel)
	add("odd", math.Mod(f.Hi, 5) != 0)
	add("hundred", f.Hi == 100)
	add("fifty", f.Hi == 50)
	add("ratio", f.Ratio)
	add("words", f.Words)
	add("figures="+strconv.Itoa(min(len(s.Figures), 3)), true)
	add("keep", s.Keep)
	add("only", s.Only)
	add("label", s.Label)
	add("grant", s.Grant)
	add("agent", s.Agent)
	add("negated", s.Negated)
	add("verbal", s.Verbal)
	add("foreign", s.Foreign)
	add("same", s.Same)
	add("issue", s.Issue)
	add("who", len(s.Who) > 0)
	add("who=narrow", len(narrow(s.Who)) > 0)
	add("target", len(s.Target) > 0)
	add("target=narrow", len(narrow(s.Target)) > 0)
	staff := false
	for _, g := range append(append([]statement.Group{}, s.Who...), s.Target...) {
		staff = staff || r.person(g)
	}
	add("staff", staff)
	add("aside", len(s.Aside) > 0)
	for _, a := range s.Aside {
		add("aside="+a.Entry.ID, a.Entry != nil)
	}
	add("voice="+string(u.Voice), true)
	add("standing="+string(r.standing(i, k, f)), true)
	add("measured", r.measured(i, k, f, m))
	add("point", r.Blocks[u.Block].Path != "")
	return out
}
