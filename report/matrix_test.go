package report

import (
	"bytes"
	"path/filepath"
	"slices"
	"testing"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/compare"
)

// TestMatrixGoldens renders the matrix of the saved records in each format.
func TestMatrixGoldens(t *testing.T) {
	all := baselines(t)
	at := slices.IndexFunc(all, func(b circular.Baseline) bool { return b.ID == compare.Default })
	before := compare.NewMatrix(all[at], nil, nil, nil)
	expected := []circular.Region{{Name: "Banten", Code: "36"}, {Name: "Bali", Code: "51"}}
	m := compare.NewMatrix(all[at], sample(t), expected, &before)
	for _, format := range MatrixFormats {
		var got bytes.Buffer
		if err := WriteMatrix(&got, format, m, Options{}); err != nil {
			t.Fatal(err)
		}
		if format == "xlsx" {
			continue // see TestMatrixWorkbook
		}
		golden(t, filepath.Join("testdata", "matrix."+format), got.Bytes())
	}
}

// TestMatrixWorkbook: the workbook has the table of the matrix in words and the
// lists behind it, and is the same bytes every time.
func TestMatrixWorkbook(t *testing.T) {
	all := baselines(t)
	at := slices.IndexFunc(all, func(b circular.Baseline) bool { return b.ID == compare.Default })
	m := compare.NewMatrix(all[at], sample(t), []circular.Region{{Name: "Bali", Code: "51"}}, nil)
	var first, second bytes.Buffer
	for _, b := range []*bytes.Buffer{&first, &second} {
		if err := WriteMatrix(b, "xlsx", m, Options{}); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(first.Bytes(), second.Bytes()) {
		t.Error("two workbooks differ")
	}
	got := cells(t, first.Bytes())
	for _, want := range []string{"Layanan administrasi pemerintahan, WFH", "perlu perbaikan", "sama", "Belum ditemukan dalam korpus (1 / 1)", "Bali", "SE Menteri PANRB Nomor 01 Tahun 2024 (panrb-1-2024)"} {
		if !slices.Contains(got, want) {
			t.Errorf("no cell holds %q in %q", want, got)
		}
	}
}
