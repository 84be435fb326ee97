package compare

import (
	"slices"
	"strconv"
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

// choice is what came of looking for the baseline.
type choice struct {
	base    circular.Baseline    // with the amendments of the day worked in
	ref     circular.BaselineRef // how a comparison names it
	reasons []string             // why it was taken, one sentence each
	self    bool                 // the document is about that very act
	stop    *circular.Deviation  // tidak-sebanding: why the document is not held against it; nil where it is
}

// chooser looks for the baseline of a document.
type chooser struct {
	*voice
	rec     *circular.Record
	subject *circular.Circular // nil where the text has none
	asked   string             // id, "" or "auto"
	asOf    circular.Date      // day for which amendments are worked in; zero: the document's own
	rules   bool               // it rules on WFO or WFH
}

// choose looks for the baseline of a paper.
func choose(p *paper, o Options, baselines []circular.Baseline) (choice, error) {
	rules := p.places && len(p.rec.Rules(circular.KindQuota))+len(p.rec.Rules(circular.KindExemption)) > 0
	c := &chooser{voice: p.voice, rec: p.rec, subject: p.subject, asked: o.Baseline, asOf: o.AsOf, rules: rules}
	return c.choose(baselines)
}

// choose takes the baseline and decides whether the document can be held
// against it. Where it cannot, the choice says why, with the right baseline if
// one of those given is.
func (c *chooser) choose(baselines []circular.Baseline) (choice, error) {
	if len(baselines) == 0 {
		return choice{}, ErrNoBaseline
	}
	era := c.era()
	fits := make([]fit, len(baselines))
	best, target := -1, -1
	auto := c.asked == "" || c.asked == "auto"
	for i := range baselines {
		fits[i] = c.fit(&baselines[i], era.Period)
		if s := fits[i].score(); s > 1 && (best < 0 || s > fits[best].score()) {
			best = i
		}
		if baselines[i].ID == c.asked || auto && baselines[i].ID == Default {
			target = i
		}
	}
	how := "asked"
	if auto {
		how = "default"
		if target < 0 {
			target = 0
		}
		if best >= 0 && fits[best].cites && !fits[best].outside && !(fits[target].cites || fits[target].inside && fits[target].subject) {
			target, how = best, ""
		}
	}
	if target < 0 {
		return choice{}, &UnknownBaselineError{Asked: c.asked, Known: ids(baselines)}
	}
	out := c.consolidate(fits[target].base, era)
	c.verdict(&out, how, fits, target, best, era)
	return out, nil
}

// ids lists the ids of baselines.
func ids(baselines []circular.Baseline) []string {
	var out []string
	for _, b := range baselines {
		out = append(out, b.ID)
	}
	return out
}

// consolidate works amendments into the chosen baseline as of the day asked
// for, else the day of the circular.
func (c *chooser) consolidate(b *circular.Baseline, era era) choice {
	day := c.asOf
	if day.IsZero() && c.subject != nil {
		day = c.subject.DateSigned
	}
	if day.IsZero() {
		day = era.Start
	}
	if day.IsZero() {
		day = b.Circular.DateSigned
	}
	base, acts := b.At(day)
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
	return choice{base: base, ref: ref}
}

// verdict says whether the document can be held against the target, and why.
func (c *chooser) verdict(out *choice, how string, fits []fit, target, best int, era era) {
	t := fits[target]
	other := -1
	if best >= 0 && fits[best].base != t.base && (fits[best].inside && c.rules || fits[best].cites || fits[best].subject || fits[best].self) {
		other = best
	}
	stop := func(key string, values ...string) {
		values = append(values, "pusat", out.base.Name, "daerah", c.eraWords(era), "masa", c.days(t.base.Window))
		if other >= 0 {
			o := fits[other]
			out.ref.Suggested = o.base.ID
			values = append(values, "acuan", o.base.Name, "usul", o.base.ID, "sebab", c.ties(o, "", era))
		}
		d := c.deviation("tidak-sebanding."+key, c.lang, nil, values)
		out.stop = &d
	}
	// A region's circular that was asked for stands between the centre and those
	// below it: that they cite the centre as well takes nothing from it.
	between := t.inside && c.asked == t.base.ID && t.base.Circular.Level != circular.LevelCentral && t.base.Circular.Level != circular.LevelMinistry
	open := t.base.Window == (circular.Period{}) && len(t.base.Subject) == 0
	switch {
	case t.self || t.cites && c.subject != nil:
	case c.subject == nil && other < 0 && !t.inside:
		stop("tanpa-edaran")
	case other >= 0 && fits[other].self:
		stop("acuan-itu-sendiri")
	case t.inside && t.subject, open, between, t.subject && !t.outside:
	case other >= 0 && (t.outside || !t.inside || fits[other].cites && fits[other].inside):
		stop("acuan-lain")
	case t.inside && c.rules:
	case !t.subject && c.subject != nil && c.subject.Title != "":
		stop("pokok-berjudul", "judul", lexicon.NormalCase(strings.Join(strings.Fields(c.subject.Title), " ")))
	case !t.subject:
		stop("pokok-lain")
	default:
		stop("masa-lain")
	}
	out.self = t.self
	if out.stop == nil {
		out.reasons = []string{c.reason("because", "sebab", c.ties(t, how, era))}
	}
}

// ties tells in words what ties the document to a baseline, after how it came
// to be looked at ("asked", "default" or "").
func (c *chooser) ties(f fit, how string, era era) string {
	values := []string{"acuan", f.base.Name, "daerah", c.eraWords(era), "pusat", c.days(f.base.Window)}
	var out []string
	for _, r := range []struct {
		ok  bool
		key string
	}{{how == "asked", "asked"}, {how == "default" && !f.cites && !f.self, "default"}, {f.self, "self"}, {f.cites, "cites"}, {f.inside && era.Period == f.base.Window, "same-window"}, {f.inside && era.Period != f.base.Window, "window"}, {f.subject, "subject"},
		{f.inside && !f.subject && !f.cites && c.rules, "rules"}} {
		if r.ok {
			out = append(out, c.because[r.key].fillRaw(c.lang, values))
		}
	}
	return c.list(out)
}

// fit finds what ties the document to b, whose time is period.
func (c *chooser) fit(b *circular.Baseline, period circular.Period) fit {
	f := fit{base: b}
	title := ""
	for i := range c.rec.Circulars {
		o := &c.rec.Circulars[i]
		same := o.Number != "" && c.names(o, b)
		switch o.Role {
		case circular.RoleSubject:
			f.self = f.self || o == c.rec.Subject() && same && o.Key() == b.Circular.Key()
			title += " " + o.Title
		case circular.RoleBasis:
			f.cites = f.cites || same
			title += " " + o.Title
		}
	}
	if len(windowsOf(b)) > 0 && period != (circular.Period{}) {
		if period.End.IsZero() { // open: a rule of years ago does not meet every later window
			period.End = period.Start.AddDays(openDays)
		}
		f.inside = slices.ContainsFunc(windowsOf(b), func(w circular.Period) bool { return meets(period, w) })
		f.outside = !f.inside
	}
	if strings.TrimSpace(title) == "" && c.rec.Text != nil {
		title = c.rec.Text.Body
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
func (k *knowledge) names(c *circular.Circular, b *circular.Baseline) bool {
	if c.Key() == b.Circular.Key() && (c.Year == 0 || c.Year == b.Circular.Year) && k.sameIssuer(c, &b.Circular) {
		return true
	}
	return slices.ContainsFunc(b.Chain, func(a circular.Amendment) bool {
		return c.Key() == circular.NumberKey(a.Act.Number) && c.Year == a.Act.Year && k.sameIssuer(c, &b.Circular)
	})
}

// sameIssuer reports whether two circulars can be of one authority: nothing
// known of them speaks against it.
func (k *knowledge) sameIssuer(a, b *circular.Circular) bool {
	if a.Level != "" && b.Level != "" && a.Level != b.Level {
		return false
	}
	if a.Region.Code != "" && b.Region.Code != "" && a.Region.Code != b.Region.Code {
		return false
	}
	if a.Issuer == "" || b.Issuer == "" {
		return true
	}
	for _, row := range k.Issuers {
		if in, other := has(a.Issuer, row), has(b.Issuer, row); in || other {
			return in && other
		}
	}
	return cosine(k.bag(a.Issuer), k.bag(b.Issuer)) >= 0.5
}

// era is the time to which a document belongs, and how that is known.
type era struct {
	circular.Period
	from string // "stated" by the text, "signed", "year"; "" where nothing is known
}

// eraOf returns the period that the document itself gives, from its first day
// to its last; else the days after its signing; else the year of its subject.
func eraOf(rec *circular.Record) era {
	out := era{from: "stated"}
	open := false
	printed := slices.ContainsFunc(rec.Clauses, func(c circular.Clause) bool { return c.Period != nil && !c.Period.Derived })
	for i := range rec.Clauses {
		c := &rec.Clauses[i]
		if c.Period == nil || c.Assertion != circular.AssertRule && c.Assertion != circular.AssertPlan || printed && c.Period.Derived {
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
	if out.Period != (circular.Period{}) {
		return out
	}
	switch s := rec.Subject(); {
	case s == nil:
	case !s.DateSigned.IsZero():
		return era{circular.Period{Start: s.DateSigned, End: s.DateSigned.AddDays(14)}, "signed"}
	case s.Year != 0:
		out.Start, _ = circular.NewDate(s.Year, 1, 1)
		out.End, _ = circular.NewDate(s.Year, 12, 31)
		return era{out.Period, "year"}
	}
	return era{}
}

func (c *chooser) era() era { return eraOf(c.rec) }

// eraWords tells what is known of the time of a document, no more: "berlaku
// 16 April 2024 s.d. 17 April 2024", "ditetapkan 13 Maret 2017", "bertahun 2017".
func (c *chooser) eraWords(e era) string {
	switch e.from {
	case "signed":
		return c.because["era-signed"].fillRaw(c.lang, []string{"masa", c.day(e.Start)})
	case "year":
		return c.because["era-year"].fillRaw(c.lang, []string{"masa", strconv.Itoa(e.Start.Year)})
	case "stated":
		return c.because["era-stated"].fillRaw(c.lang, []string{"masa", c.days(e.Period)})
	}
	return c.because["era-unknown"].in(c.lang)
}

// meets reports whether two periods share a day; a zero end is open.
func meets(a, b circular.Period) bool {
	before := func(end, start circular.Date) bool { return !end.IsZero() && !start.IsZero() && end.Compare(start) < 0 }
	return !before(a.End, b.Start) && !before(b.End, a.Start)
}
