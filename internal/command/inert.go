package command

import (
	"bytes"
	"fmt"
	"io"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// Two code points that never stand in text mark what the program itself wants
// to stand out. inert turns them into bold where the output is a terminal that
// wants colour, and drops them elsewhere.
const (
	boldOn  = '\uFDD0'
	boldOff = '\uFDD1'
)

// bold marks s to stand out.
func bold(s string) string { return string(boldOn) + s + string(boldOff) }

// inert is a writer that makes document text harmless: control characters
// (terminal sequences) and characters that turn the direction of writing come
// out as \uXXXX, which a terminal shows and a JSON string means. It keeps line
// breaks, tabs and form feeds.
type inert struct {
	w     io.Writer
	color bool
	rest  []byte // an incomplete character at the end of the last write
}

// Write writes p with everything active replaced.
func (i *inert) Write(p []byte) (int, error) {
	in := append(i.rest, p...)
	var out bytes.Buffer
	out.Grow(len(in))
	for len(in) > 0 {
		if !utf8.FullRune(in) {
			break
		}
		r, n := utf8.DecodeRune(in)
		switch {
		case r == boldOn || r == boldOff:
			if i.color {
				out.WriteString(map[rune]string{boldOn: "\x1b[1m", boldOff: "\x1b[0m"}[r])
			}
		case active(r):
			for _, u := range utf16.Encode([]rune{r}) {
				fmt.Fprintf(&out, `\u%04x`, u)
			}
		default: // a byte that is no UTF-8 comes out as U+FFFD
			out.WriteRune(r)
		}
		in = in[n:]
	}
	i.rest = append([]byte(nil), in...)
	if _, err := i.w.Write(out.Bytes()); err != nil {
		return 0, err
	}
	return len(p), nil
}

// active reports whether a terminal would act on r instead of showing it.
func active(r rune) bool {
	switch r {
	case '\n', '\t', '\f':
		return false
	case '\u2028', '\u2029':
		return true
	}
	return unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || unicode.Is(tags, r)
}

// tags are the invisible twins of ASCII.
var tags = &unicode.RangeTable{R32: []unicode.Range32{{Lo: 0xE0000, Hi: 0xE007F, Stride: 1}}}
