package report

import (
	"bytes"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// cells returns the text of every cell of a workbook, and fails on a formula.
func cells(t *testing.T, data []byte) []string {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var out []string
	for _, sheet := range f.GetSheetList() {
		rows, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for r, row := range rows {
			for c, text := range row {
				name, _ := excelize.CoordinatesToCellName(c+1, r+1)
				if formula, _ := f.GetCellFormula(sheet, name); formula != "" {
					t.Errorf("%s!%s is a formula: %s", sheet, name, formula)
				}
				if text != "" {
					out = append(out, text)
				}
			}
		}
	}
	return out
}

// TestXLSX: the workbook holds both texts, the words of the verdicts and a
// sheet for each document, and is the same bytes every time.
func TestXLSX(t *testing.T) {
	list := sample(t)
	var first, second bytes.Buffer
	for _, b := range []*bytes.Buffer{&first, &second} {
		if err := Write(b, "xlsx", list, Options{}); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(first.Bytes(), second.Bytes()) {
		t.Error("two workbooks differ")
	}
	all := strings.Join(cells(t, first.Bytes()), "\n")
	for _, want := range []string{"perlu perbaikan", "Lebih longgar", "layanan.administrasi: WFH max 60%.", "WFH paling banyak 50% (lima puluh persen)", "rekonstruksi, bukan kutipan", "Tidak sebanding", "Edaran 2"} {
		if !strings.Contains(all, want) {
			t.Errorf("no cell holds %q", want)
		}
	}
}
