package document

import (
	"bytes"
	"fmt"
	"path"
	"slices"
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
	typeXLSX  kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
	typeODT   kind = "application/vnd.oasis.opendocument.text"
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
		return "", ErrRTF
	}
	sample := data
	if len(data) > 8192 {
		sample = trimRune(data[:8192])
	}
	if err := pointer(sample); err != nil {
		return "", err
	}
	text, ok := decode(sample)
	if !ok {
		return "", fmt.Errorf("%w: %s", ErrUnknownType, mimetype.Detect(data).String())
	}
	if isHTML(text) {
		return typeHTML, nil
	}
	if k := sniffMail(text); k != "" {
		return k, nil
	}
	return typePlain, nil
}

// pointer names what only points at a document: a file of Git LFS or git-annex
// that was not fetched, or a shortcut of some desktop.
func pointer(data []byte) error {
	head := string(data[:min(len(data), 512)])
	text := strings.TrimLeft(strings.TrimPrefix(head, "\uFEFF"), " \t\r\n")
	switch {
	case strings.HasPrefix(text, "version https://git-lfs.github.com/spec/"),
		len(data) < 512 && strings.Contains(text, "/annex/objects/") && !strings.Contains(strings.TrimSpace(text), "\n"):
		return ErrPointer
	case strings.HasPrefix(head, "L\x00\x00\x00\x01\x14\x02\x00"),
		strings.HasPrefix(text, "[InternetShortcut]"),
		strings.HasPrefix(text, "[Desktop Entry]"),
		strings.HasPrefix(text, "<?xml") && strings.Contains(text, "<plist") && strings.Contains(text, "<key>URL</key>"):
		return ErrShortcut
	}
	return nil
}

// notText are the names of kinds of files that are never text: text under such
// a name is what a server sent instead of the file.
var notText = []string{".pdf", ".docx", ".odt", ".xlsx", ".zip", ".jpg", ".jpeg", ".png", ".tif", ".tiff"}

// misnamed reports that a file of text bears the name of another kind.
func misnamed(name string, k kind) error {
	if !slices.Contains(notText, strings.ToLower(path.Ext(name))) {
		return nil
	}
	switch k {
	case typeHTML:
		return ErrWebPage
	case typePlain:
		return ErrMisnamed
	}
	return nil
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
	if a.office() {
		return "", fmt.Errorf("%w: %s", ErrOffice, mimetype.Detect(data).String())
	}
	return "", ErrArchive
}

// sniffOLE names what an OLE container holds: an old office file, a mail of
// Outlook, or a DOCX that is locked by a password. Names in it are UTF-16.
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
	case bytes.Contains(data, wide("__properties_version1.0")):
		return ErrOutlook
	case bytes.Contains(data, wide("Workbook")), bytes.Contains(data, wide("PowerPoint Document")):
		return ErrOffice
	}
	return fmt.Errorf("%w: OLE container", ErrUnknownType)
}
