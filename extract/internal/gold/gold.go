// Package gold holds what people read in a text against what a record says: it
// is the same measure as ../shared/eval/score.py, which TestScorer of package
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
	ID, Genre string
	Circulars []struct {
		Number, Issuer, Region, Role string
		Year                         int
		Signatory                    *struct{ Name, Evidence string }
		DateSigned                   string `json:"date_signed"`
	}
	Effective []struct {
		Start, End string
		Derived    bool
	}
	Quotas []struct {
		Mode, Bound, Unit, Group, Asserted, Quote string
		Percent                                   *float64
		Lo                                        *float64 `json:"percent_lo"`
		Hi                                        *float64 `json:"percent_hi"`
		ShortLo                                   *float64 `json:"lo"`
		ShortHi                                   *float64 `json:"hi"`
		Count                                     int
	}
	Exemptions []struct {
		Group, Effect, Quote string
		Percent              *float64
	}
	Bases []struct {
		Type   string
		Number any
		Year   int
	} `json:"legal_bases"`
	Others []struct{ Context, Why string } `json:"non_clause_percents"`
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
