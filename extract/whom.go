package extract

import (
	"github.com/telaah/telaah/lexicon"
	"slices"
	"strings"
)

// groupsFor returns the groups that the predicate at tokens from first up to
// end speaks of: the specific ones before it in its stretch, else those behind
// it, else those of the text it hangs on. The second result is the deduction
// from confidence for how far they were fetched.
func (d *doc) groupsFor(s *scene, seg [2]int, first, end int) ([]group, float64) {
	if gs := d.addressed(end, seg[1]); len(gs) > 0 {
		return gs, 0
	}
	gs, far := d.nearGroups(s, seg, first, end)
	gs = append(gs, d.below(s, seg)...)
	if len(specific(gs)) > 0 || d.ownedAny(gs) || len(gs) > 0 && !d.anonymous(gs[0]) {
		return gs, far
	}
	for k := s.index - 1; k >= max(0, s.index-2); k-- {
		if p := d.paras[d.sents[k].para].part; p != partBody {
			continue
		}
		for _, g := range d.groupsIn(d.sents[k].first, d.sents[k].end) {
			if m, ok := d.Find(g.first, g.end, "org"); ok && !g.specific && m.Entry.ID == "opd" && (d.Is(g.first, "all") || g.first > 0 && d.Is(g.first-1, "all")) {
				return []group{g}, far + 0.1 // "seluruh OPD ..." one sentence above
			}
		}
	}
	if d.staff != nil {
		return []group{*d.staff}, far
	}
	return gs, far
}

// addressed returns the groups right behind a predicate that ends at token i:
// "WFH bagi seluruh ASN".
func (d *doc) addressed(i, end int) []group {
	m, ok := d.Starts(i, "prep")
	if !ok || m.End >= end || m.Entry.ID != "for" || d.Toks[i].Norm != "bagi" && d.Toks[i].Norm != "untuk" {
		return nil
	}
	i = m.End
	if a, ok := d.Starts(i, "all"); ok {
		i = a.End
	}
	if i < end && d.heads(i) {
		return d.groupsIn(i, end)[:1]
	}
	return nil
}

// nearGroups is groupsFor without the staff at large.
func (d *doc) nearGroups(s *scene, seg [2]int, first, end int) ([]group, float64) {
	from := seg[0]
	for i := from; i < first; i++ {
		if d.Is(i, "contrast") && d.Is(i+1, "all") {
			from = i // "tidak dijatah per dinas, tapi seluruhnya ..."
		}
	}
	before := d.governed(d.groupsIn(from, first))
	if sp := specific(before); len(sp) > 0 {
		return sp, 0
	}
	if n := len(before); n > 0 && before[n-1].first > 0 && d.Is(before[n-1].first-1, "all") {
		return before[n-1:], 0 // "seluruh pegawai" is nobody less
	}
	stop := seg[1]
	for _, class := range []string{"except", "aside", "purpose"} {
		if m, ok := d.Find(end, stop, class); ok {
			stop = m.First
		}
	}
	var after []group
	for _, g := range d.groupsIn(end, stop) {
		if g.first-end <= 2 && d.Toks[end].Norm != "," || d.Is(g.first-1, "prep") && d.Toks[g.first-1].Norm != "oleh" || d.Is(g.first-1, "all") || d.opensList(end, g.first) || len(after) > 0 {
			after = append(after, g)
		}
	}
	if sp := specific(after); len(sp) > 0 {
		return sp, 0
	}
	if len(after) > 0 && d.Is(after[0].first, "every") {
		if n := len(before); n > 0 && !d.manages(before[n-1]) {
			return append(after, before[n-1]), 0 // "staf yang masuk paling banyak 2 orang per seksi"
		}
		return after, 0
	}
	// A stretch without any group goes on with the one before it.
	if len(before)+len(after) == 0 && seg[0] > s.first {
		if gs := d.governed(d.groupsIn(s.first, seg[0])); len(gs) > 0 {
			if sp := specific(gs); len(sp) > 0 {
				return sp, 0.05
			}
			return gs, 0.05
		}
	}
	if gs := d.inherited(s, len(before)+len(after) > 0); len(gs) > 0 {
		return gs, 0.1
	}
	if len(before) > 0 && !(d.anonymous(before[0]) && len(after) > 0 && !d.anonymous(after[0])) {
		return before, 0
	}
	return after, 0
}

// opensList reports whether a list is opened in the tokens from first up to end.
func (d *doc) opensList(first, end int) bool {
	_, ok := d.Find(first, end, "list")
	return ok
}

// governed drops officials who only act in the sentence: in "Sekda meminta ASN
// masuk" the predicate speaks of the staff behind the verb.
func (d *doc) governed(gs []group) []group {
	gs = slices.DeleteFunc(gs, d.manages)
	n := len(gs)
	if n < 2 || gs[n-1].specific {
		return gs
	}
	if m, ok := d.Starts(gs[n-1].first, "org"); ok && m.Entry.ID == "gov" {
		return gs[n-1:] // "guna menjamin pelayanan publik, Pemkot Contoh tidak ..."
	}
	for _, g := range gs[:n-1] {
		for _, c := range g.cats {
			if !strings.HasPrefix(c, "jabatan.") {
				return gs
			}
		}
	}
	if d.bars(gs[n-2].end, gs[n-1].first) {
		return gs[n-1:]
	}
	return gs
}

// manages reports whether the group is officials who see to what is ruled: "Kepala
// perangkat daerah mengatur jumlah pegawai yang WFO".
func (d *doc) manages(g group) bool {
	head := g.first
	if m, ok := d.Starts(head, "every"); ok {
		head = m.End
	}
	if m := d.headMatch(head); m.Entry == nil || !strings.HasPrefix(m.Entry.ID, "jabatan.") {
		return false
	}
	m, ok := d.Find(g.end, min(len(d.Toks), g.end+4), "acting")
	if !ok {
		return false
	}
	mode, ok := d.Find(g.end, min(len(d.Toks), m.End+8), "mode")
	return !ok || mode.First > m.End+1
}

// specific returns the groups that name less than all staff.
func specific(gs []group) []group {
	var out, areas []group
	for _, g := range gs {
		if g.specific && len(g.cats) > 0 && strings.HasPrefix(g.cats[len(g.cats)-1], "wilayah.") && strings.HasPrefix(g.cats[0], "wilayah.") {
			areas = append(areas, g) // a level or zone names people only where nothing else does
		} else if g.specific {
			out = append(out, g)
		}
	}
	if len(out) == 0 && len(areas) == len(gs) {
		return areas
	}
	return out
}

// inherited returns the groups that a sentence without one of its own hangs
// on: those of the point above it, or of the sentence before it in the
// paragraph.
func (d *doc) inherited(s *scene, has bool) []group {
	for _, p := range d.ancestors(s.para) {
		var named []group // a kind of staff, not the official who signs
		for _, g := range specific(d.groupsIn(d.lead(p))) {
			if len(g.cats) > 0 && !d.manages(g) {
				named = append(named, g)
			}
		}
		if len(named) > 0 {
			return named
		}
	}
	if p := s.para - 1; p >= 0 && d.labels(p) {
		if gs := d.groupsIn(d.paras[p].first, d.paras[p].end); len(specific(gs)) > 0 {
			return specific(gs)
		}
	}
	if has || s.index == 0 {
		return nil
	}
	prev := d.sents[s.index-1]
	if d.paras[prev.para].part != partBody || s.para-prev.para > 1 || prev.para != s.para && !d.paras[prev.para].colon {
		return nil
	}
	return specific(d.groupsIn(prev.first, prev.end))
}

// labels reports whether paragraph p is a few words over another that tell whom
// it is about: "Zona hijau", "1. Layanan administrasi".
func (d *doc) labels(p int) bool {
	q := d.paras[p]
	return q.end-q.first <= 9 && q.part != partFurniture && q.part != partFrame && q.part != partRow && d.Toks[q.end-1].Kind == lexicon.Word
}

// name fills the group fields of a clause.
func (d *doc) name(c *claim, gs []group) (open bool) {
	c.narrow = len(specific(gs)) > 0 && !(d.staff != nil && gs[0].first == d.staff.first)
	for _, g := range gs {
		for _, p := range strings.Split(d.printed(g), " maupun ") {
			if p != "" && !slices.Contains(c.Groups, p) {
				c.Groups = append(c.Groups, p)
			}
		}
		c.Categories = append(c.Categories, g.cats...)
		open = open || g.open
	}
	slices.Sort(c.Categories)
	c.Categories = slices.Compact(c.Categories)
	return open
}
