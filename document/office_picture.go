package document

import (
	"bytes"
	"image"
	"path"
	"strconv"
	"strings"

	"github.com/telaah/telaah/circular"
)

// Pictures in office documents: a scan that was pasted into a draft is a page
// of it; logos, seals and photographs of the size of a stamp are none.
const (
	sheetArea    = 595.0 * 842 // of A4, square points
	pageShare    = 0.25        // of it, from which a picture is read as a page
	visibleShare = 0.12        // of it, from which a picture is said not to be read
	leastPixels  = 600         // of the short side of a page: below it no letter can be read
)

// pagePictures are the pictures of an office document that are read as pages.
// They are met twice: first to be found, then where they stand.
type pagePictures struct {
	found []string      // parts, in the order of the text
	data  [][]byte      // their content
	read  circular.Text // a page for each of them, once they are read
	done  bool          // read is there
	met   int           // of them, the second time
}

// meet looks at a picture of the given size in points. page is its number in
// read, -1 where it is no page or not yet read.
func (p *pagePictures) meet(a *archive, name string, w, h float64, warned *warnings) (page int, err error) {
	share := w * h / sheetArea
	if name == "" || !(share >= visibleShare) {
		return -1, nil
	}
	data, err := a.part(name)
	if err != nil || data == nil {
		return -1, err
	}
	c, _, err := image.DecodeConfig(bytes.NewReader(data))
	switch {
	case err != nil || share < pageShare:
		warned.part("gambar " + quote(path.Base(name)))
		return -1, nil
	case min(c.Width, c.Height) < leastPixels || c.Width > maxPixels/c.Height:
		warned.part("gambar " + quote(path.Base(name)) + ", terlalu kabur atau terlalu besar")
		return -1, nil
	case p.done:
		p.met++
		return p.met - 1, nil
	}
	p.found, p.data = append(p.found, name), append(p.data, data)
	return -1, nil
}

// recognise reads the pictures that were found; it reports whether there are
// any, so that the document is to be gone through again.
func (p *pagePictures) recognise(j *job) (bool, error) {
	if len(p.found) == 0 || p.done {
		return false, nil
	}
	d, err := j.readPictures(p.data)
	if err != nil {
		return false, err
	}
	p.read, p.data, p.done = d.Text, nil, true
	return true, nil
}

// most reports whether the pictures hold most of a text.
func (p *pagePictures) most(t *circular.Text) bool {
	return p.done && 2*len(strings.TrimSpace(p.read.Body)) >= len(strings.TrimSpace(t.Body))
}

// place adds page k of what was read as a page of its own.
func (p *pagePictures) place(b *builder, k int) {
	if k < 0 || k >= len(p.read.Pages) {
		return
	}
	if len(bytes.TrimSpace(b.body[b.start:])) > 0 {
		b.page(circular.Page{Method: circular.MethodText})
	}
	page := p.read.Pages[k]
	shift := len(b.body) - page.Start
	b.body = append(b.body, p.read.Body[page.Start:page.End]...)
	for _, m := range p.read.Marks {
		if page.Start <= m.Span.Start && m.Span.End <= page.End {
			m.Span.Start, m.Span.End = m.Span.Start+shift, m.Span.End+shift
			b.marks = append(b.marks, m)
		}
	}
	for _, w := range p.read.Words {
		if page.Start <= w.Span.Start && w.Span.End <= page.End {
			w.Span.Start, w.Span.End = w.Span.Start+shift, w.Span.End+shift
			b.words = append(b.words, w)
		}
	}
	for _, r := range p.read.Readings {
		if page.Start <= r.Span.Start && r.Span.End <= page.End {
			r.Span.Start, r.Span.End = r.Span.Start+shift, r.Span.End+shift
			b.other = append(b.other, r)
		}
	}
	b.page(circular.Page{Method: page.Method, Confidence: page.Confidence, Note: page.Note})
}

// points returns a length of a style, such as "12.5pt", "3cm" or "2in", in
// points, 0 where it is none.
func points(s string) float64 {
	s = strings.TrimSpace(s)
	for unit, size := range map[string]float64{"pt": 1, "in": 72, "cm": 72 / 2.54, "mm": 72 / 25.4, "px": 0.75} {
		if n, ok := strings.CutSuffix(s, unit); ok {
			v, err := strconv.ParseFloat(strings.TrimSpace(n), 64)
			if err != nil {
				return 0
			}
			return v * size
		}
	}
	return 0
}

// styleLength returns a length of a style attribute of VML.
func styleLength(style, key string) float64 {
	for _, part := range strings.Split(style, ";") {
		if k, v, ok := strings.Cut(part, ":"); ok && strings.TrimSpace(k) == key {
			return points(v)
		}
	}
	return 0
}
