package layout

import (
	"strings"
	"testing"
)

// TestBoxesLoseNoWord: boxes that join in steps, as charts have them, keep the
// words of every one.
func TestBoxesLoseNoWord(t *testing.T) {
	rules := []Rule{
		{0, 0, 300, 0}, {0, 20, 100, 20}, {200, 20, 300, 20}, {0, 40, 300, 40}, {0, 60, 300, 60}, // no line over the middle
		{0, 0, 0, 60}, {100, 20, 100, 60}, {200, 0, 200, 60}, {300, 0, 300, 60}, // none beside the first box
	}
	var words []Word
	for i, text := range []string{"KEPALA", "SEKSI", "KURIKULUM", "DAN", "PEMBELAJARAN", "SMK", "BIDANG", "PK", "PLK"} {
		x, y := float64(i%3)*100+10, float64(i/3)*20+5
		words = append(words, Word{Text: text, X0: x, X1: x + 60, Y0: y, Y1: y + 10, Base: y + 9, Size: 10})
	}
	f := Order(Rows(words), rules)
	var got []string
	for _, p := range f.Pieces {
		got = append(got, p.Text)
	}
	for _, w := range words {
		if strings.Count(strings.Join(got, " ")+" ", w.Text+" ") < 1 {
			t.Errorf("%q is lost: %v", w.Text, got)
		}
	}
}
