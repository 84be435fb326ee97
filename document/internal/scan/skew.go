package scan

import (
	"image"
	"math"
)

// maxSkew is the greatest angle looked for, in degrees.
const maxSkew = 10.5

// skew returns the angle, in degrees clockwise, by which to turn a page, given
// as a reduced picture, so that its lines of text lie level: the one under
// which the rows of pixels differ most from each other. score says how much
// they do then, whatever the size of the picture and the ink on it.
func skew(small *image.Gray) (angle, score float64) {
	h := small.Rect.Dy()
	pts := edges(threshold(small, 0.3, 0.95))
	if len(pts) < 200 {
		return 0, 0
	}
	top := -1.0
	try := func(lo, hi, step float64) {
		for a := lo; a <= hi+step/2; a += step {
			if s := profile(pts, h, a); s > top {
				angle, top = a, s
			}
		}
	}
	try(-maxSkew, maxSkew, 0.5)
	try(angle-0.4, angle+0.4, 0.1)
	try(angle-0.08, angle+0.08, 0.02)
	if level := profile(pts, h, 0); top < 1.02*level { // no better than as it is
		angle, top = 0, level
	}
	return angle, top * float64(h) / (float64(len(pts)) * float64(len(pts)))
}

// reduce returns the picture some 800 pixels wide.
func reduce(img *image.Gray) *image.Gray {
	f := max(1, min(img.Rect.Dx(), img.Rect.Dy())/800)
	w, h := img.Rect.Dx()/f, img.Rect.Dy()/f
	small := image.NewGray(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			sum := 0
			for dy := range f {
				row := img.Pix[(y*f+dy)*img.Stride+x*f:]
				for dx := range f {
					sum += int(row[dx])
				}
			}
			small.Pix[y*small.Stride+x] = uint8(sum / (f * f))
		}
	}
	return small
}

// edges returns the places where black begins below white, x from the middle:
// the upper edge of ink says more than its inside.
func edges(bw *Bitmap) [][2]float64 {
	var pts [][2]float64
	for y := range bw.H {
		for x := range bw.W {
			if bw.Black(x, y) && (y == 0 || !bw.Black(x, y-1)) {
				pts = append(pts, [2]float64{float64(x) - float64(bw.W)/2, float64(y)})
			}
		}
	}
	return pts
}

// profile measures how unevenly the points fall on rows after a turn by a
// degrees clockwise.
func profile(pts [][2]float64, h int, a float64) float64 {
	t := math.Tan(a * math.Pi / 180)
	margin := h / 4
	rows := make([]float64, h+2*margin)
	for _, p := range pts {
		if y := int(p[1]+p[0]*t+0.5) + margin; y >= 0 && y < len(rows) {
			rows[y]++
		}
	}
	s := 0.0
	for i := 1; i < len(rows); i++ {
		d := rows[i] - rows[i-1]
		s += d * d
	}
	return s
}

// rotate turns a picture clockwise about its centre, white at the corners.
func rotate(src *image.Gray, degrees float64) *image.Gray {
	w, h := src.Rect.Dx(), src.Rect.Dy()
	out := image.NewGray(image.Rect(0, 0, w, h))
	sin, cos := math.Sincos(degrees * math.Pi / 180)
	cx, cy := float64(w-1)/2, float64(h-1)/2
	for y := range h {
		row := out.Pix[y*out.Stride:]
		// where the pixel came from; moves by (cos, -sin) a column
		fx := cos*(0-cx) + sin*(float64(y)-cy) + cx
		fy := -sin*(0-cx) + cos*(float64(y)-cy) + cy
		for x := range w {
			row[x] = sample(src, fx, fy, w, h)
			fx += cos
			fy -= sin
		}
	}
	return out
}

// sample returns the brightness between four pixels.
func sample(src *image.Gray, x, y float64, w, h int) uint8 {
	x0, y0 := int(math.Floor(x)), int(math.Floor(y))
	if x0 < 0 || y0 < 0 || x0+1 >= w || y0+1 >= h {
		return 255
	}
	u, v := int((x-float64(x0))*256), int((y-float64(y0))*256)
	p := src.Pix[y0*src.Stride+x0:]
	q := src.Pix[(y0+1)*src.Stride+x0:]
	top := int(p[0])*(256-u) + int(p[1])*u
	low := int(q[0])*(256-u) + int(q[1])*u
	return uint8((top*(256-v) + low*v) >> 16)
}
