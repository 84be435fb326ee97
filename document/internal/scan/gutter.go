package scan

// Gutter returns the column at which a sheet that shows two pages side by side
// is cut: it lies on its long side, and a white band runs down its middle with
// much ink on both sides.
func (p Picture) Gutter() (x int, ok bool) {
	small := reduce(p.Print)
	w, h := small.Rect.Dx(), small.Rect.Dy()
	if 20*w < 23*h || w < 200 {
		return 0, false
	}
	bw := threshold(small, 0.3, 0.95)
	ink := make([]int, w) // black pixels by column
	for y := h / 50; y < h-h/50; y++ {
		for x := range w {
			if bw.Black(x, y) {
				ink[x]++
			}
		}
	}
	// The shadow of the fold is a thin line in a white band; dirt is a speck.
	const speck = 2
	best, from := 0, 0
	for run, i := 0, 2*w/5; i < 3*w/5; i++ {
		if run++; ink[i] > speck && ink[i] < h/2 {
			run = 0
		}
		if run > best {
			best, from = run, i-run+1
		}
	}
	mid := from + best/2
	left, right := 0, 0
	for i, n := range ink {
		if i < mid {
			left += n
		} else {
			right += n
		}
	}
	if 100*best < 4*w || min(left, right)*4 < max(left, right) || min(left, right) < w*h/1000 {
		return 0, false
	}
	return mid * p.Print.Rect.Dx() / w, true
}
