package compare

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/lexicon"
)

// Ledgers puts records about the same circular beside each other, field by
// field: who says what. Circulars with one source are left out. The order of
// the records does not matter. Announced circulars, which have no number yet,
// are never taken for the same.
func Ledgers(records []circular.Record) ([]circular.Ledger, error) {
	know, err := words()
	if err != nil {
		return nil, err
	}
	groups := map[string][]*circular.Record{}
	var keys []string
	for i := range records {
		s := records[i].Subject()
		if s == nil || s.Number == "" {
			continue
		}
		key := actKey(s)
		if groups[key] == nil {
			keys = append(keys, key)
		}
		groups[key] = append(groups[key], &records[i])
	}
	slices.Sort(keys)
	out := []circular.Ledger{}
	for _, key := range keys {
		group := groups[key]
		if len(group) < 2 {
			continue
		}
		slices.SortFunc(group, func(a, b *circular.Record) int { return bySource(a.Source, b.Source) })
		out = append(out, know.ledger(group))
	}
	return out, nil
}

// Disputes returns a finding for each field on which the sources of a circular
// disagree. They are not judged: only the circular itself settles them.
func Disputes(l circular.Ledger, lang string) ([]circular.Deviation, error) {
	know, err := words()
	if err != nil {
		return nil, err
	}
	var out []circular.Deviation
	for _, f := range l.Fields {
		if f.Agree {
			continue
		}
		var said []string
		for _, v := range f.Values {
			if v.Value != "" {
				said = append(said, l.Sources[v.Source].Path+": "+v.Value)
			}
		}
		out = append(out, know.deviation("sumber-berbeda.nilai", lang, nil, []string{"judul", fieldName(f.Field), "daerah", strings.Join(said, "; ")}))
	}
	return out, nil
}

// fieldName is how a field of a ledger is called.
func fieldName(field string) string {
	if field == "signatory" {
		field = "signatory.name"
	}
	return strings.ReplaceAll(lexicon.FieldName(field), "_", " ")
}

// ledger fills in what each record of one circular says.
func (k *knowledge) ledger(group []*circular.Record) circular.Ledger {
	best := *group[0].Subject()
	best.Signatory.NIP = ""
	l := circular.Ledger{Circular: best}
	var names []string
	said := map[string][]circular.LedgerValue{}
	for i, r := range group {
		l.Sources = append(l.Sources, r.Source)
		for _, f := range k.facts(r) {
			v := circular.LedgerValue{Source: i, Value: f.value, Span: f.span}
			if _, ok := said[f.field]; !ok {
				names = append(names, f.field)
			}
			if at := slices.IndexFunc(said[f.field], func(o circular.LedgerValue) bool { return o.Source == i }); at < 0 {
				said[f.field] = append(said[f.field], v)
			} else if o := &said[f.field][at]; !slices.Contains(strings.Split(o.Value, " | "), v.Value) {
				o.Value += " | " + v.Value
			}
		}
	}
	slices.SortStableFunc(names, func(a, b string) int { return cmp.Compare(place(a), place(b)) })
	for _, name := range names {
		f := circular.LedgerField{Field: name, Agree: true}
		value := ""
		for i := range group {
			v := circular.LedgerValue{Source: i}
			if at := slices.IndexFunc(said[name], func(o circular.LedgerValue) bool { return o.Source == i }); at >= 0 {
				v = said[name][at]
				parts := strings.Split(v.Value, " | ")
				slices.Sort(parts)
				v.Value = strings.Join(parts, " | ")
			}
			f.Values = append(f.Values, v)
			same := v.Value == value || name == "title" && k.sameTitle(v.Value, value) || name == "signatory" && k.sameName(v.Value, value)
			if v.Value != "" && value != "" && !same {
				f.Agree = false
			}
			value = cmp.Or(value, v.Value)
		}
		l.Fields = append(l.Fields, f)
	}
	return l
}

// fact is one thing that a record says of its circular.
type fact struct {
	field, value string
	span         *circular.Span
}

// facts lists what a record says of its circular, in a form in which two
// spellings agree.
func (k *knowledge) facts(r *circular.Record) []fact {
	s := r.Subject()
	out := []fact{}
	add := func(field, value string, span circular.Span) {
		if value != "" {
			out = append(out, fact{field, value, &span})
		}
	}
	add("title", s.Title, s.Span)
	add("date_signed", s.DateSigned.String(), s.Span)
	name := s.Signatory.Name
	if s.Signatory.Evidence == circular.EvidenceInferred {
		name = ""
	}
	add("signatory", name, s.Signatory.Span)
	add("capacity", string(s.Signatory.Capacity), s.Signatory.Span)
	v := &voice{k, "id"}
	for i := range r.Clauses {
		c := &r.Clauses[i]
		if c.Assertion != circular.AssertRule {
			continue
		}
		var scope []string
		for _, cat := range c.Categories {
			if !under(cat, "pegawai") {
				scope = append(scope, cat)
			}
		}
		a := circular.Atom{Categories: scope}
		heading(&a)
		group := strings.Join(a.Categories, "+")
		switch {
		case c.Period != nil && !c.Period.Derived:
			add("period", v.days(*c.Period), c.Span)
		case c.Quota != nil:
			for _, cat := range orElse(a.Categories, []string{"pegawai"}) {
				add("quota:"+string(c.Quota.Mode)+":"+cat, v.printed(c.Quota), c.Span)
			}
		case c.Exemption != nil && group != "":
			add("exemption:"+group, string(c.Exemption.Effect), c.Span)
		}
	}
	return out
}

// place orders the fields of a ledger.
func place(field string) string {
	order := []string{"title", "date_signed", "signatory", "capacity", "period"}
	if i := slices.Index(order, field); i >= 0 {
		return fmt.Sprintf("0%02d", i)
	}
	return "1" + field
}

// sameName reports whether one name holds the words of the other: degrees and
// titles come and go.
func (k *knowledge) sameName(a, b string) bool {
	x, y := fold(a), fold(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	return len(x) > 0 && !slices.ContainsFunc(x, func(w string) bool { return !slices.Contains(y, w) })
}
