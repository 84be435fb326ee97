package compare

import (
	"strings"
	"testing"

	"github.com/telaah/telaah/circular"
)

// TestFigure: an edit is offered where the figure alone is at fault.
func TestFigure(t *testing.T) {
	limit := 50.0
	ceiling := &circular.Atom{Polarity: circular.PolarityCeiling, Mode: wfh, Percent: &limit, Words: "WFH paling banyak 50% (lima puluh persen)."}
	for _, tt := range []struct {
		text     string
		mode     circular.Mode
		bound    circular.Bound
		old, new string
	}{
		{"WFH paling banyak 60% (enam puluh persen).", wfh, circular.BoundMax, "60% (enam puluh persen)", "50% (lima puluh persen)"},
		{"WFH maksimal 60 % dari pegawai", wfh, circular.BoundMax, "60 %", "50%"},
		{"WFH paling banyak 62,5%", wfh, circular.BoundMax, "62,5%", "50%"},
		{"WFH paling banyak 60% dan WFO paling sedikit 40%", wfh, circular.BoundMax, "", ""}, // the rest would not add up
		{"WFH paling sedikit 60%", wfh, circular.BoundMin, "", ""},
		{"WFO paling banyak 40%", wfo, circular.BoundMax, "", ""},
		{"WFH paling banyak enam puluh persen", wfh, circular.BoundMax, "", ""},
	} {
		p := 60.0
		got := figure(ceiling, &clause{Clause: &circular.Clause{Text: tt.text, Quota: &circular.Quota{Mode: tt.mode, Bound: tt.bound, Percent: &p}}})
		if got == nil {
			got = &circular.Replacement{}
		}
		if got.Old != tt.old || got.New != tt.new {
			t.Errorf("%s: %+v", tt.text, got)
		}
	}
}

// TestRenumber: the number of an act, or its year, is changed alone where the
// other is right, and nothing is where the passage leaves a doubt.
func TestRenumber(t *testing.T) {
	for _, tt := range []struct {
		text       string
		number     string
		year       int
		realNumber string
		realYear   int
		want       string
	}{
		{"Peraturan Pemerintah Nomor 94 Tahun 2020 tentang Disiplin", "94", 2020, "94", 2021, "Peraturan Pemerintah Nomor 94 Tahun 2021 tentang Disiplin"},
		{"Peraturan Pemerintah Nomor 49 Tahun 2021 tentang Disiplin", "49", 2021, "94", 2021, "Peraturan Pemerintah Nomor 94 Tahun 2021 tentang Disiplin"},
		{"PP No. 49/2020 tentang Disiplin", "49", 2020, "94", 2021, "PP No. 94/2021 tentang Disiplin"},
		{"SE Nomor 1 Tahun 2023 tentang Idul Fitri 1 Syawal Tahun 2023", "1", 2023, "01", 2024, "SE Nomor 1 Tahun 2024 tentang Idul Fitri 1 Syawal Tahun 2023"},
		{"SE Nomor 017 Tahun 2024", "17", 2024, "01", 2024, "SE Nomor 01 Tahun 2024"},
		{"SE Nomor 1 Tahun 2023 dan SE Nomor 1 Tahun 2023", "1", 2023, "01", 2024, ""},
		{"SE Nomor satu Tahun 2023", "1", 2023, "01", 2024, ""},
		{"SE tanggal 1 Mei 2023", "1", 2023, "01", 2024, ""},
	} {
		got := ""
		if r := renumber(&circular.Side{Text: tt.text}, tt.number, tt.year, tt.realNumber, tt.realYear); r != nil {
			if strings.Count(tt.text, r.Old) != 1 {
				t.Errorf("%s: %q stands more than once", tt.text, r.Old)
			}
			got = strings.Replace(tt.text, r.Old, r.New, 1)
		}
		if got != tt.want {
			t.Errorf("%s: becomes %q, want %q", tt.text, got, tt.want)
		}
	}
}
