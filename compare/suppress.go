package compare

import (
	"errors"
	"path"
	"slices"
	"strings"

	"github.com/telaah/telaah/circular"
)

// Suppression takes findings out of comparisons, for a reason and for a time.
// It names a code and, to narrow it, an issuer or a path.
type Suppression struct {
	Code    circular.Code `yaml:"code"`
	Issuer  string        `yaml:"issuer"`  // name of the issuer or of its region, in any case; "" any
	Path    string        `yaml:"path"`    // pattern of path.Match for the file, or for its last element; "" any
	Reason  string        `yaml:"reason"`  // why, for the next reader
	Expires circular.Date `yaml:"expires"` // last day on which it holds
}

// ErrSuppression is what every error about the content of a Config wraps.
var ErrSuppression = errors.New("invalid suppression")

// check reports what is missing or wrong: a suppression without reason or
// expiry, or that names nothing but a code, is refused.
func (s Suppression) check(at string, bad func(at, key string, values ...string)) {
	switch _, err := path.Match(s.Path, "x"); {
	case !slices.Contains(circular.Codes, s.Code):
		bad(at, "code", "nilai", string(s.Code))
	case s.Issuer == "" && s.Path == "":
		bad(at, "narrow")
	case err != nil:
		bad(at, "pattern", "nilai", s.Path)
	case strings.TrimSpace(s.Reason) == "":
		bad(at, "reason")
	case s.Expires.IsZero():
		bad(at, "expires")
	}
}

// Expired reports whether the suppression no longer holds on a day. An expired
// one suppresses nothing; a command that runs checks refuses it.
func (s Suppression) Expired(today circular.Date) bool { return s.Expires.Compare(today) < 0 }

// Suppress moves the findings that a suppression covers from Deviations and
// NotJudged to Suppressed, and returns for each suppression whether it covered
// any. The verdict that a document is not comparable cannot be suppressed.
func Suppress(c *circular.Comparison, list []Suppression, today circular.Date) (used []bool) {
	used = make([]bool, len(list))
	take := func(from []circular.Deviation) []circular.Deviation {
		kept := []circular.Deviation{}
		for _, d := range from {
			at := slices.IndexFunc(list, func(s Suppression) bool {
				return s.Code == d.Code && s.Code != circular.CodeNotComparable && !s.Expired(today) && s.covers(c)
			})
			if at < 0 {
				kept = append(kept, d)
				continue
			}
			used[at] = true
			d.Waived = &circular.Waiver{Reason: list[at].Reason, Expires: list[at].Expires}
			c.Suppressed = append(c.Suppressed, d)
		}
		return kept
	}
	c.Deviations, c.NotJudged = take(c.Deviations), take(c.NotJudged)
	return used
}

// covers reports whether a document is of the issuer and path.
func (s Suppression) covers(c *circular.Comparison) bool {
	if s.Issuer != "" {
		if c.Circular == nil || !strings.EqualFold(s.Issuer, c.Circular.Issuer) && !strings.EqualFold(s.Issuer, c.Circular.Region.Name) {
			return false
		}
	}
	return s.Path == "" || Covers(s.Path, c.Source.Path)
}
