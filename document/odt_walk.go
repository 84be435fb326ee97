package document

import (
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strings"
)

// odtWalker reads one part of an OpenDocument text in its order.
type odtWalker struct {
	*odt
	prose

	inPara  int      // paragraphs around the current place
	look    look     // of the current text
	lists   []string // styles of the lists around
	restart int      // number it is told to have
	started bool     // the current list item has its first paragraph
	item    bool     // inside a list item
	rows    []int    // of the current row: rows that its cells cover
	spans   []spread // of the tables around
	w, h    float64  // of the current frame, in points
	nesting int
	cited   int
}

// read walks the XML of a part, from the element called from.
func (w *odtWalker) read(data []byte, from string) error {
	dec := newDecoder(data)
	for {
		tok, err := dec.Token()
		if err == io.EOF {
			err = errODT
		}
		if err != nil {
			return damaged(err)
		}
		switch e := tok.(type) {
		case xml.Directive:
			return damaged(errors.New("a document type declaration is refused"))
		case xml.StartElement:
			if e.Name.Local == from {
				return damagedOrNil(w.inner(dec))
			}
		}
	}
}

func damagedOrNil(err error) error {
	if err == nil {
		return nil
	}
	return damaged(err)
}

// inner reads up to the end of the element that has just begun.
func (w *odtWalker) inner(dec *xml.Decoder) error {
	if w.nesting++; w.nesting > maxDepth {
		return errNesting
	}
	defer func() { w.nesting-- }()
	return within(dec, func(tok xml.Token) error {
		switch t := tok.(type) {
		case xml.CharData:
			if w.inPara > 0 {
				w.write(&w.look, collapse(string(t), w.para.String()), &w.warned)
			}
		case xml.StartElement:
			return w.element(dec, t)
		}
		return nil
	})
}

// within visits what an element holds, up to its end.
func within(dec *xml.Decoder, visit func(xml.Token) error) error {
	for {
		tok, err := dec.Token()
		if err != nil {
			return err
		}
		if _, ok := tok.(xml.EndElement); ok {
			return nil
		}
		if err := visit(tok); err != nil {
			return err
		}
	}
}

// collapse makes one space of each run of white space, none behind another.
func collapse(s, before string) string {
	out := strings.Join(strings.FieldsFunc(s, isBlank), " ")
	if s != "" && isBlank(rune(s[0])) && !strings.HasSuffix(before, " ") && before != "" {
		out = " " + out
	}
	if s != "" && isBlank(rune(s[len(s)-1])) && strings.TrimSpace(out) != "" {
		out += " "
	}
	return out
}

func isBlank(r rune) bool { return r == ' ' || r == '\t' || r == '\n' || r == '\r' }

// element reads one element with all it holds.
func (w *odtWalker) element(dec *xml.Decoder, e xml.StartElement) error {
	switch e.Name.Local {
	case "p", "h":
		if strings.HasSuffix(e.Name.Space, ":text:1.0") {
			return w.paragraph(dec, e)
		}
		return w.inner(dec)
	case "span":
		outer := w.look
		s := w.styles[val(e, "style-name")]
		w.look.hidden, w.look.struck, w.look.raised = outer.hidden || s.hidden, outer.struck || s.struck, s.raised
		err := w.inner(dec)
		w.look = outer
		return err
	case "s":
		w.para.WriteString(strings.Repeat(" ", min(max(1, atoi(val(e, "c"))), 20)))
	case "tab":
		w.para.WriteByte(' ')
	case "line-break":
		w.para.WriteByte('\n')
	case "soft-page-break":
		w.pageBreak(strings.TrimSpace(w.para.String()) != "")
	case "list":
		return w.list(dec, e)
	case "note":
		return w.note(dec)
	case "table":
		if w.para.Len() > 0 && w.inPara == 0 {
			w.end("")
		}
		w.beginTable()
		w.spans = append(w.spans, spread{})
		err := w.inner(dec)
		w.spans = w.spans[:len(w.spans)-1]
		w.endTable()
		return err
	case "table-row", "table-cell":
		return w.cells(dec, e)
	case "frame":
		w.w, w.h = points(val(e, "width")), points(val(e, "height"))
		return w.inner(dec)
	case "image":
		if err := w.picture(w.archive, w.odt.pages, val(e, "href"), w.w, w.h, &w.warned); err != nil {
			return err
		}
	case "text-box":
		return w.box(dec)
	case "hidden-text", "hidden-paragraph", "section":
		if val(e, "display") == "none" || val(e, "is-hidden") == "true" || e.Name.Local == "hidden-text" {
			outer := w.look
			w.look.hidden = true
			err := w.inner(dec)
			w.look = outer
			return err
		}
		return w.inner(dec)
	case "tracked-changes":
		return w.changes(dec)
	case "object", "object-ole":
		w.warned.part("objek tertanam")
		return skipElement(dec)
	case "annotation", "annotation-end", "covered-table-cell", "sequence-decls", "forms", "note-citation", "ruby-text", "desc", "title",
		"table-of-content-source", "script", "event-listeners":
		return skipElement(dec)
	default:
		return w.inner(dec)
	}
	return skipElement(dec)
}

// paragraph reads a paragraph or heading.
func (w *odtWalker) paragraph(dec *xml.Decoder, e xml.StartElement) error {
	s := w.styles[val(e, "style-name")]
	if s.breakBefore && w.inPara == 0 {
		w.pageBreak(false)
	}
	outer, text := w.look, w.para.String()
	w.para.Reset()
	w.look.hidden, w.look.struck, w.look.raised = outer.hidden || s.hidden, outer.struck || s.struck, false
	w.inPara++
	err := w.inner(dec)
	w.inPara--
	w.look = outer
	label := ""
	if strings.TrimSpace(w.para.String()) != "" && w.item && !w.started {
		label, w.started = w.odt.lists[w.lists[len(w.lists)-1]].next(len(w.lists)-1, w.restart), true
		w.restart = 0
	}
	if strings.TrimSpace(w.para.String()) != "" && e.Name.Local == "h" && !w.item {
		label = w.odt.lists["Outline"].next(atoi(val(e, "outline-level"))-1, 0)
	}
	w.end(label)
	w.para.WriteString(text)
	return err
}

// end adds the current paragraph.
func (w *odtWalker) end(label string) {
	w.prose.paragraph(label, w.para.String(), nil)
	w.para.Reset()
}

// list reads a list with its items. A list inside another has the style of the
// one around unless it names its own; one outside counts anew unless it says
// that it goes on.
func (w *odtWalker) list(dec *xml.Decoder, e xml.StartElement) error {
	style := val(e, "style-name")
	if style == "" && len(w.lists) > 0 {
		style = w.lists[len(w.lists)-1]
	}
	if l := w.odt.lists[style]; l != nil && len(w.lists) == 0 && val(e, "continue-numbering") != "true" && val(e, "continue-list") == "" {
		l.counts = [10]int{}
	}
	w.lists = append(w.lists, style)
	defer func() { w.lists = w.lists[:len(w.lists)-1] }()
	return within(dec, func(tok xml.Token) error {
		t, ok := tok.(xml.StartElement)
		if !ok {
			return nil
		}
		item, started, restart := w.item, w.started, w.restart
		w.item, w.started, w.restart = t.Name.Local == "list-item", false, atoi(val(t, "start-value"))
		err := w.inner(dec)
		w.item, w.started, w.restart = item, started, restart
		return err
	})
}

// note reads a footnote or endnote: its number into the text, its words below
// the paragraph.
func (w *odtWalker) note(dec *xml.Decoder) error {
	sub := &odtWalker{odt: w.odt, prose: prose{flat: true}, nesting: w.nesting}
	if err := sub.inner(dec); err != nil {
		return err
	}
	if text := squeeze(string(sub.b.body)); text != "" && !w.look.hidden {
		w.cited++
		w.cite(w.cited, text)
	}
	return nil
}

// box reads a text box.
func (w *odtWalker) box(dec *xml.Decoder) error {
	sub := &odtWalker{odt: w.odt, prose: prose{flat: true}, nesting: w.nesting}
	if err := sub.inner(dec); err != nil {
		return err
	}
	if s := strings.TrimSpace(string(sub.b.body)); s != "" && !slices.Contains(w.boxes, s) {
		w.boxes = append(w.boxes, s)
	}
	if w.inPara == 0 && len(w.tables) == 0 {
		w.aside()
	}
	return nil
}

// cells reads a row or a cell of a table.
func (w *odtWalker) cells(dec *xml.Decoder, e xml.StartElement) error {
	t := w.table()
	if t == nil {
		return w.inner(dec)
	}
	if e.Name.Local == "table-row" {
		t.beginRow()
		rows := w.rows
		w.rows = nil
		err := w.inner(dec)
		if n := len(t.rows); n > 0 && len(w.spans) > 0 {
			t.rows[n-1] = w.spans[len(w.spans)-1].row(t.rows[n-1], w.rows)
		}
		w.rows = rows
		return err
	}
	t.beginCell()
	t.cell.cols = atoi(val(e, "number-columns-spanned"))
	err := w.inner(dec)
	t.endCell()
	w.rows = append(w.rows, atoi(val(e, "number-rows-spanned")))
	return err
}

// changes counts the tracked changes; what was deleted stands only here.
func (w *odtWalker) changes(dec *xml.Decoder) error {
	for depth := 0; depth >= 0; {
		tok, err := dec.Token()
		if err != nil {
			return err
		}
		switch t := tok.(type) {
		case xml.EndElement:
			depth--
		case xml.StartElement:
			if depth++; depth > maxDepth {
				return errNesting
			}
			switch t.Name.Local {
			case "insertion":
				w.inserted++
			case "deletion":
				w.deleted++
			}
		}
	}
	return nil
}
