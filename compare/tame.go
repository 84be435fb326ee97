package compare

import (
	"strconv"
	"strings"

	"github.com/goccy/go-yaml/lexer"
	"github.com/goccy/go-yaml/token"
)

// Bounds of a YAML file: how deep values lie in each other, and the bytes of a
// line. The reader's time grows with the square of a line.
const (
	maxDepth = 50
	maxLine  = 4 << 10
)

// tame notes what a YAML file of this program never needs and what makes a
// short file cost much: values that lie too deep in each other, and anchors,
// aliases and merge keys, which stand for more than is written. It reports
// whether there is none of it. It looks at tokens, before anything is built.
func (e *FileError) tame(data []byte) bool {
	if tooDeep(data) {
		e.add("", "depth", "nilai", strconv.Itoa(maxDepth))
		return false
	}
	for line := range strings.Lines(string(data)) {
		if len(line) > maxLine {
			e.add("", "line", "nilai", strconv.Itoa(maxLine))
			return false
		}
	}
	for _, t := range lexer.Tokenize(string(data)) {
		switch t.Type {
		case token.AnchorType, token.AliasType, token.MergeKeyType:
			e.add(point(data, strings.TrimSpace(t.Origin)), "alias")
			return false
		}
	}
	return true
}

// tooDeep reports whether brackets or indentation nest beyond maxDepth. What
// stands in quotes counts, too: no sentence has fifty brackets open.
func tooDeep(data []byte) bool {
	flow := 0
	var indents []int // of the lines around this one
	for line := range strings.Lines(string(data)) {
		text := strings.TrimLeft(line, " ")
		if strings.TrimSpace(text) == "" {
			continue
		}
		indent := len(line) - len(text)
		for len(indents) > 0 && indents[len(indents)-1] >= indent {
			indents = indents[:len(indents)-1]
		}
		indents = append(indents, indent)
		dashes := 0 // "- - - a" nests on one line
		for rest := text; strings.HasPrefix(rest, "- "); rest = strings.TrimLeft(rest[2:], " ") {
			dashes++
		}
		for _, r := range text {
			switch r {
			case '[', '{':
				flow++
			case ']', '}':
				flow = max(0, flow-1)
			}
			if flow+len(indents)+dashes > maxDepth {
				return true
			}
		}
	}
	return false
}
