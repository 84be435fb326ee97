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

// docx is a Word document: its parts, and what was met in reading it.
type docx struct {
	*archive
	job    *job
	rels   map[string]string // parts by the id under which the main part names them
	num    *numbering
	looks  map[string]look   // of styles, by styleId
	notes  map[string]string // text of footnotes and endnotes, by kind and id
	pages  *pagePictures
	warned warnings

	cited    int // notes referred to so far
	inserted int // tracked changes
	deleted  int
}

// readDOCX reads a Word document as it looks on paper: paragraphs with their
// automatic numbers, tables as rows, text boxes, notes below the paragraph that
// refers to them, embedded parts, pictures as large as pages, page headers and
// footers. Tracked changes are read as accepted, hidden and struck text is left
// out; both are warned about, and so is what cannot be read.
func (j *job) readDOCX(data []byte) (Document, error) {
	a, err := openArchive(data)
	if err != nil {
		return Document{}, err
	}
	pages := new(pagePictures)
	x, body, err := j.docxText(a, pages)
	if err == nil {
		var again bool
		if again, err = pages.recognise(j); again {
			a.left = maxWhole
			x, body, err = j.docxText(a, pages)
		}
	}
	if err != nil {
		return Document{}, err
	}
	if len(bytes.TrimSpace(body.body)) == 0 && !body.unread() {
		return Document{}, ErrEmpty
	}
	d := Document{Text: body.text(), Warnings: x.warned.list()}
	if x.deleted > 0 || x.inserted > 0 {
		d.Warnings = append(d.Warnings, trackedChanges(x.inserted, x.deleted))
	}
	if core, err := a.part("docProps/core.xml"); err == nil {
		d.Title = coreTitle(core)
	}
	if pages.most(&d.Text) {
		d.pictures = len(d.Text.Pages)
	}
	return d, nil
}

// docxText reads the text of a document.
func (j *job) docxText(a *archive, pages *pagePictures) (*docx, *builder, error) {
	x := &docx{archive: a, job: j, pages: pages}
	main, err := x.open()
	if err != nil {
		return nil, nil, err
	}
	body, err := x.read(main)
	return x, body, err
}

// open reads the parts that the main part needs, and returns it.
func (x *docx) open() (main []byte, err error) {
	read := func(name string) []byte {
		if err != nil {
			return nil
		}
		var data []byte
		data, err = x.part(name)
		return data
	}
	main = read("word/document.xml")
	styles, lists := read("word/styles.xml"), read("word/numbering.xml")
	x.rels = relations("word", read("word/_rels/document.xml.rels"))
	footnotes, endnotes := read("word/footnotes.xml"), read("word/endnotes.xml")
	if err != nil {
		return nil, err
	}
	x.num, x.looks = newNumbering(lists, styles), newLooks(styles)
	x.notes = map[string]string{}
	return main, errors.Join(x.readNotes("footnote", footnotes), x.readNotes("endnote", endnotes))
}

// read reads the main part between the headers and the footers.
func (x *docx) read(main []byte) (*builder, error) {
	heads, feet := x.furniture(main)
	w := &docxWalker{docx: x}
	if err := x.addFurniture(w, heads, circular.MarkHeader); err != nil {
		return nil, err
	}
	if err := w.read(main); err != nil {
		return nil, err
	}
	if err := x.addFurniture(w, feet, circular.MarkFooter); err != nil {
		return nil, err
	}
	return &w.b, nil
}

// relations returns the parts that a part in folder refers to, by id. What is
// outside of the archive is left out.
func relations(folder string, data []byte) map[string]string {
	var v struct {
		Rel []struct {
			ID     string `xml:"Id,attr"`
			Target string `xml:"Target,attr"`
			Mode   string `xml:"TargetMode,attr"`
		} `xml:"Relationship"`
	}
	out := map[string]string{}
	if xml.Unmarshal(data, &v) != nil {
		return out
	}
	for _, r := range v.Rel {
		switch {
		case r.Mode == "External":
		case strings.HasPrefix(r.Target, "/"):
			out[r.ID] = strings.TrimPrefix(path.Clean(r.Target), "/")
		default:
			out[r.ID] = path.Join(folder, r.Target)
		}
	}
	return out
}

// headerPart is a header or footer of a section.
type headerPart struct {
	name  string
	first bool // shown on the first page of the document
}

// furniture returns the headers and footers that the sections of the main part
// show, that of the first page first, and the others by name.
func (x *docx) furniture(main []byte) (heads, feet []headerPart) {
	type section struct {
		titled bool
		parts  map[string]string // by "header" or "footer" and type
	}
	var sections []section
	var now section
	dec := newDecoder(main)
	for {
		tok, err := dec.Token()
		if err != nil { // damage is the walker's business
			break
		}
		switch t := tok.(type) {
		case xml.StartElement:
			switch t.Name.Local {
			case "sectPr":
				now = section{parts: map[string]string{}}
			case "titlePg":
				now.titled = on(t)
			case "headerReference", "footerReference":
				if name := x.rels[val(t, "id")]; now.parts != nil && name != "" {
					now.parts[strings.TrimSuffix(t.Name.Local, "Reference")+val(t, "type")] = name
				}
			}
		case xml.EndElement:
			if t.Name.Local == "sectPr" {
				sections = append(sections, now)
			}
		}
	}
	collect := func(what string) (out []headerPart) {
		var names []string
		for i, s := range sections {
			for _, kind := range []string{"default", "first", "even"} {
				name := s.parts[what+kind]
				switch {
				case name == "" || kind == "first" && !s.titled:
				case i == 0 && len(out) == 0 && (kind == "first") == s.titled && kind != "even":
					out = append(out, headerPart{name, true})
				default:
					names = append(names, name)
				}
			}
		}
		slices.Sort(names)
		for _, n := range slices.Compact(names) {
			out = append(out, headerPart{name: n})
		}
		return out
	}
	return collect("header"), collect("footer")
}

// addFurniture adds the text of headers or footers, each wording once. The
// header of the first page is the letterhead, and read as text.
func (x *docx) addFurniture(w *docxWalker, parts []headerPart, k circular.MarkKind) error {
	seen := map[string]bool{}
	for _, p := range parts {
		data, err := x.part(p.name)
		if err != nil {
			return err
		}
		sub := &docxWalker{docx: x, prose: prose{flat: true}}
		if err := sub.read(data); err != nil {
			return err
		}
		w.running(string(sub.b.body), k, p.first, seen)
	}
	return nil
}

// readNotes reads the texts of footnotes or endnotes.
func (x *docx) readNotes(kind string, data []byte) error {
	if data == nil {
		return nil
	}
	dec := newDecoder(data)
	for {
		tok, err := dec.Token()
		if err == io.EOF {
			return nil
		}
		if err == nil {
			if e, ok := tok.(xml.StartElement); ok && e.Name.Local == kind {
				sub := &docxWalker{docx: x, prose: prose{flat: true}}
				if err = sub.inner(dec); err == nil && (val(e, "type") == "" || val(e, "type") == "normal") {
					x.notes[kind+val(e, "id")] = squeeze(string(sub.b.body))
				}
			}
		}
		if err != nil {
			return damaged(err)
		}
	}
}

// newDecoder returns a decoder for a part of an office document, which has no
// entities but those of XML.
func newDecoder(part []byte) *xml.Decoder { return xml.NewDecoder(bytes.NewReader(part)) }

// damaged says what an error of the XML means.
func damaged(err error) error {
	switch {
	case errors.Is(err, errNesting):
		return fmt.Errorf("%w: %v", ErrTooLarge, err)
	case errors.Is(err, ErrTooLarge), errors.Is(err, ErrEncrypted):
		return err
	}
	return fmt.Errorf("%w: %v", ErrDamaged, err)
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
