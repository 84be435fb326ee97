package circulars

import (
	"github.com/telaah/telaah/extract/internal/mention"
	"github.com/telaah/telaah/extract/internal/outline"
	"github.com/telaah/telaah/lexicon"
)

// roles finds what the words around each act make it, and who is said in front
// of it to issue it.
func (b *builder) roles() {
	for i := range b.acts {
		a := &b.acts[i]
		b.roleOf(i)
		if m, ok := b.Starts(b.Skip(a.Behind(), ","), "actbehind"); ok && a.Role == "" {
			a.Role, a.Cue = m.Entry.Attrs["role"], m.Entry
		}
		b.author(a)
	}
}

// roleOf finds the cue in front of act i: the nearest phrase in its sentence
// that tells its role, unless a verb of issuing stands nearer. Acts in a list
// share the cue of the first.
func (b *builder) roleOf(i int) {
	a := &b.acts[i]
	if a.Sentence < 0 {
		return
	}
	if b.underBases(a.First) {
		a.Role = "basis"
		return
	}
	first, led := b.layout.Sentences[a.Sentence].First, false
	for k := a.First - 1; k >= first; k-- {
		if i > 0 && b.acts[i-1].First <= k && k < b.acts[i-1].Behind() && !a.Nested {
			if prev := &b.acts[i-1]; prev.Sentence == a.Sentence && b.listed(prev.Behind(), a.First) {
				a.Role, a.Cue = prev.Role, prev.Cue
			}
			return
		}
		for _, m := range b.At(k) {
			if m.End > a.First {
				continue
			}
			switch m.Entry.Class {
			case "actrole":
				if b.aboutOffice(m.End) {
					continue // "menurut Kepala BKD, ..."
				}
				if led && m.Entry.Attrs["prev"] == "" {
					return
				}
				if m.Entry.Attrs["prev"] == "" {
					a.Role, a.Cue = m.Entry.Attrs["role"], m.Entry
				} else if i > 0 && b.acts[i-1].Sentence == a.Sentence && b.acts[i-1].Role == "" {
					b.acts[i-1].Role, b.acts[i-1].Cue = m.Entry.Attrs["prev"], m.Entry
				}
				return
			case "issue":
				if v := m.Entry.Attrs["voice"]; v == "active" || v == "via" {
					if a.Cue = b.cueOver(k, first); a.Cue != nil {
						a.Role = a.Cue.Attrs["role"]
					}
					if led = v == "via" && a.Cue == nil; !led { // "SE A ditindaklanjuti bupati lewat SE B"
						return
					}
				}
			}
		}
	}
}

// aboutOffice reports whether an office and a comma follow a cue at token i: it
// tells what that office says or does, not what the act is.
func (b *builder) aboutOffice(i int) bool {
	if i >= len(b.Toks) || b.OfficeAt[i] < 0 {
		return false
	}
	end := b.Offices[b.OfficeAt[i]].Behind()
	return end < len(b.Toks) && b.Norms[end] == ","
}

// underBases reports whether token i stands under the head of the legal bases.
func (b *builder) underBases(i int) bool {
	k := b.SentAt(i)
	return k >= 0 && b.Sents[k].Part == outline.Basis
}

// cueOver returns the role cue of which the verb at token i is the last part,
// such as "belum menerbitkan", or nil.
func (b *builder) cueOver(i, first int) *lexicon.Entry {
	for k := i - 1; k >= first; k-- {
		m, ok := b.Starts(k, "actrole")
		if ok && m.End > i {
			return m.Entry
		}
		if ok || !b.Is(k, "issuefill") && len(b.At(k)) == 0 {
			return nil
		}
	}
	return nil
}

// listed reports whether the tokens from first up to end only join two items
// of a list.
func (b *builder) listed(first, end int) bool {
	for i := first; i < end; i++ {
		if !b.Is(i, "and") && !b.Is(i, "listword") && b.Skip(i, ",", "/", ";") == i {
			return false
		}
	}
	return true
}

// author finds who is said to issue a, where that stands in front and not with
// it: "Menteri PANRB melalui SE Nomor 1/2024", "Gubernur Bali menerbitkan SE
// Nomor 5".
func (b *builder) author(a *Act) {
	if a.By >= 0 || a.Back || a.Sentence < 0 || !a.Circular() && !a.Letter() {
		return
	}
	if a.By = b.authorBehind(a); a.By >= 0 {
		return
	}
	first := b.layout.Sentences[a.Sentence].First
	for k := a.First - 1; k >= first; k-- {
		if m, ok := b.Starts(k, "issue"); ok || b.Is(k, "within") {
			if ok && (m.Entry.Attrs["voice"] == "passive" || m.Entry.Attrs["date"] != "" || m.End > a.First) {
				return
			}
			if b.Is(k, "within") && b.endsAt(k, "contained") {
				if o := b.officeBefore(k); o >= 0 && b.Offices[o].First >= first && a.Role == "" && b.ownsRule(&b.Offices[o]) {
					a.By = o // "Kebijakan Pemprov Jabar tertuang dalam SE"
				}
				return
			}
			at := k
			if k := b.doer(k, first); k >= 0 && b.Offices[k].Rank != mention.Branch {
				a.By = k
				a.authored = a.Letter() && b.Is(at, "within") && b.rulesBehind(a.Behind(), b.layout.Sentences[a.Sentence].End)
			}
			return
		}
		if !b.Is(k, "issuefill") && !b.Is(k, "actkind") {
			return
		}
	}
}

// authorBehind returns the index of the office that a passive verb behind a
// says to issue it, "SE yang sudah diterbitkan oleh Sekda X", or -1. Who signs
// for another is none.
func (b *builder) authorBehind(a *Act) int {
	at, end := b.fills(b.Behind(a.Behind(), "actthis")), b.layout.Sentences[a.Sentence].End
	m, ok := b.Starts(at, "issue")
	if !ok || m.End >= end || m.Entry.Attrs["voice"] != "passive" || m.Entry.Attrs["evidence"] != "issued" || m.Entry.Attrs["date"] != "" {
		return -1
	}
	at = b.fills(m.End)
	if at >= end || b.OfficeAt[at] < 0 {
		return -1
	}
	k := int(b.OfficeAt[at])
	if o := &b.Offices[k]; o.Rank == mention.Branch || b.Is(b.Skip(o.Behind(), ","), "behalf") {
		return -1
	}
	return k
}

// fills returns the token behind the adverbs, "yang" and "oleh" at token i.
func (b *builder) fills(i int) int {
	for b.Is(i, "issuefill") {
		i = b.Behind(i, "issuefill")
	}
	return i
}

// ownsRule reports whether a policy told as that of o is its own: o is a
// government or its head.
func (b *builder) ownsRule(o *mention.Office) bool {
	return o.Rank == mention.Body || o.Rank == mention.Head
}

// doer returns the index of the office, or of the holder of an office, that
// stands right in front of the verb at token i, adverbs and a comma left out;
// -1 where none does.
func (b *builder) doer(i, first int) int {
	for i > first && (b.Is(i-1, "issuefill") || b.Norms[i-1] == ",") {
		i--
	}
	k := b.officeBefore(i)
	if k >= 0 && b.Offices[k].First >= first && (b.Offices[k].Behind() == i || b.Offices[k].End == i) {
		return k
	}
	return -1
}

// officeBefore returns the index of the last office that begins in front of
// token i, or -1.
func (b *builder) officeBefore(i int) int {
	lo, hi := 0, len(b.Offices)
	for lo < hi {
		if mid := (lo + hi) / 2; b.Offices[mid].First < i {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo - 1
}
