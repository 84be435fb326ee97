package compare

import (
	"slices"
	"strings"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/lexicon"
)

// sameClause is the likeness from which two clauses of one kind can be versions
// of each other.
const sameClause = 0.5

// Versions tells what the new version of a draft has otherwise than the old one:
// what was added, dropped, weakened or tightened. Neither is a baseline of the
// other, so that a dropped penalty is told as well as a dropped duty.
func Versions(old, new circular.Record, lang string) (circular.Versions, error) {
	know, err := words()
	if err != nil {
		return circular.Versions{}, err
	}
	v := &versioner{voice: &voice{know, lang}}
	v.fields(old.Subject(), new.Subject())
	a, b := know.read(&old, 0), know.read(&new, 0)
	v.clauses(a.clauses, b.clauses)
	return circular.Versions{Schema: circular.VersionsSchema, Old: old.Source, New: new.Source, Changes: v.changes}, nil
}

// versioner collects the changes between two versions.
type versioner struct {
	*voice
	changes []circular.VersionChange
}

// fields compares what the versions say of the circular itself.
func (v *versioner) fields(old, new *circular.Circular) {
	if old == nil || new == nil {
		return
	}
	for _, f := range []struct{ field, old, new string }{
		{"number", old.Number, new.Number}, {"title", old.Title, new.Title}, {"issuer", old.Issuer, new.Issuer},
		{"date_signed", v.day(old.DateSigned), v.day(new.DateSigned)}, {"signatory.name", old.Signatory.Name, new.Signatory.Name},
	} {
		if strings.Join(fold(f.old), " ") == strings.Join(fold(f.new), " ") {
			continue
		}
		c := circular.Correction{Old: f.old, Value: f.new}
		v.changes = append(v.changes, circular.VersionChange{Change: circular.VersionChanged, Field: f.field,
			Why: v.say("field", "judul", lexicon.FieldName(f.field), "daerah", v.change(c))})
	}
}

// clauses pairs the clauses of each kind so that they are most alike, and tells
// what became of them.
func (v *versioner) clauses(old, new []*clause) {
	partner := map[*clause]*clause{}
	for _, kind := range circular.Kinds {
		var a, b []*clause
		for _, c := range old {
			if c.Kind == kind {
				a = append(a, c)
			}
		}
		for _, c := range new {
			if c.Kind == kind {
				b = append(b, c)
			}
		}
		score := make([][]float64, len(a))
		for i := range a {
			score[i] = make([]float64, len(b))
			for k := range b {
				score[i][k] = v.alikeness(a[i], b[k])
			}
		}
		for i, k := range assign(score) {
			if k >= 0 {
				partner[b[k]] = a[i]
			}
		}
	}
	kept := map[*clause]bool{}
	for _, was := range partner {
		kept[was] = true
	}
	at := 0 // of the old clauses, the next to be told as dropped
	drop := func(to int) {
		for ; at < to; at++ {
			if c := old[at]; !kept[c] {
				v.add(circular.VersionDropped, c.Kind, v.say("dropped", "jenis", v.kind(c), "ringkas", brief(c.Text)), c.side(), nil)
			}
		}
	}
	for _, c := range new {
		was := partner[c]
		if was == nil {
			v.add(circular.VersionAdded, c.Kind, v.say("added", "jenis", v.kind(c), "ringkas", brief(c.Text)), nil, c.side())
			continue
		}
		if i := slices.Index(old, was); i >= at {
			drop(i)
			at = max(at, i+1)
		}
		if change, why := v.verdict(was, c); change != "" {
			v.add(change, c.Kind, why, was.side(), c.side())
		}
	}
	drop(len(old))
}

// alikeness returns how far two clauses of one kind can be versions of one, 0
// where they cannot.
func (v *versioner) alikeness(a, b *clause) float64 {
	s := cosine(v.bag(a.Text), v.bag(b.Text))
	if len(a.scope) > 0 && slices.Equal(a.scope, b.scope) && (a.Quota == nil || a.Quota.Mode == b.Quota.Mode) {
		s += sameClause
	}
	if a.Duty != nil && a.Duty.Topic != "" && a.Duty.Topic == b.Duty.Topic {
		s++
	}
	if a.Kind == circular.KindPeriod && s < sameClause {
		s += 0.25 // a draft has few periods
	}
	if s < sameClause {
		return 0
	}
	return s
}

// verdict says how a clause changed, "" where it says the same.
func (v *versioner) verdict(was, is *clause) (circular.VersionKind, string) {
	if was.Quota != nil {
		return v.quotas(was, is)
	}
	if was.Force != is.Force && v.rank(was.Force) >= 0 && v.rank(is.Force) >= 0 {
		kind := circular.VersionWeakened
		if v.rank(is.Force) < v.rank(was.Force) {
			kind = circular.VersionTightened
		}
		return kind, v.say("force", "pusat", string(was.Force), "daerah", string(is.Force), "ringkas", brief(is.Text))
	}
	if was.Period != nil && *was.Period != *is.Period {
		return circular.VersionChanged, v.say("value", "jenis", v.kind(is), "pusat", v.days(*was.Period), "daerah", v.days(*is.Period))
	}
	if was.Exemption != nil && was.Exemption.Effect != is.Exemption.Effect {
		kind := circular.VersionChanged
		if keeps(was.Exemption.Effect) && releases(is.Exemption.Effect) {
			kind = circular.VersionWeakened
		} else if releases(was.Exemption.Effect) && keeps(is.Exemption.Effect) {
			kind = circular.VersionTightened
		}
		return kind, v.say("words", "jenis", v.kind(is), "ringkas", brief(is.Text))
	}
	if strings.Join(fold(was.Text), " ") != strings.Join(fold(is.Text), " ") {
		return circular.VersionChanged, v.say("words", "jenis", v.kind(is), "ringkas", brief(is.Text))
	}
	return "", ""
}

// quotas compares two quotas: more work away from the office is weaker.
func (v *versioner) quotas(was, is *clause) (circular.VersionKind, string) {
	a, b := v.printed(was.Quota), v.printed(is.Quota)
	if a == b {
		return "", ""
	}
	kind := circular.VersionChanged
	alo, ahi, aok := was.share()
	blo, bhi, bok := is.share()
	if aok && bok && was.Quota.Mode == is.Quota.Mode {
		if was.Quota.Mode == circular.ModeWFO {
			ahi, bhi = 100-alo, 100-blo
		}
		switch {
		case bhi > ahi:
			kind = circular.VersionWeakened
		case bhi < ahi:
			kind = circular.VersionTightened
		}
	}
	return kind, v.say("value", "jenis", v.name(is), "pusat", a, "daerah", b)
}

func (v *versioner) add(change circular.VersionKind, kind circular.Kind, why string, old, new *circular.Side) {
	c := circular.VersionChange{Change: change, Kind: kind, Why: why, Old: old, New: new}
	if old != nil && new != nil {
		c.Edits = v.redline(old.Text, new.Text)
	}
	v.changes = append(v.changes, c)
}

// kind names the kind of a clause.
func (v *versioner) kind(c *clause) string { return v.Kinds[c.Kind].in(v.lang) }

// say returns a sentence of words/versions.yaml.
func (v *versioner) say(key string, values ...string) string {
	return v.changed[key].fill(v.lang, values)
}
