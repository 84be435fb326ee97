package extract

import (
	"testing"

	"github.com/telaah/telaah/circular"
)

// numbers are numbers of acts in the shapes that offices and papers print,
// with what a record holds of them.
var numbers = []struct {
	text   string
	number string // "" for none
	year   int
}{
	{"Surat Edaran Nomor 01 Tahun 2024 tentang Kerja.", "01", 2024},
	{"Surat Edaran Nomor: 4 tahun 2022.", "4", 2022},
	{"SE No.9/2023 mengatur jam kerja.", "9", 2023},
	{"SE No. 06/2023.", "06", 2023},
	{"SE Menpan RB 14/2021 berlaku.", "14", 2021},
	{"SE Menpan RB Nomor 17 2023 tentang kerja.", "17", 2023},
	{"Surat Edaran Nomor 01/1/17 Tahun 2021 tentang Cuti.", "01/1/17", 2021},
	{"Surat Edaran Nomor 000.8.3/512/417.104/2024.", "000.8.3/512/417.104/2024", 2024},
	{"Surat Edaran bernomor 100.3.4/474/E/Setda.", "100.3.4/474/E/Setda", 0},
	{"Surat edaran dengan nomor 7 tahun 2018 itu.", "7", 2018},
	{"Edaran itu bernomor 800/0425/2025.", "800/0425/2025", 2025},
	{"SE nomor 965/931.", "965/931", 0},
	{"SE Nomor 10/SE/2025.", "10/SE/2025", 2025},
	{"SE nomor e-0021/SE/2025.", "e-0021/SE/2025", 2025},
	{"SE-13/PJ/2020 mengatur panduan.", "SE-13/PJ/2020", 2020},
	{"Surat Edaran Nomor SE/6/KP.00/S.3/2023.", "SE/6/KP.00/S.3/2023", 2023},
	{"Surat Edaran No SE. 28 Tahun 2025.", "SE. 28", 2025},
	{"Surat Edaran Nomor SE-3540/UN2.R/OTL/2025.", "SE-3540/UN2.R/OTL/2025", 2025},
	{"Surat Edaran Nomor 180/6/III/2025.", "180/6/III/2025", 2025},
	{"SE Nomor 800/233/E.3/II, 2025 berlaku.", "800/233/E.3/II", 2025},
	{"Surat Edaran Nomor : 800 / 1234 / BKD / 2021.", "800 / 1234 / BKD / 2021", 2021},
	{"Edaran Nomor 443 2/148/SETDA tertanggal 18 Januari 2021.", "443 2/148/SETDA", 2021},
	{"SE Nomor 061 / 0511 tanggal 2 Mei 2024.", "061 / 0511", 2024},
	{"SE Nomor 440.1/ 20 tanggal 5 Mei 2020.", "440.1/ 20", 2020},
	{"SE nomor: BO. 800/1035/V/2020.", "BO. 800/1035/V/2020", 2020},
	{"Surat Edaran Nomor 800/2928 -BKD/2023.", "800/2928 -BKD/2023", 2023},
	{"SE NOMOR B/ 800.8/ GO7 / BKPSDM/ 2023.", "B/ 800.8/ GO7 / BKPSDM/ 2023", 2023},
	{"surat edaran nomor 800.1 -61 7a3 BKPSDM.", "800.1 -61 7a3 BKPSDM", 0},
	{"Surat Edaran Nomor 000.8.3/SE.XX-ORG.", "000.8.3/SE.XX-ORG", 0},
	{"Surat Edaran Nomor 000.8/XXX/BO/GUB.", "000.8/XXX/BO/GUB", 0},
	{"Surat Edaran Nomor ....../....../2024 tentang Kerja.", "", 0},
	{"Surat Edaran Nomor [tidak diketahui] tentang Kerja.", "", 0},
	{"SE Nomor 5 Tahun 202$ tentang Kerja.", "5", 0},
	{"Surat Edaran Nomor\n17/2023\nTentang Kerja.", "17", 2023},
}

func TestNumbers(t *testing.T) {
	for _, c := range numbers {
		rec := Extract(circular.Source{}, circular.Plain(c.text))
		if len(rec.Circulars) != 1 {
			t.Errorf("%q: %d circulars, want 1", c.text, len(rec.Circulars))
			continue
		}
		if got := rec.Circulars[0]; got.Number != c.number || got.Year != c.year {
			t.Errorf("%q: number %q of %d, want %q of %d", c.text, got.Number, got.Year, c.number, c.year)
		}
	}
}
