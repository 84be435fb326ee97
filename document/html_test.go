package document

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/telaah/telaah/circular"
)

const page = `<!-- disimpan --><!DOCTYPE html>
<html><head><meta charset="utf-8"><title>ASN Boleh WFH - Situs</title>
<meta property="og:title" content="ASN Contoh Boleh WFH">
<meta property="og:site_name" content="Berita Contoh">
<meta property="article:published_time" content="2024-04-15T08:00:00+07:00">
<link rel="canonical" href="https://berita.contoh.id/asn-wfh">
</head><body><nav><a href="/">Beranda</a> <a href="/politik">Politik</a></nav>
<article><h1>ASN Contoh Boleh WFH</h1>
<p>CONTOH &ndash; Bupati Contoh menerbitkan Surat Edaran Nomor 5 Tahun 2024 tentang penyesuaian
sistem kerja pegawai setelah libur nasional dan cuti bersama hari raya di lingkungan pemerintah daerah.</p>
<p>Jumlah pegawai yang bekerja dari rumah paling banyak 50 persen, dengan memperhatikan layanan:</p>
<ol><li>layanan administrasi pemerintahan;</li><li>layanan dukungan pimpinan.</li></ol>
<table><tr><th>Layanan</th><th>WFH</th></tr><tr><td>Administrasi</td><td>50%</td></tr></table>
<p>"Ketentuan ini berlaku dua hari," kata Bupati, Senin (15/4/2024), di kantornya di pusat kota.</p>
</article><script>var x = "jangan dibaca";</script></body></html>`

func TestHTML(t *testing.T) {
	d, err := Read(context.Background(), "halaman.txt", []byte(page), Options{})
	if err != nil {
		t.Fatal(err)
	}
	if d.Source.MediaType != "text/html" || d.Title != "ASN Contoh Boleh WFH" || d.Site != "Berita Contoh" ||
		d.Source.URL != "https://berita.contoh.id/asn-wfh" || d.Published.String() != "2024-04-15" || d.Source.Grade != circular.GradeNews {
		t.Errorf("document is %+v", d)
	}
	for _, want := range []string{"CONTOH – Bupati", "paling banyak 50 persen", "1. layanan administrasi pemerintahan;\n2. layanan dukungan",
		"Administrasi\t50%\n", "kata Bupati, Senin"} {
		if !strings.Contains(d.Text.Body, want) {
			t.Errorf("body lacks %q:\n%s", want, d.Text.Body)
		}
	}
	for _, not := range []string{"jangan dibaca", "Beranda", "<p>"} {
		if strings.Contains(d.Text.Body, not) {
			t.Errorf("body holds %q:\n%s", not, d.Text.Body)
		}
	}
	if n := strings.Count(d.Text.Body, "ASN Contoh Boleh WFH"); n != 1 {
		t.Errorf("the title stands %d times:\n%s", n, d.Text.Body)
	}
	if len(d.Text.Marks) == 0 || d.Text.Marks[0].Kind != circular.MarkTitle || d.Text.Slice(d.Text.Marks[0].Span) != d.Title {
		t.Errorf("marks are %+v", d.Text.Marks)
	}
}

func TestHTMLWithoutArticle(t *testing.T) {
	d, err := Read(context.Background(), "x", []byte("<html><body><div>Surat edaran singkat.</div></body></html>"), Options{})
	if err != nil || !strings.Contains(d.Text.Body, "Surat edaran singkat.") {
		t.Errorf("%q, %v", d.Text.Body, err)
	}
	if _, err := Read(context.Background(), "x", []byte("<html>"+strings.Repeat("<div>", 100000)+"x"), Options{}); !errors.Is(err, ErrDamaged) {
		t.Errorf("a page nested 100,000 deep: error is %v", err)
	}
}
