package web

import (
	"bytes"
	"context"
	_ "embed"
	"encoding/json"
	"flag"
	"fmt"
	"image"
	"image/png"
	"io"
	"maps"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/compare"
	"github.com/telaah/telaah/document"
	"github.com/telaah/telaah/report"
)

// pictures is where the test of all pages leaves a picture of each:
// go test ./web -run TestEveryPage -pictures pictures
var pictures = flag.String("pictures", "", "folder for pictures of every page")

// axe is axe-core 4.14.1 (MPL 2.0), which finds faults of accessibility. It is
// used by this test alone.
//
//go:embed testdata/axe.min.js
var axe string

// browser returns a context in which chromedp drives a browser. The test is
// skipped where none is installed.
func browser(t *testing.T) context.Context {
	t.Helper()
	if testing.Short() {
		t.Skip("a browser takes long")
	}
	program := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if p, err := exec.LookPath(name); err == nil {
			program = p
			break
		}
	}
	if program == "" {
		t.Skip("chromium is not here")
	}
	o := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(program), chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.WSURLReadTimeout(2*time.Minute))
	ctx, cancel := chromedp.NewExecAllocator(context.Background(), o...)
	t.Cleanup(cancel)
	ctx, cancel = context.WithTimeout(ctx, 8*time.Minute)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx)
	t.Cleanup(cancel)
	// Without motion: a click on what still scrolls misses it.
	still := emulation.SetEmulatedMedia().WithFeatures([]*emulation.MediaFeature{{Name: "prefers-reduced-motion", Value: "reduce"}})
	if err := chromedp.Run(ctx, still); err != nil {
		t.Fatalf("starting %s: %v", program, err)
	}
	return ctx
}

// do runs actions, or ends the test.
func do(t *testing.T, ctx context.Context, what string, actions ...chromedp.Action) {
	t.Helper()
	limited, cancel := context.WithTimeout(ctx, 2*time.Minute) // the machine may be busy
	defer cancel()
	if err := chromedp.Run(limited, actions...); err != nil {
		var where, text string
		_ = chromedp.Run(ctx, chromedp.Location(&where), chromedp.Text("main", &text))
		t.Fatalf("%s: %v, at %s:\n%s", what, err, where, text)
	}
}

// eval evaluates an expression in the page.
func eval[T any](t *testing.T, ctx context.Context, expr string) (v T) {
	t.Helper()
	do(t, ctx, expr, chromedp.Evaluate(expr, &v))
	return v
}

// Job 1 in a browser: drop a draft, read the verdict, get the marked Word file.
// One click is the drop, one the download.
func TestBrowserChecksADraft(t *testing.T) {
	ctx := browser(t)
	s := newSite(t)
	file, err := filepath.Abs("../corpus/samples/contoh-60-persen.docx")
	if err != nil {
		t.Fatal(err)
	}
	var verdict, href string
	var ok bool
	do(t, ctx, "dropping a draft", chromedp.Navigate(s.URL), chromedp.SetUploadFiles("#berkas", []string{file}),
		chromedp.WaitVisible(".card.done .badge.error"), chromedp.Text(".verdict", &verdict), chromedp.AttributeValue(".acts a.main", "href", &href, &ok))
	has(t, verdict, "1 perlu perbaikan", "60%", "50%")
	if got := s.get(href, http.StatusOK); !strings.HasPrefix(got, "PK") || !strings.HasSuffix(href, "bertanda.docx") {
		t.Errorf("%s is no Word file", href)
	}
}

// shownWords returns the words under the highlight that is the target of the
// page, by what another program reads off the page.
func shownWords(t *testing.T, ctx context.Context, words []pdfWord) string {
	t.Helper()
	return wordsUnder(words, eval[string](t, ctx, `[...document.querySelectorAll(":target rect")].map(r => '<rect x="'+r.getAttribute("x")+'" y="'+r.getAttribute("y")+'" width="'+r.getAttribute("width")+'" height="'+r.getAttribute("height")+'"/>').join("")`))
}

const quotaWords = "Pegawai pada layanan administrasi pemerintahan dapat melaksanakan tugas kedinasan dari rumah (WFH) paling banyak 60% (enam puluh persen)."

// Job 3 in a browser: a clause is clicked, and its words stand out on the page;
// the page is clicked, and the clause stands out.
func TestBrowserFindsClauseOnPage(t *testing.T) {
	ctx := browser(t)
	s := newSite(t)
	id := s.save("contoh.pdf", sample(t, "contoh-60-persen.pdf"))
	words := pdfWords(t, "../corpus/samples/contoh-60-persen.pdf", "1")
	do(t, ctx, "clicking a clause", chromedp.Navigate(s.URL+"/dokumen/"+id), chromedp.Click(".clause.quota .words a"), chromedp.WaitVisible(".spot:target"))
	if got := shownWords(t, ctx, words); got != quotaWords {
		t.Errorf("highlighted: %q", got)
	}
	do(t, ctx, "clicking the page", chromedp.Click(".spot.exemption a rect", chromedp.NodeVisible), chromedp.WaitVisible("li.clause.exemption:target"))
}

// The same on a scan: a picture of the page, read by OCR.
func TestBrowserFindsClauseOnScan(t *testing.T) {
	ctx := browser(t)
	ocr, err := document.FindTesseract("")
	if err != nil {
		t.Skip("tesseract is not here")
	}
	v, err := document.Show(context.Background(), "a.pdf", sample(t, "contoh-60-persen.pdf"), 1, 2480, document.Options{})
	if err != nil {
		t.Fatal(err)
	}
	s := newSite(t)
	s.srv.o.Read.Document.OCR = ocr
	id := s.save("pindaian.png", v.PNG)
	words := pdfWords(t, "../corpus/samples/contoh-60-persen.pdf", "1")
	do(t, ctx, "clicking a clause", chromedp.Navigate(s.URL+"/dokumen/"+id), chromedp.Click(".clause.quota .words a"), chromedp.WaitVisible(".spot:target"))
	if got := shownWords(t, ctx, words); got != quotaWords {
		t.Errorf("highlighted: %q", got)
	}
}

// Jobs 3 to 5: corrected and confirmed in the queue by keyboard alone, undone on
// the page of the document, found by search; all is there after a restart.
func TestBrowserQueueByKeyboard(t *testing.T) {
	ctx := browser(t)
	s := newSite(t)
	id := s.save("contoh.txt", []byte(announced))
	left := func() int { return eval[int](t, ctx, `Number(document.querySelector(".left b").textContent)`) }
	do(t, ctx, "opening the queue", chromedp.Navigate(s.URL+"/perlu-dibaca"), chromedp.WaitVisible("#putusan"),
		chromedp.SendKeys(`#putusan [name="oleh"]`, "Siti Rahayu"+kb.Tab), chromedp.Evaluate(`document.activeElement.blur()`, nil))
	begun := left()
	do(t, ctx, "typing a value", chromedp.KeyEvent("5"), chromedp.KeyEvent("5"))
	if typed := eval[string](t, ctx, `document.getElementById("isian").name + "=" + document.getElementById("isian").value`); typed != "f.percent=55" {
		t.Fatalf("typed: %s", typed)
	}
	do(t, ctx, "keeping it", chromedp.KeyEvent(kb.Enter), chromedp.WaitVisible(".news"))
	if n := left(); n != begun-1 {
		t.Errorf("%d of %d are left after a correction", n, begun)
	}
	was := eval[string](t, ctx, `document.querySelector("#putusan [name=bidang]").value`)
	do(t, ctx, "saying it is right", chromedp.KeyEvent(kb.Enter), chromedp.WaitVisible(".news"), chromedp.Sleep(500*time.Millisecond))
	if n := left(); n != begun-2 || eval[string](t, ctx, `document.querySelector("#putusan [name=bidang]").value`) == was {
		t.Errorf("%d of %d are left after a confirmation", n, begun)
	}
	do(t, ctx, "leaving one for later", chromedp.KeyEvent("s"), chromedp.Sleep(500*time.Millisecond), chromedp.WaitVisible("#putusan"))
	if at := eval[string](t, ctx, `location.search`); at != "?ke=1" {
		t.Errorf("later leads to %q", at)
	}
	page := s.get("/dokumen/"+id, http.StatusOK)
	has(t, page, "WFH paling banyak 55%", "Siti Rahayu", "dikonfirmasi")

	do(t, ctx, "opening the document", chromedp.Navigate(s.URL+"/dokumen/"+id), chromedp.WaitVisible(".clause.quota .history button"))
	do(t, ctx, "undoing the correction", chromedp.Click(".clause.quota .history button"), chromedp.WaitVisible(".news"))
	has(t, s.get("/dokumen/"+id, http.StatusOK), "WFH paling banyak 50%")

	do(t, ctx, "clicking a value", chromedp.Click(".clause.quota a.fix"), chromedp.WaitVisible(".clause.quota .fixed-form form"),
		chromedp.SetValue(`.clause.quota [name="f.percent"]`, "45"), chromedp.SendKeys(`.clause.quota [name="alasan"]`, "cap"+kb.Enter), chromedp.WaitVisible(".news"))
	do(t, ctx, "searching as one types", chromedp.Navigate(s.URL+"/cari"), chromedp.SendKeys(`[type="search"]`, "layanan administrasi pem"), chromedp.WaitVisible("#hasil mark"))
	if at := eval[string](t, ctx, `location.search`); !strings.Contains(at, "q=layanan") {
		t.Errorf("the query is not the address: %q", at)
	}
	again := openSite(t, s.dir)
	has(t, again.get("/dokumen/"+id, http.StatusOK), "WFH paling banyak 45%", "dikonfirmasi")
	has(t, again.get("/cari?q=layanan", http.StatusOK), "<mark>layanan</mark>")
}

// everyPage returns the addresses of every kind of page, with something on it.
func everyPage(t *testing.T, s *site) map[string]string {
	t.Helper()
	s.check(map[string][]byte{"rancangan.docx": sample(t, "contoh-60-persen.docx"), "rusak.pdf": []byte("%PDF-1.7")}, "")
	pdf := find(t, s.get("/dokumen?q=contoh-60-persen.pdf", http.StatusOK), `href="/dokumen/([0-9a-f]{12})"`)
	txt := find(t, s.get("/dokumen?q=contoh-60-persen.txt", http.StatusOK), `href="/dokumen/([0-9a-f]{12})"`)
	s.post("/dokumen/"+txt+"/koreksi", http.StatusOK, "bidang", "", "f.title", "Penyesuaian sistem kerja", "alasan", "terpotong", "oleh", "Siti")
	s.post("/cari/tersimpan", http.StatusOK, "nama", "Kuota", "q", "kuota wfh")
	job := find(t, s.get("/", http.StatusOK), `id="k-([a-z0-9]+)" aria-labelledby="[^"]*">\s*<header class="card-head">\s*<h3 [^>]*><a`)
	return map[string]string{
		"01-periksa": "/", "02-rancangan": "/periksa/" + job, "03-naskah": "/periksa/" + job + "/naskah", "04-daftar": "/dokumen",
		"05-dokumen": "/dokumen/" + pdf + "?butir=3", "06-dokumen-teks": "/dokumen/" + txt + "?butir=3", "07-koreksi": "/dokumen/" + pdf + "/koreksi?bidang=clauses.3",
		"08-perlu-dibaca": "/perlu-dibaca", "09-banding": "/banding?dokumen=" + pdf, "10-matriks": "/matriks", "11-matriks-provinsi": "/matriks?provinsi=36&sejak=2020-01-01",
		"12-cari": "/cari?q=kuota+wfh", "13-cari-kosong": "/cari?q=xyzzy", "14-gagal": "/tidak-ada", "15-perubahan": "/perubahan", "16-dokumen-en": "/bahasa?ke=en&kembali=/dokumen/" + pdf,
	}
}

// widths are those at which pages are looked at.
var widths = []int64{390, 1280}

// Every page, at both widths: no fault that axe-core finds, nothing wider than
// the screen, no complaint in the console.
func TestEveryPage(t *testing.T) {
	ctx := browser(t)
	s := stocked(t)
	look(t, ctx, s.URL, everyPage(t, s))
}

// Every report in HTML is held to the same: that on several samples, on one
// and on none, in both languages, with pictures, corrections and waived findings, and the matrix.
func TestEveryReport(t *testing.T) {
	ctx := browser(t)
	s := stocked(t)
	sh, err := s.srv.library.shelf()
	if err != nil {
		t.Fatal(err)
	}
	list, pending := sh.compareAll(s.srv.baselines, judging{baseline: compare.Default, lang: "id"})
	for begun := time.Now(); pending > 0; list, pending = sh.compareAll(s.srv.baselines, judging{baseline: compare.Default, lang: "id"}) {
		if time.Since(begun) > 2*time.Minute {
			t.Fatalf("%d samples are still being compared", pending)
		}
		time.Sleep(50 * time.Millisecond)
	}
	var clip bytes.Buffer
	if err := png.Encode(&clip, image.NewGray(image.Rect(0, 0, 900, 60))); err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(list, func(c circular.Comparison) bool { return len(c.Deviations) > 1 && len(c.Pairs) > 0 })
	if i < 0 {
		t.Fatal("no sample has two findings")
	}
	one := list[i]
	one.Suppressed, one.Deviations = one.Deviations[:1], one.Deviations[1:]
	at := slices.IndexFunc(s.srv.baselines, func(b circular.Baseline) bool { return b.ID == compare.Default })
	m := compare.NewMatrix(s.srv.baselines[at], list, []circular.Region{{Name: "Bali", Code: "51"}}, nil)
	mux, all := http.NewServeMux(), map[string]string{}
	for _, lang := range []string{"id", "en"} {
		o := report.Options{Lang: lang, Clip: func(circular.Source, circular.Span) []byte { return clip.Bytes() }}
		for name, write := range map[string]func(io.Writer) error{
			"laporan": func(w io.Writer) error { return report.Write(w, "html", list[i:min(i+4, len(list))], o) },
			"satu":    func(w io.Writer) error { return report.Write(w, "html", []circular.Comparison{one}, o) },
			"kosong":  func(w io.Writer) error { return report.Write(w, "html", nil, o) },
			"matriks": func(w io.Writer) error { return report.WriteMatrix(w, "html", m, o) },
		} {
			var b bytes.Buffer
			if err := write(&b); err != nil {
				t.Fatal(err)
			}
			path := "/" + name + "-" + lang
			all["laporan-"+name+"-"+lang] = path
			mux.HandleFunc(path, func(w http.ResponseWriter, _ *http.Request) {
				w.Header().Set("Content-Type", "text/html; charset=utf-8")
				_, _ = w.Write(b.Bytes())
			})
		}
	}
	served := httptest.NewServer(mux)
	t.Cleanup(served.Close)
	look(t, ctx, served.URL, all)
}

// look holds that pages are without fault at both widths.
func look(t *testing.T, ctx context.Context, url string, all map[string]string) {
	t.Helper()
	for _, name := range slices.Sorted(maps.Keys(all)) { // the last changes the language
		path := all[name]
		for _, width := range widths {
			do(t, ctx, path, emulation.SetDeviceMetricsOverride(width, 900, 1, width < 500), chromedp.Navigate(url+path), chromedp.WaitReady("footer"))
			if *pictures != "" {
				var png []byte
				do(t, ctx, "a picture of "+path, chromedp.FullScreenshot(&png, 100))
				if err := os.MkdirAll(*pictures, 0o777); err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(filepath.Join(*pictures, fmt.Sprintf("%s-%d.png", name, width)), png, 0o666); err != nil {
					t.Fatal(err)
				}
			}
			if over := eval[int](t, ctx, `document.documentElement.scrollWidth - document.documentElement.clientWidth`); over > 0 {
				t.Errorf("%s at %d: %d pixels wider than the screen", path, width, over)
			}
			var found json.RawMessage
			do(t, ctx, "axe on "+path, chromedp.Evaluate(axe+";0", nil),
				chromedp.Evaluate(`axe.run(document, {resultTypes: ["violations"]}).then(r => r.violations.map(v => v.id + ": " + v.help + " | " + v.nodes.slice(0, 3).map(n => n.html.slice(0, 160)).join(" | ")))`, &found, chromedp.EvalAsValue, awaited))
			var faults []string
			if err := json.Unmarshal(found, &faults); err != nil {
				t.Fatal(err)
			}
			for _, f := range faults {
				t.Errorf("%s at %d: %s", path, width, f)
			}
		}
	}
}
