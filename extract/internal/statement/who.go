package statement

import (
	"slices"

	"github.com/telaah/telaah/extract/internal/reading"
	"github.com/telaah/telaah/lexicon"
)

// fill finds who stands before the predicate and whom it is for.
func (p *piece) fill(r *reading.Reading, s *Statement, list int, elected bool) {
	if elected {
		s.Elect = true
		s.Target = lists(r, p.atoms[list:])
		return
	}
	taken := p.targets(r, s)
	core := p.core()
	if core < 0 {
		core = len(p.atoms)
	}
	// Back over the predicate to the end of the phrase before it.
	j := core
	for j > 0 && (taken[j-1] || skipped(p.atoms[j-1]) || p.object(r, j-1) || p.again(j-1) || p.manner(j-1)) {
		it := p.atoms[j-1]
		s.Agent = s.Agent || it.is("issue", "issue") || it.is("issue", "apply") || it.class == modal && it.entry.Attrs["cause"] != ""
		j--
	}
	from := j
	for from > 0 && !taken[from-1] {
		it := p.atoms[from-1]
		if !it.inside && !it.rel && it.class.predicates() {
			break
		}
		from--
	}
	s.Foreign = p.foreign(r, from, j)
	if g, ok := group(r, p.atoms[from:j]); ok && (from == 0 || p.atoms[from].class != relative) && (g.staff(r) || j < len(p.atoms) && (p.atoms[j].class == modal || p.atoms[j].class == keep)) {
		s.Who = []Group{g}
		if own, ok := p.owner(r, g, from, taken); ok {
			s.Who = own
		} else if from > 0 && !g.Narrow { // "Daerah X wajib menugaskan pegawai bekerja dari rumah"
			if g, ok := p.before(r, from, taken); ok && g.Narrow && !g.Official() && (len(g.Categories) > 0 || !p.orders(g, from)) {
				s.Who = []Group{g}
			}
		}
	}
	p.behind(r, s, core, taken)
}

// owner returns whose staff the group is, where its words only point to them:
// "Dinas Sosial menugaskan 50 persen pegawainya". The staff of an official or a
// government are all staff.
func (p *piece) owner(r *reading.Reading, g Group, from int, taken []bool) ([]Group, bool) {
	if _, ok := r.Find(g.First, g.End, "owned"); !ok || g.Told {
		return nil, false
	}
	if o, ok := p.before(r, from, taken); ok && !o.Official() && o.located(r) && !(p.orders(o, from) && o.person(r)) {
		return []Group{o}, true
	}
	return []Group{g}, true
}

// orders reports whether group g orders the phrase at from: "Pimpinan memastikan
// pegawainya bekerja dari rumah".
func (p *piece) orders(g Group, from int) bool {
	for _, it := range p.atoms[:from] {
		if it.first >= g.End && it.class == modal && it.entry.Attrs["cause"] != "" && !it.rel {
			return true
		}
	}
	return false
}

// foreign reports whether the items name a matter other than the policy that is
// spoken of: what is denied of it is not denied of that.
func (p *piece) foreign(r *reading.Reading, from, end int) bool {
	for _, it := range p.atoms[from:end] {
		switch {
		case it.class == head:
			return false
		case it.class == noun && r.Toks[it.first].Kind == lexicon.Word && !r.Is(it.first, "anaphor"):
			return true
		}
	}
	return false
}

// before returns the phrase that stands before the item at j, back over what may
// stand between.
func (p *piece) before(r *reading.Reading, j int, taken []bool) (Group, bool) {
	for j > 0 && (taken[j-1] || skipped(p.atoms[j-1]) || p.object(r, j-1) || p.again(j-1) || p.manner(j-1)) {
		j--
	}
	from := j
	for from > 0 && !taken[from-1] && (p.atoms[from-1].inside || p.atoms[from-1].rel || !p.atoms[from-1].class.predicates()) {
		from--
	}
	g, ok := group(r, p.atoms[from:j])
	return g, ok && g.staff(r)
}

// targets fills the slot of whom it is for, and tells which items stand in it.
func (p *piece) targets(r *reading.Reading, s *Statement) []bool {
	taken := make([]bool, len(p.atoms)+1)
	for k := 0; k < len(p.atoms); k++ {
		it := p.atoms[k]
		if it.inside || it.rel || it.class != target || k+1 >= len(p.atoms) || p.infinitive(k+1) {
			continue
		}
		end := p.phraseEnd(r, k+1)
		if g, ok := group(r, p.atoms[k+1:end]); ok && g.staff(r) && (k+1 >= end || p.atoms[k+1].class == relative || p.atoms[k+1].is("pronoun", "them") || r.Toks[g.First].Start <= r.Toks[p.atoms[k+1].first].Start || !r.Is(g.First, "rel")) {
			s.Target = append(s.Target, g)
			for ; k < end; k++ {
				taken[k] = true
			}
			k--
		}
	}
	return taken
}

// behind fills from what stands behind the core: the staff that a figure counts,
// and the members of a list.
func (p *piece) behind(r *reading.Reading, s *Statement, core int, taken []bool) {
	for k := core; k < len(p.atoms); k++ {
		it := p.atoms[k]
		switch {
		case it.inside || it.rel || taken[k]:
		case it.class == copula && len(narrowed(s.Target)) == 0:
			if gs := lists(r, p.atoms[k+1:]); len(gs) > 0 && gs[0].staff(r) {
				s.Target = append(s.Target, gs...)
			}
			return
		}
	}
	for k, it := range p.atoms {
		if it.class != figure || it.inside || it.rel || !p.counts(k+1) {
			continue
		}
		g, ok := group(r, p.atoms[k+1:p.phraseEnd(r, k+1)])
		if _, owned := r.Find(g.First, g.End, "owned"); owned && !g.Told {
			continue
		}
		if ok && g.staff(r) && (len(s.Who) == 0 || g.Narrow && !s.Who[0].Narrow || s.Agent && s.Who[0].Official()) {
			s.Who = []Group{g}
		}
	}
	if g, ok := p.whole(r); ok && len(narrowed(append(slices.Clone(s.Who), s.Target...))) == 0 {
		g.Whole = true
		s.Who = []Group{g}
	}
}

// whole returns whom a figure is a share of, where they are told: "50 persen dari
// jumlah pegawai di setiap bidang".
func (p *piece) whole(r *reading.Reading) (Group, bool) {
	for k, it := range p.atoms {
		if it.class != figure || it.inside || it.rel {
			continue
		}
		for k++; k < len(p.atoms) && p.atoms[k].class == adverb; k++ {
		}
		if k >= len(p.atoms) || !r.Is(p.atoms[k].first, "whole") {
			continue
		}
		items := p.atoms[k+1 : p.phraseEnd(r, k+1)]
		if slices.ContainsFunc(items, func(x item) bool { return r.Is(x.first, "said") }) {
			continue // "di bagian tersebut": those of the sentence before
		}
		if g, ok := group(r, items); ok && g.staff(r) && g.located(r) {
			return g, true
		}
	}
	return Group{}, false
}

// located reports whether the group names more than a word for staff: the unit they
// work in, or their work.
func (g Group) located(r *reading.Reading) bool {
	if g.Narrow || len(g.Categories) > 0 {
		return true
	}
	_, ok := r.Find(g.First, g.End, "org")
	return ok
}

// person reports whether nothing but a word for people tells the group: "Pimpinan".
func (g Group) person(r *reading.Reading) bool {
	m, ok := r.Entry(g.First, "person", "person")
	return ok && m.End == g.End && len(g.Categories) == 0
}

// narrowed returns the groups that are less than all staff.
func narrowed(gs []Group) []Group {
	var out []Group
	for _, g := range gs {
		if g.Narrow {
			out = append(out, g)
		}
	}
	return out
}

// manner reports whether the item at j ties the mode or the figure behind it to the verb:
// "bekerja secara WFO", "dengan 50 persen".
func (p *piece) manner(j int) bool {
	if p.atoms[j].class != locative || p.atoms[j].rel || j+1 >= len(p.atoms) {
		return false
	}
	switch p.atoms[j+1].class {
	case mode, figure, bound:
		return true
	}
	return false
}

// again reports whether the item at j is a mode, or ties one to the next: "dari
// kantor atau WFO".
func (p *piece) again(j int) bool {
	if p.atoms[j].class == conj && j > 0 {
		j--
	}
	return p.atoms[j].class == mode && !p.atoms[j].rel
}

// object reports whether the item at j is what a verb before it acts on, not whom
// the statement is about: "menerapkan kebijakan WFH", "melaksanakan tugas kedinasannya
// dari rumah".
func (p *piece) object(r *reading.Reading, j int) bool {
	it := p.atoms[j]
	if it.class != noun || it.rel {
		return false
	}
	if r.Is(it.first, "matter") {
		return true
	}
	for ; j >= 0 && p.atoms[j].class == noun && !p.atoms[j].rel && !p.atoms[j].inside && !r.Capital(p.atoms[j].first); j-- {
		if j > 0 && p.atoms[j-1].is("issue", "perform") {
			return true
		}
	}
	return false
}

// counts reports whether what stands at j is counted by the figure before it: a
// noun right behind it. What stands behind "dari" is the whole, not the group.
func (p *piece) counts(j int) bool {
	for j < len(p.atoms) && (p.atoms[j].class == quantity || p.atoms[j].class == adverb) {
		j++
	}
	return j < len(p.atoms) && p.atoms[j].class == head
}

// infinitive reports whether a predicate, not a noun, stands at j: "untuk bekerja
// dari rumah".
func (p *piece) infinitive(j int) bool {
	for j < len(p.atoms) && (p.atoms[j].class == adverb || p.atoms[j].class == negation || p.atoms[j].class == keep) {
		j++
	}
	if j >= len(p.atoms) {
		return false
	}
	switch p.atoms[j].class {
	case mode, verb, modal:
		return true
	case head: // "untuk melayani masyarakat"
		return p.atoms[j].verbal
	}
	return false
}

// phraseEnd returns where the phrase that begins at j ends: before the next
// predicate outside relative clauses and brackets.
func (p *piece) phraseEnd(r *reading.Reading, from int) int {
	j := from
	for ; j < len(p.atoms); j++ {
		it := p.atoms[j]
		if !it.inside && !it.rel && (it.class.predicates() || it.class == target) || j > from && parted(r, p.atoms[j-1].end, it.first) {
			break // the next predicate, or behind a speaker who was left out
		}
		if !it.inside && j > from && (r.Is(it.first, "then") || p.rulesNext(r, j)) {
			break // "bagi zona merah, maka pegawai ..."
		}
	}
	return j
}

// rulesNext reports whether a government that orders stands at j behind a comma: "untuk
// kantor itu, Pemprov mengizinkan ...".
func (p *piece) rulesNext(r *reading.Reading, j int) bool {
	if !p.atoms[j].is("org", "gov") || r.Toks[p.atoms[j].first-1].Norm != "," {
		return false
	}
	for _, it := range p.atoms[j+1:] {
		switch {
		case it.class == noun || it.class == adverb || it.inside:
		default:
			return it.class == modal && it.entry.Attrs["cause"] != "" || it.is("issue", "apply") || it.is("issue", "issue")
		}
	}
	return false
}

// parted reports whether a word stands in the range: that of a speaker who was left out.
func parted(r *reading.Reading, first, end int) bool {
	for i := first; i < end; i++ {
		if r.Toks[i].Kind == lexicon.Word {
			return true
		}
	}
	return false
}

// skipped reports whether the item may stand between who and the core of the
// predicate.
func skipped(it item) bool {
	if it.moves() {
		return false
	}
	switch it.class {
	case modal, negation, keep, only, adverb, verb, bound, figure, when, target, rest, copula, pronoun:
		return true
	case relative: // "tidak ada yang", "hanya X yang"
		return !it.rel
	}
	return it.inside
}

// elected returns where the list begins in "Yang boleh WFH adalah X": the piece
// begins with a relative clause, or a general noun with one, and a word that opens
// a list follows.
func (p *piece) elected() (int, bool) {
	rel, pred, way := false, false, false
	for j, it := range p.atoms {
		switch {
		case it.inside:
		case way && it.class == modal:
			return 0, false // "Yang WFH wajib hadir": the clause tells who
		case it.class == relative && !rel:
			rel = true
		case rel && (it.class.rules() || it.class == verb && it.entry != nil && it.entry.Class == "except"):
			pred, way = true, way || it.class == mode
		case rel && pred && (it.class == copula || it.class == only) && j+1 < len(p.atoms):
			return j + 1, true
		case j == 0 && it.class == copula:
		case !rel && it.class != adverb && it.class != head && it.class != noun && it.class != quantity && it.class != locative && it.class != link:
			return 0, false
		}
	}
	return 0, false
}

// lists returns the groups of a phrase: one, list and all, for the words of the
// text say them together.
func lists(r *reading.Reading, items []item) []Group {
	if g, ok := group(r, items); ok {
		return []Group{g}
	}
	return nil
}
