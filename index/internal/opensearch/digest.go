package opensearch

import (
	"encoding/hex"
	"encoding/json"
	"hash"
	"hash/fnv"

	"github.com/telaah/telaah/index/internal/engine"
)

// digest sums up the documents of a source, so that what the cluster has can be
// held against the store without reading it back.
type digest struct{ h hash.Hash }

func newDigest() digest { return digest{fnv.New128a()} }

// add takes a document in.
func (s digest) add(d *engine.Document) {
	e := json.NewEncoder(s.h)
	_ = e.Encode(d.Key)
	_ = e.Encode(d.Order)
	_ = e.Encode(d.Content)
	for _, f := range d.Fields {
		if f.Tokens == nil { // the words come from the content
			_ = e.Encode(f)
		}
	}
}

func (s digest) String() string { return hex.EncodeToString(s.h.Sum(nil)) }

// digestOf returns the digest of a source.
func digestOf(s *engine.Source) string {
	sum := newDigest()
	for _, d := range s.Documents {
		sum.add(d)
	}
	return sum.String()
}
