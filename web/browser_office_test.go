package web

import (
	"net/http"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// Two people in two browsers: one reads, the other changes, and the first sees
// it with the name of the second.
func TestBrowserTwoPeople(t *testing.T) {
	ctx := browser(t)
	o := newOffice(t)
	other := browser(t)
	enter := func(name string) []chromedp.Action {
		return []chromedp.Action{chromedp.Navigate(o.URL + "/dokumen"), chromedp.WaitVisible(`input[name="nama"]`),
			chromedp.SendKeys(`input[name="nama"]`, name), chromedp.SendKeys(`input[name="kata"]`, password+kb.Enter), chromedp.WaitVisible(".me")}
	}
	look(t, ctx, o.URL, map[string]string{"20-masuk": "/masuk"})
	do(t, ctx, "siti logs in", enter("siti")...)
	do(t, other, "budi logs in", enter("budi")...)
	if at := eval[string](t, other, "location.pathname"); at != "/dokumen" {
		t.Errorf("after logging in, budi is at %s", at)
	}
	id := o.as("siti").save("contoh-60-persen.docx", sample(t, "contoh-60-persen.docx"))

	do(t, other, "budi opens the document", chromedp.Navigate(o.URL+"/dokumen/"+id), chromedp.WaitVisible(".clause.quota"))
	if n := eval[int](t, other, `document.querySelectorAll("form[action*=dokumen], a.fix").length`); n != 0 {
		t.Errorf("budi is offered %d ways to change it", n)
	}
	status := eval[int](t, other, `(() => { const x = new XMLHttpRequest(); x.open("POST", "/dokumen/`+id+`/telaah", false); x.setRequestHeader("Content-Type", "application/x-www-form-urlencoded"); x.send("status=done"); return x.status })()`)
	if status != http.StatusForbidden {
		t.Errorf("budi's change is answered %d", status)
	}

	do(t, ctx, "siti corrects a quota", chromedp.Navigate(o.URL+"/dokumen/"+id), chromedp.Click(".clause.quota a.fix"), chromedp.WaitVisible(`input[name="f.percent"]`),
		chromedp.SetValue(`input[name="f.percent"]`, "50"), chromedp.SendKeys(`input[name="alasan"]`, "salah baca"+kb.Enter), chromedp.WaitVisible(".history"))
	var history string
	do(t, other, "budi sees it", chromedp.Reload(), chromedp.Text(".history", &history, chromedp.NodeVisible))
	has(t, history, "60", "50", "Siti Aminah", "salah baca")
	look(t, other, o.URL, map[string]string{"21-pembaca": "/dokumen/" + id, "22-pembaca-awal": "/"})
	do(t, other, "budi leaves", chromedp.Click(".me button"), chromedp.WaitVisible(`input[name="kata"]`), chromedp.Navigate(o.URL+"/dokumen/"+id), chromedp.WaitVisible(`input[name="kata"]`))
	do(t, ctx, "siti is still there", chromedp.Reload(), chromedp.WaitVisible(".history"))
}
