package document

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/net/html/charset"

	"github.com/telaah/telaah/circular"
)

// readHTML reads a saved web page: its title, marked, and below it the main
// text without menus, advertisements and "read also" links.
func readHTML(data []byte) (d Document, err error) {
	defer func() { // the extractors below were not written for hostile pages
		if r := recover(); r != nil {
			d, err = Document{}, fmt.Errorf("%w: %v", ErrDamaged, r)
		}
	}()
	if len(data) > maxPart {
		return Document{}, fmt.Errorf("%w: %d bytes of HTML", ErrTooLarge, len(data))
	}
	text, ok := decode(data)
	if enc, name, sure := charset.DetermineEncoding(data, ""); ok && sure && name != "utf-8" && !bytes.HasPrefix(data, []byte("\xFF\xFE")) && !bytes.HasPrefix(data, []byte("\xFE\xFF")) {
		if b, err := enc.NewDecoder().Bytes(data); err == nil && !mostlyUTF8(data) {
			text = string(b)
		}
	}
	root, err := html.Parse(strings.NewReader(text))
	if err != nil {
		return Document{}, fmt.Errorf("%w: %v", ErrDamaged, err)
	}
	m := pageMeta(root)
	d.Title, d.Site, d.Published, d.Source.URL = m.title, m.site, m.published, m.url

	var b builder
	if d.Title != "" {
		b.add(d.Title + "\n")
		b.mark(0, circular.MarkTitle)
		b.add("\n")
	}
	head := len(b.body)
	if n := article(root); n != nil {
		renderHTML(&b, n, d.Title)
	}
	if found := len(bytes.TrimSpace(b.body[head:])); found < 200 {
		var whole builder
		if renderHTML(&whole, root, d.Title); len(whole.body) > 2*found { // the extractor has missed the text
			b.body, b.marks = b.body[:head], b.marks[:min(len(b.marks), 1)]
			renderHTML(&b, root, d.Title)
		}
	}
	if len(bytes.TrimSpace(b.body)) == 0 {
		return Document{}, ErrEmpty
	}
	d.Text = b.text()
	return d, nil
}

// maxNodes is the size of a page above which its main text is not looked for:
// the extractor's time grows with the square of it.
const maxNodes = 50_000

// article returns the node of the main text, or nil.
func article(root *html.Node) *html.Node {
	nodes := 0
	for range root.Descendants() {
		if nodes++; nodes > maxNodes {
			return nil
		}
	}
	res, err := trafilatura.ExtractDocument(root, trafilatura.Options{
		ExcludeComments: true,
		EnableFallback:  false,
		Focus:           trafilatura.Balanced,
		HtmlDateMode:    trafilatura.Disabled,
	})
	if err != nil {
		return nil
	}
	return res.ContentNode
}

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

// renderHTML adds the text below n: a line for each block, a blank line
// between paragraphs, rows of tables as lines with cells parted by tabs, items
// of ordered lists with their numbers. A first heading that repeats title is
// left out.
func renderHTML(b *builder, n *html.Node, title string) {
	r := htmlRenderer{b: b, title: title}
	r.walk(n, 0)
	r.flush()
}

type htmlRenderer struct {
	b     *builder
	title string
	run   strings.Builder // inline text of the current block
	label string          // number of the list item that begins
}

// flush ends the current block.
func (r *htmlRenderer) flush() {
	s := squeeze(clean(r.run.String()))
	r.run.Reset()
	if s == "" || s == r.title {
		return
	}
	r.b.add(r.label + s)
	r.b.line()
	r.label = ""
}

// maxDepth bounds how deep elements may lie in each other.
const maxDepth = 500

func (r *htmlRenderer) walk(n *html.Node, depth int) {
	if depth > maxDepth {
		return
	}
	switch n.Type {
	case html.TextNode:
		r.run.WriteString(n.Data)
		return
	case html.ElementNode:
	default:
		r.children(n, depth)
		return
	}
	switch tag(n) {
	case atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Head, atom.Iframe, atom.Svg, atom.Button, atom.Select:
	case atom.Br:
		r.flush()
	case atom.Table:
		r.flush()
		r.table(n)
	case atom.Ol, atom.Ul:
		r.flush()
		i := 0
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if tag(c) == atom.Li {
				i++
				r.label = "- "
				if tag(n) == atom.Ol {
					r.label = fmt.Sprintf("%d. ", i)
				}
			}
			r.walk(c, depth+1)
			r.flush()
			r.label = ""
		}
		r.b.add("\n")
	case atom.P, atom.Div, atom.Section, atom.Article, atom.Blockquote, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6,
		atom.Li, atom.Header, atom.Footer, atom.Main, atom.Aside, atom.Figure, atom.Figcaption, atom.Pre, atom.Dl, atom.Dt, atom.Dd, atom.Hr, atom.Form, atom.Nav, atom.Tr:
		r.flush()
		before := len(r.b.body)
		r.children(n, depth)
		r.flush()
		if tag(n) != atom.Li && len(r.b.body) > before && !bytes.HasSuffix(r.b.body, []byte("\n\n")) {
			r.b.add("\n")
		}
	default:
		r.children(n, depth)
	}
}

func (r *htmlRenderer) children(n *html.Node, depth int) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		r.walk(c, depth+1)
	}
}

// table adds the rows of a table, marked.
func (r *htmlRenderer) table(n *html.Node) {
	start := len(r.b.body)
	for row := range n.Descendants() {
		if tag(row) != atom.Tr {
			continue
		}
		var cells []string
		for c := row.FirstChild; c != nil; c = c.NextSibling {
			if tag(c) == atom.Td || tag(c) == atom.Th {
				cells = append(cells, squeeze(clean(nodeText(c))))
			}
		}
		if strings.Join(cells, "") != "" {
			r.b.add(strings.Join(cells, "\t") + "\n")
		}
	}
	if len(r.b.body) > start {
		r.b.mark(start, circular.MarkTable)
		r.b.add("\n")
	}
}

// tag returns the name of an element; the extractor sets no atoms on those
// it makes.
func tag(n *html.Node) atom.Atom {
	if n.Type != html.ElementNode {
		return 0
	}
	return atom.Lookup([]byte(n.Data))
}

// attr returns the value of an attribute, or "".
func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// nodeText returns the text below n, words of different blocks parted.
func nodeText(n *html.Node) string {
	var sb strings.Builder
	for c := range n.Descendants() {
		switch {
		case c.Type == html.TextNode:
			sb.WriteString(c.Data)
		case tag(c) == atom.P || tag(c) == atom.Br || tag(c) == atom.Div || tag(c) == atom.Li:
			sb.WriteByte(' ')
		}
	}
	return sb.String()
}
