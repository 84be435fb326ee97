// Samplegen writes the sample circulars in corpus/samples from their sources
// in corpus/samples/src: each as text and PDF, drafts also as DOCX. The same
// sources give the same bytes.
//
// Run it from the top of the repository:
//
//	go run ./internal/samplegen
//
// A source describes a letter line by line; see parse.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// drafts are the samples that are also written as DOCX, the form in which a
// circular is drafted.
var drafts = []string{"contoh-60-persen"}

func main() {
	if err := run(os.Args[1:], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "samplegen:", err)
		os.Exit(1)
	}
}

func run(args []string, stdout io.Writer) error {
	flags := flag.NewFlagSet("samplegen", flag.ContinueOnError)
	dir := flags.String("dir", "corpus/samples", "folder of the samples; sources stand in its folder src")
	if err := flags.Parse(args); err != nil {
		return err
	}
	files, err := generate(os.DirFS(filepath.Join(*dir, "src")))
	if err != nil {
		return err
	}
	for _, f := range files {
		if err := os.WriteFile(filepath.Join(*dir, f.name), f.data, 0o644); err != nil {
			return err
		}
		fmt.Fprintf(stdout, "%s %d\n", f.name, len(f.data))
	}
	return nil
}

// file is one sample, ready to write.
type file struct {
	name string
	data []byte
}

// letter is a circular as its source describes it.
type letter struct {
	name  string
	mark  string // stands at the top of every page
	lines []line
}

// line is one paragraph, table row or break of a letter.
type line struct {
	kind  kind
	level int       // depth of a point or paragraph, from 0
	label string    // of a point: "A.", "1.", "a."
	text  string    // words; the left column of a pair
	right string    // the right column of a pair
	cells []string  // of a table row
	width []float64 // of the columns in mm, on the head row
}

type kind int

const (
	blank kind = iota
	paragraph
	point  // a paragraph with a hanging label
	bold   // centred, bold
	centre // centred
	foot   // in the right half, for place, date and signature
	pair   // two columns: "Nomor : ..." and the addressee
	head   // head row of a table
	row
	rule // the line under a letterhead
	page // a new page
)

// parse reads the source of a letter:
//
//	% mark WORDS      the words at the top of every page
//	^ words           centred and bold, for letterhead and title
//	~ words           centred
//	> words           in the right half, for place, date and signature
//	: left || right   two columns
//	|12 Head |80 Head the head of a table, with widths in mm
//	| cell | cell     a row of it
//	---rule           the line under a letterhead
//	---page           a new page
//	  1. words        a point; two spaces a level; "A.", "a." and "1)" too
//	words             a paragraph
func parse(name, src string) (*letter, error) {
	l := &letter{name: name}
	for n, s := range strings.Split(strings.TrimRight(src, "\n"), "\n") {
		trimmed := strings.TrimLeft(s, " ")
		p := line{kind: paragraph, level: (len(s) - len(trimmed)) / 2, text: trimmed}
		sign, rest, _ := strings.Cut(trimmed, " ")
		switch {
		case trimmed == "":
			p.kind = blank
		case trimmed == "---rule":
			p.kind = rule
		case trimmed == "---page":
			p.kind = page
		case sign == "%":
			mark, ok := strings.CutPrefix(rest, "mark ")
			if !ok {
				return nil, fmt.Errorf("%s.surat:%d: unknown setting %q", name, n+1, rest)
			}
			l.mark = mark
			continue
		case sign == "^":
			p.kind, p.text = bold, rest
		case sign == "~":
			p.kind, p.text = centre, rest
		case sign == ">":
			p.kind, p.text = foot, rest
		case sign == ":":
			p.kind = pair
			p.text, p.right, _ = strings.Cut(rest, "||")
			p.text, p.right = strings.TrimRight(p.text, " "), strings.TrimRight(strings.TrimPrefix(p.right, " "), " ")
		case trimmed[0] == '|':
			p.kind = row
			for cell := range strings.SplitSeq(trimmed[1:], "|") {
				p.cells = append(p.cells, strings.TrimSpace(cell))
			}
			if trimmed[1] != ' ' {
				if err := p.widths(); err != nil {
					return nil, fmt.Errorf("%s.surat:%d: %w", name, n+1, err)
				}
			}
		case isLabel(sign):
			p.kind, p.label, p.text = point, sign, rest
		}
		l.lines = append(l.lines, p)
	}
	if l.mark == "" {
		return nil, fmt.Errorf("%s: has no mark: a sample must say on every page that it is one", name)
	}
	return l, nil
}

// widths takes the widths off the cells of the head of a table.
func (p *line) widths() error {
	p.kind = head
	for i, cell := range p.cells {
		var w float64
		number, words, _ := strings.Cut(cell, " ")
		if _, err := fmt.Sscan(number, &w); err != nil || w <= 0 {
			return fmt.Errorf("column %d: want a width in mm before %q", i+1, cell)
		}
		p.width = append(p.width, w)
		p.cells[i] = words
	}
	return nil
}

// isLabel reports whether s labels a point: a letter or a number up to 99
// with a point or a parenthesis behind it.
func isLabel(s string) bool {
	body := strings.TrimRight(s, ".)")
	if len(s) != len(body)+1 || len(body) == 0 || len(body) > 2 {
		return false
	}
	digits := strings.Trim(body, "0123456789") == ""
	return digits || len(body) == 1 && body[0]|0x20 >= 'a' && body[0]|0x20 <= 'z'
}

// withDraft reports whether the letter is also written as DOCX.
func (l *letter) withDraft() bool { return slices.Contains(drafts, l.name) }
