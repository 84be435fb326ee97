package statement

import (
	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/extract/internal/reading"
)

// modesOf returns the modes of the items. An acronym and its words in brackets
// are one.
func modesOf(items []item) []Mode {
	var out []Mode
	for j, it := range items {
		if it.class != mode || enters(items, j) || j > 0 && items[j-1].is("neg", "no") {
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

// enters reports whether the mode at j is a verb that goes on to another place than
// the office: "masuk ruang perawatan".
func enters(items []item, j int) bool {
	return items[j].is("mode", "office") && j+1 < len(items) && items[j+1].entry == nil && items[j+1].class == noun
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
		return !forceIn(items).Relief // "tidak ada yang wajib WFH" frees
	}
	clause := false // back over a clause that is the predicate
	for k := j - 1; k >= 0; k-- {
		it := items[k]
		if it.inside != items[j].inside || it.rel != items[j].rel {
			break
		}
		if it.class == negation {
			return true
		}
		if it.class == modal && (it.modal.Sense == Ban || it.modal.Sense == Free && office(items[j])) {
			return true // "tidak perlu hadir di kantor"
		}
		if clause && (it.class == head || it.class == quantity) {
			continue // "tidak ada pegawai yang WFH"
		}
		clause = clause || it.class == relative
		switch it.class {
		case modal, verb, adverb, target, only, keep, relative, noun, locative, copula:
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
			return it.is("neg", "without") || it.is("neg", "cancel") || k+1 >= len(items) ||
				items[k+1].class == target || items[k+1].class == verb && (items[k+1].is("issue", "grant") || items[k+1].is("issue", "apply"))
		case it.class == modal && it.modal.Sense == Ban:
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
		case it.is("neg", "nobody") || it.is("neg", "none") || it.is("neg", "means"):
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

// office reports whether the item names work in the office.
func office(it item) bool {
	return circular.Mode(it.entry.ID) == circular.ModeWFO || circular.Mode(it.entry.Attrs["mode"]) == circular.ModeWFO
}
