package statement

import (
	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/lexicon"
)

// strength ranks the forces; of several in one predicate the strongest rules.
var strength = map[circular.Force]int{circular.ForceDapat: 1, circular.ForceDiimbau: 2, circular.ForceDiminta: 3,
	circular.ForceWajib: 4, circular.ForceDilarang: 5}

// forceOf returns the force of a modal.
func forceOf(e *lexicon.Entry) Force {
	return Force{Force: circular.Force(e.Attrs["force"]), Relief: e.Attrs["relief"] != "", Cause: e.Attrs["cause"] != "", Entry: e}
}

// forceIn returns the force of a predicate: the strongest of its modals, but what
// stands nearest to the verb decides between asking and allowing: "diminta agar
// dapat hadir" asks, "diizinkan" behind "meminta" allows. Modals in relative
// clauses tell who is meant and count not.
func forceIn(items []item) Force {
	var f Force
	for _, it := range items {
		if it.class != modal || it.rel || it.inside {
			continue
		}
		g := forceOf(it.entry)
		g.First = it.first
		switch {
		case f.Force == "":
			f = g
		case g.Relief, g.Force == circular.ForceDilarang:
			g.Cause = g.Cause || f.Cause
			f = g
		case !f.Relief && strength[g.Force] > strength[f.Force]:
			g.Cause = g.Cause || f.Cause
			f = g
		}
	}
	return f
}
