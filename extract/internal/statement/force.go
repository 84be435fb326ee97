package statement

import (
	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/extract/internal/reading"
	"github.com/telaah/telaah/lexicon"
)

// Sense is what a word of force does, its negations counted.
type Sense uint8

const (
	None Sense = iota
	Must       // it is to be done
	Ban        // it is not to be done
	May        // it may be done
	Free       // it need not be done
	Out        // somebody is shut out of a rule
	Kept       // nobody is freed or shut out: the rule stays
)

// denials gives what the denial of a word of force means: "tidak wajib" frees,
// "tidak boleh" bans, "tidak dilarang" allows.
var denials = map[Sense]Sense{Must: Free, Ban: May, May: Ban, Free: Kept, Out: Kept, Kept: Free}

// inner gives what a word of force means for an act that is itself denied:
// "wajib tidak hadir" bans, "boleh tidak hadir" frees.
var inner = map[Sense]Sense{Must: Ban, Ban: Must, May: Free, Free: May, Out: Out, Kept: Kept}

// senses gives the senses of the lexicon.
var senses = map[string]Sense{"must": Must, "ban": Ban, "may": May, "free": Free, "out": Out}

// Deny returns the sense of a word of force that is denied as a whole.
func (s Sense) Deny() Sense { return denials[s] }

// Register is how a text speaks: a circular has force in fewer words than prose
// about it.
type Register uint8

const (
	Prose Register = iota
	Official
)

// Modal is a word of force together with what denies it: "tidak lagi diwajibkan",
// "boleh untuk tidak", "bukan merupakan larangan".
type Modal struct {
	First, End int
	Sense      Sense
	Force      circular.Force // "" where it frees or shuts out
	Denied     bool           // by an odd number of negations before it
	Joins      bool           // "agar": only ties an act to a word of force before it
	Cause      bool           // its subject orders others
	Noun       bool           // "kewajiban", "larangan"
	Core       int            // the token of the word itself
	Entry      *lexicon.Entry
}

// ModalAt returns the word of force with its negations that begins at token i.
func ModalAt(r *reading.Reading, i, end int, reg Register) (Modal, bool) {
	if m, ok := modalWord(r, i, end, reg, false); ok && m.Sense == Out {
		m.First = i
		return m, true // "tidak berlaku bagi"
	}
	at, odd, existence := negations(r, i, end)
	m, ok := modalWord(r, at, end, reg, at > i)
	if !ok || m.End > end || existence && !m.Noun { // "tidak ada kewajiban", but not "tidak ada boleh"
		return Modal{}, false
	}
	if m.Sense == May && !m.Joins { // "dapat dikecualikan", "tidak dapat dibebaskan"
		if next, ok := modalWord(r, m.End, end, Official, false); ok && (next.Sense == Free || next.Sense == Out) && next.End <= end {
			m = next
		}
	}
	m.First, m.Denied = i, odd
	word := m.Sense
	if k, ok := actDenied(r, m, end, reg); ok {
		m.Sense, m.End = inner[m.Sense], k
	}
	if odd {
		switch m.Entry.Attrs["denied"] {
		case "no": // "tidak diminta" may free or not
			return Modal{}, false
		case "ban": // "tidak dianjurkan"
			m.Sense = Ban
			return m, true
		}
		m.Sense = denials[m.Sense]
		if word == May && m.Sense == Kept { // "tidak boleh tidak"
			m.Sense = Must
		}
	}
	m.Force = strengthOf(m)
	return m, true
}

// negations goes over the negations at token i and returns the token behind them,
// whether their number is odd, and whether one denies that there is something.
func negations(r *reading.Reading, i, end int) (at int, odd, existence bool) {
	for i < end {
		k, none, ok := negation1(r, i)
		if !ok {
			break
		}
		i, odd, existence = k, !odd, existence || none
		for i < end {
			m, ok := r.Entry(i, "denyfill", "outer")
			if !ok {
				break
			}
			i = m.End
		}
	}
	return i, odd, existence
}

// negation1 returns the token behind the negation at token i: of its word alone
// where a phrase goes on with the verb that is denied.
func negation1(r *reading.Reading, i int) (end int, existence, ok bool) {
	m, ok := r.Starts(i, "neg")
	if !ok {
		return i, false, false
	}
	switch m.Entry.ID {
	case "not", "no", "notyet":
		return m.End, false, true
	case "none":
		return m.End, true, true
	case "without":
		return i + 1, false, m.End > i+1
	}
	return i, false, false
}

// modalWord returns the word of force at token i, negations apart. Some words have
// force only where they are denied.
func modalWord(r *reading.Reading, i, end int, reg Register, denied bool) (Modal, bool) {
	var out Modal
	for _, m := range r.At(i) {
		e := m.Entry
		switch {
		case m.End > end || m.End <= out.End:
		case e.Class == "notmodal":
			out = Modal{End: m.End}
		case e.Class == "out" && r.Is(i, "neg") && r.Is(i-1, "rel"): // "pegawai yang tidak termasuk ..." are those of another rule
		case e.Class == "out" && (reg == Official || denied):
			out = Modal{End: m.End, Sense: Out, Entry: e, Core: i, Cause: e.Attrs["cause"] != ""}
		case e.Class != "modal", e.Attrs["denied"] == "only" && !denied, e.Attrs["noun"] != "" && !denied,
			e.Attrs["prose"] != "" && reg == Official && !denied:
		default:
			out = Modal{End: m.End, Sense: senses[e.Attrs["sense"]], Force: circular.Force(e.Attrs["force"]), Entry: e, Core: i,
				Joins: e.Attrs["joins"] != "", Cause: e.Attrs["cause"] != "", Noun: e.Attrs["noun"] != ""}
		}
	}
	return out, out.Entry != nil
}

// actDenied reports whether the act behind the word of force m is denied, and
// returns the token behind that negation. A limit ("tidak lebih dari") denies no
// act, and "agar tidak" tells as often why as what.
func actDenied(r *reading.Reading, m Modal, end int, reg Register) (int, bool) {
	if m.Joins || m.Noun || m.Cause || m.Sense == Out {
		return 0, false
	}
	i := m.End
	for i < end {
		f, ok := r.Entry(i, "denyfill", "inner")
		if !ok {
			break
		}
		i = f.End
	}
	k, existence, ok := negation1(r, i)
	if !ok || k > end || existence && reg == Prose || r.Is(i, "bound") || r.Is(i, "except") {
		return 0, false
	}
	if _, again := ModalAt(r, i, end, reg); again {
		return 0, false
	}
	return k, true
}

// strengthOf returns the force that a record prints for a word and its negations.
func strengthOf(m Modal) circular.Force {
	switch m.Sense {
	case Ban:
		if m.Denied || m.Force == circular.ForceDapat || m.Force == "" {
			return circular.ForceDilarang
		}
		return m.Force // "diminta untuk tidak", "dilarang"
	case May:
		return circular.ForceDapat
	case Must:
		if m.Force == circular.ForceDapat || m.Force == circular.ForceDilarang {
			return circular.ForceWajib
		}
		return m.Force
	}
	return ""
}

// Headed returns the noun of force that leads the range: "Kewajiban ...",
// "Larangan ...": what is said of it is said of the rule.
func Headed(r *reading.Reading, i int) (Modal, bool) {
	for _, m := range r.At(i) {
		if e := m.Entry; e.Class == "modal" && e.Attrs["noun"] != "" {
			return Modal{First: i, End: m.End, Core: i, Sense: senses[e.Attrs["sense"]], Force: circular.Force(e.Attrs["force"]), Noun: true, Entry: e}, true
		}
	}
	return Modal{}, false
}

// Denies reports whether what begins at token i denies the sentence behind it: all
// of it ("Tidak seorang pun", "Bukan berarti"), or that there is anybody who does
// it ("Tidak ada ... yang").
func Denies(r *reading.Reading, i int) (end int, all, ok bool) {
	for _, m := range r.At(i) {
		if e := m.Entry; e.Class == "neg" && (e.ID == "nobody" || e.ID == "none" || e.ID == "means") && m.End > end {
			end, all, ok = m.End, e.ID != "none", true
		}
	}
	return end, all, ok
}

// forceOf returns the force of a modal in prose.
func forceOf(m Modal) Force {
	f := Force{Force: m.Force, Sense: m.Sense, Cause: m.Cause, Entry: m.Entry, First: m.First, End: m.End}
	if m.Sense == Free {
		f.Relief, f.Force = true, circular.ForceDapat
	}
	return f
}

// strength ranks the forces; of several in one predicate the strongest rules.
var strength = map[circular.Force]int{circular.ForceDapat: 1, circular.ForceDiimbau: 2, circular.ForceDiminta: 3,
	circular.ForceWajib: 4, circular.ForceDilarang: 5}

// forceIn returns the force of a predicate: the strongest of its modals, but what
// frees or bans decides between asking and allowing. Modals in relative clauses
// tell who is meant and count not. A sentence that is denied as a whole turns it.
func forceIn(items []item) Force {
	var f Force
	for _, it := range items {
		if it.class != modal || it.rel || it.inside {
			continue
		}
		g := forceOf(it.modal)
		switch {
		case f.Force == "":
			f = g
		case g.Relief, g.Sense == Ban:
			g.Cause = g.Cause || f.Cause
			f = g
		case !f.Relief && strength[g.Force] > strength[f.Force]:
			g.Cause = g.Cause || f.Cause
			f = g
		}
	}
	if f.Entry != nil && nobody(items) {
		m := Modal{Sense: f.Sense.Deny(), Force: f.Force, Denied: true, Cause: f.Cause, Entry: f.Entry, First: f.First, End: f.End}
		m.Force = strengthOf(m)
		return forceOf(m)
	}
	return f
}
