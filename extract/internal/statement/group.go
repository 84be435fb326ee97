package statement

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/telaah/telaah/extract/internal/reading"
	"github.com/telaah/telaah/lexicon"
)

// group returns the phrase of people or offices that the items make; ok is false
// where they name a policy, a day, an event.
func group(r *reading.Reading, items []item) (Group, bool) {
	items = passive(restated(items))
	g, ok := phrase(r, items)
	if !ok {
		return g, false
	}
	first := g.First
	for first+1 < g.End && (r.Is(first, "all") || r.Is(first, "every") || r.Is(first, "amount")) {
		first++
	}
	if r.Is(first, "notgroup") {
		return g, false
	}
	if !r.Is(first, "matter") || r.Is(first, "group") || r.Is(first, "subject") || r.Is(first, "org") {
		return g, true
	}
	for j, it := range items { // "sistem kerja ASN di Kemendagri": of the ASN
		if it.first > first && it.entry != nil && (it.entry.Class == "subject" || r.Is(first, "ofstaff") && (it.entry.Class == "group" || it.entry.Class == "person")) {
			return phrase(r, items[j:])
		}
	}
	return g, false
}

// passive leaves out who does it in the passive: "ditugaskan oleh presiden".
func passive(items []item) []item {
	for j, it := range items {
		if it.is("agent", "by") && !it.inside && !it.rel {
			return items[:j]
		}
	}
	return items
}

// restated returns what stands behind "yaitu" where nobody stands before it: "Poin
// kedua, yaitu para pegawai".
func restated(items []item) []item {
	for j, it := range items {
		switch {
		case it.class == head || it.class == relative || it.inside:
			return items
		case it.class == copula:
			return items[j+1:]
		}
	}
	return items
}

// phrase returns what the items name, without the words at its ends that belong to
// no name; ok is false where nothing is left.
func phrase(r *reading.Reading, items []item) (Group, bool) {
	items = allStaff(quoted(r, items))
	if len(items) > 0 && items[0].class == locative {
		items = where(r, items)
	}
	for len(items) > 0 && (leads(items[0]) || r.Toks[items[0].first].Kind == lexicon.Punct || r.Is(items[0].first, "saying") || items[0].entry != nil && items[0].entry.Class == "amount") {
		if len(items) > 1 && items[0].class == act && items[1].class == relative {
			return Group{}, false // "surat edaran yang mengatur ..."
		}
		items = items[1:]
	}
	if len(items) > 2 && r.Is(items[0].first, "yearword") && items[1].class == noun && r.Toks[items[1].first].Kind == lexicon.Number {
		items = items[2:] // "pada tahun 2026, ASN ..."
	}
	for j := 1; j < len(items); j++ {
		if items[j].class == pronoun && !items[j].inside && !items[j].rel && items[j].is("pronoun", "it") {
			items = items[:j] // "ASN akan kita tingkatkan"
		}
	}
	for len(items) > 0 && trails(items[len(items)-1]) {
		items = items[:len(items)-1]
	}
	items = counted(r, items)
	items = placed(r, undated(unruled(items)))
	if len(items) == 0 || !slices.ContainsFunc(items, names) {
		return Group{}, false
	}
	g := Group{First: items[0].first, End: items[len(items)-1].end}
	if m, ok := r.Entry(g.First, "said", "that"); ok && m.End == g.End {
		return Group{}, false // "dari jumlah yang ada"
	}
	g.End = shortened(r, g.End)
	for j, it := range items {
		switch {
		case it.class == noun && j > 0 && items[j-1].is("org", "gov"): // its name
		case it.class == relative && tells(r, items[j+1:]):
			g.Narrow, g.Told = true, true
		case it.class == noun && narrows(r, it), it.entry != nil && it.entry.Class == "condition":
			g.Narrow = true
		case it.class == copula && it.entry != nil && it.entry.Attrs["open"] != "":
			g.Open = true
		}
	}
	staff := false // general words for staff stand before
	for _, m := range r.Within(g.First, g.End) {
		switch m.Entry.Class {
		case "subject":
			staff = true
		case "group":
			g.Categories = append(g.Categories, m.Entry.ID)
			g.Narrow = g.Narrow || !staff || !strings.HasPrefix(m.Entry.ID, "kantor.") // "ASN Badan Kepegawaian" are all its staff
		case "person":
			g.Narrow = true
		case "list":
			g.Open = g.Open || m.Entry.Attrs["open"] != ""
		}
	}
	slices.Sort(g.Categories)
	g.Categories = slices.Compact(g.Categories)
	return g, true
}

// where leaves out of a phrase that begins with a place a matter that is told of it: "Di
// Jatim pelaksanaannya selektif".
func where(r *reading.Reading, items []item) []item {
	for j := 2; j < len(items); j++ {
		switch it := items[j]; {
		case it.class == relative || it.class == head || it.class == locative || it.inside:
			return items
		case it.class == noun && r.Is(it.first, "matter"):
			return items[:j]
		}
	}
	return items
}

// shortened returns the token behind the short name in brackets that stands at token i,
// else i: "Universitas Contoh (Uncon)".
func shortened(r *reading.Reading, i int) int {
	if i+2 < len(r.Toks) && r.Toks[i].Norm == "(" && r.Toks[i+1].Kind == lexicon.Word && r.Toks[i+2].Norm == ")" {
		return i + 3
	}
	return i
}

// quoted leaves out what stands behind the end of a quotation: `petugas kesehatan dan
// lainnya," demikian Pranoto`.
func quoted(r *reading.Reading, items []item) []item {
	for j := 1; j < len(items); j++ {
		for i := items[j-1].end; i < items[j].first; i++ {
			if marks[r.Toks[i].Norm] == quote && r.Toks[i-1].Norm == "," {
				return items[:j]
			}
		}
	}
	return items
}

// allStaff leaves out what stands before "semua ASN", who says so of them; where that is a
// service, the staff are those of it.
func allStaff(items []item) []item {
	for j := 1; j+1 < len(items); j++ {
		if it := items[j]; it.class == quantity && it.entry.Class == "all" && !it.inside && !it.rel && items[j+1].entry != nil && items[j+1].entry.Class == "subject" &&
			items[j-1].class != conj && items[j-1].class != target {
			if slices.ContainsFunc(items[:j], func(x item) bool {
				return x.entry != nil && x.entry.Class == "group" && !strings.HasPrefix(x.entry.ID, "jabatan.")
			}) {
				return items[:j] // "Di RSUD, semua pegawai", "untuk layanan publik, semua pegawai"
			}
			return items[j:]
		}
	}
	return items
}

// counted leaves out an amount behind whom it is of: "layanan administrasi, jumlah
// pegawai".
func counted(r *reading.Reading, items []item) []item {
	for j := 1; j < len(items); j++ {
		if (items[j].entry != nil && items[j].entry.Class == "amount" || r.Is(items[j].first, "measureof")) && !items[j].inside &&
			slices.ContainsFunc(items[:j], func(x item) bool { return x.class == head }) {
			return items[:j]
		}
	}
	return items
}

// undated leaves out a date and what stands on the side of it that names nobody:
// "Januari 2026 Pemerintah Provinsi ...", "ASN Solo pada Lebaran 2025".
func undated(items []item) []item {
	for j, it := range items {
		if it.class != when || it.inside {
			continue
		}
		if slices.ContainsFunc(items[:j], func(x item) bool { return x.class == head }) {
			return items[:j]
		}
		if j+1 < len(items) && items[j+1].class == relative {
			return nil // "pada 16 April 2024, yang bertujuan ...": the day
		}
		return undated(items[j+1:])
	}
	return items
}

// placed leaves out an occasion at the end: "ASN Solo pada Lebaran".
func placed(r *reading.Reading, items []item) []item {
	for j := 1; j+1 < len(items); j++ {
		if items[j].class == locative && items[j+1].class == noun && r.Is(items[j+1].first, "matter") && !items[j].inside &&
			items[j-1].class != relative && slices.ContainsFunc(items[:j], func(x item) bool { return x.class == head }) &&
			!slices.ContainsFunc(items[:j], func(x item) bool { return x.class == relative }) {
			return items[:j]
		}
	}
	return items
}

// unruled leaves out a relative clause at the end that tells the way of working:
// "pegawai yang WFO" are the staff.
func unruled(items []item) []item {
	for j, it := range items {
		if it.class != relative || it.inside {
			continue
		}
		if j == 0 && len(items) > 1 && (items[1].class == modal && items[1].entry.Attrs["cause"] != "" || slices.ContainsFunc(items, func(x item) bool { return x.is("issue", "apply") })) {
			return nil // "yang mengharuskan ASN", "yang isinya memberlakukan WFO": somebody who orders
		}
		if j > 0 && !slices.ContainsFunc(items[j+1:], func(x item) bool { return x.class != modal && x.class != adverb && x.class != negation }) {
			return items[:j] // "pegawai yang diperbolehkan" are the staff
		}
		way, more := false, false // it tells a way of working, and more behind it
		for _, x := range items[j+1:] {
			switch {
			case x.inside || x.class == open || x.class == shut:
			case x.class == mode && !place(x):
				way, more = true, false
			case x.class == relative && !way:
				more = true // another clause tells it
			case x.class == head || x.class == noun:
				more = true
			}
			if more {
				break
			}
		}
		if way && !more {
			return items[:j]
		}
	}
	return items
}

// tells reports whether a relative clause tells who is meant: not only where they
// work, which is the rule itself, but for a place with a name, "yang berkantor di Jalan
// Merdeka".
func tells(r *reading.Reading, items []item) bool {
	for j, it := range items {
		switch it.class {
		case mode:
			return j+2 < len(items) && items[j+1].class == locative && r.Capital(items[j+2].first)
		case noun, head, locative:
			return true
		}
	}
	return len(items) > 0
}

// narrows reports whether a noun makes a phrase less than all staff: it is no
// name, and none of the words that stand in any phrase for a government.
func narrows(r *reading.Reading, it item) bool {
	c, _ := utf8.DecodeRuneInString(r.Raw(it.first))
	return unicode.IsLower(c) && !r.Is(it.first, "general")
}

// names reports whether the item can name somebody.
func names(it item) bool { return it.class == head || it.class == noun }

// leads reports whether the item at the head of a phrase is none of its words.
func leads(it item) bool {
	switch it.class {
	case target, locative, outof, conj, copula, adverb, link, comma, when, act, only, bound, colon, pronoun, quote, shut, stop:
		return true
	}
	return false
}

// moves reports whether the item is a verb that tells where people are: "yang belum
// kembali".
func (it item) moves() bool {
	return it.class == verb && it.rel && it.entry != nil && it.entry.Class == "keep"
}

// trails reports whether the item at the end of a phrase is none of its words.
func trails(it item) bool {
	if it.moves() {
		return false
	}
	switch it.class {
	case target, locative, outof, conj, copula, adverb, comma, when, only, keep, bound, quantity, relative, open, verb, figure, quote, stop:
		return true
	}
	return false
}

// staff reports whether the group can be people, offices or areas that a rule
// concerns: a word for them stands in it, a relative clause tells them, or it is
// names.
func (g Group) staff(r *reading.Reading) bool {
	for i := g.First; i < g.End; i++ {
		for _, m := range r.At(i) {
			switch m.Entry.Class {
			case "group", "person", "org", "subject", "condition", "rel":
				return true
			}
		}
	}
	return named(r, g)
}

// named reports whether the words of the group are names: in capitals, and more
// than the first word of a sentence.
func named(r *reading.Reading, g Group) bool {
	if n := utf8.RuneCountInString(r.Raw(g.First)); n >= 3 && r.Upper(g.First, g.First+1) {
		return true
	}
	first, _ := utf8.DecodeRuneInString(r.Raw(g.First))
	last, _ := utf8.DecodeRuneInString(r.Raw(g.End - 1))
	return unicode.IsUpper(first) && unicode.IsUpper(last) && g.End-g.First > 1
}

// Phrase returns the people or offices that the range names; ok is false where it
// names none.
func Phrase(r *reading.Reading, first, end int) (Group, bool) {
	items := bracketed(atoms(r, first, end, func(int) (class, int, bool) { return noun, 0, false }))
	g, ok := group(r, items)
	return g, ok && g.staff(r)
}
