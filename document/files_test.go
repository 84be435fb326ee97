package document

import (
	"context"
	"errors"
	"strings"
	"testing"
)

// readText reads data as the file name, and returns its text with its marks
// and without empty lines.
func readText(t *testing.T, name, data string) (string, Document) {
	t.Helper()
	d, err := Read(context.Background(), name, []byte(data), Options{})
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return strings.ReplaceAll(strings.TrimSpace(marked(d.Text)), "\n\n", "\n"), d
}

// TestTyped: drafts are read as they look.
func TestTyped(t *testing.T) {
	for _, c := range []struct{ name, data, want string }{
		{"soft.txt", "layanan peme\u00AD\nrintahan dan pe\u00ADgawai\n", "layanan pemerintahan dan pegawai"},
		{"plain.txt", "1. satu\n2 * 3 * 4\n", "1. satu\n2 * 3 * 4"},
		{"draft.md", "# SURAT EDARAN\r\n\r\n**NOMOR 17 TAHUN 2024**\r\n\r\n1. Pegawai **WFH paling banyak 75%**:\r\n    a. rumah sakit;\r\n    b. damkar.\r\n2. Lain.\r\n\r\nDitetapkan di Contoh  \r\npada tanggal 15\r\n",
			"SURAT EDARAN\nNOMOR 17 TAHUN 2024\n1. Pegawai WFH paling banyak 75%:\na. rumah sakit;\nb. damkar.\n2. Lain.\nDitetapkan di Contoh\npada tanggal 15"},
		{"table.md", "## Lampiran\n\n| Layanan | WFH |\n|---|---|\n| Umum | 50% |\n", "Lampiran\n[table: Layanan\tWFH\nUmum\t50%]"},
		{"struck.md", "# A\n\npaling banyak ~~75%~~ 50%\n", "A\npaling banyak 50%"},
	} {
		if got, _ := readText(t, c.name, c.data); got != c.want {
			t.Errorf("%s: text is\n%q, want\n%q", c.name, got, c.want)
		}
	}
}

// TestPages: what a web page shows is read, wherever it stands.
func TestPages(t *testing.T) {
	const long = "Pegawai pada layanan administrasi pemerintahan melaksanakan tugas kedinasan dari rumah paling banyak lima puluh persen dari jumlah pegawai."
	for _, c := range []struct{ name, data, want string }{
		{"lists in the body", "<!doctype html><body><p>SURAT EDARAN</p><p>disampaikan hal-hal sebagai berikut:</p><ol><li>" + long + "</li><li>Lain " + long + "</li></ol><ul><li>Tambahan " + long + "</li></ul><p>Demikian " + long + "</p></body>",
			"SURAT EDARAN\ndisampaikan hal-hal sebagai berikut:\n1. " + long + "\n2. Lain " + long + "\n- Tambahan " + long + "\nDemikian " + long},
		{"hidden", "<!doctype html><body><p hidden>80 persen</p><p style='display: none'>81 persen</p><p>50 persen</p></body>", "50 persen"},
		{"noscript", "<!doctype html><body><p>satu</p><noscript><p>dua</p></noscript><noscript><img src=x></noscript><p>tiga</p></body>", "satu\ndua\ntiga"},
		{"no paragraphs", "<!doctype html><article><h1>Judul</h1>Satu kalimat.<br><br>Kalimat kedua.<br>Kalimat ketiga.</article>",
			"[title: Judul]\nSatu kalimat.\nKalimat kedua.\nKalimat ketiga."},
		{"numbers", "<!doctype html><body><ol start=3><li>tiga<li value=7>tujuh</ol><ol type=a><li>huruf</ol></body>", "3. tiga\n7. tujuh\na. huruf"},
		{"struck", "<!doctype html><body><p>paling banyak <s>75%</s> 50%</p></body>", "paling banyak 50%"},
		{"note", "<!doctype html><body><p>75<sup>1</sup> persen</p></body>", "75¹ persen"},
		{"merged heads", "<!doctype html><body><table><tr><th rowspan=2>Layanan<th colspan=2>Pembagian<tr><th>WFH<th>WFO<tr><td>Umum<td>75%<td>25%</table></body>",
			"[table: Layanan\tPembagian\tPembagian\nLayanan\tWFH\tWFO\nUmum\t75%\t25%]"},
		{"table for the look", "<!doctype html><body><table><tr><td><p>kiri</p><table><tr><td>a<td>b</table></td><td>kanan</td></table></body>", "kiri\n[table: a\tb]\nkanan"},
		{"typed", "<!doctype html><body><pre>NOMOR 1\nTENTANG\n</pre></body>", "NOMOR 1\nTENTANG"},
	} {
		if got, _ := readText(t, "laman", c.data); got != c.want {
			t.Errorf("%s: text is\n%q, want\n%q", c.name, got, c.want)
		}
	}
}

// TestNotTheFile: what is not the document that its name promises is named.
func TestNotTheFile(t *testing.T) {
	const page = "<!DOCTYPE html><title>404</title><h1>Tidak ditemukan</h1>"
	for _, c := range []struct {
		name, data string
		want       error
	}{
		{"a.pdf", page, ErrWebPage}, {"a.DOCX", page, ErrWebPage}, {"a.html", page, nil}, {"a", page, nil},
		{"a.pdf", "Access denied", ErrMisnamed}, {"a.txt", "Access denied", nil},
		{"a.pdf", "version https://git-lfs.github.com/spec/v1\noid sha256:ab\nsize 1\n", ErrPointer},
		{"a.txt", "version https://git-lfs.github.com/spec/v1\noid sha256:ab\nsize 1\n", ErrPointer},
		{"a.pdf", "../.git/annex/objects/x1/y2/SHA256E-s1--ab.pdf/SHA256E-s1--ab.pdf", ErrPointer},
		{"se.pdf.url", "[InternetShortcut]\r\nURL=https://contoh.example/se.pdf\r\n", ErrShortcut},
		{"se.lnk", "L\x00\x00\x00\x01\x14\x02\x00\x00\x00\x00\x00\xC0", ErrShortcut},
		{"se.desktop", "[Desktop Entry]\nType=Link\nURL=x\n", ErrShortcut},
	} {
		_, err := Read(context.Background(), c.name, []byte(c.data), Options{})
		if !errors.Is(err, c.want) {
			t.Errorf("%s, %.20q: error is %v, want %v", c.name, c.data, err, c.want)
		}
		if what, hint := Explain(err, "id"); c.want != nil && (what == "" || hint == "") {
			t.Errorf("%v is not explained", c.want)
		}
	}
}
