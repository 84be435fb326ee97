// Package lexicon holds what Telaah knows of the language and of the state, as
// embedded, commented data files that legal staff can read and extend: words
// and phrases with their meaning, regions, institutions and acts.
//
// A word file (words/*.lex) is a list of classes with entries:
//
//	# a comment, to the end of the line
//	[bound]
//	max {note=text} = maksimal | paling banyak | (tidak|tak) boleh? lebih dari
//	    | hingga maksimal
//
// An entry has an id, attributes in braces if it needs any, and its phrases,
// parted by "|". In a phrase "(a|b)" stands for either, a "?" behind a word or
// a pair of parentheses makes it optional. A line that starts with white space
// goes on with the entry above. Case does not matter, a hyphen between two
// words may be there or not, and an entry with the id of an earlier one in the
// same class adds to it.
//
// The class "spelling" is another thing: its ids are words, and what stands
// behind them other ways to write that one word ("yang = yg"). A text is read
// as if it had the word.
package lexicon

import (
	"cmp"
	"embed"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"sync"
)

//go:embed words/*.lex
var wordFiles embed.FS

// Entry is one meaning of some phrases.
type Entry struct {
	Class string
	ID    string
	Attrs map[string]string // nil where it has none
	File  string            // where it is defined
	Line  int
	order int
	class int // index of Class among the classes
}

// Rule returns the name of the entry for records: "class/id".
func (e *Entry) Rule() string { return e.Class + "/" + e.ID }

// Lexicon finds phrases in tokens. It never changes once it is loaded, and may
// be used from many goroutines.
type Lexicon struct {
	numbers map[string]int32 // word -> its index in words
	words   []string
	edges   map[edge]int32 // trie over word numbers
	root    []int32        // by word number: the node of phrases that begin with it, or 0
	classes []string
	ends    [][]*Entry // by node: the entries of which a phrase ends there
	entries []*Entry
}

// spelling is the class of words that are written in more than one way.
const spelling = "spelling"

type edge struct {
	node int32
	word int32
}

// Match is one phrase found: the tokens from First up to, not including, End.
type Match struct {
	Entry      *Entry
	First, End int
}

// Default returns the lexicon of the embedded files.
var Default = sync.OnceValue(func() *Lexicon {
	l, err := Load()
	if err != nil {
		panic(err) // the embedded files are checked by a test
	}
	return l
})

// Load returns the lexicon of the embedded files with those of the *.lex files
// at the top of each of the given folders added, in the order given. An error
// names file and line.
func Load(extra ...fs.FS) (*Lexicon, error) {
	l := &Lexicon{numbers: map[string]int32{}, edges: map[edge]int32{}, ends: make([][]*Entry, 1)}
	sub, err := fs.Sub(wordFiles, "words")
	if err != nil {
		return nil, fmt.Errorf("opening the embedded lexicon: %w", err)
	}
	byName := map[string]*Entry{}
	for _, f := range append([]fs.FS{sub}, extra...) {
		names, err := fs.Glob(f, "*.lex")
		if err != nil {
			return nil, fmt.Errorf("listing lexicon files: %w", err)
		}
		for _, name := range names {
			data, err := fs.ReadFile(f, name)
			if err != nil {
				return nil, fmt.Errorf("reading lexicon: %w", err)
			}
			text := strings.TrimPrefix(string(data), "\uFEFF") // some editors put a byte order mark first
			if err := l.parse(name, text, byName); err != nil {
				return nil, err
			}
		}
	}
	return l, nil
}

// Entries returns every entry in the order of the files.
func (l *Lexicon) Entries() []*Entry { return slices.Clone(l.entries) }

// Entry returns the entry of a class with an id, or nil.
func (l *Lexicon) Entry(class, id string) *Entry {
	for _, e := range l.entries {
		if e.Class == class && e.ID == id {
			return e
		}
	}
	return nil
}

// parse adds the entries of one file.
func (l *Lexicon) parse(file, data string, byName map[string]*Entry) error {
	class := ""
	var e *Entry
	for n, line := range strings.Split(data, "\n") {
		fail := func(format string, a ...any) error {
			return fmt.Errorf("%s:%d: %s", file, n+1, fmt.Sprintf(format, a...))
		}
		if i := strings.IndexByte(line, '#'); i >= 0 {
			line = line[:i]
		}
		body := strings.TrimSpace(line)
		if body == "" {
			continue
		}
		if body[0] == '[' {
			name, ok := strings.CutSuffix(body[1:], "]")
			if !ok || !isID(name) {
				return fail("a class is written [name], not %q", body)
			}
			class, e = name, nil
			continue
		}
		if line[0] == ' ' || line[0] == '\t' {
			if e == nil {
				return fail("nothing to go on with: an indented line follows an entry")
			}
			body = strings.TrimPrefix(body, "|")
		} else {
			head, phrases, ok := strings.Cut(body, "=")
			if i := strings.IndexByte(head, '{'); i >= 0 { // attributes may hold "="
				j := strings.IndexByte(body, '}')
				if j < 0 {
					return fail("a brace is not closed")
				}
				head = body[:j+1]
				phrases, ok = strings.CutPrefix(strings.TrimSpace(body[j+1:]), "=")
			}
			if !ok {
				return fail("an entry is written id = phrase | phrase")
			}
			if class == "" {
				return fail("an entry stands before the first [class]")
			}
			var err error
			if e, err = l.entry(class, head, byName); err != nil {
				return fail("%v", err)
			}
			if e.File == "" {
				e.File, e.Line = file, n+1
			}
			body = phrases
		}
		for _, p := range splitTop(body, '|') {
			if strings.TrimSpace(p) == "" {
				continue
			}
			seqs, err := expand(p)
			if err != nil {
				return fail("phrase %q: %v", strings.TrimSpace(p), err)
			}
			for _, s := range seqs {
				if class != spelling {
					l.add(s, e)
					if apart := passives(s); len(apart) > len(s) {
						l.add(apart, e)
					}
				} else if len(s) != 1 || l.Knows(s[0]) && l.word(s[0]) != l.word(e.ID) {
					return fail("%q cannot be read as %q: it is more than a word, or a word of other phrases", strings.Join(s, " "), e.ID)
				} else {
					l.numbers[s[0]] = l.word(e.ID)
				}
			}
		}
	}
	return nil
}

// entry returns the entry that head, "id {key=value ...}", names.
func (l *Lexicon) entry(class, head string, byName map[string]*Entry) (*Entry, error) {
	id, attrs, has := strings.Cut(strings.TrimSpace(head), "{")
	id = strings.TrimSpace(id)
	if !isID(id) {
		return nil, fmt.Errorf("%q is no id: use letters, digits, dots, hyphens and underscores", id)
	}
	e := byName[class+"/"+id]
	if e == nil {
		n := slices.Index(l.classes, class)
		if n < 0 {
			n = len(l.classes)
			l.classes = append(l.classes, class)
		}
		e = &Entry{Class: class, ID: id, order: len(l.entries), class: n}
		byName[class+"/"+id] = e
		l.entries = append(l.entries, e)
	}
	if has {
		for _, f := range strings.Fields(strings.TrimSuffix(strings.TrimSpace(attrs), "}")) {
			k, v, ok := strings.Cut(f, "=")
			if !ok || k == "" {
				return nil, fmt.Errorf("attribute %q is not written key=value", f)
			}
			if e.Attrs == nil {
				e.Attrs = map[string]string{}
			}
			e.Attrs[k] = v
		}
	}
	return e, nil
}

// passives returns the phrase with its passive verbs written apart, as many
// write them: "di batasi" for "dibatasi".
func passives(phrase []string) []string {
	var out []string
	for _, w := range phrase {
		if root, ok := strings.CutPrefix(w, "di"); ok && len(root) >= 5 && (strings.HasSuffix(w, "kan") || strings.HasSuffix(w, "i")) {
			out = append(out, "di", root)
			continue
		}
		out = append(out, w)
	}
	return out
}

// isID reports whether s can name a class or an entry.
func isID(s string) bool {
	for _, r := range s {
		if !('a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9' || r == '-' || r == '.' || r == '_') {
			return false
		}
	}
	return s != ""
}

// add puts one phrase into the trie.
func (l *Lexicon) add(phrase []string, e *Entry) {
	node := int32(0)
	for _, w := range phrase {
		id := l.word(w)
		next, ok := l.edges[edge{node, id}]
		if !ok {
			next = int32(len(l.ends))
			l.edges[edge{node, id}] = next
			l.ends = append(l.ends, nil)
			if node == 0 {
				l.root[id] = next
			}
		}
		node = next
	}
	if !slices.Contains(l.ends[node], e) {
		l.ends[node] = append(l.ends[node], e)
	}
}

// word returns the number of a word, a new one where it has none.
func (l *Lexicon) word(w string) int32 {
	id, ok := l.numbers[w]
	if !ok {
		id = int32(len(l.words))
		l.numbers[w] = id
		l.words = append(l.words, w)
		l.root = append(l.root, 0)
	}
	return id
}

// number returns the number of a word, or -1 where it is in no phrase.
func (l *Lexicon) number(w []byte) int32 {
	if id, ok := l.numbers[string(w)]; ok {
		return id
	}
	return -1
}

// Knows reports whether some phrase has the word w, in lower case.
func (l *Lexicon) Knows(w string) bool { _, ok := l.numbers[w]; return ok }

// Find returns the phrases in toks, by first token: of each class the longest
// ones, leftmost first, that do not overlap another of that class.
func (l *Lexicon) Find(toks []Token) []Match {
	keep := make([]Match, 0, len(toks))
	behind := make([]int, len(l.classes)) // by class: the end of its last match
	var here []Match                      // those that begin at one token
	for i := range toks {
		if toks[i].word < 0 || l.root[toks[i].word] == 0 {
			continue
		}
		node := l.root[toks[i].word]
		here = here[:0]
		for j := i; ; {
			for _, e := range l.ends[node] {
				here = append(here, Match{e, i, j + 1})
			}
			j++
			for j < len(toks) && toks[j].Norm == "-" && !toks[j].Space {
				j++ // a hyphen between two words of a phrase
			}
			if j >= len(toks) || toks[j].word < 0 {
				break
			}
			next, ok := l.edges[edge{node, toks[j].word}]
			if !ok {
				break
			}
			node = next
		}
		slices.SortFunc(here, func(a, b Match) int {
			return cmp.Or(cmp.Compare(b.End, a.End), cmp.Compare(a.Entry.order, b.Entry.order))
		})
		for _, m := range here {
			if i >= behind[m.Entry.class] {
				behind[m.Entry.class] = m.End
				keep = append(keep, m)
			}
		}
	}
	return keep
}
