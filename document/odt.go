package document

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"strings"

	"github.com/telaah/telaah/circular"
)

// odt is an OpenDocument text: its parts, and what was met in reading it.
type odt struct {
	*archive
	job    *job
	styles map[string]odtStyle
	lists  map[string]*odtList
	pages  *pagePictures
	warned warnings

	inserted, deleted int // tracked changes
}

// odtStyle is what a style says of the meaning of its text.
type odtStyle struct {
	look
	breakBefore bool
	parent      string
}

// readODT reads an OpenDocument text as it looks on paper; see readDOCX.
func (j *job) readODT(data []byte) (Document, error) {
	a, err := openArchive(data)
	if err != nil {
		return Document{}, err
	}
	content, err := a.part("content.xml")
	if err != nil {
		return Document{}, err
	}
	common, err := a.part("styles.xml")
	if err != nil {
		return Document{}, err
	}
	if m, err := a.part("META-INF/manifest.xml"); err == nil && bytes.Contains(m, []byte("encryption-data")) {
		return Document{}, ErrEncrypted
	}
	pages := new(pagePictures)
	x, w, err := j.odtText(a, content, common, pages)
	if err == nil {
		var again bool
		if again, err = pages.recognise(j); again {
			a.left = maxWhole
			x, w, err = j.odtText(a, content, common, pages)
		}
	}
	if err != nil {
		return Document{}, err
	}
	if len(bytes.TrimSpace(w.b.body)) == 0 && !w.b.unread() {
		return Document{}, ErrEmpty
	}
	d := Document{Text: w.b.text(), Warnings: x.warned.list()}
	if x.inserted+x.deleted > 0 {
		d.Warnings = append(d.Warnings, trackedChanges(x.inserted, x.deleted))
	}
	if meta, err := a.part("meta.xml"); err == nil {
		var v struct {
			Title string `xml:"meta>title"`
		}
		if xml.Unmarshal(meta, &v) == nil {
			d.Title = squeeze(clean(v.Title))
		}
	}
	if pages.most(&d.Text) {
		d.pictures = len(d.Text.Pages)
	}
	return d, nil
}

// odtText reads the text of a document.
func (j *job) odtText(a *archive, content, common []byte, pages *pagePictures) (*odt, *odtWalker, error) {
	x := &odt{archive: a, job: j, pages: pages, styles: map[string]odtStyle{}, lists: map[string]*odtList{}}
	for _, part := range [][]byte{common, content} {
		x.readStyles(part)
	}
	w := &odtWalker{odt: x}
	if err := x.furniture(w, common, "header", circular.MarkHeader); err != nil {
		return nil, nil, err
	}
	if err := w.read(content, "body"); err != nil {
		return nil, nil, err
	}
	if err := x.furniture(w, common, "footer", circular.MarkFooter); err != nil {
		return nil, nil, err
	}
	return x, w, nil
}

// trackedChanges says that a draft has changes that nobody accepted yet.
func trackedChanges(inserted, deleted int) circular.Warning {
	return circular.Warning{
		Code: "tracked-changes",
		Message: fmt.Sprintf("Naskah memuat perubahan terlacak (%d sisipan, %d penghapusan); dibaca seolah semua diterima.",
			inserted, deleted),
	}
}

// furniture adds the headers or footers of the pages, each wording once. The
// first header is the letterhead, and read as text.
func (x *odt) furniture(w *odtWalker, common []byte, what string, k circular.MarkKind) error {
	if common == nil {
		return nil
	}
	seen := map[string]bool{}
	dec := newDecoder(common)
	for {
		tok, err := dec.Token()
		if err != nil { // styles may be damaged
			return nil
		}
		e, ok := tok.(xml.StartElement)
		if !ok || !strings.HasPrefix(e.Name.Local, what) || !strings.HasSuffix(e.Name.Space, ":style:1.0") || strings.Contains(e.Name.Local, "style") || val(e, "display") == "false" {
			continue
		}
		sub := &odtWalker{odt: x, prose: prose{flat: true}}
		if err := sub.inner(dec); err != nil {
			return damaged(err)
		}
		w.running(string(sub.b.body), k, len(seen) == 0, seen)
	}
}

// readStyles reads the styles of a part; damaged ones are left out.
func (x *odt) readStyles(part []byte) {
	if part == nil {
		return
	}
	dec := newDecoder(part)
	name := ""
	for {
		tok, err := dec.Token()
		if err != nil {
			return
		}
		e, ok := tok.(xml.StartElement)
		if !ok {
			continue
		}
		switch e.Name.Local {
		case "style":
			name = val(e, "name")
			parent := val(e, "parent-style-name")
			s := x.styles[parent]
			s.breakBefore, s.parent = val(e, "master-page-name") != "", parent
			x.styles[name] = s
		case "paragraph-properties":
			if val(e, "break-before") == "page" {
				s := x.styles[name]
				s.breakBefore = true
				x.styles[name] = s
			}
		case "text-properties":
			s := x.styles[name]
			for _, a := range e.Attr {
				switch a.Name.Local {
				case "display":
					s.hidden = a.Value == "none"
				case "text-line-through-style", "text-line-through-type":
					s.struck = a.Value != "none"
				case "text-position":
					s.raised = strings.HasPrefix(a.Value, "super") || strings.HasPrefix(a.Value, "3")
				}
			}
			x.styles[name] = s
		case "list-style", "outline-style":
			if err := x.readList(dec, val(e, "name")); err != nil {
				return
			}
			name = ""
		case "body":
			return
		}
	}
}

// odtList is the numbering of a list style: its levels and how far it counted.
type odtList struct {
	levels [10]struct {
		level
		prefix, suffix string
		show           int // levels whose numbers are shown
		bullet         bool
	}
	counts [10]int // 0 is not begun
}

// readList reads the levels of a list style.
func (x *odt) readList(dec *xml.Decoder, name string) error {
	l := new(odtList)
	for depth := 0; depth >= 0; {
		tok, err := dec.Token()
		if err != nil {
			return err
		}
		switch e := tok.(type) {
		case xml.EndElement:
			depth--
		case xml.StartElement:
			if depth++; depth > maxDepth {
				return errNesting
			}
			i := atoi(val(e, "level")) - 1
			if i < 0 || i >= len(l.levels) {
				continue
			}
			v := &l.levels[i]
			switch e.Name.Local {
			case "list-level-style-number", "outline-level-style":
				v.start, v.format, v.show = max(1, atoi(val(e, "start-value"))), val(e, "num-format"), max(1, atoi(val(e, "display-levels")))
				v.prefix, v.suffix = val(e, "num-prefix"), val(e, "num-suffix")
			case "list-level-style-bullet":
				v.bullet = true
			}
		}
	}
	x.lists[name] = l
	return nil
}

// odtFormats are the formats of numbers in the words of Word.
var odtFormats = map[string]string{"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}

// next counts on at a level and returns the number with a space behind it, ""
// where it shows none. restart is the number to begin with, 0 for none.
func (l *odtList) next(level, restart int) string {
	if l == nil || level < 0 || level >= len(l.levels) {
		return ""
	}
	v := l.levels[level]
	switch {
	case restart > 0:
		l.counts[level] = restart
	case l.counts[level] == 0:
		l.counts[level] = max(1, v.start)
	default:
		l.counts[level]++
	}
	for i := level + 1; i < len(l.counts); i++ {
		l.counts[i] = 0
	}
	if v.bullet {
		return "• "
	}
	if v.format == "" {
		return ""
	}
	var parts []string
	for i := max(0, level-v.show+1); i <= level; i++ {
		if f := odtFormats[l.levels[i].format]; f != "" {
			parts = append(parts, numeral(max(1, l.counts[i]), f))
		}
	}
	text := v.prefix + strings.Join(parts, ".") + v.suffix
	if strings.TrimSpace(text) == "" {
		return ""
	}
	return strings.TrimSpace(text) + " "
}

// errODT says that a part is no XML of an OpenDocument text.
var errODT = errors.New("content without a body")
