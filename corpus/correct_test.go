package corpus

import (
	"errors"
	"strings"
	"testing"

	"github.com/telaah/telaah/circular"
)

func TestCorrect(t *testing.T) {
	tests := []struct {
		field, value string
		old          string
		get          func(r *circular.Record) any
		want         any
	}{
		{"number", "3", "8", func(r *circular.Record) any { return r.Subject().Number }, "3"},
		{"year", "2025", "2024", func(r *circular.Record) any { return r.Subject().Year }, 2025},
		{"year", "", "2024", func(r *circular.Record) any { return r.Subject().Year }, 0},
		{"date_signed", "2024-04-15", "", func(r *circular.Record) any { return r.Subject().DateSigned.String() }, "2024-04-15"},
		{"signatory.name", "Hermawan", "", func(r *circular.Record) any { return r.Subject().Signatory.Name }, "Hermawan"},
		{"signatory.on_behalf.office", "Bupati", "", func(r *circular.Record) any { return r.Subject().Signatory.OnBehalf.Office }, "Bupati"},
		{"region.name", "Kabupaten Contoh", "", func(r *circular.Record) any { return r.Subject().Region.Name }, "Kabupaten Contoh"},
		{"circulars.2.number", "17", "1", func(r *circular.Record) any { return r.Circulars[1].Number }, "17"},
		{"clauses.1.percent", "37,5", "50", func(r *circular.Record) any { return *r.Clauses[0].Quota.Percent }, 37.5},
		{"clauses.1.bound", "min", "max", func(r *circular.Record) any { return r.Clauses[0].Quota.Bound }, circular.BoundMin},
		{"clauses.1.groups", "guru; dosen", "a", func(r *circular.Record) any { return strings.Join(r.Clauses[0].Groups, "|") }, "guru|dosen"},
		{"clauses.1.implicit", "true", "false", func(r *circular.Record) any { return r.Clauses[0].Quota.Implicit }, true},
	}
	for _, tt := range tests {
		t.Run(tt.field+"="+tt.value, func(t *testing.T) {
			s := create(t, t.TempDir())
			b, rec := sample("dokumen")
			if err := s.Save(b, rec); err != nil {
				t.Fatal(err)
			}
			c, err := s.Correct(rec.Source.SHA256, Correction{Field: tt.field, Value: tt.value, By: "Budi", Why: "cap basah"})
			if err != nil || c.Old != tt.old {
				t.Fatalf("Correct = %+v, %v; want old %q", c, err, tt.old)
			}
			if err := s.Save(b, rec); err != nil { // read again: the correction survives
				t.Fatal(err)
			}
			d, err := s.Load(rec.Source.SHA256)
			if err != nil {
				t.Fatal(err)
			}
			if got := tt.get(&d.Record); got != tt.want {
				t.Errorf("%s = %v, want %v", tt.field, got, tt.want)
			}
			if len(d.Record.Warnings) != 1 || d.Record.Warnings[0].Code != CorrectedCode || !strings.Contains(d.Record.Warnings[0].Message, "Budi: cap basah") {
				t.Errorf("not shown as corrected: %+v", d.Record.Warnings)
			}
			events, err := s.Log()
			if err != nil || len(events) != 3 || events[1].Action != ActionCorrect || events[1].Correction.By != "Budi" {
				t.Errorf("Log = %+v, %v", events, err)
			}
		})
	}
}

func TestCorrectRefuses(t *testing.T) {
	s := create(t, t.TempDir())
	b, rec := sample("dokumen")
	if err := s.Save(b, rec); err != nil {
		t.Fatal(err)
	}
	for field, want := range map[string]struct {
		value  string
		reason FieldReason
	}{
		"nomor":             {"3", ReasonUnknown},
		"clauses.2.percent": {"3", ReasonUnknown},
		"clauses.1.who":     {"3", ReasonUnknown},
		"clauses.x.percent": {"3", ReasonUnknown},
		"circulars.1":       {"3", ReasonUnknown},
		"signatory":         {"x", ReasonUnknown},
		"clauses.1.text":    {"3", ReasonFixed},
		"clauses.1.span":    {"3", ReasonFixed},
		"role":              {"basis", ReasonFixed},
		"clauses.1.percent": {"150", ReasonValue},
		"year":              {"dua ribu", ReasonValue},
		"date_signed":       {"31-04-2024", ReasonValue},
		"clauses.1.mode":    {"", ReasonValue},
	} {
		_, err := s.Correct(rec.Source.SHA256, Correction{Field: field, Value: want.value, By: "B", Why: "w"})
		var fe *FieldError
		if !errors.As(err, &fe) || fe.Reason != want.reason {
			t.Errorf("%s=%s: %v, want %s", field, want.value, err, want.reason)
		}
	}
	if d, err := s.Load(rec.Source.SHA256); err != nil || len(d.Corrections) != 0 {
		t.Errorf("a refused correction was kept: %v, %v", d.Corrections, err)
	}
}

// A clause keeps its correction when another reading numbers it anew, and an
// uncorrectable one is said, not guessed.
func TestCorrectionFollowsItsClause(t *testing.T) {
	s := create(t, t.TempDir())
	b, rec := sample("dokumen dengan dua pasal")
	if err := s.Save(b, rec); err != nil {
		t.Fatal(err)
	}
	id := rec.Source.SHA256
	if _, err := s.Correct(id, Correction{Field: "clauses.1.percent", Value: "75", By: "B", Why: "w"}); err != nil {
		t.Fatal(err)
	}
	pct := 10.0
	first := rec.Clauses[0]
	first.Span.End, first.Text, first.Quota = 4, first.Text[:4], &circular.Quota{Mode: circular.ModeWFH, Bound: circular.BoundMax, Percent: &pct}
	again := rec
	again.Clauses = []circular.Clause{first, rec.Clauses[0]}
	if err := s.Save(b, again); err != nil {
		t.Fatal(err)
	}
	d, err := s.Load(id)
	if err != nil {
		t.Fatal(err)
	}
	if got := []float64{*d.Record.Clauses[0].Quota.Percent, *d.Record.Clauses[1].Quota.Percent}; got[0] != 10 || got[1] != 75 {
		t.Errorf("percentages %v, want the second corrected", got)
	}
	again.Clauses = []circular.Clause{first}
	if err := s.Save(b, again); err != nil {
		t.Fatal(err)
	}
	d, err = s.Load(id)
	if err != nil {
		t.Fatal(err)
	}
	if *d.Record.Clauses[0].Quota.Percent != 10 || len(d.Record.Warnings) != 1 || d.Record.Warnings[0].Code != LostCode {
		t.Errorf("lost clause: %+v", d.Record)
	}
}

// A scan that nobody could read gets its number by hand.
func TestCorrectWithoutSubject(t *testing.T) {
	s := create(t, t.TempDir())
	b, rec := sample("gambar")
	rec.Circulars, rec.Clauses, rec.Text = nil, nil, &circular.Text{Pages: []circular.Page{{Method: circular.MethodNone}}}
	if err := s.Save(b, rec); err != nil {
		t.Fatal(err)
	}
	id := rec.Source.SHA256
	for _, f := range []string{"number=3", "year=2024"} {
		field, value, _ := strings.Cut(f, "=")
		if _, err := s.Correct(id, Correction{Field: field, Value: value, By: "B", Why: "w"}); err != nil {
			t.Fatal(err)
		}
	}
	d, err := s.Load(id)
	if err != nil || len(d.Record.Circulars) != 1 || d.Record.Circulars[0].Number != "3" || d.Record.Circulars[0].Year != 2024 {
		t.Errorf("%+v, %v", d.Record.Circulars, err)
	}
}

// A correction makes its value certain, a confirmation leaves it as it was; both
// can be taken back, and the log keeps who did so.
func TestUndo(t *testing.T) {
	s := create(t, t.TempDir())
	b, rec := sample("dokumen")
	if err := s.Save(b, rec); err != nil {
		t.Fatal(err)
	}
	id := rec.Source.SHA256
	was := *rec.Clauses[0].Quota.Percent
	for _, c := range []Correction{
		{Field: "clauses.1.certain", Value: "true", By: "Ani", Why: "cocok dengan naskah"},
		{Field: "clauses.1.percent", Value: "75%", By: "Budi", Why: "cap menutupi angka"},
	} {
		if _, err := s.Correct(id, c); err != nil {
			t.Fatal(err)
		}
	}
	load := func() Document {
		d, err := s.Load(id)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	d := load()
	if c := d.Record.Clauses[0]; !c.Certain || *c.Quota.Percent != 75 {
		t.Errorf("corrected: %+v", c)
	}
	if n := len(d.Record.Warnings); n != 2 || d.Record.Warnings[0].Code != ConfirmedCode || d.Record.Warnings[1].Code != CorrectedCode {
		t.Errorf("warnings: %+v", d.Record.Warnings)
	}
	if c, err := s.Undo(id, 2, "Citra"); err != nil || c.Value != "75%" {
		t.Errorf("undone: %+v, %v", c, err)
	}
	if c := load().Record.Clauses[0]; !c.Certain || *c.Quota.Percent != was {
		t.Errorf("after undo: %+v", c)
	}
	if _, err := s.Undo(id, 3, "Citra"); !errors.Is(err, ErrNotFound) {
		t.Errorf("a correction that is not there: %v", err)
	}
	if _, err := s.Undo(id, 1, "Citra"); err != nil || load().Record.Clauses[0].Certain {
		t.Errorf("a confirmation stays: %v", err)
	}
	log, err := s.Log()
	if last := log[len(log)-1]; err != nil || last.Action != ActionUndo || last.By != "Citra" || log[last.Undoes-1].Correction.By != "Ani" {
		t.Errorf("the log ends with %+v, %v", last, err)
	}
}

func TestReview(t *testing.T) {
	s := create(t, t.TempDir())
	b, rec := sample("dokumen")
	if err := s.Save(b, rec); err != nil {
		t.Fatal(err)
	}
	if err := s.Indexed(); err != nil {
		t.Fatal(err)
	}
	id := rec.Source.SHA256
	for _, r := range []Review{
		{State: ReviewDone, By: "Rina", Note: "sesuai"},
		{Doubt: "page-2", By: "Rina", Note: "halaman kosong"},
	} {
		if _, err := s.Review(id, r); err != nil {
			t.Fatal(err)
		}
	}
	d, err := s.Load(id)
	if err != nil {
		t.Fatal(err)
	}
	if state, r := d.State(); state != ReviewDone || r.By != "Rina" || r.At.IsZero() || d.Stale() {
		t.Errorf("state %s by %+v", state, r)
	}
	if d.Settled("page-2") == nil || d.Settled("page-3") != nil {
		t.Errorf("settled: %+v", d.Reviews)
	}
	if s.IndexBehind() {
		t.Error("a review leaves the index behind")
	}
	if _, err := s.Review(id, Review{State: "selesai", By: "x"}); err == nil {
		t.Error("an unknown state was kept")
	}
	sound(t, s)
}

// Values are entered as people write them, and shown as they are entered.
func TestValue(t *testing.T) {
	s := create(t, t.TempDir())
	b, rec := sample("dokumen")
	if err := s.Save(b, rec); err != nil {
		t.Fatal(err)
	}
	for field, value := range map[string]string{"clauses.1.percent": "75 %", "date_signed": "15 April 2024"} {
		if _, err := s.Correct(rec.Source.SHA256, Correction{Field: field, Value: value, By: "Budi", Why: "cap"}); err != nil {
			t.Fatal(err)
		}
	}
	d, err := s.Load(rec.Source.SHA256)
	if err != nil {
		t.Fatal(err)
	}
	for field, want := range map[string]string{"clauses.1.percent": "75", "date_signed": "2024-04-15", "clauses.1.groups": "a"} {
		if got, err := Value(d.Record, field); got != want || err != nil {
			t.Errorf("%s is %q, %v", field, got, err)
		}
	}
	for _, field := range []string{"clauses.9.percent", "clauses.1.text", "clauses.1.who", "nomor"} {
		if got, err := Value(d.Record, field); err == nil {
			t.Errorf("%s is %q", field, got)
		}
	}
}
