package bleve

import (
	"fmt"
	"strconv"
	"sync"

	"github.com/telaah/telaah/index/internal/engine"

	"github.com/blevesearch/bleve/v2/index/scorch"
	bleveindex "github.com/blevesearch/bleve_index_api"
	segment "github.com/blevesearch/scorch_segment_api/v2"
)

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
	identity string          // of its circular
	card     *engine.Content // never changed, only replaced
}

// column is one segment's part.
type column struct {
	keys  []engine.Key // by local document number
	order []uint64     // the rank of each, see engine.Rank

	// Filled when facets are first asked for.
	kinds   []uint8  // index in facetKinds
	sources []uint32 // number of the source
}

// session returns a search over the state of the index that the reader shows.
func (x *Index) session(r bleveindex.IndexReader) (*session, error) {
	snapshot, ok := r.(*scorch.IndexSnapshot)
	if !ok {
		return nil, fmt.Errorf("index reader is a %T", r)
	}
	docs, err := r.DocCount()
	if err != nil {
		return nil, err
	}
	s := &session{reader: r, docs: docs, cols: &x.cols}
	c := s.cols
	c.mu.Lock()
	defer c.mu.Unlock()
	next := map[segment.Segment]*column{}
	live := map[*column]bool{}
	var offset uint64
	for _, sn := range snapshot.Segments() {
		p := &part{segment: sn.Segment(), deleted: sn.Deleted(), column: c.segments[sn.Segment()], offset: offset,
			cache: &x.cache, dicts: map[string]segment.TermDictionary{}}
		if p.column == nil {
			if p.column, err = p.newColumn(sn); err != nil {
				return nil, err
			}
		}
		next[p.segment], live[p.column] = p.column, true
		s.parts = append(s.parts, p)
		offset += uint64(len(p.column.keys))
	}
	c.segments = next
	x.cache.keepOnly(live)
	return s, nil
}

// newColumn reads the column of a part.
func (p *part) newColumn(s *scorch.SegmentSnapshot) (*column, error) {
	n := s.Segment().Count()
	c := &column{keys: make([]engine.Key, n), order: make([]uint64, n)}
	for n := range c.keys {
		id, err := s.DocID(uint64(n))
		if err != nil {
			return nil, fmt.Errorf("reading document ids: %w", err)
		}
		if c.keys[n], err = engine.ParseKey(id); err != nil {
			return nil, err
		}
	}
	dict, err := p.dictionary(fieldOrder)
	if err != nil {
		return nil, err
	}
	for terms := dict.AutomatonIterator(nil, nil, nil); ; {
		entry, err := terms.Next()
		if err != nil {
			return nil, fmt.Errorf("reading field %s: %w", fieldOrder, err)
		}
		if entry == nil {
			return c, nil
		}
		rank, err := strconv.ParseUint(entry.Term, 16, 64)
		if err != nil {
			return nil, fmt.Errorf("%w: it has a rank %q", engine.ErrRebuild, entry.Term)
		}
		set, err := p.documents(engine.Leaf{Field: fieldOrder, Term: entry.Term})
		if err != nil {
			return nil, err
		}
		for it := set.Iterator(); it.HasNext(); {
			c.order[it.Next()] = rank
		}
	}
}
