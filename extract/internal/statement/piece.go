package statement

import (
	"slices"
	"strings"
)

// part says what a piece is to its sentence.
type part uint8

const (
	main      part = iota
	aside          // a clause that tells when, why, on what condition
	exception      // "kecuali ...", "selain ..."
)

// piece is a stretch of atoms with at most one predicate of its own.
type piece struct {
	part  part
	atoms []item
	cue   atom // of an aside or exception: the word that opens it
	label bool // it stood before a colon and tells whom or what the next is about
	fresh bool // a word of contrast opens it: it goes on with no slot of the piece before
}

// item is an atom with its place in the structure of the piece.
type item struct {
	atom
	inside bool // in brackets
	rel    bool // in a relative clause
}

// predicates reports whether the class makes a predicate.
func (c class) predicates() bool {
	switch c {
	case mode, modal, keep, negation, figure, bound, verb, rest:
		return true
	}
	return false
}

// rules reports whether the class makes a predicate of a rule about figures,
// places or force; a verb alone may be the predicate of anything.
func (c class) rules() bool { return c.predicates() && c != verb }

// pieces parts the atoms of a sentence, speakers and what they say of themselves
// left out.
func pieces(as []atom) []piece {
	items := bracketed(silenced(as))
	var out []piece
	cur := piece{}
	flush := func(next piece) {
		if len(cur.atoms) > 0 || cur.part == exception {
			out = append(out, cur)
		} else {
			next.fresh = next.fresh || cur.fresh
		}
		cur = next
	}
	for j, it := range items {
		switch {
		case it.inside:
			cur.atoms = append(cur.atoms, it)
		case it.class == quote:
		case it.class == stop || it.class == comma:
			next := after(cur, items, j)
			if cur.part == aside && len(out) == 0 {
				next = main // what opens the sentence ends with its comma
			}
			flush(piece{part: next})
			cur.fresh = it.class == stop
		case it.class == colon:
			cur.label = !cur.has(class.rules)
			flush(piece{})
		case cur.part == aside && cur.cue.is("subclause", "when") && it.is("neg", "without") && len(out) > 0:
			out[len(out)-1].atoms = append(out[len(out)-1].atoms, it) // "WFH selama pandemi tidak diterapkan"
			cur = piece{part: aside, cue: it.atom}
		case cur.part == aside && cur.cue.is("subclause", "when") && (it.class == modal || it.is("neg", "none")):
			np := cur.tail()
			flush(piece{atoms: append(np, it)})
		case it.class == modal && cur.part == aside && len(out) > 0 && waits(&out[len(out)-1], &cur):
			main := out[len(out)-1] // "pegawai yang sakit karena flu boleh WFH"
			out[len(out)-1] = cur
			cur = piece{atoms: append(main.atoms, it), fresh: main.fresh}
		case it.class == link:
			flush(piece{fresh: true})
		case it.class == subclause && !(it.is("subclause", "when") && bounds(items, j)):
			flush(piece{part: aside, cue: it.atom})
		case it.class == except && len(cur.atoms) > 0 && cur.atoms[len(cur.atoms)-1].class == relative:
			it.class = verb // "pegawai yang dikecualikan" are those of another sentence
			cur.atoms = append(cur.atoms, it)
		case (it.is("neg", "not") || it.is("neg", "no")) && len(cur.atoms) > 0 && j+2 < len(items) && items[j+1].class == target && (items[j+2].class == head || items[j+2].class == quantity):
			flush(piece{part: exception, cue: it.atom}) // "bagi X dan bukan bagi guru"
		case it.class == except, it.class == outof && len(cur.atoms) == 0 && j+1 < len(items) && (items[j+1].class == head || items[j+1].class == quantity):
			flush(piece{part: exception, cue: it.atom})
		case it.class == conj && cur.part == main && parts(&cur, items, j):
			flush(piece{})
		default:
			cur.atoms = append(cur.atoms, it)
		}
	}
	flush(piece{})
	return joined(out)
}

// waits reports whether the piece before an aside still waits for its predicate, and
// the aside names nobody whose it could be.
func waits(p, a *piece) bool {
	p.relate()
	return p.part == main && !p.has(class.rules) && p.has(func(c class) bool { return c == head }) &&
		a.cue.is("subclause", "why") && !slices.ContainsFunc(a.atoms, func(it item) bool {
		return it.class == pronoun || it.class == head && !(it.entry.Class == "group" && strings.HasPrefix(it.entry.ID, "kondisi."))
	})
}

// tail cuts the phrase at the end of the piece off: "selama pandemi pegawai wajib ...".
func (p *piece) tail() []item {
	for k := len(p.atoms) - 1; k >= 0; k-- {
		if p.atoms[k].class == head || p.atoms[k].class == quantity {
			if k > 0 && p.atoms[k-1].class == quantity {
				continue
			}
			np := append([]item(nil), p.atoms[k:]...)
			p.atoms = p.atoms[:k]
			return np
		}
	}
	return nil
}

// parts reports whether the conjunction at j parts two predicates: what stands
// before it has a complete one, and what stands behind it has its own.
func parts(cur *piece, items []item, j int) bool {
	cur.relate()
	if !cur.has(class.rules) || cur.has(func(c class) bool { return c == target }) && cur.atoms[len(cur.atoms)-1].rel || !predicateFollows(items, j+1) {
		return false
	}
	if j+1 < len(items) && items[j+1].class == head && cur.ordering() {
		return false // "minta kepala dinas dan sekretaris hadir"
	}
	if cur.has(func(c class) bool { return c.rules() && c != mode && c != bound }) {
		if j+1 < len(items) && items[j+1].class == figure && !modeFollows(items, j+1) {
			return false // "WFH dan WFO 40 persen dan 60 persen"
		}
		return j+1 < len(items) && !(items[j+1].class == mode && cur.atoms[len(cur.atoms)-1].class == mode)
	}
	return j+1 < len(items) && (items[j+1].class == head || items[j+1].class == figure || items[j+1].class == bound)
}

// ordering reports whether the last predicate of the piece orders somebody to do what
// is still to be named.
func (p *piece) ordering() bool {
	for k := len(p.atoms) - 1; k >= 0; k-- {
		if it := p.atoms[k]; !it.inside && !it.rel && it.class.predicates() {
			return it.class == modal && it.entry.Attrs["cause"] != ""
		}
	}
	return false
}

// modeFollows reports whether a mode stands between j and the next separator.
func modeFollows(items []item, j int) bool {
	for ; j < len(items); j++ {
		switch items[j].class {
		case mode:
			return true
		case comma, stop, colon, link, subclause, except, conj:
			return false
		}
	}
	return false
}

// after returns the part of the piece behind the separator at j: an aside or an
// exception goes on over a comma until a predicate of its own begins.
func after(cur piece, items []item, j int) part {
	if items[j].class == stop || cur.part == main {
		return main
	}
	if predicateFollows(items, j+1) {
		return main
	}
	return cur.part
}

// bounds reports whether the atom at j opens no clause but a limit: "hingga 50
// persen", "sampai maksimal 50".
func bounds(items []item, j int) bool {
	return j+1 < len(items) && (items[j+1].class == figure || items[j+1].class == bound)
}

// predicateFollows reports whether a predicate of a rule stands between j and the
// next separator, outside relative clauses.
func predicateFollows(items []item, j int) bool {
	for rel := false; j < len(items); j++ {
		switch it := items[j]; {
		case it.inside:
		case it.class == comma || it.class == stop || it.class == colon || it.class == link || it.class == subclause || it.class == except:
			return false
		case it.class == relative:
			rel = true
		case it.class.rules() && !rel:
			return true
		case rel && (it.class == verb || it.class == noun || it.class == head):
			rel = it.class == verb // the clause has begun: what rules behind it is the predicate
		}
	}
	return false
}

// silenced leaves out who speaks and when: `..., kata Sekda, Senin (15/4)` and
// `Sekda mengatakan, ...`.
func silenced(as []atom) []atom {
	var out []atom
	for j := 0; j < len(as); j++ {
		a := as[j]
		switch {
		case a.is("speech", "tell") && !ruled(out):
			at, inserted := inserted(out)
			if !inserted {
				at = 0 // all before it is the speaker
			}
			out = out[:at]
			for inserted && j+1 < len(as) && as[j+1].class != comma {
				j++
			}
		case a.is("speech", "say") || a.is("speech", "tell"):
			k := j + 1
			for k < len(as) && as[k].class != quote && !(as[k].class == comma && (!ruled(out) || resumes(as[k+1:]))) && as[k].class != colon {
				k++
			}
			j = k - 1
		default:
			out = append(out, a)
		}
	}
	return out
}

// resumes reports whether the predicate of a sentence that a speaker parts goes on in
// the atoms: "WFH, kata Sekda, berlaku bagi ...".
func resumes(as []atom) bool {
	for _, a := range as {
		switch a.class {
		case adverb, quote:
		case modal, negation, keep, only, bound, target:
			return true
		case verb:
			return a.is("issue", "grant") || a.is("issue", "apply") || a.is("issue", "perform")
		default:
			return false
		}
	}
	return false
}

// inserted returns where the speaker begins in "X, ia menegaskan, wajib masuk": behind
// the last comma, where nothing but a name or a pronoun stands. Else it begins with
// the sentence.
func inserted(out []atom) (int, bool) {
	for k := len(out) - 1; k > 0; k-- {
		switch out[k].class {
		case comma:
			return k, k < len(out)-1
		case pronoun, noun, adverb:
		default:
			return 0, false
		}
	}
	return 0, false
}

// ruled reports whether a predicate of a rule stands in the atoms.
func ruled(as []atom) bool {
	for _, a := range as {
		if a.class.rules() {
			return true
		}
	}
	return false
}

// bracketed marks what stands in brackets.
func bracketed(as []atom) []item {
	out := make([]item, len(as))
	depth := 0
	for j, a := range as {
		if a.class == shut && depth > 0 {
			depth--
			out[j] = item{atom: a, inside: true}
			continue
		}
		if a.class == open {
			depth++
		}
		out[j] = item{atom: a, inside: depth > 0}
	}
	if depth > 0 { // a bracket that is never closed holds nothing
		for j := range out {
			out[j].inside = false
		}
	}
	return out
}

// joined puts pieces without a predicate to the one they belong to: a list that
// goes on behind the predicate, or what stands before it.
func joined(ps []piece) []piece {
	var out []piece
	var lead []item // atoms that wait for their predicate
	for _, p := range ps {
		p.relate()
		n := len(out)
		if p.fresh || p.part != main {
			if len(lead) > 0 && p.part == exception {
				out = append(out, piece{atoms: lead})
				n++
			}
			if p.fresh || p.part == exception {
				lead = nil // the place and the paper before a dash, a list that a semicolon ends
			}
		}
		bare := p.part == main && !p.has(class.predicates) && !p.label
		switch {
		case bare && n > 0 && p.atoms[0].class == locative && out[n-1].part == main: // "pegawai, dengan jadwal ...": tells how
			continue
		case bare && n > 0 && !p.fresh && len(lead) == 0 && out[n-1].part == main && !out[n-1].label:
			out[n-1].atoms = append(out[n-1].atoms, p.atoms...)
		case p.part != main && n > 0 && out[n-1].part == p.part && p.cue.end == 0:
			out[n-1].atoms = append(out[n-1].atoms, p.atoms...)
		case bare:
			lead = append(lead, p.atoms...)
		case p.part == main:
			if len(lead) > 1 && lead[0].class == locative && (lead[1].class == act || lead[1].entry != nil && lead[1].entry.Class == "matter") {
				lead = nil // "Dalam surat edaran itu, seluruh OPD ...": where it stands
			}
			p.atoms = append(lead, p.atoms...)
			lead = nil
			out = append(out, p)
		default:
			out = append(out, p)
		}
	}
	if len(lead) > 0 {
		out = append(out, piece{atoms: lead})
	}
	for i := range out {
		out[i].relate()
	}
	return out
}

// has reports whether an atom outside brackets has such a class.
func (p *piece) has(ok func(class) bool) bool {
	for _, it := range p.atoms {
		if !it.inside && !it.rel && ok(it.class) {
			return true
		}
	}
	return false
}
