package pdfium

import (
	"errors"
	"fmt"
	"math"
)

// Errors of Open.
var (
	ErrPassword = errors.New("the password is missing or wrong")
	ErrFormat   = errors.New("the file is not a PDF that can be opened")
)

// Doc is an open PDF in its own sandbox. It serves one goroutine.
type Doc struct {
	s       *sandbox
	data    uint64
	doc     uint64
	scratch uint64 // 64 bytes for results
	pages   int

	attached []uint64 // files that annotations of the pages read so far bring
}

// Open opens the PDF data. The password may be "".
func (e *Engine) Open(data []byte, password string) (*Doc, error) {
	s, err := e.sandbox()
	if err != nil {
		return nil, err
	}
	d := &Doc{s: s}
	d.scratch = s.alloc(64)
	pass := s.alloc(len(password) + 1)
	if d.data = s.alloc(len(data)); d.data == 0 || d.scratch == 0 || pass == 0 {
		s.close()
		return nil, fmt.Errorf("%w: no memory for %d bytes", ErrTrap, len(data))
	}
	s.mod.Memory().Write(uint32(pass), append([]byte(password), 0))
	s.mod.Memory().Write(uint32(d.data), data)
	d.doc = s.call("FPDF_LoadMemDocument", d.data, uint64(len(data)), pass)
	if d.doc == 0 {
		code := s.call("FPDF_GetLastError")
		err := s.err
		s.close()
		switch {
		case err != nil:
			return nil, err
		case code == 4:
			return nil, ErrPassword
		}
		return nil, ErrFormat
	}
	d.pages = s.int("FPDF_GetPageCount", d.doc)
	return d, nil
}

// Close gives the sandbox back with all its memory.
func (d *Doc) Close() { d.s.close() }

// Pages returns the number of pages.
func (d *Doc) Pages() int { return d.pages }

// Err returns why the sandbox gave up, or nil. After that every page is empty.
func (d *Doc) Err() error { return d.s.err }

// Title returns the title in the properties of the document.
func (d *Doc) Title() string {
	s := d.s
	tag := s.alloc(8)
	s.mod.Memory().Write(uint32(tag), []byte("Title\x00"))
	defer s.free(tag)
	return d.wide(func(buf, n uint64) int { return s.int("FPDF_GetMetaText", d.doc, tag, buf, n) })
}

// Signatures returns the number of electronic signatures in the file. None of
// them is checked.
func (d *Doc) Signatures() int { return max(0, d.s.int("FPDF_GetSignatureCount", d.doc)) }

// Rect is a rectangle in points from the upper left corner of a page as shown.
type Rect struct{ X0, Y0, X1, Y1 float64 }

// Hyphen is what PDFium gives for a hyphen at the end of a line.
const Hyphen = 2

// Char is one character of a page. White space has no box.
type Char struct {
	R      rune
	Box    Rect    // as wide as its advance, as high as its font
	X, Y   float64 // origin on the baseline
	Angle  float64 // of its baseline on the page as shown, degrees clockwise, 0 to 360
	Hidden bool    // nobody sees it: it is drawn without ink, or below a picture
	Added  bool    // it was put on the page after that was written: the value of a field, a typed note
}

// Page is what stands on a page.
type Page struct {
	W, H   float64 // points, as shown
	Chars  []Char  // in the order of the content
	Images []Rect
	Rules  []Rect // thin lines and the edges of boxes
	Typed  []Typed
	Struck []Rect // places that are struck out

	Objects  int // number of things drawn
	Unmapped int // words that begin with letters whose meaning the file does not tell
}

// Limits of one page: beyond them the rest of it is not looked at.
const (
	maxChars   = 200_000
	maxObjects = 20_000
)

// Page reads page i, from 0. ok is false where the page cannot be loaded.
func (d *Doc) Page(i int) (p Page, ok bool) {
	s := d.s
	page := s.call("FPDF_LoadPage", d.doc, uint64(i))
	if page == 0 {
		return Page{}, false
	}
	place := d.placing(page)
	p.W, p.H = place.w, place.h
	put := d.annotations(page, place)
	p.Typed, p.Struck = put.typed, put.struck
	before := -1 // characters of the page itself
	if len(put.shown) > 0 {
		if text := s.call("FPDFText_LoadPage", page); text != 0 {
			before = s.int("FPDFText_CountChars", text)
			s.call("FPDFText_ClosePage", text)
		}
		s.call("FPDFPage_Flatten", page, 0) // what is put on the page becomes part of it
		s.call("FPDF_ClosePage", page)
		if page = s.call("FPDF_LoadPage", d.doc, uint64(i)); page == 0 {
			return Page{}, false
		}
	}
	defer s.call("FPDF_ClosePage", page)
	texts := d.objects(page, place, &p)

	text := s.call("FPDFText_LoadPage", page)
	if text == 0 {
		return p, s.err == nil
	}
	defer s.call("FPDFText_ClosePage", text)
	n := min(s.int("FPDFText_CountChars", text), maxChars)
	p.Chars = make([]Char, 0, max(0, n))
	run := 0 // characters of the current word whose meaning the file does not tell
	open := false
	for i := range n {
		c := d.char(text, uint64(i), place)
		c.Added = before >= 0 && i >= before && within(c.Box, put.shown)
		c.Hidden = len(p.Images) > 0 && d.hidden(text, uint64(i), texts)
		p.Chars = append(p.Chars, c)
		switch blank := c.R == ' ' || c.R == '\n' || c.R == '\r' || c.R == '\t' || c.R == 0xA0; {
		case blank, open && run == 0 && c.R > ' ', s.int("FPDFText_HasUnicodeMapError", text, uint64(i)) != 1:
			run = 0
			open = !blank
		default:
			open = true
			if run++; run == 2 {
				p.Unmapped++
			}
		}
	}
	return p, s.err == nil
}

// char reads one character.
func (d *Doc) char(text, i uint64, place placing) Char {
	s, at := d.s, d.scratch
	c := Char{R: rune(uint32(s.call("FPDFText_GetUnicode", text, i)))}
	if c.R <= ' ' && c.R != Hyphen && c.R != 0 || c.R == 0xA0 {
		return c
	}
	if s.call("FPDFText_GetLooseCharBox", text, i, at) != 0 { // left, top, right, bottom
		c.Box = place.rect(s.f32(at), s.f32(at+12), s.f32(at+8), s.f32(at+4))
	}
	s.call("FPDFText_GetCharOrigin", text, i, at+16, at+24)
	c.X, c.Y = place.point(s.f64(at+16), s.f64(at+24))
	radians := float64(math.Float32frombits(uint32(s.call("FPDFText_GetCharAngle", text, i))))
	c.Angle = math.Mod(radians*180/math.Pi+float64(place.turn)*90+720, 360)
	return c
}

// within reports whether the middle of a box lies in one of the places.
func within(box Rect, places []Rect) bool {
	x, y := (box.X0+box.X1)/2, (box.Y0+box.Y1)/2
	for _, r := range places {
		if r.X0-1 <= x && x <= r.X1+1 && r.Y0-1 <= y && y <= r.Y1+1 {
			return true
		}
	}
	return false
}

// hidden reports whether a character of a page is not seen. texts are the texts
// of the page, and whether a picture is drawn over them.
func (d *Doc) hidden(text, i uint64, texts map[uint64]bool) bool {
	const invisible = 3
	o := d.s.call("FPDFText_GetTextObject", text, i)
	return o != 0 && (texts[o] || d.s.int("FPDFTextObj_GetTextRenderMode", o) == invisible)
}

// objects collects the pictures and rules of a page. It returns its texts that
// a picture over most of the page covers.
func (d *Doc) objects(page uint64, place placing, p *Page) map[uint64]bool {
	const letters, path, picture = 1, 2, 3
	s := d.s
	n := min(s.int("FPDFPage_CountObjects", page), maxObjects)
	p.Objects = n
	var texts []uint64
	covered := map[uint64]bool{}
	for i := range n {
		o := s.call("FPDFPage_GetObject", page, uint64(i))
		kind := s.int("FPDFPageObj_GetType", o)
		if kind == letters {
			texts = append(texts, o)
		}
		if kind != path && kind != picture {
			continue
		}
		at := d.scratch
		if s.call("FPDFPageObj_GetBounds", o, at, at+4, at+8, at+12) == 0 { // left, bottom, right, top
			continue
		}
		r := place.rect(s.f32(at), s.f32(at+4), s.f32(at+8), s.f32(at+12))
		if kind == picture {
			p.Images = append(p.Images, r)
			if (r.X1-r.X0)*(r.Y1-r.Y0) > 0.6*p.W*p.H && s.call("FPDFPageObj_HasTransparency", o) == 0 {
				for _, t := range texts {
					covered[t] = true
				}
				texts = nil
			}
			continue
		}
		const thin = 3.0
		switch w, h := r.X1-r.X0, r.Y1-r.Y0; {
		case w <= thin && h > 6, h <= thin && w > 6:
			p.Rules = append(p.Rules, r)
		case w > 6 && h > 6 && w < 0.98*p.W && h < 0.98*p.H:
			p.Rules = append(p.Rules, Rect{r.X0, r.Y0, r.X1, r.Y0}, Rect{r.X0, r.Y1, r.X1, r.Y1},
				Rect{r.X0, r.Y0, r.X0, r.Y1}, Rect{r.X1, r.Y0, r.X1, r.Y1})
		}
	}
	return covered
}

// placing turns the coordinates of a page's content into those of the page as
// shown: cropped, turned, from the upper left corner.
type placing struct {
	x, y, cw, ch float64 // the cropped box in the content's coordinates
	w, h         float64 // as shown
	turn         int     // quarter turns clockwise
}

func (d *Doc) placing(page uint64) placing {
	s, at := d.s, d.scratch
	p := placing{
		w: float64(math.Float32frombits(uint32(s.call("FPDF_GetPageWidthF", page)))), h: float64(math.Float32frombits(uint32(s.call("FPDF_GetPageHeightF", page)))),
		turn: s.int("FPDFPage_GetRotation", page) & 3,
	}
	p.cw, p.ch = p.w, p.h
	if p.turn&1 == 1 {
		p.cw, p.ch = p.h, p.w
	}
	if s.call("FPDF_GetPageBoundingBox", page, at) != 0 { // left, top, right, bottom
		p.x, p.y = s.f32(at), s.f32(at+12)
	}
	return p
}

func (p placing) point(x, y float64) (float64, float64) {
	x, y = x-p.x, y-p.y
	switch p.turn {
	case 1:
		return y, x
	case 2:
		return p.cw - x, y
	case 3:
		return p.ch - y, p.cw - x
	}
	return x, p.ch - y
}

func (p placing) rect(left, bottom, right, top float64) Rect {
	x0, y0 := p.point(left, bottom)
	x1, y1 := p.point(right, top)
	return Rect{min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)}
}
