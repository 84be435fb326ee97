package compare

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/goccy/go-yaml"

	"github.com/telaah/telaah/circular"
)

// ErrNoRules is wrapped by the error for a record that rules nothing from
// which a baseline could be made.
var ErrNoRules = errors.New("the text has no rules that could make a baseline")

// FromRecord makes a baseline from what a circular rules, so that an office
// can hold others against its own. Each clause becomes one atom with the words
// of the document; the result is a draft for people to check, and says so
// (Derived). It is certain only as far as the source is the circular itself.
func FromRecord(rec circular.Record) (circular.Baseline, error) {
	know, err := words()
	if err != nil {
		return circular.Baseline{}, err
	}
	subject := rec.Subject()
	if subject == nil {
		return circular.Baseline{}, fmt.Errorf("%s: %w: it has no subject", rec.Source.Path, ErrNoRules)
	}
	b := circular.Baseline{ID: slug(subject.Issuer + " " + subject.Number), Name: actName(subject), Circular: *subject, Derived: true}
	if year := strconv.Itoa(subject.Year); subject.Year != 0 && !strings.Contains(b.ID, year) {
		b.ID += "-" + year
	}
	b.Circular.Signatory.NIP = ""
	seen := map[string]bool{}
	for i := range rec.Clauses {
		c := &rec.Clauses[i]
		if c.Assertion != circular.AssertRule || c.Confidence < DefaultFloor {
			continue
		}
		a, ok := know.atom(c)
		if !ok {
			continue
		}
		a.Certainty = circular.CertaintyLikely
		if g := rec.Source.Grade; g == circular.GradePrimary {
			a.Certainty, a.VerbKnown = circular.CertaintyCertain, c.Force != ""
		}
		key := string(a.Polarity) + string(a.Mode) + string(a.Effect) + a.Topic + a.Words + strings.Join(a.Categories, " ")
		if seen[key] {
			continue
		}
		seen[key] = true
		b.Atoms = append(b.Atoms, a)
		if q := c.Quota; q != nil && !slices.Contains(b.Modes, q.Mode) {
			b.Modes = append(b.Modes, q.Mode)
		}
	}
	if len(b.Atoms) == 0 {
		return circular.Baseline{}, fmt.Errorf("%s: %w", rec.Source.Path, ErrNoRules)
	}
	if subject.Number != "" {
		b.Atoms = append(b.Atoms, circular.Atom{ID: "rujukan", Title: "Dasar yang dirujuk", Polarity: circular.PolarityCitation,
			Weight: circular.WeightDefault, Real: true, Certainty: circular.CertaintyCertain, Words: "Surat Edaran " + strings.TrimPrefix(actName(subject), "SE ") + "."})
	}
	number(b.Atoms)
	for _, c := range rec.Clauses {
		if c.Period != nil && c.Assertion == circular.AssertRule {
			b.Window = eraOf(&rec).Period
			break
		}
	}
	if b.Window == (circular.Period{}) && subject.Title != "" {
		b.Subject = []string{strings.ToLower(subject.Title)}
	}
	return b, nil
}

// atom turns a clause into an atom without id and certainty, and reports
// whether it is one: head counts, acts relied on and penalties are not.
func (k *knowledge) atom(c *circular.Clause) (circular.Atom, bool) {
	span := c.Span
	a := circular.Atom{Path: c.Path, Title: short(c), Weight: circular.WeightMandatory, Words: strings.Join(strings.Fields(c.Text), " "), Real: true,
		Span: span, Groups: c.Groups, Force: c.Force}
	if c.Force == circular.ForceDapat {
		a.Weight = circular.WeightPermissive
	}
	for _, cat := range c.Categories {
		if !under(cat, "pegawai") {
			a.Categories = append(a.Categories, cat)
		}
	}
	switch c.Kind {
	case circular.KindQuota:
		a.Weight, a.Mode, a.Condition = circular.WeightMandatory, c.Quota.Mode, c.Quota.Condition
		a.Polarity = map[circular.Bound]circular.Polarity{circular.BoundMax: circular.PolarityCeiling, circular.BoundMin: circular.PolarityFloor,
			circular.BoundExact: circular.PolarityExact}[c.Quota.Bound]
		a.Percent = c.Quota.Percent
		heading(&a)
		return a, a.Polarity != "" && a.Percent != nil
	case circular.KindExemption:
		a.Weight, a.Effect, a.Percent = circular.WeightMandatory, c.Exemption.Effect, c.Exemption.Percent
		a.Polarity = circular.PolaritySetClosed
		heading(&a)
		if c.Exemption.Open || len(a.Members) > 0 {
			a.Polarity = circular.PolaritySetOpen
		}
		return a, len(a.Categories) > 0
	case circular.KindPeriod:
		p := *c.Period
		a.Polarity, a.Period, a.Weight = circular.PolarityPeriod, &p, circular.WeightMandatory
		return a, true
	case circular.KindPermission:
		a.Polarity, a.Weight = circular.PolarityPermission, circular.WeightPermissive
	case circular.KindObligation, circular.KindProhibition, circular.KindCondition, circular.KindReporting:
		a.Polarity = circular.PolarityDuty
	default:
		return a, false
	}
	a.Who, a.Topic = c.Duty.Who, c.Duty.Topic
	return a, true
}

// heading moves the categories that stand below another of them to the
// members.
func heading(a *circular.Atom) {
	var heads []string
	for _, c := range a.Categories {
		if slices.ContainsFunc(a.Categories, func(h string) bool { return h != c && under(c, h) }) {
			a.Members = append(a.Members, c)
		} else {
			heads = append(heads, c)
		}
	}
	a.Categories = heads
}

// short makes a title from the groups of a clause, else from its first words.
func short(c *circular.Clause) string {
	text := strings.Join(c.Groups, ", ")
	if text == "" || c.Duty != nil {
		text = c.Text
	}
	words := strings.Fields(text)
	if len(words) > 9 {
		return strings.Join(words[:9], " ") + " ..."
	}
	return strings.Join(words, " ")
}

// number gives every atom an id that tells what it is about.
func number(atoms []circular.Atom) {
	used := map[string]int{}
	for i := range atoms {
		a := &atoms[i]
		base := string(a.Polarity)
		switch {
		case a.ID != "":
			base = a.ID
		case a.Topic != "":
			base = a.Topic
		case len(a.Categories) > 0:
			base = a.Categories[0][strings.LastIndex(a.Categories[0], ".")+1:] + "-" + strings.ToLower(string(a.Mode)+string(a.Effect))
		case a.Polarity == circular.PolarityPeriod:
			base = "masa"
		}
		base = slug(base)
		if used[base]++; used[base] > 1 {
			base += "-" + strconv.Itoa(used[base])
		}
		a.ID = base
	}
}

// slug makes an id of letters, digits and hyphens.
func slug(s string) string {
	words := fold(s)
	for i, w := range words {
		words[i] = strings.Map(func(r rune) rune {
			if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
				return r
			}
			return -1
		}, w)
	}
	words = slices.DeleteFunc(words, func(w string) bool { return w == "" })
	if len(words) == 0 {
		return "tanpa-nama"
	}
	return strings.Join(words, "-")
}

// Reissue gives a shipped baseline the words of the act itself, read into rec:
// atoms that the text holds keep their ids and take its words and values,
// those that it does not hold go, and what only the text has is added. The
// record must be of that act.
func Reissue(b circular.Baseline, rec circular.Record) (circular.Baseline, error) {
	own, err := FromRecord(rec)
	if err != nil {
		return circular.Baseline{}, err
	}
	know, err := words()
	if err != nil {
		return circular.Baseline{}, err
	}
	if !know.names(rec.Subject(), &b) {
		return circular.Baseline{}, fmt.Errorf("%s is %s, not %s: %w", rec.Source.Path, actName(rec.Subject()), b.Name, ErrUnknownBaseline)
	}
	cmp, err := Compare([]circular.Baseline{b}, rec, Options{Baseline: b.ID})
	if err != nil {
		return circular.Baseline{}, err
	}
	taken := make([]bool, len(own.Atoms))
	out := b
	out.Atoms, out.Reissued = nil, true
	for _, row := range cmp.Pairs {
		old := b.Atom(row.Atom)
		if old == nil {
			continue
		}
		if old.Polarity == circular.PolarityCitation {
			out.Atoms = append(out.Atoms, *old)
			continue
		}
		for _, o := range row.Others {
			i := slices.IndexFunc(own.Atoms, func(a circular.Atom) bool { return o.Span != nil && a.Span == *o.Span && answers(&a, old) })
			if i < 0 {
				continue
			}
			a := own.Atoms[i]
			taken[i] = true
			a.ID, a.Title, a.Sources, a.Members = old.ID, old.Title, old.Sources, orElse(a.Members, old.Members)
			if len(old.Categories) > 0 {
				a.Categories = old.Categories
			}
			out.Atoms = append(out.Atoms, a)
			break
		}
	}
	for i, a := range own.Atoms {
		if !taken[i] && a.Polarity != circular.PolarityCitation {
			out.Atoms = append(out.Atoms, a)
		}
	}
	number(out.Atoms)
	return out, nil
}

// answers reports whether a clause's atom is of the kind of a shipped one.
func answers(a, old *circular.Atom) bool {
	kind := func(p circular.Polarity) string {
		switch p {
		case circular.PolarityCeiling, circular.PolarityFloor, circular.PolarityExact:
			return "limit"
		case circular.PolaritySetOpen, circular.PolaritySetClosed:
			return "set"
		case circular.PolarityPeriod:
			return "period"
		}
		return "duty"
	}
	return kind(a.Polarity) == kind(old.Polarity)
}

func orElse(a, b []string) []string {
	if len(a) > 0 {
		return a
	}
	return b
}

// Marshal writes a baseline as the YAML that Parse reads.
func Marshal(b circular.Baseline) ([]byte, error) {
	data, err := yaml.MarshalWithOptions(b, yaml.UseJSONMarshaler(), yaml.IndentSequence(true))
	if err != nil {
		return nil, fmt.Errorf("writing baseline %s: %w", b.ID, err)
	}
	return data, nil
}
