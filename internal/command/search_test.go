package command

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// A workbook of hits reads back: each with its circular, words, page and
// document, and beside them what was found by region and kind. What a document
// says is text there, whatever it looks like.
func TestSearchWorkbook(t *testing.T) {
	dir := t.TempDir()
	draft := filepath.Join(dir, "satu.txt")
	text := "GUBERNUR BANTEN\n\nSURAT EDARAN\nNOMOR 7 TAHUN 2024\nTENTANG\n=HYPERLINK(\"http://jahat.example\") SISTEM KERJA\n\n" +
		"1. Pegawai pada layanan administrasi pemerintahan melaksanakan WFH paling banyak 50% (lima puluh persen).\n" +
		"2. =cmd|' /C calc'!A0 pegawai pada layanan kesehatan wajib melaksanakan tugas di kantor (WFO) 100%.\n"
	if err := os.WriteFile(draft, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
	book := filepath.Join(dir, "hasil.xlsx")
	for _, args := range [][]string{{"ingest", draft}, {"search", "pegawai", "--format", "xlsx", "-o", book}} {
		var out, errs bytes.Buffer
		if status := run(t.Context(), append(args, "--corpus", filepath.Join(dir, "data")), strings.NewReader(""), &out, &errs); status != statusDone {
			t.Fatalf("%v: status %d\n%s", args, status, errs.String())
		}
	}
	f, err := excelize.OpenFile(book)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	hits, err := f.GetRows("Temuan")
	if err != nil {
		t.Fatal(err)
	}
	head := []string{"No.", "Surat edaran", "Penerbit", "Nomor", "Tahun", "Wilayah", "Jenis", "Bunyi", "Halaman", "Berkas", "Sumber", "ID", "Juga di"}
	if !slices.Equal(hits[0], head) {
		t.Errorf("head %q, want %q", hits[0], head)
	}
	var quota []string
	for _, row := range hits[1:] {
		if row[6] == "kuota" {
			quota = row
		}
		for i, s := range row {
			if s != "" && strings.ContainsAny(s[:1], "=+-@") {
				t.Errorf("column %s: %q", head[i], s)
			}
		}
	}
	if len(quota) < 12 || quota[1] != "SE Gubernur Banten Nomor 7 Tahun 2024" || quota[2] != "Gubernur Banten" || quota[3] != "7" || quota[4] != "2024" ||
		quota[5] != "Banten" || !strings.Contains(quota[7], "paling banyak 50%") || quota[8] != "1" || quota[9] != draft || len(quota[11]) != 12 {
		t.Errorf("quota: %q", quota)
	}
	counts, err := f.GetRows("Jumlah")
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range [][]string{
		{"Wilayah", "Kode", "Jenis", "Edaran", "Temuan"},
		{"semua", "", "kuota", "1", "1"},
		{"Banten", "36", "semua", "1"},
		{"Banten", "36", "kuota", "1", "1"},
	} {
		if !slices.ContainsFunc(counts, func(row []string) bool { return slices.Equal(row[:min(len(want), len(row))], want) }) {
			t.Errorf("no row %q in %q", want, counts)
		}
	}
}
