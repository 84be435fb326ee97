package web

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	ics "github.com/arran4/golang-ical"
	"github.com/mmcdole/gofeed/atom"
)

// parsed reads a feed as other programs do.
func parsed(t *testing.T, body string) *atom.Feed {
	t.Helper()
	f, err := new(atom.Parser).Parse(strings.NewReader(body))
	if err != nil {
		t.Fatalf("%v in\n%s", err, body)
	}
	if f.ID == "" || f.Title == "" || f.UpdatedParsed == nil || len(f.Authors) == 0 || len(f.Links) != 2 {
		t.Errorf("the feed lacks what every feed has: %+v", f)
	}
	seen := map[string]bool{}
	for _, e := range f.Entries {
		u, err := url.Parse(e.Links[0].Href)
		if e.ID == "" || seen[e.ID] || e.Title == "" || e.UpdatedParsed == nil || err != nil || !u.IsAbs() {
			t.Errorf("an entry is not whole: %+v", e)
		}
		seen[e.ID] = true
	}
	return f
}

// A query that is kept tells, as a feed, which documents came in that it finds.
func TestSavedSearches(t *testing.T) {
	s := newSite(t)
	s.fill("contoh-60-persen.docx")
	has(t, s.get("/cari?q=wfh", http.StatusOK), "Simpan pencarian ini")
	page := s.post("/cari/tersimpan", http.StatusOK, "nama", "WFH <b>daerah", "q", "wfh")
	has(t, page, "Pencarian tersimpan", "WFH &lt;b&gt;daerah", "/cari/tersimpan.atom?nama=WFH&#43;%3Cb%3Edaerah")
	address := "/cari/tersimpan.atom?nama=" + query("WFH <b>daerah")
	before := parsed(t, s.get(address, http.StatusOK))
	if len(before.Entries) != 1 || before.Title != "WFH <b>daerah" {
		t.Errorf("the feed has %d entries, and is called %q", len(before.Entries), before.Title)
	}
	s.fill("contoh-sesuai.txt")
	after := parsed(t, s.get(address, http.StatusOK))
	if len(after.Entries) != 2 || after.ID != before.ID || after.Entries[0].ID != before.Entries[0].ID && after.Entries[1].ID != before.Entries[0].ID {
		t.Errorf("after one more: %+v", after.Entries)
	}
	s.get("/cari/tersimpan.atom?nama=lain", http.StatusNotFound)
	for _, q := range []string{"", "persen:>"} {
		s.post("/cari/tersimpan", http.StatusUnprocessableEntity, "nama", "x", "q", q)
	}
	s.post("/cari/tersimpan", http.StatusUnprocessableEntity, "nama", "", "q", "wfh")
	if page := s.post("/cari/tersimpan", http.StatusOK, "nama", "WFH <b>daerah", "hapus", "1"); strings.Contains(page, "tersimpan.atom") {
		t.Error("a search that was dropped is still there")
	}
}

// Every change is told, with who made it.
func TestChanges(t *testing.T) {
	o := newOffice(t)
	siti := o.as("siti")
	id := siti.save("contoh-sesuai.txt", sample(t, "contoh-sesuai.txt"))
	siti.post("/dokumen/"+id+"/telaah", http.StatusOK, "status", "done", "catatan", "sudah dibaca")
	siti.post("/cari/tersimpan", http.StatusOK, "nama", "kuota", "q", "kuota")
	page := siti.get("/perubahan", http.StatusOK)
	has(t, page, "3 perubahan", "masuk", "ditelaah", "sudah dibaca", "pencarian tersimpan", "Siti Aminah", "/dokumen/"+id)
	if strings.Contains(siti.get("/perubahan?sejak=2999-01-01", http.StatusOK), "sudah dibaca") {
		t.Error("changes before the day are told")
	}
	has(t, siti.get("/perubahan?sejak=kemarin", http.StatusOK), "Itu bukan tanggal", "sudah dibaca")
	if f := parsed(t, siti.get("/perubahan.atom", http.StatusOK)); len(f.Entries) != 2 {
		t.Errorf("the feed has %d entries", len(f.Entries))
	}
}

// What is due and what begins within two weeks stands on the first page, and in
// a calendar.
func TestAgenda(t *testing.T) {
	s := newSite(t)
	s.srv.now = func() time.Time { return time.Date(2024, 4, 8, 9, 0, 0, 0, time.Local) }
	s.save("surat.txt", []byte(`PEMERINTAH KOTA CONTOH
SURAT EDARAN
NOMOR 5 TAHUN 2024
TENTANG
PENYESUAIAN SISTEM KERJA

1. Surat edaran ini berlaku mulai tanggal 16 April 2024 sampai dengan tanggal 17 April 2024.
2. Kepala perangkat daerah menyampaikan laporan pelaksanaan kepada Wali Kota paling lambat tanggal 19 April 2024.

Ditetapkan di Contoh
pada tanggal 5 April 2024
WALI KOTA CONTOH,

SITI AMINAH
`))
	has(t, s.get("/", http.StatusOK), "14 hari ke depan", "16 April 2024", "mulai berlaku", "19 April 2024", "tenggat")
	cal, err := ics.ParseCalendar(strings.NewReader(s.get("/tenggat.ics", http.StatusOK)))
	if err != nil {
		t.Fatal(err)
	}
	var days []string
	for _, e := range cal.Events() {
		at, err := e.GetAllDayStartAt()
		if err != nil || e.Id() == "" || e.GetProperty(ics.ComponentPropertySummary) == nil {
			t.Errorf("an event is not whole: %v, %+v", err, e)
		}
		days = append(days, at.Format("0102"))
	}
	if got := strings.Join(days, " "); got != "0416 0419" {
		t.Errorf("the calendar has %q", got)
	}
	s.srv.now = func() time.Time { return time.Date(2024, 5, 1, 9, 0, 0, 0, time.Local) }
	if strings.Contains(s.get("/", http.StatusOK), "14 hari ke depan") {
		t.Error("what is over is still announced")
	}
}
