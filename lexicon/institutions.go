package lexicon

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"sync"
)

//go:embed institutions.txt
var institutionsTxt string

// Institution is a body other than a region that issues circulars: a ministry,
// an agency, a university.
type Institution struct {
	ID    string // stable, such as "panrb"
	Name  string // in full: "Kementerian Dalam Negeri"
	Head  string // the office that signs: "Menteri Dalam Negeri"
	Level string // of its circulars unless the text says otherwise: "central", "ministry" or "institution", values of circular.Level
}

// InstitutionTable finds institutions by their names in running text.
type InstitutionTable struct {
	institutions []Institution // in the order of the file
	names        nameTree[int] // index in institutions
}

// DefaultInstitutions returns the table that ships with the program.
var DefaultInstitutions = sync.OnceValue(func() *InstitutionTable {
	t, err := ParseInstitutions(institutionsTxt)
	if err != nil {
		panic(err) // the embedded file is checked by the tests of this package
	}
	return t
})

// Institutions returns all institutions in the order of their file.
func Institutions() []Institution { return slices.Clone(DefaultInstitutions().institutions) }

// FindInstitution returns the first institution named in a phrase, such as
// "Sekretaris Jenderal Kementerian Agama" or "Menpan-RB".
func FindInstitution(phrase string) (Institution, bool) {
	tokens := nameWords(phrase)
	for i := range tokens {
		if n, found := DefaultInstitutions().MatchAt(tokens, i); n > 0 {
			return found, true
		}
	}
	return Institution{}, false
}

// ParseInstitutions reads a file of institutions, whose form its own head
// describes.
func ParseInstitutions(data string) (*InstitutionTable, error) {
	t := new(InstitutionTable)
	known := make(map[string]int)    // id -> index
	taken := make(map[string]string) // name -> id
	for n, line := range dataLines(data) {
		head, list, ok := strings.Cut(line, " = ")
		field := strings.SplitN(head, " ", 3)
		if !ok || len(field) != 3 {
			return nil, fmt.Errorf("institutions.txt:%d: want ID LEVEL HEAD = name; name", n)
		}
		id, level := field[0], field[1]
		if level != "central" && level != "ministry" && level != "institution" {
			return nil, fmt.Errorf("institutions.txt:%d: level %q is none of central, ministry, institution", n, level)
		}
		names := strings.Split(list, ";")
		at, again := known[id]
		if !again {
			at = len(t.institutions)
			known[id] = at
			t.institutions = append(t.institutions, Institution{ID: id, Name: strings.TrimSpace(names[0]), Head: field[2], Level: level})
		}
		for _, name := range names {
			name = strings.TrimSpace(name)
			forms := []string{name}
			if rest, ok := strings.CutPrefix(name, "Kementerian "); ok && len(nameWords(rest)) > 0 {
				forms = append(forms, "Menteri "+rest)
			}
			for _, form := range forms {
				words := strings.Join(nameWords(form), " ")
				switch owner, ok := taken[words]; {
				case words == "":
					return nil, fmt.Errorf("institutions.txt:%d: empty name", n)
				case ok && owner != id:
					return nil, fmt.Errorf("institutions.txt:%d: %q stands for %s already", n, form, owner)
				default:
					taken[words] = id
					t.names.add(form, at)
				}
			}
		}
	}
	return t, nil
}

// MatchAt returns the institution named at tokens[i] and how many tokens its
// name covers, the longest name first; n is 0 where none is named there.
// Tokens are lower-cased words, as for [RegionTable.MatchAt].
func (t *InstitutionTable) MatchAt(tokens []string, i int) (n int, found Institution) {
	for _, m := range t.names.matches(tokens, i) {
		return m.end - i, t.institutions[m.values[0]]
	}
	return 0, Institution{}
}
