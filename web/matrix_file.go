package web

import (
	"bytes"
	"errors"
	"net/http"
	"path"
	"slices"
	"strings"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/report"
)

// matrixFile gives the matrix, or the deadlines of its circulars, as a file.
func (s *Server) matrixFile(w http.ResponseWriter, r *http.Request) {
	p, sh, err := s.matrixOf(r, s.page(r, "matrix", ""))
	if err != nil {
		s.failMatrix(w, r, err)
		return
	}
	var file []byte
	switch name := r.PathValue("file"); name {
	case "matriks.xlsx", "matriks.html":
		file, err = s.matrixReport(&p, sh, strings.TrimPrefix(path.Ext(name), "."))
		if errors.Is(err, errPending) {
			s.fail(w, r, http.StatusServiceUnavailable, "fail.comparing")
			return
		}
	case "tenggat.ics":
		var records []circular.Record
		for _, row := range p.Rows {
			if e := sh.byID[row.Source.SHA256]; e != nil {
				records = append(records, e.Record)
			}
		}
		var b bytes.Buffer
		err = report.WriteCalendar(&b, records, p.Report())
		file = b.Bytes()
	default:
		s.missing(w, r)
		return
	}
	if err != nil {
		s.fail(w, r, http.StatusInternalServerError, "fail.report")
		return
	}
	attach(w, r.PathValue("file"), file)
}

// errPending says that documents are still being compared.
var errPending = errors.New("documents are still being compared")

// matrixReport writes a matrix, with what "telaah verify" makes it again from.
func (s *Server) matrixReport(p *matrixPage, sh *shelf, format string) ([]byte, error) {
	list, pending := sh.compareAll(s.baselines, judging{baseline: p.Against, lang: p.Lang})
	if pending > 0 {
		return nil, errPending
	}
	var all []compared
	for _, c := range list {
		e, err := sh.find(c.Source.SHA256)
		if err != nil {
			return nil, err
		}
		all = append(all, compared{&e.Record, c, true})
	}
	var b bytes.Buffer
	if err := report.WriteMatrix(&b, format, p.Matrix, p.Report()); err != nil {
		return nil, err
	}
	return s.seal(&b, report.Recipe{Command: "matrix", Format: format, Lang: string(p.Lang), Paper: p.Paper, Province: p.Province}, p.Against, all)
}

// matrixLetter gives the letter that asks a region for its circular.
func (s *Server) matrixLetter(w http.ResponseWriter, r *http.Request) {
	p := s.page(r, "matrix", "")
	i := slices.IndexFunc(s.baselines, func(b circular.Baseline) bool { return b.ID == r.FormValue("acuan") })
	code := r.FormValue("wilayah")
	name := regionNames()[code]
	if i < 0 || name == "" {
		s.fail(w, r, http.StatusBadRequest, "fail.matrix")
		return
	}
	var b bytes.Buffer
	if err := report.WriteLetter(&b, report.Letter{Region: circular.Region{Name: name, Code: code}, Baseline: s.baselines[i].Name}, p.Report()); err != nil {
		s.fail(w, r, http.StatusInternalServerError, "fail.report")
		return
	}
	attach(w, "surat-"+strings.ReplaceAll(strings.ToLower(name), " ", "-")+".docx", b.Bytes())
}
