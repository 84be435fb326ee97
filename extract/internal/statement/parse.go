package statement

import (
	"slices"

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
	for end > first+1 && r.Is(end-1, "coord") { // "puskesmas; dan": an item of a list
		end--
	}
	var out []Statement
	var prev []item   // those of the last statement
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
			if s.Same && prev != nil && len(s.Figures) == 1 && s.Figures[0].Bound == circular.BoundExact && len(out[n-1].Figures) == 0 {
				s.Figures[0].lone(prev) // "Kuota maksimal WFH, sebagaimana ..., adalah 50 persen"
			}
			prev = p.atoms
			if n = len(out); n > 0 && len(s.Figures) == 0 && len(out[n-1].Figures) == 1 && out[n-1].Figures[0].Bound == circular.BoundExact {
				out[n-1].Figures[0].lone(p.atoms) // "setengah dari pegawai, dan tidak boleh lebih dari itu"
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
	if p.atoms[0].is("locative", "from") && e.Entry.ID == "except" { // "dikecualikan dari ...": what it leaves
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
	if turned(p.atoms, s.Figures) { // what is denied is to go beyond the limit
		for n := range s.Modes {
			s.Modes[n].Negated = false
		}
	}
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
			s.Unapplied = s.Unapplied || it.is("neg", "without") && !p.other(r, j) || it.is("neg", "cancel") && p.speaks(r)
		case modal:
			s.Only = s.Only || it.entry.Attrs["only"] != ""
		}
	}
	s.Negated = negated(p.atoms)
	s.Verbal = p.has(func(c class) bool { return c == verb || c == bound || c == modal }) && !s.Grant
	p.fill(r, &s, list, elected)
	return s
}

// other reports whether the denial at j acts on a matter other than the policy that is
// spoken of: "tidak mengambil cuti".
func (p *piece) other(r *reading.Reading, j int) bool {
	for j++; j < len(p.atoms) && p.atoms[j].class == adverb; j++ {
	}
	return j < len(p.atoms) && p.atoms[j].class == noun && r.Toks[p.atoms[j].first].Kind == lexicon.Word && !r.Is(p.atoms[j].first, "anaphor")
}

// speaks reports whether the piece names the policy that is spoken of.
func (p *piece) speaks(r *reading.Reading) bool {
	return slices.ContainsFunc(p.atoms, func(it item) bool { return r.Is(it.first, "anaphor") })
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
