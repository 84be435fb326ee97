package web

import (
	"cmp"
	"fmt"
	"net/http"
	"strings"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/corpus"
	"github.com/telaah/telaah/internal/say"
)

// doubtsPage shows one doubt of the queue: one screen, for the keyboard alone.
type doubtsPage struct {
	page
	Left  int // doubts in the queue
	At    int // place of this one, from 0
	Next  int // place of the one to come
	Doubt *doubt
	Href  string       // its place in the document
	Form  *correctPage // of a value; nil where none can be entered
	Crop  *crop
	Near  []run // the text around it, where there is no picture
}

// Kind names what is in doubt.
func (p doubtsPage) Kind() string { return p.T("doubt." + p.Doubt.Kind.String()) }

// Heading says what is in doubt: a value, or what kind of thing Told tells of.
func (p doubtsPage) Heading() string {
	if p.Told() {
		return p.Kind()
	}
	return p.Kind() + ": " + say.OneLine(plain(p.Doubt.Text))
}

// Told reports whether the doubt is told in sentences.
func (p doubtsPage) Told() bool { return p.Doubt.Kind <= doubtReading }

// Name returns what the document of the doubt is called.
func (p doubtsPage) Name() string { return p.Lang.Title(&p.Doubt.Entry.Record) }

// ID returns the document of the doubt.
func (p doubtsPage) ID() string { return p.Doubt.Entry.ID()[:12] }

func (s *Server) doubts(w http.ResponseWriter, r *http.Request) {
	p := doubtsPage{page: s.page(r, "doubts", "")}
	p.Title = p.T("nav.doubts")
	sh, err := s.library.shelf()
	if err == nil {
		err = s.doubtAt(&p, sh, number(r.FormValue("ke")))
	}
	if err != nil {
		s.failWith(w, r, err)
		return
	}
	s.render(w, http.StatusOK, "doubts", p)
}

// doubtAt puts the doubt at a place of the queue on the page; behind the last
// comes the first again.
func (s *Server) doubtAt(p *doubtsPage, sh *shelf, at int) error {
	list, err := sh.doubts(p.Lang)
	if err != nil || len(list) == 0 {
		return err
	}
	p.Left = len(list)
	p.At = max(0, at) % len(list)
	p.Next = p.At + 1
	d := &list[p.At]
	p.Doubt = d
	t := s.readingOf(d.Entry)
	p.Href = t.Base
	if d.Span.Page > 0 {
		p.Href = placeOf(t.Base, d.Span)
	}
	if d.Path != "" {
		path := d.Path
		if d.Kind == doubtCard {
			path = ""
		}
		form, err := s.correctPage(p.page, t, path)
		if err != nil {
			return err
		}
		form.Fields = first(form.Fields, d)
		p.Form, p.Crop = &form, form.Crop
	} else if d.Span.Len() > 0 {
		p.Crop = s.crop(t, d.Span)
	}
	if p.Crop == nil {
		p.Near = near(t.Rec.Text, d.Span)
	}
	return nil
}

// first returns the fields that a doubt is about, the value itself first.
func first(fields []field, d *doubt) []field {
	main := []string{"percent", "count", "effect", "start", "date", "days", "what", "number"}
	if d.Kind == doubtCard {
		main = []string{d.Path}
	}
	var out, rest []field
	for _, f := range fields {
		switch {
		case len(out) == 0 && f.Value != "" && contains(main, f.Name):
			out = append(out, f)
		case d.Kind == doubtCard:
		case f.Value != "":
			rest = append(rest, f)
		}
	}
	return append(out, rest...)
}

func contains(list []string, s string) bool {
	for _, o := range list {
		if o == s {
			return true
		}
	}
	return false
}

// near returns the text around a passage, with the passage set apart.
func near(t *circular.Text, s circular.Span) []run {
	if s.Len() <= 0 || s.End > len(t.Body) {
		return nil
	}
	const around = 300
	from, to := max(0, s.Start-around), min(len(t.Body), s.End+around)
	return []run{{strings.ToValidUTF8(t.Body[from:s.Start], ""), false}, {t.Body[s.Start:s.End], true}, {strings.ToValidUTF8(t.Body[s.End:to], ""), false}}
}

// settle keeps what a reader decided about a doubt, and shows the next one.
func (s *Server) settle(w http.ResponseWriter, r *http.Request) {
	base := s.page(r, "doubts", "")
	sh, err := s.library.shelf()
	var e *entry
	if err == nil {
		e, err = sh.find(r.FormValue("dokumen"))
	}
	if err != nil {
		s.failWith(w, r, err)
		return
	}
	by, err := who(w, r)
	if err != nil {
		s.fail(w, r, http.StatusUnprocessableEntity, "fail.nameless")
		return
	}
	why := cmp.Or(strings.TrimSpace(plain(r.FormValue("alasan"))), base.T("correct.as-read"))
	right := r.FormValue("benar") != ""
	news := "confirmed"
	switch path := r.FormValue("bidang"); {
	case path == "":
		news = "settled"
		err = s.found(r, e.ID(), corpus.Review{Doubt: r.FormValue("hal"), By: by, Note: why})
	case right:
		err = s.keep(r, e.ID(), []corpus.Correction{{Field: certainField(path), Value: "true", By: by, Why: why}})
	default:
		var form correctPage
		asked := path
		if !strings.HasPrefix(path, "clauses.") {
			asked = ""
		}
		if form, err = s.correctPage(base, s.readingOf(e), asked); err == nil {
			list := form.changes(r, by, why)
			if len(list) == 0 {
				list = []corpus.Correction{{Field: certainField(path), Value: "true", By: by, Why: why}}
			} else {
				news = "corrected"
			}
			err = s.keep(r, e.ID(), list)
		}
	}
	if err != nil {
		s.failWith(w, r, err)
		return
	}
	back(w, r, fmt.Sprintf("/perlu-dibaca?ke=%d", max(0, number(r.FormValue("ke")))), news)
}

// certainField returns the field that says that the value under a path is
// certain.
func certainField(path string) string {
	switch path {
	case "number":
		return "certain.number"
	case "date_signed":
		return "certain.date"
	}
	return path + ".certain"
}
