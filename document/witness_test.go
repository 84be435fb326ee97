package document

import (
	"fmt"
	"testing"
)

func TestDisagreements(t *testing.T) {
	const ours = "Pegawai yang bekerja dari rumah paling banyak 50% dari seluruh pegawai pada tanggal 16 April 2024 di kantor."
	for theirs, want := range map[string]string{
		"Pegawai yang bekerjadari rumah palingbanyak50% dari seluruhpegawai pada tanggal 16 April 2024di kantor.": "[]",
		"Pegawai yang bekerja dari rumah paling banyak 60% dari seluruh pegawai pada tanggal 16 April 2024":       "[{46 50 60}]",
		"Pegawai yang bekerja dari rumah paling banyak % dari seluruh pegawai":                                    "[]", // the other reader lacks many characters
		"halaman lain": "[]",
		"paling banyak 60% lalu di rumah paling banyak 70% dari seluruh": "[]", // not the same place for sure
		"": "[]",
	} {
		if got := fmt.Sprint(disagreements(ours, theirs)); got != want {
			t.Errorf("beside %q: %s, want %s", theirs, got, want)
		}
	}
}
