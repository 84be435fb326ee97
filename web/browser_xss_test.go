package web

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// awaited waits for the promise that an expression gives.
func awaited(p *runtime.EvaluateParams) *runtime.EvaluateParams { return p.WithAwaitPromise(true) }

// payloads returns 100 ways to have a page run "pwned=N".
func payloads() (out []string) {
	run := []string{
		`<script>pwned=%d</script>`, `"><script>pwned=%d</script>`, `'><script>pwned=%d</script>`, `</title><script>pwned=%d</script>`, `</textarea><script>pwned=%d</script>`,
		`<img src=x onerror=pwned=%d>`, `"><img src=x onerror=pwned=%d>`, `' onmouseover='pwned=%d' x='`, `" onfocus="pwned=%d" autofocus x="`, `<svg onload=pwned=%d>`,
		`<svg><script>pwned=%d</script></svg>`, `<body onload=pwned=%d>`, `<iframe srcdoc="<script>parent.pwned=%d</script>">`, `<a href="javascript:pwned=%d">klik</a>`, `javascript:pwned=%d`,
		`<details open ontoggle=pwned=%d>`, `<input autofocus onfocus=pwned=%d>`, `<video><source onerror=pwned=%d></video>`, `<math><mtext><img src=x onerror=pwned=%d></mtext></math>`, `{{printf "%%d" %d}}`,
		`<template><script>pwned=%d</script></template>`, `<div hx-on::load="pwned=%d"></div>`, `<div hx-get="/" hx-trigger="load[pwned=%d]"></div>`, `<meta http-equiv=refresh content="0;url=javascript:pwned=%d">`, `--><script>pwned=%d</script><!--`,
	}
	dress := []func(string) string{
		func(s string) string { return s }, strings.ToUpper,
		func(s string) string { return strings.NewReplacer("<", "\u003c\u0000", ">", ">\u202e").Replace(s) },
		func(s string) string { return "Nomor 1 " + s + " Tahun 2024 &lt;b&gt;" },
	}
	for _, d := range dress {
		for _, r := range run {
			out = append(out, d(fmt.Sprintf(r, len(out)+1)))
		}
	}
	return out
}

// noticed reports what a page gave away: a script that ran, or markup that came
// from a text.
func noticed(t *testing.T, ctx context.Context, url string) string {
	t.Helper()
	do(t, ctx, url, chromedp.Navigate(url), chromedp.WaitReady("body"), chromedp.Evaluate(`new Promise(r => setTimeout(r, 200))`, nil, awaited))
	return eval[string](t, ctx, `(() => {
		if (window.pwned !== undefined || window.PWNED !== undefined) return "a script ran: " + (window.pwned ?? window.PWNED);
		const scripts = [...document.scripts].filter(s => !["/aset/htmx.min.js", "/aset/page.js"].includes(s.getAttribute("src")) || s.text);
		if (scripts.length) return "a script stands in the page: " + scripts[0].outerHTML;
		for (const e of document.querySelectorAll("*")) {
			if (["IFRAME", "OBJECT", "EMBED", "TEMPLATE", "MATH", "VIDEO"].includes(e.tagName.toUpperCase())) return "markup: " + e.outerHTML.slice(0, 200);
			for (const a of e.attributes) {
				if (/^on|^hx-on/i.test(a.name) || /^\s*javascript:/i.test(a.value) && ["href", "src", "action", "formaction"].includes(a.name)) return "attribute: " + e.outerHTML.slice(0, 200);
			}
		}
		return "";
	})()`)
}

// No text of a document, no name of a file, no correction and no query becomes
// markup: 100 payloads in each place, on every page that shows them.
func TestNoScriptRuns(t *testing.T) {
	ctx := browser(t)
	all := payloads()
	if len(all) != 100 {
		t.Fatalf("%d payloads", len(all))
	}

	// The test would notice a script, and markup that the policy keeps from running.
	for _, policy := range []string{"", policy} {
		open := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			if policy != "" {
				w.Header().Set("Content-Security-Policy", policy)
			}
			fmt.Fprint(w, "<!DOCTYPE html><body>"+all[5])
		}))
		if got := noticed(t, ctx, open.URL); got == "" {
			t.Errorf("with the policy %q nothing is noticed", policy)
		}
		open.Close()
	}

	s := newSite(t)
	files := map[string][]byte{}
	for i, p := range all {
		files[fmt.Sprintf("%s %d.txt", strings.NewReplacer("/", "", "\x00", "").Replace(p), i)] = []byte("SURAT EDARAN\n" + p)
	}
	for begun := 0; begun < 100; begun += 50 { // as names of files
		some := map[string][]byte{}
		for name, data := range files {
			if len(some) < 50 {
				some[name] = data
				delete(files, name)
			}
		}
		s.check(some, "")
	}
	var b strings.Builder
	b.WriteString("WALI KOTA CONTOH\n\nSURAT EDARAN\nNOMOR 7 TAHUN 2024\nTENTANG\nJAM KERJA " + all[0] + "\n\n")
	for i, p := range all { // as text
		fmt.Fprintf(&b, "%d. Pegawai wajib melaporkan %s paling lambat tanggal 19 April 2024.\n", i+1, strings.ReplaceAll(p, "\x00", ""))
	}
	id := s.save("teks.txt", []byte(b.String()))
	fields := []string{"f.number", "f.title", "f.issuer", "f.signatory.name", "f.signatory.office"}
	for i := 0; i < len(all); i += len(fields) { // as values, reasons and names
		args := []string{"bidang", "", "alasan", all[i], "oleh", all[i]}
		for k, f := range fields {
			args = append(args, f, all[i+k])
		}
		s.post("/dokumen/"+id+"/koreksi", http.StatusOK, args...)
	}
	s.post("/dokumen/"+id+"/telaah", http.StatusOK, "status", "done", "catatan", all[5], "oleh", all[8])
	paths := []string{"/", "/dokumen", "/dokumen/" + id, "/dokumen/" + id + "?butir=2", "/dokumen/" + id + "/koreksi", "/perlu-dibaca", "/banding?dokumen=" + id, "/matriks", "/cari?q=pegawai", "/dokumen?q=" + query(all[1])}
	for i := 0; i < len(all); i += 9 {
		paths = append(paths, "/cari?q="+query(all[i]))
	}
	for _, path := range paths {
		if got := noticed(t, ctx, s.URL+path); got != "" {
			t.Errorf("%s: %s", path, got)
		}
	}
}
