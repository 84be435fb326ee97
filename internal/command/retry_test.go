package command

import (
	"bytes"
	"encoding/json"
	"image"
	"image/draw"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/image/font"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"

	"github.com/telaah/telaah/circular"
)

// pictured writes lines of text as the picture of a page at 200 dots an inch.
func pictured(t *testing.T, name string, lines ...string) {
	t.Helper()
	page := image.NewGray(image.Rect(0, 0, 1654, 2339))
	draw.Draw(page, page.Rect, image.White, image.Point{}, draw.Src)
	f, err := opentype.Parse(goregular.TTF)
	if err != nil {
		t.Fatal(err)
	}
	face, err := opentype.NewFace(f, &opentype.FaceOptions{Size: 13, DPI: 200})
	if err != nil {
		t.Fatal(err)
	}
	pen := font.Drawer{Dst: page, Src: image.Black, Face: face}
	for i, line := range lines {
		pen.Dot = fixed.P(150, 200+70*i)
		pen.DrawString(line)
	}
	var buf bytes.Buffer
	if err := png.Encode(&buf, page); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, buf.Bytes(), 0o666); err != nil {
		t.Fatal(err)
	}
}

// TestRetryOCR: a scan that nothing could read is kept and marked; later it is
// read under the same id, and what a person entered meanwhile stays.
func TestRetryOCR(t *testing.T) {
	tesseract, err := exec.LookPath("tesseract")
	if err != nil {
		t.Skip("needs tesseract, which is not here")
	}
	dir := filepath.Join(t.TempDir(), "korpus")
	scan := filepath.Join(t.TempDir(), "pindaian.png")
	pictured(t, scan, "SURAT EDARAN", "NOMOR 8 TAHUN 2024", "TENTANG", "PENYESUAIAN SISTEM KERJA PEGAWAI", "",
		"1. Pegawai pada layanan administrasi pemerintahan dapat bekerja", "dari rumah paling banyak 50% (lima puluh persen).",
		"2. Layanan masyarakat melaksanakan tugas kedinasan di kantor.", "",
		"Ditetapkan di Serang", "pada tanggal 15 April 2024", "GUBERNUR BANTEN,", "", "AL MUKTABAR")
	shown := func(id string) circular.Record {
		t.Helper()
		var rec circular.Record
		if err := json.Unmarshal(call(t, statusDone, "show", "--format", "json", "--corpus", dir, id), &rec); err != nil {
			t.Fatal(err)
		}
		return rec
	}
	t.Setenv("PATH", "")
	var line struct{ SHA256 string }
	if err := json.Unmarshal(call(t, statusDone, "ingest", "--format", "json", "--corpus", dir, scan), &line); err != nil {
		t.Fatal(err)
	}
	id := line.SHA256[:12]
	if rec := shown(id); rec.Text.Pages[0].Method != circular.MethodNone || !strings.Contains(rec.Text.Pages[0].Note, "perlu OCR") || rec.Subject() != nil {
		t.Fatalf("without tesseract: %+v", rec)
	}
	call(t, statusDone, "correct", "--corpus", dir, "--by", "Rina", "--why", "dibaca dari naskah asli", id, "number=9")
	call(t, statusDone, "ingest", "--retry-ocr", "--corpus", dir) // there still is nothing to read it
	if rec := shown(id); rec.Subject() == nil || rec.Subject().Number != "9" || rec.Text.Pages[0].Method != circular.MethodNone {
		t.Fatalf("corrected: %+v", rec)
	}

	out := string(call(t, statusDone, "ingest", "--retry-ocr", "--corpus", dir, "--tesseract", tesseract))
	if !strings.Contains(out, "dibaca ulang") || !strings.Contains(out, id) {
		t.Errorf("with tesseract: %s", out)
	}
	rec := shown(id)
	c := rec.Subject()
	if rec.Text.Pages[0].Method != circular.MethodOCR || c == nil || c.Number != "9" || c.Year != 2024 ||
		c.DateSigned != (circular.Date{Year: 2024, Month: 4, Day: 15}) || len(rec.Rules(circular.KindQuota)) != 1 {
		t.Errorf("read again: %+v\n%+v\n%s", c, rec.Clauses, rec.Text.Body)
	}
	corrected := false
	for _, w := range rec.Warnings {
		corrected = corrected || w.Code == "corrected" && strings.Contains(w.Message, "Rina")
	}
	if !corrected {
		t.Errorf("the correction is not shown: %+v", rec.Warnings)
	}
	if out := string(call(t, statusDone, "ingest", "--retry-ocr", "--corpus", dir, "--tesseract", tesseract)); strings.Contains(out, id) {
		t.Errorf("what is read is read once more: %s", out)
	}
}
