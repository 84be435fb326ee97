package compare

import (
	"slices"
	"testing"

	"github.com/telaah/telaah/circular"
)

// corrected notes that a field of the last clause was entered by hand.
func (d *doc) corrected(field, old, value string) *doc {
	c := d.rec.Clauses[len(d.rec.Clauses)-1]
	d.rec.Warnings = append(d.rec.Warnings, circular.Warning{Code: circular.CorrectedCode, Message: "dikoreksi", Span: c.Span,
		Correction: &circular.Correction{Field: "clauses.1." + field, Old: old, Value: value, By: "Siti", Why: "cap menutupi angka"}})
	return d
}

// TestCorrections: a corrected value is judged as it stands, shows in its row,
// and stays to be reviewed where its own sentence says otherwise.
func TestCorrections(t *testing.T) {
	fifty, sixty := 50.0, 60.0
	limit := func(percent *float64, text string) *doc {
		return faithful(primary).quota(wfh, most, 50, leaders).exempt(circular.EffectMustWFO, public).
			clause(circular.Clause{Kind: circular.KindQuota, Categories: []string{admin}, Quota: &circular.Quota{Mode: wfh, Bound: most, Percent: percent}}, text)
	}
	for _, tt := range []struct {
		name string
		doc  *doc
		want []string
	}{
		{"against its sentence", limit(&fifty, "Layanan administrasi WFH paling banyak 60% (enam puluh persen).").corrected("percent", "60", "50"), []string{"tidak-konsisten warning"}},
		{"as its sentence says", limit(&fifty, "Layanan administrasi WFH paling banyak 50%.").corrected("percent", "80", "50"), nil},
		{"to what deviates", limit(&sixty, "Layanan administrasi WFH paling banyak 60%.").corrected("percent", "50", "60"), []string{"lebih-longgar error"}},
		{"no figure printed", limit(&fifty, "Layanan administrasi WFH separuhnya.").corrected("percent", "60", "50"), nil},
		{"the bound", limit(&fifty, "Layanan administrasi WFH paling sedikit 50%.").corrected("bound", "min", "max"), []string{"tidak-konsisten warning"}},
		{"the mode", limit(&fifty, "Layanan administrasi WFO paling banyak 50%.").corrected("mode", "WFO", "WFH"), []string{"tidak-konsisten warning"}},
	} {
		got, err := Compare(shipped(t), tt.doc.done(t), Options{})
		if err != nil {
			t.Fatal(err)
		}
		if found := codes(got.Deviations); !slices.Equal(found, append([]string{}, tt.want...)) {
			t.Errorf("%s: %q, want %q\n%s", tt.name, found, tt.want, dump(got.Deviations))
		}
		if len(got.Corrections) != 1 {
			t.Errorf("%s: %d corrections are told", tt.name, len(got.Corrections))
		}
		for _, row := range got.Pairs {
			shown := slices.ContainsFunc(row.Others, func(s circular.Side) bool { return len(s.Corrections) == 1 && s.Corrections[0].By == "Siti" })
			if row.Atom == "administrasi-wfh" && !shown {
				t.Errorf("%s: the row does not show the correction: %+v", tt.name, row.Others)
			}
		}
		m := NewMatrix(*baseline(t, got.Baseline.ID), []circular.Comparison{got}, nil, nil)
		for i, col := range m.Columns {
			if cell := m.Rows[0].Cells[i]; col.Atom == "administrasi-wfh" && len(cell.Corrections) != 1 {
				t.Errorf("%s: the cell does not show the correction: %+v", tt.name, cell)
			}
		}
	}
}

// baseline returns a shipped baseline.
func baseline(t *testing.T, id string) *circular.Baseline {
	t.Helper()
	for _, b := range shipped(t) {
		if b.ID == id {
			return &b
		}
	}
	t.Fatalf("no baseline %s", id)
	return nil
}

// TestPrints: how values stand in sentences.
func TestPrints(t *testing.T) {
	k, err := words()
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		text, field, value string
		want               bool
	}{
		{"paling banyak 37,5 persen", "percent", "37.5", true},
		{"tanggal 16 dan 17 April 2024", "start", "2024-04-16", true},
		{"tanggal 16/04/2024", "start", "2024-04-16", true},
		{"tanggal 6 April 2024", "start", "2024-04-16", false},
		{"NOMOR 8 TAHUN 2024", "number", "8", true},
		{"NOMOR 18 TAHUN 2024", "number", "8", false},
		{"bekerja dari rumah", "mode", "WFH", true},
	} {
		if got := k.prints(tt.text, tt.field, tt.value); got != tt.want {
			t.Errorf("%q %s %s: %v", tt.text, tt.field, tt.value, got)
		}
	}
}

// TestPlaces: an exemption is about the place of work only where the text is.
func TestPlaces(t *testing.T) {
	excused := circular.Clause{Kind: circular.KindExemption, Exemption: &circular.Exemption{Effect: circular.EffectMayWFH}}
	leave := newDoc(primary).clause(excused, "Pegawai masuk kerja, kecuali karena alasan sakit.")
	if r := mustRead(t, leave); r.places || r.permit != nil || r.clauses[0].Exemption.Effect != circular.EffectExemptFromRule {
		t.Errorf("a text on leave: %+v", r)
	}
	home := newDoc(primary).clause(excused, "Pegawai masuk kerja, kecuali karena alasan sakit.")
	home.add("Pegawai dapat bekerja dari rumah.")
	if r := mustRead(t, home); !r.places || r.permit == nil {
		t.Errorf("a text on working from home: %+v", r)
	}
}

func mustRead(t *testing.T, d *doc) reading {
	t.Helper()
	k, err := words()
	if err != nil {
		t.Fatal(err)
	}
	rec := d.done(t)
	return k.read(&rec, DefaultFloor)
}
