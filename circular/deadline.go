package circular

// NextDeadline returns the first deadline of the circular on or after a day, or
// the zero date.
func (r *Record) NextDeadline(day Date) Date {
	var next Date
	for i := range r.Clauses {
		c := &r.Clauses[i]
		if c.Assertion != AssertRule {
			continue
		}
		if d, _, _ := c.Due(); !d.IsZero() && d.Compare(day) >= 0 && (next.IsZero() || d.Compare(next) < 0) {
			next = d
		}
	}
	return next
}
