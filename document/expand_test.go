package document

import (
	"encoding/base64"
	"errors"
	"fmt"
	"image"
	"slices"
	"strings"
	"testing"
)

// letterMail returns a mail with the given parts, each its headers, an empty
// line and its body.
func letterMail(parts ...string) string {
	mark := fmt.Sprintf("batas%dx", len(strings.Join(parts, "")))
	s := "From: a@contoh.example\r\nTo: b@contoh.example\r\nSubject: SE\r\nDate: Mon, 15 Apr 2024 09:00:00 +0700\r\nMIME-Version: 1.0\r\n" +
		"Content-Type: multipart/mixed; boundary=\"" + mark + "\"\r\n\r\n"
	for _, p := range parts {
		s += "--" + mark + "\r\n" + p + "\r\n"
	}
	return s + "--" + mark + "--\r\n"
}

// attachedFile returns a part that is a file.
func attachedFile(name, media string, data []byte) string {
	return "Content-Type: " + media + "\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename=\"" + name + "\"\r\n\r\n" +
		base64.StdEncoding.EncodeToString(data)
}

const letterText = "Content-Type: text/plain; charset=utf-8\r\n\r\nTerlampir. Usul kami: WFH paling banyak 90%."

// TestExpand: the documents of archives and mails, each named after its place,
// and why something in them is none.
func TestExpand(t *testing.T) {
	txt := []byte("SURAT EDARAN")
	zipped := makeZip(t, [2]string{"dalam/b.txt", "b"}, [2]string{".DS_Store", "x"}, [2]string{"c.txt", "c"})
	picture := "Content-Type: image/png\r\nContent-ID: <logo>\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo="
	related := "Content-Type: multipart/related; boundary=\"isi\"\r\n\r\n--isi\r\nContent-Type: text/html\r\n\r\n<p>x</p>\r\n--isi\r\n" + picture + "\r\n--isi--"
	zip64 := makeZip(t, [2]string{"z.zip", string(zipped)})
	for _, c := range []struct {
		name string
		data []byte
		want []string
	}{
		{"a.txt", txt, []string{"a.txt"}},
		{"a.zip", zipped, []string{"a.zip/dalam/b.txt", "a.zip/c.txt"}},
		{"b.zip", zip64, []string{"b.zip/z.zip"}},
		{"x.odt", makeZip(t, [2]string{"mimetype", "application/vnd.oasis.opendocument.text"}, [2]string{"Thumbnails/t.png", "x"}, [2]string{"content.xml", "x"}), []string{"x.odt"}},
		{"x.pptx", makeZip(t, [2]string{"[Content_Types].xml", "x"}, [2]string{"ppt/a.xml", "x"}), []string{"x.pptx"}},
		{"s.eml", []byte(letterMail(letterText)), []string{"s.eml"}},
		{"s.eml", []byte(letterMail(letterText, attachedFile("SE 17.pdf", "application/pdf", txt))), []string{"s.eml: " + ErrMail.Error(), "s.eml/SE 17.pdf"}},
		{"s.eml", []byte(letterMail(related, attachedFile("../../se.txt", "text/plain", txt), attachedFile("=?utf-8?B?"+base64.StdEncoding.EncodeToString([]byte("sé.txt"))+"?=", "text/plain", txt))),
			[]string{"s.eml: " + ErrMail.Error(), "s.eml/se.txt", "s.eml/sé.txt"}},
		{"s.eml", []byte(letterMail(letterText, attachedFile("se.zip", "application/zip", zipped))),
			[]string{"s.eml: " + ErrMail.Error(), "s.eml/se.zip/dalam/b.txt", "s.eml/se.zip/c.txt"}},
		{"s.eml", []byte(letterMail(letterText, "Content-Type: message/rfc822\r\n\r\n"+letterMail(letterText, attachedFile("se.txt", "text/plain", txt)))),
			[]string{"s.eml: " + ErrMail.Error(), "s.eml/surel-2.eml: " + ErrMail.Error(), "s.eml/surel-2.eml/se.txt"}},
		{"s.eml", []byte(letterMail(letterText, attachedFile("logo.png", "image/png", pngOf(t, image.NewGray(image.Rect(0, 0, 90, 90)))))),
			[]string{"s.eml: " + ErrMail.Error(), "s.eml/logo.png: " + ErrSmall.Error()}},
		{"s.eml", []byte(letterMail(letterText, attachedFile("rusak.zip", "application/zip", []byte("PK\x03\x04abc")))),
			[]string{"s.eml: " + ErrMail.Error(), "s.eml/rusak.zip: the file is damaged: zip: not a valid zip file"}},
	} {
		files, err := Expand(c.name, c.data)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		var got []string
		for _, f := range files {
			if f.Err != nil {
				f.Name += ": " + f.Err.Error()
			}
			got = append(got, f.Name)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s holds %q, want %q", c.name, got, c.want)
		}
	}
}

// TestExpandHostile: mails in mails without end, and bombs in them.
func TestExpandHostile(t *testing.T) {
	deep := letterMail(letterText, attachedFile("se.txt", "text/plain", []byte("x")))
	for range 30 {
		deep = letterMail(letterText, "Content-Type: message/rfc822\r\n\r\n"+deep)
	}
	files, err := Expand("s.eml", []byte(deep))
	if err != nil || len(files) > 20 || !errors.Is(files[len(files)-1].Err, ErrTooLarge) {
		t.Errorf("mails in mails: %d files, %v", len(files), err)
	}
	nested := "x"
	for i := range 30 {
		nested = fmt.Sprintf("Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n%s\r\n--b%d--", i, i, nested, i)
	}
	if _, err := Expand("s.eml", []byte(letterMail(nested))); !errors.Is(err, ErrTooLarge) {
		t.Errorf("parts in parts: %v", err)
	}
	bomb := makeZip(t, [2]string{"a.txt", strings.Repeat("a", 80<<20)})
	files, err = Expand("s.eml", []byte(letterMail(letterText, attachedFile("bom.zip", "application/zip", bomb))))
	if err != nil || len(files) != 2 || !errors.Is(files[1].Err, ErrTooLarge) {
		t.Errorf("a bomb in a mail: %+v, %v", files, err)
	}
}

// TestMHT: a web page that was saved with its pictures is read as the page.
func TestMHT(t *testing.T) {
	data := "From: <Saved by Browser>\r\nSubject: Judul\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type=\"text/html\"; boundary=\"BB\"\r\n\r\n" +
		"--BB\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: https://warta.example/a\r\n\r\n" +
		"<!DOCTYPE html><html lang=3D\"id\"><body><h1>Judul</h1><p>paling=\r\n banyak 50 persen.</p></body></html>\r\n--BB--\r\n"
	got, d := readText(t, "laman.mht", data)
	if got != "[title: Judul]\npaling banyak 50 persen." || d.Source.URL != "https://warta.example/a" {
		t.Errorf("read %q from %q", got, d.Source.URL)
	}
}
