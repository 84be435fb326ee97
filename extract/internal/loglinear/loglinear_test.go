package loglinear

import (
	"bytes"
	"reflect"
	"strings"
	"testing"
)

// learned are examples of which feature "a" decides, and "noise" does not.
func learned() []Example {
	var ex []Example
	for i := range 40 {
		e := Example{Candidates: [][]string{nil, {"b", "noise"}}, Fold: i % 4}
		if i%2 == 0 {
			e = Example{Candidates: [][]string{nil, {"a", "noise"}}, Right: 1, Fold: i % 4}
		}
		ex = append(ex, e)
	}
	return ex
}

func TestTrain(t *testing.T) {
	o := Options{L2: 0.1, Least: 2, Rounds: 100}
	m := Train(learned(), o)
	if p := m.Probability([]string{"a", "noise"}); p < 0.9 {
		t.Errorf("P(right | a) = %.2f", p)
	}
	if p := m.Choose([][]string{nil, {"b", "noise"}})[1]; p > 0.1 {
		t.Errorf("P(right | b) = %.2f", p)
	}
	if again := Train(learned(), o); !reflect.DeepEqual(m, again) {
		t.Error("the same examples give other weights")
	}
	if m := Train(learned(), Options{Least: 41, Rounds: 10}); len(m) != 0 {
		t.Errorf("rare features are kept: %v", m)
	}
}

// TestFoldsAreHeld: a model of a fold has not seen what only that fold has.
func TestFoldsAreHeld(t *testing.T) {
	ex := append(learned(), Example{Candidates: [][]string{nil, {"only"}}, Right: 1, Fold: 3})
	for _, h := range Folds(ex, 4, Options{Least: 1, Rounds: 20}) {
		if _, knows := h.Model["only"]; knows != (h.Fold != 3) {
			t.Errorf("fold %d: %v", h.Fold, h.Model)
		}
	}
}

func TestReadWrite(t *testing.T) {
	var b bytes.Buffer
	want := Model{"left1 paling banyak": 1.25, "value 100": -0.5}
	if err := want.Write(&b, "mode"); err != nil {
		t.Fatal(err)
	}
	got, err := Read(strings.NewReader("# weights\n" + b.String()))
	if err != nil || !reflect.DeepEqual(got["mode"], want) {
		t.Errorf("%v, %v", got, err)
	}
	for _, bad := range []string{"1.0\tearly", "[m]\nno weight", "[m]\nx\tf"} {
		if _, err := Read(strings.NewReader(bad)); err == nil {
			t.Errorf("%q is read", bad)
		}
	}
	if top := want.Top([]string{"value 100", "unknown", "left1 paling banyak"}, 5); !reflect.DeepEqual(top, []string{"left1 paling banyak", "value 100"}) {
		t.Errorf("top %v", top)
	}
}
