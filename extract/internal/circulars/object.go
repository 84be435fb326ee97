package circulars

import (
	"slices"
	"sort"

	"github.com/telaah/telaah/extract/internal/mention"
	"github.com/telaah/telaah/lexicon"
)

// object returns the index of the act that the verb v is about, or -1: behind
// an active verb, in front of a passive one. Where the sentence only points
// back, to "surat itu", it is the subject if that was named just before.
func (b *builder) object(v verb, subjects []int) int {
	next := sort.Search(len(b.acts), func(i int) bool { return b.acts[i].First >= v.First })
	ahead := next < len(b.acts) && b.acts[next].First < v.in.End
	back := func() int { return b.lastOf(next, subjects) }
	adjacent := ahead && b.leads(v.End, b.acts[next].First)
	suffixed := b.Is(v.End-1, "itsverb")
	switch voice := v.voice(); {
	case v.Entry.Attrs["date"] != "" && b.pointsBack(v.End):
		return back() // "surat tertanggal 20 Maret 2020 itu meneruskan SE Menteri ..."
	case voice == "via":
		if adjacent {
			return next
		}
		return -1
	case voice == "active" && suffixed && adjacent:
		return next // "menetapkannya lewat SE Nomor 5"
	case voice == "passive" || suffixed:
		if k := next - 1; k >= 0 && b.acts[k].First >= v.in.First && !b.letterBefore(b.acts[k].Behind(), v.First) {
			for k > 0 && b.acts[k].Nested && b.acts[k-1].Sentence == b.acts[k].Sentence {
				k-- // one that stands in the title of another
			}
			return k
		}
		if voice == "passive" && ahead && !b.otherVerb(v.End, b.acts[next].First) && !b.letterBefore(v.in.First, v.First) {
			return next
		}
		if v.Entry.Attrs["weak"] != "" && !b.refers(v) {
			return -1
		}
		return back()
	}
	if ahead && !b.otherVerb(v.End, b.acts[next].First) {
		if b.Is(b.acts[next].First-1, "actboth") && b.acts[next].Number == "" {
			return back() // "kedua edaran"
		}
		return next
	}
	j := v.End
	for j < v.in.End && (b.Is(j, "issuefill") || b.Is(j, "actkind")) {
		j++
	}
	if b.Is(j, "actback") {
		return back()
	}
	// "Pemprov mengeluarkan aturan ...": the subject, if it is the owner's.
	if b.Is(j, "actnoun") {
		if k := b.doer(v.First, v.in.First); k >= 0 && tierOf(&b.Offices[k]).agrees(b.owner) {
			return b.edicts[subjects[0]].acts[0]
		}
	}
	return -1
}

// refers reports whether the sentence of v points back to an act in front of
// the verb, or leaves its subject out.
func (b *builder) refers(v verb) bool {
	if b.onlyAdverbs(v.in.First, v.First) {
		return true
	}
	for i := v.in.First; i < v.First; i++ {
		if b.Is(i, "actback") || b.Is(i, "actnoun") || b.Is(i, "actthis") {
			return true
		}
	}
	return false
}

// lastOf returns the last act in front of act next that names a subject, if
// only circulars stand between; else the last act, or the subject where no act
// stands in front.
func (b *builder) lastOf(next int, subjects []int) int {
	for i := next - 1; i >= max(0, next-maxList) && b.acts[i].Circular(); i-- {
		if slices.Contains(subjects, b.edictOf(i)) {
			return i
		}
	}
	if next == 0 {
		return b.edicts[subjects[0]].acts[0] // "Surat yang diteken ... itu": named later
	}
	return next - 1
}

// maxList bounds how many circulars a text may name between a circular and a
// word that points back to it.
const maxList = 6

// leads reports whether only adverbs and words for its kind stand between a
// verb that ends at token first and an act at token end.
func (b *builder) leads(first, end int) bool {
	for i := first; i < end; i++ {
		if !b.Is(i, "issuefill") && !b.Is(i, "actkind") {
			return false
		}
	}
	return true
}

// otherVerb reports whether another statement begins between two tokens: a verb
// of issuing or of speech, or a full clause of its own.
func (b *builder) otherVerb(first, end int) bool {
	for i := first; i < end; i++ {
		for _, m := range b.At(i) {
			switch m.Entry.Class {
			case "press":
				return true
			case "issue":
				if v := m.Entry.Attrs["voice"]; v == "active" || v == "passive" && m.Entry.Attrs["date"] == "" {
					return true
				}
			}
		}
	}
	return false
}

// letterBefore reports whether a letter without number, as in "sebuah surat
// yang ditandatangani", stands between two tokens: it is what the verb is about.
func (b *builder) letterBefore(first, end int) bool {
	for i := first; i < end; i++ {
		if b.Is(i, "actback") {
			return true
		}
	}
	return false
}

// pointsBack reports whether a date at token i is followed by "itu" or the like.
func (b *builder) pointsBack(i int) bool {
	k := b.DateFrom(i)
	return k < len(b.Dates) && b.Dates[k].First == i && b.Is(b.Dates[k].End, "actthis")
}

// agents returns who does what the verb v says of act obj.
func (b *builder) agents(v verb, obj int) []agent {
	switch v.voice() {
	case "passive":
		if b.Is(v.First, "personal") { // "SE yang ia teken"
			return b.meant(v.First, v.in)
		}
		at := v.End
		if k := b.DateFrom(b.Behind(at, "dateword")); k < len(b.Dates) && b.Behind(at, "onday") == b.Dates[k].First {
			at = b.Dates[k].End // "diteken pada 3 Mei oleh ..."
		}
		who, _ := b.chain(at, v.in.End)
		return who
	case "active":
		return b.before(v)
	case "via":
		return b.through(v, obj)
	}
	return nil
}

// chain parses the agents named from token at on: "oleh Gubernur X, Kapolda Y,
// dan Pangdam Z". It returns the token behind.
func (b *builder) chain(at, end int) (who []agent, behind int) {
	for at < end {
		for at < end && (b.Is(at, "issuefill") || b.Is(at, "by")) {
			at = max(b.Behind(at, "issuefill"), b.Behind(at, "by"))
		}
		a, next := b.agentAt(at, end)
		if next == at {
			break
		}
		who, behind = append(who, a), next
		_, j := mention.Link(b.Reading, next)
		if j == next {
			j = b.Skip(next, ",")
		}
		if j == next || j >= end || b.OfficeAt[j] < 0 && !b.Is(j, "by") {
			break
		}
		at = j
	}
	return who, behind
}

// agentAt parses one agent at token at: an office with or without its holder, a
// person, a person with an office in apposition. A government is none.
func (b *builder) agentAt(at, end int) (agent, int) {
	if at >= end {
		return agent{}, at
	}
	if k := b.OfficeAt[at]; k >= 0 {
		o := &b.Offices[k]
		if o.Rank == mention.Body || o.Rank == mention.Branch {
			return agent{}, at
		}
		return agent{office: o}, o.Behind()
	}
	if k := b.DateFrom(at); k < len(b.Dates) && b.Dates[k].First == at || at > 0 && !b.Toks[at].Space {
		return agent{}, at
	}
	p := mention.PersonAt(b.Reading, at)
	if p.Name == "" {
		return agent{}, at
	}
	j := b.Behind(b.Skip(p.End, ","), "asoffice")
	if j < end {
		if k := b.OfficeAt[j]; k >= 0 && b.Offices[k].Holder.Name == "" {
			return agent{&b.Offices[k], p}, b.Offices[k].End
		}
	}
	return agent{person: p}, p.End
}

// before returns who stands in front of an active verb: right before it, or
// before what is set in between.
func (b *builder) before(v verb) []agent {
	i := b.stepBack(v.First, v.in.First)
	if i > v.in.First && b.Is(i-1, "personal") {
		return b.meant(i-1, v.in)
	}
	if k := b.officeBefore(i); k >= 0 && b.Offices[k].First >= v.in.First {
		o := &b.Offices[k]
		if o.Behind() == i || o.End == i {
			if b.endsAt(o.First, "behalf") { // "X, a.n. Menteri, menandatangani"
				return b.before(verb{lexiconAt(v, o.First-1), v.in})
			}
			if o.Rank == mention.Body || o.Rank == mention.Branch {
				return nil
			}
			return []agent{{office: o}}
		}
	}
	first := i
	for first > v.in.First && b.nameWord(first-1) {
		first--
	}
	if first < i && !b.place(first, i) && !lexicon.Nominal(b.Norms[first]) && !b.Is(first, "unitword") {
		return []agent{{person: mention.Person{First: first, End: i, Name: b.Printed(first, i)}}}
	}
	return b.farBefore(v)
}
