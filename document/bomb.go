package document

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"regexp"
)

var (
	streamStart = []byte("stream")
	flateName   = regexp.MustCompile(`/(FlateDecode|Fl)\b`)
	imageName   = regexp.MustCompile(`/Subtype\s*/Image\b`)
)

// maxDict is how many bytes in front of a stream are looked at for its
// dictionary.
const maxDict = 2048

// inflates reports that a PDF unpacks to more than any document does: a stream
// beyond the limits of one part of an archive, or all together beyond those of
// an archive. Pictures do not count: they are unpacked when they are drawn, and
// are bounded by their pixels. It looks at the bytes only; what cannot be
// unpacked is the reader's business.
func inflates(data []byte) error {
	left := int64(maxWhole)
	for at := 0; ; {
		i := bytes.Index(data[at:], streamStart)
		if i < 0 {
			return nil
		}
		start := at + i + len(streamStart)
		at = start
		dict := data[max(0, start-len(streamStart)-maxDict) : start-len(streamStart)]
		if j := bytes.LastIndex(dict, []byte(" obj")); j >= 0 {
			dict = dict[j:]
		}
		layers := len(flateName.FindAll(dict, -1))
		if layers == 0 || imageName.Match(dict) {
			continue
		}
		packed := bytes.TrimLeft(data[start:min(len(data), start+2)], "\r\n")
		body := data[start+min(2, len(data)-start)-len(packed):]
		end := bytes.Index(body, []byte("endstream"))
		if end < 0 {
			end = len(body)
		}
		limit := min(int64(maxPart), left, max(ratioFree, int64(end)*maxRatio))
		n := unpacked(body[:end], layers, limit)
		if n > limit {
			return fmt.Errorf("%w: a stream unpacks to more than %d bytes", ErrTooLarge, limit)
		}
		left -= n
		at = start + end
	}
}

// unpacked returns how many bytes a stream unpacks to, in as many layers, as
// far as it can be unpacked; it stops beyond limit, in any layer.
func unpacked(packed []byte, layers int, limit int64) int64 {
	var r io.Reader = bytes.NewReader(packed)
	var inner []*counted
	for range min(layers, 4) {
		z, err := zlib.NewReader(r)
		if err != nil {
			break
		}
		c := &counted{r: z, limit: limit}
		inner, r = append(inner, c), c
	}
	_, _ = io.Copy(io.Discard, r) // damage ends it, too
	most := int64(0)
	for _, c := range inner {
		most = max(most, c.n)
	}
	return most
}

// counted counts what is read of r, and ends beyond a limit.
type counted struct {
	r     io.Reader
	n     int64
	limit int64
}

func (c *counted) Read(p []byte) (int, error) {
	if c.n > c.limit {
		return 0, io.EOF
	}
	n, err := c.r.Read(p)
	c.n += int64(n)
	return n, err
}
