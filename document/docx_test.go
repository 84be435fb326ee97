package document

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/telaah/telaah/circular"
)

const wordNS = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`

// makeZip returns an archive of the given parts, in the given order.
func makeZip(t testing.TB, parts ...[2]string) []byte {
	t.Helper()
	var buf bytes.Buffer
	z := zip.NewWriter(&buf)
	for _, p := range parts {
		w, err := z.Create(p[0])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(p[1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

func makeDOCX(t testing.TB, body string, more ...[2]string) []byte {
	return makeZip(t, append([][2]string{{"word/document.xml", `<w:document ` + wordNS + `><w:body>` + body + `</w:body></w:document>`}}, more...)...)
}

func p(text string) string { return `<w:p><w:r><w:t>` + text + `</w:t></w:r></w:p>` }

func item(num, level, text string) string {
	return `<w:p><w:pPr><w:numPr><w:ilvl w:val="` + level + `"/><w:numId w:val="` + num + `"/></w:numPr></w:pPr><w:r><w:t>` + text + `</w:t></w:r></w:p>`
}

const numberingXML = `<w:numbering ` + wordNS + `>
<w:abstractNum w:abstractNumId="7">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperLetter"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2.%3)"/></w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
</w:numbering>`

const stylesXML = `<w:styles ` + wordNS + `>
<w:style w:styleId="Bab"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:styleId="SubBab"><w:basedOn w:val="Bab"/></w:style>
</w:styles>`

// docRels returns the part that names the parts which the main part refers to,
// given as pairs of id and name.
func docRels(pairs ...string) [2]string {
	var sb strings.Builder
	for i := 0; i+1 < len(pairs); i += 2 {
		sb.WriteString(`<Relationship Id="` + pairs[i] + `" Target="` + pairs[i+1] + `"/>`)
	}
	return [2]string{"word/_rels/document.xml.rels", `<Relationships>` + sb.String() + `</Relationships>`}
}

func TestDOCX(t *testing.T) {
	data := makeDOCX(t,
		p("SURAT EDARAN")+
			`<w:p><w:pPr><w:pStyle w:val="SubBab"/></w:pPr><w:r><w:t>Umum</w:t></w:r></w:p>`+
			item("1", "1", "satu")+item("1", "1", "dua")+item("1", "2", "dua a")+item("1", "0", "Isi")+item("1", "1", "mulai lagi")+
			item("2", "0", "Lain")+item("0", "0", "tanpa nomor")+
			`<w:p><w:r><w:t xml:space="preserve">paling banyak </w:t></w:r><w:del><w:r><w:delText>60%</w:delText></w:r></w:del><w:ins><w:r><w:t>50%</w:t></w:r></w:ins><w:r><w:t xml:space="preserve"> pegawai</w:t></w:r></w:p>`+
			`<w:tbl><w:tr><w:tc>`+p("Layanan")+`</w:tc><w:tc>`+p("WFH")+`</w:tc></w:tr><w:tr><w:tc>`+p("Administrasi")+p("umum")+`</w:tc><w:tc>`+p("50%")+`</w:tc></w:tr></w:tbl>`+
			`<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>`+p("CONTOH")+`</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>`+p("CONTOH")+`</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>`+
			`<w:p><w:r><w:br w:type="page"/></w:r></w:p><w:p><w:r><w:lastRenderedPageBreak/><w:t>Lampiran</w:t></w:r></w:p>`+
			`<w:sectPr><w:headerReference w:type="first" r:id="h1"/><w:headerReference w:type="default" r:id="h2"/><w:titlePg/></w:sectPr>`,
		[2]string{"word/numbering.xml", numberingXML}, [2]string{"word/styles.xml", stylesXML},
		docRels("h1", "header1.xml", "h2", "header2.xml"),
		[2]string{"word/header1.xml", `<w:hdr ` + wordNS + `>` + p("PEMERINTAH CONTOH") + `</w:hdr>`},
		[2]string{"word/header2.xml", `<w:hdr ` + wordNS + `>` + p("Lanjutan edaran") + `</w:hdr>`},
		[2]string{"word/header3.xml", `<w:hdr ` + wordNS + `>` + p("tidak dipakai") + `</w:hdr>`},
		[2]string{"docProps/core.xml", `<coreProperties xmlns:dc="x"><dc:title>Rancangan SE</dc:title></coreProperties>`})
	d, err := Read(context.Background(), "draf", data, Options{})
	if err != nil {
		t.Fatal(err)
	}
	want := "PEMERINTAH CONTOH\nLanjutan edaran\nSURAT EDARAN\nA. Umum\n1. satu\n2. dua\n2.a) dua a\nB. Isi\n1. mulai lagi\nE. Lain\ntanpa nomor\n" +
		"paling banyak 50% pegawai\nLayanan\tWFH\nAdministrasi umum\t50%\nCONTOH\nLampiran\n"
	if got := strings.ReplaceAll(d.Text.Body, "\n\n", "\n"); got != want {
		t.Errorf("body is\n%s\nwant\n%s", got, want)
	}
	marks := map[circular.MarkKind]string{}
	for _, m := range d.Text.Marks {
		marks[m.Kind] = d.Text.Slice(m.Span)
	}
	for k, want := range map[circular.MarkKind]string{circular.MarkHeader: "Lanjutan edaran", circular.MarkInserted: "50%",
		circular.MarkTextBox: "CONTOH", circular.MarkTable: "Layanan\tWFH\nAdministrasi umum\t50%"} {
		if marks[k] != want {
			t.Errorf("mark %s is %q, want %q", k, marks[k], want)
		}
	}
	if len(d.Warnings) != 1 || d.Warnings[0].Code != "tracked-changes" {
		t.Errorf("warnings are %+v", d.Warnings)
	}
	if len(d.Text.Pages) != 2 || d.Title != "Rancangan SE" || d.Source.MediaType != string(typeDOCX) {
		t.Errorf("pages %+v, title %q, type %q", d.Text.Pages, d.Title, d.Source.MediaType)
	}
}

func TestDOCXLimits(t *testing.T) {
	for name, c := range map[string]struct {
		data []byte
		want error
	}{
		"bomb":    {makeDOCX(t, strings.Repeat(" ", 30<<20)), ErrTooLarge},
		"nesting": {makeDOCX(t, strings.Repeat("<w:p>", 10000)), ErrTooLarge},
		"DTD":     {makeZip(t, [2]string{"word/document.xml", `<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>`}), ErrDamaged},
		"no text": {makeDOCX(t, ""), ErrEmpty},
		"cut XML": {makeZip(t, [2]string{"word/document.xml", `<w:document><w:p><w:t>x`}), ErrDamaged},
	} {
		if _, err := Read(context.Background(), name, c.data, Options{}); !errors.Is(err, c.want) {
			t.Errorf("%s: error is %v, want %v", name, err, c.want)
		}
	}
}

func TestNumeral(t *testing.T) {
	for _, c := range []struct {
		v            int
		format, want string
	}{{1, "lowerLetter", "a"}, {27, "lowerLetter", "aa"}, {2, "upperLetter", "B"}, {4, "lowerRoman", "iv"}, {1994, "upperRoman", "MCMXCIV"}, {3, "decimalZero", "03"}, {12, "decimal", "12"}, {-5, "upperRoman", "-5"}} {
		if got := numeral(c.v, c.format); got != c.want {
			t.Errorf("numeral(%d, %s) = %q, want %q", c.v, c.format, got, c.want)
		}
	}
}
