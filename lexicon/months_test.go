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

func TestParseDay(t *testing.T) {
	want := circular.Date{Year: 2024, Month: 4, Day: 15}
	for _, in := range []string{"15 April 2024", " 15  april 2024 ", "2024-04-15"} {
		if got, err := ParseDay(in); err != nil || got != want {
			t.Errorf("%q: %v, %v", in, got, err)
		}
	}
	if got, err := ParseDay("17 Agustus 2024"); err != nil || got != (circular.Date{Year: 2024, Month: 8, Day: 17}) {
		t.Errorf("%v, %v", got, err)
	}
	for _, in := range []string{"", "31 April 2024", "15 Aprilia 2024", "April 2024", "15/04"} {
		if got, err := ParseDay(in); err == nil {
			t.Errorf("%q is %v", in, got)
		}
	}
}
