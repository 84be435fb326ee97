package report

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"image"
	"image/color"
	"image/png"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/telaah/telaah/circular"
)

// paragraphs returns the text of the paragraphs of a Word document, and fails
// where a part of it is no XML.
func paragraphs(t *testing.T, data []byte) []string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		var b strings.Builder
		for dec := xml.NewDecoder(r); ; {
			tok, err := dec.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatalf("%s: %v", f.Name, err)
			}
			switch tok := tok.(type) {
			case xml.CharData:
				b.Write(tok)
			case xml.EndElement:
				if tok.Name.Local == "p" {
					out = append(out, b.String())
					b.Reset()
				}
			case xml.StartElement:
				if strings.HasPrefix(tok.Name.Local, "fld") || tok.Name.Local == "instrText" || tok.Name.Local == "hyperlink" {
					t.Errorf("%s holds a field or a link", f.Name)
				}
			}
		}
	}
	return out
}

// TestDOCX: the memo has its six headings, both texts and the words of the
// verdicts, and is the same bytes every time.
func TestDOCX(t *testing.T) {
	list := sample(t)
	var first, second bytes.Buffer
	for _, b := range []*bytes.Buffer{&first, &second} {
		if err := Write(b, "docx", list, Options{}); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(first.Bytes(), second.Bytes()) {
		t.Error("two documents differ")
	}
	all := strings.Join(paragraphs(t, first.Bytes()), "\n")
	for _, want := range []string{"TELAAHAN STAF", "A. Persoalan", "B. Praanggapan", "C. Fakta yang Memengaruhi", "D. Analisis", "E. Simpulan", "F. Saran",
		"Layanan administrasi pemerintahan, WFH: Ubah menjadi ", "perlu perbaikan (lebih longgar): ", "max 60%", "WFH paling banyak 50%", "rekonstruksi, bukan kutipan", "Ringkasan", "Kepada", "tidak disandingkan dengan acuan ini"} {
		if !strings.Contains(all, want) {
			t.Errorf("no paragraph holds %q", want)
		}
	}
	if strings.Contains(all, "{") {
		t.Error("a value was not filled in")
	}
}

// TestMemoSentences: every sentence has both languages with the same values.
func TestMemoSentences(t *testing.T) {
	sentences, err := loadMemo()
	if err != nil {
		t.Fatal(err)
	}
	for key, s := range sentences {
		if s["id"] == "" || s["en"] == "" || strings.Count(s["id"], "{") != strings.Count(s["en"], "{") {
			t.Errorf("%s: the languages differ", key)
		}
	}
}

// convert lets LibreOffice turn a document into PDF and returns the text that
// poppler reads in it.
func convert(t *testing.T, name string, data []byte) string {
	t.Helper()
	office, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("LibreOffice (soffice) is not installed")
	}
	dir := t.TempDir()
	file := filepath.Join(dir, name)
	if err := os.WriteFile(file, data, 0o644); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(office, "-env:UserInstallation=file://"+dir+"/profile", "--headless", "--convert-to", "pdf", "--outdir", dir, file)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	pdf := strings.TrimSuffix(file, filepath.Ext(file)) + ".pdf"
	if _, err := os.Stat(pdf); err != nil {
		t.Fatalf("no PDF: %v", err)
	}
	reader, err := exec.LookPath("pdftotext")
	if err != nil {
		t.Skip("poppler (pdftotext) is not installed")
	}
	text, err := exec.Command(reader, "-layout", pdf, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	pages(t, pdf)
	return string(text)
}

// pages draws the pages of a PDF and looks at them: each has something on it,
// and nothing runs over its edge.
func pages(t *testing.T, pdf string) {
	t.Helper()
	drawer, err := exec.LookPath("pdftoppm")
	if err != nil {
		t.Skip("poppler (pdftoppm) is not installed")
	}
	if out, err := exec.Command(drawer, "-gray", "-png", "-r", "40", pdf, pdf).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	names, err := filepath.Glob(pdf + "-*.png")
	if err != nil || len(names) == 0 {
		t.Fatalf("no pages: %v", err)
	}
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		page, err := png.Decode(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		box := page.Bounds()
		inside := box.Inset(box.Dx() / 40)
		ink, edge := 0, 0
		for y := box.Min.Y; y < box.Max.Y; y++ {
			for x := box.Min.X; x < box.Max.X; x++ {
				if color.GrayModel.Convert(page.At(x, y)).(color.Gray).Y > 160 {
					continue
				}
				ink++
				if !(image.Point{X: x, Y: y}).In(inside) {
					edge++
				}
			}
		}
		if all := box.Dx() * box.Dy(); ink < all/2000 || ink > all/3 || edge > 0 {
			t.Errorf("%s: %d of %d points dark, %d at the edge", filepath.Base(name), ink, all, edge)
		}
	}
}

// TestOfficeOpens: LibreOffice opens what we write and shows both texts and
// the words of the verdicts.
func TestOfficeOpens(t *testing.T) {
	for _, format := range []string{"xlsx", "docx"} {
		t.Run(format, func(t *testing.T) {
			var b bytes.Buffer
			if err := Write(&b, format, sample(t), Options{}); err != nil {
				t.Fatal(err)
			}
			text := convert(t, "laporan."+format, b.Bytes())
			for _, want := range []string{"perlu", "perbaikan", "onggar", "60%", "50%", "tambahan", "sama"} {
				if !strings.Contains(text, want) {
					t.Errorf("the page does not show %q:\n%s", want, text)
				}
			}
		})
	}
	t.Run("marked draft", func(t *testing.T) {
		var b bytes.Buffer
		draft := draftOf(t, `<w:p><w:r><w:t>Pegawai bekerja dari rumah paling banyak 60% saja.</w:t></w:r></w:p>`)
		list := []circular.Deviation{finding("Pegawai bekerja dari rumah paling banyak 60% saja.", "60%", "50%")}
		if err := WriteMarked(&b, draft, circular.Comparison{Deviations: list}, Options{}); err != nil {
			t.Fatal(err)
		}
		if text := convert(t, "ditandai.docx", b.Bytes()); !strings.Contains(text, "60%50%") {
			t.Errorf("the page does not show the change:\n%s", text)
		}
	})
}
