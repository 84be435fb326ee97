package document

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/telaah/telaah/circular"
)

// A figure that the page shows otherwise than its text says is found by looking,
// however the file lies, and one that it shows as it says is kept.
func TestFigureOtherwise(t *testing.T) {
	ocr, err := FindTesseract("")
	if err != nil {
		t.Skip("needs tesseract, which is not here")
	}
	page := func(figure string) string {
		return "BT /F1 11 Tf 70 700 Td (1. Instansi dapat melaksanakan tugas dari rumah) Tj 0 -20 Td (paling banyak ) Tj " + figure + " ( persen dari jumlah pegawai.) Tj ET\n"
	}
	const digits = "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def 1 begincodespacerange <00> <FF> endcodespacerange " +
		"2 beginbfrange <20> <34> <0020> <36> <7E> <0036> endbfrange 1 beginbfchar <35> <0039> endbfchar endcmap end end"
	lying := func() []byte {
		return rawPDF("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
			"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 5 0 R >> >> >> >>",
			stream("", page("(50) Tj")), stream("", digits))
	}
	for _, c := range []struct {
		name string
		data []byte
		says string // the figure that is not what the page shows
		odd  string // the code of a warning
	}{
		{"as it says", onePagePDF(page("(50) Tj"), "", ""), "", ""},
		{"with a fraction", onePagePDF(page("(12,5) Tj"), "", ""), "", ""},
		{"ActualText", onePagePDF(page("/Span << /ActualText (90) >> BDC (50) Tj EMC"), "", ""), "90", "hidden-text"},
		{"ToUnicode", lying(), "90", "hidden-text"},
		{"drawn over", onePagePDF(page("(50) Tj")+"1 g 139 678 22 11 re f 0 g 1 w 144 685 m 141 685 l 141 688 l 144 688 l 144 680 l S 147 680 m 150 680 l 150 688 l 147 688 l 147 680 l S\n", "", ""), "", warnText},
	} {
		d, err := Read(context.Background(), c.name, c.data, Options{OCR: ocr})
		if err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		var marked []string
		for _, m := range d.Text.Marks {
			if m.Kind == circular.MarkHidden {
				marked = append(marked, d.Text.Slice(m.Span))
			}
		}
		if got := strings.Join(marked, " "); got != c.says {
			t.Errorf("%s: %q is hidden, want %q\n%s", c.name, got, c.says, d.Text.Body)
		}
		if s := fmt.Sprint(d.Warnings); !strings.Contains(s, c.odd) || c.odd == "" && s != "[]" {
			t.Errorf("%s: warnings %v, want %q", c.name, d.Warnings, c.odd)
		}
	}
}
