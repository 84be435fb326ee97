package web

import (
	"errors"
	"io"
	"mime/multipart"
	"net/http"
	"path"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/document"
	"github.com/telaah/telaah/ingest"
	"github.com/telaah/telaah/internal/worker"
)

// homePage is where drafts are dropped, with a card for each.
type homePage struct {
	page
	Drafts  draftList
	Empty   bool // the corpus holds nothing
	Loading loadingState
	Watch   *watchPart // nil: no folder is watched
	Agenda  []agendaItem
}

// Pager is the way through the drafts.
func (p homePage) Pager() pager { return p.Drafts.Pager }

// card is a draft with its verdict.
type card struct {
	page
	draft
	circular.Comparison
	Baselines []circular.Baseline // to choose from
	What      string              // why it failed, in the reader's language
	Hint      string              // what to do about it
}

// Markable reports whether the findings can be put into the draft itself.
func (c card) Markable() bool { return c.Record.Source.MediaType == wordType }

// Count returns how many findings have a level.
func (c card) Count(level string) int {
	if level == string(circular.SeverityNone) {
		n := len(c.NotJudged)
		if !c.Comparable {
			n++
		}
		return n
	}
	n := 0
	for _, d := range c.Deviations {
		if string(d.Level) == level {
			n++
		}
	}
	return n
}

// Grave returns the findings that are no notes.
func (c card) Grave() (out []circular.Deviation) {
	for _, d := range c.Deviations {
		if d.Level != circular.SeverityNote {
			out = append(out, d)
		}
	}
	return out
}

// Notes returns the notes.
func (c card) Notes() (out []circular.Deviation) {
	for _, d := range c.Deviations {
		if d.Level == circular.SeverityNote {
			out = append(out, d)
		}
	}
	return out
}

// Levels are the levels in the order in which they are counted.
func (c card) Levels() []string { return []string{"error", "warning", "note", "none"} }

// Unread returns how many pages could not be read.
func (c card) Unread() (n int) {
	if c.Record.Text == nil {
		return 0
	}
	for _, p := range c.Record.Text.Pages {
		if p.Method == circular.MethodNone {
			n++
		}
	}
	return n
}

const wordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

// card makes the card of a draft.
func (s *Server) card(p page, d draft) card {
	c := card{page: p, draft: d, Baselines: s.baselines}
	switch {
	case d.Err != nil:
		c.What, c.Hint = explain(d, p)
	case d.State == stateDone:
		var err error
		if c.Comparison, err = s.check(&d, p.Lang); err != nil {
			c.State, c.What = stateFailed, err.Error()
		}
	}
	return c
}

// Reason is What as a sentence begins.
func (c card) Reason() string {
	first, n := utf8.DecodeRuneInString(c.What)
	return string(unicode.ToUpper(first)) + c.What[n:]
}

// explain says why a draft was not read, and what to do about it.
func explain(d draft, p page) (what, hint string) {
	switch {
	case errors.Is(d.Err, errFull):
		return strings.TrimSuffix(p.T("fail.full"), "."), strings.TrimSuffix(p.T("fail.full.hint"), ".")
	case errors.Is(d.Err, ingest.ErrTwin):
		return p.T("card.twin"), ""
	case errors.Is(d.Err, ingest.ErrData):
		return p.T("card.data"), p.T("card.data.hint")
	}
	if what, hint = worker.Explain(d.Err, string(p.Lang)); what == "" {
		what = strings.TrimPrefix(d.Err.Error(), "reading "+d.Name+": ")
	}
	return what, hint
}

func (s *Server) home(w http.ResponseWriter, r *http.Request) {
	p := homePage{page: s.page(r, "home", ""), Loading: s.loading.state()}
	p.Title = p.T("home.title")
	p.Empty = s.empty()
	p.Watch = s.watchPart(p.page)
	if sh, err := s.library.shelf(); err == nil {
		p.Agenda = s.agenda(sh, p.page)
	}
	p.Drafts = s.draftList(r, p.page)
	s.render(w, http.StatusOK, "home", p)
}

// upload takes files and pasted text to be checked. They stay in memory.
func (s *Server) upload(w http.ResponseWriter, r *http.Request) {
	files, err := uploaded(r, text(s.lang(r), "home.pasted"))
	var large *http.MaxBytesError
	switch {
	case errors.As(err, &large):
		s.fail(w, r, http.StatusRequestEntityTooLarge, "fail.large", maxUpload>>20)
		return
	case err != nil:
		s.fail(w, r, http.StatusBadRequest, "fail.form")
		return
	case len(files) == 0:
		s.fail(w, r, http.StatusBadRequest, "fail.nothing")
		return
	}
	if _, err := s.queue.add(files, login(r), nil, false); err != nil {
		s.fail(w, r, http.StatusServiceUnavailable, "fail.full")
		return
	}
	http.Redirect(w, r, "/#antrean", http.StatusSeeOther)
}

// uploaded returns the files of a form ("berkas"), and what was typed into it
// ("teks") as one more, called pasted.
func uploaded(r *http.Request, pasted string) (files []document.File, err error) {
	form, err := r.MultipartReader()
	if err != nil {
		return nil, err
	}
	for {
		part, err := form.NextPart()
		if err == io.EOF {
			return files, nil
		}
		if err != nil {
			return nil, err
		}
		name, err := fileName(part, pasted)
		if err != nil || name == "" {
			continue
		}
		data, err := io.ReadAll(part)
		if err != nil {
			return nil, err
		}
		if strings.TrimSpace(string(data[:min(len(data), 4096)])) != "" {
			files = append(files, document.File{Name: name, Data: data})
		}
	}
}

// fileName returns the name under which a part of the form is a document, ""
// where it is none.
func fileName(part *multipart.Part, pasted string) (string, error) {
	switch part.FormName() {
	case "berkas":
		return path.Base(strings.ReplaceAll(strings.ReplaceAll(part.FileName(), "\\", "/"), "\x00", "")), nil
	case "teks":
		return pasted, nil
	}
	return "", nil
}
