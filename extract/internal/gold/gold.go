// Package gold holds what people read in a text against what a record says: it
// is the same measure as the scorer in Python, which TestScorer of package
// extract holds it to. Tests and the trainer use it; the program does not.
package gold

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"strings"
)

// Text is what people read in one text.
type Text struct {
	ID, Genre, URL string
	Circulars      []Circular
	Effective      []Window
	Quotas         []Quota
	Exemptions     []Exemption
	Bases          []struct {
		Type   string
		Number any
		Year   int
	} `json:"legal_bases"`
	Others []struct{ Context, Why string } `json:"non_clause_percents"`
}

// Circular is a circular that a text names.
type Circular struct {
	Number, Issuer, Region, Role string
	Year                         int
	Signatory                    *Signatory
	DateSigned                   string `json:"date_signed"`
}

// Signatory is who signed or issued a circular.
type Signatory struct{ Name, Evidence string }

// Window is a time in which a rule holds; "" is an open end.
type Window struct {
	Start, End string
	Derived    bool // optional
}

// Quota is how many of a group work in a mode. One that is asserted otherwise than
// as a rule is optional.
type Quota struct {
	Mode, Bound, Unit, Group, Asserted, Quote string
	Percent                                   *float64
	Lo                                        *float64 `json:"percent_lo"`
	Hi                                        *float64 `json:"percent_hi"`
	ShortLo                                   *float64 `json:"lo"`
	ShortHi                                   *float64 `json:"hi"`
	Count                                     int
}

// Exemption is who departs from a rule, and how.
type Exemption struct {
	Group, Effect, Quote string
	Percent              *float64
}

// Read reads a file of gold, one JSON object a line.
func Read[G any](path string) ([]G, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var all []G
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<24)
	for sc.Scan() {
		if strings.TrimSpace(sc.Text()) == "" {
			continue
		}
		var g G
		if err := json.Unmarshal(sc.Bytes(), &g); err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		all = append(all, g)
	}
	return all, sc.Err()
}
