// Package hostile makes files that mean harm to whoever reads them: bombs,
// cycles, false lengths, damage. All are made by arithmetic: the same call gives
// the same bytes.
package hostile

import (
	"archive/zip"
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"iter"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
)

// Case is one file.
type Case struct {
	Name string
	Data []byte
}

// Made returns the files that are made from nothing.
func Made() []Case {
	return append(append(pdfs(), offices()...), others()...)
}

// Cases returns the first n of all that is made and of the damaged copies of the
// PDFs in a folder, if one is named, and of a made one, as many of each. A copy is made when its
// turn comes: a thousand of them are a gigabyte.
func Cases(folder string, n int) (iter.Seq[Case], error) {
	made := Made()
	seeds := []Case{{"baik.pdf", onePage(stream("", "BT /F1 12 Tf 70 700 Td (Surat Edaran) Tj ET"), font)}}
	var paths []string
	if folder != "" {
		var err error
		if paths, err = filepath.Glob(filepath.Join(folder, "*.pdf")); err != nil {
			return nil, err
		}
	}
	for _, p := range paths {
		data, err := os.ReadFile(p)
		if err != nil {
			return nil, err
		}
		seeds = append(seeds, Case{filepath.Base(p), data})
	}
	each := max(0, n-len(made))/len(seeds) + 1
	return func(yield func(Case) bool) {
		left := n
		give := func(c Case) bool { left--; return left >= 0 && yield(c) }
		for _, c := range made {
			if !give(c) {
				return
			}
		}
		for _, s := range seeds {
			for c := range Damage(s.Name, s.Data, each) {
				if !give(c) {
					return
				}
			}
		}
	}, nil
}

// Damage returns n damaged copies of a file: cut short, with bytes changed,
// blocks moved, emptied or repeated, numbers made large.
func Damage(name string, data []byte, n int) iter.Seq[Case] {
	return func(yield func(Case) bool) {
		rnd := rand.New(rand.NewPCG(uint64(len(data)), uint64(crc32.ChecksumIEEE(data))))
		for i := range n {
			d := bytes.Clone(data)
			at := func() int { return rnd.IntN(max(1, len(d))) }
			kind := [...]string{"cut", "bytes", "moved", "zeros", "repeated", "numbers", "headless"}[i%7]
			switch {
			case len(d) == 0:
			case kind == "cut":
				d = d[:at()]
			case kind == "bytes":
				for range 1 + rnd.IntN(200) {
					d[at()] = byte(rnd.IntN(256))
				}
			case kind == "moved":
				a, b, l := at(), at(), rnd.IntN(4096)
				copy(d[a:min(a+l, len(d))], data[b:])
			case kind == "zeros":
				a := at()
				clear(d[a:min(a+rnd.IntN(65536), len(d))])
			case kind == "repeated":
				a := at()
				d = append(d[:a:a], data[a/2:]...)
			case kind == "numbers":
				for range 20 {
					a := at()
					for j := a; j < min(a+200, len(d)); j++ {
						if d[j] >= '0' && d[j] <= '9' {
							d[j] = '9'
						}
					}
				}
			case kind == "headless":
				d = d[min(len(d), rnd.IntN(64)):]
			}
			if !yield(Case{fmt.Sprintf("%s.%s%d", name, kind, i), d}) {
				return
			}
		}
	}
}

// pdfFile writes PDF objects with a table of where they stand.
func pdfFile(objects []string, trailer string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n")
	places := make([]int, len(objects))
	for i, o := range objects {
		places[i] = b.Len()
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, p := range places {
		fmt.Fprintf(&b, "%010d 00000 n \n", p)
	}
	if trailer == "" {
		trailer = fmt.Sprintf("<< /Size %d /Root 1 0 R >>", len(objects)+1)
	}
	fmt.Fprintf(&b, "trailer\n%s\nstartxref\n%d\n%%%%EOF\n", trailer, start)
	return b.Bytes()
}

func stream(dict, data string) string {
	return fmt.Sprintf("<< %s /Length %d >>\nstream\n%s\nendstream", dict, len(data), data)
}

func deflated(data []byte) string {
	var b bytes.Buffer
	z, _ := zlib.NewWriterLevel(&b, 9)
	z.Write(data)
	z.Close()
	return b.String()
}

// onePage returns a PDF of one page with the given content and resources.
func onePage(content, resources string, more ...string) []byte {
	return pdfFile(append([]string{"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
		"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << " + resources + " >> >>", content}, more...), "")
}

const font = "/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>"

func pdfs() []Case {
	zeros := make([]byte, 64<<20)
	bomb := deflated(zeros)
	bomb2 := deflated([]byte(deflated(bytes.Repeat(zeros, 8))))
	text := "BT /F1 12 Tf 70 700 Td (Surat Edaran) Tj ET "
	out := []Case{
		{"pages-cycle.pdf", pdfFile([]string{"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>"}, "")},
		{"pages-parent-cycle.pdf", pdfFile([]string{"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 /Parent 3 0 R >>", "<< /Type /Page /Parent 2 0 R >>"}, "")},
		{"pages-count.pdf", pdfFile([]string{"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 2000000000 >>", "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 1 1] >>"}, "")},
		{"xref-loop.pdf", pdfFile([]string{"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [] /Count 0 >>"}, "<< /Size 3 /Root 1 0 R /Prev 9 >>")},
		{"deep-array.pdf", onePage(stream("", text), "/X "+strings.Repeat("[", 200000)+strings.Repeat("]", 200000))},
		{"deep-dict.pdf", onePage(stream("", text), strings.Repeat("/A << ", 100000)+strings.Repeat(" >>", 100000))},
		{"flate-bomb.pdf", onePage(stream("/Filter /FlateDecode", bomb), font)},
		{"flate-bomb-twice.pdf", onePage(stream("/Filter [/FlateDecode /FlateDecode]", bomb2), font)},
		{"form-cycle.pdf", onePage(stream("", "/X0 Do"), "/XObject << /X0 5 0 R >>", stream("/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X0 5 0 R >> >>", "/X0 Do /X0 Do"))},
		{"many-chars.pdf", onePage(stream("/Filter /FlateDecode", deflated([]byte(strings.Repeat(text, 300000)))), font)},
		{"many-paths.pdf", onePage(stream("/Filter /FlateDecode", deflated([]byte(strings.Repeat("10 10 m 500 800 l S ", 1000000)))), font)},
		{"deep-state.pdf", onePage(stream("/Filter /FlateDecode", deflated([]byte(strings.Repeat("q ", 5000000)))), font)},
		{"huge-page.pdf", bytes.Replace(onePage(stream("", "0 0 m 9 9 l S"), ""), []byte("595 842"), []byte("9999999 9999999"), 1)},
		{"no-size.pdf", bytes.Replace(onePage(stream("", "0 0 m 9 9 l S"), ""), []byte("[0 0 595 842]"), []byte("[0 0 0 -1e30]"), 1)},
		{"huge-image.pdf", onePage(stream("", "q 595 0 0 842 0 0 cm /I Do Q"), "/XObject << /I 5 0 R >>",
			stream("/Type /XObject /Subtype /Image /Width 60000 /Height 60000 /BitsPerComponent 8 /ColorSpace /DeviceRGB /Filter /FlateDecode", bomb))},
		{"fax-image.pdf", onePage(stream("", "q 595 0 0 842 0 0 cm /I Do Q"), "/XObject << /I 5 0 R >>",
			stream("/Type /XObject /Subtype /Image /Width 30000 /Height 30000 /BitsPerComponent 1 /ColorSpace /DeviceGray /Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns 30000 >>", strings.Repeat("\xaa\x13\x7f", 2000)))},
		{"bad-encryption.pdf", pdfFile([]string{"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [] /Count 0 >>"}, "<< /Size 3 /Root 1 0 R /Encrypt << /Filter /Standard /V 4 /R 4 /O (x) /U (y) /P -1 >> /ID [(a) (b)] >>")},
		{"self-length.pdf", onePage("<< /Length 4 0 R >>\nstream\nxx\nendstream", font)},
		{"only-header.pdf", []byte("%PDF-1.7\n")},
	}
	const n = 3000
	var kids strings.Builder
	for i := range n {
		fmt.Fprintf(&kids, "%d 0 R ", 4+i)
	}
	pages := []string{"<< /Type /Catalog /Pages 2 0 R >>", fmt.Sprintf("<< /Type /Pages /Kids [%s] /Count %d >>", kids.String(), n), stream("", text)}
	for range n {
		pages = append(pages, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 3 0 R /Resources << "+font+" >> >>")
	}
	return append(out, Case{"3000-pages.pdf", pdfFile(pages, "")})
}

const wordNS = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`

// packed returns an archive of the given parts: a name and its content, and so
// on.
func packed(name string, data []byte, more ...any) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, _ := z.Create(name)
	w.Write(data)
	for i := 0; i+1 < len(more); i += 2 {
		w, _ := z.Create(more[i].(string))
		w.Write(more[i+1].([]byte))
	}
	z.Close()
	return b.Bytes()
}

func offices() []Case {
	word := func(body string) []byte {
		return packed("word/document.xml", []byte("<w:document "+wordNS+"><w:body>"+body+"</w:body></w:document>"))
	}
	var many bytes.Buffer
	z := zip.NewWriter(&many)
	z.Create("word/document.xml")
	for i := range 5000 {
		z.Create(fmt.Sprintf("word/header%d.xml", i))
	}
	z.Close()
	nested := packed("a.txt", []byte("dalam"))
	for range 50 {
		nested = packed("a.zip", nested)
	}
	return []Case{
		{"bomb.docx", word(strings.Repeat(" ", 200<<20))},
		{"text.docx", word("<w:p><w:r><w:t>" + strings.Repeat("panjang ", 8<<20) + "</w:t></w:r></w:p>")},
		{"deep.docx", word(strings.Repeat("<w:tbl><w:tr><w:tc>", 100000))},
		{"deep-box.docx", word(strings.Repeat("<w:txbxContent><w:p>", 100000))},
		{"unclosed.docx", word("<w:p><w:r><w:t>teks")},
		{"entities.docx", packed("word/document.xml", []byte(`<!DOCTYPE a [<!ENTITY b "bbbbbbbb"><!ENTITY c "&b;&b;&b;&b;">]><a>&c;</a>`))},
		{"list.docx", word(strings.Repeat(`<w:p><w:pPr><w:numPr><w:ilvl w:val="99999999999"/><w:numId w:val="-1"/></w:numPr></w:pPr><w:r><w:t>x</w:t></w:r></w:p>`, 1000))},
		{"parts.docx", many.Bytes()},
		{"nested.zip", nested},
		{"spans.docx", word("<w:tbl>" + strings.Repeat(`<w:tr><w:tc><w:tcPr><w:gridSpan w:val="99999999"/><w:vMerge/></w:tcPr><w:p><w:r><w:t>`+strings.Repeat("sel ", 50)+`</w:t></w:r></w:p></w:tc></w:tr>`, 20000) + "</w:tbl>")},
		{"circle.docx", packed("word/document.xml", []byte(`<w:document `+wordNS+` xmlns:r="r"><w:body>`+strings.Repeat(`<w:altChunk r:id="a"/>`, 1000)+`</w:body></w:document>`),
			"word/_rels/document.xml.rels", []byte(`<Relationships><Relationship Id="a" Target="document.xml"/></Relationships>`))},
		{"deep.odt", packed("mimetype", []byte("application/vnd.oasis.opendocument.text"), "content.xml", []byte("<a><body>"+strings.Repeat("<list><list-item>", 100000)))},
		{"bomb.odt", packed("mimetype", []byte("application/vnd.oasis.opendocument.text"), "content.xml", []byte("<a><body>"+strings.Repeat(" ", 200<<20)))},
		{"bomb.xlsx", packed("xl/workbook.xml", []byte("<workbook/>"), "xl/worksheets/sheet1.xml", bytes.Repeat([]byte(" "), 200<<20))},
		{"far.xlsx", packed("xl/workbook.xml", []byte(`<workbook xmlns:r="r"><sheets><sheet name="a" sheetId="1" r:id="a"/></sheets></workbook>`),
			"xl/_rels/workbook.xml.rels", []byte(`<Relationships><Relationship Id="a" Target="worksheets/sheet1.xml"/></Relationships>`),
			"xl/worksheets/sheet1.xml", []byte(`<worksheet><sheetData>`+strings.Repeat(`<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`, 1000)+`</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>`))},
		{"false-size.zip", bytes.Replace(packed("a.txt", []byte("teks")), []byte("a.txt"), []byte("../.."), -1)},
	}
}

func others() []Case {
	chunk := func(kind string, data []byte) []byte {
		b := binary.BigEndian.AppendUint32(nil, uint32(len(data)))
		b = append(append(b, kind...), data...)
		return binary.BigEndian.AppendUint32(b, crc32.ChecksumIEEE(b[4:]))
	}
	picture := func(w, h uint32, data []byte) []byte {
		head := binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(nil, w), h)
		b := append([]byte("\x89PNG\r\n\x1a\n"), chunk("IHDR", append(head, 8, 6, 0, 0, 0))...)
		return append(append(b, chunk("IDAT", data)...), chunk("IEND", nil)...)
	}
	loop := []byte("II*\x00\x08\x00\x00\x00\x00\x00\x08\x00\x00\x00")
	odd := make([]byte, 4000)
	for i := range odd {
		odd[i] = []byte{0, 0xD8, 0x20, 0xDC}[i%4]
	}
	return []Case{
		{"wide.png", picture(60000, 60000, nil)},
		{"limit.png", picture(7000, 7000, []byte(deflated(make([]byte, 100<<20))))},
		{"cut.png", picture(100, 100, []byte("x"))},
		{"loop.tif", loop},
		{"cut.jpg", []byte("\xFF\xD8\xFF\xE0\x00\x10JFIF\x00\x01")},
		{"deep.html", []byte("<html><body>" + strings.Repeat("<div><b>", 200000))},
		{"wide.html", []byte("<html><body>" + strings.Repeat("<p>paragraf</p>", 300000))},
		{"table.html", []byte("<html><body>" + strings.Repeat("<table><tr><td>", 20000))},
		{"attributes.html", []byte("<html " + strings.Repeat(`a="b" `, 500000) + ">")},
		{"entities.html", []byte("<html><body>" + strings.Repeat("&amp;&#x110000;&nosuch;", 300000))},
		{"script.html", []byte(`<html><script type="application/ld+json">` + strings.Repeat(`[`, 500000) + `</script>`)},
		{"spans.html", []byte("<html><body><table>" + strings.Repeat("<tr><td colspan=1000 rowspan=65534>sel<td>dua", 20000))},
		{"notes.md", []byte("# a\n" + strings.Repeat("*_[(", 200000) + strings.Repeat("> ", 5000))},
		{"mails.eml", []byte("From: a\nTo: b\nMIME-Version: 1.0\n" + strings.Repeat("Content-Type: multipart/mixed; boundary=b\n\n--b\n", 20000))},
		{"line.txt", bytes.Repeat([]byte("kata "), 8<<20)},
		{"marks.txt", []byte("e" + strings.Repeat("\u0301", 2<<20))},
		{"surrogates.txt", append([]byte("\xFF\xFE"), odd...)},
		{"controls.txt", bytes.Repeat([]byte{27, '[', '2', 'J'}, 1000)},
	}
}
