package web

import (
	"bytes"
	"errors"
	"mime"
	"net/http"
	"net/url"
	"path"
	"slices"
	"strings"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/corpus"
	"github.com/telaah/telaah/ingest"
	"github.com/telaah/telaah/internal/say"
	"github.com/telaah/telaah/report"
)

// draftPage shows one draft with everything that was found.
type draftPage struct {
	page
	Card card
}

// draftOf returns the draft that a request names, or says that it is gone.
func (s *Server) draftOf(w http.ResponseWriter, r *http.Request) (draft, bool) {
	d, ok := s.queue.get(r.PathValue("job"), login(r))
	if !ok {
		s.fail(w, r, http.StatusNotFound, "fail.draft")
	}
	return d, ok
}

func (s *Server) draft(w http.ResponseWriter, r *http.Request) {
	d, ok := s.draftOf(w, r)
	if !ok {
		return
	}
	p := draftPage{page: s.page(r, "home", d.Name)}
	p.Card = s.card(p.page, d)
	s.render(w, http.StatusOK, "draft", p)
}

// draftCard answers the queue, which asks how far a draft has come: with its
// card, or with those of what the archive held.
func (s *Server) draftCard(w http.ResponseWriter, r *http.Request) {
	d, ok := s.queue.get(r.PathValue("job"), login(r))
	if !ok {
		w.WriteHeader(http.StatusNoContent)
		return
	}
	p := s.page(r, "home", "")
	p.Here = "/" // the page that asks
	if at, err := url.Parse(r.Header.Get("HX-Current-URL")); err == nil && at.Path == "/" {
		p.Here = at.RequestURI()
	}
	cards := []card{}
	if !d.Box {
		cards = append(cards, s.card(p, d))
	}
	for _, id := range d.Parts {
		if part, ok := s.queue.get(id, login(r)); ok {
			cards = append(cards, s.card(p, part))
		}
	}
	s.renderPart(w, http.StatusOK, "home", "cards", cards)
}

// draftFile gives a draft with its findings in it, or a report about it.
func (s *Server) draftFile(w http.ResponseWriter, r *http.Request) {
	d, ok := s.draftOf(w, r)
	if !ok || d.State != stateDone {
		return
	}
	p := s.page(r, "home", "")
	c, err := s.check(&d, p.Lang)
	if err != nil {
		s.fail(w, r, http.StatusInternalServerError, "fail.report")
		return
	}
	o := p.Report()
	stem := strings.TrimSuffix(path.Base(d.Name), path.Ext(d.Name))
	var (
		b    bytes.Buffer
		kept []byte
	)
	switch file := r.PathValue("file"); file {
	case "bertanda.docx":
		err = report.WriteMarked(&b, d.data, c, o)
		kept = b.Bytes()
	case "telaahan.docx", "telaahan.xlsx", "telaahan.html":
		how := report.Recipe{Command: "check", Format: strings.TrimPrefix(path.Ext(file), "."), Lang: o.Lang}
		if err = report.Write(&b, how.Format, []circular.Comparison{c}, o); err == nil {
			kept, err = s.seal(&b, how, d.Against, []compared{{&d.Record, c, false}})
		}
	default:
		s.missing(w, r)
		return
	}
	if errors.Is(err, report.ErrDraft) {
		s.fail(w, r, http.StatusUnprocessableEntity, "fail.word")
		return
	}
	if err != nil {
		s.fail(w, r, http.StatusInternalServerError, "fail.report")
		return
	}
	attach(w, stem+"-"+r.PathValue("file"), kept)
}

// attach sends a file to be kept.
func attach(w http.ResponseWriter, name string, data []byte) {
	kind := map[string]string{
		".docx": wordType, ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
		".html": "text/html; charset=utf-8", ".png": "image/png",
	}[path.Ext(name)]
	if kind == "" {
		kind = "application/octet-stream"
	}
	w.Header().Set("Content-Type", kind)
	w.Header().Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": plain(say.OneLine(name))}))
	w.Write(data)
}

// draftAct does what a button of the card asks for.
func (s *Server) draftAct(w http.ResponseWriter, r *http.Request) {
	d, ok := s.draftOf(w, r)
	if !ok {
		return
	}
	news, home := "", local(r.FormValue("kembali"))
	switch r.PathValue("act") {
	case "acuan":
		id := r.FormValue("acuan")
		if id != "" && !slices.ContainsFunc(s.baselines, func(b circular.Baseline) bool { return b.ID == id }) {
			s.fail(w, r, http.StatusBadRequest, "fail.baseline")
			return
		}
		s.queue.change(d.ID, func(d *draft) { d.Against = id })
	case "simpan":
		if !s.page(r, "", "").CanEdit() {
			s.fail(w, r, http.StatusForbidden, "fail.role")
			return
		}
		if d.State != stateDone {
			s.fail(w, r, http.StatusConflict, "fail.early")
			return
		}
		err := s.write(name(r), func(st *corpus.Store) error {
			_, err := ingest.Put(r.Context(), st, s.o.Read.Engine, d.data, d.Record)
			return err
		})
		if err != nil {
			s.failWith(w, r, err)
			return
		}
		s.queue.change(d.ID, func(d *draft) { d.Stored = true })
		news = "saved"
	case "ulangi":
		s.queue.again(d.ID)
	case "buang":
		s.queue.drop(d.ID)
		if strings.HasPrefix(home, "/periksa/") {
			home = "/"
		}
		back(w, r, home, "dropped")
		return
	default:
		s.missing(w, r)
		return
	}
	back(w, r, home+"#k-"+d.ID, news)
}
