package bleve

import (
	"slices"

	"github.com/telaah/telaah/index/internal/engine"
)

// top keeps the best n of what it is shown.
type top struct {
	n    int
	list []engine.Found // a heap with the worst at its root once it is full
}

func newTop(n int) *top { return &top{n: n} }

// wants reports whether a document with this score may be among the best.
func (t *top) wants(score float64) bool {
	return len(t.list) < t.n || t.n > 0 && score >= t.list[0].Score
}

// add puts a document among the best if it belongs there.
func (t *top) add(f engine.Found) {
	if len(t.list) < t.n {
		t.list = append(t.list, f)
		for i := len(t.list) - 1; i > 0; {
			up := (i - 1) / 2
			if engine.Better(t.list[up], t.list[i]) >= 0 {
				break
			}
			t.list[up], t.list[i] = t.list[i], t.list[up]
			i = up
		}
		return
	}
	if engine.Better(f, t.list[0]) >= 0 {
		return
	}
	t.list[0] = f
	for i := 0; ; {
		worst := i
		for _, k := range []int{2*i + 1, 2*i + 2} {
			if k < len(t.list) && engine.Better(t.list[worst], t.list[k]) < 0 {
				worst = k
			}
		}
		if worst == i {
			return
		}
		t.list[i], t.list[worst] = t.list[worst], t.list[i]
		i = worst
	}
}

// sorted returns what was kept, the best first.
func (t *top) sorted() []engine.Found {
	slices.SortFunc(t.list, engine.Better)
	return t.list
}
