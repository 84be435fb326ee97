package index

import (
	"context"
	"fmt"
	"strconv"
	"strings"
	"sync"

	"github.com/blevesearch/bleve/v2/index/scorch"
	bleveindex "github.com/blevesearch/bleve_index_api"
	segment "github.com/blevesearch/scorch_segment_api/v2"
)

// docKey is the id of a document as a number: 48 bits of the source id, 16 of
// its place. Keys sort as ids do.
type docKey uint64

// source returns the part that names the source.
func (k docKey) source() uint64 { return uint64(k) >> 16 }

// place returns the place among the documents of the source.
func (k docKey) place() uint16 { return uint16(k) }

// String returns the id.
func (k docKey) String() string { return fmt.Sprintf("%012x-%04x", k.source(), k.place()) }

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
	segments map[segment.Segment]*column
	numbers  map[uint64]uint32 // source -> its number in the order of meeting
	sources  []source          // by that number
}

// source is what facets need to know of one source.
type source struct {
	id       uint64
	identity string   // of its circular
	card     *content // never changed, only replaced
}

// column is one segment's part.
type column struct {
	keys []docKey // by local document number

	// Filled when facets are first asked for.
	kinds   []uint8  // index in facetKinds
	sources []uint32 // number of the source
}

// session returns a search over the state of the index that the reader shows.
func (x *Index) session(ctx context.Context, r bleveindex.IndexReader) (*session, error) {
	snapshot, ok := r.(*scorch.IndexSnapshot)
	if !ok {
		return nil, fmt.Errorf("index reader is a %T", r)
	}
	docs, err := r.DocCount()
	if err != nil {
		return nil, err
	}
	s := &session{ctx: ctx, reader: r, docs: docs, cols: &x.cols}
	c := s.cols
	c.mu.Lock()
	defer c.mu.Unlock()
	next := map[segment.Segment]*column{}
	live := map[*column]bool{}
	var offset uint64
	for _, sn := range snapshot.Segments() {
		col := c.segments[sn.Segment()]
		if col == nil {
			if col, err = newColumn(sn); err != nil {
				return nil, err
			}
		}
		next[sn.Segment()], live[col] = col, true
		s.parts = append(s.parts, &part{segment: sn.Segment(), deleted: sn.Deleted(), column: col, offset: offset,
			cache: &x.cache, dicts: map[string]segment.TermDictionary{}})
		offset += uint64(len(col.keys))
	}
	c.segments = next
	x.cache.keepOnly(live)
	return s, nil
}

// newColumn reads the column of a segment.
func newColumn(s *scorch.SegmentSnapshot) (*column, error) {
	c := &column{keys: make([]docKey, s.Segment().Count())}
	for n := range c.keys {
		id, err := s.DocID(uint64(n))
		if err != nil {
			return nil, fmt.Errorf("reading document ids: %w", err)
		}
		if c.keys[n], err = parseKey(id); err != nil {
			return nil, err
		}
	}
	return c, nil
}
