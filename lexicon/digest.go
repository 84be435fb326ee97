package lexicon

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"slices"
)

// Digest returns the SHA-256, in hex, of all that this package knows: the
// embedded files, and the *.lex files at the top of each of the given folders,
// in the order given. What was extracted with the same digest was extracted with
// the same words.
func Digest(extra ...fs.FS) (string, error) {
	h := sha256.New()
	add := func(name string, data []byte) {
		fmt.Fprintf(h, "%q %d\n", name, len(data))
		h.Write(data)
	}
	for _, f := range []struct {
		name string
		data []byte
	}{
		{"acts", actsYAML}, {"case", []byte(caseData)}, {"fields", []byte(fieldData)}, {"institutions", []byte(institutionsTxt)},
		{"months", []byte(monthData)}, {"regions", []byte(regionsTSV)}, {"regions-alias", []byte(regionsAlias)},
	} {
		add(f.name, f.data)
	}
	for _, group := range []struct {
		files   []fs.FS
		pattern string
	}{{[]fs.FS{wordFiles}, "words/*.lex"}, {[]fs.FS{searchFiles}, "search/*.txt"}, {extra, "*.lex"}} {
		for _, f := range group.files {
			names, err := fs.Glob(f, group.pattern)
			if err != nil {
				return "", fmt.Errorf("listing lexicon files: %w", err)
			}
			slices.Sort(names)
			for _, name := range names {
				data, err := fs.ReadFile(f, name)
				if err != nil {
					return "", fmt.Errorf("reading lexicon: %w", err)
				}
				add(name, data)
			}
		}
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}
