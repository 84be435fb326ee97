package index

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/telaah/telaah/index/bahasa"
	"github.com/telaah/telaah/lexicon"

	bleveindex "github.com/blevesearch/bleve_index_api"
)

// maxComplete is how many completions are given at most.
const maxComplete = 100

// Complete returns up to limit words that begin with prefix, the one that stands
// in the most circulars first, equals in alphabetical order.
func (x *Index) Complete(ctx context.Context, prefix string, limit int) ([]string, error) {
	tokens := bahasa.Tokens(prefix)
	if len(tokens) != 1 || limit <= 0 {
		return nil, nil
	}
	var out []string
	err := x.read(func(r bleveindex.IndexReader) (err error) {
		out = complete(r, tokens[0].Term, min(limit, maxComplete), func(e error) {
			if e != nil && err == nil {
				err = e
			}
		})
		return err
	})
	if err == nil {
		err = ctx.Err()
	}
	if err != nil {
		return nil, fmt.Errorf("completing %q: %w", prefix, err)
	}
	return out, nil
}

// complete returns up to limit words of the index that begin with prefix.
func complete(r bleveindex.IndexReader, prefix string, limit int, fail func(error)) []string {
	dict, err := r.FieldDictPrefix(fieldWords, []byte(prefix))
	if err != nil {
		fail(err)
		return nil
	}
	list := listed(dict, fail)
	slices.SortFunc(list, commoner)
	out := []string{}
	for _, w := range list[:min(limit, len(list))] {
		out = append(out, w.word)
	}
	return out
}

// wordCount is a word with the number of circulars that have it.
type wordCount struct {
	word  string
	count uint64
}

// commoner orders words: the commonest first, equals in alphabetical order.
func commoner(a, b wordCount) int {
	return cmp.Or(cmp.Compare(b.count, a.count), cmp.Compare(a.word, b.word))
}

// listed reads a list of words to its end and closes it.
func listed(dict bleveindex.FieldDict, fail func(error)) []wordCount {
	defer func() { fail(dict.Close()) }()
	var out []wordCount
	for {
		e, err := dict.Next()
		if err != nil || e == nil {
			fail(err)
			return out
		}
		out = append(out, wordCount{e.Term, e.Count})
	}
}

// suggest returns the query with every word that no document has replaced by the
// word most like it, or "" where there is nothing to replace.
func (s *session) suggest(text string, p plan) (string, error) {
	var out strings.Builder
	at := 0
	for _, u := range p.units {
		if u.not || len(u.alts) != 1 || len(u.alts[0].words) != 1 || u.alts[0].prefix || u.start < at || u.end > len(text) {
			continue
		}
		word := strings.ToLower(text[u.start:u.end])
		if tokens := bahasa.Tokens(word); len(tokens) != 1 || tokens[0].Kind != bahasa.Word {
			continue
		}
		c := compiler{session: s}
		known := c.frequency(leaf{fieldText, u.alts[0].words[0]})+c.frequency(leaf{fieldAbout, u.alts[0].words[0]}) > 0
		if c.err != nil {
			return "", c.err
		}
		if known {
			continue
		}
		near, err := s.nearest(word)
		if err != nil {
			return "", err
		}
		if near != "" {
			out.WriteString(text[at:u.start] + near)
			at = u.end
		}
	}
	if at == 0 {
		return "", nil
	}
	better := out.String() + text[at:]
	was, err := ParseQuery(text)
	if now, err2 := ParseQuery(better); err != nil || err2 != nil || len(now.Terms) != len(was.Terms) {
		return "", nil // a word became the name of a filter
	}
	return better, nil
}

// nearest returns the word, of the index or of those that name values, that is
// most like the given one: with one letter changed, or two in a long word; the
// commonest of equals.
func (s *session) nearest(word string) (near string, err error) {
	letters := utf8.RuneCountInString(word)
	if letters < 4 || letters > 40 {
		return "", nil
	}
	fuzzy, ok := s.reader.(bleveindex.IndexReaderFuzzy)
	if !ok {
		return "", fmt.Errorf("index reader is a %T", s.reader)
	}
	// The engine counts two neighbours in the wrong order as two changes.
	dict, err := fuzzy.FieldDictFuzzy(fieldWords, word, 2, "")
	if err != nil {
		return "", fmt.Errorf("looking for words like %q: %w", word, err)
	}
	list := listed(dict, func(e error) {
		if e != nil && err == nil {
			err = e
		}
	})
	for _, v := range lexicon.Search().Values {
		for _, p := range v.Phrases {
			if len(p) == 1 {
				list = append(list, wordCount{p[0], 0})
			}
		}
	}
	limit := 1
	if letters > 6 {
		limit = 2
	}
	best := limit + 1
	var found wordCount
	for _, w := range list {
		d := bahasa.Distance(word, w.word, limit)
		if d < best || d == best && d <= limit && commoner(w, found) < 0 {
			best, found = d, w
		}
	}
	return found.word, err
}
