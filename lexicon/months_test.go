package lexicon

import (
	"testing"
	"time"

	"github.com/telaah/telaah/circular"
)

// Every month has a name in both languages.
func TestDay(t *testing.T) {
	for m := time.January; m <= time.December; m++ {
		d, _ := circular.NewDate(2024, m, 5)
		id, en := Day(d, "id"), Day(d, "en")
		if id == "" || en != "5 "+m.String()+" 2024" {
			t.Errorf("%s: %q, %q", d, id, en)
		}
	}
	d, _ := circular.NewDate(2024, time.August, 17)
	if got := Day(d, "fr"); got != "17 Agustus 2024" {
		t.Errorf("unknown language: %q", got)
	}
	if got := Day(circular.Date{}, "id"); got != "" {
		t.Errorf("no date: %q", got)
	}
}
