package report

import (
	"bytes"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/telaah/telaah/circular"
)

// sampleBook is a workbook of two tables, one of hostile strings.
func sampleBook(t *testing.T) []byte {
	t.Helper()
	b := NewBook("=judul")
	words := b.Table("Kata", Column{"No.", 5}, Column{"=1+1", 40})
	for i, s := range hostile() {
		words.Row(circular.SeverityError, i+1, s)
	}
	b.Table("Kosong", Column{"Wilayah", 20})
	var out bytes.Buffer
	if err := b.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// TestBook: what is put in is a string or a number and comes out again, under a
// frozen head with a filter, in cells that wrap.
func TestBook(t *testing.T) {
	data := sampleBook(t)
	if !bytes.Equal(data, sampleBook(t)) {
		t.Error("two workbooks differ")
	}
	for _, text := range cells(t, data) {
		if strings.ContainsAny(text[:1], "=+-@\t\r") {
			t.Errorf("%q is a formula once it is edited", text)
		}
	}
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if got := strings.Join(f.GetSheetList(), " "); got != "Kata Kosong" {
		t.Errorf("sheets: %s", got)
	}
	for _, sheet := range f.GetSheetList() {
		if p, err := f.GetPanes(sheet); err != nil || !p.Freeze || p.YSplit != 1 {
			t.Errorf("%s: head is not frozen: %+v %v", sheet, p, err)
		}
	}
	rows, err := f.GetRows("Kata")
	if err != nil || len(rows) != len(hostile())+1 {
		t.Errorf("%d rows, want %d: %v", len(rows), len(hostile())+1, err)
	}
	for _, name := range []string{"A2", "B2"} {
		want := map[string]excelize.CellType{"A2": excelize.CellTypeUnset, "B2": excelize.CellTypeSharedString}[name] // unset: a number
		if got, err := f.GetCellType("Kata", name); err != nil || got != want {
			t.Errorf("%s has type %v, want %v: %v", name, got, want, err)
		}
		id, err := f.GetCellStyle("Kata", name)
		if err != nil {
			t.Fatal(err)
		}
		if style, err := f.GetStyle(id); err != nil || !style.Alignment.WrapText {
			t.Errorf("%s does not wrap: %v", name, err)
		}
	}
	filters := 0
	for _, n := range f.GetDefinedName() {
		if n.Name == "_xlnm._FilterDatabase" {
			filters++
		}
	}
	if filters != 2 {
		t.Errorf("%d tables have a filter, want 2", filters)
	}
}

// TestOfficeOpensBook: LibreOffice opens a workbook of hostile strings and shows
// them as text.
func TestOfficeOpensBook(t *testing.T) {
	text := convert(t, "kata.xlsx", sampleBook(t))
	for _, want := range []string{"'=1+1", "'=HYPERLINK(", "<script>alert(1)</script>", "Wilayah"} {
		if !strings.Contains(text, want) {
			t.Errorf("the page does not show %q:\n%s", want, text)
		}
	}
}
