package web

import (
	"encoding/xml"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/telaah/telaah/corpus"
)

// save checks a document, saves it and returns its short id.
func (s *site) save(name string, data []byte) string {
	s.t.Helper()
	page := s.check(map[string][]byte{name: data}, "")
	job := find(s.t, page, `id="k-([a-z0-9]+)"`)
	s.post("/periksa/"+job+"/simpan", http.StatusOK)
	st, err := corpus.Open(s.dir)
	if err != nil {
		s.t.Fatal(err)
	}
	log, err := st.Log()
	if err != nil {
		s.t.Fatal(err)
	}
	return log[len(log)-1].ID[:12]
}

// pdfWord is one word of a page as poppler finds it.
type pdfWord struct {
	X0   float64 `xml:"xMin,attr"`
	Y0   float64 `xml:"yMin,attr"`
	X1   float64 `xml:"xMax,attr"`
	Y1   float64 `xml:"yMax,attr"`
	Text string  `xml:",chardata"`
}

// pdfWords has another program say which words stand where on a page.
func pdfWords(t *testing.T, file, page string) []pdfWord {
	t.Helper()
	program, err := exec.LookPath("pdftotext")
	if err != nil {
		t.Skip("pdftotext is not here")
	}
	out, err := exec.Command(program, "-bbox", "-f", page, "-l", page, file, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	var doc struct {
		Words []pdfWord `xml:"body>doc>page>word"`
	}
	d := xml.NewDecoder(strings.NewReader(string(out)))
	d.Strict, d.Entity = false, xml.HTMLEntity
	if err := d.Decode(&doc); err != nil {
		t.Fatal(err)
	}
	return doc.Words
}

var (
	spotTag = regexp.MustCompile(`(?s)<g id="(s\d+-\d+)" class="spot [^"]*"><a href="#(b\d+)"[^>]*><title>[^<]*</title>(.*?)</a></g>`)
	rectTag = regexp.MustCompile(`<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"/>`)
)

// wordsUnder returns the words whose middle lies in one of the rectangles.
func wordsUnder(words []pdfWord, rects string) string {
	var out []string
	for _, w := range words {
		x, y := (w.X0+w.X1)/2, (w.Y0+w.Y1)/2
		for _, m := range rectTag.FindAllStringSubmatch(rects, -1) {
			n := func(i int) float64 { f, _ := strconv.ParseFloat(m[i], 64); return f }
			if x >= n(1) && x <= n(1)+n(3) && y >= n(2) && y <= n(2)+n(4) {
				out = append(out, w.Text)
				break
			}
		}
	}
	return strings.Join(out, " ")
}

// The words under the highlight of a clause, as another program reads them off
// the page, are the words of the clause.
func TestHighlightCoversItsClause(t *testing.T) {
	s := newSite(t)
	for _, name := range []string{"contoh-60-persen.pdf", "banten-2024.pdf", "jateng-2020.pdf"} {
		id := s.save(name, sample(t, name))
		sh, err := s.srv.library.shelf()
		if err != nil {
			t.Fatal(err)
		}
		e, err := sh.find(id)
		if err != nil {
			t.Fatal(err)
		}
		n := 0
		for page := 1; page <= e.Record.Source.Pages; page++ {
			html := s.get("/dokumen/"+id+"?halaman="+strconv.Itoa(page), http.StatusOK)
			words := pdfWords(t, "../corpus/samples/"+name, strconv.Itoa(page))
			for _, m := range spotTag.FindAllStringSubmatch(html, -1) {
				i, _ := strconv.Atoi(m[2][1:])
				c := e.Record.Clauses[i-1]
				if c.Span.Page != page {
					continue // it goes on from the page before
				}
				want := strings.Fields(c.Text)
				got := strings.Fields(wordsUnder(words, m[3]))
				if len(got) < len(want) && strings.HasPrefix(c.Text, strings.Join(got, " ")) {
					continue // it goes on on the next page
				}
				n++
				if joined := strings.Join(got, ""); joined != strings.Join(want, "") && strings.TrimRight(joined, ".,;:") != strings.Join(want, "") { // a full stop belongs to its word
					t.Errorf("%s, page %d, %s: under the highlight stands\n%q, the clause is\n%q", name, page, m[2], got, want)
				}
			}
		}
		if n < 5 {
			t.Errorf("%s: only %d clauses are highlighted", name, n)
		}
	}
}

// Job 3: a value is corrected, shown wherever it is used, and the correction
// can be taken back; who has a name and a reason.
func TestCorrect(t *testing.T) {
	s := newSite(t)
	id := s.save("contoh.txt", sample(t, "contoh-60-persen.txt"))
	page := s.get("/dokumen/"+id, http.StatusOK)
	n := find(t, page, `<li id="b(\d+)" class="clause quota">\s*<p class="value"><a class="fix"[^>]*>WFH paling banyak 60%`)
	path := "clauses." + n + "."
	if form := s.get("/dokumen/"+id+"/koreksi?bidang=clauses."+n, http.StatusOK); !strings.Contains(form, `name="f.percent" value="60"`) {
		t.Errorf("the form lacks the percentage:\n%s", form)
	}
	s.post("/dokumen/"+id+"/koreksi", http.StatusUnprocessableEntity, "bidang", path, "f.percent", "50", "oleh", "Siti")
	s.post("/dokumen/"+id+"/koreksi", http.StatusUnprocessableEntity, "bidang", path, "f.percent", "50", "alasan", "x")
	s.post("/dokumen/"+id+"/koreksi", http.StatusUnprocessableEntity, "bidang", path, "f.percent", "150", "alasan", "x", "oleh", "Siti")
	s.post("/dokumen/"+id+"/koreksi", http.StatusUnprocessableEntity, "bidang", "clauses.99.", "f.percent", "50", "alasan", "x", "oleh", "Siti")
	page = s.post("/dokumen/"+id+"/koreksi", http.StatusOK, "bidang", path, "f.percent", "50%", "alasan", "cap menutupi angka", "oleh", "Siti")
	for _, want := range []string{"WFH paling banyak 50%", "60 menjadi 50%, Siti", "cap menutupi angka", "Koreksi tersimpan"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %q:\n%s", want, page)
		}
	}
	if form := s.get("/dokumen/"+id+"/koreksi?bidang=clauses."+n, http.StatusOK); !strings.Contains(form, `name="oleh" required maxlength="100" autocomplete="name" value="Siti"`) {
		t.Error("the name is not remembered")
	}
	s.post("/dokumen/"+id+"/batalkan", http.StatusConflict, "nomor", "1", "oleh", "Siti") // that is the saving
	page = s.post("/dokumen/"+id+"/batalkan", http.StatusOK, "nomor", find(t, page, `name="nomor" value="(\d+)"`), "oleh", "Siti")
	if !strings.Contains(page, "WFH paling banyak 60%") || strings.Contains(page, "cap menutupi angka") {
		t.Errorf("not undone:\n%s", page)
	}
	page = s.post("/dokumen/"+id+"/koreksi", http.StatusOK, "bidang", path, "benar", "1", "oleh", "Siti")
	if !strings.Contains(page, "dikonfirmasi</span> Siti") {
		t.Errorf("not confirmed:\n%s", page)
	}
	page = s.post("/dokumen/"+id+"/koreksi", http.StatusOK, "bidang", "", "f.date_signed", "16 April 2024", "alasan", "tertulis", "oleh", "Siti")
	if !strings.Contains(page, "<dd>16 April 2024") {
		t.Errorf("the day of signing is not corrected:\n%s", page)
	}
	page = s.post("/dokumen/"+id+"/telaah", http.StatusOK, "status", "approved", "catatan", "siap diteken", "oleh", "Rina")
	if !strings.Contains(page, "<b>disetujui</b>, Rina") || !strings.Contains(page, "siap diteken") {
		t.Errorf("not reviewed:\n%s", page)
	}

	s.post("/dokumen/"+id+"/catatan", http.StatusUnprocessableEntity, "butir", n, "oleh", "Rina")
	s.post("/dokumen/"+id+"/catatan", http.StatusNotFound, "butir", "999", "oleh", "Rina", "catatan", "x")
	has(t, s.get("/dokumen/"+id+"/catatan?butir="+n, http.StatusOK), "layanan administrasi pemerintahan", `name="catatan"`)
	page = s.post("/dokumen/"+id+"/catatan", http.StatusOK, "butir", n, "oleh", "Rina", "catatan", "tanyakan ke Biro Organisasi")
	has(t, page, "tanyakan ke Biro Organisasi", `data-copy="“Pegawai pada layanan administrasi`)
	note := find(t, page, `tanyakan ke Biro Organisasi” <form [^>]*><input type="hidden" name="nomor" value="(\d+)"`)
	if page := s.post("/dokumen/"+id+"/batalkan", http.StatusOK, "nomor", note, "oleh", "Rina"); strings.Contains(page, "Biro Organisasi") {
		t.Error("a note is not taken back")
	}

	again := openSite(t, s.dir) // everything is there after a restart
	page = again.get("/dokumen/"+id, http.StatusOK)
	for _, want := range []string{"<dd>16 April 2024", "<b>disetujui</b>, Rina", "dikonfirmasi</span> Siti"} {
		if !strings.Contains(page, want) {
			t.Errorf("after a restart the page lacks %q", want)
		}
	}
}

func TestDocuments(t *testing.T) {
	s := newSite(t)
	if page := s.get("/dokumen", http.StatusOK); !strings.Contains(page, "Muat dokumen contoh") {
		t.Errorf("an empty corpus offers nothing:\n%s", page)
	}
	s.get("/dokumen/0123456789ab", http.StatusNotFound)
	id := s.save("contoh.txt", sample(t, "contoh-60-persen.txt"))
	if page := s.get("/dokumen?q=kota+contoh", http.StatusOK); !strings.Contains(page, id) {
		t.Error("the list does not find it")
	}
	if page := s.get("/dokumen?q=banten", http.StatusOK); strings.Contains(page, id) {
		t.Error("the list finds too much")
	}
	if got := s.get("/dokumen/"+id+"/asli", http.StatusOK); got != string(sample(t, "contoh-60-persen.txt")) {
		t.Error("the original is not given as it came")
	}
	s.get("/dokumen/"+id+"/halaman/1.png", http.StatusNotFound) // a text has no picture
	s.get("/dokumen/"+id+"?halaman=99&butir=-4", http.StatusOK)

	// Another program writes the corpus meanwhile: the page shows it.
	st, err := corpus.Create(s.dir)
	if err != nil {
		t.Fatal(err)
	}
	full, err := st.Resolve(id)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := st.Correct(full, corpus.Correction{Field: "issuer", Value: "Wali Kota Lain", By: "x", Why: "y"}); err != nil {
		t.Fatal(err)
	}
	st.Close()
	if page := s.get("/dokumen", http.StatusOK); !strings.Contains(page, "Wali Kota Lain") {
		t.Error("what another program wrote is not shown")
	}
	if err := os.WriteFile(filepath.Join(s.dir, "records", full[:2], full+".json"), []byte("rusak"), 0o666); err != nil {
		t.Fatal(err)
	}
	again := openSite(t, s.dir)
	if page := again.get("/dokumen", http.StatusOK); !strings.Contains(page, "rusak dan tidak ditampilkan") {
		t.Errorf("damage is not told:\n%s", page)
	}
}
