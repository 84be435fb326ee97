package report

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/telaah/telaah/circular"
)

// The parts of a Word document that are the same for every memo: A4 with the
// margins and type of official letters, and one table style.
const (
	wordNS       = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	contentTypes = xml.Header + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
		`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
		`<Default Extension="png" ContentType="image/png"/>` +
		`<Default Extension="xml" ContentType="application/xml"/>` +
		`<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>` +
		`<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>` +
		`<Override PartName="/word/footer1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/></Types>`
	packageRels = xml.Header + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
		`<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`
	documentRels = xml.Header + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
		`<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>` +
		`<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer" Target="footer1.xml"/></Relationships>`
	wordStyles = xml.Header + `<w:styles xmlns:w="` + wordNS + `"><w:docDefaults><w:rPrDefault><w:rPr>` +
		`<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/><w:sz w:val="22"/></w:rPr></w:rPrDefault>` +
		`<w:pPrDefault><w:pPr><w:spacing w:after="80" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>` +
		`<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>` +
		`<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/>` +
		`<w:pPr><w:keepNext/><w:spacing w:before="200"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>` +
		`<w:style w:type="paragraph" w:styleId="Cell"><w:name w:val="Cell"/><w:basedOn w:val="Normal"/>` +
		`<w:pPr><w:spacing w:after="20" w:line="240" w:lineRule="auto"/></w:pPr><w:rPr><w:sz w:val="17"/></w:rPr></w:style></w:styles>`
	sectionEnd = `<w:sectPr><w:footerReference w:type="default" r:id="rId2"/><w:pgSz w:w="%d" w:h="%d"/>` +
		`<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1418" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>`
)

// wordSheets are the sizes of paper, width and height in twentieths of a point.
var wordSheets = map[string][2]int{"A4": {11906, 16838}, "F4": {12189, 18709}}

// textWidth is the width between the margins, in twentieths of a point.
const textWidth = 11906 - 1418 - 1134

// wordTime is the time of every entry: a document tells no clock.
var wordTime = time.Date(2024, 1, 1, 0, 0, 0, 0, time.UTC)

// run is text in one type.
type run struct {
	text string
	prop string // elements of w:rPr
}

// The types of runs.
const (
	boldType   = `<w:b/>`
	softType   = `<w:color w:val="555555"/>`
	deleteType = `<w:strike/><w:color w:val="8C1D18"/>`
	insertType = `<w:b/><w:color w:val="0B5A2B"/><w:u w:val="single"/>`
)

// word builds the body of a document.
type word struct {
	b     strings.Builder
	media [][]byte // pictures, PNG
}

// escape makes text safe for XML and for the reader.
func escape(s string) string {
	var b bytes.Buffer
	_ = xml.EscapeText(&b, []byte(plain(s))) // a buffer takes everything
	return b.String()
}

// paragraph writes a paragraph; prop are elements of w:pPr.
func (d *word) paragraph(prop string, runs ...run) {
	d.b.WriteString("<w:p><w:pPr>" + prop + "</w:pPr>")
	for _, r := range runs {
		switch r.text {
		case "":
		case "\t":
			d.b.WriteString("<w:r><w:tab/></w:r>")
		default:
			d.b.WriteString("<w:r><w:rPr>" + r.prop + `</w:rPr><w:t xml:space="preserve">` + spaced(r.text) + "</w:t></w:r>")
		}
	}
	d.b.WriteString("</w:p>")
}

// spaced is escape that keeps a blank at either end, for runs that touch.
func spaced(s string) string {
	out := escape(s)
	if strings.HasPrefix(s, " ") {
		out = " " + out
	}
	if strings.HasSuffix(s, " ") && strings.TrimSpace(s) != "" {
		out += " "
	}
	return out
}

// item writes a numbered paragraph.
func (d *word) item(n int, runs ...run) {
	const prop = `<w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs><w:ind w:left="720" w:hanging="360"/><w:jc w:val="both"/>`
	d.paragraph(prop, append([]run{{fmt.Sprintf("%d.", n), ""}, {"\t", ""}}, runs...)...)
}

// pageBreak begins a new page.
func (d *word) pageBreak() { d.b.WriteString(`<w:p><w:r><w:br w:type="page"/></w:r></w:p>`) }

// fields writes names and values below each other, with a colon between them.
func (d *word) fields(list [][2]string) {
	const prop = `<w:tabs><w:tab w:val="left" w:pos="1400"/><w:tab w:val="left" w:pos="1600"/></w:tabs><w:spacing w:after="40"/><w:ind w:left="1600" w:hanging="1600"/>`
	for _, f := range list {
		d.paragraph(prop, run{f[0], ""}, run{"\t", ""}, run{":", ""}, run{"\t", ""}, run{f[1], ""})
	}
}

// cellText is the paragraphs of a cell.
type cellText [][]run

// table writes a table with a head that repeats on every page. Widths are in
// twentieths of a point.
func (d *word) table(widths []int, head []string, rows [][]cellText) {
	side := func(name string) string {
		return "<w:" + name + ` w:val="single" w:sz="4" w:space="0" w:color="808080"/>`
	}
	d.b.WriteString(`<w:tbl><w:tblPr><w:tblW w:w="` + fmt.Sprint(textWidth) + `" w:type="dxa"/><w:tblBorders>` + side("top") + side("left") + side("bottom") +
		side("right") + side("insideH") + side("insideV") + `</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>`)
	for _, w := range widths {
		fmt.Fprintf(&d.b, `<w:gridCol w:w="%d"/>`, w)
	}
	d.b.WriteString("</w:tblGrid>")
	first := make([]cellText, len(head))
	for i, h := range head {
		first[i] = cellText{{{h, boldType}}}
	}
	d.row(widths, `<w:cantSplit/><w:tblHeader/>`, `<w:shd w:val="clear" w:color="auto" w:fill="F2F2EF"/>`, first)
	for _, r := range rows {
		d.row(widths, `<w:cantSplit/>`, "", r)
	}
	d.b.WriteString("</w:tbl>")
}

func (d *word) row(widths []int, rowProp, cellProp string, cells []cellText) {
	d.b.WriteString("<w:tr><w:trPr>" + rowProp + "</w:trPr>")
	for i, c := range cells {
		fmt.Fprintf(&d.b, `<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/>%s</w:tcPr>`, widths[i], cellProp)
		if len(c) == 0 {
			c = cellText{nil}
		}
		for _, runs := range c {
			d.paragraph(`<w:pStyle w:val="Cell"/>`, runs...)
		}
		d.b.WriteString("</w:tc>")
	}
	d.b.WriteString("</w:tr>")
}

// write writes the package with a footer line, on paper of a size.
func (d *word) write(w io.Writer, footer, paper string) error {
	sheet, ok := wordSheets[paper]
	if !ok {
		sheet = wordSheets["A4"]
	}
	const open = ` xmlns:w="` + wordNS + `" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">`
	z := zip.NewWriter(w)
	parts := []struct{ name, data string }{
		{"[Content_Types].xml", contentTypes}, {"_rels/.rels", packageRels}, {"word/_rels/document.xml.rels", d.mediaRels()}, {"word/styles.xml", wordStyles},
		{"word/footer1.xml", xml.Header + `<w:ftr` + open + `<w:p><w:pPr><w:pStyle w:val="Cell"/><w:jc w:val="center"/></w:pPr><w:r><w:rPr>` + softType +
			`</w:rPr><w:t>` + escape(footer) + `</w:t></w:r></w:p></w:ftr>`},
		{"word/document.xml", xml.Header + `<w:document` + open + `<w:body>` + d.b.String() + fmt.Sprintf(sectionEnd, sheet[0], sheet[1]) + `</w:body></w:document>`},
	}
	for i, data := range d.media {
		parts = append(parts, struct{ name, data string }{fmt.Sprintf("word/media/clip%d.png", i+1), string(data)})
	}
	for _, part := range parts {
		f, err := z.CreateHeader(&zip.FileHeader{Name: part.name, Method: zip.Deflate, Modified: wordTime})
		if err == nil {
			_, err = io.WriteString(f, part.data)
		}
		if err != nil {
			return err
		}
	}
	return z.Close()
}

// redlined writes a redline with struck and underlined words.
func redlined(edits []circular.Edit) []run {
	var out []run
	for i, e := range edits {
		if i > 0 && !strings.ContainsAny(e.Text[:min(1, len(e.Text))], ".,;:)") {
			out = append(out, run{" ", ""})
		}
		out = append(out, run{strings.TrimSpace(e.Text), map[circular.EditOp]string{circular.EditDelete: deleteType, circular.EditInsert: insertType}[e.Op]})
	}
	return out
}
