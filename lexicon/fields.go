package lexicon

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed fields.txt
var fieldData string

// fieldName is one line of fields.txt.
type fieldName struct {
	path  string
	names []string // in Indonesian, folded
}

// fieldNames reads fields.txt once.
var fieldNames = sync.OnceValue(func() []fieldName {
	var out []fieldName
	for line := range strings.Lines(fieldData) {
		path, rest, ok := strings.Cut(strings.TrimSpace(line), " ")
		if !ok || strings.HasPrefix(path, "#") {
			continue
		}
		f := fieldName{path: path}
		for name := range strings.SplitSeq(rest, ",") {
			f.names = append(f.names, strings.TrimSpace(name))
		}
		out = append(out, f)
	}
	return out
})

// FieldPaths returns the fields of a record that people can mean by a name of
// one part of a path ("persen", "tanggal"), and that name itself where it is a
// field.
func FieldPaths(name string) []string {
	name = strings.ToLower(strings.Join(strings.Fields(strings.ReplaceAll(name, "_", " ")), " "))
	var out []string
	for _, f := range fieldNames() {
		if strings.ReplaceAll(f.path, "_", " ") == name {
			return []string{f.path}
		}
		for _, n := range f.names {
			if n == name {
				out = append(out, f.path)
			}
		}
	}
	return out
}

// FieldName returns how a field of a record is called in Indonesian, or its
// path where it has no name.
func FieldName(path string) string {
	for _, f := range fieldNames() {
		if f.path == path {
			return f.names[0]
		}
	}
	return path
}
