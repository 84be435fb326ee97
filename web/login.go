package web

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"strings"

	"github.com/telaah/telaah/internal/account"
)

// loginPage lets people in.
type loginPage struct {
	page
	Login string
	Back  string
	Wrong string // why it was not so
}

// accountKey finds the account of a request in its context.
type accountKey struct{}

// me returns whose request it is, nil where everybody on this machine may do
// everything.
func me(r *http.Request) *account.Account {
	a, _ := r.Context().Value(accountKey{}).(*account.Account)
	return a
}

// login returns the login of a request, "" where nobody has one.
func login(r *http.Request) string {
	if a := me(r); a != nil {
		return a.Login
	}
	return ""
}

// name returns the name of who makes a request, "" where nobody logs in.
func name(r *http.Request) string {
	if a := me(r); a != nil {
		return a.Name
	}
	return ""
}

// enter lets those in who have an account: people with a session, programs with
// a token where programs have a place. Whoever may only read changes nothing but
// drafts of their own.
func (s *Server) enter(next http.Handler) http.Handler {
	if s.o.Door == nil {
		return next
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if open(r.URL.Path) {
			next.ServeHTTP(w, r)
			return
		}
		a := s.o.Door.Session(rawCookie(r, s.sessionName()))
		if a == nil && forPrograms(r.URL.Path) {
			a = s.o.Door.Program(token(r))
		}
		switch {
		case a == nil:
			s.turnAway(w, r)
			return
		case !safe(r.Method) && (a.Token || !a.Edits() && !draftWork(r.URL.Path)):
			s.fail(w, r, http.StatusForbidden, "fail.role")
			return
		}
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), accountKey{}, a)))
	})
}

// open reports whether a path is there for people who are not in yet.
func open(path string) bool {
	return path == "/masuk" || strings.HasPrefix(path, "/aset/") || path == "/bahasa"
}

// forPrograms reports whether a path may be read with a token.
func forPrograms(path string) bool {
	return strings.HasPrefix(path, apiRoot+"/") || strings.HasSuffix(path, ".atom") || strings.HasSuffix(path, ".ics")
}

// safe reports whether a method changes nothing.
func safe(method string) bool { return method == http.MethodGet || method == http.MethodHead }

// draftWork reports whether a change concerns nothing but a draft of one's own,
// or leaving.
func draftWork(path string) bool {
	return path == "/keluar" || path == "/periksa" || strings.HasPrefix(path, "/periksa/") && !strings.HasSuffix(path, "/simpan")
}

// token returns the token that a program shows: as a bearer, or as the word of
// basic authentication, which readers of feeds know.
func token(r *http.Request) string {
	if t, ok := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer "); ok {
		return t
	}
	_, word, _ := r.BasicAuth()
	return word
}

// turnAway answers somebody who is not in.
func (s *Server) turnAway(w http.ResponseWriter, r *http.Request) {
	to := "/masuk"
	if r.Method == http.MethodGet && r.URL.Path != "/" {
		to += "?kembali=" + url.QueryEscape(r.URL.RequestURI())
	}
	switch {
	case forPrograms(r.URL.Path):
		w.Header().Set("WWW-Authenticate", `Basic realm="Telaah", charset="UTF-8"`)
		if strings.HasPrefix(r.URL.Path, apiRoot+"/") {
			w.Header().Set("WWW-Authenticate", `Bearer realm="Telaah"`)
			apiFail(w, http.StatusUnauthorized, "unauthorized", "a token is needed")
			return
		}
		http.Error(w, text(s.lang(r), "fail.token"), http.StatusUnauthorized)
	case r.Header.Get("HX-Request") != "":
		w.Header().Set("HX-Redirect", to)
		w.WriteHeader(http.StatusUnauthorized)
	case safe(r.Method):
		http.Redirect(w, r, to, http.StatusSeeOther)
	default:
		s.fail(w, r, http.StatusUnauthorized, "fail.session")
	}
}

func (s *Server) loginForm(w http.ResponseWriter, r *http.Request) {
	s.showLogin(w, r, http.StatusOK, "")
}

func (s *Server) showLogin(w http.ResponseWriter, r *http.Request, status int, wrong string) {
	p := loginPage{page: s.page(r, "login", ""), Login: plain(r.PostFormValue("nama")), Back: local(r.FormValue("kembali")), Wrong: wrong}
	p.Title = p.T("login.title")
	p.Here = "/masuk"
	s.render(w, status, "login", p)
}

// loginNow checks the word of a person and opens a session. What was wrong is
// never said.
func (s *Server) loginNow(w http.ResponseWriter, r *http.Request) {
	r.Body = http.MaxBytesReader(w, r.Body, 4<<10)
	name := strings.ToLower(strings.TrimSpace(r.PostFormValue("nama")))
	session, who, err := s.o.Door.Login(name, r.PostFormValue("kata"))
	l := s.lang(r)
	switch {
	case errors.Is(err, account.ErrLocked):
		s.log("login.locked", "from", s.client(r))
		s.showLogin(w, r, http.StatusTooManyRequests, text(l, "login.locked"))
	case err != nil:
		s.log("login.wrong", "from", s.client(r))
		s.showLogin(w, r, http.StatusUnauthorized, text(l, "login.wrong"))
	default:
		s.log("login", "login", who.Login, "from", s.client(r))
		http.SetCookie(w, s.sessionCookie(session, int(account.SessionAge.Seconds())))
		http.Redirect(w, r, local(r.PostFormValue("kembali")), http.StatusSeeOther)
	}
}

// logout ends a session.
func (s *Server) logout(w http.ResponseWriter, r *http.Request) {
	s.o.Door.Logout(rawCookie(r, s.sessionName()))
	s.log("logout", "login", login(r), "from", s.client(r))
	http.SetCookie(w, s.sessionCookie("", -1))
	http.Redirect(w, r, "/masuk", http.StatusSeeOther)
}

// sessionName is the name of the cookie with the session. Behind TLS, browsers
// hold that it came from this host alone.
func (s *Server) sessionName() string {
	if s.o.Secure {
		return "__Host-sesi"
	}
	return "sesi"
}

func (s *Server) sessionCookie(value string, age int) *http.Cookie {
	return &http.Cookie{Name: s.sessionName(), Value: value, Path: "/", MaxAge: age, HttpOnly: true, Secure: s.o.Secure, SameSite: http.SameSiteStrictMode}
}

func rawCookie(r *http.Request, name string) string {
	c, err := r.Cookie(name)
	if err != nil {
		return ""
	}
	return c.Value
}

// client returns where a request came from: what the proxy in front says, where
// there is one, which puts its own word last.
func (s *Server) client(r *http.Request) string {
	if s.o.Proxied {
		if all := r.Header.Values("X-Forwarded-For"); len(all) > 0 {
			list := strings.Split(all[len(all)-1], ",")
			return strings.TrimSpace(list[len(list)-1])
		}
	}
	return r.RemoteAddr
}

// log tells the operator of something that happened.
func (s *Server) log(event string, args ...any) {
	if s.o.Log != nil {
		s.o.Log(event, args...)
	}
}
