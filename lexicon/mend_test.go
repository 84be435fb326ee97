package lexicon

import (
	"strings"
	"testing"
)

// TestMend holds which words set apart are put together.
func TestMend(t *testing.T) {
	l := Default()
	for _, c := range []struct{ text, want string }{
		{"S U R A T E D A R A N", "suratedaran"},
		{"S UR AT E DAR AN\nNOMOR 3", "suratedaran nomor 3"},
		{"E DAR AN Nomor", "edaran nomor"},
		{"Nomor 12 T ahun 2015 TE NTANG", "nomor 12 tahun 2015 tentang"},
		{"3 J anuari 2016", "3 januari 2016"},
		{"Jambi, 4 Oktober 2O23", "jambi , 4 oktober 2023"},
		{"Tahun 2Ol9", "tahun 2019"},
		{"pukul 2O23", "pukul 2 o 23"},
		{"A. Dasar", "a . dasar"},
		{"M Arif Hidayat", "m arif hidayat"},
		{"SE di atas", "se di atas"},
	} {
		var got []string
		for _, tok := range l.Mend(c.text, l.Tokens(c.text)) {
			got = append(got, tok.Norm)
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%q: %s, want %s", c.text, s, c.want)
		}
	}
}
