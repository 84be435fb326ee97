package document

import (
	"bytes"
	"context"
	"image"
	"strings"
	"testing"

	"codeberg.org/go-pdf/fpdf"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/document/internal/scan"
)

// annexed are the rows of an annex, as they are to be read.
var annexed = []string{
	"No.\tJenis Layanan\tWFH\tWFO",
	"1.\tLayanan administrasi pemerintahan (perumusan kebijakan, penelitian, perencanaan, analisis, dan evaluasi)\tPaling banyak 50%\tMenyesuaikan",
	"2.\tLayanan dukungan pimpinan (kesekretariatan, keprotokolan, kehumasan, dan lain-lain)\tPaling banyak 40%\tMenyesuaikan",
	"3.\tLayanan masyarakat (kesehatan, keamanan dan ketertiban, penanganan bencana, logistik)\tTidak ada\t100%",
}

// annex returns the PDF of a ruled table of those rows, in which most cells
// fill their width.
func annex(t testing.TB) []byte {
	t.Helper()
	f := fpdf.New("P", "mm", "A4", "")
	f.SetMargins(25, 25, 20)
	f.SetAutoPageBreak(false, 0)
	f.AddPage()
	f.SetFont("Times", "", 12)
	f.MultiCell(0, 8, "LAMPIRAN SURAT EDARAN", "", "C", false)
	widths := []float64{12, 80, 38, 32}
	y := 40.0
	for _, r := range annexed {
		cells, x, h := strings.Split(r, "\t"), 25.0, 0.0
		for i, c := range cells {
			h = max(h, 6*float64(len(f.SplitText(c, widths[i]-2)))+2)
		}
		for i, c := range cells {
			f.Rect(x, y, widths[i], h, "D")
			f.SetXY(x, y+1)
			f.MultiCell(widths[i], 6, c, "", "L", false)
			x += widths[i]
		}
		y += h
	}
	var buf bytes.Buffer
	if err := f.Output(&buf); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

// TestTable: the rows of a ruled table are the same typed and scanned, also by
// a poor scanner and upside down.
func TestTable(t *testing.T) {
	data := annex(t)
	check := func(name string, d Document, err error, from int) { // the first cell

		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range annexed {
			r = strings.Join(strings.Split(r, "\t")[from:], "\t")
			if !strings.Contains(d.Text.Body+"\n", r+"\n") {
				t.Errorf("%s: row %q is missing in\n%s", name, r, d.Text.Body)
			}
		}
		marked := false
		for _, m := range d.Text.Marks {
			marked = marked || m.Kind == circular.MarkTable && strings.HasPrefix(d.Text.Slice(m.Span), annexed[0])
		}
		if !marked {
			t.Errorf("%s: no table in %+v", name, d.Text.Marks)
		}
	}
	d, err := Read(context.Background(), "lampiran.pdf", data, Options{})
	check("typed", d, err, 0)
	if testing.Short() {
		t.Skip("reads pictures")
	}
	r := tesseract(t)
	clean := rastered(t, data, 200)
	over := image.NewGray(clean.Rect)
	for i, v := range clean.Pix {
		over.Pix[len(over.Pix)-1-i] = v
	}
	for _, c := range []struct {
		name string
		img  *image.Gray
		from int // "1," for "1." is a poor scanner's
	}{{"scanned", clean, 0}, {"poorly", degraded(clean, 1.5), 1}, {"upside down", over, 0}} {
		d, err := Read(context.Background(), "lampiran.png", pngOf(t, c.img), Options{OCR: r})
		check(c.name, d, err, c.from)
	}
}

// TestTables: only lines that form cells are those of a table; the upright ones
// are wiped out.
func TestTables(t *testing.T) {
	const dpi = 100
	for _, c := range []struct {
		name  string
		lines []image.Rectangle
		want  int
	}{
		{"a letterhead", []image.Rectangle{image.Rect(50, 100, 750, 103)}, 0},
		{"a frame", []image.Rectangle{image.Rect(50, 100, 750, 102), image.Rect(50, 300, 750, 302), image.Rect(50, 100, 52, 300), image.Rect(748, 100, 750, 300)}, 0},
		{"two columns", []image.Rectangle{image.Rect(50, 100, 750, 102), image.Rect(50, 300, 750, 302), image.Rect(50, 100, 52, 300), image.Rect(400, 100, 402, 300), image.Rect(748, 100, 750, 300)}, 5},
		{"columns apart from a line", []image.Rectangle{image.Rect(50, 100, 750, 102), image.Rect(50, 300, 750, 302), image.Rect(50, 100, 52, 300), image.Rect(400, 100, 402, 300), image.Rect(748, 100, 750, 300),
			image.Rect(50, 500, 750, 502), image.Rect(300, 600, 302, 700)}, 5},
		{"black edges", []image.Rectangle{image.Rect(0, 0, 800, 40), image.Rect(0, 900, 800, 1000), image.Rect(0, 0, 30, 1000), image.Rect(400, 0, 430, 1000), image.Rect(770, 0, 800, 1000)}, 0},
	} {
		b := &scan.Bitmap{W: 800, H: 1000, Bits: make([]byte, 100*1000)}
		for _, r := range c.lines {
			for y := r.Min.Y; y < r.Max.Y; y++ {
				for x := r.Min.X; x < r.Max.X; x++ {
					b.Bits[y*100+x/8] |= 0x80 >> (x & 7)
				}
			}
		}
		before := b.Ink()
		got := scan.Page{Bitmap: b, Print: image.NewGray(image.Rect(0, 0, b.W, b.H))}.Tables(dpi)
		if len(got) != c.want {
			t.Errorf("%s: lines %v, want %d", c.name, got, c.want)
		}
		for _, g := range got {
			near := false
			for _, l := range c.lines {
				near = near || g == l || g == l.Union(image.Rect(l.Min.X, l.Max.Y, l.Max.X, l.Max.Y+2)) // where it meets the next
			}
			if !near {
				t.Errorf("%s: line %v was not drawn", c.name, g)
			}
		}
		if after := b.Ink(); (after < before) != (c.want > 0) {
			t.Errorf("%s: ink %v before, %v after", c.name, before, after)
		}
	}
}
