package extract

import (
	"cmp"
	"slices"
	"strings"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/lexicon"
)

// edict is one circular with every place that names it.
type edict struct {
	acts   []int // indexes, by position
	number string
	year   int
	by     int    // index of the office that issued it, or -1
	cue    string // strongest role cue met
	fresh  bool   // introduced as issued or with a title, not only referred to
	role   circular.Role
	who    circular.Signatory
	signed circular.Date
}

// circulars joins the places that name the same circular, gives each its role,
// and adds them to the record.
func (d *doc) circulars(acts []act) {
	hero, known := d.protagonist(acts)
	if known {
		d.atHome(hero)
	}
	eds, of := d.join(acts, hero, known)
	subject := d.subject(eds, acts, hero, known)
	other := d.otherAct()
	if other && subject >= 0 && eds[subject].number == "" {
		subject = -1 // a regulation that speaks of circulars to come
	}
	for i := range eds {
		e := &eds[i]
		switch {
		case i == subject:
			e.role = circular.RoleSubject
		case e.cue == "basis":
			e.role = circular.RoleBasis
		case e.cue == "amended":
			e.role = circular.RoleAmended
		case e.cue == "revoked":
			e.role = circular.RoleRevoked
		default:
			e.role = circular.RoleCited
		}
		for _, k := range e.acts {
			if e.signed.IsZero() && !acts[k].Date.IsZero() {
				e.signed = acts[k].Date
			}
		}
	}
	if subject >= 0 {
		if d.framed.sign[1] > 0 {
			eds[subject].who = d.signature()
		}
		d.sign(&eds[subject], subject, acts, of, hero)
	}
	order := make([]int, 0, len(eds))
	for i := range eds {
		order = append(order, i)
	}
	slices.SortStableFunc(order, func(a, b int) int {
		sub := func(i int) int {
			if i == subject {
				return 0
			}
			return 1
		}
		return cmp.Or(cmp.Compare(sub(a), sub(b)), cmp.Compare(acts[eds[a].acts[0]].First, acts[eds[b].acts[0]].First))
	})
	for _, i := range order {
		d.rec.Circulars = append(d.rec.Circulars, d.circular(&eds[i], acts, hero))
	}
	if subject < 0 && known && hero.region != "" && !other {
		d.announced(hero)
	}
}

// maxAbove bounds how many paragraphs may stand above the title of an act.
const maxAbove = 12

// otherAct reports whether the text is itself an act that is no circular: its
// title in capitals says so, "PERATURAN GUBERNUR ...".
func (d *doc) otherAct() bool {
	for _, p := range d.paras[:min(maxAbove, len(d.paras))] {
		for at := p.first; at < p.end && d.Upper(p.first, p.end); at = d.LineEnd(at) {
			if m, ok := d.Starts(at, "act"); ok {
				return m.Entry.Attrs["type"] != "SE" && m.Entry.ID != "suratdinas"
			}
		}
	}
	return false
}

// atHome gives offices within an institution that is not named with them,
// such as "Sekretaris Jenderal", the one whose rule the text reports.
func (d *doc) atHome(hero tier) {
	for _, inst := range lexicon.Institutions() {
		if hero.region != "" || inst.ID != hero.inst {
			continue
		}
		for i := range d.Offices {
			if o := &d.Offices[i]; o.Inst == nil && (o.Entry == nil || o.Entry.ID != "menteri") && tierOf(o).inst == "?" {
				o.Inst = &inst
			}
		}
	}
}

// joinKey is the number of a circular in the form in which its spellings agree.
func joinKey(number string) string {
	k := strings.TrimPrefix(strings.TrimPrefix(strings.TrimPrefix(circular.NumberKey(number), "SE."), "SE-"), "SE")
	return circular.NumberKey(strings.TrimLeft(k, "/."))
}

// join groups the circulars among acts. It returns the groups, and for each
// act the index of its group, or -1.
func (d *doc) join(acts []act, hero tier, known bool) (eds []edict, of []int) {
	of = make([]int, len(acts))
	numbers := map[string][]int{} // join key -> groups
	for i := range acts {
		of[i] = -1
		a := &acts[i]
		if !a.Circular() || a.role == "none" || a.Number == "" && d.headlineAt(a.First) {
			continue
		}
		k := -1
		if a.Number != "" {
			k = sameNumber(eds, numbers, a)
			if k < 0 {
				k = d.unnumbered(eds, a, hero)
			}
		} else {
			k = d.referred(eds, a, hero, known)
		}
		if k < 0 {
			k = len(eds)
			eds = append(eds, edict{by: -1})
		}
		e := &eds[k]
		if a.Number != "" && e.number == "" {
			e.number = a.Number
			key := joinKey(a.Number)
			numbers[key] = append(numbers[key], k)
			if head, _, ok := strings.Cut(key, "/"); ok {
				numbers[head+"/"] = append(numbers[head+"/"], k)
			}
		}
		if len(a.Number) > len(e.number) && a.Number != "" {
			e.number = a.Number
		}
		e.year = cmp.Or(e.year, a.Year)
		if e.by < 0 {
			e.by = a.By
		}
		if len(e.acts) == 0 || e.cue == "" && a.role != "" && !e.fresh {
			e.cue = a.role
		}
		e.fresh = e.fresh || a.TitleEnd > a.TitleFirst || d.introduced(a)
		e.acts = append(e.acts, i)
		of[i] = k
	}
	return eds, of
}

// maxBack bounds how many circulars back one that is only referred to may have
// been named.
const maxBack = 64

// headlineAt reports whether token i stands in the headline.
func (d *doc) headlineAt(i int) bool {
	k := d.sentAt(i)
	return k >= 0 && d.paras[d.sents[k].para].part == partHeadline
}

// sameNumber returns the group that has the number and year of a, or -1. A
// bare number also stands for a longer one that begins with it.
func sameNumber(eds []edict, numbers map[string][]int, a *act) int {
	key := joinKey(a.Number)
	for _, k := range numbers[key][:min(4*maxBack, len(numbers[key]))] {
		if eds[k].year == a.Year || eds[k].year == 0 || a.Year == 0 {
			return k
		}
	}
	if !strings.Contains(key, "/") {
		for _, k := range numbers[key+"/"][:min(maxBack, len(numbers[key+"/"]))] {
			if eds[k].year == a.Year && len(key) > 2 {
				return k
			}
		}
	} else if head, _, _ := strings.Cut(key, "/"); len(head) > 3 {
		for _, k := range numbers[head][:min(maxBack, len(numbers[head]))] {
			if eds[k].year == a.Year && a.Year != 0 {
				return k
			}
		}
	}
	return -1
}

// unnumbered returns the group without number that a gives its number to, or -1.
func (d *doc) unnumbered(eds []edict, a *act, hero tier) int {
	for k := len(eds) - 1; k >= max(0, len(eds)-maxBack); k-- {
		e := &eds[k]
		if e.number != "" {
			continue
		}
		follows := a.role != "" && a.role != e.cue
		switch {
		case a.Back && a.By < 0 && k == len(eds)-1:
			return k // "SE dengan Nomor 5 ini": the one just named
		case a.By >= 0 && e.by >= 0:
			if x, y := tierOf(&d.Offices[a.By]), tierOf(&d.Offices[e.by]); x == y && !(follows && e.fresh && y.agrees(hero)) || x.agrees(y) && !follows {
				return k
			}
		case a.By < 0 && !follows && (e.cue == a.role || e.cue == ""):
			return k
		case a.By >= 0 && e.by < 0 && !follows && e.cue == a.role:
			return k
		}
	}
	return -1
}

// referred returns the group that a, which has no number, refers to, or -1.
func (d *doc) referred(eds []edict, a *act, hero tier, known bool) int {
	if a.By >= 0 {
		t := tierOf(&d.Offices[a.By])
		for k := len(eds) - 1; k >= max(0, len(eds)-maxBack); k-- {
			e := &eds[k]
			if e.by >= 0 && t.agrees(tierOf(&d.Offices[e.by])) {
				return k
			}
		}
		if known && t.agrees(hero) && a.TitleEnd == a.TitleFirst {
			for k := len(eds) - 1; k >= max(0, len(eds)-maxBack); k-- {
				if eds[k].by < 0 {
					return k
				}
			}
		}
		return -1
	}
	if !a.Back && (d.introduced(a) || a.TitleEnd > a.TitleFirst) {
		for k := len(eds) - 1; k >= max(0, len(eds)-maxBack); k-- {
			e := &eds[k]
			own := e.by < 0 || known && tierOf(&d.Offices[e.by]).agrees(hero)
			if own && e.cue == "" {
				return k
			}
		}
		return -1
	}
	for k := len(eds) - 1; k >= max(0, len(eds)-maxBack); k-- {
		if eds[k].cue == "" {
			return k // the one named last that is not merely followed or changed
		}
	}
	return len(eds) - 1
}

// introduced reports whether a verb of issuing, or "lewat", leads to a.
func (d *doc) introduced(a *act) bool {
	if a.Sentence < 0 || a.cue != nil {
		return false
	}
	for k := a.First - 1; k >= max(d.sents[a.Sentence].first, a.First-4); k-- {
		if m, ok := d.Starts(k, "issue"); ok && m.Entry.Attrs["voice"] != "passive" {
			return true
		}
		if n := d.Norms[k]; n == "dalam" || n == "dengan" || n == "diatur" {
			return true
		}
	}
	return false
}

// subject returns the index of the circular whose rule the text reports, or -1.
func (d *doc) subject(eds []edict, acts []act, hero tier, known bool) int {
	best, top := -1, 0.0
	for i := range eds {
		e := &eds[i]
		if d.framed.title[1] > 0 && acts[e.acts[0]].First == d.framed.title[0] {
			return i // the circular itself
		}
		if known && e.by >= 0 && !tierOf(&d.Offices[e.by]).agrees(hero) {
			continue
		}
		if e.by < 0 && e.number == "" && !e.fresh && e.cue != "" {
			continue
		}
		v := 10.0
		if e.number != "" {
			v += 2
		}
		if e.fresh {
			v += 2
		}
		switch e.cue {
		case "basis":
			v -= 4
		case "amended", "revoked":
			v -= 6
		case "cited":
			v -= 9
		}
		nested, dead := true, false
		for _, k := range e.acts {
			nested = nested && acts[k].Nested
			dead = dead || acts[k].Dead
		}
		if nested {
			v -= 7
		}
		if dead {
			v -= 3
		}
		v -= 0.1 * float64(i)
		if best < 0 || v > top {
			best, top = i, v
		}
	}
	if top <= 1 {
		if best >= 0 || !known || hero.inst == "" || len(eds) != 1 || eds[0].cue != "" || eds[0].by < 0 {
			return -1
		}
		if tierOf(&d.Offices[eds[0].by]).inst == hero.inst {
			return 0 // a branch tells the rule of its own ministry
		}
		return -1
	}
	return best
}

// circular returns e as records have it.
func (d *doc) circular(e *edict, acts []act, hero tier) circular.Circular {
	c := circular.Circular{Role: e.role, Type: "SE", Number: e.number, Year: e.year, DateSigned: e.signed, Signatory: e.who}
	full := &acts[e.acts[0]]
	for _, k := range e.acts {
		a := &acts[k]
		if c.Title == "" && a.TitleEnd > a.TitleFirst {
			c.Title = d.Printed(a.TitleFirst, a.TitleEnd)
		} else if c.Title == "" {
			c.Title = a.subject
		}
		if full.Number == "" && a.Number != "" || full.TitleEnd == full.TitleFirst && a.TitleEnd > a.TitleFirst && (a.Number != "" || full.Number == "") {
			full = a
		}
	}
	c.Span = d.Span(full.First, full.Behind())
	if e.by >= 0 {
		o := &d.Offices[e.by]
		c.Issuer, c.Region, c.Level = d.titleOfOffice(o), regionOf(o), levelOf(o)
		if r := regionName(d.filled(tierOf(o)).region); c.Region.Code == "" && r.Code != "" {
			c.Region = r
		}
	} else if e.role == circular.RoleSubject && d.framed.issuer != "" {
		d.heroIssuer(&c, hero)
		c.Issuer = d.framed.issuer
	} else if e.role == circular.RoleSubject && e.who.OnBehalf != nil {
		d.heroIssuer(&c, hero)
		c.Issuer = e.who.OnBehalf.Office
	} else if e.role == circular.RoleSubject && e.who.Office != "" {
		d.heroIssuer(&c, hero)
		c.Issuer = e.who.Office
	} else if e.role == circular.RoleSubject {
		d.heroIssuer(&c, hero)
	}
	for _, k := range e.acts {
		if acts[k].Issuer != "" {
			c.Issuer = acts[k].Issuer
			break
		}
	}
	return c
}

// heroIssuer fills issuer, region and level of c from whose rule the text
// reports.
func (d *doc) heroIssuer(c *circular.Circular, hero tier) {
	yth := d.framed.head[1] // where the head names whom it is sent to
	for i := d.framed.head[0]; i < yth; i++ {
		if m, ok := d.Starts(i, "frame"); ok && m.Entry.ID == "addressee" {
			yth = i
		}
	}
	for _, rank := range []string{"body", "head", ""} {
		for i := range d.Offices {
			o := &d.Offices[i]
			if o.First >= yth && o.First < d.framed.head[1] {
				continue // who is written to rules nothing
			}
			if t := d.filled(tierOf(o)); t == hero && (rank == "" && o.Rank != "chief" || string(o.Rank) == rank) {
				c.Issuer, c.Region, c.Level = d.titleOfOffice(o), regionOf(o), levelOf(o)
				if r := regionName(hero.region); c.Region.Code == "" && r.Code != "" {
					c.Region = r
				}
				return
			}
		}
	}
	if hero.region != "" && hero.region != "?" {
		c.Region = regionName(hero.region)
	}
}

// announced adds the circular that the government the text reports says it
// will issue: a subject without number.
func (d *doc) announced(hero tier) {
	for _, m := range d.Matches {
		if m.Entry.Class != "announce" || d.furnitureAt(m.First) {
			continue
		}
		c := circular.Circular{Role: circular.RoleSubject, Type: "SE", Span: d.Span(m.First, m.End)}
		d.heroIssuer(&c, hero)
		d.rec.Circulars = append([]circular.Circular{c}, d.rec.Circulars...)
		return
	}
}
