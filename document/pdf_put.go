package document

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/document/internal/layout"
	"github.com/telaah/telaah/document/internal/pdfium"
)

// typedWords returns the words of texts that a viewer draws itself: each text
// from the left end of its place, its lines below each other.
func typedWords(typed []pdfium.Typed) []layout.Word {
	const largest = 12.0 // points
	var out []layout.Word
	for _, t := range typed {
		lines := strings.Split(strings.ReplaceAll(strings.TrimSpace(t.Text), "\r", "\n"), "\n")
		step := (t.Rect.Y1 - t.Rect.Y0) / float64(len(lines))
		size := min(max(0.7*step, 1), largest)
		for i, line := range lines {
			base := t.Rect.Y0 + (float64(i)+0.5)*step + 0.35*size
			x := t.Rect.X0 + 2
			for _, f := range strings.Fields(clean(line)) {
				w := 0.5 * size * float64(len([]rune(f)))
				out = append(out, layout.Word{Text: f, X0: x, X1: x + w, Y0: base - 0.8*size, Y1: base + 0.2*size, Base: base, Size: size, Added: true})
				x += w + 0.3*size
			}
		}
	}
	return out
}

// pageRows makes rows of the words of a page and of those that were put on it. A
// line that was put over a line of the page is a row above it; any other fills
// the gaps of the page.
func pageRows(words []layout.Word) []layout.Row {
	var own, put []layout.Word
	for _, w := range words {
		if w.Added {
			put = append(put, w)
		} else {
			own = append(own, w)
		}
	}
	if len(put) == 0 {
		return layout.Rows(own)
	}
	var over []layout.Row
	page := layout.Rows(own)
	for _, r := range layout.Rows(put) {
		if under := lineUnder(r, page); under != nil {
			r.Base = under.Base - 0.01
			over = append(over, r)
		} else {
			own = append(own, r.Words...)
		}
	}
	rows := append(layout.Rows(own), over...)
	slices.SortStableFunc(rows, func(a, b layout.Row) int { return cmp.Compare(a.Base, b.Base) })
	return rows
}

// lineUnder returns the row of a page that a line covers, or nil.
func lineUnder(r layout.Row, page []layout.Row) *layout.Row {
	for i := range page {
		o := &page[i]
		if math.Abs(o.Base-r.Base) > 0.6*max(o.Size, r.Size) {
			continue
		}
		for _, w := range o.Words {
			for _, v := range r.Words {
				if min(w.X1, v.X1)-max(w.X0, v.X0) > 0.2*w.Size {
					return o
				}
			}
		}
	}
	return nil
}

// nothing stands for a word that is struck out: it keeps its place in the line
// and shows nothing in the text.
const nothing = "\u200b"

// isStruck reports whether a character of a page is struck out.
func isStruck(p *pdfium.Page, c pdfium.Char) bool {
	x, y := (c.Box.X0+c.Box.X1)/2, (c.Box.Y0+c.Box.Y1)/2
	for _, r := range p.Struck {
		if r.X0 <= x && x <= r.X1 && r.Y0 <= y && y <= r.Y1 {
			return true
		}
	}
	return false
}

// raiseNotes writes the numbers of notes in raised digits: small digits that
// stand above the line of the word beside them, in the order of the content.
func raiseNotes(words []layout.Word) {
	above := func(w, o layout.Word) bool {
		gap := max(w.X0-o.X1, o.X0-w.X1)
		up := o.Base - w.Base
		return w.Size < 0.8*o.Size && up > 0.12*o.Size && up < 0.8*o.Size && gap < 0.3*o.Size && gap > -0.5*o.Size
	}
	for i := range words {
		w := &words[i]
		if !isNoteNumber(w.Text) {
			continue
		}
		for _, k := range []int{i - 1, i + 1} {
			if k >= 0 && k < len(words) && above(*w, words[k]) {
				w.Text, w.Base = raise(w.Text), words[k].Base
				break
			}
		}
	}
}

// attach takes the files in a PDF along.
func (d *Document) attach(list []pdfium.Attachment, warned *warnings) {
	for i, a := range list {
		name := fileName(a.Name)
		if name == "" {
			name = fmt.Sprintf("lampiran-%d", i+1)
		}
		if a.Data == nil {
			warned.part("lampiran " + quote(name))
			continue
		}
		d.Attached = append(d.Attached, File{Name: name, Data: a.Data})
		warned.add("attachment", "Berkas ini membawa lampiran, yang dibaca sebagai dokumen tersendiri: "+quote(name))
	}
}

// put marks the pieces that were put on the page, which start and end at the
// given places of the body.
func (b *builder) put(f layout.Flow, starts, ends []int) {
	for i := 0; i < len(f.Pieces); i++ {
		first := i
		for i < len(f.Pieces) && f.Pieces[i].Word.Added {
			i++
		}
		if i > first && ends[i-1] > starts[first] {
			b.marks = append(b.marks, circular.Mark{Span: circular.Span{Start: starts[first], End: ends[i-1]}, Kind: circular.MarkAnnotation})
		}
	}
}
