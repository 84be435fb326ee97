package scan

import (
	"image"
	"image/color"
)

// Picture is a page as it was scanned, in two shades of grey.
type Picture struct {
	Grey  *image.Gray // as bright as the eye sees it
	Print *image.Gray // as bright as its brightest colour: coloured ink is pale, print stays black; Grey itself where nothing is coloured
}

// Of which difference between its colours a pixel is coloured, and which share
// of such pixels makes a coloured page: the date of a stamp is less than a
// thousandth of it.
const (
	chroma   = 50
	coloured = 0.0003
	fringe   = 30 // difference that cameras and compression give to black letters
)

// pixels makes a picture of w times h pixels. at returns the colours of one,
// and may expect to be asked from the first to the last.
func pixels(w, h int, at func(i int) (r, g, b uint8)) Picture {
	p := Picture{Grey: image.NewGray(image.Rect(0, 0, w, h)), Print: image.NewGray(image.Rect(0, 0, w, h))}
	n := 0
	for i := range w * h {
		r, g, b := at(i)
		if r == g && g == b {
			p.Grey.Pix[i], p.Print.Pix[i] = r, r
			continue
		}
		top := max(r, g, b)
		if top-min(r, g, b) > chroma {
			n++
		}
		p.Grey.Pix[i] = uint8((299*int(r) + 587*int(g) + 114*int(b)) / 1000)
		p.Print.Pix[i] = uint8(min(255, int(top)+max(0, int(top-min(r, g, b))-fringe)))
	}
	if float64(n) <= coloured*float64(w*h) {
		p.Print = p.Grey
	}
	return p
}

// FromBGRX makes a picture of pixels of four bytes: blue, green, red and one
// that means nothing.
func FromBGRX(pix []byte, w, h int) Picture {
	return pixels(w, h, func(i int) (r, g, b uint8) { return pix[4*i+2], pix[4*i+1], pix[4*i] })
}

// FromImage makes a picture of an image; what is transparent is white.
func FromImage(img image.Image) Picture {
	b := img.Bounds()
	w, h := b.Dx(), b.Dy()
	if g, ok := img.(*image.Gray); ok {
		return pixels(w, h, func(i int) (r, _, _ uint8) {
			v := g.Pix[i/w*g.Stride+i%w]
			return v, v, v
		})
	}
	if y, ok := img.(*image.YCbCr); ok {
		return pixels(w, h, func(i int) (_, _, _ uint8) {
			x, row := b.Min.X+i%w, b.Min.Y+i/w
			c := y.COffset(x, row)
			return color.YCbCrToRGB(y.Y[y.YOffset(x, row)], y.Cb[c], y.Cr[c])
		})
	}
	return pixels(w, h, func(i int) (_, _, _ uint8) {
		c := color.NRGBAModel.Convert(img.At(b.Min.X+i%w, b.Min.Y+i/w)).(color.NRGBA)
		over := func(v uint8) uint8 { return uint8((int(v)*int(c.A) + 255*(255-int(c.A))) / 255) }
		return over(c.R), over(c.G), over(c.B)
	})
}

// each returns the picture with f done to its shades.
func (p Picture) each(f func(*image.Gray) *image.Gray) Picture {
	out := Picture{Grey: f(p.Grey)}
	if out.Print = out.Grey; p.Print != p.Grey {
		out.Print = f(p.Print)
	}
	return out
}

// Resize returns the picture f times as large.
func (p Picture) Resize(f float64) Picture {
	return p.each(func(g *image.Gray) *image.Gray { return resize(g, f) })
}

// Columns returns the part of the picture from column x0 to before x1.
func (p Picture) Columns(x0, x1 int) Picture {
	return p.each(func(g *image.Gray) *image.Gray { return Crop(g, image.Rect(x0, 0, x1, g.Rect.Dy())) })
}

// Crop returns a part of a picture, copied.
func Crop(src *image.Gray, r image.Rectangle) *image.Gray {
	r = r.Intersect(src.Rect)
	out := image.NewGray(image.Rect(0, 0, r.Dx(), r.Dy()))
	for y := range r.Dy() {
		copy(out.Pix[y*out.Stride:(y+1)*out.Stride], src.Pix[(r.Min.Y+y)*src.Stride+r.Min.X:])
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
