package web

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/circular/schema"
	"github.com/telaah/telaah/compare"
	"github.com/telaah/telaah/corpus"
	"github.com/telaah/telaah/index"
	"github.com/telaah/telaah/internal/say"
	"github.com/telaah/telaah/report"
)

// apiRoot is where the interface for programs begins. It only reads.
// api/openapi.json tells it to programs.
const apiRoot = "/api/v1"

//go:embed api/openapi.json
var openAPI embed.FS

// Pages of lists.
const (
	apiLimit    = 50
	maxAPILimit = 200
)

// problem is the answer where something is wrong, as RFC 9457 has it.
type problem struct {
	Type   string `json:"type"`
	Title  string `json:"title"`
	Status int    `json:"status"`
	Code   string `json:"code"` // for programs: it does not change
	Detail string `json:"detail"`
}

// apiError is an error that a program made.
type apiError struct {
	status       int
	code, detail string
}

func (e *apiError) Error() string { return e.detail }

func badRequest(format string, args ...any) error {
	return &apiError{http.StatusBadRequest, "bad-request", fmt.Sprintf(format, args...)}
}

func (s *Server) apiRoutes(mux *http.ServeMux) {
	for path, answer := range map[string]func(*http.Request) (any, error){
		"/documents":              s.apiDocuments,
		"/documents/{id}":         s.apiDocument,
		"/documents/{id}/clauses": s.apiClauses,
		"/search":                 s.apiSearch,
		"/compare":                s.apiCompare,
		"/matrix":                 s.apiMatrix,
		"/baselines":              s.apiBaselines,
		"/openapi.json":           apiFile,
		"/schema/{name}":          apiFile,
	} {
		mux.HandleFunc("GET "+apiRoot+path, api(answer))
	}
	mux.HandleFunc(apiRoot+"/", func(w http.ResponseWriter, r *http.Request) {
		if !safe(r.Method) {
			apiFail(w, http.StatusMethodNotAllowed, "read-only", "this interface only reads")
			return
		}
		apiFail(w, http.StatusNotFound, "not-found", "there is no "+r.URL.Path)
	})
}

// api makes a handler of a function that answers. An answer that a program has
// already is not sent again.
func api(answer func(*http.Request) (any, error)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		v, err := answer(r)
		var body []byte
		if raw, ok := v.([]byte); ok {
			body = raw
		} else if err == nil {
			body, err = json.Marshal(v)
		}
		if err != nil {
			status, code := apiStatus(err)
			apiFail(w, status, code, err.Error())
			return
		}
		sum := sha256.Sum256(body)
		tag := `"` + hex.EncodeToString(sum[:16]) + `"`
		h := w.Header()
		h.Set("Content-Type", "application/json")
		h.Set("ETag", tag)
		h.Set("Cache-Control", "private, no-cache")
		if matches(r.Header.Get("If-None-Match"), tag) {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		w.Write(body)
	}
}

// matches reports whether a list of tags has one of them.
func matches(list, tag string) bool {
	for t := range strings.SplitSeq(list, ",") {
		if t = strings.TrimPrefix(strings.TrimSpace(t), "W/"); t == tag || t == "*" {
			return true
		}
	}
	return false
}

// apiStatus returns what an error is for programs.
func apiStatus(err error) (status int, code string) {
	var own *apiError
	var syntax *index.SyntaxError
	var away *index.EngineError
	switch {
	case errors.As(err, &away):
		return http.StatusServiceUnavailable, "engine"
	case errors.As(err, &own):
		return own.status, own.code
	case errors.As(err, &syntax):
		return http.StatusBadRequest, "bad-query"
	case errors.Is(err, compare.ErrUnknownBaseline):
		return http.StatusNotFound, "unknown-baseline"
	case errors.Is(err, compare.ErrUnknownProvince):
		return http.StatusNotFound, "unknown-province"
	case errors.Is(err, corpus.ErrNotFound), errors.Is(err, corpus.ErrNoCorpus):
		return http.StatusNotFound, "not-found"
	case errors.Is(err, corpus.ErrBusy), errors.Is(err, index.ErrLocked), errors.Is(err, errGone):
		return http.StatusServiceUnavailable, "busy"
	}
	return http.StatusInternalServerError, "failed"
}

func apiFail(w http.ResponseWriter, status int, code, detail string) {
	body, err := json.Marshal(problem{"about:blank", http.StatusText(status), status, code, plain(detail)})
	if err != nil {
		panic(err) // strings and a number
	}
	if status == http.StatusServiceUnavailable {
		w.Header().Set("Retry-After", "2")
	}
	w.Header().Set("Content-Type", "application/problem+json")
	w.WriteHeader(status)
	w.Write(body)
}

// part returns the part of a list that a request asks for.
func part(r *http.Request) (offset, limit int, err error) {
	limit = apiLimit
	for _, f := range []struct {
		name     string
		to       *int
		min, max int
	}{{"offset", &offset, 0, 1 << 30}, {"limit", &limit, 1, maxAPILimit}} {
		v := r.FormValue(f.name)
		if v == "" {
			continue
		}
		n, err := strconv.Atoi(v)
		if err != nil || n < f.min || n > f.max {
			return 0, 0, badRequest("%s must be a number from %d to %d", f.name, f.min, f.max)
		}
		*f.to = n
	}
	return offset, limit, nil
}

// apiRow is one document of a list.
type apiRow struct {
	ID        string             `json:"id"` // SHA-256 of the original
	Source    circular.Source    `json:"source"`
	Circular  *circular.Circular `json:"circular"`
	Validity  circular.Validity  `json:"validity"` // today
	Review    corpus.ReviewState `json:"review"`
	Clauses   int                `json:"clauses"`
	Unclaimed int                `json:"unclaimed"` // sentences that were not understood
}

// listPage is what every list says of itself.
type listPage struct {
	Total  int  `json:"total"`
	Offset int  `json:"offset"`
	Next   *int `json:"next"` // offset of the rest, null at the end
}

// pageOf returns the part of a list that begins at offset, and says which it is.
func pageOf[T any](all []T, offset, limit int) ([]T, listPage) {
	p := listPage{Total: len(all), Offset: offset}
	from := min(offset, len(all))
	to := min(from+limit, len(all))
	if to < len(all) {
		p.Next = &to
	}
	return append([]T{}, all[from:to]...), p
}

func (s *Server) apiDocuments(r *http.Request) (any, error) {
	offset, limit, err := part(r)
	if err != nil {
		return nil, err
	}
	sh, err := s.library.shelf()
	if err != nil {
		return nil, err
	}
	p := page{Lang: say.English}
	words := strings.Fields(strings.ToLower(r.FormValue("q")))
	found := slices.DeleteFunc(slices.Clone(sh.entries), func(e *entry) bool { return !named(e, p, words) })
	shown, list := pageOf(found, offset, limit)
	rows := []apiRow{}
	for _, e := range shown {
		state, _ := e.State()
		rows = append(rows, apiRow{ID: e.ID(), Source: e.Record.Source, Circular: e.Record.Subject(), Validity: s.validity(&e.Record, sh, p).Validity,
			Review: state, Clauses: len(e.Record.Clauses), Unclaimed: len(e.Record.Coverage.Unclaimed)})
	}
	return struct {
		listPage
		Documents []apiRow `json:"documents"`
	}{list, rows}, nil
}

// apiEntry returns the document that a request names.
func (s *Server) apiEntry(id string) (*shelf, *entry, error) {
	sh, err := s.library.shelf()
	if err != nil {
		return nil, nil, err
	}
	e, err := sh.find(id)
	return sh, e, err
}

func (s *Server) apiDocument(r *http.Request) (any, error) {
	_, e, err := s.apiEntry(r.PathValue("id"))
	if err != nil {
		return nil, err
	}
	rec := e.Record
	if r.FormValue("text") == "false" {
		rec.Text = nil
	}
	return rec, nil
}

func (s *Server) apiClauses(r *http.Request) (any, error) {
	offset, limit, err := part(r)
	if err != nil {
		return nil, err
	}
	_, e, err := s.apiEntry(r.PathValue("id"))
	if err != nil {
		return nil, err
	}
	all := slices.Clone(e.Record.Clauses)
	if k := r.FormValue("kind"); k != "" {
		kind, ok := index.ParseKind(k)
		if !ok {
			return nil, badRequest("kind %q is unknown", k)
		}
		all = slices.DeleteFunc(all, func(c circular.Clause) bool { return c.Kind != kind })
	}
	shown, list := pageOf(all, offset, limit)
	return struct {
		listPage
		Clauses []circular.Clause `json:"clauses"`
	}{list, shown}, nil
}

func (s *Server) apiSearch(r *http.Request) (any, error) {
	offset, limit, err := part(r)
	if err != nil {
		return nil, err
	}
	text := strings.TrimSpace(r.FormValue("q"))
	if text == "" {
		return nil, badRequest("q is missing: what to search for")
	}
	q, err := index.ParseQuery(text)
	if err != nil {
		return nil, err
	}
	q.Offset, q.Limit, q.Facets = offset, limit, r.FormValue("facets") == "true"
	sh, err := s.library.shelf()
	if err != nil {
		return nil, err
	}
	return sh.search(r.Context(), q)
}

func (s *Server) apiCompare(r *http.Request) (any, error) {
	_, e, err := s.apiEntry(r.FormValue("document"))
	if err != nil {
		return nil, err
	}
	how := judging{baseline: r.FormValue("baseline"), lang: apiLang(r)}
	if how.baseline == "auto" {
		how.baseline = ""
	}
	c, ready, err := e.compareSoon(s.baselines, how)
	if err != nil {
		return nil, err
	}
	if !ready {
		return nil, &apiError{http.StatusServiceUnavailable, "busy", "the comparison is being made; ask again"}
	}
	var b bytes.Buffer
	err = report.Write(&b, "json", []circular.Comparison{c}, report.Options{Lang: string(how.lang)})
	return b.Bytes(), err
}

// apiLang returns the language in which a program wants sentences.
func apiLang(r *http.Request) say.Lang {
	if r.FormValue("lang") == string(say.English) {
		return say.English
	}
	return say.Indonesian
}

func (s *Server) apiMatrix(r *http.Request) (any, error) {
	id := r.FormValue("baseline")
	if id == "" {
		id = defaultBaseline
	}
	i := slices.IndexFunc(s.baselines, func(b circular.Baseline) bool { return b.ID == id })
	if i < 0 {
		return nil, fmt.Errorf("baseline %q: %w", id, compare.ErrUnknownBaseline)
	}
	province := provinceCode(r.FormValue("province"))
	expected, err := compare.Addressees(province)
	if err != nil {
		return nil, err
	}
	sh, err := s.library.shelf()
	if err != nil {
		return nil, err
	}
	list, pending := sh.compareAll(s.baselines, judging{baseline: id, lang: apiLang(r)})
	if pending > 0 {
		return nil, &apiError{http.StatusServiceUnavailable, "busy", fmt.Sprintf("%d documents are still being compared; ask again", pending)}
	}
	m := compare.NewMatrix(s.baselines[i], list, expected, nil)
	m.Rows, m.Others = within(m.Rows, province), within(m.Others, province)
	var b bytes.Buffer
	err = report.WriteMatrix(&b, "json", m, report.Options{Lang: string(apiLang(r))})
	return b.Bytes(), err
}

// provinceCode returns the code of a province by its name, and what is no such
// name as it is.
func provinceCode(s string) string {
	for _, p := range provinces() {
		if strings.EqualFold(p.Name, s) {
			return p.Code
		}
	}
	return s
}

// apiBaseline names one baseline.
type apiBaseline struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

func (s *Server) apiBaselines(*http.Request) (any, error) {
	list := []apiBaseline{}
	for _, b := range s.baselines {
		list = append(list, apiBaseline{b.ID, b.Name})
	}
	return struct {
		Baselines []apiBaseline `json:"baselines"`
	}{list}, nil
}

// apiFile gives a file that describes the interface.
func apiFile(r *http.Request) (any, error) {
	name := r.PathValue("name")
	if name == "" {
		return openAPI.ReadFile("api/openapi.json")
	}
	b, err := schema.FS.ReadFile(path.Base(name))
	if err != nil {
		return nil, &apiError{http.StatusNotFound, "not-found", "there is no such schema"}
	}
	return b, nil
}
