package document

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"image"
	"image/color"
	_ "image/jpeg" // decoders that image.Decode knows
	_ "image/png"
	"math"

	_ "golang.org/x/image/tiff"

	"github.com/telaah/telaah/circular"
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
	return Document{pictures: len(sheets), Text: assemble(sheets)}, nil
}

// resolution guesses the dots an inch of a picture from its short side, which
// is taken for that of a sheet of A4.
func resolution(w, h int) float64 { return max(50, float64(min(w, h))/8.27) }

// decodePicture decodes a picture in grey at the resolution that recognition
// likes: small pictures are enlarged, large ones reduced.
func decodePicture(data []byte) (picture, error) {
	grey, err := decodeGrey(data)
	if err != nil {
		return picture{}, err
	}
	dpi := resolution(grey.Rect.Dx(), grey.Rect.Dy())
	if dpi < 0.8*ocrDPI || dpi > 1.35*ocrDPI {
		f := min(ocrDPI/dpi, 4)
		if most := math.Sqrt(maxPixels / float64(max(1, len(grey.Pix)))); f > most {
			f = most
		}
		grey = resize(grey, f)
		dpi *= f
	}
	return picture{img: grey, dpi: dpi}, nil
}

// decodeGrey decodes a picture in grey.
func decodeGrey(data []byte) (grey *image.Gray, err error) {
	defer func() { // decoders of old formats have been known to panic
		if r := recover(); r != nil {
			err = fmt.Errorf("%w: %v", ErrDamaged, r)
		}
	}()
	img, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("%w: %v", ErrDamaged, err)
	}
	return toGrey(img), nil
}

// toGrey returns a picture in grey; what is transparent is white.
func toGrey(img image.Image) *image.Gray {
	b := img.Bounds()
	out := image.NewGray(image.Rect(0, 0, b.Dx(), b.Dy()))
	switch src := img.(type) {
	case *image.Gray:
		for y := range b.Dy() {
			copy(out.Pix[y*out.Stride:y*out.Stride+b.Dx()], src.Pix[y*src.Stride:])
		}
	case *image.YCbCr:
		for y := range b.Dy() {
			copy(out.Pix[y*out.Stride:y*out.Stride+b.Dx()], src.Y[y*src.YStride:])
		}
	default:
		for y := range b.Dy() {
			for x := range b.Dx() {
				c := color.NRGBAModel.Convert(img.At(b.Min.X+x, b.Min.Y+y)).(color.NRGBA)
				v := (299*int(c.R) + 587*int(c.G) + 114*int(c.B)) / 1000
				out.Pix[y*out.Stride+x] = uint8((v*int(c.A) + 255*(255-int(c.A))) / 255)
			}
		}
	}
	return out
}

// resize scales a picture by f: by averages where it gets smaller, else
// between neighbours.
func resize(src *image.Gray, f float64) *image.Gray {
	w, h := src.Rect.Dx(), src.Rect.Dy()
	nw, nh := max(1, int(float64(w)*f)), max(1, int(float64(h)*f))
	out := image.NewGray(image.Rect(0, 0, nw, nh))
	for y := range nh {
		for x := range nw {
			if f < 1 {
				x0, x1 := int(float64(x)/f), min(w, max(int(float64(x)/f)+1, int(float64(x+1)/f)))
				y0, y1 := int(float64(y)/f), min(h, max(int(float64(y)/f)+1, int(float64(y+1)/f)))
				sum, n := 0, 0
				for sy := y0; sy < y1; sy++ {
					for sx := x0; sx < x1; sx++ {
						sum += int(src.Pix[sy*src.Stride+sx])
						n++
					}
				}
				out.Pix[y*out.Stride+x] = uint8(sum / max(1, n))
				continue
			}
			fx, fy := max(0, (float64(x)+0.5)/f-0.5), max(0, (float64(y)+0.5)/f-0.5)
			x0, y0 := min(int(fx), w-1), min(int(fy), h-1)
			x1, y1 := min(x0+1, w-1), min(y0+1, h-1)
			u, v := fx-float64(x0), fy-float64(y0)
			at := func(x, y int) float64 { return float64(src.Pix[y*src.Stride+x]) }
			out.Pix[y*out.Stride+x] = uint8((at(x0, y0)*(1-u)+at(x1, y0)*u)*(1-v) + (at(x0, y1)*(1-u)+at(x1, y1)*u)*v + 0.5)
		}
	}
	return out
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
