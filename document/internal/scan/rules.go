package scan

import (
	"image"
	"image/draw"
	"slices"
	"strings"
	"unicode"
)

// Lines that are ruled, in shares of an inch.
const (
	levelLength   = 3  // at least 1/3 inch long
	uprightLength = 5  // at least 1/5 inch: higher than capitals of 14 points
	ruleWidth     = 25 // at most 1/25 inch thick
	ruleBreak     = 60 // broken for at most 1/60 inch
)

// Tables returns the level and upright lines of the tables on a page, which
// has dpi dots an inch. It wipes out the upright ones, so that the recogniser
// takes none for a letter; without the level ones it would read each column by
// itself and lose the numbers of the rows. Pages without tables stay as they are.
func (p Page) Tables(dpi float64) []image.Rectangle {
	b := p.Bitmap
	inch := int(dpi)
	level := b.lines(inch/levelLength, inch/ruleWidth, inch/ruleBreak)
	if len(level) < 2 {
		return nil
	}
	upright := b.Turn(1).lines(inch/uprightLength, inch/ruleWidth, inch/ruleBreak)
	for i, r := range upright { // turned back
		upright[i] = image.Rect(r.Min.Y, b.H-r.Max.X, r.Max.Y, b.H-r.Min.X)
	}
	// A table has level lines over a good part of the page, and upright ones
	// from one to the next. Seals, signatures and letters have neither.
	without := func(of, others []image.Rectangle, least int) []image.Rectangle {
		return slices.DeleteFunc(of, func(r image.Rectangle) bool {
			n := 0
			for _, o := range others {
				if r.Inset(-inch / ruleWidth).Overlaps(o) {
					n++
				}
			}
			return n < least
		})
	}
	long := slices.DeleteFunc(slices.Clone(level), func(r image.Rectangle) bool { return r.Dx() < b.W/3 })
	upright = without(upright, long, 2)
	if len(without(long, upright, 3)) < 2 {
		return nil
	}
	level = without(level, upright, 2)
	for _, r := range upright {
		b.wipe(r.Inset(-2)) // with the ragged edge
		draw.Draw(p.Print, r.Inset(-2), image.White, image.Point{}, draw.Src)
	}
	return append(level, upright...)
}

// wipe makes a rectangle white.
func (b *Bitmap) wipe(r image.Rectangle) {
	r = r.Intersect(image.Rect(0, 0, b.W, b.H))
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			b.Bits[y*b.stride()+x/8] &^= 0x80 >> (x & 7)
		}
	}
}

// lines returns the level lines of a picture that are at least length long and
// at most width thick, from top to bottom. Gaps of at most gap are no end.
func (b *Bitmap) lines(length, width, gap int) []image.Rectangle {
	var done, open []image.Rectangle
	for y := range b.H {
		open = slices.DeleteFunc(open, func(r image.Rectangle) bool {
			if r.Max.Y >= y-1 { // one row may be broken
				return false
			}
			done = append(done, r)
			return true
		})
		for _, r := range b.runs(y, length, gap) {
			i := slices.IndexFunc(open, func(o image.Rectangle) bool { return o.Min.X <= r.Max.X+gap && r.Min.X <= o.Max.X+gap })
			if i < 0 {
				open = append(open, r)
			} else {
				open[i] = open[i].Union(r)
			}
		}
	}
	done = append(done, open...)
	return slices.DeleteFunc(done, func(r image.Rectangle) bool { return r.Dy() > width })
}

// runs returns the black stretches of a row that are at least length long.
func (b *Bitmap) runs(y, length, gap int) (out []image.Rectangle) {
	start, last := -1, -1 // of the stretch, last black pixel
	flush := func() {
		if start >= 0 && last+1-start >= length {
			out = append(out, image.Rect(start, y, last+1, y+1))
		}
		start = -1
	}
	row := b.Bits[y*b.stride() : (y+1)*b.stride()]
	for i, bits := range row {
		if bits == 0 {
			continue
		}
		for k := range 8 {
			if bits&(0x80>>k) == 0 {
				continue
			}
			x := 8*i + k
			if start >= 0 && x-last > gap+1 {
				flush()
			}
			if start < 0 {
				start = x
			}
			last = x
		}
	}
	flush()
	return out
}

// Strokes drops the words that are left of upright lines: marks without a
// letter or digit that touch one.
func Strokes(words []Word, rules []image.Rectangle) []Word {
	return slices.DeleteFunc(words, func(w Word) bool {
		if strings.ContainsFunc(w.Text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '%' }) {
			return false
		}
		box := image.Rect(w.X, w.Y, w.X+w.W, w.Y+w.H).Inset(-3)
		return slices.ContainsFunc(rules, func(r image.Rectangle) bool { return r.Dy() > r.Dx() && r.Overlaps(box) })
	})
}
