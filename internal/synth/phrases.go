package synth

import (
	"embed"
	"fmt"
	"io/fs"
	"strings"
	"sync"
)

//go:embed phrases/*.txt
var phraseFiles embed.FS

// book is the phrases by file and class: "rules/quota max WFH".
type book map[string][]string

// phrases returns the embedded phrases. They are checked by the tests.
var phrases = sync.OnceValue(func() book {
	b, err := readBook(phraseFiles)
	if err != nil {
		panic(err)
	}
	return b
})

// readBook reads every phrases/NAME.txt: one phrase a line under its class in
// brackets, comments behind #. A line with a lone dash is an empty phrase.
func readBook(files fs.FS) (book, error) {
	names, err := fs.Glob(files, "phrases/*.txt")
	if err != nil {
		return nil, err
	}
	b := make(book)
	for _, name := range names {
		data, err := fs.ReadFile(files, name)
		if err != nil {
			return nil, err
		}
		file := strings.TrimSuffix(strings.TrimPrefix(name, "phrases/"), ".txt")
		class := ""
		for n, line := range strings.Split(string(data), "\n") {
			line = strings.TrimRight(line, " \r")
			switch {
			case strings.TrimSpace(line) == "" || line[0] == '#':
			case line[0] == '[' && line[len(line)-1] == ']':
				class = file + "/" + line[1:len(line)-1]
				if _, twice := b[class]; twice {
					return nil, fmt.Errorf("%s:%d: class %s stands twice", name, n+1, line)
				}
				b[class] = nil
			case class == "":
				return nil, fmt.Errorf("%s:%d: phrase before any class", name, n+1)
			default:
				if line == "-" {
					line = ""
				}
				b[class] = append(b[class], line)
			}
		}
	}
	return b, nil
}

// phrase chooses a phrase of a class and fills its braces from pairs of name
// and value.
func (d dice) phrase(question, class string, fill ...string) string {
	list := phrases()[class]
	if len(list) == 0 {
		panic("synth: no phrases in class " + class) // a bug of this package: the tests render every class
	}
	s := list[d.roll(question, len(list))]
	for i := 0; i+1 < len(fill); i += 2 {
		s = strings.ReplaceAll(s, "{"+fill[i]+"}", fill[i+1])
	}
	return s
}

// groupsOf returns the groups of a class, one name chosen for each.
func (d dice) groupsOf(question, class string) []Group {
	var out []Group
	for _, line := range phrases()["groups/"+class] {
		category, names, _ := strings.Cut(line, " | ")
		name := pick(d, question+category, strings.Split(names, "; "))
		out = append(out, Group{Name: name, Category: category})
	}
	return shuffled(d, question, out)
}
