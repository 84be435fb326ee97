package web

import (
	"bytes"
	"encoding/xml"
	"net/http"
	"net/url"
	"time"

	"github.com/google/uuid"
)

// maxEntries is how many entries a feed has: the latest.
const maxEntries = 50

// atomFeed is a feed as RFC 4287 has it.
type atomFeed struct {
	XMLName xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	Lang    string      `xml:"http://www.w3.org/XML/1998/namespace lang,attr"`
	ID      string      `xml:"id"`
	Title   string      `xml:"title"`
	Updated string      `xml:"updated"`
	Author  atomAuthor  `xml:"author"`
	Links   []atomLink  `xml:"link"`
	Entries []atomEntry `xml:"entry"`
}

type atomAuthor struct {
	Name string `xml:"name"`
}

type atomLink struct {
	Rel  string `xml:"rel,attr"`
	Type string `xml:"type,attr,omitempty"`
	Href string `xml:"href,attr"`
}

type atomEntry struct {
	ID      string   `xml:"id"`
	Title   string   `xml:"title"`
	Updated string   `xml:"updated"`
	Link    atomLink `xml:"link"`
	Summary string   `xml:"summary"`
}

// told is one thing that a feed tells.
type told struct {
	Key            string // the same for the same thing, always
	Title, Summary string
	Path           string // of its page
	At             time.Time
}

// feed sends what is told as an Atom feed, the latest first. Its page is at path.
func (s *Server) feed(w http.ResponseWriter, r *http.Request, title, path string, list []told) {
	root := &url.URL{Scheme: "http", Host: r.Host}
	if s.o.Secure {
		root.Scheme = "https"
	}
	address := func(path string) string {
		u, err := root.Parse(path)
		if err != nil {
			return root.String()
		}
		return u.String()
	}
	f := atomFeed{Lang: string(s.lang(r)), ID: urn(r.URL.RequestURI()), Title: plain(title), Author: atomAuthor{"Telaah"},
		Updated: time.Unix(0, 0).UTC().Format(time.RFC3339),
		Links:   []atomLink{{"self", "application/atom+xml", address(r.URL.RequestURI())}, {"alternate", "text/html", address(path)}}}
	for i, n := range list {
		if i == maxEntries {
			break
		}
		if at := n.At.UTC().Format(time.RFC3339); i == 0 {
			f.Updated = at
		}
		f.Entries = append(f.Entries, atomEntry{urn(path + "#" + n.Key), plain(n.Title), n.At.UTC().Format(time.RFC3339),
			atomLink{"alternate", "text/html", address(n.Path)}, plain(n.Summary)})
	}
	b := bytes.NewBufferString(xml.Header)
	if err := xml.NewEncoder(b).Encode(f); err != nil {
		s.fail(w, r, http.StatusInternalServerError, "fail.report")
		return
	}
	w.Header().Set("Content-Type", "application/atom+xml; charset=utf-8")
	b.WriteTo(w)
}

// urn returns an address that names a thing, and not its place.
func urn(of string) string {
	return "urn:uuid:" + uuid.NewSHA1(uuid.NameSpaceURL, []byte("telaah:"+of)).String()
}
