package second

import (
	"strconv"

	"github.com/telaah/telaah/extract/internal/mention"
	"github.com/telaah/telaah/lexicon"
)

// none is the answer that a place is no value at all.
const none = "none"

// modes are what a figure can be to this reader: a share in one of the ways of
// working, or no rule. bounds are how it can limit.
var (
	modes  = []string{none, "WFH", "WFO", "WFA"}
	bounds = []string{"exact", "max", "min"}
)

// figures asks of the percentages of a stretch.
func (s *scene) figures(k int, add func(Question)) {
	fs := s.percentages(s.bounds[k])
	for _, f := range fs {
		q := Question{First: f.First, End: f.End, Kind: Mode, Value: f.Lo, Answers: modes, Features: s.shares(f, 0, fs)}
		add(q)
		if f.Ratio {
			q.Value, q.Features = f.Hi, s.shares(f, 1, fs)
			add(q)
		}
		q.Value, q.Kind, q.Answers, q.Features = f.Lo, Bound, bounds, s.limits(f)
		add(q)
	}
}

// shares returns the features of each of modes for a figure; part is 0 or 1 of a
// ratio, fs are the figures of the stretch.
func (s *scene) shares(f mention.Figure, part int, fs []mention.Figure) [][]string {
	from, to := s.around(f.First)
	common := s.beside(nil, f.First, f.End)
	v := f.Lo
	if part == 1 {
		v = f.Hi
	}
	common = append(common, "value "+shape(v), "figures "+strconv.Itoa(min(len(fs), 4)))
	if f.Ratio {
		common = append(common, "ratio")
	}
	if f.Words {
		common = append(common, "in words")
	}
	common = append(common, s.setting(f.First)...)
	k := s.stretch[f.First]
	switch {
	case s.hasMode(from, to):
		common = append(common, "mode here")
	case k > 0 && s.hasMode(s.bounds[k-1][0], s.bounds[k-1][1]):
		common = append(common, "mode before")
	default:
		common = append(common, "no mode")
	}
	out := make([][]string, len(modes))
	out[0] = each(none, common)
	for i, m := range modes[1:] {
		out[i+1] = append(s.modeFeatures(f, part, m, fs), "mode "+m)
	}
	return out
}

// shape names the form of a percentage.
func shape(v float64) string {
	switch {
	case v == 100:
		return "100"
	case v == 0:
		return "0"
	case v != float64(int(v)):
		return "fraction"
	case int(v)%5 != 0:
		return "odd"
	}
	return "round"
}

// setting tells where in the text token i stands.
func (s *scene) setting(i int) []string {
	var out []string
	if s.stretch[i] == 0 {
		out = append(out, "headline")
	}
	if s.news {
		out = append(out, "news")
	}
	return out
}

// modeOf returns the way of working that a phrase names, and whether it may be
// another thing.
func modeOf(m lexicon.Match) (mode string, weak bool) {
	if m.Entry.Class != "mode" {
		return "", false
	}
	if a := m.Entry.Attrs["mode"]; a != "" {
		return a, true
	}
	return m.Entry.ID, false
}

// hasMode reports whether a way of working is named in the range.
func (s *scene) hasMode(first, end int) bool {
	_, ok := s.Find(first, end, "mode")
	return ok
}

// named is a way of working beside a figure.
type named struct {
	gap  int // tokens between
	mode string
	weak bool
}

// modeFeatures tells how a way of working stands to a figure.
func (s *scene) modeFeatures(f mention.Figure, part int, mode string, fs []mention.Figure) []string {
	from, to := s.around(f.First)
	var left, right []named
	for _, m := range s.Within(from, to) {
		n, weak := modeOf(m)
		switch {
		case n == "":
		case m.First >= f.End:
			right = append(right, named{m.First - f.End, n, weak})
		case m.End <= f.First:
			left = append([]named{{f.First - m.End, n, weak}}, left...)
		}
	}
	if len(left)+len(right) == 0 {
		return s.modeBefore(mode, from)
	}
	var out []string
	only := true
	for _, side := range []struct {
		name string
		all  []named
	}{{"left", left}, {"right", right}} {
		for i, x := range side.all {
			if x.mode != mode {
				only = false
				continue
			}
			if i > 1 {
				continue
			}
			at := side.name + " " + strconv.Itoa(i+1)
			out = append(out, at, at+" gap "+distance(x.gap))
			if x.weak {
				out = append(out, at+" weak")
			}
			if f.Ratio {
				out = append(out, "part "+strconv.Itoa(part)+" "+at)
			}
			if i > 0 {
				continue
			}
			between := [2]int{f.End, f.End + x.gap}
			if side.name == "left" {
				between = [2]int{f.First - x.gap, f.First}
			}
			for _, g := range fs {
				if g.First >= between[0] && g.End <= between[1] {
					out = append(out, side.name+" beyond a figure")
					break
				}
			}
			for i := between[0]; i < between[1]; i++ {
				if s.Is(i, "coord") || s.Is(i, "pausemark") {
					out = append(out, side.name+" beyond a pause")
					break
				}
			}
		}
	}
	if only {
		out = append(out, "only mode")
	}
	return out
}

// memory is how many tokens back a way of working is remembered.
const memory = 400

// modeBefore tells whether a way of working was the last one named before token i.
func (s *scene) modeBefore(mode string, i int) []string {
	ms := s.Within(i-memory, i)
	for k := len(ms) - 1; k >= 0; k-- {
		n, weak := modeOf(ms[k])
		if n == "" || weak {
			continue
		}
		if n == mode {
			return []string{"last named", "last named gap " + distance(i-ms[k].End)}
		}
		break
	}
	return nil
}

// limits returns the features of each of bounds for a figure.
func (s *scene) limits(f mention.Figure) [][]string {
	from, to := s.around(f.First)
	var fs []string
	for k := 1; k <= 6; k++ {
		if i := f.First - k; i >= from {
			fs = append(fs, leftAt[min(k, near)]+s.word(i), "left "+s.word(i))
		}
		if i := f.End + k - 1; i < to {
			fs = append(fs, rightAt[min(k, near)-1]+s.word(i))
		}
	}
	for _, m := range s.Within(max(from, f.First-8), min(to, f.End+8)) {
		switch {
		case m.Entry.Class != "bound":
		case m.End <= f.First:
			fs = append(fs, "left: "+m.Entry.ID, "left: "+m.Entry.ID+" gap "+distance(f.First-m.End))
		case m.First >= f.End:
			fs = append(fs, "right: "+m.Entry.ID, "right: "+m.Entry.ID+" gap "+distance(m.First-f.End))
		}
	}
	out := make([][]string, len(bounds))
	for i, b := range bounds {
		out[i] = append(each(b, fs), b)
	}
	return out
}
