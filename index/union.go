package index

import (
	"github.com/blevesearch/bleve/v2/search"
	bleveindex "github.com/blevesearch/bleve_index_api"
)

// union finds what any of its children finds, with the best of their scores. The
// engine's own disjunction adds scores up and rewards documents for the share of
// children they match, so that a word with many synonyms would count for less.
type union struct {
	children []search.Searcher
	at       []*search.DocumentMatch // by child; nil behind its last
	started  bool
}

// newUnion returns the union of the children; one child stands for itself.
func newUnion(children []search.Searcher) search.Searcher {
	if len(children) == 1 {
		return children[0]
	}
	return &union{children: children, at: make([]*search.DocumentMatch, len(children))}
}

// Next returns the next document.
func (u *union) Next(ctx *search.SearchContext) (*search.DocumentMatch, error) {
	if !u.started {
		u.started = true
		for i, c := range u.children {
			var err error
			if u.at[i], err = c.Next(ctx); err != nil {
				return nil, err
			}
		}
	}
	return u.take(ctx)
}

// Advance returns the first document from id on.
func (u *union) Advance(ctx *search.SearchContext, id bleveindex.IndexInternalID) (*search.DocumentMatch, error) {
	for i, c := range u.children {
		if u.started && (u.at[i] == nil || u.at[i].IndexInternalID.Compare(id) >= 0) {
			continue
		}
		ctx.DocumentMatchPool.Put(u.at[i])
		var err error
		if u.at[i], err = c.Advance(ctx, id); err != nil {
			return nil, err
		}
	}
	u.started = true
	return u.take(ctx)
}

// take returns the document that stands first among the children, and moves
// those that have it on.
func (u *union) take(ctx *search.SearchContext) (*search.DocumentMatch, error) {
	var first *search.DocumentMatch
	for _, d := range u.at {
		if d == nil {
			continue
		}
		if first == nil {
			first = d
			continue
		}
		if c := d.IndexInternalID.Compare(first.IndexInternalID); c < 0 || c == 0 && d.Score > first.Score {
			first = d
		}
	}
	if first == nil {
		return nil, nil
	}
	for i, d := range u.at {
		if d == nil || d != first && !d.IndexInternalID.Equals(first.IndexInternalID) {
			continue
		}
		next, err := u.children[i].Next(ctx)
		if err != nil {
			return nil, err
		}
		if d != first {
			ctx.DocumentMatchPool.Put(d)
		}
		u.at[i] = next
	}
	return first, nil
}

// Close closes the children.
func (u *union) Close() (err error) {
	for _, c := range u.children {
		if e := c.Close(); e != nil && err == nil {
			err = e
		}
	}
	return err
}

// Weight returns the greatest weight of the children.
func (u *union) Weight() float64 {
	var w float64
	for _, c := range u.children {
		w = max(w, c.Weight())
	}
	return w
}

// SetQueryNorm passes the norm on.
func (u *union) SetQueryNorm(norm float64) {
	for _, c := range u.children {
		c.SetQueryNorm(norm)
	}
}

// Count returns the most documents there may be.
func (u *union) Count() uint64 {
	var n uint64
	for _, c := range u.children {
		n += c.Count()
	}
	return n
}

// Min returns how many children must match.
func (u *union) Min() int { return 0 }

// Size returns the rough size in bytes.
func (u *union) Size() int {
	n := 64
	for _, c := range u.children {
		n += c.Size() + 16
	}
	return n
}

// DocumentMatchPoolSize returns how many matches are held at once.
func (u *union) DocumentMatchPoolSize() int {
	n := len(u.children)
	for _, c := range u.children {
		n += c.DocumentMatchPoolSize()
	}
	return n
}
