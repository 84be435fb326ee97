package document

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"path"
	"regexp"
	"strings"

	"golang.org/x/net/html/charset"
)

const (
	typeMail kind = "message/rfc822"
	typeMHT  kind = "multipart/related" // a web page with its pictures in one file
)

// Limits of one mail.
const (
	maxMailDepth = 8
	maxMailParts = 500
)

var (
	mailHead  = regexp.MustCompile(`(?i)^[a-z][a-z0-9-]{1,60}:[^\n]*\n`)
	mimeHead  = regexp.MustCompile(`(?im)^(mime-version|content-type|message-id|received):`)
	fromHead  = regexp.MustCompile(`(?im)^(from|return-path):`)
	dateHead  = regexp.MustCompile(`(?im)^(date|subject|to):`)
	savedPage = regexp.MustCompile(`(?i)^multipart/related|^text/html`)
)

// sniffMail returns typeMail or typeMHT where a text begins with the headers of
// a mail or of a web page saved as one, else "".
func sniffMail(text string) kind {
	text = strings.ReplaceAll(strings.TrimPrefix(text, "\uFEFF"), "\r\n", "\n")
	if !mailHead.MatchString(text) {
		return ""
	}
	head, _, _ := strings.Cut(text, "\n\n")
	if !mimeHead.MatchString(head) || !fromHead.MatchString(head) || !dateHead.MatchString(head) {
		return ""
	}
	m, err := mail.ReadMessage(strings.NewReader(head + "\n\n"))
	if err == nil && m.Header.Get("To") == "" && savedPage.MatchString(m.Header.Get("Content-Type")) {
		return typeMHT
	}
	return typeMail
}

// mailPart is one part of a mail, decoded.
type mailPart struct {
	media    string // media type, lower case
	name     string // of the attached file, "" if none
	location string // address of a page
	related  bool   // belongs to another part, as a picture in a letter does
	data     []byte
}

// mailParts returns the parts of a mail that hold others in no turn, in order.
func mailParts(data []byte) ([]mailPart, error) {
	m, err := mail.ReadMessage(bytes.NewReader(bytes.TrimPrefix(data, []byte("\uFEFF"))))
	if err != nil {
		return nil, fmt.Errorf("%w: %v", ErrDamaged, err)
	}
	w := mailWalker{left: maxWhole}
	err = w.walk(m.Header.Get, m.Body, false, 0)
	return w.parts, err
}

// mailWalker collects the parts of a mail within the limits.
type mailWalker struct {
	parts []mailPart
	left  int64
}

func (w *mailWalker) walk(header func(string) string, body io.Reader, related bool, depth int) error {
	media, params, err := mime.ParseMediaType(header("Content-Type"))
	if err != nil {
		media = "text/plain"
	}
	if strings.HasPrefix(media, "multipart/") && params["boundary"] != "" {
		if depth >= maxMailDepth {
			return fmt.Errorf("%w: parts lie too deep in each other", ErrTooLarge)
		}
		r := multipart.NewReader(body, params["boundary"])
		for {
			p, err := r.NextRawPart()
			if err != nil { // the end, or a mail that was cut off
				return nil
			}
			if err := w.walk(p.Header.Get, p, related || media == "multipart/related", depth+1); err != nil {
				return err
			}
		}
	}
	if len(w.parts) >= maxMailParts {
		return fmt.Errorf("%w: more than %d parts", ErrTooLarge, maxMailParts)
	}
	switch strings.ToLower(strings.TrimSpace(header("Content-Transfer-Encoding"))) {
	case "base64":
		body = base64.NewDecoder(base64.StdEncoding, body)
	case "quoted-printable":
		body = quotedprintable.NewReader(body)
	}
	content, err := io.ReadAll(io.LimitReader(body, w.left+1))
	if w.left -= int64(len(content)); w.left < 0 {
		return fmt.Errorf("%w: more than %d bytes in a mail", ErrTooLarge, maxWhole)
	}
	if err != nil && len(content) == 0 {
		return nil
	}
	_, disposition, _ := mime.ParseMediaType(header("Content-Disposition"))
	w.parts = append(w.parts, mailPart{media: media, name: fileName(disposition["filename"], params["name"]),
		location: header("Content-Location"), related: related && header("Content-ID") != "", data: utf8Text(media, params["charset"], content)})
	return nil
}

// fileName returns the first name that is one, as a name without folders.
func fileName(names ...string) string {
	for _, n := range names {
		if dec, err := new(mime.WordDecoder).DecodeHeader(n); err == nil {
			n = dec
		}
		n = path.Base(strings.ReplaceAll(clean(n), `\`, "/"))
		if n = strings.TrimSpace(n); n != "" && n != "." && n != "/" && n != ".." {
			return n
		}
	}
	return ""
}

// utf8Text turns a text in an older encoding into UTF-8; all else stays.
func utf8Text(media, encoding string, data []byte) []byte {
	if !strings.HasPrefix(media, "text/") || encoding == "" {
		return data
	}
	enc, name := charset.Lookup(encoding)
	if enc == nil || name == "utf-8" {
		return data
	}
	if out, err := enc.NewDecoder().Bytes(data); err == nil {
		return out
	}
	return data
}

// attachments returns the files that a mail brings, those of mails in it too.
// The words of the letter, and pictures in it, are none.
func attachments(data []byte) ([]File, error) {
	parts, err := mailParts(data)
	if err != nil {
		return nil, err
	}
	var out []File
	for i, p := range parts {
		switch {
		case p.media == "message/rfc822" && p.name == "":
			p.name = fmt.Sprintf("surel-%d.eml", i+1)
		case p.related && strings.HasPrefix(p.media, "image/"), p.name == "" && strings.HasPrefix(p.media, "text/"):
			continue
		case p.name == "":
			p.name = fmt.Sprintf("lampiran-%d", i+1)
		}
		out = append(out, File{Name: p.name, Data: p.data})
	}
	return out, nil
}

// readMHT reads the page of a web page that was saved as one file.
func readMHT(data []byte) (Document, error) {
	parts, err := mailParts(data)
	if err != nil {
		return Document{}, err
	}
	for _, p := range parts {
		if p.media == "text/html" || p.media == "application/xhtml+xml" {
			d, err := readHTML(p.data)
			if err == nil && d.Source.URL == "" && strings.HasPrefix(p.location, "http") {
				d.Source.URL = p.location
			}
			return d, err
		}
	}
	return Document{}, fmt.Errorf("%w: a saved page without a page", ErrDamaged)
}
