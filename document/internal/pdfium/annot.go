package pdfium

import "unicode/utf16"

// Typed is a text that was put on a page and has no looks of its own: viewers
// draw it themselves.
type Typed struct {
	Rect Rect
	Text string
}

// annotations is what was put on a page after it was written.
type annotations struct {
	shown  []Rect  // drawn by the file itself
	typed  []Typed // drawn by the viewer
	struck []Rect  // struck out
}

// The kinds of annotations that show text or strike it out, and those flags of
// them that keep them from the paper.
const (
	annotFreeText, annotStrikeOut, annotStamp, annotFile, annotWidget = 3, 12, 13, 17, 20

	annotHidden, annotNoView = 2, 32
)

// maxAnnots bounds the annotations of one page.
const maxAnnots = 2000

// annotations looks at what was put on a page.
func (d *Doc) annotations(page uint64, place placing) (out annotations) {
	s, at := d.s, d.scratch
	n := min(s.int("FPDFPage_GetAnnotCount", page), maxAnnots)
	for i := range n {
		a := s.call("FPDFPage_GetAnnot", page, uint64(i))
		if a == 0 {
			continue
		}
		kind := s.int("FPDFAnnot_GetSubtype", a)
		hidden := s.int("FPDFAnnot_GetFlags", a)&(annotHidden|annotNoView) != 0
		switch {
		case hidden:
		case kind == annotStrikeOut:
			quads := min(s.int("FPDFAnnot_CountAttachmentPoints", a), maxAnnots)
			for q := range quads {
				if s.call("FPDFAnnot_GetAttachmentPoints", a, uint64(q), at) != 0 { // four points
					r := place.rect(s.f32(at), s.f32(at+4), s.f32(at+24), s.f32(at+28))
					out.struck = append(out.struck, r)
				}
			}
		case kind == annotFile:
			d.keep(s.call("FPDFAnnot_GetFileAttachment", a))
		case kind == annotFreeText, kind == annotStamp, kind == annotWidget:
			if s.call("FPDFAnnot_GetRect", a, at) == 0 { // left, top, right, bottom
				break
			}
			r := place.rect(s.f32(at), s.f32(at+12), s.f32(at+8), s.f32(at+4))
			key := "Contents"
			if kind == annotWidget {
				key = "V"
			}
			switch text := ""; {
			case s.int("FPDFAnnot_GetAP", a, 0, 0, 0) > 2:
				out.shown = append(out.shown, r)
			case kind != annotStamp:
				if text = d.annotString(a, key); text != "" {
					out.typed = append(out.typed, Typed{r, text})
				}
			}
		}
		s.call("FPDFPage_CloseAnnot", a)
	}
	return out
}

// annotString returns a value of an annotation that is a text.
func (d *Doc) annotString(a uint64, key string) string {
	s := d.s
	k := s.alloc(len(key) + 1)
	defer s.free(k)
	s.mod.Memory().Write(uint32(k), append([]byte(key), 0))
	return d.wide(func(buf, n uint64) int { return s.int("FPDFAnnot_GetStringValue", a, k, buf, n) })
}

// wide returns a text that a function writes in UTF-16 with a zero at its end.
func (d *Doc) wide(get func(buf, n uint64) int) string {
	s := d.s
	const most = 1 << 16
	n := get(0, 0)
	if n < 4 || n > most {
		return ""
	}
	buf := s.alloc(n)
	defer s.free(buf)
	get(buf, uint64(n))
	b, ok := s.mod.Memory().Read(uint32(buf), uint32(n))
	if !ok {
		return ""
	}
	units := make([]uint16, n/2-1)
	for i := range units {
		units[i] = uint16(b[2*i]) | uint16(b[2*i+1])<<8
	}
	return string(utf16.Decode(units))
}

// Attachment is a file inside a PDF.
type Attachment struct {
	Name string
	Data []byte // nil where it is beyond the limits
}

// Limits of the files in one PDF.
const (
	maxAttachments     = 50
	maxAttachmentBytes = 64 << 20
)

// keep notes a file that an annotation brings.
func (d *Doc) keep(attachment uint64) {
	if attachment != 0 && len(d.attached) < maxAttachments {
		d.attached = append(d.attached, attachment)
	}
}

// Attachments returns the files in the PDF: its own, and those on the pages
// that were read.
func (d *Doc) Attachments() []Attachment {
	s := d.s
	handles := d.attached
	for i := range min(max(0, s.int("FPDFDoc_GetAttachmentCount", d.doc)), maxAttachments) {
		handles = append(handles, s.call("FPDFDoc_GetAttachment", d.doc, uint64(i)))
	}
	left := maxAttachmentBytes
	var out []Attachment
	for _, h := range handles[:min(len(handles), maxAttachments)] {
		if h == 0 {
			continue
		}
		a := Attachment{Name: d.wide(func(buf, n uint64) int { return s.int("FPDFAttachment_GetName", h, buf, n) })}
		if a.Data = d.file(h, left); a.Data != nil {
			left -= len(a.Data)
		}
		out = append(out, a)
	}
	return out
}

// file returns the bytes of a file in the PDF, nil beyond a limit.
func (d *Doc) file(attachment uint64, limit int) []byte {
	s, at := d.s, d.scratch
	s.call("FPDFAttachment_GetFile", attachment, 0, 0, at)
	n, _ := s.mod.Memory().ReadUint32Le(uint32(at))
	if n == 0 || int(n) > limit {
		return nil
	}
	buf := s.alloc(int(n))
	if buf == 0 {
		return nil
	}
	defer s.free(buf)
	if s.call("FPDFAttachment_GetFile", attachment, buf, uint64(n), at) == 0 {
		return nil
	}
	b, ok := s.mod.Memory().Read(uint32(buf), n)
	if !ok {
		return nil
	}
	return append([]byte(nil), b...)
}

// Dynamic reports whether the PDF is a form whose pages a viewer makes: what it
// holds as pages only asks for another viewer.
func (d *Doc) Dynamic() bool {
	const full = 2 // FORMTYPE_XFA_FULL
	return d.s.int("FPDF_GetFormType", d.doc) == full
}
