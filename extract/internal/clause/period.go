package clause

import "github.com/telaah/telaah/circular"

// valid reports whether the piece says from when or until when the circular
// holds: "Surat edaran ini berlaku sejak ...".
func (r reader) valid() bool {
	m, ok := r.Find(r.p.First, r.p.End, "valid")
	if !ok || r.v.Negated >= 0 || r.is2() {
		return false
	}
	if _, ok := r.Find(r.p.First, m.First, "selfact"); !ok && m.First > r.p.First {
		return false
	}
	if r.has("signing") {
		return true
	}
	_, dated := r.date(r.p.First, r.p.End)
	return dated
}

// is2 reports whether the piece has a modal of its own that is no part of the
// statement of validity.
func (r reader) is2() bool { return r.v.Bound && !r.v.Which }

// period reads the window of the piece. "tanggal ditetapkan" is the day of
// signing.
func (r reader) period() (circular.Period, bool) {
	p := circular.Period{}
	if d, ok := r.date(r.p.First, r.p.End); ok {
		switch {
		case !d.Single():
			p.Start, p.End = d.From, d.To
		case r.id("valid", "until"):
			p.End = d.From
		default:
			p.Start = d.From
		}
		if next, ok := r.date(d.End, r.p.End); ok && next.From.Compare(d.From) > 0 {
			p.Start, p.End = d.From, next.To
		}
	}
	if r.has("signing") && !r.signed.IsZero() && p.Start.IsZero() && (p.End.IsZero() || r.signed.Compare(p.End) <= 0) {
		p.Start, p.Derived = r.signed, p.End.IsZero()
	}
	return p, !p.Start.IsZero() || !p.End.IsZero()
}
