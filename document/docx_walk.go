package document

import (
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strings"
)

// docxWalker reads one part of a Word document in its order.
type docxWalker struct {
	*docx
	prose

	style   string
	list    listRef
	run     look     // of the current run
	inPara  bool     // inside the properties of a paragraph
	changes [][2]int // ranges of the paragraph that tracked insertions cover
	w, h    float64  // of the current picture, in points
	nesting int
}

// emu is how many of the units in which Word tells sizes make a point.
const emu = 12700.0

var errNesting = errors.New("elements lie too deep in each other")

// read walks the XML of a part.
func (w *docxWalker) read(data []byte) error {
	dec := newDecoder(data)
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
			w.pageBreak(w.open())
		} else {
			w.para.WriteByte('\n')
		}
	case "lastRenderedPageBreak": // beside the break that it was told to make
		w.pageBreak(w.open())
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
	case "extent":
		w.w, w.h = float64(atoi(val(e, "cx")))/emu, float64(atoi(val(e, "cy")))/emu
	case "shape", "rect": // VML
		w.w, w.h = styleLength(val(e, "style"), "width"), styleLength(val(e, "style"), "height")
	case "blip", "imagedata":
		id := val(e, "embed")
		if e.Name.Local == "imagedata" {
			id = val(e, "id")
		}
		return w.picture(w.archive, w.docx.pages, w.rels[id], w.w, w.h, &w.warned)
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

// open reports whether the current paragraph has text: breaks inside it belong
// to its end.
func (w *docxWalker) open() bool { return strings.TrimSpace(w.para.String()) != "" }

// text adds to the current paragraph what the current run says.
func (w *docxWalker) text(s string) { w.write(&w.run, s, &w.warned) }

// note puts the number of a note into the text, and its words below the
// paragraph.
func (w *docxWalker) note(key string) {
	text := w.docx.notes[key]
	if text == "" || w.run.hidden {
		return
	}
	w.cited++
	w.cite(w.cited, text)
}

// box reads a text box.
func (w *docxWalker) box(dec *xml.Decoder) error {
	sub := &docxWalker{docx: w.docx, prose: prose{flat: true}, nesting: w.nesting}
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
	case "tc":
		if t := w.table(); t != nil {
			t.endCell()
		}
	case "tbl":
		w.endTable()
	}
}

// endParagraph adds the current paragraph with its number.
func (w *docxWalker) endParagraph() {
	text := w.para.String()
	label := ""
	if strings.TrimSpace(text) != "" {
		label = w.num.label(w.style, w.list)
	}
	w.paragraph(label, text, w.changes)
	w.para.Reset()
	w.style, w.list, w.changes = "", listRef{}, nil
}

// startTable begins a table, row or cell, or notes how far a cell reaches.
func (w *docxWalker) startTable(e xml.StartElement) {
	t := w.table()
	switch name := e.Name.Local; {
	case name == "tbl":
		if t == nil && w.para.Len() > 0 {
			w.endParagraph()
		}
		w.beginTable()
	case t == nil:
	case name == "tr":
		t.beginRow()
	case name == "tc":
		t.beginCell()
	case name == "gridSpan":
		t.cell.cols = atoi(val(e, "val"))
	case name == "gridBefore": // columns that the row leaves out
		if n := len(t.rows); n > 0 {
			t.rows[n-1] = append(t.rows[n-1], tableCell{cols: atoi(val(e, "val"))})
		}
	case name == "vMerge":
		t.cell.joined = val(e, "val") != "restart"
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
