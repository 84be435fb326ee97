package extract

import (
	"strings"

	"github.com/telaah/telaah/lexicon"
)

// bar reports whether the predicate begins at token i, so that no group phrase
// reaches over it.
func (d *doc) bar(i int) bool {
	if i >= len(d.Toks) {
		return true
	}
	for _, m := range d.At(i) {
		switch m.Entry.Class {
		case "mode", "force", "keep", "neg", "pred", "speech", "bound", "except", "only", "contrast", "ratio", "rest":
			return true
		case "all":
			if m.Entry.ID == "full" {
				return true
			}
		case "percent":
			return true
		}
	}
	t := d.Toks[i]
	if t.Kind == lexicon.Number {
		switch d.Toks[max(0, i-1)].Norm {
		case "level", "eselon", "golongan", "kelas", "fase", "tahap", "dan", "-", ",":
			return d.figured(i)
		}
		return true
	}
	return d.verb(i) || d.figured(i)
}

func (d *doc) figured(i int) bool {
	_, ok := d.figureAt(i, min(len(d.Toks), i+12))
	return ok
}

// verb reports whether the word at token i is a verb by its shape, in small
// letters: me-... or di-....
func (d *doc) verb(i int) bool {
	w := d.Raw(i)
	if d.Is(i, "group") || d.Is(i, "noun") {
		return false
	}
	return len(w) >= 7 && strings.HasPrefix(w, "di") || len(w) >= 7 && strings.HasPrefix(w, "me")
}

// bars reports whether a predicate begins in the tokens from first up to end.
func (d *doc) bars(first, end int) bool {
	for i := first; i < end; i++ {
		if d.bar(i) {
			return true
		}
	}
	return false
}
