package compare

import (
	"testing"

	"telaah/circular"
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
