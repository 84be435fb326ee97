package web

import (
	"bytes"
	"embed"
	"fmt"
	"html/template"
	"net/http"
	"net/url"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/telaah/telaah/internal/account"
	"github.com/telaah/telaah/internal/say"
	"github.com/telaah/telaah/report"
)

//go:embed pages
var pageFiles embed.FS

// pages are the templates by their names: each page with the layout around it.
type pages map[string]*template.Template

func parsePages() (pages, error) {
	funcs := template.FuncMap{"line": say.OneLine, "plain": plain, "short": func(n int, s string) string { return say.Shorten(s, n) }, "inc": func(i int) int { return i + 1 }, "dec": func(i int) int { return i - 1 }}
	base, err := template.New("layout.html").Funcs(funcs).ParseFS(pageFiles, "pages/layout.html", "pages/part-*.html")
	if err != nil {
		return nil, fmt.Errorf("parsing pages: %w", err)
	}
	entries, err := pageFiles.ReadDir("pages")
	if err != nil {
		return nil, fmt.Errorf("parsing pages: %w", err)
	}
	out := pages{}
	for _, e := range entries {
		name := strings.TrimSuffix(e.Name(), ".html")
		if name == "layout" || strings.HasPrefix(name, "part-") {
			continue
		}
		t, err := base.Clone()
		if err == nil {
			t, err = t.ParseFS(pageFiles, path.Join("pages", e.Name()))
		}
		if err != nil {
			return nil, fmt.Errorf("parsing page %s: %w", name, err)
		}
		out[name] = t
	}
	return out, nil
}

// page is what the layout around every page needs; the structs of pages embed
// it.
type page struct {
	say.Lang
	Nav    string // the entry of the navigation that the page belongs to
	Title  string
	Here   string           // path and query of the page
	Who    string           // the reader, as they named themselves last
	Paper  string           // on which the reader prints, one of report.Papers
	Notice string           // what came of the last act, "" none
	Me     *account.Account // whose page it is; nil where nobody logs in
	Office bool             // people log in here
}

// page returns the common part of a page. key is that of its title.
func (s *Server) page(r *http.Request, nav, title string) page {
	p := page{Lang: s.lang(r), Nav: nav, Title: title, Here: r.URL.RequestURI(), Who: cookie(r, "nama"), Paper: cookie(r, "kertas"), Me: me(r), Office: s.o.Door != nil}
	if !slices.Contains(report.Papers, p.Paper) {
		p.Paper = report.Papers[0]
	}
	if key := cookie(r, "kabar"); strings.HasPrefix(key, "done.") {
		p.Notice = p.T(key)
	}
	if r.Method != http.MethodGet {
		p.Here = "/"
	}
	return p
}

// T returns the words of a key in the reader's language.
func (p page) T(key string, args ...any) string { return text(p.Lang, key, args...) }

// CanEdit reports whether the reader may change the corpus.
func (p page) CanEdit() bool { return p.Me == nil || p.Me.Edits() }

// Private is the key of what the page says about where files go.
func (p page) Private() string {
	if p.Office {
		return "app.private.server"
	}
	return "app.private"
}

// Switch returns the address under which this page comes in the other language.
func (p page) Switch() string {
	to := "en"
	if p.Lang == say.English {
		to = "id"
	}
	return "/bahasa?ke=" + to + "&kembali=" + url.QueryEscape(p.Here)
}

// Papers are the sizes of paper to choose from, each with the address that
// chooses it.
func (p page) Papers() (out []option) {
	for _, size := range report.Papers {
		out = append(out, option{"/kertas?ke=" + size + "&kembali=" + url.QueryEscape(p.Here), size})
	}
	return out
}

// Report returns how reports are written for this reader.
func (p page) Report() report.Options { return report.Options{Lang: string(p.Lang), Paper: p.Paper} }

// lang returns the language of a reader: the one they chose, else the server's.
func (s *Server) lang(r *http.Request) say.Lang {
	switch l := say.Lang(cookie(r, "bahasa")); l {
	case say.Indonesian, say.English:
		return l
	}
	return s.o.Lang
}

// render writes a page. A template that fails is a mistake of ours: nothing of
// it is sent.
func (s *Server) render(w http.ResponseWriter, status int, name string, data any) {
	s.renderPart(w, status, name, "layout.html", data)
}

// renderPart writes one part of a page.
func (s *Server) renderPart(w http.ResponseWriter, status int, name, part string, data any) {
	var b bytes.Buffer
	if err := s.pages[name].ExecuteTemplate(&b, part, data); err != nil {
		http.Error(w, "page "+name+": "+err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	setCookie(w, "kabar", "", -1)
	w.WriteHeader(status)
	b.WriteTo(w) // a reader who is gone misses nothing
}

// back sends a reader to another page, after an act, with news of what was
// done ("" none).
func back(w http.ResponseWriter, r *http.Request, to, news string) {
	if news != "" {
		setCookie(w, "kabar", "done."+news, 60)
	}
	http.Redirect(w, r, to, http.StatusSeeOther)
}

// language notes the language that a reader chose.
func (s *Server) language(w http.ResponseWriter, r *http.Request) {
	if l := r.FormValue("ke"); l == "id" || l == "en" {
		setCookie(w, "bahasa", l, 365*24*3600)
	}
	http.Redirect(w, r, local(r.FormValue("kembali")), http.StatusSeeOther)
}

// paper notes the size of paper that a reader chose.
func (s *Server) paper(w http.ResponseWriter, r *http.Request) {
	if size := r.FormValue("ke"); slices.Contains(report.Papers, size) {
		setCookie(w, "kertas", size, 365*24*3600)
	}
	http.Redirect(w, r, local(r.FormValue("kembali")), http.StatusSeeOther)
}

// local returns an address on this server, "/" for any other.
func local(to string) string {
	u, err := url.Parse(to)
	if err != nil || u.IsAbs() || u.Host != "" || !strings.HasPrefix(u.Path, "/") || strings.HasPrefix(to, "//") || strings.Contains(to, "\\") {
		return "/"
	}
	return u.RequestURI()
}

func cookie(r *http.Request, name string) string {
	c, err := r.Cookie(name)
	if err != nil {
		return ""
	}
	v, err := url.QueryUnescape(c.Value)
	if err != nil {
		return ""
	}
	return v
}

// setCookie keeps a value in the reader's browser for so many seconds; less
// than 0 forgets it.
func setCookie(w http.ResponseWriter, name, value string, age int) {
	http.SetCookie(w, &http.Cookie{Name: name, Value: url.QueryEscape(value), Path: "/", MaxAge: age, HttpOnly: true, SameSite: http.SameSiteStrictMode})
}

// plain shows what would otherwise act unseen in a text: controls, and
// characters that turn the direction of reading.
func plain(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return r
		case r < ' ' || 0x7F <= r && r < 0xA0, '\u200B' <= r && r <= '\u200F', '\u2028' <= r && r <= '\u202E', '\u2060' <= r && r <= '\u206F', r == '\uFEFF', 0xE0000 <= r && r <= 0xE007F:
			return '\uFFFD'
		}
		return r
	}, s)
}

// pager is the way through a list of which some rows are shown.
type pager struct {
	From, Shown, Total int    // number of the first row, from 0; how many are shown, and how many there are
	Before, Next       string // addresses of the rows around them, "" none
}

// First and Last are the numbers of the rows that are shown, from 1.
func (p pager) First() int { return p.From + 1 }

// Last is the number of the last one.
func (p pager) Last() int { return p.From + p.Shown }

// rowsOf returns the rows of a list that a request asks for, at most per of them,
// and the way to the others.
func rowsOf[T any](r *http.Request, list []T, per int) ([]T, pager) {
	from := max(0, number(r.FormValue("dari")))
	if from >= len(list) {
		from = 0
	}
	shown := list[from:min(from+per, len(list))]
	return shown, pagerAt(r, from, len(shown), per, len(list))
}

// pagerAt returns the way from the shown rows of a list of total rows, of which
// per are shown at once; all else that the request asks for stays.
func pagerAt(r *http.Request, from, shown, per, total int) pager {
	address := func(from int) string {
		v := r.URL.Query()
		v.Del("dari")
		if from > 0 {
			v.Set("dari", strconv.Itoa(from))
		}
		return strings.TrimSuffix(r.URL.Path+"?"+v.Encode(), "?")
	}
	p := pager{From: from, Shown: shown, Total: total}
	if from+shown < total {
		p.Next = address(from + shown)
	}
	if from > 0 {
		p.Before = address(max(0, from-per))
	}
	return p
}
