package circulars

import (
	"github.com/telaah/telaah/extract/internal/mention"
	"github.com/telaah/telaah/lexicon"
)

// protagonist returns whose rule the text reports: the first office in the
// headline; else the issuer of a circular from outside the centre that the
// text does not merely follow; else the first office of the body.
func (b *builder) protagonist() (tier, bool) {
	if t, ok := b.inHeadline(); ok {
		return t, true
	}
	for _, own := range []bool{true, false} { // those that are merely followed come last
		for i := range b.acts {
			a := &b.acts[i]
			if !a.Circular() || a.By < 0 || a.Nested || own && a.Role != "" {
				continue
			}
			if t := tierOf(&b.Offices[a.By]); t.region != "" {
				return b.filled(t), true
			}
		}
	}
	next := 0
	for i := range b.Offices {
		o := &b.Offices[i]
		for next < len(b.acts) && b.acts[next].End <= o.First {
			next++
		}
		inside := next < len(b.acts) && b.acts[next].First <= o.First
		if t := b.filled(tierOf(o)); !inside && b.layout.KindAt(o.First) == mention.Running && !b.bystander(o) && !b.Is(o.First-1, "by") && (o.Rank != mention.Chief || t != (tier{region: "?"})) {
			return t, true
		}
	}
	for i := range b.acts {
		if a := &b.acts[i]; a.Circular() && a.By >= 0 {
			return tierOf(&b.Offices[a.By]), true
		}
	}
	return tier{}, false
}

// inHeadline returns whose rule the headline tells: whatever the centre does
// there, a region acts.
func (b *builder) inHeadline() (tier, bool) {
	var first *tier
	for i := range b.Offices {
		o := &b.Offices[i]
		if b.layout.KindAt(o.First) != mention.Headline {
			continue
		}
		if b.inFollowed(o.First) {
			continue // "Tindak Lanjuti SE Menteri, Unair ..."
		}
		prev := o.First - 1
		if o.Entry != nil && o.Entry.Attrs["minor"] != "" || b.Is(prev, "and") || prev >= 0 && b.Norms[prev] == "," && o.Inst != nil || b.bystander(o) {
			continue // the last of a list: "ASN, TNI, dan Polri"
		}
		t := tierOf(o)
		if o.Region.Code != "" {
			return t, true
		}
		if first == nil {
			first = &t
		}
	}
	if first == nil {
		return tier{}, false
	}
	return b.filled(*first), true
}

// inFollowed reports whether token i lies in an act that the text follows.
func (b *builder) inFollowed(i int) bool {
	for k := range b.acts {
		if a := &b.acts[k]; a.First <= i && i < a.Behind() {
			return a.Role == "basis"
		}
	}
	return false
}

// bystander reports whether o comments and rules nothing.
func (b *builder) bystander(o *mention.Office) bool { return b.Is(o.End-1, "bystander") }

// atHome gives offices within an institution that is not named with them,
// such as "Sekretaris Jenderal", the one whose rule the text reports.
func (b *builder) atHome() {
	if !b.known || b.owner.region != "" {
		return
	}
	for _, inst := range lexicon.Institutions() {
		if inst.ID != b.owner.inst {
			continue
		}
		for i := range b.Offices {
			if o := &b.Offices[i]; o.InHouse() && o.Rank != mention.Head {
				o.Inst = &inst
			}
		}
	}
}

// findPeople gathers the offices that the running text names with their
// holder, each holder once. In a headline capitals hide where a name ends.
func (b *builder) findPeople() {
	type key struct {
		entry *lexicon.Entry
		name  string
	}
	seen := map[key]bool{}
	for i := range b.Offices {
		o := &b.Offices[i]
		k := key{o.Entry, o.Holder.Name}
		if o.Holder.Name == "" || o.Rank == mention.Body || seen[k] || len(b.people) == maxPeople || b.layout.KindAt(o.First) != mention.Running {
			continue
		}
		seen[k] = true
		b.people = append(b.people, o)
	}
}

// maxPeople bounds how many people with an office are kept in mind.
const maxPeople = 128

// holderOf returns the place that names the holder of the office of o, or nil.
func (b *builder) holderOf(o *mention.Office) *mention.Office {
	if o.Rank == mention.Body && o.Inst == nil || o.Rank == mention.Branch || o.Rank == mention.Chief && o.Inst == nil && o.Region.Code == "" && o.Local == "" {
		return nil
	}
	t := tierOf(o)
	for _, p := range b.people {
		if !tierOf(p).agrees(t) {
			continue
		}
		heads := p.Rank == mention.Head && (o.Rank == mention.Head || o.Rank == mention.Body && o.Inst != nil)
		if heads && (o.Inst != nil || p.Entry == o.Entry) {
			return p
		}
		if o.Rank == p.Rank && o.Entry == p.Entry && (o.Rank != mention.Chief || Title(b.Reading, o) == Title(b.Reading, p)) {
			return p
		}
	}
	return nil
}
