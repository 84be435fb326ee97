package main

import (
	"io/fs"
	"strings"
	"unicode/utf8"
)

// generate returns every sample of the sources in src, by name.
func generate(src fs.FS) ([]file, error) {
	names, err := fs.Glob(src, "*.surat")
	if err != nil {
		return nil, err
	}
	var files []file
	for _, name := range names {
		data, err := fs.ReadFile(src, name)
		if err != nil {
			return nil, err
		}
		l, err := parse(strings.TrimSuffix(name, ".surat"), string(data))
		if err != nil {
			return nil, err
		}
		if l.withDraft() {
			docx, err := l.docx()
			if err != nil {
				return nil, err
			}
			files = append(files, file{l.name + ".docx", docx})
		}
		pdf, err := l.pdf()
		if err != nil {
			return nil, err
		}
		files = append(files, file{l.name + ".pdf", pdf}, file{l.name + ".txt", []byte(l.plain())})
	}
	return files, nil
}

const textWidth = 96 // columns of a page of text

// plain returns the letter as text: a paragraph a line, pages parted by form
// feeds, what stands at the right indented.
func (l *letter) plain() string {
	var b strings.Builder
	put := func(indent int, s string) {
		if s != "" {
			b.WriteString(strings.Repeat(" ", max(indent, 0)))
			b.WriteString(s)
		}
		b.WriteByte('\n')
	}
	middle := func(s string) { put((textWidth-utf8.RuneCountInString(s))/2, s) }
	middle(l.mark)
	put(0, "")
	for _, p := range l.lines {
		switch p.kind {
		case page:
			b.WriteByte('\f')
			middle(l.mark)
			put(0, "")
		case rule:
			put(0, strings.Repeat("_", textWidth))
		case bold, centre:
			middle(p.text)
		case foot:
			put(textWidth/2, p.text)
		case pair:
			put(0, strings.TrimRight(pad(field(p.text), textWidth/2+4)+p.right, " "))
		case head, row:
			put(0, strings.Join(p.cells, "\t"))
		case point:
			put(p.level*3, p.label+" "+p.text)
		default:
			put(p.level*3, p.text)
		}
	}
	return b.String()
}

// field lines up the colon behind the name of a field ("Hal      : ..."), and
// what goes on from the line above under it.
func field(s string) string {
	name, value, ok := strings.Cut(s, " : ")
	if !ok {
		return strings.Repeat(" ", 11) + strings.TrimLeft(s, " ")
	}
	return pad(name, 9) + ": " + value
}

// pad fills s with spaces to n columns, and puts at least one behind it.
func pad(s string, n int) string {
	return s + strings.Repeat(" ", max(n-utf8.RuneCountInString(s), 1))
}
