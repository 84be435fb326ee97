package document

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/gabriel-vasile/mimetype"
)

// kind is a media type that this package reads.
type kind string

const (
	typePlain kind = "text/plain"
	typeHTML  kind = "text/html"
	typePDF   kind = "application/pdf"
	typeDOCX  kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
)

// sniff judges the type of data by its content.
func sniff(data []byte) (kind, error) {
	head := data[:min(len(data), 1024)]
	switch {
	case len(bytes.TrimSpace(head)) == 0 && len(bytes.TrimSpace(data)) == 0:
		return "", ErrEmpty
	case bytes.Contains(head, []byte("%PDF-")): // junk before the header is common
		return typePDF, nil
	case bytes.HasPrefix(head, []byte("PK\x03\x04")) || bytes.HasPrefix(head, []byte("PK\x05\x06")):
		return sniffZip(data)
	case sniffPicture(head) != "":
		return sniffPicture(head), nil
	case bytes.HasPrefix(head, []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")):
		return "", sniffOLE(data)
	case bytes.HasPrefix(head, []byte(`{\rtf`)):
		return "", fmt.Errorf("%w: rich text (RTF)", ErrUnknownType)
	}
	sample := data
	if len(data) > 8192 {
		sample = trimRune(data[:8192])
	}
	text, ok := decode(sample)
	if !ok {
		return "", fmt.Errorf("%w: %s", ErrUnknownType, mimetype.Detect(data).String())
	}
	if isHTML(text) {
		return typeHTML, nil
	}
	return typePlain, nil
}

// isHTML reports whether a text begins like a web page, after comments and
// declarations.
func isHTML(text string) bool {
	s := strings.ToLower(text)
	for range 20 {
		s = strings.TrimLeft(s, "\uFEFF \t\r\n")
		end := ""
		switch {
		case strings.HasPrefix(s, "<!--"):
			end = "-->"
		case strings.HasPrefix(s, "<?xml"):
			end = "?>"
		}
		_, rest, found := strings.Cut(s, end)
		if end == "" || !found {
			break
		}
		s = rest
	}
	for _, p := range []string{"<!doctype html", "<html", "<head", "<body", "<article", "<div", "<meta", "<title", "<p>", "<h1"} {
		if strings.HasPrefix(s, p) {
			return true
		}
	}
	return false
}

// sniffZip tells what an archive is.
func sniffZip(data []byte) (kind, error) {
	a, err := openArchive(data)
	if err != nil {
		return "", err
	}
	if k := a.kind(); k != "" {
		return k, nil
	}
	for _, n := range a.names {
		if n == "[Content_Types].xml" || n == "mimetype" { // an office file of another kind
			return "", fmt.Errorf("%w: %s", ErrUnknownType, mimetype.Detect(data).String())
		}
	}
	return "", ErrArchive
}

// sniffOLE names what an OLE container holds: an old Word file, or a DOCX
// that is locked by a password. Names in it are UTF-16.
func sniffOLE(data []byte) error {
	wide := func(s string) []byte {
		b := make([]byte, 0, 2*len(s))
		for i := range len(s) {
			b = append(b, s[i], 0)
		}
		return b
	}
	switch {
	case bytes.Contains(data, wide("EncryptedPackage")):
		return ErrEncrypted
	case bytes.Contains(data, wide("WordDocument")):
		return ErrOldWord
	}
	return fmt.Errorf("%w: OLE container", ErrUnknownType)
}
