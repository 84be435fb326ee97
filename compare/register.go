package compare

import (
	"strconv"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/lexicon"
)

// citedAct is one act that the document names, as a circular or a legal basis.
type citedAct struct {
	kind, number, issuer, title string
	year                        int
	date                        circular.Date
	side                        *circular.Side
	ground                      bool // it is relied on, not only named
}

// byRegister checks every act that the document names against the register of
// acts. An act that is not listed there says nothing.
func byRegister(p *paper) []finding {
	acts := lexicon.DefaultActs()
	var out []finding
	for _, c := range citedActs(p) {
		if c.number == "" {
			continue
		}
		listed := acts.Find(c.kind, c.number, c.year, c.issuer)
		switch {
		case len(listed) == 1:
			out = append(out, miscites(p, &listed[0], c)...)
		case len(listed) == 0 && c.year != 0 && c.title != "":
			out = append(out, misnumbered(p, acts, c)...)
		}
	}
	return out
}

// citedActs collects what the document names, but for itself, the act that it
// is compared with and one named in its place, which citation judges.
func citedActs(p *paper) []citedAct {
	var out []citedAct
	stray := astray(p)
	for i := range p.rec.Circulars {
		c := &p.rec.Circulars[i]
		if c.Role == circular.RoleSubject || c == stray || p.base.ID != "" && p.names(c, &p.base) {
			continue
		}
		out = append(out, citedAct{kind: c.Type, number: c.Number, issuer: c.Issuer, title: c.Title, year: c.Year, date: c.DateSigned,
			side: p.cited(c), ground: c.Role == circular.RoleBasis})
	}
	for i := range p.rec.Clauses {
		c := &p.rec.Clauses[i]
		if stray != nil && c.Span.Overlaps(stray.Span) {
			continue
		}
		if b := c.LegalBasis; b != nil && c.Confidence >= p.floor {
			out = append(out, citedAct{kind: b.Type, number: b.Number, title: b.Title, year: b.Year, date: b.Date,
				side: (&clause{Clause: c}).side(), ground: true})
		}
	}
	return out
}

// miscites returns where a citation differs from the act that it names, and an
// act that was revoked or amended by the day of the circular.
func miscites(p *paper, a *lexicon.Act, c citedAct) []finding {
	var out []finding
	name := a.Type + " " + a.Number + "/" + strconv.Itoa(a.Year)
	sure := func(field string) bool { return a.Certainty == "certain" && !a.Doubts(field) }
	if c.title != "" && sure("title") && otherTitle(p, c.title, a.Title) {
		out = append(out, foundAt("salah-sitasi.judul", c.side, "sebutan", name, "daerah", c.title, "pusat", a.Title).settledBy(swap(c.side, c.title, a.Title)))
	}
	if signed, err := circular.ParseDate(a.Date); err == nil && !c.date.IsZero() && sure("date") && c.date != signed {
		out = append(out, foundAt("salah-sitasi.tanggal", c.side, "sebutan", name, "daerah", p.day(c.date), "pusat", p.day(signed)).settledBy(p.redate(c.side, c.date, signed)))
	}
	if !c.ground || p.subject == nil || p.subject.DateSigned.IsZero() {
		return out
	}
	if by := earlier(p, a.RevokedBy); by != "" {
		out = append(out, foundAt("dasar-keliru.dicabut", c.side, "daerah", name, "pusat", by))
	}
	if by := earlier(p, a.AmendedBy); by != "" && !has(c.side.Text, p.Amended) {
		out = append(out, foundAt("dasar-keliru.diubah", c.side, "daerah", name, "pusat", by))
	}
	return out
}

// earlier returns the name of the last of some acts that was signed by the day
// of the circular, or "".
func earlier(p *paper, ids []string) string {
	name, last := "", ""
	for _, id := range ids {
		a, ok := lexicon.DefaultActs().ByID(id)
		if ok && a.Date != "" && a.Date <= p.subject.DateSigned.String() && a.Date > last {
			name, last = a.Type+" "+a.Number+"/"+strconv.Itoa(a.Year), a.Date
		}
	}
	return name
}

// misnumbered returns the finding about a citation whose number and year no act has together,
// where exactly one act of its kind has its title.
func misnumbered(p *paper, acts *lexicon.ActRegister, c citedAct) []finding {
	short, ok := acts.Type(c.kind)
	if !ok {
		return nil
	}
	var real *lexicon.Act
	for _, a := range acts.Acts() {
		if a.Type == short && a.Certainty == "certain" && !a.Doubts("title") && p.title(a.Title) == p.title(c.title) {
			if real != nil {
				return nil
			}
			real = &a
		}
	}
	if real == nil {
		return nil
	}
	name := func(number string, year int) string { return short + " " + number + "/" + strconv.Itoa(year) }
	key, have, want := "salah-sitasi.nomor", name(c.number, c.year), name(real.Number, real.Year)
	if circular.NumberKey(c.number) == circular.NumberKey(real.Number) {
		key, have, want = "salah-sitasi.tahun", strconv.Itoa(c.year), strconv.Itoa(real.Year)
	}
	f := foundAt(key, c.side, "sebutan", short+" "+c.number, "daerah", have, "pusat", want)
	return []finding{f.settledBy(renumber(c.side, c.number, c.year, real.Number, real.Year))}
}
