package web

import (
	"net/http"
	"path/filepath"

	"github.com/telaah/telaah/ingest"
	"github.com/telaah/telaah/internal/worker"
)

// maxFailures is how many files are named that could not be taken in.
const maxFailures = 20

// watchPart shows how far the watched folder has come.
type watchPart struct {
	page
	ingest.WatchState
	Failures []watchFailure
	More     int // failures that are not shown
}

// watchFailure is a file with the reason in words.
type watchFailure struct {
	Path, What, Hint string
	Again            bool // it is tried again by itself
}

// watchPart returns the part of the page about the watched folder, nil where
// there is none.
func (s *Server) watchPart(p page) *watchPart {
	if s.watch == nil {
		return nil
	}
	w := &watchPart{page: p, WatchState: s.watch.State()}
	for i, f := range w.Failed {
		if i == maxFailures {
			w.More = len(w.Failed) - i
			break
		}
		v := watchFailure{Path: f.Path, Again: f.Again}
		if rel, err := filepath.Rel(w.Dir, f.Path); err == nil {
			v.Path = rel
		}
		if v.What, v.Hint = worker.Explain(f.Err, string(p.Lang)); v.What == "" {
			v.What = f.Err.Error()
		}
		w.Failures = append(w.Failures, v)
	}
	return w
}

// watched answers the page that asks how far the watched folder has come.
func (s *Server) watched(w http.ResponseWriter, r *http.Request) {
	part := s.watchPart(s.page(r, "home", ""))
	if part == nil {
		s.missing(w, r)
		return
	}
	s.renderPart(w, http.StatusOK, "home", "watch", part)
}
