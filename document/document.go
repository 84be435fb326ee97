// Package document turns the bytes of a file into a [circular.Text]: plain
// text, Markdown, web pages, office documents, PDFs and pictures, each with its
// pages and places. It reads what a reader of the document sees, and what
// somebody put on it; what is hidden or struck out is left out and said.
//
// The type of a file is judged by its content, never by its name; text under the
// name of another kind is what a server sent instead of the file, and refused.
// What cannot be read is named, page by page and part by part, and never guessed. The same bytes and
// options give the same document.
package document

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"sync"

	"github.com/telaah/telaah/circular"
)

// Document is one file as it was read.
type Document struct {
	Text      circular.Text      // what it says, in reading order
	Source    circular.Source    // what it is
	Title     string             // title the file gives itself, "" if none
	Site      string             // site that published it, "" if the file does not say
	Published circular.Date      // day of publication by the file's own account; never the day of signing
	Warnings  []circular.Warning // doubts that arose in reading, by position
	Attached  []File             // files that it brings along, which are documents of their own

	pictures int // pages that show a picture of text
}

// Options changes how a file is read. Its zero value reads everything that
// needs no other program and infers the grade.
type Options struct {
	Grade    circular.Grade `json:"grade,omitempty"`    // grade to set instead of the inferred one
	Password string         `json:"password,omitempty"` // password that opens a locked PDF
	URL      string         `json:"url,omitempty"`      // where the file was published, when the caller knows
	Trust    []byte         `json:"trust,omitempty"`    // certificates (PEM) of who is trusted to say who signed; nil for nobody

	// Cache is the folder in which the compiled PDF reader is kept from one
	// run to the next, "" for [DefaultCache]. The first PDF that a process
	// reads decides; without a folder each process compiles for 3 seconds.
	Cache string `json:"cache,omitempty"`

	OCR      Recognizer     `json:"-"` // reads pictures of text; nil leaves such pages unread
	Progress func(Progress) `json:"-"` // told how far the reading has come, one call at a time; may be nil
}

// Progress says how far the reading of a file has come, in pages.
type Progress struct {
	Pages      int // of the file, once known
	Read       int // looked at: their text is read, or they wait for OCR
	Scans      int // found to need OCR so far
	Recognised int // of those, done
}

// progress tells Options.Progress what changes.
type progress struct {
	mu   sync.Mutex
	now  Progress
	tell func(Progress)
}

// add changes what was told by so many pages.
func (p *progress) add(d Progress) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.now.Pages += d.Pages
	p.now.Read += d.Read
	p.now.Scans += d.Scans
	p.now.Recognised += d.Recognised
	if p.tell != nil {
		p.tell(p.now)
	}
}

// job is the reading of one file: what was asked for, and how far it is.
type job struct {
	Options
	ctx      context.Context
	name     string
	progress progress
	depth    int // documents around the one that is read
}

// Read reads the file called name, whose content is data. It returns an error
// that wraps one of the sentinels of this package when nothing can be read; a
// document of which only some pages could be read is no error. When ctx ends,
// reading ends with its error before the next page.
func Read(ctx context.Context, name string, data []byte, o Options) (Document, error) {
	j := &job{Options: o, ctx: ctx, name: name}
	j.progress.tell = o.Progress
	d, err := j.read(data)
	if err == nil {
		err = ctx.Err()
	}
	if err != nil {
		return Document{}, fmt.Errorf("reading %s: %w", name, err)
	}
	d.Warnings = append(d.Warnings, missingPages(&d.Text)...)
	sum := sha256.Sum256(data)
	d.Source.Path = name
	d.Source.SHA256 = hex.EncodeToString(sum[:])
	d.Source.Pages = max(1, len(d.Text.Pages))
	if j.progress.now.Pages == 0 { // a kind that is read in one go
		j.progress.add(Progress{Pages: d.Source.Pages, Read: d.Source.Pages})
	}
	if o.URL != "" {
		d.Source.URL = o.URL
	}
	if o.Grade != "" {
		d.Source.Grade, d.Source.GradeReason = o.Grade, "ditetapkan oleh pengguna"
	} else {
		d.Source.Grade, d.Source.GradeReason = infer(&d)
	}
	return d, nil
}

// read hands data to the reader of its type.
func (j *job) read(data []byte) (d Document, err error) {
	if err := j.ctx.Err(); err != nil {
		return Document{}, err
	}
	kind, err := sniff(data)
	if err == nil {
		err = misnamed(j.name, kind)
	}
	if err != nil {
		return Document{}, err
	}
	switch kind {
	case typePDF:
		d, err = j.readPDF(data)
	case typeDOCX:
		d, err = j.readDOCX(data)
	case typeODT:
		d, err = j.readODT(data)
	case typeXLSX:
		d, err = readXLSX(data)
	case typeMHT:
		d, err = readMHT(data)
	case typeMail:
		err = ErrMail
	case typeHTML:
		d, err = readHTML(data)
	case typePNG, typeJPEG, typeTIFF:
		d, err = j.readPictures([][]byte{data})
	case typeZip:
		d, err = j.readBundle(data)
	default:
		d, err = readPlain(data)
	}
	d.Source.MediaType = string(kind)
	return d, err
}
