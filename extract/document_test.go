package extract_test

import (
	"strconv"
	"strings"
	"testing"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/extract"
)

// TestDocument: what is no circular is named by its own type, number, year and
// title, is no basis of itself, and nobody is asked to correct a circular.
func TestDocument(t *testing.T) {
	const act = "GUBERNUR CONTOH\nPERATURAN GUBERNUR JAWA BARAT\nNOMOR 11 TAHUN 2016\nTENTANG\nTATA NASKAH DINAS\n\nMenimbang : a. bahwa perlu menetapkan Peraturan Gubernur;\nMengingat : 1. Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah;\n\nPasal 1\nSetiap perangkat daerah wajib memakai tata naskah dinas ini.\n"
	for _, c := range []struct{ name, text, want string }{
		{"regulation", act, "act: Pergub Jawa Barat 11/2016 TATA NASKAH DINAS"},
		{"decree", strings.Replace(act, "PERATURAN GUBERNUR JAWA BARAT\nNOMOR 11", "KEPUTUSAN GUBERNUR JAWA BARAT\nNOMOR 12", 1), "act: Kepgub Jawa Barat 12/2016 TATA NASKAH DINAS"},
		{"law", strings.Replace(act, "GUBERNUR CONTOH\nPERATURAN GUBERNUR JAWA BARAT", "UNDANG-UNDANG REPUBLIK INDONESIA", 1), "act: UU 11/2016 TATA NASKAH DINAS"},
		{"invitation", "DINAS ARSIP\n\nNomor : 005/12/2024\nSifat : Biasa\nHal : Undangan Rapat Kerja\n\nYth. Kepala Bagian Umum\n\nKami mengundang Saudara pada rapat kerja.\n", "letter: surat 005/12/2024/0 Undangan Rapat Kerja"},
		{"form", "FORMULIR PENDAFTARAN\n\nNama : ....\nNIP : ....\n", "form: formulir /0 FORMULIR PENDAFTARAN"},
		{"circular", strings.Replace(act, "PERATURAN GUBERNUR JAWA BARAT", "SURAT EDARAN", 1), ""},
		{"prose", "Pemerintah mengumumkan hari libur.\n", ""},
	} {
		text := circular.Text{Body: c.text, Pages: []circular.Page{{End: len(c.text), Method: circular.MethodOCR, Confidence: 0.9}}}
		for at := 0; at < len(c.text); {
			end := at + strings.IndexAny(c.text[at:]+" ", " \n")
			if end > at {
				text.Words = append(text.Words, circular.Word{Span: text.Span(at, end), Confidence: 0.7})
			}
			at = end + 1
		}
		rec := extract.Extract(circular.Source{SHA256: strings.Repeat("a", 64)}, text)
		if err := rec.Check(); err != nil {
			t.Errorf("%s: %v", c.name, err)
		}
		got := ""
		if d := rec.Document; d != nil {
			got = string(d.Kind) + ": " + d.Type + " " + d.Number + "/" + strconv.Itoa(d.Year) + " " + d.Title
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
		for _, l := range rec.Clauses {
			if l.LegalBasis != nil && rec.Document != nil && l.LegalBasis.Number == rec.Document.Number {
				t.Errorf("%s: it is a basis of itself: %+v", c.name, l.LegalBasis)
			}
		}
		for _, w := range rec.Warnings {
			if rec.Subject() == nil && strings.Contains(w.Message, " number=") {
				t.Errorf("%s: asks to correct a circular: %s", c.name, w.Message)
			}
		}
	}
}
