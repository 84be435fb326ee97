// Package scan makes pictures of pages ready for character recognition, and
// reads what the recogniser answers.
package scan

import (
	"image"
	"math"
)

// Clean prepares a grey picture of a page: it takes off noise, turns it
// upright by up to five degrees, and makes it black on white whatever shades
// lie over it. angle is what it was turned by, in degrees clockwise, about the
// centre of the picture.
func Clean(img *image.Gray) (bw *Bitmap, angle float64) {
	img = blur(img)
	if angle = skew(img); math.Abs(angle) >= 0.1 {
		img = rotate(img, angle)
	} else {
		angle = 0
	}
	return sauvola(img), angle
}

// Bitmap is a picture of one bit a pixel; rows begin on a byte, 1 is black.
type Bitmap struct {
	W, H int
	Bits []byte // H rows of (W+7)/8 bytes
}

func newBitmap(w, h int) *Bitmap { return &Bitmap{w, h, make([]byte, (w+7)/8*h)} }

func (b *Bitmap) stride() int { return (b.W + 7) / 8 }

// Black reports whether the pixel is black.
func (b *Bitmap) Black(x, y int) bool { return b.Bits[y*b.stride()+x/8]&(0x80>>(x&7)) != 0 }

func (b *Bitmap) set(x, y int) { b.Bits[y*b.stride()+x/8] |= 0x80 >> (x & 7) }

// Ink returns the share of black pixels, 0..1.
func (b *Bitmap) Ink() float64 {
	n := 0
	for y := range b.H {
		for x := range b.W {
			if b.Black(x, y) {
				n++
			}
		}
	}
	return float64(n) / float64(max(1, b.W*b.H))
}

// Turn returns the bitmap turned clockwise by quarter turns.
func (b *Bitmap) Turn(quarters int) *Bitmap {
	quarters &= 3
	if quarters == 0 {
		return b
	}
	w, h := b.W, b.H
	if quarters != 2 {
		w, h = h, w
	}
	out := newBitmap(w, h)
	for y := range b.H {
		for x := range b.W {
			if !b.Black(x, y) {
				continue
			}
			switch quarters {
			case 1:
				out.set(b.H-1-y, x)
			case 2:
				out.set(b.W-1-x, b.H-1-y)
			case 3:
				out.set(y, b.W-1-x)
			}
		}
	}
	return out
}

// blur averages three by three pixels: noise and dither go, letters stay.
func blur(src *image.Gray) *image.Gray {
	w, h := src.Rect.Dx(), src.Rect.Dy()
	out := image.NewGray(image.Rect(0, 0, w, h))
	col := make([]int, w) // sums of three rows
	for y := range h {
		up, at, down := src.Pix[max(y-1, 0)*src.Stride:], src.Pix[y*src.Stride:], src.Pix[min(y+1, h-1)*src.Stride:]
		for x := range w {
			col[x] = int(up[x]) + int(at[x]) + int(down[x])
		}
		row := out.Pix[y*out.Stride:]
		for x := range w {
			row[x] = uint8((col[max(x-1, 0)] + col[x] + col[min(x+1, w-1)] + 4) / 9)
		}
	}
	return out
}

// sauvola makes a picture black and white by a threshold that follows the
// mean and spread of the brightness around each pixel (Sauvola and Pietikäinen,
// 2000).
func sauvola(img *image.Gray) *Bitmap {
	const k, spread = 0.3, 128.0
	w, h := img.Rect.Dx(), img.Rect.Dy()
	r := max(7, w/80) // about a line of text at any resolution
	out := newBitmap(w, h)
	sum := make([]int64, w) // of the rows of the window, by column
	square := make([]int64, w)
	add := func(y int, sign int64) {
		row := img.Pix[y*img.Stride:]
		for x := range w {
			v := int64(row[x])
			sum[x] += sign * v
			square[x] += sign * v * v
		}
	}
	for y := range min(r, h) {
		add(y, 1)
	}
	for y := range h {
		if y+r < h {
			add(y+r, 1)
		}
		if y-r-1 >= 0 {
			add(y-r-1, -1)
		}
		rows := min(y+r, h-1) - max(y-r, 0) + 1
		var s, q int64
		for x := range min(r, w) {
			s, q = s+sum[x], q+square[x]
		}
		line := img.Pix[y*img.Stride:]
		for x := range w {
			if x+r < w {
				s, q = s+sum[x+r], q+square[x+r]
			}
			if x-r-1 >= 0 {
				s, q = s-sum[x-r-1], q-square[x-r-1]
			}
			n := float64(rows * (min(x+r, w-1) - max(x-r, 0) + 1))
			mean := float64(s) / n
			dev := math.Sqrt(max(0, float64(q)/n-mean*mean))
			if float64(line[x]) < mean*(1+k*(dev/spread-1)) {
				out.set(x, y)
			}
		}
	}
	return out
}
