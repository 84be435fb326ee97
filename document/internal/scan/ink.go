package scan

import "image"

// Shares of the pixels of a page that are made quite black and quite white, so
// that print is black and what is paler than print fades. A page has little
// print: most of it is paper.
const (
	quiteBlack = 0.01
	quiteWhite = 0.40
)

// flatten evens out the light on a page: it divides each pixel by the
// brightness of the paper around it. Cells of a twentieth of the width tell
// how bright the paper is: nine tenths of what they hold is no brighter.
func flatten(src *image.Gray) *image.Gray {
	w, h := src.Rect.Dx(), src.Rect.Dy()
	side := max(8, w/20)
	cw, ch := (w+side-1)/side, (h+side-1)/side
	paper := make([]int, cw*ch)
	for cy := range ch {
		for cx := range cw {
			var count [256]int
			for y := cy * side; y < min(h, (cy+1)*side); y += 2 {
				for x := cx * side; x < min(w, (cx+1)*side); x += 2 {
					count[src.Pix[y*src.Stride+x]]++
				}
			}
			paper[cy*cw+cx] = quantile(&count, 0.9)
		}
	}
	// A cell in a black margin or picture is no paper: nothing grows more than
	// twice as bright.
	least := 0
	for _, p := range paper {
		least = max(least, p)
	}
	least /= 2
	out := image.NewGray(src.Rect)
	for y := range h {
		y0, v := split(y, side, ch)
		for x := range w {
			x0, u := split(x, side, cw)
			x1, y1 := min(x0+1, cw-1), min(y0+1, ch-1)
			light := ((paper[y0*cw+x0]*(256-u)+paper[y0*cw+x1]*u)*(256-v) + (paper[y1*cw+x0]*(256-u)+paper[y1*cw+x1]*u)*v) >> 16
			out.Pix[y*out.Stride+x] = uint8(min(255, 255*int(src.Pix[y*src.Stride+x])/max(least, light, 1)))
		}
	}
	return out
}

// split returns the cell whose middle lies before pixel v, and how far v is on
// the way to the middle of the next, of 256.
func split(v, side, cells int) (cell, share int) {
	at := max(0, v-side/2)
	return min(at/side, cells-1), at % side * 256 / side
}

// stretch returns a picture of which the darkest is black and the palest
// white.
func stretch(img *image.Gray) *image.Gray {
	lo, hi := percentile(img, quiteBlack), percentile(img, 1-quiteWhite)
	if hi-lo < 16 { // nothing is printed here
		return img
	}
	var to [256]uint8
	for v := range to {
		to[v] = uint8(min(255, max(0, (v-lo)*255/(hi-lo))))
	}
	out := image.NewGray(img.Rect)
	for i, v := range img.Pix {
		out.Pix[i] = to[v]
	}
	return out
}
