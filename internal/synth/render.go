package synth

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/telaah/telaah/circular"
)

// mark stands at the head of every circular in official layout.
const mark = "NASKAH SINTETIS UNTUK PENGUJIAN, BUKAN NASKAH RESMI"

const columns = 92 // of a page, for what is centred or set at the right

// Render writes the circular and returns it with the record that a perfect
// reader would make of it: its Text is the document, and its Check is nil.
// Duties carry who and what as printed; every Rule is "synth".
func (s Spec) Render() circular.Record {
	w := &writer{dice: dice(s.Seed), spec: &s}
	w.rec.Schema = circular.RecordSchema
	switch s.Layout {
	case LayoutA:
		w.layoutA()
	case LayoutB:
		w.layoutB()
	case LayoutC:
		w.layoutC()
	default:
		w.news()
	}
	return w.finish()
}

// writer builds the text and the record of one circular.
type writer struct {
	dice
	spec    *Spec
	b       strings.Builder
	path    string // place in the numbered tree of what is written next, such as "E.2"
	rec     circular.Record
	subject circular.Circular
}

func (w *writer) line(parts ...string) {
	for _, p := range parts {
		w.b.WriteString(p)
	}
	w.b.WriteByte('\n')
}

func (w *writer) centre(s string) {
	w.line(strings.Repeat(" ", max(0, (columns-utf8.RuneCountInString(s))/2)), s)
}

// clause writes the words of a clause, records it and returns its span.
func (w *writer) clause(c circular.Clause, words string) {
	c.Span = circular.Span{Start: w.b.Len(), End: w.b.Len() + len(words)}
	if c.Assertion == "" {
		c.Assertion = circular.AssertRule
	}
	c.Confidence, c.Rule, c.Path = 1, "synth", w.path
	w.rec.Clauses = append(w.rec.Clauses, c)
	w.b.WriteString(words)
}

// finish puts the record in order and fills in what depends on the whole text.
func (w *writer) finish() circular.Record {
	body := w.b.String()
	if w.spec.Wrap > 0 {
		body = wrap(body, w.spec.Wrap)
	}
	text := circular.Plain(body)
	r := &w.rec
	r.Text = &text
	sum := sha256.Sum256([]byte(body))
	grade := circular.GradePrimary
	if w.spec.Layout == News {
		grade = circular.GradeNews
	}
	r.Source = circular.Source{Path: fmt.Sprintf("synth/%016x.txt", w.spec.Seed), SHA256: hex.EncodeToString(sum[:]), MediaType: "text/plain", Grade: grade, Pages: 1}
	r.Circulars = slices.Insert(r.Circulars, 0, w.subject)
	for i := range r.Circulars {
		r.Circulars[i].Span.Page = 1
		if r.Circulars[i].Signatory.Span.End > 0 {
			r.Circulars[i].Signatory.Span.Page = 1
		}
	}
	for i := range r.Clauses {
		c := &r.Clauses[i]
		c.Span.Page = 1
		c.Text = body[c.Span.Start:c.Span.End]
		r.Coverage.Claimed += c.Span.Len()
	}
	slices.SortStableFunc(r.Clauses, func(a, b circular.Clause) int { return a.Span.Start - b.Span.Start })
	r.Coverage.Operative = len(body)
	r.Coverage.Claimed = min(r.Coverage.Claimed, len(body))
	return *r
}

// wrap breaks lines at the last blank before n columns; it keeps every offset.
func wrap(body string, n int) string {
	b := []byte(body)
	for start, blank, i := 0, -1, 0; i < len(b); i++ {
		switch {
		case b[i] == '\n':
			start, blank = i+1, -1
		case b[i] == ' ' && i > start && b[i-1] != ' ':
			blank = i
		}
		if i-start >= n && blank >= 0 {
			b[blank] = '\n'
			start, blank = blank+1, -1
		}
	}
	return string(b)
}

// about fills in what the record says of the circular itself; span is where
// the text names it.
func (w *writer) about(span circular.Span) {
	s := w.spec
	w.subject.Role, w.subject.Type = circular.RoleSubject, "SE"
	w.subject.Number, w.subject.Year, w.subject.Title = s.Number, s.Year, s.Title
	w.subject.Issuer = s.Issuer
	w.subject.Region = circular.Region{Name: s.Region.Name, Code: s.Region.Code}
	w.subject.Level = circular.Level(s.Region.Level)
	w.subject.DateSigned = s.Signed
	w.subject.Span = span
}

// numbered prints the number with its year where the number does not hold it.
func (w *writer) numbered(year int) string {
	if y := strconv.Itoa(year); !strings.Contains(w.spec.Number, "/") {
		return w.spec.Number + " TAHUN " + y
	}
	return w.spec.Number
}

// revokes writes the circular that this one ends.
func (w *writer) revokes(class string) {
	a := w.spec.Revokes
	before, after, _ := strings.Cut(w.phrase("revokes", class), "{se}")
	w.b.WriteString(before)
	at := w.b.Len()
	fmt.Fprintf(&w.b, "Surat Edaran %s Nomor %s Tahun %d", w.spec.Issuer, a.Number, a.Year)
	w.rec.Circulars = append(w.rec.Circulars, circular.Circular{Role: circular.RoleRevoked, Type: "SE", Number: a.Number, Year: a.Year,
		Issuer: w.spec.Issuer, Region: circular.Region{Name: w.spec.Region.Name, Code: w.spec.Region.Code},
		Level: circular.Level(w.spec.Region.Level), Span: circular.Span{Start: at, End: w.b.Len()}})
	w.b.WriteString(after)
}

// follows writes the name of the circular that this one carries out.
func (w *writer) follows(template string) {
	a := w.spec.Follows
	name := pick(w.dice, "se issuer", []string{
		"Surat Edaran Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi",
		"Surat Edaran Menteri PANRB", "SE Menpan RB"})
	name += fmt.Sprintf(" Nomor %s Tahun %d", pick(w.dice, "se zero", []string{a.Number, zeroed(a.Number)}), a.Year)
	title := ""
	if a.Title != "" && w.chance("se title", 2) {
		title = a.Title
		name += " tentang " + title
	}
	before, after, _ := strings.Cut(template, "{se}")
	w.b.WriteString(before)
	at := w.b.Len()
	w.b.WriteString(name)
	w.rec.Circulars = append(w.rec.Circulars, circular.Circular{Role: circular.RoleBasis, Type: "SE", Number: a.Number, Year: a.Year,
		Title: title, Issuer: "Menteri PANRB", Region: circular.Region{Name: "Indonesia"}, Level: circular.LevelCentral,
		Span: circular.Span{Start: at, End: w.b.Len()}})
	w.b.WriteString(after)
}

// zeroed puts a zero before a number of one digit.
func zeroed(n string) string {
	if len(n) == 1 {
		return "0" + n
	}
	return n
}

// law writes a legal basis in full and records it.
func (w *writer) law(l Law, template string) {
	long := map[string]string{"UU": "Undang-Undang", "PP": "Peraturan Pemerintah", "Perpres": "Peraturan Presiden", "Keppres": "Keputusan Presiden",
		"Inpres": "Instruksi Presiden", "Perda": "Peraturan Daerah", "Pergub": "Peraturan", "Perbup": "Peraturan", "Perwali": "Peraturan"}[l.Type]
	if l.Office != "" {
		long += " " + l.Office
	}
	words := fmt.Sprintf("%s Nomor %s Tahun %d tentang %s", long, l.Number, l.Year, l.Title)
	before, after, _ := strings.Cut(template, "{law}")
	w.b.WriteString(before)
	w.clause(circular.Clause{Kind: circular.KindLegalBasis,
		LegalBasis: &circular.LegalBasis{Type: l.Type, Number: l.Number, Year: l.Year, Title: l.Title}}, words)
	w.b.WriteString(after)
}

// rule writes one rule as a sentence without its full stop. The phrases come
// from the file "rules" or "news".
func (w *writer) rule(r Rule, file string) {
	c := circular.Clause{Force: r.Force}
	concerns(&c, r.Groups)
	q, g := fmt.Sprint("rule", r.ID), list(c.Groups)
	var words string
	switch {
	case r.Ratio:
		home := 100 - *r.Quota.Percent
		c.Kind, c.Quota = circular.KindQuota, r.Quota
		words = capital(w.phrase(q, file+"/quota ratio", "g", g, "a", strconv.FormatFloat(*r.Quota.Percent, 'f', -1, 64), "b", strconv.FormatFloat(home, 'f', -1, 64)))
		w.clause(c, words)
		c.Quota = &circular.Quota{Mode: circular.ModeWFH, Bound: circular.BoundExact, Percent: &home}
		c.Span = w.rec.Clauses[len(w.rec.Clauses)-1].Span
		c.Assertion, c.Confidence, c.Rule, c.Path = circular.AssertRule, 1, "synth", w.path
		w.rec.Clauses = append(w.rec.Clauses, c)
		return
	case r.Quota != nil && r.Quota.Implicit:
		c.Kind, c.Quota = circular.KindQuota, r.Quota
		words = w.phrase(q, fmt.Sprintf("%s/quota all %s", file, r.Quota.Mode), "g", g)
	case r.Quota != nil:
		c.Kind, c.Quota = circular.KindQuota, r.Quota
		class := fmt.Sprintf("%s/quota %s %s", file, r.Quota.Bound, r.Quota.Mode)
		if r.Quota.Count > 0 {
			class = file + "/quota count"
		}
		words = w.phrase(q, class, "g", g, "p", w.figure(q, r.Quota))
		if limit := r.Quota.Recurrence + r.Quota.Condition; limit != "" {
			words = limit + ", " + lower(words)
		}
	case r.Exemption != nil:
		c.Kind, c.Exemption = circular.KindExemption, r.Exemption
		full := ""
		if r.Exemption.Percent != nil {
			full = " " + strings.TrimLeft(w.phrase(q+"full", "rules/full"), " ")
		}
		class := fmt.Sprintf("%s/exemption %s", file, r.Exemption.Effect)
		if r.Exemption.Effect == circular.EffectMustWFO && len(r.Groups) > 0 && !strings.HasPrefix(r.Groups[0].Category, "jabatan") && w.chance(q+"unit", 2) {
			class += " unit"
		}
		words = w.phrase(q, class, "g", g, "full", full)
	default:
		c.Kind, c.Duty = r.Kind, r.Duty
		c.Groups, c.Categories = nil, nil
		words = r.Duty.Who + " " + w.phrase(q, "rules/verb "+string(r.Force)) + " " + r.Duty.What
	}
	w.clause(c, capital(words))
}

// concerns puts the groups of a rule into its clause.
func concerns(c *circular.Clause, groups []Group) {
	for _, g := range groups {
		c.Groups = append(c.Groups, g.Name)
		c.Categories = append(c.Categories, g.Category)
	}
	slices.Sort(c.Categories)
	c.Categories = slices.Compact(c.Categories)
}

// figure prints the value of a quota with its unit.
func (w *writer) figure(q string, v *circular.Quota) string {
	switch {
	case v.Count > 0:
		return w.count(q, v.Count)
	case v.Percent != nil:
		return w.percent(q, *v.Percent)
	}
	return w.percentRange(q, *v.PercentLo, *v.PercentHi)
}
