package index

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/blevesearch/bleve/v2/index/scorch"
	bleveindex "github.com/blevesearch/bleve_index_api"
)

// docKey is the id of a document as a number: 48 bits of the source id, 16 of
// its place. Keys sort as ids do.
type docKey uint64

// source returns the part that names the source.
func (k docKey) source() uint64 { return uint64(k) >> 16 }

// parseKey reads a document id.
func parseKey(id []byte) (docKey, error) {
	source, place, ok := strings.Cut(string(id), "-")
	s, err := strconv.ParseUint(source, 16, 48)
	n, err2 := strconv.ParseUint(place, 16, 16)
	if !ok || err != nil || err2 != nil {
		return 0, fmt.Errorf("%w: it has a document %q", ErrRebuild, id)
	}
	return docKey(s<<16 | n), nil
}

// columns keeps what collecting needs to know of every document, by the engine's
// segments: these never change, so that only new ones have to be read.
type columns struct {
	mu       sync.Mutex
	segments map[uint64]*column
}

// column is one segment's part.
type column struct {
	keys []docKey // by local document number
}

// view is the columns of one state of the index.
type view struct {
	offsets []uint64 // first global number of each segment
	parts   []*column
}

// view returns the columns for a reader.
func (c *columns) view(r bleveindex.IndexReader) (*view, error) {
	snapshot, ok := r.(*scorch.IndexSnapshot)
	if !ok {
		return nil, fmt.Errorf("index reader is a %T", r)
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	v := &view{}
	next := map[uint64]*column{}
	var offset uint64
	for _, s := range snapshot.Segments() {
		part := c.segments[s.Id()]
		if part == nil {
			part = &column{keys: make([]docKey, s.Segment().Count())}
			for n := range part.keys {
				id, err := s.DocID(uint64(n))
				if err != nil {
					return nil, err
				}
				if part.keys[n], err = parseKey(id); err != nil {
					return nil, err
				}
			}
		}
		next[s.Id()] = part
		v.offsets = append(v.offsets, offset)
		v.parts = append(v.parts, part)
		offset += uint64(len(part.keys))
	}
	c.segments = next
	return v, nil
}

// part returns the column and the local number of a document.
func (v *view) part(num uint64) (*column, uint64) {
	i, ok := slices.BinarySearch(v.offsets, num)
	if !ok {
		i--
	}
	for i+1 < len(v.offsets) && v.offsets[i+1] == num { // behind empty segments
		i++
	}
	return v.parts[i], num - v.offsets[i]
}

// key returns the key of a document.
func (v *view) key(num uint64) docKey {
	part, n := v.part(num)
	return part.keys[n]
}
