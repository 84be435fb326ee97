package outline

import (
	"strings"
	"testing"
	"time"
)

// hostile texts are built so that a careless reader needs the square of their
// length.
var hostile = map[string]string{
	"items":      "SURAT EDARAN\nNOMOR 1\nTENTANG\nX\n" + strings.Repeat("1. a\n", 25_000),
	"inline":     "SURAT EDARAN NOMOR 1 TENTANG X Bahwa: 1. Satu; " + strings.Repeat("2. Dua; 1. Satu; a. Tiga; ", 10_000),
	"brackets":   strings.Repeat("(", 100_000),
	"bars":       strings.Repeat("| ", 100_000),
	"sentence":   strings.Repeat("pegawai wajib hadir ", 25_000),
	"capitals":   strings.Repeat("PEGAWAI\n", 25_000),
	"addresses":  strings.Repeat("Kepada Yth. 1. Kepala\n", 12_000),
	"headings":   strings.Repeat("SURAT EDARAN\n", 12_000),
	"copies":     strings.Repeat("Tembusan:\n1. a\n", 12_000),
	"offices":    strings.Repeat("BUPATI,\n", 25_000),
	"blank":      strings.Repeat("kata\n\n", 25_000),
	"rows":       strings.Repeat("a\tb\tc\n", 25_000),
	"wide":       strings.Repeat("a\t", 60_000) + "\n" + strings.Repeat("1\t", 60_000),
	"deep":       deep(),
	"catchwords": strings.Repeat("a b c ...\n", 12_000),
	"colons":     strings.Repeat(":\n", 50_000),
}

// deep opens a list inside a list, over and over.
func deep() string {
	var s strings.Builder
	for range 5_000 {
		s.WriteString("1. a:\na. b:\n1) c:\na) d:\n- e:\n")
	}
	return s.String()
}

// TestHostile: time grows with the length of the text, whatever it is.
func TestHostile(t *testing.T) {
	for name, text := range hostile {
		t.Run(name, func(t *testing.T) {
			start := time.Now()
			check(t, of(text))
			if d := time.Since(start); d > time.Minute {
				t.Errorf("%d bytes took %v", len(text), d)
			}
		})
	}
}

func FuzzOf(f *testing.F) {
	f.Add("SURAT EDARAN\nNOMOR 1\nTENTANG\nX\nYth. 1. A\n1. a\na) b\n| a | b |\nDemikian.\nTembusan:\n1. C")
	f.Add("E.Isi\n4. a. b: 1. c; 2. d.\n\"1. x\n- \t\n1.1 Hari")
	f.Fuzz(func(t *testing.T, text string) { check(t, of(strings.ToValidUTF8(text, "?"))) })
}
