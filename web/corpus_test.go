package web

import (
	"net/http"
	"strings"
	"testing"
	"time"
)

// stocked is a site with the samples in its corpus.
func stocked(t *testing.T) *site {
	t.Helper()
	s := newSite(t)
	s.post("/contoh", http.StatusOK)
	for begun := time.Now(); s.srv.loading.state().Running; time.Sleep(50 * time.Millisecond) {
		if time.Since(begun) > 2*time.Minute {
			t.Fatal("the samples are still being loaded")
		}
	}
	if err := s.srv.loading.state().Err; err != nil {
		t.Fatal(err)
	}
	return s
}

// has holds that a page says all of it.
func has(t *testing.T, page string, want ...string) {
	t.Helper()
	for _, w := range want {
		if !strings.Contains(page, w) {
			t.Errorf("the page lacks %q:\n%.6000s", w, page)
		}
	}
}

func TestSearchCompareMatrix(t *testing.T) {
	s := stocked(t)
	has(t, s.get("/cari", http.StatusOK), `name="q"`)
	page := s.get("/cari?q=kuota+wfh", http.StatusOK)
	has(t, page, "<mark>WFH</mark>", "temuan; ditampilkan 1 sampai", "/dokumen/", "wilayah%3A%22Banten%22")
	has(t, s.get("/cari?q=kuota+wilayah:banten", http.StatusOK), "SE Gubernur Banten")
	has(t, s.get("/cari?q=persen:abc", http.StatusOK), "<pre>")
	has(t, s.get("/cari?q=xyzzy", http.StatusOK), "Belum ditemukan dalam korpus: xyzzy")
	if got := s.get("/cari.xlsx?q=kuota", http.StatusOK); !strings.HasPrefix(got, "PK") {
		t.Error("no workbook")
	}
	s.get("/cari?q=kuota&dari=999999999", http.StatusOK)
	for fields, want := range map[string]string{
		"q=wfh&from-percent=40&to-percent=60": "wfh persen:40-60", "from-percent=50": "persen:&gt;=50", "to-percent=50": "persen:&lt;=50", "from-year=2024&to-year=2024": "tahun:2024",
		"from-year=2023": "tahun:2023-2199", "from-day=2024-04-16": "berlaku:2024-04-16..", "from-day=2024-04-16&to-day=2024-04-17": "berlaku:2024-04-16..2024-04-17",
	} {
		page := s.get("/cari?"+fields, http.StatusOK)
		has(t, page, `name="q" value="`+want+`"`)
		if strings.Contains(page, "<pre>") {
			t.Errorf("%s is no query", want)
		}
	}

	id := find(t, s.get("/dokumen?q=kota+contoh+000.8.3", http.StatusOK), `href="/dokumen/([0-9a-f]{12})"`)
	has(t, s.get("/banding", http.StatusOK), "pilih dokumen")
	page = s.get("/banding?dokumen="+id, http.StatusOK)
	has(t, page, "SE Menteri PANRB Nomor 01 Tahun 2024", "perlu perbaikan", "rekonstruksi, bukan kutipan", "<mark>")
	has(t, page, "ketentuan pusat tidak diulang (tidak wajib)")
	has(t, s.get("/banding?dokumen="+id+"&beda=1", http.StatusOK), "<ins>")
	if page := s.get("/kertas?ke=F4&kembali=%2Fbanding%3Fdokumen%3D"+id, http.StatusOK); !strings.Contains(page, `href="/aset/f4.css"`) || !strings.Contains(page, "<b aria-current=\"true\">F4</b>") {
		t.Error("F4 is not chosen")
	}
	if docx := s.get("/banding/unduh/persandingan.docx?dokumen="+id, http.StatusOK); !strings.Contains(unzipped(t, docx, "word/document.xml"), `w:w="12189" w:h="18709"`) {
		t.Error("the Word file is not on F4")
	}
	s.get("/kertas?ke=A3", http.StatusOK)
	if page := s.get("/banding?dokumen="+id+"&hasil=same", http.StatusOK); strings.Contains(page, `badge error`) {
		t.Error("the filter lets other rows through")
	}
	for _, file := range []string{"persandingan.docx", "persandingan.xlsx"} {
		if got := s.get("/banding/unduh/"+file+"?dokumen="+id, http.StatusOK); !strings.HasPrefix(got, "PK") {
			t.Errorf("%s is none", file)
		}
	}
	s.get("/banding/unduh/lain.exe?dokumen="+id, http.StatusNotFound)
	s.get("/banding?dokumen=000000000000", http.StatusNotFound)

	page = s.get("/matriks", http.StatusOK)
	has(t, page, "Banten", "belum ada dalam korpus: ", "Peta provinsi", "Jateng", "/banding?acuan=panrb-1-2024&amp;dokumen=")
	if n := strings.Count(page, "<rect class="); n != 38 {
		t.Errorf("the map has %d provinces", n)
	}
	page = s.get("/matriks?provinsi=36&sejak=2020-01-01", http.StatusOK)
	has(t, page, "Yang berubah sejak 1 Januari 2020", "dari 8")
	if strings.Contains(page, "Magetan</a>") {
		t.Error("another province is shown")
	}
	has(t, s.get("/matriks?sejak=31-31-2020", http.StatusOK), "Tanggal itu tidak ada")
	s.get("/matriks?provinsi=zz", http.StatusBadRequest)
	s.get("/matriks?acuan=zz", http.StatusBadRequest)
	if got := s.get("/matriks/unduh/matriks.xlsx?provinsi=36", http.StatusOK); !strings.HasPrefix(got, "PK") {
		t.Error("no workbook")
	}
}
