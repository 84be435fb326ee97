package web

import (
	"bytes"
	"io"
	"mime/multipart"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/telaah/telaah/corpus"
	"github.com/telaah/telaah/document"
	"github.com/telaah/telaah/internal/say"
)

// site is a server with a browser of sorts.
type site struct {
	*httptest.Server
	t   *testing.T
	srv *Server
	dir string // of the corpus

	client *http.Client // the browser; nil: that of the server
}

// Client returns the browser.
func (s *site) Client() *http.Client {
	if s.client != nil {
		return s.client
	}
	return s.Server.Client()
}

// newSite starts a server over a new corpus. Documents are read in this
// process.
func newSite(t *testing.T) *site { return openSite(t, filepath.Join(t.TempDir(), "korpus")) }

// openSite starts a server over the corpus in dir.
func openSite(t *testing.T, dir string) *site {
	t.Helper()
	srv, err := New(Options{Corpus: dir, Lang: say.Indonesian, Show: document.Show})
	if err != nil {
		t.Fatal(err)
	}
	s := &site{Server: httptest.NewServer(srv), t: t, srv: srv, dir: dir}
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	s.Client().Jar = jar
	t.Cleanup(func() { s.Server.Close(); srv.Close() })
	return s
}

// get fetches a page and holds that it comes with the given status.
func (s *site) get(path string, status int) string {
	s.t.Helper()
	resp, err := s.Client().Get(s.URL + path)
	return s.read(resp, err, path, status)
}

// post sends a form.
func (s *site) post(path string, status int, fields ...string) string {
	s.t.Helper()
	var form []string
	for i := 0; i+1 < len(fields); i += 2 {
		form = append(form, query(fields[i])+"="+query(fields[i+1]))
	}
	resp, err := s.Client().Post(s.URL+path, "application/x-www-form-urlencoded", strings.NewReader(strings.Join(form, "&")))
	return s.read(resp, err, path, status)
}

func (s *site) read(resp *http.Response, err error, path string, status int) string {
	s.t.Helper()
	if err != nil {
		s.t.Fatal(err)
	}
	defer resp.Body.Close()
	b, err := io.ReadAll(resp.Body)
	if err != nil {
		s.t.Fatal(err)
	}
	if resp.StatusCode != status {
		s.t.Fatalf("%s: status %d, want %d\n%s", path, resp.StatusCode, status, b)
	}
	return string(b)
}

// form makes a form of files and text.
func form(t *testing.T, files map[string][]byte, pasted string) (body *bytes.Buffer, kind string) {
	t.Helper()
	body = new(bytes.Buffer)
	w := multipart.NewWriter(body)
	for name, data := range files {
		part, err := w.CreateFormFile("berkas", name)
		if err != nil {
			t.Fatal(err)
		}
		part.Write(data)
	}
	w.WriteField("teks", pasted)
	w.Close()
	return body, w.FormDataContentType()
}

// check drops files and returns the first page when all of them are done.
func (s *site) check(files map[string][]byte, pasted string) string {
	s.t.Helper()
	body, kind := form(s.t, files, pasted)
	resp, err := s.Client().Post(s.URL+"/periksa", kind, body)
	page := s.read(resp, err, "/periksa", http.StatusOK)
	for begun := time.Now(); strings.Contains(page, "every 1s"); page = s.get("/", http.StatusOK) {
		if time.Since(begun) > time.Minute {
			s.t.Fatalf("still not read:\n%s", page)
		}
		time.Sleep(20 * time.Millisecond)
	}
	return page
}

// sample returns a sample document.
func sample(t *testing.T, name string) []byte {
	t.Helper()
	data, err := os.ReadFile("../corpus/samples/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// find returns the first group of a pattern in a page.
func find(t *testing.T, page, pattern string) string {
	t.Helper()
	m := regexp.MustCompile(pattern).FindStringSubmatch(page)
	if m == nil {
		t.Fatalf("no %s in\n%s", pattern, page)
	}
	return m[1]
}

// Job 1: a draft is dropped, judged, and comes back marked; nothing is stored
// until the reader says so.
func TestCheckADraft(t *testing.T) {
	s := newSite(t)
	page := s.check(map[string][]byte{"rancangan.docx": sample(t, "contoh-60-persen.docx")}, "")
	for _, want := range []string{"1 perlu perbaikan", "WFH paling banyak 60%, pusat WFH paling banyak 50%", "C.2, hlm. 1", "Unduh Word bertanda"} {
		if !strings.Contains(page, want) {
			t.Errorf("the first page lacks %q:\n%s", want, page)
		}
	}
	id := find(t, page, `id="k-([a-z0-9]+)"`)
	for file, head := range map[string]string{"bertanda.docx": "PK", "telaahan.docx": "PK", "telaahan.xlsx": "PK", "telaahan.html": "<!DOCTYPE"} {
		if got := s.get("/periksa/"+id+"/unduh/"+file, http.StatusOK); !strings.HasPrefix(got, head) {
			t.Errorf("%s begins with %q", file, got[:20])
		}
	}
	if page := s.get("/periksa/"+id, http.StatusOK); !strings.Contains(page, "1 perlu perbaikan") {
		t.Errorf("the draft's own page:\n%s", page)
	}
	if page := s.get("/periksa/"+id+"/naskah?halaman=1", http.StatusOK); !strings.Contains(page, "paling banyak 60%") {
		t.Errorf("the draft's text:\n%s", page)
	}
	if page := s.get("/periksa/"+id+"/kartu", http.StatusOK); !strings.HasPrefix(strings.TrimSpace(page), "<article") {
		t.Errorf("the draft's card:\n%s", page)
	}
	if _, err := os.Stat(s.dir); err == nil {
		t.Error("checking made a corpus")
	}
	if page := s.post("/periksa/"+id+"/acuan", http.StatusOK, "acuan", "panrb-17-2023"); !strings.Contains(page, `value="panrb-17-2023" selected`) {
		t.Errorf("the baseline was not changed:\n%s", page)
	}
	s.post("/periksa/"+id+"/acuan", http.StatusBadRequest, "acuan", "tidak-ada")
	if page := s.post("/periksa/"+id+"/simpan", http.StatusOK); !strings.Contains(page, "Tersimpan dalam korpus") {
		t.Errorf("not saved:\n%s", page)
	}
	st, err := corpus.Open(s.dir)
	if err != nil {
		t.Fatal(err)
	}
	if ids, err := st.IDs(); err != nil || len(ids) != 1 {
		t.Errorf("the corpus has %v, %v", ids, err)
	}
	s.post("/periksa/"+id+"/buang", http.StatusOK)
	s.get("/periksa/"+id, http.StatusNotFound)
}

func TestQueue(t *testing.T) {
	s := newSite(t)
	files := map[string][]byte{
		"rusak.pdf":  []byte("%PDF-1.7 tidak utuh"),
		"kosong.txt": nil,
		"a.txt":      sample(t, "contoh-sesuai.txt"),
		"arsip.zip":  zipped(t, map[string][]byte{"b.txt": sample(t, "banten-2024.txt"), "x.bin": {0, 1, 2, 3}}),
	}
	page := s.check(files, "SURAT EDARAN\nNOMOR 5 TAHUN 2024\nTENTANG\nJAM KERJA\n\nPegawai wajib masuk pukul 07.30.")
	for _, want := range []string{"Teks yang ditempel", "a.txt", "arsip.zip/b.txt", "rusak.pdf", "Ulangi", "dilewati"} {
		if !strings.Contains(page, want) {
			t.Errorf("the queue lacks %q:\n%s", want, page)
		}
	}
	id := find(t, page, `id="k-([a-z0-9]+)" aria-labelledby="[^"]*">\s*<header class="card-head">\s*<h3 [^>]*>rusak`)
	if page := s.post("/periksa/"+id+"/ulangi", http.StatusOK); !strings.Contains(page, "rusak.pdf") {
		t.Error("a draft that is tried again is gone")
	}
}

func TestUploadLimits(t *testing.T) {
	s := newSite(t)
	body, kind := form(t, map[string][]byte{"besar.txt": bytes.Repeat([]byte("a "), 26<<20)}, "")
	req, _ := http.NewRequest("POST", "/periksa", body)
	req.Header.Set("Content-Type", kind)
	req.Host = "127.0.0.1"
	w := httptest.NewRecorder()
	s.srv.ServeHTTP(w, req)
	if w.Code != http.StatusRequestEntityTooLarge || !strings.Contains(w.Body.String(), "50 MB") {
		t.Errorf("52 MB: status %d\n%s", w.Code, w.Body.String())
	}
	body, kind = form(t, nil, "  ")
	resp, err := s.Client().Post(s.URL+"/periksa", kind, body)
	s.read(resp, err, "nothing", http.StatusBadRequest)
	s.post("/periksa", http.StatusBadRequest, "berkas", "x")
}

// What keeps other sites, and other names of this machine, out.
func TestGuard(t *testing.T) {
	s := newSite(t)
	for _, tt := range []struct {
		method, host, origin, site string
		status                     int
	}{
		{"GET", "127.0.0.1:8417", "", "", 200},
		{"GET", "localhost", "", "", 200},
		{"GET", "[::1]:8417", "", "", 200},
		{"GET", "telaah.example", "", "", 421},
		{"GET", "127.0.0.1.example:8417", "", "", 421},
		{"GET", "", "", "", 421},
		{"POST", "127.0.0.1:8417", "http://other.example", "cross-site", 403},
		{"POST", "127.0.0.1:8417", "http://other.example", "", 403},
		{"POST", "127.0.0.1:8417", "http://127.0.0.1:8417", "same-origin", 400},
	} {
		path := "/"
		if tt.method == "POST" {
			path = "/periksa"
		}
		req := httptest.NewRequest(tt.method, path, nil)
		req.Host = tt.host
		if tt.origin != "" {
			req.Header.Set("Origin", tt.origin)
		}
		if tt.site != "" {
			req.Header.Set("Sec-Fetch-Site", tt.site)
		}
		w := httptest.NewRecorder()
		s.srv.ServeHTTP(w, req)
		if w.Code != tt.status {
			t.Errorf("%+v: status %d", tt, w.Code)
		}
		for name, want := range map[string]string{"Content-Security-Policy": "default-src 'none'", "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer"} {
			if got := w.Header().Get(name); !strings.Contains(got, want) {
				t.Errorf("%+v: %s is %q", tt, name, got)
			}
		}
		if !strings.Contains(w.Header().Get("Content-Security-Policy"), "frame-ancestors 'none'") {
			t.Error("pages may be framed")
		}
	}
}

func TestLanguage(t *testing.T) {
	s := newSite(t)
	if page := s.get("/bahasa?ke=en&kembali=%2F", http.StatusOK); !strings.Contains(page, `<html lang="en">`) || !strings.Contains(page, "Check a draft") {
		t.Errorf("not in English:\n%s", page)
	}
	for _, to := range []string{"//other.example/", "https://other.example/", "/\\other.example", "javascript:alert(1)", "\x00"} {
		if got := local(to); got != "/" {
			t.Errorf("%q leads to %q", to, got)
		}
	}
	if got := local("/cari?q=a%20b#x"); got != "/cari?q=a%20b" {
		t.Errorf("%q", got)
	}
}
