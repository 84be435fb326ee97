package report

import (
	"archive/zip"
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/telaah/telaah/circular"
	reader "github.com/telaah/telaah/document"
)

// draftOf packs a main part, and more parts, as a Word document.
func draftOf(t *testing.T, body string, more ...[2]string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, part := range append([][2]string{{typesPart, contentTypes}, {"_rels/.rels", packageRels},
		{mainPart, `<w:document xmlns:w="` + wordNS + `"><w:body>` + body + `</w:body></w:document>`}}, more...) {
		if err := writePart(z, part[0], []byte(part[1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// part returns a part of a Word document.
func part(t *testing.T, data []byte, name string) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range z.File {
		if f.Name == name {
			b, err := readPart(f)
			if err != nil {
				t.Fatal(err)
			}
			return string(b)
		}
	}
	t.Errorf("no part %s", name)
	return ""
}

// finding is a finding on a passage, settled by an edit where old is given.
func finding(passage, old, new string) circular.Deviation {
	d := circular.Deviation{Code: circular.CodeLooser, Level: circular.SeverityError, Why: "Terlalu longgar.", Advice: "Ubah.", Other: &circular.Side{Text: passage}}
	if old != "" {
		d.Replace = &circular.Replacement{Old: old, New: new}
	}
	return d
}

// TestWriteMarked: an edit becomes a tracked change that reads as the new
// words, in one run or several; where it cannot be made there is a comment
// only, and all other text stays.
func TestWriteMarked(t *testing.T) {
	const passage = "Pegawai bekerja dari rumah paling banyak 60% saja."
	for _, tt := range []struct {
		name, body string
		changed    bool
	}{
		{"one run", `<w:p><w:pPr><w:jc w:val="both"/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:tab/><w:t>Pegawai bekerja dari rumah paling banyak 60% saja.</w:t></w:r></w:p>`, true},
		{"runs", `<w:p><w:r><w:t>Pegawai bekerja dari </w:t></w:r><w:r><w:t xml:space="preserve">rumah  paling banyak 6</w:t></w:r><w:r><w:t>0</w:t></w:r><w:r><w:t>% saja.</w:t></w:r></w:p>`, true},
		{"a link", `<w:p><w:hyperlink><w:r><w:t>Pegawai bekerja dari rumah paling banyak 60% saja.</w:t></w:r></w:hyperlink></w:p>`, false},
		{"two texts in a run", `<w:p><w:r><w:t>Pegawai bekerja dari rumah paling banyak 6</w:t><w:t>0% saja.</w:t></w:r></w:p>`, true},
		{"already changed", `<w:p><w:ins w:id="7" w:author="A"><w:r><w:t>Pegawai bekerja dari rumah paling banyak 60% saja.</w:t></w:r></w:ins></w:p>`, false},
	} {
		data := draftOf(t, `<w:p/><w:p><w:r><w:t>Judul &amp; nomor</w:t></w:r></w:p>`+tt.body)
		var out bytes.Buffer
		if err := WriteMarked(&out, data, circular.Comparison{Deviations: []circular.Deviation{finding(passage, "60%", "50%"), finding("tidak ada di sini", "", "")}}, Options{}); err != nil {
			t.Fatalf("%s: %v", tt.name, err)
		}
		before, err := reader.Read(t.Context(), "a.docx", data, reader.Options{})
		if err != nil {
			t.Fatal(err)
		}
		after, err := reader.Read(t.Context(), "b.docx", out.Bytes(), reader.Options{})
		if err != nil {
			t.Fatalf("%s: %v", tt.name, err)
		}
		want := before.Text.Body
		if tt.changed {
			want = strings.Replace(want, "60%", "50%", 1)
		}
		if after.Text.Body != want {
			t.Errorf("%s: reads %q, want %q", tt.name, after.Text.Body, want)
		}
		body := part(t, out.Bytes(), mainPart)
		if got := strings.Contains(body, `w:author="Telaah"`); got != tt.changed {
			t.Errorf("%s: tracked change %v: %s", tt.name, got, body)
		}
		if strings.Count(body, "<w:commentReference ") != 2 || strings.Count(part(t, out.Bytes(), commentsPart), "</w:comment>") != 2 {
			t.Errorf("%s: want two comments: %s", tt.name, body)
		}
		if !strings.Contains(part(t, out.Bytes(), relsPart), "comments.xml") || !strings.Contains(part(t, out.Bytes(), typesPart), commentsPart) {
			t.Errorf("%s: the comments are not declared", tt.name)
		}
		if tt.name != "a link" {
			paragraphs(t, out.Bytes()) // every part is XML
		}
	}
}

// TestWriteMarkedTwice: several edits of one run are all made, but for one that
// meets another; the text around them stays in its order.
func TestWriteMarkedTwice(t *testing.T) {
	const passage = "WFH paling banyak 60% pada tanggal 16 s.d. 19 April 2024 saja."
	data := draftOf(t, `<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>`+passage+`</w:t></w:r></w:p>`)
	list := []circular.Deviation{finding(passage, "19 April", "17 April"), finding(passage, "60%", "50%"), finding(passage, "banyak 60%", "sedikit 1%"), finding(passage, "saja.", "juga.")}
	var out bytes.Buffer
	if err := WriteMarked(&out, data, circular.Comparison{Deviations: list}, Options{}); err != nil {
		t.Fatal(err)
	}
	after, err := reader.Read(t.Context(), "b.docx", out.Bytes(), reader.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if want := "WFH paling banyak 50% pada tanggal 16 s.d. 17 April 2024 juga."; strings.TrimSpace(after.Text.Body) != want {
		t.Errorf("reads %q, want %q", after.Text.Body, want)
	}
	if body := part(t, out.Bytes(), mainPart); strings.Count(body, "<w:del ") != 3 || strings.Count(body, "<w:b/>") != 10 {
		t.Errorf("want three changes, every run bold: %s", body)
	}
}

// TestWriteMarkedKeepsComments: those of the draft stay, and ids do not clash.
func TestWriteMarkedKeepsComments(t *testing.T) {
	old := `<x:comments xmlns:x="` + wordNS + `"><x:comment x:id="41" x:author="Siti"><x:p><x:r><x:t>sudah dibahas</x:t></x:r></x:p></x:comment></x:comments>`
	var out bytes.Buffer
	err := WriteMarked(&out, draftOf(t, `<w:p><w:r><w:t>Isi</w:t></w:r></w:p>`, [2]string{commentsPart, old}),
		circular.Comparison{NotJudged: []circular.Deviation{finding("", "", "")}}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	got := part(t, out.Bytes(), commentsPart)
	if !strings.Contains(got, "sudah dibahas") || !strings.Contains(got, `<x:comment x:id="42" x:author="Telaah"`) {
		t.Errorf("comments: %s", got)
	}
}

// TestWriteMarkedHostile: strings of findings are text in comments, and a file
// that is no sound Word document is refused.
func TestWriteMarkedHostile(t *testing.T) {
	for _, s := range hostile() {
		d := finding("Isi naskah", "Isi", s)
		d.Why, d.Advice, d.Base = s, s, &circular.Side{Text: s}
		var out bytes.Buffer
		if err := WriteMarked(&out, draftOf(t, `<w:p><w:r><w:t>Isi naskah</w:t></w:r></w:p>`), circular.Comparison{Deviations: []circular.Deviation{d}}, Options{}); err != nil {
			t.Fatal(err)
		}
		inert(t, "docx", s, out.String(), 0)
	}
	deep := strings.Repeat("<w:x>", 2*maxDepth)
	for _, data := range [][]byte{nil, []byte("PK"), draftOf(t, ""), draftOf(t, "<w:p>"), draftOf(t, deep), draftOf(t, `<w:p>&x;</w:p>`)} {
		if err := WriteMarked(&bytes.Buffer{}, data, circular.Comparison{}, Options{}); !errors.Is(err, ErrDraft) {
			t.Errorf("%.20q: %v", data, err)
		}
	}
}
