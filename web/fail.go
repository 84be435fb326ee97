package web

import (
	"errors"
	"net/http"

	"github.com/telaah/telaah/corpus"
	"github.com/telaah/telaah/index"
	"github.com/telaah/telaah/internal/worker"
)

// failPage says what went wrong and what to do about it.
type failPage struct {
	page
	What, Hint string
}

// fail answers with a page for a mistake: key is that of its sentence, and with
// ".hint" behind it that of the advice.
func (s *Server) fail(w http.ResponseWriter, r *http.Request, status int, key string, args ...any) {
	p := failPage{page: s.page(r, "", "")}
	p.Title, p.What, p.Hint = p.T("fail.title"), p.T(key, args...), p.T(key+".hint")
	s.render(w, status, "fail", p)
}

// failWith answers with a page for an error of the packages below.
func (s *Server) failWith(w http.ResponseWriter, r *http.Request, err error) {
	var field *corpus.FieldError
	var damage *corpus.DamageError
	var away *index.EngineError
	switch {
	case errors.Is(err, corpus.ErrBusy), errors.Is(err, index.ErrLocked):
		s.fail(w, r, http.StatusServiceUnavailable, "fail.busy")
	case errors.Is(err, corpus.ErrUndo):
		s.fail(w, r, http.StatusConflict, "fail.undone")
	case errors.Is(err, corpus.ErrForeign):
		s.fail(w, r, http.StatusConflict, "fail.foreign", s.o.Corpus)
	case errors.Is(err, corpus.ErrNoCorpus), errors.Is(err, corpus.ErrNotFound):
		s.fail(w, r, http.StatusNotFound, "fail.document")
	case errors.As(err, &away):
		p := failPage{page: s.page(r, "", "")}
		p.Title, p.What = p.T("fail.title"), away.Message(string(p.Lang))
		s.render(w, http.StatusServiceUnavailable, "fail", p)
	case errors.As(err, &damage):
		s.fail(w, r, http.StatusInternalServerError, "fail.damage", damage.File)
	case errors.As(err, &field):
		s.fail(w, r, http.StatusUnprocessableEntity, "fail.value")
	default:
		p := failPage{page: s.page(r, "", "")}
		p.Title = p.T("fail.title")
		if p.What, p.Hint = worker.Explain(err, string(p.Lang)); p.What == "" {
			p.What = err.Error()
		}
		s.render(w, http.StatusInternalServerError, "fail", p)
	}
}

// missing answers for an address that does not exist.
func (s *Server) missing(w http.ResponseWriter, r *http.Request) {
	s.fail(w, r, http.StatusNotFound, "fail.missing")
}
