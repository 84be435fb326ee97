package compare

import (
	"errors"
	"fmt"
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

// ErrSuppression is what every error about the content of a list of
// suppressions wraps.
var ErrSuppression = errors.New("pengecualian tidak sah")

// ParseSuppressions reads the list under "suppressions" of a YAML file. An
// entry without reason or expiry, or that names nothing but a code, is
// refused with a *FileError, which shows the line and a caret.
func ParseSuppressions(name string, data []byte) ([]Suppression, error) {
	var file struct {
		Suppressions []Suppression `yaml:"suppressions"`
	}
	e := &FileError{Name: name, kind: ErrSuppression}
	if e.decode(data, &file); len(e.faults) > 0 {
		return nil, e
	}
	for i, s := range file.Suppressions {
		bad := func(key string, values ...string) {
			e.add(caret(data, fmt.Sprintf("$.suppressions[%d].code", i)), key, values...)
		}
		switch _, err := path.Match(s.Path, "x"); {
		case !slices.Contains(circular.Codes, s.Code):
			bad("code", "nilai", string(s.Code))
		case s.Issuer == "" && s.Path == "":
			bad("narrow")
		case err != nil:
			bad("pattern", "nilai", s.Path)
		case strings.TrimSpace(s.Reason) == "":
			bad("reason")
		case s.Expires.IsZero():
			bad("expires")
		}
	}
	if len(e.faults) > 0 {
		return nil, e
	}
	return file.Suppressions, nil
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
	if s.Path == "" {
		return true
	}
	name := strings.TrimPrefix(strings.ReplaceAll(c.Source.Path, `\`, "/"), "./")
	whole, _ := path.Match(s.Path, name) // the pattern was checked
	last, _ := path.Match(s.Path, path.Base(name))
	return whole || last
}
