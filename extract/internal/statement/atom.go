package statement

import (
	"strings"

	"github.com/telaah/telaah/extract/internal/mention"
	"github.com/telaah/telaah/extract/internal/reading"
	"github.com/telaah/telaah/lexicon"
)

// class says what an atom does in its sentence.
type class uint8

const (
	noun      class = iota // a word that nothing else claims
	head                   // a noun that can be whom a rule concerns
	verb                   // a predicate that is no modal
	mode                   // a way of working
	figure                 // a number that can limit
	bound                  // a word that makes a limit of it
	modal                  // a word of force
	negation               //
	keep                   // "tetap"
	only                   // "hanya"
	except                 // "kecuali", "selain"
	target                 // "bagi", "kepada": whom it is for stands behind
	locative               // "di", "pada": goes on with what stands before
	conj                   // "dan", "atau"
	relative               // "yang"
	copula                 // "adalah", "antara lain"
	outof                  // "di luar": at the head of a statement it excepts
	subclause              // "selama", "jika": opens what tells when, why, on what condition
	link                   // "namun", "adapun": opens a new statement
	adverb                 // adds nothing
	pronoun                //
	quantity               // "seluruh", "setiap"
	rest                   // "sisanya"
	when                   // a date, a weekday, a rhythm
	act                    // an act that is named
	speech                 // "kata", "menurut"
	comma                  //
	stop                   // ; and a dash between blanks
	colon                  //
	open                   // (
	shut                   // )
	quote                  //
)

// atom is the smallest part of a sentence that has one function.
type atom struct {
	first, end int
	class      class
	entry      *lexicon.Entry  // the phrase it is, or nil
	figure     *mention.Figure // of class figure
	verbal     bool            // of class head: its first word is a verb
	modal      Modal           // of class modal
}

// is reports whether the atom is the phrase of the lexicon class with the id.
func (a atom) is(class, id string) bool {
	return a.entry != nil && a.entry.Class == class && a.entry.ID == id
}

// functions gives each class of the lexicon its function; of phrases that begin
// at one token the longest wins, then the one whose class stands first here.
var functions = []struct {
	class string
	as    class
}{
	{"mode", mode}, {"bound", bound}, {"except", except}, {"modal", modal}, {"neg", negation}, {"remainder", rest},
	{"notgroup", noun}, {"group", head}, {"person", head}, {"org", head}, {"subject", head},
	{"recur", when}, {"keep", keep}, {"only", only}, {"target", target}, {"copula", copula}, {"list", copula}, {"speech", speech},
	{"effect", subclause}, {"subclause", subclause}, {"outof", outof}, {"condition", head}, {"pronoun", pronoun}, {"adverb", adverb}, {"amount", quantity}, {"all", quantity}, {"every", quantity},
	{"coord", conj}, {"rel", relative}, {"locative", locative}, {"agent", locative}, {"issue", verb}, {"schedule", verb}, {"changed", verb}, {"matter", noun}, {"noun", noun},
}

// rank is the place of each class of the lexicon in functions.
var rank = func() map[string]int {
	m := map[string]int{}
	for i, f := range functions {
		m[f.class] = i
	}
	return m
}()

// marks gives punctuation its function.
var marks = map[string]class{",": comma, ";": stop, ":": colon, "(": open, "[": open, ")": shut, "]": shut,
	"\"": quote, "\u201c": quote, "\u201d": quote, "\u2018": quote, "\u2019": quote, ".": stop, "!": stop, "?": stop}

// atoms cuts the range into atoms. held says of a token whether a date or an act
// begins there, of which class, and where it ends.
func atoms(r *reading.Reading, first, end int, held func(i int) (class, int, bool)) []atom {
	out := make([]atom, 0, end-first)
	for i := first; i < end; {
		a := atomAt(r, first, i, end, held)
		out = append(out, a)
		i = a.end
	}
	return out
}

// atomAt returns the atom that begins at token i of the sentence from first up to
// end.
func atomAt(r *reading.Reading, first, i, end int, held func(i int) (class, int, bool)) atom {
	if c, k, ok := held(i); ok && k > i {
		return atom{first: i, end: min(k, end), class: c}
	}
	if f, ok := mention.FigureAt(r, i, end); ok {
		return atom{first: i, end: f.End, class: figure, figure: &f}
	}
	best, at := lexicon.Match{}, len(functions)
	for _, m := range r.At(i) {
		k, ok := rank[m.Entry.Class]
		if ok && functions[k].as != modal && m.End <= end && (m.End > best.End || m.End == best.End && k < at) {
			best, at = m, k
		}
	}
	if f, ok := ModalAt(r, i, end, Prose); ok && (f.End > best.End || f.End == best.End && rank["modal"] < at) {
		return atom{first: i, end: f.End, class: modal, entry: f.Entry, modal: f}
	}
	if best.Entry != nil {
		c := functions[at].as
		if c == adverb && best.Entry.ID == "link" {
			c = link
		}
		if c == except && best.Entry.ID == "outside" {
			c = negation
		}
		if just, ok := r.Starts(i, "only"); c == bound && ok && just.End == best.End {
			if _, counts := mention.FigureAt(r, best.End, end); !counts { // "hanya X", not "hanya 50 persen"
				return atom{first: i, end: best.End, class: only, entry: just.Entry}
			}
		}
		if c == bound {
			if _, _, counted := mention.Value(r, best.End, end); counted {
				if _, ok := mention.FigureAt(r, best.End, end); !ok {
					return atom{first: i, end: best.End, class: noun} // "lebih dari 50 kilometer", "di bawah 50 tahun" limit no staff
				}
			}
		}
		if c == keep && best.Entry.ID == "at_once" && !r.Is(best.End, "mode") && !r.Is(best.End, "issue") {
			c = adverb
		}
		if c == keep && r.Is(i, "moved") && i > first && (r.Is(i-1, "neg") || r.Is(i-1, "adverb")) {
			c = verb // "yang belum kembali"
		}
		if (c == subclause || c == bound) && i > first && best.End < end && roman(r.Raw(i-1)) && roman(r.Raw(best.End)) {
			c = conj // "eselon II sampai IV"
		}
		if best.Entry.Class == "pronoun" && best.Entry.ID == "others" && i == first && best.End < end && r.Toks[best.End].Norm == "," {
			c = link // "Selain itu, ..."
		}
		if best.Entry.Class == "condition" && best.Entry.ID == "if" {
			c = subclause
		}
		return atom{first: i, end: best.End, class: c, entry: best.Entry, verbal: verbal(r.Toks[i].Norm)}
	}
	t := r.Toks[i]
	if t.Kind == lexicon.Punct {
		if c, ok := marks[t.Norm]; ok && !(c == stop && r.Is(i-1, "abbr") && !t.Space) {
			return atom{first: i, end: i + 1, class: c}
		}
		if dash(t.Norm) && t.Space && i+1 < end && (r.Toks[i+1].Space || dash(r.Toks[i+1].Norm)) {
			return atom{first: i, end: i + 1, class: stop}
		}
		return atom{first: i, end: i + 1, class: noun}
	}
	if t.Kind == lexicon.Word && verbal(t.Norm) && (i == first || !r.Capital(i) && !(dash(r.Toks[i-1].Norm) && !t.Space)) {
		return atom{first: i, end: i + 1, class: verb}
	}
	return atom{first: i, end: i + 1, class: noun}
}

func dash(s string) bool { return s == "-" || s == "\u2013" || s == "\u2014" }

// verbal reports whether a word is a verb by its shape: me- with a stem of four
// letters or more, di- with one of five. Nouns of that shape are in the lexicon, and
// so are the verbs of other shapes that matter.
func verbal(w string) bool {
	return len(w) >= 6 && w[:2] == "me" || len(w) >= 7 && w[:2] == "di"
}

// roman reports whether a word is a small roman number.
func roman(w string) bool { return w != "" && len(w) < 6 && strings.Trim(w, "IVX") == "" }
