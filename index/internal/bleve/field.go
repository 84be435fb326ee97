package bleve

import (
	"encoding/json"
	"fmt"

	"github.com/telaah/telaah/index/bahasa"
	"github.com/telaah/telaah/index/internal/engine"

	"github.com/blevesearch/bleve/v2/document"
	bleveindex "github.com/blevesearch/bleve_index_api"
)

// The fields that only this engine has.
const (
	fieldID    = "_id"   // the library's own: the id of the document
	fieldHit   = "hit"   // stored: an engine.Content as JSON
	fieldOrder = "order" // the rank among equals, as 16 hexadecimal digits
)

// What the library keeps of a field: whether a document has a term; how often and
// where; or the value alone.
const (
	indexed   = bleveindex.IndexField | bleveindex.SkipFreqNorm
	positions = bleveindex.IndexField | bleveindex.IncludeTermVectors
	stored    = bleveindex.StoreField
)

// documents returns the documents of a source in the form that the library
// takes. They share the fields that they share.
func documents(s *engine.Source) ([]*document.Document, error) {
	shared := map[*engine.Field]*field{}
	out := make([]*document.Document, len(s.Documents))
	for i, d := range s.Documents {
		hit, err := json.Marshal(d.Content)
		if err != nil {
			return nil, fmt.Errorf("indexing %s: %w", s.Path, err)
		}
		doc := document.NewDocument(d.Key.String())
		for _, f := range d.Fields {
			have := shared[f]
			if have == nil {
				if have = newField(f); f.Tokens == nil { // a text is of one document
					shared[f] = have
				}
			}
			doc.AddField(have)
		}
		doc.AddField(valueField(fieldOrder, fmt.Sprintf("%016x", d.Order)))
		doc.AddField(&field{name: fieldHit, options: stored, value: hit})
		out[i] = doc
	}
	return out, nil
}

// newField makes a field of its terms.
func newField(f *engine.Field) *field {
	if f.Name == engine.FieldText {
		return textField(f.Name, f.Tokens)
	}
	return valueField(f.Name, f.Values...)
}

// field is a field of a document with its terms, in the form that the engine
// takes. Documents of one record share those that are the same for all: the
// engine only reads them, as long as a document has each name once.
type field struct {
	name    string
	options bleveindex.FieldIndexingOptions
	value   []byte
	terms   bleveindex.TokenFrequencies
	length  int
}

// Name returns the name of the field.
func (f *field) Name() string { return f.name }

// Value returns what is stored.
func (f *field) Value() []byte { return f.value }

// ArrayPositions returns nothing: fields are not nested.
func (f *field) ArrayPositions() []uint64 { return nil }

// EncodedFieldType returns the engine's mark for text.
func (f *field) EncodedFieldType() byte { return 't' }

// Analyze does nothing: the terms are known.
func (f *field) Analyze() {}

// Options says what the engine keeps.
func (f *field) Options() bleveindex.FieldIndexingOptions { return f.options }

// AnalyzedLength returns the number of terms.
func (f *field) AnalyzedLength() int { return f.length }

// AnalyzedTokenFrequencies returns the terms.
func (f *field) AnalyzedTokenFrequencies() bleveindex.TokenFrequencies { return f.terms }

// NumPlainTextBytes returns the size of the stored value.
func (f *field) NumPlainTextBytes() uint64 { return uint64(len(f.value)) }

// Size returns the size in bytes, roughly.
func (f *field) Size() int { return 128 + len(f.value) + 64*f.length }

// valueField holds whole values.
func valueField(name string, values ...string) *field {
	f := &field{name: name, options: indexed, terms: make(bleveindex.TokenFrequencies, len(values))}
	for _, v := range values {
		if f.terms[v] == nil {
			f.terms[v] = &bleveindex.TokenFreq{Term: []byte(v)}
		}
	}
	f.length = len(f.terms)
	return f
}

// textField holds the words of a text with their places.
func textField(name string, tokens []bahasa.Token) *field {
	f := &field{name: name, options: positions, length: len(tokens), terms: make(bleveindex.TokenFrequencies, len(tokens))}
	places := make([]bleveindex.TokenLocation, len(tokens))
	for i, t := range tokens {
		places[i] = bleveindex.TokenLocation{Position: t.Pos} // highlights come from the text
		tf := f.terms[t.Term]
		if tf == nil {
			tf = &bleveindex.TokenFreq{Term: []byte(t.Term)}
			f.terms[t.Term] = tf
		}
		tf.Locations = append(tf.Locations, &places[i])
		tf.SetFrequency(tf.Frequency() + 1)
	}
	return f
}
