package circular

import (
	"errors"
	"fmt"
	"slices"
)

// ComparisonSchema names the version of the comparison format.
const ComparisonSchema = "telaah.comparison/1"

// Comparison is what came of holding one document against one baseline.
type Comparison struct {
	Source     Source      `json:"source"`               // the document
	Circular   *Circular   `json:"circular"`             // its subject; nil where it has none
	Baseline   BaselineRef `json:"baseline"`             // what it was held against
	Comparable bool        `json:"comparable"`           // false: only Deviations[0], tidak-sebanding, says why
	Reasons    []string    `json:"reasons,omitempty"`    // why this baseline, one sentence each
	Deviations []Deviation `json:"deviations"`           // the gravest first, then in the order of the baseline
	NotJudged  []Deviation `json:"not_judged"`           // what could not be decided, with the reason; level none
	Pairs      []Pair      `json:"pairs,omitempty"`      // table of comparison, in the order of the baseline
	Figures    []Figure    `json:"figures,omitempty"`    // quotas of the document as intervals
	Suppressed []Deviation `json:"suppressed,omitempty"` // findings that a suppression took out

	Corrections []Correction `json:"corrections,omitempty"` // values of the document that people entered
	Others      []Source     `json:"others,omitempty"`      // further documents about the same circular, the best first
}

// BaselineRef names a baseline in a comparison.
type BaselineRef struct {
	ID            string `json:"id"`
	Name          string `json:"name"`
	Reconstructed bool   `json:"reconstructed"`       // some of its words are no quotation
	AsOf          Date   `json:"as_of,omitzero"`      // day for which amendments were worked in
	Amended       string `json:"amended,omitempty"`   // the acts that were, in words
	Revoked       string `json:"revoked,omitempty"`   // the act that ended it, in words
	Suggested     string `json:"suggested,omitempty"` // not comparable: id of the right baseline, if one is known
}

// Deviation is one finding.
type Deviation struct {
	Code      Code      `json:"code"`
	Level     Severity  `json:"level"`
	Direction Direction `json:"direction"`
	Atom      string    `json:"atom,omitempty"`  // id of the atom it is about
	Why       string    `json:"why"`             // one sentence
	Advice    string    `json:"advice"`          // what to do, one sentence
	Base      *Side     `json:"base"`            // words of the baseline; null where it has none
	Other     *Side     `json:"other"`           // words of the document; null where it has none
	Value     string    `json:"value,omitempty"` // normalised value it stands on, for fingerprints

	Mark    string       `json:"mark,omitempty"`    // the words of Other that deviate, where they can be told
	Replace *Replacement `json:"replace,omitempty"` // the edit of Other that settles it, where one simple edit does
	Waived  *Waiver      `json:"waived,omitempty"`  // for Comparison.Suppressed
}

// Waiver is why, and until when, a finding was taken out of a comparison.
type Waiver struct {
	Reason  string `json:"reason"`
	Expires Date   `json:"expires"` // last day on which it holds
}

// Replacement is an edit of a passage: Old stands in it exactly once.
type Replacement struct {
	Old string `json:"old"`
	New string `json:"new"`
}

// Side is a passage of one of the two texts.
type Side struct {
	Text          string `json:"text"`
	Reconstructed bool   `json:"reconstructed"`  // no quotation
	Path          string `json:"path,omitempty"` // place in the numbered tree
	Span          *Span  `json:"span,omitempty"` // bytes and page; absent where the text has none
	Line          int    `json:"line,omitempty"` // line of Span in a text file, from 1; 0 for other kinds of files
	Force         Force  `json:"force,omitempty"`

	Corrections []Correction `json:"corrections,omitempty"` // values of this passage that people entered
	Unsure      bool         `json:"unsure,omitempty"`      // no second reading agrees on its values
}

// Pair is one row of the table of comparison.
type Pair struct {
	Atom    string   `json:"atom,omitempty"`    // id; "" for a clause without counterpart
	Title   string   `json:"title"`             // what the row is about
	Base    *Side    `json:"base"`              // nil where the baseline says nothing
	Others  []Side   `json:"others,omitempty"`  // every passage of the document that answers it
	Result  Result   `json:"result"`            // the verdict of the row
	Level   Severity `json:"level"`             // the gravest level among its findings
	Codes   []Code   `json:"codes,omitempty"`   // codes of its findings
	Redline []Edit   `json:"redline,omitempty"` // words of the first passage against those of the baseline, where the two are alike enough to be versions of each other
	Remark  string   `json:"remark,omitempty"`  // why there is no finding though no passage answers; "" where one does
}

// Edit is a run of words that both texts share, or that one of them has.
type Edit struct {
	Op   EditOp `json:"op"`
	Text string `json:"text"`
}

// EditOp says which text has the words.
type EditOp string

// The operations of a redline.
const (
	EditSame   EditOp = "same"
	EditDelete EditOp = "del" // only the baseline has them
	EditInsert EditOp = "ins" // only the document has them
)

// Figure is a quota of the document as an interval.
type Figure struct {
	Group      string  `json:"group"`      // whom it concerns, in the text's own words
	Mode       Mode    `json:"mode"`       // as printed
	Lo         float64 `json:"lo"`         // per cent
	Hi         float64 `json:"hi"`         // per cent
	Printed    string  `json:"printed"`    // the statement in short, such as "WFO min 30%"
	Equivalent string  `json:"equivalent"` // the same for the other mode, "" where the text does not settle it
	Span       Span    `json:"span"`
}

// Code is the stable name of a kind of finding.
type Code string

// The codes.
const (
	CodeNotComparable  Code = "tidak-sebanding"
	CodeWrongBasis     Code = "dasar-keliru"
	CodeBasisUncited   Code = "dasar-tidak-dirujuk"
	CodeMissing        Code = "ketentuan-tidak-ada"
	CodeLooser         Code = "lebih-longgar"
	CodeStricter       Code = "lebih-ketat"
	CodeContrary       Code = "bertentangan"
	CodeAdded          Code = "ketentuan-tambahan"
	CodeForce          Code = "kadar-berubah"
	CodeScope          Code = "ruang-lingkup-berubah"
	CodeCategory       Code = "kategori-berubah"
	CodeReckoning      Code = "basis-hitung-berubah"
	CodeOutsidePeriod  Code = "di-luar-masa"
	CodeRetroactive    Code = "berlaku-surut"
	CodeActor          Code = "pelaksana-berubah"
	CodeAuthority      Code = "wewenang"
	CodePenalty        Code = "sanksi-dalam-se"
	CodeMiscited       Code = "salah-sitasi"
	CodeInconsistent   Code = "tidak-konsisten"
	CodeForm           Code = "cacat-bentuk"
	CodeSourcesDiffer  Code = "sumber-berbeda"
	CodeCannotBeJudged Code = "tidak-dapat-dinilai"
)

// Codes lists every code in the order in which reports explain them.
var Codes = []Code{CodeNotComparable, CodeWrongBasis, CodeBasisUncited, CodeMissing, CodeLooser, CodeStricter,
	CodeContrary, CodeAdded, CodeForce, CodeScope, CodeCategory, CodeReckoning, CodeOutsidePeriod, CodeRetroactive,
	CodeActor, CodeAuthority, CodePenalty, CodeMiscited, CodeInconsistent, CodeForm, CodeSourcesDiffer, CodeCannotBeJudged}

// Severity is the level of a finding. The tool advises; people rule.
type Severity string

// The levels, the gravest first.
const (
	SeverityError   Severity = "error"   // perlu perbaikan
	SeverityWarning Severity = "warning" // perlu telaah
	SeverityNote    Severity = "note"    // catatan
	SeverityNone    Severity = "none"    // tidak dapat dinilai
)

// severities is the order of the levels, the gravest first.
var severities = []Severity{SeverityError, SeverityWarning, SeverityNote, SeverityNone}

// AtLeast reports whether s is as grave as o or graver.
func (s Severity) AtLeast(o Severity) bool {
	return slices.Index(severities, s) <= slices.Index(severities, o)
}

// Cap returns s, or limit where s is graver.
func (s Severity) Cap(limit Severity) Severity {
	if s.AtLeast(limit) {
		return limit
	}
	return s
}

// Direction says which way a document departs from its baseline.
type Direction string

// The directions.
const (
	DirectionLooser   Direction = "looser"
	DirectionStricter Direction = "stricter"
	DirectionContrary Direction = "contrary"
	DirectionAdded    Direction = "added"
	DirectionMissing  Direction = "missing"
	DirectionChanged  Direction = "changed" // neither looser nor stricter
	DirectionNone     Direction = ""
)

// Result is the verdict of a row of the table of comparison.
type Result string

// The results.
const (
	ResultSame     Result = "same"       // says the same
	ResultNarrower Result = "narrower"   // inside what the baseline leaves open; no finding
	ResultDeviates Result = "deviates"   // has findings
	ResultMissing  Result = "missing"    // the document does not say it
	ResultAdded    Result = "added"      // the baseline does not say it
	ResultUnknown  Result = "not_judged" // could not be decided
)

// Worst returns the gravest level of the findings, none where there is none.
// A command decides its exit status from it and from [Comparison.Judged].
func (c *Comparison) Worst() Severity {
	worst := SeverityNone
	for _, d := range c.Deviations {
		if d.Level.AtLeast(worst) {
			worst = d.Level
		}
	}
	return worst
}

// About returns the findings of a row, also those that could not be judged:
// those about its atom or about a passage that it shows with their code, or about
// its passage where it has no atom.
func (c *Comparison) About(row Pair) []Deviation {
	var out []Deviation
	for _, list := range [][]Deviation{c.Deviations, c.NotJudged} {
		for _, d := range list {
			shown := slices.Contains(row.Codes, d.Code) && slices.ContainsFunc(row.Others, func(o Side) bool {
				return d.Other != nil && d.Other.Span != nil && o.Span != nil && *o.Span == *d.Other.Span && o.Text == d.Other.Text
			})
			switch {
			case row.Atom != "" && (d.Atom == row.Atom || shown):
				out = append(out, d)
			case row.Atom == "" && d.Atom == "" && d.Other != nil && len(row.Others) > 0 && d.Other.Text == row.Others[0].Text:
				out = append(out, d)
			}
		}
	}
	return out
}

// Judged reports whether everything could be decided: the document was
// comparable and nothing is listed as not judged.
func (c *Comparison) Judged() bool { return c.Comparable && len(c.NotJudged) == 0 }

// Check reports every broken invariant of the comparison, joined, or nil. A
// comparison from package compare always passes.
func (c *Comparison) Check() error {
	var errs []error
	bad := func(format string, a ...any) { errs = append(errs, fmt.Errorf(format, a...)) }
	if !c.Comparable && (len(c.Deviations) != 1 || c.Deviations[0].Code != CodeNotComparable) {
		bad("not comparable with %d findings, want %s alone", len(c.Deviations), CodeNotComparable)
	}
	for i, d := range c.Deviations {
		if i > 0 && !c.Deviations[i-1].Level.AtLeast(d.Level) {
			bad("finding %d (%s): graver than the one before", i, d.Code)
		}
		if d.Level == SeverityNone && d.Code != CodeNotComparable {
			bad("finding %d (%s): not judged", i, d.Code)
		}
		if c.Source.Grade == GradeNews && d.Level.AtLeast(SeverityWarning) || c.Source.Grade == GradeRelease && d.Level == SeverityError {
			bad("finding %d (%s): %s from %s", i, d.Code, d.Level, c.Source.Grade)
		}
	}
	for i, d := range c.NotJudged {
		if d.Level != SeverityNone {
			bad("not judged %d (%s): level %s", i, d.Code, d.Level)
		}
	}
	for i, d := range slices.Concat(c.Deviations, c.NotJudged) {
		if !slices.Contains(Codes, d.Code) || !slices.Contains(severities, d.Level) || d.Why == "" || d.Advice == "" {
			bad("entry %d: code %q, level %q, why %q", i, d.Code, d.Level, d.Why)
		}
	}
	return errors.Join(errs...)
}
