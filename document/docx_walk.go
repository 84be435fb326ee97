package document

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/telaah/telaah/circular"
)

// docxWalker reads one part of a Word document in its order.
type docxWalker struct {
	*docx
	b builder

	para     strings.Builder // text of the current paragraph
	style    string
	list     listRef
	run      look // of the current run
	inPara   bool // inside the properties of a paragraph
	changes  [][2]int
	boxes    []string // text boxes anchored in the current paragraph
	pending  []string // notes that the current paragraph refers to
	numbered bool     // the paragraph before has an automatic number

	tables  []*docxTable // around the current place
	flat    bool         // no pages: a header or footer
	nesting int
}

// docxTable is a table that is being read.
type docxTable struct {
	rows  [][]tableCell
	below map[int][]string // lines of tables in the cells of a row
	cell  tableCell
	paras []string
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
			return damaged(err)
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

// skip leaves out the element that has just begun, with all it holds.
func (w *docxWalker) skip(dec *xml.Decoder) error {
	w.nesting--
	return skipElement(dec)
}

// skipElement reads up to the end of the element that has just begun.
func skipElement(dec *xml.Decoder) error {
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

func (w *docxWalker) start(dec *xml.Decoder, e xml.StartElement) error {
	switch e.Name.Local {
	case "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tcPrChange", "trPrChange", "tblGridChange", "numberingChange",
		"instrText", "Fallback": // how it was before; codes of fields; what the Choice beside it says
		return w.skip(dec)
	case "t":
		var s string
		err := dec.DecodeElement(&s, &e)
		w.nesting--
		w.text(s)
		return err
	case "sym":
		w.text(symbol(val(e, "font"), val(e, "char")))
	case "noBreakHyphen":
		w.text("-")
	case "tab":
		if !w.inPara && w.para.Len() > 0 {
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
	case "p":
		w.style, w.list = "", listRef{}
	case "pPr":
		w.inPara = true
	case "pStyle":
		w.style = val(e, "val")
	case "numId":
		w.list.num, w.list.set = val(e, "val"), true
	case "ilvl":
		w.list.level = atoi(val(e, "val"))
	case "r":
		w.run = w.looks[w.style]
	case "rStyle", "vanish", "strike", "dstrike", "vertAlign", "rFonts":
		if !w.inPara {
			w.run.set(e, w.looks)
		}
	case "ins", "moveTo":
		w.changes = append(w.changes, [2]int{w.para.Len(), -1})
	case "del", "moveFrom":
		if !w.inPara {
			w.deleted++
		}
		return w.skip(dec)
	case "footnoteReference", "endnoteReference":
		w.note(strings.TrimSuffix(e.Name.Local, "Reference") + val(e, "id"))
	case "altChunk":
		w.endParagraph()
		return w.chunk(val(e, "id"))
	case "OLEObject":
		w.warned.part("objek tertanam " + quote(val(e, "ProgID")))
	case "relIds":
		w.warned.part("diagram (SmartArt)")
	case "txbxContent":
		return w.box(dec)
	default:
		w.startTable(e)
	}
	return nil
}

// text adds to the current paragraph what the current run says.
func (w *docxWalker) text(s string) {
	switch {
	case w.run.hidden:
		w.warned.leave(warnHidden, s)
	case w.run.struck:
		w.warned.leave(warnStruck, s)
	default:
		w.para.WriteString(w.run.write(s))
	}
}

// note puts the number of a note into the text, and its words below the
// paragraph.
func (w *docxWalker) note(key string) {
	text := w.notes[key]
	if text == "" || w.run.hidden {
		return
	}
	w.cited++
	mark := raise(fmt.Sprint(w.cited))
	w.para.WriteString(mark)
	w.pending = append(w.pending, mark+" "+text)
}

// box reads a text box.
func (w *docxWalker) box(dec *xml.Decoder) error {
	sub := &docxWalker{docx: w.docx, flat: true, nesting: w.nesting}
	if err := sub.inner(dec); err != nil {
		return err
	}
	w.nesting--
	if s := strings.TrimSpace(string(sub.b.body)); s != "" && !slices.Contains(w.boxes, s) {
		w.boxes = append(w.boxes, s)
	}
	return nil
}

func (w *docxWalker) end(e xml.EndElement) {
	switch e.Name.Local {
	case "p":
		w.endParagraph()
	case "pPr":
		w.inPara = false
	case "r":
		w.run = look{}
	case "ins", "moveTo":
		if n := len(w.changes); n > 0 && w.changes[n-1][1] < 0 {
			w.changes[n-1][1] = w.para.Len()
			w.inserted++
		}
	default:
		w.endTable(e)
	}
}

// pageBreak ends a page before the current paragraph's remaining text. Word
// writes the break it made beside the one it was told to make: a page without
// text is none.
func (w *docxWalker) pageBreak() {
	if w.flat || len(w.tables) > 0 {
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
	if n := len(w.tables); n > 0 {
		if s := squeeze(clean(label + text)); s != "" {
			t := w.tables[n-1]
			t.paras = append(t.paras, s)
		}
	} else {
		w.addParagraph(label, text)
		w.addAside()
	}
	w.para.Reset()
	w.style, w.list, w.changes = "", listRef{}, nil
}

// addParagraph adds a paragraph outside tables. One without a number that
// follows one with an automatic number stands apart from it.
func (w *docxWalker) addParagraph(label, text string) {
	if strings.TrimSpace(text) == "" {
		w.blank()
		return
	}
	if label == "" && w.numbered {
		w.blank()
	}
	w.numbered = label != ""
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

// blank sets an empty line, unless there is one.
func (w *docxWalker) blank() {
	if n := len(w.b.body); n > 0 && !bytes.HasSuffix(w.b.body, []byte("\n\n")) {
		w.b.add("\n")
	}
}

// addAside adds what stands beside the paragraphs before: text boxes and notes.
func (w *docxWalker) addAside() {
	add := func(list []string, k circular.MarkKind) {
		for _, s := range list {
			start := len(w.b.body)
			w.b.add(s + "\n")
			w.b.mark(start, k)
		}
	}
	add(w.boxes, circular.MarkTextBox)
	add(w.pending, circular.MarkNote)
	w.boxes, w.pending = nil, nil
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
