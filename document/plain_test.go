package document

import (
	"context"
	"errors"
	"strings"
	"testing"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"

	"github.com/telaah/telaah/circular"
)

// wide encodes s as UTF-16.
func wide(s string, big, mark bool) []byte {
	var b []byte
	put := func(u uint16) {
		if big {
			b = append(b, byte(u>>8), byte(u))
		} else {
			b = append(b, byte(u), byte(u>>8))
		}
	}
	if mark {
		put(0xFEFF)
	}
	for _, u := range utf16.Encode([]rune(s)) {
		put(u)
	}
	return b
}

func TestPlainEncodings(t *testing.T) {
	const want = "Jumat, 15 April 2024 – “paling banyak 50%” é\nbaris kedua\n"
	ansi, err := charmap.Windows1252.NewEncoder().String(want)
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string][]byte{
		"UTF-8":               []byte(want),
		"UTF-8 with mark":     []byte("\uFEFF" + want),
		"UTF-8 decomposed":    []byte(strings.ReplaceAll(want, "é", "e\u0301")),
		"CR LF":               []byte(strings.ReplaceAll(want, "\n", "\r\n")),
		"CR":                  []byte(strings.ReplaceAll(want, "\n", "\r")),
		"UTF-16 LE with mark": wide(want, false, true),
		"UTF-16 BE with mark": wide(want, true, true),
		"UTF-16 LE":           wide("Surat edaran\n", false, false),
		"Windows-1252":        []byte(ansi),
	} {
		d, err := Read(context.Background(), "a.txt", data, Options{})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if name == "UTF-16 LE" {
			if d.Text.Body != "Surat edaran\n" {
				t.Errorf("%s: %q", name, d.Text.Body)
			}
		} else if d.Text.Body != want {
			t.Errorf("%s: %q", name, d.Text.Body)
		}
	}
}

func TestPlainKeepsEveryCharacter(t *testing.T) {
	const body = "  Kop\u00A0surat \n\n\n\tA.  Umum\u200B \x1b[1m\nakhir tanpa baris baru"
	d, err := Read(context.Background(), "a.md", []byte(body), Options{})
	if err != nil {
		t.Fatal(err)
	}
	if d.Text.Body != body {
		t.Errorf("body is %q", d.Text.Body)
	}
	if d.Source.MediaType != "text/plain" || d.Source.Pages != 1 || len(d.Source.SHA256) != 64 || d.Source.Path != "a.md" {
		t.Errorf("source is %+v", d.Source)
	}
}

func TestFormFeedEndsAPage(t *testing.T) {
	d, err := Read(context.Background(), "a.txt", []byte("satu\n\fdua\n\f\n"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	want := []circular.Page{{Start: 0, End: 6, Method: circular.MethodText}, {Start: 6, End: 12, Method: circular.MethodText}}
	if len(d.Text.Pages) != 2 || d.Text.Pages[0] != want[0] || d.Text.Pages[1] != want[1] {
		t.Errorf("pages are %+v", d.Text.Pages)
	}
}

func TestErrors(t *testing.T) {
	for name, c := range map[string]struct {
		data string
		want error
	}{
		"empty":        {"", ErrEmpty},
		"blank":        {" \n\t\n", ErrEmpty},
		"binary":       {"\x00\x01\x02abc\x00\xff", ErrUnknownType},
		"rich text":    {`{\rtf1 halo}`, ErrRTF},
		"elf":          {"\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00", ErrUnknownType},
		"old Excel":    {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + string(wide("Workbook", false, false)), ErrOffice},
		"Outlook":      {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + string(wide("__properties_version1.0", false, false)), ErrOutlook},
		"slides":       {string(makeZip(t, [2]string{"[Content_Types].xml", "<Types/>"}, [2]string{"ppt/presentation.xml", "<p/>"})), ErrOffice},
		"book":         {string(makeZip(t, [2]string{"mimetype", "application/epub+zip"}, [2]string{"sampul.png", "\x89PNG\r\n\x1a\n"})), ErrOffice},
		"old Word":     {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + string(wide("WordDocument", false, false)), ErrOldWord},
		"locked DOCX":  {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + string(wide("EncryptedPackage", false, false)), ErrEncrypted},
		"cut zip":      {"PK\x03\x04abc", ErrDamaged},
		"cut PDF":      {"%PDF-1.4\n1 0 obj <<", ErrDamaged},
		"PDF of blank": {"%PDF-1.7", ErrDamaged},
	} {
		_, err := Read(context.Background(), "berkas", []byte(c.data), Options{})
		if !errors.Is(err, c.want) {
			t.Errorf("%s: error is %v, want %v", name, err, c.want)
		}
		if err != nil && !strings.Contains(err.Error(), "berkas") {
			t.Errorf("%s: error %q does not name the file", name, err)
		}
		for _, lang := range []string{"id", "en"} {
			if what, hint := Explain(err, lang); what == "" || hint == "" || strings.ContainsRune(what+hint, '\n') {
				t.Errorf("%s: explained as %q, %q", name, what, hint)
			}
		}
	}
	if what, _ := Explain(errors.New("other"), "id"); what != "" {
		t.Errorf("a foreign error is explained as %q", what)
	}
}
