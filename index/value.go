package index

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/lexicon"
)

// ParseKind returns the kind that a word names: "kuota", "quota", "kartu".
func ParseKind(s string) (circular.Kind, bool) {
	v, ok := valueOf("kind", s)
	if !ok {
		if _, ok = valueOf("signed", s); ok {
			return KindCircular, true
		}
	}
	return circular.Kind(v), ok
}

// ParseLevel returns the tier that a word names: "provinsi", "city".
func ParseLevel(s string) (circular.Level, bool) {
	v, ok := valueOf("level", s)
	return circular.Level(v), ok
}

// ParseMode returns the mode that a word names.
func ParseMode(s string) (circular.Mode, bool) {
	v, ok := valueOf("mode", s)
	return circular.Mode(strings.ToUpper(v)), ok
}

// valueOf returns the value of the field that the phrase names.
func valueOf(field, phrase string) (string, bool) {
	words := strings.Fields(strings.ToLower(phrase))
	for _, v := range lexicon.Search().Values {
		if v.Field != field {
			continue
		}
		if strings.EqualFold(v.Value, phrase) {
			return v.Value, true
		}
		for _, p := range v.Phrases {
			if slices.Equal(p, words) {
				return v.Value, true
			}
		}
	}
	return "", false
}

// valueNames lists the first name of each value of the field.
func valueNames(field string) string {
	var names []string
	for _, v := range lexicon.Search().Values {
		if v.Field == field && len(v.Phrases) > 0 {
			names = append(names, strings.Join(v.Phrases[0], " "))
		}
	}
	return strings.Join(names, ", ")
}

// parsePercent reads "50", "50%", ">50", ">=50", "<50", "<=50" and "25-50".
// Percentages have two decimals, so that ">50" begins at 50.01.
func parsePercent(s string) (lo, hi *float64, ok bool) {
	number := func(s string) (*float64, bool) {
		s = strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(s), "%"))
		v, err := strconv.ParseFloat(strings.Replace(s, ",", ".", 1), 64)
		if err != nil || math.IsNaN(v) || v < 0 || v > 100 {
			return nil, false
		}
		return &v, true
	}
	step := 0.0
	var v *float64
	switch {
	case strings.HasPrefix(s, ">"):
		rest := s[1:]
		if rest, ok = strings.CutPrefix(rest, "="); !ok {
			step = 0.01
		}
		if v, ok = number(rest); ok {
			*v += step
		}
		return v, nil, ok
	case strings.HasPrefix(s, "<"):
		rest := s[1:]
		if rest, ok = strings.CutPrefix(rest, "="); !ok {
			step = 0.01
		}
		if v, ok = number(rest); ok {
			*v -= step
		}
		return nil, v, ok
	}
	a, b, isRange := strings.Cut(strings.Replace(s, "..", "-", 1), "-")
	if lo, ok = number(a); !ok || !isRange {
		return lo, lo, ok
	}
	if hi, ok = number(b); !ok || *lo > *hi {
		return nil, nil, false
	}
	return lo, hi, true
}

// parseYears reads "2024" and "2020-2024".
func parseYears(s string) (first, last int, ok bool) {
	a, b, isRange := strings.Cut(strings.Replace(s, "..", "-", 1), "-")
	first, err := strconv.Atoi(a)
	last = first
	if err == nil && isRange {
		last, err = strconv.Atoi(b)
	}
	return first, last, err == nil && 1945 <= first && first <= last && last <= 2199
}

// parseDates reads one day, month or year, or two with ".." between them, of
// which one may be left out.
func parseDates(s string) (from, to circular.Date, ok bool) {
	a, b, isRange := strings.Cut(s, "..")
	if !isRange {
		return parseDay(s)
	}
	if a != "" {
		if from, _, ok = parseDay(a); !ok {
			return
		}
	}
	if b != "" {
		if _, to, ok = parseDay(b); !ok {
			return
		}
	}
	ok = (a != "" || b != "") && (from.IsZero() || to.IsZero() || from.Compare(to) <= 0)
	return from, to, ok
}

// parseDay returns the first and last day of "2024-04-16", "16/4/2024",
// "16-4-2024", "2024-04" or "2024".
func parseDay(s string) (first, last circular.Date, ok bool) {
	if d, err := circular.ParseDate(s); err == nil {
		return d, d, true
	}
	for _, layout := range []string{"2-1-2006", "2006-1", "2006"} {
		var y, m, d int
		n := len(strings.Split(layout, "-"))
		parts := strings.FieldsFunc(s, func(r rune) bool { return r == '-' || r == '/' })
		if len(parts) != n || (n < 3) != (len(parts[0]) == 4) {
			continue
		}
		num := make([]int, n)
		for i, part := range parts {
			v, err := strconv.Atoi(part)
			if err != nil {
				return first, last, false
			}
			num[i] = v
		}
		switch n {
		case 3:
			d, m, y = num[0], num[1], num[2]
			first, ok = newDate(y, m, d)
			return first, first, ok
		case 2:
			first, ok = newDate(num[0], num[1], 1)
			if !ok {
				return first, last, false
			}
			last = first.AddDays(31)
			return first, last.AddDays(-last.Day), true
		case 1:
			first, ok = newDate(num[0], 1, 1)
			last, _ = newDate(num[0], 12, 31)
			return first, last, ok
		}
	}
	return first, last, false
}
