package workplace

import (
	"math"
	"slices"
	"strings"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/extract/internal/statement"
	"github.com/telaah/telaah/lexicon"
)

// quotas adds what the figures of the k-th statement of unit i limit.
func (r *reader) quotas(i, k int) {
	u := &r.Units[i]
	s := &u.Statements[k]
	for n, f := range s.Figures {
		if f.Rest || s.Rest && f.Bound == circular.BoundExact || f.From || f.Whole && k+1 < len(r.Units[i].Statements) {
			continue
		}
		if f.Percent && (f.Hi > 100 || f.Lo*2 != math.Trunc(f.Lo*2) && !f.Words) {
			continue // a share with decimals is a count of what happened
		}
		if !f.Percent && (f.Rel || !r.head(i, k, f)) {
			continue
		}
		modes := r.modesFor(i, k, n)
		if len(modes) == 0 {
			continue
		}
		features := r.features(i, k, f, modes[0])
		if f.Percent {
			r.candidates = append(r.candidates, Candidate{First: u.First, End: u.End, Lo: f.Lo, Hi: f.Hi, Mode: modes[0].Mode, Features: features})
		}
		if r.measured(i, k, f, modes[0]) {
			continue
		}
		if none, ok := r.Find(s.First, f.First, "neg"); ok && none.Entry.ID == "none" && f.Bound == circular.BoundExact {
			continue // "tidak ada lagi 50:50"
		}
		if m := modes[0]; m.Negated && f.Lo != 0 && m.End <= f.First && m.Mode != circular.ModeWFO {
			continue // "tidak menerapkan WFH 50 persen"
		}
		from := len(r.out)
		r.quota(i, k, f, modes)
		for n := from; f.Percent && r.vetoed(features) && n < len(r.out); n++ {
			if r.out[n].Assertion == circular.AssertRule {
				r.out[n].Assertion = circular.AssertUnclear
			}
		}
	}
}

// head reports whether a count limits: of heads, where a word of limit says so or
// it is of each unit; of days, where they are shared between two modes or counted
// in a week.
func (r *reader) head(i, k int, f statement.Figure) bool {
	u := &r.Units[i]
	if f.Unit == "hari" {
		days, modes := 0, map[circular.Mode]bool{}
		for _, s := range u.Statements {
			for _, g := range s.Figures {
				if g.Unit == "hari" {
					days++
				}
			}
			for _, m := range s.Modes {
				if !m.Negated {
					modes[m.Mode] = true
				}
			}
		}
		if days > 1 && len(modes) > 1 {
			return true
		}
		_, weekly := r.Find(f.End, u.Statements[k].End, "recur")
		return weekly
	}
	_, each := r.Find(u.First, u.End, "every")
	return f.Bound == circular.BoundMax || f.Bound == circular.BoundMin || each && f.Unit == "orang"
}

// inherited adds the quotas that were ruled last for the groups that "hal ini juga
// berlaku bagi ..." names.
func (r *reader) inherited(i, k int) {
	s := &r.Units[i].Statements[k]
	m, ok := r.Find(s.First, s.End, "inherit")
	gs := append(ruled(s), s.Target...)
	if !ok || len(gs) == 0 || len(s.Figures) > 0 {
		return
	}
	last := len(r.out) - 1
	for last >= 0 && r.out[last].Quota == nil {
		last--
	}
	if last < 0 || i-r.out[last].Unit > recent {
		return
	}
	from := last
	for from > 0 && r.out[from-1].Unit == r.out[last].Unit && r.out[from-1].Quota != nil {
		from--
	}
	for _, o := range r.out[from : last+1] {
		q := *o.Quota
		c := Clause{Clause: circular.Clause{Kind: circular.KindQuota, Force: o.Force, Rule: m.Entry.Rule(), Confidence: 0.8, Quota: &q}}
		r.name(&c, gs)
		c.Narrow = true
		r.add(i, k, c)
	}
}

// quota adds the quota of figure f in each of the modes.
func (r *reader) quota(i, k int, f statement.Figure, modes []statement.Mode) {
	s := &r.Units[i].Statements[k]
	gs := r.groups(i, k)
	if own, ok := apiece(s, f); ok {
		gs = own
	}
	for n, m := range modes {
		c := Clause{Clause: circular.Clause{Kind: circular.KindQuota, Force: s.Force.Force, Rule: f.Rule, Confidence: 0.9, Assertion: r.standing(i, k, f)}}
		open := r.name(&c, gs)
		pct := f.Lo
		if n == 1 && f.Ratio {
			pct = f.Hi
		}
		if f.Percent && pct == 100 && m.Mode == circular.ModeWFO && !m.Negated && f.Bound != circular.BoundMax && c.Narrow && len(r.people(slices.Clone(gs))) > 0 {
			c.Kind = circular.KindExemption
			c.Exemption = &circular.Exemption{Effect: circular.EffectMustWFO, Percent: &pct, Open: open}
			r.add(i, k, c)
			continue
		}
		if m.Negated && f.Lo == 100 {
			continue
		}
		q := &circular.Quota{Mode: m.Mode, Bound: f.Bound, Condition: r.condition(gs), Recurrence: r.recurrence(i)}
		if m.Negated && f.Lo != 0 {
			q.Mode = opposite(m.Mode)
		}
		switch {
		case !f.Percent:
			if q.Count, q.Unit = int(f.Lo), f.Unit; q.Count < 1 {
				continue
			}
		case f.Bound == circular.BoundRange && !f.Ratio:
			lo, hi := f.Lo, f.Hi
			q.PercentLo, q.PercentHi = &lo, &hi
		default:
			q.Percent = &pct
			if q.Bound == circular.BoundMin && pct == 100 || q.Bound == circular.BoundRange {
				q.Bound = circular.BoundExact
			}
		}
		c.Quota = q
		r.add(i, k, c)
	}
}

// apiece returns whom figure f is for, where each of several figures of the statement has a
// target right behind it: "50 persen untuk staf dan 100 persen untuk pejabat".
func apiece(s *statement.Statement, f statement.Figure) ([]statement.Group, bool) {
	if len(s.Figures) < 2 || len(s.Figures) != len(s.Target) || len(narrow(s.Who)) > 0 {
		return nil, false
	}
	for n, x := range s.Figures {
		if s.Target[n].First < x.End || n+1 < len(s.Figures) && s.Target[n].End > s.Figures[n+1].First {
			return nil, false
		}
	}
	for n, x := range s.Figures {
		if x.First == f.First {
			return s.Target[n : n+1], true
		}
	}
	return nil, false
}

// condition returns the level or zone among the groups, as printed.
func (r *reader) condition(gs []statement.Group) string {
	for _, g := range gs {
		for _, c := range g.Categories {
			if strings.HasPrefix(c, "wilayah.") {
				return r.Printed(g.First, g.End)
			}
		}
	}
	return ""
}

// recurrence returns the weekly or daily rhythm that unit i names, as printed.
func (r *reader) recurrence(i int) string {
	if m, ok := r.Find(r.Units[i].First, r.Units[i].End, "recur"); ok {
		return r.Printed(m.First, m.End)
	}
	return ""
}

// opposite returns where those are who are not in mode m.
func opposite(m circular.Mode) circular.Mode {
	if m == circular.ModeWFO {
		return circular.ModeWFH
	}
	return circular.ModeWFO
}

// modesFor returns the mode that the n-th figure of a statement limits; two for a
// ratio and for a figure that two modes share.
func (r *reader) modesFor(i, k, n int) []statement.Mode {
	u := &r.Units[i]
	s := &u.Statements[k]
	f := s.Figures[n]
	own := modes(s)
	if f.Ratio {
		return r.pair(i, k)
	}
	if ms := r.shared(i, k, n); len(ms) == 2 {
		return ms
	}
	if m, ok := respective(s, own, n); ok {
		return []statement.Mode{m}
	}
	if m, ok := r.stationed(s, f); ok {
		return []statement.Mode{m}
	}
	if len(own) > 0 {
		if m, ok := nearest(own, f, len(s.Figures) > 1); ok {
			for _, o := range own { // "WFH atau WFA" leaves the place open
				if m.Mode == circular.ModeWFH && o.Mode == circular.ModeWFA && (r.between(m, o) || r.between(o, m)) {
					m.Mode = circular.ModeWFA
				}
			}
			return []statement.Mode{m}
		}
	}
	for j := k - 1; j >= 0; j-- { // "WFH, maksimal 50 persen"
		if m, ok := leading(modes(&u.Statements[j])); ok && len(u.Statements[j].Figures) == 0 {
			return []statement.Mode{m}
		}
	}
	if !f.Percent {
		return nil
	}
	if k > 0 && len(narrow(append(slices.Clone(s.Who), s.Target...))) > 0 && len(u.Statements[k-1].Figures) > 0 {
		if ms := modes(&u.Statements[k-1]); len(ms) > 0 { // "di Level 4 WFO 25 persen, dan di Level 3 50 persen"
			return ms[:1]
		}
	}
	for j := k + 1; j < len(u.Statements); j++ {
		if ms := modes(&u.Statements[j]); len(ms) > 0 && len(u.Statements[j].Figures) == 0 && (!ms[0].Weak || u.Statements[j].Same && u.Statements[j].Force.Force != "") {
			return ms[:1]
		}
	}
	if !r.share(i, k, f) {
		return nil
	}
	if k+1 < len(u.Statements) && len(narrow(s.Who)) > 0 && len(u.Statements[k+1].Figures) == 1 && len(narrow(u.Statements[k+1].Who)) > 0 {
		if ms := modes(&u.Statements[k+1]); len(ms) == 1 { // "Perawat 100 persen, staf 50 persen masuk kantor"
			return ms
		}
	}
	if m, ok := r.modeAbove(i); ok {
		return []statement.Mode{m}
	}
	return nil
}

// stationed returns the place in which a verb puts the staff that the figure counts:
// "dengan menempatkan paling sedikit 40 persen pegawai di kantor".
func (r *reader) stationed(s *statement.Statement, f statement.Figure) (statement.Mode, bool) {
	if v, ok := r.Find(s.First, f.First, "station"); ok {
		for _, m := range s.Modes {
			if m.First >= f.End && !slices.ContainsFunc(s.Modes, func(o statement.Mode) bool { return o.First >= v.End && o.End <= f.First }) {
				return m, true
			}
		}
	}
	return statement.Mode{}, false
}

// leading returns the last strong mode outside relative clauses.
func leading(ms []statement.Mode) (statement.Mode, bool) {
	for _, rel := range []bool{false, true} {
		for n := len(ms) - 1; n >= 0; n-- {
			if !ms[n].Weak && ms[n].Rel == rel {
				return ms[n], true
			}
		}
	}
	return statement.Mode{}, false
}

// shared returns the two modes that one figure of fifty is the share of: "WFH dan
// WFO 50 persen", "masing-masing 50 persen".
func (r *reader) shared(i, k, n int) []statement.Mode {
	s := &r.Units[i].Statements[k]
	f := s.Figures[n]
	if k > 0 && len(s.Modes) == 0 && len(s.Figures) == 1 && f.Percent && f.Lo == 50 { // "WFH dan WFO, masing-masing 50 persen"
		if p := &r.Units[i].Statements[k-1]; len(p.Figures) == 0 && len(p.Modes) == 2 && p.Modes[0].Mode != p.Modes[1].Mode && r.between(p.Modes[0], p.Modes[1]) {
			return p.Modes
		}
	}
	if !f.Percent || f.Lo != 50 || len(s.Figures) > 1 || len(s.Modes) != 2 || s.Modes[0].Mode == s.Modes[1].Mode || s.Modes[1].End > f.First {
		return nil
	}
	a, b := s.Modes[0], s.Modes[1]
	if !r.between(a, b) {
		return nil
	}
	return s.Modes
}

// between reports whether only a conjunction stands between two modes.
func (r *reader) between(a, b statement.Mode) bool {
	if b.First < a.End {
		return false
	}
	for j := a.End; j < b.First; j++ {
		if !r.Is(j, "coord") && r.Toks[j].Kind == lexicon.Word {
			return false
		}
	}
	return true
}

// respective returns the mode of the n-th figure by its rank: of two that make a
// hundred among two modes named before them, "WFH dan WFO 40 persen dan 60 persen", or of
// modes that each stand before their figure, "WFH 50 persen WFO 50 persen".
func respective(s *statement.Statement, own []statement.Mode, n int) (statement.Mode, bool) {
	if len(s.Figures) == 2 && len(s.Modes) == 2 && s.Figures[0].Lo+s.Figures[1].Lo == 100 && s.Modes[0].Mode != s.Modes[1].Mode && s.Modes[1].End <= s.Figures[0].First {
		return s.Modes[n], true
	}
	if len(own) < 2 || len(own) != len(s.Figures) {
		return statement.Mode{}, false
	}
	for i, f := range s.Figures {
		if own[i].End > f.First || i+1 < len(own) && own[i+1].First < f.End {
			return statement.Mode{}, false
		}
	}
	return own[n], true
}

// modes returns the modes of a statement that can take a figure.
func modes(s *statement.Statement) []statement.Mode {
	var out []statement.Mode
	for _, m := range s.Modes {
		if m.Entry.ID != "home" && m.Entry.ID != "place" {
			out = append(out, m)
		}
	}
	if len(out) == 0 {
		return s.Modes
	}
	return out
}

// nearest returns the mode that goes with the figure: the strong before the weak,
// one that follows before one that stands before, unless a further figure would
// take it.
func nearest(ms []statement.Mode, f statement.Figure, several bool) (statement.Mode, bool) {
	best, cost := statement.Mode{}, math.MaxInt
	for _, m := range ms {
		c := m.First - f.End
		if c < 0 {
			c = f.Start - m.End + 1
		}
		if m.Weak {
			c += 8
		}
		if m.Rel && several {
			c += 2
		}
		if m.Negated && f.Lo != 0 {
			c += 40
		}
		if c < cost {
			best, cost = m, c
		}
	}
	return best, cost < math.MaxInt
}

// pair returns the two modes of a ratio, in the order of the text.
func (r *reader) pair(i, k int) []statement.Mode {
	var ms []statement.Mode
	for _, s := range r.Units[i].Statements {
		for _, m := range s.Modes {
			if len(ms) == 0 || len(ms) == 1 && ms[0].Mode != m.Mode {
				ms = append(ms, m)
			}
		}
	}
	if len(ms) == 2 {
		return ms
	}
	if len(ms) == 0 && (!r.topic.set || r.topic.title) {
		return nil
	}
	away := circular.ModeWFH
	if r.topic.set && r.topic.mode.Mode == circular.ModeWFA {
		away = circular.ModeWFA
	}
	return []statement.Mode{{Mode: away}, {Mode: circular.ModeWFO}}
}

// share reports whether a figure without a mode of its own reads as a share of
// staff: it is bounded or commanded, or whom it counts is named.
func (r *reader) share(i, k int, f statement.Figure) bool {
	s := &r.Units[i].Statements[k]
	if f.Bound == circular.BoundMax || f.Bound == circular.BoundMin || s.Force.Force != "" {
		return true
	}
	for j := range k {
		if r.Units[i].Statements[j].Label {
			return true
		}
	}
	if r.Blocks[r.Units[i].Block].Path != "" {
		return true
	}
	for _, g := range append(s.Who, s.Target...) {
		if r.person(g) {
			return true
		}
	}
	return false
}

// modeAbove returns the mode that unit i hangs on: of the stem or heading above
// it, else what the text spoke of last in the sentences right before it.
func (r *reader) modeAbove(i int) (statement.Mode, bool) {
	for p := r.Blocks[r.Units[i].Block].Parent; p >= 0; p = r.Blocks[p].Parent {
		b := r.Blocks[p]
		for j := b.Units[1] - 1; j >= b.Units[0]; j-- {
			for _, s := range r.Units[j].Statements {
				for _, m := range s.Modes {
					if !m.Weak && !m.Negated {
						return m, true
					}
				}
			}
		}
	}
	if r.topic.set && !r.topic.title && i-r.topic.unit <= recent {
		return r.topic.mode, true
	}
	return statement.Mode{}, false
}

// recent is how many sentences a topic holds without being named again.
const recent = 3

// measured reports whether the figure measures something else than a share of
// staff: attendance, a discount, visitors.
func (r *reader) measured(i, k int, f statement.Figure, m statement.Mode) bool {
	u := &r.Units[i]
	s := &u.Statements[k]
	limited := f.Bound == circular.BoundMax || f.Bound == circular.BoundMin
	own := s.First <= m.First && m.End <= s.End
	for _, x := range r.Within(u.First, u.End) {
		if x.Entry.Class != "measure" {
			continue
		}
		if x.First == m.First && x.Entry.ID == "public" && len(services(append(slices.Clone(s.Who), s.Target...))) > 0 {
			continue // "puskesmas beroperasi 100 persen"
		}
		here := x.First >= s.First && x.End <= s.End
		between := m.End <= x.First && x.End <= f.First || f.End <= x.First && x.End <= m.First
		switch x.Entry.Attrs["why"] {
		case "practice":
			if here && x.End <= f.First && !limited {
				return true
			}
		case "attendance":
			if here && !limited && s.Force.Force == "" && (m.Weak || !own) {
				return true
			}
		default:
			if !own || here && (between || x.First == f.End || m.Weak && !limited) {
				return true
			}
		}
	}
	return false
}
