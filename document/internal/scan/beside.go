package scan

import "image"

// InkBeside returns the share of a page that is black outside of some places
// and away from its edges.
func (p Picture) InkBeside(places []image.Rectangle) float64 {
	bw := threshold(p.Print, 0.3, 0.95)
	for _, b := range places {
		bw.wipe(b)
	}
	n := 0
	for y := bw.H / 25; y < bw.H-bw.H/25; y++ {
		for x := bw.W / 25; x < bw.W-bw.W/25; x++ {
			if bw.Black(x, y) {
				n++
			}
		}
	}
	return float64(n) / float64(max(1, bw.W*bw.H))
}
