package main

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"strings"
)

// The fixed parts of a DOCX: the least that Word and its kin open.
const (
	docxTypes = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/header1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/></Types>`
	docxRels = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`
	docxDocRels = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" Target="header1.xml"/></Relationships>`
	docxSpace = ` xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`
)

// docx returns the letter as a Word document, its mark in the page header. A
// letter with a table is refused: no draft has one.
func (l *letter) docx() ([]byte, error) {
	var body strings.Builder
	for _, p := range l.lines {
		switch p.kind {
		case head, row, pair, page:
			return nil, fmt.Errorf("%s: tables, columns and page breaks are not written as DOCX", l.name)
		case bold:
			wordParagraph(&body, `<w:jc w:val="center"/>`, `<w:b/>`, p.text)
		case centre:
			wordParagraph(&body, `<w:jc w:val="center"/>`, "", p.text)
		case rule:
			wordParagraph(&body, `<w:pBdr><w:bottom w:val="single" w:sz="12" w:space="1" w:color="000000"/></w:pBdr>`, "", "")
		case foot:
			wordParagraph(&body, `<w:ind w:left="4500"/>`, "", p.text)
		case point:
			wordParagraph(&body, fmt.Sprintf(`<w:ind w:left="%d" w:hanging="400"/>`, 400*(p.level+1)), "", p.label+"\t"+p.text)
		default:
			wordParagraph(&body, fmt.Sprintf(`<w:ind w:left="%d"/>`, 400*p.level), "", p.text)
		}
	}
	var mark strings.Builder
	wordParagraph(&mark, `<w:jc w:val="center"/>`, `<w:color w:val="960000"/><w:sz w:val="16"/>`, l.mark)
	const prolog = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	parts := []file{
		{"[Content_Types].xml", []byte(docxTypes)},
		{"_rels/.rels", []byte(docxRels)},
		{"word/_rels/document.xml.rels", []byte(docxDocRels)},
		{"word/header1.xml", []byte(prolog + `<w:hdr` + docxSpace + `>` + mark.String() + `</w:hdr>`)},
		{"word/document.xml", []byte(prolog + `<w:document` + docxSpace + `><w:body>` + body.String() +
			`<w:sectPr><w:headerReference w:type="default" r:id="rId1"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1417" w:right="1134" w:bottom="1134" w:left="1417" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>`)},
	}
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, part := range parts {
		w, err := z.CreateHeader(&zip.FileHeader{Name: part.name, Method: zip.Store, Modified: made})
		if err == nil {
			_, err = w.Write(part.data)
		}
		if err != nil {
			return nil, fmt.Errorf("%s: writing DOCX: %w", l.name, err)
		}
	}
	if err := z.Close(); err != nil {
		return nil, fmt.Errorf("%s: writing DOCX: %w", l.name, err)
	}
	return b.Bytes(), nil
}

// wordParagraph appends a paragraph; a tab in its words becomes a tab stop.
func wordParagraph(b *strings.Builder, properties, run, words string) {
	b.WriteString(`<w:p><w:pPr>` + properties + `</w:pPr>`)
	for i, part := range strings.Split(words, "\t") {
		tab := ""
		if i > 0 {
			tab = "<w:tab/>"
		}
		var escaped bytes.Buffer
		xml.EscapeText(&escaped, []byte(part)) // a bytes.Buffer never fails
		b.WriteString(`<w:r><w:rPr>` + run + `</w:rPr>` + tab + `<w:t xml:space="preserve">` + escaped.String() + `</w:t></w:r>`)
	}
	b.WriteString(`</w:p>`)
}
