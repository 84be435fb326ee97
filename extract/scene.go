package extract

import (
	"sort"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/lexicon"
)

// modeRef is one mention of a mode, with its acronym and synonyms joined:
// "bekerja di kantor/Work From Office (WFO)" is one.
type modeRef struct {
	first, end int
	mode       circular.Mode
	weak       bool // "masuk", "hadir": counts only in a rule about staff
	neg        bool // "tidak boleh WFH", "tanpa ada yang WFH"
	rel        bool // "pegawai yang WFH": tells who, not what
	bid        bool // what the staff counted right before it are told to keep to
	rule       string
}

// scene is one sentence with what the grammars need of it.
type scene struct {
	sent
	index int
	modes []modeRef
	figs  []figure
	rough bool     // the figure before was a rough one
	taken []int    // first tokens of the figures that became a clause
	aside []group  // who is excepted before the rule is told
	segs  [][2]int // one stretch of tokens for each figure; one in all where there is none
}

// scene analyses sentence k.
func (d *doc) scene(k int) *scene {
	s := &scene{sent: d.sents[k], index: k}
	s.modes = d.modesIn(s.first, s.end)
	for i := s.first; i < s.end; {
		if f, ok := d.figureAt(i, s.end); ok && !d.inDate(i) {
			if _, bound := d.Find(max(s.first, i-4), i, "bound"); f.unit == "pegawai" && !bound {
				i = f.end
				continue // "tujuh pegawai" are counted, not limited
			}
			s.figs = append(s.figs, f)
			i = f.end
			continue
		}
		i++
	}
	s.figs = d.again(d.bareFigures(s))
	d.setAside(s)
	s.split(d)
	for i := range s.figs {
		s.figs[i].cut = d.turns(s.figs[i].end, s.end)
	}
	return s
}

// again drops a figure that only says the one before it once more: "separuhnya,
// 50 persen", "sepersepuluh, atau 10 persen".
func (d *doc) again(figs []figure) []figure {
	out := figs[:0:0]
	for i, f := range figs {
		if n := len(out); i > 0 && n > 0 && f.percent && out[n-1].percent && f.lo == out[n-1].lo && f.hi == out[n-1].hi && f.words != out[n-1].words && f.first-out[n-1].end <= 4 && d.restated(out[n-1].end, f.first) {
			out[n-1].end = f.end
			continue
		}
		out = append(out, f)
	}
	return out
}

// restated reports whether only a comma, "atau" and a bound stand in the tokens.
func (d *doc) restated(first, end int) bool {
	for i := first; i < end; i++ {
		if m, ok := d.Starts(i, "bound"); ok && m.End <= end {
			i = m.End - 1
			continue
		}
		switch d.Toks[i].Norm {
		case ",", "atau", "yakni", "yaitu", "alias", "(":
		default:
			return false
		}
	}
	return true
}

// turns returns the token at which a word of contrast turns to something else
// behind a figure, or 0.
func (d *doc) turns(first, end int) int {
	for i := first + 1; i < end; i++ {
		if d.Is(i, "contrast") && (d.Toks[i-1].Norm == "," || d.Toks[i-1].Norm == ";") {
			return i
		}
	}
	return 0
}

// inDate reports whether token i belongs to a date.
func (d *doc) inDate(i int) bool {
	k := sort.Search(len(d.Dates), func(k int) bool { return d.Dates[k].End > i })
	return k < len(d.Dates) && d.Dates[k].First <= i
}

// bareFigures adds numbers that lost their unit: in "75 persen WFH dan 25 WFO"
// the 25 is a percentage, for it stands right before a mode.
func (d *doc) bareFigures(s *scene) []figure {
	percent := false
	for _, f := range s.figs {
		percent = percent || f.percent && !f.ratio
	}
	if !percent {
		return s.figs
	}
	var out []figure
	at := 0
	for _, m := range s.modes {
		if i := m.first - 1; i > s.first && d.Toks[i].Kind == lexicon.Number && !d.inDate(i) && d.endsAt(i, "condition") == nil {
			if v, next, ok := d.value(i, s.end); ok && next == m.first && v <= 100 {
				for at < len(s.figs) && s.figs[at].first < i {
					out = append(out, s.figs[at])
					at++
				}
				out = append(out, figure{first: i, end: next, lo: v, hi: v, percent: true})
			}
		}
	}
	return append(out, s.figs[at:]...)
}

// modesIn returns the mode mentions in the tokens from first up to end.
func (d *doc) modesIn(first, end int) []modeRef {
	var out []modeRef
	for _, m := range d.Within(first, end) {
		if m.Entry.Class != "mode" {
			continue
		}
		r := modeRef{first: m.First, end: m.End, mode: circular.Mode(m.Entry.ID), rule: m.Entry.Rule()}
		if v := m.Entry.Attrs["mode"]; v != "" {
			r.mode = circular.Mode(v)
		}
		r.weak = m.Entry.Attrs["weak"] != ""
		if d.Is(m.First-1, "counted") {
			continue // "tetap dihitung hadir"
		}
		if m.First > 0 && d.Toks[m.First-1].Norm == "yang" && d.Toks[m.First].Norm == "berkantor" {
			continue // where staff are posted, no mode
		}
		if n := len(out); n > 0 && out[n-1].mode == r.mode && d.glued(out[n-1].end, r.first) {
			out[n-1].end = r.end
			out[n-1].weak = out[n-1].weak && r.weak
			continue
		}
		r.neg = d.negated(first, r.first) || d.nobody(first, r.first)
		r.rel = !r.neg && d.relates(first, r.first)
		out = append(out, r)
	}
	for i := 0; i+1 < len(out); i++ { // "kombinasi WFO dan WFH" names both and chooses none
		if a, b := &out[i], &out[i+1]; a.mode != b.mode && !a.neg && !b.neg && d.coupled(a.end, b.first) {
			a.rel, b.rel = true, true
		}
	}
	return out
}

// coupled reports whether only "dan", "atau" and the like stand in the tokens
// from first up to end.
func (d *doc) coupled(first, end int) bool {
	if first >= end || end-first > 3 {
		return false
	}
	for i := first; i < end; i++ {
		switch d.Toks[i].Norm {
		case "dan", "atau", "maupun", "serta", "/", ",", ")", "(", "dengan", "&", "juga", "secara", "tugas", "pelaksanaan":
		default:
			return false
		}
	}
	return true
}

// glued reports whether only brackets, slashes and "atau", "alias" stand in
// the tokens from first up to end.
func (d *doc) glued(first, end int) bool {
	if end-first > 3 {
		return false
	}
	for i := first; i < end; i++ {
		switch d.Toks[i].Norm {
		case "(", ")", "/", "atau", "alias", "-", "\u201c", "\u201d", "\"", "secara", "dengan", "istilah":
		default:
			return false
		}
	}
	return true
}

// negated reports whether a negation governs the word at token i: only words
// of the class negpath stand between, and none that makes it "not all".
func (d *doc) negated(first, i int) bool {
	for j := i - 1; j >= max(first, i-7); j-- {
		for _, m := range d.At(j) {
			if m.Entry.Class == "neg" && m.End <= i || m.Entry.Class == "force" && m.Entry.ID == "dilarang" && m.End <= i {
				return !d.Is(m.End, "all")
			}
		}
		if !d.Is(j, "negpath") && !d.inNeg(j, i) {
			return false
		}
	}
	return false
}

// nobody reports whether the tokens from first up to end deny it to everyone:
// "tidak seorang pun petugas boleh".
func (d *doc) nobody(first, end int) bool {
	m, ok := d.Find(first, end, "neg")
	return ok && m.Entry.ID == "nobody"
}

// inNeg reports whether token j lies inside a phrase of negation that began
// before it, as "boleh" in "tidak boleh".
func (d *doc) inNeg(j, i int) bool {
	for k := j - 1; k >= max(0, j-3); k-- {
		for _, m := range d.At(k) {
			if (m.Entry.Class == "neg" || m.Entry.Class == "force" && m.Entry.ID == "dilarang") && m.End > j && m.End <= i {
				return true
			}
		}
	}
	return false
}

// relates reports whether the mode at token i only tells who is meant: "yang"
// stands before it with at most one verb between.
func (d *doc) relates(first, i int) bool {
	for j := i - 1; j >= max(first, i-2); j-- {
		if d.Toks[j].Norm == "yang" {
			return true
		}
		if d.Is(j, "force") || d.Is(j, "keep") || d.Is(j, "neg") {
			return false
		}
	}
	return false
}

// split parts the sentence so that each figure has its own stretch: at a
// semicolon between two figures, else before a word of contrast, else at the
// first comma, else at "dan".
func (s *scene) split(d *doc) {
	from := s.first
	for i := 0; i+1 < len(s.figs); i++ {
		at := d.border(s.figs[i].end, s.figs[i+1].first)
		if at == 0 {
			continue
		}
		s.segs = append(s.segs, [2]int{from, at})
		from = at
	}
	s.segs = append(s.segs, [2]int{from, s.end})
}

// border returns the token at which a new stretch begins between two figures,
// or 0 where they belong together.
func (d *doc) border(first, end int) int {
	comma, and := 0, 0
	for i := first; i < end; i++ {
		switch n := d.Toks[i].Norm; {
		case n == ";":
			return i + 1
		case d.Is(i, "contrast"):
			return i
		case n == "," && comma == 0:
			comma = i + 1
		case (n == "dan" || n == "serta" || n == "maupun") && and == 0:
			and = i
		}
	}
	if comma > 0 {
		return comma
	}
	return and
}

// seg returns the stretch that holds the figure.
func (s *scene) seg(f figure) [2]int {
	for _, g := range s.segs {
		if g[0] <= f.first && f.first < g[1] {
			if f.cut > 0 {
				g[1] = min(g[1], f.cut)
			}
			return g
		}
	}
	return [2]int{s.first, s.end}
}
