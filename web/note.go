package web

import (
	"net/http"
	"strconv"
	"strings"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/corpus"
)

// notePage is the form in which a reader makes a note of a clause.
type notePage struct {
	page
	Text   *reading
	Clause *circular.Clause
	N      int
	Back   string
}

// noteKey names the notes of a clause among what people said of a document.
func noteKey(s circular.Span) string { return "note-" + spanID(s) }

// clauseOf returns the clause that a request names, or answers that there is
// none.
func (s *Server) clauseOf(w http.ResponseWriter, r *http.Request) (p notePage, ok bool) {
	t, _, ok := s.documentOf(w, r)
	if !ok {
		return p, false
	}
	p = notePage{page: s.page(r, "documents", ""), Text: t, N: number(r.FormValue("butir"))}
	if p.N < 1 || p.N > len(t.Rec.Clauses) {
		s.missing(w, r)
		return p, false
	}
	p.Title = p.T("doc.note")
	p.Clause = &t.Rec.Clauses[p.N-1]
	p.Back = t.Base + "?halaman=" + strconv.Itoa(max(1, p.Clause.Span.Page)) + "#b" + strconv.Itoa(p.N)
	return p, true
}

func (s *Server) note(w http.ResponseWriter, r *http.Request) {
	if p, ok := s.clauseOf(w, r); ok {
		s.render(w, http.StatusOK, "note", p)
	}
}

// keepNote keeps a note. It can be taken back like a correction.
func (s *Server) keepNote(w http.ResponseWriter, r *http.Request) {
	p, ok := s.clauseOf(w, r)
	if !ok {
		return
	}
	by, err := who(w, r)
	text := strings.TrimSpace(plain(r.FormValue("catatan")))
	if err != nil || text == "" || len(text) > 2000 {
		s.fail(w, r, http.StatusUnprocessableEntity, "fail.nameless")
		return
	}
	if err := s.found(r, p.Text.Rec.Source.SHA256, corpus.Review{Doubt: noteKey(p.Clause.Span), By: by, Note: text}); err != nil {
		s.failWith(w, r, err)
		return
	}
	back(w, r, p.Back, "noted")
}

// notesOf returns the notes of a clause.
func notesOf(p page, e *entry, span circular.Span, base, back string) (out []correctionView) {
	for _, ev := range e.Made {
		if ev.Review != nil && ev.Review.Doubt == noteKey(span) {
			ev.By = ev.Review.By
			out = append(out, correctionView{p, ev, base + "/batalkan", base + back})
		}
	}
	return out
}
