package witness

import (
	"strings"
	"testing"

	"github.com/telaah/telaah/circular"
)

// TestPatterns holds that each line of the file is a pattern with its groups.
func TestPatterns(t *testing.T) {
	for field, groups := range map[string][]string{"number": {"n", "y"}, "follow": nil, "date": {"d"}, "signer": {"w"}} {
		if len(patterns()[field]) == 0 {
			t.Errorf("no pattern for %s", field)
		}
		for _, p := range patterns()[field] {
			for _, g := range groups {
				if p.SubexpIndex(g) < 0 {
					t.Errorf("%s: %s lacks group %s", field, p, g)
				}
			}
		}
	}
	for n, line := range strings.Split(patternData, "\n") {
		if line != "" && line[0] != '#' && strings.Count(line, "\t") != 1 {
			t.Errorf("line %d: want FIELD TAB PATTERN", n+1)
		}
	}
}

func TestRead(t *testing.T) {
	a := Read("Menindaklanjuti SE Menteri PANRB Nomor 1 Tahun 2024, Surat Edaran Bupati Contoh Nomor 800/12/ORG/2024 terbit. " +
		"Surat itu ditandatangani oleh Sekda Contoh, Rahayu Wening, pada 12 April 2024.")
	if !a.Number("01", 2024) || !a.Number("800/12/ORG/2024", 2024) || a.Number("800/13/ORG/2024", 2024) {
		t.Errorf("numbers %+v", a.numbers)
	}
	if a.Subject("1") {
		t.Error("what is followed is no subject")
	}
	if !a.Date(circular.Date{Year: 2024, Month: 4, Day: 12}) || !a.Name("Rahayu Wening") || a.Name("Wening Rahayu") {
		t.Errorf("dates %v, windows %q", a.dates, a.windows)
	}
	if b := Read("Surat Edaran Nomor 5 Tahun 2021 berlaku, sesuai SE Nomor 4 Tahun 2021."); !b.Subject("5") || b.Subject("4") {
		t.Errorf("subject of %+v", b.numbers)
	}
}
