package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"github.com/telaah/telaah/internal/synth"
	"github.com/telaah/telaah/lexicon"
)

// longPages is how many pages the long document has.
const longPages = 300

// write writes n documents into a folder: of every regency one that carries out
// the central circular of 2024, each with another limit, then invented ones of
// other years, and a PDF of 300 pages, for which pdfunite must be there.
func write(dir string, n int) error {
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return err
	}
	form, err := os.ReadFile("corpus/samples/contoh-60-persen.txt")
	if err != nil {
		return err
	}
	i := 0
	for _, r := range lexicon.Regions() {
		if r.Level != "regency" || i == n*6/10 {
			continue
		}
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("kabupaten-%s.txt", r.Code)), regional(string(form), r, 10+i%90), 0o666); err != nil {
			return err
		}
		i++
	}
	for _, rec := range slices.Collect(synth.Records(7, n-1-i, 20*n, true)) {
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("rekaan-%04d.txt", i)), []byte(rec.Text.Body), 0o666); err != nil {
			return err
		}
		i++
	}
	return long(filepath.Join(dir, "panjang.pdf"))
}

// regional is a circular of a regency with another limit.
func regional(form string, r lexicon.Region, percent int) []byte {
	_, name, _ := strings.Cut(r.Name, " ")
	return []byte(strings.NewReplacer("WALI KOTA CONTOH", "BUPATI "+strings.ToUpper(name), "Wali Kota", "Bupati", "KOTA CONTOH", "KABUPATEN "+strings.ToUpper(name),
		"Kota Contoh", "Kabupaten "+name, "60% (enam puluh persen)", fmt.Sprintf("%d%%", percent), "CONTOH - daerah rekaan", "CONTOH - isi rekaan").Replace(form))
}

// long writes a PDF of many pages, put together from a sample.
func long(name string) error {
	const sample, pages = "corpus/samples/contoh-sesuai.pdf", 2
	args := slices.Repeat([]string{sample}, longPages/pages)
	if out, err := exec.Command("pdfunite", append(args, name)...).CombinedOutput(); err != nil {
		return fmt.Errorf("pdfunite: %w: %s", err, out)
	}
	return nil
}
