package circular

// CorrectedCode is the code of the warning that a correction leaves in a
// record; the warning carries the [Correction].
const CorrectedCode = "corrected"

// Correction is a value that a person entered in place of what was read.
type Correction struct {
	Field string `json:"field"` // as it was named: "clauses.3.percent", "number"
	Old   string `json:"old"`   // what was read; "" where nothing was
	Value string `json:"value"` // what holds now
	By    string `json:"by"`
	Why   string `json:"why"`
}

// Corrections returns what people corrected in the record, by position.
func (r *Record) Corrections() []Correction {
	var out []Correction
	for _, w := range r.Warnings {
		if w.Correction != nil {
			out = append(out, *w.Correction)
		}
	}
	return out
}

// CorrectionsAt returns the corrections of what stands exactly at a place.
func (r *Record) CorrectionsAt(s Span) []Correction {
	var out []Correction
	for _, w := range r.Warnings {
		if w.Correction != nil && w.Span == s {
			out = append(out, *w.Correction)
		}
	}
	return out
}

// TwoReadingsCode is the code of the warning about the value of a clause that the
// second reader reads otherwise; its span is that of the clause.
const TwoReadingsCode = "two-readings"
