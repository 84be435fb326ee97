package web

import (
	"bytes"
	"encoding/json"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/telaah/telaah/corpus"
)

// What changed since a day is told by region: which circulars came, with what
// they rule otherwise than the one before them, which values were corrected,
// with what that changed in the matrix, and what was removed.
func TestChangesSince(t *testing.T) {
	s := newSite(t)
	r := regencies(4)
	first := regional(r[0], 40)
	s.put(map[string][]byte{"lama.txt": first, "tetap.txt": regional(r[1], 40), "keluar.txt": regional(r[2], 60)})
	age(t, s.dir, 72*time.Hour)
	yesterday := time.Now().Add(-24 * time.Hour).Format("2006-01-02")
	page := s.whole("/matriks?sejak=" + yesterday)
	has(t, page, "Yang berubah sejak", "Tidak ada yang berubah")

	again := strings.NewReplacer("000.8.3/114/ORG/2024", "000.8.3/115/ORG/2024", "tanggal 15 April 2024", "tanggal 16 April 2024", "40%", "60%",
		"paling lambat tanggal 19 April 2024", "paling lambat tanggal 22 April 2024").Replace(string(first))
	s.put(map[string][]byte{"baru.txt": []byte(again), "lain.txt": regional(r[3], 50)})
	id := find(t, s.get("/dokumen?q=tetap.txt", http.StatusOK), `href="/dokumen/([0-9a-f]{12})"`)
	n := find(t, s.get("/dokumen/"+id, http.StatusOK), `<li id="b(\d+)" class="clause quota">\s*<p class="value"><a class="fix"[^>]*>WFH paling banyak 40%`)
	s.post("/dokumen/"+id+"/koreksi", http.StatusOK, "bidang", "clauses."+n+".", "f.percent", "70", "alasan", "cap menutupi angka", "oleh", "Siti")
	gone := find(t, s.get("/dokumen?q=keluar.txt", http.StatusOK), `href="/dokumen/([0-9a-f]{12})"`)
	st := must(corpus.Create(s.dir))
	if err := st.Remove(must(st.Resolve(gone)), "Rina", "salah berkas"); err != nil {
		t.Fatal(err)
	}
	st.Close()

	s.whole("/matriks")
	page = s.whole("/matriks?sejak=" + yesterday)
	has(t, page, "2 baru", "1 dikoreksi", "1 dikeluarkan",
		"dibanding", "dilonggarkan", "Persentase: 40 menjadi 70", ", Siti: “cap menutupi angka”", "berbeda, catatan menjadi berbeda, perlu perbaikan", "oleh Rina", "salah berkas", "kuota: WFH paling banyak 60%")
	page = s.whole("/matriks?sejak=" + yesterday + "&provinsi=36")
	has(t, page, "Tidak ada yang berubah")

	made := find(t, s.get("/dokumen/"+id, http.StatusOK), `name="nomor" value="(\d+)"`)
	s.post("/dokumen/"+id+"/batalkan", http.StatusOK, "nomor", made, "oleh", "Siti")
	if page := s.whole("/matriks?sejak=" + yesterday); strings.Contains(page, "1 dikoreksi") {
		t.Error("a correction that was taken back is told as one")
	}
}

// age makes what the log of a corpus tells older. The lines of a log of the
// first layout have no sums.
func age(t *testing.T, dir string, by time.Duration) {
	t.Helper()
	name := filepath.Join(dir, "log.jsonl")
	var out []byte
	for line := range bytes.Lines(must(os.ReadFile(name))) {
		var e corpus.Event
		if err := json.Unmarshal(line, &e); err != nil {
			t.Fatal(err)
		}
		e.At = e.At.Add(-by)
		out = append(append(out, must(json.Marshal(e))...), '\n')
	}
	if err := os.WriteFile(name, out, 0o666); err != nil {
		t.Fatal(err)
	}
}
