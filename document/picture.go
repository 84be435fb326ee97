package document

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"image"
	_ "image/jpeg" // decoders that image.Decode knows
	_ "image/png"
	"math"

	_ "golang.org/x/image/tiff"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/document/internal/scan"
)

const (
	typePNG  kind = "image/png"
	typeJPEG kind = "image/jpeg"
	typeTIFF kind = "image/tiff"
)

// sniffPicture returns the type of a picture, or "".
func sniffPicture(head []byte) kind {
	switch {
	case bytes.HasPrefix(head, []byte("\x89PNG\r\n\x1a\n")):
		return typePNG
	case bytes.HasPrefix(head, []byte("\xFF\xD8\xFF")):
		return typeJPEG
	case bytes.HasPrefix(head, []byte("II*\x00")), bytes.HasPrefix(head, []byte("MM\x00*")):
		return typeTIFF
	}
	return ""
}

// readPictures reads pictures as the pages of one document; a TIFF may hold
// several pages itself.
func (j *job) readPictures(files [][]byte) (Document, error) {
	var frames [][]byte
	for _, f := range files {
		frames = append(frames, tiffPages(f)...)
	}
	sheets := make([]sheet, len(frames))
	for i, f := range frames {
		c, _, err := image.DecodeConfig(bytes.NewReader(f))
		if err != nil {
			return Document{}, fmt.Errorf("%w: picture %d: %v", ErrDamaged, i+1, err)
		}
		if c.Width < 1 || c.Height < 1 || c.Width > maxPixels/c.Height {
			return Document{}, fmt.Errorf("%w: picture %d has %d x %d pixels", ErrTooLarge, i+1, c.Width, c.Height)
		}
		dpi := resolution(c.Width, c.Height)
		sheets[i] = sheet{page: circular.Page{Method: circular.MethodNone, Note: needsOCR},
			w: float64(c.Width) * 72 / dpi, h: float64(c.Height) * 72 / dpi, picture: true}
	}
	j.progress.add(Progress{Pages: len(sheets), Read: len(sheets), Scans: len(sheets)})
	i := -1
	if j.OCR != nil {
		j.recognise(sheets, func() (picture, bool) {
			for i++; i < len(frames); i++ {
				p, err := decodePicture(frames[i])
				if err == nil {
					p.page = i
					return p, true
				}
				sheets[i].page.Note = "Gambar rusak; tidak dapat dibaca."
				j.progress.add(Progress{Recognised: 1})
			}
			return picture{}, false
		})
	}
	var warned warnings
	j.warnScans(sheets, &warned)
	return Document{pictures: len(sheets), Text: assemble(sheets), Warnings: warned.list()}, nil
}

// resolution guesses the dots an inch of a picture from its short side, which
// is taken for that of a sheet of A4.
func resolution(w, h int) float64 { return max(50, float64(min(w, h))/8.27) }

// decodePicture decodes a picture at the resolution that recognition likes:
// small pictures are enlarged, large ones reduced.
func decodePicture(data []byte) (p picture, err error) {
	p.Picture, err = decodeImage(data)
	if err != nil {
		return picture{}, err
	}
	w, h := p.Grey.Rect.Dx(), p.Grey.Rect.Dy()
	p.dpi = resolution(w, h)
	if p.dpi < 0.8*ocrDPI || p.dpi > 1.35*ocrDPI {
		f := min(ocrDPI/p.dpi, 4, math.Sqrt(maxRender/float64(max(1, w*h))))
		p.Picture = p.Resize(f)
		p.dpi *= f
	}
	return p, nil
}

// decodeImage decodes a picture.
func decodeImage(data []byte) (p scan.Picture, err error) {
	defer func() { // decoders of old formats have been known to panic
		if r := recover(); r != nil {
			err = fmt.Errorf("%w: %v", ErrDamaged, r)
		}
	}()
	img, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return scan.Picture{}, fmt.Errorf("%w: %v", ErrDamaged, err)
	}
	return scan.FromImage(img), nil
}

// maxFrames bounds the pages of one TIFF.
const maxFrames = 500

// tiffPages returns a file for each page of a TIFF: the same bytes with the
// header pointing at that page. Any other file is returned as it is.
func tiffPages(data []byte) [][]byte {
	if sniffPicture(data) != typeTIFF || len(data) < 8 {
		return [][]byte{data}
	}
	var order binary.ByteOrder = binary.LittleEndian
	if data[0] == 'M' {
		order = binary.BigEndian
	}
	var out [][]byte
	seen := map[uint32]bool{}
	at := order.Uint32(data[4:])
	for at != 0 && !seen[at] && len(out) < maxFrames && int64(at)+2 <= int64(len(data)) {
		seen[at] = true
		page := data
		if len(out) > 0 {
			page = bytes.Clone(data)
			order.PutUint32(page[4:], at)
		}
		out = append(out, page)
		next := int64(at) + 2 + 12*int64(order.Uint16(data[at:]))
		if next+4 > int64(len(data)) {
			break
		}
		at = order.Uint32(data[next:])
	}
	if len(out) == 0 {
		return [][]byte{data}
	}
	return out
}
