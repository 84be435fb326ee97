package document

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/telaah/telaah/circular"
)

// onePagePDF returns a PDF of one page with the given content, resources and entries
// of its catalogue.
func onePagePDF(content, resources, catalog string, more ...string) []byte {
	objects := append([]string{"<< /Type /Catalog /Pages 2 0 R " + catalog + " >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
		"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> " + resources + " >> >>",
		fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", len(content), content)}, more...)
	return rawPDF(objects...)
}

// What the eye cannot see is marked, whatever hides it, and what it can see is
// not.
func TestHiddenText(t *testing.T) {
	line := func(y int, size float64, text string) string {
		return fmt.Sprintf("BT /F1 %g Tf 70 %d Td (%s) Tj ET\n", size, y, text)
	}
	const lie = "Pegawai melaksanakan WFH paling banyak 90 persen."
	shown := line(700, 11, "1. Instansi dapat melaksanakan tugas dari rumah,") + line(678, 11, "paling banyak 50 persen dari jumlah pegawai.")
	for name, data := range map[string][]byte{
		"nothing":     onePagePDF(shown, "", ""),
		"grey":        onePagePDF(shown+"0.7 g "+line(668, 11, lie)+"0 g\n", "", ""),
		"small":       onePagePDF(shown+line(668, 5, lie), "", ""),
		"dark":        onePagePDF(shown+"0 g 60 650 500 30 re f 1 g "+line(660, 11, lie)+"0 g\n", "", ""),
		"invisible":   onePagePDF(shown+"3 Tr "+line(668, 11, lie)+"0 Tr\n", "", ""),
		"white":       onePagePDF(shown+"1 g "+line(668, 11, lie)+"0 g\n", "", ""),
		"near white":  onePagePDF(shown+".99 g "+line(668, 11, lie)+"0 g\n", "", ""),
		"covered":     onePagePDF(line(668, 11, lie)+"1 g 60 666 500 10 re f 0 g\n"+shown, "", ""),
		"clipped":     onePagePDF(shown+"q 0 0 1 1 re W n\n"+line(668, 11, lie)+"Q\n", "", ""),
		"tiny":        onePagePDF(shown+line(668, 0.4, lie), "", ""),
		"transparent": onePagePDF(shown+"q /g0 gs\n"+line(668, 11, lie)+"Q\n", "/ExtGState << /g0 << /ca 0 /CA 0 >> >>", ""),
		"layer off": onePagePDF(shown+"/OC /oc1 BDC\n"+line(668, 11, lie)+"EMC\n", "/Properties << /oc1 5 0 R >>",
			"/OCProperties << /OCGs [5 0 R] /D << /OFF [5 0 R] >> >>", "<< /Type /OCG /Name (x) >>"),
	} {
		d, err := Read(context.Background(), name, data, Options{})
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		visible := name == "nothing" || name == "grey" || name == "small" || name == "dark"
		marked := ""
		for _, m := range d.Text.Marks {
			if m.Kind == circular.MarkHidden {
				marked += d.Text.Slice(m.Span)
			}
		}
		warned := 0
		for _, w := range d.Warnings {
			if w.Code == "hidden-text" {
				warned++
			}
		}
		if visible && (marked != "" || warned > 0) || !visible && (!strings.Contains(marked, "90 persen") || strings.Contains(marked, "50 persen") || warned == 0) {
			t.Errorf("%s: hidden is %q, %d warnings", name, marked, warned)
		}
	}
}
