package extract

import (
	"strings"
	"testing"

	"github.com/telaah/telaah/circular"
)

// TestPeriods holds the windows apart from the other days that texts print.
func TestPeriods(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		// windows
		{"WFH berlaku pada 4-6 Maret 2024.", "2024-03-04..2024-03-06"},
		{"WFH berlaku pada Senin, 4 Maret 2024.", "2024-03-04..2024-03-04"},
		{"WFH diterapkan mulai Senin (4/3/2024).", "2024-03-04.."},
		{"Masa WFH diperpanjang hingga 4 Maret 2024.", "..2024-03-04"},
		{"WFH berlaku terhitung mulai tanggal 4 Maret 2024 sampai dengan tanggal 6 Maret 2024.", "2024-03-04..2024-03-06"},
		{"WFH berlaku selama 14 (empat belas) hari terhitung sejak 4 Maret 2024.", "2024-03-04..2024-03-17 derived"},
		{"ASN WFH sepekan penuh, selama sepekan mulai 4 Maret 2024.", "2024-03-04..2024-03-10 derived"},
		{"WFH berlaku selama 5 hari kerja mulai 4 Maret 2024.", "2024-03-04.."},
		{"Pegawai mulai bekerja dari rumah pada hari ini, Senin (4/3/2024).", "2024-03-04.."},
		{"WFH dibuka bagi ASN pada:\n\n- Senin, 4 Maret 2024\n- Selasa, 5 Maret 2024\n- Jumat, 8 Maret 2024\n", "2024-03-04..2024-03-05 2024-03-08..2024-03-08"},
		{"WFH diberlakukan sejak 4 Maret 2024. Kebijakan itu berlaku sampai 8 Maret 2024.", "2024-03-04..2024-03-08"},
		// said twice is one
		{"WFH Berlaku 4-6 Maret\n\nWFH berlaku 4-6 Maret 2024. Jadi mulai 4 Maret 2024 sampai 6 Maret 2024 ASN bekerja dari rumah, hanya sampai 6 Maret 2024.", "2024-03-04..2024-03-06"},
		// press days
		{"“ASN tetap masuk,” kata Sekda Wahyu Laksana, Senin (4/3/2024).", ""},
		{"Sekda Wahyu Laksana, Senin (4/3/2024), mengatakan WFH tidak dibuka.", ""},
		{"Contoh News - 4/3/2024, 17:30 WIB", ""},
		// signing days
		{"Surat Edaran Nomor 5 Tahun 2024 tanggal 4 Maret 2024 mengatur WFH.", ""},
		{"Edaran WFH itu diteken Bupati pada 4 Maret 2024.", ""},
		// events, leave, first days back, deadlines
		{"KTT digelar pada 4-6 Maret 2024.", ""},
		{"Cuti bersama 4-6 Maret 2024 sudah lewat.", ""},
		{"Seusai libur, 4 Maret 2024 adalah hari pertama kerja.", ""},
		{"ASN kembali berkantor pada Senin (4/3/2024).", ""},
		{"Mulai Senin (4/3/2024) ASN harus kembali aktif bekerja.", ""},
		{"Apel gabungan pada Senin, 4 Maret 2024, wajib diikuti ASN.", ""},
		{"Laporan WFH dikirim paling lambat 4 Maret 2024.", ""},
		// rules that were before
		{"Aturan sebelumnya yang membatasi WFH hingga 4 Maret 2024 dicabut.", ""},
		{"Semula WFH berlaku sampai 4 Maret, kini diperpanjang hingga 8 Maret 2024.", "..2024-03-08"},
		{"Sebelumnya WFH berlaku sampai 4 Maret 2024.", ""},
		// pointing back
		{"Hari pertama kerja Selasa, 5 Maret 2024. Hari itu juga ditetapkan sebagai hari WFA.", "2024-03-05..2024-03-05"},
	} {
		rec := Extract(circular.Source{}, circular.Plain(c.text))
		var got []string
		for _, x := range rec.Clauses {
			if x.Period != nil {
				s := x.Period.Start.String() + ".." + x.Period.End.String()
				if x.Period.Derived {
					s += " derived"
				}
				got = append(got, s)
			}
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, s, c.want)
		}
	}
}
