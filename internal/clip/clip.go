// Package clip finds a passage on the picture of its page, and cuts it out.
package clip

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/draw"
	"image/png"
	"math"
	"slices"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/document"
)

// ErrNowhere says that no word of a passage has a place on its page.
var ErrNowhere = errors.New("the passage has no place on the picture of its page")

// margin is what is shown around a passage, in points.
const margin = 6

// Of cuts the passage of a text out of the picture of its page, with a margin
// and over the whole width of its words, as PNG. Errors: ErrNowhere, and those
// of a picture that is none.
func Of(t *circular.Text, s circular.Span, v document.View) ([]byte, error) {
	if s.Page < 1 || s.Page > len(t.Pages) || v.W <= 0 {
		return nil, ErrNowhere
	}
	found := Boxes(Words(t, s.Page, v), s)
	if len(found) == 0 {
		return nil, ErrNowhere
	}
	whole := found[0]
	for _, b := range found[1:] {
		whole = Union(whole, b)
	}
	page, err := png.Decode(bytes.NewReader(v.PNG))
	if err != nil {
		return nil, fmt.Errorf("reading the picture of a page: %w", err)
	}
	scale := float64(page.Bounds().Dx()) / v.W
	at := func(points float64) int { return int(math.Round(points * scale)) }
	cut := image.Rect(at(whole.X-margin), at(whole.Y-margin), at(whole.X+whole.W+margin), at(whole.Y+whole.H+margin)).Intersect(page.Bounds())
	if cut.Empty() {
		return nil, ErrNowhere
	}
	out := image.NewGray(image.Rect(0, 0, cut.Dx(), cut.Dy()))
	draw.Draw(out, out.Bounds(), page, cut.Min, draw.Src)
	var b bytes.Buffer
	if err := png.Encode(&b, out); err != nil {
		return nil, fmt.Errorf("writing a clip: %w", err)
	}
	return b.Bytes(), nil
}

// Words returns the words of a page, from 1, with their places, by position in
// the body of the text: those of OCR, or those of the page as it is shown.
// There are none where the page was read otherwise when the text was made.
func Words(t *circular.Text, page int, v document.View) []circular.Word {
	p := t.Pages[page-1]
	if p.Method == circular.MethodOCR {
		var out []circular.Word
		for _, w := range t.Words {
			if p.Start <= w.Span.Start && w.Span.End <= p.End {
				out = append(out, w)
			}
		}
		return out
	}
	if t.Body[p.Start:p.End] != v.Text {
		return nil
	}
	out := slices.Clone(v.Words)
	for i := range out {
		out[i].Span.Start += p.Start
		out[i].Span.End += p.Start
		out[i].Span.Page = page
	}
	return out
}

// Boxes returns rectangles around the words of a span, in points, one for each
// run of words on a line.
func Boxes(words []circular.Word, s circular.Span) []circular.Box {
	var out []circular.Box
	for _, w := range words {
		if !w.Span.Overlaps(s) {
			continue
		}
		if n := len(out); n > 0 && sameLine(out[n-1], w.Box) {
			out[n-1] = Union(out[n-1], w.Box)
		} else {
			out = append(out, w.Box)
		}
	}
	return out
}

// sameLine reports whether b goes on with the line of a, to its right.
func sameLine(a, b circular.Box) bool {
	overlap := min(a.Y+a.H, b.Y+b.H) - max(a.Y, b.Y)
	return overlap > 0.5*min(a.H, b.H) && b.X >= a.X && b.X-(a.X+a.W) < 3*max(a.H, b.H)
}

// Union returns the least rectangle that holds both, to a tenth of a point.
func Union(a, b circular.Box) circular.Box {
	x, y := min(a.X, b.X), min(a.Y, b.Y)
	tenth := func(v float64) float64 { return math.Round(v*10) / 10 }
	return circular.Box{X: x, Y: y, W: tenth(max(a.X+a.W, b.X+b.W) - x), H: tenth(max(a.Y+a.H, b.Y+b.H) - y)}
}
