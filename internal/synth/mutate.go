package synth

import (
	"fmt"
	"slices"
	"strings"

	"github.com/telaah/telaah/circular"
)

// Mutation alters one fact of a circular.
type Mutation struct {
	Name  string             // what is altered, such as "quota percent"
	Field string             // the field of [Fact] in which it must show, and nowhere else
	Apply func(s *Spec) bool // alters s; false where the circular has no such fact
}

// Mutations lists every alteration, in a fixed order. Apply changes only the
// Spec it is given: what it points to is copied before.
func Mutations() []Mutation {
	return []Mutation{
		{"number", "number", func(s *Spec) bool {
			i := strings.LastIndexAny(s.runningNumber(), "0123456789")
			if i < 0 {
				return false
			}
			b := []byte(s.Number)
			b[i] = '0' + (b[i]-'0'+3)%10
			if b[i] == '0' { // no leading zero, no number 0
				b[i] = '5'
			}
			changed := s.Number != string(b)
			s.Number = string(b)
			return changed
		}},
		{"date signed", "signed", func(s *Spec) bool {
			s.Signed = s.Signed.AddDays(-1)
			return s.Signed.Year == s.Year
		}},
		{"period start", "period", func(s *Spec) bool {
			s.Period.Start = s.Period.Start.AddDays(-1)
			return s.Signed.Compare(s.Period.Start) < 0
		}},
		{"period end", "period", func(s *Spec) bool {
			if s.Period.End.IsZero() {
				return false
			}
			s.Period.End = s.Period.End.AddDays(1)
			return s.Period.End.Year == s.Year
		}},
		{"quota percent", "quota", quotaMutation(func(q *circular.Quota) bool {
			if q.Percent == nil {
				return false
			}
			v := *q.Percent + 10
			if v > 95 {
				v -= 25
			}
			q.Percent, q.Implicit = &v, false
			return true
		})},
		{"quota ratio", "quota", func(s *Spec) bool {
			return s.change(func(r *Rule) bool {
				if !r.Ratio {
					return false
				}
				q, v := *r.Quota, *r.Quota.Percent
				if v += 5; v == 50 || v > 95 { // half and half would hide which is which
					v -= 15
				}
				q.Percent = &v
				r.Quota = &q
				return true
			})
		}},
		{"quota bound", "quota", quotaMutation(func(q *circular.Quota) bool {
			switch {
			case q.Percent == nil || q.Implicit:
				return false
			case q.Bound == circular.BoundMax:
				q.Bound = circular.BoundMin
			default:
				q.Bound = circular.BoundMax
			}
			return true
		})},
		{"quota mode", "quota", quotaMutation(func(q *circular.Quota) bool {
			switch {
			case q.Percent == nil || q.Implicit:
				return false
			case q.Mode == circular.ModeWFH:
				q.Mode = circular.ModeWFO
			default:
				q.Mode = circular.ModeWFH
			}
			return true
		})},
		{"head count", "quota", quotaMutation(func(q *circular.Quota) bool {
			if q.Count == 0 {
				return false
			}
			q.Count += 2
			return true
		})},
		{"exemption dropped", "exemption", func(s *Spec) bool {
			i := slices.IndexFunc(s.Rules, func(r Rule) bool { return r.Exemption != nil && len(r.Groups) > 0 })
			if i < 0 {
				return false
			}
			s.Rules = slices.Delete(slices.Clone(s.Rules), i, i+1)
			return true
		}},
		{"exemption effect", "exemption", func(s *Spec) bool {
			return s.change(func(r *Rule) bool {
				if r.Exemption == nil || r.Exemption.Effect != circular.EffectMustWFO {
					return false
				}
				r.Exemption = &circular.Exemption{Effect: circular.EffectMayWFH}
				return true
			})
		}},
		{"exemption group", "exemption", func(s *Spec) bool {
			return s.change(func(r *Rule) bool {
				if r.Exemption == nil || r.Exemption.Effect != circular.EffectMustWFO {
					return false
				}
				r.Groups = []Group{otherGroup}
				return true
			})
		}},
		{"signatory name", "signatory", func(s *Spec) bool {
			s.Signatory.Name = "Sekar Mahendratta, S.IP."
			return true
		}},
		{"signatory capacity", "capacity", func(s *Spec) bool {
			if s.Signatory.Capacity == "" {
				s.Signatory.Capacity = circular.CapacityPlt
			} else {
				s.Signatory.Capacity = ""
			}
			return true
		}},
		{"legal basis", "basis", func(s *Spec) bool {
			if len(s.Laws) == 0 {
				return false
			}
			s.Laws = slices.Clone(s.Laws)
			s.Laws[0].Number += "7"
			return true
		}},
		{"circular followed", "follows", func(s *Spec) bool {
			if s.Follows == nil {
				return false
			}
			a := *s.Follows
			a.Number += "1"
			s.Follows = &a
			return true
		}},
	}
}

// otherGroup is one that no drawn circular names.
var otherGroup = Group{"layanan pemakaman", "layanan.masyarakat.lingkungan"}

// runningNumber returns the number up to the year, class or month behind it,
// so that its last digit belongs to a part that is no year.
func (s *Spec) runningNumber() string {
	if i := strings.Index(s.Number, fmt.Sprint("/", s.Year)); i > 0 {
		return s.Number[:i]
	}
	return s.Number
}

// change alters the first rule that accepts it.
func (s *Spec) change(alter func(*Rule) bool) bool {
	s.Rules = slices.Clone(s.Rules)
	for i := range s.Rules {
		if alter(&s.Rules[i]) {
			return true
		}
	}
	return false
}

// quotaMutation alters the first quota that accepts it and is no ratio.
func quotaMutation(alter func(*circular.Quota) bool) func(*Spec) bool {
	return func(s *Spec) bool {
		return s.change(func(r *Rule) bool {
			if r.Quota == nil || r.Ratio {
				return false
			}
			q := *r.Quota
			altered := *r
			altered.Quota = &q
			if !alter(&q) || s.Annex && inTable(*r) != inTable(altered) { // it would move
				return false
			}
			*r = altered
			return true
		})
	}
}
