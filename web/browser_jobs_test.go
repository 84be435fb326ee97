package web

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// hand is a person at the page, whose clicks are counted.
type hand struct {
	*testing.T
	at     chromedp.Action // where to begin a job
	do     func(what string, actions ...chromedp.Action)
	clicks int
}

// click clicks what the selector finds, and waits for what it leads to.
func (h *hand) click(what, selector, until string) {
	h.Helper()
	h.clicks++
	h.do(what, chromedp.Click(selector, chromedp.NodeVisible), chromedp.WaitVisible(until))
}

// job holds how many clicks a job takes, from the home page.
func (h *hand) job(name string, clicks int, run func()) {
	h.Helper()
	h.clicks = 0
	h.do(name, h.at, chromedp.WaitVisible("footer"))
	run()
	h.Logf("%s: %d clicks", name, h.clicks)
	if h.clicks > clicks {
		h.Errorf("%s takes %d clicks, want at most %d", name, h.clicks, clicks)
	}
}

// The five jobs of the page, from an empty corpus, by somebody who has read no
// guide: where to click is told by the words on the page. TELAAH_PAGE is the address
// of a program that runs, to try one from a release; else the page is served here.
func TestBrowserJobsByClicks(t *testing.T) {
	ctx := browser(t)
	url := os.Getenv("TELAAH_PAGE")
	if url == "" {
		url = newSite(t).URL
	}
	draft, err := filepath.Abs("../corpus/samples/contoh-60-persen.docx")
	if err != nil {
		t.Fatal(err)
	}
	scan, err := filepath.Abs("../corpus/samples/contoh-60-persen.pdf")
	if err != nil {
		t.Fatal(err)
	}
	h := &hand{T: t, at: chromedp.Navigate(url), do: func(what string, actions ...chromedp.Action) { t.Helper(); do(t, ctx, what, actions...) }}
	text := func(selector string) (s string) {
		h.do(selector, chromedp.Text(selector, &s, chromedp.NodeVisible))
		return s
	}
	nav := func(href string) string { return `nav a[href="` + href + `"]` }

	h.job("1, a draft is checked and kept", 2, func() {
		h.clicks++ // the drop
		h.do("dropping two drafts", chromedp.SetUploadFiles("#berkas", []string{draft, scan}), chromedp.WaitVisible(".card.done .badge.error"))
		has(t, text(".verdict"), "1 perlu perbaikan", "60%", "50%")
		var word, memo string
		h.do("what can be taken away", chromedp.AttributeValue(`.acts a[href$="bertanda.docx"]`, "href", &word, nil), chromedp.AttributeValue(`.acts a[href$="telaahan.docx"]`, "href", &memo, nil))
		if word == "" || memo == "" {
			t.Error("neither the marked draft nor the memo is offered")
		}
		h.do("both are read", chromedp.WaitNotPresent(`.card:not(.done)`), chromedp.WaitVisible(`#antrean .card.done + .card.done`))
		h.click("keeping it", `.card form[action$="simpan"] button`, ".news")
	})
	h.job("2, a clause is found on the page, mended and mended back", 5, func() {
		h.click("the documents", nav("/dokumen"), "table.list a")
		h.click("the document", "table.list th a", ".clause.quota")
		h.click("its words", ".clause.quota .words a", ":target")
		h.click("its value", ".clause.quota a.fix", `.clause.quota [name="f.percent"]`)
		h.do("another value", chromedp.SetValue(`.clause.quota [name="f.percent"]`, "50"), chromedp.SetValue(`.clause.quota [name="oleh"]`, "Siti"),
			chromedp.SendKeys(`.clause.quota [name="alasan"]`, "salah baca"+kb.Enter), chromedp.WaitVisible(".clause.quota .history"))
		has(t, text(".clause.quota .value"), "50%")
		h.click("as it was", ".clause.quota .history button", ".news")
		has(t, text(".clause.quota .value"), "60%")
	})
	h.job("3, a doubt is settled by keyboard", 1, func() {
		h.click("what is to be read", nav("/perlu-dibaca"), "#putusan")
		before := text(".left b")
		h.do("it is right", chromedp.Evaluate(`document.activeElement.blur()`, nil), chromedp.KeyEvent(kb.Enter), chromedp.WaitVisible(".news"))
		if after := text(".left b"); after == before {
			t.Errorf("%s doubts are left, as before", after)
		}
	})
	h.job("4, a comparison is read", 3, func() {
		h.click("the documents", nav("/dokumen"), "table.list a")
		h.click("the document", "table.list th a", `.acts a[href^="/banding"]`)
		h.click("the comparison", `.acts a[href^="/banding"]`, "table.pairs mark")
		has(t, text("table.pairs"), "60%", "50%")
		has(t, text("#isi > .acts"), "DOCX", "XLSX")
	})
	h.job("5, a cell of the matrix opens its evidence", 2, func() {
		h.click("the matrix", nav("/matriks"), "table.matrix")
		h.click("a deviation", "table.matrix .cell.error a", "footer")
		if body := text("main"); !strings.Contains(body, "60%") {
			t.Errorf("no evidence: %s", body)
		}
	})
}
