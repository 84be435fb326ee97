package circular

import "encoding/json"

// Clause is one thing a text rules, or says about a rule, with the words it
// stands on. Exactly one of the pointers behind the common fields is set, the
// one that Kind names; in JSON its fields stand flat beside the common ones.
type Clause struct {
	Kind       Kind      `json:"kind"`
	Text       string    `json:"text"`                 // the bytes of Text.Body that Span covers
	Span       Span      `json:"span"`                 // the sentence, point or table row it stands on
	Path       string    `json:"path,omitempty"`       // place in the numbered tree, such as "E.2.b"
	Groups     []string  `json:"groups,omitempty"`     // whom it concerns, in the text's own words
	Categories []string  `json:"categories,omitempty"` // ids of those groups in the taxonomy of package lexicon, sorted
	Force      Force     `json:"force,omitempty"`      // strength of its verb
	Assertion  Assertion `json:"assertion"`            // whether the subject circular rules it
	Confidence float64   `json:"confidence"`           // measured probability that its values are right, 0..1
	Certain    bool      `json:"certain,omitempty"`    // two independent readings agree on its values
	Rule       string    `json:"rule"`                 // id of the lexicon entry that found it

	Quota      *Quota      `json:"-"`
	Exemption  *Exemption  `json:"-"`
	Period     *Period     `json:"-"`
	Duty       *Duty       `json:"-"` // for the kinds from obligation to reporting, and provision
	Schedule   *Schedule   `json:"-"`
	Deadline   *Deadline   `json:"-"`
	Revocation *Revocation `json:"-"`
	LegalBasis *LegalBasis `json:"-"`
}

// Kind is the kind of a clause.
type Kind string

// The kinds of clauses.
const (
	KindQuota       Kind = "quota"
	KindExemption   Kind = "exemption"
	KindPeriod      Kind = "period"
	KindObligation  Kind = "obligation"
	KindProhibition Kind = "prohibition"
	KindPermission  Kind = "permission"
	KindCondition   Kind = "condition"
	KindSanction    Kind = "sanction"
	KindReporting   Kind = "reporting"
	KindSchedule    Kind = "schedule"   // hours, timetable, dress or event by day
	KindDeadline    Kind = "deadline"   // by when something is done
	KindRevocation  Kind = "revocation" // acts revoked, amended, replaced or prolonged
	KindProvision   Kind = "provision"  // an operative statement that no other kind fits
	KindLegalBasis  Kind = "legal_basis"
)

// Kinds lists every kind in the order in which reports show them.
var Kinds = []Kind{KindQuota, KindExemption, KindPeriod, KindObligation, KindProhibition,
	KindPermission, KindCondition, KindSanction, KindReporting, KindSchedule, KindDeadline, KindRevocation,
	KindProvision, KindLegalBasis}

// Force is the strength of a clause's verb; "" where the text has none.
type Force string

// The strengths, the strongest first; dilarang stands apart.
const (
	ForceWajib    Force = "wajib"
	ForceDiminta  Force = "diminta"
	ForceDiimbau  Force = "diimbau"
	ForceDapat    Force = "dapat"
	ForceDilarang Force = "dilarang"
)

// Assertion says whether a clause is a rule of the subject circular, or why not.
type Assertion string

// The assertions. News that tells what the subject circular rules is a rule.
const (
	AssertRule         Assertion = "rule"
	AssertReported     Assertion = "reported"     // rule of another act or region
	AssertExample      Assertion = "example"      // a figure that illustrates
	AssertPlan         Assertion = "plan"         // proposed, not yet ruled
	AssertPractice     Assertion = "practice"     // what was done, not what is ruled
	AssertHeadline     Assertion = "headline"     // headline or lead, told again in the body
	AssertMisquote     Assertion = "misquote"     // a rule told wrongly
	AssertContradicted Assertion = "contradicted" // another sentence of the same text says otherwise
	AssertApprox       Assertion = "approx"       // a rough figure ("sekitar")
	AssertUnclear      Assertion = "unclear"      // news: nothing shows that it is a rule
)

// Mode is where staff work.
type Mode string

// The modes.
const (
	ModeWFH Mode = "WFH" // from home: tugas kedinasan di rumah, BDR
	ModeWFO Mode = "WFO" // in the office
	ModeWFA Mode = "WFA" // from anywhere: FWA, hybrid, flexible
)

// Bound says how a figure limits.
type Bound string

// The bounds.
const (
	BoundMax    Bound = "max"
	BoundMin    Bound = "min"
	BoundExact  Bound = "exact"
	BoundRange  Bound = "range"
	BoundApprox Bound = "approx"
)

// Quota limits how many of a group work in a mode: by percentage (Percent, or
// PercentLo and PercentHi for a range) or by Count of Unit.
type Quota struct {
	Mode       Mode     `json:"mode"`
	Bound      Bound    `json:"bound"`
	Percent    *float64 `json:"percent,omitempty"`    // 0..100
	PercentLo  *float64 `json:"percent_lo,omitempty"` // 0..100, bound "range" only
	PercentHi  *float64 `json:"percent_hi,omitempty"` // PercentLo..100
	Count      int      `json:"count,omitempty"`      // of Unit
	Unit       string   `json:"unit,omitempty"`       // "orang", "hari"
	Condition  string   `json:"condition,omitempty"`  // level, zone, sector, phase it holds under, as printed
	Recurrence string   `json:"recurrence,omitempty"` // "setiap Jumat", as printed
	Implicit   bool     `json:"implicit,omitempty"`   // the figure is words such as "seluruh", not digits
}

// Exemption says how a group departs from the governing rule, with its
// direction resolved.
type Exemption struct {
	Effect    Effect   `json:"effect"`
	Percent   *float64 `json:"percent,omitempty"`   // printed with it: 100 for "100 persen WFO"
	Condition string   `json:"condition,omitempty"` // as printed
	Open      bool     `json:"open,omitempty"`      // its list of groups is open: seperti, antara lain, dan lain-lain
	Leaves    string   `json:"leaves,omitempty"`    // effect exempt_from_rule: path of the rule it leaves; "" where that stands elsewhere
}

// Effect is what an exemption does to its group.
type Effect string

// The effects.
const (
	EffectMustWFO           Effect = "must_wfo"
	EffectNotEligible       Effect = "not_eligible"    // may not use the permission
	EffectWFHNotApplied     Effect = "wfh_not_applied" // the issuer does not use the mode at all
	EffectEligible          Effect = "eligible"        // only they may use the permission
	EffectMayWFO            Effect = "may_wfo"
	EffectMayWFH            Effect = "may_wfh"
	EffectMustWFH           Effect = "must_wfh"
	EffectMustBeAvailable   Effect = "must_be_available"
	EffectMayLeaveHome      Effect = "may_leave_home"
	EffectExcusedIfReported Effect = "excused_if_reported"
	EffectOwnSchedule       Effect = "own_schedule"
	EffectDiscouraged       Effect = "discouraged"
	EffectExemptFromRule    Effect = "exempt_from_rule" // a rule that is not about the place of work
)

// Period is a window of time in which the rule holds; a zero end is open.
type Period struct {
	Start   Date `json:"start"`
	End     Date `json:"end"`
	Derived bool `json:"derived,omitempty"` // worked out from a month or a duration, not printed as days
}

// Duty is an obligation, prohibition, permission, condition, sanction,
// reporting line or provision.
type Duty struct {
	Who   string `json:"who,omitempty"`   // actor, as printed
	What  string `json:"what"`            // act, as printed
	Topic string `json:"topic,omitempty"` // id of a standing duty in the lexicon, under whatever wording
	Date  Date   `json:"date,omitzero"`   // last day for it, where the text sets one
	By    string `json:"by,omitempty"`    // that limit as printed: "paling lambat 19 April 2024"
}

// Due returns the last day that the clause sets for something to be done, and who
// is to do what; the zero date where it sets none.
func (c *Clause) Due() (day Date, who, what string) {
	switch {
	case c.Deadline != nil:
		return c.Deadline.Date, c.Deadline.Who, c.Deadline.What
	case c.Duty != nil:
		return c.Duty.Date, c.Duty.Who, c.Duty.What
	}
	return day, "", ""
}

// Schedule is what happens or is worn on which days and at which hours. What
// the text does not say is "".
type Schedule struct {
	Who   string `json:"who,omitempty"`   // as printed
	What  string `json:"what,omitempty"`  // work, event or dress, as printed
	Days  string `json:"days,omitempty"`  // "Senin s.d. Kamis", or a date, as printed
	From  string `json:"from,omitempty"`  // clock time, HH:MM
	To    string `json:"to,omitempty"`    // clock time, HH:MM
	Break string `json:"break,omitempty"` // HH:MM-HH:MM
}

// Deadline is the day by which something is done.
type Deadline struct {
	Who  string `json:"who,omitempty"` // as printed
	What string `json:"what"`          // as printed
	Date Date   `json:"date,omitzero"` // zero where the text gives a rule instead of a day
	By   string `json:"by,omitempty"`  // the limit as printed: "paling lambat pekan kedua Februari"
}

// Revocation says what becomes of other acts.
type Revocation struct {
	Acts   []string `json:"acts"`   // as printed, each with type, number and year
	Change Change   `json:"change"` // what becomes of them
}

// Change is what a circular does to an act.
type Change string

// The changes.
const (
	ChangeRevoked   Change = "revoked"   // dicabut, dinyatakan tidak berlaku
	ChangeAmended   Change = "amended"   // diubah
	ChangeReplaced  Change = "replaced"  // diganti
	ChangeProlonged Change = "prolonged" // diperpanjang
)

// LegalBasis names an act other than a circular.
type LegalBasis struct {
	Type   string `json:"type"`             // "UU", "PP", "Perpres", "SKB", ...
	Number string `json:"number,omitempty"` // as printed
	Year   int    `json:"year,omitempty"`
	Title  string `json:"title,omitempty"`
	Date   Date   `json:"date,omitzero"`
}

// detail returns the struct that Kind names, or nil.
func (c *Clause) detail() any {
	switch c.Kind {
	case KindQuota:
		return c.Quota
	case KindExemption:
		return c.Exemption
	case KindPeriod:
		return c.Period
	case KindSchedule:
		return c.Schedule
	case KindDeadline:
		return c.Deadline
	case KindRevocation:
		return c.Revocation
	case KindLegalBasis:
		return c.LegalBasis
	case KindObligation, KindProhibition, KindPermission, KindCondition, KindSanction, KindReporting, KindProvision:
		return c.Duty
	}
	return nil
}

// clauseFields has the fields of Clause without its methods.
type clauseFields Clause

// MarshalJSON writes the common fields and those of the kind in one object.
func (c Clause) MarshalJSON() ([]byte, error) {
	common, err := json.Marshal(clauseFields(c))
	if err != nil {
		return nil, err
	}
	own, err := json.Marshal(c.detail())
	if err != nil || len(own) < 3 || own[0] != '{' {
		return common, err
	}
	return append(append(common[:len(common)-1], ','), own[1:]...), nil
}

// UnmarshalJSON reads what MarshalJSON writes.
func (c *Clause) UnmarshalJSON(b []byte) error {
	var f clauseFields
	if err := json.Unmarshal(b, &f); err != nil {
		return err
	}
	*c = Clause(f)
	switch c.Kind {
	case KindQuota:
		c.Quota = new(Quota)
	case KindExemption:
		c.Exemption = new(Exemption)
	case KindPeriod:
		c.Period = new(Period)
	case KindSchedule:
		c.Schedule = new(Schedule)
	case KindDeadline:
		c.Deadline = new(Deadline)
	case KindRevocation:
		c.Revocation = new(Revocation)
	case KindLegalBasis:
		c.LegalBasis = new(LegalBasis)
	default:
		c.Duty = new(Duty)
	}
	if d := c.detail(); d != nil {
		return json.Unmarshal(b, d)
	}
	return nil
}
