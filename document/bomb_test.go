package document

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"testing"
)

// TestInflates: a PDF may unpack to what a document needs, and no more.
func TestInflates(t *testing.T) {
	pack := func(data []byte) []byte {
		var b bytes.Buffer
		z := zlib.NewWriter(&b)
		z.Write(data)
		z.Close()
		return b.Bytes()
	}
	text := bytes.Repeat([]byte("BT /F1 12 Tf (Surat Edaran) Tj ET "), 20000)
	zeros := make([]byte, 8<<20)
	pdf := func(dict string, streams ...[]byte) []byte {
		b := []byte("%PDF-1.7\n")
		for i, s := range streams {
			b = fmt.Appendf(b, "%d 0 obj\n<< %s /Length %d >>\nstream\r\n%s\nendstream\nendobj\n", i+1, dict, len(s), s)
		}
		return b
	}
	var many [][]byte
	for range 40 {
		many = append(many, pack(bytes.Repeat([]byte("0123456789abcdef"), 7<<16)))
	}
	for _, c := range []struct {
		name string
		data []byte
		bomb bool
	}{
		{"text", pdf("/Filter /FlateDecode", pack(text)), false},
		{"short name", pdf("/Filter [ /Fl ]", pack(zeros)), true},
		{"bomb", pdf("/Filter /FlateDecode", pack(zeros)), true},
		{"bomb in a bomb", pdf("/Filter [/FlateDecode /FlateDecode]", pack(pack(zeros))), true},
		{"second stream", pdf("/Filter /FlateDecode", pack(text), pack(zeros)), true},
		{"many streams", pdf("/Filter /FlateDecode", many...), true},
		{"picture", pdf("/Subtype /Image /Filter /FlateDecode", pack(zeros)), false},
		{"not packed", pdf("", zeros), false},
		{"damaged", pdf("/Filter /FlateDecode", []byte("x\x9c no")), false},
		{"cut", pdf("/Filter /FlateDecode", pack(zeros))[:80], false},
		{"no stream", []byte("%PDF-1.7\nstream"), false},
	} {
		err := inflates(c.data)
		if got := errors.Is(err, ErrTooLarge); got != c.bomb || !got && err != nil {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}
