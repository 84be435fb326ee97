package web

import (
	"cmp"
	"errors"
	"fmt"
	"github.com/telaah/telaah/internal/clip"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/corpus"
	"github.com/telaah/telaah/ingest"
)

// correctPage is the form in which what was read is corrected, beside a crop of
// the page.
type correctPage struct {
	page
	Text   *reading
	Prefix string // of the fields: "clauses.4.", "" for the circular
	Clause *circular.Clause
	Value  string // what was read, in short
	Fields []field
	Crop   *crop
	Back   string
	Doubt  bool // it may be confirmed as it is
}

// field is one value that can be corrected.
type field struct {
	Name, Label, Value string
	Options            []option // to choose from; nil: free text
}

// option is one of the values that a field may have.
type option struct{ Value, Label string }

// crop is the part of a page on which a passage stands.
type crop struct {
	Src          string
	W, H         float64 // of the page, points
	X, Y, CW, CH float64 // of the part
	Boxes        []circular.Box
}

// cardFields are the fields of the subject circular that people correct.
var cardFields = []string{"type", "number", "year", "title", "issuer", "date_signed", "signatory.name", "signatory.office"}

// clauseFields are those of each kind of clause.
var clauseFields = map[circular.Kind][]string{
	circular.KindQuota:       {"mode", "bound", "percent", "percent_lo", "percent_hi", "count", "unit", "groups", "condition", "recurrence"},
	circular.KindExemption:   {"effect", "percent", "groups", "condition"},
	circular.KindPeriod:      {"start", "end"},
	circular.KindObligation:  {"who", "what", "force"},
	circular.KindProhibition: {"who", "what", "force"},
	circular.KindPermission:  {"who", "what", "force"},
	circular.KindCondition:   {"who", "what", "force"},
	circular.KindSanction:    {"who", "what", "force"},
	circular.KindReporting:   {"who", "what", "force"},
	circular.KindProvision:   {"who", "what", "force"},
	circular.KindSchedule:    {"days", "from", "to", "break", "who", "what"},
	circular.KindDeadline:    {"date", "by", "who", "what"},
	circular.KindRevocation:  {"change", "acts"},
	circular.KindLegalBasis:  {"type", "number", "year", "title", "date"},
}

// choices are the values of fields that have few, with the class of their words.
var choices = map[string]struct {
	class  string
	values []string
}{
	"mode":   {"mode", []string{"WFH", "WFO", "WFA"}},
	"bound":  {"bound", []string{"max", "min", "exact", "range", "approx"}},
	"force":  {"force", []string{"", "wajib", "diminta", "diimbau", "dapat", "dilarang"}},
	"change": {"change", []string{"revoked", "amended", "replaced", "prolonged"}},
	"effect": {"effect", []string{"must_wfo", "not_eligible", "wfh_not_applied", "eligible", "may_wfo", "may_wfh", "must_wfh", "must_be_available",
		"may_leave_home", "excused_if_reported", "own_schedule", "discouraged", "exempt_from_rule"}},
}

// fields returns the fields under a prefix with what they hold.
func (p *correctPage) fields(names []string) (out []field, err error) {
	for _, name := range names {
		f := field{Name: name, Label: p.T("field." + name[strings.LastIndex(name, ".")+1:])}
		if f.Value, err = corpus.Value(*p.Text.Rec, p.Prefix+name); err != nil {
			return nil, err
		}
		if c, ok := choices[name]; ok {
			for _, v := range c.values {
				f.Options = append(f.Options, option{v, cmp.Or(p.Word(c.class, v), "-")})
			}
		}
		out = append(out, f)
	}
	return out, nil
}

// clauseAt returns the number of the clause, from 1, that a path such as
// "clauses.4" or "clauses.4.percent" names, 0 for another path.
func clauseAt(rec *circular.Record, path string) int {
	rest, ok := strings.CutPrefix(path, "clauses.")
	if !ok {
		return 0
	}
	digits, _, _ := strings.Cut(rest, ".")
	if n := number(digits); n >= 1 && n <= len(rec.Clauses) {
		return n
	}
	return 0
}

func (s *Server) correction(w http.ResponseWriter, r *http.Request) {
	t, _, ok := s.documentOf(w, r)
	if !ok {
		return
	}
	p, err := s.correctPage(s.page(r, "documents", ""), t, r.FormValue("bidang"))
	if err != nil {
		s.failWith(w, r, err)
		return
	}
	s.render(w, http.StatusOK, "correct", p)
}

// correctPage makes the form for a clause ("clauses.4"), or for the circular
// itself ("").
func (s *Server) correctPage(base page, t *reading, path string) (correctPage, error) {
	p := correctPage{page: base, Text: t, Back: t.Base}
	p.Title = p.T("correct.title")
	names := cardFields
	if n := clauseAt(t.Rec, path); n > 0 {
		p.Clause = &t.Rec.Clauses[n-1]
		p.Prefix, names = fmt.Sprintf("clauses.%d.", n), clauseFields[p.Clause.Kind]
		p.Value, p.Doubt = p.Lang.Value(p.Clause), !p.Clause.Certain
		p.Back = t.Base + "?halaman=" + strconv.Itoa(max(1, p.Clause.Span.Page)) + "#b" + strconv.Itoa(n)
		p.Crop = s.crop(t, p.Clause.Span)
	} else if path != "" {
		return p, &corpus.FieldError{Field: path, Reason: corpus.ReasonUnknown}
	} else if c := t.Rec.Subject(); c != nil {
		p.Value = p.Lang.Name(c)
		p.Crop = s.crop(t, c.Span)
	}
	var err error
	p.Fields, err = p.fields(names)
	return p, err
}

// crop returns the part of a page on which a passage stands, nil where there is
// no picture of it.
func (s *Server) crop(t *reading, span circular.Span) *crop {
	if span.Page < 1 || !pictured(t.Rec.Source.MediaType) {
		return nil
	}
	v, err := s.sheetOf(t, span.Page)
	if err != nil {
		return nil
	}
	b := clip.Boxes(clip.Words(t.Rec.Text, span.Page, v), span)
	if len(b) == 0 {
		return nil
	}
	all := b[0]
	for _, o := range b[1:] {
		all = clip.Union(all, o)
	}
	const margin = 18
	c := &crop{Src: fmt.Sprintf("%s/halaman/%d.png", t.Base, span.Page), W: v.W, H: v.H, CW: v.W, Boxes: b}
	c.Y = max(0, all.Y-margin)
	c.CH = min(v.H, all.Y+all.H+margin) - c.Y
	return c
}

// errNameless says that a decision has no name or no reason.
var errNameless = errors.New("a name and a reason are needed")

// who returns the name under which a reader acts: that of the account, else the
// one that they give, which the browser remembers.
func who(w http.ResponseWriter, r *http.Request) (string, error) {
	if a := me(r); a != nil {
		return a.Name, nil
	}
	name := strings.TrimSpace(plain(r.FormValue("oleh")))
	if name == "" || len(name) > 200 {
		return "", errNameless
	}
	setCookie(w, "nama", name, 365*24*3600)
	return name, nil
}

// correct keeps what a reader entered: every field whose value is not what it
// was, or that the value is right as it is.
func (s *Server) correct(w http.ResponseWriter, r *http.Request) {
	t, _, ok := s.documentOf(w, r)
	if !ok {
		return
	}
	by, err := who(w, r)
	why := strings.TrimSpace(plain(r.FormValue("alasan")))
	right := r.FormValue("benar") != ""
	if err != nil || why == "" && !right || len(why) > 2000 {
		s.fail(w, r, http.StatusUnprocessableEntity, "fail.nameless")
		return
	}
	p, err := s.correctPage(s.page(r, "documents", ""), t, strings.TrimSuffix(r.FormValue("bidang"), "."))
	if err != nil {
		s.failWith(w, r, err)
		return
	}
	list := p.changes(r, by, why)
	news := "unchanged"
	if right {
		list = []corpus.Correction{{Field: p.Prefix + "certain", Value: "true", By: by, Why: cmp.Or(why, p.T("correct.as-read"))}}
	}
	if len(list) > 0 {
		err := s.keep(r, t.Rec.Source.SHA256, list)
		if err != nil && len(list) > 1 { // a period may only be moved end first
			slices.Reverse(list)
			err = s.keep(r, t.Rec.Source.SHA256, list)
		}
		if err != nil {
			s.failWith(w, r, err)
			return
		}
		if news = "corrected"; right {
			news = "confirmed"
		}
	}
	back(w, r, cmp.Or(localOrNone(r.FormValue("kembali")), p.Back), news)
}

// changes returns the fields of the form that are not as they were.
func (p *correctPage) changes(r *http.Request, by, why string) (list []corpus.Correction) {
	for _, f := range p.Fields {
		if values, ok := r.Form["f."+f.Name]; ok && strings.TrimSpace(values[0]) != f.Value {
			list = append(list, corpus.Correction{Field: p.Prefix + f.Name, Value: strings.TrimSpace(values[0]), By: by, Why: why})
		}
	}
	return list
}

// keep makes corrections in the corpus, all or none.
func (s *Server) keep(r *http.Request, id string, list []corpus.Correction) error {
	return s.write("", func(st *corpus.Store) error { // each says by whom
		for i, c := range list {
			_, err := ingest.Correct(r.Context(), st, s.o.Read.Engine, id, c)
			if err == nil {
				continue
			}
			made, undoErr := st.Undoable() // the latest first
			for n := 0; undoErr == nil && n < i && n < len(made); n++ {
				_, undoErr = ingest.UndoEvent(r.Context(), st, s.o.Read.Engine, made[n].N, c.By, c.Why)
			}
			return errors.Join(err, undoErr)
		}
		return nil
	})
}

// found keeps what a reader found.
func (s *Server) found(r *http.Request, id string, found corpus.Review) error {
	return s.write("", func(st *corpus.Store) error {
		_, err := st.Review(id, found)
		return err
	})
}

// undo takes back what a reader made of a value.
func (s *Server) undo(w http.ResponseWriter, r *http.Request) {
	t, _, ok := s.documentOf(w, r)
	if !ok {
		return
	}
	by, err := who(w, r)
	if err != nil {
		s.fail(w, r, http.StatusUnprocessableEntity, "fail.nameless")
		return
	}
	n := number(r.FormValue("nomor"))
	if !slices.ContainsFunc(t.Doc.Made, func(e corpus.Event) bool { return e.N == n }) {
		s.fail(w, r, http.StatusConflict, "fail.undone")
		return
	}
	err = s.write("", func(st *corpus.Store) error {
		_, err := ingest.UndoEvent(r.Context(), st, s.o.Read.Engine, n, by, "")
		return err
	})
	if err != nil {
		s.failWith(w, r, err)
		return
	}
	back(w, r, cmp.Or(localOrNone(r.FormValue("kembali")), t.Base), "undone")
}

// review keeps how far people are with a document.
func (s *Server) review(w http.ResponseWriter, r *http.Request) {
	t, _, ok := s.documentOf(w, r)
	if !ok {
		return
	}
	by, err := who(w, r)
	if err != nil {
		s.fail(w, r, http.StatusUnprocessableEntity, "fail.nameless")
		return
	}
	note := []rune(strings.TrimSpace(plain(r.FormValue("catatan"))))
	found := corpus.Review{State: corpus.ReviewState(r.FormValue("status")), By: by, Note: string(note[:min(len(note), 2000)])}
	if !slices.Contains(documentStates, found.State) {
		s.fail(w, r, http.StatusBadRequest, "fail.form")
		return
	}
	if err := s.found(r, t.Rec.Source.SHA256, found); err != nil {
		s.failWith(w, r, err)
		return
	}
	back(w, r, t.Base+"#telaah", "reviewed")
}

// localOrNone is local, but "" for what is not on this server.
func localOrNone(to string) string {
	if to == "" || local(to) == "/" {
		return ""
	}
	if i := strings.IndexByte(to, '#'); i >= 0 {
		return local(to[:i]) + to[i:]
	}
	return local(to)
}
