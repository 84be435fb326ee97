package web

import (
	"context"
	"slices"
	"sync"

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
