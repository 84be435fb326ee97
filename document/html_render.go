package document

import (
	"bytes"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// renderHTML adds the text below n: a line for each block, a blank line
// between paragraphs, rows of tables as lines with cells parted by tabs, items
// of ordered lists with their numbers. A first heading that repeats title is
// left out. Behind a line whose text is a key of lost follow its nodes.
func renderHTML(b *builder, n *html.Node, title string, lost map[string][]*html.Node) {
	r := htmlRenderer{b: b, title: title, lost: lost}
	r.walk(n, 0)
	r.flush()
}

type htmlRenderer struct {
	b     *builder
	title string
	lost  map[string][]*html.Node
	run   strings.Builder // inline text of the current block
	label string          // number of the list item that begins
	raw   int             // preformatted elements around
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
	nodes := r.lost[s]
	delete(r.lost, s)
	for _, n := range nodes {
		r.walk(n, 0)
	}
}

// maxDepth bounds how deep elements may lie in each other.
const maxDepth = 500

func (r *htmlRenderer) walk(n *html.Node, depth int) {
	if depth > maxDepth {
		return
	}
	switch n.Type {
	case html.TextNode:
		r.text(n.Data)
		return
	case html.ElementNode:
	default:
		r.children(n, depth)
		return
	}
	switch tag(n) {
	case atom.Script, atom.Style, atom.Template, atom.Head, atom.Iframe, atom.Svg, atom.Button, atom.Select, atom.Nav, atom.Aside:
	case atom.Br:
		r.flush()
	case atom.Table:
		r.flush()
		r.table(n, depth)
	case atom.Noscript: // what it tells a reader without scripts; pixels and pleas are no blocks
		for c := range n.Descendants() {
			if tag(c) == atom.P || tag(c) == atom.Li || tag(c) == atom.Table {
				r.flush()
				r.children(n, depth)
				r.flush()
				break
			}
		}
	case atom.Sup:
		if s := strings.TrimSpace(nodeText(n)); isNoteNumber(s) {
			r.run.WriteString(raise(s))
			break
		}
		r.children(n, depth)
	case atom.Ol, atom.Ul:
		r.list(n, depth)
	case atom.Pre:
		r.flush()
		r.raw++
		r.children(n, depth)
		r.raw--
		r.flush()
	case atom.P, atom.Div, atom.Section, atom.Article, atom.Blockquote, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6,
		atom.Li, atom.Header, atom.Footer, atom.Main, atom.Figure, atom.Figcaption, atom.Dl, atom.Dt, atom.Dd, atom.Hr, atom.Form, atom.Tr, atom.Td, atom.Th, atom.Caption, atom.Address, atom.Details, atom.Summary, atom.Center:
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

// text adds inline text; where it is preformatted, its lines are lines.
func (r *htmlRenderer) text(s string) {
	if r.raw == 0 {
		r.run.WriteString(s)
		return
	}
	for i, line := range strings.Split(s, "\n") {
		if i > 0 {
			r.flush()
		}
		r.run.WriteString(line)
	}
}

// list adds the items of a list with their numbers.
func (r *htmlRenderer) list(n *html.Node, depth int) {
	r.flush()
	i := 1
	if start := atoi(attr(n, "start")); start > 0 {
		i = start
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if tag(c) == atom.Li {
			if v := atoi(attr(c, "value")); v > 0 {
				i = v
			}
			r.label = "- "
			if tag(n) == atom.Ol {
				r.label = numeral(i, listFormat(n)) + ". "
			}
			i++
		}
		r.walk(c, depth+1)
		r.flush()
		r.label = ""
	}
	r.b.add("\n")
}

// listFormat returns how an ordered list counts, in the words of Word.
func listFormat(n *html.Node) string {
	style := strings.ToLower(attr(n, "style"))
	switch t := attr(n, "type"); {
	case t == "a", strings.Contains(style, "lower-alpha"), strings.Contains(style, "lower-latin"):
		return "lowerLetter"
	case t == "A", strings.Contains(style, "upper-alpha"), strings.Contains(style, "upper-latin"):
		return "upperLetter"
	case t == "i", strings.Contains(style, "lower-roman"):
		return "lowerRoman"
	case t == "I", strings.Contains(style, "upper-roman"):
		return "upperRoman"
	}
	return "decimal"
}

// table adds the rows of a table, marked. A table that only places things on
// the page - it holds another one, or has one column - is read as text.
func (r *htmlRenderer) table(n *html.Node, depth int) {
	var rows [][]tableCell
	var above spread
	widest := 0
	for row := range n.Descendants() {
		if tag(row) == atom.Table {
			widest = 0
			break
		}
		if tag(row) != atom.Tr {
			continue
		}
		var cells []tableCell
		var reach []int
		for c := row.FirstChild; c != nil; c = c.NextSibling {
			if tag(c) == atom.Td || tag(c) == atom.Th {
				cells = append(cells, tableCell{text: squeeze(clean(nodeText(c))), cols: atoi(attr(c, "colspan"))})
				reach = append(reach, atoi(attr(c, "rowspan")))
			}
		}
		rows = append(rows, above.row(cells, reach))
		widest = max(widest, len(cells))
	}
	if widest < 2 {
		r.children(n, depth)
		r.flush()
		return
	}
	r.b.table(rows, nil)
	r.b.add("\n")
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
