package compare

import (
	"fmt"
	"slices"
	"strings"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/lexicon"
)

// openDays is how long a period without an end is taken to last where the
// right baseline is looked for.
const openDays = 45

// fit says what ties the document to one baseline.
type fit struct {
	base    *circular.Baseline
	self    bool // the document is that act
	cites   bool // its circular names the act, or one that amends it, as its ground
	inside  bool // its period meets the window
	outside bool // its period is known and does not
	subject bool // it is about the same
}

// score ranks fits: what a circular says of itself before what it looks like.
func (f fit) score() int {
	s := 0
	for _, p := range []struct {
		ok bool
		n  int
	}{{f.self, 8}, {f.cites, 4}, {f.inside, 2}, {f.subject, 2}, {f.outside, -3}} {
		if p.ok {
			s += p.n
		}
	}
	return s
}

// choose takes the baseline and decides whether the document can be held
// against it. Where it cannot, it files tidak-sebanding with the right
// baseline, if one of those given is.
func (j *judge) choose(baselines []circular.Baseline) error {
	if len(baselines) == 0 {
		return fmt.Errorf("memilih baseline: %w: tidak ada baseline yang diberikan", ErrUnknownBaseline)
	}
	period := j.ownPeriod()
	fits := make([]fit, len(baselines))
	best, target := -1, -1
	auto := j.opts.Baseline == "" || j.opts.Baseline == "auto"
	for i := range baselines {
		fits[i] = j.fit(&baselines[i], period)
		if s := fits[i].score(); s > 1 && (best < 0 || s > fits[best].score()) {
			best = i
		}
		if baselines[i].ID == j.opts.Baseline || auto && baselines[i].ID == Default {
			target = i
		}
	}
	reason := "asked"
	if auto {
		reason = "default"
		if target < 0 {
			target = 0
		}
		if best >= 0 && fits[best].cites && !fits[best].outside && !(fits[target].cites || fits[target].inside && fits[target].subject) {
			target, reason = best, ""
		}
	}
	if target < 0 {
		var ids []string
		for _, b := range baselines {
			ids = append(ids, b.ID)
		}
		return fmt.Errorf("%w: %q; pilihan: %s", ErrUnknownBaseline, j.opts.Baseline, strings.Join(ids, ", "))
	}
	j.consolidate(fits[target].base, period)
	if reason != "" {
		j.reason(reason, "acuan", j.base.Name)
	}
	j.verdict(fits[target], best, fits, period)
	return nil
}

// consolidate works amendments into the chosen baseline as of the day asked
// for, else the day of the circular.
func (j *judge) consolidate(b *circular.Baseline, period circular.Period) {
	day := j.opts.AsOf
	if day.IsZero() && j.subject != nil {
		day = j.subject.DateSigned
	}
	if day.IsZero() {
		day = period.Start
	}
	if day.IsZero() {
		day = b.Circular.DateSigned
	}
	base, acts := b.At(day)
	j.base = base
	ref := circular.BaselineRef{ID: b.ID, Name: b.Name, AsOf: base.AsOf}
	var names []string
	for _, a := range acts {
		names = append(names, a.Name)
	}
	ref.Amended = strings.Join(names, ", ")
	if b.Revoked != nil && (b.Revoked.Date.IsZero() || day.IsZero() || b.Revoked.Date.Compare(day) <= 0) {
		ref.Revoked = b.Revoked.Name
	}
	ref.Reconstructed = slices.ContainsFunc(base.Atoms, func(a circular.Atom) bool { return !a.Real && a.Polarity != circular.PolarityCitation })
	j.out.Baseline = ref
}

// verdict sets Comparable, with the reasons, or files tidak-sebanding.
func (j *judge) verdict(t fit, best int, fits []fit, period circular.Period) {
	for _, r := range []struct {
		ok  bool
		key string
	}{{t.self, "self"}, {t.cites, "cites"}, {t.inside, "window"}, {t.subject, "subject"}} {
		if r.ok {
			j.reason(r.key, "acuan", j.base.Name, "daerah", j.days(period), "pusat", j.days(t.base.Window))
		}
	}
	other := -1
	rules := len(j.rec.Rules(circular.KindQuota))+len(j.rec.Rules(circular.KindExemption)) > 0
	if best >= 0 && fits[best].base != t.base && (fits[best].inside && rules || fits[best].cites || fits[best].subject || fits[best].self) {
		other = best
	}
	values := []string{"pusat", j.base.Name, "daerah", j.days(period), "masa", j.days(t.base.Window)}
	if other >= 0 {
		o := fits[other]
		key, args := "window", []string{"acuan", o.base.Name, "daerah", j.days(period), "pusat", j.days(o.base.Window)}
		switch {
		case o.cites:
			key = "cites"
		case o.subject:
			key = "subject"
		}
		values = append(values, "acuan", o.base.Name, "usul", o.base.ID, "sebab", j.because[key].fillRaw(j.opts.Lang, args))
	}
	stop := func(key string) {
		if other >= 0 {
			j.out.Baseline.Suggested = fits[other].base.ID
		}
		j.out.Deviations = append(j.out.Deviations, j.knowledge.deviation("tidak-sebanding."+key, j.opts.Lang, nil, values))
	}
	// A region's circular that was asked for stands between the centre and those
	// below it: that they cite the centre as well takes nothing from it.
	between := t.inside && j.opts.Baseline == t.base.ID && t.base.Circular.Level != circular.LevelCentral && t.base.Circular.Level != circular.LevelMinistry
	open := t.base.Window == (circular.Period{}) && len(t.base.Subject) == 0
	switch {
	case t.self || t.cites && j.subject != nil:
		j.out.Comparable = true
	case j.subject == nil && other < 0 && !t.inside:
		stop("tanpa-edaran")
	case other >= 0 && fits[other].self:
		stop("acuan-itu-sendiri")
	case t.inside && t.subject, open, between, t.subject && !t.outside:
		j.out.Comparable = true
	case other >= 0 && (t.outside || !t.inside || fits[other].cites && fits[other].inside):
		stop("acuan-lain")
	case t.inside && rules:
		j.reason("rules")
		j.out.Comparable = true
	case t.outside:
		stop("masa-lain")
	default:
		stop("pokok-lain")
	}
}

// reason adds a sentence of words/reasons.yaml to the comparison.
func (j *judge) reason(key string, values ...string) {
	j.out.Reasons = append(j.out.Reasons, j.because[key].fill(j.opts.Lang, values))
}

// fit finds what ties the document to b.
func (j *judge) fit(b *circular.Baseline, period circular.Period) fit {
	f := fit{base: b}
	title := ""
	for i := range j.rec.Circulars {
		c := &j.rec.Circulars[i]
		same := c.Number != "" && j.names(c, b)
		switch c.Role {
		case circular.RoleSubject:
			f.self = f.self || c == j.rec.Subject() && same && c.Key() == b.Circular.Key()
			title += " " + c.Title
		case circular.RoleBasis:
			f.cites = f.cites || same
			title += " " + c.Title
		}
	}
	if len(windowsOf(b)) > 0 && period != (circular.Period{}) {
		if period.End.IsZero() { // open: a rule of years ago does not meet every later window
			period.End = period.Start.AddDays(openDays)
		}
		f.inside = slices.ContainsFunc(windowsOf(b), func(w circular.Period) bool { return meets(period, w) })
		f.outside = !f.inside
	}
	if strings.TrimSpace(title) == "" && j.rec.Text != nil {
		title = j.rec.Text.Body
	}
	f.subject = has(title, foldAll(b.Subject))
	return f
}

// windowsOf returns the windows of a baseline and of the acts that amend it.
func windowsOf(b *circular.Baseline) []circular.Period {
	var out []circular.Period
	if b.Window != (circular.Period{}) {
		out = append(out, b.Window)
	}
	for _, am := range b.Chain {
		if am.Window != (circular.Period{}) {
			out = append(out, am.Window)
		}
	}
	return out
}

// names reports whether c is the act of b, or one that amends it.
func (j *judge) names(c *circular.Circular, b *circular.Baseline) bool {
	if c.Key() == b.Circular.Key() && (c.Year == 0 || c.Year == b.Circular.Year) && j.sameIssuer(c, &b.Circular) {
		return true
	}
	return slices.ContainsFunc(b.Chain, func(a circular.Amendment) bool {
		return c.Key() == circular.NumberKey(a.Act.Number) && c.Year == a.Act.Year && j.sameIssuer(c, &b.Circular)
	})
}

// sameIssuer reports whether two circulars can be of one authority: nothing
// known of them speaks against it.
func (j *judge) sameIssuer(a, b *circular.Circular) bool {
	if a.Level != "" && b.Level != "" && a.Level != b.Level {
		return false
	}
	if a.Region.Code != "" && b.Region.Code != "" && a.Region.Code != b.Region.Code {
		return false
	}
	if a.Issuer == "" || b.Issuer == "" {
		return true
	}
	for _, row := range j.Issuers {
		if in, other := has(a.Issuer, row), has(b.Issuer, row); in || other {
			return in && other
		}
	}
	return cosine(j.bag(a.Issuer), j.bag(b.Issuer)) >= 0.5
}

// ownPeriod returns the period that the document itself gives, from its first
// day to its last; else the day of signing; else the year of its subject.
func (j *judge) ownPeriod() circular.Period {
	var out circular.Period
	open := false
	for i := range j.rec.Clauses {
		c := &j.rec.Clauses[i]
		if c.Period == nil || c.Assertion != circular.AssertRule && c.Assertion != circular.AssertPlan {
			continue
		}
		p := *c.Period
		if p.Start.IsZero() {
			p.Start = p.End
		}
		if out.Start.IsZero() || p.Start.Compare(out.Start) < 0 {
			out.Start = p.Start
		}
		if p.End.IsZero() {
			open = true
		} else if out.End.IsZero() || p.End.Compare(out.End) > 0 {
			out.End = p.End
		}
	}
	if open {
		out.End = circular.Date{}
	}
	if out == (circular.Period{}) && j.subject != nil {
		switch s := j.subject; {
		case !s.DateSigned.IsZero():
			out = circular.Period{Start: s.DateSigned, End: s.DateSigned.AddDays(14)}
		case s.Year != 0:
			out.Start, _ = circular.NewDate(s.Year, 1, 1)
			out.End, _ = circular.NewDate(s.Year, 12, 31)
		}
	}
	return out
}

// meets reports whether two periods share a day; a zero end is open.
func meets(a, b circular.Period) bool {
	before := func(end, start circular.Date) bool { return !end.IsZero() && !start.IsZero() && end.Compare(start) < 0 }
	return !before(a.End, b.Start) && !before(b.End, a.Start)
}

// day prints a date: "16 April 2024".
func (j *judge) day(d circular.Date) string { return lexicon.Day(d, j.opts.Lang) }

// days prints a period: "16 April 2024 s.d. 17 April 2024", one day alone, or
// an open end in words.
func (j *judge) days(p circular.Period) string {
	switch {
	case p == (circular.Period{}):
		return "-"
	case p.Start == p.End:
		return j.day(p.Start)
	case p.End.IsZero():
		return j.day(p.Start) + j.term("until") + j.term("open")
	case p.Start.IsZero():
		return strings.TrimSpace(j.term("until") + j.day(p.End))
	}
	return j.day(p.Start) + j.term("until") + j.day(p.End)
}
