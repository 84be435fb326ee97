package document

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"

	"github.com/telaah/telaah/circular"
)

// softBreak matches a hyphen that shows only at the end of a line, with the
// line end behind it.
var softBreak = regexp.MustCompile("\u00AD+(?:[ \\t]*\n[ \\t]*)?")

// readPlain reads typed text. The body keeps every character of the file:
// only the encoding, the Unicode form (NFC), the mark of the byte order and
// the line ends (LF) change, and words broken at soft hyphens are joined. A form
// feed ends a page and stays in it. Markdown is read as it looks.
func readPlain(data []byte) (Document, error) {
	if len(data) > maxPart {
		return Document{}, fmt.Errorf("%w: %d bytes of text", ErrTooLarge, len(data))
	}
	text, ok := decode(data)
	if !ok {
		return Document{}, ErrUnknownType
	}
	body := strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
	body = norm.NFC.String(softBreak.ReplaceAllString(body, ""))
	if strings.TrimSpace(body) == "" {
		return Document{}, ErrEmpty
	}
	if isMarkdown(body) {
		return readMarkdown(body)
	}
	t := circular.Text{Body: body}
	for at := 0; at < len(body); {
		end := len(body)
		if i := strings.IndexByte(body[at:], '\f'); i >= 0 && strings.TrimSpace(body[at+i:]) != "" {
			end = at + i + 1
		}
		t.Pages = append(t.Pages, circular.Page{Start: at, End: end, Method: circular.MethodText})
		at = end
	}
	return Document{Text: t}, nil
}

// decode returns data as UTF-8. It knows UTF-8, UTF-16 in both orders, with
// or without a mark, and takes the rest for Windows-1252. ok is false where
// the result holds control characters that no text has.
func decode(data []byte) (text string, ok bool) {
	switch {
	case bytes.HasPrefix(data, []byte("\xFF\xFE")):
		text = decode16(data[2:], false)
	case bytes.HasPrefix(data, []byte("\xFE\xFF")):
		text = decode16(data[2:], true)
	case bytes.HasPrefix(data, []byte("\xEF\xBB\xBF")):
		text = strings.ToValidUTF8(string(data[3:]), "\uFFFD")
	default:
		if little, big := zeros(data); little || big {
			text = decode16(data, big)
			break
		}
		if mostlyUTF8(data) {
			text = strings.ToValidUTF8(string(data), "\uFFFD")
			break
		}
		b, err := charmap.Windows1252.NewDecoder().Bytes(data)
		if err != nil {
			return "", false
		}
		text = string(b)
	}
	return text, printable(text)
}

// decode16 decodes UTF-16; a trailing odd byte is dropped.
func decode16(data []byte, big bool) string {
	units := make([]uint16, len(data)/2)
	for i := range units {
		lo, hi := data[2*i], data[2*i+1]
		if big {
			lo, hi = hi, lo
		}
		units[i] = uint16(hi)<<8 | uint16(lo)
	}
	return string(utf16.Decode(units))
}

// zeros reports whether data looks like UTF-16 without a mark: text in Latin
// letters has a zero in nearly every second byte, and no other zeros.
func zeros(data []byte) (little, big bool) {
	n := min(len(data), 1024) / 2
	if n < 4 {
		return false, false
	}
	var even, odd int
	for i := range n {
		if data[2*i] == 0 {
			even++
		}
		if data[2*i+1] == 0 {
			odd++
		}
	}
	return odd > n*3/4 && even == 0, even > n*3/4 && odd == 0
}

// mostlyUTF8 reports whether data is UTF-8, or is but for a few bad bytes.
func mostlyUTF8(data []byte) bool {
	if utf8.Valid(data) {
		return true
	}
	var wide, bad int
	for len(data) > 0 {
		r, n := utf8.DecodeRune(data)
		switch {
		case r == utf8.RuneError && n == 1:
			bad++
		case n > 1:
			wide++
		}
		data = data[n:]
	}
	return wide > 4*bad
}

// trimRune cuts a rune that the end of a sample of a file breaks.
func trimRune(sample []byte) []byte {
	for i := 1; i < utf8.UTFMax && i <= len(sample); i++ {
		if tail := sample[len(sample)-i:]; utf8.RuneStart(tail[0]) {
			if tail[0] >= utf8.RuneSelf && !utf8.FullRune(tail) {
				return sample[:len(sample)-i]
			}
			break
		}
	}
	return sample
}

// printable reports whether text has at most one control character in
// twenty bytes, and no NUL.
func printable(text string) bool {
	controls := 0
	for _, r := range text {
		switch {
		case r == 0:
			return false
		case r < ' ' && r != '\t' && r != '\n' && r != '\r' && r != '\f', r == 0x7F:
			controls++
		}
	}
	return controls*20 <= len(text)
}
