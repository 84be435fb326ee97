package second

import (
	"bytes"
	"slices"
	"testing"

	"github.com/telaah/telaah/extract/internal/loglinear"
	"github.com/telaah/telaah/extract/internal/mention"
	"github.com/telaah/telaah/extract/internal/reading"
	"github.com/telaah/telaah/lexicon"

	"github.com/telaah/telaah/circular"
)

// TestWeights keeps weights.txt well formed: a model for each kind of question, one
// for each kind of value, and a limit of certainty.
func TestWeights(t *testing.T) {
	models, err := loglinear.Read(bytes.NewReader(weightData))
	if err != nil {
		t.Fatal(err)
	}
	for _, k := range Kinds {
		if len(models[string(k)]) == 0 {
			t.Errorf("no weights for %q", k)
		}
	}
	for _, v := range Values {
		if len(models["sure "+string(v)]) == 0 {
			t.Errorf("no confidence for %q", v)
		}
		if l := models["certain"][string(v)]; l <= 0.5 || l > 1.01 {
			t.Errorf("%q is certain from %v on", v, l)
		}
	}
}

// TestFigures: what a percentage is, by the words around it alone.
func TestFigures(t *testing.T) {
	for _, c := range []struct{ text, mode, bound string }{
		{"Pegawai dapat bekerja dari rumah (WFH) paling banyak 50 persen dari jumlah pegawai.", "WFH", "max"},
		{"Sebanyak 30 persen pegawai bekerja di kantor (WFO).", "WFO", "exact"},
		{"Pegawai yang melaksanakan WFO minimal 25 persen.", "WFO", "min"},
		{"Tingkat kehadiran pegawai pada hari pertama mencapai 95 persen.", "none", ""},
		{"Pertumbuhan ekonomi triwulan ini 5,1 persen.", "none", ""},
	} {
		text := circular.Plain("Berita\n\n" + c.text)
		r := reading.Of(lexicon.Default(), &text)
		got := map[Kind]string{}
		for _, a := range Answered(Questions(r, mention.FindDates(r).All, &circular.Record{Text: &text}, true), Weights()) {
			if a.Kind == Mode || a.Kind == Bound {
				got[a.Kind] = a.Best()
			}
		}
		if got[Mode] != c.mode || c.bound != "" && got[Bound] != c.bound {
			t.Errorf("%s: %v", c.text, got)
		}
	}
}

// TestQuestionsOfValues: the reader looks only where the record has values.
func TestQuestionsOfValues(t *testing.T) {
	text := circular.Plain("WFH paling banyak 50 persen.\n\nWFO paling sedikit 20 persen.")
	r := reading.Of(lexicon.Default(), &text)
	p := 50.0
	rec := &circular.Record{Text: &text, Clauses: []circular.Clause{{Kind: circular.KindQuota, Span: text.Span(0, 27),
		Quota: &circular.Quota{Mode: circular.ModeWFH, Bound: circular.BoundMax, Percent: &p}}}}
	qs := Questions(r, nil, rec, false)
	if slices.ContainsFunc(qs, func(q Question) bool { return q.Span.Start > 27 }) || len(qs) == 0 {
		t.Errorf("questions %+v", qs)
	}
}

// TestPlain: duties are certain where their words say them by themselves.
func TestPlain(t *testing.T) {
	duty := func(f circular.Force, k circular.Kind) circular.Clause {
		return circular.Clause{Kind: k, Force: f, Duty: &circular.Duty{What: "x"}}
	}
	for _, c := range []struct {
		text string
		of   circular.Clause
		want bool
	}{
		{"Pegawai wajib melapor setiap hari.", duty("wajib", circular.KindObligation), true},
		{"Pegawai wajib melapor setiap hari.", duty("dapat", circular.KindPermission), false},
		{"Pegawai dilarang merokok di ruangan.", duty("dilarang", circular.KindProhibition), true},
		{"Pegawai tidak wajib melapor.", duty("wajib", circular.KindObligation), false},
		{"Pegawai melapor setiap hari.", duty("", circular.KindObligation), false},
		{"Senin pukul 08.00 sampai 15.30.", circular.Clause{Kind: circular.KindSchedule, Schedule: &circular.Schedule{From: "08:00", To: "15:30"}}, true},
		{"Senin pukul 08.00 sampai 15.30, istirahat 12.00.", circular.Clause{Kind: circular.KindSchedule, Schedule: &circular.Schedule{From: "08:00", To: "15:30"}}, false},
		{"Surat Edaran Nomor 8 Tahun 2015 dicabut.", circular.Clause{Kind: circular.KindRevocation, Revocation: &circular.Revocation{Change: circular.ChangeRevoked}}, true},
		{"Surat Edaran Nomor 8 Tahun 2015 diubah dan sebagian dicabut.", circular.Clause{Kind: circular.KindRevocation, Revocation: &circular.Revocation{Change: circular.ChangeRevoked}}, false},
	} {
		text := circular.Plain(c.text)
		c.of.Span, c.of.Text = text.Span(0, len(c.text)), c.text
		if got := Plain(reading.Of(lexicon.Default(), &text), &c.of); got != c.want {
			t.Errorf("%s %s: %v", c.of.Kind, c.text, got)
		}
	}
}
