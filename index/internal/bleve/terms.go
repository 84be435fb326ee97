package bleve

import (
	"context"
	"fmt"
	"slices"

	"github.com/telaah/telaah/index/internal/engine"

	bleveindex "github.com/blevesearch/bleve_index_api"
)

// Terms lists terms of a field.
func (s *session) Terms(ctx context.Context, q engine.TermQuery) ([]engine.TermCount, error) {
	if q.Like != "" {
		fuzzy, ok := s.reader.(bleveindex.IndexReaderFuzzy)
		if !ok {
			return nil, fmt.Errorf("index reader is a %T", s.reader)
		}
		dict, err := fuzzy.FieldDictFuzzy(q.Field, q.Like, 2, "")
		if err != nil {
			return nil, fmt.Errorf("looking for words like %q: %w", q.Like, err)
		}
		list, err := listed(dict)
		if err != nil {
			return nil, err
		}
		return s.counted(ctx, q.Field, list)
	}
	dict, err := s.reader.FieldDictPrefix(q.Field, []byte(q.Prefix))
	if err != nil {
		return nil, fmt.Errorf("reading field %s: %w", q.Field, err)
	}
	list, err := listed(dict)
	if err == nil {
		err = ctx.Err()
	}
	return list[:min(q.Limit, len(list))], err
}

// counted gives terms their numbers of documents, which the library leaves out of
// a list of words that are much alike.
func (s *session) counted(ctx context.Context, field string, list []engine.TermCount) ([]engine.TermCount, error) {
	leaves := make([]engine.Leaf, len(list))
	for i := range list {
		leaves[i] = engine.Leaf{Field: field, Term: list[i].Term}
	}
	counts, err := s.Counts(ctx, leaves)
	if err != nil {
		return nil, err
	}
	for i := range list {
		list[i].Count = counts[i]
	}
	slices.SortFunc(list, engine.Commoner)
	return list, nil
}

// listed reads a list of terms to its end, closes it and puts it in order.
func listed(dict bleveindex.FieldDict) (out []engine.TermCount, err error) {
	defer func() {
		if e := dict.Close(); err == nil {
			err = e
		}
	}()
	for {
		e, err := dict.Next()
		if err != nil {
			return nil, err
		}
		if e == nil {
			slices.SortFunc(out, engine.Commoner)
			return out, nil
		}
		out = append(out, engine.TermCount{Term: e.Term, Count: e.Count})
	}
}
