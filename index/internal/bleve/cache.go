package bleve

import (
	"sync"

	"github.com/telaah/telaah/index/internal/engine"

	"github.com/RoaringBitmap/roaring/v2"
)

// cacheSize is the most bytes that a cache holds. When it is full, it starts
// again from nothing.
const cacheSize = 128 << 20

// entrySize is about how many bytes an entry takes beside its content.
const entrySize = 100

// cache keeps, for the parts of the index, what many queries work out again. A
// part never changes but for documents that go; what is kept may hold documents
// that have gone since, and nobody changes it.
type cache struct {
	mu    sync.Mutex
	size  int
	parts map[*column]*cached
}

type cached struct {
	size    int
	sets    map[string]*roaring.Bitmap // documents by key of a leaf, branch or node
	factors map[string]*factors        // by term
	cards   map[engine.Key]*engine.Content
}

// set returns the documents kept for a key, nil where there are none.
func (c *cache) set(col *column, key string) *roaring.Bitmap {
	c.mu.Lock()
	defer c.mu.Unlock()
	if p := c.parts[col]; p != nil {
		return p.sets[key]
	}
	return nil
}

// factors returns the factors kept for a term, nil where there are none.
func (c *cache) factors(col *column, term string) *factors {
	c.mu.Lock()
	defer c.mu.Unlock()
	if p := c.parts[col]; p != nil {
		return p.factors[term]
	}
	return nil
}

func (c *cache) keepSet(col *column, key string, set *roaring.Bitmap) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.part(col, len(key)+int(set.GetSizeInBytes())).sets[key] = set
}

func (c *cache) keepFactors(col *column, term string, f *factors) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.part(col, len(term)+4*len(f.docs)+len(f.values)).factors[term] = f
}

// card returns the card kept under its key, nil where there is none.
func (c *cache) card(col *column, key engine.Key) *engine.Content {
	c.mu.Lock()
	defer c.mu.Unlock()
	if p := c.parts[col]; p != nil {
		return p.cards[key]
	}
	return nil
}

func (c *cache) keepCard(col *column, key engine.Key, card *engine.Content) {
	const rest = 400 // of its fields
	c.mu.Lock()
	defer c.mu.Unlock()
	c.part(col, len(card.Text)+rest).cards[key] = card
}

// part returns what is kept for a part, after making room for size bytes more.
func (c *cache) part(col *column, size int) *cached {
	size += entrySize
	if c.size += size; c.size > cacheSize || c.parts == nil {
		c.parts, c.size = map[*column]*cached{}, size
	}
	p := c.parts[col]
	if p == nil {
		p = &cached{sets: map[string]*roaring.Bitmap{}, factors: map[string]*factors{}, cards: map[engine.Key]*engine.Content{}}
		c.parts[col] = p
	}
	p.size += size
	return p
}

// keepOnly drops what is kept for parts that the index no longer has.
func (c *cache) keepOnly(live map[*column]bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for col, p := range c.parts {
		if !live[col] {
			c.size -= p.size
			delete(c.parts, col)
		}
	}
}
