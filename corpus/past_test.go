package corpus

import (
	"errors"
	"testing"
	"time"
)

// The corpus of a day is told from the log: what came since is not there, what
// was removed since is, and values are as people had left them.
func TestBefore(t *testing.T) {
	s := create(t, t.TempDir())
	now := time.Date(2026, 11, 1, 9, 0, 0, 0, time.UTC)
	s.now = func() time.Time { now = now.Add(time.Hour); return now }
	save := func(text string) string {
		b, rec := sample(text)
		if err := s.Save(b, rec); err != nil {
			t.Fatal(err)
		}
		return rec.Source.SHA256
	}
	correct := func(id, value string) {
		if _, err := s.Correct(id, Correction{Field: "number", Value: value, By: "Siti", Why: "cap"}); err != nil {
			t.Fatal(err)
		}
	}
	stays, goes := save("tetap"), save("pergi")
	correct(stays, "31")
	day := now.Add(time.Minute)
	comes := save("datang")
	correct(stays, "32")
	if _, err := s.Undo(stays, 1, "Siti"); err != nil {
		t.Fatal(err)
	}
	if err := s.Remove(goes, "Rina", "ganda"); err != nil {
		t.Fatal(err)
	}
	past, err := s.Before(day)
	if err != nil {
		t.Fatal(err)
	}
	if past.Held(comes) || !past.Held(stays) || !past.Held(goes) {
		t.Errorf("held: %v %v %v", past.Held(comes), past.Held(stays), past.Held(goes))
	}
	if d, err := past.Load(stays); err != nil || d.Record.Subject().Number != "31" || len(d.Corrections) != 1 {
		t.Errorf("corrected since: %+v, %v", d.Record.Subject(), err)
	}
	if d, err := past.Load(goes); err != nil || d.Record.Subject().Number != "8" {
		t.Errorf("removed since: %+v, %v", d.Record.Subject(), err)
	}
	if _, err := past.Load(comes); !errors.Is(err, ErrNotFound) {
		t.Errorf("came since: %v", err)
	}
}
