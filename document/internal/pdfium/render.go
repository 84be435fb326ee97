package pdfium

import (
	"fmt"
	"math"
)

// Render draws page i at the given resolution, which is lowered where the
// picture would exceed most pixels, and hands its pixels to use: w times h of
// them, four bytes each, blue, green, red and one of no meaning. They are valid
// until use returns. Render returns the resolution.
func (d *Doc) Render(i int, dpi float64, most int, use func(bgrx []byte, w, h int)) (float64, error) {
	s := d.s
	page := s.call("FPDF_LoadPage", d.doc, uint64(i))
	if page == 0 {
		return 0, fmt.Errorf("page %d: %w", i+1, ErrFormat)
	}
	defer s.call("FPDF_ClosePage", page)
	place := d.placing(page)
	if !(place.w >= 1 && place.h >= 1) {
		return 0, fmt.Errorf("page %d has no size", i+1)
	}
	if px := place.w * place.h * dpi * dpi / (72 * 72); px > float64(most) {
		dpi *= math.Sqrt(float64(most) / px)
	}
	w, h := int(place.w*dpi/72), int(place.h*dpi/72)
	if w < 1 || h < 1 {
		return 0, fmt.Errorf("page %d has no size", i+1)
	}
	const bgrx, annotations = 3, 1
	buf := s.alloc(4 * w * h)
	if buf == 0 {
		return 0, fmt.Errorf("page %d: %w: no memory for %d x %d pixels", i+1, ErrTrap, w, h)
	}
	defer s.free(buf)
	bmp := s.call("FPDFBitmap_CreateEx", uint64(w), uint64(h), bgrx, buf, uint64(4*w))
	if bmp == 0 {
		return 0, fmt.Errorf("page %d: %w", i+1, ErrTrap)
	}
	defer s.call("FPDFBitmap_Destroy", bmp)
	s.call("FPDFBitmap_FillRect", bmp, 0, 0, uint64(w), uint64(h), 0xFFFFFFFF)
	s.call("FPDF_RenderPageBitmap", bmp, page, 0, 0, uint64(w), uint64(h), 0, annotations)
	if s.err != nil {
		return 0, s.err
	}
	pix, ok := s.mod.Memory().Read(uint32(buf), uint32(4*w*h))
	if !ok {
		return 0, ErrTrap
	}
	use(pix, w, h)
	return dpi, nil
}
