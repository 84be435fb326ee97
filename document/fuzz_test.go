package document

import (
	"bytes"
	"context"
	"reflect"
	"runtime"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/telaah/telaah/circular"
)

// checkText reports each broken promise of a text: valid UTF-8 in NFC, pages
// that cover it in order, marks and words inside it on whole runes.
func checkText(t *testing.T, text circular.Text) {
	t.Helper()
	if !utf8.ValidString(text.Body) {
		t.Error("the body is not UTF-8")
	}
	if !norm.NFC.IsNormalString(text.Body) {
		t.Error("the body is not NFC")
	}
	at := 0
	for i, p := range text.Pages {
		if p.Start != at || p.End < p.Start {
			t.Errorf("page %d is %d..%d, the one before ends at %d", i+1, p.Start, p.End, at)
		}
		at = p.End
	}
	if at != len(text.Body) || len(text.Pages) == 0 {
		t.Errorf("%d pages end at %d of %d bytes", len(text.Pages), at, len(text.Body))
	}
	span := func(what string, s circular.Span) {
		if s.Start < 0 || s.End <= s.Start || s.End > len(text.Body) || !utf8.RuneStart(text.Body[s.Start]) ||
			s.End < len(text.Body) && !utf8.RuneStart(text.Body[s.End]) || s.Page != text.PageAt(s.Start) {
			t.Errorf("%s %+v is no range of runes in %d bytes", what, s, len(text.Body))
		}
	}
	for _, m := range text.Marks {
		span("mark "+string(m.Kind), m.Span)
	}
	for _, w := range text.Words {
		span("word", w.Span)
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(official))
	f.Add([]byte(page))
	f.Add([]byte("\xFF\xFEa\x00\x00\xD8"))
	f.Add([]byte("e\u0301\r\n\fx\x80"))
	f.Add([]byte("<html><p>a<br>\u0301b<table><tr><td>\u0301</table>"))
	f.Add(makeDOCX(f, p("a")+"<w:ins><w:r><w:t>\u0301b</w:t></w:r></w:ins>"+item("1", "0", "x"), [2]string{"word/numbering.xml", numberingXML}))
	f.Fuzz(func(t *testing.T, data []byte) {
		d, err := Read(context.Background(), "x", data, Options{})
		if err != nil {
			if what, _ := Explain(err, "id"); what == "" {
				t.Errorf("error is of no kind: %v", err)
			}
			return
		}
		checkText(t, d.Text)
		if again, err := Read(context.Background(), "x", data, Options{}); err != nil || !reflect.DeepEqual(d, again) {
			t.Error("read twice, it differs")
		}
	})
}

// TestSameWhateverTheProcessors reads pages by OCR with one processor and with
// several.
func TestSameWhateverTheProcessors(t *testing.T) {
	img := pngOf(t, rastered(t, drawn(t, scanned[:4]), 75))
	data, err := Bundle([]File{{Name: "1.png", Data: img}, {Name: "2.png", Data: img}, {Name: "3.png", Data: img}})
	if err != nil {
		t.Fatal(err)
	}
	read := func(n int) Document {
		defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(n))
		d, err := Read(context.Background(), "x", data, Options{OCR: counter{}})
		if err != nil {
			t.Fatal(err)
		}
		checkText(t, d.Text)
		return d
	}
	if one, many := read(1), read(4); !reflect.DeepEqual(one, many) || !strings.Contains(one.Text.Body, "bytes") {
		t.Errorf("%+v\n%+v", one.Text, many.Text)
	}
}

// counter is a recogniser that reads how large the picture is.
type counter struct{}

func (counter) Models() []string { return []string{English, Indonesian} }
func (counter) Recognize(_ context.Context, pbm []byte, _ Ask) ([]byte, error) {
	n := bytes.Count(pbm, []byte{0xFF})
	var b strings.Builder
	for i := range 6 {
		b.WriteString("5\t1\t1\t1\t" + string(rune('1'+i)) + "\t1\t10\t" + string(rune('1'+i)) + "00\t40\t20\t90\tbytes" + strings.Repeat("x", n%7) + "\n")
	}
	return []byte(b.String()), nil
}

// TestSecondReader reads a PDF as if the first reader could not open it.
func TestSecondReader(t *testing.T) {
	d, err := readPlainPDF(drawn(t, scanned[:6]), "", ErrDamaged)
	if err != nil {
		t.Fatal(err)
	}
	checkText(t, d.Text)
	if !strings.Contains(d.Text.Body, "NOMOR 800/1234/BKD/2024") || len(d.Warnings) != 1 {
		t.Errorf("%q, %+v", d.Text.Body, d.Warnings)
	}
}
