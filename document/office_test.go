package document

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

const odtNS = `xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"`

const odtStyles = `<style:style style:name="Gaib"><style:text-properties text:display="none"/></style:style>
<style:style style:name="Coret"><style:text-properties style:text-line-through-style="solid"/></style:style>
<style:style style:name="Naik"><style:text-properties style:text-position="super 58%"/></style:style>
<style:style style:name="Baru"><style:paragraph-properties fo:break-before="page"/></style:style>
<text:list-style style:name="L1">
<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>
<text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")"/>
<text:list-level-style-bullet text:level="3" text:bullet-char="x"/></text:list-style>`

func makeODT(t testing.TB, body string, more ...[2]string) []byte {
	return makeZip(t, append([][2]string{
		{"mimetype", "application/vnd.oasis.opendocument.text"},
		{"Thumbnails/thumbnail.png", "\x89PNG\r\n\x1a\n"},
		{"content.xml", `<office:document-content ` + odtNS + `><office:automatic-styles>` + odtStyles + `</office:automatic-styles><office:body><office:text>` + body + `</office:text></office:body></office:document-content>`},
	}, more...)...)
}

// TestODT: an OpenDocument text is read as it looks.
func TestODT(t *testing.T) {
	para := func(s string) string { return `<text:p>` + s + `</text:p>` }
	li := func(s string) string { return `<text:list-item>` + s + `</text:list-item>` }
	list := func(attr, s string) string {
		return `<text:list text:style-name="L1" ` + attr + `>` + s + `</text:list>`
	}
	for _, c := range []struct {
		name, body, want string
		warning          string
	}{
		{"paragraphs", para("SURAT  EDARAN\n  NOMOR") + `<text:h>Judul<text:line-break/>dua<text:s text:c="2"/>x<text:tab/>y</text:h>`, "SURAT EDARAN NOMOR\nJudul\ndua  x y", ""},
		{"spans", para(`WFH <text:span>paling</text:span> <text:span>banyak</text:span> 75%`), "WFH paling banyak 75%", ""},
		{"lists", list("", li(para("satu")+`<text:list>`+li(para("dalam"))+li(para("lagi")+para("tanpa nomor"))+`</text:list>`)+li(para("dua"))) + para("antara") +
			list(`text:continue-numbering="true"`, li(para("tiga"))) + list("", `<text:list-item text:start-value="5">`+para("lima")+`</text:list-item>`),
			"1. satu\na) dalam\nb) lagi\ntanpa nomor\n2. dua\nantara\n3. tiga\n5. lima", ""},
		{"hidden", para(`<text:span text:style-name="Gaib">90%</text:span>50%`) + `<text:p text:style-name="Gaib">gaib</text:p>`, "50%", warnHidden},
		{"struck", para(`<text:span text:style-name="Coret">75%</text:span> 50%`), "50%", warnStruck},
		{"note", para(`75<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>` + para("Dari unit.") + `</text:note-body></text:note> persen`),
			"75¹ persen\n[note: ¹ Dari unit.]", ""},
		{"raised by hand", para(`75<text:span text:style-name="Naik">1</text:span> persen`), "75¹ persen", ""},
		{"changes", `<text:tracked-changes><text:changed-region><text:deletion>` + para("60%") + `</text:deletion></text:changed-region></text:tracked-changes>` + para("50%"), "50%", "tracked-changes"},
		{"box", para(`satu<draw:frame><draw:text-box>` + para("CONTOH") + `</draw:text-box></draw:frame>`), "satu\n[text_box: CONTOH]", ""},
		{"object", para(`satu<draw:frame><draw:object xlink:href="./Object 1"/></draw:frame>`), "satu", warnPart},
		{"merged heads", `<table:table><table:table-row><table:table-cell table:number-rows-spanned="2">` + para("Layanan") + `</table:table-cell><table:table-cell table:number-columns-spanned="2">` + para("Pembagian") + `</table:table-cell><table:covered-table-cell/></table:table-row>` +
			`<table:table-row><table:covered-table-cell/><table:table-cell>` + para("WFH") + `</table:table-cell><table:table-cell>` + para("WFO") + `</table:table-cell></table:table-row>` +
			`<table:table-row><table:table-cell>` + para("Umum") + `</table:table-cell><table:table-cell>` + para("75%") + `</table:table-cell><table:table-cell>` + para("25%") + `</table:table-cell></table:table-row></table:table>`,
			"[table: Layanan\tPembagian\tPembagian\nLayanan\tWFH\tWFO\nUmum\t75%\t25%]", ""},
		{"pages", para("satu") + `<text:p text:style-name="Baru">dua</text:p>`, "satu\ndua", ""},
	} {
		got, d := readText(t, c.name, string(makeODT(t, c.body)))
		if got != c.want {
			t.Errorf("%s: text is\n%q, want\n%q", c.name, got, c.want)
		}
		if (len(d.Warnings) == 0) != (c.warning == "") || len(d.Warnings) > 0 && d.Warnings[0].Code != c.warning {
			t.Errorf("%s: warnings are %+v, want %q", c.name, d.Warnings, c.warning)
		}
		if c.name == "pages" && len(d.Text.Pages) != 2 {
			t.Errorf("%d pages", len(d.Text.Pages))
		}
	}
	styles := [2]string{"styles.xml", `<office:document-styles ` + odtNS + `><office:master-styles><style:master-page style:name="Standard"><style:header>` + para("BUPATI CONTOH") +
		`</style:header><style:footer>` + para("halaman") + `</style:footer></style:master-page></office:master-styles></office:document-styles>`}
	if got, _ := readText(t, "kop.odt", string(makeODT(t, para("isi"), styles))); got != "BUPATI CONTOH\nisi\n[footer: halaman]" {
		t.Errorf("headers: %q", got)
	}
}

func TestODTLimits(t *testing.T) {
	for name, c := range map[string]struct {
		data []byte
		want error
	}{
		"nesting":  {makeODT(t, strings.Repeat("<text:span>", 10000)), ErrTooLarge},
		"no text":  {makeODT(t, ""), ErrEmpty},
		"cut":      {makeZip(t, [2]string{"mimetype", "application/vnd.oasis.opendocument.text"}, [2]string{"content.xml", "<office:body><text:p>x"}), ErrDamaged},
		"bodyless": {makeZip(t, [2]string{"mimetype", "application/vnd.oasis.opendocument.text"}, [2]string{"content.xml", "<x/>"}), ErrDamaged},
		"DTD":      {makeZip(t, [2]string{"mimetype", "application/vnd.oasis.opendocument.text"}, [2]string{"content.xml", `<!DOCTYPE x [<!ENTITY a "b">]><body>&a;</body>`}), ErrDamaged},
	} {
		if _, err := Read(context.Background(), name, c.data, Options{}); !errors.Is(err, c.want) {
			t.Errorf("%s: error is %v, want %v", name, err, c.want)
		}
	}
}

// TestXLSX: the visible sheets of a workbook are read as tables, values as they
// look.
func TestXLSX(t *testing.T) {
	f := excelize.NewFile()
	check := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	check(f.SetSheetName("Sheet1", "Lampiran"))
	for cell, v := range map[string]any{"A1": "Unit", "B1": "Pembagian", "B2": "WFH", "C2": "WFO", "A3": "Dinas Arsip", "B3": 0.3, "C3": "70%", "A4": "disembunyikan"} {
		check(f.SetCellValue("Lampiran", cell, v))
	}
	check(f.MergeCell("Lampiran", "A1", "A2"))
	check(f.MergeCell("Lampiran", "B1", "C1"))
	percent, err := f.NewStyle(&excelize.Style{NumFmt: 9})
	check(err)
	check(f.SetCellStyle("Lampiran", "B3", "B3", percent))
	check(f.SetRowVisible("Lampiran", 4, false))
	_, err = f.NewSheet("Rahasia")
	check(err)
	check(f.SetCellValue("Rahasia", "A1", "WFH 90%"))
	check(f.SetSheetVisible("Rahasia", false))
	var buf bytes.Buffer
	check(f.Write(&buf))
	got, d := readText(t, "lampiran.xlsx", buf.String())
	if want := "[title: Lampiran]\n[table: Unit\tPembagian\tPembagian\nUnit\tWFH\tWFO\nDinas Arsip\t30%\t70%]"; got != want {
		t.Errorf("read\n%q, want\n%q", got, want)
	}
	if len(d.Warnings) != 1 || d.Warnings[0].Code != warnHidden {
		t.Errorf("warnings are %+v", d.Warnings)
	}
	for _, data := range [][]byte{
		makeZip(t, [2]string{"xl/workbook.xml", "<x"}),
		makeZip(t, [2]string{"xl/workbook.xml", "<workbook/>"}, [2]string{"xl/worksheets/sheet1.xml", strings.Repeat(" ", 80<<20)}),
	} {
		if _, err := Read(context.Background(), "x.xlsx", data, Options{}); err == nil {
			t.Error("a broken workbook was read")
		}
	}
}

// pagePicture returns a grey picture of the given size, as PNG.
func pagePicture(t *testing.T, w, h int) string {
	t.Helper()
	return string(pngOf(t, image.NewGray(image.Rect(0, 0, w, h))))
}

// TestOfficePictures: a picture as large as a page is one, and read by OCR or
// said not to be; logos are none.
func TestOfficePictures(t *testing.T) {
	picture := func(cx, cy int) string {
		return fmt.Sprintf(`<w:p><w:r><w:drawing><wp:inline><wp:extent cx="%d" cy="%d"/><a:blip r:embed="g"/></wp:inline></w:drawing></w:r></w:p>`, cx, cy)
	}
	odtPicture := `<text:p>satu<draw:frame svg:width="15cm" svg:height="20cm"><draw:image xlink:href="Pictures/g.png"/></draw:frame></text:p><text:p>tiga</text:p>`
	for _, c := range []struct {
		name string
		data []byte
		ocr  Recognizer
		want string // methods of the pages
		code string
	}{
		{"scan in DOCX", makeDOCX(t, p("satu")+picture(5000000, 7000000)+p("tiga"), docRels("g", "media/g.png"), [2]string{"word/media/g.png", pagePicture(t, 700, 900)}), silent{}, "text ocr text", ""},
		{"scan in DOCX without OCR", makeDOCX(t, p("satu")+picture(5000000, 7000000)+p("tiga"), docRels("g", "media/g.png"), [2]string{"word/media/g.png", pagePicture(t, 700, 900)}), nil, "text none text", ""},
		{"scan alone", makeDOCX(t, picture(5000000, 7000000), docRels("g", "media/g.png"), [2]string{"word/media/g.png", pagePicture(t, 700, 900)}), nil, "none", ""},
		{"scan in ODT", makeODT(t, odtPicture, [2]string{"Pictures/g.png", pagePicture(t, 700, 900)}), silent{}, "text ocr text", ""},
		{"logo", makeDOCX(t, p("satu")+picture(900000, 900000), docRels("g", "media/g.png"), [2]string{"word/media/g.png", pagePicture(t, 700, 900)}), silent{}, "text", ""},
		{"blurred", makeDOCX(t, p("satu")+picture(5000000, 7000000), docRels("g", "media/g.png"), [2]string{"word/media/g.png", pagePicture(t, 70, 90)}), silent{}, "text", warnPart},
		{"drawing of another kind", makeDOCX(t, p("satu")+picture(5000000, 7000000), docRels("g", "media/g.emf"), [2]string{"word/media/g.emf", "\x01\x00\x00\x00"}), silent{}, "text", warnPart},
	} {
		d, err := Read(context.Background(), c.name, c.data, Options{OCR: c.ocr})
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		var methods []string
		for _, p := range d.Text.Pages {
			methods = append(methods, string(p.Method))
		}
		if got := strings.Join(methods, " "); got != c.want {
			t.Errorf("%s: pages are %s, want %s", c.name, got, c.want)
		}
		if (len(d.Warnings) == 0) != (c.code == "") || len(d.Warnings) > 0 && d.Warnings[0].Code != c.code {
			t.Errorf("%s: warnings are %+v", c.name, d.Warnings)
		}
	}
}
