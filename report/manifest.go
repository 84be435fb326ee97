package report

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"maps"
	"runtime/debug"
	"slices"
	"strconv"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/compare"
)

// ManifestSchema names the version of the manifest format.
const ManifestSchema = "telaah.manifest/1"

// Manifest says what a report was made of, so that it can be made again and
// held against it: the program and what it knew, each document by the hash of
// its bytes, each value with its place and its rule.
type Manifest struct {
	Schema    string             `json:"schema"`  // ManifestSchema
	Program   string             `json:"program"` // version of the program
	Lexicon   string             `json:"lexicon"` // lexicon.Digest
	Recipe    Recipe             `json:"recipe"`
	Baselines []ManifestBaseline `json:"baselines"`
	Sources   []ManifestSource   `json:"sources"` // in the order in which they were compared
}

// Recipe is how a report was made of its documents.
type Recipe struct {
	Command    string        `json:"command"` // compare, check or matrix
	Format     string        `json:"format"`
	Lang       string        `json:"lang"`
	Paper      string        `json:"paper"`
	Short      bool          `json:"short,omitempty"`
	Suppressed bool          `json:"suppressed,omitempty"` // sarif: with what suppressions took out
	Redline    bool          `json:"redline,omitempty"`
	AsOf       circular.Date `json:"as_of,omitzero"`
	Province   string        `json:"province,omitempty"` // of a matrix
	Before     string        `json:"before,omitempty"`   // SHA-256 of an earlier matrix or check that the report was held against

	Waivers []compare.Suppression `json:"waivers,omitempty"` // findings that were taken out
	Today   circular.Date         `json:"today,omitzero"`    // for their expiry
}

// ManifestBaseline is a baseline that a report stands on.
type ManifestBaseline struct {
	ID     string `json:"id"`
	SHA256 string `json:"sha256"`         // of its JSON form
	File   string `json:"file,omitempty"` // from which it was read; "" for one of the program's own
}

// ManifestSource is a document that a report stands on.
type ManifestSource struct {
	Path     string            `json:"path"`
	SHA256   string            `json:"sha256"`
	Stored   bool              `json:"stored,omitempty"` // as the corpus had it, with what people corrected
	Baseline string            `json:"baseline"`         // asked for: auto, or an id
	Values   []ManifestValue   `json:"values"`           // by position
	Findings []ManifestFinding `json:"findings"`         // by position in the report
}

// ManifestValue is a value of a document: what was read, where, by which rule.
type ManifestValue struct {
	Kind  string          `json:"kind"` // of the clause, or the role of the circular
	Rule  string          `json:"rule,omitempty"`
	Span  circular.Span   `json:"span"`
	Value json.RawMessage `json:"value"` // the clause or circular without its text, place and confidence
}

// ManifestFinding is a finding in short.
type ManifestFinding struct {
	Code  circular.Code     `json:"code"`
	Level circular.Severity `json:"level"`
	Atom  string            `json:"atom,omitempty"`
	Why   string            `json:"why"`
}

// NewBaseline returns what a manifest says of a baseline that was read from a
// file; "" is one of the program's own.
func NewBaseline(b circular.Baseline, file string) (ManifestBaseline, error) {
	data, err := json.Marshal(b)
	if err != nil {
		return ManifestBaseline{}, fmt.Errorf("baseline %s: %w", b.ID, err)
	}
	sum := sha256.Sum256(data)
	return ManifestBaseline{ID: b.ID, SHA256: hex.EncodeToString(sum[:]), File: file}, nil
}

// Name puts into a manifest which program makes it, and those of some baselines
// that its comparisons were made with. files has those that were read from files,
// by id.
func (m *Manifest) Name(baselines []circular.Baseline, files map[string]string, list []circular.Comparison) error {
	m.Schema, m.Program, m.Baselines = ManifestSchema, Program(), []ManifestBaseline{}
	if m.Sources == nil {
		m.Sources = []ManifestSource{}
	}
	for _, b := range baselines {
		if files[b.ID] == "" && !slices.ContainsFunc(list, func(c circular.Comparison) bool { return c.Baseline.ID == b.ID }) {
			continue
		}
		entry, err := NewBaseline(b, files[b.ID])
		if err != nil {
			return err
		}
		m.Baselines = append(m.Baselines, entry)
	}
	return nil
}

// Program returns the version of this program: its release, or the revision of
// its source where it was built of a work tree.
func Program() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return ""
	}
	if v := info.Main.Version; v != "" && v != "(devel)" {
		return v
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" {
			return s.Value
		}
	}
	return "(devel)"
}

// NewSource returns what a manifest says of a document and of the comparison
// that was made of it with the given baseline.
func NewSource(rec *circular.Record, c *circular.Comparison, baseline string) (ManifestSource, error) {
	s := ManifestSource{Path: rec.Source.Path, SHA256: rec.Source.SHA256, Baseline: baseline, Values: []ManifestValue{}, Findings: []ManifestFinding{}}
	for i := range rec.Circulars {
		k := &rec.Circulars[i]
		if err := s.value(string(k.Role), "", k.Span, k); err != nil {
			return s, err
		}
	}
	for i := range rec.Clauses {
		k := &rec.Clauses[i]
		if err := s.value(string(k.Kind), k.Rule, k.Span, k); err != nil {
			return s, err
		}
	}
	for _, d := range slices.Concat(c.Deviations, c.NotJudged) {
		s.Findings = append(s.Findings, ManifestFinding{d.Code, d.Level, d.Atom, d.Why})
	}
	return s, nil
}

// beside are the fields of a clause or circular that are no value of it, or
// stand in the manifest already.
var beside = []string{"kind", "role", "rule", "text", "span", "path", "confidence", "certain"}

// value adds a value.
func (s *ManifestSource) value(kind, rule string, span circular.Span, v any) error {
	b, err := json.Marshal(v)
	if err != nil {
		return fmt.Errorf("%s: %w", s.Path, err)
	}
	var fields map[string]any
	dec := json.NewDecoder(bytes.NewReader(b))
	dec.UseNumber() // as printed
	if err := dec.Decode(&fields); err != nil {
		return fmt.Errorf("%s: %w", s.Path, err)
	}
	maps.DeleteFunc(fields, func(k string, v any) bool {
		return slices.Contains(beside, k) || v == nil
	})
	if signatory, ok := fields["signatory"].(map[string]any); ok { // a birth date stays in the record
		delete(signatory, "nip")
		delete(signatory, "span")
		delete(signatory, "certain")
	}
	if b, err = json.Marshal(fields); err != nil {
		return fmt.Errorf("%s: %w", s.Path, err)
	}
	s.Values = append(s.Values, ManifestValue{kind, rule, span, b})
	return nil
}

// Change is something that is not as a manifest says.
type Change struct {
	What   string `json:"what"`             // program, lexicon, baseline, source, value, finding, report
	Source string `json:"source,omitempty"` // path of the document
	Place  string `json:"place,omitempty"`  // page, bytes and rule of a value; id of a baseline; line of the report
	Was    string `json:"was,omitempty"`    // "" where it was not there
	Is     string `json:"is,omitempty"`     // "" where it is not there any more
}

// Compare returns what differs between the document as a manifest tells of it
// and as it is read now: values by place, findings in their order.
func (s *ManifestSource) Compare(now *ManifestSource) []Change {
	out := differing(s.Path, "value", s.Values, now.Values, func(v ManifestValue) (key, shown string) {
		return "hlm. " + strconv.Itoa(v.Span.Page) + ", byte " + strconv.Itoa(v.Span.Start) + "-" + strconv.Itoa(v.Span.End) + ", " + v.Kind + " " + v.Rule, string(v.Value)
	})
	return append(out, differing(s.Path, "finding", s.Findings, now.Findings, func(f ManifestFinding) (key, shown string) {
		return string(f.Code) + " " + f.Atom, string(f.Level) + ": " + f.Why
	})...)
}

// differing pairs what has the same key and is not shown the same.
func differing[T any](source, what string, was, is []T, show func(T) (key, shown string)) []Change {
	var out []Change
	left := map[string][]string{}
	for _, v := range is {
		key, shown := show(v)
		left[key] = append(left[key], shown)
	}
	take := func(key string, i int) string {
		shown := left[key][i]
		left[key] = slices.Delete(left[key], i, i+1)
		return shown
	}
	var changed []Change
	for _, v := range was {
		key, shown := show(v)
		if i := slices.Index(left[key], shown); i >= 0 {
			take(key, i)
			continue
		}
		changed = append(changed, Change{what, source, key, shown, ""})
	}
	for _, c := range changed {
		if len(left[c.Place]) > 0 {
			c.Is = take(c.Place, 0)
		}
		out = append(out, c)
	}
	for _, v := range is { // in their order
		if key, _ := show(v); len(left[key]) > 0 {
			out = append(out, Change{what, source, key, "", take(key, 0)})
		}
	}
	return out
}
