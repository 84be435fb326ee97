package report

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"html"
	"slices"
	"strings"
	"unicode/utf16"
)

// How reports carry their manifest. It is put into the finished report, so that
// no format knows of it: a member of the object in JSON, a property in SARIF, a
// comment behind HTML, Markdown and JUnit, a custom XML part in Word and Excel.
// Plain text and the workflow commands of GitHub have no place for one.

// Carriers are the formats that carry a manifest.
var Carriers = []string{"json", "markdown", "html", "sarif", "junit", "xlsx", "docx"}

// ErrNoManifest says that a file is no report, or one without manifest.
var ErrNoManifest = errors.New("no manifest")

const (
	commentStart = "<!-- " + ManifestSchema + "\n"
	commentEnd   = "\n-->\n"
	jsonStart    = ",\n  \"manifest\": "
	sarifStart   = ",\n  \"properties\": {\"manifest\": "
	partName     = "customXml/telaah.xml"
	partStart    = `<?xml version="1.0" encoding="UTF-8"?>` + "\n" + `<manifest xmlns="` + ManifestSchema + `">`
	partEnd      = `</manifest>`
	relation     = `<Relationship Id="telaah" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml" Target="../` + partName + `"/>`
	relationsEnd = `</Relationships>`
)

// relations are the parts that relate the main part of a package to others.
var relations = []string{"word/_rels/document.xml.rels", "xl/_rels/workbook.xml.rels"}

// Seal returns a report with its manifest. A format that carries none comes back
// as it is.
func Seal(format string, rendered []byte, m Manifest) ([]byte, error) {
	if !slices.Contains(Carriers, format) {
		return rendered, nil
	}
	b, err := json.Marshal(m)
	if err != nil {
		return nil, fmt.Errorf("writing the manifest: %w", err)
	}
	b = inASCII(b)
	switch format {
	case "json", "sarif":
		start, end := jsonStart, "\n}\n"
		if format == "sarif" {
			start, end = sarifStart, "}\n}\n"
		}
		head, ok := bytes.CutSuffix(rendered, []byte("\n}\n"))
		if !ok {
			return nil, errors.New("writing the manifest: the report is no JSON object")
		}
		return slices.Concat(head, []byte(start), b, []byte(end)), nil
	case "xlsx", "docx":
		return sealPackage(rendered, b)
	}
	return slices.Concat(bytes.TrimRight(rendered, "\n"), []byte("\n"+commentStart), b, []byte(commentEnd)), nil
}

// inASCII writes all that could act where a report is shown, or end a comment,
// as an escape of JSON.
func inASCII(b []byte) []byte {
	var out bytes.Buffer
	for _, r := range string(b) {
		switch {
		case r >= 0x10000:
			hi, lo := utf16.EncodeRune(r)
			fmt.Fprintf(&out, `\u%04x\u%04x`, hi, lo)
		case r >= 0x7F:
			fmt.Fprintf(&out, `\u%04x`, r)
		default:
			out.WriteRune(r)
		}
	}
	// Two hyphens end a comment of XML; between values JSON has none.
	return bytes.ReplaceAll(out.Bytes(), []byte("--"), []byte(`\u002d\u002d`))
}

// sealPackage puts a manifest into a Word or Excel file as a custom XML part,
// which both keep.
func sealPackage(rendered, manifest []byte) ([]byte, error) {
	in, err := zip.NewReader(bytes.NewReader(rendered), int64(len(rendered)))
	if err != nil {
		return nil, fmt.Errorf("writing the manifest: %w", err)
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	put := func(f *zip.File, name string, data []byte) error {
		h := &zip.FileHeader{Name: name, Method: zip.Deflate, Modified: f.Modified}
		part, err := w.CreateHeader(h)
		if err == nil {
			_, err = part.Write(data)
		}
		return err
	}
	for _, f := range in.File {
		if !slices.Contains(relations, f.Name) {
			err = w.Copy(f)
		} else if data, readErr := readPart(f); readErr != nil {
			err = readErr
		} else {
			err = put(f, f.Name, bytes.Replace(data, []byte(relationsEnd), []byte(relation+relationsEnd), 1))
		}
		if err != nil {
			return nil, fmt.Errorf("writing the manifest: %w", err)
		}
	}
	if err := put(in.File[0], partName, []byte(partStart+html.EscapeString(string(manifest))+partEnd)); err != nil {
		return nil, fmt.Errorf("writing the manifest: %w", err)
	}
	if err := w.Close(); err != nil {
		return nil, fmt.Errorf("writing the manifest: %w", err)
	}
	return out.Bytes(), nil
}

// OpenManifest returns the manifest of a report. Its error wraps ErrNoManifest
// where there is none that can be read.
func OpenManifest(file []byte) (Manifest, error) {
	var m Manifest
	raw, err := manifestIn(file)
	if err == nil {
		err = json.Unmarshal(raw, &m)
	}
	if err != nil {
		return m, fmt.Errorf("%w: %v", ErrNoManifest, err)
	}
	if m.Schema != ManifestSchema {
		return m, fmt.Errorf("%w of a known version: %q", ErrNoManifest, m.Schema)
	}
	return m, nil
}

// manifestIn returns the JSON of the manifest in a report.
func manifestIn(file []byte) ([]byte, error) {
	if bytes.HasPrefix(file, []byte("PK\x03\x04")) {
		z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
		if err != nil {
			return nil, err
		}
		at := slices.IndexFunc(z.File, func(f *zip.File) bool { return isManifestPart(f) })
		if at < 0 {
			return nil, errors.New("no such part")
		}
		b, err := readPart(z.File[at])
		if err != nil {
			return nil, err
		}
		_, rest, _ := strings.Cut(string(b), ManifestSchema+`">`)
		body, _, ok := strings.Cut(rest, partEnd)
		if !ok {
			return nil, errors.New("the part is damaged")
		}
		return []byte(html.UnescapeString(body)), nil
	}
	if at := bytes.LastIndex(file, []byte(commentStart)); at >= 0 {
		body, _, ok := bytes.Cut(file[at+len(commentStart):], []byte("\n-->"))
		if !ok {
			return nil, errors.New("the comment is cut off")
		}
		return body, nil
	}
	var report struct {
		Manifest   json.RawMessage `json:"manifest"`
		Properties struct {
			Manifest json.RawMessage `json:"manifest"`
		} `json:"properties"`
	}
	if err := json.Unmarshal(file, &report); err != nil {
		return nil, errors.New("it is no report of this program")
	}
	if report.Manifest != nil {
		return report.Manifest, nil
	}
	if report.Properties.Manifest != nil {
		return report.Properties.Manifest, nil
	}
	return nil, errors.New("the object has none")
}

// isManifestPart reports whether a part of a package may hold a manifest; Word
// and Excel number the custom parts when they save.
func isManifestPart(f *zip.File) bool {
	if f.Name == partName {
		return true
	}
	if !strings.HasPrefix(f.Name, "customXml/item") || strings.Contains(f.Name, "Props") {
		return false
	}
	b, err := readPart(f)
	return err == nil && bytes.Contains(b[:min(len(b), 512)], []byte(ManifestSchema))
}
