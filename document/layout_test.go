package document

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"codeberg.org/go-pdf/fpdf"

	"github.com/telaah/telaah/circular"
)

// letter draws pages with the function draw and reads them back.
func letter(t *testing.T, draw func(f *fpdf.Fpdf)) Document {
	t.Helper()
	f := fpdf.New("P", "pt", "A4", "")
	f.SetAutoPageBreak(false, 0)
	f.SetFont("Times", "", 12)
	f.AddPage()
	draw(f)
	var buf bytes.Buffer
	if err := f.Output(&buf); err != nil {
		t.Fatal(err)
	}
	d, err := Read(context.Background(), "surat.pdf", buf.Bytes(), Options{})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// check compares the body of a document without blank lines.
func check(t *testing.T, d Document, want string) {
	t.Helper()
	got := strings.TrimSpace(strings.ReplaceAll(d.Text.Body, "\n\n", "\n"))
	if got != strings.TrimSpace(want) {
		t.Errorf("body is\n%s\n\nwant\n%s", got, want)
	}
}

func TestLetterBlockDoesNotInterleave(t *testing.T) {
	d := letter(t, func(f *fpdf.Fpdf) {
		f.Text(330, 80, "Contoh, 15 April 2024")
		left := [][2]string{{"Nomor", ": 800/123/BKD/2024"}, {"Sifat", ": Segera"}, {"Lampiran", ": -"}, {"Hal", ": Penyesuaian Sistem Kerja"}}
		right := []string{"Kepada", "Yth. Kepala Perangkat Daerah", "di -", "     Tempat"}
		for i := range left { // row by row, as a word processor writes them
			y := 110 + 16*float64(i)
			f.Text(70, y, left[i][0])
			f.Text(130, y, left[i][1])
			f.Text(330, y, right[i])
		}
		f.Text(136, 174, "Pegawai ASN")
		f.Text(70, 220, "Dengan hormat, bersama ini disampaikan bahwa sistem kerja pegawai disesuaikan dengan")
		f.Text(70, 236, "ketentuan yang berlaku.")
	})
	check(t, d, `Contoh, 15 April 2024
Nomor : 800/123/BKD/2024
Sifat : Segera
Lampiran : -
Hal : Penyesuaian Sistem Kerja
Pegawai ASN
Kepada
Yth. Kepala Perangkat Daerah
di -
Tempat
Dengan hormat, bersama ini disampaikan bahwa sistem kerja pegawai disesuaikan dengan ketentuan yang berlaku.`)
}

func TestTwoColumnsOfText(t *testing.T) {
	d := letter(t, func(f *fpdf.Fpdf) {
		f.Text(200, 60, "BERITA DAERAH")
		for i := range 8 {
			y := 100 + 15*float64(i)
			f.Text(60, y, fmt.Sprintf("kolom kiri baris ke %d yang penuh", i+1))
			f.Text(320, y, fmt.Sprintf("kolom kanan baris ke %d penuh", i+1))
		}
	})
	left, right := strings.Index(d.Text.Body, "kiri baris ke 8"), strings.Index(d.Text.Body, "kanan baris ke 1")
	if left < 0 || right < 0 || left > right {
		t.Errorf("columns are mixed:\n%s", d.Text.Body)
	}
}

func TestParagraphs(t *testing.T) {
	d := letter(t, func(f *fpdf.Fpdf) {
		for i, l := range []string{
			"T E N T A N G",
			"1. Pegawai yang melaksanakan tugas di rumah paling banyak 50% dari seluruh pega-",
			"wai, sesuai dengan peraturan perundang-undangan dan ketentuan Undang-",
			"Undang yang berlaku bagi mereka di lingkungan masing-",
			"masing perangkat daerah.",
			"2. Kepala dinas melapor.",
			"a) laporan mingguan;",
		} {
			x := 70.0
			if i > 1 && i < 5 {
				x = 82
			}
			f.Text(x, 80+15*float64(i), l)
		}
		f.Text(350, 240, "Ditetapkan di Contoh")
		f.Text(350, 256, "pada tanggal 15 April 2024")
	})
	check(t, d, `TENTANG
1. Pegawai yang melaksanakan tugas di rumah paling banyak 50% dari seluruh pegawai, sesuai dengan peraturan perundang-undangan dan ketentuan Undang-Undang yang berlaku bagi mereka di lingkungan masing-masing perangkat daerah.
2. Kepala dinas melapor.
a) laporan mingguan;
Ditetapkan di Contoh
pada tanggal 15 April 2024`)
}

func TestRuledTable(t *testing.T) {
	d := letter(t, func(f *fpdf.Fpdf) {
		f.Text(70, 80, "Lampiran")
		f.SetXY(70, 100)
		for _, row := range [][]string{{"No", "Layanan", "WFH"}, {"1.", "Administrasi", "50%"}, {"2.", "Pimpinan", ""}} {
			f.SetX(70)
			f.CellFormat(30, 20, row[0], "1", 0, "L", false, 0, "")
			f.CellFormat(150, 20, row[1], "1", 0, "L", false, 0, "")
			f.CellFormat(60, 20, row[2], "1", 1, "R", false, 0, "")
		}
		f.Text(70, 250, "Demikian.")
	})
	check(t, d, "Lampiran\nNo\tLayanan\tWFH\n1.\tAdministrasi\t50%\n2.\tPimpinan\nDemikian.")
	if len(d.Text.Marks) != 1 || d.Text.Marks[0].Kind != circular.MarkTable || !strings.HasPrefix(d.Text.Slice(d.Text.Marks[0].Span), "No\tLayanan") {
		t.Errorf("marks are %+v", d.Text.Marks)
	}
}

func TestCellOfSeveralLines(t *testing.T) {
	d := letter(t, func(f *fpdf.Fpdf) {
		for _, x := range []float64{70, 200, 300} {
			f.Line(x, 90, x, 150)
		}
		for _, y := range []float64{90, 110, 150} {
			f.Line(70, y, 300, y)
		}
		f.Text(75, 104, "Layanan")
		f.Text(205, 104, "Kadar")
		f.Text(75, 124, "Administrasi")
		f.Text(75, 140, "pemerintahan")
		f.Text(205, 132, "50%")
	})
	check(t, d, "Layanan\tKadar\nAdministrasi pemerintahan\t50%")
}

func TestFurniture(t *testing.T) {
	d := letter(t, func(f *fpdf.Fpdf) {
		for n := 1; n <= 3; n++ {
			if n > 1 {
				f.AddPage()
			}
			f.Text(230, 40, "PEMERINTAH KABUPATEN CONTOH")
			f.Text(290, 60, fmt.Sprintf("- %d -", n))
			f.Text(70, 300, fmt.Sprintf("Isi halaman %d.", n))
			f.Text(70, 820, "Dokumen ini telah ditandatangani secara elektronik menggunakan sertifikat elektronik")
		}
	})
	kinds := map[circular.MarkKind]int{}
	for _, m := range d.Text.Marks {
		kinds[m.Kind]++
		if s := d.Text.Slice(m.Span); strings.Contains(s, "Isi") {
			t.Errorf("%s holds running text: %q", m.Kind, s)
		}
	}
	if kinds[circular.MarkHeader] != 3 || kinds[circular.MarkFooter] != 3 || kinds[circular.MarkPageNumber] != 3 {
		t.Errorf("marks are %v", kinds)
	}
	if len(d.Text.Pages) != 3 || d.Text.PageAt(strings.Index(d.Text.Body, "Isi halaman 2")) != 2 {
		t.Errorf("pages are %+v", d.Text.Pages)
	}
}

// TestTurnedText turns the text on the page, and the page itself.
func TestTurnedText(t *testing.T) {
	for _, turn := range []float64{0, 90, 180, 270} {
		for _, page := range []int{0, 90, 180, 270} {
			f := fpdf.New("P", "pt", "A4", "")
			f.SetFont("Times", "", 12)
			f.AddPage()
			f.TransformBegin()
			f.TransformRotate(turn, 300, 400)
			f.Text(200, 380, "Pegawai bekerja di kantor")
			f.Text(200, 400, "paling sedikit 30%.")
			f.TransformEnd()
			var buf bytes.Buffer
			if err := f.Output(&buf); err != nil {
				t.Fatal(err)
			}
			data := bytes.Replace(buf.Bytes(), []byte("/Type /Page\n"), fmt.Appendf(nil, "/Type /Page /Rotate %d\n", page), 1)
			if bytes.Equal(data, buf.Bytes()) {
				t.Fatal("the page was not turned")
			}
			d, err := Read(context.Background(), "surat.pdf", data, Options{})
			if err != nil {
				t.Fatal(err)
			}
			check(t, d, "Pegawai bekerja di kantor\npaling sedikit 30%.")
		}
	}
}

func TestSealAtAnAngleStandsAside(t *testing.T) {
	d := letter(t, func(f *fpdf.Fpdf) {
		f.Text(70, 100, "Pegawai bekerja di kantor setiap hari kerja tanpa kecuali.")
		f.TransformBegin()
		f.TransformRotate(45, 300, 400)
		f.Text(250, 400, "SALINAN")
		f.TransformEnd()
	})
	check(t, d, "Pegawai bekerja di kantor setiap hari kerja tanpa kecuali.\nSALINAN")
	if len(d.Text.Marks) != 1 || d.Text.Marks[0].Kind != circular.MarkTextBox {
		t.Errorf("marks are %+v", d.Text.Marks)
	}
}

func TestLockedPDF(t *testing.T) {
	for _, c := range []struct {
		user, owner, given string
		ok                 bool
	}{{"", "pemilik", "", true}, {"buka", "pemilik", "", false}, {"buka", "pemilik", "buka", true}, {"buka", "pemilik", "salah", false}} {
		f := fpdf.New("P", "pt", "A4", "")
		f.SetProtection(fpdf.CnProtectPrint, c.user, c.owner)
		f.AddPage()
		f.SetFont("Times", "", 12)
		f.Text(70, 80, "Rahasia umum")
		var buf bytes.Buffer
		if err := f.Output(&buf); err != nil {
			t.Fatal(err)
		}
		d, err := Read(context.Background(), "terkunci.pdf", buf.Bytes(), Options{Password: c.given})
		if c.ok && (err != nil || !strings.Contains(d.Text.Body, "Rahasia umum")) || !c.ok && !errors.Is(err, ErrEncrypted) {
			t.Errorf("user password %q, given %q: %q, %v", c.user, c.given, d.Text.Body, err)
		}
	}
}
