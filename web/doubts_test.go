package web

import (
	"net/http"
	"strings"
	"testing"
)

// announced is a circular whose quota is for a list below it, so that two
// readings differ on whom it is for.
const announced = `BUPATI CONTOH
SURAT EDARAN
NOMOR 17 TAHUN 2024
TENTANG
PENYESUAIAN SISTEM KERJA PEGAWAI APARATUR SIPIL NEGARA

1. Penyesuaian sistem kerja berlaku tanggal 16 sampai dengan 17 April 2024.
2. Pegawai berikut melaksanakan WFH paling banyak 50% (lima puluh persen):
   a. pegawai pada layanan administrasi pemerintahan; dan
   b. pegawai pada layanan dukungan pimpinan.
3. Pegawai pada layanan masyarakat wajib melaksanakan WFO 100%.

Ditetapkan di Contoh
pada tanggal 15 April 2024
BUPATI CONTOH,

SARI WIJAYA
`

// The queue: a decision takes its doubt out, a correction shows in the document.
func TestDoubts(t *testing.T) {
	s := newSite(t)
	has(t, s.get("/perlu-dibaca", http.StatusOK), "Tidak ada lagi yang perlu dibaca")
	id := s.save("contoh.txt", []byte(announced))
	left := func(page string) string { return find(t, page, `role="status"><b>(\d+)</b>`) }
	hidden := func(page, name string) string { return find(t, page, `name="`+name+`" value="([^"]*)"`) }

	page := s.get("/perlu-dibaca", http.StatusOK)
	has(t, page, "WFH paling banyak 50%", "<mark>")
	before := left(page)
	s.post("/perlu-dibaca", http.StatusUnprocessableEntity, "dokumen", id, "bidang", hidden(page, "bidang"), "benar", "1")
	page = s.post("/perlu-dibaca", http.StatusOK, "dokumen", id, "bidang", hidden(page, "bidang"), "f.percent", "55", "oleh", "Siti", "alasan", "cap", "ke", "0")
	if left(page) == before {
		t.Errorf("%s are left as before", before)
	}
	has(t, s.get("/dokumen/"+id, http.StatusOK), "WFH paling banyak 55%", "50 menjadi 55")
	n := left(page)
	page = s.post("/perlu-dibaca", http.StatusOK, "dokumen", id, "bidang", hidden(page, "bidang"), "benar", "1", "oleh", "Siti", "ke", "0")
	if left(page) == n {
		t.Error("a confirmation settles nothing")
	}
	next := find(t, page, `id="nanti" href="([^"]+)"`)
	if later := s.get(next, http.StatusOK); left(page) != "1" && hidden(later, "bidang")+hidden(later, "hal") == hidden(page, "bidang")+hidden(page, "hal") {
		t.Error("later shows the same")
	}
	for range 60 { // to the end
		if !strings.Contains(page, `id="putusan"`) {
			break
		}
		page = s.post("/perlu-dibaca", http.StatusOK, "dokumen", hidden(page, "dokumen"), "bidang", hidden(page, "bidang"), "hal", hidden(page, "hal"), "benar", "1", "oleh", "Siti", "ke", "0")
	}
	has(t, page, "Tidak ada lagi yang perlu dibaca")
	s.post("/perlu-dibaca", http.StatusNotFound, "dokumen", "000000000000", "oleh", "x")
}
