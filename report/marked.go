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

	"telaah/circular"
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
		return fmt.Errorf("%w: tidak ada paragraf", ErrDraft)
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
		edited  = map[int]bool{} // runs, by where they begin, that have a change
	)
	for _, list := range [][]circular.Deviation{c.Deviations, c.NotJudged} {
		for _, f := range list {
			at, offset := -1, 0
			if f.Other != nil {
				at, offset = d.find(f.Other.Text)
			}
			if at < 0 {
				at = d.first()
			} else if f.Replace != nil {
				splices = append(splices, d.change(&d.paragraphs[at], offset, f.Replace, edited)...)
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
	end := bytes.LastIndex(comments, []byte("</"+own+"comments"))
	if end < 0 {
		return nil, nil, fmt.Errorf("%w: %s rusak", ErrDraft, commentsPart)
	}
	return apply(d.data, splices), slices.Concat(comments[:end], []byte(text.String()), comments[end:]), nil
}

// change returns the tracked change of one edit in a passage that begins at an
// offset of the text of a paragraph, or nothing where the words stand in more
// than plain runs.
func (d *draft) change(p *draftParagraph, offset int, r *circular.Replacement, edited map[int]bool) []splice {
	old := strings.Join(strings.Fields(r.Old), " ")
	k := strings.Index(p.text[offset:], old)
	if k < 0 || old == "" {
		return nil
	}
	first, last := p.at[offset+k], p.at[offset+k+len(old)-1]
	var out []splice
	for i := first.piece; i <= last.piece; i++ {
		piece := p.pieces[i]
		if !piece.plain || edited[piece.run[0]] || piece.run[1] < 0 || slices.ContainsFunc(p.pieces[first.piece:i], func(o draftPiece) bool { return o.run[0] == piece.run[0] }) {
			return nil
		}
		from, to := 0, len(piece.text)
		if i == first.piece {
			from = first.offset
		}
		if i == last.piece {
			_, size := utf8.DecodeRuneInString(piece.text[last.offset:])
			to = last.offset + size
		}
		e := d.prefix
		t := func(name, s string) string {
			return "<" + e + name + ` xml:space="preserve">` + verbatim(s) + "</" + e + name + ">"
		}
		begin := "<" + e + "r>" + piece.prop
		var b strings.Builder
		b.WriteString(t("t", piece.text[:from]) + "</" + e + "r>")
		d.lastID++
		fmt.Fprintf(&b, `<%sdel %sid="%d" %sauthor="Telaah">%s%s</%sr></%sdel>`, e, e, d.lastID, e, begin, t("delText", piece.text[from:to]), e, e)
		if i == last.piece {
			d.lastID++
			fmt.Fprintf(&b, `<%sins %sid="%d" %sauthor="Telaah">%s%s</%sr></%sins>`, e, e, d.lastID, e, begin, t("t", plain(r.New)), e, e)
		}
		b.WriteString(begin + t("t", piece.text[to:]))
		out = append(out, splice{piece.self[0], piece.self[1], b.String()})
	}
	for i := first.piece; i <= last.piece; i++ {
		edited[p.pieces[i].run[0]] = true
	}
	return out
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
			return fmt.Errorf("%w: %s rusak", ErrDraft, add.part)
		}
		parts[add.part] = slices.Concat(data[:end], []byte(add.text), data[end:])
	}
	return nil
}
