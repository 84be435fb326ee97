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

// register checks every act that the document names against the register of
// acts. An act that is not listed there says nothing.
func (j *judge) register() {
	acts := lexicon.DefaultActs()
	for _, c := range j.citedActs() {
		if c.number == "" {
			continue
		}
		found := acts.Find(c.kind, c.number, c.year, c.issuer)
		switch {
		case len(found) == 1:
			j.miscites(&found[0], c)
		case len(found) == 0 && c.year != 0 && c.title != "":
			j.misnumbered(acts, c)
		}
	}
}

// citedActs collects what the document names, but for itself, the act that it
// is compared with and one named in its place, which citation judges.
func (j *judge) citedActs() []citedAct {
	var out []citedAct
	for i := range j.rec.Circulars {
		c := &j.rec.Circulars[i]
		if c.Role == circular.RoleSubject || c == j.astray || j.base.ID != "" && j.names(c, &j.base) {
			continue
		}
		out = append(out, citedAct{kind: c.Type, number: c.Number, issuer: c.Issuer, title: c.Title, year: c.Year, date: c.DateSigned,
			side: j.cited(c), ground: c.Role == circular.RoleBasis})
	}
	for i := range j.rec.Clauses {
		c := &j.rec.Clauses[i]
		if j.astray != nil && c.Span.Overlaps(j.astray.Span) {
			continue
		}
		if b := c.LegalBasis; b != nil && c.Confidence >= j.floor {
			out = append(out, citedAct{kind: b.Type, number: b.Number, title: b.Title, year: b.Year, date: b.Date,
				side: (&clause{Clause: c}).side(), ground: true})
		}
	}
	return out
}

// miscites reports where a citation differs from the act that it names, and an
// act that was revoked or amended by the day of the circular.
func (j *judge) miscites(a *lexicon.Act, c citedAct) {
	name := a.Type + " " + a.Number + "/" + strconv.Itoa(a.Year)
	sure := func(field string) bool { return a.Certainty == "certain" && !a.Doubts(field) }
	if c.title != "" && sure("title") && !j.sameTitle(c.title, a.Title) {
		d := j.build("salah-sitasi.judul", c.side, "sebutan", name, "daerah", c.title, "pusat", a.Title)
		d.Replace = swap(c.side, c.title, a.Title)
		j.file(d)
	}
	if signed, err := circular.ParseDate(a.Date); err == nil && !c.date.IsZero() && sure("date") && c.date != signed {
		d := j.build("salah-sitasi.tanggal", c.side, "sebutan", name, "daerah", j.day(c.date), "pusat", j.day(signed))
		d.Replace = j.redate(c.side, c.date, signed)
		j.file(d)
	}
	if !c.ground || j.subject == nil || j.subject.DateSigned.IsZero() {
		return
	}
	if by := j.earlier(a.RevokedBy); by != "" {
		j.file(j.build("dasar-keliru.dicabut", c.side, "daerah", name, "pusat", by))
	}
	if by := j.earlier(a.AmendedBy); by != "" && !has(c.side.Text, j.Amended) {
		j.file(j.build("dasar-keliru.diubah", c.side, "daerah", name, "pusat", by))
	}
}

// earlier returns the name of the last of some acts that was signed by the day
// of the circular, or "".
func (j *judge) earlier(ids []string) string {
	name, last := "", ""
	for _, id := range ids {
		a, ok := lexicon.DefaultActs().ByID(id)
		if ok && a.Date != "" && a.Date <= j.subject.DateSigned.String() && a.Date > last {
			name, last = a.Type+" "+a.Number+"/"+strconv.Itoa(a.Year), a.Date
		}
	}
	return name
}

// misnumbered reports a citation whose number and year no act has together,
// where exactly one act of its kind has its title.
func (j *judge) misnumbered(acts *lexicon.ActRegister, c citedAct) {
	short, ok := acts.Type(c.kind)
	if !ok {
		return
	}
	var real *lexicon.Act
	for _, a := range acts.Acts() {
		if a.Type == short && a.Certainty == "certain" && !a.Doubts("title") && j.title(a.Title) == j.title(c.title) {
			if real != nil {
				return
			}
			real = &a
		}
	}
	if real == nil {
		return
	}
	name := func(number string, year int) string { return short + " " + number + "/" + strconv.Itoa(year) }
	key, have, want := "salah-sitasi.nomor", name(c.number, c.year), name(real.Number, real.Year)
	if circular.NumberKey(c.number) == circular.NumberKey(real.Number) {
		key, have, want = "salah-sitasi.tahun", strconv.Itoa(c.year), strconv.Itoa(real.Year)
	}
	d := j.build(key, c.side, "sebutan", short+" "+c.number, "daerah", have, "pusat", want)
	d.Replace = renumber(c.side, c.number, c.year, real.Number, real.Year)
	j.file(d)
}
