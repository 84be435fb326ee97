package extract

import (
	"strings"
	"testing"

	"github.com/telaah/telaah/circular"
)

// scan returns a text that OCR read: every word with confidence 0.95, but
// those that end in "?" with 0.4 and those that end in "~" with 0.7. The marks
// are no part of the text.
func scan(marked string) circular.Text {
	t := circular.Text{Pages: []circular.Page{{Method: circular.MethodOCR, Confidence: 0.9}}}
	for i, line := range strings.Split(marked, "\n") {
		if i > 0 {
			t.Body += "\n"
		}
		for j, w := range strings.Split(line, " ") {
			if j > 0 {
				t.Body += " "
			}
			conf := 0.95
			if rest, ok := strings.CutSuffix(w, "?"); ok {
				w, conf = rest, 0.4
			} else if rest, ok := strings.CutSuffix(w, "~"); ok {
				w, conf = rest, 0.7
			}
			start := len(t.Body)
			t.Body += w
			if w != "" {
				t.Words = append(t.Words, circular.Word{Span: circular.Span{Start: start, End: len(t.Body), Page: 1}, Confidence: conf})
			}
		}
	}
	t.Pages[0].End = len(t.Body)
	return t
}

// sheet is a circular with its number, day and signature to be filled in.
func sheet(number, day, sign string) circular.Text {
	return scan("GUBERNUR BANTEN\n\nYth. Para Kepala Perangkat Daerah\n\nSURAT EDARAN\n" + number + "\nTENTANG\nPENYESUAIAN SISTEM KERJA PEGAWAI\n\n" +
		"Dalam rangka kelancaran arus balik, pegawai dapat bekerja dari rumah paling banyak 50% pada unit kerja administrasi.\n\n" +
		"Ditetapkan di Serang\n" + day + "\n\nGUBERNUR BANTEN,\n\n" + sign + "\n")
}

// TestUnsureNumber holds that OCR's reading of a number is a number without
// doubt, one to be checked, or none, and that a doubt is always said.
func TestUnsureNumber(t *testing.T) {
	for _, c := range []struct {
		line, number string
		year         int
		doubt        bool
	}{
		{"NOMOR 5 TAHUN 2024", "5", 2024, false},
		{"NOMOR 05 TAHUN 2024", "05", 2024, false},
		{"NOMOR : 800/1234/BKD/2024", "800/1234/BKD/2024", 2024, false},
		{"NOMOR SE-13/PJ/2024", "SE-13/PJ/2024", 2024, false},
		{"NOMOR 5~ TAHUN 2024", "5", 2024, true},
		{"NOMOR 5? TAHUN 2024", "", 2024, true},
		{"NOMOROS TAHUN 2024", "", 2024, true},
		{"NOMORO5 TAHUN 2024", "", 2024, true},
		{"NOMORO& TAHUN 2024", "", 2024, true},
		{"NOMOR05 TAHUN 2024", "05", 2024, true},
		{"NOMOR O5 TAHUN 2O24", "", 0, true},
		{"NOMOR 5 TAHUN 2O24", "5", 0, true},
		{"NOMOR & TAHUN 2024", "", 2024, true},
		{"NOMOR & _ TAHUN 2024", "", 2024, true},
		{"NOMOR 1] TAHUN 2024", "", 2024, true},
		{"NOMOR TAHUN 2024", "", 2024, true},
		{"NOMOR J TAHUN 2024", "", 2024, true},
		{"NOMOR : 800/I23S/BKD/2024", "", 2024, true},
		{"NOMOR 5 TAHUN 2024?", "5", 0, true},
	} {
		rec := Extract(circular.Source{SHA256: strings.Repeat("ab", 32)}, sheet(c.line, "pada tanggal 15 April 2024", "WAHIDIN HALIM"))
		if err := rec.Check(); err != nil {
			t.Fatalf("%q: %v", c.line, err)
		}
		s := rec.Subject()
		if s == nil {
			t.Errorf("%q: no subject", c.line)
			continue
		}
		if s.Number != c.number || s.Year != c.year {
			t.Errorf("%q: number %q of %d, want %q of %d", c.line, s.Number, s.Year, c.number, c.year)
		}
		if s.DateSigned != (circular.Date{Year: 2024, Month: 4, Day: 15}) || s.Signatory.Name != "WAHIDIN HALIM" {
			t.Errorf("%q: signed %v by %q", c.line, s.DateSigned, s.Signatory.Name)
		}
		got := doubts(&rec, "number=")
		if c.doubt && (len(got) != 1 || !strings.Contains(got[0].Message, "telaah correct abababababab number=") || !strings.HasPrefix(rec.Text.Slice(got[0].Span), "NOMOR")) || !c.doubt && len(got) != 0 {
			t.Errorf("%q: warnings %+v", c.line, rec.Warnings)
		}
	}
}

// doubts returns the warnings of a record about what OCR read that tell to
// correct the field.
func doubts(rec *circular.Record, field string) (out []circular.Warning) {
	for _, w := range rec.Warnings {
		if w.Code == codeUnsure && strings.Contains(w.Message, field) {
			out = append(out, w)
		}
	}
	return out
}

// TestUnsureDate is the same of the day of signing, which is mostly stamped.
func TestUnsureDate(t *testing.T) {
	for _, c := range []struct {
		line, date string
		doubt      bool
	}{
		{"pada tanggal 15 April 2024", "2024-04-15", false},
		{"Pada Tanggal 15 APR 2024", "2024-04-15", false},
		{"pada tanggal 14 MAY 2024", "2024-05-14", false},
		{"pada tanggal : 15 April 2024", "2024-04-15", false},
		{"pada tanggal 15~ April 2024", "2024-04-15", true},
		{"pada tanggal 15? April 2024", "", true},
		{"pada tanggal", "", true},
		{"pada tanggal SER DD", "", true},
		{"pada tanggal 8:", "", true},
		{"pada tanggal 16 JAN 204", "", true},
		{"pada tanggal 16 JAN 72024", "", true},
		{"pada tanggal 16 JAN 2074", "", true},
		{"pada tanggal I6 JAN 2024", "", true},
		{"pada tanggal 0 FEB 2024", "", true},
	} {
		rec := Extract(circular.Source{}, sheet("NOMOR 5 TAHUN 2024", c.line, "WAHIDIN HALIM"))
		s := rec.Subject()
		if s == nil {
			t.Errorf("%q: no subject", c.line)
			continue
		}
		got := ""
		if !s.DateSigned.IsZero() {
			got = s.DateSigned.String()
		}
		if got != c.date || s.Number != "5" || s.Year != 2024 {
			t.Errorf("%q: number %q of %d, signed %q, want %q", c.line, s.Number, s.Year, got, c.date)
		}
		if n := len(doubts(&rec, "date_signed=")); n != map[bool]int{true: 1}[c.doubt] {
			t.Errorf("%q: warnings %+v", c.line, rec.Warnings)
		}
	}
}

// TestUnsureSignature: seals and signatures leave a part of a name.
func TestUnsureSignature(t *testing.T) {
	for _, c := range []struct {
		sign, name string
		doubt      bool
	}{
		{"WAHIDIN HALIM", "WAHIDIN HALIM", false},
		{"WAHIDIN~ HALIM", "WAHIDIN HALIM", true},
		{"WAHIDIN? HALIM", "", true},
		{"HALIM", "", true},
		{"", "", true},
	} {
		rec := Extract(circular.Source{}, sheet("NOMOR 5 TAHUN 2024", "pada tanggal 15 April 2024", c.sign))
		if s := rec.Subject(); s == nil || s.Signatory.Name != c.name || s.Signatory.Office != "Gubernur Banten" {
			t.Errorf("%q: %+v", c.sign, s)
		}
		if n := len(doubts(&rec, "signatory.name=")); n != map[bool]int{true: 1}[c.doubt] {
			t.Errorf("%q: warnings %+v", c.sign, rec.Warnings)
		}
	}
}

// TestUnsureOffice: so it is with the office, which is doubted unless it is one
// that the lexicon knows.
func TestUnsureOffice(t *testing.T) {
	for _, c := range []struct{ line, office string }{
		{"KEPALA oa RAKSA,", "KEPALA oa RAKSA"},
		{"KEPALA oa? RAKSA,", ""},
	} {
		text := scan("SURAT EDARAN\nNOMOR 5 TAHUN 2024\nTENTANG\nJAM KERJA\n\nPegawai wajib hadir tepat waktu.\n\nDitetapkan di Serang\npada tanggal 15 April 2024\n\n" + c.line + "\n\nWAHIDIN HALIM\n")
		rec := Extract(circular.Source{}, text)
		if s := rec.Subject(); s == nil || s.Signatory.Office != c.office || s.Issuer != c.office || len(doubts(&rec, "signatory.office=")) != 1 {
			t.Errorf("%q: %+v, warnings %+v", c.line, s, rec.Warnings)
		}
	}
}

// TestAddressee: who is written to is not who rules, though nobody else is left.
func TestAddressee(t *testing.T) {
	rec := Extract(circular.Source{}, scan("Yth. 1. Sekretaris Daerah\n2. Para Kepala Biro\n\nSURAT EDARAN\nNOMOR 5 TAHUN 2024\nTENTANG\nKAWASAN BEBAS ROKOK\n\nDilarang merokok di seluruh lingkungan kantor.\n\nDitetapkan di Serang\npada tanggal 15 April 2024\n\nON\n"))
	s := rec.Subject()
	if s == nil || s.Issuer != "" || s.Signatory.Office != "" || len(doubts(&rec, "signatory.office=")) != 1 {
		t.Errorf("%+v, warnings %+v", s, rec.Warnings)
	}
}

// TestUnsureFigures: a figure of a clause that OCR read with doubt is said;
// typed text is never doubted so.
func TestUnsureFigures(t *testing.T) {
	for mark, want := range map[string]int{"": 0, "~": 1, "?": 1} {
		rec := Extract(circular.Source{}, scan("Surat Edaran Gubernur Banten Nomor 5 Tahun 2024 tentang Kerja.\nPegawai dapat bekerja dari rumah paling banyak 50%"+mark+" pada unit kerja administrasi."))
		got := doubts(&rec, "clauses.1.percent=")
		if len(rec.Clauses) != 1 || len(got) != want || want == 1 && rec.Text.Slice(got[0].Span) != "50%" {
			t.Errorf("mark %q: clauses %+v, warnings %+v", mark, rec.Clauses, rec.Warnings)
		}
	}
	typed := sheet("NOMOR O5 TAHUN 2024", "pada tanggal", "X")
	rec := Extract(circular.Source{}, circular.Plain(typed.Body))
	if got := doubts(&rec, ""); len(got) != 0 {
		t.Errorf("typed text: %+v", got)
	}
}

func TestBlanks(t *testing.T) {
	want := 0
	for _, l := range strings.Split(filledData, "\n") {
		if l != "" && l[0] != '#' {
			want++
		}
	}
	if len(blanks()) != want || want < 4 {
		t.Errorf("%d of %d lines are read", len(blanks()), want)
	}
}
