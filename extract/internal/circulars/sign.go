package circulars

import (
	"slices"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/extract/internal/mention"
	"github.com/telaah/telaah/lexicon"
)

// agent is who signs or issues: an office, a person, or both.
type agent struct {
	office *mention.Office
	person mention.Person
}

// sign finds who signed or issued the subjects, and when. The signature block
// of an official text decides; in prose verbs of signing and issuing whose
// object is the subject do, and without one the holder of the issuing office
// where the text names both. Where several circulars are signed by several
// people, each has his own, in the order of the text.
func (b *builder) sign(subjects []int) {
	if len(subjects) == 0 {
		return
	}
	b.signBlock(subjects)
	for _, m := range b.Matches {
		if m.Entry.Class != "issue" && m.Entry.Class != "within" || !b.running(m.First) {
			continue
		}
		v := verb{m, b.layout.Sentences[b.layout.At(m.First)]}
		obj := b.object(v, subjects)
		if obj < 0 || !slices.Contains(subjects, b.edictOf(obj)) {
			continue
		}
		b.signers(v, obj, subjects)
		b.signedOn(v, obj, subjects)
	}
	if !b.Frame.Title.Empty() {
		return
	}
	for _, i := range subjects {
		b.inferSigner(&b.edicts[i])
	}
}

// verb is a verb of signing or issuing in its sentence.
type verb struct {
	lexicon.Match
	in mention.Sentence
}

// voice returns the voice of the verb: active, passive, or via for "lewat",
// within for "dalam".
func (v *verb) voice() string {
	if v.Entry.Class == "within" {
		return "via"
	}
	return v.Entry.Attrs["voice"]
}

// evidence returns what the verb is evidence of.
func (v *verb) evidence() circular.Evidence {
	if e := v.Entry.Attrs["evidence"]; e != "" {
		return circular.Evidence(e)
	}
	return circular.EvidenceIssued
}

// signers gives the subjects who does what the verb v says of act obj.
func (b *builder) signers(v verb, obj int, subjects []int) {
	if v.Entry.Attrs["date"] != "" {
		return
	}
	who := b.agents(v, obj)
	if len(who) == 0 {
		return
	}
	if len(subjects) > 1 && len(who) == len(subjects) {
		for k, i := range subjects {
			b.give(&b.edicts[i], b.signatory(who[k], v.evidence()))
		}
		return
	}
	targets := subjects
	if b.acts[obj].List == 0 && len(who) == 1 && len(subjects) > 1 && b.acts[obj].Number != "" && !b.firstOfList(obj) {
		targets = []int{b.edictOf(obj)}
	}
	for _, i := range targets {
		b.give(&b.edicts[i], b.signatory(who[0], v.evidence()))
	}
}

// firstOfList reports whether act i opens a list of numbers.
func (b *builder) firstOfList(i int) bool {
	return i+1 < len(b.acts) && b.acts[i+1].List > 0
}

// weights of evidence: what is said of signing goes before what is said of issuing.
var evidenceWeight = map[circular.Evidence]int{circular.EvidenceSigned: 3, circular.EvidenceIssued: 2, circular.EvidenceInferred: 1}

// give keeps who as the signatory of e if it is better than what e has.
func (b *builder) give(e *edict, who circular.Signatory) {
	if who.Name == "" && who.Office == "" {
		return
	}
	old := e.who
	w, o := evidenceWeight[who.Evidence], evidenceWeight[old.Evidence]
	if !old.IsZero() && w <= o && !(w == o && old.Name == "" && who.Name != "") {
		return
	}
	if who.Name == "" && old.Name != "" && old.Office == who.Office {
		who.Name, who.Span = old.Name, old.Span
	}
	e.who = who
}

// inferSigner gives e the holder of its office where no verb tells who signed.
func (b *builder) inferSigner(e *edict) {
	if e.who.Name == "" && e.who.Office != "" || e.by < 0 {
		return
	}
	o := &b.Offices[e.by]
	if o.Inst != nil && e.who.Office != "" && e.who.OnBehalf == nil && b.bareHead(e.who.Office) {
		e.who.Office = o.Inst.Head
	}
	if e.who.IsZero() {
		if p := b.holderOf(o); p != nil {
			e.who = b.signatory(agent{office: p}, circular.EvidenceInferred)
		}
	}
}

// bareHead reports whether the title is that of the head of a house that is not
// named with it: "Menteri".
func (b *builder) bareHead(title string) bool {
	for _, o := range b.Offices {
		if o.InHouse() && o.Rank == mention.Head && spaced(o.Entry.Attrs["name"]) == title {
			return true
		}
	}
	return false
}

// signatory returns who as records have it. An office without a name takes its
// holder from where the text names both, a name without office the office.
func (b *builder) signatory(who agent, evidence circular.Evidence) circular.Signatory {
	if who.office == nil {
		p := who.person
		for _, o := range b.people {
			if b.sameName(p, o.Holder) {
				return b.signatory(agent{office: o}, evidence)
			}
		}
		return circular.Signatory{Name: p.Name, Evidence: evidence, Span: b.Span(p.First, p.End)}
	}
	o, p := who.office, who.person
	if p.Name == "" {
		p = o.Holder
	}
	s := circular.Signatory{Name: p.Name, Office: Title(b.Reading, o), Capacity: o.Capacity, Evidence: evidence, Span: b.Span(o.First, o.End)}
	switch h := b.holderOf(o); {
	case p.Name != "":
		s.Span = b.Span(p.First, p.End)
		if m, ok := b.Starts(b.Skip(max(p.End, o.End), ","), "behalf"); ok && m.End < len(b.Toks) {
			if k := b.OfficeAt[m.End]; k >= 0 {
				s.OnBehalf = &circular.OnBehalf{Form: m.Entry.Attrs["form"], Office: Title(b.Reading, &b.Offices[k])}
			}
		}
	case h != nil:
		s.Name, s.Span = h.Holder.Name, b.Span(h.Holder.First, h.Holder.End)
		if s.Capacity == "" {
			s.Capacity = h.Capacity
		}
	}
	return s
}

// sameName reports whether p is a short form of the name of q: its first word
// that is no title stands there, and q is as long.
func (b *builder) sameName(p, q mention.Person) bool {
	first := p.First
	for first < p.End-1 && (b.Is(first, "honorific") || b.Norms[first] == ".") {
		first++
	}
	if q.End-q.First < p.End-p.First {
		return false
	}
	for j := q.First; j < q.End; j++ {
		if b.Norms[j] == b.Norms[first] && !b.Is(j, "honorific") {
			return true
		}
	}
	return false
}
