package circulars

import (
	"cmp"
	"strings"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/extract/internal/mention"
)

// maxBack bounds how many circulars back one that is only referred to may have
// been named, so that a text of many costs no more than its length.
const maxBack = 64

// joinKey is the number of a circular in the form in which its spellings agree.
func joinKey(number string) string {
	k := strings.TrimPrefix(strings.TrimPrefix(strings.TrimPrefix(circular.NumberKey(number), "SE."), "SE-"), "SE")
	return circular.NumberKey(strings.TrimLeft(k, "/."))
}

// join groups the places that name the same circular.
func (b *builder) join() {
	numbers := map[string][]int{} // join key -> edicts
	for i := range b.acts {
		a := &b.acts[i]
		if a.Letter() && b.adopted(a) {
			a.ruling = a.authored
			a.Entry = b.Lex.Entry("act", "se")
		}
		if !a.Circular() || a.Role == "none" || a.Number == "" && b.layout.Is(a.First, mention.Headline) {
			continue
		}
		var k int
		switch {
		case a.List > 0:
			k = b.sameNumber(numbers, a) // one more number of a list is one more circular
		case a.Number != "":
			if k = b.sameNumber(numbers, a); k < 0 {
				k = b.unnumbered(a)
			}
		default:
			k = b.referred(a)
		}
		if k < 0 {
			k = len(b.edicts)
			b.edicts = append(b.edicts, edict{by: -1})
		}
		b.add(k, i, numbers)
	}
}

// adopted reports whether the letter a is the circular named before without its
// number, "surat bernomor 800/5 itu", or rules itself: a named office speaks in it.
func (b *builder) adopted(a *Act) bool {
	if a.authored && a.Role == "" {
		return true
	}
	if a.By < 0 && a.Role == "" {
		return b.back(func(_ int, e *edict) bool { return e.number == "" && e.cue == "" }) >= 0
	}
	return false
}

// add adds act i to edict k.
func (b *builder) add(k, i int, numbers map[string][]int) {
	e, a := &b.edicts[k], &b.acts[i]
	if a.Number != "" && e.number == "" {
		key := joinKey(a.Number)
		numbers[key] = append(numbers[key], k)
		if head, _, ok := strings.Cut(key, "/"); ok {
			numbers[head+"/"] = append(numbers[head+"/"], k)
		}
	}
	if len(a.Number) > len(e.number) {
		e.number = a.Number
	}
	e.year = cmp.Or(e.year, a.Year)
	if e.by < 0 {
		e.by = a.By
	}
	if len(e.acts) == 0 || e.cue == "" && a.Role != "" && !e.fresh {
		e.cue = a.Role
	}
	e.fresh = e.fresh || a.Titled() || b.introduced(a)
	e.acts = append(e.acts, i)
	a.edict = k
}

// sameNumber returns the edict that has the number and year of a, or -1. A
// bare number also stands for a longer one that begins with it.
func (b *builder) sameNumber(numbers map[string][]int, a *Act) int {
	key := joinKey(a.Number)
	for _, k := range numbers[key][:min(maxBack, len(numbers[key]))] {
		if e := &b.edicts[k]; e.year == a.Year || e.year == 0 || a.Year == 0 {
			return k
		}
	}
	head, _, parted := strings.Cut(key, "/")
	short, list := len(key) <= 2, numbers[key+"/"]
	if parted {
		short, list = len(head) <= 3, numbers[head]
	}
	for _, k := range list[:min(maxBack, len(list))] {
		if !short && b.edicts[k].year == a.Year && (!parted || a.Year != 0) {
			return k
		}
	}
	return -1
}

// back calls ok for the edicts from the last one back and returns the first
// it accepts, or -1.
func (b *builder) back(ok func(k int, e *edict) bool) int {
	for k := len(b.edicts) - 1; k >= max(0, len(b.edicts)-maxBack); k-- {
		if ok(k, &b.edicts[k]) {
			return k
		}
	}
	return -1
}

// unnumbered returns the edict without number that a gives its number to, or -1.
func (b *builder) unnumbered(a *Act) int {
	return b.back(func(k int, e *edict) bool {
		if e.number != "" {
			return false
		}
		follows := a.Role != "" && a.Role != e.cue
		switch {
		case a.Back && a.By < 0 && k == len(b.edicts)-1:
			return true // "SE dengan Nomor 5 ini": the one just named
		case a.By >= 0 && e.by >= 0:
			x, y := tierOf(&b.Offices[a.By]), tierOf(&b.Offices[e.by])
			return x == y && !(follows && e.fresh && y.agrees(b.owner)) || x.agrees(y) && !follows
		case a.By < 0:
			return !follows && (e.cue == a.Role || e.cue == "")
		}
		return !follows && e.cue == a.Role
	})
}

// referred returns the edict that a, which has no number, refers to, or -1.
func (b *builder) referred(a *Act) int {
	if a.By >= 0 {
		t := tierOf(&b.Offices[a.By])
		k := b.back(func(_ int, e *edict) bool { return e.by >= 0 && t.agrees(tierOf(&b.Offices[e.by])) })
		if k < 0 && b.known && t.agrees(b.owner) && !a.Titled() {
			k = b.back(func(_ int, e *edict) bool { return e.by < 0 })
		}
		return k
	}
	if !a.Back && (b.introduced(a) || a.Titled()) {
		return b.back(func(_ int, e *edict) bool {
			own := e.by < 0 || b.known && tierOf(&b.Offices[e.by]).agrees(b.owner)
			return own && e.cue == ""
		})
	}
	// the one named last that is not merely followed or changed
	if k := b.back(func(_ int, e *edict) bool { return e.cue == "" }); k >= 0 {
		return k
	}
	return len(b.edicts) - 1
}

// introduced reports whether a verb of issuing, "lewat" or "dalam" leads to a:
// only adverbs and words for its kind stand between.
func (b *builder) introduced(a *Act) bool {
	if a.Sentence < 0 || a.Cue != nil {
		return false
	}
	first := b.layout.Sentences[a.Sentence].First
	for k := a.First - 1; k >= first; k-- {
		if m, ok := b.Starts(k, "issue"); ok {
			return m.Entry.Attrs["voice"] != "passive"
		}
		if b.Is(k, "within") {
			return true
		}
		if !b.Is(k, "issuefill") && !b.Is(k, "actkind") {
			return false
		}
	}
	return false
}
