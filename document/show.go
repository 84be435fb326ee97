package document

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"image/png"
	"math"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/document/internal/layout"
	"github.com/telaah/telaah/document/internal/pdfium"
)

// View is one page as people see it.
type View struct {
	PNG  []byte  // its picture
	W, H float64 // size in points

	// Of a page with a text layer: its text as [Read] gives it, and its words,
	// whose spans count from the beginning of that text and know no page. Words
	// that OCR read stand in the document itself.
	Text  string
	Words []circular.Word
}

// ErrNoPicture says that a file has no pages to be shown: it is text.
var ErrNoPicture = errors.New("the file has no pages that could be shown")

// maxShown bounds the pixels of a page that is shown.
const maxShown = 12_000_000

// Show draws one page, from 1, of the PDF or picture called name, so many pixels
// wide. Like [Read] it is meant for a process of its own.
func Show(ctx context.Context, name string, data []byte, page, width int, o Options) (View, error) {
	v, err := show(data, page, width, o)
	if err == nil {
		err = ctx.Err()
	}
	if err != nil {
		return View{}, fmt.Errorf("showing page %d of %s: %w", page, name, err)
	}
	return v, nil
}

func show(data []byte, page, width int, o Options) (View, error) {
	kind, err := sniff(data)
	if err != nil {
		return View{}, err
	}
	switch kind {
	case typePDF:
		return showPDF(data, page, width, o)
	case typePNG, typeJPEG, typeTIFF:
		return showPicture([][]byte{data}, page, width)
	case typeZip:
		files, err := bundled(data)
		if err != nil {
			return View{}, err
		}
		return showPicture(files, page, width)
	}
	return View{}, ErrNoPicture
}

func showPDF(data []byte, page, width int, o Options) (View, error) {
	e, err := engine(o.Cache)
	if err != nil {
		return View{}, err
	}
	f, err := e.Open(data, o.Password)
	switch {
	case errors.Is(err, pdfium.ErrPassword):
		return View{}, ErrEncrypted
	case err != nil:
		return View{}, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	defer f.Close()
	if page < 1 || page > f.Pages() {
		return View{}, fmt.Errorf("%w: it has %d pages", ErrDamaged, f.Pages())
	}
	p, _ := f.Page(page - 1) // what cannot be read is shown all the same
	v := View{W: p.W, H: p.H}
	if !(v.W >= 1 && v.H >= 1) {
		return View{}, fmt.Errorf("%w: page %d has no size", ErrDamaged, page)
	}
	s := newSheet(p)
	s.place = unturned(v.W, v.H, s.quarters)
	t := assemble([]sheet{s})
	v.Text, v.Words = t.Body, t.Words
	for i := range v.Words {
		v.Words[i].Span.Page = 0
	}
	var img *image.NRGBA
	_, err = f.Render(page-1, float64(width)*72/v.W, maxShown, func(bgrx []byte, w, h int) {
		img = image.NewNRGBA(image.Rect(0, 0, w, h))
		for i := 0; i+3 < len(bgrx); i += 4 {
			img.Pix[i], img.Pix[i+1], img.Pix[i+2], img.Pix[i+3] = bgrx[i+2], bgrx[i+1], bgrx[i], 0xFF
		}
	})
	if err != nil {
		return View{}, err
	}
	v.PNG, err = encodePNG(img)
	return v, err
}

// unturned returns the function that finds the box of a word on a page of the
// given size whose text was turned by quarters to be read.
func unturned(w, h float64, quarters int) func(layout.Word) circular.Box {
	back := func(x, y float64) (float64, float64) {
		switch quarters {
		case 1:
			return w - y, x
		case 2:
			return w - x, h - y
		case 3:
			return y, h - x
		}
		return x, y
	}
	return func(word layout.Word) circular.Box {
		x0, y0 := back(word.X0, word.Y0)
		x1, y1 := back(word.X1, word.Y1)
		tenth := func(v float64) float64 { return math.Round(v*10) / 10 }
		return circular.Box{X: tenth(min(x0, x1)), Y: tenth(min(y0, y1)), W: tenth(math.Abs(x1 - x0)), H: tenth(math.Abs(y1 - y0))}
	}
}

func showPicture(files [][]byte, page, width int) (View, error) {
	var frames [][]byte
	for _, f := range files {
		frames = append(frames, tiffPages(f)...)
	}
	if page < 1 || page > len(frames) {
		return View{}, fmt.Errorf("%w: it has %d pages", ErrDamaged, len(frames))
	}
	c, _, err := image.DecodeConfig(bytes.NewReader(frames[page-1]))
	if err != nil || c.Width < 1 || c.Height < 1 || c.Width > maxPixels/c.Height {
		return View{}, fmt.Errorf("%w: picture %d: %d x %d pixels", ErrDamaged, page, c.Width, c.Height)
	}
	img, err := decodeImage(frames[page-1])
	if err != nil {
		return View{}, err
	}
	dpi := resolution(c.Width, c.Height)
	v := View{W: float64(c.Width) * 72 / dpi, H: float64(c.Height) * 72 / dpi}
	f := float64(width) / float64(c.Width)
	if px := f * f * float64(c.Width*c.Height); px > maxShown {
		f *= math.Sqrt(maxShown / px)
	}
	v.PNG, err = encodePNG(img.Resize(f).Grey)
	return v, err
}

// encodePNG encodes a picture; one without colour takes a byte a pixel.
func encodePNG(img image.Image) ([]byte, error) {
	if c, ok := img.(*image.NRGBA); ok {
		img = withoutColour(c)
	}
	var b bytes.Buffer
	if err := (&png.Encoder{CompressionLevel: png.BestSpeed}).Encode(&b, img); err != nil {
		return nil, fmt.Errorf("encoding a picture: %w", err)
	}
	return b.Bytes(), nil
}

// withoutColour returns a picture in grey where it has no colour, else itself.
func withoutColour(c *image.NRGBA) image.Image {
	grey := image.NewGray(c.Rect)
	for i := range grey.Pix {
		p := c.Pix[4*i : 4*i+3]
		if p[0] != p[1] || p[1] != p[2] {
			return c
		}
		grey.Pix[i] = p[0]
	}
	return grey
}
