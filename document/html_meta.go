package document

import (
	"encoding/json"
	"strings"
	"time"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/telaah/telaah/circular"
)

// meta is what a web page says of itself.
type meta struct {
	title, site, url string
	published        circular.Date
}

// pageMeta reads the head of a page: Open Graph and article properties first,
// then JSON-LD, then the title element.
func pageMeta(root *html.Node) meta {
	var m meta
	var title, h1, day string
	set := func(to *string, v string) {
		if v = squeeze(clean(v)); *to == "" && v != "" {
			*to = v
		}
	}
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		switch tag(n) {
		case atom.Title:
			set(&title, nodeText(n))
		case atom.H1:
			set(&h1, nodeText(n))
		case atom.Link:
			if attr(n, "rel") == "canonical" {
				set(&m.url, attr(n, "href"))
			}
		case atom.Meta:
			v := attr(n, "content")
			switch strings.ToLower(attr(n, "property") + attr(n, "name")) {
			case "og:title":
				set(&m.title, v)
			case "og:site_name":
				set(&m.site, v)
			case "og:url":
				set(&m.url, v)
			case "article:published_time", "date", "dc.date", "dc.date.issued", "publishdate", "content_publishdate":
				set(&day, v)
			}
		case atom.Script:
			if attr(n, "type") == "application/ld+json" {
				set(&day, published(nodeText(n)))
			}
		}
	}
	set(&m.title, h1)
	set(&m.title, title)
	m.published = isoDay(day)
	return m
}

// published returns the first datePublished of a JSON-LD script, or "".
func published(script string) string {
	var v any
	if json.Unmarshal([]byte(script), &v) != nil {
		return ""
	}
	var find func(v any, depth int) string
	find = func(v any, depth int) string {
		if depth > 8 {
			return ""
		}
		switch v := v.(type) {
		case map[string]any:
			if s, ok := v["datePublished"].(string); ok {
				return s
			}
			return find(v["@graph"], depth+1)
		case []any:
			for _, e := range v {
				if s := find(e, depth+1); s != "" {
					return s
				}
			}
		}
		return ""
	}
	return find(v, 0)
}

// isoDay returns the day a time in ISO 8601 falls on by its own clock, or
// no date.
func isoDay(s string) circular.Date {
	if len(s) < len(time.DateOnly) {
		return circular.Date{}
	}
	t, err := time.Parse(time.DateOnly, s[:len(time.DateOnly)])
	if err != nil {
		return circular.Date{}
	}
	return circular.Date{Year: t.Year(), Month: t.Month(), Day: t.Day()}
}
