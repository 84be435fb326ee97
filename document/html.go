package document

import (
	"bytes"
	"fmt"
	"strings"

	readability "codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/net/html/charset"

	"github.com/telaah/telaah/circular"
)

// readHTML reads a saved web page: its title, marked, and below it the main
// text without menus, advertisements, "read also" links and what is hidden.
func readHTML(data []byte) (d Document, err error) {
	defer func() { // the extractors below were not written for hostile pages
		if r := recover(); r != nil {
			d, err = Document{}, fmt.Errorf("%w: %v", ErrDamaged, r)
		}
	}()
	var warned warnings
	root, err := parseHTML(data, &warned)
	if err != nil {
		return Document{}, err
	}
	d.Warnings = warned.list()
	m := pageMeta(root)
	d.Title, d.Site, d.Published, d.Source.URL = m.title, m.site, m.published, m.url

	var b builder
	if d.Title != "" {
		b.add(d.Title + "\n")
		b.mark(0, circular.MarkTitle)
		b.add("\n")
	}
	whole := rendered(root, d.Title, nil)
	main := whole
	if n := article(root); n != nil {
		found := rendered(n, d.Title, nil)
		if lost := lostLists(root, string(found.body)); len(lost) > 0 {
			found = rendered(n, d.Title, lost)
		}
		if size := len(bytes.TrimSpace(found.body)); (size >= 200 || len(whole.body) <= 2*size) && excerpt(found, whole) {
			main = found
		}
	}
	b.include(main.text())
	if len(bytes.TrimSpace(b.body)) == 0 {
		return Document{}, ErrEmpty
	}
	d.Text = b.text()
	return d, nil
}

// rendered returns the text below n.
func rendered(n *html.Node, title string, lost map[string][]*html.Node) *builder {
	var b builder
	renderHTML(&b, n, title, lost)
	return &b
}

// excerpt reports whether a text is an excerpt of the whole page: most of it is
// lines of the page, and it says nothing twice. From short pages the extractor
// takes all text without its lines.
func excerpt(text, whole *builder) bool {
	if len(text.body) > len(whole.body)+len(whole.body)/20 {
		return false
	}
	lines := map[string]bool{}
	for line := range strings.Lines(string(whole.body)) {
		lines[pack(line)] = true
	}
	all, there := 0, 0
	for line := range strings.Lines(string(text.body)) {
		all += len(line)
		if lines[pack(line)] {
			there += len(line)
		}
	}
	return 2*there >= all
}

// wholeHTML reads all that a page shows.
func wholeHTML(data []byte, warned *warnings) (circular.Text, error) {
	root, err := parseHTML(data, warned)
	if err != nil {
		return circular.Text{}, err
	}
	return rendered(root, "", nil).text(), nil
}

// parseHTML parses a page as a reader without scripts shows it: what is hidden
// or struck out is gone, what stands in noscript is there.
func parseHTML(data []byte, warned *warnings) (*html.Node, error) {
	if len(data) > maxPart {
		return nil, fmt.Errorf("%w: %d bytes of HTML", ErrTooLarge, len(data))
	}
	text, ok := decode(data)
	if enc, name, sure := charset.DetermineEncoding(data, ""); ok && sure && name != "utf-8" && !bytes.HasPrefix(data, []byte("\xFF\xFE")) && !bytes.HasPrefix(data, []byte("\xFE\xFF")) {
		if b, err := enc.NewDecoder().Bytes(data); err == nil && !mostlyUTF8(data) {
			text = string(b)
		}
	}
	root, err := html.ParseWithOptions(strings.NewReader(text), html.ParseOptionEnableScripting(false))
	if err != nil {
		return nil, fmt.Errorf("%w: %v", ErrDamaged, err)
	}
	var gone []*html.Node
	for n := range root.Descendants() {
		switch t := tag(n); {
		case t == atom.S, t == atom.Strike, t == atom.Del:
			warned.leave(warnStruck, nodeText(n))
			gone = append(gone, n)
		case isHidden(n):
			gone = append(gone, n)
		}
	}
	for _, n := range gone {
		n.Parent.RemoveChild(n)
	}
	return root, nil
}

// isHidden reports whether an element says itself that it is not shown.
func isHidden(n *html.Node) bool {
	if n.Type != html.ElementNode || tag(n) == atom.Html || tag(n) == atom.Body {
		return false
	}
	for _, a := range n.Attr {
		switch a.Key {
		case "hidden":
			return true
		case "style":
			s := strings.ToLower(strings.ReplaceAll(a.Val, " ", ""))
			if strings.Contains(s, "display:none") || strings.Contains(s, "visibility:hidden") {
				return true
			}
		}
	}
	return false
}

// maxNodes is the size of a page above which its main text is not looked for:
// the extractor's time grows with the square of it.
const maxNodes = 50_000

// article returns a copy of the node of the main text, or nil.
func article(root *html.Node) *html.Node {
	nodes := 0
	for range root.Descendants() {
		if nodes++; nodes > maxNodes {
			return nil
		}
	}
	var copied bytes.Buffer // the extractor changes what it is given
	if html.Render(&copied, root) != nil {
		return nil
	}
	again, err := html.ParseWithOptions(&copied, html.ParseOptionEnableScripting(false))
	if err != nil {
		return nil
	}
	for n := range again.Descendants() {
		if tag(n) == atom.Noscript { // what is shown where no script runs, as here
			n.Data, n.DataAtom = "div", atom.Div
		}
	}
	parser := readability.NewParser()
	res, err := parser.ParseAndMutate(again, nil)
	if err != nil {
		return nil
	}
	return res.Node
}

// maxLost bounds the lists of a page that are looked for in its main text.
const maxLost = 300

// lostLists finds the lists and tables that are missing in the main text though
// the block before them is there, by the text of that block. Lists of links are
// none: they lead away from the text.
func lostLists(root *html.Node, main string) map[string][]*html.Node {
	packed := pack(main)
	lost := map[string][]*html.Node{}
	after := map[*html.Node]string{} // the block before a list that is lost
	seen := 0
	for n := range root.Descendants() {
		switch tag(n) {
		case atom.Ol, atom.Ul, atom.Dl, atom.Table:
		default:
			continue
		}
		if seen++; seen > maxLost {
			break
		}
		before := n.PrevSibling
		for before != nil && before.Type != html.ElementNode {
			before = before.PrevSibling
		}
		if before == nil {
			continue
		}
		lead := squeeze(clean(nodeText(before)))
		if chained, ok := after[before]; ok {
			lead = chained
		} else if lead == "" || !strings.Contains(packed, pack(lead)) {
			continue
		}
		if missing(n, packed) {
			lost[lead] = append(lost[lead], n)
			after[n] = lead
		}
	}
	return lost
}

// missing reports whether most of the text below n, which is no list of links,
// does not stand in packed.
func missing(n *html.Node, packed string) bool {
	var all, gone int
	for c := range n.Descendants() {
		if s := pack(c.Data); c.Type == html.TextNode && s != "" {
			all += len(s)
			if !strings.Contains(packed, s) {
				gone += len(s)
			}
		}
	}
	return all >= 20 && 2*gone > all && 3*linked(n) < all
}

// pack returns a text without what differs between two ways to write it.
func pack(s string) string {
	return strings.Map(func(r rune) rune {
		if isAlnum(r) {
			return r
		}
		return -1
	}, s)
}

// linked counts the bytes of the links below n.
func linked(n *html.Node) int {
	sum := 0
	for c := range n.Descendants() {
		if tag(c) == atom.A {
			sum += len(squeeze(nodeText(c)))
		}
	}
	return sum
}
