package index

import (
	"github.com/telaah/telaah/index/bahasa"

	bleveindex "github.com/blevesearch/bleve_index_api"
)

// What the engine keeps of a field: whether a document has a term; how often and
// where; or the value alone.
const (
	indexed   = bleveindex.IndexField | bleveindex.SkipFreqNorm
	positions = bleveindex.IndexField | bleveindex.IncludeTermVectors
	stored    = bleveindex.StoreField
)

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
	f := &field{name: name, options: indexed, length: len(values), terms: make(bleveindex.TokenFrequencies, len(values))}
	for _, v := range values {
		f.terms[v] = &bleveindex.TokenFreq{Term: []byte(v)}
	}
	return f
}

// wordsField holds the words of a text, for single words only.
func wordsField(name, text string) *field {
	var terms []string
	seen := map[string]bool{}
	for _, t := range bahasa.Analyze(text) {
		if !seen[t.Term] {
			seen[t.Term] = true
			terms = append(terms, t.Term)
		}
	}
	return valueField(name, terms...)
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

// pairField holds the pairs of neighbours in a text.
func pairField(name string, tokens []bahasa.Token) *field {
	f := &field{name: name, options: indexed, terms: make(bleveindex.TokenFrequencies, len(tokens))}
	for i, t := range tokens {
		for _, next := range tokens[i+1:] {
			if next.Pos > t.Pos+1 {
				break
			}
			if next.Pos == t.Pos+1 {
				term := pairTerm(t.Term, next.Term)
				f.terms[term] = &bleveindex.TokenFreq{Term: []byte(term)}
			}
		}
	}
	f.length = len(f.terms)
	return f
}

// pairTerm is the term for two words side by side.
func pairTerm(a, b string) string { return a + " " + b }

// storedField holds a value that is only kept.
func storedField(name string, value []byte) *field {
	return &field{name: name, options: stored, value: value}
}
