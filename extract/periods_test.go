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
		{"WFH berlaku mulai dari tanggal 4 Maret 2024 sampai dengan cuaca membaik.", "2024-03-04.."},
		{"WFA berlaku tiga hari setelah cuti bersama, yaitu 6-8 Maret 2024.", "2024-03-06..2024-03-08"},
		{"WFA dua hari sebelum libur Nyepi (Senin dan Selasa, 4 dan 5 Maret 2024) serta tiga hari sesudah Lebaran (11-13 Maret 2024).", "2024-03-04..2024-03-05 2024-03-11..2024-03-13"},
		{"WFA dilakukan setiap Rabu, yaitu pada 6, 13, dan 27 Maret 2024.", "2024-03-06..2024-03-06 2024-03-13..2024-03-13 2024-03-27..2024-03-27"},
		{"WFH tanggal 4 sampai 6 (Maret) 2024 bagi ASN.", "2024-03-04..2024-03-06"},
		{"WFH berlaku dari Senin (4/3/2024) hingga (15/3/2024).", "2024-03-04..2024-03-15"},
		{"WFH berlaku 30 Desember 2024 sampai 3 Januari 2025.", "2024-12-30..2025-01-03"},
		{"Sistem kerja diubah selama arus balik Lebaran, 4-6 Maret 2024.", "2024-03-04..2024-03-06"},
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
		{"Libur dan cuti bersama berlaku pada tanggal 4-6 Maret 2024.", ""},
		{"Libur sekolah dimajukan menjadi 4 Maret hingga 6 Maret 2024.", ""},
		{"Jadwal libur sekolah:\n\n- Jawa Barat: 4-6 Maret 2024\n- Banten: 7-9 Maret 2024\n", ""},
		{"Jam kerja berlaku kembali seperti biasa mulai tanggal 4 Maret 2024.", ""},
		// the state of things
		{"Hingga Senin (4/3/2024) tercatat 90 kasus.", ""},
		{"Sampai Senin 4 Maret 2024 WFH belum diterapkan.", ""},
		{"Tarif baru berlaku hingga 4 Maret 2024.", ""},
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
