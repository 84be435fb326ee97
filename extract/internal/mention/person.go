package mention

import (
	"strings"
	"unicode/utf8"

	"github.com/telaah/telaah/extract/internal/reading"
	"github.com/telaah/telaah/lexicon"
)

// maxName bounds the words of a person's name.
const maxName = 10

// Person is a person named in the text.
type Person struct {
	First, End int    // the tokens of the name, with titles and degrees
	Name       string // as printed
}

// PersonAt parses a person's name at token i: titles, words with capitals,
// initials, and degrees. The name is empty where none stands there.
func PersonAt(r *reading.Reading, i int) Person {
	end, words := i, 0
	for j := i; j < len(r.Toks) && words < maxName; {
		t := r.Toks[j]
		if t.Line && j > i {
			break
		}
		if m, ok := r.Starts(j, "honorific"); ok && words == 0 && t.Kind == lexicon.Word {
			j = glued(r, m.End, ".")
			continue
		}
		if m, ok := r.Starts(j, "degree"); ok && words > 0 && r.Capital(j) {
			j, end = m.End, m.End
			continue
		}
		if t.Norm == "," && words > 0 {
			if m, ok := r.Starts(j+1, "degree"); ok && (r.Capital(j+1) || m.End > j+2) {
				j, end = m.End, m.End
				continue
			}
		}
		if t.Kind != lexicon.Word || !r.Capital(j) || StopsName(r, j) {
			break
		}
		words++
		j++
		if utf8.RuneCountInString(t.Norm) <= 2 {
			j = glued(r, j, ".") // an initial
		}
		end = j
		if j+1 < len(r.Toks) && glued(r, j, "-") > j && !r.Toks[j+1].Space && r.Capital(j+1) {
			j++
		}
	}
	if words == 0 || bodyName(r, i) || words == 1 && brief(r, i, end) {
		return Person{i, i, ""}
	}
	if n, _ := lexicon.DefaultRegions().MatchAt(r.Norms, i); n >= 2 && i+n >= end {
		return Person{i, i, ""} // "Bupati Polewali Mandar" names no holder
	}
	return Person{i, end, r.Printed(i, end)}
}

// bodyName reports whether what begins at token i names a body or a unit, not a
// person: "Setda Jabar", "Pendayagunaan Aparatur", "UIN Alauddin".
func bodyName(r *reading.Reading, i int) bool {
	if r.Is(i, "unitword") || r.Is(i, "campusname") || lexicon.Nominal(r.Norms[i]) {
		return true
	}
	n, _ := lexicon.DefaultInstitutions().MatchAt(r.Norms, i)
	return n > 0 && strings.ToUpper(r.Raw(i)) == r.Raw(i)
}

// maxShort bounds the letters of a name in capitals that is a short form, not a
// person's: "USU".
const maxShort = 4

// brief reports whether the one word of a name is a short form: in capitals,
// where the line is not.
func brief(r *reading.Reading, i, end int) bool {
	raw := r.Raw(i)
	return end == i+1 && len(raw) <= maxShort && strings.ToUpper(raw) == raw && !r.Upper(r.LineStart(i), r.LineEnd(i))
}

// glued steps over the mark at token i if no blank stands before it.
func glued(r *reading.Reading, i int, mark string) int {
	if i < len(r.Toks) && !r.Toks[i].Space {
		return r.Skip(i, mark)
	}
	return i
}

// StopsName reports whether the word at token i cannot be part of a name.
func StopsName(r *reading.Reading, i int) bool {
	for _, m := range r.At(i) {
		switch m.Entry.Class {
		case "notname", "personal", "pronoun", "weekday", "act", "office", "acting", "issue", "actrole", "press", "org", "signline", "nip":
			return true
		case "month":
			return i > 0 && r.Toks[i-1].Kind == lexicon.Number
		}
	}
	return false
}
