package mention

import (
	"strconv"
	"strings"
	"testing"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/extract/internal/reading"
	"github.com/telaah/telaah/lexicon"
)

// parts are pieces that the seeds are built from.
var parts = []string{
	"Surat Edaran Nomor 800/12/BKD tentang Sistem Kerja tanggal 5 Mei 2020",
	"SE Menteri PANRB No.1/2024 dan No. 2/2024, PP Nomor 94 Tahun 2021, UU 5/2014",
	"Senin (15/4/2024), 16-17 April 2024 dan 31 Februari 2021", "mulai 28 Agustus sampai dengan 7 September 2023", "21 Maret 20020",
	"Bupati Sleman Kustini Sri Purnomo menerbitkan surat edaran", "yang diteken Pj. Sekda Hermawan, S.E., M.Si",
}

// document returns a text that holds body, cut to valid UTF-8.
func document(body string) circular.Text { return circular.Plain(strings.ToValidUTF8(body, "?")) }

// FuzzDates: a date is printed. Its days stand in its place, its months are
// those of the calendar, and a year that is printed is not changed.
func FuzzDates(f *testing.F) {
	for _, p := range parts {
		f.Add(p)
	}
	f.Fuzz(func(t *testing.T, body string) {
		text := document(body)
		r := reading.Of(lexicon.Default(), &text)
		at := 0
		for _, m := range FindDates(r).All {
			if m.First < at || m.End <= m.First {
				t.Fatalf("date at tokens %d..%d behind %d", m.First, m.End, at)
			}
			at = m.End
			if _, ok := circular.NewDate(m.From.Year, m.From.Month, m.From.Day); !ok || m.From.Compare(m.To) > 0 {
				t.Fatalf("dates %v..%v", m.From, m.To)
			}
			printed := r.Printed(m.First, m.End)
			for _, day := range []circular.Date{m.From, m.To} {
				if !strings.Contains(printed, strconv.Itoa(day.Day)) {
					t.Fatalf("%v is not in %q", day, printed)
				}
			}
			if y := strconv.Itoa(m.To.Year); !m.Inferred && !strings.Contains(body, y) && !strings.Contains(printed, "/"+y[2:]) {
				t.Fatalf("year %s is not in the text, and not told as inferred", y)
			}
		}
	})
}

// FuzzNumber: the number of an act is a piece of the text that holds a figure
// or a placeholder, and ends where the parser says.
func FuzzNumber(f *testing.F) {
	for _, p := range parts {
		f.Add(p)
	}
	f.Fuzz(func(t *testing.T, body string) {
		text := document(body)
		r := reading.Of(lexicon.Default(), &text)
		for i := range r.Toks {
			n := NumberAt(r, i)
			if n.Text == "" {
				continue
			}
			if n.Behind <= i || n.Behind > len(r.Toks) || n.End > n.Behind {
				t.Fatalf("number at %d ends at %d of %d", i, n.Behind, len(r.Toks))
			}
			if n.Text != r.Printed(n.First, n.End) || !strings.ContainsAny(n.Text, "0123456789xX") {
				t.Fatalf("number %q", n.Text)
			}
			if n.Year != 0 && (n.Year < firstYear || n.Year > lastYear) {
				t.Fatalf("year %d", n.Year)
			}
		}
	})
}

// FuzzFind: every mention stands in the text, and in order.
func FuzzFind(f *testing.F) {
	for i, p := range parts {
		f.Add(p + ". " + parts[(i+3)%len(parts)])
	}
	f.Fuzz(func(t *testing.T, body string) {
		text := document(body)
		r := reading.Of(lexicon.Default(), &text)
		m := Find(r, &Layout{Sentences: []Sentence{{End: len(r.Toks)}}, Lead: -1}, 0)
		at := 0
		for _, a := range m.Acts {
			if a.First < at || a.End <= a.First || a.Behind() > len(r.Toks) || a.By >= len(m.Offices) || a.DateAt >= len(m.Dates) {
				t.Fatalf("act %+v behind %d", a, at)
			}
			at = a.First
		}
		at = 0
		for _, o := range m.Offices {
			if o.First < at || o.End <= o.First || o.Behind() > len(r.Toks) {
				t.Fatalf("office %+v behind %d", o, at)
			}
			at = o.End
		}
	})
}
