package report

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A draft is read again as the bytes of its main part: edits are spliced into
// them, so that everything else stays as its author left it.

// ErrDraft is wrapped by errors about a draft that cannot be marked.
var ErrDraft = errors.New("this Word draft cannot be marked")

// draft is the main part of a Word document with the places of its text.
type draft struct {
	data       []byte
	prefix     string // of the elements of Word, with its colon
	paragraphs []draftParagraph
	lastID     int    // highest id of an annotation
	text       string // of all paragraphs, a blank between them
	starts     []int  // of each paragraph in text
}

// draftParagraph is a paragraph: where its content begins and ends, its text
// with blanks run together, and for each byte of that text where it stands.
type draftParagraph struct {
	start, end int
	text       string
	at         []textPlace
	pieces     []draftPiece
	inner      bool // in a text box, which takes no comments
}

// textPlace is a byte of the text of a piece, before XML escaped it.
type textPlace struct{ piece, offset int }

// draftPiece is one w:t: byte ranges of its run and of itself, the properties
// of the run, and its text.
type draftPiece struct {
	run, self [2]int
	prop      string
	text      string
	plain     bool // stands in a run where a change can be tracked
}

// takesChanges names the parents of runs that may hold tracked changes.
var takesChanges = []string{"p", "sdtContent", "smartTag"}

// maxDepth bounds how deep elements of a draft may lie in each other.
const maxDepth = 256

// parseDraft finds the paragraphs of a part.
func parseDraft(data []byte) (*draft, error) {
	d := &draft{data: data}
	var (
		dec   = xml.NewDecoder(bytes.NewReader(data))
		names []string // elements around the current place
		open  []int    // paragraphs that are open, by index
		runAt [2]int   // current run: where it begins, and where its properties do
		prop  string
		text  strings.Builder
		tAt   int
	)
	for {
		before := int(dec.InputOffset())
		tok, err := dec.RawToken()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("%w: %w", ErrDraft, err)
		}
		after := int(dec.InputOffset())
		switch tok := tok.(type) {
		case xml.StartElement:
			if d.prefix == "" {
				if tok.Name.Space == "" {
					return nil, fmt.Errorf("%w: XML without a prefix of names", ErrDraft)
				}
				d.prefix = tok.Name.Space + ":"
			}
			name := tok.Name.Local
			if tok.Name.Space+":" != d.prefix {
				name = "" // of another vocabulary
			}
			d.id(tok)
			switch name {
			case "p":
				open = append(open, len(d.paragraphs))
				d.paragraphs = append(d.paragraphs, draftParagraph{start: after, end: -1, inner: len(open) > 1})
			case "r":
				runAt[0], prop = before, ""
			case "rPr":
				if n := len(names); n > 0 && names[n-1] == "r" {
					runAt[1] = before
				}
			case "t":
				text.Reset()
				tAt = before
			}
			if names = append(names, name); len(names) > maxDepth {
				return nil, fmt.Errorf("%w: elements lie too deep", ErrDraft)
			}
		case xml.CharData:
			if n := len(names); n > 0 && names[n-1] == "t" {
				text.Write(tok)
			}
		case xml.EndElement:
			if len(names) == 0 || names[len(names)-1] != "" && names[len(names)-1] != tok.Name.Local {
				return nil, fmt.Errorf("%w: damaged XML", ErrDraft)
			}
			name := names[len(names)-1]
			names = names[:len(names)-1]
			parent := func(i int) string {
				if len(names) < i {
					return ""
				}
				return names[len(names)-i]
			}
			if len(open) == 0 {
				continue
			}
			p := &d.paragraphs[open[len(open)-1]]
			switch {
			case name == "p":
				p.end = before
				open = open[:len(open)-1]
			case name == "pPr" && parent(1) == "p":
				p.start = after
			case name == "rPr" && parent(1) == "r":
				prop = string(data[runAt[1]:after])
			case name == "t":
				p.pieces = append(p.pieces, draftPiece{run: [2]int{runAt[0], -1}, self: [2]int{tAt, after}, prop: prop, text: text.String(),
					plain: parent(1) == "r" && slices.Contains(takesChanges, parent(2))})
			case name == "tab" || name == "br" || name == "cr":
				p.pieces = append(p.pieces, draftPiece{text: " "})
			case name == "r":
				for i := range p.pieces {
					if p.pieces[i].run[0] == runAt[0] && p.pieces[i].run[1] < 0 {
						p.pieces[i].run[1] = after
					}
				}
			}
		}
	}
	// <w:p/> has no inside to put anything into.
	d.paragraphs = slices.DeleteFunc(d.paragraphs, func(p draftParagraph) bool { return p.end < p.start || p.inner })
	for i := range d.paragraphs {
		d.paragraphs[i].squeeze()
	}
	d.join()
	return d, nil
}

// id keeps the highest id of an annotation.
func (d *draft) id(e xml.StartElement) {
	for _, a := range e.Attr {
		if a.Name.Local == "id" && a.Name.Space+":" == d.prefix {
			if n, err := strconv.Atoi(a.Value); err == nil && n < 1<<30 {
				d.lastID = max(d.lastID, n)
			}
		}
	}
}

// squeeze joins the text of the pieces as readers do: blanks run together.
func (p *draftParagraph) squeeze() {
	var b strings.Builder
	for i, piece := range p.pieces {
		for k, r := range piece.text {
			if unicode.IsSpace(r) {
				if s := b.String(); s == "" || strings.HasSuffix(s, " ") {
					continue
				}
				r = ' '
			}
			for range utf8.RuneLen(r) {
				p.at = append(p.at, textPlace{i, k})
			}
			b.WriteRune(r)
		}
	}
	p.text = b.String()
}

// join puts the paragraphs one after the other, as a passage that runs over
// several of them reads.
func (d *draft) join() {
	var b strings.Builder
	d.starts = make([]int, len(d.paragraphs))
	for i := range d.paragraphs {
		d.starts[i] = b.Len()
		if t := strings.TrimSpace(d.paragraphs[i].text); t != "" {
			b.WriteString(t + " ")
		}
	}
	d.text = b.String()
}

// find returns the paragraph in which a passage stands, of several the one
// that holds the words old of it, and where those stand in its text: -1 where
// no paragraph holds them. A passage that the draft has only in parts stands in
// the longest of them. The paragraph is -1 where the draft has none of it.
func (d *draft) find(passage, old string) (paragraph, at int) {
	passage = strings.Join(strings.Fields(passage), " ")
	from := strings.Index(d.text, passage)
	if passage == "" || from < 0 {
		return d.part(passage, old)
	}
	if k := strings.Index(passage, old); old != "" && k >= 0 {
		from += k
		i := d.holds(from)
		p := &d.paragraphs[i]
		at = from - d.starts[i] + len(p.text) - len(strings.TrimLeft(p.text, " "))
		if strings.HasPrefix(p.text[at:], old) {
			return i, at
		}
	}
	return d.holds(from), -1
}

// part is find for a passage of which the draft has only parts: the passage
// also has what Word numbers by itself. Short paragraphs are headings and names
// that stand anywhere.
func (d *draft) part(passage, old string) (paragraph, at int) {
	const shortest = 20
	paragraph, at = -1, -1
	length := shortest - 1
	for i := range d.paragraphs {
		text := strings.TrimSpace(d.paragraphs[i].text)
		if len(text) < shortest || !strings.Contains(passage, text) {
			continue
		}
		if k := strings.Index(d.paragraphs[i].text, old); old != "" && k >= 0 {
			return i, k
		}
		if len(text) > length {
			paragraph, length = i, len(text)
		}
	}
	return paragraph, at
}

// holds returns the paragraph that holds a byte of the joined text.
func (d *draft) holds(at int) int {
	i, _ := slices.BinarySearch(d.starts, at+1)
	return i - 1 // an empty paragraph begins where the next one does
}

// first returns the first paragraph with text.
func (d *draft) first() int {
	return max(0, slices.IndexFunc(d.paragraphs, func(p draftParagraph) bool { return strings.TrimSpace(p.text) != "" }))
}
