package web

import (
	"context"
	"math"
	"slices"
	"sync"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/document"
)

// sheetWidth is the width in pixels of every page that is shown: one width,
// drawn once.
const sheetWidth = 1240

// maxSheets is how many pages are kept drawn.
const maxSheets = 64

// sheets keeps pages that were drawn, the latest used last.
type sheets struct {
	mu    sync.Mutex
	views map[sheetKey]*sheet
	order []sheetKey
}

// sheetKey names a page by the document's SHA-256 and its number.
type sheetKey struct {
	sha  string
	page int
}

// sheet is a page that is drawn once, by whoever asks first.
type sheet struct {
	once sync.Once
	view document.View
	err  error
}

// get returns a page, which draw draws where nobody has done so. A page that
// could not be drawn is tried anew the next time.
func (s *sheets) get(key sheetKey, draw func() (document.View, error)) (document.View, error) {
	s.mu.Lock()
	if s.views == nil {
		s.views = map[sheetKey]*sheet{}
	}
	sh := s.views[key]
	if sh == nil {
		sh = new(sheet)
		s.views[key] = sh
	}
	s.order = append(slices.DeleteFunc(s.order, func(k sheetKey) bool { return k == key }), key)
	if len(s.order) > maxSheets {
		delete(s.views, s.order[0])
		s.order = s.order[1:]
	}
	s.mu.Unlock()
	sh.once.Do(func() { sh.view, sh.err = draw() })
	if sh.err != nil {
		s.mu.Lock()
		if s.views[key] == sh {
			delete(s.views, key)
		}
		s.mu.Unlock()
	}
	return sh.view, sh.err
}

// sheetOf returns a page of a document as it is shown.
func (s *Server) sheetOf(t *reading, page int) (document.View, error) {
	return s.sheets.get(sheetKey{t.Rec.Source.SHA256, page}, func() (document.View, error) {
		data, err := t.data()
		if err != nil {
			return document.View{}, err
		}
		// Others may wait for the same page: it is drawn even if this reader leaves.
		ctx, cancel := context.WithTimeout(s.ctx, showTimeout)
		defer cancel()
		return s.o.Show(ctx, t.Rec.Source.Path, data, page, sheetWidth, s.o.Read.Document)
	})
}

// pictured reports whether documents of a type are shown as pictures of their
// pages.
func pictured(mediaType string) bool {
	switch mediaType {
	case "application/pdf", "application/zip", "image/png", "image/jpeg", "image/tiff":
		return true
	}
	return false
}

// wordsOn returns the words of a page, from 1, with their places, by position in
// the body of the text: those of OCR, or those of the page as it is shown.
// There are none where the page was read otherwise when it was saved.
func wordsOn(t *circular.Text, page int, v document.View) []circular.Word {
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

// boxes returns rectangles around the words of a span, one for each run of
// words on a line.
func boxes(words []circular.Word, s circular.Span) []circular.Box {
	var out []circular.Box
	for _, w := range words {
		if !w.Span.Overlaps(s) {
			continue
		}
		if n := len(out); n > 0 && sameLine(out[n-1], w.Box) {
			out[n-1] = union(out[n-1], w.Box)
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

func union(a, b circular.Box) circular.Box {
	x, y := min(a.X, b.X), min(a.Y, b.Y)
	tenth := func(v float64) float64 { return math.Round(v*10) / 10 }
	return circular.Box{X: x, Y: y, W: tenth(max(a.X+a.W, b.X+b.W) - x), H: tenth(max(a.Y+a.H, b.Y+b.H) - y)}
}
