package document

import (
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/telaah/telaah/circular"
)

// run returns a run of text with properties.
func run(properties, text string) string {
	return `<w:r><w:rPr>` + properties + `</w:rPr><w:t xml:space="preserve">` + text + `</w:t></w:r>`
}

// TestDOCXParts: what a reader sees on paper is read, what he does not see is
// left out with a warning, and what cannot be read is said.
func TestDOCXParts(t *testing.T) {
	numbered := [2]string{"word/numbering.xml", numberingXML}
	for _, c := range []struct {
		name  string
		body  string
		parts [][2]string
		want  string   // body, without empty lines
		codes []string // of the warnings
	}{
		{"hidden", `<w:p>` + run(`<w:vanish/>`, "paling banyak 90%") + run("", "paling banyak 50%") + `</w:p>`, nil,
			"paling banyak 50%\n", []string{warnHidden}},
		{"shown again", `<w:p>` + run(`<w:vanish w:val="0"/>`, "tampak") + `</w:p>`, nil, "tampak\n", nil},
		{"hidden by style", `<w:p><w:pPr><w:pStyle w:val="B"/></w:pPr>` + run("", "gaib") + `</w:p>` + p("ada"),
			[][2]string{{"word/styles.xml", `<w:styles ` + wordNS + `><w:style w:styleId="A"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:styleId="B"><w:basedOn w:val="A"/></w:style></w:styles>`}},
			"ada\n", []string{warnHidden}},
		{"struck", `<w:p>` + run("", "paling banyak ") + run(`<w:strike/>`, "75%") + run("", " 50%.") + `</w:p>`, nil,
			"paling banyak  50%.\n", []string{warnStruck}},
		{"former looks", `<w:p><w:r><w:rPr><w:rPrChange><w:rPr><w:strike/></w:rPr></w:rPrChange></w:rPr><w:t>75%</w:t></w:r></w:p>`, nil, "75%\n", nil},
		{"symbol", `<w:p><w:r><w:t>75</w:t></w:r><w:r><w:sym w:font="Symbol" w:char="F025"/></w:r><w:r><w:sym w:font="Wingdings" w:char="F0A7"/></w:r></w:p>`, nil, "75%•\n", nil},
		{"symbol font", `<w:p>` + run(`<w:rFonts w:ascii="Symbol"/>`, "\uF037\uF025") + `</w:p>`, nil, "7%\n", nil},
		{"footnote", `<w:p>` + run("", "persen") + `<w:r><w:footnoteReference w:id="2"/></w:r>` + run("", " pegawai.") + `</w:p>` + p("Sesudahnya."),
			[][2]string{{"word/footnotes.xml", `<w:footnotes ` + wordNS + `><w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote><w:footnote w:id="2">` + p("Dari unit kerja.") + `</w:footnote></w:footnotes>`}},
			"persen¹ pegawai.\n[note: ¹ Dari unit kerja.]\nSesudahnya.\n", nil},
		{"endnote", `<w:p>` + run("", "a") + `<w:r><w:endnoteReference w:id="1"/></w:r></w:p>`,
			[][2]string{{"word/endnotes.xml", `<w:endnotes ` + wordNS + `><w:endnote w:id="1">` + p("Akhir.") + `</w:endnote></w:endnotes>`}},
			"a¹\n[note: ¹ Akhir.]\n", nil},
		{"raised by hand", `<w:p>` + run("", "75") + run(`<w:vertAlign w:val="superscript"/>`, "1)") + run("", " persen") + `</w:p>`, nil, "75¹⁾ persen\n", nil},
		{"embedded page", p("satu") + `<w:altChunk r:id="c"/>` + p("tiga"), [][2]string{docRels("c", "sisip.html"), {"word/sisip.html", "<html><body><p>dua 75%</p></body></html>"}},
			"satu\ndua 75%\ntiga\n", nil},
		{"embedded document", `<w:altChunk r:id="c"/>`, [][2]string{docRels("c", "/word/lain.docx"), {"word/lain.docx", string(makeDOCX(t, p("dari dalam")))}},
			"dari dalam\n", nil},
		{"embedded unknown", p("satu") + `<w:altChunk r:id="c"/>`, [][2]string{docRels("c", "x.bin"), {"word/x.bin", "\x00\x01\x02"}},
			"satu\n", []string{warnPart}},
		{"embedded object", `<w:p><w:r><w:t>satu</w:t></w:r><w:r><w:object><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r></w:p>`, nil, "satu\n", []string{warnPart}},
		{"list ends", item("1", "0", "satu") + p("bukan butir") + item("1", "0", "dua"), [][2]string{numbered}, "A. satu\n\nbukan butir\nB. dua\n", nil},
		{"merged heads", `<w:tbl><w:tr>` + cell(`<w:vMerge w:val="restart"/>`, "Layanan") + cell(`<w:gridSpan w:val="2"/>`, "Pembagian") + `</w:tr><w:tr>` +
			cell(`<w:vMerge/>`, "") + cell("", "WFH") + cell("", "WFO") + `</w:tr><w:tr>` + cell("", "Umum") + cell("", "75%") + cell("", "25%") + `</w:tr></w:tbl>`, nil,
			"[table: Layanan\tPembagian\tPembagian\nLayanan\tWFH\tWFO\nUmum\t75%\t25%]\n", nil},
		{"merged body", `<w:tbl><w:tr>` + cell("", "Unit") + cell("", "WFH") + cell("", "WFO") + `</w:tr><w:tr>` + cell(`<w:vMerge w:val="restart"/>`, "Dinas") +
			cell(`<w:gridSpan w:val="2"/>`, "bergantian") + `</w:tr><w:tr>` + cell(`<w:vMerge/>`, "") + cell("", "1%") + cell("", "2%") + `</w:tr></w:tbl>`, nil,
			"[table: Unit\tWFH\tWFO\nDinas\tbergantian\nDinas\t1%\t2%]\n", nil},
		{"table in a table", `<w:tbl><w:tr>` + `<w:tc>` + p("luar") + `<w:tbl><w:tr>` + cell("", "a") + cell("", "b") + `</w:tr></w:tbl>` + p("") + `</w:tc>` + cell("", "kanan") + `</w:tr></w:tbl>`, nil,
			"[table: luar\tkanan\na\tb]\n", nil},
	} {
		d, err := Read(context.Background(), c.name, makeDOCX(t, c.body, c.parts...), Options{})
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		want := c.want
		got := strings.TrimRight(marked(d.Text), "\n") + "\n"
		if !strings.Contains(want, "\n\n") {
			got = strings.ReplaceAll(got, "\n\n", "\n")
		}
		if got != want {
			t.Errorf("%s: text is\n%q, want\n%q", c.name, got, want)
		}
		var codes []string
		for _, w := range d.Warnings {
			codes = append(codes, w.Code)
		}
		if !slices.Equal(codes, c.codes) {
			t.Errorf("%s: warnings are %+v, want %v", c.name, d.Warnings, c.codes)
		}
	}
}

// cell returns a cell of a table.
func cell(properties, text string) string {
	return `<w:tc><w:tcPr>` + properties + `</w:tcPr>` + p(text) + `</w:tc>`
}

// marked returns a body with its marks in brackets, as the command "text
// --marks" prints them.
func marked(t circular.Text) string {
	var sb strings.Builder
	at := 0
	for _, m := range t.Marks {
		if m.Span.Start >= at {
			sb.WriteString(t.Body[at:m.Span.Start] + "[" + string(m.Kind) + ": " + t.Slice(m.Span) + "]")
			at = m.Span.End
		}
	}
	return sb.String() + t.Body[at:]
}

// TestDOCXNested: documents in documents end somewhere.
func TestDOCXNested(t *testing.T) {
	data := makeDOCX(t, p("dasar"))
	for range 20 {
		data = makeDOCX(t, p("lagi")+`<w:altChunk r:id="c"/>`, docRels("c", "x.docx"), [2]string{"word/x.docx", string(data)})
	}
	d, err := Read(context.Background(), "dalam.docx", data, Options{})
	if err != nil || strings.Join(strings.Fields(d.Text.Body), " ") != "lagi lagi lagi" || len(d.Warnings) != 1 {
		t.Errorf("read %q, %+v, %v", d.Text.Body, d.Warnings, err)
	}
}

// TestTableLines: text is not repeated without end.
func TestTableLines(t *testing.T) {
	wide := strings.Repeat("x", 100_000)
	rows := [][]tableCell{{{text: wide, cols: 60}, {text: "b"}}}
	for range 1000 {
		rows = append(rows, []tableCell{{joined: true, cols: 60}, {text: "b"}})
	}
	n := 0
	for _, l := range tableLines(rows, nil) {
		n += len(l)
	}
	if n > 3*maxRepeat {
		t.Errorf("%d bytes are written for one cell of %d", n, len(wide))
	}
}
