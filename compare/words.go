package compare

import (
	"embed"
	"fmt"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/goccy/go-yaml"

	"github.com/telaah/telaah/circular"
)

//go:embed words/*.yaml
var wordFiles embed.FS

// sentence is a text in every language of the reports, by language code.
type sentence map[string]string

// entry is one entry of words/findings.yaml.
type entry struct {
	Level     circular.Severity  `yaml:"level"`
	Direction circular.Direction `yaml:"direction"`
	Why       sentence           `yaml:"why"`
	Advice    sentence           `yaml:"advice"`

	TextOnly bool `yaml:"text_only"` // only the circular's own text can show it
}

// vocabulary is words/vocabulary.yaml; every word in lower case.
type vocabulary struct {
	General  []string         `yaml:"general"`
	Negation []string         `yaml:"negation"`
	Offices  []string         `yaml:"offices"`
	Actors   [][]string       `yaml:"actors"`
	Burdens  []string         `yaml:"burdens"`
	Forces   []circular.Force `yaml:"forces"`
	Higher   []string         `yaml:"higher"`
	Lapses   []string         `yaml:"lapses"`
	Penalty  []string         `yaml:"penalty"`
	Spared   []string         `yaml:"spared"`
	Defines  []string         `yaml:"defines"`
	Grounds  [][]string       `yaml:"grounds"`
	Working  []string         `yaml:"working"`
	Starts   []string         `yaml:"starts"`
	Stop     []string         `yaml:"stop"`
	Same     [][]string       `yaml:"same"`
	Away     []string         `yaml:"away"`
	Anywhere []string         `yaml:"anywhere"`
	Issuers  [][]string       `yaml:"issuers"`

	Spellings [][]string `yaml:"spellings"`

	Units struct {
		Extremes []string `yaml:"extremes"`
		Weekdays []string `yaml:"weekdays"`
		Months   []string `yaml:"months"`
	} `yaml:"units"`

	Warnings map[string]string `yaml:"warnings"` // code of a warning to key of a finding
	During   []string          `yaml:"during"`
	Amended  []string          `yaml:"amended"`
	Doubtful []string          `yaml:"doubtful"` // taxonomy ids
	Staff    []string          `yaml:"staff"`
	InOffice []string          `yaml:"in_office"`
	Places   []string          `yaml:"places"`
	Unread   []string          `yaml:"unread"` // beginnings of codes of warnings

	Limits map[circular.Bound][]string `yaml:"limits"`

	Bounds map[circular.Bound]sentence `yaml:"bounds"`
	Terms  map[string]sentence         `yaml:"terms"`

	Remarks map[string]sentence `yaml:"remarks"`

	Kinds map[circular.Kind]sentence `yaml:"kinds"`

	stop map[string]bool
	same map[string]string // word to the first of its row
}

// knowledge is everything of the embedded data that comparing needs.
type knowledge struct {
	findings map[string]entry
	because  map[string]sentence // words/reasons.yaml
	errors   map[string]sentence // words/errors.yaml
	layouts  []layout            // words/layouts.yaml
	codes    []codeWords         // words/codes.yaml
	changed  map[string]sentence // words/versions.yaml
	offices  []authority         // words/authority.yaml
	vocabulary
}

// words returns the embedded knowledge, read once.
var words = sync.OnceValues(func() (*knowledge, error) {
	k := &knowledge{}
	for _, f := range []struct {
		name string
		into any
	}{{"findings", &k.findings}, {"reasons", &k.because}, {"errors", &k.errors}, {"vocabulary", &k.vocabulary},
		{"layouts", &k.layouts}, {"authority", &k.offices}, {"codes", &k.codes}, {"versions", &k.changed}} {
		data, err := wordFiles.ReadFile("words/" + f.name + ".yaml")
		if err != nil {
			return nil, fmt.Errorf("reading words of findings: %w", err)
		}
		if err := yaml.UnmarshalWithOptions(data, f.into, yaml.Strict()); err != nil {
			return nil, fmt.Errorf("reading words/%s.yaml: %w", f.name, err)
		}
	}
	for _, list := range append([][]string{k.General, k.Negation, k.Offices, k.Burdens, k.Higher, k.Lapses, k.Penalty, k.Spared, k.Defines, k.Away, k.Anywhere, k.During, k.Amended, k.Staff, k.InOffice, k.Places, k.Limits[circular.BoundMax], k.Limits[circular.BoundMin]},
		slices.Concat(k.Actors, k.Issuers, k.Spellings, k.Grounds)...) {
		for i, w := range list {
			list[i] = strings.Join(fold(w), " ")
		}
	}
	for _, l := range k.layouts {
		copy(l.Issuers, foldAll(l.Issuers))
		copy(l.Excludes, foldAll(l.Excludes))
		for i := range l.Parts {
			l.Parts[i].Line, l.Parts[i].Any = foldAll(l.Parts[i].Line), foldAll(l.Parts[i].Any)
		}
	}
	k.stop, k.same = map[string]bool{}, map[string]string{}
	for _, w := range k.Stop {
		k.stop[w] = true
	}
	for _, row := range k.Same {
		for _, w := range row {
			k.same[w] = row[0]
		}
	}
	return k, nil
})

// in returns the text in a language, Indonesian where it has no other.
func (s sentence) in(lang string) string {
	if text, ok := s[lang]; ok {
		return text
	}
	return s["id"]
}

// fill puts values in place of the names in braces and starts with a capital.
// The values come in pairs: name, value.
func (s sentence) fill(lang string, values []string) string {
	text := s.fillRaw(lang, values)
	r, n := utf8.DecodeRuneInString(text)
	if n == 0 {
		return text
	}
	return string(unicode.ToUpper(r)) + text[n:]
}

// fillRaw is fill without the capital.
func (s sentence) fillRaw(lang string, values []string) string {
	text := s.in(lang)
	pairs := make([]string, len(values))
	for i, v := range values {
		if i%2 == 0 {
			v = "{" + v + "}"
		}
		pairs[i] = v
	}
	return strings.NewReplacer(pairs...).Replace(text)
}

// has reports whether text holds one of the words, which are folded, as whole
// words.
func has(text string, words []string) bool {
	text = " " + strings.Join(fold(text), " ") + " "
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(text, " "+w+" ") })
}

// rank returns the place of a force among the strengths, 0 the strongest, or
// -1 where it has none.
func (k *knowledge) rank(f circular.Force) int { return slices.Index(k.Forces, f) }
