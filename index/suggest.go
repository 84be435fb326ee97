package index

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/telaah/telaah/index/bahasa"
	"github.com/telaah/telaah/index/internal/engine"
	"github.com/telaah/telaah/lexicon"
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
	view, err := x.engine.View(ctx)
	if err == nil {
		var words []engine.TermCount
		words, err = view.Terms(ctx, engine.TermQuery{Field: engine.FieldWords, Prefix: tokens[0].Term, Limit: min(limit, maxComplete)})
		out = make([]string, len(words))
		for i, w := range words {
			out[i] = w.Term
		}
		err = errors.Join(err, view.Close())
	}
	if err != nil {
		return nil, fmt.Errorf("completing %q: %w", prefix, err)
	}
	return out, nil
}

// suggest returns the query with every word that no document has replaced by the
// word most like it, or "" where there is nothing to replace. found says how many
// documents have each unit.
func suggest(ctx context.Context, view engine.View, text string, p plan, found []uint64) (string, error) {
	var out strings.Builder
	at := 0
	for _, u := range p.units {
		if u.not {
			continue
		}
		known := found[0] > 0
		found = found[1:]
		if known || len(u.alts) != 1 || len(u.alts[0].words) != 1 || u.alts[0].prefix || u.start < at || u.end > len(text) {
			continue
		}
		word := strings.ToLower(text[u.start:u.end])
		if tokens := bahasa.Tokens(word); len(tokens) != 1 || tokens[0].Kind != bahasa.Word {
			continue
		}
		near, err := nearest(ctx, view, word)
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
func nearest(ctx context.Context, view engine.View, word string) (string, error) {
	letters := utf8.RuneCountInString(word)
	if letters < 4 || letters > 40 {
		return "", nil
	}
	// An engine may count two neighbours in the wrong order as two changes.
	list, err := view.Terms(ctx, engine.TermQuery{Field: engine.FieldWords, Like: word})
	if err != nil {
		return "", err
	}
	for _, v := range lexicon.Search().Values {
		for _, p := range v.Phrases {
			if len(p) == 1 {
				list = append(list, engine.TermCount{Term: p[0]})
			}
		}
	}
	limit := 1
	if letters > 6 {
		limit = 2
	}
	best := limit + 1
	var found engine.TermCount
	for _, w := range list {
		d := bahasa.Distance(word, w.Term, limit)
		if d < best || d == best && d <= limit && engine.Commoner(w, found) < 0 {
			best, found = d, w
		}
	}
	return found.Term, nil
}
