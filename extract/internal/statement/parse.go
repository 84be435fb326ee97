package statement

import (
	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/extract/internal/reading"
	"github.com/telaah/telaah/lexicon"
)

// Parse returns the statements of the sentence that the range is. held tells
// where dates and acts begin, see atoms.
func Parse(r *reading.Reading, first, end int, dates, acts func(i int) (int, bool)) []Statement {
	held := func(i int) (class, int, bool) {
		if k, ok := acts(i); ok {
			return act, k, true
		}
		k, ok := dates(i)
		return when, k, ok
	}
	var out []Statement
	var frame []Aside // asides that stand before their statement
	for _, p := range pieces(atoms(r, first, end, held)) {
		n := len(out)
		switch {
		case p.part == aside && p.cue.is("subclause", "if") && p.has(func(c class) bool { return c == figure }) && p.has(func(c class) bool { return c == mode }):
			out = append(out, statementOf(r, p)) // "asalkan paling sedikit 40 persen tetap di kantor" rules itself
		case p.part == aside:
			a := Aside{Entry: p.cue.entry, First: p.cue.first, End: p.end()}
			if n > 0 {
				out[n-1].Aside = append(out[n-1].Aside, a)
			} else {
				frame = append(frame, a)
			}
		case p.part == exception && n > 0:
			out[n-1].Except = append(out[n-1].Except, exceptionOf(r, p))
		case p.part == exception: // "Selain puskesmas, seluruh OPD boleh WFH"
			out = append(out, Statement{First: p.cue.first, End: p.end(), Except: []Exception{exceptionOf(r, p)}})
		default:
			s := statementOf(r, p)
			s.Aside, frame = append(s.Aside, frame...), nil
			if n > 0 && out[n-1].bare() { // the exception before it is its own
				s.Except, s.First = append(out[n-1].Except, s.Except...), out[n-1].First
				out = out[:n-1]
			} else if n > 0 && out[n-1].phrase() && !out[n-1].Label && !p.fresh && len(s.Who) == 0 && p.has(class.predicates) {
				s.Who, s.Except, s.First = out[n-1].Who, append(out[n-1].Except, s.Except...), out[n-1].First // "Pegawai, kecuali guru, wajib hadir"
				out = out[:n-1]
			} else if n > 0 && !p.fresh && len(s.Who) == 0 && len(s.Target) == 0 && !out[n-1].Label {
				s.Same = true
			}
			out = append(out, s)
		}
	}
	return out
}

// bare reports whether the statement is nothing but an exception.
func (s *Statement) bare() bool {
	return len(s.Except) > 0 && len(s.Modes)+len(s.Figures)+len(s.Who)+len(s.Target) == 0 && s.Force.Force == ""
}

// phrase reports whether the statement is a phrase without a predicate.
func (s *Statement) phrase() bool {
	return len(s.Modes)+len(s.Figures)+len(s.Target) == 0 && s.Force.Force == "" && len(s.Who) > 0
}

// end returns the token behind the piece.
func (p *piece) end() int {
	if n := len(p.atoms); n > 0 {
		return p.atoms[n-1].end
	}
	return p.cue.end
}

// exceptionOf reads a piece that "kecuali" opens.
func exceptionOf(r *reading.Reading, p piece) Exception {
	e := Exception{First: p.cue.first, End: p.end(), Entry: p.cue.entry}
	if len(p.atoms) == 0 {
		return e
	}
	q := piece{atoms: p.atoms}
	s := statementOf(r, q)
	if p.atoms[0].class == locative && e.Entry.ID == "except" { // "dikecualikan dari ...": what it leaves
		e.From = true
	}
	if len(s.Modes) > 0 || len(s.Figures) > 0 {
		e.Own = &s
		e.Groups = append(s.Who, s.Target...)
		return e
	}
	if e.Groups = s.Target; len(e.Groups) == 0 {
		for len(q.atoms) > 0 && q.atoms[0].class == verb {
			q.atoms = q.atoms[1:]
		}
		if g, ok := phrase(r, q.atoms); ok && (e.Entry.ID != "except" || !r.Is(g.First, "anaphor")) {
			e.Groups = []Group{g}
		}
	}
	return e
}

// statementOf fills the slots of a piece.
func statementOf(r *reading.Reading, p piece) Statement {
	s := Statement{First: p.atoms[0].first, End: p.end(), Label: p.label}
	list, elected := p.elected()
	if elected {
		for j := range p.atoms[:list] {
			p.atoms[j].rel = false
		}
		for j := list; j < len(p.atoms); j++ {
			p.atoms[j].rel = true
		}
	}
	s.Force = forceIn(p.atoms)
	s.Modes = modesOf(p.atoms)
	s.Figures = figuresOf(p.atoms)
	for j, it := range p.atoms {
		if it.inside || it.rel {
			continue
		}
		switch it.class {
		case keep:
			s.Keep = true
		case only:
			s.Only = true
		case rest:
			s.Rest = true
		case pronoun:
			s.Them = s.Them || it.is("pronoun", "them")
			s.Others = s.Others || it.is("pronoun", "others")
		case verb:
			s.Issue = s.Issue || it.is("issue", "issue")
			s.Grant = s.Grant || it.is("issue", "grant")
			s.Outside = s.Outside || it.entry != nil && it.entry.Class == "except"
		case target:
			s.Only = s.Only || j > 0 && (it.is("target", "only") || it.is("target", "grantonly"))
			s.Grant = s.Grant || it.is("target", "grant") || it.is("target", "grantonly")
		case negation:
			s.Outside = s.Outside || it.is("except", "outside")
			s.NotAll = s.NotAll || j+1 < len(p.atoms) && p.atoms[j+1].class == quantity
			s.Unapplied = s.Unapplied || it.is("neg", "without")
		case modal:
			s.Only = s.Only || it.entry.Attrs["only"] != ""
		}
	}
	s.Negated = negated(p.atoms)
	s.Verbal = p.has(func(c class) bool { return c == verb || c == bound || c == modal }) && !s.Grant
	p.fill(r, &s, list, elected)
	return s
}

// core returns the item that the statement is about: its mode, else its figure,
// else its last modal or verb.
func (p *piece) core() int {
	at := -1
	for _, want := range []func(item) bool{
		func(it item) bool { return it.class == mode && it.entry.Attrs["weak"] == "" },
		func(it item) bool { return it.class == mode },
		func(it item) bool { return it.class == figure },
		func(it item) bool { return it.class.predicates() },
	} {
		for j, it := range p.atoms {
			if !it.inside && !it.rel && want(it) {
				at = j
				if it.class == mode || it.class == figure {
					return at
				}
			}
		}
		if at >= 0 {
			return at
		}
	}
	return at
}

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
		if from > 0 && !g.Narrow { // "Daerah X wajib menugaskan pegawai bekerja dari rumah"
			if g, ok := p.before(r, from, taken); ok && g.Narrow && !g.Official() && (len(g.Categories) > 0 || !p.orders(from)) {
				s.Who = []Group{g}
			}
		}
	}
	p.behind(r, s, core, taken)
}

// orders reports whether somebody before the phrase at from orders it: "Pimpinan
// memastikan pegawainya bekerja dari rumah".
func (p *piece) orders(from int) bool {
	for _, it := range p.atoms[:from] {
		if it.class == modal && it.entry.Attrs["cause"] != "" && !it.rel {
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
		end := p.phraseEnd(k + 1)
		if g, ok := group(r, p.atoms[k+1:end]); ok && g.staff(r) && (k+1 >= end || p.atoms[k+1].class == relative || r.Toks[g.First].Start <= r.Toks[p.atoms[k+1].first].Start || !r.Is(g.First, "rel")) {
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
		g, ok := group(r, p.atoms[k+1:p.phraseEnd(k+1)])
		if ok && g.staff(r) && (len(s.Who) == 0 || g.Narrow && !s.Who[0].Narrow || s.Agent && s.Who[0].Official()) {
			s.Who = []Group{g}
		}
	}
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
// the statement is about: "menerapkan kebijakan WFH".
func (p *piece) object(r *reading.Reading, j int) bool {
	it := p.atoms[j]
	return it.class == noun && r.Is(it.first, "matter") && !it.rel
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
func (p *piece) phraseEnd(j int) int {
	for ; j < len(p.atoms); j++ {
		it := p.atoms[j]
		if !it.inside && !it.rel && (it.class.predicates() || it.class == target) {
			break
		}
	}
	return j
}

// skipped reports whether the item may stand between who and the core of the
// predicate.
func skipped(it item) bool {
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
		case rel && it.class.rules():
			pred, way = true, way || it.class == mode
		case rel && pred && (it.class == copula || it.class == only) && j+1 < len(p.atoms):
			return j + 1, true
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

// modesOf returns the modes of the items. An acronym and its words in brackets
// are one.
func modesOf(items []item) []Mode {
	var out []Mode
	for j, it := range items {
		if it.class != mode {
			continue
		}
		m := Mode{First: it.first, End: it.end, Mode: circular.Mode(it.entry.ID), Rel: it.rel, Entry: it.entry,
			Weak: it.entry.Attrs["weak"] != "", Noun: it.entry.ID == "presence"}
		if v := it.entry.Attrs["mode"]; v != "" {
			m.Mode = circular.Mode(v)
		}
		if n := len(out); n > 0 && out[n-1].Mode == m.Mode && glued(items, j) {
			out[n-1].End, out[n-1].Weak = m.End, out[n-1].Weak && m.Weak
			continue
		}
		m.Negated = denied(items, j)
		out = append(out, m)
	}
	return out
}

// glued reports whether the mode at j only names the one before it again: in
// brackets, or behind "atau", "alias".
func glued(items []item, j int) bool {
	for k := j - 1; k >= 0; k-- {
		switch it := items[k]; {
		case it.class == mode:
			return true
		case it.class == open || it.class == shut || it.class == conj || it.class == quote || it.class == adverb:
		default:
			return false
		}
	}
	return false
}

// denied reports whether a negation governs the mode at j: before it with nothing
// but modals, verbs and the like between, or behind it ("WFH tidak berlaku").
func denied(items []item, j int) bool {
	if nobody(items[:j]) {
		return true
	}
	for k := j - 1; k >= 0; k-- {
		it := items[k]
		if it.inside != items[j].inside || it.rel != items[j].rel {
			break
		}
		if it.class == negation {
			return true
		}
		if it.class == modal && forceOf(it.entry).Force == circular.ForceDilarang {
			return true
		}
		switch it.class {
		case modal, verb, adverb, target, only, keep, relative, noun, locative:
			if it.class == noun && k < j-3 {
				return false
			}
			continue
		}
		break
	}
	if items[j].rel || items[j].inside {
		return false
	}
	for k := j + 1; k < len(items); k++ {
		it := items[k]
		switch {
		case it.inside:
		case it.class == negation:
			return it.is("neg", "without") || k+1 >= len(items) ||
				items[k+1].class == target || items[k+1].class == verb && (items[k+1].is("issue", "grant") || items[k+1].is("issue", "apply"))
		case it.class == modal && forceOf(it.entry).Force == circular.ForceDilarang:
			return k+1 >= len(items) || items[k+1].class != verb && items[k+1].class != mode // "pegawai WFH dilarang meninggalkan rumah"
		case it.class == adverb || it.class == noun || it.class == when || it.class == pronoun || it.class == locative:
		default:
			return false
		}
	}
	return false
}

// nobody reports whether the items begin with "tidak seorang pun", "tidak ada": whoever
// follows does not.
func nobody(items []item) bool {
	for _, it := range items {
		switch {
		case it.is("neg", "nobody") || it.is("neg", "none"):
			return true
		case it.class != adverb && it.class != link && it.class != locative && it.class != when:
			return false
		}
	}
	return false
}

// negated reports whether the predicate as a whole is denied.
func negated(items []item) bool {
	for _, it := range items {
		if !it.inside && !it.rel && it.class == negation {
			return true
		}
	}
	return false
}

// Modes returns the ways of working that the range names, by position.
func Modes(r *reading.Reading, first, end int) []Mode {
	return modesOf(bracketed(atoms(r, first, end, func(int) (class, int, bool) { return noun, 0, false })))
}

// Phrase returns the people or offices that the range names; ok is false where it
// names none.
func Phrase(r *reading.Reading, first, end int) (Group, bool) {
	items := bracketed(atoms(r, first, end, func(int) (class, int, bool) { return noun, 0, false }))
	g, ok := group(r, items)
	return g, ok && g.staff(r)
}
