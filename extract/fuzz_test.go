package extract

import (
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/telaah/telaah/circular"
)

// parts are pieces that the seeds and the hostile texts are built from.
var parts = []string{
	"Surat Edaran Nomor 800/12/BKD tentang Sistem Kerja tanggal 5 Mei 2020",
	"SE Menteri PANRB No.1/2024 dan No. 2/2024",
	"Senin (15/4/2024), ", "16-17 April 2024", "25, 26, dan 27 Maret 2026", "Rabu-Kamis (16-17/4/2023)",
	"mulai 28 Agustus sampai dengan 7 September 2023", "hingga 20 Juli", "31 Februari 2021", "21 Maret 20020",
	"Bupati Sleman Kustini Sri Purnomo menerbitkan surat edaran", "yang diteken Pj. Sekda Hermawan, S.E., M.Si",
	"SURAT EDARAN\nNOMOR : 5\nTENTANG\nLIBUR\n", "Ditetapkan di Jakarta\npada tanggal 3 Mei 2021\nBUPATI LEBAK,\nttd\nSITI\nNIP. 19660512 199203 1 010\n",
	"PP Nomor 94 Tahun 2021, UU 5/2014", "SKB 3 Menteri Nomor 855 Tahun 2023, Nomor 3 Tahun 2023", "lewat SE", "- 16 Maret 2026\n",
}

// document returns a text that holds body, cut to valid UTF-8.
func document(body string) circular.Text { return circular.Plain(strings.ToValidUTF8(body, "?")) }

// FuzzExtract: every record of a text in UTF-8 keeps its invariants.
func FuzzExtract(f *testing.F) {
	for i, p := range parts {
		f.Add(p)
		f.Add(p + " " + parts[(i+5)%len(parts)] + ".\n\n" + parts[(i+9)%len(parts)])
	}
	f.Fuzz(func(t *testing.T, body string) {
		rec := Extract(circular.Source{}, document(body))
		if err := rec.Check(); err != nil {
			t.Fatal(err)
		}
	})
}

// TestHostileTexts reads 32 KB of one phrase again and again: where a search
// grew with the square of the length, the test would not end.
func TestHostileTexts(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	for _, sep := range []string{" ", ", ", "\n"} {
		for i, p := range parts {
			var b strings.Builder
			for n := 0; b.Len() < 1<<15; n++ {
				// Numbers differ, so that nothing can be joined.
				b.WriteString(strings.Replace(p, "5", strconv.Itoa(n), 1))
				b.WriteString(sep)
			}
			text := document(b.String())
			if !utf8.ValidString(text.Body) {
				t.Fatal("not UTF-8")
			}
			rec := Extract(circular.Source{}, text)
			if err := rec.Check(); err != nil {
				t.Errorf("part %d: %v", i, err)
			}
		}
	}
}
