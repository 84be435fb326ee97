package circular

import "slices"

// Validity says whether an act holds on a day, as far as records tell.
type Validity string

// The validities.
const (
	ValidityUpcoming Validity = "upcoming" // it will hold
	ValidityInForce  Validity = "in_force"
	ValidityEnded    Validity = "ended"   // its period is over
	ValidityRevoked  Validity = "revoked" // another act ended it
	ValidityUnknown  Validity = "unknown" // no period is known
)

// ValidityOn returns whether the circular of a record holds on a day. Others are
// all records that are known: one of them, signed by then, may revoke it.
func (r *Record) ValidityOn(day Date, others []Record) Validity {
	s := r.Subject()
	if s == nil || day.IsZero() {
		return ValidityUnknown
	}
	for i := range others {
		if o := others[i].Subject(); o != nil && !(o.DateSigned.Compare(day) > 0) && others[i].revokes(s) {
			return ValidityRevoked
		}
	}
	var start, end Date
	open, known := false, false
	for _, c := range r.Rules(KindPeriod) {
		p := c.Period
		if !p.Start.IsZero() && (start.IsZero() || p.Start.Compare(start) < 0) {
			start = p.Start
		}
		open = open || p.End.IsZero()
		if p.End.Compare(end) > 0 {
			end = p.End
		}
		known = true
	}
	switch {
	case !known:
		return ValidityUnknown
	case !start.IsZero() && day.Compare(start) < 0:
		return ValidityUpcoming
	case !open && day.Compare(end) > 0:
		return ValidityEnded
	}
	return ValidityInForce
}

// revokes reports whether the record ends another circular.
func (r *Record) revokes(s *Circular) bool {
	return s.Number != "" && slices.ContainsFunc(r.Circulars, func(c Circular) bool {
		return c.Role == RoleRevoked && c.Key() == s.Key() && c.Year == s.Year && (c.Region.Code == "" || c.Region.Code == s.Region.Code)
	})
}

// NextDeadline returns the first deadline of the circular on or after a day, or
// the zero date.
func (r *Record) NextDeadline(day Date) Date {
	var next Date
	for _, c := range r.Rules(KindDeadline) {
		if d := c.Deadline.Date; !d.IsZero() && d.Compare(day) >= 0 && (next.IsZero() || d.Compare(next) < 0) {
			next = d
		}
	}
	return next
}
