package web

import (
	"errors"
	"net/http"
	"path"
	"strconv"
	"strings"
	"time"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/corpus"
	"github.com/telaah/telaah/document"
	"github.com/telaah/telaah/internal/clip"
	"github.com/telaah/telaah/internal/say"
)

// showTimeout is how long the drawing of a page may take.
const showTimeout = 30 * time.Second

// reading is a text that is shown: a document of the corpus, or a draft.
type reading struct {
	Base string           // address of its page
	Rec  *circular.Record // corrected where people did so
	Doc  *entry           // nil of a draft
	data func() ([]byte, error)
}

// documentPage shows a document: the page as it is beside what it rules.
type documentPage struct {
	page
	Text     *reading
	Validity validity
	Page     int // shown, from 1
	Pages    int
	Sheet    *sheetView // nil where the text is shown instead
	Segments []segment  // of the text, where no picture is shown
	Cut      bool       // of a long text, only a part is shown
	Trouble  string     // why the page could not be drawn
	Whole    bool       // clauses of all pages are listed, not of this one alone
	Groups   []clauseGroup
	Others   []clauseView // told, but not ruled
	Open     []passage    // sentences that were not understood
	Doubts   []passage    // warnings
	History  []correctionView
}

// sheetView is the picture of a page with the places of its clauses.
type sheetView struct {
	Src    string
	W, H   float64 // points
	PW, PH int     // pixels
	Spots  []spot
}

// spot is a passage on a page.
type spot struct {
	ID    string // of the passage
	To    string // of the first clause that stands on it
	Label string
	Kind  string
	Boxes []circular.Box
}

// passage is a place in the text, with words about it.
type passage struct {
	Text string
	Href string
	Page int
}

// documentOf returns the document that a request names, or answers that there
// is none.
func (s *Server) documentOf(w http.ResponseWriter, r *http.Request) (*reading, *shelf, bool) {
	sh, err := s.library.shelf()
	if err == nil {
		var e *entry
		if e, err = sh.find(r.PathValue("id")); err == nil {
			return s.readingOf(e), sh, true
		}
	}
	s.failWith(w, r, err)
	return nil, nil, false
}

func (s *Server) readingOf(e *entry) *reading {
	return &reading{Base: "/dokumen/" + e.ID()[:12], Rec: &e.Record, Doc: e, data: func() ([]byte, error) {
		st, err := corpus.Open(s.o.Corpus)
		if err != nil {
			return nil, err
		}
		return st.Original(e.ID())
	}}
}

func (s *Server) document(w http.ResponseWriter, r *http.Request) {
	if t, sh, ok := s.documentOf(w, r); ok {
		s.showDocument(w, r, "documents", t, sh)
	}
}

// draftText shows a draft as a document is shown.
func (s *Server) draftText(w http.ResponseWriter, r *http.Request) {
	if t, ok := s.draftReading(w, r); ok {
		s.showDocument(w, r, "home", t, nil)
	}
}

func (s *Server) draftReading(w http.ResponseWriter, r *http.Request) (*reading, bool) {
	d, ok := s.draftOf(w, r)
	if ok && d.State != stateDone {
		s.fail(w, r, http.StatusConflict, "fail.early")
		ok = false
	}
	return &reading{Base: "/periksa/" + d.ID + "/naskah", Rec: &d.Record, data: func() ([]byte, error) { return d.data, nil }}, ok
}

// manyPages is the number of pages beyond which only the clauses of the page
// that is shown are listed.
const manyPages = 6

func (s *Server) showDocument(w http.ResponseWriter, r *http.Request, nav string, t *reading, sh *shelf) {
	p := documentPage{page: s.page(r, nav, ""), Text: t, Pages: max(1, len(t.Rec.Text.Pages))}
	p.Title = p.Lang.Title(t.Rec)
	p.Page = min(max(1, number(r.FormValue("halaman"))), p.Pages)
	p.Whole = p.Pages <= manyPages
	p.Validity = s.validity(t.Rec, sh, p.page)
	chosen := number(r.FormValue("butir"))
	p.Groups, p.Others = p.clauses()
	p.Open, p.Doubts = p.passages(t)
	if t.Doc != nil {
		p.History = p.history(t.Doc)
	}
	if pictured(t.Rec.Source.MediaType) {
		p.Sheet, p.Trouble = s.sheetView(p.page, t, p.Page)
	}
	if p.Sheet == nil {
		p.Segments, p.Cut = segments(t.Rec, p.Page, chosen)
	}
	s.render(w, http.StatusOK, "document", p)
}

// sheetView draws a page and finds its clauses on it.
func (s *Server) sheetView(p page, t *reading, n int) (*sheetView, string) {
	v, err := s.sheetOf(t, n)
	if err != nil {
		return nil, p.T("doc.undrawn")
	}
	out := &sheetView{Src: t.Base + "/halaman/" + strconv.Itoa(n) + ".png", W: v.W, H: v.H, PW: sheetWidth, PH: int(sheetWidth * v.H / v.W)}
	words := clip.Words(t.Rec.Text, n, v)
	seen := map[string]bool{}
	for i := range t.Rec.Clauses {
		c := &t.Rec.Clauses[i]
		b := clip.Boxes(words, c.Span)
		if id := spanID(c.Span); len(b) > 0 && !seen[id] {
			seen[id] = true
			out.Spots = append(out.Spots, spot{ID: id, To: "b" + strconv.Itoa(i+1), Kind: string(c.Kind), Boxes: b,
				Label: p.Word("kind", c.Kind) + ": " + plain(say.Shorten(p.Lang.Value(c), 80))})
		}
	}
	for _, u := range t.Rec.Coverage.Unclaimed {
		if b := clip.Boxes(words, u); len(b) > 0 && !seen[spanID(u)] {
			out.Spots = append(out.Spots, spot{ID: spanID(u), To: "terbuka", Kind: "open", Boxes: b, Label: p.T("doc.open.one")})
		}
	}
	return out, ""
}

// sheetPNG gives the picture of a page.
func (s *Server) sheetPNG(w http.ResponseWriter, r *http.Request, t *reading) {
	n := number(strings.TrimSuffix(r.PathValue("page"), ".png"))
	if n < 1 || n > len(t.Rec.Text.Pages) || path.Ext(r.PathValue("page")) != ".png" {
		s.missing(w, r)
		return
	}
	v, err := s.sheetOf(t, n)
	switch {
	case errors.Is(err, document.ErrNoPicture):
		s.missing(w, r)
	case err != nil:
		s.failWith(w, r, err)
	default:
		w.Header().Set("Content-Type", "image/png")
		w.Header().Set("Cache-Control", "private, max-age=3600")
		w.Write(v.PNG)
	}
}

func (s *Server) documentPNG(w http.ResponseWriter, r *http.Request) {
	if t, _, ok := s.documentOf(w, r); ok {
		s.sheetPNG(w, r, t)
	}
}

func (s *Server) draftPNG(w http.ResponseWriter, r *http.Request) {
	if t, ok := s.draftReading(w, r); ok {
		s.sheetPNG(w, r, t)
	}
}

// documentFile gives the original of a document.
func (s *Server) documentFile(w http.ResponseWriter, r *http.Request) {
	t, _, ok := s.documentOf(w, r)
	if !ok {
		return
	}
	data, err := t.data()
	if err != nil {
		s.failWith(w, r, err)
		return
	}
	attach(w, path.Base(t.Rec.Source.Path), data)
}

// number reads a whole number, 0 for anything else.
func number(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return 0
	}
	return n
}

// validity is whether a document holds, in words.
type validity struct {
	circular.Validity
	Days string
	By   string // the act that revoked it
}

func (s *Server) validity(rec *circular.Record, sh *shelf, p page) validity {
	state, days := rec.Validity(s.today())
	v := validity{Validity: state}
	if days != (circular.Period{}) {
		v.Days = p.Lang.Period(&days)
	}
	if sh != nil {
		if by := sh.revoked(rec.Subject()); by != nil {
			v.Validity, v.By = circular.ValidityRevoked, p.Lang.Name(by.Record.Subject())
		}
	}
	return v
}

func (s *Server) today() circular.Date {
	t := s.now()
	return circular.Date{Year: t.Year(), Month: t.Month(), Day: t.Day()}
}
