package compare

import (
	"strconv"
	"strings"

	"github.com/telaah/telaah/circular"
)

// citation judges what the circular names as its ground.
func (j *judge) citation(a *circular.Atom) {
	if j.subject != nil && j.names(j.subject, &j.base) {
		return // it is the act itself
	}
	var wrong *circular.Circular
	for i := range j.rec.Circulars {
		c := &j.rec.Circulars[i]
		if c.Role == circular.RoleSubject || c.Number == "" {
			continue
		}
		if j.names(c, &j.base) {
			j.row.Others = append(j.row.Others, *j.cited(c))
			j.miscited(c)
			return
		}
		if c.Role == circular.RoleBasis && wrong == nil && j.sameIssuer(c, &j.base.Circular) {
			wrong = c
		}
	}
	switch {
	case wrong != nil:
		side := j.cited(wrong)
		j.row.Others = append(j.row.Others, *side)
		d := j.build("dasar-keliru.nomor-lain", side, "pusat", j.base.Name, "daerah", actName(wrong))
		if real := &j.base.Circular; wrong.Title != "" && j.sameTitle(wrong.Title, real.Title) { // else it may be another act
			d.Replace = renumber(side, wrong.Number, wrong.Year, real.Number, real.Year)
			j.astray = wrong
		}
		j.file(d)
	case j.absent():
		j.report("dasar-tidak-dirujuk.rujukan", nil, "pusat", j.base.Name)
	default:
		j.report("tidak-dapat-dinilai.berita", nil, "judul", a.Title)
	}
}

// miscited reports a title or date of the baseline told differently.
func (j *judge) miscited(c *circular.Circular) {
	real := &j.base.Circular
	if circular.NumberKey(c.Number) != real.Key() {
		return // an amending act
	}
	if c.Title != "" && real.Title != "" && !j.sameTitle(c.Title, real.Title) {
		d := j.build("salah-sitasi.judul", j.cited(c), "sebutan", j.base.Name, "daerah", c.Title, "pusat", real.Title)
		d.Replace = swap(d.Other, c.Title, real.Title)
		j.file(d)
	}
	if d := c.DateSigned; !d.IsZero() && !real.DateSigned.IsZero() && d != real.DateSigned {
		j.file(j.build("salah-sitasi.tanggal", j.cited(c), "sebutan", j.base.Name, "daerah", j.day(d), "pusat", j.day(real.DateSigned)))
	}
}

// sameTitle reports whether a cited title is the real one, but for case,
// punctuation, spellings of the same word, and a cut at its end.
func (k *knowledge) sameTitle(cited, real string) bool {
	a, b := k.title(cited), k.title(real)
	if a == b {
		return true
	}
	long, short := b, a
	if len(long) < len(short) {
		long, short = short, long
	}
	return strings.HasPrefix(long, short) && 2*len(strings.Fields(short)) >= len(strings.Fields(long))
}

// title folds a title for comparison; what is said of its amendments is no
// part of it.
func (k *knowledge) title(s string) string {
	out := " " + strings.Join(fold(s), " ") + " "
	for _, w := range k.Amended {
		if at := strings.Index(out, " "+w+" "); at > 0 {
			out = out[:at+1]
		}
	}
	for _, row := range k.Spellings {
		for _, w := range row[1:] {
			out = strings.ReplaceAll(out, " "+w+" ", " "+row[0]+" ")
		}
	}
	return strings.Join(strings.Fields(out), " ")
}

// cited returns the place where a circular is named.
func (j *judge) cited(c *circular.Circular) *circular.Side {
	s := &circular.Side{Text: actName(c)}
	span := c.Span
	s.Span = &span
	if t := j.rec.Text; t != nil && 0 <= span.Start && span.Start < span.End && span.End <= len(t.Body) {
		s.Text = strings.Join(strings.Fields(t.Slice(span)), " ")
	}
	return s
}

// actName names a circular in short.
func actName(c *circular.Circular) string {
	parts := []string{"SE"}
	if c.Issuer != "" {
		parts = append(parts, c.Issuer)
	}
	if c.Number != "" {
		parts = append(parts, "Nomor", c.Number)
	}
	if year := strconv.Itoa(c.Year); c.Year != 0 && !strings.Contains(c.Number, year) {
		parts = append(parts, "Tahun", year)
	}
	return strings.Join(parts, " ")
}
