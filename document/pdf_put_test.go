package document

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"golang.org/x/image/font/gofont/goregular"
)

// rawPDF returns a PDF of the given objects, numbered from 1; the first is its
// catalogue.
func rawPDF(objects ...string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n")
	var at []int
	for i, o := range objects {
		at = append(at, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	xref := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, n := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", n)
	}
	fmt.Fprintf(&b, "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF", len(objects)+1, xref)
	return b.Bytes()
}

const helvetica = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"

// stream returns a stream object.
func stream(dict, content string) string {
	return fmt.Sprintf("<< %s /Length %d >>\nstream\n%s\nendstream", dict, len(content), content)
}

// typedPages returns a PDF with a page for each of the contents; the object
// numbers of what more holds begin with 4.
func typedPages(catalogue, annots string, contents []string, more ...string) []byte {
	first := 4 + len(more)
	kids := ""
	objects := append([]string{"", "", helvetica}, more...)
	for i, c := range contents {
		kids += fmt.Sprintf("%d 0 R ", first+2*i)
		objects = append(objects, fmt.Sprintf("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents %d 0 R /Annots [%s] >>", first+2*i+1, annots), stream("", c))
	}
	objects[0] = "<< /Type /Catalog /Pages 2 0 R " + catalogue + " >>"
	objects[1] = fmt.Sprintf("<< /Type /Pages /Kids [%s] /Count %d >>", kids, len(contents))
	return rawPDF(objects...)
}

// at returns the operators that show lines from (72, y) downwards.
func at(y int, lines ...string) string {
	s := fmt.Sprintf("BT /F1 11 Tf 16 TL 1 0 0 1 72 %d Tm\n", y)
	for _, l := range lines {
		s += "(" + l + ") Tj T*\n"
	}
	return s + "ET\n"
}

// looks returns the appearance of an annotation.
func looks(text string) string {
	return stream("/Type /XObject /Subtype /Form /BBox [0 0 440 16] /Resources << /Font << /F1 3 0 R >> >>", "BT /F1 11 Tf 2 4 Td ("+text+") Tj ET")
}

// TestPDFPut: what was put on a page is read where it stands, marked.
func TestPDFPut(t *testing.T) {
	page := []string{at(770, "SURAT EDARAN", "NOMOR", "Pegawai melaksanakan WFH paling banyak 75% 50%", "Demikian.")}
	for _, c := range []struct {
		name, want string
		data       []byte
		codes      []string
	}{
		{"field with looks", "SURAT EDARAN\nNOMOR [annotation: 17 TAHUN 2024]\nPegawai melaksanakan WFH paling banyak 75% 50%\nDemikian.",
			typedPages("/AcroForm << /Fields [5 0 R] >>", "5 0 R", page, looks("17 TAHUN 2024"),
				"<< /Type /Annot /Subtype /Widget /FT /Tx /T (n) /V (17 TAHUN 2024) /F 4 /Rect [115 750 555 766] /AP << /N 4 0 R >> >>"), nil},
		{"field without looks", "SURAT EDARAN\nNOMOR [annotation: 17 TAHUN 2024]\nPegawai melaksanakan WFH paling banyak 75% 50%\nDemikian.",
			typedPages("/AcroForm << /Fields [4 0 R] /NeedAppearances true >>", "4 0 R", page,
				"<< /Type /Annot /Subtype /Widget /FT /Tx /T (n) /V (17 TAHUN 2024) /F 4 /Rect [115 750 555 766] >>"), nil},
		{"hidden field", "SURAT EDARAN\nNOMOR\nPegawai melaksanakan WFH paling banyak 75% 50%\nDemikian.",
			typedPages("/AcroForm << /Fields [5 0 R] >>", "5 0 R", page, looks("99"),
				"<< /Type /Annot /Subtype /Widget /FT /Tx /T (n) /V (99) /F 2 /Rect [115 750 555 766] /AP << /N 4 0 R >> >>"), nil},
		{"note over a line", "SURAT EDARAN\nNOMOR\nPegawai melaksanakan WFH paling banyak 75% 50%\n[annotation: 5. Lain diatur kemudian.]\nDemikian.",
			typedPages("", "5 0 R", page, looks("5. Lain diatur kemudian."),
				"<< /Type /Annot /Subtype /FreeText /Contents (5. Lain diatur kemudian.) /F 4 /Rect [72 716 512 732] /AP << /N 4 0 R >> >>"), nil},
		{"note without looks", "SURAT EDARAN\nNOMOR\nPegawai melaksanakan WFH paling banyak 75% 50%\nDemikian.\n[annotation: 5. Lain]",
			typedPages("", "4 0 R", page, "<< /Type /Annot /Subtype /FreeText /Contents (5. Lain) /F 4 /Rect [72 640 512 656] >>"), nil},
		{"struck out", "SURAT EDARAN\nNOMOR\nPegawai melaksanakan WFH paling banyak  50%\nDemikian.",
			typedPages("", "4 0 R", page, "<< /Type /Annot /Subtype /StrikeOut /F 4 /Rect [272 735 300 750] /QuadPoints [290 750 313 750 290 735 313 735] >>"), []string{warnStruck}},
		{"attached", "SURAT EDARAN\nNOMOR\nPegawai melaksanakan WFH paling banyak 75% 50%\nDemikian.",
			typedPages("/Names << /EmbeddedFiles << /Names [(a) 5 0 R] >> >>", "", page, stream("/Type /EmbeddedFile", "SURAT EDARAN LAIN"),
				"<< /Type /Filespec /F (../se.txt) /UF (../se.txt) /EF << /F 4 0 R >> >>"), []string{"attachment"}},
		{"attached on the page", "SURAT EDARAN\nNOMOR\nPegawai melaksanakan WFH paling banyak 75% 50%\nDemikian.",
			typedPages("", "6 0 R", page, stream("/Type /EmbeddedFile", "SURAT EDARAN LAIN"),
				"<< /Type /Filespec /F (se.txt) /UF (se.txt) /EF << /F 4 0 R >> >>", "<< /Type /Annot /Subtype /FileAttachment /FS 5 0 R /Rect [10 10 20 20] >>"), []string{"attachment"}},
	} {
		d, err := Read(context.Background(), c.name, c.data, Options{})
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if got := strings.ReplaceAll(strings.TrimSpace(marked(d.Text)), "\n\n", "\n"); got != c.want {
			t.Errorf("%s: text is\n%s\nwant\n%s", c.name, got, c.want)
		}
		var codes []string
		for _, w := range d.Warnings {
			codes = append(codes, w.Code)
		}
		if !slices.Equal(codes, c.codes) {
			t.Errorf("%s: warnings are %+v, want %v", c.name, d.Warnings, c.codes)
		}
		if brings := slices.Contains(c.codes, "attachment"); brings != (len(d.Attached) == 1 && d.Attached[0].Name == "se.txt" && string(d.Attached[0].Data) == "SURAT EDARAN LAIN") {
			t.Errorf("%s: it brings %+v", c.name, d.Attached)
		}
	}
}

// TestPDFForm: a form whose pages a viewer makes is refused.
func TestPDFForm(t *testing.T) {
	data := typedPages("/AcroForm << /Fields [] /XFA 4 0 R >> /NeedsRendering true", "", []string{at(770, "Please wait...")}, stream("", "<xdp/>"))
	if _, err := Read(context.Background(), "xfa.pdf", data, Options{}); !errors.Is(err, ErrForm) {
		t.Errorf("error is %v", err)
	}
}

// TestPDFLines: raised numbers are no figures, broken words are whole, and a
// sentence goes on over the page.
func TestPDFLines(t *testing.T) {
	for _, c := range []struct {
		name, want string
		pages      []string
	}{
		{"note", "paling banyak 75¹ persen.\nLain 5 persen", []string{
			"BT /F1 11 Tf 1 0 0 1 72 700 Tm (paling banyak 75) Tj /F1 6 Tf 5 Ts (1) Tj 0 Ts /F1 11 Tf ( persen.) Tj ET\n" + at(680, "Lain 5 persen")}},
		{"note at the start", "paling banyak 75¹ persen.\n¹ Dari unit kerja.", []string{
			"BT /F1 11 Tf 1 0 0 1 72 700 Tm (paling banyak 75) Tj /F1 6 Tf 5 Ts (1) Tj 0 Ts /F1 11 Tf ( persen.) Tj ET\n" +
				"BT /F1 5 Tf 1 0 0 1 72 100 Tm 3 Ts (1) Tj 0 Ts /F1 9 Tf ( Dari unit kerja.) Tj ET\n"}},
		{"hyphens", "2. Pegawai pada layanan administrasi pemerintahan melaksanakan tugas undang-undangan dan tata-\nTertib lain.\nB-2 tetap", []string{
			at(700, "2. Pegawai pada layanan administrasi peme-", "rintahan melaksanakan tugas undang-", "undangan dan tata-", "Tertib lain.", "B-2 tetap")}},
		{"over the page", "melaksanakan WFH paling\n[page_number: - 2 -] banyak 75% dari jumlah pegawai.", []string{
			at(100, "melaksanakan WFH paling"), "BT /F1 11 Tf 1 0 0 1 290 800 Tm (- 2 -) Tj ET\n" + at(760, "banyak 75% dari jumlah pegawai.")}},
		{"ended before the page", "Demikian.\n[page_number: - 2 -]\nbanyak hal lain", []string{
			at(100, "Demikian."), "BT /F1 11 Tf 1 0 0 1 290 800 Tm (- 2 -) Tj ET\n" + at(760, "banyak hal lain")}},
	} {
		d, err := Read(context.Background(), c.name, typedPages("", "", c.pages), Options{})
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if got := strings.ReplaceAll(strings.TrimSpace(marked(d.Text)), "\n\n", "\n"); got != c.want {
			t.Errorf("%s: text is\n%s\nwant\n%s", c.name, got, c.want)
		}
		if len(d.Warnings) > 0 {
			t.Errorf("%s: warnings are %+v", c.name, d.Warnings)
		}
	}
}

// TestPDFWithoutUnicode: a page whose letters have no meaning in the file is
// not taken for text.
func TestPDFWithoutUnicode(t *testing.T) {
	font := "<< /Type /Font /Subtype /TrueType /BaseFont /AAAAAA+Contoh /FirstChar 1 /LastChar 40 /FontDescriptor 5 0 R >>"
	descriptor := "<< /Type /FontDescriptor /FontName /AAAAAA+Contoh /Flags 4 /FontBBox [0 0 600 800] /ItalicAngle 0 /Ascent 800 /Descent 0 /CapHeight 700 /StemV 80 /FontFile2 6 0 R >>"
	file := bytes.Replace(goregular.TTF, []byte("cmap"), []byte("xmap"), 1) // neither codes nor names of letters
	file = bytes.Replace(file, []byte("post"), []byte("xost"), 1)
	text := "BT /F1 11 Tf 1 0 0 1 72 700 Tm (Pegawai melaksanakan WFH paling banyak ) Tj /F2 11 Tf <010203> Tj ET"
	data := typedPages("", "", []string{text}, font, descriptor, stream("", string(file)))
	data = bytes.Replace(data, []byte("/F1 3 0 R >>"), []byte("/F1 3 0 R /F2 4 0 R >>"), 1)
	d, err := Read(context.Background(), "aneh.pdf", data, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if len(d.Warnings) != 1 || d.Warnings[0].Code != warnText || !d.Warnings[0].Unread() {
		t.Errorf("warnings are %+v of %q", d.Warnings, d.Text.Body)
	}
}
