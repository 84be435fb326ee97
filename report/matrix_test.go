package report

import (
	"bytes"
	"path/filepath"
	"slices"
	"testing"

	"telaah/circular"
	"telaah/compare"
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
		golden(t, filepath.Join("testdata", "matrix."+format), got.Bytes())
	}
}
