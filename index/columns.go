package index

import (
	"context"
	"fmt"
	"hash/fnv"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/telaah/telaah/circular"

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
	keys  []docKey // by local document number
	order []uint64 // the rank of each, see rank

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
	c := &column{keys: make([]docKey, n), order: make([]uint64, n)}
	for n := range c.keys {
		id, err := s.DocID(uint64(n))
		if err != nil {
			return nil, fmt.Errorf("reading document ids: %w", err)
		}
		if c.keys[n], err = parseKey(id); err != nil {
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
			return nil, fmt.Errorf("%w: it has a rank %q", ErrRebuild, entry.Term)
		}
		set, err := p.documents(leaf{fieldOrder, entry.Term})
		if err != nil {
			return nil, err
		}
		for it := set.Iterator(); it.HasNext(); {
			c.order[it.Next()] = rank
		}
	}
}

// grades are the grades of sources, the best first; what has none counts as the
// best. They take the last gradeBits of a rank.
var grades = []circular.Grade{circular.GradePrimary, circular.GradeScan, circular.GradeRelease, circular.GradeNews}

const gradeBits = 3

// sunk marks the rank of a passage, which stands behind every clause.
const sunk = uint64(1) << 63

// rank orders the documents of sources where scores are equal: the latest year
// first, what is of the same circular together, and of that what is nearest to
// the circular itself first.
func rank(source uint64, c *HitCircular, grade circular.Grade) uint64 {
	const lastYear = 1<<13 - 1 // the first bit is that of sunk
	h := fnv.New64a()
	h.Write([]byte(identity(source, c)))
	year := uint64(lastYear - min(max(c.Year, 0), lastYear))
	return year<<50 | h.Sum64()>>(14+gradeBits)<<gradeBits | uint64(max(0, slices.Index(grades, grade)))
}
