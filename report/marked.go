package report

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/telaah/telaah/circular"
)

// maxPart is the largest part of a draft that is read, in bytes.
const maxPart = 64 << 20

// The parts of a draft that marks change.
const (
	mainPart     = "word/document.xml"
	commentsPart = "word/comments.xml"
	relsPart     = "word/_rels/document.xml.rels"
	typesPart    = "[Content_Types].xml"
)

// splice puts text in place of bytes of a part.
type splice struct {
	start, end int
	text       string
}

// WriteMarked writes a draft, the bytes of a Word document, with the findings
// of its comparison in it: each as a comment on its passage, or on the first
// paragraph where it has none, and as a tracked change where one simple edit
// settles it. Nothing else of the draft changes.
func WriteMarked(w io.Writer, data []byte, c circular.Comparison, o Options) error {
	p, err := newPrinter(w, o)
	if err != nil {
		return err
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return fmt.Errorf("%w: %w", ErrDraft, err)
	}
	parts := map[string][]byte{}
	for _, f := range z.File {
		switch f.Name {
		case mainPart, commentsPart, relsPart, typesPart:
			if parts[f.Name], err = readPart(f); err != nil {
				return err
			}
		}
	}
	d, err := parseDraft(parts[mainPart])
	if err != nil {
		return err
	}
	if len(d.paragraphs) == 0 {
		return fmt.Errorf("%w: no paragraph", ErrDraft)
	}
	if parts[mainPart], parts[commentsPart], err = p.mark(d, parts[commentsPart], &c); err != nil {
		return err
	}
	if err := declare(parts); err != nil {
		return err
	}
	out := zip.NewWriter(w)
	for _, f := range z.File {
		if part, ok := parts[f.Name]; ok {
			err = writePart(out, f.Name, part)
			delete(parts, f.Name)
		} else {
			err = out.Copy(f)
		}
		if err != nil {
			return fmt.Errorf("writing the marked draft: %w", err)
		}
	}
	for _, name := range []string{commentsPart, relsPart} { // those that the draft did not have
		if part, ok := parts[name]; ok {
			if err := writePart(out, name, part); err != nil {
				return fmt.Errorf("writing the marked draft: %w", err)
			}
		}
	}
	return out.Close()
}

func readPart(f *zip.File) ([]byte, error) {
	r, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrDraft, err)
	}
	defer r.Close()
	data, err := io.ReadAll(io.LimitReader(r, maxPart+1))
	if err != nil || len(data) > maxPart {
		return nil, fmt.Errorf("%w: bagian %s terlalu besar atau rusak", ErrDraft, f.Name)
	}
	return data, nil
}

func writePart(z *zip.Writer, name string, data []byte) error {
	f, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: wordTime})
	if err == nil {
		_, err = f.Write(data)
	}
	return err
}

// mark returns the main part with the marks, and the part of comments.
func (p *printer) mark(d *draft, comments []byte, c *circular.Comparison) (body, remarks []byte, err error) {
	own := "w:"
	if len(comments) > 0 {
		old, err := parseDraft(comments)
		if err != nil {
			return nil, nil, err
		}
		own, d.lastID = old.prefix, max(d.lastID, old.lastID)
	} else {
		comments = []byte(xml.Header + `<w:comments xmlns:w="` + wordNS + `"></w:comments>`)
	}
	var (
		splices []splice
		text    strings.Builder
		edits   = make([][]edit, len(d.paragraphs))
	)
	for _, list := range [][]circular.Deviation{c.Deviations, c.NotJudged} {
		for _, f := range list {
			passage, old, at, from := "", "", -1, -1
			if f.Other != nil {
				passage = f.Other.Text
			}
			if f.Replace != nil {
				old = strings.Join(strings.Fields(f.Replace.Old), " ")
			}
			if at, from = d.find(passage, old); at < 0 {
				at = d.first()
			}
			if from >= 0 {
				edits[at] = d.paragraphs[at].plan(edits[at], edit{from, from + len(old), plain(f.Replace.New)})
			}
			d.lastID++
			id := strconv.Itoa(d.lastID)
			para := &d.paragraphs[at]
			e := d.prefix
			splices = append(splices, splice{para.start, para.start, "<" + e + "commentRangeStart " + e + `id="` + id + `"/>`},
				splice{para.end, para.end, "<" + e + "commentRangeEnd " + e + `id="` + id + `"/><` + e + "r><" + e + "commentReference " + e + `id="` + id + `"/></` + e + "r>"})
			fmt.Fprintf(&text, `<%[1]scomment %[1]sid="%[2]s" %[1]sauthor="Telaah" %[1]sinitials="T">`, own, id)
			lines := []string{p.label(string(f.Level)) + " (" + string(f.Code) + "): " + f.Why, p.label("advice") + ": " + f.Advice}
			if f.Base != nil {
				lines = append(lines, p.label("central")+": "+f.Base.Text)
				if f.Base.Reconstructed {
					lines[2] += " (" + p.label("reconstructed") + ")"
				}
			}
			for _, line := range lines {
				fmt.Fprintf(&text, `<%[1]sp><%[1]sr><%[1]st>%[2]s</%[1]st></%[1]sr></%[1]sp>`, own, escape(line))
			}
			fmt.Fprintf(&text, "</%scomment>", own)
		}
	}
	for i := range edits {
		splices = append(splices, d.change(&d.paragraphs[i], edits[i])...)
	}
	end := bytes.LastIndex(comments, []byte("</"+own+"comments"))
	if end < 0 {
		return nil, nil, fmt.Errorf("%w: damaged %s", ErrDraft, commentsPart)
	}
	return apply(d.data, splices), slices.Concat(comments[:end], []byte(text.String()), comments[end:]), nil
}

// edit puts text for bytes of the text of a paragraph.
type edit struct {
	from, to int
	text     string
}

// plan adds an edit to those of a paragraph, unless it meets one of them or
// words that stand in more than plain runs.
func (p *draftParagraph) plan(list []edit, e edit) []edit {
	for i := p.at[e.from].piece; i <= p.at[e.to-1].piece; i++ {
		if !p.pieces[i].plain || p.pieces[i].run[1] < 0 {
			return list
		}
	}
	if slices.ContainsFunc(list, func(o edit) bool { return e.from < o.to && o.from < e.to }) {
		return list
	}
	return append(list, e)
}

// change returns the tracked changes of the edits of a paragraph: each piece
// that they touch is split into what stays, what goes and what comes.
func (d *draft) change(p *draftParagraph, list []edit) []splice {
	slices.SortFunc(list, func(a, b edit) int { return a.from - b.from })
	done := make([]int, len(p.pieces)) // bytes of each piece that are written
	out := make([]strings.Builder, len(p.pieces))
	tag := func(name, attributes, inside string) string {
		return "<" + d.prefix + name + attributes + ">" + inside + "</" + d.prefix + name + ">"
	}
	words := func(name, s string) string { return tag(name, ` xml:space="preserve"`, verbatim(s)) }
	track := func(name, inside string) string {
		d.lastID++
		return tag(name, fmt.Sprintf(` %sid="%d" %sauthor="Telaah"`, d.prefix, d.lastID, d.prefix), inside)
	}
	for _, e := range list {
		first, last := p.at[e.from], p.at[e.to-1]
		for i := first.piece; i <= last.piece; i++ {
			piece, b := &p.pieces[i], &out[i]
			from, to := done[i], len(piece.text)
			if i == first.piece {
				from = first.offset
			}
			if i == last.piece {
				_, size := utf8.DecodeRuneInString(piece.text[last.offset:])
				to = last.offset + size
			}
			b.WriteString(words("t", piece.text[done[i]:from]) + "</" + d.prefix + "r>")
			b.WriteString(track("del", tag("r", "", piece.prop+words("delText", piece.text[from:to]))))
			if i == last.piece {
				b.WriteString(track("ins", tag("r", "", piece.prop+words("t", e.text))))
			}
			b.WriteString("<" + d.prefix + "r>" + piece.prop)
			done[i] = to
		}
	}
	var splices []splice
	for i, piece := range p.pieces {
		if out[i].Len() > 0 {
			splices = append(splices, splice{piece.self[0], piece.self[1], out[i].String() + words("t", piece.text[done[i]:])})
		}
	}
	return splices
}

// verbatim escapes text of the draft itself, which stays as it was.
func verbatim(s string) string {
	var b bytes.Buffer
	_ = xml.EscapeText(&b, []byte(s)) // a buffer takes everything
	return b.String()
}

// apply puts splices, in the order of their places, into data.
func apply(data []byte, splices []splice) []byte {
	slices.SortStableFunc(splices, func(a, b splice) int { return a.start - b.start })
	var out bytes.Buffer
	at := 0
	for _, s := range splices {
		out.Write(data[at:s.start])
		out.WriteString(s.text)
		at = s.end
	}
	out.Write(data[at:])
	return out.Bytes()
}

// declare names the part of comments in the package, where it is not yet.
func declare(parts map[string][]byte) error {
	const relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
	if len(parts[relsPart]) == 0 {
		parts[relsPart] = []byte(xml.Header + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>`)
	}
	for _, add := range []struct{ part, known, end, text string }{
		{typesPart, `/` + commentsPart + `"`, "</Types>", `<Override PartName="/` + commentsPart +
			`" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"/>`},
		{relsPart, "/relationships/comments\"", "</Relationships>", `<Relationship Id="rIdTelaah" Type="` + relation + `" Target="comments.xml"/>`},
	} {
		data := parts[add.part]
		if bytes.Contains(data, []byte(add.known)) {
			continue
		}
		end := bytes.LastIndex(data, []byte(add.end))
		if end < 0 {
			return fmt.Errorf("%w: damaged %s", ErrDraft, add.part)
		}
		parts[add.part] = slices.Concat(data[:end], []byte(add.text), data[end:])
	}
	return nil
}
