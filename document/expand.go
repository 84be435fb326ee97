package document

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"path"
	"strings"
)

// File is one file by name.
type File struct {
	Name string
	Data []byte `json:",omitempty"`
	Err  error  `json:"-"` // why it holds no document of its own
}

// maxExpand bounds how deep files are looked for in each other.
const maxExpand = 6

// Expand returns the documents inside an archive (.zip) or a mail (.eml), in
// its order, each named after the file and its own place in it. A file that is
// read as one document - a DOCX, an archive of pictures, anything else - is
// returned as it is. The letter of a mail that brings documents is returned
// with ErrMail before them. Archives in archives are not opened: reading them
// gives ErrArchive. What is damaged inside is returned with its error.
func Expand(name string, data []byte) ([]File, error) {
	e := expander{left: maxWhole}
	out, err := e.expand(File{Name: name, Data: data}, 0)
	if err != nil {
		return nil, fmt.Errorf("opening %s: %w", name, err)
	}
	return out, nil
}

// expander opens files in files within the limits.
type expander struct {
	left int64 // bytes that may still be unpacked
	zips int   // archives around
}

func (e *expander) expand(f File, depth int) ([]File, error) {
	if depth > maxExpand {
		return nil, fmt.Errorf("%w: files lie too deep in each other", ErrTooLarge)
	}
	var inner []File
	var err error
	zipped := 0
	switch kind := container(f.Data); {
	case kind == typeMail:
		if inner, err = attachments(f.Data); err == nil && len(inner) == 0 {
			return []File{f}, nil
		}
	case kind == typeZip && e.zips == 0:
		inner, err = e.unzip(f.Data)
		if inner == nil && err == nil {
			return []File{f}, nil
		}
		zipped = 1
	default:
		if depth > 0 && tiny(f.Data) {
			f.Err = ErrSmall
		}
		return []File{f}, nil
	}
	if err != nil {
		return nil, err
	}
	var out []File
	if zipped == 0 {
		out = append(out, File{Name: f.Name, Err: ErrMail})
	}
	e.zips += zipped
	defer func() { e.zips -= zipped }()
	for _, g := range inner {
		g.Name = f.Name + "/" + strings.TrimPrefix(path.Clean("/"+g.Name), "/")
		more, err := e.expand(g, depth+1)
		if err != nil {
			more = []File{{Name: g.Name, Err: err}}
		}
		out = append(out, more...)
	}
	return out, nil
}

// tiny reports whether a file is a picture too small to be a page: a logo or
// the preview of something.
func tiny(data []byte) bool {
	if sniffPicture(data) == "" {
		return false
	}
	c, _, err := image.DecodeConfig(bytes.NewReader(data))
	return err == nil && min(c.Width, c.Height) < leastPixels
}

// container returns typeZip or typeMail for what may hold documents.
func container(data []byte) kind {
	if bytes.HasPrefix(data, []byte("PK")) {
		return typeZip
	}
	if k, err := sniff(data[:min(len(data), 8192)]); err == nil && k == typeMail {
		return k
	}
	return ""
}

// unzip returns the files of an archive, none where it is one document.
func (e *expander) unzip(data []byte) ([]File, error) {
	a, err := openArchive(data)
	if err != nil {
		return nil, err
	}
	if a.kind() != "" || a.office() {
		return nil, nil
	}
	a.left = min(a.left, e.left)
	var out []File
	for _, n := range a.names {
		if hidden(n) {
			continue
		}
		part, err := a.part(n)
		if errors.Is(err, ErrTooLarge) || errors.Is(err, ErrEncrypted) {
			return nil, err
		}
		out = append(out, File{Name: n, Data: part, Err: err})
	}
	e.left = min(e.left, a.left)
	if len(out) == 0 {
		return nil, ErrEmpty
	}
	return out, nil
}
