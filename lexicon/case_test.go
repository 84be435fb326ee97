package lexicon

import "testing"

func TestNormalCase(t *testing.T) {
	for in, want := range map[string]string{
		"KAWASAN BEBAS ROKOK DI LINGKUNGAN KANTOR": "Kawasan Bebas Rokok di Lingkungan Kantor",
		"AL MUKTABAR":                "Al Muktabar",
		"Dra. ANIE RETNOWATI, M.Sc.": "Dra. Anie Retnowati, M.Sc.",
		"BUDI SANTOSO, S.H.":         "Budi Santoso, S.H.",
		"PEGAWAI ASN DAN PPPK":       "Pegawai ASN dan PPPK",
		"PROSEDUR PEMINJAMAN RUANG PERTEMUAN/RAPAT (SIPERU)": "Prosedur Peminjaman Ruang Pertemuan/Rapat (Siperu)",
		"Sekretaris Daerah": "Sekretaris Daerah",
		"":                  "",
	} {
		if got := NormalCase(in); got != want {
			t.Errorf("NormalCase(%q) = %q, want %q", in, got, want)
		}
	}
}
