package mention

import (
	"strings"
	"testing"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/extract/internal/reading"
	"github.com/telaah/telaah/lexicon"
)

func TestDates(t *testing.T) {
	for _, c := range []struct {
		text string
		want string // dates, then warnings behind "!"
	}{
		// single days
		{"Rapat Selasa (5/3/2024) di Kendal.", "2024-03-05"},
		{"Rapat Selasa, 5 Maret 2024.", "2024-03-05"},
		{"Rapat hari Selasa tanggal 5 Maret 2024.", "2024-03-05"},
		{"Rapat pada 05-03-2024 dan 06.03.2024.", "2024-03-05..2024-03-06"},
		{"Terbit 2024-03-05.", "2024-03-05"},
		{"Terbit Selasa (5/3/24).", "2024-03-05"},
		{"Ditetapkan tanggal 5 (lima) bulan Maret tahun 2024.", "2024-03-05"},
		{"Terbit 3 Pebruari 1999, 4 Nopember 1999 dan 5 0ktober 1999.", "1999-02-03 1999-11-04 1999-10-05"},
		{"Rapat Ahad (3/3/2024) dan Jum'at (8/3/2024).", "2024-03-03 2024-03-08"},
		{"Rapat 16 Apr. 2024.", "2024-04-16"},
		{"Jakarta, 4, Juli 2022", "2022-07-04"},
		// ranges
		{"WFH 4-6 Maret 2024.", "2024-03-04..2024-03-06"},
		{"WFH 4 – 6 Maret 2024.", "2024-03-04..2024-03-06"},
		{"WFH 4—6 Maret 2024.", "2024-03-04..2024-03-06"},
		{"WFH Senin-Rabu (4-6/3/2024).", "2024-03-04..2024-03-06"},
		{"WFH Senin hingga Rabu, 4—6 Maret 2024.", "2024-03-04..2024-03-06"},
		{"WFH Senin 4 Maret hingga Rabu 6 Maret 2024.", "2024-03-04..2024-03-06"},
		{"WFH Senin (4/3) sampai dengan Rabu (6/3/2024).", "2024-03-04..2024-03-06"},
		{"WFH 28 Februari s.d. 6 Maret 2024.", "2024-02-28..2024-03-06"},
		{"WFH 28 Desember s/d 3 Januari 2025.", "2024-12-28..2025-01-03"},
		{"WFH 19 Oktober 2020 sampai 19 Januari 2021.", "2020-10-19..2021-01-19"},
		{"WFH 30 Desember 2024 - 3 Januari.", "2024-12-30..2025-01-03"},
		{"WFH Senin tanggal 4 hingga Rabu 6 Maret 2024.", "2024-03-04..2024-03-06"},
		// lists
		{"WFH 4, 5, dan 6 Maret 2024.", "2024-03-04..2024-03-06"},
		{"WFH 4 dan 6 Maret 2024.", "2024-03-04 2024-03-06"},
		{"WFH Senin-Selasa, 4 dan 5 Maret 2024.", "2024-03-04..2024-03-05"},
		{"WFH Senin (4/3/2024) dan Selasa (5/3/2024).", "2024-03-04..2024-03-05"},
		{"WFH 4-5 Maret dan 11-12 Maret 2024.", "2024-03-04..2024-03-05 2024-03-11..2024-03-12"},
		// the year from context
		{"Terbit 5 Maret 2024. Rapat Rabu (6/3).", "2024-03-05 2024-03-06"},
		{"SE Nomor 7 Tahun 2022 terbit 5 Maret.", "2022-03-05"},
		{"SE Nomor 7 Tahun 2021, kata Eko, Senin (3/1).", "2022-01-03"},
		{"Terbit 5 Maret 2023. Pilkada 2024. Rapat Rabu (6/3).", "2023-03-05 2024-03-06"},
		{"Rapat 5 Maret.", ""},
		// doubts
		{"Rapat Rabu (5/3/2024).", "2024-03-05 !weekday-date"},
		{"Rapat Rabu (15/16/2024).", "!impossible-date"},
		{"Rapat 31 April 2024.", "!impossible-date"},
		{"Terbit 2 Maret 2020. Rapat 21 Maret 20020.", "2020-03-02 2020-03-21 !year-unreadable"},
		{"WFH 6 Maret sampai 4 Maret 2024.", "2024-03-06 2024-03-04 !range-reversed"},
		// no dates
		{"Masuk pukul 07.30-15.00 WIB, istirahat 12.00.", ""},
		{"Umur (54), Covid-19, 50:50, 27 x, level 3 dan 4.", ""},
		{"Ramadan 1445 H, 1 Syawal 1445 H, Nyepi Saka 1946.", ""},
		{"Nomor 800/12/2024, Nomor 12, 16 orang.", ""},
		{"Kampus Universitas 17 Agustus 1945.", ""},
		{"Kerja 5 hari, Senin-Jumat, 37,5 jam.", ""},
	} {
		text := circular.Plain(c.text)
		found := FindDates(reading.Of(lexicon.Default(), &text))
		var got []string
		for _, m := range found.All {
			s := m.From.String()
			if !m.Single() {
				s += ".." + m.To.String()
			}
			got = append(got, s)
		}
		for _, w := range found.Doubts {
			got = append(got, "!"+w.Code)
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, s, c.want)
		}
	}
}
