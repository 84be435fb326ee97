package gold

import "github.com/telaah/telaah/circular"

// item is one value of gold or of a record. Optional gold changes nothing whether it is found or not.
type item struct {
	key      string   // what must agree exactly
	group    []string // what must agree by words, where groups count
	optional bool
	clause   *circular.Clause // of a record
}

// Tally counts right, invented and missed values of one field.
type Tally struct{ Right, Invented, Missed int }

func (t Tally) F1() float64 {
	if t.Right == 0 {
		if t.Invented+t.Missed == 0 {
			return 1
		}
		return 0
	}
	return 2 * float64(t.Right) / float64(2*t.Right+t.Invented+t.Missed)
}

// add matches gold with predictions one to one, as many as can be, required gold first. It returns which
// predictions serve a gold value.
func (t *Tally) add(want, got []item, same func(a, b item) bool) []bool {
	order := make([]int, 0, len(want))
	for _, optional := range []bool{false, true} {
		for i, w := range want {
			if w.optional == optional {
				order = append(order, i)
			}
		}
	}
	of := make([]int, len(got)) // prediction: its gold, from 1
	var place func(i int, seen map[int]bool) bool
	place = func(i int, seen map[int]bool) bool {
		for j := range got {
			if seen[j] || !same(want[i], got[j]) {
				continue
			}
			seen[j] = true
			if of[j] == 0 || place(of[j]-1, seen) {
				of[j] = i + 1
				return true
			}
		}
		return false
	}
	for _, i := range order {
		met := place(i, map[int]bool{})
		switch {
		case want[i].optional:
		case met:
			t.Right++
		default:
			t.Missed++
		}
	}
	served := make([]bool, len(got))
	for j, i := range of {
		served[j] = i > 0
		if i == 0 {
			t.Invented++
		}
	}
	return served
}
