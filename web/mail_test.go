package web

import (
	"encoding/base64"
	"fmt"
	"net/http"
	"regexp"
	"strings"
	"testing"
)

// mail returns a mail with files attached.
func mail(files map[string][]byte) []byte {
	var b strings.Builder
	b.WriteString("From: a@contoh.go.id\r\nTo: b@contoh.go.id\r\nSubject: Rancangan\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=batas\r\n\r\n" +
		"--batas\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nTerlampir rancangan untuk ditelaah.\r\n")
	for name, data := range files {
		fmt.Fprintf(&b, "--batas\r\nContent-Type: application/octet-stream; name=%q\r\nContent-Disposition: attachment; filename=%q\r\nContent-Transfer-Encoding: base64\r\n\r\n%s\r\n",
			name, name, base64.StdEncoding.EncodeToString(data))
	}
	b.WriteString("--batas--\r\n")
	return []byte(b.String())
}

// Every attachment of a mail is a draft with its own verdict, and is saved as
// itself; of the mail the page says that its letter is no circular.
func TestMailWithAttachments(t *testing.T) {
	s := newSite(t)
	page := s.check(map[string][]byte{"surat.eml": mail(map[string][]byte{
		"satu.docx": sample(t, "contoh-60-persen.docx"), "dua.txt": sample(t, "banten-2024.txt"), "foto.bin": {0, 1, 2},
		"salinan.txt": sample(t, "banten-2024.txt"),
	})}, "")
	has(t, page, "surat.eml/satu.docx", "surat.eml/dua.txt", "WFH paling banyak 60%, pusat WFH paling banyak 50%", "SE Gubernur Banten", "Salinan berkas lain")
	for _, m := range regexp.MustCompile(`action="/periksa/([a-z0-9]+)/simpan"`).FindAllStringSubmatch(page, -1) {
		s.post("/periksa/"+m[1]+"/simpan", http.StatusOK)
	}
	list := s.get("/dokumen", http.StatusOK)
	has(t, list, "surat.eml/satu.docx", "2 dokumen dalam korpus")
	job := find(t, page, `id="k-([a-z0-9]+)" aria-labelledby="[^"]*">\s*<header class="card-head">\s*<h3 [^>]*><a [^>]*>surat.eml/satu`)
	if got := s.get("/periksa/"+job+"/unduh/bertanda.docx", http.StatusOK); !strings.HasPrefix(got, "PK") {
		t.Error("the attachment does not come back marked")
	}
}

// What a document brings along is judged too, and never takes its place.
func TestAttachedToADocument(t *testing.T) {
	s := newSite(t)
	page := s.check(map[string][]byte{"arsip.zip": zipped(t, map[string][]byte{
		"surat.eml": mail(map[string][]byte{"dua.txt": sample(t, "banten-2024.txt")}), "tiga.txt": sample(t, "contoh-60-persen.txt"),
	})}, "")
	has(t, page, "tiga.txt", "dua.txt", "WFH paling banyak 60%", "SE Gubernur Banten")
}
