package clause

import (
	"strings"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/lexicon"
)

// scan is what the words of a piece say of its predicate. Token indices are -1
// where it has none.
type scan struct {
	first, end int // behind a clause of purpose, up to the piece's end
	binds      lexicon.Match
	bound      bool // binds is set
	which      bool // binds stands in a relative clause
	orders     bool // binds is an order that the subject gives to others
	negated    int  // "tidak" before the main verb
	verb       int  // the main verb, else one in a subordinate clause
	main       bool // verb is the main one
	active     bool // it is one of somebody who acts
	leads      bool // the piece begins with it
	subject    [2]int
}

// force returns the strength of the modal.
func (v scan) force() circular.Force {
	if !v.bound {
		return ""
	}
	switch v.binds.Entry.ID {
	case "join":
		return circular.ForceDiminta
	case "allow":
		return circular.ForceDapat
	case "relief", "exclude":
		return ""
	}
	return circular.Force(v.binds.Entry.ID)
}

func (v scan) is(id string) bool { return v.bound && v.binds.Entry.ID == id }

// scan reads the predicate of the tokens from first up to end. A modal or verb
// in a relative or subordinate clause is not that of the piece, unless the
// piece has no other; "agar" only joins where another modal governs it.
func (w *writer) scan(first, end int) scan {
	v := scan{first: w.behindPurpose(first, end), end: end, negated: -1, verb: -1}
	var hidden lexicon.Match // the first modal inside a subordinate clause
	sub, rel, neg := false, false, -1
	hiddenVerb, hiddenNeg := -1, -1
	relVerb := false
	relative := false // hidden stands right behind "yang"
	for i := v.first; i < end; i++ {
		norm := w.Toks[i].Norm
		switch {
		case norm == "," || norm == ";":
			sub, rel = false, false
			continue
		case w.Is(i, "then"):
			sub, rel = false, false
			continue
		}
		if m, ok := w.Starts(i, "subordinate"); ok {
			if m.Entry.ID == "which" {
				if w.Is(m.End, "asnoun") {
					continue // "yang bersangkutan"
				}
				rel, relVerb = true, false
			} else {
				sub = true
			}
			i = m.End - 1
			continue
		}
		if m, ok := w.Starts(i, "binds"); ok && m.End <= end {
			if m.Entry.ID == "noun" {
				i = m.End - 1
				continue
			}
			direct := rel && i > 0 && w.Is(i-1, "subordinate") // "yang wajib ..."
			switch {
			case direct || sub && hiddenVerb < 0:
				if hidden.Entry == nil {
					hidden, relative = m, direct
				}
			case !v.bound:
				v.binds, v.bound = m, true
				v.subject = [2]int{v.first, i}
			case v.is("join") && v.verb < 0 && m.Entry.ID != "dapat":
				v.binds = m // "agar Camat wajib melapor"
			default:
				v.binds = stronger(v.binds, m)
			}
			i = m.End - 1
			rel = rel && direct
			if !direct && v.bound {
				sub = false
			}
			neg = -1
			continue
		}
		if m, ok := w.Starts(i, "neg"); ok && m.Entry.ID != "notyet" && w.word(i) {
			neg = i
			continue
		}
		if active, ok := w.verbal(i); ok {
			inside := sub || rel || i > v.first && w.prepared(i-1)
			if neg >= 0 && neg == i-1 {
				inside = sub || rel || neg > v.first && w.prepared(neg-1) && !w.Is(neg-1, "binds")
			}
			before := i - 1
			if neg >= 0 && neg == before {
				before--
			}
			if sub && !rel && hiddenVerb >= 0 && !w.prepared(before) && !w.Is(before, "conj") {
				sub, inside = false, false // the subordinate clause had its verb
			}
			if rel && !sub && relVerb && !w.prepared(before) && !w.Is(before, "conj") && !w.Is(before, "subordinate") {
				rel, inside = false, false // the relative clause had its verb
			}
			relVerb = relVerb || rel
			if inside {
				if hiddenVerb < 0 {
					hiddenVerb = i
					if neg == i-1 && neg >= 0 {
						hiddenNeg = neg
					}
				}
			} else if v.verb < 0 {
				v.verb, v.active, v.main = i, active, true
				if neg == i-1 && neg >= 0 {
					v.negated = neg
				}
				if !v.bound {
					to := i
					if v.negated >= 0 {
						to = v.negated
					}
					v.subject = [2]int{v.first, max(v.first, to)}
				}
			}
		}
		neg = -1
	}
	if !v.bound && v.verb > v.first {
		if m, ok := w.Starts(v.verb, "orders"); ok { // "Bupati melarang pegawainya ..."
			v.binds, v.bound, v.orders = m, true, true
		}
	}
	if !v.bound && hidden.Entry != nil && v.verb < 0 {
		v.binds, v.bound, v.which = hidden, true, relative
	}
	if v.verb < 0 {
		v.verb, v.negated = hiddenVerb, hiddenNeg
		v.active = hiddenVerb >= 0 && v.bound
		v.main = v.active && !v.which
	}
	start := v.first
	if v.negated == start {
		start++
	}
	v.leads = v.verb >= 0 && v.verb == start || v.bound && v.binds.First == start
	return v
}

// stronger returns which of two modals in a row rules: one that forbids,
// frees, orders or asks over one that allows behind it; "agar" yields.
func stronger(a, b lexicon.Match) lexicon.Match {
	switch {
	case a.Entry.ID == "join" && b.Entry.ID != "dapat" && b.First <= a.End:
		return b
	case a.Entry.ID == "dapat" && b.Entry.ID == "dilarang" && b.First <= a.End:
		return b
	}
	return a
}

// prepared reports whether token i makes the verb behind it no main one: a
// preposition, or a word that joins it to another.
func (w *writer) prepared(i int) bool {
	return w.Is(i, "prep") || w.Is(i, "unfinished") && !w.Is(i, "conj") && !w.Is(i, "binds") && !w.Is(i, "neg")
}

// verbal reports whether token i is a verb by its shape, and whether an active
// one. Nouns of that shape are in the lexicon.
func (w *writer) verbal(i int) (active, ok bool) {
	s := w.Toks[i].Norm
	if w.Is(i, "imperative") {
		return true, true
	}
	if !w.word(i) || w.Is(i, "asnoun") || w.Is(i, "noun") || strings.HasSuffix(s, "nya") {
		return false, false
	}
	for _, p := range [...]struct {
		prefix string
		least  int
		active bool
	}{{"me", 6, true}, {"ber", 7, true}, {"di", 6, false}} {
		if len(s) >= p.least && s[:len(p.prefix)] == p.prefix {
			return p.active, true
		}
	}
	return false, false
}

// behindPurpose returns the token behind a clause of purpose with which a range
// opens: "Agar ... dapat berjalan, atasan mengawasi". It ends at the comma
// behind which a subject and its own verb stand.
func (w *writer) behindPurpose(first, end int) int {
	m, ok := w.Starts(first, "binds")
	opens := ok && m.Entry.ID == "join" || w.Is(first, "purpose") || w.Is(first, "specially") && false
	if !opens {
		return first
	}
	for i := first + 1; i+2 < end; i++ {
		if w.Toks[i].Norm != "," {
			continue
		}
		if _, verb := w.verbal(i + 1); verb || w.Is(i+1, "conj") {
			continue
		}
		for j := i + 1; j < end && w.Toks[j].Norm != ","; j++ {
			if w.Is(j, "binds") {
				return i + 1
			}
			if _, verb := w.verbal(j); verb {
				if !w.prepared(j-1) && !w.Is(j-1, "subordinate") {
					return i + 1
				}
				break
			}
		}
	}
	return first
}
