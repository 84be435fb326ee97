package lexicon

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
	"sync"
)

//go:embed search/*.txt
var searchFiles embed.FS

// SearchWords is what search knows of Indonesian words. All words are in lower
// case. It never changes once it is loaded.
type SearchWords struct {
	Stop     map[string]bool   // function words that searches pass over
	Roots    map[string]bool   // words that the stemmer may end at
	Stems    map[string]string // stems that rules would get wrong, and words that keep their form
	Synonyms [][]Synonym       // groups of phrases that mean the same
	Values   []SearchValue     // words that name a value of a field: "kuota" is kind quota
	// Questions are phrases that people type around what they look for, by what
	// they do: "ask", "over", "under".
	Questions map[string][][]string
	Digest    string // changes when stems may: of the stop words, roots, stems and names of regions
}

// Synonym is one phrase of a group.
type Synonym struct {
	Words   []string
	Asks    bool // a search for it finds the others
	Answers bool // a search for another of the group finds it
}

// SearchValue says which phrases name a value of a field.
type SearchValue struct {
	Field   string // "kind", "mode", "level"
	Value   string // "quota"
	Phrases [][]string
}

// Search returns the words of the embedded files lexicon/search/*.txt.
var Search = sync.OnceValue(func() *SearchWords {
	w, err := loadSearch()
	if err != nil {
		panic(err) // the embedded files are checked by a test
	}
	return w
})

// loadSearch reads the embedded files. An error names file and line.
func loadSearch() (*SearchWords, error) {
	w := &SearchWords{Stop: map[string]bool{}, Roots: map[string]bool{}, Stems: map[string]string{}, Questions: map[string][][]string{}}
	digest := sha256.New()
	digest.Write([]byte(regionsTSV))
	for _, f := range []struct {
		name  string
		stems bool // whether stems depend on it
		line  func(string) error
	}{
		{"stop.txt", true, func(s string) error { return addWords(w.Stop, s) }},
		{"roots.txt", true, func(s string) error { return addWords(w.Roots, s) }},
		{"stems.txt", true, w.addStem},
		{"synonyms.txt", false, w.addSynonyms},
		{"values.txt", false, w.addValue},
		{"questions.txt", false, w.addQuestions},
	} {
		data, err := searchFiles.ReadFile("search/" + f.name)
		if err != nil {
			return nil, fmt.Errorf("reading search words: %w", err)
		}
		if f.stems {
			digest.Write(data)
		}
		n := 0
		for line := range strings.Lines(string(data)) {
			n++
			line, _, _ = strings.Cut(line, "#")
			if line = strings.ToLower(strings.TrimSpace(line)); line == "" {
				continue
			}
			if err := f.line(line); err != nil {
				return nil, fmt.Errorf("search/%s:%d: %w", f.name, n, err)
			}
		}
	}
	w.Digest = hex.EncodeToString(digest.Sum(nil)[:4])
	return w, nil
}

// addWords adds the words of a line to a set, in which each may stand once.
func addWords(set map[string]bool, line string) error {
	for _, word := range strings.Fields(line) {
		if set[word] {
			return fmt.Errorf("%q stands here a second time", word)
		}
		set[word] = true
	}
	return nil
}

// addQuestions reads "name = phrase | phrase ...".
func (w *SearchWords) addQuestions(line string) error {
	name, rest, ok := strings.Cut(line, "=")
	if name = strings.TrimSpace(name); !ok || name == "" {
		return fmt.Errorf("%q is no line of questions", line)
	}
	for phrase := range strings.SplitSeq(rest, "|") {
		words := strings.Fields(phrase)
		if len(words) == 0 {
			return fmt.Errorf("%s has an empty phrase", name)
		}
		w.Questions[name] = append(w.Questions[name], words)
	}
	return nil
}

// addStem reads "stem = word word ..." or "= word word ..." for words that
// keep their form.
func (w *SearchWords) addStem(line string) error {
	stem, words, ok := strings.Cut(line, "=")
	if !ok {
		return fmt.Errorf("want \"stem = words\", got %q", line)
	}
	stem = strings.TrimSpace(stem)
	for _, word := range strings.Fields(words) {
		if old, ok := w.Stems[word]; ok {
			return fmt.Errorf("%q already has the stem %q", word, old)
		}
		w.Stems[word] = stem
		if stem == "" {
			w.Stems[word] = word
		}
	}
	return nil
}

// addSynonyms reads "phrase = phrase = ...", where "<" in front of a phrase
// marks one that is searched by the others' name only, ">" one that only finds
// the others.
func (w *SearchWords) addSynonyms(line string) error {
	var group []Synonym
	for part := range strings.SplitSeq(line, "=") {
		s := Synonym{Asks: true, Answers: true}
		part = strings.TrimSpace(part)
		if rest, ok := strings.CutPrefix(part, "<"); ok {
			part, s.Asks = rest, false
		} else if rest, ok := strings.CutPrefix(part, ">"); ok {
			part, s.Answers = rest, false
		}
		if s.Words = strings.Fields(part); len(s.Words) == 0 {
			return fmt.Errorf("empty phrase in %q", line)
		}
		group = append(group, s)
	}
	if len(group) < 2 {
		return fmt.Errorf("want \"phrase = phrase\", got %q", line)
	}
	w.Synonyms = append(w.Synonyms, group)
	return nil
}

// addValue reads "field value = phrase | phrase ...".
func (w *SearchWords) addValue(line string) error {
	head, phrases, ok := strings.Cut(line, "=")
	f := strings.Fields(head)
	if !ok || len(f) != 2 {
		return fmt.Errorf("want \"field value = phrases\", got %q", line)
	}
	v := SearchValue{Field: f[0], Value: f[1]}
	for p := range strings.SplitSeq(phrases, "|") {
		if words := strings.Fields(p); len(words) > 0 {
			v.Phrases = append(v.Phrases, words)
		}
	}
	if slices.ContainsFunc(w.Values, func(o SearchValue) bool { return o.Field == v.Field && o.Value == v.Value }) {
		return fmt.Errorf("%s %s stands here a second time", v.Field, v.Value)
	}
	w.Values = append(w.Values, v)
	return nil
}
