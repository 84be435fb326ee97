package compare

import (
	"strconv"
	"strings"

	"github.com/telaah/telaah/circular"
)

// judgeCitation judges what the circular names as its ground.
func judgeCitation(p *paper, a *circular.Atom) verdict {
	var v verdict
	if p.subject != nil && p.names(p.subject, &p.base) {
		return v // it is the act itself
	}
	named, wrong := ground(p)
	switch {
	case named != nil:
		v.beside = append(v.beside, *p.cited(named))
		v.findings = miscited(p, named)
	case wrong != nil:
		side := p.cited(wrong)
		v.beside = append(v.beside, *side)
		f := foundAt("dasar-keliru.nomor-lain", side, "pusat", p.base.Name, "daerah", actName(wrong))
		if real := &p.base.Circular; wrong == astray(p) {
			f.edit = renumber(side, wrong.Number, wrong.Year, real.Number, real.Year)
		}
		v.find(f)
	case p.absent():
		v.find(foundAt("dasar-tidak-dirujuk.rujukan", nil, "pusat", p.base.Name))
	default:
		v.find(untold(a))
	}
	return v
}

// ground returns the circular that names the baseline, else the first ground of
// the same issuer that stands where the baseline should.
func ground(p *paper) (named, wrong *circular.Circular) {
	for i := range p.rec.Circulars {
		c := &p.rec.Circulars[i]
		switch {
		case c.Role == circular.RoleSubject || c.Number == "":
		case p.names(c, &p.base):
			return c, nil
		case c.Role == circular.RoleBasis && wrong == nil && p.sameIssuer(c, &p.base.Circular):
			wrong = c
		}
	}
	return nil, wrong
}

// astray returns the circular that is cited with the title of the baseline and
// another number, or nil. Without the title it may be another act.
func astray(p *paper) *circular.Circular {
	if p.base.ID == "" {
		return nil
	}
	if _, wrong := ground(p); wrong != nil && wrong.Title != "" && p.sameTitle(wrong.Title, p.base.Circular.Title) {
		return wrong
	}
	return nil
}

// miscited returns a title or date of the baseline told differently.
func miscited(p *paper, c *circular.Circular) []finding {
	real := &p.base.Circular
	if circular.NumberKey(c.Number) != real.Key() {
		return nil // an amending act
	}
	var out []finding
	if c.Title != "" && real.Title != "" && otherTitle(p, c.Title, real.Title) {
		side := p.cited(c)
		out = append(out, foundAt("salah-sitasi.judul", side, "sebutan", p.base.Name, "daerah", c.Title, "pusat", real.Title).settledBy(swap(side, c.Title, real.Title)))
	}
	if d := c.DateSigned; !d.IsZero() && !real.DateSigned.IsZero() && d != real.DateSigned {
		out = append(out, foundAt("salah-sitasi.tanggal", p.cited(c), "sebutan", p.base.Name, "daerah", p.day(d), "pusat", p.day(real.DateSigned)))
	}
	return out
}

// quoted is the share of its words from which a title that news gives is a
// quotation; one with fewer is a paraphrase.
const quoted = 0.85

// otherTitle reports whether a cited title differs from the real one. News that
// tells in its own words what an act is about does not cite its title.
func otherTitle(p *paper, cited, real string) bool {
	a, b := p.title(cited), p.title(real)
	n, m := float64(len(strings.Fields(a))), float64(len(strings.Fields(b)))
	if !p.absent() && (min(n, m) < quoted*max(n, m) || cosine(p.bag(a), p.bag(b)) < quoted) {
		return false
	}
	return !p.sameTitle(cited, real)
}

// sameTitle reports whether a cited title is the real one, but for case,
// punctuation, spellings of the same word, a cut at its end, and words of the
// sentence that go on behind it.
func (k *knowledge) sameTitle(cited, real string) bool {
	a, b := k.title(cited), k.title(real)
	if strings.HasPrefix(a+" ", b+" ") && len(strings.Fields(b)) > 1 {
		return true
	}
	return a == b || strings.HasPrefix(b, a) && 2*len(strings.Fields(a)) >= len(strings.Fields(b))
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
