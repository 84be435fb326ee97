// Package document turns the bytes of a file into a [circular.Text]: plain
// text, web pages, Word documents, PDFs and pictures, each with its pages and
// places.
//
// The type of a file is judged by its content, never by its name. What cannot
// be read is named, page by page, and never guessed. The same bytes and
// options give the same document.
package document

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"telaah/circular"
)

// Document is one file as it was read.
type Document struct {
	Text      circular.Text      // what it says, in reading order
	Source    circular.Source    // what it is
	Title     string             // title the file gives itself, "" if none
	Site      string             // site that published it, "" if the file does not say
	Published circular.Date      // day of publication by the file's own account; never the day of signing
	Warnings  []circular.Warning // doubts that arose in reading, by position

	pictures int // pages that show a picture of text
}

// Options changes how a file is read. Its zero value reads everything that
// needs no other program and infers the grade.
type Options struct {
	Grade    circular.Grade `json:"grade,omitempty"`    // grade to set instead of the inferred one
	Password string         `json:"password,omitempty"` // password that opens a locked PDF
	URL      string         `json:"url,omitempty"`      // where the file was published, when the caller knows

	// Cache is the folder in which the compiled PDF reader is kept from one
	// run to the next, "" for [DefaultCache]. The first PDF that a process
	// reads decides; without a folder each process compiles for 3 seconds.
	Cache string `json:"cache,omitempty"`

	OCR      Recognizer           `json:"-"` // reads pictures of text; nil leaves such pages unread
	Progress func(pages, ocr int) `json:"-"` // told, once it is known, how many pages the file has and how many need OCR; may be nil
}

func (o *Options) progress(pages, ocr int) {
	if o.Progress != nil {
		o.Progress(pages, ocr)
	}
}

// Read reads the file called name, whose content is data. It returns an error
// that wraps one of the sentinels of this package when nothing can be read; a
// document of which only some pages could be read is no error.
func Read(name string, data []byte, o Options) (Document, error) {
	d, err := read(data, o)
	if err != nil {
		return Document{}, fmt.Errorf("reading %s: %w", name, err)
	}
	sum := sha256.Sum256(data)
	d.Source.Path = name
	d.Source.SHA256 = hex.EncodeToString(sum[:])
	d.Source.Pages = max(1, len(d.Text.Pages))
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
func read(data []byte, o Options) (d Document, err error) {
	kind, err := sniff(data)
	if err != nil {
		return Document{}, err
	}
	switch kind {
	case typePDF:
		d, err = readPDF(data, o)
	case typeDOCX:
		d, err = readDOCX(data)
	case typeHTML:
		d, err = readHTML(data)
	case typePNG, typeJPEG, typeTIFF:
		d, err = readPictures([][]byte{data}, o)
	case typeZip:
		d, err = readBundle(data, o)
	default:
		d, err = readPlain(data)
	}
	d.Source.MediaType = string(kind)
	return d, err
}
