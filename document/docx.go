package document

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"

	"github.com/telaah/telaah/circular"
)

// readDOCX reads a Word document: paragraphs with their automatic numbers,
// tables as rows, text boxes, page headers and footers. Tracked changes are
// read as accepted, and warned about.
func readDOCX(data []byte) (Document, error) {
	a, err := openArchive(data)
	if err != nil {
		return Document{}, err
	}
	main, err := a.part("word/document.xml")
	if err != nil {
		return Document{}, err
	}
	styles, err := a.part("word/styles.xml")
	if err != nil {
		return Document{}, err
	}
	lists, err := a.part("word/numbering.xml")
	if err != nil {
		return Document{}, err
	}
	num := newNumbering(lists, styles)

	var d Document
	w := &docxWalker{num: num}
	if err := a.furniture(w, "header", circular.MarkHeader); err != nil {
		return Document{}, err
	}
	if err := w.read(main); err != nil {
		return Document{}, err
	}
	if err := a.furniture(w, "footer", circular.MarkFooter); err != nil {
		return Document{}, err
	}
	if len(bytes.TrimSpace(w.b.body)) == 0 {
		return Document{}, ErrEmpty
	}
	d.Text = w.b.text()
	if w.deleted > 0 || w.inserted > 0 {
		d.Warnings = append(d.Warnings, circular.Warning{
			Code: "tracked-changes",
			Message: fmt.Sprintf("Naskah memuat perubahan terlacak (%d sisipan, %d penghapusan); dibaca seolah semua diterima.",
				w.inserted, w.deleted),
		})
	}
	if core, err := a.part("docProps/core.xml"); err == nil {
		d.Title = coreTitle(core)
	}
	return d, nil
}

// furniture adds the text of all headers or footers, each wording once, in
// the order of their names.
func (a *archive) furniture(w *docxWalker, what string, k circular.MarkKind) error {
	var names []string
	for _, n := range a.names {
		if path.Dir(n) == "word" && strings.HasPrefix(path.Base(n), what) && path.Ext(n) == ".xml" {
			names = append(names, n)
		}
	}
	slices.Sort(names)
	seen := map[string]bool{}
	for _, n := range names {
		data, err := a.part(n)
		if err != nil {
			return err
		}
		sub := &docxWalker{num: newNumbering(nil, nil), flat: true}
		if err := sub.read(data); err != nil {
			return err
		}
		s := strings.TrimSpace(string(sub.b.body))
		if s == "" || seen[s] {
			continue
		}
		seen[s] = true
		start := len(w.b.body)
		w.b.add(s + "\n")
		w.b.mark(start, k)
	}
	return nil
}

// coreTitle returns the title in the properties of a document.
func coreTitle(core []byte) string {
	var v struct {
		Title string `xml:"title"`
	}
	if xml.Unmarshal(core, &v) != nil {
		return ""
	}
	return squeeze(clean(v.Title))
}

// docxWalker reads one part of a document in its order.
type docxWalker struct {
	b   builder
	num *numbering

	para     strings.Builder // text of the current paragraph
	style    string
	list     listRef
	cells    []string // of the current table row, where depth > 0
	cell     []string // paragraphs of the current cell
	depth    int      // tables around the current place
	tableAt  int      // where the outermost table begins in the body
	inserted int      // tracked changes met
	deleted  int
	changes  [][2]int // ranges of the paragraph that tracked insertions cover
	boxes    []string // text boxes anchored in the current paragraph
	flat     bool     // no pages: a header or footer
	nesting  int
}

var errNesting = errors.New("elements lie too deep in each other")

// read walks the XML of a part.
func (w *docxWalker) read(data []byte) error {
	dec := xml.NewDecoder(bytes.NewReader(data))
	for {
		tok, err := dec.Token()
		if err == io.EOF {
			w.endParagraph()
			return nil
		}
		if err == nil {
			err = w.token(dec, tok)
		}
		if err != nil {
			if errors.Is(err, errNesting) {
				return fmt.Errorf("%w: %v", ErrTooLarge, err)
			}
			return fmt.Errorf("%w: %v", ErrDamaged, err)
		}
	}
}

func (w *docxWalker) token(dec *xml.Decoder, tok xml.Token) error {
	switch t := tok.(type) {
	case xml.Directive:
		return errors.New("a document type declaration is refused")
	case xml.StartElement:
		if w.nesting++; w.nesting > maxDepth {
			return errNesting
		}
		return w.start(dec, t)
	case xml.EndElement:
		w.nesting--
		w.end(t)
	}
	return nil
}

// skip leaves out an element with all it holds.
func (w *docxWalker) skip(dec *xml.Decoder) error {
	w.nesting--
	for depth := 0; ; {
		tok, err := dec.Token()
		if err != nil {
			return err
		}
		switch tok.(type) {
		case xml.StartElement:
			if depth++; depth > maxDepth {
				return errNesting
			}
		case xml.EndElement:
			if depth--; depth < 0 {
				return nil
			}
		}
	}
}

func (w *docxWalker) start(dec *xml.Decoder, e xml.StartElement) error {
	switch e.Name.Local {
	case "t":
		var s string
		err := dec.DecodeElement(&s, &e)
		w.nesting--
		w.para.WriteString(s)
		return err
	case "tab":
		if w.para.Len() > 0 { // not the tab stops of the paragraph properties
			w.para.WriteByte(' ')
		}
	case "br", "cr":
		if val(e, "type") == "page" {
			w.pageBreak()
		} else {
			w.para.WriteByte('\n')
		}
	case "lastRenderedPageBreak":
		w.pageBreak()
	case "noBreakHyphen":
		w.para.WriteByte('-')
	case "sym":
		w.para.WriteString("•")
	case "pStyle":
		w.style = val(e, "val")
	case "numId":
		w.list.num, w.list.set = val(e, "val"), true
	case "ilvl":
		w.list.level = atoi(val(e, "val"))
	case "ins", "moveTo":
		w.changes = append(w.changes, [2]int{w.para.Len(), -1})
	case "del", "moveFrom":
		w.deleted++
		return w.skip(dec)
	case "Fallback", "instrText": // the Choice beside a Fallback says the same
		return w.skip(dec)
	case "txbxContent":
		sub := &docxWalker{num: w.num, flat: true, nesting: w.nesting}
		if err := sub.inner(dec); err != nil {
			return err
		}
		w.nesting--
		if s := strings.TrimSpace(string(sub.b.body)); s != "" && !slices.Contains(w.boxes, s) {
			w.boxes = append(w.boxes, s)
		}
	case "tbl":
		if w.depth++; w.depth == 1 {
			w.endParagraph()
			w.tableAt = len(w.b.body)
		}
	case "tr":
		if w.depth == 1 {
			w.cells = nil
		}
	case "tc":
		if w.depth == 1 {
			w.cell = nil
		}
	}
	return nil
}

// inner reads up to the end of the element that has just begun.
func (w *docxWalker) inner(dec *xml.Decoder) error {
	outer := w.nesting
	for w.nesting >= outer {
		tok, err := dec.Token()
		if err != nil {
			return err
		}
		if err := w.token(dec, tok); err != nil {
			return err
		}
	}
	w.endParagraph()
	return nil
}

func (w *docxWalker) end(e xml.EndElement) {
	switch e.Name.Local {
	case "p":
		w.endParagraph()
	case "ins", "moveTo":
		if n := len(w.changes); n > 0 && w.changes[n-1][1] < 0 {
			w.changes[n-1][1] = w.para.Len()
			w.inserted++
		}
	case "tc":
		if w.depth == 1 {
			w.cells = append(w.cells, strings.Join(w.cell, " "))
		}
	case "tr":
		if w.depth == 1 && strings.Join(w.cells, "") != "" {
			w.b.add(strings.Join(w.cells, "\t") + "\n")
		}
	case "tbl":
		if w.depth--; w.depth == 0 {
			w.b.mark(w.tableAt, circular.MarkTable)
		}
	}
}

// pageBreak ends a page before the current paragraph's remaining text. Word
// writes the break it made beside the one it was told to make: a page without
// text is none.
func (w *docxWalker) pageBreak() {
	if w.flat || w.depth > 0 {
		return
	}
	if strings.TrimSpace(w.para.String()) != "" {
		return // breaks inside a paragraph belong to its end
	}
	if len(bytes.TrimSpace(w.b.body[w.b.start:])) > 0 {
		w.b.page(circular.Page{Method: circular.MethodText})
	}
}

// endParagraph adds the current paragraph with its number.
func (w *docxWalker) endParagraph() {
	text := w.para.String()
	label := ""
	if strings.TrimSpace(text) != "" {
		label = w.num.label(w.style, w.list)
	}
	if w.depth > 0 {
		if s := squeeze(clean(label + text)); s != "" {
			w.cell = append(w.cell, s)
		}
	} else {
		w.addParagraph(label, text)
	}
	w.para.Reset()
	w.style, w.list, w.changes, w.boxes = "", listRef{}, nil, nil
}

// addParagraph adds a paragraph outside tables, and after it its text boxes.
func (w *docxWalker) addParagraph(label, text string) {
	if strings.TrimSpace(text) == "" {
		if n := len(w.b.body); n > 0 && !bytes.HasSuffix(w.b.body, []byte("\n\n")) {
			w.b.add("\n")
		}
	} else {
		w.b.add(label)
		at := 0
		for _, c := range w.changes {
			if c[1] <= c[0] || c[0] < at {
				continue
			}
			w.b.add(text[at:c[0]])
			start := len(w.b.body)
			w.b.add(text[c[0]:c[1]])
			w.b.mark(start, circular.MarkInserted)
			at = c[1]
		}
		w.b.add(text[at:])
		w.b.line()
	}
	for _, s := range w.boxes {
		start := len(w.b.body)
		w.b.add(s + "\n")
		w.b.mark(start, circular.MarkTextBox)
	}
}

// val returns the attribute of an element by its local name, or "".
func val(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}
