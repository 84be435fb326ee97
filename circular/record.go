package circular

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// RecordSchema names the version of the record format.
const RecordSchema = "telaah.record/2"

// Record is everything read from one document.
type Record struct {
	Schema    string     `json:"schema"` // RecordSchema
	Source    Source     `json:"source"`
	Text      *Text      `json:"text,omitempty"`     // nil where it was left out
	Document  *Document  `json:"document,omitempty"` // what the text is that is no circular itself; nil where it is one, or tells of one
	Circulars []Circular `json:"circulars"`          // subjects first, then by position
	Clauses   []Clause   `json:"clauses"`            // by position
	Coverage  Coverage   `json:"coverage"`
	Warnings  []Warning  `json:"warnings,omitempty"` // by position
}

// recordFields has the fields of Record without its methods.
type recordFields Record

// MarshalJSON writes lists that are nil as empty ones.
func (r Record) MarshalJSON() ([]byte, error) {
	if r.Circulars == nil {
		r.Circulars = []Circular{}
	}
	if r.Clauses == nil {
		r.Clauses = []Clause{}
	}
	return json.Marshal(recordFields(r))
}

// Coverage says how much of a text was understood.
type Coverage struct {
	Operative int    `json:"operative"`           // bytes of running text: no furniture, no headline
	Claimed   int    `json:"claimed"`             // of those, bytes inside some clause or circular
	Unclaimed []Span `json:"unclaimed,omitempty"` // operative sentences, items and rows that no clause stands on, by position
}

// Share returns Claimed as a share of Operative, 0..1.
func (c Coverage) Share() float64 {
	if c.Operative == 0 {
		return 0
	}
	return float64(c.Claimed) / float64(c.Operative)
}

// Warning is a doubt about a place in the text.
type Warning struct {
	Code    string `json:"code"`          // stable, such as "weekday-date"
	Message string `json:"message"`       // one sentence in Indonesian
	Span    Span   `json:"span,omitzero"` // the place; zero where it concerns the whole document

	Correction *Correction `json:"correction,omitempty"` // for CorrectedCode: what a person entered
}

// Unread reports whether the warning says that a part of the document, which a
// reader of it sees, was not read. The code of such a warning begins with
// [UnreadPrefix].
func (w Warning) Unread() bool { return strings.HasPrefix(w.Code, UnreadPrefix) }

// UnreadPrefix begins the code of every warning about a part that was not read.
const UnreadPrefix = "unread-"

// Subject returns the circular the text is about, or nil.
func (r *Record) Subject() *Circular {
	for i := range r.Circulars {
		if r.Circulars[i].Role == RoleSubject {
			return &r.Circulars[i]
		}
	}
	return nil
}

// Rules returns the clauses of the given kind that the subject circular rules.
func (r *Record) Rules(kind Kind) []Clause {
	var out []Clause
	for _, c := range r.Clauses {
		if c.Kind == kind && c.Assertion == AssertRule {
			out = append(out, c)
		}
	}
	return out
}

// Check reports every broken invariant of the record, joined, or nil. A record
// from package extract always passes; one that was edited or received may not.
func (r *Record) Check() error {
	var errs []error
	bad := func(format string, a ...any) { errs = append(errs, fmt.Errorf(format, a...)) }
	if r.Schema != RecordSchema {
		bad("schema is %q, want %q", r.Schema, RecordSchema)
	}
	span := func(what string, s Span) {
		if r.Text == nil {
			if s.Start < 0 || s.End <= s.Start {
				bad("%s: span %d..%d is empty or reversed", what, s.Start, s.End)
			}
			return
		}
		if !onRune(r.Text.Body, s) {
			bad("%s: span %d..%d is not a range of runes in %d bytes", what, s.Start, s.End, len(r.Text.Body))
		} else if p := r.Text.PageAt(s.Start); p != s.Page {
			bad("%s: span says page %d, its first byte stands on page %d", what, s.Page, p)
		}
	}
	if r.Document != nil {
		span("document", r.Document.Span)
	}
	if r.Text != nil {
		at := 0
		for i, p := range r.Text.Pages {
			if p.Start < at || p.End < p.Start || p.End > len(r.Text.Body) {
				bad("page %d: range %d..%d is out of order", i+1, p.Start, p.End)
			}
			at = p.End
		}
	}
	for i, c := range r.Circulars {
		what := fmt.Sprintf("circular %d", i)
		if c.Span != (Span{}) || c.Role != RoleSubject { // a subject may be entered by hand
			span(what, c.Span)
		}
		if !slices.Contains([]Role{RoleSubject, RoleBasis, RoleCited, RoleAmended, RoleRevoked}, c.Role) {
			bad("%s: role %q is unknown", what, c.Role)
		}
		if c.Year != 0 && (c.Year < 1945 || c.Year > 2199) {
			bad("%s: year %d is out of range", what, c.Year)
		}
		if !c.Signatory.IsZero() && c.Signatory.Span != (Span{}) {
			span(what+" signatory", c.Signatory.Span)
		}
	}
	for i := range r.Clauses {
		c := &r.Clauses[i]
		what := fmt.Sprintf("clause %d (%s)", i, c.Kind)
		span(what, c.Span)
		if r.Text != nil && onRune(r.Text.Body, c.Span) && r.Text.Slice(c.Span) != c.Text {
			bad("%s: text is not the bytes of its span", what)
		}
		if err := c.check(); err != nil {
			bad("%s: %w", what, err)
		}
		if i > 0 && r.Clauses[i-1].Span.Start > c.Span.Start {
			bad("%s: out of order", what)
		}
	}
	for i, w := range r.Warnings {
		if w.Code == "" || w.Message == "" {
			bad("warning %d: without code or message", i)
		}
		if w.Span != (Span{}) {
			span(fmt.Sprintf("warning %d", i), w.Span)
		}
	}
	if r.Coverage.Claimed < 0 || r.Coverage.Claimed > r.Coverage.Operative {
		bad("coverage: %d of %d bytes", r.Coverage.Claimed, r.Coverage.Operative)
	}
	return errors.Join(errs...)
}

// check reports what is wrong with the clause itself.
func (c *Clause) check() error {
	set := 0
	for _, ok := range []bool{c.Quota != nil, c.Exemption != nil, c.Period != nil, c.Duty != nil,
		c.Schedule != nil, c.Deadline != nil, c.Revocation != nil, c.LegalBasis != nil} {
		if ok {
			set++
		}
	}
	if set != 1 || !slices.Contains(Kinds, c.Kind) {
		return fmt.Errorf("kind %q with %d details", c.Kind, set)
	}
	if c.Confidence < 0 || c.Confidence > 1 {
		return fmt.Errorf("confidence %v is not in 0..1", c.Confidence)
	}
	if c.Assertion == "" || c.Rule == "" {
		return errors.New("without assertion or rule")
	}
	percent := func(p *float64) bool { return p == nil || *p >= 0 && *p <= 100 }
	switch {
	case c.Kind == KindQuota && c.Quota != nil:
		q := c.Quota
		if !percent(q.Percent) || !percent(q.PercentLo) || !percent(q.PercentHi) {
			return errors.New("percentage outside 0..100")
		}
		if (q.PercentLo == nil) != (q.PercentHi == nil) || q.PercentLo != nil && *q.PercentLo > *q.PercentHi {
			return errors.New("range without both ends in order")
		}
		figures := 0
		for _, ok := range []bool{q.Percent != nil, q.PercentLo != nil, q.Count > 0} {
			if ok {
				figures++
			}
		}
		if figures != 1 || q.Mode == "" || q.Bound == "" {
			return errors.New("quota without exactly one figure, a mode and a bound")
		}
	case c.Kind == KindExemption && c.Exemption != nil:
		if c.Exemption.Effect == "" || !percent(c.Exemption.Percent) {
			return errors.New("exemption without effect, or percentage outside 0..100")
		}
	case c.Kind == KindPeriod && c.Period != nil:
		p := c.Period
		if p.Start.IsZero() && p.End.IsZero() {
			return errors.New("period without start and end")
		}
		if !p.Start.IsZero() && !p.End.IsZero() && p.Start.Compare(p.End) > 0 {
			return errors.New("period ends before it starts")
		}
	case c.Kind == KindSchedule && c.Schedule != nil:
		if *c.Schedule == (Schedule{}) {
			return errors.New("schedule without days, hours or matter")
		}
	case c.Kind == KindDeadline && c.Deadline != nil:
		if c.Deadline.What == "" {
			return errors.New("deadline without act")
		}
	case c.Kind == KindRevocation && c.Revocation != nil:
		if c.Revocation.Change == "" {
			return errors.New("revocation without change")
		}
	case c.Kind == KindLegalBasis && c.LegalBasis != nil:
		if c.LegalBasis.Type == "" {
			return errors.New("legal basis without type")
		}
	case c.Duty != nil:
		if c.Duty.What == "" {
			return errors.New("duty without act")
		}
	default:
		return fmt.Errorf("kind %q has the detail of another kind", c.Kind)
	}
	return nil
}
