package web

import (
	"encoding/base64"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/crypto/bcrypt"

	"github.com/telaah/telaah/corpus"
	"github.com/telaah/telaah/document"
	"github.com/telaah/telaah/internal/account"
	"github.com/telaah/telaah/internal/say"
)

const password = "kata sandi panjang"

// office is a server with accounts: siti changes, budi reads, dasbor is a
// program.
type office struct {
	*site
	accounts string // their file
	token    string // of dasbor
}

func newOffice(t *testing.T) *office {
	t.Helper()
	sum, err := bcrypt.GenerateFromPassword([]byte(password), bcrypt.MinCost) // less work than in earnest
	if err != nil {
		t.Fatal(err)
	}
	l, err := account.Parse([]byte("orang siti ubah " + string(sum) + " Siti Aminah\norang budi baca " + string(sum) + " Budi <b>Santoso\n"))
	if err != nil {
		t.Fatal(err)
	}
	token, err := l.SetToken("dasbor", account.Editor, "Dasbor")
	if err != nil {
		t.Fatal(err)
	}
	o := &office{accounts: filepath.Join(t.TempDir(), "akun"), token: token}
	if err := os.WriteFile(o.accounts, l.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	door, err := account.Open(o.accounts, nil)
	if err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(t.TempDir(), "korpus")
	srv, err := New(Options{Corpus: dir, Lang: say.Indonesian, Show: document.Show, Door: door, Hosts: []string{"telaah.example"}})
	if err != nil {
		t.Fatal(err)
	}
	o.site = &site{Server: httptest.NewServer(srv), t: t, srv: srv, dir: dir}
	t.Cleanup(func() { o.Server.Close(); srv.Close() })
	return o
}

// as is the server as somebody sees it who has logged in.
func (o *office) as(login string) *site {
	o.t.Helper()
	jar, err := cookiejar.New(nil)
	if err != nil {
		o.t.Fatal(err)
	}
	client := *o.Server.Client()
	client.Jar = jar
	browser := &site{Server: o.Server, t: o.t, srv: o.srv, dir: o.dir, client: &client}
	has(o.t, browser.get("/", http.StatusOK), `action="/masuk"`)
	has(o.t, browser.post("/masuk", http.StatusOK, "nama", login, "kata", password), "Letakkan rancangan di sini")
	return browser
}

// Two people: one changes, the other reads and sees it, under the name of the
// first.
func TestRoles(t *testing.T) {
	o := newOffice(t)
	siti, budi := o.as("siti"), o.as("budi")
	id := siti.save("contoh-60-persen.docx", sample(t, "contoh-60-persen.docx"))
	page := budi.get("/dokumen/"+id, http.StatusOK)
	has(t, page, "Budi &lt;b&gt;Santoso", "Keluar")
	for _, lacks := range []string{"/koreksi", "/telaah\"", `name="oleh"`} {
		if strings.Contains(page, lacks) {
			t.Errorf("a reader is offered %s", lacks)
		}
	}
	for _, path := range []string{"/dokumen/" + id + "/koreksi", "/dokumen/" + id + "/telaah", "/dokumen/" + id + "/batalkan", "/perlu-dibaca", "/contoh"} {
		has(t, budi.post(path, http.StatusForbidden, "oleh", "Siti Aminah", "alasan", "x"), "hanya boleh membaca")
	}
	siti.post("/dokumen/"+id+"/telaah", http.StatusOK, "status", "done", "oleh", "Orang Lain", "catatan", "baik")
	has(t, budi.get("/dokumen/"+id, http.StatusOK), "Siti Aminah", "baik")
	st, err := corpus.Open(o.dir)
	if err != nil {
		t.Fatal(err)
	}
	log, err := st.Log()
	if err != nil || len(log) != 2 || log[0].By != "Siti Aminah" || log[1].Review.By != "Siti Aminah" {
		t.Errorf("the log says %+v, %v", log, err)
	}
	siti.post("/keluar", http.StatusOK)
	has(t, siti.get("/dokumen/"+id, http.StatusOK), `action="/masuk"`, `name="kembali" value="/dokumen/`+id)
}

// Drafts are seen by nobody but who gave them.
func TestDraftsAreOnesOwn(t *testing.T) {
	o := newOffice(t)
	siti, budi := o.as("siti"), o.as("budi")
	page := budi.check(map[string][]byte{"rahasia.txt": sample(t, "contoh-sesuai.txt")}, "")
	job := find(t, page, `id="k-([a-z0-9]+)"`)
	budi.get("/periksa/"+job, http.StatusOK)
	budi.post("/periksa/"+job+"/simpan", http.StatusForbidden)
	if strings.Contains(page, "/simpan") {
		t.Error("a reader is offered to save")
	}
	if strings.Contains(siti.get("/", http.StatusOK), "rahasia.txt") {
		t.Error("a draft shows on the page of another person")
	}
	for _, path := range []string{"", "/naskah", "/unduh/telaahan.docx"} {
		siti.get("/periksa/"+job+path, http.StatusNotFound)
	}
	siti.post("/periksa/"+job+"/simpan", http.StatusNotFound)
	siti.post("/periksa/"+job+"/buang", http.StatusNotFound)
	budi.get("/periksa/"+job, http.StatusOK)
}

// None of these ways leads in.
func TestWaysIn(t *testing.T) {
	o := newOffice(t)
	siti := o.as("siti")
	id := siti.save("contoh-sesuai.txt", sample(t, "contoh-sesuai.txt"))
	u, _ := url.Parse(o.URL)
	var session string
	for _, c := range siti.client.Jar.Cookies(u) {
		if c.Name == "sesi" {
			session = c.Value
		}
	}
	head, tail, _ := strings.Cut(session, ".")
	text, err := base64.RawURLEncoding.DecodeString(head)
	if err != nil || tail == "" {
		t.Fatalf("the session is %q", session)
	}
	forged := func(s string) string { return base64.RawURLEncoding.EncodeToString([]byte(s)) }
	type try struct {
		name, method, path, cookie, auth, host string
	}
	doc := "/dokumen/" + id
	ways := []try{
		{name: "nothing", path: doc},
		{name: "the original", path: doc + "/asli"},
		{name: "a picture", path: doc + "/halaman/1.png"},
		{name: "search", path: "/cari?q=wfh"},
		{name: "a workbook", path: "/cari.xlsx?q=wfh"},
		{name: "the matrix", path: "/matriks"},
		{name: "the queue", path: "/perlu-dibaca"},
		{name: "the interface", path: apiRoot + "/documents"},
		{name: "the interface, with a session of nobody", path: apiRoot + "/documents", cookie: "x.y"},
		{name: "two slashes", path: "//dokumen/" + id},
		{name: "through the open folder", path: "/aset/../dokumen/" + id},
		{name: "through the open folder, coded", path: "/aset/%2e%2e/dokumen/" + id},
		{name: "behind the login page", path: "/masuk/../dokumen/" + id},
		{name: "a suffix that programs may read", path: doc + "/x.atom"},
		{name: "in capitals", path: strings.ToUpper(doc)},
		{name: "HEAD", method: "HEAD", path: doc},
		{name: "OPTIONS", method: "OPTIONS", path: doc},
		{name: "PUT", method: "PUT", path: doc},
		{name: "a change", method: "POST", path: doc + "/telaah"},
		{name: "a draft", method: "POST", path: "/periksa"},
		{name: "samples", method: "POST", path: "/contoh"},
		{name: "an empty session", path: doc, cookie: ""},
		{name: "a session without signature", path: doc, cookie: head},
		{name: "with an empty one", path: doc, cookie: head + "."},
		{name: "with that of another text", path: doc, cookie: forged(strings.Replace(string(text), "siti", "budi", 1)) + "." + tail},
		{name: "a longer day", path: doc, cookie: forged(strings.Replace(string(text), "|1", "|9", 1)) + "." + tail},
		{name: "cut off", path: doc, cookie: session[:len(session)-2]},
		{name: "with more behind", path: doc, cookie: session + "A"},
		{name: "in another alphabet", path: doc, cookie: strings.NewReplacer("-", "+", "_", "/").Replace(head+"=") + "." + tail},
		{name: "the word as a token", path: apiRoot + "/documents", auth: "Bearer " + password},
		{name: "the word as basic", path: apiRoot + "/documents", auth: "Basic " + base64.StdEncoding.EncodeToString([]byte("siti:"+password))},
		{name: "no token", path: apiRoot + "/documents", auth: "Bearer "},
		{name: "a token cut off", path: apiRoot + "/documents", auth: "Bearer " + o.token[:len(o.token)-1]},
		{name: "the sum of a token", path: apiRoot + "/documents", auth: "Bearer " + sumOf(t, o.accounts)},
		{name: "a token for a page of people", path: doc, auth: "Bearer " + o.token},
		{name: "a token that changes", method: "POST", path: doc + "/telaah", auth: "Bearer " + o.token},
		{name: "a token that changes by the interface", method: "DELETE", path: apiRoot + "/documents/" + id, auth: "Bearer " + o.token},
		{name: "another host", path: doc, cookie: session, host: "other.example"},
	}
	if len(ways) < 30 {
		t.Fatalf("only %d ways", len(ways))
	}
	ask := func(w try) *httptest.ResponseRecorder {
		if w.method == "" {
			w.method = "GET"
		}
		req := httptest.NewRequest(w.method, "http://telaah.example"+w.path, nil)
		if w.host != "" {
			req.Host = w.host
		}
		if w.cookie != "" {
			req.AddCookie(&http.Cookie{Name: "sesi", Value: w.cookie})
		}
		if w.auth != "" {
			req.Header.Set("Authorization", w.auth)
		}
		rec := httptest.NewRecorder()
		o.srv.ServeHTTP(rec, req)
		return rec
	}
	for _, w := range ways {
		rec := ask(w)
		inside := rec.Code == http.StatusOK || rec.Code == http.StatusSeeOther && !strings.HasPrefix(rec.Header().Get("Location"), "/masuk")
		if inside || strings.Contains(rec.Body.String(), "Contoh") {
			t.Errorf("%s: %s %s gives %d to %q", w.name, w.method, w.path, rec.Code, rec.Header().Get("Location"))
		}
	}
	// Each would be seen: the right session and the right token do lead in.
	if rec := ask(try{path: doc, cookie: session}); rec.Code != http.StatusOK {
		t.Errorf("the session: %d", rec.Code)
	}
	for _, auth := range []string{"Bearer " + o.token, "Basic " + base64.StdEncoding.EncodeToString([]byte("dasbor:"+o.token))} {
		if rec := ask(try{path: apiRoot + "/documents", auth: auth}); rec.Code != http.StatusOK {
			t.Errorf("the token: %d", rec.Code)
		}
	}
	siti.post("/keluar", http.StatusOK)
	if rec := ask(try{path: doc, cookie: session}); rec.Code != http.StatusSeeOther {
		t.Errorf("a session that was logged out: %d", rec.Code)
	}
}

// sumOf returns the sum that the file keeps of a token.
func sumOf(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return find(t, string(data), `token dasbor ubah ([0-9a-f]{64})`)
}

// Wrong words say nothing about who there is, and lock.
func TestWrongWords(t *testing.T) {
	o := newOffice(t)
	try := func(login, word string) (int, string) {
		req := httptest.NewRequest("POST", "http://telaah.example/masuk", strings.NewReader(url.Values{"nama": {login}, "kata": {word}}.Encode()))
		req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		rec := httptest.NewRecorder()
		o.srv.ServeHTTP(rec, req)
		return rec.Code, strings.ReplaceAll(rec.Body.String(), login, "")
	}
	for range 10 {
		a, pageA := try("siti", "salah sekali")
		b, pageB := try("tiada", "salah sekali")
		if a != http.StatusUnauthorized || b != a || pageA != pageB {
			t.Fatalf("%d and %d differ:\n%s\n%s", a, b, pageA, pageB)
		}
	}
	a, pageA := try("siti", password)
	b, pageB := try("tiada", password)
	if a != http.StatusTooManyRequests || b != a || pageA != pageB {
		t.Errorf("not locked, or told apart: %d, %d", a, b)
	}
	if code, _ := try("budi", password); code != http.StatusSeeOther {
		t.Errorf("budi is locked, too: %d", code)
	}
}
