package circulars

import (
	"github.com/telaah/telaah/extract/internal/mention"
)

// subjects returns the indexes of the circulars whose rule the text reports:
// the one that fits best, and those named with it in one list.
func (b *builder) subjects() []int {
	k := b.subject()
	if k < 0 || b.own >= 0 && b.edicts[k].number == "" {
		return nil // a regulation that speaks of circulars to come
	}
	out := []int{k}
	for i := range b.edicts {
		if i != k && b.beside(&b.edicts[i], k) {
			out = append(out, i)
		}
	}
	return out
}

// beside reports whether e is named in one list with the edict k: one more of
// its numbers, or the next circular of the same office.
func (b *builder) beside(e *edict, k int) bool {
	if e.number == "" || e.cue != b.edicts[k].cue || e.cue != "" {
		return false
	}
	i := e.acts[0]
	a := &b.acts[i]
	if i == 0 || a.Nested || a.Dead {
		return false
	}
	prev := &b.acts[i-1]
	if prev.Nested || prev.Sentence != a.Sentence || prev.edict < 0 || prev.edict != k && !b.beside(&b.edicts[prev.edict], k) || b.edicts[prev.edict].acts[0] > i {
		return false
	}
	if a.List > 0 {
		return true
	}
	same := a.By < 0 || a.By >= 0 && prev.By >= 0 && tierOf(&b.Offices[a.By]) == tierOf(&b.Offices[prev.By])
	return same && (b.listed(prev.Behind(), a.First) || b.parallel(prev.Behind(), a.First))
}

// parallel reports whether only a phrase of purpose and a joint stand between
// two acts of a list: "SE Nomor 5 untuk darat, SE Nomor 6 untuk laut".
func (b *builder) parallel(first, end int) bool {
	if !b.Is(first, "foruse") || !b.Is(end-1, "and") && b.Norms[end-1] != "," {
		return false
	}
	for i := first; i < end-1; i++ {
		if b.Is(i, "issue") || b.Is(i, "press") || b.Is(i, "act") || b.Norms[i] == "," {
			return false
		}
	}
	return true
}

// Weights of what speaks for and against a circular being the subject. The
// order of naming only breaks ties.
const (
	forAny      = 10.0
	forNumber   = 2.0
	forFresh    = 2.0
	forBasis    = -4.0
	forAmended  = -6.0
	forCited    = -9.0
	forNested   = -7.0
	forDead     = -3.0
	forLater    = -0.1
	leastWeight = 1.0
)

// subject returns the index of the circular that fits best, or -1.
func (b *builder) subject() int {
	best, top := -1, 0.0
	for i := range b.edicts {
		e := &b.edicts[i]
		if !b.Frame.Title.Empty() && b.acts[e.acts[0]].First == b.Frame.Title.First {
			return i // the circular itself
		}
		if b.known && e.by >= 0 && !tierOf(&b.Offices[e.by]).agrees(b.owner) {
			continue
		}
		if e.by < 0 && e.number == "" && !e.fresh && e.cue != "" {
			continue
		}
		if v := b.weigh(i, e); best < 0 || v > top {
			best, top = i, v
		}
	}
	if top > leastWeight {
		return best
	}
	if best >= 0 || !b.known || b.owner.inst == "" || len(b.edicts) != 1 || b.edicts[0].cue != "" || b.edicts[0].by < 0 {
		return -1
	}
	if tierOf(&b.Offices[b.edicts[0].by]).inst == b.owner.inst {
		return 0 // a branch tells the rule of its own ministry
	}
	return -1
}

// weigh returns what speaks for edict i.
func (b *builder) weigh(i int, e *edict) float64 {
	v := forAny + forLater*float64(i)
	if e.number != "" {
		v += forNumber
	}
	if e.fresh {
		v += forFresh
	}
	switch e.cue {
	case "basis":
		v += forBasis
	case "amended", "revoked":
		v += forAmended
	case "cited":
		v += forCited
	}
	nested, dead := true, false
	for _, k := range e.acts {
		nested = nested && b.acts[k].Nested
		dead = dead || b.acts[k].Dead
	}
	if nested {
		v += forNested
	}
	if dead {
		v += forDead
	}
	return v
}

// edictOf returns the index of the edict that act i names, or -1.
func (b *builder) edictOf(i int) int {
	if i < 0 {
		return -1
	}
	return b.acts[i].edict
}

// running reports whether token i stands in running text.
func (b *builder) running(i int) bool {
	return b.layout.At(i) >= 0 && b.layout.KindAt(i) == mention.Running
}
