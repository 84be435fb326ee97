package compare

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/goccy/go-yaml"

	"github.com/telaah/telaah/circular"
)

// FileError says what is wrong with the content of a file of a baseline or of
// suppressions. It wraps ErrBaseline or ErrSuppression.
type FileError struct {
	Name   string // of the file
	kind   error
	faults []fault
}

// fault is one thing wrong: the key of its sentence in words/errors.yaml, the
// values of that, and the lines of the file with a caret under the place.
type fault struct {
	key    string
	values []string
	lines  string
}

// Error is the message in English.
func (e *FileError) Error() string { return e.Message("en") }

// Unwrap returns ErrBaseline or ErrSuppression.
func (e *FileError) Unwrap() error { return e.kind }

// Message says in a language what is wrong: for each fault a line with the name
// of the file, and the place below it.
func (e *FileError) Message(lang string) string {
	say := func(key string, values []string) string {
		k, err := words()
		if err != nil {
			return key
		}
		return k.errors[key].fillRaw(lang, values)
	}
	kind := "baseline"
	if errors.Is(e.kind, ErrSuppression) {
		kind = "suppressions"
	}
	var out []string
	for _, f := range e.faults {
		out = append(out, e.Name+": "+say(kind, nil)+": "+say(f.key, f.values))
		if f.lines != "" {
			out = append(out, f.lines)
		}
	}
	return strings.Join(out, "\n")
}

// add notes a fault.
func (e *FileError) add(lines, key string, values ...string) {
	e.faults = append(e.faults, fault{key, values, lines})
}

// decode reads YAML into v, without the byte order mark that some editors put
// before it; what is wrong with it goes into e.
func (e *FileError) decode(data []byte, v any) {
	data = bytes.TrimPrefix(data, []byte("\uFEFF"))
	if len(data) > maxYAML {
		e.add("", "size", "nilai", strconv.Itoa(maxYAML))
		return
	}
	if !e.tame(data) {
		return
	}
	err := yaml.UnmarshalWithOptions(data, v, yaml.Strict(), yaml.CustomUnmarshaler(parseDate))
	var d dateError
	switch {
	case err == nil:
	case errors.As(err, &d):
		e.add(point(data, string(d)), "date", "nilai", string(d))
	default:
		e.add(strings.TrimSpace(yaml.FormatError(err, false, true)), "yaml")
	}
}

// dateError is the text of a day that the calendar does not have.
type dateError string

// Error quotes the text; FileError says more.
func (e dateError) Error() string { return strconv.Quote(string(e)) }

// parseDate reads an ISO day, and null as no date.
func parseDate(d *circular.Date, b []byte) error {
	s := strings.Trim(strings.TrimSpace(string(b)), `"'`)
	if s == "" || s == "null" || s == "~" {
		*d = circular.Date{}
		return nil
	}
	v, err := circular.ParseDate(s)
	if err != nil {
		return dateError(s)
	}
	*d = v
	return nil
}

// point returns the first line that holds text, with a caret under it.
func point(data []byte, text string) string {
	for i, line := range strings.Split(string(data), "\n") {
		if at := strings.Index(line, text); at >= 0 {
			head := fmt.Sprintf("> %2d | ", i+1)
			return head + line + "\n" + strings.Repeat(" ", len(head)+at) + "^"
		}
	}
	return ""
}

// caret returns the lines around a YAML path with a caret under it, or around
// the nearest enclosing path that the file has.
func caret(data []byte, at string) string {
	for at != "" && at != "$" {
		if p, err := yaml.PathString(at); err == nil {
			if src, err := p.AnnotateSource(data, false); err == nil {
				return strings.TrimRight(string(src), "\n")
			}
		}
		at = at[:max(strings.LastIndexAny(at, ".["), 0)]
	}
	return ""
}
