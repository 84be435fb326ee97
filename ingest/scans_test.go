package ingest

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/document"
)

// truth is what stands on the real scans, by the beginning of their names, as
// a person reads it: numbers by hand, days stamped, names below seals.
var truth = []struct {
	file, number string
	year         int
	title        string // its beginning
	signed, name string // signed: "" where not even a person can read all of it
}{
	{"se-0171", "4", 2017, "DISPENSASASI PEMOTONGAN TUNJANGAN KINERJA KARENA KEJADIAN BANJIR", "2017-03-13", "Drs. Ignatius Loyola Arisdiyo, M.Si."},
	{"se-0172", "5", 2017, "HARI PEMUNGUTAN SUARA PEMILIHAN GUBERNUR DAN WAKIL GUBERNUR", "2017-04-18", "Dra. Anie Retnowati, M.Sc."},
	{"se-0173", "6", 2017, "PENGATURAN JAM KERJA KHUSUS DALAM BULAN RAMADHAN 1438 H/2017 M", "", "THOMAS DJAMALUDDIN"},
	{"se-0181", "1", 2018, "KETENTUAN PEMBAYARAN HONOR", "2018-01-16", "THOMAS DJAMALUDDIN"},
	{"se-0182", "3", 2018, "CUTI PEGAWAI NEGERI SIPIL DI LINGKUNGAN LAPAN", "2018-01-17", "THOMAS DJAMALUDDIN"},
	{"se-0185", "4", 2018, "PROSEDUR PEMINJAMAN RUANG PERTEMUAN/RAPAT GEDUNG KANTOR", "2018-01-22", "IGNATIUS LOYOLA ARISDIYO"},
	{"se-0186", "05", 2018, "PERJANJIAN KINERJA INDIVIDU DAN SASARAN KINERJA PEGAWAI", "2018-02-02", "THOMAS DJAMALUDDIN"},
	{"se-0191", "7", 2017, "KAWASAN BEBAS ROKOK DI LINGKUNGAN KANTOR LEMBAGA PENERBANGAN", "2017-06-22", "THOMAS DJAMALUDDIN"},
	{"se-0192", "7", 2018, "PERATURAN JAM KERJA KHUSUS DALAM BULAN RAMADHAN 1439 H/ 2018 M", "2018-05-14", "THOMAS DJAMALUDDIN"},
}

// TestRealScans holds of every real scan that its number, day and signatory are
// right, or that a warning tells how to correct them, logs which, and that
// enough of them are right.
func TestRealScans(t *testing.T) {
	dir := filepath.Join("..", "..", "shared", "pdf")
	if _, err := os.Stat(dir); err != nil {
		t.Skip("needs the shared PDFs, which are not here")
	}
	if testing.Short() {
		t.Skip("reads many scans")
	}
	ocr, err := document.FindTesseract("")
	if err != nil {
		t.Skip("needs tesseract, which is not here")
	}
	right := map[string]int{} // by field
	for _, want := range truth {
		files, err := filepath.Glob(filepath.Join(dir, want.file+"*.pdf"))
		if err != nil || len(files) != 1 {
			t.Fatalf("%s: %v, %v", want.file, files, err)
		}
		for r := range Read(t.Context(), Files(files, nil), Options{Document: document.Options{OCR: ocr}}) {
			c := r.Record.Subject()
			if r.Err != nil || c == nil {
				t.Errorf("%s: no circular, %v", want.file, r.Err)
				continue
			}
			signed := ""
			if !c.DateSigned.IsZero() {
				signed = c.DateSigned.String()
			}
			for _, f := range []struct{ field, got, want string }{
				{"number", circular.NumberKey(c.Number), circular.NumberKey(want.number)}, {"date_signed", signed, want.signed}, {"signatory.name", c.Signatory.Name, want.name},
			} {
				said := false
				for _, w := range r.Record.Warnings {
					said = said || w.Code == "ocr-unsure" && strings.Contains(w.Message, f.field+"=")
				}
				switch {
				case f.got == f.want && f.want != "" && !said:
					right[f.field]++
					t.Logf("%s %s: right", want.file, f.field)
				case f.got == f.want && f.want != "":
					right[f.field]++
					t.Logf("%s %s: right, unsure", want.file, f.field)
				case said && f.got == "":
					t.Logf("%s %s: not read, and said", want.file, f.field)
				case said:
					t.Logf("%s %s: wrong, and said: %q", want.file, f.field, f.got)
				default:
					t.Errorf("%s %s: %q, want %q or a warning", want.file, f.field, f.got, f.want)
				}
			}
			if c.Year != want.year || !strings.HasPrefix(strings.Join(strings.Fields(c.Title), " "), want.title) {
				t.Errorf("%s: of %d, %q", want.file, c.Year, c.Title)
			}
		}
	}
	for field, least := range map[string]int{"number": 70, "signatory.name": 60} { // per cent
		if 100*right[field] < least*len(truth) {
			t.Errorf("%s: right on %d of %d scans, want %d%%", field, right[field], len(truth), least)
		}
	}
	t.Logf("right: %v of %d", right, len(truth))
}
