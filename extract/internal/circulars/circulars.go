// Package circulars makes circulars of the acts that a text names: their roles,
// whose they are, their numbers, titles, days and signatories; and legal bases
// of the other acts.
//
//	frame      where an official text prints head, title and signature
//	roles      what the words in front of an act make it: basis, amended, ...
//	owner      whose rule the text reports
//	join       the places that name one circular
//	subject    the circulars that the text is about
//	sign       who signed or issued them, and when
package circulars

import (
	"cmp"
	"slices"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/extract/internal/mention"
	"github.com/telaah/telaah/extract/internal/outline"
	"github.com/telaah/telaah/lexicon"
)

// Range is a range of tokens: from First up to, not including, End.
type Range struct{ First, End int }

// Has reports whether token i lies in the range.
func (r Range) Has(i int) bool { return r.First <= i && i < r.End }

// Empty reports whether no token lies in the range.
func (r Range) Empty() bool { return r.First >= r.End }

// Input is what circulars are made of.
type Input struct {
	*outline.Outline
	*mention.Mentions
	Frame Frame // empty for prose about a circular
}

// Result is what an Input says of acts.
type Result struct {
	Circulars []circular.Circular // subjects first, then by position
	Bases     []circular.Clause   // legal bases, without their place in the tree of points
	Acts      []Act               // every place that names an act, by position
	Document  *circular.Document  // what the text itself is that is no circular, or nil
	Dated     map[int]bool        // by first token: the dates that tell when an act was signed
	Doubts    []circular.Warning
}

// Act is one place where the text names an act, with what is said of it there.
type Act struct {
	mention.Act
	About    string         // of the number block, for want of a title
	Role     string         // of the cue in front: "", basis, amended, revoked, cited, none
	Cue      *lexicon.Entry // that cue
	authored bool           // a letter whose author stands in front of it, and rules in it
	ruling   bool           // a letter that is a circular
	edict    int            // index of the circular it names, or -1
}

// builder holds what the steps of one call of Read have found.
type builder struct {
	Input
	layout *mention.Layout
	own    int // first token of the title of the act that the text itself is, or -1
	acts   []Act
	people []*mention.Office // holders of offices that the running text names
	owner  tier              // whose rule the text reports
	known  bool              // owner is known
	edicts []edict
	out    Result
}

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
	sure   bool // the day was printed with the act, or of its signing
}

// Read makes the circulars and legal bases of in.
func Read(in Input) Result {
	b := &builder{Input: in, layout: mention.LayoutOf(in.Outline), own: ownTitle(in.Outline)}
	b.out.Dated = map[int]bool{}
	b.gather()
	b.roles()
	b.frameAct()
	b.years()
	b.findPeople()
	b.owner, b.known = b.protagonist()
	b.atHome()
	b.join()
	subjects := b.subjects()
	for i := range b.edicts {
		e := &b.edicts[i]
		e.role = roleOf(e.cue)
		for _, k := range e.acts {
			if e.signed.IsZero() && !b.acts[k].Date.IsZero() {
				e.signed, e.sure = b.acts[k].Date, true
			}
		}
	}
	for _, i := range subjects {
		b.edicts[i].role = circular.RoleSubject
	}
	b.sign(subjects)
	b.bases()
	b.write(subjects)
	b.out.Acts = b.acts
	b.out.Document = b.document()
	return b.out
}

// gather takes the acts of the mentions, and the circular that a letter is.
func (b *builder) gather() {
	b.acts = make([]Act, 0, len(b.Acts)+1)
	if se := b.Lex.Entry("act", "se"); se != nil && b.Frame.Letter {
		b.acts = append(b.acts, b.letter(se))
	}
	for _, a := range b.Acts {
		b.acts = append(b.acts, Act{Act: a, edict: -1})
		if a.DateAt >= 0 {
			b.out.Dated[b.Dates[a.DateAt].First] = true
		}
	}
}

// roleOf returns the role of a circular that is no subject.
func roleOf(cue string) circular.Role {
	switch r := circular.Role(cue); r {
	case circular.RoleBasis, circular.RoleAmended, circular.RoleRevoked:
		return r
	}
	return circular.RoleCited
}

// write adds the circulars to the result, the subjects first.
func (b *builder) write(subjects []int) {
	order := make([]int, len(b.edicts))
	for i := range order {
		order[i] = i
	}
	rank := func(i int) int {
		if slices.Contains(subjects, i) {
			return 0
		}
		return 1
	}
	slices.SortStableFunc(order, func(x, y int) int {
		return cmp.Or(cmp.Compare(rank(x), rank(y)), cmp.Compare(b.acts[b.edicts[x].acts[0]].First, b.acts[b.edicts[y].acts[0]].First))
	})
	for _, i := range order {
		b.out.Circulars = append(b.out.Circulars, b.circular(&b.edicts[i]))
	}
	if len(subjects) == 0 && b.known && b.owner.region != "" && b.own < 0 {
		b.announced()
	}
}

// circular returns e as records have it.
func (b *builder) circular(e *edict) circular.Circular {
	c := circular.Circular{Role: e.role, Type: "SE", Number: e.number, Year: e.year, DateSigned: e.signed, Signatory: e.who}
	full := &b.acts[e.acts[0]]
	for _, k := range e.acts {
		a := &b.acts[k]
		switch {
		case c.Title == "" && a.Titled():
			c.Title = b.Printed(a.TitleFirst, a.TitleEnd)
		case c.Title == "":
			c.Title = a.About
		}
		if full.Number == "" && a.Number != "" || !full.Titled() && a.Titled() && (a.Number != "" || full.Number == "") {
			full = a
		}
	}
	if full.ruling {
		c.Type = letterType
	}
	c.Span = b.Span(full.First, full.Behind())
	b.fillIssuer(&c, e)
	for _, k := range e.acts {
		if b.acts[k].Issuer != "" {
			c.Issuer = b.acts[k].Issuer
			break
		}
	}
	return c
}

// letterType is the type of a numbered letter that itself rules.
const letterType = "surat"

// fillIssuer fills issuer, region and level of c.
func (b *builder) fillIssuer(c *circular.Circular, e *edict) {
	if e.by >= 0 {
		o := &b.Offices[e.by]
		c.Issuer, c.Region, c.Level = Title(b.Reading, o), regionOf(o), levelOf(o)
		if r := regionName(b.filled(tierOf(o)).region); c.Region.Code == "" && r.Code != "" {
			c.Region = r
		}
		return
	}
	if e.role != circular.RoleSubject {
		return
	}
	b.ownerIssuer(c)
	switch {
	case b.Frame.Issuer != "":
		c.Issuer = b.Frame.Issuer
	case e.who.OnBehalf != nil:
		c.Issuer = e.who.OnBehalf.Office
	case e.who.Office != "":
		c.Issuer = e.who.Office
	}
}

// ownerIssuer fills issuer, region and level of c from whose rule the text
// reports. Who an official text is sent to rules nothing.
func (b *builder) ownerIssuer(c *circular.Circular) {
	for _, rank := range []mention.Rank{mention.Body, mention.Head, ""} {
		for i := range b.Offices {
			o := &b.Offices[i]
			if b.Frame.Addressee.Has(o.First) || b.filled(tierOf(o)) != b.owner {
				continue
			}
			if rank == "" && o.Rank != mention.Chief || o.Rank == rank {
				c.Issuer, c.Region, c.Level = Title(b.Reading, o), regionOf(o), levelOf(o)
				if r := regionName(b.owner.region); c.Region.Code == "" && r.Code != "" {
					c.Region = r
				}
				return
			}
		}
	}
	if b.owner.region != "" && b.owner.region != "?" {
		c.Region = regionName(b.owner.region)
	}
}

// announced adds the circular that the government the text reports says it
// will issue: a subject without number.
func (b *builder) announced() {
	for _, m := range b.Matches {
		if m.Entry.Class != "announce" || b.layout.Is(m.First, mention.Furniture) {
			continue
		}
		c := circular.Circular{Role: circular.RoleSubject, Type: "SE", Span: b.Span(m.First, m.End)}
		b.ownerIssuer(&c)
		b.out.Circulars = append([]circular.Circular{c}, b.out.Circulars...)
		return
	}
}
