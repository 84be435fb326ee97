package web

import (
	"fmt"
	"maps"
	"net/http"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/telaah/telaah/corpus"
	"github.com/telaah/telaah/ingest"
	"github.com/telaah/telaah/lexicon"
)

// Many drafts come page by page, sorted and filtered.
func TestManyDrafts(t *testing.T) {
	s := newSite(t)
	files := map[string][]byte{"salah.docx": sample(t, "contoh-60-persen.docx"), "rusak.pdf": []byte("%PDF-1.7")}
	for i := range 30 {
		files[fmt.Sprintf("%02d.txt", i)] = append(sample(t, "contoh-sesuai.txt"), fmt.Sprintf("\n%d\n", i)...)
	}
	page := s.check(files, "")
	if n := strings.Count(page, `<article class="card`); n != cardsPerPage {
		t.Errorf("%d cards on the first page", n)
	}
	has(t, page, "32 berkas", "1 perlu perbaikan", "1 sampai 20 dari 32", `href="/?dari=20"`)
	if page := s.get("/?dari=20", http.StatusOK); strings.Count(page, `<article class="card`) != 12 {
		t.Error("the second page has another number of cards")
	}
	page = s.get("/?urut=gravest", http.StatusOK)
	if broken, bad, good := strings.Index(page, "rusak.pdf"), strings.Index(page, "salah.docx"), strings.Index(page, ".txt"); broken < 0 || broken > bad || bad > good {
		t.Errorf("not the gravest first: %d %d %d", broken, bad, good)
	}
	if page := s.get("/?urut=name", http.StatusOK); strings.Index(page, "00.txt") > strings.Index(page, "01.txt") {
		t.Error("not by name")
	}
	page = s.get("/?hasil=error&q=salah", http.StatusOK)
	if strings.Count(page, `<article class="card`) != 1 {
		t.Error("the filter lets others through")
	}
	has(t, page, "WFH paling banyak 60%")
	job := find(t, page, `action="/periksa/([a-z0-9]+)/simpan"`)
	if page := s.post("/periksa/"+job+"/simpan", http.StatusOK, "kembali", "/?hasil=error&q=salah"); strings.Count(page, `<article class="card`) != 1 {
		t.Error("saving leads to another page")
	}
	has(t, s.get("/?q=tidak-ada", http.StatusOK), "Tidak ada berkas dengan saringan itu")
	s.get("/?dari=-5&urut=x&hasil=y", http.StatusOK)
}

// regional returns a circular of a regency that allows so many per cent to work
// from home.
func regional(r lexicon.Region, percent int) []byte {
	_, name, _ := strings.Cut(r.Name, " ")
	text := strings.NewReplacer("WALI KOTA CONTOH", "BUPATI "+strings.ToUpper(name), "Wali Kota", "Bupati", "KOTA CONTOH", "KABUPATEN "+strings.ToUpper(name),
		"Kota Contoh", "Kabupaten "+name, "60% (enam puluh persen)", fmt.Sprintf("%d%%", percent)).Replace(string(must(os.ReadFile("../corpus/samples/contoh-60-persen.txt"))))
	return []byte(text)
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// regencies returns the first n of the country.
func regencies(n int) (out []lexicon.Region) {
	for _, r := range lexicon.Regions() {
		if r.Level == "regency" && len(out) < n {
			out = append(out, r)
		}
	}
	return out
}

// put puts documents into the corpus of a site.
func (s *site) put(docs map[string][]byte) {
	s.t.Helper()
	st := must(corpus.Create(s.dir))
	defer st.Close()
	var inputs []ingest.Input
	for _, name := range slices.Sorted(maps.Keys(docs)) {
		inputs = append(inputs, ingest.Input{Name: name, Read: func() ([]byte, error) { return docs[name], nil }})
	}
	if err := ingest.Into(s.t.Context(), st, inputs, ingest.Options{Jobs: 2}, func(r ingest.Result) {
		if r.Err != nil {
			s.t.Error(r.Err)
		}
	}); err != nil {
		s.t.Fatal(err)
	}
}

// whole fetches a page until nothing on it is still to come.
func (s *site) whole(path string) string {
	s.t.Helper()
	page := s.get(path, http.StatusOK)
	for begun := time.Now(); strings.Contains(page, "masih disandingkan"); page = s.get(path, http.StatusOK) {
		if time.Since(begun) > time.Minute {
			s.t.Fatal("still being compared")
		}
	}
	return page
}

// A matrix of many circulars comes page by page, sorted and filtered.
func TestManyRows(t *testing.T) {
	s := newSite(t)
	docs := map[string][]byte{}
	all := regencies(rowsPerPage + 3)
	for i, r := range all {
		docs[r.Code+".txt"] = regional(r, []int{40, 60}[i%2])
	}
	s.put(docs)
	page := s.whole("/matriks")
	if n := strings.Count(page, `<th scope="row"><a href="/dokumen/`); n != rowsPerPage {
		t.Errorf("%d rows on the first page", n)
	}
	has(t, page, "1 sampai 50 dari 53", `href="/matriks?dari=50"`, "26 perlu perbaikan", "53 edaran")
	if page := s.whole("/matriks?dari=50"); strings.Count(page, `<th scope="row"><a href="/dokumen/`) != 3 {
		t.Error("the second page has another number of rows")
	}
	page = s.whole("/matriks?hasil=error")
	if n := strings.Count(page, `<th scope="row"><a href="/dokumen/`); n != 26 {
		t.Errorf("%d rows are left by the filter", n)
	}
	page = s.whole("/matriks?urut=gravest")
	rows := page[strings.Index(page, "<tbody>"):]
	if first, last := strings.Index(rows, `badge error`), strings.LastIndex(rows, `badge error`); first < 0 || strings.Count(rows[first:last], `<th scope="row">`) != 25 {
		t.Error("not the gravest first")
	}
	page = s.whole("/matriks?q=" + query(strings.ToLower(all[7].Name)))
	if n := strings.Count(page, `<th scope="row"><a href="/dokumen/`); n != 1 {
		t.Errorf("%d rows have the name of one regency", n)
	}
	has(t, s.whole("/matriks?q=tidak-ada"), "Tidak ada edaran dengan saringan itu")
	s.whole("/matriks?dari=99999&urut=zz&hasil=zz")
	if got := s.get("/matriks/surat?acuan=panrb-1-2024&wilayah="+all[0].Code, http.StatusOK); !strings.HasPrefix(got, "PK") {
		t.Error("no letter")
	}
	s.get("/matriks/surat?acuan=panrb-1-2024&wilayah=zz", http.StatusBadRequest)
	has(t, s.get("/matriks/unduh/tenggat.ics", http.StatusOK), "BEGIN:VCALENDAR")
}
