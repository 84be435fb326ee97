package scan

import (
	"encoding/binary"
	"fmt"
	"image"
)

// PBM returns the bitmap as a file of the portable bitmap format.
func (b *Bitmap) PBM() []byte {
	return append(fmt.Appendf(nil, "P4\n%d %d\n", b.W, b.H), b.Bits...)
}

// PGM returns a picture as a file of the portable greymap format.
func PGM(img *image.Gray) []byte {
	w, h := img.Rect.Dx(), img.Rect.Dy()
	out := make([]byte, 0, 20+w*h)
	out = fmt.Appendf(out, "P5\n%d %d\n255\n", w, h)
	for y := range h {
		out = append(out, img.Pix[y*img.Stride:y*img.Stride+w]...)
	}
	return out
}

// TIFF returns pictures as the pages of one file.
func TIFF(pages []*image.Gray) []byte {
	const short, long = 3, 4
	order := binary.LittleEndian
	out := append([]byte("II*\x00"), 0, 0, 0, 0)
	next := 4 // where the offset of the next directory belongs
	for _, p := range pages {
		w, h := p.Rect.Dx(), p.Rect.Dy()
		data := len(out)
		for y := range h {
			out = append(out, p.Pix[y*p.Stride:y*p.Stride+w]...)
		}
		if len(out)%2 == 1 {
			out = append(out, 0)
		}
		order.PutUint32(out[next:], uint32(len(out)))
		fields := [][3]int{ // tag, type, value
			{256, long, w}, {257, long, h}, {258, short, 8}, {259, short, 1}, // bits a pixel, not compressed
			{262, short, 1}, {273, long, data}, {277, short, 1}, {278, long, h}, {279, long, w * h}, // black is 0, one strip
		}
		out = order.AppendUint16(out, uint16(len(fields)))
		for _, f := range fields {
			out = order.AppendUint16(out, uint16(f[0]))
			out = order.AppendUint16(out, uint16(f[1]))
			out = order.AppendUint32(order.AppendUint32(out, 1), uint32(f[2]))
		}
		next = len(out)
		out = append(out, 0, 0, 0, 0)
	}
	return out
}
