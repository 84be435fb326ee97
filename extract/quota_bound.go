package extract

import (
	"strings"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/lexicon"
)

// shares reports whether a figure with a weak mode is part of a division of
// staff: the sentence has another figure that makes a hundred with it, or it
// is a head count of every unit, or the item of a labelled list.
func (d *doc) shares(s *scene, f figure) bool {
	for _, g := range s.figs {
		if g.first != f.first && g.percent && f.percent && g.lo+f.lo == 100 && len(firstTwo(s.modes)) == 2 {
			return true
		}
	}
	if f.unit == "orang" {
		_, ok := d.Find(s.first, s.end, "every")
		return ok
	}
	return f.percent && d.labelled(s, f)
}

// asks reports whether the sentence is a question.
func (d *doc) asks(s *scene) bool {
	for i := s.end - 1; i >= max(s.first, s.end-4); i-- {
		if n := d.Toks[i].Norm; n == "?" || n == "tidak" && i > s.first && d.Toks[i-1].Norm == "atau" {
			return true
		}
	}
	return false
}

// daysRule reports whether a number of days is a quota: so many a week, or
// shared between two modes. Else it is a length of time.
func (d *doc) daysRule(s *scene, f figure) bool {
	if _, ok := d.Find(s.first, s.end, "neg"); ok {
		return false
	}
	n := 0
	for _, g := range s.figs {
		if g.unit == "hari" {
			n++
		}
	}
	if n >= 2 && len(firstTwo(s.modes)) == 2 {
		return true
	}
	m, ok := d.Find(f.end, min(s.end, f.end+6), "recur")
	return ok && m.First-f.end <= 4
}

// bound returns the bound of f and the id of the entry that says so: the
// nearest bound word before it in its stretch, or right behind it.
func (d *doc) bound(s *scene, seg [2]int, f figure) (circular.Bound, string) {
	b, rule, approx := circular.BoundExact, "percent/percent", false
	if f.ratio {
		return b, "ratio/each"
	}
	for i := f.first - 1; i >= seg[0] && f.first-i <= 12; i-- {
		m, ok := d.Starts(i, "bound")
		if !ok || m.End > f.first {
			if b, ok := d.Starts(i-1, "bound"); ok && b.End == i+1 {
				continue // the point of "maks."
			}
			if n := d.Toks[i].Norm; n == "," || n == ";" || n == "." {
				break
			}
			continue
		}
		tight := f.first - m.End
		switch m.Entry.ID {
		case "approx":
			if tight == 0 {
				approx = true
				continue
			}
		case "upto":
			if tight == 0 && !d.optimal(seg[0], i) {
				return circular.BoundMax, m.Entry.Rule()
			}
			continue
		case "optimal", "exact":
			rule = m.Entry.Rule()
			continue
		}
		if m.Entry.ID == "max" && d.Toks[m.First].Norm == "hanya" && (tight > 2 || tight > 0 && !d.verb(m.End)) {
			continue
		}
		b, rule = circular.Bound(m.Entry.ID), m.Entry.Rule()
		break
	}
	if m, ok := d.Starts(f.end, "bound"); ok && b == circular.BoundExact && (m.Entry.ID == "max" || m.Entry.ID == "min") && d.Toks[m.First].Norm != "hanya" && m.End <= seg[1] {
		if _, fig := d.figureAt(m.End, seg[1]); !fig {
			b, rule = circular.Bound(m.Entry.ID), m.Entry.Rule()
		}
	}
	if approx && b == circular.BoundExact {
		return circular.BoundApprox, "bound/approx"
	}
	return b, rule
}

func (d *doc) optimal(first, end int) bool {
	for i := max(first, end-3); i < end; i++ {
		if m, ok := d.Starts(i, "bound"); ok && m.Entry.ID == "optimal" {
			return true
		}
	}
	return false
}

// rules reports whether the stretch rules something: a deontic word stands in it.
func (d *doc) rules(seg [2]int) bool {
	_, ok := d.Find(seg[0], seg[1], "force")
	return ok
}

// force returns the strongest force in the tokens from first up to end.
func (d *doc) force(first, end int) circular.Force { return d.strongest(first, end, true) }

// strongest is force, with or without verbs that ask softly ("memastikan").
func (d *doc) strongest(first, end int, soft bool) circular.Force {
	rank := []circular.Force{circular.ForceDapat, circular.ForceDiimbau, circular.ForceDiminta, circular.ForceWajib, circular.ForceDilarang}
	best := -1
	for _, m := range d.Within(first, end) {
		if m.Entry.Class == "force" {
			if b, ok := d.Starts(m.First, "bound"); ok && b.End >= m.End {
				continue // "tidak boleh melebihi" limits, and forbids nothing else
			}
			if m.Entry.ID == "ensure" && soft && best < 0 {
				best = 2
			}
			for i, f := range rank {
				if string(f) == m.Entry.ID && i > best {
					best = i
				}
			}
		}
	}
	if best < 0 {
		return ""
	}
	return rank[best]
}

// measured reports whether the figure measures something else than a share of
// staff in a mode: attendance, a discount, visitors.
func (d *doc) measured(s *scene, seg [2]int, f figure, modes []modeRef) bool {
	close := false
	for _, m := range modes {
		if m.first >= s.first && m.end <= s.end && !m.weak && (abs(m.first-f.end) <= 3 || abs(f.first-m.end) <= 3) {
			close = true
		}
	}
	from, to := max(seg[0], f.first-8), min(seg[1], f.end+4)
	if modes[0].rel {
		to = min(seg[1], max(to, modes[0].end+3)) // "88 persen pegawai yang terjadwal WFO hadir tepat waktu"
	}
	for _, m := range d.Within(from, to) {
		if m.Entry.Class != "measure" {
			continue
		}
		switch m.Entry.Attrs["why"] {
		case "practice":
			if m.End <= f.first && f.first-m.End <= 2 {
				return true
			}
		case "attendance":
			if (!close || modes[0].rel) && !d.rules(seg) {
				if _, ok := d.Find(max(seg[0], f.first-6), f.first, "bound"); !ok {
					return true
				}
			}
		default:
			if !close || m.End <= f.first && f.first-m.End <= 4 && !d.modeBetween(modes, m.End, f.first) || m.First >= f.end && m.First-f.end <= 1 {
				return true
			}
		}
	}
	return false
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}

// standing returns why a figure is no rule, or that it is one.
func (d *doc) standing(s *scene, seg [2]int, f figure, b circular.Bound) circular.Assertion {
	if a := d.said(s); a != circular.AssertRule {
		return a
	}
	for _, m := range d.Within(s.first, f.first) {
		switch m.Entry.Class {
		case "practice":
			return circular.AssertPractice
		case "plan":
			if m.First >= seg[0] || m.First <= s.first+2 {
				return circular.AssertPlan
			}
		case "example":
			if (m.First >= seg[0] && f.first-m.End <= 8 || m.First <= s.first+2) && !d.instances(m, s) {
				return circular.AssertExample
			}
		}
	}
	if m, ok := d.Find(f.end, min(s.end, f.end+4), "plan"); ok && m.Entry.ID == "judged" {
		return circular.AssertPlan // "25 persen dinilai paling aman"
	}
	if b == circular.BoundApprox {
		return circular.AssertApprox
	}
	return circular.AssertRule
}

// instances reports whether a word for an example opens a list of offices, not
// a sum: "OPD esensial, misalnya DPMPTSP, ...".
func (d *doc) instances(m lexicon.Match, s *scene) bool {
	return m.First > s.first+1 && d.Toks[m.First-1].Norm == "," && d.heads(m.End) && len(d.groupsIn(s.first, m.First)) > 0
}

// condition returns the level, zone or other state that the stretch names.
func (d *doc) condition(s *scene, seg [2]int) string {
	for _, m := range d.Within(seg[0], seg[1]) {
		if m.Entry.Class != "condition" {
			continue
		}
		end := m.End
		if m.Entry.ID == "if" {
			for end < seg[1] && d.Toks[end].Norm != "," && d.Toks[end].Norm != "." && !d.Is(end, "mode") {
				end++
			}
		} else {
			for end < seg[1] && end-m.End < 4 && (d.Toks[end].Norm == "dan" || !d.bar(end) && d.Toks[end].Norm != "," && d.Toks[end].Norm != ":" && d.Toks[end].Norm != ";" && d.Toks[end].Norm != ".") {
				end++
			}
		}
		if end > m.End || m.End-m.First > 1 || d.Toks[m.First].Norm == "psbb" {
			return strings.TrimSuffix(d.Printed(m.First, end), " dan")
		}
	}
	return ""
}

// recurrence returns the weekly or daily rhythm that the sentence names.
func (d *doc) recurrence(s *scene) string {
	if m, ok := d.Find(s.first, s.end, "recur"); ok {
		return d.Printed(m.First, m.End)
	}
	return ""
}
