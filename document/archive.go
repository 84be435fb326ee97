package document

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"
)

// typeZip is an archive of pictures that are the pages of one document.
const typeZip kind = "application/zip"

// Limits of what is unpacked from one archive.
const (
	maxPart   = 64 << 20  // bytes of one part
	maxWhole  = 256 << 20 // bytes of all parts read
	maxRatio  = 100       // unpacked to packed, above a part of ratioFree bytes
	ratioFree = 1 << 20
	maxParts  = 2000
)

// archive reads the parts of a zip file within the limits.
type archive struct {
	files map[string]*zip.File
	names []string // in the order of the file
	left  int64
}

func openArchive(data []byte) (*archive, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, fmt.Errorf("%w: %v", ErrDamaged, err)
	}
	if len(z.File) > maxParts {
		return nil, fmt.Errorf("%w: %d parts", ErrTooLarge, len(z.File))
	}
	a := &archive{files: map[string]*zip.File{}, left: maxWhole}
	for _, f := range z.File {
		if a.files[f.Name] == nil && !f.FileInfo().IsDir() {
			a.files[f.Name] = f
			a.names = append(a.names, f.Name)
		}
	}
	return a, nil
}

// part returns the content of a part, nil when there is none of that name.
func (a *archive) part(name string) ([]byte, error) {
	f := a.files[name]
	if f == nil {
		return nil, nil
	}
	if f.Flags&1 != 0 {
		return nil, ErrEncrypted
	}
	limit := min(int64(maxPart), a.left, max(ratioFree, int64(min(f.CompressedSize64, maxPart))*maxRatio))
	r, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("%w: %s: %v", ErrDamaged, name, err)
	}
	defer r.Close()
	data, err := io.ReadAll(io.LimitReader(r, limit+1))
	if int64(len(data)) > limit {
		return nil, fmt.Errorf("%w: part %s unpacks to more than %d bytes", ErrTooLarge, name, limit)
	}
	if err != nil {
		return nil, fmt.Errorf("%w: %s: %v", ErrDamaged, name, err)
	}
	a.left -= int64(len(data))
	return data, nil
}

// hidden reports whether a part is the bookkeeping of some system.
func hidden(name string) bool {
	base := path.Base(name)
	return strings.HasPrefix(name, "__MACOSX/") || strings.HasPrefix(base, ".") || base == "Thumbs.db" || base == "desktop.ini"
}

// kind returns the type of the one document that the archive is, or "".
func (a *archive) kind() kind {
	switch {
	case a.files["word/document.xml"] != nil:
		return typeDOCX
	case a.files["xl/workbook.xml"] != nil:
		return typeXLSX
	case a.files["content.xml"] != nil && a.openDocument() == typeODT:
		return typeODT
	case a.office():
		return ""
	}
	some := false
	for _, n := range a.names {
		if hidden(n) {
			continue
		}
		if sniffPicture(a.head(n)) == "" {
			return ""
		}
		some = true
	}
	if some {
		return typeZip
	}
	return ""
}

// head returns the first bytes of a part.
func (a *archive) head(name string) []byte {
	r, err := a.files[name].Open()
	if err != nil {
		return nil
	}
	defer r.Close()
	head := make([]byte, 64)
	n, _ := io.ReadFull(r, head)
	return head[:n]
}

// openDocument returns the media type that an OpenDocument file gives itself.
func (a *archive) openDocument() kind {
	if a.files["mimetype"] == nil {
		return ""
	}
	return kind(strings.TrimSuffix(strings.TrimSpace(string(a.head("mimetype"))), "-template"))
}

// office reports whether an archive is an office file or a book, whatever its
// kind: never an archive of letters.
func (a *archive) office() bool {
	return a.files["[Content_Types].xml"] != nil || a.files["mimetype"] != nil || a.files["META-INF/manifest.xml"] != nil
}

// Bundle joins pictures, in the given order, into an archive that [Read] reads
// as the pages of one document. The same pictures give the same bytes.
func Bundle(pictures []File) ([]byte, error) {
	var buf bytes.Buffer
	z := zip.NewWriter(&buf)
	for i, p := range pictures {
		if sniffPicture(p.Data) == "" {
			return nil, fmt.Errorf("joining %s: %w: no picture", p.Name, ErrUnknownType)
		}
		w, err := z.CreateHeader(&zip.FileHeader{Name: fmt.Sprintf("%03d%s", i+1, strings.ToLower(path.Ext(p.Name))), Method: zip.Store})
		if err == nil {
			_, err = w.Write(p.Data)
		}
		if err != nil {
			return nil, fmt.Errorf("joining %s: %w", p.Name, err)
		}
	}
	if err := z.Close(); err != nil {
		return nil, fmt.Errorf("joining pictures: %w", err)
	}
	return buf.Bytes(), nil
}

// readBundle reads an archive of pictures, in the order of the archive.
func (j *job) readBundle(data []byte) (Document, error) {
	files, err := bundled(data)
	if err != nil {
		return Document{}, err
	}
	return j.readPictures(files)
}

// bundled returns the pictures in an archive, in its order.
func bundled(data []byte) ([][]byte, error) {
	a, err := openArchive(data)
	if err != nil {
		return nil, err
	}
	var files [][]byte
	for _, n := range a.names {
		if hidden(n) {
			continue
		}
		part, err := a.part(n)
		if err != nil {
			return nil, err
		}
		files = append(files, part)
	}
	if large := slices.DeleteFunc(slices.Clone(files), tiny); len(large) > 0 {
		return large, nil // without the previews beside the pages
	}
	return files, nil
}
