package extract

import (
	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/lexicon"
)

// modesFor returns the mode that figure f limits - two for a ratio and for
// "WFH dan WFO 50 persen" - and what fetching it from afar costs in confidence.
func (d *doc) modesFor(s *scene, seg [2]int, f figure) ([]modeRef, float64) {
	var in []modeRef
	for _, m := range s.modes {
		if m.first >= seg[0] && m.end <= seg[1] {
			in = append(in, m)
		}
	}
	if f.ratio {
		pair := firstTwo(s.modes)
		if len(pair) < 2 {
			pair = []modeRef{{mode: circular.ModeWFH, rule: "ratio/each"}, {mode: circular.ModeWFO, rule: "ratio/each"}}
			if k := s.index + 1; k < len(d.sents) { // "porsi 70:30. Artinya 70 persen di kantor, ..."
				if next := firstTwo(d.modesIn(d.sents[k].first, d.sents[k].end)); len(next) == 2 && d.sents[k].para == s.para {
					pair = next
				}
			}
			if len(s.modes) == 0 && !d.nearMode(s) && !d.anyMode() {
				return nil, 0
			}
		}
		return pair, 0
	}
	_, each := d.Find(seg[0], seg[1], "ratio")
	if p := pairBefore(in, f); len(p) == 2 && (each || d.joined(p[0].end, p[1].first)) && f.percent && len(s.figs) == 1 && f.lo == 50 {
		return p, 0
	}
	if m, ok := d.respective(s, f); ok {
		return []modeRef{m}, 0
	}
	if m, ok := d.attached(s, in, f); ok {
		for _, o := range in { // "WFH atau WFA" leaves the place open
			if m.rel && o.rel && (m.mode == circular.ModeWFA) != (o.mode == circular.ModeWFA) && m.mode != circular.ModeWFO && o.mode != circular.ModeWFO {
				m.mode = circular.ModeWFA
				break
			}
		}
		return []modeRef{m}, 0
	}
	// The mode of the stretch before, or of the sentence before.
	for i := len(s.modes) - 1; i >= 0; i-- {
		if m := s.modes[i]; m.end <= f.first && (!m.weak || f.unit == "orang") && !m.neg {
			return []modeRef{m}, 0.1
		}
	}
	if !f.percent {
		if _, often := d.Find(f.end, min(s.end, f.end+4), "every"); often && f.unit != "hari" && len(s.modes) == 0 {
			if b, _ := d.bound(s, seg, f); b == circular.BoundMin && len(specific(d.groupsIn(seg[0], f.first))) > 0 {
				return []modeRef{{mode: circular.ModeWFO, rule: "every/every"}}, 0.35 // "petugas minimal delapan orang setiap sif"
			}
		}
		return nil, 0 // a count needs a mode before it in its sentence
	}
	for _, m := range s.modes {
		if m.first >= f.end && !m.weak && !m.neg {
			return []modeRef{m}, 0.15
		}
	}
	if m, ok := d.modeAbove(s); ok && d.ofStaff(s, seg, f) {
		return []modeRef{m}, 0.2
	}
	return nil, 0
}

// respective returns the mode of f in "WFH dan WFO 40 persen dan 60 persen": of
// two modes before two figures that make a hundred, the one of its rank.
func (d *doc) respective(s *scene, f figure) (modeRef, bool) {
	if len(s.figs) != 2 || !f.percent || s.figs[0].lo+s.figs[1].lo != 100 {
		return modeRef{}, false
	}
	pair := pairBefore(s.modes, s.figs[0])
	if len(pair) < 2 || len(s.modes) != 2 || !d.coupled(pair[0].end, pair[1].first) {
		return modeRef{}, false
	}
	if f.first == s.figs[0].first {
		return pair[0], true
	}
	return pair[1], true
}

// ofStaff reports whether a figure without a mode of its own reads as a share
// of staff: it is bounded or commanded, staff stand right behind it, or it is an
// item of a list.
func (d *doc) ofStaff(s *scene, seg [2]int, f figure) bool {
	if b, _ := d.bound(s, seg, f); b == circular.BoundMax || b == circular.BoundMin {
		return true
	}
	if d.rules(seg) || d.paras[s.para].marker != "" && s.end-s.first <= 24 || f.end-s.first <= 8 && d.labelled(s, f) {
		return true
	}
	return f.end < seg[1] && (d.Is(f.end, "subject") || d.Is(f.end, "group"))
}

// labelled reports whether the sentence is a label with a figure: "Esensial: 50
// persen".
func (d *doc) labelled(s *scene, f figure) bool {
	for i := s.first; i < f.first; i++ {
		if d.Toks[i].Norm == ":" {
			return true
		}
	}
	return false
}

// attached returns the mode of the stretch that goes with f: one that follows
// it closely, else the nearest before it, else the nearest behind it. A
// negated mode is taken only for the figure zero, or where there is no other.
func (d *doc) attached(s *scene, in []modeRef, f figure) (modeRef, bool) {
	best, cost := modeRef{}, 1<<30
	for _, m := range in {
		c := 0
		if m.first >= f.end {
			c = m.first - f.end
			for i := f.end; i < m.first; i++ {
				switch d.Toks[i].Norm {
				case ",", ":", "dan", "sedangkan", "serta":
					c += 12
				}
			}
			if m.rule == "mode/place" && m.first > f.end && d.Is(m.first-1, "subject") {
				if up, ok := d.modeAbove(s); ok && up.mode != m.mode {
					continue // "separuh dari pegawai di kantor tersebut": where they are, not what they do
				}
			}
			if d.Is(m.end, "rest") {
				continue // "dan WFO menyesuaikan"
			}
			if c > 2 {
				c += 3
			}
			if d.bidden(f.end, m) {
				m.bid = true
				best, cost = m, 0
				continue
			}
		} else {
			c = f.first - m.end
			for i := m.end; i < f.first; i++ {
				if n := d.Toks[i].Norm; n == "," {
					c += 6
				}
			}
		}
		if m.weak {
			c += 8
		}
		if m.neg && f.lo != 0 && c > 12 {
			continue // what is not done elsewhere in the sentence
		}
		if m.first > 0 && (d.Is(m.first-1, "subord") || d.Toks[m.first-1].Norm == "hari" || d.Toks[m.first-1].Norm == "jadwal" || d.Toks[m.first-1].Norm == "masa") {
			c += 20
		}
		if m.neg && f.lo != 0 {
			c += 40
		}
		if c < cost {
			best, cost = m, c
		}
	}
	return best, cost < 1<<30 && !(best.weak && best.first >= f.end && cost >= 20)
}

// bidden reports whether mode m is what the staff counted right before are told
// to keep to: "minimal 50 persen pegawai tetap di kantor". Only words for staff
// stand between the figure that ends at token i and the word that bids them.
func (d *doc) bidden(i int, m modeRef) bool {
	bids := m.rule == "mode/kept"
	for i < m.first {
		if k := d.headMatch(i); k.Entry != nil && k.End <= m.first {
			i = k.End
			continue
		}
		switch d.Toks[i].Norm {
		case "dari", "total", "jumlah", "seluruh", "yang", "berada", "ada":
		default:
			if !d.Is(i, "keep") && !d.Is(i, "force") {
				return false
			}
			bids = true
		}
		i++
	}
	return bids
}

// firstTwo returns the first mentions of two different modes.
func firstTwo(ms []modeRef) []modeRef {
	var out []modeRef
	for _, m := range ms {
		if len(out) == 0 || len(out) == 1 && out[0].mode != m.mode {
			out = append(out, m)
		}
	}
	return out
}

// pairBefore returns the last two different modes before f.
func pairBefore(in []modeRef, f figure) []modeRef {
	var before []modeRef
	for _, m := range in {
		if m.end <= f.first {
			before = append(before, m)
		}
	}
	if n := len(before); n >= 2 && before[n-2].mode != before[n-1].mode {
		return before[n-2:]
	}
	return nil
}

// joined reports whether only "dan" or a slash stands between.
func (d *doc) joined(first, end int) bool {
	return end-first == 1 && (d.Toks[first].Norm == "dan" || d.Toks[first].Norm == "/" || d.Toks[first].Norm == "&")
}

// anyMode reports whether the text names a mode at all.
func (d *doc) anyMode() bool {
	for _, m := range d.Matches {
		if m.Entry.Class == "mode" && m.Entry.Attrs["weak"] == "" {
			return true
		}
	}
	return false
}

// nearMode reports whether the text right above the sentence speaks of a mode.
func (d *doc) nearMode(s *scene) bool {
	_, ok := d.modeAbove(s)
	return ok
}

// modeAbove returns the mode that the sentence hangs on: of the point above
// it, or of the three sentences before it.
func (d *doc) modeAbove(s *scene) (modeRef, bool) {
	for _, p := range d.ancestors(s.para) {
		for _, m := range d.modesIn(d.lead(p)) {
			if !m.weak && !m.neg {
				return m, true
			}
		}
	}
	back, gap := 3, 1
	if d.restates(s) {
		back, gap = 8, 3
	}
	for k := s.index - 1; k >= max(0, s.index-back); k-- {
		p := d.sents[k]
		if d.paras[p.para].part == partFurniture || s.para-p.para > gap {
			continue
		}
		ms := d.modesIn(p.first, p.end)
		for i := len(ms) - 1; i >= 0; i-- {
			if !ms[i].weak && !ms[i].neg {
				return ms[i], true
			}
		}
	}
	return modeRef{}, false
}

// restates reports whether the sentence opens with a word that goes on about
// what was ruled before: "Porsinya maksimal ...", "Artinya 70 persen ...".
func (d *doc) restates(s *scene) bool {
	i := s.first
	for i < s.end && d.Toks[i].Kind == lexicon.Punct {
		i++
	}
	return d.Is(i, "restate")
}

// modeBetween reports whether one of the modes stands between the tokens.
func (d *doc) modeBetween(modes []modeRef, first, end int) bool {
	for _, m := range modes {
		if first <= m.first && m.end <= end {
			return true
		}
	}
	return false
}
