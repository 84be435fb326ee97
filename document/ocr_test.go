package document

import (
	"bytes"
	"context"
	"image"
	"image/jpeg"
	"image/png"
	"math"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"

	"codeberg.org/go-pdf/fpdf"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/document/internal/scan"
)

// scanned is an invented circular, a paragraph an entry.
var scanned = []string{
	"PEMERINTAH KABUPATEN CONTOH",
	"SURAT EDARAN",
	"NOMOR 800/1234/BKD/2024",
	"TENTANG",
	"PENYESUAIAN SISTEM KERJA PEGAWAI APARATUR SIPIL NEGARA",
	"A. Latar Belakang",
	"Dalam rangka mendukung kelancaran arus balik setelah libur nasional dan cuti bersama Hari Raya Idul Fitri 1445 Hijriah, perlu dilakukan penyesuaian sistem kerja pegawai di lingkungan Pemerintah Kabupaten Contoh pada tanggal 16 April 2024 sampai dengan 17 April 2024.",
	"B. Isi Edaran",
	"1. Jumlah pegawai yang melaksanakan tugas kedinasan di rumah paling banyak 50% (lima puluh persen) untuk layanan administrasi pemerintahan, dan 30% untuk layanan dukungan pimpinan.",
	"2. Layanan masyarakat, antara lain kesehatan, keamanan dan ketertiban, penanganan bencana, energi, logistik, pos, transportasi dan distribusi, obyek vital nasional, konstruksi, dan utilitas dasar, tetap melaksanakan tugas di kantor 100%.",
	"3. Kepala perangkat daerah menyampaikan laporan paling lambat tanggal 19 April 2024 melalui Badan Kepegawaian Daerah.",
	"4. Pejabat pimpinan tinggi pratama wajib melaksanakan tugas kedinasan di kantor; pejabat administrator paling sedikit 75%.",
	"C. Penutup",
	"Demikian Surat Edaran ini disampaikan untuk dilaksanakan dengan penuh tanggung jawab.",
	"Ditetapkan di Contoh",
	"pada tanggal 15 April 2024",
	"BUPATI CONTOH,",
	"NAMA LENGKAP",
}

// drawn returns the PDF of a text, in the way of a letter.
func drawn(t testing.TB, paragraphs []string) []byte {
	t.Helper()
	f := fpdf.New("P", "mm", "A4", "")
	f.SetMargins(25, 25, 20)
	f.AddPage()
	f.SetFont("Times", "", 12)
	for _, p := range paragraphs {
		f.MultiCell(0, 6, p, "", "L", false)
		f.Ln(2)
	}
	var buf bytes.Buffer
	if err := f.Output(&buf); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

// rastered returns the first page of a PDF as a picture.
func rastered(t testing.TB, data []byte, dpi float64) *image.Gray {
	t.Helper()
	e, err := engine("")
	if err != nil {
		t.Fatal(err)
	}
	f, err := e.Open(data, "")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var img *image.Gray
	if _, err = f.Render(0, dpi, maxRender, func(bgrx []byte, w, h int) { img = scan.FromBGRX(bgrx, w, h).Grey }); err != nil {
		t.Fatal(err)
	}
	return img
}

// degraded returns the picture as a poor scanner gives it: turned by some
// degrees, pale, shaded from one corner to the other, with noise.
func degraded(src *image.Gray, degrees float64) *image.Gray {
	w, h := src.Rect.Dx(), src.Rect.Dy()
	out := image.NewGray(src.Rect)
	sin, cos := math.Sincos(degrees * math.Pi / 180)
	cx, cy := float64(w)/2, float64(h)/2
	rnd := rand.New(rand.NewPCG(1, 2))
	for y := range h {
		for x := range w {
			dx, dy := float64(x)-cx, float64(y)-cy
			sx, sy := cos*dx+sin*dy+cx, -sin*dx+cos*dy+cy
			v := 255.0
			if x0, y0 := int(sx), int(sy); sx >= 0 && sy >= 0 && x0+1 < w && y0+1 < h {
				u, q := sx-float64(x0), sy-float64(y0)
				at := func(x, y int) float64 { return float64(src.Pix[y*src.Stride+x]) }
				v = (at(x0, y0)*(1-u)+at(x0+1, y0)*u)*(1-q) + (at(x0, y0+1)*(1-u)+at(x0+1, y0+1)*u)*q
			}
			v = 90 + v*0.45                                               // low contrast
			v -= 60 * (float64(x)/float64(w) + float64(y)/float64(h)) / 2 // shading
			v += rnd.NormFloat64() * 9
			out.Pix[y*out.Stride+x] = uint8(min(255, max(0, v)))
		}
	}
	return out
}

func pngOf(t testing.TB, img image.Image) []byte {
	t.Helper()
	var buf bytes.Buffer
	if err := (&png.Encoder{CompressionLevel: png.BestSpeed}).Encode(&buf, img); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

// errorRate returns the share of characters that differ, white space squeezed.
func errorRate(got, want string) float64 {
	a, b := []rune(squeeze(got)), []rune(squeeze(want))
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i, x := range a {
		diagonal := row[0]
		row[0] = i + 1
		for j, y := range b {
			cost := diagonal
			if x != y {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return float64(row[len(b)]) / float64(len(b))
}

func tesseract(t testing.TB) *Tesseract {
	t.Helper()
	r, err := FindTesseract("")
	if err != nil {
		t.Skip("needs tesseract, which is not here")
	}
	return r
}

var figures = regexp.MustCompile(`\d+%|\d{1,2} April 2024`)

func TestOCRAccuracy(t *testing.T) {
	if testing.Short() {
		t.Skip("reads many pictures")
	}
	r := tesseract(t)
	data := drawn(t, scanned)
	want := strings.Join(scanned, "\n")
	facts := figures.FindAllString(want, -1)
	hit, all := 0, 0
	for _, c := range []struct {
		name    string
		dpi     float64
		degrees float64
		most    float64 // greatest share of wrong characters
	}{
		{"clean", 150, 0, 0.006}, {"clean", 200, 0, 0.006}, {"clean", 300, 0, 0.006},
		{"degraded", 150, 2, 0.02}, {"degraded", 200, -2, 0.02}, {"degraded", 300, 2, 0.02},
	} {
		img := rastered(t, data, c.dpi)
		if c.degrees != 0 {
			img = degraded(img, c.degrees)
		}
		d, err := Read(context.Background(), "pindaian", pngOf(t, img), Options{OCR: r})
		if err != nil {
			t.Fatal(err)
		}
		rate := errorRate(d.Text.Body, want)
		found := 0
		got := squeeze(d.Text.Body)
		for _, f := range facts {
			if i := strings.Index(got, f); i >= 0 {
				found++
				got = got[i+len(f):]
			}
		}
		hit, all = hit+found, all+len(facts)
		t.Logf("%s at %.0f dpi, turned by %v: %.2f%% of characters wrong, %d of %d figures, confidence %.2f",
			c.name, c.dpi, c.degrees, 100*rate, found, len(facts), d.Text.Pages[0].Confidence)
		if rate > c.most {
			t.Errorf("%s at %.0f dpi: %.2f%% of characters wrong, want %.1f%%\n%s", c.name, c.dpi, 100*rate, 100*c.most, d.Text.Body)
		}
		if d.Source.Grade != circular.GradeScan || d.Text.Pages[0].Method != circular.MethodOCR {
			t.Errorf("grade %s, page %+v", d.Source.Grade, d.Text.Pages[0])
		}
		for _, w := range d.Text.Words {
			if w.Span.End > len(d.Text.Body) || w.Span.Len() == 0 || w.Box.W <= 0 || w.Confidence < 0 || w.Confidence > 1 {
				t.Fatalf("word %+v", w)
			}
		}
	}
	if hit*100 < 95*all {
		t.Errorf("%d of %d per cents and dates were read right, want 95%%", hit, all)
	}
}

func TestOCRTurnedPages(t *testing.T) {
	if testing.Short() {
		t.Skip("reads many pictures")
	}
	r := tesseract(t)
	upright := rastered(t, drawn(t, scanned), 150)
	for q := 1; q <= 3; q++ {
		w, h := upright.Rect.Dx(), upright.Rect.Dy()
		img := image.NewGray(image.Rect(0, 0, w, h))
		if q != 2 {
			img = image.NewGray(image.Rect(0, 0, h, w))
		}
		for y := range h {
			for x := range w {
				nx, ny := h-1-y, x
				switch q {
				case 2:
					nx, ny = w-1-x, h-1-y
				case 3:
					nx, ny = y, w-1-x
				}
				img.Pix[ny*img.Stride+nx] = upright.Pix[y*upright.Stride+x]
			}
		}
		var buf bytes.Buffer
		if err := jpeg.Encode(&buf, img, nil); err != nil {
			t.Fatal(err)
		}
		d, err := Read(context.Background(), "foto", buf.Bytes(), Options{OCR: r})
		if err != nil {
			t.Fatal(err)
		}
		if rate := errorRate(d.Text.Body, strings.Join(scanned, "\n")); rate > 0.02 || d.Source.MediaType != "image/jpeg" {
			t.Errorf("turned by %d quarters: %.2f%% of characters wrong, %s", q, 100*rate, d.Source.MediaType)
		}
		// the heading stands where the page as photographed shows it
		for _, word := range d.Text.Words {
			if d.Text.Slice(word.Span) != "EDARAN" {
				continue
			}
			right, low := word.Box.X > 300, word.Box.Y > 420
			if q == 1 && !right || q == 2 && !low || q == 3 && right {
				t.Errorf("turned by %d quarters: the heading is at %+v", q, word.Box)
			}
			break
		}
	}
}

// silent is a recogniser that finds nothing.
type silent struct{}

func (silent) Models() []string                                       { return []string{English, Indonesian} }
func (silent) Recognize(context.Context, []byte, Ask) ([]byte, error) { return nil, nil }

func TestPicturesWithoutOCR(t *testing.T) {
	one := pngOf(t, image.NewGray(image.Rect(0, 0, 100, 140)))
	d, err := Read(context.Background(), "a.png", one, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if len(d.Text.Pages) != 1 || d.Text.Pages[0].Method != circular.MethodNone || !strings.Contains(d.Text.Pages[0].Note, "perlu OCR") || d.Source.Grade != circular.GradeScan {
		t.Errorf("pages %+v, grade %s", d.Text.Pages, d.Source.Grade)
	}
	bundle, err := Bundle([]File{{Name: "b.png", Data: one}, {Name: "a.png", Data: one}})
	if err != nil {
		t.Fatal(err)
	}
	var told Progress
	d, err = Read(context.Background(), "surat", bundle, Options{OCR: silent{}, Progress: func(p Progress) { told = p }})
	if err != nil || len(d.Text.Pages) != 2 || told != (Progress{2, 2, 2, 2}) || d.Text.Pages[1].Method != circular.MethodOCR {
		t.Errorf("bundle: %+v, %v, progress %+v", d.Text.Pages, err, told)
	}
}

func TestParseTSV(t *testing.T) {
	tsv := "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n" +
		"4\t1\t1\t1\t1\t0\t10\t10\t99\t20\t-1\t\n" +
		"5\t1\t1\t1\t1\t1\t10\t10\t40\t20\t96.5\tPaling\r\n" +
		"5\t1\t1\t1\t1\t2\t60\t10\t40\t20\t80\t50%\n" +
		"5\t1\t1\t1\t2\t1\t10\t40\t40\t20\t200\tbaru\n" +
		"5\t1\t1\t1\t2\t2\t-5\t40\t40\t20\t90\tluar\n5\tkurang\n"
	w := scan.ParseTSV([]byte(tsv), 1)[0]
	if len(w) != 3 || w[0] != (scan.Word{Text: "Paling", X: 10, Y: 10, W: 40, H: 20, Conf: 0.965, Line: 1}) || w[1].Text != "50%" || w[2].Line != 2 || w[2].Conf != 1 {
		t.Errorf("words are %+v", w)
	}
}
