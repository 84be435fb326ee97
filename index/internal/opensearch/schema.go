package opensearch

import (
	"encoding/json"
	"math"
	"strconv"
	"strings"

	"github.com/telaah/telaah/index/bahasa"
	"github.com/telaah/telaah/index/internal/engine"
)

// The fields that only this engine has.
const (
	fieldRow     = "row"     // the words in their places, for phrases
	fieldWeighed = "weighed" // the words with their factors, for scores
	fieldOrder   = "order"   // the rank among equals, see signed
	fieldKey     = "key"     // the key, see signed
	fieldVersion = "version" // source and generation, see versionTerm
	fieldAct     = "act"     // identity of the circular; none where the source is about none
	fieldPlace   = "place"   // code and name of its region
	fieldTier    = "tier"    // its level, year and issuer, as the card of the source has them
	fieldSince   = "since"
	fieldOffice  = "office"
	fieldBusy    = "busy" // manifests: some documents of the source are not to be seen
	fieldSize    = "size" // manifests: how many documents the source has
)

// settings returns the settings and the mapping of a new index. Nothing is found
// in it before a refresh that a writer asks for.
func (c *conn) settings() map[string]any {
	values := map[string]any{"type": "keyword", "doc_values": false}
	counted := map[string]any{"type": "keyword"}
	number := map[string]any{"type": "long"}
	fields := map[string]any{
		fieldRow:     map[string]any{"type": "text", "analyzer": "row", "search_analyzer": "plain", "norms": false, "index_options": "positions"},
		fieldWeighed: map[string]any{"type": "text", "analyzer": "weighed", "search_analyzer": "plain", "norms": false, "index_options": "freqs", "similarity": "given"},
		fieldOrder:   number, fieldKey: number, fieldVersion: values,
		engine.FieldWords: counted, engine.FieldCategory: counted, engine.FieldKind: counted,
		fieldAct: counted, fieldPlace: counted, fieldTier: counted, fieldSince: counted, fieldOffice: counted,
		fieldBusy: map[string]any{"type": "boolean"}, fieldSize: map[string]any{"type": "integer"},
		"manifest": map[string]any{"type": "object", "enabled": false},
		"hit":      map[string]any{"type": "object", "enabled": false},
	}
	for _, f := range valueFields {
		if fields[f] == nil {
			fields[f] = values
		}
	}
	return map[string]any{
		"settings": map[string]any{
			"number_of_shards": c.Shards, "number_of_replicas": 0, // copies are made when it is full
			"refresh_interval": "-1", "codec": "best_compression",
			"similarity": map[string]any{"given": map[string]any{"type": "scripted", "script": map[string]any{"source": "return query.boost * doc.freq / 100.0;"}}},
			"analysis": map[string]any{
				"filter": map[string]any{
					"same":  map[string]any{"type": "pattern_capture", "preserve_original": false, "patterns": []string{"([^|]+)"}},
					"given": map[string]any{"type": "delimited_term_freq"},
				},
				"analyzer": map[string]any{
					"plain":   map[string]any{"type": "custom", "tokenizer": "whitespace"},
					"row":     map[string]any{"type": "custom", "tokenizer": "whitespace", "filter": []string{"same"}},
					"weighed": map[string]any{"type": "custom", "tokenizer": "whitespace", "filter": []string{"given"}},
				},
			},
		},
		"mappings": map[string]any{
			"dynamic":    "strict",
			"_source":    map[string]any{"excludes": []string{fieldRow, fieldWeighed, engine.FieldPair, engine.FieldWords, fieldAct, fieldPlace, fieldTier, fieldSince, fieldOffice}},
			"properties": fields,
		},
	}
}

// valueFields are the fields of whole values.
var valueFields = []string{engine.FieldPair, engine.FieldAbout, engine.FieldIssuer, engine.FieldSource, engine.FieldKind, engine.FieldNumber,
	engine.FieldCites, engine.FieldYear, engine.FieldRegion, engine.FieldLevel, engine.FieldMode, engine.FieldPercent, engine.FieldHighest,
	engine.FieldFrom, engine.FieldTo, engine.FieldCategory, engine.FieldSigned}

// signed turns a number around zero, so that signed ones sort as it does.
func signed(n uint64) int64 { return int64(n ^ 1<<63) }

// unsigned is the way back.
func unsigned(n int64) uint64 { return uint64(n) ^ 1<<63 }

// versionTerm names one generation of a source.
func versionTerm(source string, generation int64) string {
	return source + "@" + strconv.FormatInt(generation, 10)
}

// documentID names a document of a generation.
func documentID(k engine.Key, generation int64) string {
	return k.String() + "@" + strconv.FormatInt(generation, 10)
}

// hit is what is stored of a document: with its card.
type hit struct {
	engine.Content
	Card *engine.Content `json:"card"`
}

// documentBody returns a document as the cluster takes it.
func documentBody(s *engine.Source, d *engine.Document, generation int64) ([]byte, error) {
	card := s.Documents[0].Content
	body := map[string]any{
		"hit": hit{*d.Content, card}, fieldKey: signed(uint64(d.Key)), fieldOrder: signed(d.Order), fieldVersion: versionTerm(s.ID, generation),
	}
	for _, f := range d.Fields {
		if f.Name == engine.FieldText {
			body[fieldRow], body[fieldWeighed] = row(f.Tokens), weighed(f.Tokens)
		} else if len(f.Values) > 0 {
			body[f.Name] = f.Values
		}
	}
	about := card.Circular
	if card.Kind != engine.KindDocument {
		body[fieldAct] = engine.Identity(d.Key.Source(), about)
	}
	if about.Region.Name != "" || about.Region.Code != "" {
		body[fieldPlace] = about.Region.Code + "\t" + about.Region.Name
	}
	if about.Level != "" {
		body[fieldTier] = about.Level
	}
	if about.Year != 0 {
		body[fieldSince] = strconv.Itoa(about.Year)
	}
	if about.Issuer != "" {
		body[fieldOffice] = about.Issuer
	}
	return json.Marshal(body)
}

// row writes words in their places: those that share one are joined by "|", of
// which no word has any.
func row(tokens []bahasa.Token) string {
	var b strings.Builder
	for i, t := range tokens {
		if i > 0 {
			if t.Pos == tokens[i-1].Pos {
				b.WriteByte('|')
			} else {
				b.WriteByte(' ')
			}
		}
		b.WriteString(t.Term)
	}
	return b.String()
}

// weighed writes each word once with its factor.
func weighed(tokens []bahasa.Token) string {
	var b strings.Builder
	all := frequencies(tokens)
	for _, t := range tokens {
		if n := all[t.Term]; n > 0 {
			b.WriteString(t.Term + "|" + strconv.Itoa(max(1, int(factor(n, len(tokens))))) + " ")
			all[t.Term] = 0
		}
	}
	return b.String()
}

func frequencies(tokens []bahasa.Token) map[string]int {
	out := make(map[string]int, len(tokens))
	for _, t := range tokens {
		out[t.Term]++
	}
	return out
}

// factor is that of a word in a text of so many words. The norm is rounded as the
// embedded engine keeps it.
func factor(frequency, length int) uint8 {
	return engine.Factor(uint64(frequency), float64(float32(1/math.Sqrt(float64(length)))))
}
