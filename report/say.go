package report

import (
	"strconv"
	"strings"
	"unicode"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/lexicon"
)

// How reports call things: circulars, places, people, values that were
// corrected.

// calm makes text safe for a line and takes it out of capitals.
func calm(s string) string { return lexicon.NormalCase(plain(s)) }

// name returns the circular of a comparison in short.
func (p *printer) name(c *circular.Circular) string {
	if c == nil {
		return p.label("unknown")
	}
	issuer, number, kind := calm(c.Issuer), plain(c.Number), "SE"
	if c.Type == "surat" {
		kind = p.label("letter")
	}
	if issuer == "" {
		issuer = p.label("unknown")
	}
	if number == "" {
		number = p.label("unknown")
	}
	s := kind + " " + issuer + " Nomor " + number
	if year := strconv.Itoa(c.Year); c.Year != 0 && !strings.Contains(number, year) {
		s += " Tahun " + year
	}
	return s
}

// signer names who signed: name, then office and in whose name.
func (p *printer) signer(s circular.Signatory) string {
	office := strings.TrimSpace(string(s.Capacity) + " " + calm(s.Office))
	if s.OnBehalf != nil {
		office += ", " + plain(s.OnBehalf.Form) + " " + calm(s.OnBehalf.Office)
	}
	return strings.Trim(calm(s.Name)+", "+strings.Trim(office, ", "), ", ")
}

// figure returns a quota with what it means for the other way of working.
func (p *printer) figure(f circular.Figure) string {
	s := f.Group + ": " + f.Printed
	if f.Equivalent != "" {
		s += " (" + p.label("equals") + " " + f.Equivalent + ")"
	}
	return plain(s)
}

// reference names the baseline of a comparison with what must be known of it.
// That its words are a reconstruction is said here once; the words themselves
// bear a mark.
func (p *printer) reference(b circular.BaselineRef) string {
	s := plain(b.Name) + " (" + plain(b.ID) + ")"
	if b.Amended != "" {
		s += ", " + p.label("amended") + " " + plain(b.Amended)
	}
	if b.Revoked != "" {
		s += ", " + p.label("revoked") + " " + plain(b.Revoked)
	}
	if b.Reconstructed {
		s += "; " + p.label("marked") + " " + p.label("reconstructed")
	}
	return s
}

// words returns what a side says; a reconstruction bears its mark.
func (p *printer) words(s *circular.Side) string {
	if s.Reconstructed {
		return plain(s.Text) + "*"
	}
	return plain(s.Text)
}

// place tells where a passage stands, the force of its verb, and what people
// entered in it or no second reading confirms.
func (p *printer) place(s *circular.Side) string {
	var parts []string
	if s.Path != "" {
		parts = append(parts, p.path(s.Path))
	}
	if s.Span != nil && s.Span.Page > 0 {
		parts = append(parts, p.label("page")+" "+strconv.Itoa(s.Span.Page))
	}
	if s.Force != "" {
		parts = append(parts, p.label("force")+": "+p.label("force-"+string(s.Force)))
	}
	if c := p.corrected(s.Corrections); c != "" {
		parts = append(parts, c)
	}
	if s.Unsure {
		parts = append(parts, p.label("unsure"))
	}
	return strings.Join(parts, ", ")
}

// at is place without force: where, and what is to be known of the reading.
func (p *printer) at(s *circular.Side) string {
	if s == nil {
		return ""
	}
	where := *s
	where.Force = ""
	return p.place(&where)
}

// path tells a place of the numbered tree in words: "E.2.b" is "huruf E angka 2
// huruf b". What is no plain number or letter is told as it is.
func (p *printer) path(path string) string {
	var out []string
	for part := range strings.SplitSeq(plain(path), ".") {
		switch {
		case part == "":
		case strings.Trim(part, "0123456789") == "":
			out = append(out, p.label("digit")+" "+part)
		case len(part) == 1 && unicode.IsLetter(rune(part[0])):
			out = append(out, p.label("letter-of")+" "+part)
		default:
			out = append(out, part)
		}
	}
	return strings.Join(out, " ")
}

// corrected tells values that people entered: "dikoreksi: 60 menjadi 50, Siti,
// cap menutupi angka", or "".
func (p *printer) corrected(list []circular.Correction) string {
	var out []string
	for _, c := range list {
		s := p.entered(c.Old) + " " + p.label("becomes") + " " + p.entered(c.Value) + ", " + plain(c.By)
		if c.Why != "" {
			s += ", " + plain(c.Why)
		}
		out = append(out, s)
	}
	if len(out) == 0 {
		return ""
	}
	return p.label("corrected") + ": " + strings.Join(out, "; ")
}

// entered shows the value of a field; one that was empty in words.
func (p *printer) entered(s string) string {
	if strings.TrimSpace(s) == "" {
		return p.label("empty")
	}
	return plain(s)
}

// corrections tells every value of a document that people entered, with its
// field.
func (p *printer) corrections(c *circular.Comparison) []string {
	var out []string
	for _, k := range c.Corrections {
		field := k.Field[strings.LastIndexByte(k.Field, '.')+1:]
		out = append(out, plain(lexicon.FieldName(field))+" "+strings.TrimPrefix(p.corrected([]circular.Correction{k}), p.label("corrected")+": "))
	}
	return out
}

// sources names the document of a comparison and those beside it.
func (p *printer) sources(c *circular.Comparison) string {
	one := func(s circular.Source) string {
		if s.Grade == "" {
			return plain(s.Path)
		}
		what := p.label(string(s.Grade))
		if s.Signature.State != "" {
			what += "; " + p.label("signature-"+string(s.Signature.State))
			if s.Signature.Signer != "" {
				what += ": " + plain(s.Signature.Signer)
			}
		}
		return plain(s.Path) + " (" + what + ")"
	}
	s := one(c.Source)
	for i, o := range c.Others {
		s += map[bool]string{true: "; " + p.label("also") + " ", false: ", "}[i == 0] + one(o)
	}
	return s
}

// code returns the name of a kind of finding.
func (p *printer) code(c circular.Code) string {
	if r, ok := p.rules[c]; ok {
		return r.Name
	}
	return plain(string(c))
}
