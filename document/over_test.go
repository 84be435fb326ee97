package document

import (
	"bytes"
	"context"
	"image"
	"image/color"
	"math"
	"strings"
	"testing"

	"codeberg.org/go-pdf/fpdf"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/document/internal/scan"
)

// pictured returns a PDF of one page that shows a picture, with lines over it
// or, where hidden, lines that nobody sees.
func pictured(t *testing.T, img image.Image, hidden bool, lines ...string) []byte {
	t.Helper()
	f := fpdf.New("P", "mm", "A4", "")
	f.AddPage()
	f.RegisterImageOptionsReader("page", fpdf.ImageOptions{ImageType: "png"}, bytes.NewReader(pngOf(t, img)))
	f.ImageOptions("page", 0, 0, 210, 297, false, fpdf.ImageOptions{}, 0, "")
	f.SetFont("Helvetica", "", 9)
	if hidden {
		f.SetTextRenderingMode(3)
	}
	for i, l := range lines {
		f.Text(30, 280+5*float64(i), l)
		if hidden {
			f.Text(30, 40+8*float64(i), l)
		}
	}
	var b bytes.Buffer
	if err := f.Output(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

var shortCircular = []string{"BUPATI CONTOH", "SURAT EDARAN", "NOMOR 17 TAHUN 2024", "TENTANG", "SISTEM KERJA PEGAWAI",
	"1. Pegawai pada layanan administrasi melaksanakan tugas di rumah paling banyak 75% (tujuh puluh lima persen).",
	"2. Pegawai pada layanan masyarakat wajib melaksanakan tugas di kantor 100%.", "Ditetapkan di Contoh", "pada tanggal 15 April 2024", "BUPATI CONTOH,", "SARI WIJAYA"}

// TestOverPicture: what is typed over a scan stands beside what the scan shows,
// and somebody's OCR below it is read again, or doubted.
func TestOverPicture(t *testing.T) {
	img := rastered(t, drawn(t, shortCircular), 150)
	signed := []string{"Dokumen ini telah ditandatangani secara elektronik", "menggunakan sertifikat elektronik"}
	wrong := []string{"NOMOR 11 TAHUN 2O24 tentang sistem kerja pegawai di kabupaten", "paling banyak 15% dan seterusnya bagi layanan administrasi pemerintahan"}

	d, err := Read(context.Background(), "lapisan.pdf", pictured(t, img, true, wrong...), Options{})
	if err != nil {
		t.Fatal(err)
	}
	if p := d.Text.Pages[0]; p.Method != circular.MethodOCR || p.Note == "" || len(d.Text.Words) == 0 || d.Text.Words[1].Confidence > 0.8 {
		t.Errorf("somebody's OCR is believed: %+v, %+v", p, d.Text.Words)
	}
	if testing.Short() {
		t.Skip("reads pictures")
	}
	r := tesseract(t)
	for name, data := range map[string][]byte{"tertanda.pdf": pictured(t, img, false, signed...), "lapisan.pdf": pictured(t, img, true, wrong...)} {
		d, err := Read(context.Background(), name, data, Options{OCR: r})
		if err != nil {
			t.Fatal(err)
		}
		body := d.Text.Body
		if !strings.Contains(body, "paling banyak 75%") || !strings.Contains(body, "NOMOR 17 TAHUN 2024") || strings.Contains(body, "15%") || strings.Contains(body, "tersertifikasi") {
			t.Errorf("%s: %s", name, body)
		}
		if name == "tertanda.pdf" && strings.Count(body, "ditandatangani secara elektronik") != 1 {
			t.Errorf("%s: the typed lines: %s", name, body)
		}
		if d.Source.Grade != circular.GradeScan {
			t.Errorf("%s: grade %s", name, d.Source.Grade)
		}
	}
}

// TestStampOverHeading: a coloured stamp over the heading hides none of it, and
// no per cent sign is lost.
func TestStampOverHeading(t *testing.T) {
	if testing.Short() {
		t.Skip("reads a picture")
	}
	r := tesseract(t)
	grey := rastered(t, drawn(t, shortCircular), 200)
	img := image.NewRGBA(grey.Rect)
	for y := range grey.Rect.Dy() {
		for x := range grey.Rect.Dx() {
			v := grey.GrayAt(x, y).Y
			img.SetRGBA(x, y, color.RGBA{v, v, v, 255})
			d := math.Hypot(float64(x-380), float64(y-330))
			if d < 200 && (d > 185 || int(d)%40 < 8 && y < 340) {
				mix := func(ink uint8) uint8 { return uint8(0.25*float64(v) + 0.75*float64(ink)*float64(v)/255) }
				img.SetRGBA(x, y, color.RGBA{mix(80), mix(48), mix(176), 255})
			}
		}
	}
	d, err := Read(context.Background(), "cap.png", pngOf(t, img), Options{OCR: r})
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"SURAT EDARAN", "NOMOR 17 TAHUN 2024", "TENTANG", "75%", "100%", "SARI WIJAYA"} {
		if !strings.Contains(d.Text.Body, want) {
			t.Errorf("%q is missing in\n%s", want, d.Text.Body)
		}
	}
}

// TestSheet: two pages on a sheet are read one after the other.
func TestSheet(t *testing.T) {
	if testing.Short() {
		t.Skip("reads a picture")
	}
	r := tesseract(t)
	page := rastered(t, drawn(t, shortCircular), 150)
	w, h := page.Rect.Dx(), page.Rect.Dy()
	img := image.NewGray(image.Rect(0, 0, 2*w, h))
	for y := range h {
		copy(img.Pix[y*img.Stride:], page.Pix[y*page.Stride:y*page.Stride+w])
		copy(img.Pix[y*img.Stride+w:], page.Pix[y*page.Stride:y*page.Stride+w])
	}
	d, err := Read(context.Background(), "dua.png", pngOf(t, img), Options{OCR: r})
	if err != nil {
		t.Fatal(err)
	}
	first, rest, ok := strings.Cut(d.Text.Body, "SARI WIJAYA")
	if !ok || len(d.Text.Pages) != 1 || strings.Count(first, "NOMOR 17") != 1 || strings.Count(rest, "NOMOR 17") != 1 {
		t.Errorf("%d pages: %s", len(d.Text.Pages), d.Text.Body)
	}
}

// TestNothingRead: a page of grains costs no recognition, and one of which
// nothing was read is told.
func TestNothingRead(t *testing.T) {
	img := image.NewGray(image.Rect(0, 0, 1240, 1754))
	state := uint32(1)
	for i := range img.Pix {
		state = state*1664525 + 1013904223
		img.Pix[i] = uint8(state >> 24)
	}
	d, err := Read(context.Background(), "bintik.png", pngOf(t, img), Options{OCR: loud{t}})
	if err != nil {
		t.Fatal(err)
	}
	if len(d.Warnings) != 1 || d.Warnings[0].Code != circular.UnreadPrefix+"page" {
		t.Errorf("warnings %+v", d.Warnings)
	}
	white := image.NewGray(img.Rect)
	for i := range white.Pix {
		white.Pix[i] = 255
	}
	if d, err = Read(context.Background(), "kosong.png", pngOf(t, white), Options{OCR: loud{t}}); err != nil || len(d.Warnings) != 0 {
		t.Errorf("an empty page: %v, %+v", err, d.Warnings)
	}
	d, err = Read(context.Background(), "halaman.png", pngOf(t, rastered(t, drawn(t, shortCircular), 100)), Options{OCR: silent{}})
	if err != nil || len(d.Warnings) != 1 {
		t.Errorf("nothing read: %v, %+v", err, d.Warnings)
	}
}

// loud is a recogniser that must not be asked.
type loud struct{ t *testing.T }

func (loud) Models() []string { return []string{English, Indonesian} }
func (l loud) Recognize(context.Context, []byte, Ask) ([]byte, error) {
	l.t.Error("a picture without letters is recognised")
	return nil, nil
}

// TestMissingPages: the words at the foot of a page are those that the next
// begins with, or a page is missing.
func TestMissingPages(t *testing.T) {
	filler := strings.Repeat("Pegawai melaksanakan tugas kedinasan. ", 4)
	for next, want := range map[string]int{"b. Pembagian tugas diatur kepala. " + filler: 0, "- 2 -\nb.Pembagian tugas. " + filler: 0, "4. Bendahara mencatat. " + filler: 1} {
		d, err := Read(context.Background(), "a.txt", []byte("a. Pegawai wajib hadir.\nb. Pembagian...\n\f"+next), Options{})
		if err != nil {
			t.Fatal(err)
		}
		if got := len(d.Warnings); got != want {
			t.Errorf("%q: %+v %+v", next, d.Warnings, d.Text)
		}
	}
}

// TestDecide: what readings of a line come to.
func TestDecide(t *testing.T) {
	line := func(model, text string) vote {
		var words []scan.Word
		for i, w := range strings.Fields(text) {
			words = append(words, scan.Word{Text: w, X: 100 * i, W: 90, H: 30, Conf: 0.9, Line: 1})
		}
		return vote{model, words, text}
	}
	for _, c := range []struct {
		kind  lineKind
		votes []vote
		want  string
		conf  float64 // of the second word, or the first of a day
	}{
		{lineNumber, []vote{line(English, "NOMOR 4 TAHUN 2017"), line(Indonesian, "NOMOR 4 TAHUN 2017")}, "NOMOR 4 TAHUN 2017", sure},
		{lineNumber, []vote{line(English, "NOMOR 3 TAHUN 2018"), line(Indonesian, "NOMOR 5 TAHUN 2018"), line(English, "NOMOR 3 TAHUN 2018"), line(Indonesian, "NOMOR 5 TAHUN 2018")}, "NOMOR 3 TAHUN 2018", unsure},
		{lineNumber, []vote{line(English, "NOMOR & TAHUN 2018"), line(Indonesian, "NOMOR 5 TAHUN 2018")}, "NOMOR 5 TAHUN 2018", guessed},
		{lineNumber, []vote{line(English, "NOMOROS TAHUN 2018"), line(Indonesian, "NOMORO5 TAHUN 2018")}, "NOMOR 05 TAHUN 2018", sure},
		{lineDate, []vote{line(English, "22 JUN 2017"), line(Indonesian, "2 2 JUN 2017")}, "22 JUN 2017", sure},
		{lineDate, []vote{line(English, "16 JAN 2013"), line(Indonesian, "16 JAN 2018")}, "16 JAN 2013", guessed},
		{lineName, []vote{line("", "“THOMAS WIJAYA"), line(English, "AQ» THOMAS WIJAYA"), line(Indonesian, "THOMAS WIJAYA")}, "THOMAS WIJAYA", sure},
		{lineName, []vote{line("", "THOMAS WIJAYA"), line(English, "FHOMAS WIJAYA"), line(Indonesian, "THOMAS WIJAYA")}, "THOMAS WIJAYA", unsure},
		{lineName, []vote{line("", "Dr. Sari Wijaya,"), line(English, "Dr. Sari Wijaya,>"), line(Indonesian, "Dr. Sari Wijaya")}, "Dr. Sari Wijaya,", unsure},
		{lineName, []vote{line("", "Anie Wijaya"), line(English, "Artie Wijaya"), line(Indonesian, "Arie Wijaya")}, "Anie Wijaya", guessed},
	} {
		got, _ := decide(c.kind, c.votes)
		at := min(1, len(got)-1)
		if textOf(got) != c.want || got[at].Conf != c.conf {
			t.Errorf("%v: %q at %v, want %q at %v", c.votes, textOf(got), got[at].Conf, c.want, c.conf)
		}
	}
}
