package web

import (
	"net/http"
	"strings"
	"testing"
)

// The queue: a decision takes its doubt out, a correction shows in the document.
func TestDoubts(t *testing.T) {
	s := newSite(t)
	has(t, s.get("/perlu-dibaca", http.StatusOK), "Tidak ada lagi yang perlu dibaca")
	id := s.save("contoh.txt", sample(t, "contoh-60-persen.txt"))
	left := func(page string) string { return find(t, page, `role="status"><b>(\d+)</b>`) }
	hidden := func(page, name string) string { return find(t, page, `name="`+name+`" value="([^"]*)"`) }

	page := s.get("/perlu-dibaca", http.StatusOK)
	has(t, page, "WFH paling banyak 60%", "<mark>")
	before := left(page)
	s.post("/perlu-dibaca", http.StatusUnprocessableEntity, "dokumen", id, "bidang", hidden(page, "bidang"), "benar", "1")
	page = s.post("/perlu-dibaca", http.StatusOK, "dokumen", id, "bidang", hidden(page, "bidang"), "f.percent", "55", "oleh", "Siti", "alasan", "cap", "ke", "0")
	if left(page) == before {
		t.Errorf("%s are left as before", before)
	}
	has(t, s.get("/dokumen/"+id, http.StatusOK), "WFH paling banyak 55%", "60 menjadi 55")
	n := left(page)
	page = s.post("/perlu-dibaca", http.StatusOK, "dokumen", id, "bidang", hidden(page, "bidang"), "benar", "1", "oleh", "Siti", "ke", "0")
	if left(page) == n {
		t.Error("a confirmation settles nothing")
	}
	next := find(t, page, `id="nanti" href="([^"]+)"`)
	if later := s.get(next, http.StatusOK); hidden(later, "bidang") == hidden(page, "bidang") {
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
