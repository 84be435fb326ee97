// Package scan makes pictures of pages ready for character recognition, and
// reads what the recogniser answers.
package scan

import (
	"image"
	"math"
	"math/bits"
)

// Page is a picture made ready, twice: as it is, for figures and stamps, and
// with its ink apart from its print, for words.
type Page struct {
	*Bitmap              // all that is on the page, black on white
	Print    *image.Gray // what is printed on it: coloured ink and pale marks have faded
	Soft     *image.Gray // the same, not as stark
	Grey     *image.Gray // the page itself
	Noise    bool        // there was nothing but grains, and is nothing now
	Quarters int         // quarters of a turn clockwise it was turned by
	Angle    float64     // degrees clockwise it was turned by after that, about its centre
}

// Clean prepares a picture of a page: it takes off noise, lays its lines
// level, and evens out the light. Whether it stands on its head is for the
// recogniser to find out.
func Clean(raw Picture) Page {
	pic := raw.each(blur)
	small := reduce(pic.Print)
	var p Page
	var score float64
	p.Angle, score = skew(small)
	if across, other := skew(turnGray(small)); other > 1.3*score {
		pic, raw, p.Quarters, p.Angle = pic.each(turnGray), raw.each(turnGray), 1, across
	}
	if math.Abs(p.Angle) < 0.1 {
		p.Angle = 0
	}
	level := func(g *image.Gray) *image.Gray {
		if p.Angle == 0 {
			return g
		}
		return rotate(g, p.Angle)
	}
	p.Bitmap = threshold(level(pic.Grey), 0.3, 0.95)
	if p.grainy() { // once more, smoother
		pic = pic.each(blur).each(blur)
		if p.Bitmap = threshold(level(pic.Grey), 0.3, 0.95); p.grainy() {
			p.Noise, p.Bitmap = true, newBitmap(p.W, p.H)
		}
	}
	if noisy(raw.Print, pic.Print) {
		raw = pic
	}
	raw = raw.each(level)
	p.Grey = raw.Grey
	p.Soft = flatten(raw.Print)
	p.Print = stretch(p.Soft)
	return p
}

// noisy reports whether a picture differs much from itself when blurred, in
// the paper between the letters.
func noisy(img, blurred *image.Gray) bool {
	paper := percentile(blurred, 0.5)
	sum, n := 0, 0
	for i := 0; i < len(img.Pix); i += 7 {
		if v := int(blurred.Pix[i]); v >= paper && v < 250 {
			sum += max(v-int(img.Pix[i]), int(img.Pix[i])-v)
			n++
		}
	}
	return sum > 3*n && n > len(img.Pix)/100
}

// grainy reports whether black lies all over a bitmap: between lines of print
// there is paper. Cells of a hundredth of the width tell.
func (b *Bitmap) grainy() bool {
	side := max(4, b.W/100)
	white, all := 0, 0
	for y := 0; y+side <= b.H; y += side {
		for x := 0; x+side <= b.W; x += side {
			all++
			if b.white(x, y, side) {
				white++
			}
		}
	}
	return all > 100 && white < all/20
}

// white reports whether a square of a bitmap has next to no black.
func (b *Bitmap) white(x0, y0, side int) bool {
	n := 0
	for y := y0; y < y0+side; y++ {
		for x := x0; x < x0+side; x++ {
			if b.Black(x, y) {
				if n++; n > side*side/200 {
					return false
				}
			}
		}
	}
	return true
}

// Overturn turns the page by half a turn.
func (p Page) Overturn() Page {
	p.Bitmap = p.Turn(2)
	for _, g := range []**image.Gray{&p.Print, &p.Soft, &p.Grey} {
		*g = turnGray(turnGray(*g))
	}
	p.Quarters += 2
	return p
}

// turnGray turns a picture clockwise by a quarter.
func turnGray(src *image.Gray) *image.Gray {
	w, h := src.Rect.Dx(), src.Rect.Dy()
	out := image.NewGray(image.Rect(0, 0, h, w))
	for y := range h {
		for x := range w {
			out.Pix[x*out.Stride+h-1-y] = src.Pix[y*src.Stride+x]
		}
	}
	return out
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
	for _, eight := range b.Bits {
		n += bits.OnesCount8(eight)
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

// threshold makes a picture black and white by a threshold that follows the
// mean and spread of the brightness around each pixel, as Sauvola and
// Pietikäinen proposed in 2000. The darkest brightness and the usual spread are
// those of the picture itself, after Wolf and Jolion (2003), so that neither
// pale print nor print beside a black seal is lost. The usual spread is that
// which a share of the places does not exceed; k says how far below the mean
// black begins.
func threshold(img *image.Gray, k, share float64) *Bitmap {
	w, h := img.Rect.Dx(), img.Rect.Dy()
	out := newBitmap(w, h)
	darkest := float64(percentile(img, 0.002))
	var spreads [256]int
	window(img, spreadStep, func(_, _ int, s surround) { spreads[int(min(s.deviation(), 255))]++ })
	spread := max(12, float64(quantile(&spreads, share)))
	window(img, 1, func(x, y int, s surround) {
		v := int64(img.Pix[y*img.Stride+x])
		if v*s.n >= s.sum { // no darker than the mean: paper, mostly
			return
		}
		if mean := s.mean(); float64(v) < mean-k*(1-min(1, s.deviation()/spread))*(mean-darkest)-1 {
			out.set(x, y)
		}
	})
	return out
}

// spreadStep is how many pixels apart the places are that tell the usual spread:
// the square around each is much larger.
const spreadStep = 4

// surround is the square around a pixel: its number of pixels, and the sums of
// their brightness and of the squares of that.
type surround struct{ n, sum, squares int64 }

func (s surround) mean() float64 { return float64(s.sum) / float64(s.n) }

func (s surround) deviation() float64 {
	mean := s.mean()
	return math.Sqrt(max(0, float64(s.squares)/float64(s.n)-mean*mean))
}

// percentile returns the brightness below which a share of the pixels lies.
func percentile(img *image.Gray, share float64) int {
	var count [256]int
	w, h := img.Rect.Dx(), img.Rect.Dy()
	for y := range h {
		for _, v := range img.Pix[y*img.Stride : y*img.Stride+w] {
			count[v]++
		}
	}
	return quantile(&count, share)
}

// quantile returns the value at or below which a share of what was counted
// lies.
func quantile(count *[256]int, share float64) int {
	all, n := 0, 0
	for _, c := range count {
		all += c
	}
	for v, c := range count {
		if n += c; float64(n) > share*float64(all) {
			return v
		}
	}
	return 255
}

// window visits every step-th pixel of every step-th row with the square around
// it, about as large as a line of text.
func window(img *image.Gray, step int, visit func(x, y int, s surround)) {
	w, h := img.Rect.Dx(), img.Rect.Dy()
	r := max(7, w/80)
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
		if y%step != 0 {
			continue
		}
		rows := min(y+r, h-1) - max(y-r, 0) + 1
		var s surround
		for x := range min(r, w) {
			s.sum, s.squares = s.sum+sum[x], s.squares+square[x]
		}
		for x := range w {
			if x+r < w {
				s.sum, s.squares = s.sum+sum[x+r], s.squares+square[x+r]
			}
			if x-r-1 >= 0 {
				s.sum, s.squares = s.sum-sum[x-r-1], s.squares-square[x-r-1]
			}
			if x%step == 0 {
				s.n = int64(rows * (min(x+r, w-1) - max(x-r, 0) + 1))
				visit(x, y, s)
			}
		}
	}
}
