package circular

import "slices"

// Validity says whether a circular holds on a day, as far as its own text and
// the acts that revoke it tell.
type Validity string

// The validities.
const (
	ValidityFuture  Validity = "future"  // akan berlaku
	ValidityInForce Validity = "inforce" // berlaku
	ValidityEnded   Validity = "ended"   // berakhir
	ValidityRevoked Validity = "revoked" // dicabut
	ValidityUnknown Validity = "unknown" // tidak diketahui: the text names no days
)

// Validity returns whether the subject circular holds on a day, by the periods
// that it rules, and the days from the first of them to the last. Between two
// periods it has not ended. Where a period has an end, one without only says when
// the circular takes effect: it does not prolong what is ruled for some days.
func (r *Record) Validity(today Date) (Validity, Period) {
	periods := r.Rules(KindPeriod)
	if len(periods) == 0 {
		return ValidityUnknown, Period{}
	}
	open := func(c Clause) bool { return c.Period.End.IsZero() }
	if slices.ContainsFunc(periods, func(c Clause) bool { return !open(c) }) {
		periods = slices.DeleteFunc(periods, open)
	}
	whole := *periods[0].Period
	for _, c := range periods[1:] {
		p := c.Period
		if p.Start.IsZero() || !whole.Start.IsZero() && p.Start.Compare(whole.Start) < 0 {
			whole.Start = p.Start
		}
		if p.End.IsZero() || !whole.End.IsZero() && p.End.Compare(whole.End) > 0 {
			whole.End = p.End
		}
	}
	switch {
	case !whole.Start.IsZero() && today.Compare(whole.Start) < 0:
		return ValidityFuture, whole
	case !whole.End.IsZero() && today.Compare(whole.End) > 0:
		return ValidityEnded, whole
	}
	return ValidityInForce, whole
}

// Revokes reports whether the text says that the circular c is revoked or
// replaced: its number, year and issuer are those of a circular that it ends.
func (r *Record) Revokes(c *Circular) bool {
	for i := range r.Circulars {
		o := &r.Circulars[i]
		if o.Role == RoleRevoked && o.Key() != "" && o.Key() == c.Key() && (o.Year == 0 || c.Year == 0 || o.Year == c.Year) &&
			(o.Issuer == "" || c.Issuer == "" || o.Issuer == c.Issuer) {
			return true
		}
	}
	return false
}
