package index

import (
	"sync"

	"github.com/RoaringBitmap/roaring/v2"
)

// cacheSize is the most bytes that a cache holds. When it is full, it starts
// again from nothing.
const cacheSize = 128 << 20

// cache keeps, for the parts of the index, what many queries work out again. A
// part never changes but for documents that go; what is kept may hold documents
// that have gone since.
type cache struct {
	mu    sync.Mutex
	size  int
	parts map[*column]*cached
}

type cached struct {
	phrase  map[string]*roaring.Bitmap // documents by the words of a phrase
	factors map[string][]uint8         // factors of a common word by document
}

func (c *cache) phrase(col *column, key string) *roaring.Bitmap {
	c.mu.Lock()
	defer c.mu.Unlock()
	if p := c.parts[col]; p != nil {
		return p.phrase[key]
	}
	return nil
}

func (c *cache) factors(col *column, term string) []uint8 {
	c.mu.Lock()
	defer c.mu.Unlock()
	if p := c.parts[col]; p != nil {
		return p.factors[term]
	}
	return nil
}

func (c *cache) keepPhrase(col *column, key string, set *roaring.Bitmap) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.part(col, len(key)+int(set.GetSizeInBytes())).phrase[key] = set
}

func (c *cache) keepFactors(col *column, term string, factors []uint8) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.part(col, len(term)+len(factors)).factors[term] = factors
}

// part returns what is kept for a part, after making room for size bytes more.
func (c *cache) part(col *column, size int) *cached {
	const overhead = 100 // of an entry
	if c.size += size + overhead; c.size > cacheSize || c.parts == nil {
		c.parts, c.size = map[*column]*cached{}, size+overhead
	}
	p := c.parts[col]
	if p == nil {
		p = &cached{map[string]*roaring.Bitmap{}, map[string][]uint8{}}
		c.parts[col] = p
	}
	return p
}

// keepOnly drops what is kept for parts that the index no longer has.
func (c *cache) keepOnly(columns map[uint64]*column) {
	live := make(map[*column]bool, len(columns))
	for _, col := range columns {
		live[col] = true
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	for col, p := range c.parts {
		if live[col] {
			continue
		}
		for key, set := range p.phrase {
			c.size -= len(key) + int(set.GetSizeInBytes()) + 100
		}
		for key, f := range p.factors {
			c.size -= len(key) + len(f) + 100
		}
		delete(c.parts, col)
	}
}
